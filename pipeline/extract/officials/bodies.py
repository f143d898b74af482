"""Bodies as a text names them: heads with their marks, levels, places and owners, behind an office or before it."""

from __future__ import annotations

import re

from pipeline.extract.officials.body_places import POSSESSIVES, BodyPlaces
from pipeline.extract.officials.grammar import BODIES, Found, skip_spaces, skip_spaces_back
from pipeline.extract.officials.name_runs import APOSTROPHES
from pipeline.extract.officials.regions import is_large, level_of
from pipeline.extract.officials.state import Complement, Part, State
from pipeline.knowledge.offices import read_post
from pipeline.records import Hit, Passage

_MOST_ELEMENTS = 6
_LONGEST_PLACE = 60
_LONGEST_ASIDE = 12
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w'\u2019-]* $")
_ABBREVIATION = re.compile(r"(?:[A-Z\u0110]\.?){2,5}(?!\w)")
_SHORT_SUBJECT = re.compile(r"[A-Z\u0110]{1,6}(?: ?[-&,\u2013] ?[A-Z\u0110]{1,6})*(?!\w)")
_ALL_KNOWN = frozenset({"centre", "province"})
"""Levels of which the gazetteer has all units: behind their words an unknown name is a person's."""
_ROMAN = frozenset("IVX")
_CONTINUED = frozenset({"management_board", "steering_committee", "organising_committee", "agency", "army", "police", "party_body", "committee"})
"""Bodies whose wordings are only the beginning of their names."""
WEAK = frozenset({"country", "municipality"})
"""Bodies that a place's name stands for where no other one is said."""


class BodyReader(BodyPlaces):
    """Reads bodies in passages of one language."""

    def composed(self, found: Complement) -> Complement:
        """The complement with its body put together from its parts, and with the level that its place gives it."""
        found.parts, found.owners = found.parts + found.owners, []
        if any(part.body not in WEAK for part in found.parts):
            found.parts = [part for part in found.parts if part.body not in WEAK]
        if found.section and found.parts:
            found.parts.insert(0, Part(body="division"))
        for part in reversed(found.parts):
            found.owner, found.body = found.body, part.body or self.offices.compose(part.words, found.body)
        if found.place is not None:
            found.level = level_of(found.place, found.level)
        return found

    def read_before(self, passage: Passage, start: int, floor: int) -> tuple[int, Complement]:
        """The body before an office ("Health Ministry spokesman"), in languages that compound so, and where it begins."""
        found = Complement(start)
        elements: list[Found] = []
        while len(elements) < _MOST_ELEMENTS and (element := self._element_before(passage, start)) is not None and element.start >= floor:
            elements.insert(0, element)
            start = element.start
        state = State(passage, found, start, frozenset())
        for element in elements:
            state.at = element.start
            if element.id in BODIES:
                self.take_body(state, next(passage.within(element.start, element.stop, element.id)))
            elif element.id == "place":
                self.take_place(state, next(passage.within(element.start, element.stop, "place")))
            elif element.id == "level":
                level = self.titles.levels.at(passage, element.start)
                found.level = found.level or (level.id if level is not None else "")
            elif element.id == "mark":
                self.marked(state)
        return start, self.composed(found)

    def _element_before(self, passage: Passage, at: int) -> Found | None:
        text = passage.text
        at = skip_spaces_back(text, at)
        if text[at - 1:at] == ")" and (opened := text.rfind("(", max(0, at - _LONGEST_ASIDE), at)) > 0:
            at = skip_spaces_back(text, opened)
        if text[max(0, at - 2):at] in POSSESSIVES:
            at -= 2
        found: list[Found] = []
        hit = passage.ending(at, *BODIES)
        if hit is not None and hit[1] == at:
            found.append(Found(hit[0], at, hit[2][0]))
        place = passage.ending(at, "place")
        if place is not None and place[1] == at and is_large(place):
            found.append(Found(place[0], at, "place"))
        for ident, book in (("mark", self.titles.body_marks), ("level", self.titles.levels), ("subject", self.titles.subjects)):
            if (word := book.before(passage, at)) is not None:
                found.append(Found(word.start, at, ident))
        return min(found, key=lambda element: element.start) if found else None

    def known(self, state: State) -> bool:
        """Take a body or a place that the one pass found here."""
        hit = state.passage.starting(state.at, *BODIES)
        subject = self.titles.subjects.at(state.passage, state.at) if hit is not None and state.opened else None
        if hit is not None and subject is not None and subject.stop >= hit[1] + (hit[2][0] != "organisation"):
            return False
        place = self.place_at(state)
        if hit is not None and (place is None or hit[1] >= place[1]):
            return self.take_body(state, hit)
        if place is None or (state.opened and self.titles.subjects.at(state.passage, state.at) is not None):
            return False
        self.take_place(state, place)
        return True

    def _is_bare(self, passage: Passage, hit: Hit) -> bool:
        """Whether a one-syllable head is written small and an unknown word follows: the beginning of an everyday word."""
        if not self.titles.vietnamese or passage.text[hit[0]].isupper() or " " in passage.text[hit[0]:hit[1]]:
            return False
        following = skip_spaces(passage.text, hit[1])
        if not passage.text[following:following + 1].islower():
            return False
        return all(book.at(passage, following) is None for book in (self.titles.subjects, self.titles.levels, self.titles.stops, self.titles.links))

    def take_body(self, state: State, hit: Hit) -> bool:
        """Take a body, or the head of one; False where the head is but the beginning of an everyday word."""
        found = state.found
        kind, ident = hit[2][0], hit[2][1]
        if kind != "body_head":
            post = read_post(f"x@{ident}" if kind == "body" else f"x@{self.offices.organisations[ident].body}")
            found.parts.append(Part(body=post.body, headed=True))
            found.level = found.level or post.level
            state.go(hit[1], known=True)
            state.behind_body = True
            state.opened = post.body if self.titles.vietnamese and post.body in _CONTINUED else ""
        elif self._is_bare(state.passage, hit):
            return False
        else:
            if self._is_owned(state, hit):
                found.parts.insert(0, Part([ident], headed=True))
            else:
                if not found.parts or found.parts[-1].headed or found.parts[-1].body:
                    found.parts.append(Part())
                found.parts[-1].words.append(ident)
                found.parts[-1].headed = True
            state.go(hit[1], known=True)
            state.open(ident)
            # "Long Hoa Airlines": its own name has been said before the head
            named = self.compounds and _CAPITAL_BEFORE.search(state.passage.text, max(0, hit[0] - _LONGEST_PLACE), hit[0]) is not None
            state.own = state.own and not named
        found.body_start = hit[0] if found.body_start is None else found.body_start
        found.head_stop = hit[1]
        state.narrow()
        return True

    def _is_owned(self, state: State, hit: Hit) -> bool:
        """Whether a head stands right behind another body whose own it is ("Ministry Office"), in languages that compound so."""
        parts, direct = state.found.parts, state.passage.text[state.found.head_stop:hit[0]] == " "
        police = hit[2][1] == "department" and bool(parts) and "police" in (parts[0].body, *parts[0].words)
        return self.compounds and direct and bool(parts) and parts[0].headed and not police

    def marked(self, state: State) -> bool:
        """A mark of a body, before its head or behind it."""
        mark = self.titles.body_marks.at(state.passage, state.at)
        hit = state.passage.starting(state.at, *BODIES) if mark is not None else None
        if mark is None or (hit is not None and hit[1] > mark.stop):
            return False
        subject = self.titles.subjects.at(state.passage, state.at)
        if subject is not None and subject.stop > mark.stop and mark.id != "country":
            return False
        found = state.found
        if subject is not None and subject.stop == mark.stop and not found.subject:
            found.subject, found.subject_text = subject.id, state.passage.text[state.at:subject.stop]
        if mark.id == "country":
            if not found.parts:
                found.parts.append(Part(body="country"))
            state.go(mark.stop, known=True)
            return True
        if not found.parts or found.parts[-1].body:
            found.parts.append(Part())
        found.parts[-1].words.append(mark.id)
        found.body_start = state.at if found.body_start is None else found.body_start
        opened = state.opened
        state.go(mark.stop, known=not self.compounds)
        state.opened, state.behind_body = opened, True
        return True

    def worded(self, state: State, links: tuple[str, ...] = ("of", "in")) -> bool:
        """Subjects, levels and links (those of `links` only): words that are looked up only here."""
        passage, at, found, titles = state.passage, state.at, state.found, self.titles
        if (subject := titles.subjects.at(passage, at)) is not None:
            opened, own = state.opened, state.own
            if not found.subject:
                found.subject, found.subject_text = subject.id, passage.text[at:subject.stop]
            state.go(subject.stop, known=not own and not self.compounds)
            small = passage.text[at].islower() and opened in _CONTINUED
            state.opened, state.own = (opened, own) if own or small else ("", False)
            return True
        if (level := titles.levels.at(passage, at)) is not None:
            found.level = found.level or level.id
            opened = state.opened
            state.go(level.stop, known=True)
            state.after_level, state.opened = True, opened
            if level.id not in _ALL_KNOWN:
                self.level_name(state)
            return True
        if (short := _SHORT_SUBJECT.match(passage.text, at)) is not None and len(short.group()) > 1 and self._is_short(state):
            opened = state.opened
            state.go(short.end(), known=bool(opened))
            state.opened = opened
            return True
        if (link := titles.links.at(passage, at)) is not None and (link.id in links or (link.id == "own" and state.linked)):
            stop = found.stop
            state.go(link.stop, known=True)
            found.stop, state.linked = stop, True
            state.narrow()
            return True
        return False

    def _is_short(self, state: State) -> bool:
        """Whether capitals stand for a body or its subject: behind a head, or right behind the office."""
        return bool(state.opened) or state.at == skip_spaces(state.passage.text, state.found.stop)

    def level_name(self, state: State) -> None:
        """The name of the unit behind its level word where the gazetteer lacks it: the capitals up to where a person's name begins."""
        at = skip_spaces(state.passage.text, state.at)
        if not self.titles.vietnamese or self.is_place(state.passage, at) or self.titles.honorifics.at(state.passage, at) is not None:
            return
        short = _ABBREVIATION.match(state.passage.text, at)
        if short is not None and not set(short.group()) <= _ROMAN:
            state.found.place_text = state.found.place_text or short.group()
            state.go(short.end(), known=True)
            return
        run = self.reader.run(state.passage, at)
        name = self.reader.at(state.passage, at, direct=False)
        if not run or (name is not None and (len(name.text.split()) > 2 or name.text[1:2] in APOSTROPHES)):
            return
        person = self.reader.split(state.passage, at)
        native = self.reader.syllables(state.passage, at)
        stop = skip_spaces(state.passage.text, person.start) - 1 if person is not None else run[min(native or len(run), 3) - 1][1]
        if stop > run[0][1]:
            state.found.name_unit(state.passage.text, at, stop)
        state.go(stop, known=True)
