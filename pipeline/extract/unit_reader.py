"""The unit or counted noun of a figure: to its right, as a sign to its left, or carried from elsewhere in the sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.classifiers import classified_noun
from pipeline.extract.draft import UnitRead
from pipeline.extract.heads import counted_head, glued_head
from pipeline.extract.nominal import counted_noun, may_count
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.fold import fold
from pipeline.records import Hit, Passage

_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"- ?([^\W\d_]+)")
_INSIDE = re.compile(r"([a-z]{1,2})([0-9]{1,2})(?![\w.,]*[0-9])(?![^\W\d_])")
_PERCENT, _POINTS = "percent", "percentage_point"


def unit_right(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit that starts at `at`: a sign, a wording of the room, or a noun behind adjectives that agree with it; lengths may be squared."""
    if not passage.holds("dimension"):
        return _unit_right(passage, at, room, knowledge)
    before = passage.starting(at, "dimension")
    unit = _unit_right(passage, at if before is None else before.stop, room, knowledge)
    word = before if before is not None or unit is None else passage.starting(unit.stop, "dimension")
    if word is None or unit is None or unit.kind != "length" or f"{word.id}_{unit.unit}" not in knowledge.units.by_id:
        return unit if before is None else _unit_right(passage, at, room, knowledge)
    start, stop, ident = min(word.start, unit.start), max(word.stop, unit.stop), f"{word.id}_{unit.unit}"
    return UnitRead(ident, knowledge.units.kind(ident), passage.text[start:stop], start, stop, unit.rule)


def _unit_right(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    text = passage.text
    sign = knowledge.units.sign_behind(text, at)
    if sign is not None and _is_small_word(passage, sign, room):
        sign = None
    if sign is None and text[at:at + 1].isalpha():
        glued = _glued(passage, at, room, knowledge)
        if glued is not None or not (at in passage.joins or (room.has_dictionary and text[at - 1:at] == ".")):
            return glued
    hit = passage.starting(at, "unit", "noun")
    if hit is not None and hit.stop - hit.start > 1 and text[hit.start:hit.stop].isupper():
        hit = _in_capitals(passage, hit)
    unit = knowledge.units.after[sign.group(1)] if sign else ""
    if sign and (hit is None or hit[1] < sign.end() or (hit[1] == sign.end() and not _is_own_sign(hit, text, room, unit=unit))):
        points = passage.starting(sign.end(), "unit") if unit == _PERCENT else None
        if points is not None and points.id == "point":
            return UnitRead(_POINTS, knowledge.units.kind(_POINTS), text[sign.start(1):points.stop], sign.start(1), points.stop, "unit")
        return UnitRead(unit, knowledge.units.kind(unit), sign.group(1), sign.start(1), sign.end(), "sign")
    share = knowledge.units.sign_behind(text, hit.stop) if hit is not None and hit.id == "point" else None
    if hit is not None and share is not None and knowledge.units.after[share.group(1)] == _PERCENT:
        return UnitRead(_POINTS, knowledge.units.kind(_POINTS), text[hit.start:share.end()], hit.start, share.end(), "unit")
    if room.language.inflection == "none":
        return classified_noun(passage, at, room, knowledge)
    if room.language.inflection == "suffixes":
        return counted_head(passage, at, room, knowledge)
    if hit is not None:
        return _of_hit(passage, hit, knowledge) if may_count(passage, at, hit, room) else None
    return counted_noun(passage, at, room, knowledge) if room.has_dictionary else None


def _in_capitals(passage: Passage, hit: Hit) -> Hit:
    """The unit that is written in just these capitals, where there is one ("KM" for horsepower beside "km")."""
    surface = passage.text[hit.start:hit.stop]
    return next((other for other in passage.within(hit.start, hit.stop, "unit") if other.entry.wording == surface), hit)


def _is_own_sign(hit: Hit, text: str, room: Room, *, unit: str) -> bool:
    """Whether a room has a unit of its own of a measure under a sign that others share ("gr" for grosz, "KM" for horsepower)."""
    return hit.kind == "unit" and hit.id != unit and text[hit.start:hit.stop] in room.words("unit").get(hit.id, ())


def _is_small_word(passage: Passage, sign: re.Match[str], room: Room) -> bool:
    """A single letter that opens a phrase ("W grze ...") is a word of the language, not the sign of a unit."""
    start, stop = sign.span(1)
    goes_on = passage.text[stop:stop + 1] == " " and passage.text[stop + 1:stop + 2].isalpha()
    return stop - start == 1 and start > sign.start() and goes_on and room.has_dictionary and passage.starting(start, "stop_word") is not None


def _glued(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    letters = _LETTERS.match(passage.text, at)
    if letters is None:
        return None
    surface, stop = letters.group(), letters.end()
    if passage.text[stop:stop + 1] == ".":
        dotted = next((form for form in _dotted_units(room) if passage.text.startswith(form, at)), None)
        if dotted is not None:
            named = _dotted_units(room)[dotted]
            return UnitRead(named, knowledge.units.kind(named), dotted, at, at + len(dotted), "unit")
    unit = _glued_units(room).get(surface) or _glued_units(room).get(fold(surface))
    return UnitRead(unit, knowledge.units.kind(unit), surface, at, stop, "unit") if unit is not None else None


def _of_hit(passage: Passage, hit: Hit, knowledge: Knowledge) -> UnitRead:
    return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], hit.start, hit.stop, hit.kind)


def unit_inside(passage: Passage, at: int, knowledge: Knowledge) -> UnitRead | None:
    """A sign that stands where the decimal mark would ("1m75", "2kg6"); `stop` is behind the decimals."""
    mixed = _INSIDE.match(passage.text, at)
    if mixed is None:
        return None
    sign, digits = mixed.groups()
    unit = knowledge.units.after.get(sign)
    if unit is None or sign + digits in knowledge.units.after or knowledge.units.kind(unit) not in ("length", "mass"):
        return None
    return UnitRead(unit, knowledge.units.kind(unit), sign, at, mixed.end(), "sign")


def unit_glued(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit of a compound such as "35-letni" or "35-year-old"."""
    if room.language.inflection == "suffixes":
        return glued_head(passage, at, room, knowledge)
    tail = _TAIL.match(passage.text, at)
    if tail is None:
        return None
    word = tail.group(1).lower()
    unit = next((unit for stem, unit in _tails(room) if word.startswith(stem)), None)
    return UnitRead(unit, knowledge.units.kind(unit), tail.group(1), at, tail.end(), "glued") if unit is not None else None


@lru_cache(maxsize=64)
def _tails(room: Room) -> tuple[tuple[str, str], ...]:
    """Stems of compounds with their units, the longest first."""
    return tuple(sorted(((stem, unit) for unit, stems in room.words("unit_tail").items() for stem in stems), key=lambda tail: -len(tail[0])))


@lru_cache(maxsize=64)
def _dotted_units(room: Room) -> dict[str, str]:
    """Unit words with a dot inside that may be glued to digits ("500sq.m")."""
    dotted = {form: unit for unit, forms in room.words("unit").items() for form in forms if "." in form[:-1] and " " not in form}
    return dict(sorted(dotted.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=64)
def _glued_units(room: Room) -> dict[str, str]:
    """Unit words of the room that may be glued to digits ("3zl")."""
    return {fold(form).strip(): unit for unit, forms in room.words("unit").items() for form in forms if form.isalpha()}


def sign_left(passage: Passage, at: int, knowledge: Knowledge) -> tuple[str, int] | None:
    """The currency whose sign ends at `at`, and where the sign starts."""
    sign = knowledge.units.sign_before(passage.text, at)
    return (knowledge.units.before[sign.group(1)], sign.start(1)) if sign else None
