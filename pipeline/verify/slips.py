"""What a slip of the pen makes of a figure: two digits swapped, a step of ten, a thousand or a million."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.verify import rounding, tolerance
from pipeline.verify.working import number

_POWERS = {1: "ten times", 2: "a hundred times", 3: "a thousand times", 6: "a million times", 9: "a thousand million times"}
_MOST_DIGITS = 12


def power_between(one: Decimal, other: Decimal) -> int | None:
    """The power of ten by which two figures with the same digits lie apart; None where the digits differ.

    >>> power_between(Decimal(1500), Decimal("1.5"))
    3
    """
    if not one or not other or tolerance.digits(one) != tolerance.digits(other):
        return None
    return abs(rounding.top(one) - rounding.top(other))


def slip(said: Decimal, meant: Decimal) -> str | None:
    """How one figure could have come of the other by one slip; None where it could not.

    >>> slip(Decimal(85), Decimal(58)), slip(Decimal(580), Decimal(58)), slip(Decimal(61), Decimal(58))
    ('two digits are swapped', 'it is ten times too large', None)
    """
    power = power_between(said, meant)
    if power:
        return f"it is {_POWERS[power]} too {'large' if said > meant else 'small'}" if power in _POWERS else None
    return "two digits are swapped" if meant in set(swapped(said)) else None


def magnitude(off: Decimal) -> str | None:
    """The step by which a figure is too large, roughly: "a thousand times" for 950; None where it is no such step.

    >>> magnitude(Decimal(950)), magnitude(Decimal(3))
    ('a thousand times', None)
    """
    return next((told for power, told in _POWERS.items() if abs(off / 10**power - 1) <= tolerance.ROUGHLY), None)


def swapped(value: Decimal) -> Iterator[Decimal]:
    """The figures that come of swapping two digits that stand side by side.

    >>> [str(one) for one in swapped(Decimal("16.7"))]
    ['61.7', '17.6']
    """
    sign, digits, exponent = value.normalize().as_tuple()
    if isinstance(exponent, int) and len(digits) <= _MOST_DIGITS:
        for at in range(len(digits) - 1):
            if digits[at] != digits[at + 1]:
                yield Decimal((sign, (*digits[:at], digits[at + 1], digits[at], *digits[at + 2:]), exponent))


def told(said: Decimal, meant: Decimal) -> str:
    """A sentence about a figure that does not come out, with the slip where one is seen."""
    how = slip(said, meant)
    return f"{number(said)} does not come out; {number(meant)} would" + (f" ({how})" if how else "")
