"""What follows an office: the body that it is of, with its level and place, up to the holder's name or the end of the phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.extract.officials.declined import NOMINATIVE, gendered
from pipeline.extract.officials.grammar import Found, Titles, skip_spaces, skip_spaces_back
from pipeline.extract.officials.names import Name, Reader
from pipeline.extract.officials.regions import is_city, is_country, is_large, is_province, level_of
from pipeline.knowledge.offices import read_post
from pipeline.records import Hit, Passage

_MOST_WORDS = 16
_MOST_ELEMENTS = 6
_POSSESSIVES = ("'s", "\u2019s", "s'", "s\u2019")
GENITIVE = frozenset({"gen:m", "gen:f"})
_VERBS = frozenset({"fin", "praet", "bedzie", "impt", "imps", "winien", "pred"})
_OBLIQUE = frozenset({"gen", "loc", "inst", "dat"})
_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019"}
_LONGEST_QUOTE = 60
_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019/.&][^\W_]+)*|[0-9]+(?![0-9.,/%])|&")
_ABBREVIATION = re.compile(r"(?:[A-Z\u0110]\.?){2,5}(?!\w)")
_ASIDE = re.compile(r"\([A-Z\u0110][\w&-]{1,14}\)(?= [^\W\d_])")
_SHORT_SUBJECT = re.compile(r"[A-Z\u0110]{1,6}(?: ?[-&,\u2013] ?[A-Z\u0110]{1,6})*(?!\w)")
_OWN_NAMES = frozenset({
    "company", "bank", "hospital", "school", "institute", "association", "fund", "newspaper", "cooperative", "embassy", "political_party", "party",
})
"""Bodies that have names of their own: a person's name right behind such a word may be the body's."""

_ABROAD = frozenset({"", "country", "international", "national_assembly", "state", "government"})
"""Bodies whose holders may be foreigners with names that no list knows."""

_WEAK = frozenset({"country", "municipality"})
"""Bodies that a place's name stands for where no other one is said."""


@dataclass(slots=True)
class Complement:
    """The body of an office as far as it was read; `stop` is the end of what was understood, `name` the holder who follows directly."""

    stop: int
    parts: list[_Part] = field(default_factory=list)
    """The bodies in the order of the text: the office's own, then its owner, then that one's owner."""
    body: str = ""
    level: str = ""
    owner: str = ""
    place: Hit | None = None
    place_text: str | None = None
    body_start: int | None = None
    name: Name | None = None
    opaque: bool = False
    """Whether capitals of no known body stand behind the office."""
    hero: bool = False
    """Whether the name of a place that bears a person's name stands where a holder would."""

    @property
    def known(self) -> bool:
        """Whether any body has been read."""
        return bool(self.parts)


@dataclass(slots=True)
class _Part:
    """A body as it is read: known at once, or a head with its marks."""

    words: list[str] = field(default_factory=list)
    body: str = ""
    headed: bool = False


class ComplementReader:
    """Reads complements in passages of one language."""

    def __init__(self, titles: Titles, reader: Reader) -> None:
        self.titles = titles
        self.reader = reader
        self.offices = reader.offices
        self.compounds = titles.room.language.inflection == "suffixes"
        """Whether a body stands before its office too, and behind it only with a preposition."""

    def read(self, passage: Passage, start: int, stop: int, cases: frozenset[str]) -> Complement:
        """The complement of the office that stands at [start, stop) in one of `cases`; a body may begin with the office's last word."""
        found = Complement(stop)
        state = _State(passage, found, stop, cases)
        self._inner(state, start)
        steps = (self._quoted, self._named, self._marked, self._known, self._worded, self._free)
        for _ in range(_MOST_WORDS):
            state.at = skip_spaces(passage.text, state.at)
            if state.at >= len(passage.text) or passage.text[state.at] == "\n":
                break
            if not any(step(state) for step in steps) or found.name is not None:
                break
        return self._composed(found)

    def _composed(self, found: Complement) -> Complement:
        if any(part.body not in _WEAK for part in found.parts):
            found.parts = [part for part in found.parts if part.body not in _WEAK]
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
        state = _State(passage, found, start, frozenset())
        for element in elements:
            state.at = element.start
            if element.id in ("body", "body_head"):
                self._take_body(state, next(passage.within(element.start, element.stop, element.id)))
            elif element.id == "place":
                self._take_place(state, next(passage.within(element.start, element.stop, "place")))
            elif element.id == "level":
                level = self.titles.levels.at(passage, element.start)
                found.level = found.level or (level.id if level is not None else "")
            elif element.id == "mark":
                self._marked(state)
        return start, self._composed(found)

    def _element_before(self, passage: Passage, at: int) -> Found | None:
        text = passage.text
        at = skip_spaces_back(text, at)
        if text[max(0, at - 2):at] in _POSSESSIVES:
            at -= 2
        found: list[Found] = []
        hit = passage.ending(at, "body", "body_head")
        if hit is not None and hit[1] == at:
            found.append(Found(hit[0], at, hit[2][0]))
        place = passage.ending(at, "place")
        if place is not None and place[1] == at and is_large(place):
            found.append(Found(place[0], at, "place"))
        for ident, book in (("mark", self.titles.body_marks), ("level", self.titles.levels), ("subject", self.titles.subjects)):
            if (word := book.before(passage, at)) is not None:
                found.append(Found(word.start, at, ident))
        return min(found, key=lambda element: element.start) if found else None

    def _inner(self, state: _State, start: int) -> None:
        """A body that begins inside the office's wording, with its last word."""
        last = state.passage.text.rfind(" ", start, state.at) + 1
        if last > start:
            hit = state.passage.starting(last, "body", "body_head")
            if hit is not None and hit[1] > state.at:
                self._take_body(state, hit)
                state.found.body_start = last
            elif hit is not None and hit[2][0] == "body_head" and hit[1] == state.at:
                state.open(hit[2][1])

    def _quoted(self, state: _State) -> bool:
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

    def _named(self, state: _State) -> bool:
        """The holder's name; a body that has a name of its own takes the run of capitals, up to where a name begins inside it."""
        passage, at = state.passage, state.at
        if state.own or state.linked:
            name = self.reader.split(passage, at) if passage.text[at].isupper() else None
            if name is not None and self.titles.honorifics.at(passage, at) is None and not self._is_place(passage, at):
                state.found.name = name
                state.go(name.start, known=True)
                return True
            if self.compounds or passage.text[at].isupper():
                return False
        if passage.starting(at, "body", "body_head") is not None or (state.opened and self.titles.subjects.at(passage, at) is not None):
            return False
        place = self._place(state)
        if place is not None and self._wins(place, state):
            state.found.hero = self._is_hero(state, place)
            return False
        abroad = not state.found.parts or state.found.parts[0].body in _ABROAD
        state.found.name = self.reader.at(passage, self._behind_titles(passage, at), direct=state.direct, abroad=abroad, cases=state.cases)
        return state.found.name is not None

    def _place(self, state: _State) -> Hit | None:
        """The gazetteer's hit here; small places and doubtful names only behind a word of level or right behind their body."""
        for hit in state.passage.within(state.at, state.at + _LONGEST_QUOTE, "place"):
            if hit[0] != state.at:
                break
            if state.passage.text[hit[1]:hit[1] + 1] == "-" and state.passage.text[hit[1] + 1:hit[1] + 2].isalpha():
                continue
            if is_large(hit) or state.after_level or (state.behind_body and hit[1] - hit[0] > 2):
                return hit
        return None

    def _is_place(self, passage: Passage, at: int) -> bool:
        return passage.starting(at, "place") is not None

    def _behind_titles(self, passage: Passage, at: int) -> int:
        """Where a name begins behind titles of its bearer, written small or short."""
        for _ in range(3):
            title = self.titles.honorifics.at(passage, at)
            if title is None:
                break
            at = skip_spaces(passage.text, title.stop)
        return at

    def _is_hero(self, state: _State, place: Hit) -> bool:
        """Whether a person whom a place is named after stands right behind the office."""
        text = state.passage.text[place[0]:place[1]]
        return state.at == skip_spaces(state.passage.text, state.office) and text.count(" ") > 1 and self.reader.is_family(text.split()[0])

    def _wins(self, place: Hit, state: _State) -> bool:
        """Whether a gazetteer's name is one here: not where it is but the beginning of a person's."""
        run = self.reader.run(state.passage, place[0])
        if not run or place[1] >= run[-1][1]:
            words = state.passage.text[place[0]:place[1]].split()
            return state.after_level or len(words) < 3 or is_province(place)
        rest = self.reader.at(state.passage, skip_spaces(state.passage.text, place[1]), direct=False)
        return rest is not None or self.reader.at(state.passage, place[0], direct=False) is None

    def _known(self, state: _State) -> bool:
        hit = state.passage.starting(state.at, "body", "body_head")
        place = self._place(state)
        if hit is not None and (place is None or hit[1] >= place[1]):
            return self._take_body(state, hit)
        if place is None or (state.opened and self.titles.subjects.at(state.passage, state.at) is not None):
            return False
        self._take_place(state, place)
        return True

    def _take_place(self, state: _State, hit: Hit) -> None:
        found = state.found
        if found.place is None:
            found.place = hit
            found.place_text = hit[2].lemma if self.titles.room.has_dictionary else state.passage.text[hit[0]:hit[1]]
        if is_country(hit) and not found.parts:
            found.parts.append(_Part(body="country"))
        elif is_city(hit) and not found.parts and not self.titles.vietnamese:
            found.parts.append(_Part(body="municipality"))
        state.go(hit[1], known=True)

    def _is_bare(self, passage: Passage, hit: Hit) -> bool:
        """Whether a one-syllable head is written small and an unknown word follows: the beginning of an everyday word."""
        if not self.titles.vietnamese or passage.text[hit[0]].isupper() or " " in passage.text[hit[0]:hit[1]]:
            return False
        following = skip_spaces(passage.text, hit[1])
        if not passage.text[following:following + 1].islower():
            return False
        return all(book.at(passage, following) is None for book in (self.titles.subjects, self.titles.levels, self.titles.stops, self.titles.links))

    def _take_body(self, state: _State, hit: Hit) -> bool:
        found = state.found
        kind, ident = hit[2][0], hit[2][1]
        if kind == "body":
            post = read_post(f"x@{ident}")
            found.parts.append(_Part(body=post.body, headed=True))
            found.level = found.level or post.level
            state.go(hit[1], known=True)
            state.behind_body = True
        elif self._is_bare(state.passage, hit):
            return False
        else:
            if not found.parts or found.parts[-1].headed or found.parts[-1].body:
                found.parts.append(_Part())
            found.parts[-1].words.append(ident)
            found.parts[-1].headed = True
            state.go(hit[1], known=True)
            state.open(ident)
        found.body_start = hit[0] if found.body_start is None else found.body_start
        return True

    def _marked(self, state: _State) -> bool:
        """A mark of a body, before its head or behind it."""
        mark = self.titles.body_marks.at(state.passage, state.at)
        if mark is None:
            return False
        found = state.found
        if mark.id == "country":
            if not found.parts:
                found.parts.append(_Part(body="country"))
            state.go(mark.stop, known=True)
            return True
        if not found.parts or found.parts[-1].body:
            found.parts.append(_Part())
        found.parts[-1].words.append(mark.id)
        found.body_start = state.at if found.body_start is None else found.body_start
        opened = state.opened
        state.go(mark.stop, known=not self.compounds)
        state.opened = opened
        return True

    def _worded(self, state: _State) -> bool:
        """Subjects, levels and links: words that are looked up only here."""
        passage, at, found, titles = state.passage, state.at, state.found, self.titles
        if (subject := titles.subjects.at(passage, at)) is not None:
            opened, own = state.opened, state.own
            state.go(subject.stop, known=not own and not self.compounds)
            state.opened, state.own = (opened, True) if own else ("", False)
            return True
        if (level := titles.levels.at(passage, at)) is not None:
            found.level = found.level or level.id
            opened = state.opened
            state.go(level.stop, known=True)
            state.after_level, state.opened = True, opened
            self._level_name(state)
            return True
        if (short := _SHORT_SUBJECT.match(passage.text, at)) is not None and len(short.group()) > 1 and self._is_short(state):
            state.go(short.end(), known=bool(state.opened))
            return True
        if (link := titles.links.at(passage, at)) is not None and link.id == "of":
            stop = found.stop
            state.go(link.stop, known=True)
            found.stop, state.linked = stop, True
            state.narrow()
            return True
        return False

    def _is_short(self, state: _State) -> bool:
        """Whether capitals stand for a body or its subject: behind a head, or right behind the office."""
        return bool(state.opened) or state.at == skip_spaces(state.passage.text, state.found.stop)

    def _level_name(self, state: _State) -> None:
        """The name of the unit behind its level word where the gazetteer lacks it: the capitals up to where a person's name begins."""
        at = skip_spaces(state.passage.text, state.at)
        if not self.titles.vietnamese or self._is_place(state.passage, at):
            return
        short = _ABBREVIATION.match(state.passage.text, at)
        if short is not None:
            state.found.place_text = state.found.place_text or short.group()
            state.go(short.end(), known=True)
            return
        run = self.reader.run(state.passage, at)
        name = self.reader.at(state.passage, at, direct=False)
        if not run or (name is not None and len(name.text.split()) > 2):
            return
        person = self.reader.split(state.passage, at)
        stop = skip_spaces(state.passage.text, person.start) - 1 if person is not None else run[min(len(run), 3) - 1][1]
        state.found.place_text = state.found.place_text or state.passage.text[at:stop]
        state.go(stop, known=True)

    def _free(self, state: _State) -> bool:
        """A word that no room lists: part of a body's own name where the grammar lets it be."""
        passage, at = state.passage, state.at
        match = _WORD.match(passage.text, at)
        if match is None or self.titles.stops.at(passage, at) is not None or self._other_office(state):
            return False
        word = match.group()
        capital = word[0].isupper() or word[0].isdigit() or word == "&"
        if not self._goes_on(state, word, capital=capital):
            return False
        opened, own = state.opened, state.own and not capital
        end = match.end()
        if passage.text[end:end + 1] == "." and word.lower() in self._short:
            end += 1
        stop = state.found.stop
        state.found.opaque = state.found.opaque or (capital and not state.found.parts)
        state.go(end, known=False)
        state.opened, state.own = opened, own
        if not (opened or capital):
            state.found.stop = stop
        return True

    def _other_office(self, state: _State) -> bool:
        """Whether another office begins here: one that is not in the genitive, or that has a holder of its own."""
        office = state.passage.starting(state.at, "office")
        if office is None or office[0] != state.at:
            return False
        cases = gendered(self.titles.room.readings(state.passage.text[office[0]:office[1]].split(" ")[0].lower()))
        genitive = cases & GENITIVE
        behind = skip_spaces(state.passage.text, office[1])
        return not genitive or "nom:m" in cases or self.reader.at(state.passage, behind, direct=False, cases=genitive) is not None

    @property
    def _short(self) -> frozenset[str]:
        return frozenset(self.titles.room.language.abbreviations)

    def _goes_on(self, state: _State, word: str, *, capital: bool) -> bool:
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
        parts = room.parts(word)
        return bool(parts & {"subst", "adj", "ger", "prep", "brev", "ign", "adja", "conj", "ppas", "pact", "num", "depr"})


class _State:
    """Where the reading of a complement stands."""

    __slots__ = ("after_level", "at", "behind_body", "cases", "direct", "found", "linked", "office", "opened", "own", "passage")

    def __init__(self, passage: Passage, found: Complement, at: int, cases: frozenset[str]) -> None:
        self.passage = passage
        self.cases = cases
        self.found = found
        self.at = self.office = at
        self.direct = True
        self.linked = self.after_level = self.own = self.behind_body = False
        self.opened = ""

    def open(self, head: str) -> None:
        """Go on behind a head whose body may say more of itself; `own` until its own name has begun."""
        self.opened = head
        self.own = head in _OWN_NAMES

    def narrow(self) -> None:
        """Behind a preposition a name in another case than the nominative goes with what follows it, not with the office."""
        self.cases = self.cases & NOMINATIVE or self.cases

    def go(self, stop: int, *, known: bool) -> None:
        """Go on behind what was read; after known words the place alone speaks for a name, behind others its words must."""
        self.at = self.found.stop = stop
        self.direct = known
        self.linked = self.after_level = self.own = self.behind_body = False
        self.opened = ""
