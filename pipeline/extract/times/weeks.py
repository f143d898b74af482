"""Weeks by their number: of a year ("week 23 of 2020", "2020-W23") or of a month ("the first week of May")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.extract.times.alone_words import relative_unit, said_year
from pipeline.extract.times.moments import Moment, moment_of, nearest_year, nth_weekday, shifted, write_edtf
from pipeline.extract.times.words import Word

_ISO = re.compile(r"([0-9]{4})-?W([0-9]{2})")
_OF_YEAR = re.compile("U(?:[no]y?)|y?oU|oUy")
_OF_MONTH = re.compile("[ol]U(?:m[y]{0,1}|r|tU|U[lxt]|[lxt]U)")
_LONGEST = 53
_THURSDAY = 4


def iso_week(text: str) -> str | None:
    """The days of a week as ISO 8601 writes it.

    >>> iso_week("2020-W23")
    '2020-06-01/2020-06-07'
    """
    match = _ISO.fullmatch(text)
    return _days(int(match.group(1)), int(match.group(2))) if match is not None else None


def read_numbered_week(words: list[Word], anchor: Moment | None) -> str | None:
    """The week that words name by its number.

    Of a month those are counted that begin in it, on a Monday; the last is the one that lies mostly in it.
    """
    codes = "".join(word.code for word in words)
    if next((word.id for word in words if word.code == "U"), "") != "week":
        return None
    if _OF_YEAR.fullmatch(codes):
        year = said_year(words) or (anchor.year if anchor is not None else None)
        number = next(int(word.value) for word in words if word.code in "no")
        return _days(year, number) if year is not None else None
    return _of_month(words, anchor) if _OF_MONTH.fullmatch(codes) else None


def _of_month(words: list[Word], anchor: Moment | None) -> str | None:
    month = next((int(word.value) for word in words if word.code == "m"), None)
    moment = Moment(said_year(words), month)
    if month is None:
        unit, _, by = relative_unit(words[2:]).partition(":")
        moved = shifted(anchor, unit, int(by)) if unit == "month" else None
        moment = moved[0] if moved is not None else moment
    year = moment.year or nearest_year(moment, anchor)
    if year is None or moment.month is None:
        return None
    last = nth_weekday(year, moment.month, -1, _THURSDAY)
    if words[0].code == "l":
        monday = last - timedelta(days=_THURSDAY - 1) if last is not None else None  # most of it lies in the month
    else:
        monday = nth_weekday(year, moment.month, int(words[0].value), 1)
    return write_edtf(moment_of(monday), moment_of(monday + timedelta(days=6))) if monday is not None else None


def _days(year: int, number: int) -> str | None:
    if not 1 <= number <= _LONGEST:
        return None
    try:
        monday = date.fromisocalendar(year, number, 1)
        return write_edtf(moment_of(monday), moment_of(monday + timedelta(days=6)))
    except (ValueError, OverflowError):
        return None  # a year without a 53rd week, or beyond the calendar
