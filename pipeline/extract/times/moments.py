"""Points and stretches of the calendar, some of their parts unknown, and how EDTF writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

NEXT_WEEK = "next_week"
"""The turn of a weekday that is the one of the coming week, not the next that comes ("next Friday", said on a Wednesday)."""
_LEAP = 2024
_DAYS_OF_WEEK = 7
_DECEMBER = 12
_LAST_YEAR = 9999
_MIDDLE = 15
_OWN_YEAR = 200
"""Days: who leaves the year out mostly means the year of writing; a date of another year must be nearer by so much."""
_ANCHOR = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


class Moment(NamedTuple):
    """A year, a month or a day; `until` is the last month of a quarter or of a count of months. None where a part is not said.

    `pattern` is EDTF that no calendar arithmetic touches (a decade "199X", a century "19XX").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    pattern: str = ""

    def is_possible(self) -> bool:
        """False for the 31st of February, the fifth quarter and a year that is none; an unknown year may be a leap year."""
        if self.year is not None and not 1 <= self.year <= _LAST_YEAR:
            return False
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= (self.until or self.month) <= _DECEMBER:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or _LEAP, self.month)[1]

    def first(self) -> str:
        """Its beginning in EDTF.

        >>> Moment(2025, 1, until=3).first(), Moment(None, 4, 13).first()
        ('2025-01', 'XXXX-04-13')
        """
        return self.pattern or _write(self.year, self.month, self.day)

    def last(self) -> str:
        """Its end in EDTF."""
        return self.pattern or _write(self.year, self.until or self.month, self.day)


def _write(year: int | None, month: int | None, day: int | None) -> str:
    parts = [f"{year:04d}" if year is not None else "XXXX"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def write_edtf(first: Moment, last: Moment | None = None) -> str:
    """One moment, or the interval from the beginning of one to the end of another.

    >>> write_edtf(Moment(2025, 4, until=6)), write_edtf(Moment(2020), Moment(2025))
    ('2025-04/2025-06', '2020/2025')
    """
    start, stop = first.first(), (last or first).last()
    return start if start == stop else f"{start}/{stop}"


def read_anchor(edtf: str | None) -> Moment | None:
    """The day, month or year of an EDTF string (the start of an interval); None where neither is known."""
    match = _ANCHOR.match(edtf or "")
    if match is None:
        return None
    year, month, day = match.groups()
    moment = Moment(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)
    return moment if moment.is_possible() and moment.year != 0 else None


def nearest_year(moment: Moment, anchor: Moment | None, turn: str = "") -> int | None:
    """The year that puts a day or a month nearest to the anchor, on the side that `turn` ("last", "next") names; None without an anchor's year.

    The anchor's own year goes before a nearer date of another year, but not at the turn of the year.

    >>> nearest_year(Moment(None, 12, 28), Moment(2025, 1, 9)), nearest_year(Moment(None, 12, 31), Moment(2025, 4, 22))
    (2024, 2025)
    """
    if anchor is None or anchor.year is None:
        return None
    if anchor.month is None or moment.month is None:
        return anchor.year
    if turn:
        passed = moment[1:3] <= (anchor.month, anchor.day) if moment.day and anchor.day else moment.month <= anchor.month
        return anchor.year + (passed - 1 if turn == "last" else passed)
    here = date(anchor.year, anchor.month, anchor.day or _MIDDLE)
    middle = (moment.month + (moment.until or moment.month)) // 2

    def distance(year: int) -> int:
        """Days between the two, a writer's leave to drop the year of his own year taken off."""
        there = date(year, middle, min(moment.day or _MIDDLE, monthrange(year, middle)[1]))
        return abs((there - here).days) - (_OWN_YEAR if year == anchor.year else 0)

    reach = 4 if moment[1:3] == (2, 29) else 1
    near = range(max(1, anchor.year - reach), min(_LAST_YEAR, anchor.year + reach) + 1)
    years = [year for year in near if moment._replace(year=year).is_possible()]
    return min(years, key=distance, default=None)


def day_of(anchor: Moment | None) -> date | None:
    """The anchor's day, None where it is not one."""
    if anchor is None or anchor.year is None or anchor.month is None or anchor.day is None:
        return None
    return date(anchor.year, anchor.month, anchor.day)


def shifted(anchor: Moment | None, unit: str, by: int) -> tuple[Moment, Moment | None] | None:
    """The day, week, weekend, month, quarter or year that lies `by` such units from the anchor's; None where the anchor is too coarse."""
    if anchor is None or anchor.year is None:
        return _shifted_unknown(anchor, unit, by) if anchor else None
    if unit == "year":
        return Moment(anchor.year + by), None
    if unit in ("month", "quarter"):
        return None if anchor.month is None else (_shifted_months(anchor.year, anchor.month, unit, by), None)
    day = day_of(anchor)
    try:
        return _shifted_days(day, unit, by) if day else None
    except OverflowError:
        return None  # beyond the calendar


def _shifted_days(day: date, unit: str, by: int) -> tuple[Moment, Moment | None]:
    if unit == "day":
        return moment_of(day + timedelta(days=by)), None
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
    first = monday + timedelta(days=5) if unit == "weekend" else monday
    return moment_of(first), moment_of(monday + timedelta(days=6))


def _shifted_unknown(anchor: Moment, unit: str, by: int) -> tuple[Moment, Moment | None] | None:
    """Of an anchor without its year only the day itself and its month can be told."""
    if by == 0 and unit == "day" and anchor.day is not None:
        return anchor, None
    if by == 0 and unit == "month" and anchor.month is not None:
        return Moment(None, anchor.month), None
    return None


def _shifted_months(year: int, month: int, unit: str, by: int) -> Moment:
    if unit == "quarter":
        index = 4 * year + (month - 1) // 3 + by
        return Moment(index // 4, 3 * (index % 4) + 1, until=3 * (index % 4) + 3)
    index = 12 * year + month - 1 + by
    return Moment(index // 12, index % 12 + 1)


def moment_of(day: date) -> Moment:
    """A day of the calendar as a moment."""
    return Moment(day.year, day.month, day.day)


def weekday_near(anchor: Moment | None, weekday: int, turn: str = "") -> Moment | None:
    """The weekday (Monday is 1) nearest to the anchor's day.

    With `turn` "last" the one before, with "next" the one after, with "next_week" the one of the week after.
    """
    day = day_of(anchor)
    if day is None:
        return None
    ahead = (weekday - day.isoweekday()) % _DAYS_OF_WEEK
    if turn in ("past", "future"):  # what a verb tells: the day itself is on both sides
        move = ahead if turn == "future" or not ahead else ahead - _DAYS_OF_WEEK
    elif turn == NEXT_WEEK:
        move = _DAYS_OF_WEEK + weekday - day.isoweekday()
    elif turn:
        move = ahead - _DAYS_OF_WEEK if turn == "last" else ahead or _DAYS_OF_WEEK
    else:
        move = ahead - _DAYS_OF_WEEK if ahead > _DAYS_OF_WEEK // 2 else ahead
    try:
        return moment_of(day + timedelta(days=move))
    except OverflowError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def nth_weekday(year: int, month: int, week: int, weekday: int) -> date | None:
    """The weekday (Monday is 1) of a month by its number, the last one where that is negative; None where the month has no such."""
    if week < 0:
        last = last_of_month(year, month)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    return day if day.month == month else None
