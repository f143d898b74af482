"""Endings of ordinals behind digits, in a language that inflects them."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.knowledge import Room

_ENDING = re.compile(r"-?([^\W\d_]{1,5})(?![\w-])")


def ordinal_ending(text: str, stop: int, room: Room) -> int:
    """Where the ending of an ordinal behind digits stops ("1-go", "15tego"), where the room inflects its ordinals; else `stop`."""
    ending = _ENDING.match(text, stop) if room.has_dictionary else None
    return ending.end() if ending is not None and ending.group(1) in _ordinal_endings(room) else stop


@lru_cache(maxsize=64)
def _ordinal_endings(room: Room) -> frozenset[str]:
    return frozenset(form for forms in room.words("ordinal_ending").values() for form in forms)
