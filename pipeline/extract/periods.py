"""The time that a claim speaks of: from its clause, its sentence, its paragraph, in that order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import chain

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft
from pipeline.extract.spans import contains, is_reported
from pipeline.extract.told_times import Time, times_told
from pipeline.records import Dossier, Passage

_MARK = re.compile(r"[;:()]|,(?![0-9])")
_ITEM = re.compile(r"(?:[0-9]{1,2}[.)]|[-\u2013\u2014\u2022*+]|[a-z]\)) ?")
_NEAR = 70
_TERM = "term"
_BESIDE = 1
_OWN_REACH = 30
"""Characters between a figure and the time behind it that is its own."""
_FROM = frozenset({"to_from", "to_up_from"})
_LEADING = re.compile(r" [-\u2013\u2014] (?=[0-9])")
_LEADS = " :-\u2013\u2014"


class Periods:
    """The dates of a passage, without those that are compared with, cited or of the page."""

    def __init__(self, passage: Passage, drafts: list[Draft], dossier: Dossier) -> None:
        self._passage = passage
        self._times = times_told(passage, drafts, dossier)
        self._starts = [time.start for time in self._times]
        self._figures = [figure.start for figure in passage.figures]
        self._stops = {draft.stop for draft in drafts}
        self._lasting = [i for i, time in enumerate(self._times) if time.carries or is_reported(time.edtf)]
        self._attributes: dict[int, bool] = {}
        self._anchor = dossier.anchor or ""

    def of(self, draft: Draft, *, told: bool) -> str | None:
        """The EDTF of the time that a figure speaks of, None where nothing says it; `told` of what is or was, not of what is to be."""
        times = self._times
        i = bisect_right(self._starts, draft.start)
        own = self._inside(draft)
        if own is not None:
            return own
        if i and self._bracketed_before(times[i - 1], draft):
            return times[i - 1].edtf
        behind = times[i] if i < len(times) else None
        if behind is not None and not _FROM.isdisjoint(draft.rules) and draft.stop <= behind.start < min(draft.stop + _NEAR, draft.sentence_stop):
            behind = None  # "to 3.4 billion, up from 3.1 billion in 2024": that time is of what was before
        if i and self._joined(times[i - 1].stop, draft.start) and times[i - 1].start >= draft.sentence:
            beside = behind is not None and behind.start <= draft.stop + _BESIDE and self._is_of_another(times[i - 1], draft, behind)
            return behind.edtf if behind is not None and beside else self._set_of(i - 1)
        if (
            behind is not None
            and behind.start < min(draft.sentence_stop, draft.stop + _NEAR)
            and self._joined(draft.stop, behind.start)
            and not self._parted(draft, behind)
            and _LEADING.match(self._passage.text, behind.stop) is None
        ):
            return behind.edtf
        for k in range(i - 1, -1, -1):
            if times[k].start < draft.sentence:
                break
            if self._is_past_by(times[k], draft):
                return None
            if times[k].holds_until >= draft.start and not (self._is_attribute(times[k]) and not self._is_planned_for(times[k])):
                wider = self._wider(k, draft)
                return self._set_of(k) if wider is None else wider
        if behind is not None and behind.start < draft.sentence_stop and self._speaks_of_all(behind):
            return behind.edtf
        return self._carried(i, draft, told=told)

    def _is_past_by(self, time: Time, draft: Draft) -> bool:
        """"125 poor households in 2020, now 18": behind a figure of a time that is over and a word for now."""
        end = time.edtf.rpartition("/")[2]
        if not end[:1].isdigit() or not end < self._anchor[:len(end)]:
            return False
        now = next(iter(reversed([*self._passage.within(time.stop, draft.start, "now_word")])), None)
        if now is None:
            return False
        i = bisect_left(self._figures, time.stop)
        return i < len(self._figures) and self._passage.figures[i].stop <= now.start

    def _bracketed_before(self, time: Time, draft: Draft) -> bool:
        """"Stage 1 (2021-2023) 500 billion": brackets that close straight before a figure say when."""
        text = self._passage.text
        closed = draft.sentence <= time.start and time.holds_until < draft.start and text[time.stop:time.holds_until] == ""
        return closed and text[time.holds_until + 1:past_fillers(self._passage, draft.start)].strip(_LEADS) == ""

    def _wider(self, k: int, draft: Draft) -> str | None:
        """The span that opens a list of clauses holds again behind a clause with a time of its own inside that span."""
        time = self._times[k]
        if ";" not in self._passage.text[time.stop:draft.start]:
            return None
        for i in range(bisect_left(self._starts, draft.sentence), k):
            other = self._times[i]
            if not self._is_attribute(other) and contains(other.edtf, time.edtf):
                return other.edtf if ";" in self._passage.text[other.stop:time.start] else None
        return None

    def _carried(self, i: int, draft: Draft, *, told: bool) -> str | None:
        """The term or the span of months that an earlier sentence of the paragraph set, else the span that the article reports on."""
        paragraph = self._passage.text.rfind("\n", 0, draft.start) + 1
        opening = list_opening(self._passage.text, paragraph)
        near = bisect_left(self._starts, paragraph if opening is None else opening)
        far = self._lasting[:bisect_left(self._lasting, min(near, i))] if told else []
        for time in chain((self._times[k] for k in range(i - 1, near - 1, -1)), (self._times[k] for k in reversed(far))):
            if opening is not None and opening <= time.start < paragraph and not self._is_attribute(time):
                return time.edtf
            if told and time.start < draft.sentence and time.holds_until > draft.start and not self._is_attribute(time):
                if time.carries or is_reported(time.edtf):
                    return time.edtf if time.start >= paragraph or is_reported(time.edtf) else None
                if time.start >= paragraph and not time.is_day:
                    return None
        return None

    def _inside(self, draft: Draft) -> str | None:
        """The times of the two ends of a change."""
        if draft.change.kind != "from_to" or draft.change.start is None:
            return None
        following = bisect_left(self._starts, draft.figure_stop)
        within = self._times[bisect_left(self._starts, draft.start):following]
        behind = self._times[following] if following < len(self._times) else None
        if not within or behind is None or behind.start - draft.stop > _NEAR:
            return None
        bracketed = self._passage.text[draft.stop:behind.start] == " ("  # "from 45 % (2020) to 57 % (2025)"
        if not bracketed and not self._joined(draft.stop, behind.start):
            return None
        first, second = (behind, within[0]) if not _FROM.isdisjoint(draft.rules) else (within[0], behind)
        return f"{first.edtf}/{second.edtf}" if "/" not in first.edtf + second.edtf else second.edtf

    def _joined(self, start: int, stop: int) -> bool:
        return start > stop or _MARK.search(self._passage.text, start, stop) is None

    def _is_of_another(self, time: Time, draft: Draft, behind: Time) -> bool:
        """"In May it was 2 % against 3 % in April", "2 % in May and 3 % in April": a time that stands beside another figure before this one."""
        i = bisect_left(self._figures, time.stop)
        if i < len(self._figures) and self._passage.figures[i].stop < draft.start:
            return True
        start = self._passage.starting(behind.start, "change_word", "range_word")
        if draft.change.start is not None or (start is not None and start.id == "from"):
            return False  # "rose 2 % in May to 5 million from 4 million in April": the time of what was before
        return any(time.start - back in self._stops and self._joined(time.start - back, time.start) for back in range(_OWN_REACH))

    def _parted(self, draft: Draft, time: Time) -> bool:
        """True where another figure stands between a figure and a time behind it."""
        i = bisect_left(self._figures, draft.stop)
        return i < len(self._figures) and self._passage.figures[i].stop <= time.start

    def _speaks_of_all(self, time: Time) -> bool:
        """A time at the end of a sentence holds for figures before it, unless it is a day, meant for something, or told with a figure of its own."""
        i = bisect_left(self._figures, time.stop)
        told = time.holds_until + 1 if time.holds_until <= len(self._passage.text) else time.stop  # behind its bracket
        own = i < len(self._figures) and self._figures[i] - time.stop < _NEAR and self._joined(told, self._figures[i])
        return not (own or time.is_day or self._is_attribute(time))

    def _is_attribute(self, time: Time) -> bool:
        """A time that says for when something is meant ("the congresses for the term 2025-2030"), not when it was."""
        known = self._attributes.get(time.start)
        if known is None:
            known = self._attributes[time.start] = self._is_meant_for(time)
        return known

    def _is_planned_for(self, time: Time) -> bool:
        """"The budget for 2026 foresees 5 million": in its own sentence a time is when, where only terms are what things are meant for."""
        hit = self._passage.ending(time.start, "time_for") or self._passage.starting(time.start, "time_for")
        return hit is not None and hit.id == _TERM and not time.carries

    def _is_meant_for(self, time: Time) -> bool:
        hit = self._passage.ending(time.start, "time_for") or self._passage.starting(time.start, "time_for")
        if hit is None or self._passage.starting(hit.stop, "calendar_edge") is not None:
            return False
        word = self._passage.starting(hit.stop, "calendar_word")
        return word is None or word.id != "day"  # "as of the day 31 August"

    def _set_of(self, i: int) -> str:
        """A list of months or years before a figure is a set ("in July, September and October")."""
        members = [self._times[i].edtf]
        while (
            i
            and len(self._times[i - 1].edtf) == len(members[0])
            and "/" not in members[0]
            and self._listed(self._times[i - 1].stop, self._times[i].start)
        ):
            i -= 1
            members.append(self._times[i].edtf)
        return members[0] if len(members) == 1 else "{" + ",".join(reversed(members)) + "}"

    def _listed(self, start: int, stop: int) -> bool:
        gap = self._passage.text[start:stop].strip()
        if gap in ("", ","):
            return True
        hit = self._passage.starting(start, "list_word", "joiner", "calendar_link")
        return hit is not None and hit.id == "and" and not self._passage.text[hit.stop:stop].strip()

def list_opening(text: str, line: int) -> int | None:
    """Where the line begins that opens the list in which the line at an offset is an item ("By 2030 the province wants to:").

    None outside of lists.
    """
    if _ITEM.match(text, line) is None:
        return None
    at = line
    while at > 0:
        above = text.rfind("\n", 0, at - 1) + 1
        if _ITEM.match(text, above) is None:
            return above if text[above:at].rstrip().endswith(":") else None
        at = above
    return None
