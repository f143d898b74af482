"""Numeric claims: numbers that may be claims, with unit, bound, change and what is said around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from itertools import pairwise

from pipeline.extract.bounds import read_lone_bounds, read_modifiers, read_spread
from pipeline.extract.changes import read_changes
from pipeline.extract.clock import opens_clock
from pipeline.extract.compounds import read_compounds, read_feet
from pipeline.extract.context import Context, read_contexts
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.drafting import draft_number
from pipeline.extract.elision import carry_units
from pipeline.extract.measures import join_measures
from pipeline.extract.number import Number
from pipeline.extract.numerals import read_numbers
from pipeline.extract.ordinals import read_ranks
from pipeline.extract.ranges import join_ranges
from pipeline.extract.rates import read_rate
from pipeline.extract.standing import ALONE
from pipeline.extract.wholes import join_parts, join_wholes_ahead
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Claim, Dossier, Passage, Quantity

_DIGIT = re.compile("[0-9]")
_NAME = "part_of_name"
_MARK = re.compile("[.,]")
_MAP_SCALE = re.compile(r"1/(?:[125][.,]?0{2,4}|[1-9]0[.,]?000|[125]0{1,2}[.,]000)(?![0-9])")
""""1/500", "1/2,000": the scale of a map or a plan."""
_DASHES = ("-", "\u2013", " - ", " \u2013 ")
_CLOCK, _DAY, _AGO = "clock", "no_date_word", "relative_date"
_JOINT_REACH = 8
_CONFIDENT = 0.95
_PLAIN = 0.9
_DOUBTFUL = 0.7
_GUESSED = 0.6
"""What a sum "for" one of is a rate; a sum for a school or a road is what it is spent on."""


def find_claims(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add the numeric claims of every passage; numbers that are none become refusals with their reason."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    for passage in dossier.passages:
        drafts = [draft for draft in read_drafts(passage, dossier, room, knowledge) if _is_claim(passage, draft, dossier)]
        base = len(dossier.claims)
        for draft, context in zip(drafts, read_contexts(passage, drafts, dossier, room, knowledge), strict=True):
            dossier.claims.append(_claim(passage, draft, context, base))


def read_drafts(passage: Passage, dossier: Dossier, room: Room, knowledge: Knowledge, *, ones: bool = False) -> list[Draft]:
    """The numbers of a passage with unit, bound and change; those that cannot be claims are refused, those without a unit are still there.

    `ones`: one of a thing is an amount wherever it stands (in running text it is mostly an article).
    """
    drafts = _drafts(passage, dossier, room, knowledge, ones=ones)
    drafts = join_measures(passage, drafts, room, knowledge)
    drafts = join_parts(passage, drafts, room)
    drafts = join_ranges(passage, drafts)
    carry_units(passage, drafts, room, knowledge)
    drafts = join_wholes_ahead(passage, drafts, room)
    for draft in drafts:
        late = draft.unit is not None and (draft.unit.rule == "currency" or (draft.unit.rule == "sign" and draft.low is not None))
        if late or (room.has_dictionary and draft.unit is not None and draft.unit.rule == "inherited" and draft.per is None):
            read_rate(passage, draft, knowledge)
        read_modifiers(passage, draft)
    for last, draft in pairwise(drafts):
        if draft.modifier == "more_than":
            read_spread(passage, last, draft, room, knowledge)
    drafts = read_changes(passage, drafts, room, knowledge)
    for draft in drafts:
        read_lone_bounds(passage, draft, knowledge)
    return drafts


def _drafts(passage: Passage, dossier: Dossier, room: Room, knowledge: Knowledge, *, ones: bool) -> list[Draft]:
    taken = sorted((start, stop) for start, stop, _ in passage.taken)
    starts = [start for start, _ in taken]
    drafts: list[Draft] = []
    named = told = -1
    feet = list(read_feet(passage, room, knowledge)) if room.language.inflection == "suffixes" else []
    for number in read_numbers(passage, room):
        if feet and any(one.start <= number.start < one.stop for one, _ in feet):
            continue
        i = bisect_right(starts, number.start)
        if (i and taken[i - 1][1] > number.start) or (i < len(taken) and taken[i][0] < number.stop) or _is_behind_slash(passage, taken, i, number):
            named = number.stop
            continue
        if drafts and number.start < drafts[-1].stop:
            continue
        draft = draft_number(passage, number, room, knowledge, until=_next_figures(passage, taken, i), last=drafts[-1] if drafts else None, ones=ones)
        if not isinstance(draft, str) and (again := _same_again(passage, draft, named, told)) is not None:
            draft = again
        if isinstance(draft, str):
            dossier.refuse(passage, number.start, number.stop, "claims", draft)
            named = number.stop if draft == _NAME else named
            told = number.stop if draft == _CLOCK else told
            if drafts and drafts[-1].unit is None and _opens(passage, drafts[-1], number, draft):
                opened = drafts.pop()
                dossier.refuse(passage, opened.start, opened.stop, "claims", draft)
        else:
            drafts.append(draft)
    ranks = read_ranks(passage, room) if room.language.inflection == "suffixes" else ()
    placed = ((number, UnitRead("rank", "rank", "", number.start, number.stop, "rank")) for number in ranks)
    ranked = {draft.number.start for draft in drafts}
    for number, unit in (*read_compounds(passage, room, knowledge), *feet, *(place for place in placed if place[0].start not in ranked)):
        if any(draft.start < number.stop and number.start < draft.stop for draft in drafts):
            continue  # "three-fold" is read as a figure with its unit already
        sentence = passage.sentence_at(number.start)
        place = number.start, number.stop, sentence.start, sentence.stop
        drafts.append(Draft(number, *place, number.value, figure_stop=number.stop, unit=unit, rules=[number.rule]))
    return sorted(drafts, key=lambda draft: draft.start)


def _opens(passage: Passage, last: Draft, number: Number, reason: str) -> bool:
    """Whether a bare figure is the first of two of which the second is refused: hours, days before a month, years back."""
    if reason == _CLOCK:
        return opens_clock(passage, last.start, number)
    between = passage.text[last.stop:number.start]
    if reason == _DAY:
        return between == "/"
    if reason == _NAME:
        return between in _DASHES and passage.ending(last.start, "number_mark") is not None
    joint = passage.starting(last.stop, "range_word")
    return reason == _AGO and (between in _DASHES or (joint is not None and joint.stop + 1 == number.start))


def _same_again(passage: Passage, draft: Draft, named: int, told: int) -> str | None:
    """Why a draft is what the refused one before it was: the next of a list of names, the minutes of an hour."""
    plain = draft.number.raw.isdigit() and draft.number.scale == 1
    if plain and (draft.unit is None or draft.unit.rule == "open") and passage.text[named:draft.number.start] in _DASHES and named >= 0:
        return _NAME  # "pages 5-7"
    if draft.unit is None and plain and _goes_on(passage, named, draft.number.start):
        return _NAME
    minutes = draft.unit_id == "minute" and told >= 0 and draft.number.start - told < _JOINT_REACH
    return _CLOCK if minutes and passage.starting(told, "unit") is not None else None


def _goes_on(passage: Passage, named: int, start: int) -> bool:
    """Whether a figure goes on a list of names or dates ("districts 1, 3 and 5")."""
    if named < 0 or start - named > _JOINT_REACH:
        return False
    if passage.text[named:start].strip() == ",":
        return True
    joint = passage.ending(start, "list_word", "joiner")
    return joint is not None and joint.start >= named and not passage.text[named:joint.start].strip(" ,")


def _is_behind_slash(passage: Passage, taken: list[tuple[int, int]], i: int, number: Number) -> bool:
    """Digits that a slash ties to what is spoken for ("the second quarter of 2025/26")."""
    return bool(i) and taken[i - 1][1] == number.start - 1 and passage.text[number.start - 1] == "/"


def _next_figures(passage: Passage, taken: list[tuple[int, int]], i: int) -> int:
    """Where the next taken stretch begins, if its first figures stand there: a word in it belongs to them ("in the year 2016")."""
    if i == len(taken) or _DIGIT.search(passage.text, *taken[i]) is None:
        return len(passage.text)
    return taken[i][0]


def _is_claim(passage: Passage, draft: Draft, dossier: Dossier) -> bool:
    bare = draft.unit is None and draft.modifier == "exact" and draft.change.kind == "none" and draft.number.scale == 1 and ALONE not in draft.rules
    one = draft.number.start - len("1/") * (draft.of is None)
    if one >= 0 and _MAP_SCALE.match(passage.text, one) is not None and not passage.text[max(one - 1, 0):one].isdigit():
        dossier.refuse(passage, draft.start, draft.stop, "claims", "map_scale")
        return False
    if draft.low is not None and draft.unit is None and (mark := passage.ending(draft.start, "number_mark")) is not None and mark.id == "weak":
        dossier.refuse(passage, draft.start, draft.stop, "claims", _NAME)
        return False  # "wind level 3-4"
    denied = draft.modifier == "exact" and draft.change.start is None and passage.ending(draft.start, "negation") is not None
    if bare or denied:
        dossier.refuse(passage, draft.start, draft.stop, "claims", "no_unit" if bare else "denied")
    return not (bare or denied)


def _claim(passage: Passage, draft: Draft, context: Context, base: int) -> Claim:
    return Claim(
        evidence=passage.evidence(draft.start, draft.stop, "+".join(dict.fromkeys(draft.rules))),
        figure_start=draft.figure_start, figure_stop=draft.figure_stop, quantity=quantity_of(draft), change=draft.change, measured=context.measured,
        subject=context.subject, status=context.status, period=context.period, place=context.place, place_id=context.place_id,
        speaker=context.speaker, under=context.under, unit_conflict=draft.unit_conflict,
        part_of=None if context.part_of is None else base + context.part_of, alternatives=_alternatives(draft), confidence=_confidence(draft),
    )


def _alternatives(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The readings kept open: those of the change, and that of a mark which may part thousands or decimals."""
    whole, mark, rest = _MARK.sub("|", draft.number.raw).partition("|")
    if draft.number.rule != "doubtful" or draft.alternatives or not mark or draft.value is None or not (whole + rest).isdigit():
        return draft.alternatives
    grouped, parted = (Decimal(figures) * draft.number.scale for figures in (whole + rest, f"{whole}.{rest}"))
    other = parted if abs(draft.value) == grouped else grouped
    return ((draft.change.kind, format(other.normalize(), "f")),)


def quantity_of(draft: Draft) -> Quantity:
    """The value of a draft, apart from where it stands."""
    unit = draft.unit
    kind, text = (unit.kind if unit.unit else None, unit.text) if unit else (None, None)
    return Quantity(draft.value, draft.low, draft.high, draft.modifier, draft.unit_id, kind, text, draft.per, draft.of)


def _confidence(draft: Draft) -> float:
    """0.95 digits with a stated unit, 0.9 words or a carried unit, 0.7 separators in doubt or a conflict, 0.6 no unit."""
    if draft.unit is None:
        return _GUESSED
    if draft.number.rule == "doubtful" or draft.unit_conflict or draft.number.rule == "vague":
        return _DOUBTFUL
    return _CONFIDENT if draft.number.raw and draft.unit.rule in ("sign", "unit", "noun") else _PLAIN
