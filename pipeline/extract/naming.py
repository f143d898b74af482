"""Digits that are a name or part of one: road 61, ward 11, P. 14, World Cup 2018, a score of goals, districts 1, 3 and 5."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.draft import UnitRead
from pipeline.extract.heads import words_of
from pipeline.extract.nominal import is_singular
from pipeline.extract.number import Number
from pipeline.knowledge import Room
from pipeline.records import Passage

ARTICLE = "article_one"
FEW = "few"
"""The reason of a "one" that only names a thing."""
NO_MARK = "none"
"""The id of words that only end as a mark does ("population 35", which in Vietnamese ends in the word for "number")."""
_LONGEST_ORDINAL = 3
_COUNTING = ("count", "ratio", "duration")
_MAP_UNITS = frozenset({"village", "commune", "ward", "township", "town", "district", "city", "province"})
_OPENERS = ' "\u201e\u201c\u201d-\u2013\u2014'
_ENDED = (":", ".", "!", "?")
_YEARS = range(1900, 2101)
_OLD_YEARS = range(1000, 1900)
_YEAR_LENGTH = 4
_NAME_LENGTH = 24
_FIGURE = re.compile(" [0-9]")
_MONTH = re.compile(r" (?:0?[1-9]|1[0-2])(?![0-9.,/-]?[0-9])")
_LAST_DAY = 31
_COUNTED_LEFT = re.compile("[0-9]+ $")
_CODE_LEFT = re.compile(r"(?:^|[^\w])[A-Z]{2,4} $")
_LETTER_LEFT = re.compile(r"(?:^|[^\w])([A-Z])(?:\.? | -)$")
_MODEL_LEFT = re.compile(r"(?:^|[^\w])[A-Z][A-Za-z]? -$")
_NAME_LEFT = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_])? $")
_RANGE_AFTER = re.compile(r" ?[-\u2013] ?[0-9]")
_LOWER_END = re.compile(r"(?<=[^\W\d_] )[0-9]{1,3} ?[-\u2013] ?$")
_LOWER_REACH = 8
_RANGE_TO = re.compile(r" ?[-\u2013] ?[0-9]+(?:[.,][0-9]+)?(?![0-9])")
_MEASURE = re.compile(r" ?(?:[%\u00b0]|[cdkm]?[mgl][23\u00b2\u00b3]?(?![^\W\d_]))")
_PAIR = re.compile(r"(?<![0-9])[0-9]{1,3}[/-][0-9]{1,3}(?![0-9])")
_YEAR_LEFT = re.compile(r"(?:19|20)[0-9]{2}[-/\u2013]$")
_SCORES_BEFORE = re.compile(r"(?<![0-9.,-])([0-9]{1,2}-[0-9]{1,2})(?:[ ,()]{1,3}[0-9]{1,2}-[0-9]{1,2}){0,6}[ ,()]{1,3}$")
_TELEPHONE_LEFT = re.compile("[0-9]{2,3}-[0-9]{3}-$")
_SHORTEST_NAME = 3
_SCORE_REACH = 40
_SCORE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}(?![0-9]|[.,][0-9])")


def name_of_digits(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> str | None:
    """Why digits without a scale word are no amount but a name, None where they may be an amount."""
    if number.scale != 1:
        return None
    if number.raw == "1" and passage.starting(number.start, "not_number") is not None:
        return ARTICLE
    names = _digit_names(room)
    if names and (pair := _PAIR.search(passage.text, max(0, number.start - 6), number.stop + 6)) is not None and pair.group() in names:
        return "part_of_name"
    if unit is not None and unit.unit == "month" and _is_day(passage, number, unit):
        return "part_of_name"
    known = unit is not None and (unit.kind not in ("count", "rank") or unit.rule == "noun")
    of_whole = passage.text[number.stop:number.stop + 1] == "/"  # "issued 45,678/47,890 certificates"
    measured = (known or of_whole) and not number.raw.isdigit()  # "for 12 months 5.2 % a year"
    marked = None if measured else _marked(passage, number.start, number.stop, unit)
    lower = _LOWER_END.search(passage.text, max(0, number.start - _LOWER_REACH), number.start) if unit is None and not marked else None
    if lower is not None and number.raw.isdigit():
        marked = _marked(passage, lower.start(), number.stop, unit)  # "alarm 2-3"
    return marked or _is_of_name(passage, number, unit, room)


def _is_day(passage: Passage, number: Number, unit: UnitRead) -> bool:
    """A day and a month that name a place or an event ("the park of 23 month 9"), not months and days ("6 months 10 days")."""
    month = _MONTH.match(passage.text, unit.stop) if number.raw.isdigit() and int(number.raw) <= _LAST_DAY else None
    return month is not None and passage.starting(month.end(), "unit", "noun") is None


@lru_cache(maxsize=64)
def _digit_names(room: Room) -> frozenset[str]:
    """Names that are a pair of digits ("9/11")."""
    return frozenset(form for forms in room.words("digit_name").values() for form in forms)


def _is_of_name(passage: Passage, number: Number, unit: UnitRead | None, room: Room) -> str | None:
    """"P. 14", "Vinh Tan 2", "6-4": a letter, or a name and nothing counted, or another figure behind a dash tell what the digits are."""
    text, start, stop = passage.text, number.start, number.stop
    if _TELEPHONE_LEFT.search(text, max(0, start - len("000-000-")), start) is not None:
        return "telephone"
    if text[start - 1:start] == "+" and text[max(start - 2, 0):start - 1].isdigit():
        return "part_of_name"
    if len(number.raw) == len("88") and _YEAR_LEFT.search(text, max(0, start - 5), start):
        return "year"
    # most words before a figure have no capital: they need not be looked at by pattern
    small = text[max(0, start - _NAME_LENGTH):start].islower()
    letter = _LETTER_LEFT.search(text, max(0, start - 4), start) if not small else None
    person = letter is not None and letter.group().endswith(". ") and unit is not None and unit.rule == "unit" and unit.kind != "count"
    lettered = letter is not None and not person and letter.group(1).lower() not in words_of(room, "phrase_end")
    if lettered and letter is not None and not _opens_sentence(passage, letter.start(1), room):
        return "part_of_name"
    counts = unit is None or unit.rule == "open" or (unit.kind in _COUNTING and room.language.inflection == "none")
    if not small and counts and _MODEL_LEFT.search(text, max(0, start - 6), start) is not None:
        return "part_of_name"
    digits = number.raw.isdigit()
    left = _NAME_LEFT.search(text, max(passage.sentence_at(start).start + 1, start - _NAME_LENGTH), start) if digits and not small else None
    named = left is not None and left.group()[0].isupper() and not _is_measured_range(passage, stop)
    named = named or (unit is None and _opens_with_name(passage, number, room))
    if _is_year(passage, number, unit, room, named=named):
        return "year"
    many = room.language.inflection == "suffixes" or room.has_dictionary
    if named and unit is not None and unit.rule == "noun" and room.language.inflection == "suffixes" and room.singular(unit.text.lower()) is None:
        return "part_of_name"
    if (unit is None or unit.kind == "count") and _is_score(text, start, stop):
        return "score"
    if unit is not None and (unit.rule != "open" or (many and not is_singular(passage, unit.start, unit.stop, room))):
        return None
    return "part_of_name" if named else None


def _opens_sentence(passage: Passage, at: int, room: Room) -> bool:
    """Whether a small word of one letter opens a sentence here, large as it is written."""
    before = passage.text[passage.sentence_at(at).start:at].rstrip(_OPENERS)
    return before[-1:] in ("", *_ENDED) and room.has_dictionary and passage.text[at:at + 1].lower() in words_of(room, "stop_word")


def _is_measured_range(passage: Passage, stop: int) -> bool:
    """A range whose upper end is measured or counted, so that a name before it is no part of it ("in the North 8-11 degrees")."""
    upper = _RANGE_TO.match(passage.text, stop)
    return upper is not None and (
        _MEASURE.match(passage.text, upper.end()) is not None or passage.starting(upper.end(), "unit", "noun") is not None
    )


def _opens_with_name(passage: Passage, number: Number, room: Room) -> bool:
    """A small figure behind the first word of a sentence that is no small word ("Rambo 2 is on show", but "Some 20 left")."""
    opening = passage.sentence_at(number.start).start
    first = passage.text[opening:number.start - 1]
    small = number.raw.isdigit() and len(number.raw) <= len("99")
    if room.language.inflection != "suffixes" or not first.isalpha() or not first.istitle() or not small:
        return False
    known = passage.ending(number.start, "bound_before", "filler", "change_verb", "change_word", "noun", "part_word", "range_word", "left_unit")
    return known is None and first.lower() not in words_of(room, "phrase_end")


def _is_score(text: str, start: int, stop: int) -> bool:
    """"6-4", "a 33-8 lead": two figures with a hyphen, the first no smaller."""
    first = start
    if text[start - 1:start] == "-":
        first -= 1
        while first and text[first - 1].isdigit():
            first -= 1
    score = _SCORE.match(text, first)
    if score is None or score.end() < stop:
        return False
    before = _SCORES_BEFORE.search(text, max(0, first - _SCORE_REACH), first)
    return _is_level(score.group()) or (before is not None and _is_level(before.group(1)))


def _is_year(passage: Passage, number: Number, unit: UnitRead | None, room: Room, *, named: bool) -> bool:
    """Four plain digits that a year may be, with nothing counted behind them or a name before them ("World Cup 2018")."""
    if unit is None and _is_old_year(passage, number, room):
        return True
    if not (number.raw.isdigit() and len(number.raw) == _YEAR_LENGTH and int(number.raw) in _YEARS):
        return False
    if unit is None:
        return True
    if unit.rule == "noun" and unit.text[:1].isupper() and room.language.inflection == "suffixes":
        return True  # "the 1996 Games"
    if unit.unit == "level" or (unit.unit == "year" and unit.start > number.stop + 1):
        return True  # "2019 levels", "the 2004 model year"
    if unit.rule == "noun" and room.language.inflection == "suffixes" and room.singular(unit.text.lower()) is None:
        return True
    if unit.rule == "noun":
        return named or is_singular(passage, unit.start, unit.stop, room)
    bounded = room.has_dictionary and passage.ending(number.start, "bound_before", "bound_form", "filler") is not None
    return unit.rule == "open" and (not bounded or is_singular(passage, unit.start, unit.stop, room))


def _is_old_year(passage: Passage, number: Number, room: Room) -> bool:
    """A year before 1900, behind a preposition of time, where thousands are written with a comma."""
    link = passage.ending(number.start, "calendar_link")
    dated = link is not None and link.id in ("in", "of", "from") and room.language.inflection == "suffixes"
    return dated and number.raw.isdigit() and len(number.raw) == _YEAR_LENGTH and int(number.raw) in _OLD_YEARS


def _is_level(pair: str) -> bool:
    """A pair of goals or games is written large before small as often as not; a range never is."""
    one, _, other = pair.partition("-")
    return int(one) >= int(other)


def _is_before_name(passage: Passage, number: Number, room: Room) -> bool:
    """"50 Cent": a unit in the singular with a capital behind more than one is a name."""
    unit = passage.starting(number.stop, "unit") if room.language.inflection == "suffixes" and number.raw not in ("", "1") else None
    surface = passage.text[unit.start:unit.stop] if unit is not None else ""
    titled = len(surface) > _SHORTEST_NAME and surface.istitle() and room.singular(surface.lower()) is None
    return titled and unit is not None and unit.entry.wording.islower()


def names_itself(passage: Passage, number: Number, room: Room) -> str | None:
    """Digits that are an ordinal ("41. miejsce"), part of a compound, or of a name ("AY 1161", "800 plus")."""
    text, stop = passage.text, number.stop
    goes_on = text[stop:stop + 2] == ".," or (text[stop:stop + 2] == ". " and text[stop + 2:stop + 3].islower())
    if room.language.ordinal_dot and goes_on and number.scale == 1 and number.raw.isdigit() and len(number.raw) <= _LONGEST_ORDINAL:
        return "ordinal"
    if text[stop:stop + 1] == "-" and text[stop + 1:stop + 2].isalpha():
        return "compound"
    named = passage.starting(stop, "number_tail") is not None or _is_code(text, number) or _is_before_name(passage, number, room)
    if number.scale == 1 and named:
        return "part_of_name"
    era = passage.starting(stop, "not_a_date")
    if era is not None and era.id == "other_era":
        return "year"  # "472 BC"
    return None


def is_coded(text: str, number: Number, unit: UnitRead | None) -> bool:
    """Digits between two letters of a code ("SUS 323L"): the one behind them is no unit."""
    glued = unit is not None and unit.start == number.stop and len(unit.text) == 1 and unit.text.isupper()
    return glued and number.raw.isdigit() and _is_code(text, number)


def _is_code(text: str, number: Number) -> bool:
    since = max(0, number.start - 8)
    small = text[since:number.start].islower()
    return not small and _CODE_LEFT.search(text, since, number.start) is not None and _RANGE_AFTER.match(text, number.stop) is None


def _is_behind_count(passage: Passage, at: int) -> bool:
    """Whether digits that count stand before a word: its own mark makes them a name ("paragraph 2 article 8")."""
    counted = _COUNTED_LEFT.search(passage.text, max(0, at - _NAME_LENGTH), at)
    return counted is not None and passage.ending(counted.start(), "number_mark") is None


def _marked(passage: Passage, start: int, stop: int, unit: UnitRead | None) -> str | None:
    """"Road 61", "article 5", "ward 11": the digits are a name."""
    mark = passage.ending(start, "number_mark")
    other = passage.ending(start, "change_word", "part_word", "rank_mark", "filler") if mark is not None else None
    if mark is None or mark.id == NO_MARK or (other is not None and other.start < mark.start):
        return None
    counted = unit is not None and unit.rule in ("unit", "noun") and (unit.kind == "duration" or mark.id != "hard")
    if counted and _is_behind_count(passage, mark.start):
        return None  # "6 months 10 days", "3 floors 4 rooms"
    if unit is None and mark.id == "weak" and _RANGE_AFTER.match(passage.text, stop):
        return None  # the unit stands behind the upper end
    if unit is None or unit.rule == "open":
        return "part_of_name"
    if unit.unit in _MAP_UNITS and mark.id == "weak" and passage.text[unit.stop + 1:unit.stop + 2].isupper():
        return "part_of_name"  # "hamlet 8 commune Quynh My"
    if unit.kind == "count" and passage.ending(unit.stop, "number_mark") is not None and _FIGURE.match(passage.text, unit.stop) is not None:
        return "part_of_name"  # "line number 5 phase 1"
    return "part_of_name" if mark.id == "hard" or (mark.id == "strong" and (unit.kind == "count" or unit.unit == "times")) else None
