"""Claims of two translations are laid beside each other by figures, units and place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge import load_knowledge
from pipeline.verify.alignment import align
from pipeline.verify.facts import Claim
from tests.verify.builders import claim

UNITS = load_knowledge().units


def joined(claims: Sequence[Claim], others: Sequence[Claim]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(pair.claim.claim_id, pair.other.claim_id, pair.how, pair.differs) for pair in align(claims, others, UNITS)]


def test_equal_figures_are_joined_whatever_their_order() -> None:
    here = [claim("a1", 69, "commune"), claim("a2", 186, "administrative_unit")]
    there = [claim("b1", 186, "administrative_unit"), claim("b2", 69, "commune")]
    assert joined(here, there) == [("a1", "b2", "figure_and_unit", ()), ("a2", "b1", "figure_and_unit", ())]


def test_a_figure_that_stands_twice_is_joined_where_it_is_expected() -> None:
    here = [claim("a1", 3, "month"), claim("a2", 500, "person"), claim("a3", 3, "month")]
    there = [claim("b1", 500, "person"), claim("b2", 3, "month")]
    assert joined(here, there) == [("a2", "b1", "figure_and_unit", ()), ("a3", "b2", "figure_and_unit", ())]


def test_units_that_translations_exchange_are_one() -> None:
    assert joined([claim("a1", 4812, "civil_servant")], [claim("b1", 4812, "cadre")]) == [("a1", "b1", "figure", ())]


def test_another_unit_is_told() -> None:
    assert joined([claim("a1", 228, "party_organisation")], [claim("b1", 228, "household")]) == [("a1", "b1", "figure", ("unit",))]


def test_rates_per_other_numbers_of_one_unit_are_told() -> None:
    here = [claim("a1", 12, "case", per="100000 person")]
    assert joined(here, [claim("b1", 12, "case", per="10000 person")]) == [("a1", "b1", "figure_and_unit", ("per",))]
    assert joined(here, [claim("b1", 12, "case", per="100000 person")]) == [("a1", "b1", "figure_and_unit", ())]


def test_another_figure_in_the_same_place_is_told() -> None:
    here = [claim("a1", 12, "project"), claim("a2", 284, "household"), claim("a3", 90, "percent")]
    there = [claim("b1", 12, "project"), claim("b2", 248, "household"), claim("b3", 90, "percent")]
    assert joined(here, there)[1] == ("a2", "b2", "place_in_text", ("value",))


def test_figures_far_from_each_other_are_not_one_claim() -> None:
    there = [claim(f"b{at}", 1000 + at, "kilometre") for at in range(8)]
    assert joined([claim("a1", 7, "household"), *there], [*there, claim("b9", 31, "household")])[-1][0] == "b7"


def test_modifiers_and_changes_are_compared() -> None:
    here, there = claim("a1", 140, "person", modifier="more_than"), claim("b1", 140, "person", change="increase_by")
    assert joined([here], [there]) == [("a1", "b1", "figure", ("modifier", "change"))]
