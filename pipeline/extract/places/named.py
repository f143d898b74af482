"""Names beside a word of level: "huyen X", "X District", "gminy X, Y i Z"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.extract.places.adjectives import read_adjectives
from pipeline.extract.places.fitting import COUNTED, Reader, fitting_rows, name_at, name_of
from pipeline.extract.places.lists import item_before, list_behind, list_such
from pipeline.extract.places.mention import KNOWN_ONLY, WHOLE, Mention, is_low, shaped
from pipeline.extract.places.words import is_family, is_vietnamese, opens, run_to, stands_before, word_before, words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

OTHER = "other"
"""Id of a wording that holds a word of level and is none."""
_NATURE = frozenset({"village", "island", "region", "country"}) | WHOLE
_NUMBER = re.compile(r"[0-9]{1,2}(?![0-9]|[.,/:-][0-9]| ?%)")
_QUOTES = '"\u201c\u201e'
_SHORT = 2
"""Words: a longer row of capitals before a level word is the name of a body."""


def read_named(passage: Passage, hits: Iterable[Hit], room: Room, knowledge: Knowledge) -> list[Mention]:
    """The names that stand beside level words, with their lists, in order; hits of names hide level words inside them."""
    reader = Reader(passage, room, knowledge, words_of(room))
    found: list[Mention] = []
    upto = inside = 0
    for hit in hits:
        if hit.start < upto:
            continue
        if hit.entry.kind == "place":
            if " " in hit.entry.wording and _is_wide(hit) and shaped(passage.text[hit.start:hit.stop], hit.entry.wording):
                inside = max(inside, hit.stop)
            continue
        if hit.start < inside and passage.starting(hit.start, "place") is None:
            continue
        if hit.entry.id == OTHER:
            upto = hit.stop
        elif _is_level(reader, hit):
            names = _behind(reader, hit) if hit.entry.kind == "level_before" else _ahead(reader, hit)
            names = [name for name in names if not found or name.start >= found[-1].stop]
            if names:
                found += names
                upto = max(hit.stop, names[-1].stop)
    return found


def _is_wide(hit: Hit) -> bool:
    """True for the name of more than a small unit of Vietnam."""
    return not all(is_low(row) for row in hit.entry.value.rows)


def _is_level(reader: Reader, hit: Hit) -> bool:
    """False for one letter without its dot, for a part of a longer place's name, and for the last syllable of another name."""
    passage, text = reader.passage, reader.passage.text
    if hit.stop - hit.start - text[hit.start:hit.stop].count(".") == 1 and (text[hit.start] != hit.entry.wording[0] or text[hit.stop - 1] != "."):
        return False
    if hit.entry.kind == "level_after":
        longer = passage.ending(hit.stop, "place")
        return longer is None or longer.start >= hit.start
    longer = passage.starting(hit.start, "place")
    if longer is not None and longer.stop > hit.stop and _is_wide(longer) and shaped(text[hit.start:longer.stop], longer.entry.wording):
        return False
    if hit.entry.id in _NATURE and text[hit.start].isupper():
        left = word_before(text, hit.start)
        return not is_family(text[hit.start:hit.stop], reader.knowledge) and (left is None or not left.capital)
    return True


def _behind(reader: Reader, hit: Hit) -> list[Mention]:
    """The name that follows a level word, and the list that it opens."""
    passage, text = reader.passage, reader.passage.text
    at = hit.stop + (text[hit.stop:hit.stop + 1] == " ")
    at += at < len(text) and text[at] in _QUOTES
    plural = hit.entry.wording != hit.entry.lemma
    many = plural or stands_before(passage, hit.start, reader.words.many)
    if many and (names := list_such(reader, hit)):
        return names
    number = _NUMBER.match(text, at) if at > hit.stop or text[hit.stop - 1] == "." else None
    if number is not None:
        return _numbers(reader, hit, number)
    first = name_at(reader, at, hit.entry.id) if _names_follow(reader, hit) else None
    if first is None:
        return read_adjectives(reader, hit)
    if first.level in WHOLE:
        if not reader.room.has_dictionary:
            first.start, first.name = hit.start, text[hit.start:first.stop]
        return [first] if first.rows or not reader.room.has_dictionary else []
    return [first, *list_behind(reader, first, many=many)]


def _names_follow(reader: Reader, hit: Hit) -> bool:
    """False for a word that stands behind names in this language: before them it has only numbers ("Ward 5")."""
    return hit.entry.wording in _introducing(reader.room) or hit.entry.id not in _levels_behind(reader.room)


@lru_cache(maxsize=64)
def _introducing(room: Room) -> frozenset[str]:
    """The wordings of more than one word: they introduce a name even where the bare word would follow it ("province of")."""
    return frozenset(wording for wordings in room.words("level_before").values() for wording in wordings if " " in wording)


@lru_cache(maxsize=64)
def _levels_behind(room: Room) -> frozenset[str]:
    return frozenset(room.words("level_after")) - WHOLE


def _numbers(reader: Reader, hit: Hit, number: re.Match[str]) -> list[Mention]:
    """A unit whose name is a number: the word of level belongs to it."""
    text, passage, level = reader.passage.text, reader.passage, hit.entry.id
    introduces = level in _levels_behind(reader.room) and hit.entry.wording in _introducing(reader.room)
    if introduces or level in _NATURE - {"village"} or level in KNOWN_ONLY:
        return []
    if passage.starting(number.end(), *COUNTED) is not None or hit.entry.wording != hit.entry.lemma:
        return []
    passage.take(number.start(), number.end(), "name")
    named = passage.starting(hit.start, "place")
    rows = fitting_rows(named.entry.value.rows, level) if named is not None and named.stop == number.end() else ()
    return [Mention(passage, hit.start, number.end(), text[hit.start:number.end()], rows, level, "level_number")]


def _ahead(reader: Reader, hit: Hit) -> list[Mention]:
    """The name that stands before a level word with the list that ends with it, or the list behind a plural that introduces it."""
    text, level = reader.passage.text, hit.entry.id
    plural = hit.entry.wording != hit.entry.lemma
    last = _name_to(reader, hit.start - 1, level, capital=text[hit.start].isupper()) if text[hit.start - 1:hit.start] == " " else None
    if last is None:
        return list_such(reader, hit) if plural else []
    if level in WHOLE:
        last.name, last.stop = f"{last.name} {text[hit.start:hit.stop]}", hit.stop
        return [last]
    found = [last]
    while plural:
        end = item_before(reader, found[0].start)
        item = _name_to(reader, end, level, capital=False) if end > 0 else None
        if item is None:
            break
        found.insert(0, item)
    return found


def _name_to(reader: Reader, at: int, level: str, *, capital: bool) -> Mention | None:
    """The name that ends at an offset and fits a level; `capital` says that the level word is written large."""
    passage, text, knowledge = reader.passage, reader.passage.text, reader.knowledge
    run = run_to(text, at)
    while len(run) > 1 and (run[0].text.lower() in reader.words.openers or len(run[0].text) == 1):
        run = run[1:]
    if not run:
        return None
    hit = passage.ending(at, "place")
    if hit is not None and shaped(text[hit.start:hit.stop], hit.entry.wording) and hit.start <= run[-1].start:
        fitting = fitting_rows(hit.entry.value.rows, level)
        if fitting and (hit.start <= run[0].start or not is_vietnamese(run, knowledge) or any(row.level == "province" for row in fitting)):
            if level == "city" and capital and not any(row.code.startswith("VN-") for row in fitting):
                return None  # "Manchester City"
            return Mention(passage, hit.start, hit.stop, name_of(hit, text), fitting, level, "level_name")
    vietnamese = is_vietnamese(run, knowledge)
    if level in KNOWN_ONLY or (not vietnamese and not (capital and level in ("district", "island", *WHOLE) and len(run) <= _SHORT)):
        return None
    if len(run) == 1 and (opens(text, run[0].start) or run[0].text.lower() in reader.words.openers):
        return None
    return Mention(passage, run[0].start, run[-1].stop, text[run[0].start:run[-1].stop], (), level, "level_unknown")
