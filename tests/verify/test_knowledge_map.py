"""Numbers of communes and wards beside the map."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.facts import Claim
from pipeline.verify.knowledge_map import map_of_units
from tests.verify.builders import article, claim

NOW, OLD = "VN-18@2025", "VN-18@1992"
"""Ninh Binh, which took in two provinces; the map has 97 communes and 32 wards in it."""


def verdicts(*claims: Claim, anchor: str | None = "2025-08-01", **rows: object) -> list[tuple[str, str]]:
    return [(one.verdict, one.working) for one in map_of_units(article(*claims, anchor=anchor, **rows), load_knowledge())]


def of_units(value: int, unit: str = "administrative_unit", **columns: object) -> Claim:
    return claim("c", value, unit, unit_kind="count", **({"place_id": NOW} | columns))


def test_the_number_of_the_map_agrees() -> None:
    assert verdicts(of_units(129)) == [("agrees", "commune 97 + ward 32 = 129")]
    assert verdicts(of_units(97, "commune")) == [("agrees", "commune 97")]
    assert verdicts(of_units(129, "commune")) == [("agrees", "commune 97 + ward 32 = 129")]


def test_who_speaks_of_the_new_place_by_its_old_name_agrees() -> None:
    assert verdicts(of_units(129, place_id=OLD)) == [("agrees", "commune 97 + ward 32 = 129")]


def test_some_of_the_communes_say_nothing() -> None:
    assert verdicts(of_units(34, "commune")) == []
    assert verdicts(of_units(3, "commune")) == []


def test_more_wards_than_the_map_has_ever_had_are_suspect() -> None:
    assert [one for one, _ in verdicts(of_units(970, "ward"))] == ["suspect"]
    assert verdicts(of_units(970, "ward"), anchor="2019-08-01") == []


def test_a_total_that_slipped_is_suspect() -> None:
    moved = of_units(192, change="from_to", change_to=192.0, change_from=400.0)
    assert verdicts(moved) == [("suspect", "192 \u2260 commune 97 + ward 32 = 129")]
    assert verdicts(of_units(192)) == []


def test_parts_of_a_confirmed_total_are_those_of_the_map() -> None:
    part = claim("p", 79, "commune", unit_kind="count", part_of="c", place_id=NOW)
    assert [one for one, _ in verdicts(of_units(129), part)] == ["agrees", "suspect"]


def test_a_total_without_a_place_is_of_the_province_that_the_article_names_most() -> None:
    moved = of_units(129, place_id=None, change="from_to", change_to=129.0, change_from=433.0)
    assert [one for one, _ in verdicts(moved, places=[{"place_id": NOW}, {"place_id": "VN"}])] == ["agrees"]
    assert verdicts(moved, places=[{"place_id": NOW}, {"place_id": "VN-01@2004"}]) == []


@pytest.mark.parametrize(("before", "now"), [(63, 34)])
def test_provinces_of_the_country_before_and_since(before: int, now: int) -> None:
    assert verdicts(of_units(now, "province", place_id="VN")) == [("agrees", "city 6 + province 28 = 34")]
    assert verdicts(of_units(before, "province", place_id="VN")) == [("agrees", "city 6 + province 57 = 63")]
