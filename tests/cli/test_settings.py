"""Settings from a file, checked as a whole; what a run would do, how far it is, and what it finds on the machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import config_of, read_config

Soat = Callable[..., Any]


@pytest.fixture
def settings(tmp_path: Path, article: Path) -> Path:
    path = tmp_path / "run.toml"
    path.write_text(f'inputs = ["{article}"]\nout = "{tmp_path / "out"}"\nworkers = 0\ndeadline = 5\n[models]\npl = "none"\n', encoding="utf-8")
    return path


def test_a_run_takes_its_settings_from_a_file_and_keeps_them(soat: Soat, settings: Path, tmp_path: Path) -> None:
    assert soat("run", "--config", settings, "--quiet", "--workers", 0).code == 0
    kept = config_of(read_config(tmp_path / "out" / "soat.toml"))
    assert kept == config_of(read_config(settings))
    assert soat("run", "--config", tmp_path / "out" / "soat.toml").out.startswith(f"{tmp_path / 'out'} holds the result")


def test_a_flag_goes_before_the_file(soat: Soat, settings: Path, tmp_path: Path) -> None:
    soat("run", "--config", settings, "--deadline", 7, "--month-first", "--out", tmp_path / "other")
    kept = config_of(read_config(tmp_path / "other" / "soat.toml"))
    assert (kept.deadline, kept.day_first, kept.workers) == (7, False, 0)


def test_every_problem_of_a_file_is_told_with_the_nearest_key(soat: Soat, settings: Path) -> None:
    settings.write_text('inputs = ["a"]\nworker = 3\ndeadline = "soon"\n[fields]\ntexts = "body"\n')
    done = soat("config", "check", settings)
    assert done.code == 2
    for said in ("worker: no such setting; did you mean 'workers'?", "texts: no such setting; did you mean 'text'?", "out: is not given"):
        assert said in done.err


def test_a_checked_file_is_printed_with_its_defaults(soat: Soat, settings: Path, tmp_path: Path) -> None:
    done = soat("config", "check", settings)
    (tmp_path / "again.toml").write_text(done.out, encoding="utf-8")
    assert config_of(read_config(tmp_path / "again.toml")) == config_of(read_config(settings))
    assert "memory = 3072" in done.out


def test_a_dry_run_tells_the_plan_and_writes_nothing(soat: Soat, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": f"There are {number} schools."}) + "\n" for number in range(25)))
    told = json.loads(soat("run", tmp_path / "a.jsonl", "--out", tmp_path / "out", "--shard-articles", 10, "--dry-run", "--json").out)
    assert (told["files"], told["records"], told["shards"]) == (1, 25, 3)
    assert told["minutes"] > 0
    assert not (tmp_path / "out").exists()


def test_too_many_refusals_are_a_failure(soat: Soat, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "There are 3 schools."}\n' * 3 + "broken\n")
    assert soat("run", tmp_path / "a.jsonl", "--out", tmp_path / "out", "--max-refused", "30%").code == 3
    done = soat("run", tmp_path / "a.jsonl", "--out", tmp_path / "out", "--max-refused", "10%")
    assert done.code == 1
    assert "1 of 4 inputs were refused" in done.err


@pytest.mark.parametrize("given", [("--shard", "3"), ("--shard", "4/3"), ("--max-refused", "many")])
def test_what_is_no_part_or_share_is_wrong_usage(soat: Soat, article: Path, tmp_path: Path, given: tuple[str, str]) -> None:
    assert soat("run", article, "--out", tmp_path / "out", *given).code == 2


def test_status_tells_of_a_finished_run_and_of_none(soat: Soat, settings: Path, tmp_path: Path) -> None:
    assert soat("status", tmp_path).code == 1
    soat("run", "--config", settings)
    assert "finished; 1 of 1 inputs, 1 articles, 0 refused" in soat("status", tmp_path / "out").out


def test_the_doctor_names_versions_models_and_disk(soat: Soat, tmp_path: Path) -> None:
    told = {finding["what"]: finding for finding in json.loads(soat("doctor", tmp_path / "new" / "out", "--json").out)}
    assert {"soat", "pyarrow", "knowledge", "cores", "file names", "disk"} <= set(told)
    assert "digest" in told["model pl/ner"]["said"]
    assert str(tmp_path) in told["disk"]["said"]
