"""Units of figures in a language without inflection: what a bare classifier or a word of two senses counts, parts told by labels, the year before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.bounds import past_fillers
from pipeline.extract.clause_units import ends_item, fits
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.fold import fold
from pipeline.records import Passage

_LIST_REACH = 60
_CLAUSE_REACH = 60
_MOST_BACK = 8
_LABEL = r"(?:[^\W\d_]+ ){1,4}"
_PART = re.compile(r" (?:[^\W\d_]+ ){1,7}")
_OPENED = re.compile(rf"[^,;:.()]{{0,40}}(?:: | \(){_LABEL}")
_GOES_ON = re.compile(rf"[,;] {_LABEL}")
_CLAUSE = (",", ";", ":", "(", ".")


def read_sense(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> None:
    """Give the unit of a bare classifier from what was named with it, and that of a word for a body and a thing from the list that it stands in."""
    draft, unit = drafts[i], drafts[i].unit
    if unit is None or unit.rule != "noun":
        return
    if unit.unit is None:
        named = _named_before(drafts, i, room) or _named_in_clause(passage, draft, room)
    elif " " not in unit.text and (fuller := _named_before(drafts, i, room)) is not None:
        own = knowledge.units.by_id.get(unit.unit or "")
        named = fuller if own is None or own.wider != fuller else None  # "143 communes and wards ... 3 communes"
    else:
        body = _bodies(room).get(fold(unit.text).strip())
        last = drafts[i - 1] if i else None
        listed = body is not None and last is not None and last.sentence == draft.sentence and _is_of_bodies(passage, last, draft, knowledge)
        named = body if listed else None
    if named is not None:
        draft.unit = replace(unit, unit=named, kind=knowledge.units.kind(named))


def _named_before(drafts: list[Draft], i: int, room: Room) -> str | None:
    """"46 thousand turns of visitors, of which 11 thousand turns from abroad"."""
    draft, unit = drafts[i], drafts[i].unit
    before = (last.unit for last in reversed(drafts[max(i - _MOST_BACK, 0):i]) if last.unit is not None and last.sentence == draft.sentence)
    named = next((one for one in before if unit is not None and one.unit is not None and one.text.startswith(f"{unit.text} ")), None)
    more = named.text.split(" ") if named is not None else []
    return named.unit if named is not None and words_of(room, "list_word").isdisjoint(more) else None


def _named_in_clause(passage: Passage, draft: Draft, room: Room) -> str | None:
    """"The visitors came to 46 thousand turns": the noun of the clause that the classifier would class."""
    since = max(draft.sentence, draft.start - _CLAUSE_REACH)
    clause = max(since, *(passage.text.rfind(mark, since, draft.start) + 1 for mark in _CLAUSE))
    classifier = fold(draft.unit.text).strip() if draft.unit is not None else ""
    for hit in reversed(list(passage.within(clause, draft.start, "noun"))):
        unit: str = hit.id
        if _nouns(room).get(f"{classifier} {fold(passage.text[hit.start:hit.stop]).strip()}") == unit:
            return unit
    return None


@lru_cache(maxsize=64)
def _nouns(room: Room) -> dict[str, str]:
    return {fold(form).strip(): unit for unit, forms in room.words("noun").items() for form in forms}


@lru_cache(maxsize=64)
def _bodies(room: Room) -> dict[str, str]:
    return {fold(form).strip(): unit for unit, forms in room.words("body_noun").items() for form in forms}


def _is_of_bodies(passage: Passage, last: Draft, draft: Draft, knowledge: Knowledge) -> bool:
    """Whether a figure goes on a list of bodies ("5 departments, 8 divisions, 45 offices")."""
    unit = knowledge.units.by_id.get(last.unit_id or "")
    gap = passage.text[last.stop:draft.start]
    return unit is not None and unit.counts == "body" and (gap == ", " or passage.starting(last.stop, "list_word") is not None)


def of_same_period(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    """"There were 56 fires; in the same period of last year it was 61": what was counted in the period before it."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or last.unit is None or draft.start - last.stop > _LIST_REACH or not fits(draft, last.unit) or not ends_item(passage, draft):
        return None
    at = past_fillers(passage, draft.start)
    word = next(iter(passage.within(last.stop, at, "same_period")), None)
    dates = [(start, stop) for start, stop, what in passage.taken_within(last.stop, at) if what == "date"]
    told = word is not None and any(start <= word.start and at <= stop + 1 for start, stop in dates)
    return last.unit.inherited() if told else None


def of_breakdown(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    """"456 were punished: rebuked 234, warned 156, expelled 66": parts of a count that labels tell, the first behind a colon or a bracket."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or last.unit is None or last.unit.kind != "count" or last.sentence != draft.sentence or not ends_item(passage, draft):
        return None
    joint = passage.starting(last.stop, "list_word")
    gap = passage.text[last.stop:draft.start] if joint is None else "," + passage.text[joint.stop:draft.start]
    pattern = _GOES_ON if "breakdown" in last.rules else _OPENED
    told = pattern.fullmatch(gap) is not None or _is_told_part(passage, last, draft)
    if not told or not fits(draft, last.unit) or draft.number.scale != 1 or not draft.number.raw:
        return None
    whole = next((one for one in reversed(drafts[:i]) if "breakdown" not in one.rules), last)
    if draft.value is None or whole.value is None or draft.value > whole.value:
        return None
    draft.rules.append("breakdown")
    return last.unit.inherited()


def _is_told_part(passage: Passage, last: Draft, draft: Draft) -> bool:
    """"12,100 papers, of which in time 8,765": a word of parts and a label."""
    word = next((hit for hit in passage.within(last.stop, draft.start, "part_word") if hit.id == "part"), None)
    beside = word is not None and passage.text[last.stop:word.start].strip() in ("", ",", ";", "(")
    return word is not None and beside and _PART.fullmatch(passage.text, word.stop, draft.start) is not None


def of_item_ahead(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    """"25,000 firms; 120 were dissolved, 890 firms paused" said in the order "dissolved 120, paused 890 firms": the unit of the next item."""
    draft, following = drafts[i], drafts[i + 1] if i + 1 < len(drafts) else None
    if following is None or following.unit is None or following.sentence != draft.sentence or following.unit.rule != "noun" or not i:
        return None
    before = drafts[i - 1].unit
    alike = before is not None and drafts[i - 1].sentence == draft.sentence and before.unit == following.unit.unit is not None
    listed = _GOES_ON.fullmatch(passage.text, draft.number.stop, following.start) is not None
    return following.unit.inherited() if alike and listed and draft.number.raw and fits(draft, following.unit) else None
