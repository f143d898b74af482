"""The unit of a bare figure that a noun of its clause tells: the one measured, the one numbered, the one that a label or a share names."""

from __future__ import annotations

from pipeline.extract.counting import number_of
from pipeline.extract.draft import Draft, UnitRead
from pipeline.extract.nominal import is_counted, only_verbs
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage

_NOUN_REACH = 70
THEM_REACH = 300
SMALL = ("filler", "bound_before", "bound_beside", "change_word")


def fits(draft: Draft, unit: UnitRead) -> bool:
    """Thousands and millions are never per cent or degrees that were said before; nothing is counted in halves or decimals."""
    if unit.kind == "count" and draft.value is not None and draft.value % 1:
        return False
    if unit.kind == "share" and draft.of is not None:
        return False  # "74.8 % (510/682)"
    return unit.rule not in ("fraction", "compound") and (draft.number.scale == 1 or unit.kind not in ("share", "temperature", "ratio"))


def is_bare(room: Room) -> bool:
    """A language whose words do not change tells less of what belongs together, so more must be said."""
    return room.language.inflection == "none"


def of_clause(passage: Passage, draft: Draft, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit that the noun of the clause before a bare figure, or its label, tells."""
    if is_bare(room) and not _is_told(passage, draft):
        return None
    counted = number_of(passage, draft, room, knowledge)
    if counted is not None and fits(draft, counted):
        return counted
    return _noun_left(passage, draft, room, knowledge) or _label(passage, draft, knowledge)


def their_number(passage: Passage, drafts: list[Draft], i: int, room: Room) -> UnitRead | None:
    """"Raised their number to 12": where the number is of nothing, what was counted last."""
    word = passage.ending(drafts[i].start, "change_word") if room.has_dictionary else None
    number = passage.ending(word.start, "change_word") if word is not None else None
    if number is None or number.id != "number_of":
        return None
    last = next((last.unit for last in (drafts[k] for k in range(i - 1, -1, -1)) if last.unit is not None and last.unit.kind == "count"), None)
    if last is None or drafts[i].start - last.stop > THEM_REACH:
        return None
    return UnitRead(last.unit, "count", last.text, last.start, last.stop, "inherited")


def of_share(passage: Passage, drafts: list[Draft], i: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
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
    while (small := passage.ending(at, *SMALL)) is not None:
        at = small.start
    colon = passage.text.rfind(":", max(at - len(": "), 0), at)
    noun = passage.ending(colon, "noun") if colon > 0 else None
    if noun is None or passage.ending(colon, "number_mark") is not None:
        return None  # "the districts: 1, 2 and 9"
    return UnitRead(noun.id, knowledge.units.kind(noun.id), passage.text[noun.start:noun.stop], noun.start, noun.stop, "left")


def _is_told(passage: Passage, draft: Draft) -> bool:
    """A bare figure behind a verb of saying how many, a word of change, a bound, a colon or an opening bracket."""
    mark = passage.text[max(draft.start - 2, 0):draft.start].strip(" ")
    small = passage.ending(draft.start, *SMALL, "change_verb", "left_unit")
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
    return not is_bare(room) and (not room.has_dictionary or only_verbs(passage, start, stop, room))
