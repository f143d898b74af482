"""`soat verify`: the failing findings first, each with its words; counts; what to do next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Soat

SLUG = "tinh-lai-chau-con-31-xa-sau-sap-xep"
TEXTS = {
    "vi": "Tỉnh Lai Châu còn 31 xã sau sắp xếp. Có 1.482 hộ dân và 2.731 cán bộ ở 57 thôn.",
    "en": "Lai Chau now has 31 communes. There are 1,428 households and 2,731 officials in 57 villages. \x1b[31m",
}


@pytest.fixture
def folder(soat: Soat, tmp_path: Path) -> Path:
    records = [{"text": text, "lang": lang, "url": f"https://{lang}.news.example/{SLUG}"} for lang, text in TEXTS.items()]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert soat("run", tmp_path / "in.jsonl", "--out", tmp_path / "out").code == 0
    return tmp_path / "out"


def test_a_contradiction_stands_first_with_its_words_and_its_counts(soat: Soat, folder: Path) -> None:
    told = soat("verify", folder)
    assert told.code == 0
    first, note, *quotes = told.out.splitlines()
    assert first.startswith("conflicts (high)")
    assert "1,428 household" in first
    assert "1,482 household" in first
    assert note.strip().endswith(".")
    assert any(">1,428 households<" in line for line in quotes)
    assert "1 families of translations or copies, 2 articles in them" in told.out
    assert "\x1b" not in told.out


def test_the_same_as_json(soat: Soat, folder: Path) -> None:
    said = json.loads(soat("verify", folder, "--json").out)
    assert said["families"] == 1
    assert said["failing"][0]["verdict"] == "conflicts"
    assert said["counts"]["agreement_translated_claims"]["agrees"] >= 3


def test_no_more_is_printed_than_asked_for(soat: Soat, folder: Path) -> None:
    whole, cut = (soat("verify", folder, "--limit", limit).out for limit in (0, 1))
    assert cut.count("conflicts (") + cut.count("suspect (") == 1
    assert len(cut) <= len(whole) + 200


def test_a_folder_that_is_no_run_is_told(soat: Soat, tmp_path: Path) -> None:
    told = soat("verify", tmp_path)
    assert told.code == 1
    assert "finished run" in told.err
