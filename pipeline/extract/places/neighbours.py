"""What the words beside a name make of it: a person, a newspaper, a part of a longer name."""

from __future__ import annotations

import re

from pipeline.extract.places.mention import Mention
from pipeline.extract.places.words import (
    PERSON_SYLLABLES,
    Word,
    Words,
    begins_person,
    is_family,
    is_vietnamese,
    longest,
    opens,
    run_from,
    word_after,
    word_before,
    words_behind,
)
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_OTHER_BODIES = frozenset({"company", "bank", "hospital", "school", "institute", "newspaper", "fund", "association", "cooperative", "clinic", "club"})
_OFFICES = frozenset({"department", "ministry", "ministry_department", "division", "centre", "committee", "delegation"})
_DIRECT = frozenset({"nom", "acc", "voc"})
_FUNCTION = frozenset({"adv", "conj", "comp", "part", "qub", "prep", "interj", "pred", "fin", "praet", "impt", "ppron12", "ppron3", "siebie"})
"""Parts of speech of words that open a sentence without being a part of the name behind them."""
_ACRONYM = 16
_NAME = 48
"""Characters that the name of a company may have before the place in it."""
_CREDIT = 4
_BREAK = re.compile(r"[^\w .&'-]|_|\. ")
_POSSESSIVES = ("'s", "\u2019s")
_CURRENCY = "$\u20ac\u00a3"


def refusal(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge, words: Words) -> str | None:
    """Why a name is no place: its neighbours make it a part of another name, or another thing."""
    passage, text = mention.passage, mention.passage.text
    if passage.sentence_at(mention.start).block == "furniture":
        return "furniture"
    if mention.stop < len(text) and text[mention.stop] in _CURRENCY:
        return "currency"
    if room.has_dictionary and text[mention.stop:mention.stop + 1] in ("'", "\u2019"):
        return "person"  # only the foreign names of persons take their ending behind an apostrophe
    before = mention.before
    led = longest(before, words.leads)
    if longest(before, words.never_before) > led or longest(words_behind(passage, mention.stop), words.never_after):
        return "other_name"
    if longest(before, words.persons) > led or _credited(mention):
        return "person"
    if mention.wide and longest(before, words.bodies):
        return "in_a_name"
    body = passage.ending(mention.start, "body_head")
    if body is not None and body.entry.id in _OTHER_BODIES and text[body.start].isupper():
        return "in_a_name"
    if not led and _in_body(mention):
        return "in_a_name"
    left = None if led or passage.ending(mention.start, "office") is not None else _glued_left(mention, hit, room, knowledge)
    return left or _glued_right(mention, hit, room, knowledge, led=bool(led))


def _in_body(mention: Mention) -> bool:
    """True where the head of a company, a school or the like stands before a name with nothing but words between."""
    passage = mention.passage
    start = max(0, mention.start - _NAME)
    heads = [hit for hit in passage.within(start, mention.start, "body_head") if hit.entry.id in _OTHER_BODIES and " " in hit.entry.wording]
    return bool(heads) and _BREAK.search(passage.text, heads[-1].stop, mention.start) is None


def _credited(mention: Mention) -> bool:
    """True where the word of a photo credit stands before a name: "(Photo: X)"."""
    text = mention.passage.text
    near = text[max(0, mention.start - _CREDIT):mention.start]
    at = mention.start - len(near) + len(near.rstrip(" :")) if near.rstrip(" ").endswith(":") else mention.start
    return mention.passage.ending(at, "photo_credit") is not None


def _glued_left(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge) -> str | None:
    """A capital right before a name takes it into a longer name, unless it opens the sentence, is a body's or a region's."""
    passage, text = mention.passage, mention.passage.text
    left = word_before(text, mention.start)
    if left is None or not left.capital or left.text.endswith(_POSSESSIVES):
        return None
    if passage.ending(mention.start, "body", "body_head", "level_before", "weekday", "month") is not None or _of_body(mention, left, room):
        return None
    place = passage.ending(mention.start, "place")
    if place is not None and all(row.level in ("region", "continent") for row in place.entry.value.rows):
        return None
    if opens(text, left.start) and not is_family(left.text, knowledge) and not _apposition(left, hit, room):
        return None
    if left.text.isupper() and any(body.entry.id in _OFFICES for body in passage.within(max(0, left.start - _ACRONYM), left.start, "body_head")):
        return None
    if room.has_dictionary and hit.entry.lemma != hit.entry.wording and not _apposition(left, hit, room):
        return None
    return "part_of_name"


def _of_body(mention: Mention, left: Word, room: Room) -> bool:
    """True where words of the language end the name of a body of Vietnam that the place stands behind, as translations put it."""
    passage = mention.passage
    if not _vietnamese(mention) or not room.parts(left.text.lower()):
        return False
    heads = list(passage.within(max(0, left.start - _NAME), left.start, "body_head", "body"))
    return bool(heads) and heads[-1].entry.id not in _OTHER_BODIES and _BREAK.search(passage.text, heads[-1].stop, left.start) is None


def _apposition(left: Word, hit: Hit, room: Room) -> bool:
    """True where a noun stands before a name in the nominative: the two are one name ("Legia Warszawa")."""
    if not room.has_dictionary:
        return False
    parts = room.parts(left.text.lower()) | room.parts(left.text)
    return hit.entry.lemma == hit.entry.wording and "subst" in parts and parts.isdisjoint(_FUNCTION)


def _glued_right(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge, *, led: bool) -> str | None:
    """A capital right behind a name takes the name into a longer one, unless a person, a body or an office begins there."""
    passage, text = mention.passage, mention.passage.text
    right = word_after(text, mention.stop)
    if right is None or not right.capital:
        return None
    run = run_from(text, right.start)
    if begins_person(run, knowledge) or (led and room.has_dictionary and _governed(text[mention.start:mention.stop], room)):
        return None
    office = passage.ending(mention.start, "office") is not None
    foreign = not is_vietnamese(run, knowledge)
    if (office or led) and ((foreign and (office or len(run) > 1)) or (office and len(run) >= PERSON_SYLLABLES)):
        return None
    if mention.country and foreign and room.language.names == "vietnamese":
        return None
    holder = passage.starting(right.start, "place")
    if holder is not None and not mention.country and any(row.level == "country" for row in holder.entry.value.rows):
        return None
    kinds = ("office", "level_before", "weekday", "month", "honorific", *(("level_after",) if mention.low or _vietnamese(mention) else ()))
    if passage.starting(right.start, *kinds) is not None or (not mention.country and _body_begins(passage, run)):
        return None
    if room.has_dictionary and (hit.entry.lemma != hit.entry.wording and "adj" not in room.parts(text[mention.start:mention.stop].lower())):
        return None
    return "part_of_name"


def _governed(surface: str, room: Room) -> bool:
    """True where a form may stand behind a preposition: one that the dictionary does not know, or knows in an oblique case."""
    readings = room.readings(surface)
    return not readings or any(reading.cases - _DIRECT for reading in readings)


def _body_begins(passage: Passage, run: list[Word]) -> bool:
    """True where a row of capitals is a body of the place before it ("Hanoi Provincial Party Committee"), and no company or school."""
    hits = [hit for word in run[:PERSON_SYLLABLES] if (hit := passage.starting(word.start, "body", "body_head")) is not None]
    return bool(hits) and hits[0].entry.id not in _OTHER_BODIES


def _vietnamese(mention: Mention) -> bool:
    return any(row.code.startswith("VN-") for row in mention.rows)
