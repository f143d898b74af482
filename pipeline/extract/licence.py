"""Which numbers may be claims: what only looks like a quantity is refused with a reason."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.clock import is_clock
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.naming import is_coded, name_of_digits, names_itself
from pipeline.extract.nominal import word_at
from pipeline.extract.number import Number
from pipeline.extract.word_licence import refuse_words
from pipeline.knowledge import Room
from pipeline.records import Passage

_LONG_PLAIN = 7
_DAYS, _MONTHS = 31, 12
_APOSTROPHES = ("'", "\u2019")
_ENDS = ("", ",", ".", ";", ")", "\n")
_CLOCK_AFTER = re.compile(r"(?:[:h.][0-9]{2}(?![0-9])|h(?![^\W\d_]))")
_LIST_OPENS = re.compile(r"[:;] $")
_OBLIQUE = frozenset({"dat", "loc", "inst", "voc"})
_DATE_LEFT = re.compile("(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/$")
_LIST_MARK = re.compile(r"[.)/](?= )")


def refusal_by_place(passage: Passage, number: Number, *, signed: bool, last: Draft | None) -> str | None:
    """Why a number is no claim whatever its unit is; `signed` says that a currency sign stands before it, `last` is the draft before it."""
    if passage.sentence_at(number.start).block in ("furniture", "dateline"):
        return "furniture"
    start = number.start
    if not number.raw or signed or not start:
        return None
    text, before = passage.text, passage.text[start - 1]
    if (before.isalnum() and start not in passage.joins) or before in "_#@=":
        return "part_of_name"
    hangs = before in "-./" and start > 1 and text[start - 2].isalpha()
    if hangs and before == "." and passage.ending(start, "bound_before") is not None:
        return None  # "ok.300": the dot of an abbreviation
    return "part_of_name" if hangs and not (last is not None and last.unit is not None and last.stop == start - 1) else None


def refusal(passage: Passage, number: Number, unit: UnitRead | None, room: Room, last: Draft | None) -> str | None:
    """Why a number is no claim with this unit, or without one; None where it may be one."""
    if _is_ago(passage, number, unit) or _is_before(passage, number, unit, room):
        return "relative_date"
    return _refuse_digits(passage, number, unit, room, last) if number.raw else refuse_words(passage, number, unit, room, last)


def _refuse_digits(passage: Passage, number: Number, unit: UnitRead | None, room: Room, last: Draft | None) -> str | None:
    text = passage.text
    start, stop = number.start, number.stop
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    if number.value is None:
        return "malformed_number"
    dated = before == "/" and _DATE_LEFT.search(text, max(0, start - len("00/00/")), start) is not None  # "10/12/21"
    beside = before == "/" and last is not None and last.stop == start - 1 and last.unit is None
    if dated or (beside and last is not None and _is_day_and_month(last, number, text)):
        return "no_date_word"
    if unit is None and (named := names_itself(passage, number, room)):
        return named
    if is_coded(text, number, unit):
        return "part_of_name"
    if after.isalpha() and unit is not None and unit.start == stop and text[unit.stop:unit.stop + 1].isdigit() and unit.rule != "sign":
        return "part_of_name"  # "4x100"
    if after.isalpha() and unit is None:
        return "clock" if _CLOCK_AFTER.match(text, stop) else "part_of_name"
    if (after == ":" and text[stop + 1:stop + 2].isdigit()) or (before == ":" and start > 1 and text[start - 2].isdigit()):
        return "clock"
    if is_clock(passage, number, unit):
        return "clock"
    if unit is not None and _is_ordinal(passage, number, unit, room):
        return "ordinal"
    if _is_list_mark(text, start, stop, before, after):
        return "list_mark"
    return name_of_digits(passage, number, unit, room) or _refuse_shape(number, unit, before)


def _is_ordinal(passage: Passage, number: Number, unit: UnitRead, room: Room) -> bool:
    """Plain digits before a noun in the singular tell which one it is ("in the 20 minute", "to the 90 year of life"), not how many there are.

    In the nominative it may be a slip of a translation, in the genitive an uncounted noun, unless it is a span of time.
    """
    if not room.has_dictionary or number.value == 1 or not number.raw.isdigit() or number.scale != 1 or unit.start <= number.stop:
        return False
    word = word_at(passage, unit.start, room)
    readings = [reading for reading in word.readings if reading.pos == "subst"] if word is not None and word.stop == unit.stop else []
    cases = {case for reading in readings for case in reading.cases}
    within = _OBLIQUE | {"gen"} if unit.kind == "duration" else _OBLIQUE
    return bool(cases) and cases <= within and not any("pl" in reading.numbers for reading in readings)


def _is_day_and_month(last: Draft, number: Number, text: str) -> bool:
    """Two figures round a stroke, the first the larger: no share, but what may be a day and its month ("18/10"), or odds ("10/1")."""
    if last.value is None or number.value is None or not (last.number.raw.isdigit() and number.raw.isdigit()):
        return False
    if text[number.stop:number.stop + 1] == "/" and text[number.stop + 1:number.stop + 2].isdigit():
        return True  # "10/12/21"
    return number.value < last.value <= _DAYS and 1 <= number.value <= _MONTHS


def _is_ago(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """A span of time before now ("five years ago") is a date; one by which something comes sooner is none."""
    if unit is None or unit.kind != "duration":
        return False
    before = passage.ending(number.start, "calendar_link")
    if before is not None and before.id == "ago":
        return True
    stop = unit.stop + (passage.text[unit.stop:unit.stop + 1] in _APOSTROPHES)
    ago, last = passage.starting(stop, "calendar_link"), passage.starting(stop, "distance_word")
    ends = last is not None and last.id == "ago" and passage.text[last.stop:last.stop + 1] in _ENDS
    if not ends and (ago is None or ago.id != "ago"):
        return False
    by = passage.ending(number.start, "change_word")
    if ago is not None and passage.starting(ago.stop + passage.text.startswith(",", ago.stop), "base_word") is not None:
        return False  # "five years earlier than planned"
    return by is None or by.id != "by"


def _is_before(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> bool:
    """"Przed dwoma laty": the word for ago stands before the span, which is in the case that it takes."""
    if unit is None or unit.kind != "duration" or not room.has_dictionary:
        return False
    before = passage.ending(past_fillers(passage, number.start), "distance_word")
    word = passage.text[unit.start:unit.stop].lower()
    return before is not None and before.id == "ago" and any("inst" in reading.cases for reading in room.readings(word))


def _refuse_shape(number: Number, unit: UnitRead | None, before: str) -> str | None:
    digits = number.raw
    plain = digits.isdigit() and number.scale == 1
    if unit is None and digits.replace(" ", "").replace(".", "").isdigit() and digits.startswith("0") and len(digits) >= _LONG_PLAIN:
        return "telephone"
    if unit is None and plain and digits[:1] == "0" and len(digits) == len("0600"):
        return "clock"
    if unit is None and plain and len(digits) > _LONG_PLAIN:
        return "identifier"
    if unit is None and before == "+":
        return "telephone"
    return None


def _is_list_mark(text: str, start: int, stop: int, before: str, after: str) -> bool:
    opens_line = start == 0 or before == "\n" or text[max(0, start - 3):start].strip(" *-\u2022") in ("", "\n")
    if opens_line and (start == 0 or "\n" in text[max(0, start - 3):start]) and _LIST_MARK.match(text, stop):
        return True
    if stop - start <= 2 and text[stop:stop + 2] == ". " and _LIST_OPENS.search(text, max(start - 2, 0), start):
        return text[start - 2] == ";" or text[start:stop] == "1"  # "five parts: 1. Search; 2. Faith"
    return before == "(" and after == ")" and stop - start <= 2
