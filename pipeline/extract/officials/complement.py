"""What follows an office: the body that it is of, up to the holder's name or the end of the phrase."""

from __future__ import annotations

import re

from pipeline.extract.officials.body_places import POSSESSIVES
from pipeline.extract.officials.cases import NOMINATIVE, gendered
from pipeline.extract.officials.grammar import BODIES, Titles, skip_spaces, skip_spaces_back
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.runs import NOT_OF_PERSONS, RunReader
from pipeline.extract.officials.state import Complement, State
from pipeline.extract.places.mention import shaped
from pipeline.records import Passage

_MOST_WORDS = 16
_SHORT_NAME = 2
_LONGEST_QUOTE = 60
_GENITIVE = frozenset({"gen:m", "gen:f"})
_VERBS = frozenset({"fin", "praet", "bedzie", "impt", "imps", "winien", "pred"})
_OBLIQUE = frozenset({"gen", "loc", "inst", "dat"})
_OBJECTS = frozenset({"nom", "acc", "voc"})
_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019"}
_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019/.&][^\W_]+)*|[0-9]+(?![0-9.,/%])|&")
_ORDINAL = re.compile(r"[0-9]{1,3}\.(?= )")
_NUMBER = re.compile(r"(?:[0-9]{1,3}|[IVX]{1,6})(?![\w/%]|[.,-][0-9])")
_OF_NUMBERS = frozenset("0123456789IVX")
_ASIDE = re.compile(r"\([A-Z\u0110][\w&-]{1,14}\)(?= [^\W\d_])")
_OF_BODIES = frozenset({"subst", "adj", "ger", "prep", "brev", "ign", "adja", "conj", "ppas", "pact", "num", "depr"})
"""Parts of speech that the name of a body is made of."""
_ABROAD = frozenset({"", "country", "international", "national_assembly", "state", "government"})
"""Bodies whose holders may be foreigners with names that no list knows."""


class ComplementReader(RunReader):
    """Reads what follows offices in passages of one language."""

    def read(self, passage: Passage, start: int, stop: int, cases: frozenset[str], head: str = "") -> Complement:
        """The complement of the office that stands at [start, stop) in one of `cases`; a body may begin with the office's last word.

        `head`: the body that the office's own wording is of; in Vietnamese what it is for may follow at once ("director Wages N.").
        """
        found = Complement(stop)
        state = State(passage, found, stop, cases)
        self._inner(state, start)
        if head and self.titles.vietnamese and self._is_subject(passage, skip_spaces(passage.text, stop)):
            state.open(head)
            state.own = False
        steps = (
            self._quoted, self._named, self._numbered, self.marked, self.known, self._patron, self.worded, self._listed, self._dashed, self._free,
        )
        for _ in range(_MOST_WORDS):
            state.at = skip_spaces(passage.text, state.at)
            if self.compounds and passage.text[state.at:state.at + 2] in POSSESSIVES and state.at == found.stop:
                if not found.parts and not found.level and found.place is None:
                    break
                found.owners, found.parts = found.parts + found.owners, []
                state.go(state.at + 2, known=True)
                continue
            if state.at >= len(passage.text) or passage.text[state.at] == "\n":
                break
            if not any(step(state) for step in steps) or found.name is not None:
                break
        if found.listed is not None and found.name is None and self.titles.room.has_dictionary:
            found.stop, found.parts = found.listed[0], found.parts[:found.listed[1]]
        elif found.name is not None and self.titles.room.has_dictionary:
            found.stop = skip_spaces_back(passage.text, state.at)
        return self.composed(found)

    def _is_subject(self, passage: Passage, at: int) -> bool:
        """Whether capitals stand here that are no person, title, body, place or known subject."""
        place = passage.starting(at, "place")
        if place is not None and shaped(passage.text[place[0]:place[1]], place[2].wording):
            return False
        if not passage.text[at:at + 1].isupper() or passage.starting(at, "office", "speech_verb", *BODIES) is not None:
            return False
        other = self.titles.honorifics.at(passage, at) is not None or self.titles.subjects.at(passage, at) is not None
        run = self.reader.run(passage, at)
        return not other and len(run) == 1 and passage.text[run[0][1]:run[0][1] + 1] == " "

    def read_behind(self, passage: Passage, stop: int, titles: Titles) -> Complement:
        """The body that follows an office and its holder ("Director N. of the Department"); nothing where another word follows."""
        link = titles.links.at(passage, skip_spaces(passage.text, stop))
        at = skip_spaces(passage.text, link.stop) if link is not None and link.id == "of" else stop
        if at == stop or passage.starting(at, *BODIES) is None:
            return Complement(stop)
        found = self.read(passage, stop, stop, frozenset())
        return found if found.name is None else Complement(stop)

    def _inner(self, state: State, start: int) -> None:
        """A body that begins inside the office's wording, with its last word."""
        last = state.passage.text.rfind(" ", start, state.at) + 1
        if last > start:
            hit = state.passage.starting(last, *BODIES)
            around = state.passage.ending(state.at, "organisation", "body")
            if hit is not None and hit[1] > state.at:
                state.found.inner = self.take_body(state, hit)
                state.found.body_start = last
            elif hit is not None and hit[2][0] == "body_head" and hit[1] == state.at and (around is None or around[0] >= last):
                state.open(hit[2][1])
            level = self.titles.levels.at(state.passage, last)
            if level is not None and level.stop == state.at:
                state.after_level = True
                self.level_name(state)

    def _quoted(self, state: State) -> bool:
        aside = _ASIDE.match(state.passage.text, state.at)
        if aside is not None:
            stop = state.found.stop
            state.go(aside.end(), known=True)
            state.found.stop = stop
            return True
        closing = _QUOTES.get(state.passage.text[state.at])
        if closing is None or not (state.opened or state.linked):
            return False
        end = state.passage.text.find(closing, state.at + 1, state.at + _LONGEST_QUOTE)
        if end < 0:
            return False
        state.go(end + 1, known=True)
        return True

    def _numbered(self, state: State) -> bool:
        """The number of a body: an ordinal before it ("3. Brigade"), or one that stands behind it or behind its word of level ("Region 5")."""
        passage = state.passage
        if passage.text[state.at] not in _OF_NUMBERS:
            return False
        ordinal = _ORDINAL.match(passage.text, state.at)
        if ordinal is not None and passage.starting(skip_spaces(passage.text, ordinal.end()), *BODIES) is not None:
            state.go(ordinal.end(), known=True)
            return True
        number = _NUMBER.match(passage.text, state.at) if self.titles.vietnamese and (state.behind_body or state.after_level) else None
        if number is None:
            return False
        state.go(number.end(), known=True)
        return True

    def _named(self, state: State) -> bool:
        """The holder's name; a body that has a name of its own takes the run of capitals, up to where a name begins inside it."""
        passage, at = state.passage, state.at
        behind = self.behind_titles(passage, at)
        if not passage.text[behind:behind + 1].isupper():
            return False
        if self.compounds and at > skip_spaces(passage.text, state.office):
            subject = self.titles.subjects.at(passage, at)
            link = self.titles.links.at(passage, skip_spaces(passage.text, subject.stop)) if subject is not None else None
            if link is not None and link.id == "list" and self._headed(state):
                return True
            if self.is_worded(passage, at):
                return False
        if self._headed(state):
            return True
        in_government = bool(state.found.parts) and state.found.parts[-1].body == "government"
        if in_government and self.titles.room.has_dictionary and not state.cases <= NOMINATIVE:
            return False  # "a minister in the government of N."
        if self.titles.room.has_dictionary and (state.own or state.after_level) and self._ends_in_name(state):
            return True
        within = state.own or state.linked
        if within and not self.titles.room.has_dictionary:
            return self._own_name(state)
        if passage.starting(at, *BODIES) is not None or (state.opened and self.titles.subjects.at(passage, at) is not None):
            return False
        place = self.place_at(state)
        if place is not None and self.wins(place, state):
            state.found.hero = self.is_hero(state, place)
            return False
        abroad = not state.found.parts or state.found.parts[0].body in _ABROAD
        state.found.name = name = self.reader.at(passage, behind, direct=state.direct and not within, abroad=abroad, cases=state.cases)
        if name is None and self.titles.vietnamese and state.found.subject:
            state.found.name = name = self._behind_unit(state)
        if name is not None and self.titles.vietnamese and state.opened in NOT_OF_PERSONS and behind == at and name.text.count(" ") == 1:
            state.found.name = None
            state.go(name.stop, known=False)  # two syllables are the body's own name
            return True
        return name is not None

    def _behind_unit(self, state: State) -> Name | None:
        """The name that ends a run of capitals whose beginning is the unit of a body with a known subject ("head of Finance Tan Phu N.")."""
        name = self.reader.split(state.passage, state.at)
        if name is None or len(name.text.split()) <= _SHORT_NAME:
            return None
        stop = skip_spaces_back(state.passage.text, name.start)
        state.found.name_unit(state.passage.text, state.at, stop)
        state.found.stop = stop
        return name

    def _free(self, state: State) -> bool:
        """A word that no room lists: part of a body's own name where the grammar lets it be."""
        passage, at = state.passage, state.at
        match = _WORD.match(passage.text, at)
        if match is None or self._is_stop(passage, at) or self._other_office(state) or self.is_next_person(passage, at):
            return False
        end = passage.word_stop(at, match.end())
        word = passage.text[at:end]
        capital = word[0].isupper() or word[0].isdigit() or word == "&"
        if not self._goes_on(state, word, capital=capital):
            return False
        if capital:
            state.narrow()
        opened, own = state.opened, state.own and (not capital or "adj" in self.titles.room.parts(word.lower()))
        if passage.text[end:end + 1] == "." and word.lower() in self._short:
            end += 1
        stop = state.found.stop
        state.found.opaque = state.found.opaque or (capital and not state.found.parts)
        small = self.titles.room.has_dictionary and not capital and not state.found.parts
        state.found.section = state.found.section or (small and self._is_noun(word))
        state.go(end, known=False)
        state.opened, state.own, state.described = opened, own, not capital
        if not (opened or capital):
            state.found.stop = stop
        return True

    def _is_stop(self, passage: Passage, at: int) -> bool:
        """Whether the clause goes on here: with a verb of saying or another word that ends a phrase of office."""
        return self.titles.stops.at(passage, at) is not None or passage.starting(at, "speech_verb") is not None

    def _other_office(self, state: State) -> bool:
        """Whether another office begins here: one that is not in the genitive, or that has a holder of its own."""
        office = state.passage.starting(state.at, "office")
        if office is None or office[0] != state.at:
            return False
        cases = gendered(self.titles.room.readings(state.passage.text[office[0]:office[1]].split(" ")[0].lower()))
        genitive = cases & _GENITIVE
        behind = skip_spaces(state.passage.text, office[1])
        return not genitive or "nom:m" in cases or self.reader.at(state.passage, behind, direct=False, cases=genitive) is not None

    @property
    def _short(self) -> frozenset[str]:
        return frozenset(self.titles.room.language.abbreviations)

    def _is_noun(self, word: str) -> bool:
        return any(reading.pos == "subst" and "gen" in reading.cases for reading in self.titles.room.readings(word))

    def _goes_on(self, state: State, word: str, *, capital: bool) -> bool:
        room = self.titles.room
        if self.titles.vietnamese:
            return bool(state.opened) and (not capital or word[0].isalpha() or word[0].isdigit())
        if self.compounds:
            return capital or state.linked or bool(state.opened)
        if capital:
            return True
        readings = room.readings(word)
        if any(reading.pos in _VERBS for reading in readings) and not any(reading.cases & _OBLIQUE for reading in readings):
            return False
        if any(reading.pos == "prep" for reading in readings):
            state.narrow()
        elif readings and not state.linked and all(reading.pos == "subst" and reading.cases <= _OBJECTS for reading in readings):
            return False  # a noun that nothing here governs: the clause goes on
        return bool(room.parts(word) & _OF_BODIES)
