"""The clause before a figure, in a language without a dictionary: the words at which its phrases end, and its dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.records import Hit, Passage

_MARK = re.compile(
    r"[;:()\u2026!?\n\"\u201c\u201d,.\u2013\u2014-]"
    r"(?:(?<=[;:()\u2026!?\n\"\u201c\u201d])|(?<=[,.])(?![0-9])|(?<=[\u2013\u2014])(?<![0-9].)|(?<= -) )",
)
"""What ends a clause; the search is for one set of marks, which is fast, and then for what must stand about each."""
VERBS = frozenset({"level_verb", "change_verb", "change_verb_by"})
_EDGES = ("phrase_edge", *VERBS, "change_word", "filler", "bound_before")
_SPEECH = "speech_verb"
_NOUNS = ("noun", "counted", "number_mark", "change_noun", "rate_noun", "per_adverb")


class Clause(NamedTuple):
    """What stands before a figure in its clause: the words at which phrases end, and the dates."""

    start: int
    stop: int
    edges: list[Hit]
    dates: list[tuple[int, int]]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where no phrase is."""
        return sorted([(hit.start, hit.stop) for hit in self.edges] + self.dates)


def clause_before(passage: Passage, since: int, stop: int) -> Clause:
    """The clause of a figure; what brackets hold before it belongs to it ("the gross product (GRDP) rose by"), marks in a date part nothing."""
    text = passage.text
    taken = [(start, end) for start, end, what in passage.taken_within(since, stop) if what == "date" and since <= start]
    begin = closed = since
    for mark in _MARK.finditer(text, since, stop):
        if mark.end() <= closed or any(start <= mark.start() < end for start, end in taken):
            continue
        if mark.group() == "(" and (end := text.find(")", mark.end(), stop)) != -1:
            closed = end + 1
        else:
            begin = mark.end()
    found = list(passage.within(begin, stop, _SPEECH, *_EDGES))
    begin = max((hit.stop for hit in found if hit.kind == _SPEECH), default=begin)
    dates = [(start, end) for start, end in taken if begin <= start]
    hits = [
        hit for hit in found
        if hit.start >= begin
        and hit.kind != _SPEECH
        and hit.id not in ("number_of", "from_to")
        and not any(start <= hit.start and hit.stop <= end for start, end in dates)
        and ((noun := passage.starting(hit.start, *_NOUNS)) is None or noun.stop <= hit.stop)
    ]
    edges: list[Hit] = []
    for hit in sorted(hits, key=_longest_first):
        in_name = hit.start > begin + 1 and text[hit.start].isupper() and not text[hit.start:hit.stop].isupper()
        inside = bool(edges) and hit.stop <= edges[-1].stop and hit.start > edges[-1].start  # no word of its own
        if not in_name and not inside:
            edges.append(hit)
    return Clause(begin, stop, edges, dates)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.stop
