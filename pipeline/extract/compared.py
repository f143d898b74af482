"""Verbs and comparatives with what they compare between them and their figure."""

from __future__ import annotations

from pipeline.extract.change_words import DIRECTED, SHORT_REACH, VERBS, verb_left
from pipeline.records import Hit, Passage

_COMPARED_REACH = 70
_MOST_BASES = 3


def verb_compared(passage: Passage, at: int, sentence: int) -> Hit | None:
    """The verb of change before a comparison that stands before the figure: "rose against last week's session 5 USD"."""
    verb = verb_left(passage, at, max(sentence, at - _COMPARED_REACH))
    if verb is None or verb.kind == "change_noun" or ((compared := passage.starting(verb.stop, "compare_word")) is None or compared.id == "level"):
        return None  # "fell against the level of 726 million": what it was before
    if next(iter(passage.within(verb.stop, at, "change_word", *VERBS)), None) is not None:
        return None
    between = set(range(verb.stop, at))
    for start, stop, _ in passage.taken_within(verb.stop, at):
        between -= set(range(start, stop))
    dashed = " - " in passage.text[verb.stop:at]  # "up on last year - 121 million people"
    return None if dashed or any(passage.text[i].isdigit() or passage.text[i] in ",;:()" for i in between) else verb


def comparative_left(passage: Passage, at: int) -> Hit | None:
    """The comparative before nothing but what it compares with: said as "lower than the nation's mean 0.4 %"."""
    if not passage.holds("comparative"):
        return None
    start = at
    for _ in range(_MOST_BASES):
        base = passage.ending(at, "compare_base")
        dated = next((begin for begin, stop, what in passage.taken_within(max(at - SHORT_REACH, 0), at) if what == "date" and stop + 1 == at), None)
        if base is None and dated is None:
            break
        at = base.start if base is not None else dated or at
    hit = passage.ending(at, "comparative") if at < start else None
    return hit if hit is not None and hit.id in DIRECTED else None
