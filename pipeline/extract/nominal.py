"""Noun phrases of an inflected language, read with its dictionary: which noun a figure counts, and how far its phrase goes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft, UnitRead
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.inflect import Reading
from pipeline.records import Hit, Passage

WORD = re.compile(r" ?([^\W\d_]+(?:-[^\W\d_]+)*)")
_AFTER_FIGURE = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
_BEFORE_NOUN = re.compile(r",? ([^\W\d_]+(?:-[^\W\d_]+)*)")
_ADJECTIVES = frozenset({"adj", "pact", "ppas"})
_NOUNS = ("subst", "ger", "depr")
_VERBS = ("fin", "praet", "bedzie", "imps", "pred")
_NUMBER_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+$")
_ONE = re.compile(r"(?<![0-9.,])1$")
_DECIMAL = re.compile(r"[0-9],[0-9]{1,2}$")
_LONGEST = 24
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_LONGEST_WORD = 40
_COUNTED = frozenset({"nom", "acc", "gen"})
_FAMILY = frozenset({"family"})
_MOST_WORDS = 5
_MASCULINE_PERSONS = "m1"
_PERSONS = frozenset({_MASCULINE_PERSONS, "f"})
"""SGJP's gender of nouns that stand for persons, and that of their feminines, which share their plural."""


class Word(NamedTuple):
    """A word of a passage with what the dictionary knows of it (of a compound: of its last part)."""

    start: int
    stop: int
    text: str
    readings: tuple[Reading, ...]

    def has(self, *tags: str) -> bool:
        """True where some reading is of one of these parts of speech."""
        return any(reading.pos in tags for reading in self.readings)

    def is_impersonal(self) -> bool:
        """True of a verb that a numeral may be the subject of: in the neuter of the past, or impersonal ("61 were hired", said of no one)."""
        return any(one.pos == "imps" or (one.pos == "praet" and "sg" in one.numbers and "n" in one.cases) for one in self.readings)


def word_at(passage: Passage, at: int, room: Room, pattern: re.Pattern[str] = WORD) -> Word | None:
    """The word that starts at `at`, a space skipped; None at a mark or a digit."""
    match = pattern.match(passage.text, at)
    if match is None:
        return None
    text = match.group(1)
    first, _, last = text.rpartition("-")
    return Word(match.start(1), match.end(), text, () if first.isupper() else room.readings(last))


def word_ahead(passage: Passage, draft: Draft, room: Room) -> Word | None:
    """The word of the sentence that stands before a figure with its fillers and bounds; None at a mark or a digit."""
    at = past_fillers(passage, draft.start)
    match = _LAST_WORD.search(passage.text, max(draft.sentence, at - _LONGEST_WORD), at)
    return Word(match.start(1), match.end(1), match.group(1), room.readings(match.group(1).lower())) if match is not None else None


def counted_noun(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The noun that a figure before `at` counts: a wording of the room or any noun, behind the adjectives that agree with it.

    A word that is both (a substantive adjective) is the noun where no other follows; the name of a people counts persons.
    """
    last: Word | None = None
    place = _past_of(passage, at, room)
    counted = _NUMBER_WORD.search(passage.text, max(at - _LONGEST, 0), at) is not None
    for i in range(_MOST_WORDS):
        word = word_at(passage, place, room, _BEFORE_NOUN if i else _AFTER_FIGURE)
        if word is None or _is_beyond(passage, at, word):
            break
        if len(word.text) > 1 and word.text.partition("-")[0].isupper():
            return UnitRead(None, "count", word.text.partition("-")[0], word.start, word.stop, "open")
        small = passage.starting(word.start, "list_word") if i else None
        small = small or passage.starting(word.start, "change_word")
        if small is not None and (small.id == "number_of" or small.kind == "list_word"):
            place = small.stop
            continue
        if word.has("ppron3"):  # "34 their companies", "13 given him throws"
            place = word.stop
            continue
        if passage.starting(word.start, "stop_word", "list_word") is not None:
            break
        hit = passage.starting(word.start, "unit", "noun")
        if hit is not None:
            return _of_wording(passage, at, hit, room, knowledge)
        if word.has("conj", "comp"):
            break  # "four longer than planned": the small word is a noun too
        if word.has(*_NOUNS) and not word.has(*_ADJECTIVES):
            if not counted and not _ONE.search(passage.text, max(at - _LONGEST, 0), at) and not _is_governed(word):
                return None
            if counted and _is_alone(passage, at, word):
                return None
            return _as_unit(word, room, knowledge, counted=counted)
        if not word.has(*_ADJECTIVES, "adv", "brev") or word.has("prep") or (not i and _is_of_one(passage, at, word)):
            break
        if word.has("subst") and passage.starting(word.start, "ordinal", "filler") is None:
            last = word
        place = word.stop
    return _as_unit(last, room, knowledge, counted=counted) if last is not None else None


def _past_of(passage: Passage, at: int, room: Room) -> int:
    """Behind the "of" of "four of these countries", where the dictionary knows a genitive plural to follow; else where the figure ends."""
    part = passage.starting(at, "part_word")
    word = word_at(passage, part.stop, room) if part is not None and part.id == "of" else None
    if part is None or word is None:
        return at
    genitive = any("pl" in reading.numbers and "gen" in reading.cases for reading in word.readings if reading.pos in _ADJECTIVES)
    return part.stop if genitive else at


def _is_governed(word: Word) -> bool:
    """Whether a figure but one may govern a noun: a plural, or a genitive of the uncounted ("20 thousand of youth"; not "198 by reprimand")."""
    return any("pl" in reading.numbers or "gen" in reading.cases for reading in word.readings if reading.pos in _NOUNS)


def _is_of_one(passage: Passage, at: int, word: Word) -> bool:
    """An adjective straight behind digits that is in the singular only ("a 4 digit code"), or has a capital and is no genitive: another phrase."""
    adjectives = [reading for reading in word.readings if reading.pos in _ADJECTIVES]
    if not adjectives or len(adjectives) < len(word.readings) or not passage.text[at - 1:at].isdigit():
        return False
    if _ONE.search(passage.text, max(at - _LONGEST, 0), at) is not None:
        return False
    singular = not any("pl" in reading.numbers or "gen" in reading.cases for reading in adjectives)
    return singular or (word.text[0].isupper() and not any("gen" in reading.cases for reading in adjectives))


def _of_wording(passage: Passage, at: int, hit: Hit, room: Room, knowledge: Knowledge) -> UnitRead | None:
    if not may_count(passage, at, hit, room):
        return None
    return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], hit.start, hit.stop, hit.kind)


def may_count(passage: Passage, at: int, hit: Hit, room: Room) -> bool:
    """False of a noun in the nominative singular apart from digits but one: no figure governs it ("3,500 before tax | a pensioner").

    Beside whole digits it may be a slip of a translation.
    """
    if hit.kind != "noun" or not passage.text[at - 1:at].isdigit():
        return True
    if hit.start <= at + 1 and _DECIMAL.search(passage.text, max(at - _LONGEST, 0), at) is None:
        return True
    if _ONE.search(passage.text, max(at - _LONGEST, 0), at) is not None:
        return True
    word = word_at(passage, hit.start, room)
    nouns = [reading for reading in word.readings if reading.pos in _NOUNS and not reading.proper] if word is not None else []
    return not nouns or any("pl" in reading.numbers or "gen" in reading.cases for reading in nouns)


def _is_alone(passage: Passage, at: int, word: Word) -> bool:
    """Whether a few of things stand before a noun that is no plural ("the best eight | of the tournament")."""
    few = passage.ending(at, "cardinal")
    return few is not None and few.id.isdigit() and 1 < int(few.id) < 10 and not any("pl" in reading.numbers for reading in word.readings)


def _is_beyond(passage: Passage, at: int, word: Word) -> bool:
    """A word that can belong to no phrase of the figure before it: the next sentence, a tail of the number, a verb."""
    if passage.text[at - 1:at] == "." and word.start == at + 1 and word.text[0].isupper() and not _people(word):
        return True  # the dot of the scale word ended the sentence
    if passage.starting(word.start, "number_tail") is not None:
        return True
    return word.has("fin", "bedzie") and not any("pl" in reading.numbers for reading in word.readings if reading.pos in _NOUNS)


def is_singular(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """True where the dictionary knows the word at `start` as a noun in the singular only: no figure but one counts it."""
    word = word_at(passage, start, room)
    numbers = [reading.numbers for reading in word.readings if reading.pos in _NOUNS] if word is not None and word.stop <= stop else []
    return bool(numbers) and not any("pl" in number for number in numbers)


def is_counted(passage: Passage, hit: Hit, room: Room) -> bool:
    """True where a wording stands in the genitive plural, which a figure governs."""
    word = word_at(passage, hit.start, room)
    lemma = hit.entry.lemma.split(" ")[0]
    readings = [reading for reading in word.readings if reading.lemma == lemma] or word.readings if word is not None else ()
    return any("gen" in reading.cases and "pl" in reading.numbers for reading in readings)


def only_verbs(passage: Passage, start: int, stop: int, room: Room, *, qualified: bool = False) -> bool:
    """True where nothing but verbs and adverbs, a verb at least, stands between two offsets ("the guests were in all 300").

    `qualified`: adjectives in the genitive plural may stand there too ("of which free are 37").
    """
    verb = False
    place = start
    while place < stop and passage.text[place:stop].strip():
        word = word_at(passage, place, room)
        if word is None or word.stop > stop or not (word.has(*_VERBS, "adv", "part") or (qualified and _is_plural_genitive(word))):
            return False
        verb = verb or word.has(*_VERBS)
        place = word.stop
    return verb


def _is_plural_genitive(word: Word) -> bool:
    return any(one.pos in _ADJECTIVES and "pl" in one.numbers and "gen" in one.cases for one in word.readings)


def _people(word: Word) -> str | None:
    """The lemma of the name of a people, None for another word."""
    for reading in word.readings:
        if reading.pos != "subst" or not reading.lemma[:1].isupper() or not reading.genders <= _PERSONS:
            continue
        woman = "f" in reading.genders and "pl" in reading.numbers and reading.names <= _FAMILY
        if woman or not reading.proper:
            return reading.lemma
    return None


def _has_singular(reading: Reading, room: Room) -> bool:
    """False of a noun that is only plural, which another of the same forms mostly is meant before."""
    return any("sg" in other.numbers for other in room.readings(reading.lemma) if other.lemma == reading.lemma)


def _as_unit(word: Word, room: Room, knowledge: Knowledge, *, counted: bool) -> UnitRead | None:
    """An open noun with its lemma; a word with a capital where it is the name of a people, or `counted` by a word ("three Supercups")."""
    nouns = [reading for reading in word.readings if reading.pos in _NOUNS and not reading.proper]
    if not nouns:
        return None
    plurals = [reading for reading in nouns if "pl" in reading.numbers]
    plural = next((reading for reading in plurals if _has_singular(reading, room)), (plurals or nouns)[0])
    person = knowledge.units.kind("person")
    if word.text[0].isupper() and (people := _people(word)) is not None:
        return UnitRead("person", person, people, word.start, word.stop, "people")
    if word.text[0].isupper() and not (counted and any(reading.cases & _COUNTED for reading in plurals if reading.lemma.islower())):
        return None
    genders = frozenset().union(*(reading.genders for reading in plurals or nouns))
    if _MASCULINE_PERSONS in genders and genders <= _PERSONS:
        return UnitRead("person", person, plural.lemma, word.start, word.stop, "people")
    lemma = plural.lemma if plural.pos != "ger" else word.text.lower()  # a verbal noun has the lemma of its verb
    return UnitRead(None, "count", lemma, word.start, word.stop, "open")
