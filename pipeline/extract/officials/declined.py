"""Names in a language whose dictionary tells names and whose names take case endings (Polish): where they are and their nominative."""

from __future__ import annotations

from pipeline.extract.officials.cases import CASES, NOMINATIVE, bare_syllable, declined_endings, gendered, named, syllable_endings
from pipeline.extract.officials.grammar import Titles
from pipeline.extract.officials.names import Name, Reader
from pipeline.knowledge.inflect import Reading
from pipeline.knowledge.offices import Offices, key
from pipeline.records import Passage

_MOST_SURNAMES = 2
_MOST_VIETNAMESE = 4
_USUAL = 3
_LONGEST_NAME = 5
_SHORTEST = 3
_UNDECLINED = "aeiouy"
"""Last letters of foreign given names that may stay as they are."""
Run = list[tuple[int, int]]


class DeclinedReader(Reader):
    """Reads names by the dictionary's given and family names; the case of the office must be one of the name's."""

    def __init__(self, titles: Titles, offices: Offices) -> None:
        super().__init__(titles, offices)
        self.room = titles.room
        self.endings = syllable_endings(titles.room)
        self._memo: dict[str, frozenset[str]] = {}

    def at(self, passage: Passage, at: int, *, direct: bool, abroad: bool = True, cases: frozenset[str] = frozenset()) -> Name | None:
        """The name that starts at `at`, in one of `cases` (any where none is given)."""
        run = self.run(passage, at)
        words = [passage.text[start:stop] for start, stop in run]
        if not words:
            return None
        length = self._vietnamese(words)
        if length:
            return self._vietnamese_name(passage, run[:length])
        if self._is_of_highlands(words):
            return self._person(passage, run[:_LONGEST_NAME], NOMINATIVE)
        said = cases or CASES
        if len(words) > 1 and self._given(words[0], said):
            return self._person(passage, run[:self._person_length(passage, run, words)], said)
        if not direct:
            return None
        if len(words) == 2 and not self.room.readings(words[0]) and self._is_surname(words[1], said) and not self._is_nominative(words, said):
            return self._person(passage, run, said, sure=False)
        if any(self._vietnamese(words[i:]) for i in range(1, len(words))):
            return None
        if abroad and self._is_of_asia(words):
            return self._person(passage, run[:_USUAL], said, sure=False)
        if any(self._given(word, said) for word in words[1:3]):
            return None
        if len(words) > 1 and not self._given(words[1], CASES) and all(self._may_be_name(passage, word, said) for word in words[:2]):
            return self._person(passage, run[:self._person_length(passage, run, words)], said, sure=False)
        return self._person(passage, run[:1], said, sure=False) if self._is_surname(words[0], said) else None

    def _is_of_highlands(self, words: list[str]) -> bool:
        """Whether words are a name of the Central Highlands, which one letter or a family of theirs opens ("Y Bier Nie", "Rah Lan Chung")."""
        if len(words) < 2 or not self.is_family(words[0]):
            return False
        if len(words[0]) > 1:
            foreign = [not self.room.readings(word) and not self.room.readings(word.lower()) for word in words]
            return foreign[0] or (len(words) > 1 and all(foreign[1:]))
        other = bool(self.room.readings(words[0].lower())) and (self._given(words[1], CASES) or any(map(self._knows_common, words[1:])))
        return not other

    def _is_of_asia(self, words: list[str]) -> bool:
        """Whether words may be a name that a family of one short syllable opens, as in China, Korea and Cambodia."""
        if not 2 <= len(words) <= _USUAL or len(words[0]) > _SHORTEST or self._syllable(words[0]) != words[0]:
            return False
        return all(self._syllable(word) is not None or not self._knows_common(word) for word in words[1:])

    def _is_nominative(self, words: list[str], cases: frozenset[str]) -> bool:
        """Whether a known given name that takes endings, and its surname, stand without any where the case asks for one."""
        given = self._given_cases(words[0]) & NOMINATIVE
        return bool(given) and not given & cases and words[0][-1] not in _UNDECLINED and not self._stems(words[1], "m")

    def split(self, passage: Passage, at: int) -> Name | None:
        """The Vietnamese name at the end of a run that is too long for one; of others case and given names tell a holder."""
        run, length = self.run(passage, at), self.syllables(passage, at)
        if length <= _MOST_VIETNAMESE:
            return None
        for common, first in ((True, length - _USUAL), (True, length - _MOST_VIETNAMESE), (False, length - _USUAL)):
            if self.is_family(self._syllable(passage.text[slice(*run[first])]) or "", common=common):
                return self._vietnamese_name(passage, run[first:length])
        return None

    def syllables(self, passage: Passage, at: int) -> int:
        """How many words of the run at a place are Vietnamese syllables without their marks."""
        run = self.run(passage, at)
        return next((i for i, (start, stop) in enumerate(run) if self._syllable(passage.text[start:stop]) is None), len(run))

    def before(self, passage: Passage, stop: int, cases: frozenset[str] = frozenset()) -> Name | None:
        """The name that ends at `stop`."""
        run = self.run_before(passage, stop)
        words = [passage.text[start:end] for start, end in run]
        for i in range(len(words) - 1):
            if self._vietnamese(words[i:]) == len(words) - i:
                return self._vietnamese_name(passage, run[i:])
            if self._is_of_highlands(words[i:]):
                return self._person(passage, run[i:], NOMINATIVE)
        said = cases or CASES
        for i in range(len(words) - 1):
            if self._given(words[i], said):
                return self._person(passage, run[i:], said)
        if len(words) > 1 and not self._knows_common(words[-1]) and not self._knows_common(words[-2]):
            first = next((i for i, word in enumerate(words) if not self._knows_common(word)), 0)
            return self._person(passage, run[first:], said, sure=False)
        return None

    def alone(self, passage: Passage, run: Run, cases: frozenset[str]) -> Name:
        """One word as a name, in the nominative."""
        return self._person(passage, run, cases or CASES, sure=False)

    def _vietnamese(self, words: list[str]) -> int:
        """How many words of a run are a Vietnamese name with its marks stripped and case endings hung on it; 0 where it is none."""
        plain = [self._syllable(word) for word in words[:_MOST_VIETNAMESE + 1]]
        if len(words) < 2 or plain[0] is None or not self.is_family(plain[0]):
            return 0
        length = next((i for i, word in enumerate(plain) if word is None), len(plain))
        return min(length, _MOST_VIETNAMESE) if length > 1 else 0

    def _syllable(self, word: str) -> str | None:
        return bare_syllable(self.offices, self.endings, word)

    def _vietnamese_name(self, passage: Passage, run: Run) -> Name:
        text = " ".join(self._syllable(passage.text[start:stop]) or passage.text[start:stop] for start, stop in run)
        return Name(run[0][0], run[-1][1], text, sure=True)

    def _given(self, word: str, cases: frozenset[str]) -> bool:
        """Whether a word is a given name in one of the cases."""
        return bool(self._given_cases(word) & cases)

    def _given_cases(self, word: str) -> frozenset[str]:
        """The cases in which a word is a given name."""
        found = self._memo.get(word)
        if found is None:
            readings = self.room.readings(word) or (self.room.readings(word.partition("-")[0]) if "-" in word else ())
            found = gendered(reading for reading in readings if "given" in reading.names and "sg" in reading.numbers)
            if not found and not any("given" in reading.names for reading in readings) and (world := self._world_given(word)) is not None:
                found = CASES - NOMINATIVE if world != word else CASES if len(word) < _SHORTEST else NOMINATIVE
            self._memo[word] = found
        return found

    def _world_given(self, word: str) -> str | None:
        """A given name of the world in its nominative, where a word is a form of one that the dictionary lacks."""
        if key(word) in self.offices.given and key(word) == word.lower():
            return word
        stems = [stem for stem in self._stems(word, "m") + self._stems(word, "f") if key(stem) in self.offices.given]
        return stems[0] if stems else word if key(word) in self.offices.given else None

    def _is_surname(self, word: str, cases: frozenset[str]) -> bool:
        """Whether one word alone may be a person's family name in one of the cases: the dictionary's, or none that it knows."""
        readings = self.room.readings(word)
        if not readings:
            return len(word) >= _SHORTEST and not any(self.room.readings(part.lower()) for part in word.split("-"))
        family = gendered(reading for reading in readings if "family" in reading.names and "sg" in reading.numbers) & cases
        common = gendered(reading for reading in readings if not reading.names) & cases
        if any("place" in reading.names for reading in readings) and not family & NOMINATIVE:
            return False
        return bool(family) and (not common or bool(NOMINATIVE & cases))

    def _may_be_name(self, passage: Passage, word: str, cases: frozenset[str]) -> bool:
        """Whether a word may be a name in one of the cases; one that the dictionary lacks is oblique where its nominative stands elsewhere."""
        readings = self._readings(word)
        if not readings and cases <= NOMINATIVE:
            return not any(passage.has_word(stem) for stem in self._stems(word, "m"))
        return not readings or bool(gendered(reading for reading in readings if reading.names and "sg" in reading.numbers) & cases)

    def _knows_common(self, word: str) -> bool:
        """Whether the dictionary knows a word, and not as a person's name."""
        readings = self.room.readings(word)
        return bool(readings) and not any(reading.names & {"given", "family"} for reading in readings)

    def _person_length(self, passage: Passage, run: Run, words: list[str]) -> int:
        """Given names, then the family name, and a second one where the dictionary knows it as nothing else."""
        length = 1
        while length < len(words) - 1 and self._given(words[length], CASES):
            length += 1
        surnames = 0
        while length < len(words) and surnames < _MOST_SURNAMES:
            if surnames and (self.room.readings(words[length]) or self._is_place(passage, run[length][0])):
                break
            length += 1
            surnames += 1
        return length

    def _person(self, passage: Passage, run: Run, cases: frozenset[str], *, sure: bool = True) -> Name:
        words = [passage.text[start:stop] for start, stop in run]
        return Name(run[0][0], run[-1][1], " ".join(self._nominative(passage, words, cases)), sure)

    def _nominative(self, passage: Passage, words: list[str], cases: frozenset[str]) -> list[str]:
        """The words of a name in the nominative: the case is what its known words share, the gender that of the given name."""
        said = cases
        for word in words:
            shared = gendered(named(self._readings(word))) & said
            said = shared or said
        return [self._word(passage, word, said).rstrip("'\u2019") for word in words]

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """The dictionary's readings; of a double name those of its last part."""
        return self.room.readings(word.rpartition("-")[2])

    def _word(self, passage: Passage, word: str, cases: frozenset[str]) -> str:
        if "-" in word:
            return "-".join(self._word(passage, part, cases) if part[:1].isupper() else self._small(part, cases) for part in word.split("-"))
        if not word[0].isupper() or word.endswith("."):
            return word
        names = [reading for reading in named(self.room.readings(word)) if gendered([reading]) & cases]
        nominative = bool(cases & NOMINATIVE)
        if names:
            lemmas = [reading.lemma for reading in names]
            return min(lemmas, key=lambda lemma: (lemma != word or not nominative, not passage.has(lemma), -len(lemma)))
        if nominative:
            return word
        if (given := self._world_given(word)) is not None:
            return given
        gender = "f" if all(case.endswith("f") for case in cases) else "m"
        stems = self._stems(word, gender, cases) or self._stems(word, gender, shortest=_SHORTEST)  # a slip in the case of an adjective's ending
        return next((stem for stem in stems if passage.has_word(stem)), stems[0] if stems else word)

    def _small(self, part: str, cases: frozenset[str]) -> str:
        """The second part of a given name that is written small ("Jae-in")."""
        stems = [] if cases & NOMINATIVE else self._stems(part, "m", cases)
        return stems[0] if stems else part

    def _stems(self, word: str, gender: str, cases: frozenset[str] = CASES, shortest: int = 1) -> list[str]:
        """What an unknown word in one of the cases may be in the nominative, the likelier first: the longest ending that fits, then shorter ones."""
        asked = {case.partition(":")[0] for case in cases}
        return [
            word.removesuffix(ending.said) + ending.nominative for ending in declined_endings(self.room, gender)
            if len(ending.said) >= shortest and word.endswith(ending.said) and len(word) - len(ending.said) > 1 and not asked.isdisjoint(ending.cases)
        ]
