"""Which sentences are worth a model: those in which a rule saw a figure, an office, a body or a word that leads a name."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.records import Passage, Sentence

TRIGGERS = frozenset({"office", "body", "body_head", "level_before", "document_type", "agency"})
"""Kinds of hits that open the gate, beside figures."""
_UNREAD = frozenset({"furniture"})


def gated(passage: Passage) -> list[Sentence]:
    """The sentences of a passage that a model is to read, in order.

    Whoever stands where a name may be without any of these words is left to the rules: a model that read everything would cost several
    times as much for persons who are no officials and places that the gazetteer knows.
    """
    sentences = passage.sentences
    starts = [sentence.start for sentence in sentences]
    wanted = {bisect_right(starts, figure.start) - 1 for figure in passage.figures}
    wanted.update(bisect_right(starts, start) - 1 for start, _, entry in passage.hits if entry[0] in TRIGGERS)
    return [sentences[i] for i in sorted(wanted) if i >= 0 and sentences[i].block not in _UNREAD]
