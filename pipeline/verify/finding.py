"""What a check says: a verdict on some rows, with its working."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from pipeline.verify.note import Note

Verdict = Literal["agrees", "conflicts", "suspect", "uncheckable"]
Severity = Literal["high", "medium", "low"]

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement about whether something holds.

    `check` is the check's id, or that id, a dot and the sort of finding. `working` is the sum done in figures ("106 - 38 = 68"),
    `note` the same in a sentence for a person, by its template in notes.toml. `claims` and `mentions` are ids of rows, the doubtful one
    first where one is. Only a conflict and a suspicion have a `severity`. `source` is where in models/ the truth stands.
    """

    check: str
    verdict: Verdict
    working: str
    note: Note
    claims: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    severity: Severity | None = None
    family: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if (self.severity is None) == (self.verdict in ("conflicts", "suspect")):
            raise ValueError(f"{self.check}: {self.verdict} with severity {self.severity}")

    @property
    def finding_id(self) -> str:
        """A digest of the check, of the rows, and of what was reckoned."""
        parts = (self.check, *self.claims, "|", *self.mentions, "|", *self.articles, self.working)
        return "f" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_ID_DIGITS]

    def row(self) -> tuple[object, ...]:
        """The row of the findings table."""
        return (
            self.finding_id, self.check, self.verdict, self.severity, list(self.claims), list(self.mentions), list(self.articles), self.family,
            self.working, str(self.note), self.note.key, self.note.as_json(), self.source,
        )
