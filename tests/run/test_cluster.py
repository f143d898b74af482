"""The engine of many machines gives the same bytes as one process, also where its workers are killed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
from pathlib import Path

import psutil
import pytest

from pipeline.cli.app import run_app
from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.run.summary import Progress


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "in.jsonl"
    texts = (f"Gmina ma {number} szkół, o {number % 7} więcej niż w 2024 roku." for number in range(120))
    path.write_text("".join(json.dumps({"text": text, "lang": "pl"}) + "\n" for text in texts), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def wanted(source: Path) -> dict[str, bytes]:
    run(config(source, source.parent / "inline", workers=0))
    return parts(source.parent / "inline")


def config(source: Path, out: Path, **more: object) -> RunConfig:
    return RunConfig.model_validate({"inputs": (str(source),), "out": out, "shard_articles": 4, **more})


def parts(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("part-*.parquet"))}


def workers_of_cluster() -> list[int]:
    """A worker of the cluster has the supervisor of its tasks below it; the nanny above it starts another one."""
    found = []
    for one in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if one.children() and one.parent() != psutil.Process():
                found.append(one.pid)
    return found


def test_the_tables_are_the_same_where_workers_are_killed(source: Path, wanted: dict[str, bytes], tmp_path: Path) -> None:
    killed = []

    def kill_one(_progress: Progress) -> None:
        workers = [pid for pid in workers_of_cluster() if pid not in killed]
        if workers and len(killed) < 2:
            with contextlib.suppress(ProcessLookupError):
                os.kill(workers[0], signal.SIGKILL)
                killed.append(workers[0])

    summary = run(config(source, tmp_path / "out", engine="dask", workers=2), kill_one)
    assert killed
    assert summary.inputs == 120
    assert parts(tmp_path / "out") == wanted


@pytest.mark.parametrize(("engine", "said"), [
    ("spark", "no such engine; there are local, dask"),
    ("dask://nowhere.invalid:1", "no Dask scheduler answers at nowhere.invalid:1"),
])
def test_an_engine_that_is_not_there_is_told(
    engine: str, said: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.run.cluster._SECONDS", 1)
    assert run_app(["run", str(source), "--out", str(tmp_path / "out"), "--engine", engine]) == 2
    assert said in capsys.readouterr().err
