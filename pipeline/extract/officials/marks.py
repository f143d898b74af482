"""Marks of an office, before it and behind it: deputy, former, several of them, whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.officials.cases import NOMINATIVE, gendered
from pipeline.extract.officials.grammar import Found, Titles, skip_spaces, skip_spaces_back
from pipeline.extract.places.words import words_of
from pipeline.records import Hit, Passage

POST_MARKS = frozenset({"deputy", "standing", "alternate"})
"""Marks that make another post of an office."""
_TENURES = ("former", "acting")
_HYPHENS = ("-", "\u2010", "\u2011")
_LONGEST_WORD = 20
_LONGEST_ENDING = 8
_MOST_MARKS = 4
_WORD_BEFORE = re.compile(r"(?<!\w)[^\W\d_]+\Z")


@dataclass(slots=True)
class Marks:
    """The marks around an office, from `start` on."""

    start: int
    posts: set[str]
    tenure: str = "current"
    plural: bool = False
    bar: str = ""

    def take_before(self, passage: Passage, titles: Titles, floor: int) -> None:
        """Take the marks that end where the office, as far as it is read, begins."""
        for _ in range(_MOST_MARKS):
            at = skip_spaces_back(passage.text, self.start)
            mark = titles.marks.before(passage, at - (passage.text[at - 1:at] in _HYPHENS and at == self.start))
            if mark is None and (word := _of_region(passage, titles, at)) is not None and word >= floor:
                self.start = word
                continue
            if mark is None or mark.start < floor or mark.id == "stop":
                break
            link = titles.links.before(passage, mark.stop)
            if link is not None and link.start < mark.start:
                break  # "was elected to the post of"
            self.take(mark)

    def take(self, mark: Found) -> None:
        """Take one more mark, before those that were read."""
        self.start = mark.start
        if mark.id in POST_MARKS:
            self.posts.add(mark.id)
        elif mark.id in _TENURES:
            self.tenure = mark.id
        elif mark.id == "plural":
            self.plural = True
        elif mark.id != "new":
            self.bar = mark.id


def _of_region(passage: Passage, titles: Titles, stop: int) -> int | None:
    """Where the adjective of a place begins that ends before an office ("the Cracow superintendent"), in languages that write it so."""
    endings = words_of(titles.room).endings if titles.room.has_dictionary else ()
    if not endings or not passage.text[max(0, stop - _LONGEST_ENDING):stop].lower().endswith(_adjectival(endings)):
        return None
    word = _WORD_BEFORE.search(passage.text, max(0, stop - _LONGEST_WORD), stop)
    if word is None:
        return None
    readings = titles.room.readings(word.group().lower())
    return word.start() if any(reading.pos == "adj" and reading.lemma.endswith(endings) for reading in readings) else None


@lru_cache(maxsize=8)
def _adjectival(endings: tuple[str, ...]) -> tuple[str, ...]:
    """How an adjective with one of the endings may begin to end in any case: the ending without its vowel, and the vowels of the cases."""
    return tuple(f"{ending[:-1]}{vowel}" for ending in endings for vowel in ("i", "a", "iego", "iej", "iemu", "im"))


def serves(passage: Passage, titles: Titles, start: int) -> bool:
    """Whether "of" stands before an office and, a few words before it, a word for those about its holder ("security adviser of President")."""
    link = titles.links.before(passage, skip_spaces_back(passage.text, start))
    if link is None or link.id != "of":
        return False
    at = link.start
    for _ in range(_MOST_MARKS):
        at = skip_spaces_back(passage.text, at)
        mark = titles.marks.before(passage, at)
        if mark is not None:
            return mark.id == "relative"
        at = passage.text.rfind(" ", max(0, at - _LONGEST_WORD), at)
        if at < 0:
            break
    return False


def is_plural(titles: Titles, hit: Hit) -> bool:
    """Whether the office is written in the plural, where the language has one."""
    room = titles.room
    if room.has_dictionary:
        numbers = frozenset(number for reading in room.readings(hit[2].wording.split(" ")[0]) for number in reading.numbers)
        return numbers == {"pl"}
    return room.language.inflection == "suffixes" and hit[2].wording.lower() != hit[2].lemma.lower()


def are_many(titles: Titles, word: str) -> bool:
    """Whether a noun is in the plural only, as the dictionary knows it."""
    return {number for reading in titles.room.readings(word.lower()) if reading.pos == "subst" for number in reading.numbers} == {"pl"}


def mark_behind(passage: Passage, titles: Titles, stop: int) -> Found | None:
    """A mark of the office behind it, where it is no mark of the body."""
    at = skip_spaces(passage.text, stop)
    mark = titles.marks.at(passage, at)
    if mark is None or mark.id not in ("standing", "alternate", "new"):
        return None
    if titles.body_marks.at(passage, at) is None:
        return mark
    own = gendered(titles.room.readings(passage.text[mark.start:mark.stop].lower())) & NOMINATIVE
    return mark if own and passage.starting(skip_spaces(passage.text, mark.stop), "body_head") is None else None
