"""How quantities change: by, from-to, to only; verbs carried over a list; the thing that a change speaks of."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import is_dimension
from pipeline.extract.change_behind import told_behind
from pipeline.extract.change_words import DIRECTED, SHORT_REACH, VERBS, near_verb, verb_left, verb_right, word_before
from pipeline.extract.compared import comparative_left, verb_compared
from pipeline.extract.counting import read_conflict, read_difference
from pipeline.extract.draft import Draft
from pipeline.extract.from_to import join_changes
from pipeline.extract.heads import words_of
from pipeline.extract.shared_changes import read_bracketed, read_reached, read_restated, share_by, share_item, share_objects, share_reached
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Change, Hit, Passage

_TAX = "tax"
_TOLD = frozenset({"loc"})
"""SGJP's tag of the case that stands for what is spoken about."""
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_VERB_REACH = 30


def read_changes(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> list[Draft]:
    """Give every draft its change; the two ends of a from-to become one draft."""
    paired = join_changes(passage, drafts, room, knowledge)
    for i, draft in enumerate(paired):
        if i:
            read_bracketed(passage, paired[i - 1], draft)
        if draft.change.kind == "none":
            _read_by(passage, draft, room)
        if draft.change.kind == "none":
            _read_fewer(passage, draft)
        if draft.change.kind == "none" and i:
            share_by(passage, paired[i - 1], draft, knowledge)
        if draft.change.kind == "none" and i and room.language.inflection != "suffixes":
            read_restated(passage, paired[i - 1], draft)
        if draft.change.kind == "none" and i and room.has_dictionary:
            share_objects(passage, paired[i - 1], draft, room)
            share_reached(passage, paired[i - 1], draft, room)
        if draft.change.kind == "none" and i and room.language.inflection == "none":
            read_reached(passage, paired[i - 1], draft)
        if draft.change.kind == "none" and i and room.language.inflection == "suffixes":
            share_item(passage, paired[i - 1], draft, room)
        read_conflict(passage, draft, room, knowledge)
        read_difference(paired, i, knowledge)
    return paired


def _read_by(passage: Passage, draft: Draft, room: Room) -> None:
    if draft.per == "times":
        return  # "raised at least once in 3 months"
    word = word_before(passage, draft)
    if word is not None and word.id == "by":
        clause = max(draft.sentence, *(passage.text.rfind(mark, draft.sentence, word.start) + 1 for mark in ",;:"))
        compared = passage.starting(draft.stop, "change_after")  # "prices rose, and the profit is smaller by half"
        verb = (
            compared
            if compared is not None and compared.id in DIRECTED
            else verb_left(passage, word.start, clause) or verb_right(passage, draft) or verb_left(passage, word.start, draft.sentence)
        )
        if verb is not None and _has_object(passage, verb, word.start, room):
            verb = None
        if verb is not None and not _is_told_of(draft, room) and not _is_agent(passage, draft, word, room):
            draft.change, draft.start = Change(verb.id), min(draft.start, word.start)
            draft.rules.append("by")
            bound = passage.ending(word.start, "bound_before") if room.has_dictionary and draft.modifier == "exact" else None
            if bound is not None and passage.starting(bound.start, "change_word") is None:
                draft.modifier, draft.start = bound.id, bound.start  # "nearly by half"
        return
    if word is not None and word.id == "more":
        verb = passage.ending(word.stop, *VERBS) or near_verb(passage, word.start, draft.sentence)
        if verb is not None and verb.id in DIRECTED:
            draft.change = Change(verb.id)
            draft.rules.append("by")
        return
    if word is not None and word.id == "from" and draft.low is not None and room.language.inflection == "none":
        if not _is_left(passage, draft):
            _read_direct(passage, draft, word.start, room)
    elif word is None or word.id not in ("to", "reach", "from", "into", "remain") or (word.id == "to" and draft.change.kind == "none"):
        _read_direct(passage, draft, draft.start, room)


def _read_fewer(passage: Passage, draft: Draft) -> None:
    """"12 fewer deaths": a comparative downwards between a figure and its noun; "20 more beds" only adds."""
    fewer = passage.starting(draft.number.stop, "change_after") if draft.unit is not None and draft.unit.kind == "count" else None
    if fewer is not None and fewer.id == "decrease_by" and draft.unit is not None and fewer.stop < draft.unit.start:
        draft.change = Change(fewer.id)
        draft.rules.append("direct_after")


def _is_left(passage: Passage, draft: Draft) -> bool:
    """Whether a range behind "from" is where a change began ("rose from 3 - 4 million to 6 - 7 million"), not what it came to."""
    until = min(draft.stop + SHORT_REACH, draft.sentence_stop)
    reached = next((hit for hit in passage.within(draft.stop, until, "change_word") if hit.id in ("to", "reach")), None)
    return reached is not None and not set(passage.text[draft.stop:reached.start]) & set(",;:")


def _is_multiple(passage: Passage, hit: Hit) -> bool:
    """"Triple the 500 million of a year ago": how many times as much, though it is a verb of change too."""
    return hit.kind == "change_verb" and passage.starting(hit.start, "multiplier") is not None


def _is_told_of(draft: Draft, room: Room) -> bool:
    """True where the case of the counted noun says that the figure is spoken about, not that something changed by it."""
    if draft.unit is None or draft.unit.kind != "count" or draft.unit.rule not in ("noun", "open"):
        return False
    cases = [reading.cases for reading in room.readings(draft.unit.text.split(" ")[0].lower()) if "pl" in reading.numbers]
    return bool(cases) and all(case <= _TOLD for case in cases)


def _has_object(passage: Passage, verb: Hit, at: int, room: Room) -> bool:
    """"Won eight games and trail them by two": a verb that moves only with "by" has a figure of its own in the clause before."""
    if verb.kind != "change_verb_by" or room.language.inflection != "suffixes":
        return False
    joint = next(iter(passage.within(verb.stop, at, "list_word")), None)
    if joint is None:
        return False
    return any(c.isdigit() for c in passage.text[verb.stop:joint.start]) or any(passage.within(verb.stop, joint.start, "cardinal"))


def _is_agent(passage: Passage, draft: Draft, by: Hit, room: Room) -> bool:
    """"Were described by three officials": what a passive that moves nothing names behind "by" did it."""
    verb = _LAST_WORD.search(passage.text, max(draft.sentence, by.start - _VERB_REACH), by.start)
    passive = verb is not None and verb.group(1).endswith(tuple(words_of(room, "past_ending"))) if room.language.inflection == "suffixes" else False
    return passive and draft.unit is not None and draft.unit.kind == "count" and passage.ending(by.start, *VERBS) is None


def _is_attribute(hit: Hit | None, draft: Draft, room: Room) -> bool:
    """"Took down the 27-foot statue": a figure that a hyphen ties to its unit tells of the noun behind it, which may be one of change."""
    if hit is None or hit.kind != "change_verb" or draft.unit is None or room.language.inflection != "suffixes":
        return False
    return draft.unit.rule == "glued" and draft.unit_id != "times"


def _is_crop(passage: Passage, hit: Hit, draft: Draft, room: Room) -> bool:
    """"Has grown 3 hectares of durian": a verb of growth whose object is land or trees of a kind."""
    part = passage.starting(draft.stop, "part_word") if passage.text[hit.start:hit.stop].lower() in words_of(room, "crop_verb") else None
    return part is not None and part.id == "of" and draft.unit is not None and (draft.unit.kind == "area" or draft.unit_id == "tree")


def _moves_by_share(hit: Hit, draft: Draft) -> bool:
    """A verb that moves by something needs no "by" before a plain share, points or times ("the shares gained 3 per cent", "grew threefold")."""
    of_index = draft.unit is not None and (draft.unit.kind == "share" or draft.unit_id == "point")
    return hit.kind == "change_verb_by" and ((draft.modifier == "exact" and of_index) or draft.unit_id == "times")


def _is_stature(draft: Draft, room: Room) -> bool:
    """"Height 1.62 m": where growth without "by" is also the word for how tall one is."""
    return room.has_dictionary and draft.unit is not None and draft.unit.kind == "length"


def _read_direct(passage: Passage, draft: Draft, at: int, room: Room) -> None:
    """"Cut 97 units", "up 5%", "5% higher", "(+5%)": the verb or the sign stands beside the figure."""
    if passage.text[draft.start - 1:draft.start] == "+" and draft.unit is not None and draft.unit.kind == "share":
        draft.change, draft.start = Change("increase_by"), draft.start - 1
        draft.rules.append("direct")
        return
    beside = at
    for _ in range(3):
        hit = passage.ending(at, "rate_noun", "change_verb", "change_verb_by", "change_noun", "filler", "comparative", "not_change", "change_object")
        if hit is None or hit.kind not in ("filler", "change_object") or (hit.id == _TAX and draft.unit is not None and draft.unit.kind == "money"):
            break  # a tax is raised on so much money, but by so many per cent
        at = hit.start
    else:
        hit = None
    hit = None if _is_attribute(hit, draft, room) else hit
    if hit is not None and (hit.kind in ("comparative", "not_change") or _is_multiple(passage, hit) or _is_crop(passage, hit, draft, room)):
        if hit.kind == "comparative" and at == beside and not is_dimension(draft, hit.id):
            draft.change = Change(hit.id)
            draft.rules.append("comparative")
        return
    rate = passage.ending(at, "rate_noun")
    if rate is not None and rate.id in DIRECTED and at == beside:
        draft.change = Change(rate.id)
        draft.rules.append("direct")
        return
    if draft.start < draft.figure_start and passage.text[draft.start:draft.figure_start].rstrip(" ").lower() in words_of(room, "level_bound"):
        return
    article = passage.ending(beside, "per_word") if room.language.inflection == "suffixes" else None
    if (
        article is not None
        and article.stop == beside - 1
        and hit is not None
        and hit.stop < article.stop
        and (behind := told_behind(passage, draft, room)) is not None
    ):
        hit = behind  # "added that a 1.6 per cent fall": the noun behind tells
    named = hit is not None and hit.kind == "change_noun" and (rate is None or rate.start > hit.start) and not _is_stature(draft, room)
    if hit is not None and (hit.kind == "change_verb" or named or _moves_by_share(hit, draft)) and hit.id in DIRECTED:
        draft.change = Change(hit.id)
        draft.rules.append("direct")
        if draft.unit_id == "times" and hit.id == "increase_by":
            draft.alternatives = (("from_to", format(draft.value or Decimal(0), "f")),)
        return
    compared = verb_compared(passage, at, draft.sentence) or comparative_left(passage, draft.start)
    if compared is not None:
        draft.change = Change(compared.id)
        draft.rules.append("compared")
        return
    verb = passage.starting(draft.stop, "change_verb", "change_verb_by") if draft.unit_id == "times" and room.language.inflection != "none" else None
    if verb is not None and verb.id in DIRECTED and passage.starting(draft.stop, "change_after") is None:
        draft.change = Change(verb.id)
        draft.rules.append("direct_after")
        return
    after = told_behind(passage, draft, room)
    if after is not None and after.id in DIRECTED:
        draft.change = Change(after.id)
        draft.rules.append("direct_after")
