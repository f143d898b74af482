"""Places that no gazetteer has and the room's dictionary knows: villages behind prepositions of place, and the lists that they open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.places.communes import communes_at, opens_longer
from pipeline.extract.places.mention import Mention
from pipeline.extract.places.words import is_given, opens, word_after, words_of
from pipeline.knowledge import Gazetteer, Knowledge, Room
from pipeline.knowledge.inflect import Reading
from pipeline.records import Passage

_CAPITAL = re.compile(r" ([A-Z\u00c0-\u00de\u0100-\u017f][^\W\d_]{2,}(?:-[^\W\d_]{3,})?)(?![\w-])")
_LONGEST = 16
_DIRECT = frozenset({"nom", "voc"})
"""Cases that no preposition governs."""


def read_dictionary(passage: Passage, room: Room, knowledge: Knowledge, beside: Sequence[Mention]) -> list[Mention]:
    """Names that are a place's to the dictionary and no common word, behind a preposition that leads to places or in a list behind such a name.

    `beside` are the mentions that stand in the passage already.
    """
    leads = words_of(room).strong
    if not leads or not room.has_dictionary:
        return []
    text = passage.text
    joints = frozenset(link.split()[-1] for link in words_of(room).links)
    covered = {mention.start for mention in beside}
    ends = {mention.stop for mention in beside if not mention.doubt}
    said = frozenset(mention.name for mention in beside if mention.level is not None)
    found: list[Mention] = []
    for match in _CAPITAL.finditer(text):
        start = match.start(1)
        if start in covered or match[1].isupper() or (found and start < found[-1].stop):
            continue
        since = max(0, start - _LONGEST)
        space = text.rfind(" ", since, start - 1)
        before = text[space + 1:start - 1].lower() if space >= 0 or not since else ""
        led = before in leads
        if not led and not ((text[start - 2] == "," or before in joints) and not opens(text, start) and _goes_on(passage, start, room, ends)):
            continue
        mention = _mention(passage, match, room, knowledge, said, led=led)
        if mention is not None:
            found.append(mention)
            ends.add(mention.stop)
    return found


def _goes_on(passage: Passage, start: int, room: Room, ends: set[int]) -> bool:
    """Whether a comma or a word of listing stands between the end of another place and an offset."""
    if passage.text[start - 2:start] == ", ":
        return start - 2 in ends
    return any(start - len(link) in ends for link in words_of(room).links if passage.folded.startswith(link, start - len(link)))


def _mention(passage: Passage, match: re.Match[str], room: Room, knowledge: Knowledge, said: frozenset[str], *, led: bool) -> Mention | None:
    """The place at a word with a capital: a commune of several words, or a name of the dictionary's."""
    text, (start, stop) = passage.text, match.span(1)
    if passage.sentence_at(start).block == "furniture":
        return None
    commune = communes_at(text, start, room, knowledge) if opens_longer(match[1], room, knowledge.gazetteer) else None
    if commune is not None and commune[0] > stop and text[stop] == " ":
        return Mention(passage, start, commune[0], commune[1][0].name, commune[1], "commune", "dictionary")
    name = _place_of(match[1], room, knowledge.gazetteer, said, led=led)
    after = word_after(text, stop)
    goes_on = after is not None and after.capital and not is_given(after.text, room, knowledge)
    return Mention(passage, start, stop, name, (), None, "dictionary") if name is not None and not goes_on else None


def _place_of(word: str, room: Room, gazetteer: Gazetteer, said: frozenset[str], *, led: bool) -> str | None:
    """The nominative of a word that the dictionary knows as a place, None where it knows a common word or a person too.

    One that the text names elsewhere with its level word (`said`) is believed; one that only an adjective competes with needs a commune of its name.
    """
    places = _readings(word, room, led=led)
    if (known := next((lemma for lemma, _ in places if lemma in said), None)) is not None:
        return known
    communes = [lemma for lemma, _ in places if lemma in _commune_names(gazetteer)]
    if any(doubt == "other" for _, doubt in places) or (not communes and any(doubt for _, doubt in places)):
        return None
    return next(iter(communes or [lemma for lemma, _ in places]), None)


@lru_cache(maxsize=8192)
def _readings(word: str, room: Room, *, led: bool) -> tuple[tuple[str, str], ...]:
    """The names of places that a word may be a form of, each with what competes: nothing, an `adjective`, or something `other`."""
    readings = room.readings(word)
    places = [one for one in readings if "place" in one.names and one.pos == "subst" and (not led or one.cases - _DIRECT)]
    others = [one for one in readings if one.lemma[:1].islower() or one.names - {"place"}]
    doubt = "" if not others else "adjective" if all(map(_is_adjective, others)) else "other"
    return tuple(dict.fromkeys((one.lemma, doubt) for one in places))


def _is_adjective(reading: Reading) -> bool:
    return reading.pos == "adj" and not reading.names


@lru_cache(maxsize=8)
def _commune_names(gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(row.name for row in gazetteer.communes)
