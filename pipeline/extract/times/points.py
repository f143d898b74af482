"""One point of the calendar as a whole text names it: a day, a month, a weekday, a holiday, a season, a century ..."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, timedelta
from decimal import Decimal

from dateutil.easter import easter

from pipeline.extract.times.alone_words import STEPS, TURNS, TWO_DIGITS, is_short, relative_unit, relative_year, said_year, whole_year
from pipeline.extract.times.moments import NEXT_WEEK, Moment, last_of_month, moment_of, nearest_year, nth_weekday, read_anchor, shifted
from pipeline.extract.times.shapes import Reading
from pipeline.extract.times.words import Word
from pipeline.knowledge import Room

MARKS = "/-.\u2013\u2014"
_YEAR = "(?:y|r|[lxt]U|U[lxt]|t)?"
_CENTURIES = 30
_QUARTERS, _MONTHS, _HUNDRED = 4, 12, 100
_RULES = tuple((name, re.compile(pattern)) for name, pattern in (
    ("iso", "w?y(?P<s>[-/.])n(?P=s)n"),
    ("full", "w?n(?P<s>[-/.])n(?P=s)[yn][.]?w?"),
    ("pair", "h?w?n[-/.]n(?:[lx]|r|[lxt]U|U[lxt])?"),
    ("year_month", "y[-/]n|n[./-]y"),
    ("day", f"[wh]?[no][.]?[-/.]?(?:m|Mn|R)[.]?[-/.]?(?:{_YEAR}|n)w?|w?m[.]?[-/]?[no][-/.]?{_YEAR}|ym[no]"),
    ("month", f"(?:m[.]?|Mn)[-/]?{_YEAR}|[lxt](?:m|Mn)|(?:m|Mn)[lxt]|y[-/]?m"),
    ("weekday", "w[.]?|[lxt]w|w[lxt]|wr|rw"),
    ("of_month", "o|[on](?:r|tU|U[lxt]|[lx]U)"),
    ("nth", "[ol]w(?:m(?:y|r)?|r|[lxt]U)"),
    ("holiday", f"h{_YEAR}|h[lx]|[lxt]h|hn[-/.]n"),
    ("season", f"s{_YEAR}|[lxt][sz]|s[lx]"),
    ("quarter", f"[noR][.]?Q[-/]?(?:{_YEAR}|n)|Q[nR][-/]?(?:{_YEAR}|n)|y[-/]?Q[nR]|y[oR]Q|lQ(?:y|r|tU|U[lxt]|U)"),
    ("half", f"[noR]H[-/]?(?:{_YEAR}|n)|H[n][-/]?{_YEAR}|y[-/]?Hn|y[oR]H"),
    ("relative", "r|[lxt][UQ]|[UQ][lxt]|E|U"),
    ("year", "U?y"),
    ("century", "[noR][.]?B|B[noR]"),
    ("decade", "(?:Z?C|Zn[.]?)(?:[noR]B|B[noR]|lB|Bl)?"),
    ("edge_day", "[Di](?:(?:m|Mn)(?:y|r)?|r|y|U|tU|U[lxt]|[lx]U)"),
))


class PointReader:
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
            "edge_day": self._edge_day,
            "century": self._century,
            "decade": self._decade,
        }
        return readers[rule](codes, words)

    def _iso(self, _codes: str, words: list[Word]) -> Reading:
        year, month, day = (int(word.value) for word in words if word.code in "yn")
        return alone_reading(Moment(year, month, day))

    def _numeric(self, rule: str, words: list[Word], *, led: bool) -> Reading | None:
        figures = [word for word in words if word.code in "yn"]
        mark = next(word.code for word in words if word.code in MARKS)
        first, second = int(figures[0].value), int(figures[1].value)
        if (
            rule == "pair"
            and mark != "/"
            and (self._room.language.month_first or (not led and figures[1].stop - figures[1].start < TWO_DIGITS and mark == "."))
        ):
            return None
        if rule == "pair" and mark == "-" and self._room.language.inflection != "none":
            return None
        year = whole_year(figures[2]) if rule == "full" else None
        if rule == "full" and year is None:
            return None
        relative = relative_year(words)
        turn = next((TURNS[word.code] for word in words if word.code in "lx"), "") if not relative else ""
        orders = [(first, second), (second, first)] if self._room.language.month_first else [(second, first), (first, second)]
        orders = orders[:1] if rule == "pair" and not self._room.language.month_first else orders
        moments = (Moment(year, month, day) for month, day in orders)
        return next((alone_reading(moment, turn=turn, relative=relative) for moment in moments if moment.is_possible()), None)

    def _year_month(self, _codes: str, words: list[Word]) -> Reading:
        return alone_reading(Moment(said_year(words), next(int(word.value) for word in words if word.code == "n")))

    def _day(self, codes: str, words: list[Word]) -> Reading | None:
        numbers = [int(word.value) for word in words if word.code in "no"]
        month = numbers.pop(1) if "M" in codes else next(int(word.value) for word in words if word.code in "mR")
        year = said_year(words)
        if year is None and len(numbers) > 1 and (year := whole_year([word for word in words if word.code == "n"][-1])) is None:
            return None
        return alone_reading(Moment(year, month, numbers[0]), relative=relative_year(words))

    def _month(self, _codes: str, words: list[Word]) -> Reading:
        month = next(int(word.value) for word in words if word.code in "mn")
        turn = next((TURNS[word.code] for word in words if word.code in "lx"), "")
        relative = relative_year(words)
        return alone_reading(Moment(said_year(words), month), relative=relative, turn="" if relative else turn)

    def _weekday(self, codes: str, words: list[Word]) -> Reading:
        day = next(int(word.value) for word in words if word.code == "w")
        week = next((word.id for word in words if word.code == "r"), "week:0" if "t" in codes else "")
        if week.startswith("day:"):
            return alone_reading(Moment(), relative=week, kind="relative")
        turn = next((NEXT_WEEK if word.id.startswith(NEXT_WEEK) else TURNS[word.code] for word in words if word.code in "lx"), "")
        return Reading(0, 0, Moment(), "weekday", None, "relative", week, day, turn)

    def _of_month(self, codes: str, words: list[Word], *, led: bool) -> Reading | None:
        if (codes == "o" and not led) or self._anchor is None:
            return None
        month = relative_unit(words[1:]) or "month:0"
        moved = shifted(self._anchor, "month", int(month.partition(":")[2])) if month.startswith("month:") else None
        return alone_reading(moved[0]._replace(day=int(words[0].value))) if moved else None

    def _nth(self, words: list[Word]) -> Reading | None:
        month = next((int(word.value) for word in words if word.code == "m"), None)
        moment = Moment(said_year(words), month)
        if month is None:
            relative = relative_unit(words[2:])
            moved = shifted(self._anchor, "month", int(relative.partition(":")[2])) if relative.startswith("month:") else None
            moment = moved[0] if moved else moment
        year = moment.year or nearest_year(moment, self._anchor)
        if year is None or moment.month is None:
            return None
        day = nth_weekday(year, moment.month, -1 if words[0].code == "l" else int(words[0].value), int(words[1].value))
        return alone_reading(moment_of(day)) if day is not None else None

    def _holiday(self, _codes: str, words: list[Word]) -> Reading | None:
        name = next(word.id for word in words if word.code == "h")
        year = said_year(words) or self._turned_year(words)
        if name[:2].isdigit() and "-" in name[2:3]:
            turn = next((TURNS[word.code] for word in words if word.code in "lx"), "") if not relative_year(words) else ""
            moment = Moment(year if not turn else None, int(name[:2]), int(name[3:]))
            return alone_reading(moment, turn=turn)
        if year is None and self._anchor is not None:
            year = self._anchor.year
        if year is None or not MINYEAR <= year <= MAXYEAR:
            return None
        if name.startswith("easter"):
            return alone_reading(moment_of(easter(year) + timedelta(days=int(name.removeprefix("easter")))))
        month, week, weekday = (int(part) for part in name.split("."))
        day = nth_weekday(year, month, week, weekday)
        return alone_reading(moment_of(day)) if day is not None else None

    def _season(self, _codes: str, words: list[Word]) -> Reading | None:
        year = said_year(words) or self._turned_year(words)
        if year is None and self._anchor is not None:
            year = self._anchor.year
        season = next(word.id for word in words if word.code in "sz")
        return alone_reading(Moment(pattern=f"{year:04d}-{season}")) if year is not None else None

    def _turned_year(self, words: list[Word]) -> int | None:
        """The year that a turn ("last") or a relative year names."""
        relative = relative_year(words)
        turn = next((STEPS[word.code] for word in words if word.code in "lxt"), None)
        by = int(relative.partition(":")[2]) if relative else turn
        return self._anchor.year + by if by is not None and self._anchor is not None and self._anchor.year is not None else None

    def _quarter(self, codes: str, words: list[Word]) -> Reading | None:
        number = next((int(word.value) for word in words if word.code in "noR"), _QUARTERS)
        length = 6 if "H" in codes else 3
        years = [word for word in words if word.code == "n"][1:] if words[0].code != "o" else [word for word in words if word.code == "n"]
        year = said_year(words) or (whole_year(years[0]) if years else None)
        relative = relative_year(words) or ("" if year else "year:0")
        return alone_reading(Moment(year, length * (number - 1) + 1, until=length * number), relative=relative)

    def _relative(self, codes: str, words: list[Word]) -> Reading | None:
        if codes in ("y", "Uy"):
            return alone_reading(Moment(int(words[-1].value))) if codes == "y" or words[0].id == "year" else None
        relative = f"{words[0].id}:0" if codes in ("E", "U") else relative_unit(words)
        moves = relative and not relative.startswith(("now", "last", "next", "to_date"))
        return alone_reading(Moment(), relative=relative, kind="relative") if moves else None

    def _decade(self, codes: str, words: list[Word]) -> Reading | None:
        if is_short(words):
            return None
        words, codes = (words[1:], codes[1:]) if codes[:2] == "ZC" else (words, codes)
        tens = words[1].value if codes[0] == "Z" else Decimal(0)
        pattern = f"19{int(tens) // 10}X" if codes[0] == "Z" else words[0].id
        century = next((int(word.value) for word in words[len(codes.partition("n")[0]) + 1 if codes[0] == "Z" else 1:] if word.code in "noR"), 0)
        if not pattern or tens % 10 or tens >= _HUNDRED or (codes[0] == "Z" and not tens):
            return None
        return alone_reading(Moment(pattern=f"{century - 1:02d}{pattern[2:]}" if 1 <= century <= _CENTURIES else pattern))

    def _century(self, _codes: str, words: list[Word]) -> Reading | None:
        number = next(int(word.value) for word in words if word.code in "noR")
        return alone_reading(Moment(pattern=f"{number - 1:02d}XX")) if 1 <= number <= _CENTURIES and not is_short(words) else None

    def _edge_day(self, codes: str, words: list[Word]) -> Reading | None:
        """The first or the last day of a month or of a year."""
        relative = relative_unit(words[1:]) or "month:0"
        yearly = codes[1:] == "y" or relative.startswith("year:")
        month = self._month(codes, words).first if "m" in codes or "M" in codes else Moment(said_year(words)) if yearly else None
        if month is None or (yearly and month.year is None and month.month is None):
            unit, _, by = relative.partition(":")
            moved = shifted(self._anchor, unit, int(by)) if unit in ("month", "year") else None
            month = moved[0] if moved else None
        if month is None:
            return None
        year = month.year or nearest_year(month, self._anchor)
        if year is None:
            return None
        if codes[0] == "i":
            return alone_reading(Moment(year, month.month or 1, 1))
        return alone_reading(moment_of(last_of_month(year, month.month or _MONTHS)))


def alone_reading(moment: Moment, *, relative: str = "", turn: str = "", kind: str = "date") -> Reading:
    """A reading that stands for a whole text, wherever in it."""
    return Reading(0, 0, moment, "alone", None, kind, relative, turn=turn)
