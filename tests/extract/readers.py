"""How the tests of the readers write what was read."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.reading import read_number, read_ordinal, read_quantity
from pipeline.extract.times import read_time
from pipeline.knowledge import load_knowledge
from pipeline.records import Quantity

NOW = "2025-07-24T13:20"
"""A Thursday."""
_BOUNDS = {"approx": "~", "nearly": "~", "less_than": "<", "at_most": "<=", "at_least": ">=", "more_than": ">", "exact": ""}


def lines(table: str) -> list[tuple[str, list[str]]]:
    """The rows `value = wording | wording` of a table."""
    rows = (line.split(" = ", 1) for line in table.strip().splitlines())
    return [(value, wordings.split(" | ")) for value, wordings in rows]


def misread(language: str, kind: str, value: str, wordings: list[str]) -> list[tuple[str, str]]:
    """The wordings that are not read as their value, with what they were read as."""
    return [(text, found) for text in wordings if (found := _read(language, kind, text)) != _norm(kind, value)]


def _norm(kind: str, value: str) -> str:
    if kind != "N" or value == "none":
        return value
    above, _, below = value.partition("/")
    return _number(Decimal(above) / Decimal(below or 1))


def _read(language: str, kind: str, text: str) -> str:
    known = load_knowledge()
    room = known.rooms[language]
    if kind == "N":
        number = read_number(text, room)
        return _number(number) if number is not None else "none"
    if kind == "O":
        place = read_ordinal(text, room)
        return str(place) if place is not None else "none"
    if kind == "Q":
        return ", ".join(_quantity(one) for one in read_quantity(text, room, known)) or "none"
    return read_time(text, room, NOW) or "none"


def _number(value: Decimal) -> str:
    return str(int(value)) if value == value.to_integral_value() else format(round(value, 12).normalize(), "f")


def _quantity(one: Quantity) -> str:
    span = one.value is None and one.low is not None
    amount = f"{_bare(one.low)}..{_bare(one.high)}" if span else _BOUNDS[one.modifier] + _bare(one.value)
    return f"{amount} {one.unit or '?'}" + (f"/{one.per}" if one.per else "") + (f" of {one.of}" if one.of else "")


def _bare(value: Decimal | None) -> str:
    return _number(value) if value is not None else "-"
