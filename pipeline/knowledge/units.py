"""The registry of units: dimension, factor to the base unit, and the symbols that every language shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pydantic import ValidationError

from pipeline.knowledge.files import line_of, name_of, read_toml
from pipeline.knowledge.schema import UnitFile


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
    """All units by id; `symbol_after` and `symbol_before` match their signs at a figure's edge."""

    def __init__(self, units: dict[str, Unit], after: dict[str, str], before: dict[str, str], per: dict[str, str] | None = None) -> None:
        self.by_id = units
        self.rates = {unit.rate: unit.id for unit in units.values() if unit.rate is not None}
        self.per = {**after, **(per or {})}
        self.after = after
        self.before = before
        self.symbol_after = re.compile(" ?(" + "|".join(map(re.escape, sorted(after, key=len, reverse=True))) + r")(?![^\W\d_])")
        self.symbol_per = re.compile("(" + "|".join(map(re.escape, sorted(self.per, key=len, reverse=True))) + r")(?![^\W\d_])")
        self.symbol_before = re.compile(r"(?<![^\W\d_])(" + "|".join(map(re.escape, sorted(before, key=len, reverse=True))) + ") ?$")

    def kind(self, unit: str | None) -> str | None:
        """The dimension of a unit id, None for an unknown one."""
        found = self.by_id.get(unit or "")
        return found.kind if found else None


def load_units(folder: Path, problems: list[str]) -> Units:
    """Read `units/units.toml`; every problem is added to `problems` with file and line."""
    path = folder / "units" / "units.toml"
    units: dict[str, Unit] = {}
    after: dict[str, str] = {}
    before: dict[str, str] = {}
    per: dict[str, str] = {}
    for unit_id, table in read_toml(path, problems).items():
        where = f"{name_of(path)}:{line_of(path, unit_id)}"
        try:
            entry = UnitFile.model_validate(table)
            factor = Decimal(entry.factor) if entry.factor else None
        except (ValidationError, InvalidOperation) as error:
            problems.append(f"{where}: [{unit_id}] {error}")
            continue
        units[unit_id] = Unit(unit_id, entry.kind, entry.counts, entry.wider, factor, entry.base, entry.rate)
        for signs, home in ((entry.symbols, after), (entry.prefixes, before), (entry.per_symbols, per)):
            for sign in signs:
                if home.setdefault(sign, unit_id) != unit_id:
                    problems.append(f"{where}: {sign!r} is a sign of {home[sign]} already")
    for unit in units.values():
        if unit.base is not None and unit.base not in units:
            problems.append(f"{name_of(path)}:{line_of(path, unit.id)}: [{unit.id}] base {unit.base!r} is not a unit")
    return Units(units, after or {"%": "percent"}, before or {"$": "USD"}, per)
