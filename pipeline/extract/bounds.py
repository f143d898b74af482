"""What bounds a figure: modifiers before it, after its unit, and the signs of a range or of a share of a whole."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.draft import Draft
from pipeline.extract.heads import words_of
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_MOST_HOPS = 4
_SIGNED = {
    "~": "approx", "\u2248": "approx", ">": "more_than", "<": "less_than",
    "\u2265": "at_least", ">=": "at_least", "\u2264": "at_most", "<=": "at_most",
}
_SIGNS = re.compile(r"(?<![-<>=\w])(\u2248|>=|<=|[~<>\u2265\u2264]) ?$")
_NOUN_LEFT = re.compile(r" ([a-z]{3,}) $")
_WORD_REACH = 30
_CLAUSE = re.compile(r"[,;:]")
_SIGN_REACH = 4
_VERB_REACH = 40
_PHRASE_REACH = 45
_PHRASE = re.compile(r" (?:[^\W\d_]+ ){1,4}")
_FEW = Decimal(10)
_YEAR, _POINT = "year", "point"
_BOUNDS = frozenset({"bound_before", "bound_form"})
_DENIED = {"more_than": "at_most", "less_than": "at_least", "at_least": "less_than", "at_most": "more_than"}
_DIMENSIONS = frozenset({"length", "area", "mass", "volume", "duration"})
_NOT_BOUNDED = frozenset({"body", "place", "event", "text", "idea"})


def read_modifiers(passage: Passage, draft: Draft) -> None:
    """Set the modifier from the words around a draft; fillers between a bound and its figure are passed over."""
    at = draft.start
    beside = passage.ending(at, "bound_beside", "bound_before", "change_verb", "comparative", "not_bound")
    if beside is not None and beside.kind == "comparative" and is_dimension(draft, beside.id):
        beside = passage.ending(at, "bound_beside")
    if beside is not None and beside.kind == "bound_beside" and _is_superlative(passage, draft, beside):
        return
    if beside is not None and beside.kind == "bound_beside" and (_is_unit(passage, beside) or _is_size(passage, draft)):
        return
    if beside is None and draft.unit is not None and draft.unit.unit == _YEAR:
        beside = _beside_age(passage, draft)
    if beside is not None and beside.kind in ("bound_beside", "bound_age"):
        draft.modifier, draft.start = beside.id, beside.start
        draft.rules.append("bound")
    if beside is not None and beside.kind == "not_bound":
        return
    if draft.modifier == "exact" and (signed := _SIGNS.search(passage.text, max(at - _SIGN_REACH, 0), at)) is not None:
        draft.modifier, draft.start = _SIGNED[signed.group(1)], signed.start()
        draft.rules.append("bound")
        return
    for _ in range(_MOST_HOPS if draft.modifier == "exact" else 0):
        hit = passage.ending(at, "bound_before", "bound_form", "bound_amount", "filler", "negation", "part_word", "change_word")
        if hit is None or hit.kind in ("negation", "part_word", "change_word"):
            break
        if hit.id == "at_most" and (_is_reached(passage, hit, draft.sentence) or _is_superlative(passage, draft, hit)):
            break
        at = hit.start
        if hit.kind in _BOUNDS or (hit.kind == "bound_amount" and not _tells_by_how_much(passage, draft)):
            draft.modifier, draft.start = hit.id, hit.start
            draft.rules.append("bound")
            _deny(passage, draft)
            break
    if draft.modifier == "exact" and draft.low is not None:
        _read_before_opener(passage, draft)
    after = passage.starting(draft.stop, "bound_after") or _behind_phrase(passage, draft)
    if after is not None and not _bounds_next(passage, after):
        draft.modifier, draft.stop = after.id, after.stop
        draft.rules.append("bound_after")


def _is_unit(passage: Passage, bound: Hit) -> bool:
    """"14 degrees 10 minutes": a word that is a unit too, behind a figure of its own."""
    unit = passage.ending(bound.stop, "unit")
    return unit is not None and unit.start == bound.start and passage.text[max(bound.start - 2, 0):bound.start].strip().isdigit()


def _is_size(passage: Passage, draft: Draft) -> bool:
    """"Guns of size 30 mm", "shrimps of size 100/kg": a word for about that is one for size too, of lengths and of so many a measure."""
    word = passage.ending(draft.start, "size_word")
    return word is not None and word.id == "size" and draft.unit is not None and (draft.unit.kind == "length" or draft.per is not None)


def _beside_age(passage: Passage, draft: Draft) -> Hit | None:
    """"Past 70 years of age": a word that bounds ages only."""
    word = passage.ending(draft.start, "bound_age")
    return word if word is not None and draft.unit is not None and passage.starting(draft.unit.start, "age_unit") is not None else None


def _behind_phrase(passage: Passage, draft: Draft) -> Hit | None:
    """"10 litres of pure rice wine and more": a bound behind the few words that tell of what the amount is."""
    if not passage.holds("bound_after"):
        return None
    until = min(draft.stop + _PHRASE_REACH, draft.sentence_stop)
    after = next(iter(passage.within(draft.stop, until, "bound_after")), None)
    if after is None or after.id not in ("at_least", "at_most") or " " not in passage.text[after.start:after.stop]:
        return None
    return after if _PHRASE.fullmatch(passage.text, draft.stop, after.start) is not None else None


def _read_before_opener(passage: Passage, draft: Draft) -> None:
    """"About from 20 to 30 ha": a bound before the word that opens a range."""
    opener = passage.ending(draft.start, "range_word")
    bound = passage.ending(opener.start, "bound_before", "bound_beside", "not_bound", "comparative") if opener is not None else None
    told = opener is not None and opener.id in ("from", "between") and bound is not None
    if told and bound is not None and bound.kind in ("bound_before", "bound_beside") and not _is_superlative(passage, draft, bound):
        draft.modifier, draft.start = bound.id, bound.start
        draft.rules.append("bound")


def _is_superlative(passage: Passage, draft: Draft, bound: Hit) -> bool:
    """"Temperatures highest 36 - 38 degrees": what is highest of a range, of a temperature or of points is told, not bounded.

    So is the span of time that it is the highest of ("the highest of the last 7 years").
    """
    if passage.starting(bound.start, "superlative") is None:
        return False
    kind = draft.unit.kind if draft.unit is not None else None
    told = draft.low is not None or kind == "temperature" or draft.unit_id == _POINT
    return told or (kind == "duration" and passage.starting(draft.stop, "relative_time", "distance_word", "base_word") is not None)


def read_spread(passage: Passage, last: Draft, draft: Draft, room: Room, knowledge: Knowledge) -> None:
    """"120 million dollars over eight years", "183 bursts of ash over 24 hours": between an amount and a span of time the bound says during.

    Persons "over 65 years" are so old, and what "lasted over two weeks" lasted longer.
    """
    word = passage.ending(draft.figure_start, "spread_word")
    if word is None or word.start != draft.start or draft.unit is None or draft.unit.kind != "duration" or " " in draft.unit.text:
        return
    beside = last.stop + 1 == word.start and last.unit is not None and last.unit.kind != "count"
    if beside or (last.sentence == draft.sentence and _is_of_things(passage, last.stop, word.start, room, knowledge)):
        draft.modifier, draft.start = "exact", draft.figure_start
        draft.rules.remove("bound")


def _is_of_things(passage: Passage, start: int, stop: int, room: Room, knowledge: Knowledge) -> bool:
    """Whether a noun for things ends at `stop` in the clause that goes on from `start`."""
    noun = _NOUN_LEFT.search(passage.text, max(start, stop - _WORD_REACH), stop)
    if noun is None or _CLAUSE.search(passage.text, start, stop) is not None:
        return False
    word = noun.group(1)
    small = any(word in words_of(room, kind) for kind in ("phrase_end", "auxiliary", "finite_verb", "past_word", "level_verb"))
    if small or word.endswith(tuple(words_of(room, "spread_stop"))):
        return False
    counted = passage.ending(noun.end(1), "noun")
    unit = knowledge.units.by_id.get(counted.id) if counted is not None else None
    return unit is None or unit.counts != "person"


def _bounds_next(passage: Passage, after: Hit) -> bool:
    """"Damaged 2,300 houses and over 1,500 ha": a joint and a bound of the figure behind them."""
    return passage.text[after.stop:after.stop + 1] == " " and (
        passage.text[after.stop + 1:after.stop + 2].isdigit() or passage.starting(after.stop, "cardinal") is not None
    )


def _tells_by_how_much(passage: Passage, draft: Draft) -> bool:
    """"Passed the plan by 5%", "4 persons over against the norm": what a share or a comparison passes is no bound."""
    return (draft.unit is not None and draft.unit.kind == "share") or passage.starting(draft.stop, "compare_word") is not None


def _is_reached(passage: Passage, bound: Hit, sentence: int) -> bool:
    """"Pushed rates up to 2.25 per cent": where a change is told, an upper bound that is a word of change too says what was reached."""
    word, before = passage.ending(bound.stop, "change_word"), passage.ending(bound.start, "change_word")
    if word is None or word.id != "to" or word.start != bound.start or (before is not None and before.id == "by"):
        return False  # "fell by up to 30 per cent"
    first = passage.text.find(" ", bound.start, bound.stop)
    if first != -1 and (verb := passage.ending(first, "change_verb")) is not None and verb.start < bound.start:
        return True  # "edged up to 4.3 per cent"
    return next(iter(passage.within(max(sentence, bound.start - _VERB_REACH), bound.start, "change_verb")), None) is not None


def is_dimension(draft: Draft, direction: str) -> bool:
    """"Longer than 500 m", "over 3 years long": of a dimension a comparative upwards is a bound; of anything else it tells by how much."""
    return direction == "increase_by" and draft.unit is not None and draft.unit.kind in _DIMENSIONS


def _deny(passage: Passage, draft: Draft) -> None:
    """A bound that is denied is the bound on the other side ("does not exceed")."""
    denial = passage.ending(draft.start, "negation")
    if denial is not None and draft.modifier in _DENIED:
        draft.modifier, draft.start = _DENIED[draft.modifier], denial.start


def read_lone_bounds(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    """A "from" that no "to" answers is a lower bound, a "to" that answers no "from" an upper one (but of measures and persons only)."""
    if draft.modifier != "exact" or draft.change.kind != "none" or draft.low is not None:
        return
    upto = passage.ending(past_fillers(passage, draft.start), "bound_upto")
    if upto is not None and draft.unit is not None:
        if draft.unit.rule == "glued":
            return  # "up to 20 per cent" bounds; "to a 20-per-cent rise" is where something goes
        if draft.unit.kind == "count" and not draft.number.raw and draft.value is not None and draft.value < _FEW:
            return  # "distrust of two envoys"
        unit = knowledge.units.by_id.get(draft.unit_id or "")
        if unit is not None and unit.counts not in _NOT_BOUNDED:
            draft.modifier, draft.start = upto.id, upto.start
        return
    word = passage.ending(draft.start, "bound_from")
    if (
        word is not None
        and passage.ending(word.start, "change_verb") is None
        and not _answered(passage, draft)
        and not _is_origin(passage, draft, word)
    ):
        draft.modifier, draft.start = word.id, word.start


def _is_origin(passage: Passage, draft: Draft, word: Hit) -> bool:
    """Where counted things come from ("goods from 12 countries"), since when: no bound; a norm says it behind a mark or a small word."""
    if draft.unit is None:
        return True
    if draft.unit.kind not in ("count", "duration"):
        return False
    if passage.ending(word.stop, "not_bound") is not None:
        return True
    mark = passage.text[max(word.start - 2, 0):word.start].strip(" ")[-1:]
    return mark not in (":", "(") and passage.ending(word.start, "filler", "left_unit") is None


def past_fillers(passage: Passage, at: int) -> int:
    """Where the fillers and bounds before a figure begin."""
    for _ in range(_MOST_HOPS):
        hit = passage.ending(at, "filler", "bound_before", "bound_beside")
        if hit is None:
            break
        at = hit.start
    return at


def _answered(passage: Passage, draft: Draft) -> bool:
    reach = min(draft.sentence_stop, draft.stop + 60)
    return any(hit.id in ("to", "into", "remain") for hit in passage.within(draft.stop, reach, "range_word", "change_word"))
