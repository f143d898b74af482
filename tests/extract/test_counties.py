"""Counties of Poland: adjectives behind their level word, with the register's numbers; namesakes are told apart by the voivodeship."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import read_wording
from pipeline.knowledge import load_knowledge


def _ids(text: str) -> dict[str, str | None]:
    return {place.name: place.place_id for place in read_wording(text, "pl", "2025-09-17", load_knowledge()).places}


@pytest.mark.parametrize(("text", "expected"), [
    ("w powiecie kieleckim", {"kielecki": "PL-2604"}),
    ("powiaty piaseczyński oraz otwocki", {"piaseczyński": "PL-1418", "otwocki": "PL-1417"}),
    ("w powiecie warszawskim zachodnim", {"warszawski zachodni": "PL-1432"}),
    ("powiat ropczycko-sędziszowski", {"ropczycko-sędziszowski": "PL-1815"}),
    ("powiat nieznanowski", {}),
])
def test_counties_have_the_ids_of_the_register(text: str, expected: dict[str, str | None]) -> None:
    assert _ids(text) == expected


@pytest.mark.parametrize(("around", "expected"), [
    ("województwo śląskie", "PL-2402"),
    ("województwo podlaskie", "PL-2003"),
    ("województwo lubelskie", None),
])
def test_namesakes_are_told_by_their_voivodeship_or_left_open(around: str, expected: str | None) -> None:
    assert _ids(f"powiat bielski, {around}")["bielski"] == expected


def test_every_county_lies_in_the_voivodeship_of_its_number() -> None:
    counties = [row for row in load_knowledge().gazetteer.by_id.values() if row.level == "district" and row.code.startswith("PL-")]
    assert len(counties) == 314
    assert all(row.parent == row.code[:-2] for row in counties)
