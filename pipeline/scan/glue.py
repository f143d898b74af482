"""Words that lost the space between them: a small letter before a capital inside a word of an inflected language ("GeneralnegoTo")."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

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
    for match in _JOIN.finditer(text):
        at = match.start()
        before = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
        piece = _PIECE.match(text, at)
        if before is None or piece is None:
            continue
        start = max(before.start(), joins[-1] if joins else 0)
        if _is_word(room, text, start, at, piece):
            joins.append(at)
    return joins


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
