"""Which side of the writer's day a weekday lies on, as the verbs beside it tell."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.futures import is_future
from pipeline.extract.heads import words_of
from pipeline.knowledge import Room
from pipeline.knowledge.inflect import Reading
from pipeline.records import Passage

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLAUSE = re.compile(r"[;:()\u2013\u2014]|,(?![0-9])")
_PARTICIPLE_REACH = 25
"""Characters: a past form so near behind a word of the future is a part of it ("will be held")."""
_PAST = ("praet", "imps")
_PASSIVE, _INFINITIVE, _PERFECTIVE = "ppas", "inf", "perf"
"""SGJP's tags."""


def side_of(passage: Passage, start: int, stop: int, room: Room) -> str:
    """"past" or "future" by the nearest verb of the clause, else of the sentence; empty where no verb tells."""
    sentence = passage.sentence_at(start)
    text = passage.text
    since = max([sentence.start, *(mark.end() for mark in _CLAUSE.finditer(text, sentence.start, start))])
    end = _CLAUSE.search(text, stop, sentence.stop)
    until = sentence.stop if end is None else end.start()
    return _nearest(text, since, until, start, stop, room) or _nearest(text, sentence.start, sentence.stop, start, stop, room)


def _nearest(text: str, since: int, until: int, start: int, stop: int, room: Room) -> str:
    found: list[tuple[int, str]] = []
    future = -_PARTICIPLE_REACH
    for word in _WORD.finditer(text, since, until):
        if start <= word.start() < stop:
            continue
        side = _side(word.group(), room)
        if side == "future":
            future = word.end()
        if side and not (side == "past" and word.start() - future < _PARTICIPLE_REACH):
            found.append((start - word.end() if word.end() <= start else word.start() - stop, side))
    return min(found)[1] if found else ""


def _is_done(reading: Reading, room: Room) -> bool:
    """Whether a word is the passive participle of a perfective verb ("published on Friday")."""
    if reading.pos != _PASSIVE:
        return False
    return any(verb.pos == _INFINITIVE and _PERFECTIVE in verb.numbers for verb in room.readings(reading.lemma))


@lru_cache(maxsize=16384)
def _side(word: str, room: Room) -> str:
    small = word.lower()
    if small in words_of(room, "future_word") or (room.has_dictionary and is_future(word, room)):
        return "future"
    if small in words_of(room, "past_word"):
        return "past"
    if room.has_dictionary:
        readings = room.readings(word) if word.islower() else ()
        return "past" if readings and all(reading.pos in _PAST or _is_done(reading, room) for reading in readings) else ""
    return "past" if word.islower() and len(word) > 4 and small.endswith(tuple(words_of(room, "past_ending")) or ("\n",)) else ""
