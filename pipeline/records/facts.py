"""The facts of the tables, one class a table; attribute names are the column names of docs/tables.md.

They are named tuples, which a run makes millions of at a third of the cost of frozen data classes.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records.quantity import NO_CHANGE, Change, Quantity
from pipeline.records.span import Evidence


class Claim(NamedTuple):
    """One numeric claim; `figure_start` and `figure_stop` bound its figures, `evidence` the figures with modifier and unit."""

    evidence: Evidence
    figure_start: int
    figure_stop: int
    quantity: Quantity
    change: Change = NO_CHANGE
    measured: str | None = None
    subject: str | None = None
    status: str = "actual"
    period: str | None = None
    place: str | None = None
    place_id: str | None = None
    speaker: str | None = None
    under: tuple[str, ...] = ()
    unit_conflict: bool = False
    part_of: int | None = None
    """Index, in the dossier's list of claims, of the whole that this is a stated part of."""
    alternatives: tuple[tuple[str, str], ...] = ()
    """Other readings kept open: (change, value_text) pairs."""
    confidence: float = 0.9


class Citation(NamedTuple):
    """One mention of a document (a resolution, a decree ...), with its canonical symbol where it has one."""

    evidence: Evidence
    doc_type: str
    symbol: str | None = None
    resolved_symbol: str | None = None
    number: str | None = None
    year: str | None = None
    issuer_code: str | None = None
    issuer: str | None = None
    signed: str | None = None
    title: str | None = None


class Official(NamedTuple):
    """One person in one role, as the article says it."""

    evidence: Evidence
    name: str
    person_key: str
    role: str
    role_id: str | None
    body: str | None = None
    place: str | None = None
    tenure: str = "current"


class DateMention(NamedTuple):
    """One date or period; `edtf` is ISO 8601-2, `anchored` says that the article's own date was needed to read it."""

    evidence: Evidence
    edtf: str
    kind: str
    anchored: bool = False


class Place(NamedTuple):
    """One mention of a place; `name` is without its level word, case ending undone."""

    evidence: Evidence
    name: str
    place_id: str | None
    level: str | None


class Organisation(NamedTuple):
    """One mention of a body: a committee, a ministry, a bank."""

    evidence: Evidence
    name: str
    organisation_id: str | None
    level: str | None = None
    place_id: str | None = None


class Refusal(NamedTuple):
    """Something that was not taken, with its reason; `what` is input, block, candidate or model."""

    what: str
    stage: str
    reason: str
    detail: str = ""
    start: int | None = None
    stop: int | None = None
    quote: str | None = None
    source_path: str | None = None
    source_line: int | None = None
    article_id: str | None = None
