"""Figures that stand alone in a language that forms plurals by rule: whether they count something, and what."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.ages import age_of
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import counted_head, words_of
from pipeline.extract.number import Number
from pipeline.extract.subjects import told_left
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

ALONE = "alone"
"""The rule of a figure that counts something though the text does not say what."""

_BACK_REACH = 260
_LIST_REACH = 60
_SIZE = Decimal(30)
_SMALL_WHOLE = Decimal(10)
LONGEST_LIST = 40
"""Figures of a list that may share the unit behind the last of them."""
_DONE_LEFT = re.compile(r", ([^\W\d_]+) $")
_DONE_REACH = 24
_WORD = re.compile(r" ([^\W\d_]+)")
_CLAUSE = re.compile(r"(?:^|[,;:(\u2013\u2014\"\u201c] ?|\n)$")


def may_stand(passage: Passage, number: Number, room: Room) -> bool:
    """Whether a number in words may count something that is not named beside it: "nine of which", "five were killed", "the other two"."""
    if number.value is None or number.value <= 0:
        return False
    joint = one_in(passage, number.stop, room) if number.value < _SMALL_WHOLE else None
    if joint is not None and (passage.text[joint + 1:joint + 2].isdigit() or passage.starting(joint, "cardinal") is not None):
        return True
    if number.value == 1:
        return _opens_range(passage, number)
    right = passage.starting(number.stop, "right_unit", "pronoun", "part_word", "range_word", "list_word")
    if right is not None and right.kind == "list_word":
        return passage.starting(right.stop, "cardinal") is not None or passage.text[right.stop + 1:right.stop + 2].isdigit()
    if passage.text[number.stop:number.stop + 2] == "- " and passage.starting(number.stop + 1, "list_word", "range_word") is not None:
        return True  # "four- and five-star hotels"
    if right is not None and (right.kind != "part_word" or right.id in ("of", "part", "each")):
        return True
    before = passage.text.rfind(" ", 0, max(number.start - 1, 0))
    if before > 0 and passage.text[before + 1:number.start - 1] in words_of(room, "one_in") and passage.ending(before, "cardinal") is not None:
        return True
    if passage.ending(number.start, "bound_before", "another", "change_word", "change_verb") is not None:
        return True
    subject = _opens(passage, number.start) or passage.ending(number.start, "list_word") is not None
    return subject and _word_at(passage, number.stop) in words_of(room, "auxiliary")


def _opens_range(passage: Passage, number: Number) -> bool:
    """"Between one and two thousand": one is a figure where a word opens a range and another figure closes it."""
    opener, joint = passage.ending(number.start, "range_word"), passage.starting(number.stop, "range_word", "list_word")
    opened = opener is not None and opener.id in ("from", "between") and joint is not None
    return opened and joint is not None and passage.starting(joint.stop, "cardinal") is not None


def one_in(passage: Passage, at: int, room: Room) -> int | None:
    """Where the joint of "one in six" ends, if it begins at `at`."""
    ends = (at + 1 + len(joint) for joint in words_of(room, "one_in") if passage.text.startswith(f" {joint} ", at))
    return max(ends, default=None)


def _word_at(passage: Passage, at: int) -> str:
    word = _WORD.match(passage.text, at)
    return word.group(1).lower() if word is not None else ""


def unit_alone(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """What a figure without a unit counts, from the words behind it, its list, the words before it, and what was counted last."""
    draft = drafts[i]
    next_word = _WORD.match(passage.text, draft.stop)
    if passage.starting(draft.stop, "pronoun") or (next_word is not None and passage.starting(next_word.end(), "pronoun")):
        return _counted_last(passage, drafts, i, room, refers=True)
    unit = _beside(passage, draft, knowledge) or _behind(passage, draft, room, knowledge) or age_of(passage, draft, room, knowledge)
    if unit is not None:
        return unit
    last = drafts[i - 1] if i and drafts[i - 1].sentence == draft.sentence else None
    part = passage.ending(draft.start, "part_word")
    if part is not None and part.id == "part":
        return _counted_last(passage, drafts, i, room, refers=True)
    if passage.text[draft.stop:draft.stop + 2] == "- " and (unit := _of_next(passage, drafts, i)) is not None:
        return unit
    if last is not None and last.unit is not None and _fits(draft, last.unit) and _is_listed(passage, last, draft, room):
        return last.unit.inherited()
    unit = _of_next(passage, drafts, i) or told_left(passage, draft, room, knowledge)
    return unit or _counted_last(passage, drafts, i, room) or _of_size(drafts, i)


def _beside(passage: Passage, draft: Draft, knowledge: Knowledge) -> UnitRead | None:
    """The unit that the word straight before a figure or a range tells ("aged between 18 and 24")."""
    opener = passage.ending(draft.start, "range_word")
    cue = passage.ending(draft.start if opener is None else opener.start, "left_unit")
    if cue is None:
        return None
    return UnitRead(cue.id, knowledge.units.kind(cue.id), passage.text[cue.start:cue.stop], cue.start, cue.stop, "left")


def _behind(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """"Five were killed", "three of his colleagues"."""
    right = passage.starting(draft.stop, "right_unit")
    if right is not None:
        return UnitRead(right.id, knowledge.units.kind(right.id), passage.text[right.start:right.stop], right.start, right.stop, "left")
    part = passage.starting(draft.stop, "part_word")
    if part is None or part.id not in ("of", "part"):
        return None
    head = counted_head(passage, part.stop, room, knowledge)
    return head if head is not None and (head.kind == "count" or draft.value is None or draft.value < 1) else None


def _is_listed(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    """Whether a figure is a further member of the list that the last one stands in: "131 domestic projects and 17 foreign"."""
    at = _past_small(passage, draft.start, last.stop)
    gap = passage.text[last.stop:at]
    if len(gap) > _LIST_REACH:
        return False
    joint = passage.ending(at, "list_word", "range_word", "part_word", "compare_word")
    if joint is not None and joint.kind == "range_word" and joint.id in ("from", "between"):
        return gap.rstrip(" ").endswith(",") or passage.text[last.stop:joint.start].rstrip(" ").endswith(",")
    if joint is not None and joint.kind == "part_word" and last.unit is not None and last.unit.rule == "glued":
        return False  # "a 12-month low of 45.6"
    signed = last.unit is not None and last.unit.rule == "sign" and last.unit.kind == "money"
    if signed and (joint is None or joint.kind == "list_word" or joint.start < last.stop):
        return False  # a sum says its sign again
    if joint is not None and joint.kind == "range_word" and last.unit is not None and last.unit.kind in ("share", "ratio"):
        return (opener := passage.ending(last.start, "range_word", "change_word")) is not None and opener.id != "or"  # "9 points, or 5%, to 120"
    if joint is None or joint.start < last.stop:
        return gap.rstrip(" ").endswith((",", ";", ":", "(", "/")) and not passage.text[draft.stop:draft.stop + 1].isalpha()
    return joint.kind == "compare_word" or words_of(room, "auxiliary").isdisjoint(passage.text[last.stop:joint.start].split(" "))


def _of_next(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    """The unit that is said once behind the last figure of a list: "10, 15 and 20 days"."""
    for k in range(i, min(len(drafts) - 1, i + LONGEST_LIST)):
        draft, following = drafts[k], drafts[k + 1]
        at = _past_small(passage, following.start, draft.stop)
        joint = passage.ending(at, "list_word", "range_word")
        gap = passage.text[draft.stop:at if joint is None else joint.start]
        if gap.strip(" ") == "," and joint is not None and (not k or passage.text[drafts[k - 1].stop:draft.start] != ", "):
            return None  # a clause goes on behind a comma and a joint; in a list there were commas before
        if joint is None and not gap.strip(" "):
            return None  # "to around 10,000 just 11 days later"
        if following.sentence != draft.sentence or gap.strip(" ").replace("-,", ",") not in ("", ",", "/", "-", "\u2013", "x", "\u00d7"):
            return None
        unit = following.unit
        if unit is not None:
            aside = unit.kind == "share" and joint is None and at != following.start  # "to 45, equivalent to 2.1 per cent"
            return unit.inherited() if not aside and all(_fits(one, unit) for one in drafts[i:k + 1]) else None
    return None


def _past_small(passage: Passage, at: int, since: int) -> int:
    """Where the fillers and bounds before a figure begin."""
    while (small := passage.ending(at, "filler", "bound_before", "bound_beside")) is not None and small.start >= since:
        at = small.start
    return at


def _fits(draft: Draft, unit: UnitRead) -> bool:
    """Thousands and millions are never the per cent or degrees that were said before."""
    part = unit.rule == "fraction" and draft.value is not None and draft.value > 1  # "by a third, to just under 9,000"
    return not part and (draft.number.scale == 1 or unit.kind not in ("share", "temperature", "ratio"))


def _counted_last(passage: Passage, drafts: list[Draft], i: int, room: Room, *, refers: bool = False) -> UnitRead | None:
    """What was counted last, where the figure is a part of it: "of the 148 projects, 62 are in industry", "12 banks ... and three others"."""
    draft = drafts[i]
    pronoun = passage.starting(draft.stop, "part_word")
    refers = refers or (pronoun is not None and pronoun.id == "part")
    joined = _opens(passage, draft.start) or passage.ending(draft.start, "list_word", "another") is not None
    moved = passage.ending(draft.start, "change_verb")
    if moved is not None and passage.text[moved.start - 2:moved.start] == ", " and i and drafts[i - 1].sentence == draft.sentence:
        refers = True  # "94 communes, up 3 on last year"
    last = drafts[i - 1] if i and drafts[i - 1].sentence == draft.sentence else None
    done = _DONE_LEFT.search(passage.text, max(draft.sentence, draft.start - _DONE_REACH), draft.start)
    known = last is not None and last.unit is not None and last.unit.kind == "count" and last.value is not None and last.value >= (draft.value or 0)
    ends = _word_at(passage, draft.stop) in {"", *words_of(room, "phrase_end")}
    if known and ends and done is not None and done.group(1).endswith(tuple(words_of(room, "past_ending"))):
        refers = True  # "received 560 letters, answered 545"
    listed = joined and last is not None and last.unit is not None and last.unit.rule == "inherited"
    refers = refers or (listed and _ends_in_past(passage, draft, room))
    if not refers and not (joined and _word_at(passage, draft.stop) in words_of(room, "auxiliary") | words_of(room, "preposition")):
        return None
    for last in (drafts[k] for k in range(i - 1, -1, -1)):
        if draft.start - last.stop > _BACK_REACH:
            break
        if last.unit is None or last.unit.kind != "count":
            continue
        if refers or last.value is None or last.value > (draft.value or 0) or last.unit.rule == "inherited":
            return last.unit.inherited()
    return None


def _ends_in_past(passage: Passage, draft: Draft, room: Room) -> bool:
    """Whether nothing but what was done with them stands behind a figure ("of which 1,100 were newly built and 145 | repaired")."""
    word = _WORD.match(passage.text, draft.stop)
    if word is None or passage.text[word.end():word.end() + 1] not in ("", ".", ",", ";", ")", "\n"):
        return False
    small = word.group(1).lower()
    return small in words_of(room, "past_word") or small.endswith(tuple(words_of(room, "past_ending")))


def _of_size(drafts: list[Draft], i: int) -> UnitRead | None:
    """A large figure of nothing is of what its sentence counted in such sizes ("designed for 10 million passengers, it had 13.5 million")."""
    draft = drafts[i]
    for last in (drafts[k] for k in range(i - 1, -1, -1)):
        if last.sentence != draft.sentence or draft.number.scale == 1 or draft.value is None:
            return None
        if last.unit is not None and last.unit.kind == "count" and last.value and draft.value / _SIZE < last.value < draft.value * _SIZE:
            return last.unit.inherited()
    return None


def _opens(passage: Passage, at: int) -> bool:
    """Whether a clause begins at `at`."""
    return passage.sentence_at(at).start == at or _CLAUSE.search(passage.text, max(0, at - 3), at) is not None
