"""Rows of capitalised words, from a place on or up to it: what a person's name is cut from."""

from __future__ import annotations

import re

from pipeline.extract.officials.grammar import Titles
from pipeline.knowledge.offices import Offices
from pipeline.records import Passage

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc](?!s\b)[^\W\d_]+)*(?:[-\u2010\u2011][^\W\d_]+)*(?:(?<=\b[HK])['\u2019](?!\w))?")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*(?:[-\u2010\u2011][^\W\d_]+)*\Z")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)* ?(?=[^\W\d_])")
_SHORT_SURNAME = re.compile(r"[^\W\d_](?<=[A-Z])\.(?! ?-?[^\W\d_])|[^\W\d_](?<=[A-Z])\.(?= [a-z(,])")
_INITIAL_BEFORE = re.compile(r"(?<!\w)(?:(?:[^\W\d_]\.-?){1,3}|[^\W\d_]['\u2019])\Z")
APOSTROPHES = ("'", "\u2019")
_LONGEST_RUN = 8
_LONGEST_SHORT_DAY = 3
_LOOK_BACK = 70
_DASHES = "-\u2010\u2011"


class NameRuns:
    """Reads rows of capitals in passages of one language."""

    def __init__(self, titles: Titles, offices: Offices) -> None:
        self.titles = titles
        self.offices = offices
        self.stripped = not titles.vietnamese

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

    def _is_title(self, passage: Passage, at: int) -> bool:
        hit = passage.starting(at, "office", "organisation", "body", "weekday")
        return hit is not None and hit[0] == at and (" " in passage.text[at:hit[1]] or (hit[2][0] == "weekday" and hit[1] - at > _LONGEST_SHORT_DAY))
