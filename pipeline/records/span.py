"""Where something stands in an article."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text in Unicode code points."""

    start: int
    stop: int

    def meets(self, other: Span) -> bool:
        """True when the two stretches share a character."""
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: Span) -> bool:
        """True when `other` lies wholly inside this stretch."""
        return self.start <= other.start and other.stop <= self.stop


class Evidence(NamedTuple):
    """Where a fact was said and by which rule it was read; `quote` is always `text[start:stop]` of its field."""

    field: str
    block: str
    start: int
    stop: int
    quote: str
    sentence: str
    rule: str

    @property
    def span(self) -> Span:
        """The stretch of the quote."""
        return Span(self.start, self.stop)
