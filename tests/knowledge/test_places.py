"""The gazetteer's data hold together, and errors in its files are told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.knowledge import Gazetteer, load_knowledge
from pipeline.knowledge.files import models_folder
from pipeline.knowledge.places import load_gazetteer

HEADER = "code,level,name,parent,valid_from,valid_to,merged_into,latitude,longitude\n"
NEEDS = "['', 'context', 'inside', 'level'], the name not empty"
NAMES = "place,name,needs,forms\n"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_knowledge().gazetteer


def test_the_maps_have_as_many_units_as_the_law_says(gazetteer: Gazetteer) -> None:
    rows = [row for row in gazetteer.by_id.values() if row.code.startswith("VN-") and row.code != "VN-saigon"]
    provinces = [row for row in rows if row.parent == "VN" and row.level in ("province", "city")]
    old = [row for row in provinces if (row.valid_from or "") < "2025-06-30" < (row.valid_to or "9999")]
    new = [row for row in provinces if (row.valid_from or "") <= "2025-07-01" < (row.valid_to or "9999")]
    communes = [row for row in rows if row.level in ("commune", "ward", "township", "special_zone")]
    assert (len(old), len(new)) == (63, 34)
    assert (sum(row.valid_to == "2025-07-01" for row in communes), sum(row.valid_from == "2025-07-01" for row in communes)) == (10035, 3321)


@pytest.mark.parametrize(("new", "old"), [
    ("VN-07@2025", {"Hà Giang", "Tuyên Quang"}), ("VN-68@2025", {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"}), ("VN-30@2025", {"Gia Lai", "Bình Định"}),
    ("VN-SG@2025", {"Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"}), ("VN-CT@2025", {"Cần Thơ", "Sóc Trăng", "Hậu Giang"}),
    ("VN-35@2025", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}), ("VN-49@2025", {"Vĩnh Long", "Bến Tre", "Trà Vinh"}),
])
def test_provinces_know_what_they_merged_into(gazetteer: Gazetteer, new: str, old: set[str]) -> None:
    assert {row.name for row in gazetteer.by_id.values() if row.merged_into == (new,) and row.level in ("province", "city")} == old


def test_every_parent_and_successor_is_a_place(gazetteer: Gazetteer) -> None:
    rows = gazetteer.by_id
    assert [row.place_id for row in rows.values() if row.parent is not None and row.parent not in rows] == []
    assert [row.place_id for row in rows.values() if not rows.keys() >= set(row.merged_into)] == []


def test_old_communes_became_new_ones(gazetteer: Gazetteer) -> None:
    by_id = gazetteer.by_id
    communes = [row for row in by_id.values() if row.valid_to == "2025-07-01" and row.level in ("commune", "ward", "township")]
    lost = [row.place_id for row in communes if {by_id[into].valid_from for into in row.merged_into} != {"2025-07-01"}]
    assert (len(communes), lost) == (10035, [])


def write(folder: Path, places: str, names: str) -> list[str]:
    (folder / "places").mkdir()
    (folder / "places" / "x.csv").write_text(HEADER + places, encoding="utf-8")
    (folder / "xx").mkdir()
    (folder / "xx" / "places.csv").write_text(NAMES + names, encoding="utf-8")
    problems: list[str] = []
    load_gazetteer(folder, problems).entries(folder / "xx", vietnamese=False, problems=problems)
    return [problem.removeprefix(f"{folder.as_posix()}/") for problem in problems]


def test_good_files_have_no_problems(tmp_path: Path) -> None:
    assert write(tmp_path, "AB,country,Abland,,,,,,\n", "AB,Abland,,\n") == []


@pytest.mark.parametrize(("places", "names", "problem"), [
    ("AB,country,,,,,,,\n", "", "places/x.csv:2: a place has a code, a level and a name, and coordinates are numbers or empty"),
    ("AB,country,Abland,,,,,north,\n", "", "places/x.csv:2: a place has a code, a level and a name, and coordinates are numbers or empty"),
    ("AB,country,Abland,,,,,,\nAB,country,Abland,,,,,,\n", "", "places/x.csv:3: AB stands in places/x.csv:2 already"),
    ("AB,country,Abland,XY,,,,,\n", "", "places/x.csv:2: 'XY' is no place"),
    ("AB,country,Abland,,,,,,\n", "XY,Exland,,\n", "xx/places.csv:2: 'XY' is no code of models/places"),
    ("AB,country,Abland,,,,,,\n", "AB,Abland,perhaps,\n", "xx/places.csv:2: needs should be one of " + NEEDS),
])
def test_errors_name_file_and_line(tmp_path: Path, places: str, names: str, problem: str) -> None:
    found = write(tmp_path, places, names)
    assert [text.replace(f"{tmp_path.as_posix()}/", "") for text in found] == [problem]


def test_a_place_is_named_by_the_vietnamese_map_in_every_room(gazetteer: Gazetteer) -> None:
    folder = models_folder() / "languages" / "pl"
    wordings = {entry.wording for entry in gazetteer.entries(folder, vietnamese=False, problems=[])}
    assert {"Đắk Lắk", "Dak Lak", "Warszawie", "Stanów Zjednoczonych"} - wordings == set()
