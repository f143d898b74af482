"""One decision of one reviewer about one claim or finding, and what stands when all of them are laid over each other."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from pipeline.write.tables import CORRECTABLE

Target = Literal["claim", "finding"]
Action = Literal["accept", "correct", "reject", "note", "undo"]
Value = str | float | bool | None

ACTIONS: tuple[Action, ...] = ("accept", "correct", "reject", "note", "undo")
LONGEST_NOTE = 4000
"""Characters."""


class Decision(BaseModel):
    """A line of the log; an unknown key is an error.

    Beside the id it carries what finds the claim again when ids have moved: the article, the quote, its sentence and the source.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    entry: str = Field(default_factory=lambda: secrets.token_hex(8), pattern="^[0-9a-f]{16}$")
    at: str = Field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))
    reviewer: str = Field(min_length=1, max_length=100)
    target: Target
    id: str = Field(min_length=1, max_length=64)
    action: Action
    corrected: dict[str, Value] = Field(default_factory=dict)
    """The columns that are wrong, with what they should be; null is a value."""
    note: str = Field(default="", max_length=LONGEST_NOTE)
    undoes: str | None = None
    """The entry that an undo takes back."""
    article_id: str | None = None
    field: str | None = None
    start: int | None = None
    quote: str | None = None
    sentence: str | None = None
    source_path: str | None = None

    @field_validator("corrected")
    @classmethod
    def _known(cls, corrected: dict[str, Value]) -> dict[str, Value]:
        if unknown := sorted(set(corrected) - set(CORRECTABLE)):
            raise ValueError(f"cannot correct {', '.join(unknown)}; what can be corrected is {', '.join(CORRECTABLE)}")
        return corrected

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        if (self.action == "correct") != bool(self.corrected):
            raise ValueError("a correction says what is corrected, and nothing else does")
        if self.action == "correct" and self.target != "claim":
            raise ValueError("only claims are corrected; a finding is accepted or rejected")
        if (self.action == "undo") != bool(self.undoes):
            raise ValueError("an undo names the entry that it takes back, and nothing else does")
        if self.action == "note" and not self.note.strip():
            raise ValueError("a note says something")
        return self


class Standing(NamedTuple):
    """What holds of one claim or finding: the last decision of each reviewer that is not taken back, and all notes."""

    status: str
    """`accepted`, `corrected`, `rejected`, `disputed` (reviewers differ) or `unreviewed` (notes alone)."""
    by_reviewer: dict[str, Decision]
    corrected: dict[str, Value]
    """What all who decided agree on; empty where they differ."""
    notes: tuple[tuple[str, str], ...]
    last: Decision


_STATUS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def standing_of(decisions: Iterable[Decision]) -> dict[tuple[Target, str], Standing]:
    """Every claim and finding that anyone decided about, in the order of the first decision."""
    every = list(decisions)
    taken_back = {one.undoes for one in every if one.action == "undo"}
    grouped: dict[tuple[Target, str], list[Decision]] = {}
    for one in every:
        if one.action != "undo" and one.entry not in taken_back:
            grouped.setdefault((one.target, one.id), []).append(one)
    return {key: _stand(group) for key, group in grouped.items()}


def _stand(group: list[Decision]) -> Standing:
    by_reviewer = {one.reviewer: one for one in group if one.action != "note"}
    notes = tuple((one.reviewer, one.note) for one in group if one.note)
    said = {(_STATUS[one.action], tuple(sorted(one.corrected.items()))) for one in by_reviewer.values()}
    if not said:
        return Standing("unreviewed", {}, {}, notes, group[-1])
    if len(said) > 1:
        return Standing("disputed", by_reviewer, {}, notes, group[-1])
    ((status, corrected),) = said
    return Standing(status, by_reviewer, dict(corrected), notes, group[-1])
