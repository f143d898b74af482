"""The gazetteer table holds the places mentioned, each once."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.link.gazetteer import mentioned_places


def test_places_are_given_once_in_the_order_of_their_ids() -> None:
    gazetteer = load_knowledge().gazetteer
    rows = mentioned_places(["VN-30@2025", "PL", None, "VN-30@1991", "PL"], gazetteer)
    assert [row.place_id for row in rows] == ["PL", "VN-30@1991", "VN-30@2025"]
    assert rows[1].merged_into == ("VN-30@2025",)


def test_ids_that_are_not_known_give_no_row() -> None:
    assert mentioned_places(["XX-99@1900"], load_knowledge().gazetteer) == []
