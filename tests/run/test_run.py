"""Runs: the same bytes always, broken off and taken up, refused where a folder holds something else."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest

from pipeline.config import RunConfig
from pipeline.errors import OutputError, UsageError
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Dossier
from pipeline.run import run
from pipeline.run import shard as shard_module
from pipeline.run.summary import Progress
from pipeline.stages import Stage
from pipeline.write import export, read_table
from pipeline.write.disk_store import DiskStore

KNOWLEDGE = load_knowledge()


def write_input(path: Path, count: int, start: int = 0) -> str:
    """A file with so many records, every fifth one broken, every seventh one a copy of the first."""
    lines = []
    for number in range(start, start + count):
        told = number if number % 7 else 0
        text = f"The province has {told} bridges and {told * 3} schools since 2020."
        lines.append("broken" if number % 5 == 4 else json.dumps({"text": text, "published": "2025-04-22", "lang": "en"}))
    path.write_text("\n".join(lines) + "\n")
    return str(path)


def digest(folder: Path) -> dict[str, str]:
    """Every table's bytes."""
    files = [path for path in folder.rglob("*") if path.suffix == ".parquet" or path.name == "datapackage.json"]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)}


def config(tmp_path: Path, *inputs: str, out: str = "out", **settings: object) -> RunConfig:
    """A run with small shards."""
    return RunConfig(inputs=inputs, out=tmp_path / out, **({"shard_articles": 10, "workers": 0} | settings))  # type: ignore[arg-type]


def test_every_input_is_an_article_a_copy_or_a_refusal(tmp_path: Path) -> None:
    summary = run(config(tmp_path, write_input(tmp_path / "a.jsonl", 35)))
    assert (summary.inputs, summary.refused, summary.articles, summary.duplicates) == (35, 7, 25, 3)
    assert summary.inputs == summary.sources + summary.refused
    assert summary.reasons == {"json": 7}
    assert summary.rows["claims"] == len(read_table(summary.out, "claims")) > 24


def test_the_same_bytes_on_every_run_whatever_the_hash_seed(tmp_path: Path) -> None:
    given = write_input(tmp_path / "a.jsonl", 35)
    digests = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        code = (
            "from pipeline.config import RunConfig; from pipeline.knowledge import load_knowledge; from pipeline.run.coordinator import run; "
            f"run(RunConfig(inputs=({given!r},), out={str(out)!r}, shard_articles=10, workers=0))"
        )
        subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"})
        digests.append(digest(out))
    assert digests[0] == digests[1]
    assert len(digests[0]) > 9


def test_another_order_of_inputs_gives_the_same_rows(tmp_path: Path) -> None:
    one, two = write_input(tmp_path / "a.jsonl", 12), write_input(tmp_path / "b.jsonl", 12, start=40)
    run(config(tmp_path, one, two))
    run(config(tmp_path, two, one, out="other"))
    for name in ("articles", "sources", "claims", "citations", "officials", "dates", "places", "organisations", "refusals"):
        found = [read_table(tmp_path / out, name) for out in ("out", "other")]
        if name == "articles":  # an article that stands in several inputs is named after the first of them
            found = [table.drop_columns("source_path") for table in found]
        rows = [sorted(map(str, table.to_pylist())) for table in found]
        assert rows[0] == rows[1], name


def test_the_same_command_again_does_nothing(tmp_path: Path) -> None:
    settings = config(tmp_path, write_input(tmp_path / "a.jsonl", 12))
    first = run(settings)
    before = {path: path.stat().st_mtime_ns for path in settings.out.rglob("*")}
    again = run(settings)
    assert (again.unchanged, again.rows, again.inputs) == (True, first.rows, first.inputs)
    assert {path: path.stat().st_mtime_ns for path in settings.out.rglob("*")} == before


def test_another_input_or_setting_on_a_full_folder_is_refused_with_the_difference(tmp_path: Path) -> None:
    given = write_input(tmp_path / "a.jsonl", 12)
    run(config(tmp_path, given))
    with pytest.raises(UsageError, match=r"new: .*b\.jsonl"):
        run(config(tmp_path, given, write_input(tmp_path / "b.jsonl", 3)))
    with pytest.raises(UsageError, match='language was null, is "pl"'):
        run(config(tmp_path, given, language="pl"))
    write_input(tmp_path / "a.jsonl", 13)
    with pytest.raises(UsageError, match=r"changed: .*a\.jsonl"):
        run(config(tmp_path, given))
    assert not (tmp_path / "out" / ".work").exists()


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        run(config(tmp_path, write_input(tmp_path / "a.jsonl", 3)))


def test_append_adds_parts_and_knows_the_articles_that_stand_there(tmp_path: Path) -> None:
    one, two = write_input(tmp_path / "a.jsonl", 12), write_input(tmp_path / "b.jsonl", 12, start=8)
    run(config(tmp_path, one))
    before = digest(tmp_path / "out")
    run(config(tmp_path, two, append=True))
    after = digest(tmp_path / "out")
    assert {name: after[name] for name in before if name.endswith("parquet")} == {name: before[name] for name in before if name.endswith("parquet")}
    ids = read_table(tmp_path / "out", "articles").column("article_id").to_pylist()
    assert len(ids) == len(set(ids))
    manifest = json.loads((tmp_path / "out" / "run.json").read_text())
    assert manifest["inputs"] == 24 == manifest["rows"]["sources"] + manifest["refused"]
    assert manifest["inputs"] == manifest["articles"] + manifest["duplicates"] + manifest["refused"]
    assert run(config(tmp_path, two, append=True)).unchanged


def test_a_stage_that_fails_refuses_its_article_and_spares_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(dossier: Dossier, knowledge: Knowledge) -> None:  # noqa: ARG001 - the signature of a stage
        if "3 schools" in dossier.article.text:
            raise ZeroDivisionError("deep inside")

    given = write_input(tmp_path / "a.jsonl", 12)
    whole = run(config(tmp_path, given, out="whole"))
    monkeypatch.setattr(shard_module, "ORDER", (*shard_module.ORDER, Stage("fragile", fail, frozenset(), frozenset())))
    summary = run(config(tmp_path, given))
    assert summary.reasons["failed"] == 2
    assert summary.inputs == summary.sources + summary.refused
    refusal = next(row for row in read_table(summary.out, "refusals").to_pylist() if row["reason"] == "failed")
    assert (refusal["what"], refusal["stage"], refusal["detail"]) == ("input", "fragile", "ZeroDivisionError: deep inside")
    kept = {row["claim_id"]: row for row in read_table(summary.out, "claims").to_pylist()}
    all_rows = {row["claim_id"]: row for row in read_table(whole.out, "claims").to_pylist()}
    assert kept == {name: all_rows[name] for name in kept}


def test_a_run_broken_off_between_shards_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = write_input(tmp_path / "a.jsonl", 48)
    run(config(tmp_path, given, out="whole"))
    add = DiskStore.add

    def full(self: DiskStore, shard: int, *rest: object) -> None:
        if shard == 3:
            raise OutputError("the disk is full")
        add(self, shard, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(DiskStore, "add", full)
    with pytest.raises(OutputError):
        run(config(tmp_path, given))
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".work"]
    with pytest.raises(UsageError, match="unfinished run"):
        run(config(tmp_path, given, language="pl"))
    monkeypatch.setattr(DiskStore, "add", add)
    done: list[int] = []
    monkeypatch.setattr(DiskStore, "add", lambda self, shard, *rest: (done.append(shard), add(self, shard, *rest)))
    summary = run(config(tmp_path, given))
    assert done == [3, 4]
    assert summary.inputs == 48
    assert digest(tmp_path / "out") == digest(tmp_path / "whole")
    assert not (tmp_path / "out" / ".work").exists()


@pytest.mark.parametrize("moves", [1, 7, 20])
def test_a_run_broken_off_while_its_parts_move_into_place_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    given = write_input(tmp_path / "a.jsonl", 25)
    run(config(tmp_path, given, out="whole"))
    rename, left = Path.rename, [moves]

    def torn(self: Path, target: Path) -> Path:
        if "part-" in Path(target).name:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", torn)
    with pytest.raises(KeyboardInterrupt):
        run(config(tmp_path, given))
    assert not (tmp_path / "out" / "run.json").exists()
    monkeypatch.setattr(Path, "rename", rename)
    assert run(config(tmp_path, given)).inputs == 25
    assert digest(tmp_path / "out") == digest(tmp_path / "whole")


def test_a_killed_run_leaves_no_torn_table_and_is_taken_up(tmp_path: Path) -> None:
    given = write_input(tmp_path / "a.jsonl", 900)
    run(config(tmp_path, given, out="whole", shard_articles=50, workers=0))
    out = tmp_path / "out"
    code = (
        "from pipeline.config import RunConfig; from pipeline.knowledge import load_knowledge; from pipeline.run.coordinator import run; "
        f"run(RunConfig(inputs=({given!r},), out={str(out)!r}, shard_articles=50, workers=0))"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 60
    while not (out / ".work" / "shard-00002").exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (out / "run.json").exists()
    assert not list(out.glob("*/part-*"))
    run(config(tmp_path, given, shard_articles=50, workers=0))
    assert digest(out) == digest(tmp_path / "whole")


def test_a_run_does_not_read_its_own_tables(tmp_path: Path) -> None:
    write_input(tmp_path / "a.jsonl", 12)
    settings = RunConfig(inputs=(str(tmp_path),), out=tmp_path / "out", formats=("csv",), workers=0)
    assert run(settings).inputs == 12
    export(settings.out, settings.formats)
    assert run(settings).unchanged


def test_what_came_on_the_standard_input_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, unchanged in (("The province has 5 bridges.", False), ("The province has 5 bridges.", True)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        assert run(config(tmp_path, "-")).unchanged == unchanged
        assert not (tmp_path / "out" / ".work").exists()
    assert read_table(tmp_path / "out", "sources").column("source_path").to_pylist() == ["-"]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Other words")))
    with pytest.raises(UsageError, match="changed: -"):
        run(config(tmp_path, "-"))
    assert not (tmp_path / "out" / ".work").exists()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_exported_articles_are_inputs_again_and_give_the_same_facts(tmp_path: Path, form: Literal["csv", "jsonl", "parquet"]) -> None:
    lines = [
        {
            "text": '- The province has 5 bridges, "two" of them new.\n- It lost 12% of its schools.', "published": "2025-04-22", "title": "=Bridges",
            "lang": "en",
        },
        {"text": "Województwo połączyło 12 gmin.", "title": "Gminy", "published": "2025-06", "language": "pl", "url": "https://example.org/gminy.html"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    run(config(tmp_path, str(tmp_path / "a.jsonl")))
    if form != "parquet":
        export(tmp_path / "out", [form])
    place = tmp_path / "out" / (f"{form}/articles.{form}" if form != "parquet" else "articles/part-00000.parquet")
    run(config(tmp_path, str(place), out="again"))
    for name in ("claims", "dates", "citations", "officials", "places"):
        assert read_table(tmp_path / "again", name).equals(read_table(tmp_path / "out", name)), name


def test_progress_goes_up_to_the_whole(tmp_path: Path) -> None:
    said: list[Progress] = []
    run(config(tmp_path, write_input(tmp_path / "a.jsonl", 35)), said.append)
    assert [progress.inputs for progress in said] == [10, 20, 30, 35]
    assert [progress.share for progress in said] == sorted(progress.share for progress in said)
    assert said[-1].share == 1.0


def test_progress_is_told_inside_a_large_shard_too(tmp_path: Path) -> None:
    said: list[Progress] = []
    run(config(tmp_path, write_input(tmp_path / "a.jsonl", 120), shard_articles=100), said.append)
    assert [progress.inputs for progress in said] == [50, 100, 120]
    assert [progress.share for progress in said] == sorted(progress.share for progress in said)


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    settings = config(tmp_path, write_input(tmp_path / "a.jsonl", 5))
    with DiskStore(settings.out).locked(), pytest.raises(UsageError, match="another run"):
        run(settings)
    assert run(settings).inputs == 5


def test_an_output_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="cannot write"):
        run(config(tmp_path, write_input(tmp_path / "a.jsonl", 5)))


def test_a_limit_ends_the_run(tmp_path: Path) -> None:
    assert run(config(tmp_path, write_input(tmp_path / "a.jsonl", 35), limit=13)).inputs == 13


def test_a_run_without_one_article_still_writes_its_tables(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("broken\n")
    summary = run(config(tmp_path, str(tmp_path / "a.jsonl")))
    assert (summary.inputs, summary.articles, len(read_table(summary.out, "claims"))) == (1, 0, 0)
