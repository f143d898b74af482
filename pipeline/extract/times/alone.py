"""Dates and periods that a whole text names: nothing around them could make them something else, so they need no licence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from pipeline.extract.times.moments import Moment, day_of, moment_of, nearest_year, read_anchor, shifted
from pipeline.extract.times.resolving import Resolver
from pipeline.extract.times.shapes import Reading
from pipeline.extract.times.words import Word, match_words
from pipeline.knowledge import Room
from pipeline.records import Passage

CODES = {
    ("month", ""): "m",
    ("month_alone", ""): "m",
    ("weekday", ""): "w",
    ("weekday_doubtful", ""): "w",
    ("weekday_alone", ""): "w",
    ("relative_time", ""): "r",
    ("relative_alone", ""): "r",
    ("relative_time", "last:0"): "l",
    ("relative_time", "next:0"): "x",
    ("season", ""): "s",
    ("season_turned", ""): "z",
    ("decade_alone", ""): "C",
    ("calendar_word", "century"): "B",
    ("calendar_word", "century_behind"): "B",
    ("holiday", ""): "h",
    ("date_filler", ""): "",
    ("date_unit", ""): "U",
    ("date_unit", "quarter"): "Q",
    ("date_unit", "half"): "H",
    ("date_turn", "last"): "l",
    ("date_turn", "next"): "x",
    ("date_turn", "this"): "t",
    ("date_range", "from"): "f",
    ("date_range", "to"): "k",
    ("date_edge", ""): "e",
    ("date_edge", "month"): "E",
    ("date_edge", "year"): "E",
    ("date_edge", "last_day"): "D",
    ("date_part", ""): "p",
    ("day_part", ""): "p",
    ("date_week", ""): "W",
    ("calendar_word", "month"): "M",
}
_MARKS = "/-.\u2013\u2014"
_ANY = re.compile(".+")
_YEAR = "(?:y|r|[lxt]U|U[lxt]|t)?"
_TWO_DIGITS, _PIVOT = 2, 50
_CENTURIES = 30
_ROUND = (20, 30)
_TURNS = {"l": "last", "x": "next", "t": "this"}
_STEPS = {"l": -1, "x": 1, "t": 0}
_MINUTES = 16
_RULES = tuple((name, re.compile(pattern)) for name, pattern in (
    ("iso", "w?y(?P<s>[-/.])n(?P=s)n"),
    ("full", "w?n(?P<s>[-/.])n(?P=s)[yn][.]?"),
    ("pair", "h?w?n[-/.]n"),
    ("year_month", "y[-/]n|n[./-]y"),
    ("day", f"[wh]?[no][.]?[-/.]?(?:m|Mn|R)[.]?[-/.]?{_YEAR}|w?m[.]?[no]{_YEAR}"),
    ("month", f"(?:m[.]?|Mn)[-/]?{_YEAR}|[lxt](?:m|Mn)|(?:m|Mn)[lxt]"),
    ("weekday", "w[.]?|[lxt]w|w[lxt]|wr|rw"),
    ("of_month", "o|[on](?:r|tU|U[lxt]|[lx]U)"),
    ("nth", "[ol]w(?:m(?:y|r)?|r|[lxt]U)"),
    ("holiday", f"h{_YEAR}|h[lx]|[lxt]h|hn[-/.]n"),
    ("season", f"s{_YEAR}|[lxt][sz]|s[lx]"),
    ("quarter", f"[noR]Q[-/]?(?:{_YEAR}|n)|Q[nR][-/]?(?:{_YEAR}|n)|y[-/]?Q[nR]"),
    ("half", f"[noR]H[-/]?{_YEAR}|H[n][-/]?{_YEAR}|y[-/]?Hn"),
    ("relative", "r|[lxt][UQ]|[UQ][lxt]|E|U"),
    ("year", "y"),
    ("century", "[noR]B|B[noR]"),
    ("decade", "C"),
    ("last_day", "D(?:m(?:y|r)?|r|U|tU)"),
))


class _Reader:
    """Reads the words of one point of the calendar; every method answers None where they are none."""

    def __init__(self, room: Room, today: str | None) -> None:
        self._room = room
        self._today = today
        self._anchor = read_anchor(today)

    def read(self, words: list[Word], *, led: bool) -> Reading | None:
        """One day, month, season, year ...; `led` says that a word that binds nothing stood before it ("the 20th")."""
        inner = [word for word in words if word.code != "p"]
        edged = bool(inner) and inner[0].code == "e"
        inner = inner[1:] if edged else inner
        codes = "".join(word.code for word in inner)
        if not codes or (codes == "U" and not edged):
            return None
        for rule, pattern in _RULES:
            if pattern.fullmatch(codes):
                reading = self._read(rule, codes, inner, led=led)
                if reading is not None and reading.is_possible():
                    return reading
        return None

    def _read(self, rule: str, codes: str, words: list[Word], *, led: bool) -> Reading | None:
        if rule in ("full", "pair"):
            return self._numeric(rule, words, led=led)
        if rule == "of_month":
            return self._of_month(codes, words, led=led)
        if rule == "nth":
            return self._nth(words)
        readers: dict[str, Callable[[str, list[Word]], Reading | None]] = {
            "iso": self._iso,
            "year_month": self._year_month,
            "day": self._day,
            "month": self._month,
            "weekday": self._weekday,
            "holiday": self._holiday,
            "season": self._season,
            "quarter": self._quarter,
            "half": self._quarter,
            "relative": self._relative,
            "year": self._relative,
            "last_day": self._last_day,
            "century": self._century,
            "decade": self._century,
        }
        return readers[rule](codes, words)

    def _iso(self, _codes: str, words: list[Word]) -> Reading:
        year, month, day = (int(word.value) for word in words if word.code in "yn")
        return _reading(Moment(year, month, day))

    def _numeric(self, rule: str, words: list[Word], *, led: bool) -> Reading | None:
        figures = [word for word in words if word.code in "yn"]
        mark = next(word.code for word in words if word.code in _MARKS)
        first, second = int(figures[0].value), int(figures[1].value)
        if (
            rule == "pair"
            and mark != "/"
            and (self._room.language.month_first or (not led and figures[1].stop - figures[1].start < _TWO_DIGITS and mark == "."))
        ):
            return None
        if rule == "pair" and mark == "-" and self._room.language.inflection != "none":
            return None
        year = _whole_year(figures[2]) if rule == "full" else None
        if rule == "full" and year is None:
            return None
        orders = [(first, second), (second, first)] if self._room.language.month_first else [(second, first), (first, second)]
        orders = orders[:1] if rule == "pair" and not self._room.language.month_first else orders
        return next((_reading(moment) for month, day in orders if (moment := Moment(year, month, day)).is_possible()), None)

    def _year_month(self, _codes: str, words: list[Word]) -> Reading:
        return _reading(Moment(_said_year(words), next(int(word.value) for word in words if word.code == "n")))

    def _day(self, codes: str, words: list[Word]) -> Reading:
        numbers = [int(word.value) for word in words if word.code in "no"]
        month = numbers.pop(1) if "M" in codes else next(int(word.value) for word in words if word.code in "mR")
        return _reading(Moment(_said_year(words), month, numbers[0]), relative=_relative_year(words))

    def _month(self, _codes: str, words: list[Word]) -> Reading | None:
        month = next(int(word.value) for word in words if word.code in "mn")
        turn = next((_TURNS[word.code] for word in words if word.code in "lx"), "")
        relative = _relative_year(words)
        return _reading(Moment(_said_year(words), month), relative=relative, turn="" if relative else turn)

    def _weekday(self, codes: str, words: list[Word]) -> Reading:
        day = next(int(word.value) for word in words if word.code == "w")
        week = next((word.id for word in words if word.code == "r"), "week:0" if "t" in codes else "")
        if week.startswith("day:"):
            return _reading(Moment(), relative=week, kind="relative")
        turn = next((_TURNS[word.code] for word in words if word.code in "lx"), "")
        return Reading(0, 0, Moment(), "weekday", None, "relative", week, day, turn)

    def _of_month(self, codes: str, words: list[Word], *, led: bool) -> Reading | None:
        if (codes == "o" and not led) or self._anchor is None:
            return None
        month = _relative(words[1:]) or "month:0"
        moved = shifted(self._anchor, "month", int(month.partition(":")[2])) if month.startswith("month:") else None
        return _reading(moved[0]._replace(day=int(words[0].value))) if moved else None

    def _nth(self, words: list[Word]) -> Reading | None:
        month = next((int(word.value) for word in words if word.code == "m"), None)
        moment = Moment(_said_year(words), month)
        if month is None:
            relative = _relative(words[2:])
            moved = shifted(self._anchor, "month", int(relative.partition(":")[2])) if relative.startswith("month:") else None
            moment = moved[0] if moved else moment
        year = moment.year or nearest_year(moment, self._anchor)
        if year is None or moment.month is None:
            return None
        day = _nth_weekday(year, moment.month, -1 if words[0].code == "l" else int(words[0].value), int(words[1].value))
        return _reading(moment_of(day)) if day is not None else None

    def _holiday(self, _codes: str, words: list[Word]) -> Reading | None:
        name = next(word.id for word in words if word.code == "h")
        year = _said_year(words) or self._turned_year(words)
        if name[:2].isdigit() and "-" in name[2:3]:
            turn = next((_TURNS[word.code] for word in words if word.code in "lx"), "") if not _relative_year(words) else ""
            moment = Moment(year if not turn else None, int(name[:2]), int(name[3:]))
            return _reading(moment, turn=turn)
        if year is None and self._anchor is not None:
            year = self._anchor.year
        if year is None:
            return None
        if name.startswith("easter"):
            return _reading(moment_of(easter(year) + timedelta(days=int(name.removeprefix("easter")))))
        month, week, weekday = (int(part) for part in name.split("."))
        day = _nth_weekday(year, month, week, weekday)
        return _reading(moment_of(day)) if day is not None else None

    def _season(self, _codes: str, words: list[Word]) -> Reading | None:
        year = _said_year(words) or self._turned_year(words)
        if year is None and self._anchor is not None:
            year = self._anchor.year
        season = next(word.id for word in words if word.code in "sz")
        return _reading(Moment(pattern=f"{year:04d}-{season}")) if year is not None else None

    def _turned_year(self, words: list[Word]) -> int | None:
        """The year that a turn ("last") or a relative year names."""
        relative = _relative_year(words)
        turn = next((_STEPS[word.code] for word in words if word.code in "lxt"), None)
        by = int(relative.partition(":")[2]) if relative else turn
        return self._anchor.year + by if by is not None and self._anchor is not None and self._anchor.year is not None else None

    def _quarter(self, codes: str, words: list[Word]) -> Reading | None:
        number = next(int(word.value) for word in words if word.code in "noR")
        length = 6 if "H" in codes else 3
        years = [word for word in words if word.code == "n"][1:] if words[0].code != "o" else [word for word in words if word.code == "n"]
        year = _said_year(words) or (_whole_year(years[0]) if years else None)
        relative = _relative_year(words) or ("" if year else "year:0")
        return _reading(Moment(year, length * (number - 1) + 1, until=length * number), relative=relative)

    def _relative(self, codes: str, words: list[Word]) -> Reading | None:
        if codes == "y":
            return _reading(Moment(int(words[0].value)))
        relative = f"{words[0].id}:0" if codes in ("E", "U") else _relative(words)
        return _reading(Moment(), relative=relative, kind="relative") if relative and not relative.startswith(("now", "last", "next")) else None

    def _century(self, codes: str, words: list[Word]) -> Reading | None:
        if codes == "C":
            return _reading(Moment(pattern=words[0].id))
        number = next(int(word.value) for word in words if word.code in "noR")
        return _reading(Moment(pattern=f"{number - 1:02d}XX")) if 1 <= number <= _CENTURIES else None

    def _last_day(self, _codes: str, words: list[Word]) -> Reading | None:
        reading = self._month(_codes, words) if any(word.code == "m" for word in words) else None
        month = reading.first if reading is not None else None
        if month is None:
            moved = shifted(self._anchor, "month", int((_relative(words[1:]) or "month:0").partition(":")[2]))
            month = moved[0] if moved else None
        if month is None or month.month is None:
            return None
        year = month.year or nearest_year(month, self._anchor)
        return _reading(moment_of(date(year, month.month, 28) + _to_end(year, month.month))) if year is not None else None


def read_alone(passage: Passage, room: Room, today: str | None) -> str | None:
    """EDTF of a passage that is one date or period and nothing else, else None."""
    reader = _Reader(room, today)
    for _, found_words in match_words(passage, room, CODES, _ANY, marks=_MARKS):
        words = _merged(found_words)
        if len(words) == 1 and words[0].id == "now" and today is not None:
            return today[:_MINUTES]
        found = _read_week(words, reader, passage, today) or _read_point(words, reader, passage, today) or _read_range(words, reader, passage, today)
        if found is not None:
            return found
    return None


def _merged(words: list[Word]) -> list[Word]:
    """The words with the numerals of two words made one ("twenty-first", the year that ends in an ordinal)."""
    merged: list[Word] = []
    for word in words:
        last = merged[-1] if merged else None
        if last is not None and word.code == "o" and last.code in "noy" and last.stop - last.start > _TWO_DIGITS:
            if last.value in _ROUND and word.value < 10:
                merged[-1] = Word(last.start, word.stop, "o", last.value + word.value)
                continue
            if last.value >= 1000 > word.value:
                merged[-1] = Word(last.start, word.stop, "y", last.value + word.value)
                continue
        merged.append(word)
    return merged


def _read_point(words: list[Word], reader: _Reader, passage: Passage, today: str | None) -> str | None:
    reading = reader.read(words, led=words[0].start > 0)
    return _resolved(reading, passage, today) if reading is not None else None


def _read_week(words: list[Word], reader: _Reader, passage: Passage, today: str | None) -> str | None:
    """"The week of October 6": the week that the day lies in."""
    day = _read_point(words[1:], reader, passage, today) if words[0].code == "W" and len(words) > 1 else None
    anchor = day_of(read_anchor(day)) if day is not None else None
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _read_range(words: list[Word], reader: _Reader, passage: Passage, today: str | None) -> str | None:
    led = words[0].code == "f"
    words = words[1:] if led else words
    for i, word in enumerate(words):
        if word.code not in "k-" or not 0 < i < len(words) - 1:
            continue
        left, right = _sides(words[:i], words[i + 1:], reader)
        if left is None or right is None or (left.first.month is None) != (right.first.month is None):
            continue
        first, last = _resolved(left, passage, today), _resolved(right, passage, today)
        if first is not None and last is not None and first.split("/")[0] < (end := last.split("/")[-1]):
            return f"{first.split('/')[0]}/{end}"
    return None


def _sides(first: list[Word], last: list[Word], reader: _Reader) -> tuple[Reading | None, Reading | None]:
    """The two ends of a range, each filled from the other where it leaves a part out."""
    left, right = reader.read(first, led=False), reader.read(last, led=False)
    if right is not None and right.first.day is not None and (day := _bare_day(first)):
        return _reading(right.first._replace(day=day), relative=right.relative), right
    if left is not None and left.first.day is not None and (day := _bare_day(last)):
        return left, _reading(left.first._replace(day=day), relative=left.relative)
    if left is None and right is not None and right.first.month is not None and len(first) == 1 and first[0].code == "n":
        left = _reading(Moment(None, int(first[0].value)))  # "from 6 to August"
    if left is not None and right is not None and left.first.year is None and left.first.month is not None and not left.relative:
        left.first, left.relative = left.first._replace(year=right.first.year), right.relative
    if left is not None and right is not None and right.first.year is None and right.first.month is not None and not right.relative:
        right.first, right.relative = right.first._replace(year=left.first.year), left.relative
    return left, right


def _bare_day(words: list[Word]) -> int | None:
    codes = "".join(word.code for word in words).rstrip(".")
    return int(words[-1].value) if codes in ("n", "o", "wn", "wo") else None


def _resolved(reading: Reading, passage: Passage, today: str | None) -> str | None:
    try:
        found = Resolver(read_anchor(today)).resolve(reading, passage.sentence_at(0))
    except (OverflowError, ValueError):
        return None  # beyond the calendar
    return found[0] if found is not None else None


def _reading(moment: Moment, *, relative: str = "", turn: str = "", kind: str = "date") -> Reading:
    return Reading(0, 0, moment, "alone", None, kind, relative, turn=turn)


def _said_year(words: list[Word]) -> int | None:
    return next((int(word.value) for word in words if word.code == "y"), None)


def _whole_year(word: Word) -> int | None:
    """The year of four digits, or of two: up to 50 of this century."""
    if word.code == "y":
        return int(word.value)
    if word.stop - word.start != _TWO_DIGITS:
        return None
    return int(word.value) + (2000 if word.value <= _PIVOT else 1900)


def _relative(words: list[Word]) -> str:
    """A relative unit, in one wording ("last week") or two."""
    said = next((word.id for word in words if word.code == "r"), "")
    unit = next((word.id for word in words if word.code in "UQ"), "")
    step = next((_STEPS[word.code] for word in words if word.code in "lxt"), 0)
    return said or (f"{unit}:{step}" if unit else "")


def _relative_year(words: list[Word]) -> str:
    relative = _relative([word for word in words if word.code != "Q"])
    return relative if relative.startswith("year:") else ""


def _nth_weekday(year: int, month: int, week: int, weekday: int) -> date | None:
    if week < 0:
        last = date(year, month, 28) + _to_end(year, month)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    return day if day.month == month else None


def _to_end(year: int, month: int) -> timedelta:
    """What is left of a month from its 28th day."""
    day = date(year, month, 28)
    return next(timedelta(days=left) for left in (3, 2, 1, 0) if (day + timedelta(days=left)).month == month)
