"""`soat run`: exit codes, messages, and what is on the disk afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

Soat = Callable[..., Any]
TABLES = "articles sources claims citations officials dates places organisations refusals".split()


def test_tables_and_manifest_are_written_and_the_next_command_is_named(soat: Soat, article: Path, tmp_path: Path) -> None:
    done = soat("run", article, "--out", tmp_path / "out")
    assert done.code == 0
    assert "1 input, 1 article, 0 duplicates, 0 refused" in done.out
    assert "next: soat show" in done.out
    assert all((tmp_path / "out" / name / "part-00000.parquet").exists() for name in TABLES)
    assert (tmp_path / "out" / "run.json").exists()
    assert pq.read_table(tmp_path / "out" / "claims").num_rows > 0


def test_json_says_what_the_sentences_say(soat: Soat, article: Path, tmp_path: Path) -> None:
    done = soat("run", article, "--out", tmp_path / "out", "--json")
    said = json.loads(done.out)
    assert (said["inputs"], said["articles"], said["duplicates"], said["refused"]) == (1, 1, 0, 0)
    assert said["rows"]["claims"] > 0


def test_quiet_prints_nothing(soat: Soat, article: Path, tmp_path: Path) -> None:
    assert soat("run", article, "--out", tmp_path / "out", "--quiet") == (0, "", "")


def test_a_refused_input_is_exit_code_3_and_is_named_by_its_reason(soat: Soat, article: Path, tmp_path: Path) -> None:
    (article.parent / "leer.txt").write_bytes(b"")
    done = soat("run", article.parent, "--out", tmp_path / "out")
    assert done.code == 3
    assert "1 refused" in done.out
    assert "refused: empty: 1" in done.out


def test_the_same_command_again_is_fine_and_changes_nothing(soat: Soat, article: Path, tmp_path: Path) -> None:
    soat("run", article, "--out", tmp_path / "out")
    before = (tmp_path / "out" / "claims" / "part-00000.parquet").read_bytes()
    again = soat("run", article, "--out", tmp_path / "out")
    assert again.code == 0
    assert "nothing was done" in again.out
    assert (tmp_path / "out" / "claims" / "part-00000.parquet").read_bytes() == before


def test_another_input_on_a_full_folder_is_exit_code_2_with_the_difference(soat: Soat, article: Path, tmp_path: Path) -> None:
    soat("run", article, "--out", tmp_path / "out")
    other = article.with_name("khac.txt")
    other.write_text("T\u1ec9nh c\u00f3 12 x\u00e3.", encoding="utf-8")
    done = soat("run", other, "--out", tmp_path / "out")
    assert done.code == 2
    assert "khac.txt" in done.err
    assert "--append" in done.err
    assert soat("run", other, "--out", tmp_path / "out", "--append").code == 0


def test_a_missing_input_is_exit_code_2_and_named(soat: Soat, tmp_path: Path) -> None:
    done = soat("run", tmp_path / "nothing.txt", "--out", tmp_path / "out")
    assert done.code == 2
    assert "nothing.txt" in done.err


def test_keys_can_be_chosen_and_the_limit_holds(soat: Soat, tmp_path: Path) -> None:
    lines = [json.dumps({"body": f"Liczba gmin spad\u0142a z {n} do 38.", "when": "2025-07-01"}) for n in range(100, 105)]
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    done = soat("run", source, "--out", tmp_path / "out", "--field", "text=body", "--field", "published=when", "--lang", "pl", "--limit", 3, "--json")
    assert done.code == 0
    assert json.loads(done.out)["inputs"] == 3
    assert set(pq.read_table(tmp_path / "out" / "articles")["published"].to_pylist()) == {"2025-07-01"}


@pytest.mark.parametrize(("arguments", "near"), [
    (("--field", "txt=body"), "'text'"),
    (("--field", "text"), "NAME=KEY"),
    (("--limt", "3"), "--limit"),
    (("--to", "exel"), "csv"),
])
def test_a_wrong_name_is_exit_code_2_and_the_nearest_one_is_named(
    soat: Soat, article: Path, tmp_path: Path, arguments: tuple[str, ...], near: str,
) -> None:
    done = soat("run", article, "--out", tmp_path / "out", *arguments)
    assert done.code == 2
    assert near in done.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_command_names_the_nearest_one(soat: Soat) -> None:
    done = soat("shwo")
    assert done.code == 2
    assert "'show'" in done.err
