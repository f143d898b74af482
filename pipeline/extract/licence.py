"""Which numbers may be claims: what only looks like a quantity is refused with a reason."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.nominal import is_singular
from pipeline.extract.numerals import Number
from pipeline.knowledge import Room
from pipeline.records import Passage

_LONG_PLAIN = 7
_CLOCK_AFTER = re.compile(r"(?:[:h.][0-9]{2}(?![0-9])|h(?![^\W\d_]))")
_LIST_MARK = re.compile(r"[.)/](?= )")
_COUNTED_ONE = frozenset({"commune", "ward", "township", "town", "district", "city", "province", "special_zone", "administrative_unit"})
_TELLING = ("filler", "change_word", "change_verb", "part_word", "list_word", "bound_before")
_NEXT_ITEM = re.compile(r"[^,;.()\n]{0,30}, ")
_LIST_REACH = 40
_LONGEST_ORDINAL = 3
_CODE_LEFT = re.compile(r"(?:^|[^\w])[A-Z]{2,4} $")
_LETTER_LEFT = re.compile(r"(?:^|[^\w])[A-Z]\.? $")
_NAME_LEFT = re.compile(r"[^\W\d_]+ $")
_SCORE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}(?![0-9])")
_NAME_LENGTH = 24
_YEARS = range(1900, 2101)


def refusal(passage: Passage, number: Number, unit: UnitRead | None, room: Room, *, signed: bool, last: Draft | None) -> str | None:
    """Why a number is no claim, or None where it may be one; `signed` says that a currency sign stands before it, `last` is the draft before it."""
    if passage.sentence_at(number.start).block in ("furniture", "dateline"):
        return "furniture"
    if _is_ago(passage, number, unit):
        return "relative_date"
    return _refuse_digits(passage, number, unit, room, signed=signed) if number.raw else _refuse_words(passage, number, unit, room, last)


def _refuse_digits(passage: Passage, number: Number, unit: UnitRead | None, room: Room, *, signed: bool) -> str | None:
    text = passage.text
    start, stop = number.start, number.stop
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    if number.value is None:
        return "malformed_number"
    if not signed and (before.isalnum() or before in "_#@" or (before in "-./" and start > 1 and text[start - 2].isalpha())):
        return "part_of_name"
    if unit is None and (named := _names_itself(passage, number, room)):
        return named
    if after.isalpha() and unit is None:
        return "clock" if _CLOCK_AFTER.match(text, stop) else "part_of_name"
    if (after == ":" and text[stop + 1:stop + 2].isdigit()) or (before == ":" and start > 1 and text[start - 2].isdigit()):
        return "clock"
    if _is_clock(passage, number, unit):
        return "clock"
    if _is_list_mark(text, start, stop, before, after):
        return "list_mark"
    if number.scale == 1 and (marked := _marked(passage, start, unit)):
        return marked
    return _refuse_shape(passage, number, unit, room, before)


def _names_itself(passage: Passage, number: Number, room: Room) -> str | None:
    """Digits that are an ordinal ("41. miejsce"), part of a compound, or of a name ("AY 1161", "800 plus")."""
    text, stop = passage.text, number.stop
    goes_on = text[stop:stop + 2] == ".," or (text[stop:stop + 2] == ". " and text[stop + 2:stop + 3].islower())
    if room.language.ordinal_dot and goes_on and number.raw.isdigit() and len(number.raw) <= _LONGEST_ORDINAL:
        return "ordinal"
    if text[stop:stop + 1] == "-" and text[stop + 1:stop + 2].isalpha():
        return "compound"
    if number.scale == 1 and (passage.starting(stop, "number_tail") is not None or _CODE_LEFT.search(text, max(0, number.start - 8), number.start)):
        return "part_of_name"
    return None


def _is_ago(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """A span of time before now ("five years ago") is a date; one by which something comes sooner is none."""
    if unit is None or unit.kind != "duration":
        return False
    ago = passage.starting(unit.stop, "calendar_link")
    if ago is None or ago.id != "ago":
        return False
    by = passage.ending(number.start, "change_word")
    return by is None or by.id != "by"


def _refuse_shape(passage: Passage, number: Number, unit: UnitRead | None, room: Room, before: str) -> str | None:
    digits = number.raw
    plain = digits.isdigit() and number.scale == 1
    if plain and len(digits) == 4 and int(digits) in _YEARS and (unit is None or unit.rule == "open" or (unit.rule == "noun" and is_singular(passage, unit.start, unit.stop, room))):
        return "year"
    if unit is None and digits.replace(" ", "").replace(".", "").isdigit() and digits.startswith("0") and len(digits) >= _LONG_PLAIN:
        return "telephone"
    if unit is None and plain and len(digits) > _LONG_PLAIN:
        return "identifier"
    if unit is None and before == "+":
        return "telephone"
    return None


def _is_clock(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    hour = unit is not None and unit.unit in ("hour", "minute")
    if not hour or number.scale != 1 or number.value is None or number.value > 60:  # noqa: PLR2004
        return False
    assert unit is not None
    follows = passage.text[unit.stop:unit.stop + 3].strip()[:1].isdigit() and unit.unit == "hour"
    left = passage.ending(number.start, "clock")
    right = passage.starting(unit.stop, "clock")
    return bool(follows or (left and left.id == "before") or (right and right.id == "after"))


def _is_list_mark(text: str, start: int, stop: int, before: str, after: str) -> bool:
    opens_line = start == 0 or before == "\n" or text[max(0, start - 3):start].strip(" *-\u2022") in ("", "\n")
    if opens_line and (start == 0 or "\n" in text[max(0, start - 3):start]) and _LIST_MARK.match(text, stop):
        return True
    return before == "(" and after == ")" and stop - start <= 2  # noqa: PLR2004


def _marked(passage: Passage, start: int, unit: UnitRead | None) -> str | None:
    """"Road 61", "article 5", "ward 11": the digits are a name."""
    mark = passage.ending(start, "number_mark", "change_word", "part_word", "rank_mark", "filler")
    if mark is None or mark.kind != "number_mark":
        return None
    if unit is None or unit.rule == "open":
        return "part_of_name"
    return "part_of_name" if mark.id == "hard" or (mark.id == "strong" and unit.kind == "count") else None


def _refuse_words(passage: Passage, number: Number, unit: UnitRead | None, room: Room, last: Draft | None) -> str | None:
    if number.rule == "both":
        return "both"
    if number.rule == "vague" and number.high is not None and number.high < Decimal(10):
        return "few"
    if number.fraction and (dated := _is_part_of_time(passage, number)):
        return dated
    if number.fraction or number.rule == "vague":
        return None if unit is not None or number.fraction else "no_unit"
    if passage.ending(number.start, "number_mark") is not None or passage.starting(number.start, "ordinal") is not None:
        return "ordinal"
    ordinal = passage.starting(number.start, "not_counted")
    if ordinal is not None:
        return "idiom"
    if number.value == 0 or (unit is None and not _goes_on(passage, number)):
        return "no_unit"
    if unit is None:
        return None
    if _is_clock(passage, number, unit):
        return "clock"
    if number.value == 1 and not _counted_one(passage, number, unit, last):
        return "article_one"
    small = number.words == 1 and number.value is not None and number.value < Decimal(10)
    return "no_unit" if unit.rule == "open" and small and (number.homograph or room.language.inflection == "none") else None


def _is_part_of_time(passage: Passage, number: Number) -> str | None:
    """"In the middle of the year", "the first half of May", "the second half": parts in an order, not amounts."""
    if passage.ending(number.stop, "calendar_edge") is not None:
        return "date"
    half = passage.starting(number.start, "calendar_word")
    if half is not None and half.id == "half" and passage.starting(half.stop, "month", "calendar_word") is not None:
        return "date"
    return "ordinal" if passage.ending(number.start, "ordinal") is not None else None


def _goes_on(passage: Passage, number: Number) -> bool:
    """Whether a number word is the first of two figures: "five to ten", "six of the fourteen"."""
    word = passage.starting(number.stop, "range_word", "part_word")
    if word is None or (word.kind == "part_word" and (word.id != "of" or number.value == 1)):
        return False
    return passage.text[word.stop:word.stop + 2].strip()[:1].isdigit() or passage.starting(word.stop, "cardinal", "cardinal_first", "filler", "bound_before", "bound_beside") is not None


def _counted_one(passage: Passage, number: Number, unit: UnitRead, last: Draft | None) -> bool:
    """One of a thing is counted, not merely named, where it stands in a list of counts or counts units of the map."""
    if unit.unit in _COUNTED_ONE and passage.ending(number.start, *_TELLING) is not None:
        return True
    text, start = passage.text, number.start
    sentence = passage.sentence_at(start)
    if passage.ending(start, "joiner", "list_word") is None and text[start - 2:start] not in (", ", "; "):
        return (match := _NEXT_ITEM.match(text, unit.stop)) is not None and _begins_number(passage, match.end())
    return last is not None and last.sentence == sentence.start and start - last.stop < _LIST_REACH


def _begins_number(passage: Passage, at: int) -> bool:
    return passage.text[at:at + 1].isdigit() or passage.starting(at, "cardinal", "cardinal_first") is not None
