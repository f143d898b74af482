"""One number with its unit becomes a draft, or is refused with a reason."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.digits import read_digits
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.homonyms import as_measure
from pipeline.extract.licence import refusal, refusal_by_place
from pipeline.extract.naming import ARTICLE, FEW
from pipeline.extract.number import Number
from pipeline.extract.rates import each_ahead, each_opening, read_rate, told_apart
from pipeline.extract.unit_reader import sign_left, unit_glued, unit_inside, unit_right
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_TAIL = re.compile(r"-([^\W\d_]+)(?= )")
_PLUS = re.compile(r"(?:^|[ (])\+$")
_COMPOUND = re.compile(r"(?<![\w-])[0-9]+-")
_MARK = re.compile(r"[^\W\d_]*")
_RANGE_AFTER = re.compile(r" ?[-\u2013] ?[0-9]")
_DASHED = re.compile(r"[0-9%\u00b0] -$")
"""The lower end of a range before its dash ("5.4% -6.5%")."""
_CLAUSE_REACH = 50
_RANK, _YEAR = "rank", "year"


def draft_number(
    passage: Passage, number: Number, room: Room, knowledge: Knowledge, *, until: int, last: Draft | None, ones: bool = False
) -> Draft | str:
    """The draft of a number, with its unit where that ends before the next date, symbol or name (`until`); a reason where it can be no claim."""
    sign = sign_left(passage, number.start, knowledge) if number.raw else None
    if (out_of_place := refusal_by_place(passage, number, signed=sign is not None, last=last)) is not None:
        return out_of_place
    unit = _unit(passage, number, room, knowledge, until)
    conflict = False
    start, stop = number.start, unit.stop if unit is not None and not _holds_another(passage, number, unit) else number.stop
    if sign is not None:
        start = sign[1]
        if unit is None or unit.kind != "money":
            unit, stop = UnitRead(sign[0], "money", passage.text[start:number.start].strip(), start, number.start, "sign"), number.stop
        else:
            conflict = unit.unit != sign[0]
    if _is_rank(passage, number, unit):
        mark = _MARK.match(passage.text, number.stop)
        unit, stop = UnitRead(_RANK, _RANK, "", number.start, number.stop, "rank"), mark.end() if mark is not None else number.stop
    reason = refusal(passage, number, unit, room, last)
    if reason is not None and not (ones and reason in (ARTICLE, "both", FEW)):
        return reason
    sentence = passage.sentence_at(number.start)
    value = _value(passage, number, unit, room)
    start -= value is not None and number.value is not None and value < 0 < number.value  # its sign belongs to it
    start -= unit is not None and unit.kind == "temperature" and _PLUS.search(passage.text, max(start - 2, 0), start) is not None
    draft = Draft(number, start, stop, sentence.start, sentence.stop, value, number.low, number.high, number.stop, unit=unit, unit_conflict=conflict)
    part = number.fraction or (number.value is not None and 0 < number.value < 1)  # "a quarter of a mile", "0.7 of a mile"
    if part and unit is None and (measure := _part_of_measure(passage, number, knowledge)) is not None:
        draft.unit, draft.stop = measure, measure.stop
    elif number.fraction and (unit is None or unit.kind == "count"):
        draft.unit = UnitRead("ratio", "ratio", passage.text[number.start:number.stop], number.start, number.stop, "fraction")
    if number.rule == "vague":
        draft.modifier = "more_than" if number.high is None else "approx"
    if (tail := bound_tail(passage, number, room)) is not None:
        draft.modifier, draft.stop = tail[0], max(draft.stop, tail[1])
    draft.rules = [number.rule, unit.rule if unit else "no_unit"]
    _read_half(passage, draft)
    read_rate(passage, draft, knowledge)
    if draft.per is None and draft.unit is not None and room.has_dictionary:
        draft.per = each_ahead(passage, draft, room, knowledge) or told_apart(passage, draft, room, knowledge)
    if draft.per is None and draft.unit is not None:
        draft.per = each_opening(passage, draft, knowledge)
    return draft


def _unit(passage: Passage, number: Number, room: Room, knowledge: Knowledge, until: int) -> UnitRead | None:
    if number.raw.isdigit() and number.scale == 1 and (inside := unit_inside(passage, number.stop, knowledge)) is not None:
        digits = passage.text[inside.start + len(inside.text):inside.stop]
        number.value = Decimal(f"{number.raw}.{digits}")
        return inside
    tail = bound_tail(passage, number, room)
    unit = unit_right(passage, number.stop if tail is None else tail[1], room, knowledge)
    if unit is not None and (unit.stop > until or (room.has_dictionary and _opens_time(passage, number, unit))):
        unit = None
    if unit is not None and unit.unit is None and room.language.inflection == "none" and _is_told_left(passage, number):
        unit = None  # "at the age of 42 beside her friends"
    if unit is not None and unit.kind == "money":
        unit = as_measure(passage, number, unit, room, knowledge)
    if unit is not None and _is_one_thing(passage, number, unit, room):
        unit = None  # "a magnitude 6.1 earthquake"
    if unit is not None and unit.kind == "temperature" and unit.rule == "unit":
        unit = _degrees(passage, number, unit, knowledge)
    if unit is None and (number.raw or room.language.inflection == "suffixes"):
        unit = unit_glued(passage, number.stop, room, knowledge)
    return unit


def _degrees(passage: Passage, number: Number, unit: UnitRead, knowledge: Knowledge) -> UnitRead:
    """Degrees of the thing that the clause speaks of, where it has degrees of its own ("wind of 8 degrees"); else of heat."""
    since = max(passage.sentence_at(number.start).start, number.start - _CLAUSE_REACH)
    hit = next(iter(reversed([*passage.within(since, number.start, "degrees_of")])), None) if " " not in unit.text else None
    return unit if hit is None else UnitRead(hit.id, knowledge.units.kind(hit.id), unit.text, unit.start, unit.stop, unit.rule)


def _is_one_thing(passage: Passage, number: Number, unit: UnitRead, room: Room) -> bool:
    """Whether a noun in the singular stands behind decimals, which count nothing of it."""
    whole = number.value is None or number.scale != 1 or number.fraction or number.value == number.value.to_integral_value()
    if whole or not number.raw or room.language.inflection != "suffixes" or unit.kind != "count" or unit.rule not in ("noun", "open"):
        return False
    return room.singular(passage.text[unit.start:unit.stop].rpartition(" ")[2].lower()) is None


def _holds_another(passage: Passage, number: Number, unit: UnitRead) -> bool:
    """Whether a compound with a figure of its own stands before what is counted ("two 500-megawatt plants"): each figure is a claim."""
    between = passage.text[number.stop:unit.start]
    if "-" not in between:
        return False
    return _COMPOUND.search(between) is not None or next(iter(passage.within(number.stop, unit.start, "cardinal")), None) is not None


def _opens_time(passage: Passage, number: Number, unit: UnitRead) -> bool:
    """"3,000 a year before": a measure of time that opens a time of its own is not counted by a figure but one."""
    time = passage.starting(number.stop, "relative_time") if unit.kind == "duration" and number.value != 1 else None
    return time is not None and time.stop > unit.stop


def _is_told_left(passage: Passage, number: Number) -> bool:
    """Whether a word before a figure says what it is, so that a chance noun behind it is not counted."""
    word = passage.ending(number.start, "left_unit")
    return word is not None and word.id == _YEAR


def _part_of_measure(passage: Passage, number: Number, knowledge: Knowledge) -> UnitRead | None:
    """"A quarter of a mile": a part of one of a measure is that much of it."""
    part = passage.starting(number.stop, "part_word")
    hit = passage.starting(part.stop, "unit") if part is not None and part.id == "of" else None
    kind = knowledge.units.kind(hit.id) if hit is not None else None
    if hit is None or (kind in ("count", "ratio", None) and hit.id != "point"):
        return None
    return UnitRead(hit.id, kind, passage.text[hit.start:hit.stop], hit.start, hit.stop, "unit")


def bound_tail(passage: Passage, number: Number, room: Room) -> tuple[str, int] | None:
    """What bounds a figure from its tail ("5,000+", "200-plus"), and where the tail ends."""
    text, stop = passage.text, number.stop
    if text[stop:stop + 1] == "+" and text[stop + 1:stop + 2] in ("", " ", ",", "."):
        return "at_least", stop + 1
    after = passage.starting(stop, "bound_after") if text[stop:stop + 1] == " " else None
    if after is not None and text[after.stop:after.stop + 1] == " " and passage.starting(after.stop, "unit", "noun") is not None:
        return after.id, after.stop  # "five or more years"
    if text[stop:stop + 1] != "-":
        return None
    tail = _TAIL.match(text, stop)
    bound = next((bound for bound, words in room.words("bound_tail").items() if tail.group(1) in words), None) if tail is not None else None
    return (bound, tail.end()) if tail is not None and bound is not None else None


def _is_rank(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """Whole digits behind a word of rank, with nothing known behind them that they could count."""
    mark = passage.ending(number.start, "rank_mark") if number.raw.isdigit() and number.scale == 1 else None
    if mark is None:
        return False
    bare = (unit is None or unit.rule == "open") and _RANGE_AFTER.match(passage.text, number.stop) is None
    return bare or (mark.id == "rank" and unit is not None and unit.kind == "count" and mark.stop == number.start - 1)


def _value(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> Decimal | None:
    value = number.value
    if value is None:
        return None
    if unit is not None and unit.kind == "count" and number.raw and number.scale == 1 and value != value.to_integral_value():
        again, how = read_digits(number.raw, room.language.decimal, counted=True)
        value, number.rule = (again, how) if again is not None else (value, number.rule)
    sign = passage.text[number.start - 1:number.start]
    outer = passage.text[number.start - 2:number.start - 1] if number.start > 1 else " "
    signed = unit is not None and (unit.kind in ("share", "temperature") or unit.unit == "degree")
    if unit is None and room.has_dictionary and number.raw and sign in ("-", "\u2212"):
        signed = passage.ending(number.start - 1, "range_word") is not None  # "from -3 to 2 degrees"
    negative = signed and sign in ("-", "\u2212") and outer in (" ", "(") and not _DASHED.search(passage.text, max(number.start - 4, 0), number.start)
    return -value if negative else value


def _read_half(passage: Passage, draft: Draft) -> None:
    """"Four days and a half": the half stands behind the unit."""
    half = passage.starting(draft.stop, "joiner")
    if half is not None and half.id == "half" and draft.unit is not None and draft.value is not None:
        draft.value += Decimal("0.5")
        draft.stop = half.stop
