"""Families are found by the address's end, by the source, and by facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import pipeline
from pipeline.config import RunConfig
from pipeline.run import run

SLUG = "tinh-lai-chau-con-31-xa-sau-sap-xep"
VI = "Tỉnh Lai Châu còn 31 xã sau sắp xếp, giảm 68 đơn vị. Có 1.482 hộ dân và 2.731 cán bộ."
EN = "Lai Chau now has 31 communes, 68 units fewer. There are 1,482 households and 2,731 officials."
PL = "Lai Chau ma 31 gmin, o 68 jednostek mniej. Jest 1482 gospodarstw i 2731 kadr."


def families(folder: Path, *records: dict[str, str]) -> list[set[str]]:
    source = folder / "in.jsonl"
    source.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    run(RunConfig(inputs=[str(source)], out=folder / "out", workers=0))
    found: dict[str, set[str]] = {}
    texts = pipeline.verify(folder / "out")["families"]
    for row in texts.to_dict("records"):
        found.setdefault(row["family_id"], set()).add(f"{row['why']} {row['role'] if isinstance(row['role'], str) else 'unknown'}")
    return list(found.values())


def record(text: str, lang: str, url: str = "", published: str = "2025-07-08") -> dict[str, str]:
    return {"text": text, "lang": lang, "url": url, "published": published}


def test_one_slug_on_several_hosts_is_a_family_and_tells_the_original(tmp_path: Path) -> None:
    found = families(tmp_path, record(EN, "en", f"https://en.news.example/{SLUG}"), record(VI, "vi", f"https://vi.news.example/a/{SLUG}"))
    assert found == [{"url_slug original", "url_slug translation"}]


def test_a_second_text_in_one_language_is_a_copy(tmp_path: Path) -> None:
    urls = [f"https://{host}.example/{SLUG}" for host in ("a", "b")]
    assert families(tmp_path, record(VI, "vi", urls[0]), record(VI + " Hết.", "vi", urls[1])) == [{"url_slug original", "url_slug copy"}]


def test_facts_tie_translations_without_an_address(tmp_path: Path) -> None:
    vi, pl = VI + " Thu 35.417 tỷ đồng, chi 28.163 tỷ đồng.", PL + " Dochody 35 417 mld VND, wydatki 28 163 mld VND."
    assert families(tmp_path, record(vi, "vi"), record(pl, "pl")) == [{"facts unknown"}]


@pytest.mark.parametrize("url", ["https://news.example/tin-tuc", f"https://news.example/{SLUG}"])
def test_a_rubric_and_an_old_address_tie_nothing(tmp_path: Path, url: str) -> None:
    assert families(tmp_path, record(VI, "vi", url), record("Nothing of this sort: 5 persons.", "en", url, "2023-01-02")) == []


def test_one_article_is_no_family(tmp_path: Path) -> None:
    assert families(tmp_path, record(VI, "vi", f"https://vi.news.example/{SLUG}")) == []
