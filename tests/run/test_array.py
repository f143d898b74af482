"""Jobs of an array share a folder: each does its part, the last one writes the tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.errors import UsageError
from pipeline.run import run
from pipeline.run.status import status_of
from pipeline.write.disk_store import DiskStore


def config(tmp_path: Path, out: str, **settings: object) -> RunConfig:
    return RunConfig(inputs=(str(tmp_path / "a.jsonl"),), out=tmp_path / out, shard_articles=5, workers=0, **settings)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def source(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"The province has {number % 30} bridges.", "lang": "en"}) for number in range(42)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))


def parts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("part-*.parquet"))}


def test_the_last_job_of_an_array_writes_the_tables_of_the_whole(tmp_path: Path) -> None:
    whole = run(config(tmp_path, "whole"))
    left = [run(config(tmp_path, "out", part=(number, 3))).left for number in (2, 3)]
    assert left == [6, 3]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".work"]
    now = status_of(tmp_path / "out")
    assert (now.state, now.shards, now.done, now.records) == ("broken off", 9, 6, 42)
    last = run(config(tmp_path, "out", part=(1, 3)))
    assert (last.left, last.inputs, last.articles, last.duplicates) == (0, 42, whole.articles, 12)
    assert parts(tmp_path / "out") == parts(tmp_path / "whole")
    assert run(config(tmp_path, "out", part=(3, 3))).unchanged
    assert status_of(tmp_path / "out").state == "finished"


def test_jobs_beside_each_other_leave_the_tables_to_the_last(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "out")
    with store.locked(shared=True):
        assert run(config(tmp_path, "out", part=(1, 1))).left == 0
        assert not (tmp_path / "out" / "run.json").exists()
        assert status_of(tmp_path / "out").state == "running"
        with pytest.raises(UsageError, match="another run"):
            run(config(tmp_path, "out"))
    run(config(tmp_path, "out"))
    assert (tmp_path / "out" / "run.json").exists()


def test_one_part_is_not_done_by_two_jobs_at_once(tmp_path: Path) -> None:
    run(config(tmp_path, "out", part=(1, 2)))
    store = DiskStore(tmp_path / "out")
    with store.locked(shared=True), store.queued("part-2-of-2", wait=False), pytest.raises(UsageError, match="another run"):
        run(config(tmp_path, "out", part=(2, 2)))
