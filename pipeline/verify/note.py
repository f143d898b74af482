"""The sentence that explains a finding: the name of a template of notes.toml and what fills it, so that a page can tell it in each language."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from pipeline.verify.working import number

Value: TypeAlias = "str | int | Decimal | Sequence[str] | Note"
"""A text of the article or a date as it is, a figure, codes of languages, or a note that is a part of the sentence."""


class Note:
    """One template and its values, filled in English where a text is asked for.

    >>> str(Note("part_larger", whole=Decimal(53)))
    'A part cannot be larger than its whole of 53.'
    """

    __slots__ = ("key", "values")

    def __init__(self, key: str, /, **values: Value) -> None:
        self.key = key
        self.values: Mapping[str, Value] = values

    def __str__(self) -> str:
        return wordings()[self.key]["en"].format_map({name: _told(value) for name, value in self.values.items()})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash(self.as_json())

    def __repr__(self) -> str:
        return f"Note({self.as_json()})"

    def as_json(self) -> str:
        """The values, and those of a note inside under its name with its `key`; figures are numbers, languages lists."""
        return json.dumps(self._plain(), ensure_ascii=False)

    def _plain(self) -> dict[str, object]:
        return {name: _as_plain(value) for name, value in self.values.items()}


@cache
def wordings() -> Mapping[str, Mapping[str, str]]:
    """The wordings of every template by language."""
    return tomllib.loads((files(__package__) / "notes.toml").read_text(encoding="utf-8"))


def _told(value: Value) -> str:
    if isinstance(value, Decimal):
        return number(value)
    return str(value) if isinstance(value, str | int | Note) else ", ".join(value)


def _as_plain(value: Value) -> object:
    if isinstance(value, Note):
        return {"key": value.key, **value._plain()}  # noqa: SLF001 - one of its own
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | int) else list(value)
