"""One amount in two units ("1 hour 30 minutes", "2 kg 500 g", "5 dollars 20 cents") is one claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.units import Unit
from pipeline.records import Passage

_FINEST = Decimal("0.000001")


def join_measures(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> list[Draft]:
    """Add a smaller measure to the larger one directly before it, in the larger unit where that is exact, else in the smaller."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if room.has_dictionary and (one := _one_more(passage, last, draft, room, knowledge)) is not None:
            _add(one, draft, knowledge.units.by_id[one.unit_id or ""], knowledge.units.by_id[draft.unit_id or ""])
            joined.append(one)
            continue
        units = _units(last, draft, knowledge) if last is not None else None
        if last is None or units is None or not _goes_on(passage, last, draft):
            joined.append(draft)
            continue
        _add(last, draft, *units)
    return joined


def _one_more(passage: Passage, last: Draft | None, draft: Draft, room: Room, knowledge: Knowledge) -> Draft | None:
    """The one hour of "an hour and 10 minutes", where the unit alone stands for one of it."""
    joint = passage.ending(draft.start, "list_word") if draft.unit is not None and draft.unit.kind == "duration" else None
    hit = passage.ending(joint.start, "unit") if joint is not None else None
    if joint is None or joint.id != "and" or hit is None or knowledge.units.kind(hit.id) != "duration":
        return None
    if last is not None and last.stop > hit.start:
        return None
    text = passage.text[hit.start:hit.stop]
    if text.lower() not in words_of(room, "one_of_unit") or passage.text[max(hit.start - 2, 0):hit.start].strip(" ").isdigit():
        return None
    unit = UnitRead(hit.id, "duration", text, hit.start, hit.stop, "unit")
    one = replace(draft, number=replace(draft.number, start=hit.start), start=hit.start, stop=hit.stop, value=Decimal(1), unit=unit, rules=["words"])
    return one if _units(one, draft, knowledge) is not None else None


def _units(last: Draft, draft: Draft, knowledge: Knowledge) -> tuple[Unit, Unit] | None:
    """The two units where the second is a part of the first."""
    larger, smaller = (knowledge.units.by_id.get(one.unit_id or "") for one in (last, draft))
    if larger is None or smaller is None or smaller.factor is None or last.value is None or draft.value is None:
        return None
    money = knowledge.units.is_part_of_money(smaller, larger)
    measure = larger.factor is not None and larger.base == smaller.base and larger.kind == smaller.kind
    if not (money or measure) or draft.value * smaller.factor >= (larger.factor or Decimal(1)):
        return None
    return larger, smaller


def _goes_on(passage: Passage, last: Draft, draft: Draft) -> bool:
    gap = passage.text[last.stop:draft.start]
    kind = draft.unit.kind if draft.unit is not None else None
    joint = passage.starting(last.stop, "list_word", "joiner") if kind in ("money", "duration") else None
    return last.per is None and (gap == " " or (joint is not None and joint.id == "and" and joint.stop + 1 == draft.start))


def _add(last: Draft, draft: Draft, larger: Unit, smaller: Unit) -> None:
    if last.value is None or draft.value is None or smaller.factor is None:
        return
    whole, part = larger.factor or Decimal(1), draft.value * smaller.factor
    share = part / whole
    if share == share.quantize(_FINEST):
        last.value += share
    else:
        last.value = last.value * whole / smaller.factor + draft.value
        last.unit = draft.unit
    if last.unit is not None:
        last.unit = UnitRead(last.unit.unit, last.unit.kind, last.unit.text, last.unit.start, draft.stop, last.unit.rule)
    last.stop, last.figure_stop, last.per = draft.stop, draft.figure_stop, draft.per
    last.rules += [*draft.rules, "measure"]
