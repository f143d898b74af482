"""What a clause says is counted, and units that contradict it."""

from __future__ import annotations

from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import counted_head
from pipeline.extract.nominal import counted_noun
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_NOUN_REACH = 90
_FAR_REACH = 160
_FAR_WORDS = 3
_FAR = 300
_ITEM = "item"
_GENERIC = frozenset({_ITEM, "unit"})
_DIRECTED = ("increase_by", "decrease_by")


def number_of(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The noun behind the last "number of" of the clause, as a unit; in a language with a dictionary any noun that stands there."""
    since = max(draft.sentence, draft.start - (_FAR_REACH if room.language.inflection == "suffixes" else _NOUN_REACH))
    clause = max(passage.text.rfind(mark, since, draft.start) for mark in ";,:")
    words = [hit for hit in passage.within(max(since, clause + 1), draft.start, "change_word") if hit.id == "number_of"]
    if not words:
        return None
    if room.has_dictionary or room.language.inflection == "suffixes":
        read = counted_noun if room.has_dictionary else counted_head
        noun = read(passage, words[-1].stop, room, knowledge)
        known = noun is not None and noun.stop <= draft.start
        return UnitRead(noun.unit, noun.kind, noun.text, noun.start, noun.stop, "number_of") if noun is not None and known else None
    hit = next(iter(passage.within(words[-1].stop, draft.start, "noun")), None)
    far = 1 if room.language.inflection == "none" else _FAR_WORDS
    if hit is None or passage.text[words[-1].stop:hit.start].count(" ") > far:
        return None
    return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], hit.start, hit.stop, "number_of")


def read_generic(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> None:
    """A unit that only stands for the thing told before: "the number of pigs is 300 head", "218 administrative units ... 65 units"."""
    draft = drafts[i]
    unit = draft.unit
    if not room.has_dictionary or unit is None or unit.unit not in _GENERIC:
        return
    thing = number_of(passage, draft, room, knowledge) if unit.unit == _ITEM else _fuller(drafts, i, room, knowledge)
    if thing is not None and thing.unit is not None and thing.kind == "count":
        draft.unit = UnitRead(thing.unit, thing.kind, unit.text, unit.start, unit.stop, unit.rule)
        draft.rules.append("generic")


def _fuller(drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The body that an earlier figure counted under the same noun with more words."""
    draft = drafts[i]
    for k in range(i - 1, -1, -1):
        last = drafts[k]
        if last.unit is None or draft.unit is None or draft.start - last.stop > _FAR:
            return None
        first, more, _ = last.unit.text.partition(" ")
        body = knowledge.units.by_id.get(last.unit.unit or "")
        if more and body is not None and body.counts == "body" and room.lemma(first.lower()) == room.lemma(draft.unit.text.lower()):
            return last.unit
    return None


def read_conflict(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> None:
    """"The number of party organisations by 228 persons": the thing counted demands another unit than the one written."""
    if draft.change.kind == "none" or (draft.unit is not None and draft.unit.kind != "count"):
        return
    counted = number_of(passage, draft, room, knowledge)
    if counted is None:
        return
    if draft.unit is None or draft.unit.rule in ("inherited", "open"):
        draft.unit = counted
    else:
        _demand(draft, draft.unit, counted, knowledge)


def read_difference(drafts: list[Draft], i: int, knowledge: Knowledge) -> None:
    """"From 264 to 78 communes, 186 persons fewer": what is just the difference of a change is counted in the unit of that change."""
    draft = drafts[i]
    if draft.change.kind not in _DIRECTED or draft.unit is None or draft.unit.kind != "count":
        return
    for last in (drafts[k] for k in range(i - 1, -1, -1)):
        if last.sentence != draft.sentence:
            return
        change = last.change
        if change.kind == "from_to" and change.start is not None and change.end is not None and last.unit is not None:
            if abs(change.start - change.end) == draft.value:
                _demand(draft, draft.unit, last.unit, knowledge)
            return


def _demand(draft: Draft, said: UnitRead, thing: UnitRead, knowledge: Knowledge) -> None:
    """Count a draft in the unit that the thing demands, where the one that is written is of another sort."""
    registry = knowledge.units.by_id
    written, demanded = registry.get(said.unit or ""), registry.get(thing.unit or "")
    if written is None or demanded is None or demanded.wider == said.unit:
        return
    if written.counts and demanded.counts and written.counts != demanded.counts:
        draft.unit = UnitRead(thing.unit, thing.kind, said.text, said.start, said.stop, "conflict")
        draft.unit_conflict = True
        draft.rules.append("conflict")
