"""What is said around a figure: the thing measured, its subject, status, period, place, speaker, and the paper it stands under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from typing import Generic, NamedTuple, TypeVar

from pipeline.extract.draft import Draft
from pipeline.extract.from_to import BEHIND_BY
from pipeline.extract.futures import tells_future
from pipeline.extract.measured import read_phrases
from pipeline.extract.measured_plain import read_plain
from pipeline.extract.officials.grammar import titles_of
from pipeline.extract.officials.speakers import Speakers
from pipeline.extract.parts import read_parts
from pipeline.extract.periods import Periods, list_opening
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Citation, Dossier, Passage, Place

_MARKS = ",;:()"
_LONGEST = 100
_PLACE_REACH = 70
_AFTER = frozenset({BEHIND_BY, "shared", "shared_object"})
"""Rules of figures whose verb was said with the figure before."""


class Context(NamedTuple):
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
    periods = Periods(passage, drafts, dossier)
    places = _Located(p for p in dossier.places if p.evidence.field == passage.field)
    citations = _Located(c for c in dossier.citations if c.evidence.field == passage.field and c.symbol)
    speakers = Speakers(passage, dossier.officials, titles_of(room)) if dossier.officials else None
    starts = sorted(draft.start for draft in drafts)
    stops: dict[int, set[int]] = {}
    for draft in drafts:
        stops.setdefault(draft.sentence, set()).add(draft.stop + 1)
    contexts: list[Context] = []
    for i, draft in enumerate(drafts):
        last = drafts[i - 1] if i else None
        whole = next((k for k in range(i - 1, -1, -1) if parts[k] is None or parts[i] is not None), i - 1)
        if i > 1 and _is_share_of(passage, draft, drafts, i, contexts):
            whole = i - 2
        measured, subject = _phrases(passage, draft, last, contexts[whole] if contexts else None, room)
        place = _place(passage, draft, places)
        following = bisect_right(starts, draft.start)
        until = min(starts[following], draft.sentence_stop) if following < len(starts) else draft.sentence_stop
        status = _status(passage, draft, stops[draft.sentence], until)
        if status == "actual" and room.has_dictionary:
            since = last.stop if last is not None and last.sentence == draft.sentence else draft.sentence
            status = "plan" if tells_future(passage, draft, since, until, room) else status
        if status == "actual" and last is not None and not _AFTER.isdisjoint(draft.rules) and (room.has_dictionary or BEHIND_BY in draft.rules):
            status = contexts[-1].status  # "will rise by 12, to 58", "the income will rise by 5 per cent, the costs by 6"
        if status == "plan" and last is not None and last.sentence == draft.sentence and contexts[-1].status == "target":
            status = "target"  # the clauses of a list of what is aimed at
        contexts.append(
            Context(
                measured=measured,
                subject=subject,
                status=status,
                period=periods.of(draft, told=status in ("actual", "estimate")),
                place=place.name if place else None,
                place_id=place.place_id if place else None,
                speaker=speakers.of(draft.start) if speakers is not None else None,
                under=_under(draft, citations),
                part_of=parts[i],
            )
        )
    return contexts


def _is_share_of(passage: Passage, draft: Draft, drafts: list[Draft], i: int, contexts: list[Context]) -> bool:
    """"9 billion, 78 % of the plan, up 11 %": what changed is no plan, but what the share of the plan was of."""
    share, first = drafts[i - 1], drafts[i - 2]
    plan = contexts[-1].measured
    told = share.unit is not None and share.unit.kind == "share" and plan is not None
    return told and draft.change.kind != "none" and first.sentence == draft.sentence and passage.text.startswith(f" {plan}", share.stop)


def _phrases(passage: Passage, draft: Draft, last: Draft | None, before: Context | None, room: Room) -> tuple[str | None, str | None]:
    """The measured thing and the subject; in a list the subject, and where nothing else is named the thing, of the figure before."""
    measured, subject = read_phrases(passage, draft, last, room) if room.has_dictionary else read_plain(passage, draft, last, room)
    if before is not None and last is not None and last.sentence == draft.sentence:
        measured = measured or before.measured
        subject = subject or (before.subject if before.subject != measured else None)
    return measured, subject


def _status(passage: Passage, draft: Draft, stops: Collection[int], following: int) -> str:
    """The status word that stands last before the figure in its clause, or the future that its clause ends in; what is merely told is actual."""
    text = passage.text
    start = max(text.rfind(";", draft.sentence, draft.start) + 1, draft.sentence)
    status, past = "actual", 0
    for hit in passage.within(start, draft.start, "status_word", "status_future"):
        whole = passage.ending(hit.start, "part_word")
        if whole is not None and whole.id == "of" and passage.text[hit.stop:hit.stop + 1] != " ":
            continue  # "76 % of the estimate and up 30 %"
        by = passage.starting(hit.stop, "change_word")
        if by is not None and by.id == "by" and draft.change.kind != "none" and passage.starting(hit.start, "change_verb", "change_verb_by") is None:
            continue  # "passed the plan by 5 %", but "will grow by 5 %"
        if hit.start >= past and (hit.start not in stops or hit.id == status == "actual"):  # "82 % of the plan": the plan is what the share is of
            status, past = hit.id, hit.stop
    colon = text.find(":", draft.sentence, start) if status == "actual" and start > draft.sentence else -1
    for hit in passage.within(draft.sentence, colon, "status_word", "status_future") if colon != -1 else ():
        status = hit.id  # "Targets for 2026: growth 8 %; 30 schools": the label holds for every clause of its list
    line = text.rfind("\n", 0, draft.start) + 1
    opening = list_opening(text, line) if status == "actual" else None
    for hit in passage.within(opening, line, "status_word", "status_future") if opening is not None else ():
        status = hit.id
    if status != "actual":
        return status
    for hit in passage.within(draft.stop, min(draft.sentence_stop, following, draft.stop + _LONGEST), "status_future"):
        if not any(mark in _MARKS for mark in text[draft.stop:hit.start]):
            return hit.id
    return status


_Mention = TypeVar("_Mention", Place, Citation)


class _Located(Generic[_Mention]):
    """Mentions by where they stand, so that none is looked at that stands far off."""

    def __init__(self, mentions: Iterable[_Mention]) -> None:
        self._mentions: list[_Mention] = sorted(mentions, key=_start_of)
        self._starts = list(map(_start_of, self._mentions))

    def between(self, start: int, stop: int) -> list[_Mention]:
        """The mentions that begin in [start, stop)."""
        first = bisect_left(self._starts, start)
        return self._mentions[first:bisect_left(self._starts, stop, first)]


def _start_of(mention: Place | Citation) -> int:
    return mention.evidence.start


def _place(passage: Passage, draft: Draft, places: _Located[Place]) -> Place | None:
    """The place that the figure is about: the nearest of its clause, before it or behind it, else the last one that the sentence named before."""
    text = passage.text
    before = places.between(draft.sentence, draft.start)
    if before and not any(mark in _MARKS for mark in text[before[-1].evidence.stop:draft.start]):
        return before[-1]
    for place in places.between(draft.stop, min(draft.sentence_stop, draft.stop + _PLACE_REACH)):
        if not any(mark in _MARKS for mark in text[draft.stop:place.evidence.start]):
            return place
    return before[-1] if before else None


def _under(draft: Draft, citations: _Located[Citation]) -> tuple[str, ...]:
    """The symbols of the documents that the sentence named before the figure."""
    inside = citations.between(draft.sentence, draft.start)
    return tuple(dict.fromkeys(c.resolved_symbol or c.symbol or "" for c in inside))
