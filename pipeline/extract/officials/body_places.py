"""The places that bodies are of, behind their words of level or right behind them."""

from __future__ import annotations

from pipeline.extract.officials.grammar import BODIES, Titles, skip_spaces
from pipeline.extract.officials.names import Reader
from pipeline.extract.officials.regions import is_city, is_country, is_large, is_province
from pipeline.extract.officials.state import LEVELLED, Part, State
from pipeline.records import Hit, Passage

_LONGEST_PLACE = 60
POSSESSIVES = ("'s", "\u2019s", "s'", "s\u2019")


class BodyPlaces:
    """Reads the places of bodies in passages of one language."""

    def __init__(self, titles: Titles, reader: Reader) -> None:
        self.titles = titles
        self.reader = reader
        self.offices = reader.offices
        self.compounds = titles.room.language.inflection == "suffixes"
        """Whether a body stands before its office too, and behind it only with a preposition."""

    def place_at(self, state: State) -> Hit | None:
        """The gazetteer's hit here; small places and doubtful names only behind a word of level or right behind their body."""
        if state.passage.starting(state.at, "place") is None or state.passage.text[state.at - 1:state.at].isalpha():
            return None  # none, or one that is glued to a body: rather a person's name
        for hit in state.passage.within(state.at, state.at + _LONGEST_PLACE, "place"):
            if hit[0] != state.at:
                break
            if state.passage.text[hit[1]:hit[1] + 1] == "-" and state.passage.text[hit[1] + 1:hit[1] + 2].isalpha():
                continue
            behind = self.compounds and self.titles.levels.at(state.passage, skip_spaces(state.passage.text, hit[1])) is not None
            direct = (state.at == skip_spaces(state.passage.text, state.office) or bool(state.found.subject)) and is_country(hit)
            direct = direct or (state.linked and is_country(hit))
            if direct or is_large(hit) or state.after_level or behind or (state.behind_body and hit[1] - hit[0] > 2):
                return hit
        return None

    def is_place(self, passage: Passage, at: int) -> bool:
        """Whether any name of the gazetteer starts here."""
        return passage.starting(at, "place") is not None

    def take_place(self, state: State, hit: Hit) -> None:
        """Take a place; where no body is said, its country or its city is the body."""
        found = state.found
        if found.place is None:
            found.place = hit
            found.place_text = hit[2].lemma if self.titles.room.has_dictionary else state.passage.text[hit[0]:hit[1]]
            if state.after_level or (found.parts and found.parts[-1].body in LEVELLED):
                found.unit = (hit[0], hit[1])
        stands = not (found.parts or found.opaque or found.section or (state.linked and not self.compounds))
        if stands and is_country(hit):
            found.parts.append(Part(body="country"))
        elif stands and is_city(hit) and not self.titles.vietnamese:
            found.parts.append(Part(body="municipality"))
        state.go(hit[1], known=True)

    def is_hero(self, state: State, place: Hit) -> bool:
        """Whether a person whom a place is named after stands right behind the office."""
        text = state.passage.text[place[0]:place[1]]
        direct = state.at == skip_spaces(state.passage.text, state.office) and not state.after_level
        return direct and text.count(" ") > 1 and self.reader.is_family(text.split()[0]) and not is_country(place)

    def wins(self, place: Hit, state: State) -> bool:
        """Whether a gazetteer's name is one here: not where it is but the beginning of a person's."""
        behind = skip_spaces(state.passage.text, place[1])
        if state.passage.text[behind:behind + 2] in POSSESSIVES or (self.compounds and self.is_worded(state.passage, behind)):
            return True
        run = self.reader.run(state.passage, place[0])
        if state.found.place is not None and is_country(state.found.place) and not is_country(place) and run and place[1] < run[-1][1]:
            return False  # "of Cuba Orlando Smith"
        person = self.reader.at(state.passage, place[0], direct=False)
        if person is not None and " " not in state.passage.text[place[0]:place[1]] and len(person.text.split()) > 2:
            return False
        if not run or place[1] >= run[-1][1]:
            words = state.passage.text[place[0]:place[1]].split()
            return state.after_level or len(words) < 3 or is_province(place) or is_country(place)
        rest = self.reader.at(state.passage, skip_spaces(state.passage.text, place[1]), direct=False)
        return rest is not None or person is None

    def is_worded(self, passage: Passage, at: int) -> bool:
        """Whether a body, a mark, a subject or a level of the room stands here."""
        books = (self.titles.body_marks, self.titles.subjects, self.titles.levels)
        return passage.starting(at, *BODIES) is not None or any(book.at(passage, at) is not None for book in books)
