"""The registry of units: dimension, factor to the base unit, and the symbols that every language shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pydantic import ValidationError

from pipeline.knowledge.files import line_of, name_of, read_toml
from pipeline.knowledge.schema import TranslationsFile, UnitFile

_SIGN_REACH = 5
_SHARED = "USD"
"""Whose hundredth is the coin of many currencies."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, a currency or a counted noun; `factor` times the value gives it in `base`."""

    id: str
    kind: str
    counts: str
    wider: str
    factor: Decimal | None
    base: str | None
    rate: tuple[str, str] | None = None


class Units:
    """All units by id; their signs stand at a figure's edge."""

    def __init__(
        self, units: dict[str, Unit], after: dict[str, str], before: dict[str, str], per: dict[str, str] | None = None,
        exchanged: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.by_id = units
        self.rates = {unit.rate: unit.id for unit in units.values() if unit.rate is not None}
        self.per = {**after, **(per or {})}
        self._exchanged = exchanged or {}
        self.after = after
        self.before = before
        signs = [re.escape(sign) + (r"(?![^\W\d_])" if sign[-1].isalnum() else "") for sign in sorted(after, key=len, reverse=True)]
        self._behind = re.compile(" ?(" + "|".join(signs) + ")")
        self.symbol_per = re.compile("(" + "|".join(map(re.escape, sorted(self.per, key=len, reverse=True))) + r")(?![^\W\d_])")
        self._before = re.compile(r"(?<![^\W\d_])(" + "|".join(map(re.escape, sorted(before, key=len, reverse=True))) + ") ?$")
        self._openings = frozenset(sign[0] for sign in after)
        self._endings = frozenset(sign[-1] for sign in before)

    def in_base(self, ident: str | None) -> tuple[Decimal, str]:
        """By what a value in a unit is multiplied to stand in the unit's base, and the base; a unit without one is its own."""
        unit = self.by_id.get(ident or "")
        if unit is None or unit.base is None or unit.factor is None:
            return Decimal(1), ident or ""
        return unit.factor, unit.base

    def sign_behind(self, text: str, at: int) -> re.Match[str] | None:
        """The sign that starts at `at`, a space before it passed over; by far most words open with none of its letters."""
        opening = text[at + 1:at + 2] if text[at:at + 1] == " " else text[at:at + 1]
        return self._behind.match(text, at) if opening in self._openings else None

    def sign_before(self, text: str, at: int) -> re.Match[str] | None:
        """The sign that ends at `at`, a space behind it passed over."""
        ending = text[at - 2:at - 1] if text[at - 1:at] == " " else text[at - 1:at]
        return self._before.search(text, max(0, at - _SIGN_REACH), at) if ending in self._endings else None

    def per_one(self, per: str) -> tuple[Decimal, str | None]:
        """Per how many of which unit a rate is told; None for one that is not known.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().units.per_one("10000 person")
        (Decimal('10000'), 'person')
        """
        number, parting, ident = per.rpartition(" ")
        if ident not in self.by_id or (parting and not number.isdigit()):
            return Decimal(1), per if per in self.by_id else None
        return Decimal(number or 1), ident

    def is_part_of_money(self, smaller: Unit, larger: Unit) -> bool:
        """Whether a coin is a part of a currency; one that many share (a cent) is a part of each that has none of its own."""
        if smaller.kind != "money" or larger.kind != "money" or smaller.factor is None or larger.factor is not None:
            return False
        return smaller.base == larger.id or (smaller.base == _SHARED and larger.id not in {unit.base for unit in self.by_id.values()})

    def kind(self, unit: str | None) -> str | None:
        """The dimension of a unit id, None for an unknown one."""
        found = self.by_id.get(unit or "")
        return found.kind if found else None

    def alike(self, one: str | None, other: str | None) -> bool:
        """True where two translations of one claim may name these units: the same, a wider one, or one that the same word names.

        An unknown unit contradicts none.
        """
        if one is None or other is None or one == other:
            return True
        first, second = self.by_id.get(one), self.by_id.get(other)
        wider = (first is not None and first.wider == other) or (second is not None and second.wider == one)
        return wider or other in self._exchanged.get(one, ())


def load_units(folder: Path, problems: list[str]) -> Units:
    """Read `units/units.toml`; every problem is added to `problems` with file and line."""
    path = folder / "units" / "units.toml"
    units: dict[str, Unit] = {}
    after: dict[str, str] = {}
    before: dict[str, str] = {}
    per: dict[str, str] = {}
    for unit_id, table in read_toml(path, problems).items():
        try:
            entry = UnitFile.model_validate(table)
            factor = Decimal(entry.factor) if entry.factor else None
        except (ValidationError, InvalidOperation) as error:
            problems.append(f"{name_of(path)}:{line_of(path, unit_id)}: [{unit_id}] {error}")
            continue
        units[unit_id] = Unit(unit_id, entry.kind, entry.counts, entry.wider, factor, entry.base, entry.rate)
        for signs, home in ((entry.symbols, after), (entry.prefixes, before), (entry.per_symbols, per)):
            for sign in signs:
                if home.setdefault(sign, unit_id) != unit_id:
                    problems.append(f"{name_of(path)}:{line_of(path, unit_id)}: {sign!r} is a sign of {home[sign]} already")
    for unit in units.values():
        if unit.base is not None and unit.base not in units:
            problems.append(f"{name_of(path)}:{line_of(path, unit.id)}: [{unit.id}] base {unit.base!r} is not a unit")
    return Units(units, after or {"%": "percent"}, before or {"$": "USD"}, per, _exchanged(folder, units, problems))


def _exchanged(folder: Path, units: Mapping[str, Unit], problems: list[str]) -> dict[str, frozenset[str]]:
    """By unit, those that a translation may name in its place."""
    path = folder / "units" / "translations.toml"
    if not path.exists():
        return {}
    try:
        entry = TranslationsFile.model_validate(read_toml(path, problems))
    except ValidationError as error:
        problems.append(f"{name_of(path)}: {error}")
        return {}
    groups = [{general, *(unit.id for unit in units.values() if unit.counts in sorts)} for general, sorts in entry.general.items()]
    pairs = {(general, other) for general, group in zip(entry.general, groups, strict=True) for other in group}
    pairs |= {(one, other) for group in entry.alike.values() for one in group for other in group}
    problems += [f"{name_of(path)}: {one!r} is not a unit" for one in sorted({one for pair in pairs for one in pair} - units.keys())]
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}
