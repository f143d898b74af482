"""Villages of two words, a noun and its adjective, that no gazetteer has ("in Wola Rzedzinska"), in rooms whose dictionary declines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.places.mention import Mention
from pipeline.extract.places.words import is_given, word_after, words_of
from pipeline.knowledge import Gazetteer, Knowledge, Room
from pipeline.knowledge.inflect import Reading
from pipeline.records import Passage

_PAIR = re.compile(r" (?=([A-Z\u00c0-\u00de\u0100-\u017f][^\W\d_]{2,}) ([A-Z\u00c0-\u00de\u0100-\u017f][^\W\d_]{2,})(?![\w-]))")
_LONGEST = 16
_DIRECT = frozenset({"nom", "voc"})
_GENITIVE = frozenset({"gen"})
_BODIES = ("body", "body_head", "organisation", "month", "weekday")


def read_pairs(passage: Passage, room: Room, knowledge: Knowledge, beside: Sequence[Mention]) -> list[Mention]:
    """Noun and adjective in one oblique case behind a preposition of place, or behind another such pair; `beside` are mentions read already."""
    words = words_of(room)
    if not room.has_dictionary or not words.endings:
        return []
    covered = [(mention.start, mention.stop) for mention in beside]
    found: list[Mention] = []
    text = passage.text
    for match in _PAIR.finditer(text):
        start, stop = match.start(1), match.end(2)
        since = max(0, start - _LONGEST)
        space = text.rfind(" ", since, start - 1)
        said = text[space + 1:start - 1].lower() if space >= 0 or not since else ""
        linked = bool(found) and passage.folded[found[-1].stop:start] in words.links
        if not linked and said not in words.strong and said not in words.origins:
            continue
        cases = _GENITIVE if said in words.origins and said not in words.strong else None
        after = word_after(text, stop)
        goes_on = after is not None and after.capital and not is_given(after.text, room, knowledge)
        if goes_on or any(begin < stop and start < end for begin, end in covered):
            continue
        if not (match[1][0].isupper() and match[2][0].isupper()):
            continue
        name = _name(match[1], match[2], room, knowledge.gazetteer, cases)
        if name is not None and not _is_known(passage, start, match.start(2), stop):
            found.append(Mention(passage, start, stop, name, (), None, "dictionary"))
    return found


def _is_known(passage: Passage, start: int, second: int, stop: int) -> bool:
    """Whether the gazetteer has the whole name, or a body, a month or another thing of two words begins here."""
    longer = passage.starting(start, "place")
    return (longer is not None and longer.stop >= stop) or any(passage.starting(at, *_BODIES) is not None for at in (start, second))


@lru_cache(maxsize=8192)
def _name(first: str, second: str, room: Room, gazetteer: Gazetteer, cases: frozenset[str] | None) -> str | None:
    """The nominative of a noun that places are called by and an adjective that agrees with it, in the order of the text."""
    never = words_of(room).not_adjectives
    for noun, adjective in ((first, second), (second, first)):
        for place in room.readings(noun):
            if "place" not in place.names or place.lemma not in _nouns(gazetteer) or not _is_base(place, room):
                continue
            for other in room.readings(adjective.lower()):
                if other.lemma not in never and _agrees(place, other, cases) and (form := _nominative(other.lemma, place, room)) is not None:
                    return " ".join((place.lemma, form) if noun == first else (form, place.lemma))
    return None


@lru_cache(maxsize=8)
def _nouns(gazetteer: Gazetteer) -> frozenset[str]:
    """The words that names of communes are made of."""
    return frozenset(word for row in gazetteer.communes for word in re.split("[ -]", row.name))


def _is_base(noun: Reading, room: Room) -> bool:
    """Whether the lemma of a noun is the nominative of its own number ("Wyspach" is of a lemma in the singular)."""
    return any(one.lemma == noun.lemma and "nom" in one.cases and one.numbers & noun.numbers for one in room.readings(noun.lemma))


def _agrees(noun: Reading, adjective: Reading, cases: frozenset[str] | None) -> bool:
    shared = (noun.cases & adjective.cases) - _DIRECT
    agrees = bool(noun.genders & adjective.genders) and bool(noun.numbers & adjective.numbers)
    return adjective.pos == "adj" and agrees and bool(shared if cases is None else shared & cases)


def _nominative(adjective: str, noun: Reading, room: Room) -> str | None:
    for form in room.inflector.forms(adjective):
        if any(r.pos == "adj" and r.numbers & noun.numbers and "nom" in r.cases and r.genders & noun.genders for r in room.readings(form)):
            return form.capitalize()
    return None
