"""The unit or counted noun of a figure: to its right, as a sign to its left, or carried from elsewhere in the sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.classifiers import classified_noun
from pipeline.extract.draft import UnitRead
from pipeline.extract.nominal import counted_noun
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.fold import fold
from pipeline.records import Hit, Passage

_WORD = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"-([^\W\d_]+)")
_SIGN_REACH = 5
_MOST_ADJECTIVES = 3


def unit_right(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit that starts at `at`: a sign, a wording of the room, or a noun behind adjectives that agree with it."""
    text = passage.text
    sign = knowledge.units.symbol_after.match(text, at)
    if sign is not None and _is_small_word(passage, sign, room):
        sign = None
    if sign is None and text[at:at + 1].isalpha():
        return _glued(passage, at, room, knowledge)
    hit = passage.starting(at, "unit", "noun")
    if sign and (hit is None or hit[1] <= sign.end()):
        unit = knowledge.units.after[sign.group(1)]
        return UnitRead(unit, knowledge.units.kind(unit), sign.group(1), sign.start(1), sign.end(), "sign")
    if room.language.inflection == "none":
        return classified_noun(passage, at, knowledge)
    if room.language.inflection == "suffixes" and (hit is None or _is_modifier(passage, hit, room)):
        return _plural_head(passage, at, room, knowledge) or (_of_hit(passage, hit, knowledge) if hit else None)
    if hit is not None:
        return _of_hit(passage, hit, knowledge)
    return counted_noun(passage, at, room, knowledge) if room.has_dictionary else None


def _is_small_word(passage: Passage, sign: re.Match[str], room: Room) -> bool:
    """A single letter that opens a phrase ("W grze ...") is a word of the language, not the sign of a unit."""
    start, stop = sign.span(1)
    goes_on = passage.text[stop:stop + 1] == " " and passage.text[stop + 1:stop + 2].isalpha()
    return stop - start == 1 and start > sign.start() and goes_on and room.has_dictionary and passage.starting(start, "stop_word") is not None


def _glued(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    letters = _LETTERS.match(passage.text, at)
    unit = _glued_units(room).get(fold(letters.group()).strip()) if letters else None
    if letters is None or unit is None:
        return None
    return UnitRead(unit, knowledge.units.kind(unit), letters.group(), at, letters.end(), "unit")


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
    unit = next((unit for stem, unit in _tails(room) if word.startswith(stem)), None)
    return (unit, tail.end()) if unit is not None else None


@lru_cache(maxsize=64)
def _tails(room: Room) -> tuple[tuple[str, str], ...]:
    """Stems of compounds with their units, the longest first."""
    return tuple(sorted(((stem, unit) for unit, stems in room.words("unit_tail").items() for stem in stems), key=lambda tail: -len(tail[0])))


@lru_cache(maxsize=64)
def _glued_units(room: Room) -> dict[str, str]:
    """Unit words of the room that may be glued to digits ("3zl")."""
    return {fold(form).strip(): unit for unit, forms in room.words("unit").items() for form in forms if form.isalpha()}


def sign_left(passage: Passage, at: int, knowledge: Knowledge) -> tuple[str, int] | None:
    """The currency whose sign ends at `at`, and where the sign starts."""
    sign = knowledge.units.symbol_before.search(passage.text, max(0, at - _SIGN_REACH), at)
    return (knowledge.units.before[sign.group(1)], sign.start(1)) if sign else None
