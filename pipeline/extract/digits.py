"""Digits with their separators: what they are worth and how sure the reading is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

MOST_DIGITS = 30
_CACHED = 40
"""Characters of a figure at most that is worth remembering."""
_GROUP = 3
_PLAIN = re.compile("[0-9.,]+")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'\u2019]")


def read_digits(raw: str, decimal: str, *, counted: bool = False) -> tuple[Decimal | None, str]:
    """The value of digits with separators, and how they were read (plain, grouped, decimal, doubtful, malformed).

    `decimal` is the language's mark. One mark before exactly three digits is a group mark unless it is the language's decimal mark (before
    three zeros a comma is a group mark even then); of a thing that is counted in wholes (`counted`) it is a group mark even then.

    >>> read_digits("13.596", ","), read_digits("3,153", ","), read_digits("38.81", ",")
    ((Decimal('13596'), 'grouped'), (Decimal('3.153'), 'doubtful'), (Decimal('38.81'), 'decimal'))
    """
    return _read(raw, decimal, counted) if len(raw) <= _CACHED else _read.__wrapped__(raw, decimal, counted)


@lru_cache(maxsize=8192)
def _read(raw: str, decimal: str, counted: bool) -> tuple[Decimal | None, str]:  # noqa: FBT001 - a cache's key
    text = _SPACES.sub("", raw)
    grouped = len(text) != len(raw)
    if len(text) - text.count(".") - text.count(",") > MOST_DIGITS or _PLAIN.fullmatch(text) is None:
        return None, "malformed"  # too long to be a number, or with a fraction behind it
    marks = [c for c in text if c in ".,"]
    if not marks:
        return Decimal(text), "grouped" if grouped else "plain"
    last = marks[-1]
    if len(set(marks)) == 2 or grouped:
        whole, _, rest = text.rpartition(last)
        groups = re.split("[.,]", whole)
        if last in whole or (len(groups) > 1 and not _in_threes(groups)):
            return None, "malformed"
        return Decimal(re.sub("[.,]", "", whole) + "." + rest), "decimal"
    if text[0] == decimal and len(marks) == 1:
        return Decimal("0." + text[1:]), "decimal"
    parts = text.split(last)
    threes = _in_threes(parts)
    if len(parts) > 2:
        return (Decimal("".join(parts)), "grouped") if threes else (None, "malformed")
    if threes and parts[0].strip("0"):
        if last != decimal:
            return Decimal("".join(parts)), "grouped"
        counted = counted or (decimal == "," and not parts[1].strip("0"))
        return (Decimal("".join(parts)), "doubtful") if counted else (Decimal(".".join(parts)), "doubtful")
    return Decimal(".".join(parts)), "decimal"


@lru_cache(maxsize=64)
def _styles(decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Numbers that can only be written with `decimal` as the mark of decimals, and those that can only be written the other way round."""
    other = "." if decimal == "," else ","
    shapes = (
        rf"[0-9](?<![0-9.,].)(?:\d{{0,2}}(?:\{group}\d{{3}})+\{mark}\d{{1,2}}|\d{{0,2}}(?:\{group}\d{{3}}){{2,}}|\d*\{mark}\d{{1,2}} ?%)(?![.,]?\d)"
        for mark, group in ((decimal, other), (other, decimal))
    )
    own, foreign = (re.compile(shape) for shape in shapes)
    return own, foreign


@lru_cache(maxsize=8)
def is_written_abroad(text: str, decimal: str) -> bool:
    """Whether the clear numbers of a text are mostly written with the marks of another language ("1,234,567", "38.81%" for 38,81%)."""
    own, foreign = _styles(decimal)
    strange = len(foreign.findall(text))
    return strange > 0 and strange > len(own.findall(text))


def _in_threes(parts: list[str]) -> bool:
    """Groups of three digits behind a first one of one to three."""
    return 1 <= len(parts[0]) <= _GROUP and all(len(part) == _GROUP for part in parts[1:])
