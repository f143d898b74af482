"""Figures and number words in the order of the text: what numbers are put together from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Hit, Passage

CARDINALS = frozenset({"cardinal", "cardinal_first", "cardinal_last", "cardinal_inner"})
_KINDS = CARDINALS | {"scale", "vague", "fraction", "joiner", "both"}
_LETTERS = re.compile(r"[^\W\d_]+\.?")
_WORD_LEFT = re.compile(r"[^\W\d_]+ $")
_WORD_RIGHT = re.compile(r" ([^\W\d_]+)")
_WORD_LENGTH = 24
_GOES_ON = re.compile(r" ?[^\W\d_A-Z]")
_MONEY_LEFT = re.compile(r"(?:[$\u00a3\u20ac\u00a5\u20ab]|(?<![^\W\d_])[A-Z]{3} ?)(?:[0-9.,]+[A-Za-z]{0,2} ?[-\u2013] ?)?$")
"""A currency's sign or code, with the lower end of a range behind it, before digits."""
_SIGN_REACH = 16
_METRES_LEFT = re.compile(r"(?<![\w$\u00a3\u20ac])[0-9]{1,4}m(?:,| [^\W\d_]{2,3}) $")
"""A length in metres in a list before another."""
_UNIT_LETTERS = frozenset("mbt")
_GOODS = frozenset({
    "barrel", "tonne", "ounce", "bushel", "litre", "gallon", "kilogram", "hectare", "acre", "square_metre", "square_foot", "square_kilometre",
    "cubic_metre", "cubic_foot", "kilowatt_hour", "megawatt_hour", "carat",
})
"""Units of which there may be millions."""
_VULGAR = "\u00bc\u00bd\u00be\u2153\u2154\u215b\u215c\u215d\u215e"
_MIXERS = frozenset(" -" + _VULGAR)
_BINARY = frozenset({"2", "3", "4", "5", "8", "16", "32", "64"})
_LONGEST_WHOLE = 3
_COUNTABLE = re.compile("[0-9]{1,3}(?:[.,][0-9]{1,2})?")
_MOST_DECIMALS = 6
_OPENERS = frozenset(" ($\u00a3\u20ac-\n")


class Atom(NamedTuple):
    """One figure or number word."""

    start: int
    stop: int
    kind: str
    id: str


def read_atoms(passage: Passage, room: Room) -> Iterator[Atom]:
    """The figures of a passage with what is glued to them, and its number words."""
    figures = passage.figures
    at = f = 0
    text = passage.text
    point = room.language.decimal
    for word in (*_word_atoms(passage, room), None):
        while f < len(figures) and (word is None or figures[f][0] < word.start):
            start, stop = figures[f]
            if room.has_dictionary and text[stop:stop + 2] == f" {point}" and f + 1 < len(figures) and figures[f + 1][0] == stop + 2:
                f, stop = f + 1, figures[f + 1][1]  # "12 ,5": a comma that only belongs to what is behind it parts decimals
            mixed = _mixed(passage, f, room) if text[stop:stop + 1] in _MIXERS else None
            f += 1 if mixed is None else mixed[2]
            if start < at:
                continue
            if mixed is not None:
                yield Atom(start, mixed[1], "mixed", str(mixed[0]))
                at = mixed[1]
                continue
            if text[start - 1:start] == point and (start < 2 or text[start - 2] in _OPENERS):
                start -= 1
            yield Atom(start, stop, "digits", "")
            at = stop
            glued = _glued_scale(passage, start, stop, room) if text[stop:stop + 1].isalpha() else None
            if glued is not None:
                yield Atom(stop, glued[1], "scale", glued[0])
                at = glued[1]
        if word is not None and word.start >= at:
            yield word
            at = word.stop


@lru_cache(maxsize=64)
def _glued_scales(room: Room) -> dict[str, str]:
    """Scale words that may be glued to digits ("5mln", "1.2bn")."""
    return {fold(form).strip(): scale for scale, forms in room.words("scale").items() for form in forms}


@lru_cache(maxsize=64)
def scale_letters(room: Room) -> dict[str, str]:
    """Letters that may be glued to digits instead of a scale word ("5k")."""
    return {form: scale for scale, forms in room.words("scale_letter").items() for form in forms}


def _glued_scale(passage: Passage, start: int, stop: int, room: Room) -> tuple[str, int] | None:
    """The scale written right behind digits, and where it ends.

    A letter that is a unit too ("500m", "5t") is a scale only behind a currency's sign or before a plural; so is a capital in a language
    without plurals ("24K").
    """
    text = passage.text
    letters = _LETTERS.match(text, stop)
    if letters is None:
        return None
    scale = scale_letters(room).get(letters.group().rstrip("."))
    guarded = letters.group()[:1] in _UNIT_LETTERS or (room.language.inflection == "none" and letters.group()[:1].isupper())
    if scale is not None and _METRES_LEFT.search(text, max(0, start - _SIGN_REACH), start) is not None:
        return None  # "the 100m and 200m finals"
    if scale is not None and guarded and _MONEY_LEFT.search(text, max(0, start - _SIGN_REACH), start) is None:
        following = _WORD_RIGHT.match(text, letters.end())
        if following is not None and following.group(1)[0].isupper() and room.singular(following.group(1).lower()) is None:
            following = _WORD_RIGHT.match(text, following.end())  # "4m DS consoles"
        counts = (
            _COUNTABLE.fullmatch(text, start, stop) is not None
            and following is not None
            and room.singular(following.group(1).lower()) is not None
            and not any(following.group(1).lower() in forms for forms in room.words("race").values())
            and passage.ending(start, "cardinal") is None  # "two 50m pools"
        )
        scale = scale if counts or _is_of_much(passage.starting(letters.end(), "unit")) else None
    scale = scale or _glued_scales(room).get(fold(letters.group()).strip())
    dotted = letters.group()[-1] == "."
    kept = dotted and room.has_dictionary and _GOES_ON.match(text, letters.end()) is not None  # "100tys. zl": no sentence ends there
    return (scale, letters.end() - (dotted and not kept)) if scale else None


def _is_of_much(hit: Hit | None) -> bool:
    """Whether a currency or a measure of goods or land stands behind a letter: what is told in millions."""
    return hit is not None and ((len(hit.id) == len("EUR") and hit.id.isupper()) or hit.id in _GOODS)


def _mixed(passage: Passage, f: int, room: Room) -> tuple[Decimal, int, int] | None:
    """Digits with a fraction behind them ("2 1/2", "7-3/4", "2\u00bd"): the value, where it ends, and how many figures it took."""
    text, (start, stop) = passage.text, passage.figures[f]
    digits = text[start:stop]
    if not digits.isdigit() or len(digits) > _LONGEST_WHOLE:
        return None
    if unicodedata.category(text[stop:stop + 1] or " ") == "No" and 0 < (part := unicodedata.numeric(text[stop])) < 1:
        return Decimal(digits) + Decimal(str(part)), stop + 1, 1
    if not room.language.mixed_fractions or f + 2 >= len(passage.figures):
        return None
    (above, slash), (below, end) = passage.figures[f + 1], passage.figures[f + 2]
    if text[stop:above] not in (" ", "-") or text[slash:below] != "/" or not (text[above:slash].isdigit() and text[below:end] in _BINARY):
        return None
    part_above, part_below = Decimal(text[above:slash]), Decimal(text[below:end])
    return (Decimal(digits) + part_above / part_below, end, 3) if 0 < part_above < part_below else None


def _word_atoms(passage: Passage, room: Room) -> Iterator[Atom]:
    """Number words, but for those inside a phrase that is no number and those that are part of a name."""
    text = passage.text
    blocked = last = 0
    for start, stop, entry in passage.of("not_number", *_KINDS):
        kind = entry[0]
        if kind == "not_number":
            tied = "-" in text[start:stop] and " " in entry[2]  # "one day" is no number, "a one-day visit" has one
            blocked = blocked if tied or _goes_on(passage, start) else max(blocked, stop)
        elif start >= blocked and not (text[start].isupper() and _in_name(passage, start, stop, room)):
            if text[start - 1:start] == "-" and start > 1 and text[start - 2].isalpha() and last != start - 1:
                continue  # "fly-half"
            last = stop
            yield Atom(start, stop, kind, entry[1])


def _goes_on(passage: Passage, start: int) -> bool:
    """Whether a numeral that has begun goes on at `start` ("two hundred and | five ...", "three point one four | one five")."""
    at = start
    for _ in range(_MOST_DECIMALS):
        digit = passage.ending(at, "cardinal", "cardinal_first", "cardinal_inner")
        if digit is None:
            break
        at = digit.start
    joint = passage.ending(at, "joiner")
    if joint is not None and joint.id == "point":
        return True
    return joint is not None and joint.id == "and" and at == start and passage.ending(joint.start, "scale") is not None


def _in_name(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """Whether a number word with a capital stands beside another capital ("Ba Dinh", "the Big Three").

    At the opening of a sentence of an inflected language it may count what is written with a capital ("Twelve Chinese firms").
    """
    text = passage.text
    if text[stop:stop + 1] == " " and text[stop + 1:stop + 2].isupper() and not text[start:stop].isupper():
        return room.language.inflection == "none" or passage.sentence_at(start).start != start
    left = _WORD_LEFT.search(text, max(0, start - _WORD_LENGTH), start)
    if left is None or (left.group()[:-1].isupper() and text[start:stop].isupper()):
        return False
    return room.language.inflection == "none" or (left.group()[0].isupper() and not left.group()[:-1].isupper())
