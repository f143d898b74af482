"""Which ordinals tell an hour and which a day, where the gender of the noun left out says so."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.knowledge import Room

_DIGITS = re.compile("[0-9]+-?")
_TEN, _TEENS = 10, 20
_FEMININE = "f"


@lru_cache(maxsize=4096)
def may_be_hour(text: str, value: int, room: Room) -> bool:
    """Whether an ordinal may stand for an hour ("szesnasta", "16-tej"), which is feminine in a language with a dictionary; elsewhere any may."""
    if not room.has_dictionary:
        return True
    ending = text.lower().rsplit(" ", 1)[-1]
    if (digits := _DIGITS.match(ending)) is not None:
        tail = ending[digits.end():]
        last = value % _TEN or value if value > _TEENS else value  # "21-ego" ends as "first" does
        forms = [form for form in room.words("ordinal").get(str(last), ()) if tail and form.endswith(tail)]
    else:
        forms = [ending]
    genders = [reading.genders for form in forms for reading in room.readings(form)]
    return not genders or any(_FEMININE in gender for gender in genders)
