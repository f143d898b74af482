"""The facts of the tables as checks meet them: exact numbers, and everything of one article or one family together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.knowledge.fold import bare, fold

Row = Mapping[str, Any]

_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 4


class Claim(NamedTuple):
    """One row of the claims table; numbers are exact, `words` are the stems of what is measured."""

    claim_id: str
    article_id: str
    language: str
    field: str
    block: str
    start: int
    stop: int
    quote: str
    sentence: str
    figure_start: int
    figure_stop: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: str
    unit: str | None
    unit_kind: str | None
    unit_text: str | None
    per: str | None
    of: Decimal | None
    measured: str | None
    subject: str | None
    change: str
    change_from: Decimal | None
    change_to: Decimal | None
    status: str
    period: str | None
    place: str | None
    place_id: str | None
    speaker: str | None
    under: Sequence[str]
    unit_conflict: bool
    part_of: str | None
    confidence: float
    words: frozenset[str]

    @property
    def where(self) -> tuple[str, str, str]:
        """What claims of one sentence share."""
        return self.article_id, self.field, self.sentence


COLUMNS = ("value_text", *(name for name in Claim._fields if name not in ("value", "words")))
"""The columns of the claims table that are read."""


def claim_of(row: Row) -> Claim:
    """A row of the claims table as a claim."""
    return Claim(
        row["claim_id"], row["article_id"], row["language"], row["field"], row["block"], row["start"], row["stop"], row["quote"], row["sentence"],
        row["figure_start"], row["figure_stop"], Decimal(row["value_text"]) if row["value_text"] is not None else None, exact(row["low"]),
        exact(row["high"]), row["modifier"], row["unit"], row["unit_kind"], row["unit_text"], row["per"], exact(row["of"]), row["measured"],
        row["subject"], row["change"], exact(row["change_from"]), exact(row["change_to"]), row["status"], row["period"], row["place"],
        row["place_id"], row["speaker"], row["under"], row["unit_conflict"], row["part_of"], row["confidence"], words_of(row["measured"]),
    )


def exact(value: float | None) -> Decimal | None:
    """A float of the tables as the decimal that it prints as.

    >>> exact(62.58)
    Decimal('62.58')
    """
    if value is None:
        return None
    number = Decimal(repr(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() and abs(number) < Decimal("1e24") else number


def words_of(text: str | None) -> frozenset[str]:
    """The stems of a text's words, without case and marks, so that forms of one word are the same.

    >>> sorted(words_of("jednostek administracyjnych")) == sorted(words_of("Jednostki administracyjne"))
    True
    """
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(bare(text)))) if text else frozenset()


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """One article and everything that its tables say; `article` is its row, rows stand in the order of the text."""

    article: Row
    claims: tuple[Claim, ...] = ()
    citations: tuple[Row, ...] = ()
    officials: tuple[Row, ...] = ()
    dates: tuple[Row, ...] = ()
    places: tuple[Row, ...] = ()
    organisations: tuple[Row, ...] = ()

    @property
    def article_id(self) -> str:
        """The article's id."""
        return str(self.article["article_id"])

    @property
    def language(self) -> str:
        """The article's language."""
        return str(self.article["language"])

    def sentences(self) -> Iterable[tuple[Claim, ...]]:
        """The claims of each sentence, in the order of their figures."""
        found: dict[tuple[str, str, str], list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.where, []).append(claim)
        return [tuple(sorted(its, key=lambda claim: claim.figure_start)) for its in found.values()]


class Pair(NamedTuple):
    """Two claims that are held to be one claim in two translations; what joins them, and the columns in which they differ."""

    claim: Claim
    other: Claim
    how: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """The articles of one family, the reference first, and their claims aligned with the reference's.

    The reference is the original where the address tells it (then `has_original`), else the member with most claims.
    """

    family_id: str
    members: tuple[ArticleFacts, ...]
    has_original: bool
    pairs: tuple[Pair, ...] = ()

    @property
    def reference(self) -> ArticleFacts:
        """The member that the others are laid beside."""
        return self.members[0]
