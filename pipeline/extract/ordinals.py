"""Ordinal numbers: words, digits with an ordinal's mark, Roman numerals behind one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.heads import words_of
from pipeline.extract.number import Number
from pipeline.extract.numerals import read_numbers
from pipeline.knowledge import Room
from pipeline.records import Hit, Passage

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_GLUED = re.compile(r" ?([0-9]{1,9})([^\W\d_]+)\.?")
_GROUPED = re.compile(r"#? ?([0-9]{1,3}(?:[., ][0-9]{3}){0,3}|[0-9]{1,12})(?: ?-?([^\W\d_]+))?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def read_roman(text: str) -> int | None:
    """The value of a well-formed Roman numeral in capitals, else None.

    >>> read_roman("XV"), read_roman("MCMXLIV"), read_roman("IIX")
    (15, 1944, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def read_ranks(passage: Passage, room: Room) -> Iterator[Number]:
    """The places that stand behind a word of rank as ordinals ("ranked 14th", "ranks third")."""
    marks = words_of(room, "ordinal_mark")
    last = -1
    for start, stop, _ in passage.of("rank_mark"):
        if start <= last:
            continue
        last = start
        glued = _GLUED.match(passage.text, stop)
        if glued is not None and glued.group(2).lower() in marks:
            yield Number(glued.start(1), glued.end(2), Decimal(glued.group(1)), raw=glued.group(1), rule="ordinal")
        elif (word := passage.starting(stop, "ordinal")) is not None:
            yield Number(word.start, word.stop, Decimal(word.id), words=1, rule="ordinal")


def read_whole_ordinal(passage: Passage, room: Room) -> int | None:
    """The place named by a passage that is one ordinal and nothing else."""
    size = len(passage.text)
    if size == 0:
        return None
    mark = passage.starting(0, "ordinal_mark", "filler")
    start, stop = (mark.stop, size) if mark is not None and (mark.id == "before" or mark.kind == "filler") and mark.start == 0 else (0, size)
    if (figures := _in_figures(passage.text, start, room)) is not None:
        return figures
    if (roman := read_roman(passage.text.rstrip("."))) is not None:
        return roman
    last = passage.ending(size, "ordinal", "ordinal_mark")
    if last is not None and last.kind == "ordinal":
        return _spelled(passage, room, last, start)
    if not start:
        if last is None or last.id != "after" or not passage.text[last.start - 1:last.start].isdigit():
            return None
        stop = last.start
    rest = passage.text[start:stop].strip()
    roman = read_roman(rest)
    return roman if roman is not None else _whole_number(passage, room, stop - len(passage.text[start:stop].lstrip()), stop)


def _in_figures(text: str, start: int, room: Room) -> int | None:
    """Digits with an ordinal's ending ("1,000th", "15-tej"), with its dot where the language has one ("5."), or with a sign for number."""
    dotted = room.language.ordinal_dot and text.endswith(".") and text[-2:-1].isdigit()
    glued = _GROUPED.fullmatch(text[:-1] if dotted else text, start)
    if glued is None:
        return None
    ending = (glued.group(2) or "").lower()
    named = ending in words_of(room, "ordinal_mark") | words_of(room, "ordinal_ending")
    return int(re.sub("[., ]", "", glued.group(1))) if named or (not ending and (dotted or text.startswith("#"))) else None


def _spelled(passage: Passage, room: Room, last: Hit, start: int) -> int | None:
    """Ordinal words, with cardinals or tens of ordinals before them ("twenty-first")."""
    total = int(last.id)
    at = last.start
    least = total
    while at > start:
        at = len(passage.text[:at].rstrip(" -"))
        tens = passage.ending(at, "ordinal")
        if tens is None or int(tens.id) <= least or int(tens.id) % 10 ** len(str(least)):
            break
        least = int(tens.id)
        total += least
        at = tens.start
    first = start + (passage.text[start:start + 1] == " ")
    if at <= first:
        return total
    joint = passage.ending(at, "joiner")
    before = _whole_number(passage, room, first, len(passage.text[:joint.start].rstrip()) if joint is not None and joint.id == "and" else at)
    return None if before is None or before % 10 ** len(str(least)) else before + total


def _whole_number(passage: Passage, room: Room, start: int, stop: int) -> int | None:
    for number in read_numbers(passage, room):
        if (number.start, number.stop) == (start, stop) and number.value is not None and number.value == number.value.to_integral_value():
            return int(number.value)
    return None
