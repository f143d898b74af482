"""When a source says that its article came out, as EDTF."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dateutil import parser

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?![0-9-])")
_DAY_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?![0-9])")
_EPOCH = re.compile(r"[0-9]{10}(?:[0-9]{3})?(?:\.[0-9]+)?")
_LONGEST = 80
_YEARS = range(1900, 2101)
_MONTHS = 12
_MILLISECONDS = 13
_DEFAULTS = (datetime(2001, 1, 1), datetime(2002, 2, 2))  # noqa: DTZ001 - naive on purpose: what both readings share was said


def read_published(said: object, *, day_first: bool = True) -> str | None:
    """The EDTF day (or month, or year) of a source's date in any usual notation; None where it cannot be told.

    The day is the one that the source writes; no time zone moves it.

    >>> read_published("Wed, 05 Nov 2025 15:13:00 +0100"), read_published("2025-06"), read_published("22/04/2025 10:27"), read_published("soon")
    ('2025-11-05', '2025-06', '2025-04-22', None)
    """
    text = str(said).strip() if said is not None else ""
    if not text or len(text) > _LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        return _epoch(text)
    if iso := _ISO.match(text):
        return _edtf(*(int(part) if part else None for part in iso.groups()))
    if written := _DAY_MONTH.search(text):
        first, second, year = map(int, written.groups())
        day, month = (first, second) if (day_first and second <= _MONTHS) or first > _MONTHS else (second, first)
        return _edtf(year, month, day)
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return _with_dateutil(text, day_first=day_first)


def _epoch(text: str) -> str | None:
    seconds = float(text) / (1000 if len(text.partition(".")[0]) == _MILLISECONDS else 1)
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _with_dateutil(text: str, *, day_first: bool) -> str | None:
    try:
        one, other = (parser.parse(text, default=default, dayfirst=day_first) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    if one.year != other.year:
        return None
    month = one.month if one.month == other.month else None
    return _edtf(one.year, month, one.day if month and one.day == other.day else None)


def _edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None or year not in _YEARS:
        return None
    try:
        datetime(year, month or 1, day or 1)  # noqa: DTZ001 - only asks whether the calendar has the day
    except ValueError:
        return None
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])
