"""The verbs, nouns and small words of change beside a figure."""

from __future__ import annotations

import re

from pipeline.extract.draft import Draft
from pipeline.extract.heads import words_of
from pipeline.knowledge import Room
from pipeline.records import Hit, Passage

DIRECTED = ("increase_by", "decrease_by")
VERBS = ("change_verb", "change_verb_by")
CHANGES = (*VERBS, "change_noun")
SHORT_REACH = 40
_HELPERS = 3
_PARTING = re.compile(r"[;:(]|,(?![0-9])")


def word_before(passage: Passage, draft: Draft) -> Hit | None:
    """The small word of change before a draft and its modifier, fillers passed over."""
    at = draft.start
    for _ in range(3):
        hit = passage.ending(at, "change_word", "filler", "range_word", "not_change")
        if hit is None or hit.kind in ("change_word", "not_change"):
            return hit if hit is not None and hit.kind == "change_word" else None
        small = passage.ending(at, "change_word")
        if small is not None and small.start == hit.start:
            return small
        at = hit.start
    return None


def near_verb(passage: Passage, at: int, sentence: int) -> Hit | None:
    """A directed verb or noun of change in the same clause, close before `at`."""
    verb = verb_left(passage, at, max(sentence, at - 60))
    return verb if verb is not None and not _PARTING.search(passage.text, verb.stop, at) else None


def verb_left(passage: Passage, at: int, since: int) -> Hit | None:
    """The nearest verb or noun of change between `since` and `at` that has a direction."""
    found = None
    blocked = since
    for hit in passage.within(since, at, "not_change", *CHANGES):
        if hit.kind == "not_change":
            blocked = hit.stop
        elif hit.start >= blocked and hit.id in DIRECTED and (found is None or hit.start > found.start) and not _bounds(passage, hit):
            found = hit
    return found


def _bounds(passage: Passage, hit: Hit) -> bool:
    """Whether a word of change is but the opening of a bound ("lasts up to 29 hours")."""
    bound = passage.starting(hit.start, "bound_before")
    return bound is not None and bound.stop > hit.stop and bound.id == "at_most"


def verb_right(passage: Passage, draft: Draft) -> Hit | None:
    """The directed verb of change close behind a figure, in its clause."""
    reach = min(draft.stop + SHORT_REACH, draft.sentence_stop)
    moves = (hit for hit in passage.within(draft.stop, reach, *CHANGES) if hit.id in DIRECTED)
    verb = next((hit for hit in moves if passage.starting(hit.start, "not_change") is None), None)
    return verb if verb is not None and not set(passage.text[draft.stop:verb.start]) & set(",;:(") else None


def is_moved(passage: Passage, subject: Draft, end: Draft, word: Hit, room: Room) -> bool:
    """"20 communes were reduced to 9": what was counted is the subject of the verb of change before its other end."""
    verb = passage.ending(word.start, *VERBS) if word.id == "to" and room.language.inflection == "suffixes" else None
    if verb is None or subject.unit is None or subject.value is None or end.value is None or subject.sentence != end.sentence:
        return False
    between = passage.text[subject.stop:verb.start]
    helpers = between.lower().split()
    known = words_of(room, "auxiliary") | words_of(room, "phrase_end")
    plain = len(helpers) <= _HELPERS and all(helper in known for helper in helpers) and not set(between) & set(",;:()")
    same = end.unit is None or end.unit_id == subject.unit_id
    rises = end.value > subject.value
    agrees = verb.id == "from_to" or (verb.id in DIRECTED and (verb.id == "increase_by") is rises and end.value != subject.value)
    return plain and same and agrees and subject.change.kind == "none" and subject.unit.kind == "count"
