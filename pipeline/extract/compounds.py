"""Words that hold a number and what it counts: "three-storeyed", "twofold", in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from pipeline.extract.draft import UnitRead
from pipeline.extract.number import Number
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_RATIO = "times"
_FEET = re.compile("(?<![0-9.,'])([1-8]) ?['\u2019\u2032] ?([0-9]|1[01])(?:\"|\u201d|\u2033)(?![0-9])")
_INCHES = Decimal(12)
_TALLEST = Decimal(9)
_FINEST = Decimal("0.000001")


def read_compounds(passage: Passage, room: Room, knowledge: Knowledge) -> Iterator[tuple[Number, UnitRead]]:
    """The number and unit of every compound of a passage; an adjective of multiples only beside a noun of change ("a twofold rise")."""
    for hit in passage.of("compound"):
        value, _, unit = hit.id.partition(" ")
        text = passage.text[hit.start:hit.stop]
        if unit == _RATIO and not _is_of_change(passage, hit, text, room):
            continue
        yield (
            Number(hit.start, hit.stop, Decimal(value), words=1, rule="compound"),
            UnitRead(unit, knowledge.units.kind(unit), text, hit.start, hit.stop, "compound"),
        )


def read_feet(passage: Passage, room: Room, knowledge: Knowledge) -> Iterator[tuple[Number, UnitRead]]:
    """Feet and inches by their marks or with the inches bare behind the feet ("six-foot-two"), in feet where that is exact, else in inches."""
    text = passage.text
    marked = _FEET.finditer(text) if '"' in text or "\u2033" in text else iter(())
    forms = room.words("unit").get("foot", ())
    spelled = _spelled_feet(room).finditer(text) if any(form in text for form in forms) else iter(())
    for match in (*marked, *(one for one in spelled if _is_height(passage, one, room))):
        feet, inches = (_value(part, room) for part in match.groups()[:2])
        if not 0 < feet < _TALLEST or inches >= _INCHES:
            continue
        total = feet * _INCHES + inches
        exact = (total / _INCHES).quantize(_FINEST) == total / _INCHES
        value, unit = (total / _INCHES, "foot") if exact else (total, "inch")
        yield (
            Number(match.start(), match.end(), value, raw=match.group(), rule="feet"),
            UnitRead(unit, knowledge.units.kind(unit), match.group(), match.start(), match.end(), "sign"),
        )


@lru_cache(maxsize=64)
def _spelled_feet(room: Room) -> re.Pattern[str]:
    """Small numbers round a wording of feet."""
    words = "|".join(sorted((form for forms in room.words("cardinal").values() for form in forms if form.isalpha()), key=lambda form: -len(form)))
    feet = "|".join(form for form in room.words("unit").get("foot", ()) if form.isalpha())
    inch = "|".join(form for form in room.words("unit_alone").get("inch", ()) if form.isalpha())
    number = f"[0-9]{{1,2}}|{words}"
    tail = f"(?:(?:{inch})(?= [^\\W\\d_]|[,.;)]|$))?" if inch else ""
    return re.compile(f"(?<![\\w.,-])([1-9]|{words})[ -]?(?:{feet})[ -]({number}){tail}(?![\\w.,/-]*[0-9])(?![^\\W\\d_])")


def _value(part: str, room: Room) -> Decimal:
    small = part.lower()
    return Decimal(part) if part.isdigit() else Decimal(next(value for value, forms in room.words("cardinal").items() if small in forms))


def _is_height(passage: Passage, match: re.Match[str], room: Room) -> bool:
    """Inches below a foot that nothing counted follows; a hyphen ties them to the feet ("the six-foot-two keeper")."""
    tied = passage.text[match.start(2) - 1] == "-"
    hit = passage.starting(match.end(), "unit", "noun", "scale", "cardinal")
    return tied or hit is None or (hit.kind == "noun" and room.singular(passage.text[hit.start:hit.stop].lower()) is None)


def _is_of_change(passage: Passage, hit: Hit, text: str, room: Room) -> bool:
    if not room.has_dictionary or any(reading.pos == "adv" for reading in room.readings(text.lower())):
        return True
    return passage.starting(hit.stop, "change_noun") is not None or passage.ending(hit.start, "change_noun") is not None
