"""How far two figures may lie apart and still agree: every tolerance of every check stands here.

A figure is as fine as its last digit that is not an idle nought: 1.5 million speaks of hundred thousands, 143 of ones. What a bound allows
is opinion; these are ours, and are wide on purpose, because a false alarm costs more than a missed slip.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pipeline.verify.facts import Claim

NEAR = Decimal("0.1")
"""Nearly, about and over reach a tenth of the figure, or one step of its last digit where that is more."""
AT_LEAST = Decimal("0.25")
"""At least and at most are promises: the truth may lie a quarter beyond."""
HALF = Decimal("0.5")
TELLING_DIGITS = 3
"""A figure with so many digits that count is hardly met twice by chance."""

ALIGNED_STEPS = 3
"""Claims of two translations with unlike figures are one only where they stand within so many claims of the same place."""
FAMILY_DAYS = 45
"""A translation appears within so many days of the original."""


class Interval(NamedTuple):
    """Where the truth may lie; an end that is None is open."""

    low: Decimal | None
    high: Decimal | None


def digits(value: Decimal) -> str:
    """The digits that count: without noughts at either end.

    >>> digits(Decimal("1046000")), digits(Decimal("0.05"))
    ('1046', '5')
    """
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def grain(value: Decimal) -> Decimal:
    """The worth of one step of the last digit that counts.

    >>> grain(Decimal(1500000)), grain(Decimal("62.58"))
    (Decimal('1E+5'), Decimal('0.01'))
    """
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def allowed(value: Decimal, modifier: str) -> Interval:
    """Where the truth may lie when a figure is said with a bound.

    >>> allowed(Decimal(140), "more_than")
    Interval(low=Decimal('140'), high=Decimal('154.0'))
    """
    step = grain(value) if value else Decimal(1)
    near = max(NEAR * abs(value), step)
    if modifier in ("more_than", "at_least"):
        return Interval(value, value + (near if modifier == "more_than" else max(AT_LEAST * abs(value), step)))
    if modifier in ("nearly", "less_than", "at_most"):
        return Interval(value - (near if modifier != "at_most" else max(AT_LEAST * abs(value), step)), value)
    return Interval(value - near, value + near) if modifier == "approx" else Interval(value - step * HALF, value + step * HALF)


def interval(claim: Claim) -> Interval | None:
    """Where the truth may lie for a claim; None where it gives no figure."""
    if claim.value is not None:
        return allowed(claim.value, claim.modifier)
    return Interval(claim.low, claim.high) if claim.low is not None or claim.high is not None else None


def meet(one: Interval, other: Interval) -> bool:
    """True where two intervals have a value in common."""
    return not (_below(one.high, other.low) or _below(other.high, one.low))


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def agree(one: Claim, other: Claim) -> bool:
    """True where two claims may speak of one number: "more than 140" and 143, "over 21 %" and 21.14 %.

    Two plain figures of equal fineness are equal or not; of unequal fineness the coarse one must be the fine one rounded.
    """
    if one.value is not None and other.value is not None and one.modifier == other.modifier == "exact":
        return one.value == other.value or rounds_to(one.value, other.value) or rounds_to(other.value, one.value)
    first, second = interval(one), interval(other)
    return first is not None and second is not None and meet(first, second)


def rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """True where a figure, rounded or cut to the fineness of a coarser one, is it.

    >>> rounds_to(Decimal("21.14"), Decimal(21)), rounds_to(Decimal(892), Decimal(829))
    (True, False)
    """
    step = grain(coarse)
    return bool(coarse) and grain(fine) < step and (abs(fine - coarse) <= step * HALF or (fine // step) * step == coarse)


def prints_as(value: Decimal, said: Decimal) -> bool:
    """True where a reckoned share, rounded as the stated one is, prints as it; one step of its last digit is forgiven.

    >>> prints_as(Decimal(97) / Decimal(155) * 100, Decimal("62.58"))
    True
    """
    step = min(grain(said), Decimal(1)) if said else Decimal(1)
    return abs(value.quantize(step, ROUND_HALF_UP) - said) <= step
