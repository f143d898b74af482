"""Counted nouns of a language that forms its plurals by rule: the head of the noun phrase behind a figure."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.draft import UnitRead
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Hit, Passage

_WORD = re.compile(
    r"[\"\u201d\u2019]? [\"\u201c\u2018']?"
    r"([^\W\d_]+[0-9]{0,4}(?:[-'\u2019](?:[^\W\d_]+|[0-9]{1,3}))*|[0-9]+-[^\W\d_]+(?:-[^\W\d_]+)*)"
)
_NEXT_WORD = re.compile(r",?" + _WORD.pattern)
_BRACKET = re.compile(r" \([A-Z][\w-]{1,11}\)")
_DIGITS_LEFT = re.compile(r"(?:([^\W\d_]+) )?([0-9][0-9,]*)$")
_NUMBER_REACH = 40
_SIBILANT = "s"
_PERSON, _YEAR = "person", "year"
_BY_DIGITS = re.compile("[x\u00d7] ?[0-9]")
_TAIL = re.compile(r"-([^\W\d_]+)")
_MOST_WORDS = 6
_ABBREVIATION = 3
_ENDS = ("", ",", ".", ";", ")", "(", "-")
_NUMBERS = ("cardinal", "scale", "vague", "fraction")


def counted_head(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit or counted noun of a figure that ends at `at`: a unit that stands there, or the last plural of the noun phrase.

    "12 project managers" are managers, "an 8 nation bloc" counts nations.
    """
    place = at
    single: UnitRead | None = None
    named: UnitRead | None = None
    one = _is_one(passage, at)
    for i in range(_MOST_WORDS):
        bracket = _BRACKET.match(passage.text, place) if i else None
        word = (_NEXT_WORD if i else _WORD).match(passage.text, place if bracket is None else bracket.end())
        if word is None:
            break
        start, stop = word.span(1)
        if not i and passage.text[stop:stop + 1] == "," and passage.starting(start, "per_adverb") is not None:
            break  # "500 million annually, officials say"
        if (small := _adjective(passage, start)) is not None:
            place = small.stop
            continue
        if _are_of_age(passage, word, room):
            return UnitRead(_PERSON, knowledge.units.kind(_PERSON), word.group(1), at, at, "noun")  # "two 18-year-olds"
        hit = _noun_at(passage, start, room)
        if hit is None and _holds_number(passage, word, room):
            place = _past_another(passage, stop, room)
            if place != stop:  # the noun is said once, behind the last figure
                shared = counted_head(passage, place, room, knowledge)
                return UnitRead(shared.unit, shared.kind, shared.text, at, at, "inherited") if shared is not None else None
            continue
        if hit is None and (passage.starting(start, *_NUMBERS) is not None or _stops(passage, start, word.group(1), room, first=i == 0)):
            break
        if hit is not None and hit.kind == "unit" and not _is_weak(passage, hit, room):
            return _of_hit(passage, hit, knowledge) if _BY_DIGITS.match(passage.text, start) is None else None  # "5 x 7 cm"
        plural = _singular(passage, start, stop if hit is None else hit.stop, room) or (None if i or hit else _counted_verb(passage, at, word, room))
        if plural is not None and not _is_name(passage, start, stop, hit):
            head = _unit_of(passage, hit, start, stop, plural, knowledge)
            if not word.group(1)[0].isupper():
                return _last_plural(passage, head, room, knowledge)
            named = named or head  # the head, unless it is but a name before one ("100 Lucky Stores shares")
        if _is_verb(passage, start, word.group(1), room):
            break
        if hit is not None and (i == 0 or one) and word.group(1).islower():
            single = _of_hit(passage, hit, knowledge)
        place = stop if hit is None else hit.stop
    return named or single


def _is_one(passage: Passage, at: int) -> bool:
    """Whether the figure before `at` is one, whose noun is a singular: the last known one ("1 modern primary school")."""
    number = passage.ending(at, "cardinal")
    digit = passage.text[at - 1:at] == "1" and passage.text[at - 2:at - 1] in ("", " ", "(")
    return digit or (number is not None and number.id == "1")


def _are_of_age(passage: Passage, word: re.Match[str], room: Room) -> bool:
    """Whether a compound of an age and its plural stands for persons ("two 18-year-olds")."""
    first, dash, tail = word.group(1).partition("-")
    if not dash or room.singular(tail) is None or not (first.isdigit() or passage.starting(word.start(1), "cardinal") is not None):
        return False
    return tail in room.words("unit").get(_YEAR, ())


def _holds_number(passage: Passage, word: re.Match[str], room: Room) -> bool:
    """Whether a word is a compound of a figure and a unit that stands before a noun ("20-storey", "eight-storey")."""
    first, dash, tail = word.group(1).partition("-")
    if not dash or room.language.inflection != "suffixes" or room.singular(word.group(1)) is not None:
        return False
    number = passage.starting(word.start(1), "cardinal")
    counted = first.isdigit() or (number is not None and number.stop == word.start(1) + len(first))
    return counted and tail.partition("-")[0].lower() not in words_of(room, "not_compound")


def _past_another(passage: Passage, at: int, room: Room) -> int:
    """Behind a second figure of the same things, of another size ("two 20-storey | and one | eight-storey buildings"); else `at`."""
    joint = passage.starting(at, "list_word")
    number = passage.starting(joint.stop, "cardinal") if joint is not None else None
    word = _WORD.match(passage.text, number.stop) if number is not None else None
    return number.stop if number is not None and word is not None and _holds_number(passage, word, room) else at


def glued_head(passage: Passage, at: int, room: Room, knowledge: Knowledge) -> UnitRead | None:
    """The unit in a compound with a figure that ends at `at`: "35-year-old", "a 20-seat bus", "a three-day visit"."""
    tail = _TAIL.match(passage.text, at)
    if tail is None:
        return None
    hit = _noun_at(passage, tail.start(1), room)
    if hit is not None and hit.stop <= tail.end():
        return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], at, _compound_stop(passage, hit.stop), "glued")
    word = tail.group(1)
    unit = next((unit for stem, unit in _tails(room) if word.lower() == stem), None)
    stop = _compound_stop(passage, tail.end())
    if unit is not None:
        return UnitRead(unit, knowledge.units.kind(unit), word, at, stop, "glued")
    before_noun = stop == tail.end() and word.islower() and passage.text[stop:stop + 1] == " " and passage.text[stop + 1:stop + 2].isalpha()
    if not before_noun or word in words_of(room, "not_compound") or word in words_of(room, "finite_verb") or word in words_of(room, "phrase_end"):
        return None
    return UnitRead(None, "count", word, at, stop, "glued")


def _compound_stop(passage: Passage, at: int) -> int:
    while (more := _TAIL.match(passage.text, at)) is not None:
        at = more.end()
    return at


def _noun_at(passage: Passage, start: int, room: Room) -> Hit | None:
    """The longest wording of a unit or noun that starts here and is no first part of a compound."""
    hit = passage.starting(start, "unit", "noun")
    if hit is None:
        return None
    if len(surface := passage.text[hit.start:hit.stop]) <= _ABBREVIATION and surface.isupper() and hit.entry.wording.islower():
        return None  # "80 million PC users" are no per cent
    titled = surface.istitle() and hit.entry.wording.islower() and room.singular(surface.lower()) is None
    if hit.kind == "unit" and titled and hit.id != "percent" and len(surface) > _ABBREVIATION:
        return None  # "50 Cent"
    goes_on = passage.text[hit.stop:hit.stop + 1] == "-" and passage.text[hit.stop + 1:hit.stop + 2].isalnum()
    return None if goes_on and passage.text[start - 1:start] != "-" else hit


def _singular(passage: Passage, start: int, stop: int, room: Room) -> str | None:
    """The singular of the last word of a stretch, where that is a plural."""
    word = passage.text[start:stop].rpartition(" ")[2]
    if word.endswith(tuple(words_of(room, "possessive"))):
        return None
    return room.singular(word) or room.singular(word.lower())


def _adjective(passage: Passage, at: int) -> Hit | None:
    """A small word or a compound that is no number, which parts a figure from its noun ("12 more beds", "four two-way roads")."""
    hyphened = passage.starting(at, "not_number")
    return passage.starting(at, "before_noun") or (hyphened if hyphened is not None and "-" in passage.text[at:hyphened.stop] else None)


def _counted_verb(passage: Passage, at: int, word: re.Match[str], room: Room) -> str | None:
    """The singular of a verb in the third person that is a plural, since many of a thing never take that form ("had 11 assists")."""
    number = _DIGITS_LEFT.search(passage.text, max(0, at - _NUMBER_REACH), at)
    text = word.group(1)
    if number is None or number.group(2) == "1" or not text.islower() or not text.endswith(_SIBILANT):
        return None
    return text[:-1] if text in words_of(room, "finite_verb") and not (number.group(1) or "")[:1].isupper() else None


def _is_name(passage: Passage, start: int, stop: int, hit: Hit | None) -> bool:
    """A word that no room knows, with a capital and another one behind it ("10 recognised Charles Kennedy")."""
    text = passage.text
    return hit is None and text[start].isupper() and text[stop:stop + 1] == " " and text[stop + 1:stop + 2].isupper()


def _unit_of(passage: Passage, hit: Hit | None, start: int, stop: int, singular: str, knowledge: Knowledge) -> UnitRead:
    return _of_hit(passage, hit, knowledge) if hit is not None else UnitRead(None, "count", singular, start, stop, "open")


def _last_plural(passage: Passage, head: UnitRead, room: Room, knowledge: Knowledge) -> UnitRead:
    """A plural straight behind one that stands before nouns is the head ("12 sales managers")."""
    if passage.text[head.start:head.stop].lower() not in words_of(room, "plural_modifier"):
        return head
    word = _WORD.match(passage.text, head.stop)
    if head.kind != "count" or word is None:
        return head
    if _stops(passage, word.start(1), word.group(1), room, first=True) or _is_verb(passage, word.start(1), word.group(1), room):
        return head
    hit = _noun_at(passage, word.start(1), room)
    plural = _singular(passage, word.start(1), word.end(1) if hit is None else hit.stop, room)
    if plural is None or (hit is not None and hit.kind == "unit"):
        return head
    return _unit_of(passage, hit, word.start(1), word.end(1), plural, knowledge)


def _is_weak(passage: Passage, hit: Hit, room: Room) -> bool:
    """A unit in the singular that is another word too, before a plural ("three second homes") or after small figures ("two won")."""
    surface = passage.text[hit.start:hit.stop].lower()
    if surface in words_of(room, "finite_verb"):
        return passage.ending(hit.start, "scale") is None and passage.text[hit.stop:hit.stop + 2].strip(" ")[:1] not in _ENDS
    if surface not in words_of(room, "weak_unit"):
        return False
    at = hit.stop
    for _ in range(_MOST_WORDS // 2):
        following = _WORD.match(passage.text, at)
        if following is None or following.group(1).lower() in words_of(room, "phrase_end"):
            return False
        if _singular(passage, *following.span(1), room) is not None:
            return True
        at = following.end()
    return False


def _stops(passage: Passage, start: int, word: str, room: Room, *, first: bool) -> bool:
    """Whether a small word stands here that is in no noun phrase; a joint goes on between two adjectives."""
    if word.endswith(tuple(words_of(room, "possessive"))):
        return True  # behind an owner another phrase begins
    if len(word) > 1 and word.isupper():
        return False  # "three US companies"
    return word.lower() in words_of(room, "phrase_end") and (first or passage.starting(start, "list_word") is None)


def _is_verb(passage: Passage, start: int, word: str, room: Room) -> bool:
    """A verb that is no noun, or a word of change that is no adjective either."""
    if word.lower() in words_of(room, "finite_verb"):
        return True
    return passage.starting(start, "change_verb") is not None and passage.starting(start, "change_adjective") is None


def _of_hit(passage: Passage, hit: Hit, knowledge: Knowledge) -> UnitRead:
    return UnitRead(hit.id, knowledge.units.kind(hit.id), passage.text[hit.start:hit.stop], hit.start, hit.stop, hit.kind)


@lru_cache(maxsize=64)
def words_of(room: Room, kind: str) -> frozenset[str]:
    """The wordings of a kind that is looked up only beside a figure."""
    return frozenset(form for forms in room.words(kind).values() for form in forms)


@lru_cache(maxsize=64)
def _tails(room: Room) -> tuple[tuple[str, str], ...]:
    return tuple((stem, unit) for unit, stems in room.words("unit_tail").items() for stem in stems)
