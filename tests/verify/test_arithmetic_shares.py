"""Percentages of the figures beside them, and differences between two levels."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.arithmetic_shares import shares
from pipeline.verify.facts import Claim
from tests.verify.builders import article, claim


def verdicts(*claims: Claim) -> list[tuple[str, str]]:
    return [(one.verdict, one.working) for one in shares(article(*claims), load_knowledge())]


def part(value: int, whole: int, share: str) -> list[tuple[str, str]]:
    beside = claim("s", share, "percent", unit_kind="share", at=14)
    return verdicts(claim("c", value, "delegate", unit_kind="count", of=float(whole), stop=10), beside)


def test_the_percentage_behind_n_of_m_is_reckoned() -> None:
    assert part(50, 53, "94.34") == [("agrees", "50 / 53 = 94.34 %")]
    assert part(50, 53, "93.44") == [("suspect", "50 / 53 = 94.34 % \u2260 93.44 %")]


def beside(one: int, other: int, third: Claim) -> list[tuple[str, str]]:
    level = [claim(name, value, "VND", unit_kind="money", at=at) for name, value, at in (("a", one, 0), ("b", other, 20))]
    return verdicts(*level, third)


def test_two_levels_and_their_share() -> None:
    share = claim("s", "77.39", "percent", unit_kind="share", at=40)
    assert beside(16557, 21393, share) == [("agrees", "16,557 / 21,393 = 77.39 %")]
    assert [one for one, _ in beside(16575, 21393, share)] == ["suspect"]
    assert beside(14012, 21393, share) == []


def test_two_levels_and_their_difference() -> None:
    rise = claim("d", 4836, "VND", unit_kind="money", change="increase_by", at=40)
    assert beside(16557, 21393, rise) == [("agrees", "21,393 - 16,557 = 4,836")]
    assert [one for one, _ in beside(16557, 21933, rise)] == ["suspect"]
    assert beside(16557, 20001, rise) == []
