"""Hours and minutes that tell the time of day and are no span of time."""

from __future__ import annotations

from pipeline.extract.draft import UnitRead
from pipeline.extract.numerals import Number
from pipeline.records import Passage

_LARGEST = 60
_HOURS = 24
_CLOCK_DIGITS = (1, 2, 4)


def is_clock(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """"At 7 o'clock", "7 hours 30", "8 in the morning"."""
    if unit is None and number.value is not None:
        zone = passage.starting(number.stop, "clock")
        if zone is not None and zone.id == "after" and number.raw.isdigit() and len(number.raw) in _CLOCK_DIGITS:
            return True  # "at 0730 GMT", "7 pm"
        if number.value <= _HOURS and passage.starting(number.stop, "day_half") is not None:
            return True
    if unit is None or unit.unit not in ("hour", "minute") or number.scale != 1 or number.value is None or number.value > _LARGEST:
        return False
    follows = passage.text[unit.stop:unit.stop + 3].strip()[:1].isdigit() and unit.unit == "hour"
    left = passage.ending(number.start, "clock")
    right = passage.starting(unit.stop, "clock")
    return bool(follows or (left and left.id == "before") or (right and right.id == "after"))
