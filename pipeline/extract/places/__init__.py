"""Places: names of the gazetteer and names beside words of level, chosen by the map of the article's day."""

from __future__ import annotations

import re

from pipeline.extract.places.bare import STAGE, read_bare
from pipeline.extract.places.choosing import choose, date_of, holders, named_codes
from pipeline.extract.places.dictionary import read_dictionary
from pipeline.extract.places.mention import Mention
from pipeline.extract.places.named import read_named
from pipeline.extract.places.words import words_of
from pipeline.knowledge import Gazetteer, Knowledge
from pipeline.knowledge.fold import bare
from pipeline.records import Dossier, Place

__all__ = ["find_places"]

_KINDS = frozenset({"place", "level_before", "level_after"})
_BESIDE = re.compile(r" ?(?:[,;/(]|-|\u2013)? ?")
_REASONS = {"low": "name_alone", "level": "name_of_a_person", "person": "name_of_a_person", "context": "name_alone", "inside": "common_word"}


def find_places(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add the places of an article; names that only may be places are refused where nothing else speaks for them."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    mentions: list[Mention] = []
    for passage in dossier.passages:
        hits = [hit for hit in passage.hits if hit[2][0] in _KINDS]
        named = read_named(passage, hits, room, knowledge)
        mentions += named
        covered = [(mention.start, mention.stop) for mention in named]
        bare_names = read_bare(passage, (hit for hit in hits if hit[2][0] == "place"), room, knowledge, dossier, covered)
        mentions += bare_names
        mentions += read_dictionary(passage, room, [(mention.start, mention.stop) for mention in (*named, *bare_names)])
    if not mentions:
        return
    mentions = _settle(mentions, dossier, knowledge.gazetteer, words_of(room).links)
    sure = [mention for mention in mentions if not mention.doubt]
    codes = named_codes(sure, knowledge.gazetteer)
    day = date_of(dossier.anchor, sure)
    order = {id(passage): i for i, passage in enumerate(dossier.passages)}
    for mention in sorted(sure, key=lambda m: (order[id(m.passage)], m.start)):
        place_id, level = choose(mention, day, codes, knowledge.gazetteer)
        dossier.places.append(Place(mention.passage.evidence(mention.start, mention.stop, mention.rule), mention.name, place_id, level))


def _settle(mentions: list[Mention], dossier: Dossier, gazetteer: Gazetteer, links: tuple[str, ...]) -> list[Mention]:
    """Lift the doubts that the rest of the article lifts; what stays in doubt is refused."""
    mentions.sort(key=lambda mention: (id(mention.passage), mention.start))
    for _ in range(2):
        doubtful = [i for i, mention in enumerate(mentions) if mention.doubt]
        if not doubtful:
            return mentions
        sure = [mention for mention in mentions if not mention.doubt]
        names = {bare(mention.name).lower() for mention in sure}
        codes = named_codes(sure, gazetteer)
        for i in doubtful:
            neighbours = [mentions[j] for j in (i - 1, i + 1) if 0 <= j < len(mentions)]
            if _believed(mentions[i], names, codes, neighbours, gazetteer, links):
                mentions[i].doubt = ""
    for mention in mentions:
        if mention.doubt:
            dossier.refuse(mention.passage, mention.start, mention.stop, STAGE, _REASONS[mention.doubt])
    return mentions


def _believed(
    mention: Mention, names: set[str], codes: frozenset[str], neighbours: list[Mention], gazetteer: Gazetteer, links: tuple[str, ...],
) -> bool:
    if mention.doubt == "level":
        return False
    if bare(mention.name).lower() in names and mention.doubt != "person":
        return True
    if any(not other.doubt and other.passage is mention.passage and _beside(mention, other, links) for other in neighbours):
        return True
    if mention.doubt != "low":
        return False
    districts = [row for row in mention.rows if row.level in ("district", "city", "town")]
    rows = districts or mention.rows
    return any(code in codes for row in rows for code in holders(row, gazetteer))


def _beside(one: Mention, other: Mention, links: tuple[str, ...]) -> bool:
    """True where only a separator or a link stands between two names."""
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = one.passage.folded[first.stop:second.start]
    return first.stop <= second.start and (_BESIDE.fullmatch(one.passage.text, first.stop, second.start) is not None or gap in links)
