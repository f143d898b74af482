"""What a bare figure counts as the words before it tell, in a language that forms plurals by rule."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.change_words import word_before
from pipeline.extract.counting import number_of
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_NOUN_REACH = 90
_MOST_HOPS = 4
_WORD = re.compile(r" ([^\W\d_]+)")
_SMALL = ("filler", "bound_before", "bound_beside", "change_word", "change_verb", "range_word", "status_word")
_ENDS_OF_CHANGE = ("by", "from", "to")
_MOVING = ("person", "event", "body", "place")
"""Sorts of counted things that rise and fall in number; shares and goods do so in price."""


def told_left(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The noun that the clause before tells of: "the average age was 36", "the number of deaths rose to 12", "visitors may top 3.5 million"."""
    since = max(draft.sentence, draft.start - _NOUN_REACH)
    clause = max(passage.text.rfind(mark, since, draft.start) for mark in ";,(")
    since = max(since, clause + 1)
    counted = number_of(passage, draft, room, knowledge)
    if counted is not None:
        return counted
    cue = next(iter(reversed([*passage.within(since, draft.start, "left_unit")])), None)
    if cue is None:
        at = draft.start
        for _ in range(_MOST_HOPS):
            small = passage.ending(at, *_SMALL)
            if small is None:
                break
            at = small.start
        cue = _plural(passage, at, room) if at < draft.start else None
    cue = cue or _moved_subject(passage, draft, room, knowledge)
    return UnitRead(cue.id, knowledge.units.kind(cue.id), passage.text[cue.start:cue.stop], cue.start, cue.stop, "left") if cue is not None else None


def _plural(passage: Passage, at: int, room: Room) -> Hit | None:
    """The counted noun that ends at an offset, where it is a plural ("visitors may top", but "the bank fell to 120")."""
    noun = passage.ending(at, "noun")
    return noun if noun is not None and room.singular(passage.text[noun.start:noun.stop].rpartition(" ")[2].lower()) is not None else None


def _moved_subject(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> Hit | None:
    """"Deaths from malaria dropped from 896,000": the plural that opens the sentence and moves is what is counted."""
    word = word_before(passage, draft)
    verb = passage.ending(past_fillers(passage, word.start), "change_verb") if word is not None and word.id in _ENDS_OF_CHANGE else None
    noun = passage.starting(draft.sentence, "noun") if verb is not None else None
    if verb is None or noun is None or room.singular(passage.text[noun.start:noun.stop].rpartition(" ")[2].lower()) is None:
        return None
    unit = knowledge.units.by_id.get(noun.id)
    between = passage.text[noun.stop:verb.start]
    preposition = _WORD.match(between)
    plain = not between.strip() or (preposition is not None and preposition.group(1).lower() in words_of(room, "phrase_end"))
    return noun if unit is not None and unit.counts in _MOVING and plain and not set(between) & set(",;:(") else None
