"""From a matched shape of years to what it says: terms, seasons, decades, centuries, lists of years."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.times.moments import Moment
from pipeline.extract.times.shapes import Reading, Shape, series, start_of

_CENTURY, _CENTURIES = 100, 30
_LONGEST_RANGE = 120
_LAST_YEAR = 2199
_LONGEST_PLAN = 15
_MONTHS = 12


def read_term(shape: Shape) -> Iterator[Reading]:
    """A term, a stage or a season between two years; the second may have two digits."""
    first, last = [token.value for token in shape.body if token.code in "yabn"][:2]
    if last < _CENTURY:
        last += first // _CENTURY * _CENTURY
    if first < last <= first + _LONGEST_RANGE:
        kind = "term" if "T" in shape.codes else "period"
        yield Reading(shape.start, shape.stop, Moment(first), shape.rule, Moment(last), kind)


def read_decade(shape: Shape) -> Iterator[Reading]:
    """A decade, of the last century where only its tens are said."""
    if shape.body[0].code == "y":
        yield Reading(shape.start, shape.stop, Moment(pattern=f"{shape.body[0].value // 10}X"), shape.rule, None, "period")
        return
    century = shape.body[-1 if shape.body[-1].code in "rabn" else -2].value if any(token.code in "XB" for token in shape.body) else 20
    tens = [token for token in shape.body if token.code == "n"][:2 if "J" in shape.codes else 1]
    for i, token in enumerate(tens):
        if token.value % 10 == 0 and 10 <= token.value < _CENTURY and 1 <= century <= _CENTURIES:
            start, stop = shape.start if i == 0 else token.start, shape.stop if token is tens[-1] else token.stop
            yield Reading(start, stop, Moment(pattern=f"{century - 1:02d}{token.value // 10}X"), shape.rule, None, "period")


def read_century(shape: Shape) -> Iterator[Reading]:
    """A century."""
    value = next(token.value for token in shape.body if token.code not in "XB")
    if 1 <= value <= 30:
        yield Reading(shape.start, shape.stop, Moment(pattern=f"{value - 1:02d}XX"), shape.rule, None, "period")


def read_years(shape: Shape) -> Iterator[Reading]:
    """Years, alone, in lists and in ranges."""
    pairs = list(series(shape, "yn", rising=False))
    decade = shape.body[0].code == "Z"
    for i, (first, last) in enumerate(pairs):
        if first.value > _LAST_YEAR:
            return
        start = start_of(shape, first, is_first=i == 0)
        stop = shape.stop if i == len(pairs) - 1 else (last or first).stop
        moment = Moment(first.value)
        if decade and last is None and len(pairs) == 1 and first.value % 10 == 0:
            moment = Moment(pattern=f"{first.value // 10}X")
        yield Reading(start, stop, moment, shape.rule, Moment(last.value) if last else None, "period")


def read_two_years(shape: Shape) -> Iterator[Reading]:
    """"2026-27", "in 2020-25": a school, playing or fiscal year, or a period behind a word of time; other digits behind a year are none."""
    first, last = shape.body[0].value, shape.body[-1].value
    end = first - first % _CENTURY + last + (_CENTURY if last < first % _CENTURY else 0)
    two = shape.body[-1].stop - shape.body[-1].start == len("27")
    if two and (end == first + 1 or (last > _MONTHS and "/" not in shape.codes and first < end <= first + _LONGEST_PLAN)):
        yield Reading(shape.start, shape.stop, Moment(first), shape.rule, Moment(end), "period")
    else:
        yield Reading(shape.start, shape.body[0].stop, Moment(first), "years", None, "period")
