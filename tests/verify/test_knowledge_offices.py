"""Offices beside the places that they are held in."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.knowledge_offices import offices
from tests.verify.builders import article

KNOWN = load_knowledge()
PROVINCE, DISTRICT = "VN-30@2025", "VN-633"


def found(role_id: str, place_id: str, **columns: object) -> list[tuple[str, str | None, str]]:
    anchor = columns.pop("anchor", "2025-09-01")
    official = {
        "official_id": "o", "field": "text", "start": 0, "stop": 40, "role_id": role_id, "place": "Somewhere", "tenure": "current",
    } | columns
    place = {"place_id": place_id, "name": "Somewhere", "field": "text", "start": 31, "stop": 40}
    return [(one.verdict, one.severity, one.working) for one in offices(article(officials=[official], places=[place], anchor=anchor), KNOWN)]


@pytest.mark.parametrize(("role_id", "place_id", "working"), [
    ("chair_commune_peoples_committee", PROVINCE, "chair_commune_peoples_committee \u2260 province"),
    ("chair_provincial_peoples_committee", DISTRICT, "chair_provincial_peoples_committee \u2260 district"),
])
def test_an_office_of_another_level_than_its_place_is_suspect(role_id: str, place_id: str, working: str) -> None:
    assert found(role_id, place_id) == [("suspect", "medium", working)]


def test_a_current_office_of_a_district_since_there_are_none_is_a_small_suspicion() -> None:
    assert found("chair_district_peoples_committee", DISTRICT) == [("suspect", "low", "chair_district_peoples_committee since 2025-07-01")]


@pytest.mark.parametrize(("role_id", "place_id", "columns"), [
    ("chair_provincial_peoples_committee", PROVINCE, {}),
    ("chair_district_peoples_committee", DISTRICT, {"tenure": "former"}),
    ("chair_district_peoples_committee", DISTRICT, {"anchor": "2025-06-30"}),
    ("chair_district_peoples_committee", DISTRICT, {"anchor": None}),
    ("chair_commune_peoples_committee", PROVINCE, {"place": "Elsewhere"}),
    ("chair_commune_peoples_committee", PROVINCE, {"stop": 30}),
    ("minister", PROVINCE, {}),
    ("party_central_committee_member", PROVINCE, {}),
])
def test_where_level_and_place_fit_or_are_not_sure_nothing_is_said(role_id: str, place_id: str, columns: dict[str, object]) -> None:
    assert found(role_id, place_id, **columns) == []
