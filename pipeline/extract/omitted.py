"""Nouns left out behind a figure, in a language with a dictionary: in an item that names its own bearer, behind "in", behind a qualifier."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.clause_units import before_dashes, ends_item, fits
from pipeline.extract.draft import Draft, UnitRead
from pipeline.knowledge import Room
from pipeline.records import Passage

_ITEM = re.compile(r"[^,;:.()0-9]*[,;] (?:[^\W\d_]+ ?){1,6}")
_WORDS = re.compile(r"[^\W\d_]+")
_PARALLEL = re.compile(r" ([^\W\d_]+) ")
_BEHIND = re.compile(r" ([^\W\d_]{2,})")
_LONGEST_ITEM = 70
_MOST_BACK = 8
_FEWEST = 5
_TEN = 10
_SAME_KINDS = ("money", "share")
_INTO = "into_if"
_FINITE = frozenset({"fin", "praet", "imps", "bedzie", "inf", "pcon"})
_NOMINAL = frozenset({"subst", "adj", "ger", "depr"})


def of_omitted(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """What was counted last in the sentence, where a bare figure closes an item that says whose it is, stands behind "in" or is qualified."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or last.sentence != draft.sentence or last.unit is None or not draft.number.raw or draft.number.scale != 1:
        return None
    if not ends_item(passage, draft):
        return None
    if last.unit.kind in _SAME_KINDS:
        alike = _is_alike(last, draft) and _is_named_item(passage, last, draft, room)
        return last.unit.inherited() if alike else None
    unit = _one_counted(drafts, i)
    if unit is None or not fits(draft, unit):
        return None
    named = last.unit.kind == "count" and _is_named_item(passage, last, draft, room)
    told = draft.value is not None and draft.value >= _FEWEST and (_is_behind_in(passage, draft) or _is_qualified(passage, draft, room))
    return unit.inherited() if named or told else None


def of_parallel(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"Men must have 25, and women 20 years", "25 were opened, and closed 20 schools": what the second of two parallel clauses says."""
    draft, following = drafts[i], drafts[i + 1] if i + 1 < len(drafts) else None
    unit = following.unit if following is not None and following.sentence == draft.sentence else None
    if following is None or unit is None or unit.start < following.number.stop or unit.rule == "open" or not draft.number.raw:
        return None
    start = draft.number.stop + passage.text.startswith(",", draft.number.stop)
    joint = passage.starting(start, "list_word")
    words = _PARALLEL.fullmatch(passage.text, joint.stop, past_fillers(passage, following.start)) if joint is not None else None
    if words is None or draft.number.scale != following.number.scale or not fits(draft, unit):
        return None
    tags = {reading.pos for reading in room.readings(words.group(1).lower())}
    told = bool(tags & {"subst"}) or (unit.kind == "count" and tags == {"imps"})
    return unit.inherited() if told else None


def counts_unknown(passage: Passage, draft: Draft, room: Room) -> bool:
    """Whether a word that the dictionary does not know stands behind a figure, where what it counts would stand."""
    word = _BEHIND.match(passage.text, draft.number.stop)
    if word is None or not word.group(1).islower() or room.readings(word.group(1)):
        return False
    return not any(True for _ in passage.within(word.start(1), word.end(1)))


def _is_alike(last: Draft, draft: Draft) -> bool:
    """"Apples cost 3 zlotys, and pears 4.50": levels of one size, neither of them ten times the other."""
    if last.value is None or draft.value is None or last.change.kind != "none" or draft.change.kind != "none" or last.number.scale != 1:
        return False
    return min(last.value, draft.value) * _TEN > max(last.value, draft.value)


def _one_counted(drafts: list[Draft], i: int) -> UnitRead | None:
    """The last thing that the sentence counted before a figure."""
    before = (one.unit for one in reversed(drafts[max(i - _MOST_BACK, 0):i]) if one.sentence == drafts[i].sentence)
    return next((unit for unit in before if unit is not None and unit.kind == "count"), None)


def _is_named_item(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    """"The committee has 25 members, the standing committee 17": a comma, the one whose figure it is, and no verb."""
    at = before_dashes(passage.text, past_fillers(passage, draft.start))
    if at <= last.stop or at - last.stop > _LONGEST_ITEM or _ITEM.fullmatch(passage.text, last.stop, at) is None:
        return False
    if passage.ending(at, "number_mark", "left_unit", "rank_mark") is not None:
        return False
    comma = max(passage.text.rfind(mark, last.stop, at) for mark in ",;")
    tags = [{reading.pos for reading in room.readings(word.group().lower())} for word in _WORDS.finditer(passage.text, comma, at)]
    return bool(tags) and bool(tags[-1] & _NOMINAL) and not tags[-1] & {"prep"} and not any(tag & _FINITE and not tag & _NOMINAL for tag in tags)


def _is_behind_in(passage: Passage, draft: Draft) -> bool:
    """"512 firms were inspected, faults were found in 187"."""
    word = passage.ending(draft.start, "change_word")
    return word is not None and word.id == _INTO and passage.starting(word.start, "stop_word") is not None


def _is_qualified(passage: Passage, draft: Draft, room: Room) -> bool:
    """"And will hire another 60": an adjective in the genitive plural stands where the noun is left out."""
    word = passage.ending(draft.start, "filler")
    readings = room.readings(passage.text[word.start:word.stop].lower()) if word is not None else ()
    return any(one.pos == "adj" and "pl" in one.numbers and "gen" in one.cases for one in readings)
