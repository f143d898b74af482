"""Workers: the same tables whoever reads, bad articles refused alone, killed processes replaced."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.run.pool.measure import resident_bytes
from pipeline.run.summary import Summary
from pipeline.write import read_table

ROOT = Path(__file__).resolve().parents[3]
HOOK = """
import os, signal, sys, time
from dataclasses import replace
import pipeline.stages as stages

def fragile(dossier, knowledge):
    text = dossier.article.text
    if "spins" in text:
        while True:
            pass
    if "sleeps" in text:
        time.sleep(3600)
    if "breaks" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "swells" in text:
        held = bytes([1]) * (600 * 2**20)
        time.sleep(3600)

stages.ORDER = (*stages.ORDER, stages.Stage("fragile", fragile, frozenset(), frozenset()))
"""
"""What a test lays into its workers: a stage that some articles bring down."""


def lines_of(count: int, poison: dict[int, str] | None = None) -> str:
    """Records with a copy of the first one now and then, some of them poison."""
    told = []
    for number in range(count):
        text = f"The province has {number if number % 7 else 0} bridges and {number % 9} schools since 2020."
        told.append(json.dumps({"text": (poison or {}).get(number, text), "published": "2025-04-22", "lang": "en"}) + "\n")
    return "".join(told)


def tables(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("part-*.parquet"))}


def do(tmp_path: Path, out: str, workers: int, **settings: object) -> Summary:
    return run(RunConfig(inputs=(str(tmp_path / "a.jsonl"),), out=tmp_path / out, workers=workers, **({"shard_articles": 20} | settings)))  # type: ignore[arg-type]


@pytest.fixture
def fragile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers whose last stage some articles bring down."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(HOOK)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "hook"), *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hook") + os.pathsep + str(ROOT))


def test_tables_are_the_same_whatever_the_number_of_workers(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines_of(110) + "broken\n")
    one = do(tmp_path, "none", 0)
    two = do(tmp_path, "two", 2, recycle=1)
    assert tables(tmp_path / "none") == tables(tmp_path / "two")
    assert (two.inputs, two.articles, two.refused, two.characters) == (111, one.articles, 1, one.characters)
    assert two.inputs == two.sources + two.refused
    assert not (tmp_path / "two" / ".work").exists()


# a hang ends after ten times the deadline, so it has a short one; what swells must be seen to swell before its deadline
@pytest.mark.parametrize(("poison", "deadline", "reasons"), [
    ({3: "It spins.", 31: "It breaks.", 59: "It swells."}, 5, {4: "deadline", 32: "crashed", 60: "memory"}),
    ({30: "It sleeps."}, 0.5, {31: "deadline"}),
])
@pytest.mark.usefixtures("fragile")
def test_a_poisonous_article_is_refused_with_its_reason_and_its_neighbours_stay_as_they_are(
    poison: dict[int, str], deadline: float, reasons: dict[int, str], tmp_path: Path,
) -> None:
    (tmp_path / "a.jsonl").write_text(lines_of(60, poison))
    summary = do(tmp_path, "out", 2, deadline=deadline, memory=700)
    refused = read_table(tmp_path / "out", "refusals").to_pylist()
    assert {row["source_line"]: row["reason"] for row in refused if row["what"] == "input"} == reasons
    assert all("SIGSEGV" in row["detail"] for row in refused if row["reason"] == "crashed")
    assert (summary.inputs, summary.refused) == (60, len(reasons))
    (tmp_path / "a.jsonl").write_text(lines_of(60, dict.fromkeys(poison, "")))
    do(tmp_path, "healthy", 0)
    bad = {"refusals"}
    assert {name: data for name, data in tables(tmp_path / "out").items() if name.split("/")[0] not in bad} == {
        name: data for name, data in tables(tmp_path / "healthy").items() if name.split("/")[0] not in bad
    }


def _processes(pid: int) -> list[int]:
    """The processes below a process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(path.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(path.parent.name))
        except OSError:
            continue
    return [*found, *(below for one in found for below in _processes(one))]


def _start(tmp_path: Path, out: str, per: int = 20) -> subprocess.Popen[bytes]:
    code = (
        "from pipeline.config import RunConfig; from pipeline.run.coordinator import run; "
        f"run(RunConfig(inputs=({str(tmp_path / 'a.jsonl')!r},), out={str(tmp_path / out)!r}, workers=2, shard_articles={per}))"
    )
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)


def _alive(pids: list[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input, and its tables by a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "a.jsonl").write_text(lines_of(600))
    do(folder, "whole", 0)
    return folder


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 50))])
def test_kills_at_any_moment_change_nothing(whole: Path, seed: int) -> None:
    dice = random.Random(seed)
    out = f"killed-{seed}"
    moments = sorted(dice.sample(range(30), 4))
    process = _start(whole, out)
    while process.poll() is None or process.returncode:
        if process.poll() is not None:
            assert -process.returncode in (signal.SIGKILL, signal.SIGTERM)
            process = _start(whole, out)
        if moments and len(list((whole / out).glob(".work/shard-?????"))) >= moments[0]:
            moments.pop(0)
            time.sleep(dice.uniform(0.0, 0.1))
            _kill_one(process, dice)
            for part in (whole / out).glob("[!.]*/*"):
                pq.read_table(part)
        time.sleep(0.02)
    assert not moments
    assert tables(whole / out) == tables(whole / "whole")
    assert not (whole / out / ".work").exists()


def _kill_one(process: subprocess.Popen[bytes], dice: random.Random) -> None:
    """Kill a process of a run: a worker, the one that forks them, or the run itself, whose workers then end within a second."""
    below = _processes(process.pid)
    if below and dice.random() < 0.6:
        with suppress(ProcessLookupError):
            os.kill(dice.choice(below), signal.SIGKILL)
        return
    process.send_signal(dice.choice([signal.SIGKILL, signal.SIGTERM]))
    process.wait()
    deadline = time.monotonic() + 1
    while _alive(below):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_four_times_as_many_articles_take_the_same_memory(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from pipeline.config import RunConfig; from pipeline.run import run; "
        "run(RunConfig(inputs=(sys.argv[1],), out=Path(sys.argv[2]), workers=0, shard_articles=200)); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for articles in (800, 3200):
        with (tmp_path / f"{articles}.jsonl").open("w") as stream:
            for number in range(articles):
                text = f"The district has {number * 7919} bridges, {number * 104729}.5 hectares and Route {number}A since {number % 28 + 1}/3/2020."
                stream.write(json.dumps({"text": text, "lang": "en"}) + "\n")
        arguments = [sys.executable, "-c", code, str(tmp_path / f"{articles}.jsonl"), str(tmp_path / f"out-{articles}")]
        peaks.append(int(subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout))
    assert peaks[1] < peaks[0] * 1.08


@pytest.mark.soak
def test_memory_stays_flat_over_many_articles(tmp_path: Path) -> None:
    articles = int(os.environ.get("SOAT_SOAK_ARTICLES", "300000"))
    with (tmp_path / "a.jsonl").open("w") as stream:
        for number in range(articles):
            text = f"The district has {number * 7919} bridges and {number * 104729}.5 hectares since {number % 28 + 1}/3/2020."
            stream.write(json.dumps({"text": text, "lang": "en"}) + "\n")
    process = _start(tmp_path, "out", 500)
    held: dict[int, list[int]] = {}
    while process.poll() is None:
        done = len(list((tmp_path / "out").glob(".work/shard-?????")))
        if done > 4:
            held.setdefault(done, []).extend((resident_bytes(pid) or 0) for pid in [process.pid, *_processes(process.pid)])
        time.sleep(0.5)
    assert process.returncode == 0
    first, *_, last = [max(sizes) for sizes in held.values()]
    assert last < first * 1.2
