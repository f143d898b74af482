"""Distances from today: "three days ago", "za dwa tygodnie", "the next six months"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from pipeline.extract.times.moments import Moment, read_anchor, shifted, write_edtf
from pipeline.extract.times.words import Word

CODES = "aihxlw1"
_AMOUNT = "(?:[n1]?u|d1?u)"
_DISTANCE = re.compile(
    f"(?:(?P<ago>a{_AMOUNT}|{_AMOUNT}a)|(?P<hence>[iw]?{_AMOUNT}h|i{_AMOUNT})|(?P<next>[iw]?xn?u|[iw]?{_AMOUNT}x)|(?P<last>[iw]?ln?u|[iw]?{_AMOUNT}l))"
)
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_FINER = {"year": (12, "month"), "quarter": (3, "month"), "week": (7, "day"), "day": (24, "hour")}
_WHOLE = frozenset({"day", "week", "month", "quarter", "year"})
_MINUTES = 16
_MOST = 1000
_LAST_YEAR = 9999


def is_distance(words: list[Word]) -> bool:
    """Whether words are one distance in time and nothing else."""
    return _DISTANCE.fullmatch("".join(word.code for word in words)) is not None


def read_distance(words: list[Word], today: str | None) -> str | None:
    """EDTF of words that are one distance from `today` (a day, for hours with its time); None where they are none or today is too coarse.

    Weeks and days give a day, months a month, years a year: as exact as the unit that was said.
    """
    match = _DISTANCE.fullmatch("".join(word.code for word in words))
    if match is None or today is None:
        return None
    rule = match.lastgroup or ""
    unit = next(word.id for word in words if word.code == "u")
    amount = next((word.value for word in words if word.code in "nd"), Decimal(1))
    if amount != amount.to_integral_value() and unit in _FINER:
        amount, unit = amount * _FINER[unit][0], _FINER[unit][1]
    sign = -1 if rule in ("ago", "last") else 1
    if unit in _SECONDS:
        return _clocked(today, int(sign * amount * _SECONDS[unit])) if rule in ("ago", "hence") else None
    anchor = read_anchor(today)
    if unit not in _WHOLE or amount != amount.to_integral_value() or amount > _MOST:
        return None
    count = int(amount)
    if rule in ("next", "last"):
        return _stretch(anchor, unit, count, sign)
    try:
        moved = shifted(anchor, "day", sign * count * 7) if unit == "week" else shifted(anchor, unit, sign * count)
    except OverflowError:
        return None
    return write_edtf(*moved) if moved and 0 < (moved[0].year or 0) <= _LAST_YEAR else None


def _clocked(today: str, seconds: int) -> str | None:
    if "T" not in today:
        return None
    try:
        moment = datetime.fromisoformat(today[:_MINUTES]) + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M")


def _stretch(anchor: Moment | None, unit: str, count: int, sign: int) -> str | None:
    try:
        near, far = shifted(anchor, unit, sign), shifted(anchor, unit, sign * count)
    except OverflowError:
        return None
    if near is None or far is None or not 0 < (far[0].year or 0) <= _LAST_YEAR:
        return None
    first, last = (near, far) if sign > 0 else (far, near)
    return write_edtf(first[0], last[1] or last[0])
