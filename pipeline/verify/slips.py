"""What a slip of the pen makes of a figure: two digits swapped, a step of ten, a thousand or a million."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.verify import rounding, tolerance
from pipeline.verify.note import Note

_POWERS = (1, 2, 3, 6, 9)
_MOST_DIGITS = 12


def power_between(one: Decimal, other: Decimal) -> int | None:
    """The power of ten by which two figures with the same digits lie apart; None where the digits differ.

    >>> power_between(Decimal(1500), Decimal("1.5"))
    3
    """
    if not one or not other or tolerance.digits(one) != tolerance.digits(other):
        return None
    return abs(rounding.top(one) - rounding.top(other))


def slip(said: Decimal, meant: Decimal) -> Note | None:
    """How one figure could have come of the other by one slip; None where it could not.

    >>> str(slip(Decimal(85), Decimal(58))), str(slip(Decimal(580), Decimal(58))), slip(Decimal(61), Decimal(58))
    ('two digits are swapped', 'it is 10 times too large', None)
    """
    power = power_between(said, meant)
    if power:
        times = Decimal(10**power)
        return None if power not in _POWERS else Note("slip_large", times=times) if said > meant else Note("slip_small", times=times)
    return Note("slip_swapped") if meant in set(swapped(said)) else None


def magnitude(off: Decimal) -> Decimal | None:
    """The step by which a figure is too large, roughly: a thousand for 950; None where it is no such step.

    >>> magnitude(Decimal(950)), magnitude(Decimal(3))
    (Decimal('1000'), None)
    """
    return next((Decimal(10**power) for power in _POWERS if abs(off / 10**power - 1) <= tolerance.ROUGHLY), None)


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


def told(said: Decimal, meant: Decimal) -> Note:
    """What is said of a figure that does not come out, with the slip where one is seen."""
    how = slip(said, meant)
    if how is None:
        return Note("not_coming_out", said=said, meant=meant)
    return Note("not_coming_out_by_slip", said=said, meant=meant, slip=how)
