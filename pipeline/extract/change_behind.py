"""Comparatives and nouns of change behind a figure."""

from __future__ import annotations

import re

from pipeline.extract.draft import Draft
from pipeline.extract.heads import words_of
from pipeline.extract.nominal import is_singular, word_at
from pipeline.knowledge import Room
from pipeline.records import Hit, Passage

_FAR_WORDS = 3
_COMPARED_REACH = 70
_DIMENSIONS = ("length", "duration", "temperature")
_WORD = re.compile(r" [^\W\d_]+(?:-[^\W\d_]+)*")


def told_behind(passage: Passage, draft: Draft, room: Room) -> Hit | None:
    """The comparative or noun of change behind a figure; of a dimension it only compares, and of nothing said "more" only adds."""
    unit = draft.unit
    if room.language.inflection != "suffixes" and passage.starting(draft.stop, "change_after", "change_noun") is None:
        return None
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
        how = word_at(passage, after.start, room) if after is not None and not {"inherited", "bare"}.isdisjoint(draft.rules) else None
        if how is not None and (unit is None or unit.kind == "count") and how.has("adv") and not how.has("num"):
            after = None  # "three were mended and four longer than planned": how they were, not how many more
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
            own = passage.starting(noun.stop, "part_word")  # "12 per cent plan cuts of 10 per cent"
            behind = noun.stop if own is None else own.stop
            return None if passage.text[behind + 1:behind + 2].isdigit() else noun
    return None
