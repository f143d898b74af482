"""What currencies cost: the lowest and highest price of a US dollar in spans of years."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from pipeline.knowledge.files import name_of, read_csv
from pipeline.knowledge.units import Units

_COLUMNS = ("currency", "first", "last", "low", "high", "source")
_DOLLAR = "USD"
_ALWAYS = (0, 9999)


class Price(NamedTuple):
    """What a US dollar cost at least and at most, from one year to another."""

    first: int
    last: int
    low: Decimal
    high: Decimal


class Exchange:
    """Prices of the dollar by currency."""

    def __init__(self, prices: Mapping[str, tuple[Price, ...]]) -> None:
        self._prices = {**prices, _DOLLAR: (Price(*_ALWAYS, Decimal(1), Decimal(1)),)}

    def between(self, one: str, other: str, first: int, last: int) -> tuple[Decimal, Decimal] | None:
        """How many of the first currency one of the second cost, at least and at most, in some years; None where that is not known.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().exchange.between("VND", "USD", 2015, 2016)
        (Decimal('21697.57'), Decimal('21935.0'))
        """
        first_of, second = self._of(one, first, last), self._of(other, first, last)
        return (first_of[0] / second[1], first_of[1] / second[0]) if first_of and second else None

    def _of(self, currency: str, first: int, last: int) -> tuple[Decimal, Decimal] | None:
        its = [price for price in self._prices.get(currency, ()) if price.first <= last and first <= price.last]
        return (min(price.low for price in its), max(price.high for price in its)) if its else None


def load_exchange(folder: Path, units: Units, problems: list[str]) -> Exchange:
    """Read `units/exchange.csv`; every problem is added to `problems` with file and line."""
    path = folder / "units" / "exchange.csv"
    prices: dict[str, tuple[Price, ...]] = {}
    for line, row in read_csv(path, _COLUMNS, problems) if path.exists() else ():
        try:
            price = Price(int(row["first"]), int(row["last"]), Decimal(row["low"]), Decimal(row["high"]))
        except (ValueError, InvalidOperation):
            problems.append(f"{name_of(path)}:{line}: years and prices are numbers")
            continue
        if units.kind(row["currency"]) != "money" or not 0 < price.low <= price.high or price.first > price.last:
            problems.append(f"{name_of(path)}:{line}: a currency of units.toml, years in order and prices in order are asked")
            continue
        prices[row["currency"]] = (*prices.get(row["currency"], ()), price)
    return Exchange(prices)
