"""The one grammar of numerals: a power after a larger power adds, after a smaller one multiplies."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

ONE = Decimal(1)
_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_MANY_DIGITS = Decimal("1e28")


class NumeralStack:
    """The terms of a numeral so far, largest power first; every method says whether its word still fits."""

    def __init__(self, *, tails: bool = False) -> None:
        self.terms: list[Decimal] = []
        self.scaled = False
        """The last word was a scale."""
        self.joined = False
        """A joint ("and") was said, so what follows is worth its face."""
        self.last_scale = ONE
        self.power = ONE
        """The scale words that end the numeral, as one ("nghin ty", 10 to the 12th)."""
        self._zero = False
        self._tens_open = False
        """A hundred that is said to be none has been passed, so that a digit may be one of tens ("... no hundred, two three", 23)."""
        self._tails = tails

    def add(self, value: Decimal, *, last: bool = False, figures: int = 0) -> bool:
        """Add a term below the lowest power so far; `last` says that no scale follows, `figures` how many digits it is written with."""
        if not self.terms:
            self.terms.append(value)
            return True
        lowest = lowest_power(self.terms[-1])
        if value == 0 and lowest > 1 and not last:
            self.joined = self._zero = self._tens_open = True  # "two thousand no hundred and five"
            return True
        if self._tens_open and lowest == 1 and ONE < self.terms[-1] < _TEN and 0 < value < _TEN:
            self.terms[-1] = self.terms[-1] * 10 + value
            self._tens_open = False
            return True
        if value >= lowest or value == 0:
            return False
        if self._tails and last and self.scaled and not self.joined and self.last_scale >= _HUNDRED:
            if value == 1 and not figures:
                return False  # "462 trieu mot nguoi" is so much a person
            value *= self._tail(value, figures)
        self.terms.append(value)
        self.scaled = False
        return True

    def _tail(self, value: Decimal, figures: int) -> Decimal:
        """What a number behind a scale is counted in: "mot trieu hai" is 1.2 million, "2 ty 300" is 2.3 billion."""
        if value < _TEN and figures <= 1 and self.last_scale >= _HUNDRED:
            return self.last_scale / 10
        return self.last_scale / 1000 if figures == len("300") and self.last_scale > _THOUSAND else ONE

    def add_unit(self, value: Decimal) -> bool:
        """A digit word that only ends a numeral: behind tens, behind a bare digit ("hai lam", 25), behind a scale ("tram tu", 140)."""
        if not self.terms:
            return False
        lowest = lowest_power(self.terms[-1])
        digit = not self.scaled and ONE < self.terms[-1] < _TEN and lowest == 1
        if digit and (len(self.terms) == 1 or self._tens_open):
            self.terms[-1] = self.terms[-1] * 10 + value
        elif lowest == _TEN or self.joined:
            self.terms.append(value)
        elif self.scaled and self.last_scale >= _HUNDRED:
            self.terms.append(value * self.last_scale / 10)
        else:
            return False
        self.scaled = False
        return True

    def multiply(self, scale: Decimal) -> bool:
        """Multiply the terms below a scale; a bare scale counts as one of it."""
        if self._zero:
            self._zero = False
            return True
        below: list[Decimal] = []
        while self.terms and (self.terms[-1] < scale or lowest_power(scale) == 1):  # a dozen multiplies whatever is counted in it
            below.append(self.terms.pop())
        if not below and self.terms and not (self.scaled and lowest_power(self.terms[-1]) > scale):
            below.append(self.terms.pop())  # "13,596 billion": a figure larger than the scale still multiplies when it is no power of its own
        self.terms.append(sum(below, Decimal(0)) * scale if below else scale)
        self.power = self.power * scale if self.scaled and scale > self.power >= _THOUSAND else scale
        self.scaled = True
        self.last_scale = scale
        return all(a > b for a, b in pairwise(self.terms))

    def add_half(self) -> bool:
        """Half of the last scale more: "a million and a half"; of anything below a hundred half of one."""
        if not self.terms:
            return False
        self.terms.append((self.last_scale if self.scaled and self.last_scale >= _HUNDRED else ONE) / 2)
        return True

    def add_decimals(self, digits: str) -> bool:
        """The digits behind a decimal point that is said."""
        if not self.terms or self.terms[-1] != self.terms[-1].to_integral_value():
            return False
        self.terms[-1] += Decimal(f"0.{digits}")
        self.scaled = False
        return True

    def join(self) -> bool:
        """Take a joint ("and"); it stands behind a scale or a ten."""
        if not self.terms or lowest_power(self.terms[-1]) < _TEN:
            return False
        self.joined = True
        return True

    def total(self) -> Decimal | None:
        """The sum of the terms."""
        return sum(self.terms, Decimal(0)) if self.terms else None


def lowest_power(value: Decimal) -> Decimal:
    """The largest power of ten that divides a whole value; 1 for a fractional one.

    >>> lowest_power(Decimal(2500)), lowest_power(Decimal("1.5"))
    (Decimal('100'), Decimal('1'))
    """
    if value != value.to_integral_value() or value == 0:
        return ONE
    digits = str(value.quantize(ONE)) if value < _MANY_DIGITS else format(value, "f")
    return _TEN ** (len(digits) - len(digits.rstrip("0")))
