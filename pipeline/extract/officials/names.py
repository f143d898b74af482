"""Names of persons: where one begins and ends, by the ways of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.officials.grammar import BODIES, Titles
from pipeline.extract.officials.regions import is_large
from pipeline.knowledge.fold import fold
from pipeline.knowledge.offices import Offices, key
from pipeline.records import Hit, Passage

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc](?!s\b)[^\W\d_]+)*(?:[-\u2010\u2011][^\W\d_]+)*(?:(?<=\b[HK])['\u2019](?!\w))?")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*(?:[-\u2010\u2011][^\W\d_]+)*\Z")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)* ?(?=[^\W\d_])")
_SHORT_SURNAME = re.compile(r"[^\W\d_](?<=[A-Z])\.(?! ?-?[^\W\d_])|[^\W\d_](?<=[A-Z])\.(?= [a-z(,])")
_INITIAL_BEFORE = re.compile(r"(?<!\w)(?:(?:[^\W\d_]\.-?){1,3}|[^\W\d_]['\u2019])\Z")
APOSTROPHES = ("'", "\u2019")
_LONGEST_RUN = 8
_MOST_WORDS = 5
_USUAL_WORDS = 4
_USUAL_LENGTHS = {3: 0, 4: 1, 2: 2}
"""Of two places where a name may begin the one that gives family, middle and given name wins, then four words, then two."""
_LONGEST_SHORT_DAY = 3
_LOOK_BACK = 70
_DASHES = "-\u2010\u2011"


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


class Reader:
    """Reads names in passages of one language: Vietnamese ones anywhere, foreign ones by their given names or by their place."""

    def __init__(self, titles: Titles, offices: Offices) -> None:
        self.titles = titles
        self.offices = offices
        self.stripped = not titles.vietnamese

    def at(self, passage: Passage, at: int, *, direct: bool, abroad: bool = True, cases: frozenset[str] = frozenset()) -> Name | None:
        """The name that starts at `at`; where its place does not speak for a person (`direct`), its words must.

        `abroad`: a foreigner may be meant, whose name is transcribed. `cases`: those that the office's form allows, where it has any.
        """
        del cases
        run = self.run(passage, at)
        words = [passage.text[start:stop] for start, stop in run]
        if len(words) > 1 and self.is_family(words[0]):
            length = self._length(words)
            sure = direct or self._is_vietnamese(words[1:length]) or words[0][1:2] in APOSTROPHES
            return self._name(passage, run[:length], sure=True) if sure else None
        if direct and len(words) > 2 and self._is_middle(words[1]) and self._is_vietnamese(words[:1]):
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

    def split(self, passage: Passage, at: int) -> Name | None:
        """The name at the end of a run of capitalised words of which at least the first is of a body or a place."""
        run = self.run(passage, at)
        words = [passage.text[start:stop] for start, stop in run]
        given = self._given_in(words)
        first = given or self._family_in(passage, run)
        first -= bool(first) and self._is_middle(words[first])
        if not first or (given is None and not self._is_vietnamese(words[first:])):
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
            behind_family = first > 0 and self._is_middle(words[first]) and self._is_vietnamese(words[first - 1:first])
            return self._name(passage, run[first - behind_family:], sure=True)
        given = self._given_in(words)
        if given is not None:
            return self._name(passage, run[given:], sure=True)
        thing = passage.ending(stop, "noun", "body_head")
        return self._name(passage, run, sure=False) if len(run) > 1 and thing is None and not self._is_vietnamese(words) else None

    def alone(self, passage: Passage, run: list[tuple[int, int]], cases: frozenset[str]) -> Name:
        """One word as a name."""
        del cases
        return self._name(passage, run, sure=False)

    def _is_inside(self, hit: Hit, run: list[tuple[int, int]], words: list[str]) -> bool:
        """Whether a body or a place that ends where a name does is but a part of the name ("Khoa", a given name and a faculty)."""
        if hit[2][0] == "place":
            return not (is_large(hit) and hit[0] <= run[0][0])
        return hit[0] == run[-1][0] and len(words) > 2 and any(self.is_family(word, common=True) for word in words[:-2])

    def run(self, passage: Passage, at: int) -> list[tuple[int, int]]:
        """The capitalised words from `at` on, single spaces between; words in capitals and offices of several words end it."""
        text = passage.text
        found: list[tuple[int, int]] = []
        while len(found) < _LONGEST_RUN:
            initial = _INITIAL.match(text, at)
            if initial is not None and text[at].isupper():
                found.append((at, at + len(initial.group().rstrip())))
                at = initial.end()
                continue
            start = at
            at = self._behind_particles(passage, at, found)
            match = _WORD.match(text, at)
            if match is None or not text[at].isupper() or (found and self._is_title(passage, at)):
                break
            stop = passage.word_stop(at, match.end())
            word = text[at:stop]
            if len(word) > 1 and word.isupper() and word[1] not in APOSTROPHES:
                break
            dash = next((i for i, c in enumerate(word[:-1]) if c in _DASHES and word[i + 1].isupper()), None) if self.titles.vietnamese else None
            if dash is not None:
                stop = at + dash
            found.append((start, stop))
            if dash is not None or text[stop:stop + 1] != " ":
                break
            if (short := _SHORT_SURNAME.match(text, stop + 1)) is not None:
                found.append((stop + 1, short.end()))
                break
            at = stop + 1 + (text[stop + 1:stop + 2] == " ")
        while found and text[found[-1][1] - 1] == "." and len(found) == 1:
            found.pop()
        return found if not found or text[found[-1][1]:found[-1][1] + 1] != "/" else []

    def _behind_particles(self, passage: Passage, at: int, found: list[tuple[int, int]]) -> int:
        """Where the word behind "von", "de la" and the like begins; one written large is one only behind a name that is not Vietnamese."""
        text = passage.text
        for _ in range(2):
            particle = self.titles.particles.at(passage, at) if found else None
            if particle is None or text[particle.stop:particle.stop + 1] not in (" ", *_DASHES):
                break
            behind = particle.stop + 1
            if not text[behind:behind + 1].isalpha() or (text[at].isupper() and self.is_family(text[found[0][0]:found[0][1]])):
                break
            at = behind
        return at

    def run_before(self, passage: Passage, stop: int) -> list[tuple[int, int]]:
        """The capitalised words up to `stop`, single spaces between; a title ends it."""
        text = passage.text
        found: list[tuple[int, int]] = []
        while len(found) < _LONGEST_RUN:
            floor = max(0, stop - _LOOK_BACK)
            match = _WORD_BEFORE.search(text, floor, stop) or (_INITIAL_BEFORE.search(text, floor, stop) if found else None)
            if match is None or (match.group().isalpha() and len(match.group()) > 1 and match.group().isupper()):
                break
            start = match.start()
            if not text[start].isupper():
                particle = self.titles.particles.at(passage, start) if found else None
                if particle is None or particle.stop != stop:
                    break
            found.insert(0, (start, stop))
            if text[start - 1:start] != " ":
                break
            stop = start - 1 - (text[start - 2:start - 1] == " ")
        while found and (not text[found[0][0]].isupper() or (len(found) > 1 and self.titles.honorifics.at(passage, found[0][0]) is not None)):
            found.pop(0)
        return found

    def is_family(self, word: str, *, common: bool = False) -> bool:
        """Whether a word is a Vietnamese family name, or begins with one that an apostrophe parts off ("H'Lan")."""
        if word[1:2] in APOSTROPHES and len(word) > len("H'"):
            word = word[:2]
        return self.offices.is_family(word, stripped=self.stripped, common=common)

    def is_native(self, words: list[str]) -> bool:
        """Whether words are a Vietnamese name: a family, and syllables."""
        return self.is_family(words[0]) and self._is_vietnamese(words)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name of the world or of the language's own dictionary."""
        first = key(word.partition("-")[0])
        return first in self.offices.given and (word.isascii() or self.offices.syllable.fullmatch(first) is None)

    def _is_title(self, passage: Passage, at: int) -> bool:
        hit = passage.starting(at, "office", "organisation", "body", "weekday")
        return hit is not None and hit[0] == at and (" " in passage.text[at:hit[1]] or (hit[2][0] == "weekday" and hit[1] - at > _LONGEST_SHORT_DAY))

    def _length(self, words: list[str]) -> int:
        """How many words of a run that begins with a family are one name."""
        if len(words) <= _USUAL_WORDS:
            return len(words)
        return _USUAL_WORDS if self._is_vietnamese(words[:_MOST_WORDS]) else _MOST_WORDS

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
        return next((i for i, (start, stop) in enumerate(run) if not self._is_vietnamese([passage.text[start:stop]])), len(run))

    def _is_vietnamese(self, words: list[str]) -> bool:
        return all(self.offices.syllable.fullmatch(key(word)) for word in words)

    def _name(self, passage: Passage, run: list[tuple[int, int]], *, sure: bool) -> Name:
        start, stop = run[0][0], run[-1][1]
        return Name(start, stop, " ".join(passage.text[start:stop].split()), sure)
