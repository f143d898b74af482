"""Places: names of the gazetteer and names beside words of level, chosen by the map of the article's day."""

from __future__ import annotations

from pipeline.extract.places.bare import STAGE, read_bare
from pipeline.extract.places.choosing import choose, date_of, named_codes
from pipeline.extract.places.dictionary import read_dictionary
from pipeline.extract.places.mention import Mention
from pipeline.extract.places.named import read_named
from pipeline.extract.places.pairs import read_pairs
from pipeline.extract.places.settling import lift_doubts
from pipeline.extract.places.words import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Dossier, Passage, Place

__all__ = ["find_places"]

_KINDS = frozenset({"place", "level_before", "level_after"})
_REASONS = {"low": "name_alone", "level": "name_of_a_person", "person": "name_of_a_person", "context": "name_alone", "inside": "common_word"}


def find_places(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add the places of an article; names that only may be places are refused where nothing else speaks for them."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    mentions = [mention for passage in dossier.passages for mention in _read(passage, room, knowledge, dossier)]
    lift_doubts(mentions, knowledge.gazetteer, words_of(room).links)
    sure = [mention for mention in mentions if not mention.doubt]
    codes = named_codes(sure, knowledge.gazetteer)
    day = date_of(dossier.anchor, sure)
    for mention in mentions:
        if mention.doubt:
            dossier.refuse(mention.passage, mention.start, mention.stop, STAGE, _REASONS[mention.doubt])
            continue
        place_id, level = choose(mention, day, codes, knowledge.gazetteer)
        dossier.places.append(Place(mention.passage.evidence(mention.start, mention.stop, mention.rule), mention.name, place_id, level))


def _read(passage: Passage, room: Room, knowledge: Knowledge, dossier: Dossier) -> list[Mention]:
    """The mentions of a passage in order, sure and in doubt."""
    hits = passage.of(*_KINDS)
    mentions = read_named(passage, hits, room, knowledge)
    mentions += read_pairs(passage, room, knowledge, mentions)
    mentions.sort(key=_start_of)
    covered = [(mention.start, mention.stop) for mention in mentions]
    mentions += read_bare(passage, (hit for hit in hits if hit[2][0] == "place"), room, knowledge, dossier, covered)
    mentions += read_dictionary(passage, room, knowledge, mentions)
    mentions.sort(key=_start_of)
    return mentions


def _start_of(mention: Mention) -> int:
    return mention.start
