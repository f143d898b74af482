"""Names beside a place of a passage, with the titles that stand before them."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.officials.grammar import Titles, skip_spaces, skip_spaces_back
from pipeline.extract.officials.known import known_before
from pipeline.extract.officials.names import Name, Reader
from pipeline.records import Passage

_LONGEST_ASIDE = 40
_SHORT, _LONG = 2, 4
_ROUTE = re.compile(r"[^\W\d_a-z][^\W\d_]* ?[-\u2013]\Z")
"""A name and a dash before two syllables: the other end of a road, not a person's first name."""


class NamesBeside:
    """Reads names before and behind places of passages of one language."""

    def __init__(self, titles: Titles, reader: Reader) -> None:
        self.titles = titles
        self.reader = reader

    def is_titled_before(self, passage: Passage, name: Name) -> bool:
        """Whether a title stands right before a name."""
        return self.titles.honorifics.before(passage, skip_spaces_back(passage.text, name.start)) is not None

    def person_before(self, passage: Passage, at: int, cases: frozenset[str]) -> Name | None:
        """The name that ends at `at`; a title makes it sure."""
        name = self.reader.before(passage, at, cases) or self._titled_before(passage, at)
        if name is None:
            return None
        start = skip_spaces_back(passage.text, name.start)
        if self.titles.bars.before(passage, start) is not None or self.titles.levels.before(passage, start) is not None:
            return None  # a street, a prize or a unit that is so called
        titled = self.titles.honorifics.before(passage, start) is not None
        short = not titled and self.titles.vietnamese and len(name.text.split()) == _SHORT
        if short and _ROUTE.search(passage.text, max(0, start - _LONGEST_ASIDE), start) is not None:
            return None
        return name if name.sure or not titled else replace(name, sure=True)

    def _titled_before(self, passage: Passage, at: int) -> Name | None:
        """Three or four Vietnamese syllables behind a title, whose family no list knows."""
        run = self.reader.run_before(passage, at) if self.titles.vietnamese else []
        words = [passage.text[start:stop] for start, stop in run]
        if not _SHORT < len(words) <= _LONG or self.titles.honorifics.before(passage, skip_spaces_back(passage.text, run[0][0])) is None:
            return None
        return Name(run[0][0], at, " ".join(words), sure=True) if self.reader.are_syllables(words) else None

    def surname_before(self, passage: Passage, at: int, cases: frozenset[str]) -> Name | None:
        """One word that is named in full elsewhere; in Vietnamese, where it is a given name, behind a title only."""
        name = known_before(passage, at, self.reader, cases)
        if name is None or (self.titles.vietnamese and not self.is_titled_before(passage, name)):
            return None
        return name

    def titled_at(self, passage: Passage, at: int, cases: frozenset[str]) -> tuple[Name | None, bool]:
        """The name at a place, behind its titles where it has some."""
        titled = False
        for _ in range(3):
            found = self.titles.honorifics.at(passage, at)
            if found is None:
                break
            titled, at = True, skip_spaces(passage.text, found.stop)
        name = self.reader.at(passage, at, direct=titled, cases=cases)
        return name if name is None or not titled else replace(name, sure=True), titled
