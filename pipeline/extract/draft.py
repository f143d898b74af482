"""A claim while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipeline.extract.number import Number
from pipeline.records import NO_CHANGE, Change


@dataclass(slots=True)
class UnitRead:
    """A unit or counted noun beside a figure; `unit` is None for a noun without an id, whose lemma is then `text`."""

    unit: str | None
    kind: str | None
    text: str
    start: int
    stop: int
    rule: str

    def inherited(self) -> UnitRead:
        """The same unit as a figure has it that takes it from another one."""
        return replace(self, rule="inherited")


@dataclass(slots=True)
class Draft:
    """A number on its way to a claim: `start` and `stop` grow with modifier and unit, the figures stay where they are."""

    number: Number
    start: int
    stop: int
    sentence: int
    """Start of the sentence: drafts of one sentence share it."""
    sentence_stop: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    figure_stop: int = 0
    modifier: str = "exact"
    unit: UnitRead | None = None
    per: str | None = None
    of: Decimal | None = None
    change: Change = NO_CHANGE
    unit_conflict: bool = False
    part_of: int | None = None
    alternatives: tuple[tuple[str, str], ...] = ()
    rules: list[str] = field(default_factory=list)

    @property
    def unit_id(self) -> str | None:
        """The unit's id, where it has one."""
        return self.unit.unit if self.unit else None

    @property
    def figure_start(self) -> int:
        """Where the figures begin."""
        return self.number.start
