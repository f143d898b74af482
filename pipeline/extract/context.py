"""What is said around a figure: the thing measured, its subject, status, period, place, speaker, and the paper it stands under."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.draft import Draft
from pipeline.extract.measured import read_phrases
from pipeline.extract.parts import read_parts
from pipeline.extract.periods import Periods, list_opening
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Citation, Dossier, Passage, Place

_STOPS = ".,;:()\n\u2026"
_MARKS = ",;:()"
_LONGEST = 100
_PLACE_REACH = 70


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


def read_contexts(passage: Passage, drafts: list[Draft], dossier: Dossier, room: Room, knowledge: Knowledge) -> list[Context]:
    """One context a draft, in order; `part_of` is an index into `drafts`."""
    parts = read_parts(passage, drafts, knowledge)
    periods = Periods(passage, dossier)
    places = [p for p in dossier.places if p.evidence.field == passage.field]
    citations = [c for c in dossier.citations if c.evidence.field == passage.field and c.symbol]
    contexts: list[Context] = []
    for i, draft in enumerate(drafts):
        last = drafts[i - 1] if i else None
        measured, subject = _phrases(passage, draft, last, contexts[-1] if contexts else None, room)
        place = _place(passage, draft, places)
        status = _status(passage, draft, drafts)
        contexts.append(Context(
            measured=measured, subject=subject, status=status, period=periods.of(draft, told=status in ("actual", "estimate")),
            place=place.name if place else None, place_id=place.place_id if place else None, under=_under(draft, citations), part_of=parts[i],
        ))
    return contexts


def _phrases(passage: Passage, draft: Draft, last: Draft | None, before: Context | None, room: Room) -> tuple[str | None, str | None]:
    """The measured thing and the subject; in a list the subject, and where nothing else is named the thing, of the figure before."""
    if not room.has_dictionary:
        return _measured(passage, draft), None
    measured, subject = read_phrases(passage, draft, last, room)
    if before is not None and last is not None and last.sentence == draft.sentence:
        measured = measured or before.measured
        subject = subject or (before.subject if before.subject != measured else None)
    return measured, subject


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
    for hit in passage.within(start + 1, stop, "change_verb", "change_word", "change_noun", "status_word", "bound_before", "bound_beside"):
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


def _status(passage: Passage, draft: Draft, drafts: list[Draft]) -> str:
    """The status word that stands last before the figure in its clause, or the future that its clause ends in; what is merely told is actual."""
    text = passage.text
    start = max(text.rfind(";", draft.sentence, draft.start) + 1, draft.sentence)
    stops = {d.stop + 1 for d in drafts if d.sentence == draft.sentence}
    status, past = "actual", 0
    for hit in passage.within(start, draft.start, "status_word", "status_future"):
        if hit.start not in stops and hit.start >= past:  # "82 % of the plan": the plan is what the share is of
            status, past = hit.id, hit.stop
    line = text.rfind("\n", 0, draft.start) + 1
    opening = list_opening(text, line) if status == "actual" else None
    for hit in passage.within(opening, line, "status_word", "status_future") if opening is not None else ():
        status = hit.id
    if status != "actual":
        return status
    following = min((d.start for d in drafts if d.start > draft.start), default=draft.sentence_stop)
    for hit in passage.within(draft.stop, min(draft.sentence_stop, following, draft.stop + _LONGEST), "status_future"):
        if not any(mark in _MARKS for mark in text[draft.stop:hit.start]):
            return hit.id
    return status


def _place(passage: Passage, draft: Draft, places: list[Place]) -> Place | None:
    """The place that the figure is about: the nearest of its clause, before it or behind it, else the last one that the sentence named before."""
    text = passage.text
    before = [p for p in places if draft.sentence <= p.evidence.start < draft.start]
    if before and not any(mark in _MARKS for mark in text[before[-1].evidence.stop:draft.start]):
        return before[-1]
    for place in places:
        start = place.evidence.start
        if draft.stop <= start < min(draft.sentence_stop, draft.stop + _PLACE_REACH) and not any(mark in _MARKS for mark in text[draft.stop:start]):
            return place
    return before[-1] if before else None


def _under(draft: Draft, citations: list[Citation]) -> tuple[str, ...]:
    """The symbols of the documents that the sentence named before the figure."""
    inside = [c for c in citations if draft.sentence <= c.evidence.start < draft.start]
    return tuple(dict.fromkeys(c.resolved_symbol or c.symbol or "" for c in inside))
