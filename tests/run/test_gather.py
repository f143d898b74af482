"""Gathered tables stand beside those of the run, whole, and the run's own stay as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.errors import OutputError
from pipeline.knowledge import load_knowledge
from pipeline.run import run
from pipeline.run.gather import link, verify
from pipeline.write import export, read_table

TEXT = "Thực hiện Nghị quyết số 18-NQ/TW, Bí thư Tỉnh ủy Trần Văn Bình cho biết tỉnh Lai Châu còn 38 xã."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": text, "lang": "vi"}) + "\n" for text in (TEXT, TEXT + " Hết.")), encoding="utf-8")
    run(RunConfig(inputs=[str(source)], out=tmp_path / "out", workers=0))
    return tmp_path / "out"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("part-*.parquet"))}


def test_documents_persons_and_places_are_gathered(folder: Path) -> None:
    before = bytes_of(folder)
    assert link(folder, load_knowledge()) == {"documents": 1, "persons": 1, "gazetteer": 1, "near_duplicates": 1}
    assert read_table(folder, "documents").column("symbol").to_pylist() == ["18-NQ/TW"]
    assert read_table(folder, "persons").column("name").to_pylist() == ["Trần Văn Bình"]
    assert read_table(folder, "gazetteer").column("name").to_pylist() == ["Lai Châu"]
    assert {name: content for name, content in bytes_of(folder).items() if name in before} == before
    assert not (folder / ".work").exists()


def test_gathering_again_gives_the_same_bytes(folder: Path) -> None:
    link(folder, load_knowledge())
    once = bytes_of(folder)
    link(folder, load_knowledge())
    assert bytes_of(folder) == once


def test_gathered_tables_are_exported_and_described(folder: Path) -> None:
    link(folder, load_knowledge())
    export(folder, ["csv", "sqlite", "duckdb", "xlsx", "jsonl"])
    assert (folder / "csv" / "persons.csv").exists()
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]][-4:] == ["documents", "persons", "gazetteer", "near_duplicates"]


def test_a_folder_without_a_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"finished run"):
        link(tmp_path, load_knowledge())


def test_verify_writes_what_link_writes_and_its_own_tables(folder: Path) -> None:
    before = bytes_of(folder)
    counts = verify(folder, load_knowledge())
    assert list(counts) == ["documents", "persons", "gazetteer", "near_duplicates", "families", "alignments", "findings"]
    assert {name: content for name, content in bytes_of(folder).items() if name in before} == before
    assert all(read_table(folder, name).num_rows == count for name, count in counts.items())
    assert not (folder / ".work").exists()


def test_verifying_again_gives_the_same_bytes(folder: Path) -> None:
    verify(folder, load_knowledge())
    once = bytes_of(folder)
    verify(folder, load_knowledge())
    assert bytes_of(folder) == once


def test_where_verifying_fails_the_earlier_tables_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verify(folder, load_knowledge())
    once = bytes_of(folder)

    def fail(*_: object) -> object:
        yield "findings", ("f1", "some_check", "agrees", None, [], [], [], None, "", "", None)
        raise OutputError("no room left")

    monkeypatch.setattr("pipeline.run.gather.verify_tables", fail)
    with pytest.raises(OutputError, match="no room left"):
        verify(folder, load_knowledge())
    assert bytes_of(folder) == once
