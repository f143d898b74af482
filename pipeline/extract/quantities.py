"""Numeric claims: numbers that may be claims, with unit, bound, change and what is said around them."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.extract.bounds import join_parts, join_ranges, read_lone_bounds, read_modifiers
from pipeline.extract.changes import read_changes
from pipeline.extract.compounds import read_compounds
from pipeline.extract.context import Context, read_contexts
from pipeline.extract.draft import Draft
from pipeline.extract.drafting import draft_number, read_rate
from pipeline.extract.elision import carry_units
from pipeline.extract.numerals import read_numbers
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Claim, Dossier, Passage, Quantity

_NAME = "part_of_name"
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


def read_drafts(passage: Passage, dossier: Dossier, room: Room, knowledge: Knowledge) -> list[Draft]:
    """The numbers of a passage with unit, bound and change; those that cannot be claims are refused, those without a unit are still there."""
    drafts = _drafts(passage, dossier, room, knowledge)
    drafts = join_parts(passage, drafts)
    drafts = join_ranges(passage, drafts)
    carry_units(passage, drafts, room, knowledge)
    for draft in drafts:
        if draft.unit is not None and draft.unit.rule == "currency":
            read_rate(passage, draft, knowledge)
        read_modifiers(passage, draft)
    drafts = read_changes(passage, drafts, room, knowledge)
    for draft in drafts:
        read_lone_bounds(passage, draft, knowledge)
    return drafts


def _drafts(passage: Passage, dossier: Dossier, room: Room, knowledge: Knowledge) -> list[Draft]:
    taken = sorted((start, stop) for start, stop, _ in passage.taken)
    starts = [start for start, _ in taken]
    drafts: list[Draft] = []
    for number in read_numbers(passage, room):
        i = bisect_right(starts, number.start)
        if (i and taken[i - 1][1] > number.start) or (i < len(taken) and taken[i][0] < number.stop) or _goes_on(passage, taken, i, number) or (drafts and number.start < drafts[-1].stop):
            continue
        drafts += _draft(passage, number, dossier, room, knowledge, until=_next_figures(passage, taken, i), last=drafts[-1] if drafts else None)
    for number, unit in read_compounds(passage, room, knowledge):
        sentence = passage.sentence_at(number.start)
        place = number.start, number.stop, sentence.start, sentence.stop
        drafts.append(Draft(number, *place, number.value, figure_stop=number.stop, unit=unit, rules=["compound"]))
    return sorted(drafts, key=lambda draft: draft.start)


def _goes_on(passage: Passage, named: int, start: int) -> bool:
    """Whether a figure goes on a list of names or dates ("districts 1, 3 and 5")."""
    gap = passage.text[named:start] if named >= 0 and start - named < _JOINT_REACH else "."
    if gap.strip() == ",":
        return True
    joint = passage.ending(start, "list_word", "joiner")
    return joint is not None and not passage.text[named:max(joint.start, named)].strip(" ,") and joint.start >= named


def _next_figures(passage: Passage, taken: list[tuple[int, int]], i: int) -> int:
    """Where the next taken stretch begins, if its first figures stand there: a word in it belongs to them ("in the year 2016")."""
    if i == len(taken) or not any(c.isdigit() for c in passage.text[slice(*taken[i])]):
        return len(passage.text)
    return taken[i][0]


def _goes_on(passage: Passage, taken: list[tuple[int, int]], i: int, number: Number) -> bool:
    """Digits that a slash ties to what is spoken for ("the second quarter of 2025/26")."""
    return bool(i) and taken[i - 1][1] == number.start - 1 and passage.text[number.start - 1] == "/"


def _draft(passage: Passage, number: Number, dossier: Dossier, room: Room, knowledge: Knowledge, *, until: int, last: Draft | None) -> list[Draft]:
    """The draft of a number, with its unit where that ends before the next date, symbol or name (`until`)."""
    sign = sign_left(passage, number.start, knowledge) if number.raw else None
    unit = unit_right(passage, number.stop, room, knowledge)
    if unit is not None and unit.stop > until:
        unit = None
    if unit is None and (number.raw or room.language.inflection == "suffixes"):
        unit = unit_glued(passage, number.stop, room, knowledge)
    stop = unit.stop if unit else number.stop
    conflict = False
    start = number.start
    if sign is not None:
        start = sign[1]
        if unit is None or unit.kind != "money":
            unit = UnitRead(sign[0], "money", passage.text[start:number.start].strip(), start, number.start, "sign")
            stop = number.stop
        else:
            conflict = unit.unit != sign[0]
    if _is_rank(passage, number, unit):
        unit, stop = UnitRead(_RANK, _RANK, "", number.start, number.stop, "rank"), number.stop
    reason = refusal(passage, number, unit, room, signed=sign is not None, last=last)
    if reason is not None:
        dossier.refuse(passage, number.start, number.stop, "claims", reason)
        return []
    sentence = passage.sentence_at(number.start)
    value = _value(passage, number, unit, room)
    draft = Draft(number, start, stop, sentence.start, sentence.stop, value, number.low, number.high, number.stop, unit=unit, unit_conflict=conflict)
    if number.fraction and (unit is None or unit.kind == "count"):
        draft.unit = UnitRead("ratio", "ratio", passage.text[number.start:number.stop], number.start, number.stop, "fraction")
    if number.rule == "vague":
        draft.modifier = "more_than" if number.high is None else "approx"
    draft.rules = [number.rule, unit.rule if unit else "no_unit"]
    _read_half(passage, draft)
    _read_rate(passage, draft, knowledge)
    return [draft]


def _is_rank(passage: Passage, number: Number, unit: UnitRead | None) -> bool:
    """Whole digits behind a word of rank, with nothing known behind them that they could count."""
    whole = number.raw.isdigit() and number.scale == 1
    return whole and (unit is None or unit.rule == "open") and passage.ending(number.start, "rank_mark") is not None


def _value(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> Decimal | None:
    value = number.value
    if value is None:
        return None
    if unit is not None and unit.kind == "count" and number.raw and number.scale == 1 and value != value.to_integral_value():
        again, how = read_digits(number.raw, room.language.decimal, counted=True)
        value, number.rule = (again, how) if again is not None else (value, number.rule)
    sign = passage.text[number.start - 1:number.start]
    outer = passage.text[number.start - 2:number.start - 1] if number.start > 1 else " "
    negative = sign in ("-", "\u2212") and outer in (" ", "(") and unit is not None and unit.kind in ("share", "temperature")
    return -value if negative else value


def _read_half(passage: Passage, draft: Draft) -> None:
    """"Four days and a half": the half stands behind the unit."""
    half = passage.starting(draft.stop, "joiner")
    if half is not None and half.id == "half" and draft.unit is not None and draft.value is not None:
        draft.value += Decimal("0.5")
        draft.stop = half.stop


def _read_rate(passage: Passage, draft: Draft, knowledge: Knowledge) -> None:
    """The unit of a rate ("dong/ha", "per year")."""
    text = passage.text
    while text[draft.stop:draft.stop + 1] == "/" and not text[draft.stop + 1:draft.stop + 2].isdigit():
        sign = knowledge.units.symbol_after.match(text, draft.stop + 1)
        hit = passage.starting(draft.stop + 1, "unit", "noun")
        if hit is None and sign is None:
            break
        draft.per = draft.per or (hit.id if hit else knowledge.units.after[sign.group(1)] if sign else None)
        draft.stop = hit.stop if hit else sign.end() if sign else draft.stop
    if draft.per is not None or draft.unit is None:
        return
    word = passage.starting(draft.stop, "per_word", "per_adverb")
    if word is not None and word.kind == "per_adverb":
        draft.per = word.id
    elif word is not None:
        hit = passage.starting(word.stop, "unit", "noun")
        if hit is not None and (knowledge.units.kind(hit.id) != "count" or word.id == "each" or (draft.unit.kind == "money" and hit.id in _HEADS)):
            draft.per, draft.stop = hit.id, hit.stop


def _is_claim(passage: Passage, draft: Draft, dossier: Dossier) -> bool:
    bare = draft.unit is None and draft.modifier == "exact" and draft.change.kind == "none" and draft.number.scale == 1
    if bare:
        dossier.refuse(passage, draft.start, draft.stop, "claims", "no_unit")
    return not bare


def _claim(passage: Passage, draft: Draft, context: Context, base: int) -> Claim:
    return Claim(
        evidence=passage.evidence(draft.start, draft.stop, "+".join(dict.fromkeys(draft.rules))),
        figure_start=draft.figure_start, figure_stop=draft.figure_stop, quantity=quantity_of(draft), change=draft.change, measured=context.measured,
        subject=context.subject, status=context.status, period=context.period, place=context.place, place_id=context.place_id,
        speaker=context.speaker, under=context.under, unit_conflict=draft.unit_conflict,
        part_of=None if context.part_of is None else base + context.part_of, alternatives=draft.alternatives, confidence=_confidence(draft),
    )


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
