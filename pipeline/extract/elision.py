"""Units that are left out: carried along a list, said once behind its last figure, told by the noun before, or the currency of the land."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from pipeline.extract.atoms import scale_letters
from pipeline.extract.counting import number_of, read_generic
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.nominal import is_counted, only_verbs, word_at
from pipeline.extract.standing import ALONE, LONGEST_LIST, unit_alone
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_LIST_REACH = 60
_NOUN_REACH = 70
_THEM_REACH = 300
_MOST_BACK = 8
_SMALL = ("filler", "bound_before", "bound_beside", "change_word")
_MONEY = Decimal(1_000_000)
_SURE_MONEY = Decimal(1_000_000_000)
_GOING_ON = ("list_word", "change_verb", "part_word", "range_word")
_THOUSAND = Decimal(1000)
_ITEM = re.compile(r",(?: [^\W\d_]+){1,3} ")
_MARKS = (",", ";", ":")
_DASHES = (" -", " \u2013", " \u2014")
_ENDS = frozenset(",;.)(:\n\u2026")


def carry_units(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> None:
    """Give an elided unit from the list that the figure stands in, else from the noun of its clause."""
    for i, draft in enumerate(drafts):
        if draft.unit is not None and draft.unit.unit == "metre":
            _read_million(drafts, i, room)
        if draft.unit is not None and not _is_unsure(passage, drafts, i, room):
            read_generic(passage, drafts, i, room, knowledge)
            continue
        if room.language.inflection == "suffixes":
            draft.unit = unit_alone(passage, drafts, i, room, knowledge) or _currency(draft, drafts, room)
            draft.rules.append(draft.unit.rule if draft.unit else ALONE)
            continue
        draft.stop = draft.number.stop if draft.unit is not None else draft.stop
        draft.unit = (
            _of_those(passage, drafts, i)
            or _of_next(passage, drafts, i, room)
            or _of_last(passage, drafts, i, room)
            or _of_clause(passage, draft, room, knowledge)
            or _their_number(passage, drafts, i, room)
            or _of_share(passage, drafts, i, room, knowledge)
            or _currency(draft, drafts, room)
        )
        draft.rules.append("inherited" if draft.unit else "bare")


def _is_unsure(passage: Passage, drafts: list[Draft], i: int, room: Room) -> bool:
    """A unit that may be none: a chance noun behind what must be money, an adjective that is also a coin ("5 gold and 6 silver medals")."""
    draft = drafts[i]
    if draft.unit is None or draft.unit.rule == "open":
        return draft.unit is not None and draft.number.scale >= _SURE_MONEY and room.language.currency is not None
    if not room.has_dictionary or draft.unit.kind != "money" or draft.number.scale != 1 or draft.unit.start != draft.number.stop + 1:
        return False
    following = _of_next(passage, drafts, i, room)
    behind = word_at(passage, drafts[i + 1].number.stop, room) if following is not None and following.kind == "count" else None
    return behind is not None and behind.has("adj")


def _read_million(drafts: list[Draft], i: int, room: Room) -> None:
    """"1bn euros now and another 550m later": a letter of scale behind a sum is more money, though it is a unit too."""
    draft, unit = drafts[i], drafts[i].unit
    scale = scale_letters(room).get(unit.text) if unit is not None and unit.start == draft.number.stop else None
    money = next((last for last in reversed(drafts[:i]) if last.unit is not None and last.unit.kind == "money"), None)
    if scale is None or draft.value is None or money is None or money.unit is None or money.sentence != draft.sentence or money.number.scale < _MONEY:
        return
    draft.value *= Decimal(scale)
    draft.number.scale = Decimal(scale)
    draft.unit = UnitRead(money.unit.unit, "money", money.unit.text, money.unit.start, money.unit.stop, "inherited")


def _of_last(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """The unit of the item before in a list, or of the whole that brackets break down."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or last.sentence != draft.sentence or not _listed(passage, last, draft, room):
        return None
    if room.has_dictionary:
        before = (drafts[k] for k in range(i - 1, max(i - _MOST_BACK, 0) - 1, -1))
        last = next((one for one in before if one.unit is not None and one.sentence == draft.sentence and _fits(draft, one.unit)), None)
    if last is None or last.unit is None or not _fits(draft, last.unit):
        return None
    if _is_bare(room) and (not _ends(passage, draft) or (draft.number.scale >= _MONEY and last.unit.kind != "money")):
        return None
    return UnitRead(last.unit.unit, last.unit.kind, last.unit.text, last.unit.start, last.unit.stop, "inherited")


def _fits(draft: Draft, unit: UnitRead) -> bool:
    """Thousands and millions are never per cent or degrees that were said before; nothing is counted in halves or decimals."""
    if unit.kind == "count" and draft.value is not None and draft.value % 1:
        return False
    if unit.kind == "share" and draft.of is not None:
        return False  # "74.8 % (510/682)"
    return unit.rule != "fraction" and (draft.number.scale == 1 or unit.kind not in ("share", "temperature", "ratio"))


def _is_bare(room: Room) -> bool:
    """A language whose words do not change tells less of what belongs together, so more must be said."""
    return room.language.inflection == "none"


def _ends(passage: Passage, draft: Draft) -> bool:
    """Whether nothing that could be counted stands behind a bare figure: its phrase ends there, or a joint or a verb goes on."""
    behind = passage.text[draft.number.stop:draft.number.stop + 2].strip(" ")[:1]
    return behind in ("", *_ENDS) or passage.starting(draft.number.stop, *_GOING_ON) is not None


def _is_part(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """A word of parts and nothing but verbs before the figure ("of which are working 8,905")."""
    word = next((hit for hit in passage.within(start, stop, "part_word") if hit.id == "part"), None)
    return word is not None and room.has_dictionary and only_verbs(passage, word.stop, stop, room)


def _listed(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    at = draft.start
    while (small := passage.ending(at, *_SMALL)) is not None and small.start >= last.stop:
        at = small.start
    gap = passage.text[last.stop:at]
    part = passage.ending(at, "part_word") is not None or _is_part(passage, last.stop, at, room)
    marks = (*_MARKS, *_DASHES) if room.has_dictionary else _MARKS
    joined = (
        gap.rstrip(" (").endswith(marks) or passage.ending(at, "joiner", "list_word") is not None or _is_item(passage, gap, last, draft)
    )
    return len(gap) < _LIST_REACH and (part or joined or gap.endswith("("))


def _is_item(passage: Passage, gap: str, last: Draft, draft: Draft) -> bool:
    """A figure that only a name parts from the comma of a list ("Germany 15 thousand patents, France 6.7 thousand")."""
    scaled = last.number.scale == draft.number.scale != 1
    return (
        scaled
        and gap[:1] == ","
        and _ITEM.fullmatch(gap) is not None
        and passage.text[draft.stop:draft.stop + 2].strip()[:1] in (",", ".", ";", ")", "")
    )


def _of_those(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    """"Four of them": what was counted last."""
    word = passage.starting(drafts[i].stop, "part_word")
    if word is None or word.id != "part":
        return None
    for last in reversed(drafts[:i]):
        if drafts[i].start - last.stop > _THEM_REACH:
            return None
        if last.unit is not None and last.unit.kind == "count" and last.value is not None and last.value >= (drafts[i].value or 0):
            return UnitRead(last.unit.unit, "count", last.unit.text, last.unit.start, last.unit.stop, "inherited")
    return None


def _of_next(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """The unit that is said once behind the last figure of a list: "10, 15 and 20 days", "two or three days", "5 big and 6 small farms"."""
    for draft, following in pairwise(drafts[i:i + LONGEST_LIST]):
        if following.sentence != draft.sentence:
            return None
        end = max(draft.number.stop, draft.figure_stop)
        word = word_at(passage, end, room) if room.has_dictionary else None
        qualified = word is not None and word.has("adj", "ppas", "pact")
        stop = word.stop if word is not None and qualified else end
        gap = passage.text[stop:following.start]
        joint = passage.ending(following.start, "list_word", "joiner", "range_word")
        if joint is None and draft.number.scale == following.number.scale != 1 and _is_opened(passage, draft):
            joint = passage.ending(following.start, "change_word")  # "from 2 million to 3 million shares"
        if not (gap == ", " or (joint is not None and not passage.text[stop:joint.start].strip())):
            return None
        unit = following.unit
        if unit is not None and not (qualified and unit.kind == "money"):
            carried = unit.rule != "open" and _fits(draft, unit)
            return UnitRead(unit.unit, unit.kind, unit.text, unit.start, unit.stop, "inherited") if carried else None
    return None


def _is_opened(passage: Passage, draft: Draft) -> bool:
    word = passage.ending(draft.start, "change_word", "range_word")
    return word is not None and word.id == "from"


def _of_clause(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    if _is_bare(room) and not _is_told(passage, draft):
        return None
    counted = number_of(passage, draft, room, knowledge)
    if counted is not None and _fits(draft, counted):
        return counted
    return _noun_left(passage, draft, room, knowledge) or _label(passage, draft, knowledge)


def _their_number(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"Raised their number to 12": where the number is of nothing, what was counted last."""
    word = passage.ending(drafts[i].start, "change_word") if room.has_dictionary else None
    number = passage.ending(word.start, "change_word") if word is not None else None
    if number is None or number.id != "number_of":
        return None
    last = next((last.unit for last in reversed(drafts[:i]) if last.unit is not None and last.unit.kind == "count"), None)
    if last is None or drafts[i].start - last.stop > _THEM_REACH:
        return None
    return UnitRead(last.unit, "count", last.text, last.start, last.stop, "inherited")


def _of_share(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """"The rate of schools is 75 % (51/68)": the amounts behind a share are of what the share is of."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or draft.of is None or last.unit is None or last.unit.kind != "share" or passage.text[last.stop:draft.start] != " (":
        return None
    nouns = [hit for hit in passage.within(last.sentence, draft.start, "noun") if room.has_dictionary and is_counted(passage, hit, room)]
    noun = next(iter(nouns), None)
    return UnitRead(noun.id, knowledge.units.kind(noun.id), passage.text[noun.start:noun.stop], noun.start, noun.stop, "left") if noun else None


def _label(passage: Passage, draft: Draft, knowledge: Knowledge) -> UnitRead | None:
    """The counted noun that a colon parts from its bare figure ("Patients: over 1,200")."""
    at = draft.start
    while (small := passage.ending(at, *_SMALL)) is not None:
        at = small.start
    colon = passage.text.rfind(":", max(at - len(": "), 0), at)
    noun = passage.ending(colon, "noun") if colon > 0 else None
    if noun is None or passage.ending(colon, "number_mark") is not None:
        return None  # "the districts: 1, 2 and 9"
    return UnitRead(noun.id, knowledge.units.kind(noun.id), passage.text[noun.start:noun.stop], noun.start, noun.stop, "left")


def _is_told(passage: Passage, draft: Draft) -> bool:
    """A bare figure behind a verb of saying how many, a word of change, a bound, a colon or an opening bracket."""
    mark = passage.text[max(draft.start - 2, 0):draft.start].strip(" ")
    small = passage.ending(draft.start, *_SMALL, "change_verb", "left_unit")
    return mark[-1:] in (":", "(") or (small is not None and small.id != "number_of")


def _noun_left(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The thing that a bare figure measures ("the average age was 36"): a cue or a counted noun in the clause before it."""
    since = max(draft.sentence, draft.start - _NOUN_REACH)
    clause = max(passage.text.rfind(mark, since, draft.start) for mark in ";,(")
    found = None
    for hit in passage.within(max(since, clause + 1), draft.start, "left_unit", "noun"):
        if room.has_dictionary and hit.kind == "noun" and not is_counted(passage, hit, room):
            continue
        if hit.kind == "left_unit" or ((found is None or found.kind != "left_unit") and _reaches(passage, hit.stop, draft.start, room)):
            found = hit
    if found is None:
        return None
    return UnitRead(found.id, knowledge.units.kind(found.id), passage.text[found.start:found.stop], found.start, found.stop, "left")


def _reaches(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """Whether a noun before a bare figure is what it counts; in a language without inflection the last noun of a phrase never tells."""
    return not _is_bare(room) and (not room.has_dictionary or only_verbs(passage, start, stop, room))


def _currency(draft: Draft, drafts: list[Draft], room: Room) -> UnitRead | None:
    """Millions and more of nothing are the money that the sentence speaks of, or the one currency of the language."""
    if draft.number.scale == 1 and not (draft.number.words > 1 and draft.value is not None and draft.value >= _THOUSAND):
        return None
    units = [d.unit for d in drafts if d.sentence == draft.sentence and d.unit is not None]
    before = [unit for unit in units if unit.start < draft.start]
    money = next((unit for unit in (before[-1:] or units[:1]) if unit.kind == "money"), None)
    if money is not None:
        return UnitRead(money.unit, "money", money.text, money.start, money.stop, "inherited")
    if room.language.currency is None or draft.number.scale < _MONEY:
        return None
    return UnitRead(room.language.currency, "money", "", draft.number.stop, draft.number.stop, "currency")
