"""Units that are left out: carried along a list, said once behind its last figure, told by the noun before, or the currency of the land."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import pairwise

from pipeline.extract.atoms import scale_letters
from pipeline.extract.bare_units import of_breakdown, of_item_ahead, of_same_period, read_sense
from pipeline.extract.clause_units import THEM_REACH, ends_there, fits, is_bare, of_clause, of_item, of_share, of_then, past_small, their_number
from pipeline.extract.counting import read_generic
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.from_to import in_scale_of
from pipeline.extract.nominal import only_verbs, word_at
from pipeline.extract.omitted import counts_unknown, of_omitted, of_parallel
from pipeline.extract.standing import ALONE, LONGEST_LIST, unit_alone
from pipeline.extract.word_licence import is_compared, is_joined, past_qualifier
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_LIST_REACH = 60
_MOST_BACK = 8
_MONEY = Decimal(1_000_000)
_SURE_MONEY = Decimal(1_000_000_000)
_THOUSAND = Decimal(1000)
_ITEM = re.compile(r",(?: [^\W\d_]+){1,3} ")
_MARKS = (",", ";", ":")
_DASHES = (" -", " \u2013", " \u2014")


def carry_units(passage: Passage, drafts: list[Draft], room: Room, knowledge: Knowledge) -> None:
    """Give an elided unit from the list that the figure stands in, else from the noun of its clause."""
    for i, draft in enumerate(drafts):
        if draft.unit is not None and draft.unit.unit == "metre":
            _read_million(passage, drafts, i, room)
        if is_bare(room):
            read_sense(passage, drafts, i, room, knowledge)
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
            or of_item(passage, drafts, i, room, knowledge)
            or of_share(passage, drafts, i, room, knowledge)
            or _of_last(passage, drafts, i, room)
            or of_then(passage, drafts, i, room)
            or of_clause(passage, draft, room, knowledge)
            or (_told_by_list(passage, drafts, i) if is_bare(room) else None)
            or their_number(passage, drafts, i, room)
            or _currency(draft, drafts, room)
            or (of_omitted(passage, drafts, i, room) or of_parallel(passage, drafts, i, room) if room.has_dictionary else None)
        )
        if room.has_dictionary and draft.unit is not None and draft.unit.kind == "count" and counts_unknown(passage, draft, room):
            draft.unit = None
        draft.rules.append("inherited" if draft.unit else "bare")
        _share_scale(passage, drafts, i)


def _told_by_list(passage: Passage, drafts: list[Draft], i: int) -> UnitRead | None:
    return of_same_period(passage, drafts, i) or of_breakdown(passage, drafts, i) or of_item_ahead(passage, drafts, i)


def _share_scale(passage: Passage, drafts: list[Draft], i: int) -> None:
    """"10, 15 and 20 million": the scale word that stands behind the last figure of a list with its unit, where the figures are of one size."""
    draft = drafts[i]
    for last, following in pairwise(drafts[i:i + LONGEST_LIST]):
        if draft.unit is None or following.sentence != draft.sentence:
            return
        joint = passage.ending(following.start, "list_word")
        gap = passage.text[last.number.stop:following.start if joint is None else joint.start].strip()
        if joint is None and gap == ",":
            continue
        unit = following.unit
        if joint is not None and not gap and unit is not None and unit.start == draft.unit.start >= following.number.stop:
            draft.value = in_scale_of(draft, following)
            draft.number.power = following.number.power if draft.value != draft.number.value else draft.number.power
        return


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


def _read_million(passage: Passage, drafts: list[Draft], i: int, room: Room) -> None:
    """"1bn euros now and another 550m later", "2.1m visitors against 1.8m": a letter of scale behind one is a scale, though it is a unit too."""
    draft, unit = drafts[i], drafts[i].unit
    scale = scale_letters(room).get(unit.text) if unit is not None and unit.start == draft.number.stop else None
    before = (drafts[k] for k in range(i - 1, -1, -1)) if scale is not None and unit is not None else ()
    like = next((last for last in before if last.unit is not None and (last.unit.kind == "money" or _says(passage, last, unit))), None)
    if scale is None or draft.value is None or like is None or like.unit is None or like.sentence != draft.sentence or like.number.scale < _MONEY:
        return
    draft.value *= Decimal(scale)
    draft.number.scale = Decimal(scale)
    draft.unit = like.unit.inherited()


def _says(passage: Passage, last: Draft, unit: UnitRead | None) -> bool:
    """Whether a count was written with the letter of scale that a unit is written with, too."""
    if unit is None or last.unit is None or last.unit.kind != "count" or last.number.scale == 1:
        return False
    start = last.number.stop - len(unit.text)
    return passage.text[start:last.number.stop] == unit.text and passage.text[start - 1].isdigit()


def _of_last(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """The unit of the item before in a list, or of the whole that brackets break down."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if last is None or last.sentence != draft.sentence or not _listed(passage, last, draft, room):
        return None
    if room.has_dictionary:
        before = (drafts[k] for k in range(i - 1, max(i - _MOST_BACK, 0) - 1, -1))
        counts = is_compared(passage, draft.number, room)  # "two will take a year, and four longer than planned"
        last = next((one for one in before if _gives(one, draft, counts=counts)), None)
    if last is None or last.unit is None or not fits(draft, last.unit):
        return None
    if is_bare(room) and (not ends_there(passage, draft) or (draft.number.scale >= _MONEY and last.unit.kind != "money")):
        return None
    return last.unit.inherited()


def _gives(one: Draft, draft: Draft, *, counts: bool) -> bool:
    return one.unit is not None and one.sentence == draft.sentence and fits(draft, one.unit) and (one.unit.kind == "count" or not counts)


def _is_part(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """A word of parts and nothing but verbs before the figure ("of which are working 8,905")."""
    word = next((hit for hit in passage.within(start, stop, "part_word") if hit.id == "part"), None)
    return word is not None and room.has_dictionary and only_verbs(passage, word.stop, stop, room, qualified=True)


def _listed(passage: Passage, last: Draft, draft: Draft, room: Room) -> bool:
    at = past_small(passage, draft.start, last.stop)
    if room.has_dictionary and not draft.number.raw and passage.ending(at, "part_word") is None and not is_joined(passage, at):
        at = max(past_qualifier(passage, at, room), last.stop)
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
    for last in (drafts[k] for k in range(i - 1, -1, -1)):
        if drafts[i].start - last.stop > THEM_REACH:
            return None
        if last.unit is not None and last.unit.kind == "count" and last.value is not None and last.value >= (drafts[i].value or 0):
            return last.unit.inherited()
    return None


def _of_next(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """The unit that is said once behind the last figure of a list: "10, 15 and 20 days", "two or three days", "5 big and 6 small farms"."""
    for draft, following in pairwise(drafts[i:i + LONGEST_LIST]):
        if following.sentence != draft.sentence:
            return None
        end = max(draft.number.stop, draft.figure_stop)
        end += passage.text[end:end + 2] == "- "  # "17- and 18-year-old"
        word = word_at(passage, end, room) if room.has_dictionary else None
        qualified = word is not None and word.has("adj", "ppas", "pact")
        stop = word.stop if word is not None and qualified else end
        gap = passage.text[stop:following.start]
        joint = passage.ending(following.start, "list_word", "joiner", "range_word")
        measured = room.has_dictionary and following.unit is not None and following.unit.kind != "count"
        if joint is None and (measured or draft.number.scale == following.number.scale != 1) and _is_opened(passage, draft):
            joint = passage.ending(following.start, "change_word")  # "from 2 million to 3 million shares"
        if not (gap == ", " or (joint is not None and not passage.text[stop:joint.start].strip())):
            return None
        unit = following.unit
        if unit is not None and not (qualified and unit.kind == "money"):
            carried = unit.rule != "open" and fits(draft, unit)
            return unit.inherited() if carried else None
    return None


def _is_opened(passage: Passage, draft: Draft) -> bool:
    word = passage.ending(draft.start, "change_word", "range_word")
    return word is not None and word.id == "from"


def _sentence_of(draft: Draft) -> int:
    return draft.sentence


def _currency(draft: Draft, drafts: list[Draft], room: Room) -> UnitRead | None:
    """Millions and more of nothing are the money that the sentence speaks of, or the one currency of the language."""
    if draft.number.scale == 1 and not (draft.number.words > 1 and draft.value is not None and draft.value >= _THOUSAND):
        return None
    first = bisect_left(drafts, draft.sentence, key=_sentence_of)
    units = [d.unit for d in drafts[first:bisect_right(drafts, draft.sentence, first, key=_sentence_of)] if d.unit is not None]
    before = [unit for unit in units if unit.start < draft.start and unit.kind not in ("share", "ratio")]
    money = next((unit for unit in (before[-1:] or units[:1]) if unit.kind == "money"), None)
    if money is not None:
        return money.inherited()
    priced = draft.per is not None and draft.number.scale >= _THOUSAND  # "7 thousand a piece"
    if room.language.currency is None or (draft.number.scale < _MONEY and not priced):
        return None
    return UnitRead(room.language.currency, "money", "", draft.number.stop, draft.number.stop, "currency")
