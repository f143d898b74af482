"""Other formats: the same rows, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import OutputError
from pipeline.ingest.formulas import guarded, starts_formula, unguarded
from pipeline.write import EXPORTS, TABLES, describe, export, read_table
from pipeline.write.sql import VIEWS

FORMATS = tuple(name for name in EXPORTS if name != "claim-review")
"""What needs no person's decision first."""
DANGEROUS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


@pytest.fixture(scope="module")
def exports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the run."""
    out = tmp_path_factory.mktemp("exports")
    written = export(folder, FORMATS, out)
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in written)
    return out


def _rows(folder: Path, name: str) -> list[list[object]]:
    return [list(row.values()) for row in read_table(folder, name).to_pylist()]


def _typed(cell: str | None, kind: pa.DataType) -> object:
    """A cell of a format without types, read by the schema's."""
    if cell is None:
        return None
    if pa.types.is_list(kind):
        return json.loads(cell)
    if pa.types.is_boolean(kind):
        return cell in ("true", 1)
    if pa.types.is_integer(kind):
        return int(cell)
    return float(cell) if pa.types.is_floating(kind) else cell


def _records(text: str) -> list[list[str | None]]:
    """CSV with null told from empty text: a cell without quotation marks is null where it is empty."""
    marked = text.replace('""', "\0")
    rows: list[list[str | None]] = [[]]
    cell, quoted, inside = "", False, False
    for mark in marked:
        if mark == '"':
            inside, quoted = not inside, True
        elif inside:
            cell += '"' if mark == "\0" else mark
        elif mark in ",\n":
            rows[-1].append(cell if quoted or cell else None)
            cell, quoted = "", False
            if mark == "\n":
                rows.append([])
        elif mark == "\0":
            quoted = True
        elif mark != "\r":
            cell += mark
    return rows[:-1]


@pytest.mark.parametrize("name", TABLES)
def test_csv_gives_back_the_rows(exports: Path, folder: Path, name: str) -> None:
    header, *rows = _records((exports / "csv" / f"{name}.csv").read_bytes().decode("utf-8-sig"))
    schema = TABLES[name]
    assert header == schema.names
    read = [[_typed(None if cell is None else unguarded(cell), field.type) for cell, field in zip(row, schema, strict=True)] for row in rows]
    assert read == _rows(folder, name)


@pytest.mark.parametrize("name", TABLES)
def test_json_lines_give_back_the_rows(exports: Path, folder: Path, name: str) -> None:
    lines = (exports / "jsonl" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert [json.loads(line) for line in lines] == read_table(folder, name).to_pylist()


@pytest.mark.parametrize("name", TABLES)
def test_sqlite_gives_back_the_rows(exports: Path, folder: Path, name: str) -> None:
    with closing(sqlite3.connect(exports / "soat.sqlite")) as base:
        found = base.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names of our own schema
    assert [[_typed(cell, field.type) for cell, field in zip(row, TABLES[name], strict=True)] for row in found] == _rows(folder, name)


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_gives_back_the_rows(exports: Path, folder: Path, name: str) -> None:
    with duckdb.connect(str(exports / "soat.duckdb"), read_only=True) as base:
        found = base.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names of our own schema
    read = [[json.loads(cell) if pa.types.is_list(field.type) else cell for cell, field in zip(row, TABLES[name], strict=True)] for row in found]
    assert read == _rows(folder, name)


@pytest.mark.parametrize("name", TABLES)
def test_the_workbook_gives_back_the_rows(exports: Path, folder: Path, name: str) -> None:
    sheet = openpyxl.load_workbook(exports / "soat.xlsx")[name]
    header, *rows = sheet.iter_rows(values_only=True)
    assert list(header) == TABLES[name].names
    read = [[json.loads(str(cell)) if pa.types.is_list(field.type) else cell for cell, field in zip(row, TABLES[name], strict=True)] for row in rows]
    assert read == _rows(folder, name)


def test_views_answer_and_keys_hold(exports: Path) -> None:
    with closing(sqlite3.connect(exports / "soat.sqlite")) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        sqlite = {name: len(base.execute(f"SELECT * FROM {name}").fetchall()) for name, _ in VIEWS}  # noqa: S608 - names of our own schema
    with duckdb.connect(str(exports / "soat.duckdb"), read_only=True) as base:
        assert {name: len(base.execute(f"SELECT * FROM {name}").fetchall()) for name, _ in VIEWS} == sqlite  # noqa: S608 - names of our own schema
    assert sqlite["claims_with_article"] > 0


def test_no_cell_of_a_spreadsheet_starts_a_formula_and_numbers_stay_numbers(exports: Path) -> None:
    for name in TABLES:
        text = (exports / "csv" / f"{name}.csv").read_bytes().decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not any(cell.startswith(DANGEROUS) and not cell.removeprefix("-").replace(".", "").isdigit() for cell in row)
    book = openpyxl.load_workbook(exports / "soat.xlsx")
    guarded_cells = 0
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(DANGEROUS):
                    guarded_cells += 1
                    assert cell.quotePrefix
    assert guarded_cells > 2
    assert all(isinstance(cell.value, int) for cell in book["claims"]["E"][1:])


def test_diacritics_stand_in_the_workbook(exports: Path) -> None:
    texts = [cell.value for cell in openpyxl.load_workbook(exports / "soat.xlsx")["articles"]["B"]]
    assert any("Tỉnh có 58 xã" in str(text) for text in texts)


def test_exports_are_the_same_bytes_again(exports: Path, folder: Path, tmp_path: Path) -> None:
    export(folder, ("csv", "jsonl", "sqlite", "xlsx"), tmp_path)
    for path in sorted(tmp_path.rglob("*.*")):
        if path.is_file():
            assert path.read_bytes() == (exports / path.relative_to(tmp_path)).read_bytes(), path


def test_an_export_takes_the_place_of_an_earlier_one(folder: Path, tmp_path: Path) -> None:
    export(folder, ["csv"], tmp_path)
    (tmp_path / "csv" / "old.csv").write_text("old")
    export(folder, ["csv"], tmp_path)
    assert sorted(path.stem for path in (tmp_path / "csv").iterdir()) == sorted(TABLES)


def test_a_folder_without_a_finished_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="finished run"):
        export(tmp_path, ["csv"])


@given(st.text(max_size=12))
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not starts_formula(guarded(text))


def test_the_schema_is_told_in_three_ways() -> None:
    assert "| `claim_id`* | string |" in describe("markdown")
    schema = json.loads(describe("jsonschema"))
    assert schema["$defs"]["claims"]["properties"]["value"]["type"] == ["number", "null"]
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(describe("sql"))
    with duckdb.connect() as base:
        base.execute(describe("sql"))
