"""Rates: so much a thing, a person or a span of time."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.nominal import word_ahead, word_at
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_CLAUSE = 60
"""Characters of a clause from "each" to its figure."""
_CLAUSE_MARK = re.compile(r"[,;:().0-9]")
_OPENERS = ("", ",", ";", ":")
_STUFFS = ("mass", "area", "volume")
_STUFF = re.compile(r" [^\W\d_]+( [^\W\d_]+)?")
_OF_STUFF = frozenset({"mass", "volume", "energy", "area"})
_SLASHED_STUFF = re.compile(r"(?: [^\W\d_]+){1,4}/(?=[^\W\d_])")
_STUFF_REACH = 40
_PLAIN_STUFF = re.compile(r"(?: [^\W\d_]+){1,4}")
_END = re.compile(r"\s*(?:[,.;:)]|\Z)")
_HEADS = frozenset({"person", "household", "worker", "pupil", "student", "teacher", "patient", "passenger"})


def _each_before(passage: Passage, draft: Draft, knowledge: Knowledge) -> str | None:
    """The counted noun that is given so much each, said before the figure ("each district has 2 projects"); in such an order it says so itself."""
    noun = passage.ending(past_fillers(passage, draft.start), "noun")
    word = passage.ending(noun.start, "part_word") if noun is not None else None
    distributive = noun is not None and word is not None and word.id == "each" and knowledge.units.kind(noun.id) == "count"
    return noun.id if noun is not None and distributive else None


def each_ahead(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> str | None:
    """The counted noun with "each" that is the subject of the verb before a figure ("each commune received 3 billion")."""
    word = word_ahead(passage, draft, room)
    if word is None or not word.has("praet", "fin", "bedzie"):
        return None
    noun = passage.ending(word.start, "noun", "unit")
    if noun is None:
        return None
    per = passage.ending(noun.start, "per_word") if passage.starting(word.start, "level_verb") is not None else None
    if per is not None and noun.id in _HEADS and not passage.text[draft.sentence:per.start].strip():
        return noun.id  # "on one inhabitant fall 312 kg"
    each = passage.ending(noun.start, "part_word")
    return noun.id if each is not None and each.id == "each" and knowledge.units.kind(noun.id) == "count" else None


def each_opening(passage: Passage, draft: Draft, knowledge: Knowledge) -> str | None:
    """The counted noun or span of time with "each" that opens the clause of a figure ("each household received 60 million")."""
    # a warrant of five years that each unit has, a share that each has: no rates
    attribute = draft.unit is None or draft.unit.rule == "glued" or draft.unit.kind in ("share", "ratio", "temperature")
    if attribute or not passage.holds("part_word"):
        return None
    since = max(draft.sentence, draft.start - _CLAUSE)
    each = next((hit for hit in passage.within(since, draft.start, "part_word") if hit.id == "each"), None)
    if each is None or passage.text[draft.sentence:each.start].rstrip(" ")[-1:] not in _OPENERS:
        return None
    noun = passage.starting(each.stop, "noun", "unit") or passage.ending(each.stop, "noun", "unit")
    if noun is None or noun.start <= each.start or noun.stop > draft.start or _CLAUSE_MARK.search(passage.text, noun.stop, draft.start) is not None:
        return None
    return noun.id if knowledge.units.kind(noun.id) in ("count", "duration") and noun.id != draft.unit_id else None


def told_apart(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> str | None:
    """A rate that is told apart from its figure: "30 tonnes | of coal a year" with a genitive between, "yearly about 9 MWh" with its adverb ahead."""
    before = passage.ending(past_fillers(passage, draft.start), "per_adverb", "range_word")
    if before is not None and before.kind == "range_word":
        before = passage.ending(before.start, "per_adverb")
    if before is not None:
        return before.id
    stuff = word_at(passage, draft.stop, room)
    if stuff is None or not any("gen" in reading.cases for reading in stuff.readings) or draft.unit is None or draft.unit.kind == "duration":
        return None
    word = passage.starting(stuff.stop, "per_word", "per_adverb")
    if word is None or word.kind == "per_adverb" or word.id == "each":
        return word.id if word is not None and word.kind == "per_adverb" and passage.starting(stuff.stop, "relative_time") is None else None
    hit = passage.starting(word.stop, "unit")
    return hit.id if hit is not None and knowledge.units.kind(hit.id) == "area" and draft.unit.kind in _OF_STUFF else None


def _is_mean(passage: Passage, draft: Draft) -> bool:
    """"On average 65 persons a commune": what is told on average of a thing is a rate."""
    filler = passage.ending(draft.start, "filler")
    return filler is not None and filler.id == "mean"


def read_rate(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    """The unit of a rate ("dong/ha", "per year"); a rate that is a unit of its own ("60 kilometres an hour") is that unit."""
    _read_per(passage, draft, knowledge)
    unit = draft.unit
    rate = knowledge.units.rates.get((unit.unit, draft.per)) if unit is not None and unit.unit is not None and draft.per is not None else None
    if unit is not None and rate is not None:
        said = passage.text[unit.start:draft.stop]
        draft.unit, draft.per = UnitRead(rate, knowledge.units.kind(rate), said, unit.start, draft.stop, unit.rule), None


def _given_to(passage: Passage, draft: Draft, knowledge: Knowledge) -> Hit | None:
    """The measure that a sum is added to, where it stands without a figure of its own ("100 zlotys to a tonne")."""
    word = passage.starting(draft.stop, "change_word")
    measure = passage.starting(word.stop, "unit") if word is not None and word.id == "to" else None
    return measure if measure is not None and knowledge.units.kind(measure.id) in _STUFFS else None


def _read_per_of(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    """"234 billion tonnes of ice per year": the stuff that is measured stands before the rate, which is one of time."""
    part = passage.starting(draft.stop, "part_word")
    stuff = _STUFF.match(passage.text, part.stop) if part is not None and part.id == "of" else None
    for stop in (stuff.end(), stuff.start(1)) if stuff is not None else ():
        word = passage.starting(stop, "per_word", "per_adverb") if stop > 0 else None
        hit = passage.starting(word.stop, "unit") if word is not None and word.kind == "per_word" else word
        if hit is not None and knowledge.units.kind(hit.id) == "duration":
            draft.per = hit.id
            return


def _behind_stuff(passage: Passage, draft: Draft, knowledge: Knowledge) -> str | None:
    """"50,000 tonnes powdered milk/year", "300 tonnes waste each day": what is measured, or counted in a span of time, stands before its rate."""
    if draft.unit is None or draft.unit.unit is None or draft.unit.kind == "duration":
        return None
    stuff = _SLASHED_STUFF.match(passage.text, draft.stop)
    if stuff is None:
        return _each_behind(passage, draft, knowledge) if draft.unit.kind in _OF_STUFF else None
    hit = passage.starting(stuff.end(), "unit", "noun") or passage.starting(stuff.end(), "per_noun")
    timed = hit is not None and knowledge.units.kind(hit.id) == "duration"
    return hit.id if hit is not None and (timed or hit.id in _HEADS or (draft.unit.kind in _OF_STUFF and hit.kind == "unit")) else None


def _each_behind(passage: Passage, draft: Draft, knowledge: Knowledge) -> str | None:
    """The span of time with "each" that ends the clause behind the few words for what is measured."""
    each = next(iter(passage.within(draft.stop, min(draft.stop + _STUFF_REACH, draft.sentence_stop), "per_word")), None)
    span = passage.starting(each.stop, "unit") if each is not None and each.id == "each" else None
    if each is None or span is None or knowledge.units.kind(span.id) != "duration" or _END.match(passage.text, span.stop) is None:
        return None
    return span.id if _PLAIN_STUFF.fullmatch(passage.text, draft.stop, each.start - 1) is not None else None


def _is_of_next(passage: Passage, word: Hit, hit: Hit, counted_id: str, knowledge: Knowledge) -> bool:
    """"3 awards, each award worth 2 million", "2 boys 1 girl": what stands behind the rate is the figure that it belongs to, or is one itself."""
    one = passage.text[word.start:word.stop].isdigit() or passage.starting(word.start, "cardinal") is not None
    if one and knowledge.units.kind(hit.id) == "count":
        per, counted = (knowledge.units.by_id.get(name) for name in (hit.id, counted_id))
        grouped = per is not None and counted is not None and counted.counts == "person" and per.counts in ("body", "place")
        return not grouped  # "5 persons one group"
    filler = passage.starting(hit.stop, "filler")
    at = hit.stop if filler is None else filler.stop
    return passage.text[at + 1:at + 2].isdigit()


def _scaled(passage: Passage, start: int) -> tuple[str, int] | None:
    """"33 beds/ten thousand inhabitants": a scale word with what is counted in it."""
    scale = passage.starting(start, "scale")
    noun = passage.starting(scale.stop, "noun") if scale is not None else None
    return (f"{scale.id} {noun.id}", noun.stop) if scale is not None and noun is not None else None


def _read_slashes(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    """What stands behind a slash, and behind further ones."""
    text = passage.text
    while text[draft.stop:draft.stop + 1] == "/" and not text[draft.stop + 1:draft.stop + 2].isdigit():
        sign = knowledge.units.symbol_per.match(text, draft.stop + 1)
        hit = passage.starting(draft.stop + 1, "unit", "noun") or passage.starting(draft.stop + 1, "per_noun")
        scaled = _scaled(passage, draft.stop + 1) if hit is None and draft.per is None else None
        if scaled is not None:
            draft.per, draft.stop = scaled
            break
        if hit is None and sign is None:
            break
        draft.per = draft.per or (hit.id if hit else knowledge.units.per[sign.group(1)] if sign else None)
        draft.stop = hit.stop if hit else sign.end() if sign else draft.stop


def _read_per(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    text = passage.text
    _read_slashes(passage, draft, knowledge)
    if draft.per is not None or draft.unit is None or draft.unit.rule == "glued":
        return
    if (each := _each_before(passage, draft, knowledge) or _behind_stuff(passage, draft, knowledge)) is not None:
        draft.per = each
        return
    if draft.unit.kind == "money" and (stuff := _given_to(passage, draft, knowledge)) is not None:
        draft.per, draft.stop = stuff.id, stuff.stop
        return
    word = passage.starting(draft.stop, "per_word", "per_adverb")
    if word is not None and passage.starting(draft.stop, "relative_time") is not None:
        return  # "18 billion a year earlier"
    if word is None and draft.unit.kind in _OF_STUFF:
        _read_per_of(passage, draft, knowledge)
    if word is not None and word.kind == "per_adverb":
        draft.per = word.id
    elif word is not None:
        hit = passage.starting(word.stop, "unit", "noun")
        if hit is not None and word.id == "each" and draft.unit.kind == "count" and _is_of_next(passage, word, hit, draft.unit.unit or "", knowledge):
            return
        ago = passage.starting(hit.stop, "distance_word") if hit is not None else None
        if ago is not None and ago.id == "ago":
            return  # "18 dollars a week earlier"
        sign = knowledge.units.symbol_per.match(text, word.stop + 1) if hit is None and text[word.stop:word.stop + 1] == " " else None
        if sign is not None and len(sign.group(1)) > 1 and text[word.stop + 1].isalpha():
            draft.per, draft.stop = knowledge.units.per[sign.group(1)], sign.end()
            return
        parted = draft.unit.kind == "count" and draft.value is not None and draft.value % 1 != 0  # no half of a thing is counted
        shared = word.id == "each" or parted or (hit is not None and draft.unit.kind == "money" and hit.id in _HEADS)
        if hit is not None and (shared or knowledge.units.kind(hit.id) != "count" or _is_mean(passage, draft)):
            draft.per, draft.stop = hit.id, hit.stop
