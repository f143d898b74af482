"""What a figure measures and whose it is, by the phrase grammar of a language with a dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.bounds import past_fillers
from pipeline.extract.draft import Draft
from pipeline.extract.nominal import word_ahead
from pipeline.extract.phrases import Chunk, Token, chunk, noun_phrase, tokens_of
from pipeline.knowledge import Room
from pipeline.records import Passage

_REACH = 140
_LONGEST = 110
_HARD = re.compile(r"[;:()\u2026!?\"\u201d\u201e]|(?<![0-9])[\u2014\u2013]")
_LEAD = re.compile(r"(?: [-\u2013\u2014] |: | \()$")
_SHORT = 20
_SHORT_BRACKET = re.compile(r"\([^()0-9]{1,22}\)")
_OBJECTS = frozenset({"acc", "gen", "nom"})
_LEVELS = frozenset({"direct", "to_up_from", "shared_object"})
"""Rules of changes whose figure counts what stands behind it, as that of a level does."""
_NOMINAL = ("noun", "adj", "name")


def read_phrases(passage: Passage, draft: Draft, last: Draft | None, room: Room) -> tuple[str | None, str | None]:
    """The thing measured and the subject that the words beside a figure name; None for what they do not."""
    since = max(draft.sentence, draft.start - _REACH, last.stop if last is not None and last.sentence == draft.sentence else 0)
    clause = _clause(passage, since, draft.start, room)
    if last is not None and since == last.stop and _is_joined(passage, clause, draft):
        clause = []
    if clause and since > draft.sentence and _is_of_last(passage.text, clause[0], since, draft.start):
        clause = clause[1:]
    right = _right(passage, draft, room)
    if right is None and _goes_before_verb(passage, draft, last, room):
        return None, None
    if _is_bare_unit(draft, right) and (draft.unit_id == "item" or "generic" in draft.rules):
        right = None
    left, subject = _left(passage, clause) if clause else (_label(passage, draft, since, room), None)
    numbers = passage.within(since, draft.start, "change_word") if subject is not None and _is_bare_unit(draft, right) else ()
    if any(hit.id == "number_of" for hit in numbers):
        return subject, None  # "the number of members is 312 persons"
    if right is None and (noun := _omitted(passage, draft, last, room)) is not None:
        bearer = clause[-1] if clause and clause[-1].kind == "np" and "nom" in clause[-1].cases else None
        named = bearer is not None and left is not None and left.endswith(passage.text[bearer.start:bearer.stop])
        return noun, left if named else None if subject is None or _has_numeral_subject(passage, draft, subject, room) else subject
    if subject is not None and right is not None and _has_numeral_subject(passage, draft, subject, room):
        subject = None
    moved = draft.change.kind != "none" and _LEVELS.isdisjoint(draft.rules)
    measured = left if moved and left is not None else right or left
    return measured, subject if subject != measured else None


def _omitted(passage: Passage, draft: Draft, last: Draft | None, room: Room) -> str | None:
    """The phrase of a counted noun that was said before the figure and left out behind it."""
    unit = draft.unit
    if unit is None or unit.kind != "count" or unit.stop > draft.number.start or draft.change.kind != "none":
        return None
    if unit.rule not in ("inherited", "noun", "open", "people"):
        return None
    beside = last is not None and last.unit is not None and last.number.stop < unit.start == last.unit.start  # its adjectives too
    start = last.number.stop if last is not None and beside else unit.start
    tokens = tokens_of(passage, start, min(draft.start, unit.start + _LONGEST), room, phrase=True)
    if not tokens or tokens[0].kind not in _NOMINAL:
        return _cut(passage.text, unit.start, unit.stop)
    end, _ = noun_phrase(tokens, 0, _joints(room), passage.text)
    return _cut(passage.text, tokens[0].start, max(tokens[end - 1].stop, unit.stop))


def _has_numeral_subject(passage: Passage, draft: Draft, subject: str, room: Room) -> bool:
    """Whether a neuter or an impersonal verb before a counted noun makes the figure its subject, so that what stands before it is an object."""
    verb = word_ahead(passage, draft, room)
    neuter = verb is not None and verb.is_impersonal()
    nouns = [one for word in subject.split() for one in room.readings(word.lower()) if one.pos == "subst" and "nom" in one.cases]
    return neuter and not any("n" in one.genders and "sg" in one.numbers for one in nouns)


def _is_joined(passage: Passage, clause: list[Chunk], draft: Draft) -> bool:
    """Whether only a word of "and" ties a change to the one before it: "by 2 % against May and by 9 % against June"."""
    word = passage.ending(past_fillers(passage, draft.start), "change_word")
    at = draft.start if word is None else word.start
    moved = draft.change.kind in ("increase_by", "decrease_by") or word is not None
    return moved and passage.ending(at, "list_word") is not None and bool(clause) and all(c.kind == "pp" for c in clause)


def _is_bare_unit(draft: Draft, right: str | None) -> bool:
    """Whether the phrase behind a figure is nothing but the noun that it counts in."""
    return right is not None and draft.unit is not None and right == draft.unit.text and " " not in right


def _goes_before_verb(passage: Passage, draft: Draft, last: Draft | None, room: Room) -> bool:
    """Before a verb a share or a bare figure is of the same as the one before it: "51 % of those asked say yes, 23 % said no"."""
    alike = last is not None and last.sentence == draft.sentence and last.unit_id == draft.unit_id
    if not alike or draft.unit is None or not (draft.unit.kind == "share" or draft.unit.rule == "inherited"):
        return False
    behind = tokens_of(passage, draft.stop, min(draft.stop + _SHORT, draft.sentence_stop), room, phrase=True)
    return bool(behind) and behind[0].kind == "verb"


def _label(passage: Passage, draft: Draft, since: int, room: Room) -> str | None:
    """The phrase before a dash or a colon that leads to a figure ("Fruit - 6.6 %, rice - 3 %")."""
    mark = _LEAD.search(passage.text, since, past_fillers(passage, draft.start))
    if mark is None:
        return None
    clause = _clause(passage, since, mark.start(), room)
    edge = max((i for i, c in enumerate(clause) if c.kind in ("mark", "verb")), default=-1)
    return _nominal(passage, clause[edge + 1:])


def _is_of_last(text: str, first: Chunk, since: int, until: int) -> bool:
    """A phrase that stands at the figure before belongs to it, unless it leads straight to this one."""
    if text[since:first.start].strip():
        return False
    return first.kind == "np" or (first.kind == "pp" and bool(text[first.stop:until].strip()))


def _clause(passage: Passage, since: int, until: int, room: Room) -> list[Chunk]:
    """The chunks of the clause before a figure, those of dates left out."""
    text = passage.text
    hard = max((mark.end() for mark in _HARD.finditer(_without_names(text[since:until]))), default=0)
    dates = [(start, stop) for start, stop, what in passage.taken_within(since, until) if what in ("date", "symbol")]
    dates += [(hit.start, hit.stop) for hit in passage.within(since, until, "not_a_date", "aside")]
    tokens = tokens_of(passage, since + hard, until, room)
    tokens = [token._replace(kind="date") if any(start <= token.start < stop for start, stop in dates) else token for token in tokens]
    return chunk(tokens, _joints(room), text)


def _without_names(text: str) -> str:
    """The text with its short brackets, which hold but another name, blanked out."""
    return _SHORT_BRACKET.sub(lambda bracket: " " * len(bracket.group()), text)


@lru_cache(maxsize=16)
def _joints(room: Room) -> frozenset[str]:
    return frozenset(form for forms in room.words("list_word").values() for form in forms)


def _left(passage: Passage, clause: list[Chunk]) -> tuple[str | None, str | None]:
    """The phrase before a figure that names what it measures, and the subject of the clause."""
    text = passage.text
    comma = max((i for i, c in enumerate(clause) if c.kind == "mark" and text[c.start] == ","), default=-1)
    segment = [c for c in clause[comma + 1:] if c.kind != "mark"]
    if not segment and comma > 0:
        segment = [c for c in clause[:comma] if c.kind != "mark"]
    verbs = [i for i, c in enumerate(segment) if c.kind == "verb"]
    if not verbs:
        return _nominal(passage, segment), None
    head, verb, tail = segment[:verbs[0]], segment[verbs[-1]], segment[verbs[-1] + 1:]
    subject = _subject(passage, head)
    passive = [c for c in tail if _is_of_change(passage, c)]
    tail = [c for c in tail if c not in passive]
    level = bool(passive) or passage.starting(verb.start, "level_verb", "change_verb", "change_verb_by") is not None
    own = _nominal(passage, [c for c in tail if c.kind == "pp" or c.cases & _OBJECTS], objects=level)
    if own is not None:
        return own, subject
    if level and subject is None and head and head[-1].rest >= 0 and segment[verbs[0]].plural:
        subject = _cut(text, head[-1].rest, head[-1].stop)  # "in the commune | the incomes rose", where the genitive looks the same
    relative = passage.starting(clause[comma].stop, "relative_pronoun") if comma > 0 else None
    if level and subject is None and relative is not None and clause[comma - 1].kind in ("np", "pp"):
        subject = _cut(text, clause[comma - 1].inner, clause[comma - 1].stop)
    if level and subject is None and comma > 0:  # the subject stands before a clause between commas
        first = next((c for c in clause[:comma] if c.kind == "np" and c.headed and "nom" in c.cases), None)
        subject = _cut(text, first.start, first.stop) if first is not None else None
    if level:
        return subject, subject
    if tail and (tail[-1].kind == "np" or not all(c.headed for c in tail)):
        return None, subject
    return _cut(text, verb.start, tail[-1].stop if tail else verb.stop), subject


def _is_of_change(passage: Passage, part: Chunk) -> bool:
    """Whether a phrase is but a participle or an adjective of change ("was reduced", "higher")."""
    change = passage.starting(part.start, "change_verb", "change_verb_by")
    return change is not None and ((part.kind == "np" and not part.headed) or (part.kind == "pp" and change.stop >= part.stop))


def _subject(passage: Passage, head: list[Chunk]) -> str | None:
    """The nominative before a verb, with what hangs on it."""
    phrases = [i for i in range(len(head) - 1, -1, -1) if head[i].kind == "np" and head[i].headed]
    at = next((i for i in phrases if "nom" in head[i].cases), next((i for i in phrases if "acc" in head[i].cases), None))
    if at is None:
        return None
    last = at
    while last + 1 < len(head) and head[last + 1].kind == "pp" and passage.starting(head[last + 1].inner, "relation_noun") is None:
        last += 1
    number = passage.starting(head[at].start, "change_word")
    start = number.stop if number is not None and number.id == "number_of" else head[at].start
    return _cut(passage.text, start, head[last].stop)


def _nominal(passage: Passage, chunks: list[Chunk], *, objects: bool = False) -> str | None:
    """The phrase that stands last before a figure; what only says that an amount follows ("in the sum of") is passed over."""
    text = passage.text
    while chunks and passage.starting(chunks[-1].inner, "relation_noun") is not None:
        if len(chunks) == 1 and chunks[0].kind == "np":
            return _cut(text, chunks[0].inner, chunks[0].stop)
        chunks = chunks[:-1]
    phrases = [c for c in chunks if c.kind == "np" and c.headed]
    if phrases:
        start = phrases[-1].start
        change = passage.starting(start, "change_noun")
        number = passage.starting(start, "change_word")
        if change is not None and change.stop >= chunks[-1].stop and len(phrases) > 1:
            return _cut(text, phrases[-2].start, phrases[-2].stop)  # "industry | growth 9 %", as translations have it
        if change is not None:  # "a rise of 5 %", "the rise of exports": what rises is measured
            start = change.stop
        elif number is not None and number.id == "number_of":
            start = number.stop
        return _cut(text, start, max(start, chunks[-1].stop))
    if not chunks or objects or not chunks[-1].headed or _is_of_change(passage, chunks[-1]):
        return None
    return _cut(text, chunks[-1].inner, chunks[-1].stop)


def _right(passage: Passage, draft: Draft, room: Room) -> str | None:
    """The noun phrase behind a figure: of the noun that it counts, or the genitive behind a measure."""
    unit = draft.unit
    start, least = draft.stop, draft.stop
    if unit is not None and unit.start >= draft.number.stop and unit.kind == "count" and unit.rule in ("noun", "open", "people"):
        start, least = draft.number.stop if draft.figure_stop <= draft.number.stop else unit.start, unit.stop
    modified = unit is not None and unit.rule in ("glued", "compound")
    if unit is not None and (modified or unit.rule == "fraction"):
        start = least = unit.stop
    if start == draft.stop and (told := passage.starting(draft.stop, "level_verb")) is not None:
        start = told.stop  # "of which 312 are poor households"
    tokens = tokens_of(passage, start, min(draft.sentence_stop, start + _LONGEST), room, phrase=True)
    first = next((i for i, token in enumerate(tokens) if token.kind != "figure" and not _is_adverb(tokens, i)), len(tokens))
    counted = modified or (least > draft.number.stop and start != draft.stop)
    if counted and not modified and unit is not None:  # the counted noun may look like a verb
        tokens = [
            t._replace(kind="noun", cases=t.cases or frozenset({"gen"})) if t.start == unit.start and t.kind in ("verb", "small") else t
            for t in tokens
        ]
    if first == len(tokens) or tokens[first].kind not in _NOMINAL:
        return None
    told_of = start > draft.stop
    if not counted and (
        tokens[first].kind == "name" or (told_of and "nom" not in tokens[first].cases) or (not told_of and "gen" not in tokens[first].cases)
    ):
        return None
    if told_of and (draft.unit is None or not (draft.unit.rule == "inherited" or draft.unit.kind == "share")):
        return None
    cases = tokens[first].cases
    within = frozenset({"nom"}) if told_of else frozenset({"gen"}) if "gen" in cases else cases & _OBJECTS or cases
    end, _ = noun_phrase(tokens, first, _joints(room), passage.text, within)
    end = _without_participle(tokens, first, end)
    begin = first - 1 if first and _is_adverb(tokens, first - 1) else first
    return _cut(passage.text, tokens[begin].start, max(tokens[end - 1].stop, least))


def _is_adverb(tokens: list[Token], i: int) -> bool:
    """Whether an adverb stands before the adjective that it belongs to ("newly founded firms")."""
    adverb = tokens[i].kind == "small" and any(reading.pos == "adv" for reading in tokens[i].readings)
    return adverb and i + 1 < len(tokens) and tokens[i + 1].kind == "adj"


def _without_participle(tokens: list[Token], first: int, end: int) -> int:
    """A phrase ends before a participle that opens a clause of its own."""
    for i in range(first + 1, end):
        if tokens[i].kind == "adj" and any(reading.pos == "pact" for reading in tokens[i].readings):
            return i
    return end


def _cut(text: str, start: int, stop: int) -> str | None:
    if stop - start > _LONGEST:
        stop = max(text.rfind(" ", start, start + _LONGEST), start)
    return text[start:stop].strip(' -,\u2013\u2014"') or None
