"""Spans that are told by their length and their end: "the three months to June 30", "the year ended March 2025"."""

from __future__ import annotations

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from pipeline.extract.times.joining import Found
from pipeline.extract.times.moments import Moment, day_of, moment_of
from pipeline.extract.times.tokens import Token

_MONTHS = {"M": 1, "Q": 3, "h": 6, "Y": 12}
_LONGEST = 60
_UNTIL = ("_K_", "_F_")
_DAYS = frozenset({"named", "month_first", "month_names", "numeric", "full", "worded"})


def join_spans(found: list[Found], tokens: list[Token], codes: str) -> list[Found]:
    """Give the end of a span its length, where a count of months, a quarter or a year stands before it; such a quarter is no date of its own."""
    kept: list[Found] = []
    for one in found:
        last = kept[-1] if kept else None
        months, start = _length(one, tokens, codes)
        if months:
            inside = last is not None and last.last == one.first - 2
            one.reading.start = kept.pop().reading.start if inside else start
            one.reading.months, one.reading.kind = months, "period"
        kept.append(one)
    return kept


def _length(one: Found, tokens: list[Token], codes: str) -> tuple[int, int]:
    """How many months end with a date, and where their words begin; none for most dates."""
    reading, at = one.reading, one.first
    if reading.rule not in _DAYS or reading.last is not None or not one.licensed or reading.first.month is None or at < 2:
        return 0, 0
    if codes[2 * at - 3:2 * at] not in _UNTIL or tokens[at - 1].id == "until":
        return 0, 0  # "three months until June" lie ahead
    unit = tokens[at - 2]
    count, first = 1, at - 2
    before = tokens[at - 3].code if at > 2 and codes[2 * at - 5] == "_" else ""
    if before and before in "abcn" and unit.code == "M":
        count, first = tokens[at - 3].value, at - 3
    elif unit.code == "M" or (before and before in "EnabcyO"):
        return 0, 0  # "from the start of the year to 15 March"
    months = _MONTHS.get(unit.code, 0) * count
    led = first > 0 and tokens[first - 1].code == "u" and codes[2 * first - 1] == "_"
    return (months, tokens[first - led].start) if 0 < months <= _LONGEST else (0, 0)


def span_until(end: Moment, months: int) -> tuple[Moment, Moment] | None:
    """The first and the last moment of so many months that end with a day or a month.

    >>> span_until(Moment(2025, 6, 30), 3), span_until(Moment(2025, 3), 12)[0]
    ((Moment(year=2025, month=4, day=1, until=None, pattern=''), Moment(year=2025, month=6, day=30, until=None, pattern='')), \
Moment(year=2024, month=4, day=None, until=None, pattern=''))
    """
    if end.year is None or end.month is None:
        return None
    if end.day is None:
        index = 12 * end.year + end.month - months
        return (Moment(index // 12, index % 12 + 1), end) if index >= 12 else None
    day = day_of(end)
    try:
        return (moment_of(day + timedelta(days=1) - relativedelta(months=months)), end) if day is not None else None
    except (ValueError, OverflowError):
        return None
