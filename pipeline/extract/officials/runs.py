"""Bodies that a text names by words of their own: runs of capitals up to a head, lists of subjects, patrons."""

from __future__ import annotations

import re

from pipeline.extract.officials.bodies import BodyReader
from pipeline.extract.officials.cases import NOMINATIVE
from pipeline.extract.officials.grammar import BODIES, skip_spaces, skip_spaces_back
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.state import LEVELLED, State
from pipeline.knowledge.offices import read_post
from pipeline.records import Passage

_TOKEN = re.compile(r"[^\W\d_][\w&/'\u2019-]*")
_NUMERAL = re.compile(r"[IVX]+(?!\w)")
_MOST_TOKENS = 8
_DASHES = ("-", "\u2013")
_SHORT_NAME = 2
_LONG_NAME = 3
NOT_OF_PERSONS = frozenset({"company", "bank", "cooperative"})
"""Bodies that hardly bear the full name of a person, as schools and hospitals do."""


class RunReader(BodyReader):
    """Reads the names of bodies that no room lists, in passages of one language."""

    def _headed(self, state: State) -> bool:
        """A run of capitals up to the head of a body ("Phu Hoa Cooperative", "Textile and Apparel Association"), in languages that compound so."""
        passage, at = state.passage, state.at
        if not self.compounds or at == skip_spaces(passage.text, state.office) or not passage.text[at].isupper() or self._is_of_place(state):
            return False
        named = self.reader.at(passage, at, direct=False) is not None
        for _ in range(_MOST_TOKENS):
            token = _TOKEN.match(passage.text, at)
            if token is None:
                return False
            hit = passage.starting(at, *BODIES)
            level = self.titles.levels.at(passage, at)
            if at > state.at and passage.text[at].isupper() and (hit is not None or level is not None):
                state.go(skip_spaces_back(passage.text, at), known=False)
                state.found.opaque = True
                return True
            if at > state.at and passage.text[at].isupper() and self.reader.at(passage, at, direct=False) is not None:
                return False
            link = self.titles.links.at(passage, at)
            if not passage.text[at].isupper() and (named or link is None or link.id not in ("list", "of")):
                return False
            behind = token.end()
            office = passage.starting(at, "office")
            if self.titles.honorifics.at(passage, at) is not None or (office is not None and not self._is_head(passage, behind)):
                return False
            at = skip_spaces(passage.text, behind + (passage.text[behind:behind + 1] == ","))
        return False

    def _dashed(self, state: State) -> bool:
        """A dash inside a company's own name ("Vinh Son - Song Hinh"), in Vietnamese: capitals behind it that are no person, office or title."""
        passage, at = state.passage, state.at
        if not self.titles.vietnamese or not (state.opened in NOT_OF_PERSONS or state.own) or passage.text[at:at + 1] not in _DASHES:
            return False
        behind = skip_spaces(passage.text, at + 1)
        if not passage.text[behind:behind + 1].isupper() or passage.starting(behind, "office") is not None:
            return False
        bar = self.titles.bars.at(passage, behind)
        other = self.titles.honorifics.at(passage, behind) is not None or (bar is not None and bar.id == "credit")
        if other or self.reader.at(passage, behind, direct=False) is not None:
            return False
        opened, own, stop = state.opened, state.own, state.found.stop
        state.go(behind, known=False)
        state.opened, state.own, state.found.stop = opened, own, stop
        return True

    def _is_of_place(self, state: State) -> bool:
        """Whether a place and the body of it stand here ("Hanoi People's Committee"): not where the body has a name of its own."""
        passage, place = state.passage, self.place_at(state)
        if place is None:
            return False
        behind = skip_spaces(passage.text, place[1])
        level = self.titles.levels.at(passage, behind)
        behind = skip_spaces(passage.text, level.stop) if level is not None else behind
        mark = self.titles.body_marks.at(passage, behind)
        head = passage.starting(skip_spaces(passage.text, mark.stop), "body_head") if mark is not None else None
        if mark is not None and head is not None and self.offices.compose([mark.id, head[2][1]]) in LEVELLED:
            return True
        hit = passage.starting(behind, "body")
        return hit is not None and read_post(f"x@{hit[2][1]}").body in LEVELLED

    def behind_titles(self, passage: Passage, at: int) -> int:
        """Where a name begins behind titles of its bearer, written small or short."""
        for _ in range(3):
            title = self.titles.honorifics.at(passage, at)
            if title is None:
                break
            at = skip_spaces(passage.text, title.stop)
        return at

    def is_next_person(self, passage: Passage, at: int) -> bool:
        """Whether a word of listing stands here, and behind it the title of a further person."""
        link = self.titles.links.at(passage, at) if passage.text[at].islower() else None
        if link is None or link.id != "list":
            return False
        behind = skip_spaces(passage.text, link.stop)
        named = self.behind_titles(passage, behind)
        return named > behind and self.reader.at(passage, named, direct=True) is not None

    def _is_head(self, passage: Passage, at: int) -> bool:
        return passage.starting(skip_spaces(passage.text, at), *BODIES) is not None

    def _listed(self, state: State) -> bool:
        """A further subject or word of a body's name behind "and": what it is of goes on, no other office or person begins."""
        passage = state.passage
        link = self.titles.links.at(passage, state.at)
        if link is None or link.id != "list" or self.compounds or state.at == skip_spaces(passage.text, state.office):
            return False
        at = skip_spaces(passage.text, link.stop)
        word = _TOKEN.match(passage.text, at)
        if word is None or passage.starting(at, "office", "speech_verb") is not None or self.titles.honorifics.at(passage, at) is not None:
            return False
        other = any(book.at(passage, at) is not None for book in (self.titles.stops, self.titles.marks))
        if other or self.reader.at(passage, at, direct=False) is not None:
            return False
        if self.titles.vietnamese:
            body = passage.starting(at, *BODIES) is not None
            capital = passage.text[at].isupper()
            goes_on = (state.behind_body or state.opened) if body else capital and (state.opened or state.found.subject)
            if not goes_on:
                return False
        elif not any("gen" in reading.cases for reading in self.titles.room.readings(word.group())) and self.titles.subjects.at(passage, at) is None:
            return False
        found, opened = state.found, state.opened
        if found.listed is None:
            found.listed = (found.stop, len(found.parts))
        state.go(at, known=True)
        state.opened, found.stop = opened, skip_spaces_back(passage.text, at)
        return True

    def _ends_in_name(self, state: State) -> bool:
        """A Vietnamese name of the body or the village in a run that its holder's name ends ("Tan Phu Nguyen Van Ba"), or two syllables alone."""
        length, name = self.reader.syllables(state.passage, state.at), self.reader.split(state.passage, state.at)
        run = self.reader.run(state.passage, state.at)
        alone = length == 1 == len(run) and state.after_level and not self.reader.is_given(state.passage.text[slice(*run[0])])
        if name is None and not alone and not (length == _SHORT_NAME and state.own):
            return False
        state.found.name = name
        stop = skip_spaces_back(state.passage.text, name.start if name is not None else run[length - 1][1])
        if state.after_level:
            state.found.name_unit(state.passage.text, state.at, stop)
        state.go(stop, known=True)
        return True

    def _patron(self, state: State) -> bool:
        """Whose name a body bears: "of the name of" and the capitals behind, up to where its holder's name begins."""
        passage = state.passage
        link = self.titles.links.at(passage, state.at)
        if link is None or link.id != "patron":
            return False
        at = skip_spaces(passage.text, link.stop)
        cases = state.cases & NOMINATIVE or state.cases
        while (token := _TOKEN.match(passage.text, at)) is not None:
            if not passage.text[at].isupper() and self.titles.honorifics.at(passage, at) is None:
                break
            if at > link.stop + 1 and (name := self.reader.at(passage, at, direct=False, cases=cases)) is not None and name.sure:
                break
            at = skip_spaces(passage.text, token.end() + (passage.text[token.end():token.end() + 1] == "."))
            if _NUMERAL.fullmatch(token.group()):
                break
        if at == skip_spaces(passage.text, link.stop):
            return False
        opened = state.opened
        state.go(skip_spaces_back(passage.text, at), known=True)
        state.opened = opened
        return True

    def _own_name(self, state: State) -> bool:
        """A body's own name, a run of capitals, up to where a person's name begins inside it."""
        passage, at = state.passage, state.at
        if not passage.text[at].isupper() or self.titles.honorifics.at(passage, at) is not None or self.place_at(state) is not None:
            return False
        if self.titles.subjects.at(passage, at) is not None or (not state.own and self.is_worded(passage, at)):
            return False
        if self.compounds and self._level_behind(state):
            return True
        state.found.name = name = self._split(state)
        if name is not None:
            state.go(skip_spaces_back(passage.text, name.start), known=True)
            return True
        if self.titles.vietnamese and state.own and passage.starting(at, *BODIES) is None and (run := self.reader.run(passage, at)):
            opened = state.opened
            state.go(run[-1][1], known=False)
            state.opened = opened
            return True
        return False

    def _split(self, state: State) -> Name | None:
        """The holder's name at the end of a run, or the whole of it behind words that say what the body is for; two syllables are the body's."""
        name = self.reader.split(state.passage, state.at)
        if self.titles.vietnamese and (state.described or state.opened in NOT_OF_PERSONS):
            whole = self.reader.at(state.passage, state.at, direct=False)
            if whole is not None and whole.sure and len(whole.text.split()) >= _LONG_NAME:
                return whole
        first = state.opened and state.at == skip_spaces(state.passage.text, state.found.stop) and name is not None and name.start == state.at
        return None if first and name is not None and len(name.text.split()) == _SHORT_NAME else name

    def _level_behind(self, state: State) -> bool:
        """A unit with its word of level behind it ("Long Hoa Commune") in a run of capitals."""
        passage = state.passage
        for start, _ in self.reader.run(passage, state.at)[1:]:
            level = self.titles.levels.at(passage, start)
            if level is not None:
                found = state.found
                found.level, found.place_text = found.level or level.id, found.place_text or passage.text[state.at:start].rstrip()
                state.go(level.stop, known=True)
                return True
        return False
