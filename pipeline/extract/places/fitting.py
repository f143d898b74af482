"""The name at an offset that fits a level: one of the gazetteer, or a row of capitals that is no person and no title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.places.communes import communes_at
from pipeline.extract.places.mention import KNOWN_ONLY, LEVELS_OF, LOW, WHOLE, Mention, is_low, shaped
from pipeline.extract.places.words import PERSON_SYLLABLES, Word, Words, begins_person, is_family, is_given, is_vietnamese, run_from, word_after
from pipeline.knowledge import GazetteerRow, Knowledge, Room
from pipeline.records import Hit, Passage

COUNTED = ("noun", "unit", "scale", "cardinal", "month", "calendar_word")
_NUMBERED = re.compile(r" [0-9]{1,2}(?=[;)\n]|[,.:](?![0-9])|$| [^\W\d])")
_LONGEST = 4
_LEFT = 12
_SHORT_NAMES = WHOLE - {"pass"}
"""Levels whose names may well be one syllable."""
_NEVER_UNKNOWN = frozenset({"country", "region"})
_LONG_NAMES = frozenset({"district", "town"})
"""Levels below the province whose names are never one syllable, and all known."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read the names of one passage."""

    passage: Passage
    room: Room
    knowledge: Knowledge
    words: Words


def fitting_rows(rows: Sequence[GazetteerRow], level: str) -> tuple[GazetteerRow, ...]:
    """The rows that a level word may mean; a district or a commune is never a province of Vietnam."""
    return tuple(row for row in rows if row.level in LEVELS_OF.get(level, ()) and (level not in LOW or is_low(row) or not row.code.startswith("VN-")))


def name_at(reader: Reader, at: int, level: str) -> Mention | None:
    """The name that begins at an offset and fits a level."""
    passage, text = reader.passage, reader.passage.text
    if level == "commune" and (rows := communes_at(text, at, reader.room, reader.knowledge)):
        stop, its = rows
        return Mention(passage, at, stop, its[0].name, its, level, "level_name")
    run = run_from(text, at, _LONGEST + 2)
    hit = passage.starting(at, "place") if text[at:at + 1] != " " else None
    if hit is not None and shaped(text[hit.start:hit.stop], hit.entry.wording):
        fitting = fitting_rows(hit.entry.value.rows, level)
        rest = [word for word in run if word.start >= hit.stop]
        person = begins_person(rest, reader.knowledge) or (len(rest) > 1 and is_given(rest[0].text, reader.room, reader.knowledge))
        if not rest or person or rest[0].text.isupper() or (fitting and not is_vietnamese(rest, reader.knowledge)):
            return _known(reader, hit, fitting, level)
        if fitting and passage.starting(rest[0].start, "office", "honorific", "level_before", "body", "body_head") is not None:
            return _known(reader, hit, fitting, level)
    return _unknown(reader, run, level)


def name_of(hit: Hit, text: str) -> str:
    """What a name of the gazetteer is called: its nominative where the text inflects it, else as it stands."""
    return hit.entry.lemma if hit.entry.lemma != hit.entry.wording else text[hit.start:hit.stop]


def _known(reader: Reader, hit: Hit, fitting: tuple[GazetteerRow, ...], level: str) -> Mention | None:
    passage, text, rows = reader.passage, reader.passage.text, hit.entry.value.rows
    if not fitting and level in KNOWN_ONLY and not any(row.level == "city" for row in rows):
        return None
    if not fitting and (level in _NEVER_UNKNOWN or level == "sea" or (level in LOW and not all(is_low(row) for row in rows))):
        return None
    stop = _number_end(reader, hit.start, hit.stop)
    if stop > hit.stop:
        return Mention(passage, hit.start, stop, text[hit.start:stop], (), level, "level_name")
    return Mention(passage, hit.start, hit.stop, name_of(hit, text), fitting, level, "level_name")


def _unknown(reader: Reader, run: list[Word], level: str) -> Mention | None:
    """A row of capitals that the gazetteer does not know as a name of the level."""
    passage, text, knowledge = reader.passage, reader.passage.text, reader.knowledge
    run = _cut(run, reader.room, knowledge, shortest=1 if level in WHOLE else 2)
    if not run or len(run) > _LONGEST or level in _NEVER_UNKNOWN or _is_other(reader, run, level):
        return None
    stop = _number_end(reader, run[0].start, run[-1].stop) if len(run) > 1 else run[-1].stop
    return Mention(passage, run[0].start, stop, text[run[0].start:stop], (), level, "level_unknown")


def _is_other(reader: Reader, run: list[Word], level: str) -> bool:
    """True where a row of capitals behind a level word is a person, a title or a shortening."""
    text, knowledge = reader.passage.text, reader.knowledge
    vietnamese = is_vietnamese(run, knowledge)
    if level in KNOWN_ONLY and any(is_vietnamese([word], knowledge) or "'" in word.text or "\u2019" in word.text for word in run):
        return True
    if len(run) >= PERSON_SYLLABLES and vietnamese and is_family(run[0].text, knowledge):
        return True
    if len(run) > 1 and is_given(run[0].text, reader.room, knowledge):
        return True
    if reader.room.has_dictionary and all("adj" in reader.room.parts(word.text.lower()) for word in run):
        return True
    if len(run) == 1 and level not in _SHORT_NAMES:
        after = word_after(text, run[0].stop)
        # a title in which only the first syllable is written large
        if len(run[0].text) == 1 or (vietnamese and (level in _LONG_NAMES or (after is not None and not after.capital))):
            return True
    return run[0].text.isupper() and len(run[0].text) > 1 and not text[max(0, run[0].start - _LEFT):run[0].start].strip().isupper()


def _cut(run: list[Word], room: Room, knowledge: Knowledge, shortest: int = 2) -> list[Word]:
    """A row of capitals up to where a person's name begins; of Vietnamese names at least `shortest` words are left."""
    for i in range(1, len(run) - 1):
        native = i >= shortest and is_family(run[i].text, knowledge) and (i > 1 or len(run) - i >= PERSON_SYLLABLES)
        if native or (not is_vietnamese(run, knowledge) and is_given(run[i].text, room, knowledge)):
            return run[:i]
    return run


def _number_end(reader: Reader, start: int, stop: int) -> int:
    """Where a name ends that has a number of its own ("Tan Lap 2"); its digits are spoken for."""
    found = _NUMBERED.match(reader.passage.text, stop)
    if found is None or reader.passage.starting(found.end(), *COUNTED) is not None:
        return stop
    reader.passage.take(start, found.end(), "name")
    return found.end()
