"""Communes of Poland: read beside their level word alone, in any case; namesakes are told apart by what holds them, or left open."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import read_wording
from pipeline.knowledge import load_knowledge


def _ids(text: str, language: str = "pl", day: str = "2025-09-17") -> dict[str, str | None]:
    return {place.name: place.place_id for place in read_wording(text, language, day, load_knowledge()).places}


@pytest.mark.parametrize(("text", "expected"), [
    ("gmina Drwinia", {"Drwinia": "PL-120103"}),
    ("w gminie Drwini", {"Drwinia": "PL-120103"}),
    ("gmina wiejska Drwinia", {"Drwinia": "PL-120103"}),
    ("gm. Drwinia", {"Drwinia": "PL-120103"}),
    ("w gminie Lipnicy Murowanej", {"Lipnica Murowana": "PL-120104"}),
    ("gmina Krościenko nad Dunajcem", {"Krościenko nad Dunajcem": "PL-121106"}),
    ("w gminie Suchym Lesie", {"Suchy Las": "PL-302115"}),
    ("w gminach Drwinia, Żegocina i Rzezawa", {"Drwinia": "PL-120103", "Żegocina": "PL-120109", "Rzezawa": "PL-120107"}),
    ("gmina Dobra Wola", {}),
    ("gmina Nieznanowo Dolne", {"Nieznanowo Dolne": None}),
])
def test_communes_have_the_ids_of_the_register_in_any_case(text: str, expected: dict[str, str | None]) -> None:
    assert _ids(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("gmina Dobra, powiat limanowski", "PL-120703"),
    ("gmina Dobra", None),
    ("gmina Bochnia, powiat bocheński", None),
])
def test_namesakes_are_told_by_their_county_or_left_open(text: str, expected: str | None) -> None:
    name = text.split(",", maxsplit=1)[0].removeprefix("gmina ")
    assert _ids(text)[name] == expected


@pytest.mark.parametrize("text", ["Drwinia jest ładna.", "Mocna Dobra zawsze wygra.", "Burmistrz Dobra Jan"])
def test_a_commune_is_never_read_without_its_level_word(text: str) -> None:
    assert not any(place_id and place_id.startswith("PL-") for place_id in _ids(text).values())


def test_an_abolished_commune_is_on_the_map_of_its_time_alone() -> None:
    assert _ids("w gminie Ostrowice", day="2018-05-01") == {"Ostrowice": "PL-320304"}
    assert _ids("w gminie Ostrowice", day="2019-05-01") == {"Ostrowice": None}


def test_a_room_without_a_dictionary_reads_the_name_as_it_stands() -> None:
    assert _ids("the commune of Drwinia", "en") == {"Drwinia": "PL-120103"}


def test_every_commune_lies_in_the_county_of_its_number_or_is_a_city_of_that_rank() -> None:
    gazetteer = load_knowledge().gazetteer
    assert len(gazetteer.communes) == 2478
    for row in gazetteer.communes:
        assert row.parent in ((row.code[:-2],) if int(row.code[5:7]) < 61 else (row.code[:-4],))
    assert {row.parent for row in gazetteer.communes if len(row.parent or "") > len("PL-02")} == {
        row.code for row in gazetteer.by_id.values() if row.level == "district" and row.code.startswith("PL-")
    }


def test_no_commune_of_poland_is_called_as_one_of_vietnam() -> None:
    rows = load_knowledge().gazetteer.by_id.values()
    vietnamese = {row.name.lower() for row in rows if row.code.startswith("VN-")}
    assert not vietnamese & {row.name.lower() for row in load_knowledge().gazetteer.communes}
