"""`soat export` and `soat schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.config import ExportFormat
from pipeline.write import SchemaFormat

Soat = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("form", [form for form in get_args(ExportFormat) if form != "claim-review"])
def test_every_format_is_written_and_named(soat: Soat, article: Path, tmp_path: Path, form: str) -> None:
    soat("run", article, "--out", tmp_path / "out")
    done = soat("export", tmp_path / "out", "--to", form)
    assert done.code == 0
    written = Path(done.out.removeprefix("wrote ").strip())
    assert written.exists()
    assert written.parent == tmp_path / "out"


def test_run_writes_other_formats_beside_the_tables(soat: Soat, article: Path, tmp_path: Path) -> None:
    done = soat("run", article, "--out", tmp_path / "out", "--to", "csv,sqlite")
    assert done.code == 0
    assert (tmp_path / "out" / "csv").is_dir()
    assert (tmp_path / "out" / "soat.sqlite").is_file()


def test_an_export_of_no_run_fails_and_says_so(soat: Soat, tmp_path: Path) -> None:
    done = soat("export", tmp_path, "--to", "csv")
    assert done.code == 1
    assert "run" in done.err


@pytest.mark.parametrize(("arguments", "said"), [
    (("export", "out", "--to", "xls"), "'xlsx'"),
    (("export", "out", "--to", ","), "names no format"),
    (("schema", "--format", "markdwn"), "'markdown'"),
])
def test_a_wrong_format_is_exit_code_2(soat: Soat, arguments: tuple[str, ...], said: str) -> None:
    done = soat(*arguments)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize("form", get_args(SchemaFormat))
def test_the_schema_names_every_table(soat: Soat, form: str) -> None:
    done = soat("schema", "--format", form)
    assert done.code == 0
    assert all(name in done.out for name in ("articles", "claims", "refusals", "figure_start"))
    if form == "jsonschema":
        json.loads(done.out)


def test_the_page_of_the_tables_is_fresh(soat: Soat) -> None:
    written, fresh = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").splitlines(), soat("schema").out.splitlines()
    assert not [line for line in fresh if line not in written], "make docs writes it anew"
    assert len(written) == len(fresh)
