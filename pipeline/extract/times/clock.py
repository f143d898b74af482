"""Times of day: "half past six", "5 gi\u1edd chi\u1ec1u", "wp\u00f3\u0142 do \u00f3smej" are one grammar over the words of the room."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.times.genders import may_be_hour
from pipeline.extract.times.words import Word, match_words
from pipeline.knowledge import Room
from pipeline.records import Passage

CODES = {
    ("clock_word", "lead"): "L",
    ("clock_word", "hour"): "H",
    ("clock_word", "minute"): "M",
    ("clock_word", "second"): "S",
    ("clock_word", "past"): "P",
    ("clock_word", "to"): "T",
    ("clock_word", "half"): "F",
    ("clock_word", "half_to"): "f",
    ("clock_word", "quarter"): "Q",
    ("clock_word", "noon"): "N",
    ("clock_word", "midnight"): "Z",
    ("clock_word", "zone"): "z",
    ("clock_word", "military"): "y",
    ("day_half", ""): "D",
}
_NOON, _DAY, _HOUR = 12, 24, 60
_NIGHT = 6
_FOUR = 4
_HALF, _QUARTER = 30, 15
_ALIAS = {"Q": _QUARTER, "N": _NOON, "Z": _DAY}

_CLOCK = re.compile(
    "D?[LH]{0,2}D?(?:"
    "(?P<military>n)[zy]+|(?P<exact>n:n(?::n)?)H?|(?P<spelled>nHn(?:MnS?|M?))|(?P<half>nH?D?F)|(?P<halved>d)|(?P<less>nHD?T(?:n|Q)M?)|(?P<hour>nH)|"
    "(?P<half_past>F[no])|(?P<half_to>f[no])|(?P<past>(?:nM?|Q)P[noNZ])H?|(?P<to>(?:nM?|Q)T[noNZ])H?|(?P<short>T(?:nM?|Q)[noNZ])H?|"
    "(?P<ordinal>H?o{1,2}n?)|(?P<noon>[no]?H?N)|(?P<midnight>n?Z)|(?P<pair>nn)|(?P<bare>n)"
    ")[LH]?D?z?",
)


def read_clock(passage: Passage, room: Room, half: str = "", *, bare: bool = False) -> tuple[int, int, int] | None:
    """Hour, minute and second of a passage that is one time of day, else None.

    `half` is the part of the day that stands elsewhere; `bare`: a number alone is an hour here.
    """
    for match, words in match_words(passage, room, CODES, _CLOCK):
        codes = match.group()
        rule = match.lastgroup or ""
        named = next((word.id for word in words if word.code == "D"), "") or half
        if (rule in ("bare", "pair", "halved") or (rule == "half" and "H" not in codes)) and not named and not bare and codes[0] not in "LH":
            continue
        if "o" in codes and not (room.language.ordinal_hours and _are_hours(passage, words, room)):
            continue
        if rule == "military" and not _is_military(words[match.start(rule)], passage):
            continue
        hour, minute, second = _values(rule, words[match.start(rule):match.end(rule)])
        hour = _in_day(hour, named)
        if 0 <= hour <= _DAY and 0 <= minute < _HOUR and 0 <= second < _HOUR:
            return hour % _DAY, minute, second
    return None


def _is_military(word: Word, passage: Passage) -> bool:
    """Whether digits are hours and minutes without a mark: there are four."""
    return word.stop - word.start == _FOUR and passage.text[word.start:word.stop].isdigit()


def _are_hours(passage: Passage, words: list[Word], room: Room) -> bool:
    return all(may_be_hour(passage.text[word.start:word.stop], int(word.value), room) for word in words if word.code == "o")


def half_of(passage: Passage, room: Room) -> str:
    """The part of the day that is named in a time of day; empty where none is."""
    for _, words in match_words(passage, room, CODES, _CLOCK):
        return next((word.id for word in words if word.code == "D"), "")
    return ""


def _values(rule: str, words: list[Word]) -> tuple[int, int, int]:
    numbers = [_ALIAS.get(word.code) or int(word.value) for word in words if word.code in "noQNZ"]
    if rule == "military":
        return numbers[0] // 100, numbers[0] % 100, 0
    if rule == "noon":
        return _NOON, 0, 0
    if rule == "midnight":
        return 0, 0, 0
    if rule == "halved":  # "half past three" said as three and a half
        return (int(words[0].value), _HALF, 0) if words[0].value % 1 == Decimal("0.5") else (_DAY + 1, 0, 0)
    if rule in ("half", "half_past"):
        return numbers[0], _HALF, 0
    if rule == "half_to":
        return numbers[0] - 1, _HALF, 0
    if rule == "less":
        return numbers[0] - 1, _HOUR - numbers[1], 0
    if rule in ("to", "short"):
        return numbers[1] - 1, _HOUR - numbers[0], 0
    if rule == "past":
        return numbers[1], numbers[0], 0
    if rule == "ordinal" and [word.code for word in words if word.code in "no"][:2] == ["o", "o"]:
        numbers = [numbers[0] + numbers[1], *numbers[2:]]
    return numbers[0], numbers[1] if len(numbers) > 1 else 0, numbers[2] if len(numbers) > 2 else 0


def _in_day(hour: int, half: str) -> int:
    """The hour of the day from one of the clock and the part of the day that is named beside it."""
    if half == "pm":
        return hour + _NOON if hour < _NOON else hour
    if half == "am":
        return 0 if hour == _NOON else hour
    if half == "noon":
        return hour + _NOON if hour < 3 else hour
    if half == "night":
        return 0 if hour == _NOON else hour + _NOON if _NIGHT <= hour < _NOON else hour
    return hour
