"""Words that hold a number and what it counts: "three-storeyed", "twofold", in one word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.draft import UnitRead
from pipeline.extract.number import Number
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_RATIO = "times"


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


def _is_of_change(passage: Passage, hit: Hit, text: str, room: Room) -> bool:
    if not room.has_dictionary or any(reading.pos == "adv" for reading in room.readings(text.lower())):
        return True
    return passage.starting(hit.stop, "change_noun") is not None or passage.ending(hit.start, "change_noun") is not None
