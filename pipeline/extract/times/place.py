"""Where a shape of a date stands: the words and marks round it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.nominal import word_at
from pipeline.extract.times.moments import Moment
from pipeline.extract.times.shapes import Shape
from pipeline.knowledge import Room
from pipeline.records import Passage

LOOSE_WORDS = frozenset("OzpvEfK")
"""Codes of small words that may stand before a date."""
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "level"})
_COUNTED = ("noun", "unit", "scale")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shape stands: its passage, the codes of the words before and behind it, and the article's anchor."""

    passage: Passage
    before: str
    behind: str
    anchor: Moment | None
    room: Room

    @property
    def plain_years(self) -> bool:
        """Whether the language parts the thousands of every amount, so that four plain digits are a year."""
        return self.room.language.inflection == "suffixes"

    def counted(self, at: int) -> bool:
        """True where something that is counted or measured follows: then the figures before it are an amount."""
        if self.passage.text[at:at + 1] == "%" or self.passage.text[at:at + 2] == " %":
            return True
        hit = self.passage.starting(at, *_COUNTED)
        return hit is not None and hit.id not in _TIME_UNITS

    def ends_phrase(self, at: int) -> bool:
        """True where a mark or a word that is no noun follows, as far as a dictionary tells: then the months before it are of no other thing."""
        word = word_at(self.passage, at, self.room) if self.room.has_dictionary else None
        cases = {case for reading in word.readings if "sg" in reading.numbers for case in reading.cases} if word is not None else set()
        return self.room.has_dictionary and not ("gen" in cases and "nom" not in cases)

    def lasting(self, at: int) -> bool:
        """True where a unit of time follows that no number of its own makes a date ("3-5 days")."""
        hit = self.passage.starting(at, "unit")
        return hit is not None and hit.id in _TIME_UNITS and not self.passage.text[hit.stop:hit.stop + 2].strip(" ")[:1].isdigit()

    def is_compared(self, at: int) -> bool:
        """True behind a word of comparison ("compared with 2020"), where four plain digits are a year."""
        return self.plain_years and self.passage.ending(at, "base_word") is not None

    def bracketed(self, shape: Shape) -> bool:
        """True where brackets stand round the shape."""
        text = self.passage.text
        return text[shape.start - 1:shape.start] == "(" and text[shape.stop:shape.stop + 1] == ")"
