"""How far two figures may lie apart and still agree: every tolerance of every check stands here.

A figure is as fine as its last digit that is not an idle nought: 1.5 million speaks of hundred thousands, 143 of ones. What a bound allows
is opinion; these are ours, and are wide on purpose, because a false alarm costs more than a missed slip.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pipeline.verify.facts import Claim

NEAR = Decimal("0.1")
"""Nearly, about and over reach a tenth of the figure, or one step of its last digit where that is more."""
AT_LEAST = Decimal("0.25")
"""At least and at most are promises: the truth may lie a quarter beyond."""
ROUNDED = Decimal("0.05")
"""A figure that is another one rounded lies within this part of it."""
HALF = Decimal("0.5")
TELLING_DIGITS = 3
"""A figure with so many digits that count is hardly met twice by chance."""

ALIGNED_STEPS = 3
"""Claims of two translations with unlike figures are one only where they stand within so many claims of the same place."""
CLAIMS_TO_COMPARE = 3
CLAIMS_SHARED = 0.5
"""Two texts with at least so many claims, of which at least this part is shared, are translations of one another as a whole."""
TWIN_GAP = 3
"""A converted amount begins within so many code points behind the amount."""
MOVED_DAYS = 800
"""A date that was altered lies within so many days of the true one."""
FAMILY_DAYS = 45
"""A translation appears within so many days of the original."""

WHOLE = Decimal(10)
"""Sums and differences below this come about by chance."""
NEARLY_ALL = Decimal("0.1")
"""Stated parts that come so near to their whole are meant to be all of it."""
CLOSE = Decimal("0.25")
"""A sum that is off by few steps is near only where they are no larger part of the whole."""
ALTERED_STEPS = 5
"""A figure that was altered by hand lies within so many of the true one."""
TELLING_STEPS = 1000
"""A relation between figures that can be so many different ones does not come out by chance."""
ROUND_NUMBER = Decimal(1000)
"""A count is held to be rounded where it ends in at least so many."""
BESIDE = 200
"""A difference that belongs to a change stands within so many code points of it."""
BRACKET = 12
"""A percentage that belongs to "n of m" begins within so many code points behind it."""
HUNDREDTH = Decimal("0.01")
WIDEST_RANGE = Decimal(1000)
"""No range that is stated in two figures is so many times as high at its end as at its beginning."""
LONGEST_TERM = 10
"""No term of office is longer, in years."""
DAYS_AHEAD = 2
"""A document may be signed so many days behind the article's date: time zones, pages that are updated."""
SINCE = 80
"""What a duration counts from stands within so many code points behind it."""
MOST_MENTIONS = 40
"""A unit that more claims of an article share is a list's, and its figures are not compared one by one."""
ROUNDED = Decimal("0.05")
"""A figure of two digits or more rounds another that lies within this part of it."""
RATE = Decimal("0.2")
"""A rate of exchange may lie so far beyond the year's lowest and highest: cash, forecasts, amounts of other years."""
CONVERTED_WORDS = 30
"""A converted amount stands within so many code points of the bracket, or of the one before it."""
ROUGHLY = Decimal("0.35")
"""A ratio that is so near to a power of ten looks like a slip of it."""
SLIPPED_POWERS = (-6, -3, -1, 1, 3, 6)
"""The powers of ten by which figures slip: a digit too many, a scale word taken for another."""


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


def rounded(one: Claim, other: Claim) -> bool:
    """True where two claims differ in their value alone and one is the other with fewer digits."""
    if one.value is None or other.value is None or any(a != b for a, b in zip(_beside_value(one), _beside_value(other), strict=True)):
        return False
    return rounds_to(one.value, other.value) or rounds_to(other.value, one.value)


def _beside_value(claim: Claim) -> tuple[Decimal | None, ...]:
    return claim.change_from, claim.of, claim.low, claim.high


def slipped(one: Decimal | None, other: Decimal | None) -> bool:
    """True where two unlike figures look like one figure and a slip of it.

    The same digits in another order, another magnitude, or a single digit of three or more that is another one.

    >>> slipped(Decimal(892), Decimal(829)), slipped(Decimal(15), Decimal(1500)), slipped(Decimal(892), Decimal(310))
    (True, True, False)
    """
    if one is None or other is None or one == other:
        return False
    first, second = digits(one), digits(other)
    if first == second or sorted(first) == sorted(second):
        return True
    unlike = sum(a != b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) >= TELLING_DIGITS and unlike == 1


def exchanged(one: Decimal, other: Decimal) -> bool:
    """True where two neighbouring digits of one figure stand the other way round in the other, of the same magnitude.

    >>> exchanged(Decimal(892), Decimal(829)), exchanged(Decimal("0.09"), Decimal("0.90")), exchanged(Decimal(109), Decimal(190))
    (True, False, True)
    """
    if one.adjusted() != other.adjusted():
        return False
    first, second = ("".join(map(str, number.as_tuple().digits)) for number in (one, other))
    width = max(len(first), len(second))
    first, second = first.ljust(width, "0"), second.ljust(width, "0")
    unlike = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    return first[unlike[0]] == second[unlike[1]] and first[unlike[1]] == second[unlike[0]]


_TIME = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def other_magnitude(fine: Claim, coarse: Claim) -> bool:
    """True where a bounded figure is the other rounded, but for a wrong magnitude: "about 1.5 million" and 15,720,961."""
    if fine.value is None or coarse.value is None or coarse.modifier == "exact" or not (fine.value and coarse.value):
        return False
    shift = fine.value.adjusted() - coarse.value.adjusted()
    if shift == 0 or len(digits(coarse.value)) >= len(digits(fine.value)):
        return False
    moved = fine.value.scaleb(-shift)
    return abs(moved - coarse.value) <= ROUNDED * moved and agree(fine._replace(value=moved), coarse)


def same_time(one: str, other: str) -> bool:
    """True where two times (EDTF) may be one: the same, one within the other, or alike in what both say.

    >>> same_time("2025-07", "2025-07-01"), same_time("XXXX-07-01", "2025-07-01"), same_time("2025-07-01", "2025-07-02")
    (True, True, False)
    """
    first, second = span_of(one), span_of(other)
    if first is not None and second is not None:
        return first[0] <= second[1] and second[0] <= first[1]
    return all(a == b or "X" in a or "X" in b for a, b in zip(one.split("-"), other.split("-"), strict=False))


def span_of(edtf: str) -> tuple[date, date] | None:
    """The first and the last day of a time with a year; an open end is far away.

    >>> span_of("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    """
    ends = edtf.split("/")
    first = date.min if ends[0] == ".." else _edge(ends[0], last=False)
    last = date.max if ends[-1] == ".." else _edge(ends[-1], last=True)
    return (first, last) if first is not None and last is not None else None


def _edge(edtf: str, *, last: bool) -> date | None:
    found = _TIME.fullmatch(edtf)
    if found is None or found[1] == "XXXX" or found[1] == "0000":
        return None
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if day:
            return date(year, int(month), int(day))
        if not last:
            return date(year, int(month or 1), 1)
        return date(year, 12, 31) if not month or month == "12" else date(year, int(month) + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def days_apart(one: str, other: str) -> int | None:
    """How far apart two times begin; of days without a year, in that year. None where it cannot be told."""
    first, second = (span_of(edtf.replace("XXXX", "2000")) for edtf in (one, other))
    return abs((first[0] - second[0]).days) if first and second and ("X" in one) == ("X" in other) else None
