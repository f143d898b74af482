"""From code points, in which the tables count, to UTF-16 units, in which a browser counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

_FIRST_ASTRAL = "\U00010000"


def utf16_of(text: str) -> Callable[[int], int]:
    r"""A function from an offset in `text` to the same place in UTF-16 units.

    >>> at = utf16_of("a\U0001f6a2b")
    >>> at(1), at(2)
    (1, 3)
    """
    if text.isascii() or max(text) < _FIRST_ASTRAL:
        return int
    pairs = [place for place, letter in enumerate(text) if letter >= _FIRST_ASTRAL]
    return lambda offset: offset + bisect_left(pairs, offset)
