"""Times of day: "half past six", "5 gi\u1edd chi\u1ec1u", "wp\u00f3\u0142 do \u00f3smej" are one grammar over the words of the room."""

from __future__ import annotations

import re

from pipeline.extract.times.words import Word

CODES = "LHMPTFfQNZD"
_NOON, _DAY, _HOUR = 12, 24, 60
_NIGHT = 8
_HALF, _QUARTER = 30, 15

_CLOCK = re.compile(
    "D?[LH]{0,2}D?(?:"
    "(?P<exact>n:n(?::n)?)H?|(?P<spelled>nHnM?)|(?P<half>nHF)|(?P<less>nHT(?:n|Q)M?)|(?P<hour>nH)|"
    "(?P<half_past>F[no])|(?P<half_to>f[no])|(?P<past>(?:nM?|Q)P[no])H?|(?P<to>(?:nM?|Q)T[no])H?|(?P<short>T(?:nM?|Q)[no])H?|"
    "(?P<ordinal>H?o{1,2}n?)|(?P<noon>N)|(?P<midnight>Z)|(?P<pair>nn)|(?P<bare>n)"
    ")L?D?",
)


def read_clock(words: list[Word], half: str = "") -> tuple[int, int, int] | None:
    """Hour, minute and second of words that are one time of day; `half` is the part of the day that stands elsewhere; else None."""
    codes = "".join(word.code for word in words)
    match = _CLOCK.fullmatch(codes)
    if match is None or match.lastgroup is None:
        return None
    rule = match.lastgroup
    named = half or next((word.id for word in words if word.code == "D"), "")
    if rule in ("bare", "pair") and not named and codes[0] not in "LH":
        return None
    hour, minute, second = _values(rule, words[match.start(rule) : match.end(rule)])
    hour = _in_day(hour, named)
    return (hour % _DAY, minute, second) if 0 <= hour <= _DAY and 0 <= minute < _HOUR and 0 <= second < _HOUR else None


def _values(rule: str, words: list[Word]) -> tuple[int, int, int]:
    numbers = [_QUARTER if word.code == "Q" else int(word.value) for word in words if word.code in "noQ"]
    if rule == "noon":
        return _NOON, 0, 0
    if rule == "midnight":
        return 0, 0, 0
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
