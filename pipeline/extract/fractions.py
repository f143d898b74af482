"""Parts of one in words that are no amounts: parts in an order, parts of a year or a game, names with a half in them."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.draft import UnitRead
from pipeline.extract.heads import words_of
from pipeline.extract.number import Number
from pipeline.knowledge import Room
from pipeline.records import Passage

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_ROUNDING = Decimal("1e-9")
_WORD_LEFT = re.compile(r"[^\W\d_]+ $")
_ROMAN_BEFORE = re.compile(r"(?<!\w)[IVX]+ $")
_ROMAN_AFTER = re.compile(r" [IVX]+(?!\w)")
_LONGEST_ROMAN = 6
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


def refuse_fraction(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> str | None:
    """Why a part of one is no claim ("the first half", "a half-sister", "a third runway"), None where it may be one."""
    if (dated := _is_part_of_time(passage, number)) is not None:
        return dated
    if (unit is None or unit.kind == "count") and passage.text[number.stop:number.stop + 1] == "-":
        return "part_of_name"
    if room.language.inflection != "suffixes":
        return None
    if unit is not None:
        return "ordinal" if unit.kind in ("count", "duration") and _is_one_part(number) else None
    return "ordinal" if _is_a_period(passage, number) or _is_article_ordinal(passage, number, room) else None


def _is_part_of_time(passage: Passage, number: Number) -> str | None:
    """"In the middle of the year", "the first half of May", "the second half": parts in an order, not amounts."""
    if passage.ending(number.stop, "calendar_edge") is not None:
        return "date"
    half = passage.starting(number.start, "calendar_word")
    if half is not None and half.id == "half" and passage.starting(half.stop, "month", "calendar_word", "relative_time") is not None:
        return "date"
    if _ROMAN_BEFORE.search(passage.text, max(number.start - _LONGEST_ROMAN, 0), number.start) is not None:
        return "ordinal"
    if _ROMAN_AFTER.match(passage.text, number.stop) is not None:
        return "date"  # "the middle of the XIX century"
    dated = passage.taken_within(half.stop, half.stop + 2) if half is not None and half.id == "half" else ()
    if any(what == "date" for _, _, what in dated):
        return "date"  # "the middle of 2027"
    return "ordinal" if passage.ending(number.start, "ordinal") is not None else None


def _is_one_part(number: Number) -> bool:
    """One third, one fifth ... in words that are ordinals too, but never a half."""
    return number.value is not None and 0 < number.value < _HALF and abs(1 / number.value - round(1 / number.value)) < _ROUNDING


def _is_a_period(passage: Passage, number: Number) -> bool:
    """"The half", "the Italian half": one of the two of a game, a pitch or a year."""
    if number.value != _HALF or " " in passage.text[number.start:number.stop]:
        return False
    if passage.ending(number.start, "bound_before", "bound_beside") is not None:
        return False  # "Nearly half of them"
    left = _WORD_LEFT.search(passage.text, max(0, number.start - 24), number.start)
    article = passage.ending(number.start, "calendar_link")
    return (article is not None and article.id == "article") or (left is not None and left.group()[0].isupper())


def _is_article_ordinal(passage: Passage, number: Number, room: Room) -> bool:
    """A part told by an article before a word that goes on with a noun phrase; quarters and halves are never ordinals."""
    word = _NEXT_WORD.match(passage.text, number.stop)
    if not _is_one_part(number) or number.value == _QUARTER or word is None or passage.starting(number.start, "per_word") is None:
        return False
    small = word.group(1).lower()
    return (
        not any(small in words_of(room, kind) for kind in ("phrase_end", "finite_verb", "auxiliary"))
        and passage.starting(number.stop, "change_after") is None
    )
