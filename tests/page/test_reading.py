"""Which articles a page is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import OutputError, UsageError
from pipeline.page import Tables, read_tables, write_page
from pipeline.write.as_parquet import arrow_of, write_part
from pipeline.write.tables import TABLES
from tests.page.building import FAMILY, finding, found, mentions, row, story


def put(folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    for name, rows in tables.items():
        (folder / name).mkdir(parents=True)
        write_part(arrow_of(name, [tuple(one.values()) for one in rows]), folder / name / "part-00000.parquet")
    (folder / "run.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def run_folder(tmp_path: Path) -> Path:
    return put(tmp_path / "out", {name: rows for name, rows in story().rows.items() if name in TABLES or rows})


def ids(tables: Tables) -> list[str]:
    return [one["language"] for one in tables.of("articles")]


def test_a_whole_run_is_read_in_its_order(run_folder: Path) -> None:
    tables = read_tables(run_folder)
    assert ids(tables) == ["vi", "pl", "en"]
    assert len(tables.of("claims")) == len(story().of("claims"))
    assert len(tables.of("alignments")) == 8
    assert "findings" in tables


def test_tables_that_nothing_has_written_are_missing_and_no_error(tmp_path: Path) -> None:
    tables = read_tables(put(tmp_path / "out", mentions().rows))
    assert not [name for name in ("families", "findings", "alignments", "documents") if name in tables]


def test_an_article_brings_the_other_versions_of_its_story(run_folder: Path) -> None:
    wanted = found(story(), "pl", "65")["article_id"]
    tables = read_tables(run_folder, article=wanted[:9])
    assert tables.first == wanted
    assert ids(tables) == ["vi", "pl", "en"]


def test_a_family_is_all_its_versions_and_nothing_else(tmp_path: Path) -> None:
    rows = story().rows
    rows = {**rows, "families": rows["families"][:2]}
    tables = read_tables(put(tmp_path / "out", rows), family=FAMILY)
    assert (ids(tables), tables.first) == (["vi", "pl"], FAMILY)
    assert {one["language"] for one in tables.of("claims")} == {"vi", "pl"}


def test_an_id_that_is_none_is_told(run_folder: Path) -> None:
    with pytest.raises(UsageError, match="no such article"):
        read_tables(run_folder, article="zzz")
    with pytest.raises(UsageError, match="fits 3"):
        read_tables(run_folder, article="a")
    with pytest.raises(UsageError, match="no such family"):
        read_tables(run_folder, family="zzz")


def test_a_family_of_a_run_that_was_not_verified_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="soat verify"):
        read_tables(put(tmp_path / "out", mentions().rows), family=FAMILY)


def test_of_too_many_articles_stories_with_failing_checks_are_kept_whole(tmp_path: Path) -> None:
    rows = story().rows
    others = [rows["articles"][0] | {"article_id": f"b{number}", "language": "de"} for number in range(3)]
    tables = read_tables(put(tmp_path / "out", {**rows, "articles": [*others[:2], *rows["articles"], others[2]]}), limit=4)
    assert (ids(tables), tables.left_out) == (["de", "vi", "pl", "en"], 2)


def test_a_finding_keeps_the_sentences_of_articles_that_are_left_out(run_folder: Path) -> None:
    tables = read_tables(run_folder, limit=1)
    assert (ids(tables), tables.left_out) == (["vi"], 2)
    assert {one["language"] for one in tables.elsewhere} == {"pl"}


def test_a_folder_that_is_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="finished run"):
        read_tables(tmp_path)


def test_a_page_is_written_whole_or_not_at_all(run_folder: Path, tmp_path: Path) -> None:
    assert write_page(run_folder, tmp_path / "page.html") == 3
    assert (tmp_path / "page.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert not list(tmp_path.glob("*.torn"))
    with pytest.raises(OutputError, match="cannot write"):
        write_page(run_folder, tmp_path / "nowhere" / "page.html")


def test_findings_of_other_articles_stay_out(run_folder: Path) -> None:
    rows = story().rows
    other = finding("x_else", "agrees", [{"claim_id": "c9", "article_id": "a9"}], "1 = 1")
    assert row("findings", **other)["finding_id"] == "x_else"
    folder = put(run_folder.parent / "more", {**rows, "findings": [*rows["findings"], other]})
    assert "x_else" not in {one["finding_id"] for one in read_tables(folder).of("findings")}
