"""Years of two figures: behind an apostrophe, beside the word for year, and as the end of a span ("1997-98")."""

from __future__ import annotations

from pipeline.extract.nominal import word_at
from pipeline.extract.times.tokens import Token
from pipeline.knowledge import Room
from pipeline.records import Passage

_CENTURY = 100
_LAST, _NEXT = 1900, 2000
_LAST_OF_NEXT = 31
"""Behind an apostrophe '31 is 2031 at the latest, '32 is 1932."""
_FIRST = 45
"""Lower figures beside the word for year may be years of antiquity ("the uprising of the year 40"), or ages."""
_MONTHS = 12
_APOSTROPHES = ("'", "\u2019", "\u2018")
_DASHES = ("-", "\u2013")
_YEARS, _YEAR, _DECADE, _ARTICLE = "y", "Y", "g", "u"
_NUMBERS = frozenset("abn")


def lengthen(tokens: list[Token], passage: Passage, room: Room) -> list[Token]:
    """The same tokens; two figures that are told to be a year are one of the century that is meant."""
    told = list(tokens)
    for i in [i for i, (start, stop, code, value, _) in enumerate(tokens) if code in _NUMBERS and stop - start == 2 and value > 0]:
        told[i] = _lengthened(told[i], told[i - 1] if i else None, told[i + 1] if i + 1 < len(told) else None, passage, room)
    return told


def _lengthened(token: Token, before: Token | None, behind: Token | None, passage: Passage, room: Room) -> Token:
    text, (start, stop, _, value, _) = passage.text, token
    decade = behind is not None and behind.code == _DECADE and behind.start == stop
    if room.language.inflection == "suffixes" and _is_behind_apostrophe(text, start) and (decade or not text[stop:stop + 1].isalnum()):
        return token._replace(start=start - 1, code=_YEARS, value=value + (_NEXT if value <= _LAST_OF_NEXT else _LAST))
    year = 0
    if before is not None and before.code == _YEARS and text[before.stop:start] in _DASHES:
        century, past = divmod(before.value, _CENTURY)
        year = century * _CENTURY + value if value > max(past, _MONTHS) and text[stop:stop + 1] not in _DASHES else 0
    elif decade and before is not None and before.code == _ARTICLE and before.stop == start - 1:
        year = _LAST + value if value > _LAST_OF_NEXT else 0  # "the 80s", not "in his 80s"
    elif value >= _FIRST and _is_of_year(token, before, behind, passage, room):
        year = _LAST + value
    return token._replace(code=_YEARS, value=year) if year else token


def _is_behind_apostrophe(text: str, start: int) -> bool:
    return text[start - 1:start] in _APOSTROPHES and not text[max(start - 2, 0):start - 1].strip(" (\n")


def _is_of_year(token: Token, before: Token | None, behind: Token | None, passage: Passage, room: Room) -> bool:
    """Beside the word for year; behind figures it makes them an ordinal where the language writes such as figures alone ("w 97 roku")."""
    if before is not None and before.code == _YEAR and passage.text[before.stop:token.start] == " ":
        return passage.starting(token.stop, "unit", "noun") is None
    if behind is None or behind.code != _YEAR or not room.language.ordinal_dot:
        return False
    return passage.text[token.stop:behind.start] == " " and not _is_of_something(passage, behind.stop, room)


def _is_of_something(passage: Passage, at: int, room: Room) -> bool:
    """Whether a genitive stands behind the word for year: then the figures tell which one of it is meant ("in the 90th year of life")."""
    word = word_at(passage, at, room)
    cases = {case for reading in word.readings if "sg" in reading.numbers for case in reading.cases} if word is not None else set()
    return "gen" in cases and "nom" not in cases
