"""Which sentences are worth a model: those in which a rule saw the beginning of something and could not finish it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pipeline.records import Dossier, Evidence, Passage, Sentence
from pipeline.records.annotation import NAMES, RELATIONS

HEAD = "body_head"
"""The kind of hits that a body's name is taken for: a word for a body bears out what a model says of it."""
_CAPITAL = re.compile(r"[^\W\d_a-z]\w")
_STOP_MARK = re.compile(r"[^\w\s'&/+\u2019\u2010-\u2015-]")
_REACH = 30
"""How far behind a head the next capital of the name may stand that it leads."""
_WORD_BEFORE = re.compile(r"\w+ \Z")
_LONGEST_WORD = 30
_UNREAD = frozenset({"furniture"})


def gated(dossier: Dossier, passage: Passage, gives: frozenset[str]) -> list[Sentence]:
    """The sentences of a passage that a model is to read for what it gives, in order.

    For relations a claim that names nothing measured opens the gate; for names a word for a body that no rule took and that may be part of a name:
    written with a capital or behind one, with another capital near it that no rule took either and no stop mark between. Models cost tens of times
    what rules do, and where the rules have read everything they have nothing to add.
    """
    sentences = passage.sentences
    starts = [sentence.start for sentence in sentences]
    covered = _Covered((evidence.start, evidence.stop) for evidence in _evidence(dossier) if evidence.field == passage.field)
    wanted = {
        bisect_right(starts, claim.figure_start) - 1 for claim in dossier.claims
        if RELATIONS in gives and claim.measured is None and claim.evidence.field == passage.field
    }
    for start, stop, _ in passage.of(HEAD) if NAMES in gives else ():
        if covered.at(start):
            continue
        at = bisect_right(starts, start) - 1
        if at not in wanted and at >= 0 and _may_name(passage.text, start, stop, sentences[at], covered):
            wanted.add(at)
    return [sentences[i] for i in sorted(wanted) if i >= 0 and sentences[i].block not in _UNREAD]


def capital_before(text: str, at: int) -> int | None:
    """Where the word begins that stands one space before `at`, if it has a capital.

    >>> capital_before("the World Bank", 10)
    4
    """
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    return word.start() if word is not None and word[0][0].isupper() else None


def _may_name(text: str, start: int, stop: int, sentence: Sentence, covered: _Covered) -> bool:
    """Whether the head at [start, stop) may be part of a name."""
    begin = capital_before(text, start)
    ahead = begin is not None and begin >= sentence.start and not covered.at(begin)
    if not (ahead or text[start].isupper()):
        return False
    return (ahead and text[start].isupper()) or _goes_on(text, stop, min(sentence.stop, stop + _REACH), covered)


def _goes_on(text: str, start: int, stop: int, covered: _Covered) -> bool:
    """Whether the first capital of a stretch is nothing that a rule took, and stands before any stop mark."""
    first = next((capital.start() for capital in _CAPITAL.finditer(text, start, stop) if text[capital.start()].isupper()), None)
    return first is not None and not covered.at(first) and _STOP_MARK.search(text, start, first) is None


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    for facts in (dossier.organisations, dossier.places, dossier.officials, dossier.citations, dossier.dates):
        for fact in facts:
            yield fact.evidence


class _Covered:
    """Stretches of a passage that rules have read."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        for start, stop in sorted(spans):
            if self._stops and start <= self._stops[-1]:
                self._stops[-1] = max(self._stops[-1], stop)
            else:
                self._starts.append(start)
                self._stops.append(stop)

    def at(self, offset: int) -> bool:
        """Whether the offset lies in one of them."""
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._stops[i]
