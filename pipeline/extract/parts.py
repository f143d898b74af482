"""Figures that are stated parts of another one: "of which 12", "including 41 and 17", a breakdown in brackets."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from pipeline.extract.draft import Draft
from pipeline.knowledge import Knowledge
from pipeline.records import Passage

_WORD_REACH = 60
_CHAIN_REACH = 110
_SMALL = ("filler", "bound_before", "bound_form")


def read_parts(passage: Passage, drafts: list[Draft], knowledge: Knowledge) -> list[int | None]:
    """For each draft the index of the whole that it is said to be a part of, None for most."""
    parts: list[int | None] = [None] * len(drafts)
    sums: dict[int, Decimal] = {}
    for i, draft in enumerate(drafts):
        if i == 0 or drafts[i - 1].sentence != draft.sentence:
            continue
        whole = _opened(passage, drafts, i, knowledge)
        if whole is None:
            whole = _continued(passage, drafts, parts, sums, i, knowledge)
        if whole is not None:
            parts[i] = whole
            sums[whole] = sums.get(whole, Decimal(0)) + (_amount(draft) or Decimal(0))
    return parts


def _opened(passage: Passage, drafts: list[Draft], i: int, knowledge: Knowledge) -> int | None:
    """The whole of a part that a word or a bracket opens."""
    draft = drafts[i]
    bracket = passage.text.rfind("(", drafts[i - 1].stop, draft.start)
    if bracket != -1 and _is_breakdown(passage, drafts, i, bracket):
        return _whole(drafts, i, knowledge, exactly=True)
    start = max(drafts[i - 1].stop, draft.start - _WORD_REACH)
    for hit in passage.within(start, draft.start, "part_word"):
        longer = any(same.start < hit.stop for same in passage.within(hit.start, hit.stop + _WORD_REACH, "same_period", "relative_time"))
        if hit.id == "part" and not longer and ";" not in passage.text[hit.stop:draft.start]:
            return _whole(drafts, i, knowledge)
    return None


def _start_of(draft: Draft) -> int:
    return draft.start


def _is_breakdown(passage: Passage, drafts: list[Draft], i: int, bracket: int) -> bool:
    """True where a bracket that follows a figure's phrase holds two counts or more."""
    close = passage.text.find(")", bracket)
    inside = drafts[i:bisect_left(drafts, close, i, key=_start_of) if close != -1 else None]
    counts = [d for d in inside if d.unit is not None and d.unit.kind == "count"]
    gap = passage.text[drafts[i - 1].stop:bracket]
    return len(counts) > 1 and drafts[i] is counts[0] and not set(gap) & set(",;:")


def _whole(drafts: list[Draft], i: int, knowledge: Knowledge, *, exactly: bool = False) -> int | None:
    """The nearest earlier figure of the sentence that the part can lie in."""
    draft = drafts[i]
    for k in range(i - 1, -1, -1):
        other = drafts[k]
        if other.sentence != draft.sentence:
            return None
        if _holds(other, draft, knowledge):
            return k
        if exactly:
            return None
    return None


def _holds(whole: Draft, part: Draft, knowledge: Knowledge) -> bool:
    large, small = _amount(whole), _amount(part)
    if large is None or small is None:
        return part.unit is not None and part.unit.kind == "share" and whole.unit is not None and whole.unit.kind == "count"
    if whole.unit is None or part.unit is None:
        return small <= large
    if whole.change.kind in ("increase_by", "decrease_by") and whole.unit.kind == "share":
        return False
    if part.unit.kind == "share" and whole.unit.kind != "share":
        return part.change.kind == "none" and whole.change.kind == "none"
    if part.unit.kind != whole.unit.kind or (part.unit.kind != "count" and part.unit_id != whole.unit_id) or small > large:
        return False
    registry = knowledge.units.by_id
    first, second = registry.get(whole.unit_id or ""), registry.get(part.unit_id or "")
    if first is None or second is None:
        return first is second
    return first.counts == second.counts or {first.counts, second.counts} <= {"body", "place"}


def _continued(
    passage: Passage, drafts: list[Draft], parts: list[int | None], sums: dict[int, Decimal], i: int, knowledge: Knowledge,
) -> int | None:
    """The whole of the member before, where the list goes on and its members still fit into it."""
    k = i - 1
    while k and _describes(drafts[k]):
        k -= 1
    whole = parts[k]
    last, draft = drafts[k], drafts[i]
    if whole is None or last.unit is None or draft.unit is None or last.unit.kind != draft.unit.kind or not _holds(drafts[whole], draft, knowledge):
        return None
    at = draft.start
    while (small := passage.ending(at, *_SMALL)) is not None and small.start >= last.stop:
        at = small.start
    stop = drafts[i - 1].stop
    gap = passage.text[stop:at]
    listed = gap.strip()[:1] in (",", ";") or passage.ending(at, "joiner", "list_word") is not None or passage.starting(stop, "list_word") is not None
    if not listed or len(gap) > _CHAIN_REACH or ")" in gap or (":" in gap and ";" in gap):
        return None
    large, small_amount = _amount(drafts[whole]), _amount(draft)
    if large is None or small_amount is None:
        return whole if draft.unit.kind == "share" else None
    return whole if draft.unit.kind == "share" or sums.get(whole, Decimal(0)) + small_amount <= large else None


def _describes(draft: Draft) -> bool:
    """A figure that only describes what the one before it counts ("41 three-star products, 12 ...")."""
    return draft.unit is not None and draft.unit.rule in ("glued", "compound")


def _amount(draft: Draft) -> Decimal | None:
    return draft.value
