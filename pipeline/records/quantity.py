"""The value of a numeric claim, apart from where it was said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound and unit; equal values compare equal across translations.

    >>> Quantity(Decimal(1500), modifier="nearly", unit="person") == Quantity(Decimal("1500.0"), modifier="nearly", unit="person")
    True
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = "exact"
    unit: str | None = None
    unit_kind: str | None = None
    unit_text: str | None = None
    per: str | None = None
    of: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How a quantity is said to change: `none`, `increase_by`, `decrease_by` or `from_to` (either end may be unknown)."""

    kind: str = "none"
    start: Decimal | None = None
    end: Decimal | None = None


NO_CHANGE = Change()
