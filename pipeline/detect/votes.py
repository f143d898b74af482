"""What letters and short words say of a text's language, at the speed of a few regular expressions."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from pipeline.knowledge import Knowledge, Room

_SAMPLE = 1500
"""Characters; news does not change its language later often enough to read on."""
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f]")
_OTHER_SCRIPTS = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u2d00-\u2dff\u3040-\ud7ff\uf900-\ufdff\uff66-\uffdc]")
_LEAST_LETTERS = 12
_LEAST = 0.05
_WORDS_ALONE = 0.12
"""Share of a text's words: of a language without letters of its own so many must be its common ones (Dutch reaches 0.08 for English)."""
_LETTERS = 0.02
_LETTERS_ALONE = 0.1
"""Share of a text's letters: so many marks are Vietnamese even where no common word stands (a headline, a list)."""
_AHEAD = 2.5
"""Times the next best: fewer leave a doubt."""
_DISTINCT_BESIDE_LETTERS = 2
_DISTINCT_ALONE = 4


class Ballot(NamedTuple):
    """A language with a score from 0 to 1, what decided, and whether the votes leave no doubt."""

    language: str
    score: float
    by: str
    certain: bool


def vote(text: str, knowledge: Knowledge) -> Ballot | None:
    """The language that a text's letters and short words speak for; None where they say nothing."""
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS:
        return None
    others = _OTHER_SCRIPTS.findall(sample)
    if len(others) >= knowledge.scripts.latin_below * letters:
        return _by_letters(Counter(others), letters, knowledge)
    marked = Counter(_MARKED.findall(sample))
    ballot = _by_words(words, letters, marked, knowledge)
    return ballot if ballot is not None and ballot.certain else _by_letters(marked, letters, knowledge) or ballot


def _by_letters(marked: Counter[str], letters: int, knowledge: Knowledge) -> Ballot | None:
    for one in knowledge.scripts.votes:
        share = sum(count for letter, count in marked.items() if one.speaks(letter)) / letters
        if share >= one.share:
            return Ballot(one.language, 1.0, "script", certain=True)
    return None


def _by_words(words: list[str], letters: int, marked: Counter[str], knowledge: Knowledge) -> Ballot | None:
    counted = Counter(words)
    scores = sorted(((_score(room, counted, len(words), marked, letters)) for room in knowledge.rooms.values()), reverse=True)
    if not scores or scores[0][0] == 0:
        return None
    (best, certain, code), *rest = scores
    second = rest[0][0] if rest else 0.0
    return Ballot(code, best / sum(score for score, *_ in scores), "votes", certain and best >= _AHEAD * second)


def _score(room: Room, counted: Counter[str], words: int, marked: Counter[str], letters: int) -> tuple[float, bool, str]:
    common = [counted[word] for word in room.language.common if word in counted]
    by_words = sum(common) / words
    by_letters = sum(marked[letter] for letter in room.language.letters) / letters
    score = by_words + by_letters
    certain = score >= _LEAST and (
        by_letters >= _LETTERS_ALONE
        or (by_letters >= _LETTERS and len(common) >= _DISTINCT_BESIDE_LETTERS)
        or (by_words >= _WORDS_ALONE and len(common) >= _DISTINCT_ALONE)
    )
    return score, certain, room.code
