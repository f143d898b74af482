"""Distances from today: "three days ago", "za dwa tygodnie", "the next six months"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from pipeline.extract.times.moments import Moment, day_of, read_anchor, shifted, write_edtf
from pipeline.extract.times.words import Word, match_words
from pipeline.knowledge import Room
from pipeline.records import Passage

CODES = {
    ("distance_word", "ago"): "a",
    ("distance_word", "in"): "i",
    ("distance_word", "hence"): "h",
    ("distance_word", "next"): "x",
    ("distance_word", "last"): "l",
    ("distance_word", "within"): "w",
    ("distance_word", "one"): "1",
    ("distance_word", "quarter_hour"): "u",
    ("distance_word", "hour"): "u",
    ("distance_word", "fortnight"): "u",
    ("distance_word", "day"): "u",
    ("distance_word", "of"): "",
    ("distance_word", "after"): "A",
    ("joiner", "half"): "F",
    ("list_word", ""): "&",
    ("joiner", "and"): "&",
}
_AMOUNT = "(?:[nd1]?uF?|[n1]?u&?nu)"
_DISTANCE = re.compile(
    f"(?:(?P<ago>a{_AMOUNT}|{_AMOUNT}ah?)|(?P<hence>[iw]?{_AMOUNT}h|[iA]{_AMOUNT}h?|{_AMOUNT}A)|(?P<next>[iw]?xn?u|[iw]?n?ux)|(?P<last>[iw]?ln?u|[iw]?n?ul))"
)
_SECONDS = {"second": 1, "minute": 60, "quarter_hour": 900, "hour": 3600}
_FINER = {"year": (12, "month"), "quarter": (3, "month"), "week": (7, "day"), "day": (24, "hour"), "decade": (10, "year"), "century": (100, "year")}
_COARSE = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
_MONTHS = {"year": 12, "month": 1}
_DAYS = {"week": 7, "day": 1}
_WHOLE = frozenset({"day", "week", "month", "quarter", "year"})
_WITH_SECONDS = 19
_MOST = 1000
_LAST_YEAR = 9999
_HALF = Decimal("0.5")


def is_distance(passage: Passage, room: Room) -> bool:
    """Whether a passage is a distance that says its number ("two hours ago"), whether or not today is fine enough to reckon from."""
    matches = match_words(passage, room, CODES, _DISTANCE)
    return any(match.lastgroup in ("ago", "hence") and any(word.code in "nd" for word in words) for match, words in matches)


def read_distance(passage: Passage, room: Room, today: str | None, *, counted: bool = False) -> str | None:
    """EDTF of a passage that is one distance from `today` (a day, for hours with its time); None where it is none or today is too coarse.

    Weeks and days give a day, months a month, years a year: as exact as the unit that was said. `counted`: its number must be said.
    """
    if today is None:
        return None
    for match, words in match_words(passage, room, CODES, _DISTANCE):
        if counted and not any(word.code in "nd" for word in words):
            continue
        found = _read(match.lastgroup or "", words, today)
        if found is not None:
            return found
    return None


def _read(rule: str, words: list[Word], today: str) -> str | None:
    units = [word.id for word in words if word.code == "u"]
    amounts = [word.value for word in words if word.code in "nd"] or [Decimal(1)]
    unit, amount = units[0], amounts[0] if len(units) <= len(amounts) else Decimal(1)
    sign = -1 if rule in ("ago", "last") else 1
    if any(word.code == "F" for word in words):
        amount += _HALF
    if len(units) > 1:
        if rule not in ("ago", "hence"):
            return None
        if units[0] in _MONTHS or units[0] in _DAYS:
            return _moved_by_two(today, units, amount, amounts[-1], sign)
        if units[0] not in _SECONDS or units[1] not in _SECONDS:
            return None
        return _clocked(today, sign * int(amount * _SECONDS[units[0]] + amounts[-1] * _SECONDS[units[1]]))
    if unit in _COARSE:
        amount, unit = amount * _COARSE[unit][0], _COARSE[unit][1]
    if amount != amount.to_integral_value() and unit in _FINER:
        amount, unit = amount * _FINER[unit][0], _FINER[unit][1]
    if unit in _SECONDS:
        return _clocked(today, int(sign * amount * _SECONDS[unit]), exact=unit == "second") if rule in ("ago", "hence") else None
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


def _moved_by_two(today: str, units: list[str], first: Decimal, last: Decimal, sign: int) -> str | None:
    """"One year and eleven months ago", "2 weeks 3 days ago": as exact as the finer unit."""
    said = list(zip(units, (first, last), strict=False))
    months = sum(int(amount) * _MONTHS[unit] for unit, amount in said if unit in _MONTHS)
    days = sum(int(amount) * _DAYS[unit] for unit, amount in said if unit in _DAYS)
    if len(said) != 2 or any(unit not in _MONTHS and unit not in _DAYS for unit in units) or any(amount % 1 for _, amount in said):
        return None
    anchor = read_anchor(today)
    try:
        if not days:
            moved = shifted(anchor, "month", sign * months)
            return write_edtf(*moved) if moved and 0 < (moved[0].year or 0) <= _LAST_YEAR else None
        day = day_of(anchor)
        return (day + relativedelta(months=sign * months, days=sign * days)).isoformat() if day is not None else None
    except (OverflowError, ValueError):
        return None


def _clocked(today: str, seconds: int, *, exact: bool = False) -> str | None:
    if "T" not in today:
        return None
    try:
        moment = datetime.fromisoformat(today[:_WITH_SECONDS]) + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds" if exact else "minutes")


def _stretch(anchor: Moment | None, unit: str, count: int, sign: int) -> str | None:
    try:
        near, far = shifted(anchor, unit, sign), shifted(anchor, unit, sign * count)
    except OverflowError:
        return None
    if near is None or far is None or not 0 < (far[0].year or 0) <= _LAST_YEAR:
        return None
    first, last = (near, far) if sign > 0 else (far, near)
    return write_edtf(first[0], last[1] or last[0])
