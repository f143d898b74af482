"""What is not said of a date, filled from the article's anchor."""

from __future__ import annotations

from pipeline.extract.times.moments import Moment, day_of, moment_of, nearest_year, shifted, weekday_near, write_edtf
from pipeline.extract.times.shapes import Reading
from pipeline.extract.times.spans import span_until
from pipeline.records import Sentence

_OPENING = 12
_BACK = "back"
_FEWEST, _HALF = 3, 6
_YEAR_RULES = frozenset({"years", "relative", "edge"})


class Resolver:
    """Resolves the readings of an article in order; it remembers the year that opens a sentence and the period spoken of last."""

    def __init__(self, anchor: Moment | None) -> None:
        """Start with the article's own date."""
        self._anchor = anchor
        self._opening: tuple[int, int] | None = None
        self._weekday_before: Moment | None = None
        self._period: tuple[Moment, Moment | None] | None = None

    def resolve(self, reading: Reading, sentence: Sentence) -> tuple[str, bool] | None:
        """EDTF, and whether the anchor was needed; None where the calendar has no such day or the anchor cannot tell."""
        if not reading.is_possible():
            return None
        found = self._moments(reading, sentence)
        if found is None:
            return None
        first, last, anchored = found
        if not first.is_possible() or (last is not None and not last.is_possible()):
            return None
        if reading.months and (span := span_until(first, reading.months)) is not None:
            first, last = span
        if reading.since_january:
            first, last = Moment(first.year, 1, None if first.day is None else 1), last or first
        opens = reading.rule in _YEAR_RULES and reading.start - sentence.start <= _OPENING
        if opens and last is None and first.month is None and first.year is not None:
            self._opening = sentence.start, first.year
        if reading.kind == "period" and first.year is not None and first.month is not None:
            until_then = reading.to_the_end and last is None and first.day is None and first.until is None
            if self._period is None or not self._is_ahead(first, last):
                self._period = (Moment(first.year, 1, until=first.month), None) if until_then else (first, last)
        return write_edtf(first, last), anchored

    def _is_ahead(self, first: Moment, last: Moment | None) -> bool:
        """Whether a period ends after the anchor's month: nothing can be told of the same period a year before it yet."""
        anchor = self._anchor
        if anchor is None or anchor.year is None or anchor.month is None:
            return False
        end = (last or first).year or 0, (last.until or last.month if last else None) or first.until or first.month or 0
        return end > (anchor.year, anchor.month)

    def _moments(self, reading: Reading, sentence: Sentence) -> tuple[Moment, Moment | None, bool] | None:
        if reading.rule == "same":
            return self._same_period(reading)
        if reading.weekday:
            return self._weekday(reading)
        if reading.kind == "relative":
            moved = self._moved(reading.relative)
            return moved and (*moved, True)
        if reading.first.pattern or reading.first.year is not None:
            return reading.first, reading.last, False
        year = self._year(reading, sentence)
        if year is None and reading.relative:
            return None
        first = reading.first._replace(year=year)
        last = reading.last
        if last is not None and last.year is None and year is not None:
            last = last._replace(year=year + ((last.month or 0) < (first.month or 0)))
        return first, last, year is not None

    def _moved(self, relative: str) -> tuple[Moment, Moment | None] | None:
        unit, _, by = relative.partition(":")
        if unit == _BACK:
            return self._months_back(int(by))
        return shifted(self._anchor, unit, int(by))

    def _months_back(self, months: int) -> tuple[Moment, Moment | None] | None:
        """So many months before the anchor's; those of its year so far where figures of the year can mean no other ("8 months", told in October)."""
        anchor = self._anchor
        elapsed = anchor.month - months if anchor is not None and anchor.month is not None and months >= _FEWEST else -1
        if anchor is not None and anchor.year is not None and 0 <= elapsed <= 1 + (months >= _HALF):
            return Moment(anchor.year, 1, until=months), None
        first, last = shifted(anchor, "month", -months), shifted(anchor, "month", -1)
        return (first[0], last[0]) if first and last else None

    def _year(self, reading: Reading, sentence: Sentence) -> int | None:
        if reading.relative:
            moved = self._moved(reading.relative)
            return moved[0].year if moved else None
        if self._opening is not None and self._opening[0] == sentence.start:
            return self._opening[1]
        last = reading.last
        whole = reading.first._replace(until=last.until or last.month) if last and last.day is None and _rises(reading.first, last) else reading.first
        year = nearest_year(whole, self._anchor, reading.turn)
        if year is None or last is None or last.day is None or last.year is not None or not _rises(reading.first, last) or reading.turn:
            return year
        spans = [(reading.first._replace(year=one), last._replace(year=one)) for one in sorted({year, nearest_year(last, self._anchor) or year})]
        possible = [span for span in spans if span[0].is_possible() and span[1].is_possible()]
        return min(possible, key=lambda span: self._apart(*span))[0].year if possible else year

    def _apart(self, first: Moment, last: Moment) -> int:
        """Days between the anchor and the nearer end of a span of days, none where it lies inside ("from 1/1 to 15/10", told in October)."""
        here, since, until = day_of(self._anchor), day_of(first), day_of(last)
        if here is None or since is None or until is None:
            return 0
        return max(0, (since - here).days, (here - until).days)

    def _weekday(self, reading: Reading) -> tuple[Moment, Moment | None, bool] | None:
        if reading.relative:
            moved = self._moved(reading.relative)
            monday = day_of(moved[0]) if moved else None
            return (moment_of(monday.fromordinal(monday.toordinal() + reading.weekday - 1)), None, True) if monday else None
        near = weekday_near(self._weekday_before if reading.follows else self._anchor, reading.weekday, "next" if reading.follows else reading.turn)
        self._weekday_before = near
        return (near, None, True) if near else None

    def _same_period(self, reading: Reading) -> tuple[Moment, Moment | None, bool] | None:
        """The period spoken of last, a year earlier; the year before where none was."""
        year = reading.first.year
        if year is None:
            moved = self._moved(reading.relative)
            year = moved[0].year if moved else None
        if year is None:
            return None
        if self._period is None:
            return Moment(year), None, True
        first, last = self._period
        if last is not None:
            last = last._replace(year=year + (last.year or 0) - (first.year or 0))
        return first._replace(year=year), last, True


def _rises(first: Moment, last: Moment) -> bool:
    return (first.month or 0) <= (last.month or 0)
