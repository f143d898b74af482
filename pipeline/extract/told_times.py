"""The times of a passage that claims may speak of: its dates without those that are compared with, cited or of the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from pipeline.extract.bounds import past_fillers
from pipeline.extract.change_words import DIRECTED
from pipeline.extract.draft import Draft
from pipeline.records import DateMention, Dossier, Passage

_KINDS = ("period", "term", "date", "relative")
_SAME = "time_same"
_MONTHS_OF = {"time_quarter": 3, "time_edge_quarter": 3, "time_half": 6}
"""By the rules of parts of a year: how many months one has; EDTF writes it as a span of them."""
_SPAN = re.compile(r"([0-9]{4})-([0-9]{2})/\1-([0-9]{2})")
_TERM = "term"
_YEAR_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_MONTH = "month"
_FEWEST = 3
_HALF = 6
_MARK_OR_DIGIT = re.compile(r"[,;:()0-9]")
_BASE_REACH = 30
_CITED_REACH = 12
_BRACKET_REACH = 300
_COMPARING = ("base_word", "comparative", "compare_word", "bound_before", "bound_beside", "change_verb", "change_word")
_OPENING_MARKS = ("", "(", ";", ".", "\n")
_DAY = len("2025-07-01")


class Time(NamedTuple):
    """A date of a passage that may be the time of a claim; `carries` says that it may hold for the sentences after its own."""

    start: int
    stop: int
    edtf: str
    carries: bool
    is_day: bool
    holds_until: int
    """Where the bracket closes in which the time stands; no end outside of brackets."""


def times_told(passage: Passage, drafts: list[Draft], dossier: Dossier) -> list[Time]:
    """The times that the claims of a passage may speak of, in order."""
    cited = sorted((c.evidence.stop, c.evidence.start) for c in dossier.citations if c.evidence.field == passage.field)
    moved = {draft.stop + 1 for draft in drafts if draft.change.kind in DIRECTED and draft.unit_id != "times"}
    multiplied = {draft.stop + 1 for draft in drafts if draft.unit_id == "times"}
    times = [
        Time(
            date.evidence.start, date.evidence.stop, _open(passage, date), date.kind == _TERM, date.kind == "relative" or len(date.edtf) == _DAY,
            _bracket_end(passage, date),
        )
        for date in dossier.dates
        if date.evidence.field == passage.field and date.kind in _KINDS
        and not _is_base(passage, date) and not _is_cited(passage, date, cited)
        and not _is_start_of(passage, date, moved) and not _is_multiplied(passage, date, multiplied)
    ]
    return sorted(times + [time for draft in drafts if (time := _months_so_far(passage, draft, dossier.anchor)) is not None])


def _open(passage: Passage, date: DateMention) -> str:
    """The EDTF of a date; a time "since" which something holds has an open end."""
    start = date.evidence.start
    since = passage.starting(start, "since") or passage.ending(start, "since")
    return (
        f"{date.edtf}/.."
        if since is not None and "/" not in date.edtf and date.edtf[0].isdigit() and not date.evidence.rule.endswith("edge")
        else date.edtf
    )


def _is_base(passage: Passage, date: DateMention) -> bool:
    """A time that is only compared with."""
    start = date.evidence.start
    reach = max(passage.sentence_at(start).start, start - _BASE_REACH)
    for hit in passage.within(reach, date.evidence.stop, "base_word"):
        if hit.start <= start and _MARK_OR_DIGIT.search(passage.text, hit.stop, max(hit.stop, start)) is None:
            return True
    if passage.starting(start, "since") is not None or passage.ending(start, "since") is not None:
        for hit in passage.within(reach, start, "superlative"):
            if _MARK_OR_DIGIT.search(passage.text, hit.stop, start) is None:
                return True  # "the lowest level since 2008"
    return date.evidence.rule == _SAME and not _stands_for_itself(passage, date)


def _is_start_of(passage: Passage, date: DateMention, moved: set[int]) -> bool:
    """"Up 12 per cent from 2019": what a change is reckoned from."""
    start = date.evidence.start
    word = passage.ending(start, "base_after") or passage.starting(start, "base_after")
    return word is not None and word.start in moved and ("/" not in date.edtf or _is_part_of_year(date))


def _is_part_of_year(date: DateMention) -> bool:
    """One quarter or half of a year, not a span of several."""
    span = _SPAN.fullmatch(date.edtf)
    return span is not None and int(span.group(3)) - int(span.group(2)) + 1 == _MONTHS_OF.get(date.evidence.rule)


def _stands_for_itself(passage: Passage, date: DateMention) -> bool:
    """"The same period of 2024" that opens its clause, or before the verb of a level, is the time of what follows it."""
    start, stop = date.evidence.start, date.evidence.stop
    before = passage.text[max(start - 2, 0):start].rstrip(" ")[-1:]
    word = next(iter(passage.within(start, stop, "same_period")), None)
    if before in _OPENING_MARKS and word is not None and word.stop < stop:
        return True
    level = passage.starting(stop, "level_verb", "filler") is not None
    if before not in _OPENING_MARKS and before != "," and passage.ending(start, "list_word") is None:
        return level and passage.ending(start, *_COMPARING) is None  # "this figure in the same period was 25"
    return level or (before in _OPENING_MARKS and passage.text[stop + 1:stop + 2].isdigit())


def _months_so_far(passage: Passage, draft: Draft, anchor: str | None) -> Time | None:
    """A count of months that is just as many as its year has had so far: "in nine months", told in October."""
    match = _YEAR_MONTH.match(anchor or "")
    months = draft.value if draft.unit_id == _MONTH and draft.change.kind == "none" and draft.modifier == "exact" else None
    if match is None or months is None or not _FEWEST <= months <= int(match.group(2)) or int(match.group(2)) - months > 1 + (months >= _HALF):
        return None
    link = passage.ending(past_fillers(passage, draft.start), "calendar_link")
    behind = passage.starting(draft.stop, "relative_time")
    total = link is not None and link.id == "over" and link.start > draft.sentence  # "the income over 8 months"
    told = total or (link is not None and link.id in ("in", "after", "total")) or (behind is not None and behind.id.startswith("last"))
    if not told or months != months.to_integral_value():
        return None
    year = match.group(1)
    return Time(
        draft.start, draft.stop, f"{year}-01/{year}-{int(months):02d}", carries=True, is_day=False, holds_until=len(passage.text) + 1
    )


def _bracket_end(passage: Passage, date: DateMention) -> int:
    text, start = passage.text, date.evidence.start
    since = passage.sentence_at(start).start
    inside = text.rfind("(", since, start) > text.rfind(")", since, start)
    close = text.find(")", start, start + _BRACKET_REACH) if inside else -1
    return close if close != -1 else len(text) + 1


def _is_multiplied(passage: Passage, date: DateMention, multiplied: set[int]) -> bool:
    """"1.6 times [that of] 2020"."""
    return date.evidence.start in multiplied and passage.starting(date.evidence.start, "calendar_link") is None


def _is_cited(passage: Passage, date: DateMention, cited: list[tuple[int, int]]) -> bool:
    """The day on which a cited document was signed, inside its citation or behind it."""
    start, stop = date.evidence.start, date.evidence.stop
    return date.kind == "date" and any(
        begin <= start < end
        or start < end <= stop
        or (0 <= start - end <= _CITED_REACH and not any(mark in ":.;" for mark in passage.text[end:start]))
        for end, begin in cited[bisect_left(cited, (start - _CITED_REACH, 0)):bisect_right(cited, (stop, stop)) + 1]
    )
