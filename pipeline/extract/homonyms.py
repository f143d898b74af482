"""Units of money that share a wording with a measure ("pounds"): what stands beside the figure says which is meant."""

from __future__ import annotations

from pipeline.extract.draft import UnitRead
from pipeline.extract.number import Number
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_BEFORE, _BEHIND = 60, 25
_DOLLAR, _POUND = "$", "\u00a3"


def as_measure(passage: Passage, number: Number, unit: UnitRead, room: Room, knowledge: Knowledge) -> UnitRead:
    """The measure in the place of the money where a cue is near ("weighs 1.03 pounds"), or stuff is measured in a text that counts in dollars."""
    measure = next((name for name, forms in room.words("homonym").items() if unit.text.lower() in forms), None)
    if measure is None or unit.kind != "money":
        return unit
    sentence = passage.sentence_at(number.start)
    cues = passage.within(max(sentence.start, number.start - _BEFORE), min(sentence.stop, unit.stop + _BEHIND), "homonym_cue")
    part = passage.starting(unit.stop, "part_word")
    of_stuff = part is not None and part.id == "of" and _DOLLAR in passage.text and _POUND not in passage.text
    if not of_stuff and all(cue.id != measure for cue in cues):
        return unit
    return UnitRead(measure, knowledge.units.kind(measure), unit.text, unit.start, unit.stop, unit.rule)
