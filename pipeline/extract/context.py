"""What is said around a figure: the thing measured, its subject, status, period, place, speaker, and the paper it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.draft import Draft
from pipeline.knowledge import Room
from pipeline.records import Dossier, Passage

_STOPS = ".,;:()\n\u2026"
_LONGEST = 100
_PERIOD_KINDS = ("period", "term", "date", "relative")


@dataclass(frozen=True, slots=True)
class Context:
    """The columns of a claim that come from the words around it."""

    measured: str | None = None
    subject: str | None = None
    status: str = "actual"
    period: str | None = None
    place: str | None = None
    place_id: str | None = None
    speaker: str | None = None
    under: tuple[str, ...] = ()
    part_of: int | None = None


def read_contexts(passage: Passage, drafts: list[Draft], dossier: Dossier, room: Room) -> list[Context]:
    """One context a draft, in order; `part_of` is an index into `drafts`."""
    del room
    parts = _parts(passage, drafts)
    dates = [d for d in dossier.dates if d.evidence.field == passage.field and d.kind in _PERIOD_KINDS]
    places = [p for p in dossier.places if p.evidence.field == passage.field]
    citations = [c for c in dossier.citations if c.evidence.field == passage.field and c.symbol]
    contexts = []
    for i, draft in enumerate(drafts):
        inside = [c for c in citations if draft.sentence <= c.evidence.start < draft.start]
        near = [p for p in places if draft.sentence <= p.evidence.start < draft.start] or [p for p in places if draft.start <= p.evidence.start < draft.sentence_stop]
        place = near[-1] if near else None
        contexts.append(Context(
            measured=_measured(passage, draft),
            subject=None,
            status=_status(passage, draft),
            period=_period(draft, [(d.evidence.start, d.edtf) for d in dates]),
            place=place.name if place else None,
            place_id=place.place_id if place else None,
            under=tuple(dict.fromkeys(c.resolved_symbol or c.symbol or "" for c in inside)),
            part_of=parts[i],
        ))
    return contexts


def _measured(passage: Passage, draft: Draft) -> str | None:
    unit = draft.unit
    if unit is not None and unit.kind == "count" and unit.rule not in ("inherited", "left") and not draft.unit_conflict and unit.start >= draft.number.start:
        return _phrase_right(passage, unit.start, draft.sentence_stop)
    return _phrase_left(passage, draft)


def _phrase_right(passage: Passage, start: int, limit: int) -> str | None:
    """A noun phrase from its first word to the first stop mark, number or word of change."""
    stop = min(limit, start + _LONGEST)
    for i in range(start, stop):
        if passage.text[i] in _STOPS or passage.text[i].isdigit():
            stop = i
            break
    for hit in passage.within(start + 1, stop, "change_verb", "change_word", "change_noun", "status_word", "bound_before"):
        stop = hit.start
        break
    return passage.text[start:stop].strip(" -\u2013\u2014") or None


def _phrase_left(passage: Passage, draft: Draft) -> str | None:
    """The clause before the figure up to its verb of change, modifiers left out."""
    start = max(draft.sentence, draft.start - _LONGEST * 2)
    for i in range(draft.start - 1, start, -1):
        if passage.text[i] in _STOPS and not (passage.text[i] in ".," and passage.text[i + 1:i + 2].isdigit()):
            start = i + 1
            break
    stop = draft.start
    verbs = list(passage.within(start, stop, "change_verb", "status_word"))
    for verb in verbs:
        if verb.start - start > 2:  # noqa: PLR2004
            stop = verb.start
            break
        start = verb.stop
    return passage.text[start:stop].strip(" -\u2013\u2014\"") or None


def _status(passage: Passage, draft: Draft) -> str:
    """The status word that stands last before the figure in its clause; what is merely told is actual."""
    start = max(passage.text.rfind(";", draft.sentence, draft.start) + 1, draft.sentence)
    status = "actual"
    for hit in passage.within(start, draft.start, "status_word"):
        status = hit.id
    return status


def _period(draft: Draft, dates: list[tuple[int, str]]) -> str | None:
    before = [edtf for at, edtf in dates if draft.sentence <= at < draft.start]
    if before:
        return before[-1]
    after = [edtf for at, edtf in dates if draft.start <= at < draft.sentence_stop]
    return after[0] if after else None


def _parts(passage: Passage, drafts: list[Draft]) -> list[int | None]:
    """For each draft, the whole that it is a stated part of: "of which 12", "including 41 and 17"."""
    parts: list[int | None] = [None] * len(drafts)
    for i, (last, draft) in enumerate(pairwise(drafts), 1):
        if last.sentence != draft.sentence:
            continue
        gap = passage.text[last.stop:draft.start]
        word = next((h for h in passage.within(last.stop, draft.start, "part_word") if h.id == "part"), None)
        if word is not None or gap.strip() == "(":
            parts[i] = i - 1
        elif parts[i - 1] is not None and len(gap) < _LONGEST and (gap.strip() in (",", ";") or passage.ending(draft.start, "joiner", "list_word") is not None):
            parts[i] = parts[i - 1]
    return parts
