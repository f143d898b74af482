"""Hours between the word for "to" and the day that ends a span ("from 19:00 on 17/10 to 7:00 on 18/10")."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.times.tokens import Token
from pipeline.knowledge import Room

_LEAST, _MOST_BETWEEN = 2, 3
_FIGURES = frozenset("abnx")


def over_hours(tokens: list[Token], text: str, room: Room) -> list[Token]:
    """The tokens with each hour before the day that ends a span taken into the word for "to"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        day = _day_behind(tokens, i, text, room) if token.code == "K" and _is_behind_day(tokens, i, text) else None
        kept.append(token if day is None else token._replace(stop=tokens[day].start - 1))
        i = i + 1 if day is None else day
    return kept


def _is_behind_day(tokens: list[Token], i: int, text: str) -> bool:
    """A day, with its word or its month, and no hour ("from 5 to 7 o'clock on 18/10")."""
    if i < _LEAST or tokens[i - 1].code not in "aby":
        return False
    before = tokens[i - 2]
    return before.code in "DPM" or text[before.stop:tokens[i - 1].start] in ("/", "-", ".")


def _day_behind(tokens: list[Token], i: int, text: str, room: Room) -> int | None:
    for k in range(i + 2, min(i + 2 + _MOST_BETWEEN, len(tokens))):
        if tokens[k].code == "D":
            return k if _hour(room).fullmatch(text, tokens[i].stop, tokens[k].start) is not None else None
        if tokens[k].code not in _FIGURES:
            return None
    return None


@lru_cache(maxsize=64)
def _hour(room: Room) -> re.Pattern[str]:
    hours, minutes = ("|".join(map(re.escape, room.words("unit").get(name, ()))) for name in ("hour", "minute"))
    return re.compile(f" [0-9]{{1,2}} ?(?:{hours}|h|:)(?: ?[0-5]?[0-9](?: ?(?:{minutes}))?)? ")
