"""What surrounds a run must not show in its tables: hash seeds, time zones, locales, a full disk; and no run opens an Internet socket."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.run import run

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "corpora" / "samples"
WATCHED = """
import socket, sys

def audit(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        open({told!r}, "a").write("opened\\n")
    if event == "socket.__new__" and arguments[1] == socket.AF_UNIX:
        open({told!r}, "a").write("local\\n")

sys.addaudithook(audit)
"""


def tables(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("part-*.parquet"))}


def soat(*arguments: object, limit: int | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    code = "import sys; from pipeline.cli.app import run_app; sys.exit(run_app(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], check=False, capture_output=True, text=True, cwd=ROOT, preexec_fn=limited,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the samples, made in this process."""
    folder = tmp_path_factory.mktemp("whole")
    run(RunConfig(inputs=(str(SAMPLES),), out=folder / "out", shard_articles=2, workers=0))
    return folder / "out"


def test_surroundings_do_not_show_and_no_internet_socket_is_opened(whole: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(WATCHED.format(told=str(told)))
    path = str(tmp_path / "hook") + os.pathsep + str(ROOT)
    done = soat(
        "run", SAMPLES, "--out", tmp_path / "out", "--workers", 2, "--shard-articles", 2, "--quiet",
        PYTHONHASHSEED="7", TZ="Asia/Ho_Chi_Minh", LC_ALL="C", LANG="pl_PL.ISO-8859-2", PYTHONPATH=path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert tables(tmp_path / "out") == tables(whole)
    assert set(told.read_text().split()) == {"local"}


@pytest.mark.soak
@pytest.mark.parametrize("workers", [0, 1, 3])
@pytest.mark.parametrize(("seed", "zone", "locale"), [
    ("0", "UTC", "C.UTF-8"), ("random", "Pacific/Kiritimati", "tr_TR.UTF-8"), ("4294967295", "America/St_Johns", "POSIX"),
    ("1", "Asia/Kathmandu", "vi_VN"),
])
def test_no_mix_of_surroundings_shows(whole: Path, tmp_path: Path, seed: str, zone: str, locale: str, workers: int) -> None:
    done = soat(
        "run", SAMPLES, "--out", tmp_path / "out", "--workers", workers, "--shard-articles", 2, "--quiet",
        PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale, LANG=locale,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert tables(tmp_path / "out") == tables(whole)


@pytest.mark.parametrize("limit", [9000, *(pytest.param(limit, marks=pytest.mark.soak) for limit in (50, 500, 1500, 3000, 5000, 7000, 12_000))])
def test_a_full_disk_ends_the_run_with_a_sentence_and_the_same_command_takes_it_up(whole: Path, tmp_path: Path, limit: int) -> None:
    command = ("run", SAMPLES, "--out", tmp_path / "out", "--workers", 2, "--shard-articles", 2)
    # no file may be longer: as if the disk were full
    done = soat(*command, limit=limit)
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".work"]
    again = soat(*command)
    assert (again.returncode, again.stderr) == (0, "")
    assert tables(tmp_path / "out") == tables(whole)


def test_a_run_that_is_told_to_end_ends_its_workers_and_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": f"The province has {number} bridges."}) + "\n" for number in range(20_000)))
    code = "import sys; from pipeline.cli.app import run_app; sys.exit(run_app(sys.argv[1:]))"
    arguments = ("run", tmp_path / "a.jsonl", "--out", tmp_path / "out", "--workers", 2)
    with subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        while not list((tmp_path / "out").glob(".work/shard-?????")) and process.poll() is None:
            time.sleep(0.05)
        process.terminate()
        assert process.stderr is not None
        # its workers hold the same end of the pipe: it is closed when the last of them is gone
        assert process.stderr.read() == "soat: stopped; the same command goes on where it stopped\n"
    assert process.returncode == 130
    assert not (tmp_path / "out" / "run.json").exists()
