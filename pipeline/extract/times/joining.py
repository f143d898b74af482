"""Neighbours that share a year, a licence or a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.times.grammar import BETWEEN, LIST, RANGE
from pipeline.extract.times.moments import Moment
from pipeline.extract.times.shapes import Reading


@dataclass(slots=True)
class Found:
    """A reading with the tokens that it covers (`first` to `last`), the codes before its date and the page word before it.

    `mark` stands between day and month. `licensed`: its words make it a date; `loose`: they do where the article writes its dates so;
    `counted`: a thing that is counted or measured follows.
    """

    reading: Reading
    first: int
    last: int
    pre: str
    mark: str = ""
    page: str = ""
    licensed: bool = True
    counted: bool = False
    loose: bool = False


def join(found: list[Found], codes: str) -> list[Found]:
    """Let neighbours share what only one of them says; the two ends of a range become one reading, doubtful figures seen elsewhere are let in."""
    if not found:
        return []
    links = [_link(a, b, codes) for a, b in pairwise(found)]
    _share_licences(found, links)
    for i in range(len(links) - 1, -1, -1):
        if links[i]:
            _share_year(found[i].reading, found[i + 1].reading)
    for (a, b), link in zip(pairwise(found), links, strict=True):
        if link:
            _share_year(a.reading, b.reading)
            b.reading.follows = bool(a.reading.weekday and b.reading.weekday)
    joined: list[Found] = []
    for one, link in zip(found, ["", *links], strict=True):
        if link == "range" and joined and _is_range(joined[-1], one):
            left, right = joined[-1].reading, one.reading
            left.last, left.stop, left.kind = right.first, right.stop, "period"
            joined[-1].last = one.last
        elif link == "range" and joined and codes[2 * joined[-1].last + 1] != "," and _is_since_january(joined[-1], one):
            left, right = joined[-1].reading, one.reading
            right.start, right.kind, right.since_january = left.start, "period", True
            right.relative = right.relative or (left.relative if left.first.year is None else "")
            right.first = right.first._replace(year=right.first.year or left.first.year)
            joined[-1] = replace(one, first=joined[-1].first, pre=joined[-1].pre)
        elif link == "range" and joined and codes[2 * joined[-1].last + 1] != "," and _is_mixed(joined[-1], one):
            _join_mixed(joined[-1].reading, one.reading)
            joined[-1].last = one.last
        else:
            joined.append(one)
    return joined


def _link(left: Found, right: Found, codes: str) -> str:
    if right.first <= left.last:
        return ""
    between = codes[2 * left.last + 1:2 * right.first]
    if RANGE.match(between) or ("z" in left.pre and BETWEEN.match(between)):
        return "range"
    return "list" if LIST.match(between) else ""


def _share_licences(found: list[Found], links: list[str]) -> None:
    for (a, b), link in zip(pairwise(found), links, strict=True):
        if link and a.licensed and a.reading.rule == b.reading.rule == "numeric":
            b.licensed = True
    marks = {one.mark for one in found if one.licensed and one.reading.rule == "numeric"}
    days = {(one.reading.first.month, one.reading.first.day) for one in found if one.licensed and one.reading.first.day is not None}
    for one in found:
        if not one.licensed and not one.counted and ((one.loose and one.mark in marks) or (one.reading.first.month, one.reading.first.day) in days):
            one.licensed = True


def _share_year(left: Reading, right: Reading) -> None:
    """Only between days and days, months and months; a range may pass the turn of the year."""
    a, b = left.first, right.first
    if a.month is None or b.month is None or (a.day is None) != (b.day is None):
        return
    if a.year is None and not left.relative and (b.year is not None or right.relative) and a.month <= b.month:
        _set_year(left, b.year, right.relative)
    elif b.year is None and not right.relative and (a.year is not None or left.relative) and a.month <= b.month:
        _set_year(right, a.year, left.relative)


def _set_year(reading: Reading, year: int | None, relative: str) -> None:
    reading.relative = relative
    reading.first = reading.first._replace(year=year)
    reading.last = reading.last._replace(year=year) if reading.last else None


def _is_range(left: Found, right: Found) -> bool:
    a, b = left.reading, right.reading
    if a.last or b.last or not (left.licensed and right.licensed) or "relative" in (a.kind, b.kind) or a.first.pattern or b.first.pattern:
        return False
    if (a.first.month is None) != (b.first.month is None) or (a.first.day is None) != (b.first.day is None):
        return False
    anniversary = a.first.day is not None and a.first[1:3] == b.first[1:3]
    return not anniversary and (a.first.year is None or b.first.year is None or _key(a.first) < _key(b.first))


def _is_since_january(left: Found, right: Found) -> bool:
    """"From the start of the year to 15 October": a day or month of the year whose start is named."""
    year, until = left.reading, right.reading
    if not (year.at_start and left.licensed and right.licensed) or year.last or until.last or until.weekday or until.kind == "relative":
        return False
    if year.first.month is not None or not (year.first.year or year.relative.startswith("year:")):
        return False
    same_year = not (until.first.year and year.first.year) or until.first.year == year.first.year
    return until.first.month is not None and not until.first.pattern and same_year


def _is_mixed(left: Found, right: Found) -> bool:
    """"From the end of 2023 to September 2025", "from the start of September to 15 October": ends of two grains behind a word for from."""
    a, b = left.reading, right.reading
    if "O" not in left.pre or not (left.licensed and right.licensed) or a.last or b.last or a.weekday or b.weekday:
        return False
    moments = a.first, b.first
    if a.relative or b.relative or any(moment.pattern or moment.until is not None for moment in moments):
        return False
    grains = _grain(a.first), _grain(b.first)
    return grains[0] != grains[1] and (0 not in grains or _years_rise(a.first, b.first)) and grains[::-1] != (1, 2)


def _grain(moment: Moment) -> int:
    return sum(part is not None for part in moment[1:3])


def _years_rise(first: Moment, last: Moment) -> bool:
    return first.year is not None and last.year is not None and first.year < last.year


def _join_mixed(left: Reading, right: Reading) -> None:
    a, b = left.first, right.first
    if a.month is not None and b.month is not None:
        passes = b.month < a.month
        a = a._replace(year=a.year if a.year is not None or b.year is None else b.year - passes)
        b = b._replace(year=b.year if b.year is not None or a.year is None else a.year + passes)
    if left.at_start:
        a = a._replace(month=a.month or 1, day=1 if b.day is not None else None)
    left.first, left.last, left.stop, left.kind = a, b, right.stop, "period"


def _key(moment: Moment) -> tuple[int, int, int]:
    return moment.year or 0, moment.month or 0, moment.day or 0
