"""Which number words may be claims: articles, idioms, ordinals and vague ones are none."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import past_fillers
from pipeline.extract.clock import is_clock
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.fractions import refuse_fraction
from pipeline.extract.naming import ARTICLE, FEW, NO_MARK
from pipeline.extract.nominal import word_at
from pipeline.extract.number import Number
from pipeline.extract.standing import may_stand
from pipeline.knowledge import Room
from pipeline.records import Passage

_COUNTED_ONE = frozenset({"commune", "ward", "township", "town", "district", "city", "province", "special_zone", "administrative_unit"})
_TELLING = ("counts_one", "change_verb", "part_word", "list_word", "bound_before")
_COMPARING = ("more_than", "less_than")
_NEXT_ITEM = re.compile(r"[^,;.()\n]{0,30}, ")
_VERB_LEFT_OUT = re.compile(r" [-\u2013\u2014] (?=[^\W\d_])")
"""A dash in the place of a verb that was said before ("three schools will close, and two - merge")."""
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_LONGEST_WORD = 40
_QUALIFIERS = frozenset({"adj", "part", "conj"})
_ITEM_REACH = 30
_LIST_REACH = 40
_SMALL = Decimal(10)
_MANY = Decimal(1000)


def refuse_words(passage: Passage, number: Number, unit: UnitRead | None, room: Room, last: Draft | None) -> str | None:
    """Why number words are no claim, None where they may be one; `last` is the draft before them."""
    if number.rule == "both":
        return "both"
    if number.rule == "vague" and number.low is not None and number.high is not None and number.high < _SMALL and number.high - number.low > 1:
        return FEW
    if number.fraction and (reason := refuse_fraction(passage, number, unit, room)) is not None:
        return reason
    if number.fraction or number.rule == "vague":
        return None if unit is not None or number.fraction or _is_left_out(passage, number, room, last) else "no_unit"
    mark = passage.ending(number.start, "number_mark")
    named = mark is not None and mark.id != NO_MARK and (mark.id != "weak" or unit is None or unit.rule == "open")
    ordinal, cardinal = passage.starting(number.start, "ordinal"), passage.starting(number.start, "cardinal")
    if named or (ordinal is not None and (cardinal is None or cardinal.stop < ordinal.stop)):  # one form may be both
        return "ordinal"
    if passage.starting(number.start, "not_counted") is not None:
        return "idiom"
    if unit is None and room.language.inflection == "suffixes" and may_stand(passage, number, room):
        return None
    if unit is None:
        many = number.words > 1 and number.value is not None and number.value >= _MANY  # money, perhaps, where the sentence speaks of it
        part = passage.ending(number.start, "part_word")  # "of which four were wounded"
        named = many or (part is not None and part.id == "part") or _goes_on(passage, number) or _is_left_out(passage, number, room, last)
        return None if number.value not in (0, 1) and named else "no_unit"
    return "no_unit" if number.value == 0 else _refuse_counted(passage, number, unit, room, last)


def _refuse_counted(passage: Passage, number: Number, unit: UnitRead, room: Room, last: Draft | None) -> str | None:
    if is_clock(passage, number, unit):
        return "clock"
    tied = unit.rule == "glued" and unit.kind == "duration"  # "a one-year-old girl", "a one-day visit"
    if number.value == 1 and not tied and not _counted_one(passage, number, unit, room, last):
        return ARTICLE
    doubtful = number.homograph or room.language.inflection == "none"
    small = number.words == 1 and number.value is not None and number.value < _SMALL
    return "no_unit" if unit.rule == "open" and small and doubtful else None


def _goes_on(passage: Passage, number: Number) -> bool:
    """Whether a number word is the first of two figures: "five to ten", "six of the fourteen"."""
    word = passage.starting(number.stop, "range_word", "part_word")
    if word is None and passage.text[number.stop:number.stop + 2] == ", " and number.words == 1 and number.value is not None:
        following = passage.starting(number.stop + 2, "cardinal", "cardinal_first")
        return following is not None and len(following.id) == 1 and Decimal(following.id) == number.value + 1  # "two, three days"
    if word is None or (word.kind == "part_word" and number.value == 1):
        return False
    if word.kind == "part_word" and word.id != "of":
        return word.id == "part"
    return (
        passage.text[word.stop:word.stop + 2].strip()[:1].isdigit()
        or passage.starting(word.stop, "cardinal", "cardinal_first", "filler", "bound_before", "bound_beside") is not None
    )


def _is_left_out(passage: Passage, number: Number, room: Room, last: Draft | None) -> bool:
    """Whether what is counted is left out as just said: "20 teams, three from here and two from there", "15 came, three stayed"."""
    if not room.has_dictionary or last is None or last.sentence != passage.sentence_at(number.start).start:
        return False
    verb = word_at(passage, number.stop, room)
    by = passage.ending(past_fillers(passage, number.start), "change_word")
    if is_compared(passage, number, room) or (by is not None and by.id == "by" and passage.starting(number.stop, "change_after") is not None):
        return True  # "took 30 days, by four longer"
    if last.unit is not None and last.unit.kind != "count":
        return False
    part = passage.starting(number.stop, "part_word")
    told = verb is not None and verb.has("fin", "praet", "imps", "bedzie")
    if not (part is not None and part.id == "of") and not told and _VERB_LEFT_OUT.match(passage.text, number.stop) is None:
        return False
    at = past_fillers(passage, number.start)
    return is_joined(passage, at) or is_joined(passage, past_qualifier(passage, at, room))


def is_joined(passage: Passage, at: int) -> bool:
    """Whether an item of a list or a clause begins here."""
    return passage.text[at - 2:at] == ", " or passage.ending(at, "list_word", "joiner") is not None


def past_qualifier(passage: Passage, at: int, room: Room) -> int:
    """Where the one adjective or particle before a figure begins, whose noun is left out ("and another four", "four, however, ..."); else `at`."""
    match = _LAST_WORD.search(passage.text, max(at - _LONGEST_WORD, 0), at)
    readings = room.readings(match.group(1)) if match is not None and match.group(1).islower() else ()
    return match.start() if match is not None and any(reading.pos in _QUALIFIERS for reading in readings) else at


def is_compared(passage: Passage, number: Number, room: Room) -> bool:
    """Whether a comparative adverb and what it compares with stand in the place of a noun and its verb ("and four | longer, than planned")."""
    how = word_at(passage, number.stop, room) if room.has_dictionary and not number.raw else None
    if how is None or how.has("num") or not any(reading.pos == "adv" and "com" in reading.numbers for reading in how.readings):
        return False  # "four more than": by how much
    than = word_at(passage, how.stop + passage.text.startswith(",", how.stop), room)
    return than is not None and than.has("conj") and passage.ending(past_fillers(passage, number.start), "change_word") is None


def _counted_one(passage: Passage, number: Number, unit: UnitRead, room: Room, last: Draft | None) -> bool:
    """One of a thing is counted, not merely named, where it stands in a list of counts or counts units of the map."""
    if unit.unit in _COUNTED_ONE and (room.language.inflection != "none" or passage.ending(number.start, *_TELLING) is not None):
        return True
    joint = passage.starting(unit.stop, "list_word", "joiner") if unit.kind == "duration" else None
    if joint is not None and _begins_number(passage, joint.stop + 1):
        return True  # "one hour and 52 minutes"
    half = passage.starting(unit.stop, "joiner")
    bound = passage.ending(number.start, "bound_before", "bound_beside")
    if half is not None and half.id == "half":
        return True
    if bound is not None and (unit.kind != "count" or bound.id not in _COMPARING or room.language.inflection != "none"):
        return True
    text, start = passage.text, number.start
    sentence = passage.sentence_at(start)
    if passage.ending(start, "joiner", "list_word") is None and text[start - 2:start] not in (", ", "; "):
        return _has_next(passage, unit.stop, room)
    parted = room.language.inflection == "none" and passage.ending(start, "joiner", "list_word") is None
    if parted and not _is_same(last, unit) and not _has_next(passage, unit.stop, room):
        return False  # "300 games, a figure that" says again what was said
    return (
        last is not None
        and last.unit is not None
        and last.unit.kind == "count"
        and last.sentence == sentence.start
        and start - last.stop < _LIST_REACH
    )


def _has_next(passage: Passage, at: int, room: Room) -> bool:
    """Whether a list goes on behind one of a thing with a figure; in a language without inflection with more than one."""
    match = _NEXT_ITEM.match(passage.text, at)
    if room.language.inflection != "none":
        return match is not None and _begins_number(passage, match.end())
    joints = [hit.stop + 1 for hit in passage.within(at, at + _ITEM_REACH, "list_word")] + ([] if match is None else [match.end()])
    again = [passage.starting(joint, "cardinal", "cardinal_first") for joint in joints if _begins_number(passage, joint)]
    return any(hit is None or hit.id != "1" for hit in again)


def _is_same(last: Draft | None, unit: UnitRead) -> bool:
    return last is not None and last.unit is not None and last.unit.unit == unit.unit is not None


def _begins_number(passage: Passage, at: int) -> bool:
    return passage.text[at:at + 1].isdigit() or passage.starting(at, "cardinal", "cardinal_first") is not None
