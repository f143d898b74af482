"""Hours and minutes that tell the time of day and are no span of time."""

from __future__ import annotations

import re

from pipeline.extract.draft import UnitRead
from pipeline.extract.number import Number
from pipeline.records import Passage

_LARGEST = 60
_HOURS = 24
_MINUTES = re.compile(" ?[0-9]{1,2}(?![0-9.,])")
_HOURS_TO = re.compile("[0-9]{1,2} ?[-\u2013] ?")
_FIGURE = re.compile("[0-9]+")
_CLOCK_DIGITS = (1, 2, 4)


def is_clock(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """"At 7 o'clock", "7 hours 30", "8 in the morning"."""
    zone = passage.starting(number.stop, "clock")
    longer = zone is not None and unit is not None and unit.start < zone.stop and unit.stop < zone.stop  # "3 p.m." are no pence
    if (unit is None or unit.kind == "count" or longer) and number.value is not None:
        if zone is not None and zone.id == "after" and number.raw.isdigit() and len(number.raw) in _CLOCK_DIGITS:
            return True  # "at 0730 GMT", "7 pm"
        if unit is None and number.value <= _HOURS and passage.starting(number.stop, "day_half") is not None:
            return True
    if unit is None or unit.unit not in ("hour", "minute") or number.scale != 1 or number.value is None or number.value > _LARGEST:
        return False
    minutes = _MINUTES.match(passage.text, unit.stop) if unit.unit == "hour" else None
    spelled = passage.starting(minutes.end(), "unit") if minutes is not None else None
    stop = spelled.stop if spelled is not None and spelled.id == "minute" else unit.stop
    if minutes is not None and stop == unit.stop:
        return True
    right = passage.starting(stop, "clock")
    return _is_told(passage, number, unit) or (right is not None and right.id == "after")


def _is_told(passage: Passage, number: Number, unit: UnitRead) -> bool:
    """Whether a word of time stands before; words of place and time ("from", "to") tell the time only before the hours of a clock."""
    left = passage.ending(number.start, "clock")
    if left is None or left.id != "before_hour":
        return left is not None and left.id == "before"
    named = passage.starting(unit.start, "clock")
    return named is not None and named.id == "hour" and named.stop == unit.stop and number.value is not None and number.value <= _HOURS


def opens_clock(passage: Passage, start: int, number: Number) -> bool:
    """Whether bare digits from `start` are the first of two times of day ("8 - 9 in the morning", "between 1800 and 2100 GMT")."""
    if _HOURS_TO.fullmatch(passage.text, start, number.start) is not None:
        return True
    first = _FIGURE.match(passage.text, start)
    joint = passage.starting(first.end(), "range_word") if first is not None and len(first.group()) in _CLOCK_DIGITS else None
    return joint is not None and joint.stop + 1 == number.start
