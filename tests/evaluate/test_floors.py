"""The readers never fall below what they once reached on our own corpus, and a floor is never lowered in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluate.floors import digest_of, fallen, measure, read_floors, update
from pipeline.knowledge import load_knowledge

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpora" / "gold"
FLOORS = ROOT / "corpora" / "floors.json"


def test_floors_are_of_this_corpus() -> None:
    assert read_floors(FLOORS)["corpus"] == digest_of(GOLD), "the corpus has changed: measure it again with soat evaluate --floors --update"


def test_nothing_has_fallen_below_its_floor() -> None:
    assert fallen(read_floors(FLOORS), measure(GOLD, load_knowledge())) == []


def test_a_floor_is_lowered_only_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    update(path, GOLD, {"seen": {"pl.claims": 0.9}, "blind": {}}, "")
    with pytest.raises(UsageError, match=r"pl\.claims: 0\.8000 is below its floor of 0\.9000"):
        update(path, GOLD, {"seen": {"pl.claims": 0.8}, "blind": {}}, "")
    update(path, GOLD, {"seen": {"pl.claims": 0.8}, "blind": {}}, "the gold was wrong")
    assert [one["why"] for one in json.loads(path.read_text(encoding="utf-8"))["lowered"]] == ["the gold was wrong"]
    update(path, GOLD, {"seen": {"pl.claims": 0.85}, "blind": {}}, "")
    assert fallen(read_floors(path), {"seen": {"pl.claims": 0.84}, "blind": {}}) != []
