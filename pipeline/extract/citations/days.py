"""The day, month or year that a date word beside a document's name opens."""

from __future__ import annotations

import re

from pipeline.extract.times.moments import Moment, write_edtf
from pipeline.records import Passage

_NUMERIC = re.compile(r" ?([0-9]{1,2}) ?([./-]) ?([0-9]{1,2})(?: ?\2 ?((?:19|20)[0-9]{2}))?(?![0-9])")
_DAY = re.compile(r" ?([0-9]{1,2})(?![0-9./-]*[0-9])")
_MONTH_NUMBER = re.compile(r" ?([0-9]{1,2})(?: ?[./-] ?((?:19|20)[0-9]{2}))?(?![0-9])")
_YEAR = re.compile(r",? ?\(?((?:19|20)[0-9]{2})\)?(?![0-9/-])")


def read_day(passage: Passage, at: int) -> tuple[str, int] | None:
    """The EDTF of a day, a month or a year that starts at `at`, and where it stops."""
    text = passage.text
    numeric = _NUMERIC.match(text, at)
    if numeric:
        day, _, month, year = numeric.groups()
        return _day(int(year) if year else None, int(month), int(day), numeric.end())
    day_match = _DAY.match(text, at)
    month = passage.starting(day_match.end() if day_match else at, "month")
    if month is not None:
        return _read_named(passage, day_match, month.stop, int(month.id))
    if day_match:
        word = passage.starting(day_match.end(), "calendar_word")
        number = _MONTH_NUMBER.match(text, word.stop) if word and word.id == "month" else None
        if number:
            year, stop = (int(number[2]), number.end()) if number[2] else _year_behind(passage, number.end())
            return _day(year, int(number[1]), int(day_match[1]), stop)
        return None
    return read_year(passage, at)


def _read_named(passage: Passage, before: re.Match[str] | None, at: int, month: int) -> tuple[str, int] | None:
    """A month by its name, the day before or behind it."""
    after = None if before else _DAY.match(passage.text, at)
    day = before or after
    year, stop = _year_behind(passage, after.end() if after else at)
    if day is None:
        return (write_edtf(Moment(year, month)), stop) if year else None
    return _day(year, month, int(day[1]), stop)


def _year_behind(passage: Passage, at: int) -> tuple[int | None, int]:
    """A year with its word on either side ("roku 2025", "2025 r.")."""
    word = passage.starting(at, "calendar_word")
    start = word.stop if word and word.id == "year" else at
    year = _YEAR.match(passage.text, start)
    if year is None:
        return None, at
    stop = year.end(1)
    after = passage.starting(stop, "calendar_word")
    if after is not None and after.id == "year" and after.start - stop <= 1:
        stop = after.stop
    return int(year[1]), stop


def read_year(passage: Passage, at: int) -> tuple[str, int] | None:
    """The EDTF of a year that starts at `at`, and where it stops."""
    year, stop = _year_behind(passage, at)
    return (str(year), stop) if year else None


def read_month(passage: Passage, at: int) -> tuple[str, int] | None:
    """The EDTF of a month in figures that starts at `at`, and where it stops; None where its year is not said."""
    number = _MONTH_NUMBER.match(passage.text, at)
    if number is None:
        return None
    year, stop = (int(number[2]), number.end()) if number[2] else _year_behind(passage, number.end())
    moment = Moment(year, int(number[1]))
    return (write_edtf(moment), stop) if year and moment.is_possible() else None


def _day(year: int | None, month: int, day: int, stop: int) -> tuple[str, int] | None:
    moment = Moment(year, month, day)
    return (write_edtf(moment), stop) if moment.is_possible() else None
