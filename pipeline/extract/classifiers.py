"""Counted nouns of a language with classifiers and without inflection: the noun stands bare behind the figure or behind a classifier."""

from __future__ import annotations

import re

from pipeline.extract.draft import UnitRead
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_WORD = re.compile(r" ([^\W\d_]+)")
_FIGURE = re.compile(" [0-9]")
_PERCENT = re.compile(" ?%")
_NOUNS = ("unit", "noun", "counted")
_NO_NOUN = (
    "change_verb",
    "change_word",
    "bound_before",
    "bound_beside",
    "status_word",
    "cardinal",
    "month",
    "part_word",
    "filler",
    "list_word",
    "day_part",
    "clock",
)


def classified_noun(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The noun that a figure before `at` counts: a wording of the room, the noun behind a classifier, else the one or two words that stand there."""
    share = passage.starting(at, "unit_of_share")
    if share is not None and (sign := _PERCENT.match(passage.text, share.stop)) is not None:
        return UnitRead(share.id, knowledge.units.kind(share.id), passage.text[share.start:sign.end()], share.start, sign.end(), "unit")
    noun = passage.starting(at, *_NOUNS)
    stop = passage.starting(at, "stop_word", "per_adverb")
    if stop is not None and (noun is None or stop.stop > noun.stop):
        return None
    if passage.ending(at, "scale") is not None and (money := passage.starting(at, "unit")) is not None and knowledge.units.kind(money.id) == "money":
        noun = money  # "billions of dong": the word may begin a noun too
    classifier = passage.starting(at, "classifier")
    if classifier is not None and (noun is None or classifier.stop >= noun.stop):
        return _behind(passage, classifier, noun, knowledge)
    if noun is None or (passage.text[noun.start:noun.stop] in words_of(room, "weak_unit") and _goes_on(passage, noun.stop)):
        return _open(passage, at)
    return _of(passage, noun, noun.start, knowledge)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a further word of the same phrase stands behind a noun."""
    word = _WORD.match(passage.text, at)
    return word is not None and word.group(1)[0].islower() and passage.starting(at, "stop_word", "phrase_edge", *_NO_NOUN) is None


def _behind(passage: Passage, classifier: Hit, noun: Hit | None, knowledge: Knowledge) -> UnitRead:
    """The noun behind a classifier where the two are of one sort, else what the classifier itself stands for."""
    behind = passage.starting(classifier.stop, *_NOUNS[1:]) if passage.text[classifier.stop:classifier.stop + 1] == " " else None
    named = behind is not None and passage.ending(behind.stop, "number_mark") is not None and _FIGURE.match(passage.text, behind.stop) is not None
    if behind is not None and not named and _is_of_class(behind, classifier, knowledge):
        return _of(passage, behind, classifier.start, knowledge)
    return _of(passage, noun or classifier, classifier.start, knowledge)


def _is_of_class(noun: Hit, classifier: Hit, knowledge: Knowledge) -> bool:
    unit = knowledge.units.by_id.get(noun.id)
    sort = unit.counts if unit is not None else "thing"
    own = knowledge.units.by_id.get(classifier.id)
    return (sort == "person") == (own is not None and own.counts == "person")


def _of(passage: Passage, hit: Hit, start: int, knowledge: Knowledge) -> UnitRead:
    """A wording as a unit; one without an id keeps its text."""
    known = hit.id in knowledge.units.by_id
    kind = knowledge.units.kind(hit.id) if known else "count"
    return UnitRead(hit.id if known else None, kind, passage.text[start:hit.stop], start, hit.stop, "unit" if hit.kind == "unit" else "noun")


def _open(passage: Passage, at: int) -> UnitRead | None:
    """One or two small words that no room knows and that can be a noun."""
    text = passage.text
    first = _WORD.match(text, at)
    if first is None or len(first.group(1)) == 1 or not first.group(1)[0].islower() or passage.starting(at, *_NO_NOUN) is not None:
        return None
    stop = first.end()
    second = _WORD.match(text, stop)
    if second is not None and second.group(1)[0].islower() and passage.starting(stop, "stop_word", *_NOUNS, *_NO_NOUN) is None:
        stop = second.end()
    return UnitRead(None, "count", text[first.start(1):stop], first.start(1), stop, "open")
