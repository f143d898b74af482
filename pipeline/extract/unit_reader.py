"""The unit or counted noun of a figure: to its right, as a sign to its left, or carried from elsewhere in the sentence."""

from __future__ import annotations

import re

from pipeline.extract.draft import UnitRead
from pipeline.extract.nominal import counted_noun
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_WORD = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
_TAIL = re.compile(r"-([^\W\d_]+)")
_SIGN_REACH = 5
_MOST_ADJECTIVES = 3


def unit_right(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit that starts at `at`: a sign, a wording of the room, or a noun behind adjectives that agree with it."""
    text = passage.text
    sign = knowledge.units.symbol_after.match(text, at)
    hit = passage.starting(at, "unit", "noun")
    if sign and (hit is None or hit[1] <= sign.end()):
        unit = knowledge.units.after[sign.group(1)]
        return UnitRead(unit, knowledge.units.kind(unit), sign.group(1), sign.start(1), sign.end(), "sign")
    if room.language.inflection == "suffixes" and (hit is None or _is_modifier(passage, hit, room)):
        return _plural_head(passage, at, room, knowledge) or (_of_hit(passage, hit, knowledge) if hit else None)
    if hit is not None:
        return _of_hit(passage, hit, knowledge)
    return counted_noun(passage, at, room, knowledge) if room.has_dictionary else _behind_adjectives(passage, at, room, knowledge)


def _of_hit(passage: Passage, hit: Hit, knowledge: Knowledge) -> UnitRead:
    return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], hit.start, hit.stop, hit.kind)


def _is_modifier(passage: Passage, hit: Hit, room: Room) -> bool:
    """A counted noun in the singular before another noun ("12 project managers")."""
    if hit.kind != "noun" or room.singular(passage.folded[hit.start:hit.stop]) is not None:
        return False
    following = _WORD.match(passage.text, hit.stop)
    return following is not None and (room.singular(following.group(1).lower()) is not None or passage.starting(hit.stop, "noun") is not None)


def _plural_head(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The last plural before the noun phrase ends ("seven new solar farms"): a counted noun of the room, else the word itself."""
    head: UnitRead | None = None
    place = at
    for _ in range(_MOST_ADJECTIVES + 2):
        word = _WORD.match(passage.text, place)
        if word is None or passage.starting(place, "stop_word", "change_verb") is not None:
            break
        hit = passage.starting(place, "unit", "noun")
        singular = room.singular(word.group(1))
        if hit is not None and not _is_modifier(passage, hit, room):
            return _of_hit(passage, hit, knowledge)
        if head is not None and singular is None:
            break
        if singular is not None:
            head = UnitRead(None, "count", singular, word.start(1), word.end(), "open")
        place = word.end()
    return head


def unit_glued(passage: Passage, at: int, room: Room) -> tuple[str, int] | None:
    """The unit of a compound such as "35-letni", and where the compound ends."""
    tail = _TAIL.match(passage.text, at)
    if tail is None:
        return None
    word = tail.group(1).lower()
    for unit, stems in room.words("unit_tail").items():
        if any(word.startswith(stem) for stem in stems):
            return unit, tail.end()
    return None


def sign_left(passage: Passage, at: int, knowledge: Knowledge) -> tuple[str, int] | None:
    """The currency whose sign ends at `at`, and where the sign starts."""
    sign = knowledge.units.symbol_before.search(passage.text, max(0, at - _SIGN_REACH), at)
    return (knowledge.units.before[sign.group(1)], sign.start(1)) if sign else None


def _behind_adjectives(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    first: str | None = None
    place = at
    for _ in range(_MOST_ADJECTIVES + 1):
        word = _WORD.match(passage.text, place)
        if word is None or passage.starting(place, "stop_word") is not None:
            break
        if place > at and (hit := passage.starting(place, "unit", "noun")) is not None:
            return _of_hit(passage, hit, knowledge)
        if first is None:
            first = word.group(1)
        if room.language.adjectives == "after":
            break
        place = word.end()
    return _open_noun(passage, at, None, room) if first and room.language.adjectives == "after" else None


def _open_noun(passage: Passage, start: int, stop: int | None, room: Room) -> UnitRead | None:
    """A noun without an id: its lemma where the room has a dictionary, else its first two syllables or words."""
    text = passage.text
    if stop is not None:
        word = text[start:stop]
        return UnitRead(None, "count", room.lemma(word.lower()), start, stop, "open") if word[0].islower() else None
    word_match = _WORD.match(text, start)
    if word_match is None or not word_match.group(1)[0].islower():
        return None
    if passage.starting(start, "change_verb", "change_word", "bound_before", "status_word", "cardinal", "month", "part_word", "speech_verb"):
        return None
    end = word_match.end()
    following = _WORD.match(text, end)
    if following and following.group(1)[0].islower() and passage.starting(end, "stop_word", "change_verb", "status_word") is None:
        end = following.end()
    return UnitRead(None, "count", text[word_match.start(1):end], word_match.start(1), end, "open")
