"""Years of age that a bare figure tells: behind a name, a verb of being or becoming, or bounded behind persons."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_OLDEST = Decimal(110)
_NAME_LEFT = re.compile(r"(?:[^\W\d_a-z][\w'\u2019.-]*|[^\W\d_]{2,}), $")
_RIGHT = re.compile(r",|\)| ?\u2013| - |\.(?:\s|$)|;")
_TWO_WORDS = re.compile(r"(?:^|[^\w])((?:[^\W\d_]+ )?([^\W\d_]+(?:['\u2019][^\W\d_]+)?)) $")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_SHARE_LEFT = re.compile(r"% ([^\W\d_]+) ([^\W\d_]+) $")
_REACH = 40
_YEAR, _PERCENT = "year", "percent"


def age_of(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """Years: "Mr Brown, 57,", "she turns 70", "who is 31, said", "children under 12"; None where the figure tells no age."""
    if draft.value is None or not 0 < draft.value < _OLDEST or draft.value != draft.value.to_integral_value():
        return None
    if not (_is_named(passage, draft) or _is_told(passage, draft, room) or _is_of_people(passage, draft.start, room, knowledge)):
        return None
    return UnitRead(_YEAR, knowledge.units.kind(_YEAR), "", draft.number.stop, draft.number.stop, "left")


def _is_named(passage: Passage, draft: Draft) -> bool:
    text, start = passage.text, draft.start
    left = _NAME_LEFT.search(text, max(draft.sentence, start - _REACH), start)
    return left is not None and _RIGHT.match(text, draft.stop) is not None and (not left.group()[0].islower() or text[draft.stop] == ",")


def _is_told(passage: Passage, draft: Draft, room: Room) -> bool:
    """"She turned 40 last year", "who is 31,": a verb of becoming so old, or one of being with a person before it, at the end of its clause."""
    left = _TWO_WORDS.search(passage.text, max(draft.sentence - 1, draft.start - _REACH), draft.start)
    if left is None or draft.modifier != "exact":
        return False
    verbs = room.words("age_verb")
    if left.group(2).lower() in verbs.get("become", ()):
        return True
    if not {group.lower().replace("\u2019", "'") for group in left.groups()} & set(verbs.get("be", ())):
        return False
    word = _NEXT_WORD.match(passage.text, draft.stop)
    return _RIGHT.match(passage.text, draft.stop) is not None or (word is not None and word.group(1).lower() in verbs.get("then", ()))


def _is_of_people(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> bool:
    share = _SHARE_LEFT.search(passage.text, max(0, at - _REACH), at)
    if share is not None and share.group(1).lower() in words_of(room, "auxiliary") and share.group(2).lower() in words_of(room, "age_bound"):
        return True  # "12% are under 40"
    before = _whose_age(passage, at, room)
    if before is None or before.kind == "age_of":
        return before is not None
    if before.kind == "unit":
        return before.id == _PERCENT  # "12 per cent are under 40"
    counted = passage.ending(before.start, "change_word")
    if counted is not None and counted.id == "number_of":
        return False  # "the number of staff from 45 to 38"
    unit = knowledge.units.by_id.get(before.id)
    return unit is not None and unit.counts == "person"


def _whose_age(passage: Passage, at: int, room: Room) -> Hit | None:
    """The persons before a bound of age and a verb of being."""
    bound = passage.ending(at, "bound_before", "range_word", "left_unit")
    if bound is None or passage.text[bound.start:bound.stop].lower() not in words_of(room, "age_bound"):
        return None
    left = passage.text.rfind(" ", 0, max(bound.start - 1, 0))
    verb = left > 0 and passage.text[left + 1:bound.start - 1] in words_of(room, "auxiliary")
    whose = passage.ending(left if verb else bound.start, "noun", "age_of")
    return whose or (passage.ending(left, "unit") if verb else None)
