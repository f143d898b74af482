"""What a figure measures and whose it is, in a language without a dictionary: phrases between the words at which phrases end."""

from __future__ import annotations

import re

from pipeline.extract.clauses import VERBS, Clause, clause_before
from pipeline.extract.draft import Draft
from pipeline.knowledge import Room
from pipeline.records import Passage

_REACH = 160
_LONGEST = 90
_MOST_WORDS = 6
_WORD = re.compile(r" ?([^\W\d_]+[0-9]?(?:[-'\u2019][^\W\d_]+)*)")
_MEASURES = frozenset({"share", "ratio", "area", "length", "mass", "volume", "energy", "power"})
_SCORES = frozenset({"times", "point", "rank", "ordinal"})
"""Units of what is told of a thing, never the thing itself."""
_ENDS = ("part_word", "per_word", "bound_after", "base_word", "compare_word", "comparative", "distance_word")
"""What may follow a figure that is no attribute."""
_INNER, _PASSIVE = "inner", "passive"
"""The ids of edges that may stand inside what a verb says something of ("income per head"), and of those that go on with a noun ("hit by")."""
_WITHIN = frozenset({"filler", "change_word"})
_MOST_BEFORE = 9
"""Words of a phrase before a figure that no verb parts from it; more are a clause."""
_BESIDE = " ,(-\u2013\u2014"
_TRIM = " -,.\u2013\u2014\"'/"


def read_plain(passage: Passage, draft: Draft, last: Draft | None, room: Room) -> tuple[str | None, str | None]:
    """The thing measured and the subject that the words beside a figure name; None for what they do not."""
    since = max(draft.sentence, draft.start - _REACH, last.stop if last is not None and last.sentence == draft.sentence else 0)
    clause = clause_before(passage, since, draft.start)
    # "exceeded" is a bound of its figure, and says it of something
    verb = next((hit for hit in clause.edges if hit.kind in VERBS), None) or next(passage.within(draft.start, draft.number.start, *VERBS), None)
    subject = _subject(passage, clause, min(verb.start, clause.stop)) if verb is not None else None
    told = subject if verb is not None and _only_edges(passage, clause, verb.stop) else _last(passage, clause)
    counted = _right(passage, draft, room)
    if counted is not None and subject is not None and told == subject and _is_fuller(subject, counted, passage, draft):
        counted = None
    told_before = draft.unit is not None and draft.unit.rule == "inherited"
    measured = counted or told or (None if told_before else _beside(passage, since, clause.start))
    return measured, subject if subject != measured else None


def _beside(passage: Passage, since: int, mark: int) -> str | None:
    """What a clause that names nothing is put beside ("the park, worth 900 million", "the park (190 ha)")."""
    end = since + len(passage.text[since:mark].rstrip(_BESIDE))
    return _last(passage, clause_before(passage, since, end)) if any(map(str.isalpha, passage.text[since:end])) else None


def _is_fuller(told: str, counted: str, passage: Passage, draft: Draft) -> bool:
    """Whether what a verb says something of names the counted thing too ("the number of fires fell by 12 fires"), or a mere classifier is counted."""
    unit = draft.unit
    classifier = passage.starting(unit.start, "classifier") if unit is not None else None
    bare = classifier is not None and unit is not None and classifier.stop == unit.stop and counted == unit.text
    return bare or f" {counted.lower()} " in f" {told.lower()} "


def _right(passage: Passage, draft: Draft, room: Room) -> str | None:
    """The noun that is counted with its neighbours, or what a measure is of."""
    unit = draft.unit
    if unit is None or draft.unit_conflict or unit.unit in _SCORES:
        return None
    if unit.kind == "count" and unit.start >= draft.number.stop and unit.rule not in ("inherited", "left", "number_of", "currency"):
        before = room.language.adjectives == "before"
        start = draft.number.stop if before and draft.figure_stop <= draft.number.stop else unit.start
        stop = _over_list(passage, unit.stop, draft.sentence_stop)
        if stop == unit.stop:
            stop = _over_of(passage, stop, draft.sentence_stop) if before else _phrase_end(passage, stop, draft.sentence_stop)
        return _cut(passage.text, start, stop)
    if room.language.adjectives == "before" and (attributed := _attributed(passage, draft)) is not None:
        return attributed
    if unit.kind not in _MEASURES:
        return None
    if room.language.adjectives == "before":
        stop = _over_of(passage, draft.stop, draft.sentence_stop)
        return _cut(passage.text, _behind_of(passage, draft.stop), stop) if stop > draft.stop else None
    stop = _phrase_end(passage, draft.stop, draft.sentence_stop)
    return _cut(passage.text, draft.stop, stop) if stop > draft.stop else None


def _attributed(passage: Passage, draft: Draft) -> str | None:
    """What a figure is an attribute of ("a $5 million contract"), and what moved by it ("a 7.5 % drop in orders")."""
    moved = passage.starting(draft.stop, "change_noun")
    if moved is not None:
        edge = passage.starting(moved.stop, "phrase_edge")
        stop = _phrase_end(passage, edge.stop, draft.sentence_stop) if edge is not None and edge.id == _INNER else moved.stop
        return _cut(passage.text, edge.stop, stop) if edge is not None and stop > edge.stop else None
    article = passage.ending(draft.start, "phrase_edge")
    goes_on = passage.text[draft.stop:draft.stop + 1] == " " and passage.text[draft.stop + 1:draft.stop + 2].islower()
    if not goes_on or article is None or article.id != _INNER or passage.starting(draft.stop, *_ENDS) is not None:
        return None
    stop = _phrase_end(passage, draft.stop, draft.sentence_stop)
    return _cut(passage.text, draft.stop, _over_of(passage, stop, draft.sentence_stop)) if stop > draft.stop else None


def _over_list(passage: Passage, at: int, limit: int) -> int:
    """Where a list of things ends that one figure counts ("94 communes, wards and special zones"); all of them must be known nouns."""
    text = passage.text
    end = place = at
    while text[place:place + 1] in (",", " "):
        joint = passage.starting(place, "list_word")
        if text[place] == " " and joint is None:
            break
        noun = passage.starting(joint.stop if joint is not None else place + 1, "noun")
        named = noun is not None and text[noun.stop + 1:noun.stop + 2].isupper()  # "7 persons, commune X 3 persons"
        if noun is None or named or noun.stop > limit or not text[noun.start].islower():
            break
        place = noun.stop
        end = place if joint is not None or passage.starting(place, "list_word") is None else end
    return end


def _behind_of(passage: Passage, at: int) -> int:
    joint = passage.starting(at, "phrase_of")
    return joint.stop if joint is not None else at


def _over_of(passage: Passage, at: int, limit: int) -> int:
    """Where a phrase ends that goes on with "of"."""
    joint = passage.starting(at, "phrase_of")
    if joint is None:
        return at
    end = _phrase_end(passage, joint.stop, limit)
    return end if end > joint.stop else at


def _phrase_end(passage: Passage, start: int, limit: int) -> int:
    """The end of the last word before a word at which phrases end, a word of change, a mark or a figure; what was done to a thing goes with it."""
    at = end = start
    counted = passage.text[start - 1:start].isalpha()
    for _ in range(_MOST_WORDS):
        word = _WORD.match(passage.text, at)
        edge = passage.starting(at, "phrase_edge", "change_verb", "level_verb", "list_word") if word is not None else None
        if word is None or word.end() > limit or (edge is not None and (edge.id != _PASSIVE or (at == start and not counted))):
            break
        at = word.end()
        end = at if edge is None else end
    return end


def _only_edges(passage: Passage, clause: Clause, start: int) -> bool:
    """Whether nothing but small words and dates stands between a verb and the figure."""
    text = list(passage.text[start:clause.stop])
    for begin, end in clause.spans:
        for i in range(max(begin, start), min(end, clause.stop)):
            text[i - start] = " "
    return not "".join(text).strip()


def _subject(passage: Passage, clause: Clause, stop: int) -> str | None:
    """The first phrase before a verb, up to a date or an edge that no phrase holds; small words at its end are none of it."""
    begin = _past(passage, clause, stop)
    ends = [hit.start for hit in clause.edges if hit.start > begin and hit.id != _INNER and hit.kind not in _WITHIN]
    end = min([*ends, *(date for date, _ in clause.dates if date >= begin), stop])
    while (last := next((hit for hit in clause.edges if begin < hit.start < end <= hit.stop + 1), None)) is not None:
        end = last.start
    return None if _is_time(passage, begin, end) else _cut(passage.text, begin, end)


def _last(passage: Passage, clause: Clause) -> str | None:
    """The last phrase before the figure."""
    spans, end = clause.spans, clause.stop
    while (before := next(((a, b) for a, b in reversed(spans) if b <= end and not passage.text[b:end].strip(_TRIM)), None)) is not None:
        end = before[0]
        moved = passage.ending(end, "change_noun")  # "a rise of 5 %"
        end = moved.start if moved is not None else end
        if end <= clause.start:
            return None
    parting = (hit.stop for hit in clause.edges if hit.kind != "filler" and passage.starting(hit.start, "phrase_of") is None)
    ended = [*parting, *(stop for _, stop in clause.dates)]
    begin = max([clause.start, *(stop for stop in ended if stop <= end)])
    long = len(passage.text[begin:end].split()) > _MOST_BEFORE
    return None if long or _is_time(passage, begin, end) else _cut(passage.text, begin, end)


def _is_time(passage: Passage, start: int, stop: int) -> bool:
    """Whether a word of the calendar is all that stands there ("on average each year")."""
    word = passage.starting(start, "calendar_word")
    return word is not None and not passage.text[word.stop:stop].strip(_TRIM)


def _past(passage: Passage, clause: Clause, stop: int) -> int:
    """Where the first word stands that is neither an edge nor part of a date."""
    at = clause.start
    for a, b in clause.spans:
        if a < stop and a >= at and not passage.text[at:a].strip(_TRIM):
            at = b
    return at


def _cut(text: str, start: int, stop: int) -> str | None:
    if stop - start > _LONGEST:
        stop = max(text.rfind(" ", start, start + _LONGEST), start)
    return text[start:stop].strip(_TRIM) or None
