"""Mentions of one figure inside an article."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_in_article import agreement_in_article
from pipeline.verify.facts import Claim
from tests.verify.builders import article, claim

HOUSES = "flooded houses"


def found(*claims: Claim) -> list[tuple[str, str, tuple[str, ...]]]:
    findings = agreement_in_article(article(*claims), load_knowledge())
    return [(one.check.partition(".")[2], one.verdict, one.claims) for one in findings]


def house(claim_id: str, value: str | int, unit: str = "house", **columns: object) -> Claim:
    return claim(claim_id, value, unit, **({"measured": HOUSES, "sentence": claim_id, "unit_text": "houses"} | columns))


def test_a_figure_said_twice_agrees() -> None:
    assert found(house("c1", 143), house("c2", 143)) == [("repeated", "agrees", ("c1", "c2"))]


def test_a_rounded_headline_agrees_with_the_exact_figure() -> None:
    assert found(house("c1", 140, modifier="more_than"), house("c2", 143)) == [("rounded", "agrees", ("c1", "c2"))]


@pytest.mark.parametrize(("one", "other", "sort"), [
    (house("c1", 892), house("c2", 829), "digits"),
    (house("c1", 109000), house("c2", 190000), "digits"),
    (house("c1", "1.57"), house("c2", "15.7"), "magnitude"),
    (house("c1", 1500000, modifier="approx"), house("c2", "15112961"), "magnitude"),
    (house("c1", 143), house("c2", 143, "person"), "unit"),
    (house("c1", "11.79", "percent", change="increase_by"), house("c2", "11.79", "percent", change="decrease_by"), "direction"),
])
def test_a_slip_of_a_figure_is_suspect(one: Claim, other: Claim, sort: str) -> None:
    assert found(one, other) == [(sort, "suspect", ("c1", "c2"))]


@pytest.mark.parametrize(("one", "other"), [
    (house("c1", 892), house("c2", 310)),
    (house("c1", 5), house("c2", 50)),
    (house("c1", 12), house("c2", 21, measured="other things")),
    (house("c1", 892, place_id="VN-30@2025"), house("c2", 829, place_id="VN-25@2025")),
    (house("c1", 892, period="2024"), house("c2", 829, period="2025")),
    (house("c1", 892, status="plan"), house("c2", 829)),
    (house("c1", 892, change="increase_by"), house("c2", 829)),
    (house("c1", 892, sentence="one", measured="houses of one village"), house("c2", 829, sentence="one", measured="houses of another")),
])
def test_figures_that_may_be_of_two_things_are_not_compared(one: Claim, other: Claim) -> None:
    assert [verdict for _, verdict, _ in found(one, other) if verdict != "agrees"] == []


def test_one_slip_is_told_once_however_often_its_figures_stand() -> None:
    assert [verdict for _, verdict, _ in found(house("c1", 892), house("c2", 829), house("c3", 892), house("c4", 829))].count("suspect") == 1
