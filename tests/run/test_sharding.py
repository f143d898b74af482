"""Large files are cut inside, whatever their format, and nothing is lost or read twice at a cut."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.write import read_table
from pipeline.write.disk_store import DiskStore

ROWS = [{"text": f"The province has {number} bridges.\nIt had {number + 1} schools in 2019.", "lang": "en"} for number in range(40)]


def as_lines() -> bytes:
    lines = [json.dumps(row) for row in ROWS]
    lines[3:3] = ["", "broken"]
    return ("\n".join(lines)).encode()


def as_csv() -> bytes:
    text = io.StringIO()
    made = csv.DictWriter(text, ["text", "lang"])
    made.writeheader()
    made.writerows(ROWS)
    return text.getvalue().encode()


def as_parquet() -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), stream, row_group_size=9)
    return stream.getvalue()


def as_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, row in enumerate(ROWS):
            archive.writestr(f"{number:02}.txt", row["text"])
    return stream.getvalue()


FORMS = {
    "a.jsonl": as_lines, "a.jsonl.gz": lambda: gzip.compress(as_lines()), "a.csv": as_csv, "a.csv.gz": lambda: gzip.compress(as_csv()),
    "a.jsonl.zst": lambda: zstd.compress(as_lines()), "a.zip": as_zip, "a.parquet": as_parquet, "a.json": lambda: json.dumps(ROWS).encode(),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_file_that_is_cut_inside_gives_the_rows_of_the_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FORMS[name]())
    for out, per in (("whole", 500), ("cut", 7)):
        run(RunConfig(inputs=(str(tmp_path / name),), out=tmp_path / out, shard_articles=per, workers=0))
    assert len(list((tmp_path / "cut" / "claims").iterdir())) > 5
    for table in ("articles", "sources", "claims", "refusals"):
        assert read_table(tmp_path / "cut", table).equals(read_table(tmp_path / "whole", table)), table


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_a_cut_file_is_taken_up_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).write_bytes(FORMS[name]())
    whole, broken = (RunConfig(inputs=(str(tmp_path / name),), out=tmp_path / out, shard_articles=7, workers=0) for out in ("whole", "broken"))
    run(whole)
    add = DiskStore.add

    def stop(self: DiskStore, shard: int, *rest: object) -> None:
        if shard == 3:
            raise KeyboardInterrupt
        add(self, shard, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(DiskStore, "add", stop)
    with pytest.raises(KeyboardInterrupt):
        run(broken)
    monkeypatch.setattr(DiskStore, "add", add)
    run(broken)
    assert read_table(broken.out, "claims").equals(read_table(whole.out, "claims"))


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(as_lines())
    add = DiskStore.add

    def longer(self: DiskStore, shard: int, *rest: object) -> None:
        add(self, shard, *rest)  # type: ignore[arg-type]
        if not shard:
            (tmp_path / "a.jsonl").write_bytes(as_lines() + b"\n{}")

    monkeypatch.setattr(DiskStore, "add", longer)
    summary = run(RunConfig(inputs=(str(tmp_path / "a.jsonl"),), out=tmp_path / "out", shard_articles=30, workers=0))
    assert summary.reasons == {"changed": 1, "json": 1}


def test_a_limit_ends_the_survey_too(tmp_path: Path) -> None:
    # what stands behind the limit is broken, and nobody looks at it
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(as_lines()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(as_lines())[:-90])
    summary = run(RunConfig(inputs=(str(tmp_path),), out=tmp_path / "out", limit=20, shard_articles=7, workers=0))
    assert (summary.inputs, summary.reasons) == (20, {"json": 1})
