"""Days that a language with a dictionary tells in words ("the twenty-fourth of February"), and nights between two days, as the tokens of figures."""

from __future__ import annotations

from itertools import islice

from pipeline.extract.nominal import word_at
from pipeline.extract.times.tokens import Token
from pipeline.knowledge import Room
from pipeline.records import Passage

_LAST_MONTH, _LAST_DAY = 12, 31
_TENS = frozenset({20, 30})
_TEN = 10
_MONTHS = frozenset("md")
_FIGURES = frozenset("oab")
_BEFORE_MONTH = tuple(figure + month for figure in "oab" for month in "md")
_QUARTER = "Q"
_PARTS = frozenset("QhHB")
_BEFORE_PARTS = tuple(figure + part for figure in "ab" for part in "QhHB")
_GAPS = (" ", ". ")
_JOINTS = frozenset("KJ")
_DAYS = frozenset("abwWmdyY")
_NIGHT_REACH = 6
_TURNED = {"next:0": "year:1", "last:0": "year:-1"}
_NOMINAL = frozenset({"subst", "adj", "ger", "num"})
_LOCATIVE = "loc"
"""SGJP's tags: a noun that a turn in the locative belongs to stands in that case too."""
_PART, _FROM = "P", "O"
_ONTO = "onto"


def with_worded_days(passage: Passage, tokens: list[Token], room: Room) -> list[Token]:
    """The tokens with every ordinal before a month in the genitive as its day, and every night "from one day onto another" as a span."""
    codes = "".join(token.code for token in tokens)
    if any(pair in codes for pair in _BEFORE_MONTH):
        tokens = _days(passage, tokens, room)
    if any(pair in codes for pair in _BEFORE_PARTS):
        tokens = _quarters(passage, tokens, room)
    if "V" in codes and "q" in codes:
        tokens = _other_years(passage, tokens, room)
    return _nights(passage, tokens) if _PART + _FROM in codes else tokens


def _days(passage: Passage, tokens: list[Token], room: Room) -> list[Token]:
    left: list[Token] = []
    for token in tokens:
        if token.code in _MONTHS and left and left[-1].code in _FIGURES and _is_genitive(passage, token, room):
            if left[-1].code == "o":
                left = _with_days(passage, left, token)
            elif passage.text[left[-1].stop:token.start] == ". " and passage.text[token.start].islower():
                left[-1] = left[-1]._replace(stop=left[-1].stop + 1)  # the mark of an ordinal
        left.append(token)
    return left


def _is_genitive(passage: Passage, month: Token, room: Room) -> bool:
    """"The first of March", not "the third March"."""
    return any("gen" in reading.cases for reading in room.readings(passage.text[month.start:month.stop].lower()))


def _with_days(passage: Passage, left: list[Token], month: Token) -> list[Token]:
    """The ordinals that end at a month, and those that a joint ties to them, as days."""
    stop, behind = len(left), month.start
    while stop and left[stop - 1].code == "o" and passage.text[left[stop - 1].stop:behind] == " ":
        start = stop - 1
        value = left[start].value
        before = left[start - 1] if start else None
        if before is not None and before.code == "o" and before.value in _TENS and value < _TEN and before.stop + 1 == left[start].start:
            start, value = start - 1, value + before.value
        if not 1 <= value <= _LAST_DAY:
            break
        left = [*left[:start], Token(left[start].start, left[stop - 1].stop, "a" if value <= _LAST_MONTH else "b", value), *left[stop:]]
        if not start or left[start - 1].code not in _JOINTS:
            break
        stop, behind = start - 1, left[start - 1].start
    return left


def _quarters(passage: Passage, tokens: list[Token], room: Room) -> list[Token]:
    """"In the 3 quarter", "in the 3. quarter": digits with a dot or before the word in the singular only tell which one."""
    told = list(tokens)
    for i in range(len(tokens) - 1):
        number, part = tokens[i], tokens[i + 1]
        gap = passage.text[number.stop:part.start]
        if number.code not in _FIGURES or part.code not in _PARTS or gap not in _GAPS or not passage.text[part.start].islower():
            continue
        readings = room.readings(passage.text[part.start:part.stop].lower()) if gap == " " else ()
        if gap != " " or (part.code == _QUARTER and number.value > 1 and readings and not any("pl" in reading.numbers for reading in readings)):
            told[i] = number._replace(code="o", stop=part.start - 1)
    return told


def _other_years(passage: Passage, tokens: list[Token], room: Room) -> list[Token]:
    """"By 3 per cent this year, by 2 in the next": a turn alone behind a small word, where the sentence told a year, and no noun behind it."""
    tokens = list(tokens)
    year = -1
    for i, token in enumerate(tokens):
        if token.code == "V":
            year = token.stop
        beside = i and tokens[i - 1].code == "p" and tokens[i - 1].stop + 1 == token.start
        if token.code != "q" or not beside or year < passage.sentence_at(token.start).start:
            continue
        turn = _TURNED.get(token.id)
        word = word_at(passage, token.stop, room)
        noun = word is not None and any(reading.pos in _NOMINAL and _LOCATIVE in reading.cases for reading in word.readings)
        if turn is not None and not noun:
            tokens[i] = token._replace(code="V", id=turn)
    return tokens


def _nights(passage: Passage, tokens: list[Token]) -> list[Token]:
    """"In the night from Saturday onto Sunday": the small word between the days ends a span."""
    tokens = list(tokens)
    for i, token in enumerate(tokens):
        if token.code != _FROM or not i or tokens[i - 1].code != _PART or passage.text[tokens[i - 1].stop:token.start] != " ":
            continue
        for j, joint in islice(enumerate(tokens), i + 2, i + _NIGHT_REACH):
            word = passage.starting(joint.start, "change_word") if joint.code == "p" else None
            if word is not None and word.id == _ONTO and word.stop == joint.stop:
                tokens[j] = joint._replace(code="K")
            if joint.code not in _DAYS:
                break
    return tokens
