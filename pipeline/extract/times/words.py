"""The words of a short text that is a time of day or a distance in time, as a string of codes with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.numerals import Number, read_numbers
from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Passage

CODES = {
    ("clock_word", "lead"): "L",
    ("clock_word", "hour"): "H",
    ("clock_word", "minute"): "M",
    ("clock_word", "past"): "P",
    ("clock_word", "to"): "T",
    ("clock_word", "half"): "F",
    ("clock_word", "half_to"): "f",
    ("clock_word", "quarter"): "Q",
    ("clock_word", "noon"): "N",
    ("clock_word", "midnight"): "Z",
    ("day_half", "am"): "D",
    ("day_half", "noon"): "D",
    ("day_half", "pm"): "D",
    ("day_half", "night"): "D",
    ("distance_word", "ago"): "a",
    ("distance_word", "in"): "i",
    ("distance_word", "hence"): "h",
    ("distance_word", "next"): "x",
    ("distance_word", "last"): "l",
    ("distance_word", "within"): "w",
    ("distance_word", "one"): "1",
}
_DIGITS = re.compile("[0-9]{1,4}")
_MARKS = re.compile("[:.](?=[0-9])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 5


class Word(NamedTuple):
    """One word, figure or mark; `value` is its number (code n where it is whole, d where not), `id` its concept."""

    start: int
    stop: int
    code: str
    value: Decimal = Decimal(0)
    id: str = ""


@lru_cache(maxsize=64)
def _wordings(room: Room) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in room.entries:
        key = (entry.kind, entry.id)
        if key in CODES:
            found.setdefault(" ".join(fold(entry.wording).split()), {})[CODES[key]] = entry.id
    return found


def read_words(passage: Passage, room: Room, codes: str) -> list[Word] | None:
    """The words of a passage, of `codes` where wordings are asked for; None where one of them is unknown here."""
    numbers = {number.start: number for number in read_numbers(passage, room)}
    words: list[Word] = []
    at, size = 0, len(passage.text)
    while at < size:
        if passage.text[at] in " ,":
            at += 1
            continue
        word = next(_candidates(passage, room, at, numbers, codes), None)
        if word is None:
            return None
        words.append(word)
        at = word.stop
    return words


def _candidates(passage: Passage, room: Room, at: int, numbers: dict[int, Number], codes: str) -> Iterator[Word]:
    text = passage.text
    digits = _DIGITS.match(text, at)
    number = numbers.get(at)
    broken = number is not None and number.value is not None and number.value != number.value.to_integral_value()
    if digits and ("H" in codes or not broken):  # "18.30" is a time of day, "1.5" an amount
        yield Word(at, digits.end(), "n", Decimal(digits.group()))
    mark = _MARKS.match(text, at)
    if mark and at and text[at - 1].isdigit():
        yield Word(at, mark.end(), ":")
    yield from _longest(passage, room, at, codes)
    if number is not None and number.value is not None:
        yield Word(at, number.stop, "n" if number.value == number.value.to_integral_value() else "d", number.value)
    ordinal = passage.starting(at, "ordinal")
    if ordinal is not None:
        yield Word(ordinal.start, ordinal.stop, "o", Decimal(ordinal.id))
    unit = passage.starting(at, "unit")
    if unit is not None:
        yield Word(unit.start, unit.stop, "u", id=unit.id)


def _longest(passage: Passage, room: Room, at: int, codes: str) -> Iterator[Word]:
    wordings = _wordings(room)
    ends = []
    place = at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(passage.text, place)
        if word is None:
            break
        ends.append(word.end())
        place = word.end()
        while place < len(passage.text) and passage.text[place] in " .'\u2019-":
            place += 1
    for end in reversed(ends):
        for code, concept in wordings.get(" ".join(passage.folded[at:end].split()), {}).items():
            if code in codes:
                yield Word(at, end + 1 if passage.text[end : end + 1] == "." else end, code, id=concept)
