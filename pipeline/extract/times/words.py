"""The words of a short text that is a time of day, a date or a distance in time, as strings of codes with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pipeline.extract.heads import words_of
from pipeline.extract.number import Number
from pipeline.extract.numerals import read_numbers
from pipeline.extract.ordinals import read_roman
from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Passage

Codes = Mapping[tuple[str, str], str]
"""Kind and id of a wording (no id for any) to its code."""

_DIGITS = re.compile("[0-9]{1,4}")
_ORDINAL = re.compile(r"([0-9]{1,2})-?([^\W\d_]+)")
_MARKS = re.compile(r":(?=[0-9])|\.(?=[0-9]{2}(?![0-9]))")
_SKIPPED = re.compile(r"(?:[ ,]|(?<=[^\W\d_])['\u2019]s?(?![^\W_])|(?<=[0-9])['\u2019](?![0-9]))+")
_JOINED = re.compile(r"-(?=[^\W\d_])")
_SHORT_YEAR = re.compile(r"['\u2019]([0-9]{2})(?![^\W_])")
_DECADE = re.compile(r"['\u2019]?([0-9]{0,2}[0-9]0)-?([^\W\d_]{1,4})(?![^\W_])")
_PIVOT = 50
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]{1,5}(?!\w)")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MOST_WORDS = 8
_MOST_PATHS = 400
_MOST_TOKENS = 16
_KINDS = ("weekday", "weekday_doubtful", "relative_time", "month")


class Word(NamedTuple):
    """One word, figure or mark; `value` is its number (code n where it is whole, d where not), `id` its concept."""

    start: int
    stop: int
    code: str
    value: Decimal = Decimal(0)
    id: str = ""


@lru_cache(maxsize=64)
def _wordings(room: Room) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in sorted(room.entries, key=lambda entry: not entry.kind.endswith("_alone")):
        found.setdefault(" ".join(fold(entry.wording).split()), []).append((entry.kind, entry.id))
    return found


def match_words(
    passage: Passage, room: Room, codes: Codes, pattern: re.Pattern[str], *, marks: str = ""
) -> Iterator[tuple[re.Match[str], list[Word]]]:
    """Every way to read a passage as words whose codes match a pattern, the longest wordings first; words of an empty code are left out.

    `marks` are the characters that have a code of their own, not only the colon of an hour.
    """
    numbers = {number.start: number for number in read_numbers(passage, room)}
    for path in islice(_paths(passage, room, codes, numbers, marks, 0, 0), _MOST_PATHS):
        words = [word for word in path if word.code]
        match = pattern.fullmatch("".join(word.code for word in words))
        if match is not None:
            yield match, words


def _paths(passage: Passage, room: Room, codes: Codes, numbers: dict[int, Number], marks: str, at: int, depth: int) -> Iterator[list[Word]]:
    text = passage.text
    skipped = _SKIPPED.match(text, at) or (_JOINED.match(text, at) if not marks and at and text[at - 1].isalpha() else None)
    at = skipped.end() if skipped is not None else at
    if at >= len(text):
        yield []
        return
    if depth > _MOST_TOKENS:
        return
    for word in _candidates(passage, room, at, numbers, codes, marks):
        for rest in _paths(passage, room, codes, numbers, marks, word.stop, depth + 1):
            yield [word, *rest]


def _candidates(passage: Passage, room: Room, at: int, numbers: dict[int, Number], codes: Codes, marks: str) -> Iterator[Word]:
    text = passage.text
    if text[at] in marks:
        yield Word(at, at + 1, "-" if text[at] in "\u2013\u2014" else text[at])
    digits = _DIGITS.match(text, at)
    if digits and (ordinal := _glued(text, at, room)) is not None:
        yield ordinal
    number = numbers.get(at)
    whole = number is not None and number.value is not None and number.value == number.value.to_integral_value()
    broken = number is not None and number.value is not None and not whole
    if digits and (not broken or "H" in codes.values() or marks):  # "18.30" is a time of day, "1.5" an amount
        yield Word(at, digits.end(), "y" if marks and _FIRST_YEAR <= int(digits.group()) <= _LAST_YEAR else "n", Decimal(digits.group()))
    if marks:
        yield from _years_alone(text, at, room)
    roman = _ROMAN.match(text, at) if marks else None
    if roman is not None and (value := read_roman(roman.group())) is not None:
        yield Word(at, roman.end(), "R", Decimal(value))
    mark = _MARKS.match(text, at)
    if mark and at and text[at - 1].isdigit() and not marks:
        yield Word(at, mark.end(), ":")
    yield from _longest(passage, room, at, codes)
    if number is not None and number.value is not None and not (digits and whole and number.stop == digits.end()):
        yield Word(at, number.stop, "n" if whole else "d", number.value)
        if whole and marks and number.words and _FIRST_YEAR <= number.value <= _LAST_YEAR:
            yield Word(at, number.stop, "y", number.value)
    zero = passage.starting(at, "cardinal_inner", "cardinal_last")
    if zero is not None:
        yield Word(zero.start, zero.stop, "n", Decimal(zero.id))
    ordinal_hit = passage.starting(at, "ordinal")
    if ordinal_hit is not None:
        yield Word(ordinal_hit.start, ordinal_hit.stop, "o", Decimal(ordinal_hit.id))
    unit = passage.starting(at, "unit")
    if unit is not None:
        yield Word(unit.start, unit.stop, "u", id=unit.id)


def _years_alone(text: str, at: int, room: Room) -> Iterator[Word]:
    """A year of two digits behind its mark ("'87") and decades ("the 80s", "1980s"), of the last century where only the tens are said."""
    short, decade = _SHORT_YEAR.match(text, at), _DECADE.match(text, at)
    if short is not None:
        year = int(short.group(1))
        yield Word(at, short.end(), "y", Decimal(year + (2000 if year <= _PIVOT else 1900)))
    if decade is not None and decade.group(2).lower() in words_of(room, "decade_ending"):
        tens = decade.group(1).removesuffix("0")
        yield Word(at, decade.end(), "C", id=f"{tens}X" if len(tens) == len("198") else f"19{tens}X" if len(tens) == 1 else "")


def _glued(text: str, at: int, room: Room) -> Word | None:
    """Digits with an ordinal's mark ("1st", "15-tej")."""
    glued = _ORDINAL.match(text, at)
    if glued is None or glued.group(2).lower() not in words_of(room, "ordinal_mark") | words_of(room, "ordinal_ending"):
        return None
    return Word(at, glued.end(), "o", Decimal(glued.group(1)))


def _is_of_year(passage: Passage, end: int) -> bool:
    """Whether a month's name is the word for year before its number, with no day before it ("9 th\u00e1ng n\u0103m 2025")."""
    word = passage.ending(end, "calendar_word")
    return word is not None and word.id == "year" and passage.text[end:].strip()[:4].isdigit() and passage.starting(0, "calendar_word") is None


def _longest(passage: Passage, room: Room, at: int, codes: Codes) -> Iterator[Word]:
    wordings = _wordings(room)
    text = passage.text
    ends = []
    place = at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, place)
        if word is None:
            break
        ends.append(word.end())
        place = word.end()
        while place < len(text) and text[place] in " .'\u2019-":
            place += 1
    for end in reversed(ends):
        stop = end + 1 if text[end:end + 1] == "." else end
        for kind, concept in wordings.get(" ".join(passage.folded[at:end].split()), ()):
            code = codes.get((kind, concept), codes.get((kind, "")))
            if code is not None and not (kind in ("month", "month_alone") and _is_of_year(passage, end)):
                yield Word(at, stop, code, Decimal(concept) if concept.isdecimal() else Decimal(0), concept)
    for kind in _KINDS:  # wordings with digits in them ("thu 2")
        hit = passage.starting(at, kind) if (kind, "") in codes else None
        if hit is not None and hit.stop not in ends and hit.start == at:
            yield Word(at, hit.stop, codes[kind, ""], Decimal(hit.id) if hit.id.isdecimal() else Decimal(0), hit.id)
