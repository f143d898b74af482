"""The words that dates of a whole text are made of, and what they say of the year."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.times.words import Word

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
    ("relative_time", "next_week:0"): "x",
    ("season", ""): "s",
    ("season_turned", ""): "z",
    ("decade_alone", ""): "C",
    ("calendar_word", "century"): "B",
    ("calendar_word", "century_behind"): "B",
    ("date_unit", "century"): "B",
    ("calendar_word", "years"): "Z",
    ("holiday", ""): "h",
    ("date_filler", ""): "",
    ("date_unit", ""): "U",
    ("date_unit", "quarter"): "Q",
    ("date_unit", "half"): "H",
    ("date_unit", "fiscal"): "J",
    ("date_turn", "last"): "l",
    ("date_turn", "next"): "x",
    ("date_turn", "next_week"): "x",
    ("date_turn", "this"): "t",
    ("date_range", "from"): "f",
    ("date_range", "to"): "k",
    ("date_edge", ""): "e",
    ("date_edge", "month"): "E",
    ("date_edge", "year"): "E",
    ("date_edge", "last_day"): "D",
    ("date_edge", "first_day"): "i",
    ("date_part", ""): "p",
    ("day_part", ""): "p",
    ("date_week", ""): "W",
    ("calendar_word", "month"): "M",
}
TURNS = {"l": "last", "x": "next", "t": "this"}
STEPS = {"l": -1, "x": 1, "t": 0}
TWO_DIGITS = 2
_PIVOT = 50
_ROUND = (20, 30)


def merged_words(words: list[Word]) -> list[Word]:
    """The words with the numerals of two words made one ("twenty-first", the year that ends in an ordinal)."""
    merged: list[Word] = []
    for word in words:
        if word.code == "o" and len(merged) > 1 and merged[-1].code == "-" and merged[-2].code == "n" and merged[-2].value in _ROUND:
            merged.pop()  # "twenty-first"
        last = merged[-1] if merged else None
        if last is not None and last.code == "J" and word.code in "ny" and (year := whole_year(word)) is not None:
            merged[-1] = Word(last.start, word.stop, "y", Decimal(year))  # "FY21"
            continue
        if last is not None and last.code == word.code == "n" and _is_year_in_words(last, word):
            merged[-1] = Word(last.start, word.stop, "y", last.value * 100 + word.value)
            continue
        if last is not None and word.code == "o" and last.code in "noy" and last.stop - last.start > TWO_DIGITS:
            if last.value in _ROUND and word.value < 10:
                merged[-1] = Word(last.start, word.stop, "o", last.value + word.value)
                continue
            if last.value >= 1000 > word.value and last.stop - last.start > len("2025"):
                merged[-1] = Word(last.start, word.stop, "y", last.value + word.value)
                continue
        merged.append(word)
    return merged


def _is_year_in_words(first: Word, last: Word) -> bool:
    """"Nineteen ninety-eight": the hundreds and the rest of a year, each in words."""
    return first.stop - first.start > len("2025") < last.stop - last.start and 12 < first.value <= 20 and 10 <= last.value < 100


def said_year(words: list[Word]) -> int | None:
    """The year of four digits."""
    return next((int(word.value) for word in words if word.code == "y"), None)


def whole_year(word: Word) -> int | None:
    """The year of four digits, or of two: up to 50 of this century."""
    if word.code == "y":
        return int(word.value)
    if word.stop - word.start != TWO_DIGITS:
        return None
    return int(word.value) + (2000 if word.value <= _PIVOT else 1900)


def relative_unit(words: list[Word]) -> str:
    """A relative unit, in one wording ("last week") or two."""
    said = next((word.id for word in words if word.code == "r"), "")
    unit = next((word.id for word in words if word.code in "UQ"), "")
    step = next((STEPS[word.code] for word in words if word.code in "lxt"), 0)
    return said or (f"{unit}:{step}" if unit else "")


def relative_year(words: list[Word]) -> str:
    """A relative year ("last year"); empty where there is none."""
    relative = relative_unit([word for word in words if word.code != "Q"])
    return relative if relative.startswith("year:") else ""


def is_short(words: list[Word]) -> bool:
    """Whether a century's abbreviation may be another word: it lacks its dot or the Roman numeral before it."""
    pairs = zip(words, [words[0], *words], strict=False)
    return any(word.code == "B" and word.stop - word.start == 1 and before.code != "R" for word, before in pairs)
