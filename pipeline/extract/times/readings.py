"""From a matched shape to what it says: one small reader a rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.extract.times.moments import NEXT_WEEK, Moment
from pipeline.extract.times.shapes import Reading, Shape, series, start_of, year_in
from pipeline.extract.times.year_readings import read_century, read_decade, read_term, read_two_years, read_years

_LONGEST_RANGE = 120
_QUARTERS, _MONTHS, _LAST_MONTH = 4, 12, 11
_NUMBERS = frozenset("abncor")


def _days(shape: Shape, month_at: int, rule: str) -> Iterator[Reading]:
    year, relative = year_in(shape)
    month = shape.body[month_at].value
    pairs = list(series(shape, "ab", month_at))
    opened = next((token.start for token in shape.body[:month_at] if token.code == "D"), 0)
    if not shape.pre and opened:  # "the first attempt and the days 13 and 14/9": what stands before the word for day is none
        pairs = [pair for pair in pairs if pair[0].start > opened]
    for i, (first, last) in enumerate(pairs):
        stop = shape.stop if i == len(pairs) - 1 else (last or first).stop
        moment = Moment(year, month, first.value)
        yield Reading(first.start, stop, moment, rule, Moment(year, month, last.value) if last else None, "period" if last else "date", relative)


def read_numeric(shape: Shape) -> Iterator[Reading]:
    """Day and month in figures; the month is the last figure before the year."""
    at = max(i for i, token in enumerate(shape.body) if token.code in "ab")
    yield from _days(shape, at, shape.rule)


def read_full(shape: Shape) -> Iterator[Reading]:
    """Day, month and year in figures, in either order of the ends."""
    figures = [token.value for token in shape.body if token.code in "aby"]
    year, month, day = figures if shape.rule == "iso" else figures[::-1]
    yield Reading(shape.start, shape.stop, Moment(year, month, day), shape.rule)


def read_named(shape: Shape) -> Iterator[Reading]:
    """Days before a month's name."""
    yield from _days(shape, next(i for i, token in enumerate(shape.body) if token.code in "medi"), shape.rule)


def read_month_first(shape: Shape) -> Iterator[Reading]:
    """Days behind a month's name."""
    year, relative = year_in(shape)
    month = shape.body[0].value
    days = [token.value for token in shape.body[1:] if token.code in "ab"]
    last = Moment(year, month, days[1]) if len(days) > 1 else None
    stop = shape.stop
    if last is not None and "K" in shape.codes and "O" not in shape.pre:  # "July 3 to 6 per cent" is no range without its "from"
        last, stop = None, shape.body[1].stop
    yield Reading(shape.start, stop, Moment(year, month, days[0]), shape.rule, last, "period" if last else "date", relative)


def read_month_list(shape: Shape) -> Iterator[Reading]:
    """Days of one month behind its name ("March 9 and 10, 2025")."""
    year, relative = year_in(shape)
    days = [token for token in shape.body[1:] if token.code in "ab"]
    for i, token in enumerate(days):
        start, stop = shape.start if i == 0 else token.start, shape.stop if token is days[-1] else token.stop
        yield Reading(start, stop, Moment(year, shape.body[0].value, token.value), shape.rule, None, "date", relative)


def read_month_turn(shape: Shape) -> Iterator[Reading]:
    """"Last December", "next May": the month on one side of the anchor."""
    turn = "last" if shape.body[0].id.startswith("last") else "next"
    yield Reading(shape.start, shape.stop, Moment(None, shape.body[1].value), shape.rule, None, "period", turn=turn)


def read_months(shape: Shape) -> Iterator[Reading]:
    """Months by number or by name, alone, in lists and in ranges."""
    year, relative = year_in(shape)
    # a list of names may pass the turn of the year ("in December and January"), where no year is said for all
    rising = shape.rule in ("months", "month_year") or year is not None or bool(relative)
    pairs = list(series(shape, "a" if shape.rule in ("months", "month_year") else "medji", rising=rising))
    for i, (first, last) in enumerate(pairs):
        start = start_of(shape, first, is_first=i == 0)
        stop = shape.stop if i == len(pairs) - 1 else (last or first).stop
        yield Reading(start, stop, Moment(year, first.value), shape.rule, Moment(year, last.value) if last else None, "period", relative)


def read_quarters(shape: Shape) -> Iterator[Reading]:
    """Quarters, alone, in lists and in ranges; a bare count of quarters is none."""
    year, relative = year_in(shape)
    if "Q" not in shape.codes[:2] and shape.body[0].code in "ac" and year is None and not relative:
        return
    pairs = list(series(shape, "".join(_NUMBERS)))
    for i, (first, last) in enumerate(pairs):
        if first.value > _QUARTERS or (last or first).value > _QUARTERS:
            return
        start = start_of(shape, first, is_first=i == 0)
        stop = shape.stop if i == len(pairs) - 1 else (last or first).stop
        end = (last or first).value
        yield Reading(start, stop, Moment(year, 3 * first.value - 2, until=3 * end), shape.rule, None, "period", relative)


def read_month_quarter(shape: Shape) -> Iterator[Reading]:
    """"The December quarter": the quarter that the month ends."""
    year, relative = year_in(shape)
    month = shape.body[0].value
    if month % 3 == 0:
        yield Reading(shape.start, shape.stop, Moment(year, month - 2, until=month), shape.rule, None, "period", relative)


def read_edge_quarter(shape: Shape) -> Iterator[Reading]:
    """The first or the last quarter of a year, or its last month."""
    year, relative = year_in(shape)
    if shape.body[0].code == "R":  # "last quarter" is one wording; the year behind it says that none before the anchor is meant
        months = {"quarter:-1": 3, "month:-1": 1}.get(shape.body[0].id)
        last = Moment(year, _MONTHS + 1 - months, until=_MONTHS) if months else Moment(year)
        yield Reading(shape.start, shape.stop, last, shape.rule, None, "period")
        return
    edge = _edge(shape) or shape.body[0].id.partition(":")[0]
    month = 1 if edge in ("start", "next", NEXT_WEEK) else 10
    yield Reading(shape.start, shape.stop, Moment(year, month, until=month + 2), shape.rule, None, "period", "" if year else relative or "year:0")


def read_half(shape: Shape) -> Iterator[Reading]:
    """Halves of a year; of a half of a month the month is given; half of anything else is no time."""
    year, relative = year_in(shape)
    months = [token for token in shape.body if token.code in "mj"]
    if months:
        yield Reading(shape.start, shape.stop, Moment(year, months[0].value), shape.rule, None, "period", relative)
        return
    number = next((token.value for token in shape.body if token.code in _NUMBERS), 2 if _edge(shape) == "end" else 1)
    of_year = any(token.code in "YyVh" for token in shape.body)
    if of_year and number in (1, 2):
        yield Reading(shape.start, shape.stop, Moment(year, 6 * number - 5, until=6 * number), shape.rule, None, "period", relative)


def _edge(shape: Shape) -> str:
    return next((token.id for token in shape.body if token.code == "E"), "")


def read_count(shape: Shape) -> Iterator[Reading]:
    """The first or last so many months or quarters of a year."""
    year, relative = year_in(shape)
    numbers = [token for token in shape.body if token.code in "aco"]
    if shape.body[0].code == "o":
        if numbers[0].value != 1:
            return
        numbers = numbers[1:]
    months = numbers[0].value * (3 if any(token.code == "Q" for token in shape.body) else 1)
    of_year = any(token.code in "YyV" for token in shape.body)
    if not 1 <= months <= (_MONTHS if of_year else _LAST_MONTH) or _edge(shape) == "middle":
        return
    at_end = _edge(shape) == "end" or shape.body[0].id.startswith("last")
    first = _MONTHS + 1 - months if at_end else 1
    yield Reading(shape.start, shape.stop, Moment(year, first, until=first + months - 1), shape.rule, None, "period", relative)


def read_weekday(shape: Shape) -> Iterator[Reading]:
    """A day of the week, near the anchor or in a week that is named."""
    day = next(token for token in shape.body if token.code in "wW")
    turn = next((token.id.partition(":")[0] for token in shape.body if token.code == "q"), "")
    week = next((token.id for token in shape.body if token.code == "R"), "")
    yield Reading(shape.start, shape.stop, Moment(), shape.rule, None, "relative", week, day.value, turn)


def read_relative(shape: Shape) -> Iterator[Reading]:
    """A day, week, month or year by its distance from the anchor; the edge of a year is that year."""
    token = shape.body[-1]
    relative = {"Y": "year:0", "M": "month:0"}.get(token.code, token.id)
    yield Reading(shape.start, shape.stop, Moment(), shape.rule, None, "relative", relative)


def read_back(shape: Shape) -> Iterator[Reading]:
    """So many months before the anchor's own ("the past nine months")."""
    months = next(token.value for token in shape.body if token.code in "ac")
    if 2 <= months <= _LONGEST_RANGE:
        yield Reading(shape.start, shape.stop, Moment(), shape.rule, None, "relative", f"back:{months}")


def read_same(shape: Shape) -> Iterator[Reading]:
    """The same period of the year before."""
    year, relative = year_in(shape)
    yield Reading(shape.start, shape.stop, Moment(year), shape.rule, None, "relative", relative or ("" if year else "year:-1"))


READERS: dict[str, Callable[[Shape], Iterator[Reading]]] = {
    "iso": read_full, "full": read_full, "numeric": read_numeric, "days": read_numeric, "days_hyphen": read_numeric, "worded": read_numeric,
    "named": read_named, "day_of": read_named, "month_first": read_month_first, "month_list": read_month_list, "month_turn": read_month_turn,
    "months": read_months, "month_year": read_months, "month_names": read_months,
    "quarter": read_quarters, "edge_quarter": read_edge_quarter, "month_quarter": read_month_quarter, "two_years": read_two_years, "half": read_half,
    "count_of_year": read_count, "first_of_year": read_count, "past_count": read_count,
    "term": read_term, "decade": read_decade, "century": read_century, "years": read_years, "old_year": read_years,
    "months_back": read_back, "weekday": read_weekday, "relative": read_relative, "edge": read_relative, "same": read_same,
}
"""What reads the shapes of each rule of the grammar; rules without a reader mark what is no date."""

