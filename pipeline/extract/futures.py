"""Verbs whose form alone says that something is still to come."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.draft import Draft
from pipeline.knowledge import Room
from pipeline.records import Passage

_WORD = re.compile(r"[^\W\d_]{3,}")
_MARK = re.compile(r"[;:()\u2013\u2014]|,(?![0-9])")
_REACH = 70
_PERFECTIVE, _IMPERFECTIVE = "perf", "imperf"
"""SGJP's mark of verbs whose present forms speak of the future (Nag\u00f3rko, Zarys gramatyki polskiej, on aspect)."""


def tells_future(passage: Passage, draft: Draft, since: int, until: int, room: Room) -> bool:
    """Whether a verb of the figure's clause, between the figures at both sides, speaks of the future ("will reach 45 %")."""
    text = passage.text
    start = max([since, draft.start - _REACH, *(mark.end() for mark in _MARK.finditer(text, since, draft.start))])
    end = _MARK.search(text, draft.stop, until)
    stop = min(until if end is None else end.start(), draft.stop + _REACH)
    words = (word.group() for at, to in ((start, draft.number.start), (draft.stop, stop)) for word in _WORD.finditer(text, at, to))
    return any(is_future(word, room) for word in words)


@lru_cache(maxsize=16384)
def is_future(word: str, room: Room) -> bool:
    """Whether a form can be nothing but the present of a perfective verb."""
    readings = room.readings(word) if word.islower() else ()
    aspects = [reading.genders if reading.pos == "fin" else frozenset() for reading in readings]
    return bool(aspects) and all(_PERFECTIVE in aspect and _IMPERFECTIVE not in aspect for aspect in aspects)
