"""Parts of wholes: "50/53 delegates", "12 of 22", "1/3 of the area"; rates per a round number."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.extract.nominal import word_ahead
from pipeline.extract.numeral_stack import ONE, lowest_power
from pipeline.extract.standing import one_in
from pipeline.knowledge import Room
from pipeline.records import Passage

_OWNER = re.compile(r"(?:[^\W\d_][\w.&'\u2019-]* ?){1,5}")
_MEASURES = ("duration", "length", "mass", "volume", "area")
_SLASH = ("/", " / ")
_FRACTION = Decimal(10)
_COMMON_FRACTION = Decimal(4)
_EVERY = "in_every"
_WHOLE_REACH = 60
_BROKEN = re.compile(r"[0-9;:()]|,.*,")
_ROUND = Decimal(100)
_REST = "rest"
_TOLD = ("praet", "imps", "fin", "bedzie")
"""SGJP's tags of verbs that tell what is, was or will be."""


def join_parts(passage: Passage, drafts: list[Draft], room: Room) -> list[Draft]:
    """"50/53 delegates", "12 of 22": one draft with the whole in `of`; a small fraction of nothing counted is a ratio."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and last.per is None and _is_per(passage, last, draft):
            last.per, last.stop = _many_of(draft), draft.stop
        elif last is not None and _is_one_in(passage, last, draft, room):
            last.of, last.unit, last.stop, last.figure_stop = draft.value, draft.unit, draft.stop, draft.figure_stop
            last.rules.append("one_in")
        elif last is not None and _is_part(passage, last, draft, room):
            _join(passage, last, draft, room)
        else:
            joined.append(draft)
    return joined


def _many_of(draft: Draft) -> str:
    """What a rate is per: the unit, with a number before it where it is per more than one ("10000 person")."""
    name = draft.unit_id or (draft.unit.text if draft.unit else "")
    return name if draft.value in (None, ONE) else f"{draft.value:f} {name}"


def join_wholes_ahead(passage: Passage, drafts: list[Draft], room: Room) -> list[Draft]:
    """"Of 170 tasks, 160 were done": where a sentence opens with the whole, the next figure of it is what it is of.

    Without a dictionary only "of every 100 children, 15": a whole that is told first may be a claim of its own.
    """
    if not passage.holds("part_word"):
        return drafts
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and _is_whole_ahead(passage, last, draft, room):
            draft.of, draft.unit = last.value, last.unit if _is_carried(draft) else draft.unit
            draft.rules.append("whole_ahead")
            joined.pop()
        joined.append(draft)
    return joined


def _is_whole_ahead(passage: Passage, whole: Draft, part: Draft, room: Room) -> bool:
    word = passage.ending(past_fillers(passage, whole.start), "part_word")
    opens = word is not None and (word.id == _EVERY or (word.id == "of" and room.has_dictionary))
    if word is None or not opens or passage.text[whole.sentence:word.start].strip() or part.sentence != whole.sentence:
        return False
    if whole.value is None or part.value is None or part.value > whole.value or whole.of is not None or part.of is not None:
        return False
    if whole.unit is None or whole.unit.kind != "count" or not (_is_carried(part) or part.unit_id == whole.unit_id):
        return False
    gap = passage.text[whole.stop:part.start]
    if len(gap) > _WHOLE_REACH or _BROKEN.search(gap) or (part.unit is None and gap != " " and not _is_behind_verb(passage, part, room)):
        return False
    between = passage.within(whole.stop, part.start, "change_word", "range_word", "list_word")
    return all(passage.starting(hit.start, "stop_word") is not None and hit.kind == "change_word" and hit.id != _REST for hit in between)


def _is_carried(part: Draft) -> bool:
    """Whether nothing behind a figure says what it counts."""
    return part.unit is None or (part.unit.kind == "count" and part.unit.stop <= part.number.start)


def _is_behind_verb(passage: Passage, part: Draft, room: Room) -> bool:
    word = word_ahead(passage, part, room)
    return word is not None and word.has(*_TOLD)


def _is_part(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    if last.sentence != draft.sentence or last.value is None or draft.value is None or last.value > draft.value or last.of is not None:
        return False
    if passage.text[last.stop:draft.start] in _SLASH:
        return last.unit is None or last.unit.rule == "rank" or last.unit_id == draft.unit_id is not None
    word = passage.starting(last.stop, "part_word")
    same = last.unit_id == draft.unit_id and (last.unit_id is not None or _is_one_noun(last, draft))
    alike = last.unit is None or last.unit.rule == "rank" or same
    if word is None or word.id != "of" or not alike:
        return False
    if not _is_owner(passage.text[word.stop:_past_fillers(passage, draft.start, word.stop)].strip(" "), room):
        return False
    moved = passage.ending(last.start, "change_word")
    was = passage.ending(draft.start, "change_word")
    if moved is not None and moved.id == "to" and was is not None and was.id == "from" and was.start == word.start:
        return False  # "fell to 4.5 from 5"
    return not (moved is not None and moved.id == "from" and passage.starting(last.stop, "change_word"))


def _is_one_noun(first: Draft, second: Draft) -> bool:
    """Whether two things without an id are told by one noun ("four lines of five boxes" are of two)."""
    return first.unit is None or second.unit is None or first.unit.text == second.unit.text


def _is_owner(between: str, room: Room) -> bool:
    """Nothing, or whose the whole is ("eleven of the city's 94 communes")."""
    return not between or (_OWNER.fullmatch(between) is not None and between.endswith(tuple(words_of(room, "possessive")) or ("\n",)))


def _is_one_in(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    """"One in six", "two in every five teenagers": a small number of a small whole."""
    joint = one_in(passage, last.stop, room)
    if joint is None or passage.text[joint:draft.start].strip() or last.unit is not None or last.number.scale != ONE:
        return False
    small = last.value is not None and draft.value is not None and last.value < draft.value <= _ROUND
    return small and (draft.unit is None or draft.unit.kind == "count")


def _past_fillers(passage: Passage, at: int, since: int) -> int:
    while (filler := passage.ending(at, "filler")) is not None and filler.stop > since:
        at = max(filler.start, since)
    return at


def _join(passage: Passage, last: Draft, draft: Draft, room: Room) -> None:
    ratio = _is_fraction(passage, last, draft, room)
    if last.value is not None and draft.value is not None:
        rate = passage.starting(last.stop, "per_word") is not None  # "12.5 to every 100 thousand": no part in the same scale
        if ratio and draft.number.power > ONE:
            draft.value /= draft.number.power
            last.value *= draft.number.power  # "1/2 million"
        elif not rate and last.number.scale == ONE and draft.number.scale > ONE and last.value * draft.number.scale <= draft.value:
            last.value *= draft.number.scale  # the scale word is said once, behind both
        last.value, last.of = (last.value / draft.value, None) if ratio else (last.value, draft.value)
    scaled = ratio and draft.number.power > ONE
    measured = ratio and draft.unit is not None and draft.unit.kind in _MEASURES
    stop = draft.number.stop if ratio and not (measured or scaled) else draft.stop
    if measured or scaled:
        last.unit = draft.unit  # "3/4 hour", "1/2 million people"
    elif ratio:
        last.unit = UnitRead("ratio", "ratio", passage.text[last.number.start:stop], last.number.start, stop, "fraction")
    elif last.unit is None or last.unit.rule != "rank":
        last.unit = draft.unit or last.unit
    last.stop, last.figure_stop = stop, draft.figure_stop
    last.rules.append("part_of_whole")


def _is_fraction(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    """Figures below ten with a slash and nothing counted behind them, or, where nouns inflect, halves, thirds and quarters of what is counted."""
    if passage.text[last.stop:draft.start] not in _SLASH or last.value is None or draft.value is None:
        return False
    if draft.number.power > ONE and draft.number.raw and draft.number.words:
        below = draft.value / draft.number.power
        return last.unit is None and last.number.power == ONE and last.value < below <= _FRACTION and (last.value == 1 or below - last.value == 1)
    plain = draft.unit is None or draft.unit.rule == "open" or draft.unit.kind in _MEASURES
    common = room.has_dictionary and draft.value <= _COMMON_FRACTION and (last.value == 1 or draft.value - last.value == 1)
    return (plain or common) and last.unit is None and last.value < draft.value <= _FRACTION


def _is_per(passage: Passage, last: Draft, draft: Draft) -> bool:
    """"26,380 VND for 1 USD", "9.8 doctors per 10,000 people": the second figure only says per how many."""
    word = passage.starting(last.stop, "per_word")
    slash = passage.text[last.stop:draft.start] in _SLASH  # "10.8 doctors/10,000 people"
    if last.unit is None or draft.unit is None or draft.value is None or (word is None and not slash):
        return False
    if slash and (last.unit.start >= draft.start or last.unit.text == draft.unit.text):
        return False
    if word is not None and passage.text[word.stop:draft.start].strip():
        return False
    if word is not None and word.stop > draft.start and last.unit.kind == draft.unit.kind == "count":
        return False  # "2 died 1 missing"
    return draft.value == ONE or (draft.value >= _ROUND and draft.value == lowest_power(draft.value))
