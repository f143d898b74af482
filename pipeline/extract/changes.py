"""How quantities change: by, from-to, to only; verbs carried over a list; the thing that a change speaks of."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import is_dimension, past_fillers
from pipeline.extract.counting import read_conflict, read_difference
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.extract.nominal import is_singular
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Change, Hit, Passage

_PAIR_REACH = 110
_SHORT_REACH = 40
_NOUN_REACH = 90
_FAR_WORDS = 3
_COMPARED_REACH = 70
_DIMENSIONS = ("length", "duration", "temperature")
_TOLD = frozenset({"loc"})
"""SGJP's tag of the case that stands for what is spoken about."""
_PARTING = re.compile(r"[;:(]|,(?![0-9])")
_ITEM = re.compile(r",? ((?:[^\W\d_][\w&'\u2019-]* ){1,5})")
_WORD = re.compile(r" [^\W\d_]+(?:-[^\W\d_]+)*")
_SHARED_REACH = 25
_BROKEN = re.compile(r"[0-9,;:()]")
_DIRECTED = ("increase_by", "decrease_by")
_VERBS = ("change_verb", "change_verb_by")
_WORDS = (*_VERBS, "change_noun")


def read_changes(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> list[Draft]:
    """Give every draft its change; the two ends of a from-to become one draft."""
    paired = _join_to_from(passage, _join_from_to(passage, drafts, knowledge), knowledge)
    for i, draft in enumerate(paired):
        if draft.change.kind == "none":
            _read_by(passage, draft, room)
        if draft.change.kind == "none" and i:
            _share_by(passage, paired[i - 1], draft, knowledge)
        if draft.change.kind == "none" and i and room.language.inflection == "suffixes":
            _share_item(passage, paired[i - 1], draft, room)
        read_conflict(passage, draft, room, knowledge)
        read_difference(paired[:i], draft, knowledge)
    return paired


def _share_by(passage: Passage, last: Draft, draft: Draft, knowledge: Knowledge) -> None:
    """The second member of "by 3 and 5 per cent", "down 48% in volume and 51% in value" changes as the first does."""
    if last.change.kind not in _DIRECTED or last.sentence != draft.sentence or {"by", "direct"}.isdisjoint(last.rules):
        return
    joint = passage.ending(draft.start, "list_word")
    until = joint.start if joint is not None else draft.start - len(", ")
    between = passage.text[last.stop:until]
    joined = joint is not None or passage.text[until:draft.start] == ", "
    if (
        joined
        and len(between) < _SHARED_REACH
        and not _BROKEN.search(between)
        and _of_one_body(last, draft, knowledge, near=not between.strip())
        and next(iter(passage.within(last.stop, draft.start, *_WORDS, "change_word")), None) is None
    ):
        draft.change = last.change
        draft.rules.append("shared")


def _share_item(passage: Passage, last: Draft, draft: Draft, room: Room) -> None:
    """An item of a list that has no verb changes as the item before: "industry grew 8 per cent, services 7 and farming 3 per cent"."""
    measured = draft.unit is not None and (draft.unit.kind in ("share", "money") or draft.unit_id == "point")
    if last.change.kind not in _DIRECTED or last.sentence != draft.sentence or last.unit_id != draft.unit_id or not measured:
        return
    item = _ITEM.fullmatch(passage.text, last.stop, draft.start)
    if item is None:
        return
    joint = passage.starting(item.start(1), "list_word")
    if any(word in words_of(room, "phrase_end") for word in passage.text[item.start(1) if joint is None else joint.stop:draft.start].split()):
        return
    if next(iter(passage.within(item.start(1), draft.start, *_WORDS, "change_word", "compare_word", "status_word", "rate_noun")), None) is None:
        draft.change = last.change
        draft.rules.append("shared")


def _of_one_body(first: Draft, second: Draft, knowledge: Knowledge, *, near: bool) -> bool:
    """One unit, or side by side two sorts of bodies or places ("cut 7 departments and 20 offices")."""
    if first.unit_id is not None and first.unit_id == second.unit_id:
        return near or (first.unit is not None and first.unit.kind == "share")
    sorts = [knowledge.units.by_id[unit].counts if unit is not None else "" for unit in (first.unit_id, second.unit_id)]
    return near and sorts[0] == sorts[1] and sorts[0] in ("body", "place")


def _word_before(passage: Passage, draft: Draft) -> Hit | None:
    """The small word of change before a draft and its modifier, fillers passed over."""
    at = draft.start
    for _ in range(3):
        hit = passage.ending(at, "change_word", "filler", "range_word")
        if hit is None or hit.kind == "change_word":
            return hit
        small = passage.ending(at, "change_word")
        if small is not None and small.start == hit.start:
            return small
        at = hit.start
    return None


def _join_from_to(passage: Passage, drafts: list[Draft], knowledge: Knowledge) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        word = _word_before(passage, draft) if draft.low is None and draft.value is not None else None
        source = _source_of(passage, kept, draft, word, knowledge) if word is not None else None
        if word is None or source is None:
            kept.append(draft)
            if word is not None and word.id in ("to", "reach", "remain"):
                _read_to_only(passage, draft, word)
            continue
        last = kept[source]
        last.change = Change("from_to", last.value, draft.value)
        last.value, last.modifier = draft.value, draft.modifier
        last.unit = _common_unit(last.unit, draft.unit, knowledge)
        start_word = passage.ending(past_fillers(passage, last.start), "change_word", "range_word")
        last.start = start_word.start if start_word is not None and start_word.id == "from" else last.start
        last.stop, last.figure_stop, last.per = draft.stop, draft.figure_stop, draft.per or last.per
        last.rules += [*draft.rules, "from_to"]
    return kept


def _join_to_from(passage: Passage, drafts: list[Draft], knowledge: Knowledge) -> list[Draft]:
    """"Rose to 3.4 million from 3.1 million": what it was before stands behind what it became."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is None or not _was(passage, last, draft, knowledge):
            kept.append(draft)
            continue
        last.change = Change("from_to", draft.value, last.change.end)
        last.unit = last.unit or draft.unit
        last.stop, last.figure_stop = draft.stop, draft.figure_stop
        last.rules.append("to_from")
    return kept


def _was(passage: Passage, last: Draft, draft: Draft, knowledge: Knowledge) -> bool:
    """Whether a draft behind "from" is what the last one, behind "to", was before."""
    word = passage.ending(draft.start, "change_word")
    open_start = last.change.kind == "from_to" and last.change.start is None
    if word is None or word.id != "from" or not open_start or last.sentence != draft.sentence or draft.value is None:
        return False
    gap = passage.text[last.stop:word.start]
    return len(gap) <= _SHORT_REACH and ";" not in gap and _alike(last, draft, knowledge)


def _source_of(passage: Passage, kept: list[Draft], draft: Draft, word: Hit, knowledge: Knowledge) -> int | None:
    """Which earlier draft a "to" answers: the nearest with "from", else, after a verb of merging, the nearest larger one."""
    if word.id not in ("to", "reach", "into", "into_if", "onto", "remain"):
        return None
    for back in range(len(kept) - 1, max(len(kept) - 4, -1), -1):
        last = kept[back]
        gap = draft.start - last.stop
        if (
            last.sentence != draft.sentence
            or gap > _PAIR_REACH
            or last.value is None
            or last.change.kind != "none"
            or not _alike(last, draft, knowledge)
        ):
            continue
        if ";" in passage.text[last.stop:draft.start]:
            return None
        opener = passage.ending(past_fillers(passage, last.start), "change_word", "range_word")
        if back and _was(passage, kept[back - 1], last, knowledge):
            return None  # "rose to 64 from 55 and to 276 from 222"
        if opener is not None and opener.id == "from" and word.id in ("to", "onto", "remain"):
            directed = _verb_left(passage, last.start, last.sentence) is not None or _verb_left(passage, draft.stop + 60, last.start) is not None
            if directed or word.id == "remain" or last.unit_id == draft.unit_id or last.unit is None:
                return back
        merging = any(hit.id == "from_to" for hit in passage.within(last.sentence, draft.start, "change_verb", "change_noun"))
        falls = draft.value is not None and last.value > draft.value
        rest = word.id == "remain" and passage.text[word.start - 2:word.start] == ", "  # "1,000 paid, 500 remaining" is no fall
        near = gap < _SHORT_REACH and not rest and _of_one_sort(last.unit, draft.unit, knowledge)
        if falls and (merging or near) and (word.id in ("into", "remain") or (word.id in ("into_if", "onto") and merging)):
            return back
    return None


def _common_unit(first: UnitRead | None, second: UnitRead | None, knowledge: Knowledge) -> UnitRead | None:
    """The unit of a from-to: the one that both ends are a sort of, else that of the end that says one."""
    if first is None or second is None or first.unit is None or second.unit is None:
        return second if second is not None and (first is None or second.unit is not None) else first
    registry = knowledge.units.by_id
    wider = registry[first.unit].wider, registry[second.unit].wider
    if first.unit != second.unit and (wider[0] == second.unit or wider[0] == wider[1] != ""):
        return second if wider[0] == second.unit else UnitRead(wider[0], "count", second.text, second.start, second.stop, second.rule)
    return first if wider[1] == first.unit else second


def _of_one_sort(first: UnitRead | None, second: UnitRead | None, knowledge: Knowledge) -> bool:
    """The same unit, or sorts of one wider unit; a missing one is of any sort."""
    if first is None or second is None or first.unit == second.unit:
        return True
    registry = knowledge.units.by_id
    wide = [registry[unit.unit].wider or unit.unit for unit in (first, second) if unit.unit is not None]
    return len(wide) < len((first, second)) or wide[0] == wide[1]


def _alike(first: Draft, second: Draft, knowledge: Knowledge) -> bool:
    """Two ends of one change measure in one kind; a missing unit fits any."""
    if first.unit is None or second.unit is None or first.unit.kind is None or second.unit.kind is None:
        return True
    return first.unit.kind == second.unit.kind and (first.unit.kind == "count" or _of_one_sort(first.unit, second.unit, knowledge))


def _read_to_only(passage: Passage, draft: Draft, word: Hit) -> None:
    verb = passage.ending(word.start, *_VERBS)
    carried = verb or (_near_verb(passage, word.start, draft.sentence) if word.id == "to" else None)
    if carried is None and word.id == "to" and draft.modifier == "exact":
        carried = passage.starting(word.start, "change_verb")  # "pushed rates up to 2.25 per cent"
    if next(iter(passage.within(draft.sentence, draft.start, "condition_word")), None) is not None:
        return  # "where temperatures drop to below 15 degrees": what may be, not what changed
    if carried is not None and carried.id in _DIRECTED and draft.unit_id == "times":
        draft.change = Change(carried.id)  # "has risen to twice what it was"
        draft.rules.append("times")
    elif carried is not None and carried.id in (*_DIRECTED, "from_to") and draft.value is not None:
        draft.change = Change("from_to", None, draft.value)
        draft.start = min(draft.start, word.start)
        draft.rules.append("to_only")


def _near_verb(passage: Passage, at: int, sentence: int) -> Hit | None:
    """A directed verb or noun of change in the same clause, close before `at`."""
    verb = _verb_left(passage, at, max(sentence, at - 60))
    return verb if verb is not None and not _PARTING.search(passage.text, verb.stop, at) else None


def _verb_left(passage: Passage, at: int, since: int) -> Hit | None:
    """The nearest verb or noun of change between `since` and `at` that has a direction."""
    found = None
    blocked = since
    for hit in passage.within(since, at, "not_change", *_WORDS):
        if hit.kind == "not_change":
            blocked = hit.stop
        elif hit.start >= blocked and hit.id in _DIRECTED and (found is None or hit.start > found.start):
            found = hit
    return found


def _read_by(passage: Passage, draft: Draft, room: Room) -> None:
    word = _word_before(passage, draft)
    if word is not None and word.id == "by":
        clause = max(draft.sentence, *(passage.text.rfind(mark, draft.sentence, word.start) + 1 for mark in ",;:"))
        compared = passage.starting(draft.stop, "change_after")  # "prices rose, and the profit is smaller by half"
        verb = (
            compared
            if compared is not None and compared.id in _DIRECTED
            else _verb_left(passage, word.start, clause) or _verb_right(passage, draft) or _verb_left(passage, word.start, draft.sentence)
        )
        if verb is not None and not _is_told_of(draft, room):
            draft.change, draft.start = Change(verb.id), min(draft.start, word.start)
            draft.rules.append("by")
        return
    if word is not None and word.id == "more":
        verb = passage.ending(word.stop, *_VERBS) or _near_verb(passage, word.start, draft.sentence)
        if verb is not None and verb.id in _DIRECTED:
            draft.change = Change(verb.id)
            draft.rules.append("by")
        return
    if word is not None and word.id == "from" and draft.low is not None and room.language.inflection == "none":
        _read_direct(passage, draft, word.start, room)
    elif word is None or word.id not in ("to", "reach", "from", "into", "remain") or (word.id == "to" and draft.change.kind == "none"):
        _read_direct(passage, draft, draft.start, room)


def _verb_right(passage: Passage, draft: Draft) -> Hit | None:
    """The directed verb of change close behind a figure, in its clause."""
    reach = min(draft.stop + _SHORT_REACH, draft.sentence_stop)
    verb = next((hit for hit in passage.within(draft.stop, reach, *_WORDS) if hit.id in _DIRECTED), None)
    return verb if verb is not None and not set(passage.text[draft.stop:verb.start]) & set(",;:(") else None


def _is_told_of(draft: Draft, room: Room) -> bool:
    """True where the case of the counted noun says that the figure is spoken about, not that something changed by it."""
    if draft.unit is None or draft.unit.kind != "count" or draft.unit.rule not in ("noun", "open"):
        return False
    cases = [reading.cases for reading in room.readings(draft.unit.text.split(" ")[0].lower()) if "pl" in reading.numbers]
    return bool(cases) and all(case <= _TOLD for case in cases)


def _moves_by_share(hit: Hit, draft: Draft) -> bool:
    """A verb that moves by something needs no "by" before a plain share or points ("the shares gained 3 per cent")."""
    of_index = draft.unit is not None and (draft.unit.kind == "share" or draft.unit_id == "point")
    return hit.kind == "change_verb_by" and draft.modifier == "exact" and of_index


def _read_direct(passage: Passage, draft: Draft, at: int, room: Room) -> None:
    """"Cut 97 units", "up 5%", "5% higher", "(+5%)": the verb or the sign stands beside the figure."""
    if passage.text[draft.start - 1:draft.start] == "+" and draft.unit is not None and draft.unit.kind == "share":
        draft.change, draft.start = Change("increase_by"), draft.start - 1
        draft.rules.append("direct")
        return
    beside = at
    for _ in range(3):
        hit = passage.ending(at, "rate_noun", "change_verb", "change_verb_by", "change_noun", "filler", "comparative", "not_change")
        if hit is None or hit.kind != "filler":
            break
        at = hit.start
    else:
        hit = None
    if hit is not None and hit.kind in ("comparative", "not_change"):
        if hit.kind == "comparative" and at == beside and not is_dimension(draft, hit.id):
            draft.change = Change(hit.id)
            draft.rules.append("comparative")
        return
    rate = passage.ending(at, "rate_noun")
    if rate is not None and rate.id in _DIRECTED and at == beside:
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
        and (behind := _behind(passage, draft, room)) is not None
    ):
        hit = behind  # "added that a 1.6 per cent fall": the noun behind tells
    named = hit is not None and hit.kind == "change_noun" and (rate is None or rate.start > hit.start)
    if hit is not None and (hit.kind == "change_verb" or named or _moves_by_share(hit, draft)) and hit.id in _DIRECTED:
        draft.change = Change(hit.id)
        draft.rules.append("direct")
        if draft.unit_id == "times" and hit.id == "increase_by":
            draft.alternatives = (("from_to", format(draft.value or Decimal(0), "f")),)
        return
    compared = _verb_compared(passage, at, draft.sentence)
    if compared is not None:
        draft.change = Change(compared.id)
        draft.rules.append("compared")
        return
    verb = passage.starting(draft.stop, "change_verb", "change_verb_by") if draft.unit_id == "times" and room.language.inflection != "none" else None
    if verb is not None and verb.id in _DIRECTED and passage.starting(draft.stop, "change_after") is None:
        draft.change = Change(verb.id)
        draft.rules.append("direct_after")
        return
    after = _behind(passage, draft, room)
    if after is not None and after.id in _DIRECTED:
        draft.change = Change(after.id)
        draft.rules.append("direct_after")


def _behind(passage: Passage, draft: Draft, room: Room) -> Hit | None:
    """The comparative or noun of change behind a figure; of a dimension it only compares, and of nothing said "more" only adds."""
    unit = draft.unit
    if room.has_dictionary and draft.unit_id == "times":
        return None  # "twice as large" tells a ratio
    bound = passage.starting(draft.stop, "bound_before", "bound_form")
    if bound is not None and passage.text[bound.stop:bound.stop + 2].strip()[:1].isdigit():
        return None  # "5 units less than 40 %" compares nothing with the five
    rate, after = passage.starting(draft.stop, "rate_noun"), passage.starting(draft.stop, "change_after")
    if passage.starting(draft.stop, "not_change") is not None or (rate is not None and after is not None and rate.stop > after.stop):
        return None  # "a 66 per cent growth rate"
    if room.has_dictionary:
        noun = passage.starting(draft.stop, "change_noun") if unit is not None and unit.kind == "share" else None
        one = noun is not None and is_singular(passage, noun.start, noun.stop, room)  # not "98 per cent of the falls"
        return after or (noun if one else None)
    if room.language.inflection != "suffixes":
        return after
    if unit is not None:
        carried = unit.rule in ("left", "inherited") and unit.kind == "count"
        if unit.kind in _DIMENSIONS or (carried and bound is None):
            return None
        if unit.kind == "count" and unit.unit != "times":
            return after
    return after or _noun_after(passage, draft, room)


def _noun_after(passage: Passage, draft: Draft, room: Room) -> Hit | None:
    """The noun of change that a figure qualifies from a few words before: "a 3 per cent pay rise"."""
    at = draft.stop
    for _ in range(_FAR_WORDS):
        word = _WORD.match(passage.text, at)
        if (
            word is None
            or word.group()[1:] in words_of(room, "phrase_end")
            or passage.starting(at, "stop_word", "rate_noun", "change_after") is not None
        ):
            return None
        at = word.end()
        noun = passage.starting(at, "change_noun")
        if noun is not None:
            return noun
    return None


def _verb_compared(passage: Passage, at: int, sentence: int) -> Hit | None:
    """The verb of change before a comparison that stands before the figure: "rose against last week's session 5 USD"."""
    verb = _verb_left(passage, at, max(sentence, at - _COMPARED_REACH))
    if verb is None or verb.kind == "change_noun" or passage.starting(verb.stop, "compare_word") is None:
        return None
    if next(iter(passage.within(verb.stop, at, "change_word", *_VERBS)), None) is not None:
        return None
    between = set(range(verb.stop, at))
    for start, stop, _ in passage.taken:
        between -= set(range(start, stop))
    return None if any(passage.text[i].isdigit() or passage.text[i] in ",;:()" for i in between) else verb
