"""What lets figures be a date: the words beside them."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.extract.times.place import LOOSE_WORDS, Place
from pipeline.extract.times.shapes import Shape
from pipeline.extract.times.years import PLAIN_YEARS, licence_two_years, licence_years

_DAY_WORDS = frozenset("DPWwRU")
_STRONG_WORDS = frozenset("DPWwU")
_SLASH_WORDS = frozenset("OzvEK")
_THREE_QUARTERS = 9
"""Months; nine months are hardly ever anything but those of a year."""
_FEWEST, _HALF, _YEAR = 3, 6, 12
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
_LONGEST_WORD = 40
_SINCE, _LONG_SINCE, _FEW_MONTHS = 2, 4, 2
"""Months: how long ago the first months of the year may have ended that are told as such (whole quarters are told longer); two are as often
those of something else."""
_NEAR = 6
"""Characters: a short word that may stand before a count of months that opens a sentence."""
_TELLING = ("change_verb", "change_verb_by", "change_noun", "level_verb")


def _numeric(shape: Shape, place: Place) -> bool:
    words = frozenset(shape.pre)
    if words & _STRONG_WORDS or place.behind in ("W", "w"):
        return True
    mark = separator(shape)
    if "R" in words or (mark != "." and ("V" in shape.codes or "y" in shape.codes)):
        return not place.counted(shape.stop)
    if mark != "/" or place.counted(shape.stop):
        return False
    days = [token.value for token in shape.body if token.code in "ab"][:-1]
    of_days = len(days) > 1 and days == sorted(set(days)) and any(mark in shape.codes for mark in "-~")
    return of_days or bool((words | {place.before}) & _SLASH_WORDS) or (place.bracketed(shape) and _is_no_share(shape))


def _is_no_share(shape: Shape) -> bool:
    """Two figures round a stroke of which the first is larger: no so many of so many, but a day and its month."""
    figures = [token.value for token in shape.body if token.code in "ab"]
    return len(figures) == len(shape.codes[::2].replace("y", "")) == 2 and figures[0] > figures[1]


def separator(shape: Shape) -> str:
    """The mark between day and month."""
    return next((mark for mark in "/.-" if f"{mark}a" in shape.codes), "")


def _worded(shape: Shape, place: Place) -> bool:
    return bool((frozenset(shape.pre) | {place.before}) & (_DAY_WORDS | LOOSE_WORDS)) or "y" in shape.codes or "V" in shape.codes


def _named(shape: Shape, place: Place) -> bool:
    name = next(token for token in shape.body if token.code in "medi")
    return name.code != "d" or "y" in shape.codes or place.passage.text[name.start:name.stop].isupper()


def _month_list(shape: Shape, place: Place) -> bool:
    return not place.counted(shape.stop)


def _century(shape: Shape, place: Place) -> bool:
    """A century with a capital before another capital is a name ("Twentieth Century Fox")."""
    text = place.passage.text
    return not (text[shape.body[-1].start].isupper() and text[shape.stop:shape.stop + 1] == " " and text[shape.stop + 1:shape.stop + 2].isupper())


def _month_name(shape: Shape, place: Place) -> bool:
    if "y" in shape.codes and _named_year_counts(shape, place):
        return False
    bare = shape.body[0].code in "ed" and "y" not in shape.codes and "V" not in shape.codes
    return not bare or bool((frozenset(shape.pre) | {place.before}) & LOOSE_WORDS)


def _named_year_counts(shape: Shape, place: Place) -> bool:
    return shape.body[-1].code == "y" and (shape.body[-1].value not in PLAIN_YEARS or place.counted(shape.stop))


def _month_year(shape: Shape, place: Place) -> bool:
    return bool((frozenset(shape.pre) | {place.before}) & (LOOSE_WORDS | _DAY_WORDS)) or place.bracketed(shape)


def _past_count(shape: Shape, place: Place) -> bool:
    """So many months as a period of the year: only of whole quarters that lie just behind the anchor, and where growth is spoken of."""
    sentence = place.passage.sentence_at(shape.start)
    opens = shape.start - sentence.start <= _NEAR and place.passage.text[shape.stop:shape.stop + 1] == ","
    opens = opens or "f" in shape.pre or shape.body[0].code in "fo"
    months = [token.value for token in shape.body if token.code in "aco"][-1] * (3 if "Q" in shape.codes else 1)
    elapsed = place.anchor is not None and place.anchor.month is not None and (place.anchor.month - months) == 1
    if (months % 3 or months > _THREE_QUARTERS or not opens) and not (elapsed and "f" in shape.pre + shape.codes):
        return False
    if place.anchor is not None and place.anchor.month is not None and (place.anchor.month - months) % 12 > 3:
        return False
    text = place.passage.text[sentence.start:sentence.stop]
    return "%" in text or any(place.passage.within(sentence.start, sentence.stop, *_TELLING))


def _reported_count(shape: Shape, place: Place) -> bool:
    """So many months that a report sums up: a summing word, an opened sentence or the verb of the sum beside just as many as the year has had."""
    passage, anchor = place.passage, place.anchor
    unit = passage.starting(shape.body[0].stop, "unit")
    if place.before or "f" in shape.pre or "f" in shape.codes or (unit is not None and unit.stop > shape.stop):
        return False  # "9 months of prison"
    months = shape.body[0].value
    passed = anchor.month - months if anchor is not None and anchor.month is not None else None
    if not _FEWEST <= months < _YEAR or passed is None or not 0 <= passed <= 1 + (months % 3 == 0):
        return False
    if passage.ending(shape.start, "time_taker", "bound_before", "bound_beside", "change_verb") is not None:
        return False
    link = passage.ending(shape.start, "calendar_link")
    if link is not None:
        return link.id == "total"
    if shape.start == passage.sentence_at(shape.start).start:
        return passage.text[shape.stop:shape.stop + 1] == ","
    if passage.starting(shape.stop, "level_verb", "change_verb") is not None:
        return True
    word = passage.starting(shape.stop, "change_word")
    return word is not None and word.id == "to" and passage.ending(shape.start, "change_word", "range_word", "level_verb") is None


def _back(shape: Shape, place: Place) -> bool:
    """So many months that lie behind: "month" and "past" may be one wording."""
    del place
    return all(token.id == ("month:-1" if token.code == "R" else "last:0") for token in shape.body if token.code in "Rq")


def _count(shape: Shape, place: Place) -> bool:
    return _past_count(shape, place) or _reported_count(shape, place) or _is_of_report(shape, place)


def _is_of_report(shape: Shape, place: Place) -> bool:
    """"The results of nine months", told in October, where nouns inflect: behind a genitive, and nothing of which they are the months behind them."""
    passage, anchor = place.passage, place.anchor
    months = shape.body[0].value
    if not place.room.has_dictionary or anchor is None or anchor.month is None or months not in (_HALF, _THREE_QUARTERS):
        return False
    if not 0 <= anchor.month - months <= 1 or place.before or shape.pre or not place.ends_phrase(shape.stop):
        return False
    word = _LAST_WORD.search(passage.text, max(shape.start - _LONGEST_WORD, 0), shape.start)
    if word is None or passage.ending(shape.start, "left_unit", "calendar_word", "unit") is not None:
        return False
    readings = place.room.readings(word.group(1).rpartition("-")[2].lower())
    return any(reading.pos in ("subst", "adj", "ger") and "gen" in reading.cases for reading in readings)


def _first_of_year(shape: Shape, place: Place) -> bool:
    months = [token.value for token in shape.body if token.code in "aco"][-1]
    if any(code in shape.codes for code in "yVY") or months == _THREE_QUARTERS or _past_count(shape, place):
        return True
    anchor = place.anchor
    since = anchor.month - months if anchor is not None and anchor.month is not None else -1
    if shape.body[0].code != "o" or not 0 <= since <= (_LONG_SINCE if place.plain_years and not months % 3 else _SINCE):
        return False
    if not place.plain_years:
        return months > _FEW_MONTHS and place.ends_phrase(shape.stop)
    return months > 1 and place.behind not in ("p", "_") and place.passage.starting(shape.stop, "part_word") is None


def _count_of_year(shape: Shape, place: Place) -> bool:
    if any(code in shape.codes for code in "yVY"):
        return True
    sentence = place.passage.sentence_at(shape.start)
    months = shape.body[0].value * (3 if "Q" in shape.codes else 1)
    return months in (6, _THREE_QUARTERS) or (months % 3 == 0 and "%" in place.passage.text[sentence.start:sentence.stop])


def _weekday(shape: Shape, place: Place) -> bool:
    behind = place.passage.text[shape.stop:shape.stop + 2]
    if "u" in f"{shape.pre}{place.before}" and behind[:1] == " " and behind[1:].isupper():
        return False  # "the Sunday Telegraph"
    return bool(frozenset(shape.codes) & frozenset("wRq")) or bool(frozenset(shape.pre) & frozenset("PR"))


def _decade(shape: Shape, place: Place) -> bool:
    glued = shape.body[0].code == "Z" or shape.body[0].stop == shape.body[1].start
    return glued and place.before not in frozenset("abncy")


def _old_year(shape: Shape, place: Place) -> bool:
    return place.passage.starting(shape.stop, "unit") is None  # "at the age of 68 years"


def _edge(shape: Shape, place: Place) -> bool:
    return shape.body[-1].code in "VR" or not place.passage.starting(shape.stop, "cardinal")


LICENCES: dict[str, Callable[[Shape, Place], bool]] = {
    "numeric": _numeric, "worded": _worded, "named": _named, "month_names": _month_name, "month_year": _month_year, "past_count": _count,
    "months_back": _back, "first_of_year": _first_of_year, "count_of_year": _count_of_year, "years": licence_years, "old_year": _old_year,
    "two_years": licence_two_years, "weekday": _weekday, "month_list": _month_list, "century": _century, "decade": _decade, "edge": _edge,
}
"""By rule: whether the words about a shape let it be a date. Rules that are not named here need nothing."""


def is_loose(shape: Shape, place: Place) -> bool:
    """True for a day and month behind a word like "from" or "until": a date where the article's dates have the same separator."""
    return bool((frozenset(shape.pre) | {place.before}) & LOOSE_WORDS) and not place.counted(shape.stop)
