"""A rate, a count and a total of one sentence."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.arithmetic_products import products
from pipeline.verify.facts import Claim
from tests.verify.builders import article, claim

KNOWN = load_knowledge()


def crop(total: int, area: int = 1000, rate: str = "60", **columns: object) -> list[Claim]:
    return [claim("r", rate, "quintal", per="hectare"), claim("a", area, "hectare"), claim("t", total, "tonne", **columns)]


def verdicts(claims: list[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.verdict, one.claims) for one in products(article(*claims), KNOWN)]


@pytest.mark.parametrize(("claims", "verdict"), [
    (crop(6000), "agrees"),
    (crop(12220, 1980, "61.7"), "agrees"),
    (crop(60000), "suspect"),
    (crop(600), "suspect"),
])
def test_yield_times_area_is_output(claims: list[Claim], verdict: str) -> None:
    assert verdicts(claims) == [(verdict, ("t", "r", "a"))]


def test_the_working_shows_the_product_and_the_note_the_slip() -> None:
    found = next(iter(products(article(*crop(60000)), KNOWN)))
    assert found.working == "1,000 hectare \u00d7 60 quintal per hectare = 6,000 tonne \u2260 60,000"
    assert str(found.note) == "The total is 10 times too large for its rate and count."


@pytest.mark.parametrize("claims", [
    crop(7500),
    [*crop(60000), claim("b", 900, "hectare")],
    crop(60000, status="target"),
    [*crop(60000)[:1], claim("a", 1000, "hectare", period="2024"), claim("t", 60000, "tonne", period="2025")],
    crop(60000, sentence="two"),
    crop(60000, change="increase_by"),
])
def test_what_may_be_of_another_area_or_year_is_let_be(claims: list[Claim]) -> None:
    assert verdicts(claims) == []


def test_a_price_times_a_quantity_is_its_worth() -> None:
    claims = [claim("r", 5000, "VND", per="kilogram"), claim("q", 200, "tonne"), claim("w", 1_000_000_000, "VND")]
    assert verdicts(claims) == [("agrees", ("w", "r", "q"))]
