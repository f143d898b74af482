"""Names of persons: where one begins and ends, by the ways of the language."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.officials.grammar import BODIES
from pipeline.extract.officials.name_runs import APOSTROPHES, NameRuns
from pipeline.extract.officials.regions import is_large
from pipeline.knowledge.fold import fold
from pipeline.knowledge.offices import key
from pipeline.records import Hit, Passage

_MOST_WORDS = 5
_USUAL_WORDS = 4
_USUAL_LENGTHS = {3: 0, 4: 1, 2: 2}
"""Of two places where a name may begin the one that gives family, middle and given name wins, then four words, then two."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands and as it is said without case ending.

    `sure`: the words themselves speak for a person (a known family or given name), not only their place.
    """

    start: int
    stop: int
    text: str
    sure: bool = False

    @property
    def full(self) -> bool:
        """Whether it is more than one word."""
        return " " in self.text


class Reader(NameRuns):
    """Reads names in passages of one language: Vietnamese ones anywhere, foreign ones by their given names or by their place."""

    def at(self, passage: Passage, at: int, *, direct: bool, abroad: bool = True, cases: frozenset[str] = frozenset()) -> Name | None:
        """The name that starts at `at`; where its place does not speak for a person (`direct`), its words must.

        `abroad`: a foreigner may be meant, whose name is transcribed. `cases`: those that the office's form allows, where it has any.
        """
        del cases
        run = self.run(passage, at)
        words = [passage.text[start:stop] for start, stop in run]
        if len(words) > 1 and self.is_family(words[0]):
            if self._is_unit(passage, run, words):
                return None
            length = self._length(words)
            sure = direct or self.are_syllables(words[1:length]) or words[0][1:2] in APOSTROPHES
            return self._name(passage, run[:length], sure=True) if sure else None
        if direct and len(words) > 2 and self._is_middle(words[1]) and self.are_syllables(words[:1]):
            return self._name(passage, run[:_USUAL_WORDS], sure=True)
        first = self._given_in(words)
        if first is not None and (first == 0 or direct):
            return self._name(passage, run[first:first + _USUAL_WORDS], sure=True)
        if not direct or self._family_in(passage, run):
            return None
        words = words[:_USUAL_WORDS]
        if any(passage.starting(start, *BODIES) is not None for start, _ in run[:_USUAL_WORDS]):
            return None
        return self._name(passage, run[:_USUAL_WORDS], sure=False) if self._may_be_foreign(words, abroad=abroad) else None

    def _is_unit(self, passage: Passage, run: list[tuple[int, int]], words: list[str]) -> bool:
        """Whether a row too long for one name begins with a rare family and ends in a name of a common one: a unit and its holder."""
        if len(words) <= _USUAL_WORDS or self.is_family(words[0], common=True):
            return False
        first = self._family_in(passage, run)
        return first > 1 and len(words) - first > 2 and self.is_family(words[first], common=True)

    def split(self, passage: Passage, at: int) -> Name | None:
        """The name at the end of a run of capitalised words of which at least the first is of a body or a place."""
        run = self.run(passage, at)
        words = [passage.text[start:stop] for start, stop in run]
        given = self._given_in(words)
        first = given or self._family_in(passage, run)
        first -= bool(first) and self._is_middle(words[first])
        if not first or (given is None and not self.are_syllables(words[first:])):
            return None
        return self._name(passage, run[first:first + _MOST_WORDS], sure=True)

    def before(self, passage: Passage, stop: int, cases: frozenset[str] = frozenset()) -> Name | None:
        """The name that ends at `stop`."""
        del cases
        run = self.run_before(passage, stop)
        words = [passage.text[start:end] for start, end in run]
        ending = passage.ending(stop, *BODIES, "place")
        if words and ending is not None and not self._is_inside(ending, run, words):
            return None
        nearest = range(max(0, len(words) - _MOST_WORDS), len(words) - 1)
        starts = [i for i in nearest if self.is_family(words[i]) and not self._is_place(passage, run[i][0])]
        if starts:
            first = starts[0]
            if len(words) - first > _USUAL_WORDS:
                first = next((i for i in starts if self.is_family(words[i], common=True)), first)
            behind_family = first > 0 and self._is_middle(words[first]) and self.are_syllables(words[first - 1:first])
            return self._name(passage, run[first - behind_family:], sure=True)
        given = self._given_in(words)
        if given is not None:
            return self._name(passage, run[given:], sure=True)
        middle = next((i for i in nearest if i + 2 < len(words) and self._is_middle(words[i + 1]) and self.are_syllables(words[i:])), None)
        if middle is not None:
            return self._name(passage, run[middle:], sure=True)
        thing = passage.ending(stop, "noun", "body_head")
        return self._name(passage, run, sure=False) if len(run) > 1 and thing is None and not self.are_syllables(words) else None

    def alone(self, passage: Passage, run: list[tuple[int, int]], cases: frozenset[str]) -> Name:
        """One word as a name."""
        del cases
        return self._name(passage, run, sure=False)

    def _is_inside(self, hit: Hit, run: list[tuple[int, int]], words: list[str]) -> bool:
        """Whether a body or a place that ends where a name does is but a part of the name ("Khoa", a given name and a faculty)."""
        if hit[2][0] == "place":
            return not (is_large(hit) and hit[0] <= run[0][0])
        ends = len(words) > 2 and hit[0] in (run[-1][0], run[-2][0])
        return ends and any(self.is_family(word, common=True) for word in words[:-2])

    def is_native(self, words: list[str]) -> bool:
        """Whether words are a Vietnamese name: a family, and syllables."""
        return self.is_family(words[0]) and self.are_syllables(words)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name of the world or of the language's own dictionary."""
        first = key(word.partition("-")[0])
        return first in self.offices.given and (word.isascii() or self.offices.syllable.fullmatch(first) is None)

    def _length(self, words: list[str]) -> int:
        """How many words of a run that begins with a family are one name."""
        if len(words) <= _USUAL_WORDS:
            return len(words)
        return _USUAL_WORDS if self.are_syllables(words[:_MOST_WORDS]) else _MOST_WORDS

    def _given_in(self, words: list[str]) -> int | None:
        return next((i for i, word in enumerate(words[:-1]) if self.is_given(word)), None)

    def _family_in(self, passage: Passage, run: list[tuple[int, int]]) -> int:
        """Where, behind its first word, a run goes over into a Vietnamese name that is no place's; 0 where it does not."""
        words = [passage.text[start:stop] for start, stop in run]
        inner = range(max(1, len(words) - _MOST_WORDS), len(words) - 1)
        starts = [i for i in inner if self.is_family(words[i]) and not self._is_place(passage, run[i][0])]
        common = [i for i in starts if self.is_family(words[i], common=True)]
        return min(common or starts or [0], key=lambda i: _USUAL_LENGTHS.get(len(words) - i, len(words)))

    def _is_place(self, passage: Passage, at: int) -> bool:
        place = passage.starting(at, "place")
        return place is not None and is_large(place)

    def _may_be_foreign(self, words: list[str], *, abroad: bool) -> bool:
        """Whether words that no list knows may be a foreigner's name; a Vietnamese text also writes Chinese names of three syllables its own way."""
        if any(len(word) == 1 for word in words):
            return False
        native = [self.offices.syllable.fullmatch(key(word)) is not None for word in words]
        if all(native):
            return abroad and len(words) > (2 if self.titles.vietnamese else 1)
        return not self.titles.vietnamese or not any(known and not word.isascii() for known, word in zip(native, words, strict=True))

    def _is_middle(self, word: str) -> bool:
        return fold(word) in self.offices.middles

    def syllables(self, passage: Passage, at: int) -> int:
        """How many words of the run at a place are Vietnamese syllables."""
        run = self.run(passage, at)
        return next((i for i, (start, stop) in enumerate(run) if not self.are_syllables([passage.text[start:stop]])), len(run))

    def are_syllables(self, words: list[str]) -> bool:
        """Whether every word is built like a Vietnamese syllable."""
        return all(self.offices.syllable.fullmatch(key(word)) for word in words)

    def _name(self, passage: Passage, run: list[tuple[int, int]], *, sure: bool) -> Name:
        start, stop = run[0][0], run[-1][1]
        return Name(start, stop, " ".join(passage.text[start:stop].split()), sure)
