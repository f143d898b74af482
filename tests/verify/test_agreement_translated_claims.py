"""Translations of a claim."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_translated_claims import translated_claims
from pipeline.verify.alignment import align
from pipeline.verify.facts import Claim, FamilyFacts
from pipeline.verify.finding import Finding
from tests.verify.builders import article, claim

KNOWN = load_knowledge()


def findings(*texts: list[Claim], original: bool = True) -> list[Finding]:
    members = tuple(article(*claims, article_id=claims[0].article_id, language=claims[0].language) for claims in texts)
    pairs = tuple(pair for one in members[1:] for pair in align(members[0].claims, one.claims, KNOWN.units))
    return list(translated_claims(FamilyFacts("y1", members, original, pairs), KNOWN))


def said(language: str, value: str | int, unit: str = "household", **columns: object) -> Claim:
    return claim(f"{language}1", value, unit, article_id=language, language=language, **columns)


def test_translations_that_say_the_same_agree() -> None:
    found = findings([said("vi", 284)], [said("pl", 284)], [said("en", 284)])
    assert [(one.verdict, one.claims) for one in found] == [("agrees", ("vi1", "pl1", "en1"))]


@pytest.mark.parametrize(("here", "there", "sort", "verdict", "severity"), [
    (said("vi", 284), said("pl", 248), "figure", "conflicts", "high"),
    (said("vi", 284), said("pl", 2840), "figure", "conflicts", "high"),
    (said("vi", 284), said("pl", 517), "figure", "suspect", "medium"),
    (said("vi", 284), said("pl", 284, "person"), "unit", "conflicts", "medium"),
    (said("vi", 284, change="increase_by"), said("pl", 284, change="decrease_by"), "change", "conflicts", "high"),
    (said("vi", 284, change="increase_by"), said("pl", 284, change="from_to", change_to=284.0), "change", "suspect", "medium"),
    (said("vi", 284, change="from_to", change_to=284.0), said("pl", 284, change="decrease_by"), "change", "suspect", "medium"),
    (said("vi", 284, modifier="more_than"), said("pl", 284, modifier="nearly"), "modifier", "conflicts", "medium"),
    (said("vi", 284, modifier="more_than"), said("pl", 284), "modifier", "suspect", "low"),
    (said("vi", 284), said("pl", 280), "figure", "suspect", "low"),
])
def test_a_difference_is_told(here: Claim, there: Claim, sort: str, verdict: str, severity: str) -> None:
    found = findings([here], [there])
    assert [(one.check.partition(".")[2], one.verdict, one.severity) for one in found] == [(sort, verdict, severity)]
    assert found[0].claims == ("pl1", "vi1")


@pytest.mark.parametrize(("here", "there"), [
    (said("vi", 284, modifier="more_than"), said("pl", 284, modifier="at_least")),
    (said("vi", 284, "civil_servant"), said("pl", 284, "cadre")),
    (said("vi", 284, period="2025"), said("pl", 284)),
    (said("vi", 284, change="from_to", change_to=284.0), said("pl", 284)),
])
def test_wording_is_no_difference(here: Claim, there: Claim) -> None:
    assert [one.verdict for one in findings([here], [there])] == ["agrees"]


def test_without_an_original_the_majority_is_believed() -> None:
    found = findings([said("pl", 248)], [said("vi", 284)], [said("en", 284)], original=False)
    assert [(one.verdict, one.claims[0]) for one in found] == [("conflicts", "pl1")]


def test_two_translations_may_contradict_each_other_where_the_original_is_vague() -> None:
    found = findings([said("vi", 78, "unit")], [said("pl", 78, "commune")], [said("en", 78, "company")])
    assert [(one.verdict, one.check.partition(".")[2]) for one in found] == [("conflicts", "unit")]
