"""How reckoned figures round: whether a sum, a difference or a share may print as the one that is stated."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from pipeline.verify import tolerance
from pipeline.verify.facts import Claim


def top(value: Decimal) -> int:
    """The place of the first digit that counts: 0 for ones, 3 for thousands.

    >>> top(Decimal(1500)), top(Decimal("0.05"))
    (3, -2)
    """
    return value.adjusted()


def steps(whole: Decimal, parts: Sequence[Decimal]) -> Decimal:
    """How many figures as fine as the finest of these there are up to the whole.

    >>> int(steps(Decimal(120), [Decimal("20.5"), Decimal(100)]))
    1200
    """
    return whole / min(map(tolerance.grain, (whole, *parts)))


def sums_to(parts: Sequence[Decimal], whole: Decimal, *, counted: bool) -> bool:
    """True where parts come to a whole; what was rounded may be off by half a step, things that are counted one by one may not.

    >>> sums_to([Decimal("33.3")] * 3, Decimal(100), counted=False), sums_to([Decimal(41), Decimal(18)], Decimal(58), counted=True)
    (True, False)
    """
    step = _fineness(whole, counted=counted)
    slack = sum((min(step, _fineness(part, counted=counted)) for part in parts), step)
    return abs(sum(parts, Decimal(0)) - whole) <= tolerance.HALF * slack


def _fineness(value: Decimal, *, counted: bool) -> Decimal:
    """One step of a figure as it was rounded; 0 for one that is exact: a count without three noughts at its end."""
    step = tolerance.grain(value) if value else Decimal(1)
    if step < tolerance.ROUND_NUMBER and value == value.to_integral_value():
        return Decimal(0) if counted else Decimal(1)
    return step


def shown(value: Decimal, like: Decimal) -> Decimal:
    """A reckoned figure rounded as finely as another is said.

    >>> shown(Decimal(97) / Decimal(155) * 100, Decimal("62.58"))
    Decimal('62.58')
    """
    step = min(tolerance.grain(like), Decimal(1)) if like else Decimal(1)
    return value.quantize(step, ROUND_HALF_UP)


def prints_exactly(value: Decimal, said: Decimal) -> bool:
    """True where a reckoned figure, rounded or cut as the stated one is, prints as it."""
    step = min(tolerance.grain(said), Decimal(1)) if said else Decimal(1)
    return abs(value - said) <= step * tolerance.HALF or (value // step) * step == said


def change_prints(before: Decimal, after: Decimal, said: Decimal, modifier: str) -> bool:
    """True where a change in per cent, reckoned from ends that were rounded, may print as the one stated.

    >>> change_prints(Decimal(155), Decimal(58), Decimal("62.58"), "exact"), change_prints(Decimal(155), Decimal(58), Decimal("62.85"), "exact")
    (True, False)
    """
    ends = []
    for one in _around(before):
        for other in _around(after):
            if one > 0:
                ends.append(100 * abs(other - one) / one)
    return bool(ends) and tolerance.meet(tolerance.Interval(min(ends), max(ends)), _stated(said, modifier))


def difference_prints(before: Decimal, after: Decimal, said: Decimal, modifier: str) -> bool:
    """True where a difference of ends that may have been rounded may print as the one stated.

    >>> difference_prints(Decimal(106), Decimal(38), Decimal(68), "exact"), difference_prints(Decimal(106), Decimal(38), Decimal(86), "exact")
    (True, False)
    """
    found = abs(after - before)
    if found == said:
        return True
    if modifier == "exact" and not any(_fineness(one, counted=True) for one in (before, after, said)):
        return False
    ends = [abs(other - one) for one in _around(before) for other in _around(after)]
    return tolerance.meet(tolerance.Interval(min(ends), max(ends)), _stated(said, modifier))


def product_prints(factors: Sequence[Claim], scale: Decimal, total: Claim) -> bool:
    """True where a product of figures that were rounded or bounded may print as the stated total."""
    low = high = scale
    for claim in factors:
        ends = tolerance.interval(claim)
        if ends is None or ends.low is None or ends.high is None or ends.low < 0:
            return False
        low, high = low * ends.low, high * ends.high
    stated = tolerance.interval(total)
    return stated is not None and tolerance.meet(tolerance.Interval(low, high), stated)


def power_off(said: Decimal, reckoned: Decimal) -> int | None:
    """The power of ten by which a stated figure lies away from the reckoned one, as figures slip; else None.

    >>> power_off(Decimal(60000), Decimal(6010)), power_off(Decimal(7000), Decimal(6000))
    (1, None)
    """
    return next((power for power in tolerance.SLIPPED_POWERS if is_close(said, reckoned.scaleb(power))), None)


def _around(value: Decimal) -> tuple[Decimal, Decimal]:
    step = tolerance.grain(value) if value else Decimal(1)
    if not _fineness(value, counted=True):
        return value, value
    return value - step * tolerance.HALF, value + step * tolerance.HALF


def _stated(said: Decimal, modifier: str) -> tolerance.Interval:
    """What a stated result allows; one step of its last digit is forgiven."""
    if modifier != "exact":
        return tolerance.allowed(said, modifier)
    step = min(tolerance.grain(said), Decimal(1)) if said else Decimal(1)
    return tolerance.Interval(said - step, said + step)


def is_vague(low: Decimal, high: Decimal) -> bool:
    """True where both ends are bare powers of ten, as vague words say ("hundreds to thousands")."""
    return tolerance.digits(low) == tolerance.digits(high) == "1"


def figures(value: Decimal, count: int = 4) -> Decimal:
    """A reckoned figure with few digits that count, whole where it is large.

    >>> figures(Decimal("26414.14")), figures(Decimal("0.016384"), 3)
    (Decimal('26414'), Decimal('0.0164'))
    """
    return value.quantize(Decimal(1).scaleb(min(value.adjusted() - count + 1, 0)), ROUND_HALF_UP)


def is_close(coarse: Decimal, fine: Decimal) -> bool:
    """True where a figure lies as near to another as one that rounds it does."""
    return abs(coarse - fine) <= tolerance.ROUNDED * abs(fine)


def lasted(gone: Decimal, said: Decimal, modifier: str) -> bool:
    """True where a time that has gone by is the one said, which counts whole units.

    >>> lasted(Decimal("7.9"), Decimal(7), "more_than"), lasted(Decimal("2.2"), Decimal(10), "less_than")
    (True, False)
    """
    slack = max(tolerance.NEAR * said, Decimal(1))
    below = 0 if modifier in ("more_than", "at_least") else tolerance.HALF if modifier == "exact" else slack
    above = 0 if modifier in ("nearly", "less_than", "at_most") else tolerance.HALF if modifier == "exact" else slack
    return said - below <= gone <= said + above
