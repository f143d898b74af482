"""Figures of an impossible magnitude."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.coherence_magnitude import magnitude
from pipeline.verify.facts import Claim
from tests.verify.builders import article, claim


def verdicts(*claims: Claim) -> list[tuple[str, str]]:
    return [(one.verdict, one.working) for one in magnitude(article(*claims), load_knowledge())]


def test_a_fall_by_more_than_all_is_suspect_and_a_rise_is_not() -> None:
    assert verdicts(claim("c", 120, "percent", change="decrease_by")) == [("suspect", "120 % > 100 %")]
    assert verdicts(claim("c", 438, "percent", change="increase_by")) == []
    assert verdicts(claim("c", 108, "percent")) == []


def test_points_over_a_hundred_are_suspect() -> None:
    assert verdicts(claim("c", 135, "percentage_point", change="increase_by")) == [("suspect", "135 points > 100")]


def test_a_thousandfold_change_is_suspect() -> None:
    move = claim("c", 5000000, "VND", change="from_to", change_from=4.5, change_to=5000000.0)
    assert verdicts(move) == [("suspect", "4.5 to 5,000,000")]
    assert verdicts(move._replace(change_from=move.value)) == []


@pytest.mark.parametrize(("rough", "fine", "found"), [
    (14000, 1437, True), (1400, 1437, False), (10000, 1137, False), (10000, 1013, True), (5000, 523, False), (17000, 1437, False),
])
def test_a_rounded_mention_of_another_magnitude(rough: int, fine: int, *, found: bool) -> None:
    first = claim("a", rough, "person", modifier="approx", measured="workers sent abroad", unit_text="workers")
    second = claim("b", fine, "person", measured="workers abroad", unit_text="workers", sentence="two")
    assert bool(verdicts(first, second)) is found
