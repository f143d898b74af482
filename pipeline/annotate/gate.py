"""Which sentences are worth a model: those in which a rule saw the beginning of something and could not finish it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pipeline.records import Dossier, Evidence, Passage, Sentence
from pipeline.records.annotation import NAMES, RELATIONS

TRIGGERS = frozenset({"body_head", "level_before", "level_after"})
"""Kinds of hits that lead a name which a model's word for it is taken for: a head a body's, a word of level a place's."""
_CAPITAL = re.compile(r"[^\W\d_a-z]\w")
_REACH = 60
"""How far behind a trigger the name may begin that it leads."""
_UNREAD = frozenset({"furniture"})


def gated(dossier: Dossier, passage: Passage, gives: frozenset[str]) -> list[Sentence]:
    """The sentences of a passage that a model is to read for what it gives, in order.

    For relations a claim that names nothing measured opens the gate; for names a trigger that no rule took, with a capital behind it that no rule
    took either. Models cost tens of times what rules do, and where the rules have read everything they have nothing to add.
    """
    sentences = passage.sentences
    starts = [sentence.start for sentence in sentences]
    covered = _Covered((evidence.start, evidence.stop) for evidence in _evidence(dossier) if evidence.field == passage.field)
    wanted = {
        bisect_right(starts, claim.figure_start) - 1 for claim in dossier.claims
        if RELATIONS in gives and claim.measured is None and claim.evidence.field == passage.field
    }
    for start, stop, _ in passage.of(*TRIGGERS) if NAMES in gives else ():
        if covered.at(start):
            continue
        at = bisect_right(starts, start) - 1
        if at not in wanted and at >= 0 and _leads(passage.text, stop, sentences[at].stop, covered):
            wanted.add(at)
    return [sentences[i] for i in sorted(wanted) if i >= 0 and sentences[i].block not in _UNREAD]


def _leads(text: str, after: int, stop: int, covered: _Covered) -> bool:
    """Whether a capital that no rule took stands near behind a trigger."""
    return any(
        text[capital.start()].isupper() and not covered.at(capital.start()) for capital in _CAPITAL.finditer(text, after, min(stop, after + _REACH))
    )


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
