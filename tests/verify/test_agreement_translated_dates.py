"""Dates of translations."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_translated_dates import translated_dates
from pipeline.verify.facts import FamilyFacts
from tests.verify.builders import article


def found(here: list[str], there: list[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    members = tuple(
        article(article_id=name, language=name, dates=[
            {"date_id": f"{name}{at}", "edtf": edtf, "kind": "date", "block": "body"} for at, edtf in enumerate(dates)
        ]) for name, dates in (("vi", here), ("pl", there))
    )
    findings = translated_dates(FamilyFacts("y1", members, has_original=True), load_knowledge())
    return [(one.check.partition(".")[2], one.verdict, one.mentions) for one in findings]


def test_a_day_in_the_place_of_another_is_altered() -> None:
    assert found(["2025-07-01", "2025-10"], ["2025-07-04", "2025-10"]) == [("altered", "conflicts", ("pl0", "vi0"))]


def test_a_day_that_only_one_has_is_missing_or_added() -> None:
    assert found(["2025-07-01", "2024-03-02"], ["2025-07-01"]) == [("missing", "suspect", ("vi1",))]
    assert found(["2025-07-01"], ["2025-07-01", "2024-03-02"]) == [("added", "suspect", ("pl1",))]


@pytest.mark.parametrize(("here", "there"), [
    (["2025-07-01"], ["2025-07-01"]),
    (["2025-07-01"], ["2025-07-01", "2025-07"]),
    (["XXXX-07-01"], ["2025-07-01"]),
    (["2025-07-01"], []),
])
def test_the_same_time_more_or_less_fine_is_no_difference(here: list[str], there: list[str]) -> None:
    assert found(here, there) == []
