"""Ranges: two ends that a dash or small words tie become one draft."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft
from pipeline.extract.numeral_stack import ONE
from pipeline.records import Hit, Passage

_DASH = re.compile(r" ?[-\u2013\u2014\u2212\u00f7~] ?")
_WIDEST = 40
_PARTS = re.compile(r"[,;:()0-9]")
_NEXT = Decimal(2)
"""What "two or three" may differ by: a wider pair names two things to choose from."""
_TEN = Decimal(10)
_CHANGES = ("change_verb", "change_verb_by", "change_noun")


def join_ranges(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Make one draft of the two ends of a range; the unit and the scale may be said once."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and last.sentence == draft.sentence and _is_range(passage, last, draft):
            joined[-1] = _range_of(last, draft, spoken=passage.text[last.number.stop:draft.start] == ", ")
        else:
            joined.append(draft)
    return joined


def _is_range(passage: Passage, low: Draft, high: Draft) -> bool:
    if low.value is None or high.value is None or low.low is not None or low.of is not None:
        return False
    signed = low.unit is not None and low.unit.rule == "sign" and low.unit.kind == "money" and high.unit is None
    if low.unit is not None and low.unit_id != high.unit_id and not (low.unit.rule == "open" or signed):
        return False
    if low.unit is not None and high.unit is not None and _names_two(low.unit.text.lower(), high.unit.text.lower()):
        return False
    gap_start = max(low.number.stop, low.stop)
    gap = passage.text[gap_start:high.start]
    if gap == ", ":
        return low.unit is None and not low.number.raw and not high.number.raw and high.number.words == 1 and low.value + 1 == high.value < _TEN
    if _DASH.fullmatch(gap):
        return _shared(low, high) < high.value
    word = passage.starting(gap_start, "range_word")
    if word is not None and word.id == "or":
        return low.unit is None and not passage.text[word.stop:high.start].strip() and low.value < high.value <= low.value * _NEXT
    if word is None and _is_wide_range(passage, low, high):
        return True
    if word is None or word.id not in ("to", "and") or passage.text[word.stop:past_fillers(passage, high.start)].strip():
        return False
    low_start = past_fillers(passage, low.start)
    opener = passage.ending(low_start, "range_word", "change_word")
    opened = opener is not None and (opener.kind == "range_word" and opener.id == ("from" if word.id == "to" else "between"))
    changing = passage.ending(low_start, "change_word")
    if (
        changing is not None
        and changing.id == "from"
        and (opener is None or opener.kind != "range_word" or _is_told_to_change(passage, changing, high))
    ):
        return False
    if not opened and changing is not None and changing.id == "by" and not _is_spread(low, high):
        return False  # "grew by 900 to 12,400"
    return (opened or (word.id == "to" and (low.unit is None or signed))) and _shared(low, high) < high.value


def _is_wide_range(passage: Passage, low: Draft, high: Draft) -> bool:
    """"From 18 degrees in the north to 26 degrees": two ends in one unit, where the word before the lower one opens no change."""
    measured = low.unit is not None and low.unit_id is not None and low.unit.kind != "duration"
    if not measured or low.value is None or high.value is None or low.value >= high.value:
        return False
    start = past_fillers(passage, low.start)
    opener, closer = passage.ending(start, "range_word"), passage.ending(past_fillers(passage, high.start), "range_word")
    if opener is None or opener.id != "from" or closer is None or closer.id != "to" or passage.ending(start, "change_word") is not None:
        return False
    return closer.start - low.stop <= _WIDEST and _PARTS.search(passage.text, low.stop, closer.start) is None


def _names_two(low: str, high: str) -> bool:
    """Whether one unit is told of two things ("18.9 degrees north - 110.3 degrees east")."""
    return low != high and " " in low and " " in high and low.partition(" ")[0] == high.partition(" ")[0]


def _is_spread(low: Draft, high: Draft) -> bool:
    """Whether two figures may bound one amount: no change is told to lie between one and more than ten times as much, but by shares."""
    share = high.unit is not None and high.unit.kind == "share"
    return share or high.value is None or high.value <= _shared(low, high) * _TEN


def _is_told_to_change(passage: Passage, opener: Hit, high: Draft) -> bool:
    """Whether "from 5 to 7" tells a change and no range: where the words are the same in both, a verb of change decides."""
    closer = passage.ending(past_fillers(passage, high.start), "change_word")
    if closer is None or closer.id != "to":
        return False
    text = passage.text
    since = max(high.sentence, *(text.rfind(mark, high.sentence, opener.start) + 1 for mark in ";:("))
    blocked = since
    for hit in passage.within(since, opener.start, "not_change", *_CHANGES):
        if hit.kind == "not_change":
            blocked = hit.stop
        elif hit.start >= blocked:
            return True
    return False


def _shared(low: Draft, high: Draft) -> Decimal:
    """The lower end, with the scale word that may stand only behind the upper one."""
    assert low.value is not None  # noqa: S101 - narrows the type; ranges are joined of numbers alone
    assert high.value is not None  # noqa: S101 - as above
    if (
        low.number.power == ONE
        and high.number.power > ONE
        and low.value < high.value / high.number.power
        and (low.unit is None or low.unit.rule == "sign")
    ):
        return low.value * high.number.power
    return low.value


def _range_of(low: Draft, high: Draft, *, spoken: bool) -> Draft:
    low.low, low.high = _shared(low, high), high.value
    low.value = None
    low.number.scale = max(low.number.scale, high.number.scale)
    low.unit = high.unit or low.unit
    low.per = high.per
    low.stop, low.figure_stop = max(high.stop, low.stop), high.figure_stop
    low.modifier = "approx" if spoken else low.modifier
    low.rules = [*low.rules, *high.rules, "range"]
    return low
