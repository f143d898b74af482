"""The unit of a bare figure that a noun of its clause tells: the one measured, the one numbered, the one that a label or a share names."""

from __future__ import annotations

import re

from pipeline.extract.bounds import past_fillers
from pipeline.extract.counting import number_of
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.nominal import counted_noun, is_counted, only_verbs, word_ahead, word_at
from pipeline.extract.word_licence import is_compared
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_NOUN_REACH = 70
THEM_REACH = 300
_DASHES = " -\u2013\u2014"
_ITEM = re.compile(r"[,;]? ")
_MOST_BACK = 8
_LATER = ("year:", "month:", "quarter:", "week:")
_ENDS = frozenset(",;.)(:\n\u2026")
_ITEM_ENDS = frozenset(",;.)\n")
_GOING_ON = ("list_word", "change_verb", "part_word", "range_word")
_YEAR = "year"
_HUNDRED = 100
_GOVERNING = 5
"""From this number on a numeral subject takes its verb in the neuter singular."""
_SMALL = ("filler", "bound_before", "bound_beside", "change_word")


def fits(draft: Draft, unit: UnitRead) -> bool:
    """Thousands and millions are never per cent or degrees that were said before; nothing is counted in halves or decimals."""
    if unit.kind == "count" and draft.value is not None and draft.value % 1:
        return False
    if unit.kind == "share" and draft.of is not None:
        return False  # "74.8 % (510/682)"
    return unit.rule not in ("fraction", "compound") and (draft.number.scale == 1 or unit.kind not in ("share", "temperature", "ratio", "duration"))


def is_bare(room: Room) -> bool:
    """A language whose words do not change tells less of what belongs together, so more must be said."""
    return room.language.inflection == "none"


def of_clause(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit that the noun of the clause before a bare figure, or its label, tells."""
    if is_bare(room) and not _is_told(passage, draft):
        return None
    beside = is_bare(room) and passage.ending(draft.start, "left_unit") is not None  # "the number of pupils who got point 8"
    counted = number_of(passage, draft, room, knowledge) if not beside else None
    if counted is not None and fits(draft, counted):
        return counted
    return _noun_left(passage, draft, room, knowledge) or _label(passage, draft, knowledge)


def of_item(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """"The number of schools fell from 9 to 8, of clinics - from 5 to 3": the noun that opens an item of a list numbers things of its own."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if not room.has_dictionary or last is None or last.sentence != draft.sentence or draft.start - last.stop > _NOUN_REACH:
        return None
    at = before_dashes(passage.text, past_small(passage, draft.start, last.stop + 1))
    item = _ITEM.match(passage.text, last.stop, at)
    if item is None or not any(hit.id == "number_of" for hit in passage.within(draft.sentence, last.start, "change_word")):
        return None
    joint = passage.starting(item.end(), "list_word")
    start = item.end() if joint is None else joint.stop + 1
    word = word_at(passage, start, room)
    if word is None or not any("gen" in reading.cases and "pl" in reading.numbers for reading in word.readings if reading.pos == "subst"):
        return None
    noun = counted_noun(passage, start - 1, room, knowledge)
    return noun if noun is not None and noun.start == start and noun.stop == at and fits(draft, noun) else None


def their_number(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"Raised their number to 12": where the number is of nothing, what was counted last."""
    word = passage.ending(drafts[i].start, "change_word") if room.has_dictionary else None
    number = passage.ending(word.start, "change_word") if word is not None else None
    if number is None or number.id != "number_of":
        return _of_them(passage, drafts, i, room)
    last = next((last.unit for last in (drafts[k] for k in range(i - 1, -1, -1)) if last.unit is not None and last.unit.kind == "count"), None)
    if last is None or drafts[i].start - last.stop > THEM_REACH:
        return None
    return last.inherited()


def _of_them(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"Last year there were 61 of them", "1,845 sat it; 1,790 passed": the one thing that the sentence has counted so far."""
    draft = drafts[i]
    if is_compared(passage, draft.number, room):
        before = (drafts[k].unit for k in range(i - 1, -1, -1) if draft.start - drafts[k].stop < THEM_REACH)
        last = next((unit for unit in before if unit is not None and unit.kind == "count" and fits(draft, unit)), None)
        return last.inherited() if last is not None else None
    if not room.has_dictionary or not draft.number.raw or draft.value is None or draft.value < _GOVERNING:
        return None
    numbered = _is_number_told_again(passage, drafts, i)
    if draft.number.scale != 1 and not numbered:
        return None
    word = word_ahead(passage, draft, room)
    them = word is not None and any(one.pos == "ppron3" and "pl" in one.numbers and "gen" in one.cases for one in word.readings)
    ends = passage.text[draft.stop:draft.stop + 2].strip(" ")[:1] in ("", *",;.:)\n")
    verb = word is not None and word.is_impersonal()
    if not them and not (verb and ends) and not numbered:
        return None
    before = (last.unit for last in drafts[max(i - _MOST_BACK, 0):i] if last.sentence == draft.sentence)
    units = [unit for unit in before if unit is not None and unit.kind == "count"]
    one = units[-1] if len({(unit.unit, unit.text if unit.unit is None else "") for unit in units}) == 1 else None
    return one.inherited() if one is not None and fits(draft, one) else None


def _is_number_told_again(passage: Passage, drafts: list[Draft], i: int) -> bool:
    """"The number of the jobless fell by 1,200 persons (by 4.5 per cent) and stood at 25,400": the number that the sentence opens with."""
    draft, first = drafts[i], next((one for one in drafts[max(i - _MOST_BACK, 0):i] if one.sentence == drafts[i].sentence), None)
    verb = passage.ending(past_fillers(passage, draft.start), "level_verb")
    if first is None or verb is None or passage.ending(verb.start, "list_word") is None:
        return False
    return any(hit.id == "number_of" for hit in passage.within(draft.sentence, first.start, "change_word"))


def of_then(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"1,120 accidents, a year before 980": what is told of another time, its noun left out, is what the sentence told last."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    if not room.has_dictionary or last is None or last.unit is None or last.sentence != draft.sentence or not ends_there(passage, draft):
        return None
    at = before_dashes(passage.text, past_fillers(passage, draft.start))
    time = passage.ending(at, "relative_time", "calendar_word", "calendar_link")
    told = time is not None and (time.id in ("year", "ago") or time.id.startswith(_LATER))
    if not told or draft.start - last.stop > _NOUN_REACH or not fits(draft, last.unit) or last.of is not None:
        return None
    return last.unit.inherited()


def ends_there(passage: Passage, draft: Draft) -> bool:
    """Whether nothing that could be counted stands behind a bare figure: its phrase ends there, or a joint or a verb goes on."""
    behind = passage.text[draft.number.stop:draft.number.stop + 2].strip(" ")[:1]
    return behind in ("", *_ENDS) or passage.starting(draft.number.stop, *_GOING_ON) is not None


def ends_item(passage: Passage, draft: Draft) -> bool:
    """Whether a bare figure ends an item: the mark that closes it stands straight behind, or the joint of a list."""
    behind = passage.text[draft.number.stop:draft.number.stop + 1]
    return behind in ("", *_ITEM_ENDS) or passage.starting(draft.number.stop, "list_word") is not None


def of_share(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """"The rate of schools is 75 % (51/68)", "62 % of the schools (from 129 to 49)": the amounts behind a share are of what the share is of."""
    draft, last = drafts[i], drafts[i - 1] if i else None
    bracket = passage.text.rfind("(", last.stop, draft.start) if last is not None and room.has_dictionary else -1
    if last is None or bracket == -1 or last.unit is None or last.unit.kind != "share":
        return None
    opens = not passage.text[bracket + 1:past_small(passage, draft.start, bracket + 1)].strip()
    if not opens or not (draft.of is not None or _tells_share(drafts, i, last)):
        return None
    since = last.sentence if draft.of is not None else last.stop
    noun = next((hit for hit in passage.within(since, bracket, "noun") if is_counted(passage, hit, room)), None)
    return UnitRead(noun.id, knowledge.units.kind(noun.id), passage.text[noun.start:noun.stop], noun.start, noun.stop, "left") if noun else None


def _tells_share(drafts: list[Draft], i: int, share: Draft) -> bool:
    """Whether a figure is no share itself: it is over a hundred, or with the next one it makes the share that was told."""
    first, second = drafts[i].value, drafts[i + 1].value if i + 1 < len(drafts) else None
    if first is None or share.value is None or first <= 0:
        return False
    return first > _HUNDRED or (second is not None and abs(abs(first - second) / first * _HUNDRED - share.value) < 1)


def past_small(passage: Passage, at: int, since: int) -> int:
    """Where the fillers, bounds and words of change before a figure begin, as far back as `since`."""
    while (small := passage.ending(at, *_SMALL)) is not None and small.start >= since:
        at = small.start
    return at


def before_dashes(text: str, at: int) -> int:
    """The place behind the last character before `at` that is neither a plain space nor a dash."""
    while at > 0 and text[at - 1] in _DASHES:
        at -= 1
    return at


def _label(passage: Passage, draft: Draft, knowledge: Knowledge) -> UnitRead | None:
    """The counted noun that a colon parts from its bare figure ("Patients: over 1,200")."""
    at = past_small(passage, draft.start, 0)
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
        if hit.kind == "left_unit" and hit.id == _YEAR and draft.number.scale != 1:
            continue  # nobody is thousands of years old
        if hit.kind == "left_unit" or ((found is None or found.kind != "left_unit") and _reaches(passage, hit.stop, draft.start, room)):
            found = hit
    if found is None:
        return None
    return UnitRead(found.id, knowledge.units.kind(found.id), passage.text[found.start:found.stop], found.start, found.stop, "left")


def _reaches(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """Whether a noun before a bare figure is what it counts; in a language without inflection the last noun of a phrase never tells."""
    return not is_bare(room) and (not room.has_dictionary or only_verbs(passage, start, stop, room))
