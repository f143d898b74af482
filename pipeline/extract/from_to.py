"""Changes from one value to another: both ends in one draft, or the end that was reached alone."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import past_fillers
from pipeline.extract.change_words import CHANGES, DIRECTED, SHORT_REACH, VERBS, is_moved, near_verb, verb_left, word_before
from pipeline.extract.draft import Draft
from pipeline.extract.merged_units import common_unit, is_rest, may_merge, of_one_sort
from pipeline.extract.numeral_stack import ONE
from pipeline.extract.shared_changes import restates
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Change, Hit, Passage

BEHIND_BY = "behind_by"
_REACHING = frozenset({"to", "reach", "remain"})
_BEHIND = (", ", " ", " - ", " \u2013 ", " \u2014 ", " (")
_BEFORE = "before"
_RATIO = re.compile(r"^ [a-z]{1,2}/[a-z]{1,2}(?= )")
"""Letters with a stroke that say against which period a share is reckoned ("2.9 per cent y/y")."""
_BESIDE = (" ", ", ", " (", " \u2013 ", " - ")
_PARTING = re.compile(r"[;:(]|,(?![0-9])")
_PAIR_REACH = 110
_THOUSAND = 1000
_FAR = 50
_NEAR = 5
_TWO = 2
_TEN = 10
_MARK = re.compile(r"[,;:()]")
"""Times: how far the figures of two ends may lie apart where one scale word is said for both."""


def join_changes(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> list[Draft]:
    """The two ends of a change become one draft, whichever is said first."""
    return _join_to_from(passage, _join_from_to(passage, drafts, room, knowledge), knowledge)


def _join_from_to(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        word = word_before(passage, draft) if draft.low is None and draft.value is not None else None
        source = _source_of(passage, kept, draft, word, knowledge) if word is not None else None
        if word is not None and source is None and kept and is_moved(passage, kept[-1], draft, word, room):
            source = len(kept) - 1
        if word is None or source is None:
            kept.append(draft)
            if word is not None and word.id in _REACHING:
                _read_to_only(passage, kept, word)
            continue
        last = kept[source]
        last.change = Change("from_to", in_scale_of(last, draft), draft.value)
        last.value, last.modifier = draft.value, draft.modifier
        last.unit = common_unit(last.unit, draft.unit, knowledge)
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
        if last is None or not (_was(passage, last, draft, knowledge) or _was_level(passage, last, draft)):
            kept.append(draft)
            continue
        last.change = Change("from_to", in_scale_of(draft, last), last.change.end if last.change.kind == "from_to" else last.value)
        last.unit = last.unit or draft.unit
        said_again = any(hit.kind != "compare_word" or hit.id == _BEFORE for hit in passage.within(last.stop, draft.start, *CHANGES, "compare_word"))
        last.stop, last.figure_stop = draft.stop, draft.figure_stop
        last.rules.append("to_up_from" if said_again else "to_from")
    return kept


def in_scale_of(end: Draft, other: Draft) -> Decimal | None:
    """An end of a change in the scale that stands behind the other one alone ("from 45 to 52 million"), where both are then of one size.

    A thousand is often left behind by what grows ("from 90 to 2 thousand visitors"), so there the figures themselves must be near each other.
    """
    value, power = end.value, other.number.power
    reached = other.value if other.value is not None else other.change.end
    own = end.unit is not None and end.unit.rule != "sign" and "inherited" not in end.rules
    if value is None or reached is None or end.number.power != ONE or power < _THOUSAND or own:
        return value
    figure = reached / power
    if power > _THOUSAND:
        return value * power if value <= figure * _FAR else value
    near = figure / _NEAR <= value <= figure * _NEAR
    return value * power if near or value != value.to_integral_value() else value


def _was(passage: Passage, last: Draft, draft: Draft, knowledge: Knowledge) -> bool:
    """Whether a draft behind "from" is what the last one, behind "to" or told as a level ("5,000, up from 3,000"), was before."""
    open_start = last.change.kind == "from_to" and last.change.start is None
    level = last.change.kind == draft.change.kind == "none" and last.value is not None and draft.low is None
    if last.sentence != draft.sentence or not (open_start or level) or draft.value is None:
        return False
    word = passage.ending(past_fillers(passage, draft.start), "change_word")
    if word is None or word.id != "from":
        return False
    gap = passage.text[last.stop:word.start]
    again = list(passage.within(last.stop, word.start, *CHANGES))
    reached = passage.starting(draft.stop, "change_word") if level else None
    if level and (not again or _is_change(passage, last) or (reached is not None and reached.id in _REACHING)):
        return False  # "12 communes, down from 97 to 41 wards": the other figure is of another change
    for moved in again:
        rises = moved.id == "increase_by"
        agrees = moved.id in DIRECTED and last.value is not None and last.value != draft.value and (last.value > draft.value) is rises
        article, how = passage.ending(moved.start, "per_word"), passage.ending(word.start, "filler")
        opens = moved.start if article is None else article.start
        beside = moved.stop + 1 in (word.start, word.start if how is None else how.start)
        if not (beside and agrees) or _MARK.search(passage.text, last.stop, opens - len(", ")) is not None:
            return False  # "to 3.2 billion, the price dropping from 624 to 511", but "to 3.2 billion, up from 2.8 billion"
    return len(gap) <= SHORT_REACH and ";" not in gap and _alike(last, draft, knowledge)


def _is_change(passage: Passage, draft: Draft) -> bool:
    """Whether a figure tells by how much something changed, and no level ("rose 9 per cent, up from 6 per cent in May")."""
    moved = passage.ending(past_fillers(passage, draft.start), "change_verb", "change_word")
    return moved is not None and (moved.id in DIRECTED or moved.id == "by")


def _was_level(passage: Passage, last: Draft, draft: Draft) -> bool:
    """Whether a draft is what a level was before, told by a word of comparison: "5,000 tonnes against 3,000 tonnes a year before"."""
    if not passage.holds("compare_word"):
        return False
    alike = last.unit_id == draft.unit_id if last.unit is not None and draft.unit is not None else _is_of_one_size(last, draft)
    measured = alike and last.per == draft.per and last.of == draft.of
    levelled = last.change.kind == "none" or (last.change.kind == "from_to" and last.change.start is None)
    if last.sentence != draft.sentence or not measured or not levelled or last.value is None or draft.value is None:
        return False
    compared = passage.ending(past_fillers(passage, draft.start), "compare_word")
    if compared is None or compared.id != _BEFORE or last.value == draft.value:
        return False
    return _RATIO.sub("", passage.text[last.stop:compared.start]) in _BESIDE and _is_dated(passage, draft)


def _is_of_one_size(last: Draft, draft: Draft) -> bool:
    """Whether two figures, one or both of them bare, may be levels of one thing: neither is ten times the other."""
    if last.value is None or draft.value is None or (last.unit is None and draft.unit is not None):
        return False
    return min(last.value, draft.value) * _TEN > max(last.value, draft.value)


def _is_dated(passage: Passage, draft: Draft) -> bool:
    """Whether a time stands behind a figure before any mark; "61 % against 37 % in the other firm" compares two things and no two times."""
    until = min(draft.stop + SHORT_REACH, draft.sentence_stop)
    mark = _MARK.search(passage.text, draft.stop, until)
    return any(what == "date" for _, _, what in passage.taken_within(draft.stop, until if mark is None else mark.start()))


def _source_of(passage: Passage, kept: list[Draft], draft: Draft, word: Hit, knowledge: Knowledge) -> int | None:
    """Which earlier draft a "to" answers: the nearest with "from", else, after a verb of merging, the nearest larger one."""
    if word.id not in ("to", "reach", "into", "into_if", "onto", "remain", "rest"):
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
            directed = verb_left(passage, last.start, last.sentence) is not None or verb_left(passage, draft.stop + 60, last.start) is not None
            if directed or word.id == "remain" or last.unit_id == draft.unit_id or last.unit is None:
                return back
        if opener is not None and opener.id == "from" and word.id == "rest" and _is_left_of(last, draft, knowledge):
            return back
        merging = any(hit.id == "from_to" for hit in passage.within(last.sentence, draft.start, "change_verb", "change_noun"))
        falls = draft.value is not None and last.value > draft.value
        rest = word.id == "remain" and is_rest(passage, last, word)
        other = draft.unit is not None and draft.unit.rule == "open" and last.unit_id is not None  # "150 papers divided into 3 themes"
        near = gap < SHORT_REACH and not rest and not other and of_one_sort(last.unit, draft.unit, knowledge)
        merging = merging and may_merge(last.unit, draft.unit, knowledge)
        if falls and (merging or near) and (word.id in ("into", "remain") or (word.id in ("into_if", "onto", "rest") and merging)):
            return back
    return None


def _is_left_of(last: Draft, draft: Draft, knowledge: Knowledge) -> bool:
    """"Of 129 communes 49 remain": what is left is fewer of the same."""
    return last.value is not None and draft.value is not None and last.value > draft.value and of_one_sort(last.unit, draft.unit, knowledge)


def _alike(first: Draft, second: Draft, knowledge: Knowledge) -> bool:
    """Two ends of one change measure in one kind; a missing unit fits any."""
    if first.unit is None or second.unit is None or first.unit.kind is None or second.unit.kind is None:
        return True
    return first.unit.kind == second.unit.kind and (first.unit.kind == "count" or of_one_sort(first.unit, second.unit, knowledge))


def _is_attribute(draft: Draft) -> bool:
    """"Fell to a 12-month low": the time tells what kind of thing was reached."""
    return draft.unit is not None and draft.unit.rule == "glued" and draft.unit.kind == "duration"


def _verb_of_by(passage: Passage, kept: list[Draft], draft: Draft, word: Hit) -> Hit | None:
    """The verb of "rose by 12 million, to 184 million": what was reached stands behind by how much."""
    last = kept[-1] if kept else None
    if last is None or last.sentence != draft.sentence or passage.text[last.stop:word.start] not in _BEHIND:
        return None
    by = word_before(passage, last)
    if last.unit_id == "times" and draft.unit is not None:
        return verb_left(passage, last.start, draft.sentence)  # "rose twofold, to 5 million"
    if by is None or by.id != "by" or last.unit is None or draft.unit is None:
        return None
    counts = draft.unit.kind == last.unit.kind == "count"
    if last.unit.kind not in ("share", "ratio", draft.unit.kind) or (counts and last.unit_id != draft.unit_id):
        return None
    verb = verb_left(passage, by.start, draft.sentence)
    return verb if verb is not None and not _PARTING.search(passage.text, verb.stop, by.start) else None


def _is_added(passage: Passage, last: Draft, draft: Draft, word: Hit) -> bool:
    """"Add 4,400 members to its 568,000": what something is added to is not what was reached."""
    owner = passage.ending(draft.start, "filler")
    own = owner is not None and owner.id == "owner" and owner.start == word.stop + 1
    return own and last.sentence == draft.sentence and last.stop + 1 == word.start and last.unit_id is not None and last.unit_id == draft.unit_id


def _read_to_only(passage: Passage, kept: list[Draft], word: Hit) -> None:
    draft, last, before = kept[-1], kept[-2] if len(kept) > 1 else None, kept[-3] if len(kept) > _TWO else None
    verb = passage.ending(word.start, *VERBS)
    aside = last is not None and before is not None and restates(passage, before, last) and passage.text[last.stop:word.start] == ", "
    at = before.stop if aside and before is not None else word.start
    carried = verb or (near_verb(passage, at, draft.sentence) if word.id == "to" else None)
    if carried is None and word.id == "to" and draft.modifier == "exact":
        carried = passage.starting(word.start, "change_verb")  # "pushed rates up to 2.25 per cent"
    if carried is None and word.id == "to":
        carried = _verb_of_by(passage, kept[:-1], draft, word)
        draft.rules += [] if carried is None else [BEHIND_BY]
    if last is not None and _is_added(passage, last, draft, word):
        return
    if next(iter(passage.within(draft.sentence, draft.start, "condition_word")), None) is not None:
        return  # "where temperatures drop to below 15 degrees": what may be, not what changed
    if carried is not None and carried.id in DIRECTED and draft.unit_id == "times":
        draft.change = Change(carried.id)  # "has risen to twice what it was"
        draft.rules.append("times")
    elif carried is not None and carried.id in (*DIRECTED, "from_to") and draft.value is not None and not _is_attribute(draft):
        draft.change = Change("from_to", None, draft.value)
        draft.start = min(draft.start, word.start)
        draft.rules.append("to_only")
