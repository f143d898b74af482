"""The parquet tables: their contract, their bytes, and that common tools read them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import frictionless
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import OutputError
from pipeline.ingest import article_from_text
from pipeline.knowledge import load_knowledge
from pipeline.records import Refusal
from pipeline.run.shard import read_article
from pipeline.write import TABLES, read_table, rows_of
from pipeline.write.tables import ALL


def test_every_table_stands_with_its_columns_even_without_rows(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == sorted(TABLES)
    for name, schema in TABLES.items():
        assert read_table(folder, name).schema.equals(schema), name


def test_each_input_is_one_source_or_one_refusal(folder: Path) -> None:
    refusals = [row for row in read_table(folder, "refusals").to_pylist() if row["what"] == "input"]
    assert len(read_table(folder, "sources")) + len(refusals) == 6
    assert [(row["source_line"], row["reason"]) for row in refusals] == [(6, "no_text")]


def test_inputs_with_one_text_share_an_article(folder: Path) -> None:
    sources = read_table(folder, "sources").to_pylist()
    assert len(read_table(folder, "articles")) == 4
    assert sources[2]["article_id"] == sources[4]["article_id"]


def test_quotes_are_slices_of_their_field(folder: Path) -> None:
    articles = {row["article_id"]: row for row in read_table(folder, "articles").to_pylist()}
    mentions = 0
    for table in ALL:
        if table.points and "quote" in TABLES[table.name].names and table.name != "refusals":
            for row in read_table(folder, table.name).to_pylist():
                mentions += 1
                assert articles[row["article_id"]][row["field"]][row["start"]:row["stop"]] == row["quote"]
    assert mentions > 5


def test_ids_are_keys_and_rows_stand_in_input_order_then_by_start(folder: Path) -> None:
    order = {name: at for at, name in enumerate(read_table(folder, "articles").column("article_id").to_pylist())}
    for table in ALL:
        rows = read_table(folder, table.name).to_pylist()
        if table.key:
            assert len({row[table.key] for row in rows}) == len(rows)
        if "quote" in TABLES[table.name].names and table.name != "refusals":
            places = [(order[row["article_id"]], row["field"] == "title", row["start"]) for row in rows]
            assert places == sorted(places)


def test_the_update_line_of_the_page_dates_the_article(folder: Path) -> None:
    first = read_table(folder, "articles").to_pylist()[0]
    assert (first["updated"], first["anchor"], first["anchor_from"]) == ("2025-05-03", "2025-05-03", "updated")


def test_enumerated_columns_hold_nothing_else(folder: Path) -> None:
    for table in ALL:
        rows = read_table(folder, table.name)
        for column in table.columns:
            if column.values:
                assert set(rows.column(column.name).to_pylist()) <= {*column.values, None}, column.name


def test_pandas_and_duckdb_read_the_folders(folder: Path) -> None:
    frame = pd.read_parquet(folder / "claims")
    with duckdb.connect() as base:
        (count,) = base.execute(f"SELECT COUNT(*) FROM '{folder}/claims/*.parquet'").fetchall()[0]  # noqa: S608 - a path of our own
    assert len(frame) == count == len(read_table(folder, "claims")) > 0
    assert list(frame.columns) == TABLES["claims"].names


def test_a_part_says_which_schema_it_has_and_no_time(folder: Path) -> None:
    metadata = pq.ParquetFile(folder / "claims" / "part-00000.parquet").schema_arrow.metadata
    assert {key: metadata[key] for key in TABLES["claims"].metadata} == TABLES["claims"].metadata
    assert metadata[b"schema_version"] == json.loads((folder / "run.json").read_text())["schema_version"].encode()


def test_a_table_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no table"):
        read_table(tmp_path, "claims")
    with pytest.raises(OutputError, match="'claim'"):
        read_table(folder, "claim")


def test_rows_of_a_dossier_have_every_column() -> None:
    dossier = read_article(article_from_text("The province has 5 bridges, 2 of them new.", language="en"), load_knowledge())
    assert not isinstance(dossier, Refusal)
    rows = rows_of(dossier)
    assert list(rows) == list(TABLES)
    assert all(list(row) == TABLES[name].names for name in rows for row in rows[name])
    assert rows["claims"]


def test_the_manifest_adds_up(folder: Path) -> None:
    manifest = json.loads((folder / "run.json").read_text())
    assert manifest["inputs"] == manifest["rows"]["sources"] + manifest["refused"] == 6
    assert manifest["refused_by_reason"] == {"no_text": 1}
    assert {name: len(read_table(folder, name)) for name in TABLES} == manifest["rows"]


@pytest.mark.filterwarnings("ignore")
def test_the_data_package_is_valid(folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])[:3]
    described = json.loads((folder / "datapackage.json").read_text())
    fields = {resource["name"]: [field["name"] for field in resource["schema"]["fields"]] for resource in described["resources"]}
    assert fields == {name: schema.names for name, schema in TABLES.items()}


def test_a_data_package_with_a_wrong_row_is_not_valid(folder: Path, tmp_path: Path) -> None:
    """The validator sees what stands in the tables: else the test above would say nothing."""
    shutil.copytree(folder, tmp_path / "copy")
    part = tmp_path / "copy" / "dates" / "part-00000.parquet"
    rows = pq.read_table(part).to_pylist()
    rows[0]["kind"] = "epoch"
    pq.write_table(pa.Table.from_pylist(rows, TABLES["dates"]), part)
    assert not frictionless.Package(str(tmp_path / "copy" / "datapackage.json")).validate().valid
