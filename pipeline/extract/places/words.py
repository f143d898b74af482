"""The words beside a name: what leads to it, what makes it something else, and how far a run of capitals goes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.fold import bare, fold
from pipeline.records import Passage

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*$")
_WINDOW = 48
_ABBREVIATION = 3
_NEAR = 6
PERSON_SYLLABLES = 3
"""Of a Vietnamese name: family, middle and given."""
_LONGEST_PHRASE = 4
"""Words."""
_OPENING = '\n.!?:\u2026"\u201c\u201e\u00ab\u2022*\u2013\u2014'
_MARKS = "-\u00b7|"


class Word(NamedTuple):
    """A word of the text."""

    start: int
    stop: int
    text: str

    @property
    def capital(self) -> bool:
        """True where it begins with a capital."""
        return self.text[0].isupper()


class Words:
    """The phrases of a room that stand beside names, folded, to be compared with the words before or behind a name."""

    def __init__(self, room: Room) -> None:
        self.leads = _phrases(room, "place_lead")
        self.strong = _phrases(room, "place_in")
        self.at = _phrases(room, "place_at")
        self.never_before = _phrases(room, "not_place_before")
        self.never_after = _phrases(room, "not_place_after")
        self.bodies = _phrases(room, "body_of_country")
        self.persons = frozenset(phrase for phrase in _phrases(room, "honorific") if len(phrase) > 1)
        self.origins = _phrases(room, "place_from")
        self.many = _phrases(room, "level_many")
        self.links = _padded(room, "place_and")
        self.such = _padded(room, "place_such")
        self.openers = _phrases(room, "place_opener") | self.leads | frozenset(link.strip() for link in self.links)
        self.endings = tuple(word for wordings in room.words("place_ending").values() for word in wordings)
        self.not_adjectives = frozenset(word for wordings in room.words("not_place_adjective").values() for word in wordings)


def _phrases(room: Room, kind: str) -> frozenset[str]:
    return frozenset(" ".join(words) for wordings in room.words(kind).values() for wording in wordings if (words := fold(wording).split()))


def _padded(room: Room, kind: str) -> tuple[str, ...]:
    """The phrases of a kind with a space at both ends, the longest first."""
    return tuple(f" {phrase} " for phrase in sorted(_phrases(room, kind), key=lambda phrase: (-len(phrase), phrase)))


@lru_cache(maxsize=64)
def words_of(room: Room) -> Words:
    """The phrases of a room, compiled once."""
    return Words(room)


def words_before(passage: Passage, at: int) -> tuple[str, ...]:
    """The last one, two, three and four words before an offset, folded; none where a mark other than an abbreviation's dot stands between."""
    text = passage.text
    start = at
    while start > 0 and text[start - 1] == " ":
        start -= 1
    short = _WORD_BEFORE.search(text, max(0, start - 1 - _ABBREVIATION), start - 1) if start > 1 and text[start - 1] == "." else None
    if short is not None and not _in_word(text, short.start()):
        start -= 1
    elif start == at:
        return ()
    words = passage.folded[max(0, start - _WINDOW):start].rsplit(" ", _LONGEST_PHRASE)
    if not words or not words[-1]:
        return ()
    found = [words[-1]]
    for word in reversed(words[-_LONGEST_PHRASE:-1]):
        if not word:
            break
        found.append(f"{word} {found[-1]}")
    return tuple(found)


def words_behind(passage: Passage, at: int) -> tuple[str, ...]:
    """The first one, two and three words behind an offset, folded; none where a mark stands between."""
    if passage.text[at:at + 1] != " ":
        return ()
    found: list[str] = []
    for word in passage.folded[at + 1:at + _WINDOW].split(" ", 3)[:3]:
        if not word:
            break
        found.append(f"{found[-1]} {word}" if found else word)
    return tuple(found)


def longest(words: tuple[str, ...], phrases: frozenset[str]) -> int:
    """How many words the longest of the phrases has that the words end (or begin) with, 0 where none does."""
    return next((len(words) - i for i, phrase in enumerate(reversed(words)) if phrase in phrases), 0)


def stands_before(passage: Passage, at: int, phrases: frozenset[str]) -> bool:
    """True where one of the phrases ends right before an offset."""
    return not phrases.isdisjoint(words_before(passage, at))


def word_before(text: str, at: int) -> Word | None:
    """The word right before an offset with nothing but a space between, None where anything else stands there."""
    if at < 2 or text[at - 1] != " ":
        return None
    found = _WORD_BEFORE.search(text, max(0, at - _WINDOW), at - 1)
    return Word(found.start(), at - 1, found.group()) if found and not (found.start() and text[found.start() - 1] in "@/") else None


def word_after(text: str, at: int) -> Word | None:
    """The word right behind an offset with nothing but a space between, None where anything else stands there."""
    if text[at:at + 1] != " ":
        return None
    found = _WORD.match(text, at + 1)
    return Word(found.start(), found.end(), found.group()) if found else None


def opens(text: str, at: int) -> bool:
    """True where a sentence, a line, a quotation, a list's item or a turn of speech begins."""
    before = text[max(0, at - _NEAR):at].rstrip(" (")
    if not before or before[-1] in _OPENING:
        return True
    return before[-1] in _MARKS and (len(before) == 1 or before[:-1].rstrip(" ")[-1:] in ("", *_OPENING))


def run_from(text: str, at: int, longest: int = 6) -> list[Word]:
    """The words with a capital that stand in a row from an offset on, one space between."""
    run: list[Word] = []
    while len(run) < longest:
        found = _WORD.match(text, at)
        if found is None or not found.group()[0].isupper():
            break
        run.append(Word(found.start(), found.end(), found.group()))
        if text[found.end():found.end() + 1] != " ":
            break
        at = found.end() + 1
    return run


def run_to(text: str, at: int, longest: int = 4) -> list[Word]:
    """The words with a capital that stand in a row up to an offset, a possessive ending the row."""
    run: list[Word] = []
    while len(run) < longest:
        found = _WORD_BEFORE.search(text, max(0, at - _WINDOW), at)
        if found is None or not found.group()[0].isupper() or (run and found.group()[-2:-1] in ("'", "\u2019")):
            break
        run.insert(0, Word(found.start(), found.end(), found.group()))
        if found.start() < 2 or text[found.start() - 1] != " ":
            break
        at = found.start() - 1
    return run


def is_family(word: str, knowledge: Knowledge) -> bool:
    """True for one of the family names that most Vietnamese bear, with or without diacritics."""
    return knowledge.offices.is_family(word, stripped=True, common=True)


def is_given(word: str, room: Room, knowledge: Knowledge) -> bool:
    """True for a given name of the world's news, or one of the room's dictionary."""
    return bare(word).lower() in knowledge.offices.given or any("given" in reading.names for reading in room.readings(word))


def begins_person(run: list[Word], knowledge: Knowledge) -> bool:
    """True where a row of capitals begins with a family name and has a given name behind it."""
    return len(run) > 1 and is_family(run[0].text, knowledge)


def is_vietnamese(run: list[Word], knowledge: Knowledge) -> bool:
    """True where every word of a row is built like a Vietnamese syllable."""
    return all(knowledge.offices.syllable.fullmatch(bare(word.text).lower()) for word in run)


def _in_word(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
