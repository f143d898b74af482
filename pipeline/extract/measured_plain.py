"""What a figure measures and whose it is, in a language without a dictionary: phrases between the words at which phrases end."""

from __future__ import annotations

import re

from pipeline.extract.draft import Draft
from pipeline.knowledge import Room
from pipeline.records import Hit, Passage

_REACH = 160
_LONGEST = 90
_MOST_WORDS = 6
_MARK = re.compile(
    r"[;:()\u2026!?\n\"\u201c\u201d,.\u2013\u2014-]"
    r"(?:(?<=[;:()\u2026!?\n\"\u201c\u201d])|(?<=[,.])(?![0-9])|(?<=[\u2013\u2014])(?<![0-9].)|(?<= -) )",
)
"""What ends a clause; the search is for one set of marks, which is fast, and then for what must stand about each."""
_WORD = re.compile(r" ?([^\W\d_]+(?:[-'\u2019][^\W\d_]+)*)")
_MEASURES = frozenset({"share", "ratio", "area", "length", "mass", "volume", "energy", "power"})
_EDGES = ("phrase_edge", "level_verb", "change_verb", "change_verb_by", "change_word", "filler", "bound_before")
_TRIM = " -,.\u2013\u2014\"'/"


def read_plain(passage: Passage, draft: Draft, last: Draft | None, room: Room) -> tuple[str | None, str | None]:
    """The thing measured and the subject that the words beside a figure name; None for what they do not."""
    since = max(draft.sentence, draft.start - _REACH, last.stop if last is not None and last.sentence == draft.sentence else 0)
    clause = since
    for mark in _MARK.finditer(passage.text, since, draft.start):
        clause = mark.end()
    told, subject = _left(passage, clause, draft.start)
    measured = _right(passage, draft, room) or told
    return measured, subject if subject != measured else None


def _right(passage: Passage, draft: Draft, room: Room) -> str | None:
    """The noun that is counted with its neighbours, or what a measure is of."""
    unit = draft.unit
    if unit is None or draft.unit_conflict:
        return None
    if unit.kind == "count" and unit.start >= draft.number.stop and unit.rule not in ("inherited", "left", "number_of", "currency"):
        before = room.language.adjectives == "before"
        start = draft.number.stop if before and draft.figure_stop <= draft.number.stop else unit.start
        stop = _over_of(passage, unit.stop, draft.sentence_stop) if before else _phrase_end(passage, unit.stop, draft.sentence_stop)
        return _cut(passage.text, start, stop)
    if unit.kind not in _MEASURES:
        return None
    if room.language.adjectives == "before":
        stop = _over_of(passage, draft.stop, draft.sentence_stop)
        return _cut(passage.text, _behind_of(passage, draft.stop), stop) if stop > draft.stop else None
    stop = _phrase_end(passage, draft.stop, draft.sentence_stop)
    return _cut(passage.text, draft.stop, stop) if stop > draft.stop else None


def _behind_of(passage: Passage, at: int) -> int:
    joint = passage.starting(at, "phrase_of")
    return joint.stop if joint is not None else at


def _over_of(passage: Passage, at: int, limit: int) -> int:
    """Where a phrase ends that goes on with "of"."""
    joint = passage.starting(at, "phrase_of")
    if joint is None:
        return at
    end = _phrase_end(passage, joint.stop, limit)
    return end if end > joint.stop else at


def _phrase_end(passage: Passage, start: int, limit: int) -> int:
    """The end of the last word before a word at which phrases end, a word of change, a mark or a figure."""
    at = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(passage.text, at)
        if word is None or word.end() > limit or passage.starting(at, "phrase_edge", "change_verb", "level_verb", "list_word") is not None:
            break
        at = word.end()
    return at


def _left(passage: Passage, clause: int, stop: int) -> tuple[str | None, str | None]:
    """The phrase before a figure: before its verb where that says how much, else the last one; and the subject of the clause."""
    dates = [(start, end) for start, end, what in passage.taken_within(clause, stop) if what == "date" and clause <= start]
    edges = [
        hit for hit in passage.within(clause, stop, *_EDGES)
        if hit.id not in ("number_of", "from_to") and not any(start <= hit.start and hit.stop <= end for start, end in dates)
    ]
    verb = next((hit for hit in edges if hit.kind in ("level_verb", "change_verb", "change_verb_by")), None)
    subject = _first(passage, clause, verb.start, edges, dates) if verb is not None else None
    if verb is not None and _only_edges(passage, verb.stop, stop, edges, dates):
        return subject, None
    return _last(passage, clause, stop, edges, dates), subject


def _only_edges(passage: Passage, start: int, stop: int, edges: list[Hit], dates: list[tuple[int, int]]) -> bool:
    text = list(passage.text[start:stop])
    for begin, end in [(hit.start, hit.stop) for hit in edges] + dates:
        for i in range(max(begin, start), min(end, stop)):
            text[i - start] = " "
    return not "".join(text).strip()


def _first(passage: Passage, start: int, stop: int, edges: list[Hit], dates: list[tuple[int, int]]) -> str | None:
    """The first phrase of a stretch, up to the first edge behind it."""
    begin = _past(passage, start, stop, edges, dates)
    ends = [hit.start for hit in edges if hit.start > begin] + [date for date, _ in dates if date > begin]
    return _cut(passage.text, begin, min([*ends, stop]))


def _last(passage: Passage, start: int, stop: int, edges: list[Hit], dates: list[tuple[int, int]]) -> str | None:
    """The last phrase of a stretch."""
    spans = sorted([(hit.start, hit.stop) for hit in edges] + dates)
    end = stop
    while (before := next(((a, b) for a, b in reversed(spans) if b <= end and not passage.text[b:end].strip(_TRIM)), None)) is not None:
        end = before[0]
        if end <= start:
            return None
    begin = max((b for _, b in spans if b <= end), default=start)
    return _cut(passage.text, max(begin, start), end)


def _past(passage: Passage, start: int, stop: int, edges: list[Hit], dates: list[tuple[int, int]]) -> int:
    """Where the first word stands that is neither an edge nor part of a date."""
    spans = sorted([(hit.start, hit.stop) for hit in edges] + dates)
    at = start
    for a, b in spans:
        if a < stop and a >= at and not passage.text[at:a].strip(_TRIM):
            at = b
    return at


def _cut(text: str, start: int, stop: int) -> str | None:
    if stop - start > _LONGEST:
        stop = max(text.rfind(" ", start, start + _LONGEST), start)
    return text[start:stop].strip(_TRIM) or None
