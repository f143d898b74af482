"""Words that hold a number and what it counts: "three-storeyed", "twofold", in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.draft import UnitRead
from pipeline.extract.number import Number
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_RATIO = "times"
_FEET = re.compile("(?<![0-9.,'])([1-8]) ?['\u2019\u2032] ?([0-9]|1[01])(?:\"|\u201d|\u2033)(?![0-9])")
_INCHES = Decimal(12)
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


def read_feet(passage: Passage, knowledge: Knowledge) -> Iterator[tuple[Number, UnitRead]]:
    """Feet and inches by their marks, in feet where that is exact, else in inches."""
    for match in _FEET.finditer(passage.text) if '"' in passage.text or "\u2033" in passage.text else ():
        feet, inches = Decimal(match.group(1)), Decimal(match.group(2))
        total = feet * _INCHES + inches
        exact = (total / _INCHES).quantize(_FINEST) == total / _INCHES
        value, unit = (total / _INCHES, "foot") if exact else (total, "inch")
        yield (
            Number(match.start(), match.end(), value, raw=match.group(), rule="feet"),
            UnitRead(unit, knowledge.units.kind(unit), match.group(), match.start(), match.end(), "sign"),
        )


def _is_of_change(passage: Passage, hit: Hit, text: str, room: Room) -> bool:
    if not room.has_dictionary or any(reading.pos == "adv" for reading in room.readings(text.lower())):
        return True
    return passage.starting(hit.stop, "change_noun") is not None or passage.ending(hit.start, "change_noun") is not None
