"""What lets four digits be a year: the words beside them and what they could count."""

from __future__ import annotations

from pipeline.extract.times.place import LOOSE_WORDS, Place
from pipeline.extract.times.shapes import Shape

PLAIN_YEARS = range(1900, 2101)
_NAME_YEARS = range(1940, 2061)
_FAR_YEARS = range(1940, 2101)
_OLD_YEARS = range(1500, 1940)


def licence_years(shape: Shape, place: Place) -> bool:
    """Four digits behind a word for year or of time, in brackets or in a list are years."""
    codes = shape.codes[::2]
    years = [token.value for token in shape.body if token.code == "y"]
    if codes[0] in "YZ":
        return not (codes[0] == "Z" and place.before in frozenset("abncy") and len(codes) == 2)
    if codes[-1] == "Y":
        return True
    if place.counted(shape.stop) or any(year not in PLAIN_YEARS and not _is_old(shape, place) for year in years):
        return False
    if (level := place.passage.starting(shape.stop, "unit")) is not None and level.id == "level":
        return True  # "above 2019 levels"
    if len(years) == 2 and any(mark in shape.codes for mark in "-~") and years[0] < years[1]:
        return True
    loose = (frozenset(shape.pre) & (LOOSE_WORDS | frozenset("RV"))) or (place.before == "K") or place.is_compared(shape.start)
    return (bool(loose) and (years[0] in (_FAR_YEARS if place.plain_years else _NAME_YEARS) or _is_old(shape, place))) or place.bracketed(shape)


def _is_old(shape: Shape, place: Place) -> bool:
    """A year before the last century's middle where a comma would part the thousands of an amount ("founded in 1905")."""
    if not place.plain_years or shape.body[0].value not in _OLD_YEARS:
        return False
    link = place.passage.ending(shape.start, "calendar_link", "filler")
    return link is not None and link.id in ("in", "from", "between")


def licence_two_years(shape: Shape, place: Place) -> bool:
    """"2026-27" is two years whatever stands before it; else the first must be one."""
    first, last = shape.body[0].value, shape.body[-1].value
    following = place.plain_years and (first + 1) % 100 == last and not place.counted(shape.stop)
    return (following and first in _FAR_YEARS) or licence_years(Shape("years", shape.pre, shape.body[:1], "y|"), place)


def is_year_of_a_name(shape: Shape, place: Place) -> bool:
    """A year that stands behind a name ("SEA Games 2019"): no date of the story, and no amount either."""
    token = shape.body[0]
    return shape.codes[::2] == "y" and token.value in _NAME_YEARS and not place.counted(shape.stop)
