"""Claims of two translations laid beside each other: by figures and unit, by figures alone, and by their place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from pipeline.knowledge import Units
from pipeline.verify import tolerance
from pipeline.verify.facts import Claim, Pair


def align(claims: Sequence[Claim], others: Sequence[Claim], units: Units) -> tuple[Pair, ...]:
    """The pairs of claims that are held to be one claim, in the order of the first text.

    Figures that stand once in each text are joined first and tell where in the other text a claim is to be expected; figures that stand
    more often are joined where they are expected; what is left is joined where it stands in the same place, in the same unit.
    """
    return _Aligner(claims, others, units).pairs()


def _per_others(one: tuple[Decimal, str | None], other: tuple[Decimal, str | None], units: Units) -> bool:
    """True where two rates are per units that are known to be others, or per other numbers of one."""
    (many, unit), (few, second) = one, other
    return unit is not None and second is not None and (many != few or not units.alike(unit, second))


def differences(one: Claim, other: Claim, units: Units) -> tuple[str, ...]:
    """The columns in which two translations of one claim differ; null says nothing, and units that translations exchange are one."""
    found = []
    if one.value != other.value:
        found.append("value")
    if (one.low, one.high) != (other.low, other.high):
        found.append("range")
    if one.of != other.of:
        found.append("of")
    if not units.alike(one.unit, other.unit):
        found.append("unit")
    if one.per and other.per and _per_others(units.per_one(one.per), units.per_one(other.per), units):
        found.append("per")
    if one.modifier != other.modifier:
        found.append("modifier")
    if one.change != other.change or one.change_from != other.change_from or one.change_to != other.change_to:
        found.append("change")
    if one.status != other.status:
        found.append("status")
    if one.period and other.period and one.period != other.period:
        found.append("period")
    return tuple(found)


def figures(claim: Claim) -> tuple[Decimal | None, ...]:
    """The numbers of a claim."""
    return claim.value, claim.low, claim.high, claim.change_from, claim.change_to, claim.of


def main_figure(claim: Claim) -> Decimal | None:
    """The number that a claim turns on."""
    return claim.value if claim.value is not None else claim.high if claim.high is not None else claim.low


class _Aligner:
    """Two sequences of claims and what of them is joined so far."""

    def __init__(self, claims: Sequence[Claim], others: Sequence[Claim], units: Units) -> None:
        self._claims, self._others, self._units = claims, others, units
        self._joined: dict[int, tuple[int, str]] = {}
        self._taken: set[int] = set()
        self._anchors: list[int] = []

    def pairs(self) -> tuple[Pair, ...]:
        """See `align`."""
        self._join_by(lambda claim: (figures(claim), claim.unit, claim.change), "figure_and_unit")
        self._join_by(figures, "figure", self._may_be_one)
        self._join_by(main_figure, "figure", self._may_be_one)
        self._join_telling()
        self._join_by_place()
        return tuple(
            Pair(self._claims[at], self._others[self._joined[at][0]], self._joined[at][1],
                 differences(self._claims[at], self._others[self._joined[at][0]], self._units))
            for at in sorted(self._joined)
        )

    def _may_be_one(self, one: Claim, other: Claim) -> bool:
        return self._units.alike(one.unit, other.unit)

    def _join_by(self, key: Callable[[Claim], Hashable], how: str, fits: Callable[[Claim, Claim], bool] | None = None) -> None:
        """Join claims of one key: the lone ones first, then each where it is expected."""
        here, there = self._free(self._claims, self._joined, key), self._free(self._others, self._taken, key)
        shared = [(here[one], there[one]) for one in here if one in there and one is not None]
        for ats, other_ats in shared:
            if len(ats) == len(other_ats) == 1 and (fits is None or fits(self._claims[ats[0]], self._others[other_ats[0]])):
                self._join(ats[0], other_ats[0], how)
        for ats, other_ats in shared:
            if len(ats) > 1 or len(other_ats) > 1:
                self._join_nearest((
                    (abs(self._expected(at) - other), at, other) for at in ats for other in other_ats
                    if fits is None or fits(self._claims[at], self._others[other])
                ), how)

    @staticmethod
    def _free(claims: Sequence[Claim], joined: Iterable[int], key: Callable[[Claim], Hashable]) -> dict[Hashable, list[int]]:
        taken, found = set(joined), dict[Hashable, list[int]]()
        for at, claim in enumerate(claims):
            if at not in taken:
                found.setdefault(key(claim), []).append(at)
        return found

    def _join_nearest(self, candidates: Iterable[tuple[float, int, int]], how: str) -> None:
        for _, at, other in sorted(candidates):
            if at not in self._joined and other not in self._taken:
                self._join(at, other, how)

    def _join_telling(self) -> None:
        """Join what has the same telling figure, whatever its unit, and a small one where it is expected."""
        self._join_nearest((
            (abs(self._expected(at) - other), at, other) for at, other in self._left()
            if main_figure(self._claims[at]) == main_figure(self._others[other]) is not None
            and (_is_telling(self._claims[at]) or abs(self._expected(at) - other) <= tolerance.ALIGNED_STEPS)
        ), "figure")

    def _join_by_place(self) -> None:
        """Join what is left where it stands in the same place and may be one claim with another figure."""
        self._join_nearest((
            (abs(self._expected(at) - other) + _strangeness(self._claims[at], self._others[other]), at, other) for at, other in self._left()
            if abs(self._expected(at) - other) <= tolerance.ALIGNED_STEPS and self._comparable(self._claims[at], self._others[other])
        ), "place_in_text")

    def _comparable(self, one: Claim, other: Claim) -> bool:
        """True where two claims with unlike figures may still be one: the same unit, or one that is unknown and the digits of the other."""
        if one.unit is None or other.unit is None:
            return _digits(one) == _digits(other)
        return self._units.alike(one.unit, other.unit) or _digits(one) == _digits(other)

    def _left(self) -> Iterator[tuple[int, int]]:
        others = [other for other in range(len(self._others)) if other not in self._taken]
        for at in range(len(self._claims)):
            if at not in self._joined:
                yield from ((at, other) for other in others)

    def _join(self, at: int, other: int, how: str) -> None:
        self._joined[at] = other, how
        self._taken.add(other)
        self._anchors.insert(bisect_left(self._anchors, at), at)

    def _expected(self, at: int) -> float:
        """Where in the other text a claim is to be expected, from its joined neighbours."""
        right = bisect_left(self._anchors, at)
        before = (self._anchors[right - 1], self._joined[self._anchors[right - 1]][0]) if right else (-1, -1)
        if right < len(self._anchors):
            after = self._anchors[right], self._joined[self._anchors[right]][0]
        else:
            after = len(self._claims), len(self._others)
        if after[1] < before[1]:
            return before[1] + (at - before[0])
        return before[1] + (after[1] - before[1]) * (at - before[0]) / (after[0] - before[0])


def _digits(claim: Claim) -> str | None:
    value = main_figure(claim)
    return None if value is None else tolerance.digits(value)


def _is_telling(claim: Claim) -> bool:
    return len(_digits(claim) or "") >= tolerance.TELLING_DIGITS


def _strangeness(one: Claim, other: Claim) -> float:
    """How much speaks against two claims with unlike figures being one, in steps of the text."""
    first, second = _digits(one) or "", _digits(other) or ""
    return (
        (0.0 if sorted(first) == sorted(second) else 0.5)
        + (0.5 if one.change != other.change else 0.0)
        + (0.25 if one.modifier != other.modifier else 0.0)
        + (0.25 if one.unit != other.unit else 0.0)
        + (0.25 if one.status != other.status else 0.0)
    )
