"""Words that lost the space between them in an inflected language: a small letter before a capital ("GeneralnegoTo"), digits at a word ("do35%")."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Match

_LATIN = [chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_UPPER = "".join(c for c in _LATIN if unicodedata.category(c) == "Lu")
_LOWER = "".join(c for c in _LATIN if unicodedata.category(c) == "Ll")
_JOIN = re.compile(f"[{_UPPER}](?<=[{_LOWER}].)(?=[{_LOWER}])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_PIECE = re.compile(f"[{_UPPER}][{_LOWER}]+")
_NEXT = re.compile(f"(?:-[{_UPPER}][{_LOWER}]+)? [{_UPPER}][{_LOWER}]+")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile("[0-9]+")
_RUN_BEFORE = re.compile(r"[0-9][0-9.,]*$")
_ADDRESS_BEHIND = re.compile(r"[0-9]+\.[^\W\d_]")
_ENDED = ("", ".", "!", "?", ":")
_OPENERS = ' \n("\u201e\u201d'
_NOUNS = frozenset({"subst"})
_PREPOSITIONS = frozenset({"prep"})
_TELLING = frozenset({"prep", "praet", "fin", "imps", "inf", "bedzie"})
"""SGJP's tags."""
_ADDRESS = "#@/_&.-'\u2019"
_SHORTEST = 3
_SHORTEST_BESIDE_UNKNOWN = 4
_SHORTEST_TITLE = 5
_LONGEST_SYLLABLE = 3
_LONGEST = 40


def find_joins(text: str, room: Room) -> list[int]:
    """Where a space is missing: both halves are words or names that the dictionary knows; brand names stay whole.

    A first half with a capital of its own is a title or an adjective only where a name of several words goes on behind the join.
    """
    if not room.has_dictionary:
        return []
    joins: list[int] = []
    figures = list(_figure_joins(text, room))
    for match in _JOIN.finditer(text):
        at = match.start()
        before = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
        piece = _PIECE.match(text, at)
        if before is None or piece is None:
            continue
        start = max(before.start(), joins[-1] if joins else 0)
        if _is_word(room, text, start, at, piece):
            joins.append(at)
    return sorted([*joins, *figures]) if figures else joins


def _figure_joins(text: str, room: Room) -> Iterator[int]:
    """Where digits touch a word of the language: behind them a noun, before them a verb or a small word; else they are a code."""
    for digits in _DIGITS.finditer(text):
        start, stop = digits.span()
        if start and text[start - 1].islower() and _is_told(room, text, start):
            yield start
        if text[stop:stop + 1].islower() and _is_noun(room, text, stop):
            yield stop


def _is_noun(room: Room, text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    opening = _RUN_BEFORE.search(text, max(0, at - _LONGEST), at)
    if word is None or opening is None or len(word.group()) < _SHORTEST or not word.group().islower():
        return False
    outer = text[opening.start() - 1:opening.start()] if opening.start() else ""
    closes = text[word.end():word.end() + 1]
    coded = outer.isalnum() or outer in (*_ADDRESS, "_") or closes.isalnum() or closes in ("_", "@")
    return not coded and any(reading.pos in _NOUNS for reading in room.readings(word.group()))


def _is_told(room: Room, text: str, at: int) -> bool:
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
    if word is None or (word.start() and text[word.start() - 1] not in _OPENERS) or _ADDRESS_BEHIND.match(text, at):
        return False
    small = word.group()[:1].lower() + word.group()[1:]
    opens = text[max(word.start() - 3, 0):word.start()].rstrip(_OPENERS)[-1:] in _ENDED
    wanted = _PREPOSITIONS if len(small) == 1 else _TELLING
    named = word.group()[0].isupper() and not opens
    return not named and small.islower() and any(reading.pos in wanted for reading in room.readings(small))


def _is_word(room: Room, text: str, start: int, at: int, piece: re.Match[str]) -> bool:
    left, right, stop = text[start:at], piece.group(), piece.end()
    after = text[stop:stop + 1]
    if len(left) < _SHORTEST or (start and text[start - 1] in _ADDRESS) or after.isalnum() or after in ("_", "@"):
        return False
    if after == "." and text[stop + 1:stop + 2].islower():
        return False
    known = room.readings(left) or room.readings(left.lower())
    if not known:
        return False
    if left[0].isupper():
        titled = any(reading.pos == "adj" or not reading.names for reading in known)
        named = _is_name(room, right) or len(right) <= _LONGEST_SYLLABLE
        return titled and named and len(left) >= _SHORTEST_TITLE and _NEXT.match(text, stop) is not None
    if room.readings(right) or room.readings(right.lower()):
        return True
    return len(left) >= _SHORTEST_BESIDE_UNKNOWN


def _is_name(room: Room, word: str) -> bool:
    """Whether a word is a name to the dictionary, or one that it lacks."""
    readings = room.readings(word)
    return any(reading.names for reading in readings) or not (readings or room.readings(word.lower()))


def find_apart(text: str, joins: list[int], room: Room) -> list[Match]:
    """What the one pass finds over a copy with a space at every join, at its place in the text."""
    pieces = [text[a:b] for a, b in zip([0, *joins], [*joins, len(text)], strict=True)]
    spaced = " ".join(pieces)
    inserted = [join + i for i, join in enumerate(joins)]
    found = room.lexicon.find(spaced, fold(spaced))
    return [(start - bisect_left(inserted, start), stop - bisect_left(inserted, stop), wording) for start, stop, wording in found]
