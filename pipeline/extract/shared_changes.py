"""Changes said once for several figures of a list."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.change_words import CHANGES, DIRECTED, word_before
from pipeline.extract.draft import Draft
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Change, Passage

_ITEM = re.compile(r",? ((?:[^\W\d_][\w&'\u2019-]* ){1,5})")
_OBJECT = "shared_object"
_GOVERNED = frozenset({"direct", "by", "shared", _OBJECT})
_FINITE = frozenset({"fin", "praet", "imps", "bedzie"})
_NOMINAL = frozenset({"subst", "adj", "ger"})
"""SGJP's tags of finite verbs and of nominals."""
_WORDS = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[,;:.()]")
_SHARED_REACH = 25
_CLOSES = frozenset({"", ",", ".", ";", "\n"})
_REACHED = 60
_PARTED = re.compile(r"[;:]|,.*,")
_SIGNED = re.compile(r" \(([+\-\u2212\u2013])")
_ALONE = re.compile(r"(?: [\w-]+){0,3}(?:[.;\n]|$)")
_BROKEN = re.compile(r"[0-9,;:()]")


def restates(passage: Passage, last: Draft, draft: Draft) -> bool:
    """Whether a share says an amount once more, and nothing else ("lost 12 points, or 0.9 per cent, to close at ...")."""
    joint = passage.ending(draft.start, "range_word")
    shares = [one.unit is not None and one.unit.kind == "share" for one in (last, draft)]
    return (
        joint is not None
        and joint.id == "or"
        and shares == [False, True]
        and passage.text[last.stop:joint.start] == ", "
        and passage.text[draft.stop:draft.stop + 1] in _CLOSES
    )


def share_by(passage: Passage, last: Draft, draft: Draft, knowledge: Knowledge) -> None:
    """The second member of "by 3 and 5 per cent", "down 48% in volume and 51% in value" changes as the first does."""
    if last.change.kind in DIRECTED and restates(passage, last, draft):
        draft.change = last.change
        draft.rules.append("shared")
        return
    if last.change.kind not in DIRECTED or last.sentence != draft.sentence or {"by", "direct", "shared"}.isdisjoint(last.rules):
        return
    if draft.value is not None and draft.value < 0:
        return  # a sign of its own tells
    joint = passage.ending(draft.start, "list_word")
    until = joint.start if joint is not None else draft.start - len(", ")
    between = passage.text[last.stop:until]
    joined = joint is not None or passage.text[until:draft.start] == ", "
    if joint is not None and between.endswith(", ") and _ALONE.match(passage.text, draft.stop) and passage.starting(draft.stop, "part_word") is None:
        between = between[:-len(", ")]  # "0.1 per cent in a month, and 0.6 per cent in a year"
    if (
        joined
        and len(between) < _SHARED_REACH
        and not _BROKEN.search(between)
        and _of_one_body(last, draft, knowledge, near=not between.strip())
        and all(hit.id == "number_of" for hit in passage.within(last.stop, draft.start, *CHANGES, "change_word"))
    ):
        draft.change = last.change
        draft.rules.append("shared")


def share_item(passage: Passage, last: Draft, draft: Draft, room: Room) -> None:
    """An item of a list that has no verb changes as the item before: "industry grew 8 per cent, services 7 and farming 3 per cent"."""
    measured = draft.unit is not None and (draft.unit.kind in ("share", "money") or draft.unit_id == "point")
    if last.change.kind not in DIRECTED or last.sentence != draft.sentence or last.unit_id != draft.unit_id or not measured:
        return
    item = _ITEM.fullmatch(passage.text, last.stop, draft.start)
    if item is None:
        return
    joint = passage.starting(item.start(1), "list_word")
    words = passage.text[item.start(1) if joint is None else joint.stop:draft.start].split()
    clause = not words and passage.text[last.stop:last.stop + 1] == ","  # "rose 5 per cent, and 30 per cent of them": another clause
    if clause or any(word in words_of(room, "phrase_end") for word in words):
        return
    if next(iter(passage.within(item.start(1), draft.start, *CHANGES, "change_word", "compare_word", "status_word", "rate_noun")), None) is None:
        draft.change = last.change
        draft.rules.append("shared")


def share_objects(passage: Passage, last: Draft, draft: Draft, room: Room) -> None:
    """Where nouns inflect, the items of a list that a verb of change governs all change: "closed 24 offices, 156 posts and 3 clinics"."""
    counts = all(one.unit is not None and one.unit.kind == "count" and one.low is None for one in (last, draft))
    if not counts or last.change.kind not in DIRECTED or last.sentence != draft.sentence or _GOVERNED.isdisjoint(last.rules):
        return
    at = past_fillers(passage, draft.start)
    joint = passage.ending(at, "list_word")
    until = joint.start if joint is not None else at - len(", ")
    gap = passage.text[last.stop:until]
    if (joint is None and passage.text[until:at] != ", ") or _BROKEN.search(gap) or len(gap) > _REACHED:
        return
    behind = _CLAUSE_END.search(passage.text, draft.stop, draft.sentence_stop)
    clause = last.stop, until, draft.stop, behind.start() if behind is not None else draft.sentence_stop
    if _has_verb(passage, *clause[:2], room) or _has_verb(passage, *clause[2:], room):
        return
    if next(iter(passage.within(last.stop, draft.start, *CHANGES, "change_word", "part_word")), None) is None:
        draft.change = last.change
        draft.rules.append(_OBJECT)


def share_reached(passage: Passage, last: Draft, draft: Draft, room: Room) -> None:
    """"The income will rise to 5 million, the costs to 6 million": what an item of a list reaches whose verb was said before."""
    word = word_before(passage, draft)
    reached = last.change.kind == "from_to" and last.change.start is None and draft.value is not None and draft.low is None
    if not reached or word is None or word.id != "to" or last.sentence != draft.sentence or last.unit_id != draft.unit_id or last.unit is None:
        return
    gap = passage.text[last.stop:word.start]
    if gap[:2] == ", " and len(gap) <= _REACHED and not _BROKEN.search(gap[1:]) and not _has_verb(passage, last.stop, word.start, room):
        draft.change, draft.start = Change("from_to", None, draft.value), min(draft.start, word.start)
        draft.rules.append("shared")


def _has_verb(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """Whether a word that is a finite verb and nothing else stands between two offsets."""
    for match in _WORDS.finditer(passage.text, start, stop):
        tags = {reading.pos for reading in room.readings(match.group().lower())}
        if tags & _FINITE and not tags & _NOMINAL:
            return True
    return False


def read_restated(passage: Passage, last: Draft, draft: Draft) -> None:
    """A share alone in the brackets behind a change says that change once more: "fell by 12 cases (8.5%)"."""
    bracketed = passage.text[last.stop:draft.start] == " (" and passage.text[draft.stop:draft.stop + 1] == ")"
    share = draft.unit_id == "percent" and draft.value is not None and draft.value > 0  # a sign of its own says it already
    if bracketed and share and last.change.kind in DIRECTED and last.unit is not None and last.unit.kind != "share":
        draft.change = last.change
        draft.rules.append("restated")


def read_bracketed(passage: Passage, last: Draft, draft: Draft) -> None:
    """A signed measure alone in the brackets behind a level is its change: "the river stands at 412 cm (-4 cm)"."""
    sign = _SIGNED.fullmatch(passage.text, last.stop, draft.start)
    closes = passage.text[draft.stop:draft.stop + 1] == ")"
    alike = draft.unit_id is not None and draft.unit_id == last.unit_id and draft.per == last.per
    if sign is not None and closes and alike and last.change.kind in ("none", "from_to") and draft.value is not None and draft.value > 0:
        draft.change, draft.start = Change("increase_by" if sign.group(1) == "+" else "decrease_by"), draft.start - 1
        draft.rules.append("bracketed")


def read_reached(passage: Passage, last: Draft, draft: Draft) -> None:
    """What a change led to, behind a comma: "rose by 12% against last year, to 7.2 billion"; what is left over is of what was cut."""
    word = word_before(passage, draft)
    if word is None or last.change.kind not in DIRECTED or last.sentence != draft.sentence or draft.value is None:
        return
    gap = passage.text[last.stop:word.start]
    if word.id == "remain":
        alike = last.unit_id is not None and last.unit_id == draft.unit_id and gap in (", ", " ")
        part = last.unit is not None and last.unit.kind in ("share", "ratio") and draft.unit is not None and gap == " "  # "cut by half to 137"
        fits = last.change.kind == "decrease_by" and (alike or part)
    else:
        fits = word.id in ("to", "reach") and len(gap) < _REACHED and gap.endswith((", ", ") ")) and not _PARTED.search(gap)
    if fits and next(iter(passage.within(last.stop, word.start, *CHANGES, "change_word")), None) is None:
        draft.change = Change("from_to", None, draft.value)
        draft.start = min(draft.start, word.start)
        draft.rules.append("to_only")


def _of_one_body(first: Draft, second: Draft, knowledge: Knowledge, *, near: bool) -> bool:
    """One unit, or side by side two sorts of bodies or places ("cut 7 departments and 20 offices")."""
    if first.unit_id is not None and first.unit_id == second.unit_id:
        return near or (first.unit is not None and first.unit.kind == "share")
    sorts = [knowledge.units.by_id[unit].counts if unit is not None else "" for unit in (first.unit_id, second.unit_id)]
    return near and sorts[0] == sorts[1] and sorts[0] in ("body", "place")
