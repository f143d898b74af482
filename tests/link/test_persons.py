"""Officials of many articles become persons, and namesakes stay apart."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.knowledge import load_knowledge
from pipeline.link.persons import link_persons


def official(number: int, article: str, name: str, role: str | None, place: str | None = None) -> dict[str, Any]:
    return {
        "official_id": f"o{number}",
        "article_id": article,
        "name": name,
        "person_key": "tran van binh",
        "role_id": role,
        "place": place,
        "body": None,
    }


def persons(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    with TemporaryDirectory() as spill:
        return list(link_persons(rows, load_knowledge().offices, Path(spill)))


def test_one_article_makes_one_person_of_all_roles() -> None:
    found = persons(official(1, "a", "Trần Văn Bình", "provincial_party_secretary"), official(2, "a", "Trần Văn Bình", "department_director"))
    assert [(person["role_ids"], person["link_confidence"]) for person in found] == [(["department_director", "provincial_party_secretary"], 1.0)]


def test_the_same_office_in_the_same_place_joins_spellings() -> None:
    found = persons(
        official(1, "a", "Tran Van Binh", "provincial_party_secretary", "Lai Chau"),
        official(2, "b", "Trần Văn Bình", "provincial_party_secretary", "Lai Châu"),
    )
    assert [(person["name"], person["link_confidence"], person["article_ids"]) for person in found] == [("Trần Văn Bình", 0.9, ["a", "b"])]


def test_a_name_alone_joins_nobody() -> None:
    found = persons(official(1, "a", "Trần Văn Bình", "company_head"), official(2, "b", "Trần Văn Bình", "department_director"))
    assert [person["article_ids"] for person in found] == [["a"], ["b"]]


def test_the_same_office_in_two_places_is_two_persons() -> None:
    found = persons(
        official(1, "a", "Trần Văn Bình", "provincial_party_secretary", "Lai Châu"),
        official(2, "b", "Trần Văn Bình", "provincial_party_secretary", "Huế"),
    )
    assert len(found) == 2


def test_an_office_of_one_holder_joins_without_a_place() -> None:
    found = persons(official(1, "a", "Trần Văn Bình", "general_secretary"), official(2, "b", "Trần Văn Bình", "general_secretary"))
    assert [(person["link_confidence"], person["why"]) for person in found] == [(0.95, "office of one holder")]


def test_the_weakest_tie_is_the_confidence() -> None:
    found = persons(
        official(1, "a", "Trần Văn Bình", "provincial_party_secretary", "Huế"),
        official(2, "b", "Trần Văn Bình", "provincial_party_secretary", "Huế"),
        official(3, "c", "Trần Văn Bình", "department_director", "Huế"),
    )
    assert [(len(person["article_ids"]), person["link_confidence"]) for person in found] == [(3, 0.6)]


def test_a_person_held_together_by_ties_of_three_strengths_has_each_mention_once() -> None:
    found = persons(
        official(1, "a", "Trần Văn Bình", "department_director", "Huế"),
        official(2, "b", "Trần Văn Bình", "provincial_party_secretary"),
        official(3, "c", "Trần Văn Bình", "provincial_party_secretary", "Huế"),
        official(4, "d", "Trần Văn Bình", "provincial_party_secretary", "Huế"),
    )
    assert [person["official_ids"] for person in found] == [["o1", "o2", "o3", "o4"]]


def test_a_name_in_thousands_of_articles_is_linked_in_seconds() -> None:
    start = time.process_time()
    rows = [
        official(i, f"a{i}", "Trần Văn Bình", ("provincial_party_secretary", "department_director")[i % 2], ("Huế", "Lai Châu", None)[i % 3])
        for i in range(6000)
    ]
    found = persons(*rows)
    assert sum(len(person["official_ids"]) for person in found) == len(rows)
    assert time.process_time() - start < 10  # all pairs would take about 35 s, by those of 1,000
