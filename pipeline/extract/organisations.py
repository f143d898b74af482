"""Organisations: bodies that are known by name, and those that a text puts together of a head, its marks, subject, level and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from pipeline.extract.base_form import base_form
from pipeline.extract.officials.bodies import WEAK, BodyReader
from pipeline.extract.officials.declined import DeclinedReader
from pipeline.extract.officials.grammar import BODIES, skip_spaces, skip_spaces_back, titles_of
from pipeline.extract.officials.names import Reader
from pipeline.extract.officials.state import LEVELLED, OWN_NAMES, Complement, State
from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.offices import Offices, key
from pipeline.records import Dossier, Hit, Organisation, Passage

_STAGE = "organisations"
_MOST_STEPS = 10
_MOST_MARKS = 4
_LONGEST_NAME = 5
_SHARE = 0.6
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_OF_PROVINCES = LEVELLED | {"promotion_board", "department", "standing_committee", "party_commission"}
"""Bodies that are the province's of which the article speaks, where they name none."""
_ONE_NAME = LEVELLED | {
    "politburo", "secretariat", "central_committee", "standing_committee", "executive_committee", "party_commission", "party_body", "party_cell",
    "front", "government", "state", "national_assembly", "assembly_standing_committee", "assembly_delegation", "council_committee", "police",
    "army", "court", "procuracy", "general_staff", "municipality", "youth_union", "promotion_board", "voivodeship_assembly", "voivodeship_board",
}
"""Bodies whose sort and place say which they are, whatever words they go by."""
_NAMED = OWN_NAMES | {"centre"}
"""Heads before which the name of a body of its own may stand, in languages that compound so."""
_STRICT = frozenset({"party_commission"})
"""Bodies whose words with a first capital alone are another body (Vietnamese: the organising committee of an event)."""
_PARTIES = frozenset({"political_party"})
_OF_COUNTRIES = frozenset({"national_assembly", "government", "state", "politburo", "secretariat", "central_committee"})
"""Bodies of which a country has one: what a text calls so is its own country's."""


@dataclass(slots=True)
class _Mention:
    start: int
    head: int
    """Where the word begins that its other words agree with."""
    found: Complement
    ident: str
    worded: int
    """Where the wording ends by which it was found: what lies inside that is no body of its own."""
    plural: bool = False


def find_organisations(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add every mention of an organisation; heads alone ("the ministry", "a bank") are none."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    titles = titles_of(room)
    reader = DeclinedReader(titles, knowledge.offices) if room.has_dictionary else Reader(titles, knowledge.offices)
    finder = _Finder(BodyReader(titles, reader))
    places = sorted((place.evidence.field, place.evidence.start, place.evidence.stop, place.place_id) for place in dossier.places if place.place_id)
    home = _home(dossier)
    for passage in dossier.passages:
        here = [(start, stop, ident) for field, start, stop, ident in places if field == passage.field]
        for mention in finder.find(passage):
            dossier.organisations.append(_organisation(passage, mention, here, home, knowledge.offices, room))


def _home(dossier: Dossier) -> str | None:
    """The one province that an article speaks of: its bodies are that province's where they name none."""
    ids = (place.place_id for place in dossier.places if place.level in ("province", "city"))
    said = Counter(ident for ident in ids if ident is not None and ident.startswith("VN-"))
    if not said:
        return None
    place, times = said.most_common(1)[0]
    return place if times >= _SHARE * said.total() else None


class _Finder:
    """Finds mentions in passages of one language."""

    def __init__(self, bodies: BodyReader) -> None:
        self.bodies = bodies
        self.titles = bodies.titles

    def find(self, passage: Passage) -> list[_Mention]:
        """The mentions in order; one inside another is kept where it is another body."""
        mentions: list[_Mention] = []
        for hit in passage.of(*BODIES):
            if not self._may_be(passage, hit):
                continue
            last = mentions[-1] if mentions else None
            if last is not None and (hit[0] <= last.start or hit[1] <= last.worded):
                continue
            mention = self._read(passage, hit)
            if mention is not None and (last is None or not self._is_part(mention, last)):
                mentions.append(mention)
        return mentions

    def _is_part(self, inner: _Mention, outer: _Mention) -> bool:
        """Whether a mention is only words of the one around it: the same sort of body, or the party of a party's body."""
        if inner.start >= outer.found.stop or (inner.start == outer.start and inner.found.stop > outer.found.stop):
            return False
        if inner.start == outer.start:
            return True
        bodies = self.bodies.offices.bodies
        return inner.found.body == outer.found.body or (inner.found.body in _PARTIES and bodies[outer.found.body].branch == "party")

    def _may_be(self, passage: Passage, hit: Hit) -> bool:
        """Whether a wording is written as a name; a head in small letters may be one where the language puts marks beside it."""
        text = passage.text
        if hit[2][0] != "body_head":
            return text[hit[0]].isupper()
        if self.titles.vietnamese:
            behind = skip_spaces(text, hit[1])
            return text[hit[0]].isupper() and (text[behind:behind + 1].isupper() or " " in text[hit[0]:hit[1]])
        return text[hit[0]].isupper() or self.titles.room.has_dictionary

    def _read(self, passage: Passage, hit: Hit) -> _Mention | None:
        start, before, own = hit[0], Complement(hit[0]), ""
        if hit[2][0] == "body_head" and self.bodies.compounds:
            start, before = self.bodies.read_before(passage, hit[0], 0)
            if hit[2][1] in _NAMED and (run := self.bodies.reader.run_before(passage, skip_spaces_back(passage.text, start))):
                article = self.titles.links.at(passage, run[0][0])
                run = run[1:] if article is not None and article.stop == run[0][1] and len(run) > 1 else run
                own, start = passage.text[run[0][0]:start].strip(), run[0][0]
        elif hit[2][0] == "body_head" and self.titles.room.has_dictionary:
            start = self._marks_before(passage, hit[0])
        found = Complement(start)
        state = State(passage, found, start if self.titles.room.has_dictionary else hit[0], frozenset())
        for _ in range(_MOST_STEPS):
            state.at = skip_spaces(passage.text, state.at)
            if state.at >= len(passage.text) or passage.text[state.at] == "\n":
                break
            if state.own and not own and (own := self._own(state)):
                continue
            if not (self.bodies.marked(state) or self.bodies.known(state) or self.bodies.worded(state, links=("of",))):
                break
        found.subject = found.subject or before.subject
        return self._mention(passage, hit, start, self.bodies.composed(found), before, own)

    def _marks_before(self, passage: Passage, at: int) -> int:
        """Where marks and words of level before a head begin."""
        for _ in range(_MOST_MARKS):
            end = skip_spaces_back(passage.text, at)
            word = self.titles.body_marks.before(passage, end) or self.titles.levels.before(passage, end)
            if word is None or passage.text[end:at].strip(" "):
                break
            if passage.ending(skip_spaces_back(passage.text, word.start), "body_head") is not None:
                break  # it is of the head before it
            at = word.start
        return at

    def _own(self, state: State) -> str:
        """The name of its own that a body of many has, up to where a person's begins."""
        passage, at = state.passage, state.at
        if passage.starting(at, *BODIES) is not None or self.bodies.place_at(state) is not None:
            return ""
        run = self.bodies.reader.run(passage, at)[:_LONGEST_NAME]
        person = self.bodies.reader.split(passage, at)
        stop = run[-1][1] if run else at
        if person is not None:
            stop = skip_spaces_back(passage.text, person.start)
        if len(run) == 1 and passage.text[stop:stop + 1] == " " and passage.text[stop + 1:stop + 2].islower() and self.titles.vietnamese:
            return ""  # the first syllable of a word, the rest of it is small
        if stop > at:
            state.go(stop, known=True)
        return passage.text[at:stop]

    def _mention(self, passage: Passage, hit: Hit, start: int, found: Complement, before: Complement, own: str) -> _Mention | None:
        kind = hit[2][0]
        if kind == "organisation":
            found.body = self.bodies.offices.organisations[hit[2][1]].body
            return _Mention(start, hit[0], found, hit[2][1], hit[1])
        body = found.body or before.body
        marked = len(found.parts[0].words) > 1 if found.parts else False
        behind = skip_spaces(passage.text, hit[1])
        capital = passage.text[hit[0]].isupper() and (not self.titles.vietnamese or passage.text[behind:behind + 1].isupper())
        named = own or marked or (found.subject and capital) or (before.body and before.body not in WEAK)
        if body in _STRICT and kind == "body" and sum(c.isupper() for c in passage.text[hit[0]:hit[1]]) == 1:
            return None
        if not body or (kind == "body_head" and not named):
            return None
        found.level = found.level or before.level or self.bodies.offices.bodies[body].level
        found.body = body
        subject = found.subject if found.subject != "other" else _slug(found.subject_text)
        if kind == "body" and body not in _ONE_NAME:
            own = own or hit[2].lemma
        parts = [body, subject, _slug(own)]
        ident = ":".join(part for part in parts if part)
        return _Mention(start, hit[0], found, ident, hit[1] if kind == "body" else start, self._is_plural(passage, hit))

    def _is_plural(self, passage: Passage, hit: Hit) -> bool:
        """Whether several bodies are meant, where the language says so."""
        word = passage.text[hit[0]:hit[1]].split(" ")[0].lower()
        numbers = frozenset(number for reading in self.titles.room.readings(word) for number in reading.numbers)
        return numbers == {"pl"} or (self.bodies.compounds and hit[2].wording.lower() != hit[2].lemma.lower())


def _organisation(
    passage: Passage, mention: _Mention, places: list[tuple[int, int, str]], home: str | None, offices: Offices, room: Room,
) -> Organisation:
    found = mention.found
    known = offices.organisations.get(mention.ident)
    first = bisect_left(places, mention.start, key=itemgetter(0))
    inside = places[first:bisect_left(places, found.stop, first, key=itemgetter(0))]
    place = next((ident for _, stop, ident in inside if stop <= found.stop), None)
    if place is None and known is None and not mention.plural and found.place is None and _is_of_province(found):
        place = home if found.level in ("", "city", "province") else None
    ident = mention.ident
    if known is None and place is not None and found.body not in _OF_COUNTRIES:
        ident = f"{ident}:{place}"
    level = found.level or (offices.bodies[known.body].level if known else "") or None
    name = passage.text[mention.start:found.stop]
    said = name
    if room.has_dictionary and not name.isupper():
        name = base_form(name, room, mention.head - mention.start)
    if name != said and any(part.islower() and part not in offices.bodies for part in ident.split(":")):
        base = {_slug(word): _slug(lemma) for word, lemma in zip(said.split(), name.split(), strict=True)}
        ident = ":".join(part if "@" in part else "_".join(base.get(word, word) for word in part.split("_")) for part in ident.split(":"))
    return Organisation(passage.evidence(mention.start, found.stop, _STAGE), name, ident, level, place)


def _is_of_province(found: Complement) -> bool:
    """Whether a body that names no place may be the province's: by its sort, or by its level where its sort stands at several."""
    return found.body in _OF_PROVINCES or (found.level == "province" and found.body in _ONE_NAME)


@lru_cache(maxsize=16384)
def _slug(text: str) -> str:
    return _NOT_WORD.sub("_", key(text)).strip("_")
