"""Refused inputs are read once more; nothing else is touched, and the counts still add up."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.errors import OutputError, UsageError
from pipeline.run import run
from pipeline.run.retry import retry
from pipeline.write import read_table


def lines(count: int, start: int = 0) -> list[str]:
    return [json.dumps({"text": f"The province has {start + number} bridges.", "lang": "en"}) for number in range(count)]


def adds_up(folder: Path) -> dict[str, int]:
    """The counts of a manifest, which the tables bear out."""
    manifest = json.loads((folder / "run.json").read_text())
    refused = [row for row in read_table(folder, "refusals").to_pylist() if row["what"] == "input"]
    assert manifest["inputs"] == manifest["rows"]["sources"] + manifest["refused"]
    assert manifest["refused"] == len(refused) == sum(manifest["refused_by_reason"].values())
    for name, rows in manifest["rows"].items():
        assert rows == len(read_table(folder, name)), name
    ids = read_table(folder, "articles").column("article_id").to_pylist()
    assert len(ids) == len(set(ids))
    return {"inputs": manifest["inputs"], "refused": manifest["refused"]}


def test_what_was_too_long_is_read_with_another_limit(tmp_path: Path) -> None:
    long = json.dumps({"text": "The province has 7 bridges. " * 100, "lang": "en"})
    (tmp_path / "a.jsonl").write_text("\n".join([*lines(12), long, *lines(3), "broken"]))
    run(RunConfig(inputs=(str(tmp_path / "a.jsonl"),), out=tmp_path / "out", max_chars=1000, shard_articles=5, workers=0))
    assert adds_up(tmp_path / "out") == {"inputs": 17, "refused": 2}
    before = {path: path.read_bytes() for path in (tmp_path / "out" / "claims").iterdir()}
    summary = retry(tmp_path / "out", {"max_chars": 10_000})
    assert (summary.inputs, summary.articles, summary.refused) == (2, 1, 1)
    assert adds_up(tmp_path / "out") == {"inputs": 17, "refused": 1}
    assert {path: path.read_bytes() for path in before} == before
    retry(tmp_path / "out", {})
    assert adds_up(tmp_path / "out") == {"inputs": 17, "refused": 1}


def test_a_mended_file_is_read_to_its_end(tmp_path: Path) -> None:
    data = gzip.compress("\n".join(lines(400)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[:-300])
    (tmp_path / "b.jsonl").write_text("\n".join(lines(5, 1000)))
    run(RunConfig(inputs=(str(tmp_path),), out=tmp_path / "out", shard_articles=50, workers=0))
    read = adds_up(tmp_path / "out")["inputs"]
    assert 5 < read < 405
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    retry(tmp_path / "out", {})
    assert adds_up(tmp_path / "out") == {"inputs": 405, "refused": 0}
    with pytest.raises(UsageError, match="nothing to retry"):
        retry(tmp_path / "out", {})


def test_a_folder_without_a_run_has_nothing_to_retry(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="finished run"):
        retry(tmp_path, {})
