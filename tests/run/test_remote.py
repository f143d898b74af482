"""Runs with URLs for inputs and tables: the bytes of a run on a disk, wherever they are broken off, and never half a result that looks whole."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import pipeline
from pipeline.cli.app import run_app
from pipeline.config import RunConfig
from pipeline.errors import OutputError, UsageError
from pipeline.run import run
from pipeline.run.cluster import DaskEngine
from pipeline.run.retry import retry
from pipeline.run.status import status_of
from pipeline.run.tasks import Task
from pipeline.write.remote_store import RemoteStore

OUT = "memory://out"


def lines(count: int, start: int = 0) -> str:
    """So many records, one of them broken, some of them copies of others."""
    texts = [f"The province has {number % 9 + start} bridges and {number} schools." for number in range(count)]
    texts[count // 2] = texts[0]
    return "\n".join(json.dumps({"text": text, "lang": "en"}) if number != 3 else "broken" for number, text in enumerate(texts))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[MemoryFileSystem]:
    """Storage in memory with two inputs, which stand in a folder too."""
    system = MemoryFileSystem()
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name, data in {"a.jsonl.gz": gzip.compress(lines(12).encode()), "sub/b.jsonl": lines(5, 100).encode()}.items():
        system.pipe(f"/in/{name}", data)
        (tmp_path / "in" / name).write_bytes(data)
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def config(source: str, out: Path | str, **more: object) -> RunConfig:
    return RunConfig.model_validate({"inputs": (source,), "out": out, "shard_articles": 4, "workers": 0, **more})


def on_disk(folder: Path) -> dict[str, bytes]:
    """What a finished run left in a folder, but for the time of day and the place."""
    return comparable({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()})


def stored(memory: MemoryFileSystem) -> dict[str, bytes]:
    return comparable({path.removeprefix("/out/"): memory.cat_file(path) for path in memory.find("/out")})


def comparable(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: b"there" if name in ("run.json", "soat.toml") else data for name, data in files.items()}


@pytest.fixture
def wanted(memory: MemoryFileSystem, tmp_path: Path) -> dict[str, bytes]:  # noqa: ARG001 - it lays out the inputs
    run(config(str(tmp_path / "in"), tmp_path / "disk"))
    return on_disk(tmp_path / "disk")


def is_whole(memory: MemoryFileSystem) -> bool:
    """Whether there is a manifest; what it counts then stands there."""
    try:
        manifest = json.loads(memory.cat_file("/out/run.json"))
    except (FileNotFoundError, ValueError):
        return False
    for name, rows in manifest["rows"].items():
        parts = [io.BytesIO(memory.cat_file(path)) for path in memory.find(f"/out/{name}")]
        assert sum(pq.read_metadata(part).num_rows for part in parts) == rows, name
    return True


class Broken(BaseException):
    """The process ends here."""


def torn(system: MemoryFileSystem, path: str) -> None:
    """Only half of what is put there has come."""
    memory_put(system, path, system.cat_file(path)[:system.size(path) // 2])


memory_put = MemoryFileSystem.pipe_file


CHANGES = ("pipe_file", "cp_file", "rm_file", "_rm")


def broken_after(changes: int, monkeypatch: pytest.MonkeyPatch, before: Callable[[], object] = lambda: None) -> None:
    """Let the process end in the middle of the change of storage that comes after so many others."""
    left = [changes]

    def counted(name: str) -> Callable[..., Any]:
        change = getattr(MemoryFileSystem, name)

        def changing(system: MemoryFileSystem, path: str, *given: object, **named: object) -> object:
            before()
            left[0] -= 1
            if left[0] >= 0:
                return change(system, path, *given, **named)
            if "rm" not in name:
                change(system, path, *given, **named)
                torn(system, path if name == "pipe_file" else given[0])
            raise Broken

        return changing

    for name in CHANGES:
        monkeypatch.setattr(MemoryFileSystem, name, counted(name))


def test_the_tables_have_the_bytes_of_a_run_on_a_disk(memory: MemoryFileSystem, wanted: dict[str, bytes]) -> None:
    settings = config("memory://in", OUT)
    first = run(settings)
    assert (first.inputs, first.refused, first.duplicates) == (17, 2, 2)
    assert stored(memory) == wanted
    assert run(settings).unchanged
    assert stored(memory) == wanted
    status = status_of(OUT)
    assert (status.state, status.inputs, status.refused) == ("finished", 17, 2)
    with pytest.raises(UsageError, match=r"holds the result of another command .*language was null"):
        run(config("memory://in", OUT, language="pl"))
    assert stored(memory) == wanted


def test_a_run_does_not_read_its_own_tables(memory: MemoryFileSystem) -> None:
    run(config("memory://", OUT))
    assert memory.exists("/out/run.json")
    assert run(config("memory://", OUT)).unchanged


def test_wherever_a_run_is_broken_off_nothing_half_looks_whole_and_the_same_command_ends_it(
    memory: MemoryFileSystem, wanted: dict[str, bytes],
) -> None:
    settings, ended, step = config("memory://in", OUT), False, 0
    while not ended:
        memory.rm("/out", recursive=True) if memory.exists("/out") else None
        with pytest.MonkeyPatch.context() as patch:
            broken_after(step, patch)
            try:
                run(settings)
            except Broken:
                assert not is_whole(memory) or stored(memory).keys() >= wanted.keys(), step
            else:
                ended = True
        run(settings)
        assert is_whole(memory), step
        assert stored(memory) == wanted, step
        step += 7
    assert step > 100


def test_wherever_more_is_broken_off_the_earlier_manifest_never_stands_beside_later_parts(
    memory: MemoryFileSystem, wanted: dict[str, bytes], tmp_path: Path,
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.jsonl").write_text(lines(9, 50))
    memory.pipe("/more/c.jsonl", lines(9, 50).encode())
    run(config(str(tmp_path / "more"), tmp_path / "disk", append=True))
    added, ended, step = on_disk(tmp_path / "disk"), False, 0
    assert len(added) > len(wanted)
    while not ended:
        memory.rm("/out", recursive=True) if memory.exists("/out") else None
        run(config("memory://in", OUT))
        with pytest.MonkeyPatch.context() as patch:
            broken_after(step, patch, lambda: is_whole(memory))
            try:
                run(config("memory://more", OUT, append=True))
            except Broken:
                is_whole(memory)
            else:
                ended = True
        again = run(config("memory://more", OUT, append=True))
        assert (again.inputs, is_whole(memory)) == (9, True), step
        assert stored(memory) == added, step
        step += 13
    assert step > 70


def test_what_was_refused_is_read_once_more_also_where_that_is_broken_off(memory: MemoryFileSystem) -> None:
    whole = stored_after_retry(memory, None)
    for step in range(0, 120, 17):
        assert stored_after_retry(memory, step) == whole, step
    with pytest.raises(UsageError, match=f"no input of {OUT} was refused"):
        retry(OUT, {})


def stored_after_retry(memory: MemoryFileSystem, step: int | None) -> dict[str, bytes]:
    memory.rm("/out", recursive=True) if memory.exists("/out") else None
    memory.pipe("/in/sub/b.jsonl", lines(5, 100).encode())
    run(config("memory://in", OUT))
    for name in ("a.jsonl.gz", "sub/b.jsonl"):
        data = memory.cat_file(f"/in/{name}")
        text = gzip.decompress(data) if name.endswith("gz") else data
        mended = text.replace(b"broken", json.dumps({"text": f"There are 17 schools in {name}."}).encode())
        memory.pipe(f"/in/{name}", gzip.compress(mended) if name.endswith("gz") else mended)
    if step is not None:
        with pytest.MonkeyPatch.context() as patch:
            broken_after(step, patch)
            with pytest.raises(Broken):
                retry(OUT, {})
    # one that was broken off behind its last shard is ended, and then has nothing more to do
    with contextlib.suppress(UsageError) if step else contextlib.nullcontext():
        retry(OUT, {})
    assert is_whole(memory)
    assert json.loads(memory.cat_file("/out/run.json"))["refused"] == 0
    memory.pipe("/in/a.jsonl.gz", gzip.compress(lines(12).encode()))
    return stored(memory)


def test_a_part_that_no_run_speaks_of_is_gone_when_the_tables_are_published(
    memory: MemoryFileSystem, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = config("memory://in", OUT)
    with monkeypatch.context() as patch:
        patch.setattr(RemoteStore, "_publish", _end)
        with pytest.raises(Broken):
            run(settings)
    memory.pipe("/out/claims/part-00099.parquet", b"of an earlier run")
    run(settings)
    assert stored(memory) == wanted


def _end(_store: RemoteStore) -> None:
    raise Broken


def test_storage_that_keeps_half_of_a_file_is_found_out(memory: MemoryFileSystem, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config("memory://in", OUT)
    for half in ("/claims.parquet", "00001.json"):
        with monkeypatch.context() as patch:
            pipe_file = MemoryFileSystem.pipe_file

            def halved(self: MemoryFileSystem, path: str, value: bytes, half: str = half, pipe_file: Callable[..., None] = pipe_file) -> None:
                pipe_file(self, path, value[:len(value) // 2] if path.endswith(half) else value)

            patch.setattr(MemoryFileSystem, "pipe_file", halved)
            with pytest.raises(OutputError, match=r"memory://out/\.work/.* has [0-9]+ bytes where [0-9]+ were put"):
                run(settings)
    with monkeypatch.context() as patch:
        copy = MemoryFileSystem.cp_file

        def shortened(self: MemoryFileSystem, old: str, new: str) -> None:
            copy(self, old, new)
            self.pipe_file(new, self.cat_file(new)[:-1])

        patch.setattr(MemoryFileSystem, "cp_file", shortened)
        with pytest.raises(OutputError, match=r"memory://out/articles/part-00000\.parquet has [0-9]+ bytes where [0-9]+ were put"):
            run(settings)
    assert not memory.exists("/out/run.json")
    run(settings)
    assert stored(memory) == wanted


def test_a_worker_that_was_thought_dead_changes_nothing(memory: MemoryFileSystem, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config("memory://in", OUT)
    from pipeline.run import coordinator, shard  # noqa: PLC0415 - where the run is held up
    settle, read_shard = coordinator.settle, shard.read_shard

    def outlived(*given: object) -> None:
        before = {path: memory.cat_file(path) for path in memory.find("/out/.work/parts")}
        settle(*given)  # type: ignore[arg-type]
        changed = [path for path, data in before.items() if memory.cat_file(path) != data]
        assert changed
        memory.pipe({path: before[path] for path in changed})

    with monkeypatch.context() as patch:
        patch.setattr(coordinator, "settle", outlived)
        with pytest.raises(OutputError, match="1 shards at memory://out have changed since they were done"):
            run(settings)
    assert not memory.exists("/out/run.json")
    assert not memory.exists("/out/.work/done/00001.json")

    def overtaken(*given: object) -> object:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shard, "read_shard", read_shard)
            shard.process_shard(1, settings)
            memory.pipe("/out/.work/parts/00001/claims.parquet", b"settled")
        return read_shard(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(shard, "read_shard", overtaken)
        shard.process_shard(1, settings)
    assert memory.cat_file("/out/.work/parts/00001/claims.parquet") == b"settled"
    run(settings)
    assert stored(memory) == wanted


def test_the_last_run_to_begin_has_the_place(memory: MemoryFileSystem, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config("memory://in", OUT)
    from pipeline.run import coordinator  # noqa: PLC0415 - where the first run is held up
    settle, other = coordinator.settle, RemoteStore(OUT)

    def overtaken(*given: object) -> None:
        settle(*given)  # type: ignore[arg-type]
        other.begin(other.plan() or {})

    with monkeypatch.context() as patch:
        patch.setattr(coordinator, "settle", overtaken)
        with pytest.raises(UsageError, match="another run has begun at memory://out since this one did"):
            run(settings)
    assert not memory.exists("/out/run.json")
    run(settings)
    assert stored(memory) == wanted


def test_a_place_of_something_else_and_an_unfinished_run_of_another_command_are_refused(
    memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory.pipe("/out/thesis.doc", b"mine")
    with pytest.raises(UsageError, match="memory://out is not empty and is not of soat"):
        run(config("memory://in", OUT))
    assert memory.find("/out") == ["/out/thesis.doc"]
    memory.rm("/out/thesis.doc")
    with monkeypatch.context() as patch:
        patch.setattr(RemoteStore, "_publish", _end)
        with pytest.raises(Broken):
            run(config("memory://in", OUT))
    memory.rm("/out/.work/commit.json")
    status = status_of(OUT)
    assert (status.state, status.shards, status.done, status.inputs) == ("not finished", 5, 5, 17)
    with pytest.raises(UsageError, match="memory://out holds an unfinished run of another command"):
        run(config("memory://in", OUT, language="pl"))


def test_the_standard_input_is_kept_where_the_tables_go(memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(lines(9).encode())

    monkeypatch.setattr("sys.stdin", Piped)
    assert run(config("-", OUT)).inputs == 9
    assert not memory.exists("/out/.work")


@pytest.mark.parametrize(("more", "said"), [
    ({"part": (1, 2)}, "needs a folder that all jobs share"),
    ({"formats": ("csv",)}, "other formats"),
    ({"workers": 2}, "memory:// is there for one process alone"),
    ({"engine": "dask"}, "memory:// is there for one process alone"),
    ({"out": Path("s3://bucket/out")}, "a URL is given as a string"),
    ({"inputs": ("ftp://anna:geheim@host/a",)}, "holds a password"),
    ({"out": "ftp://anna:geheim@host/a"}, "holds a password"),
])
def test_what_a_url_cannot_do_is_told_before_anything_is_read(more: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        config("memory://in", **{"out": OUT, **more})
    assert "geheim" not in str(refused.value)


def test_the_command_line_and_the_settings_file_take_urls(
    memory: MemoryFileSystem, wanted: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "soat.toml").write_text('inputs = ["memory://in"]\nout = "memory://out"\nworkers = 0\nshard_articles = 4\n')
    assert run_app(["run", "--config", str(tmp_path / "soat.toml")]) == 3
    assert "tables in memory://out/: " in capsys.readouterr().out
    assert stored(memory) == wanted
    assert run_app(["run", "memory://in", "--out", OUT, "--workers", "0", "--shard-articles", "4"]) == 3
    assert "holds the result of this command already" in capsys.readouterr().out
    assert run_app(["status", OUT]) == 0
    assert capsys.readouterr().out.startswith("memory://out: finished")
    assert run_app(["retry", OUT, "-q"]) == 3
    assert run_app(["link", OUT]) == 2
    assert "memory://out: this command works on a disk" in capsys.readouterr().err
    with pytest.raises(UsageError, match="memory://out: tables are verified on a disk"):
        pipeline.verify(OUT)
    assert run_app(["status", "memory://nothing"]) == 1
    assert "no run has begun in memory://nothing" in capsys.readouterr().err
    assert run_app(["run", "memory://in", "--out", "ftp://anna:geheim@host/out"]) == 2
    assert "geheim" not in capsys.readouterr().err
    assert run_app(["doctor", OUT]) == 0
    assert "memory://out answers" in capsys.readouterr().out


_KILLED = """
import os, signal, sys
from fsspec.implementations.local import LocalFileSystem
from pipeline.config import RunConfig
from pipeline.run.coordinator import run

copy, left = LocalFileSystem.cp_file, [int(sys.argv[3])]
def killed(self, *given, **named):
    copy(self, *given, **named)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
LocalFileSystem.cp_file = killed
run(RunConfig(inputs=(sys.argv[1],), out=sys.argv[2], shard_articles=4, workers=0))
"""


def test_a_run_that_is_killed_while_it_publishes_is_ended_by_workers_on_another_machine(wanted: dict[str, bytes], tmp_path: Path) -> None:
    source, out = (tmp_path / "in").as_uri(), (tmp_path / "out").as_uri()
    surroundings = os.environ | {"PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, "-c", _KILLED, source, out, "20"], check=False, cwd=tmp_path, env=surroundings)
    assert done.returncode == -signal.SIGKILL
    assert sum(1 for _ in (tmp_path / "out").glob("*/part-*.parquet")) == 20
    assert not (tmp_path / "out" / "run.json").exists()
    run(config(source, out, workers=2))
    assert on_disk(tmp_path / "out") == wanted


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_workers_read_and_write_by_url(engine: str, wanted: dict[str, bytes], tmp_path: Path) -> None:
    run(config((tmp_path / "in").as_uri(), (tmp_path / "out").as_uri(), engine=engine, workers=2))
    assert on_disk(tmp_path / "out") == wanted


@pytest.mark.parametrize(("source", "out", "told"), [("file://in", "file://out", False), ("in", "file://out", True), ("file://in", "out", True)])
def test_workers_of_a_cluster_need_the_folder_of_the_caller_for_paths_alone(source: str, out: str, told: object) -> None:
    engine, given = DaskEngine(config(source, out, engine="dask")), []

    class Client:
        loop = None

        def submit(self, *all_given: str, **_: object) -> None:
            given.extend(all_given)
            raise Broken

    engine._client = Client()
    with pytest.raises(Broken):
        engine.work([Task("shard", 0)], None)  # type: ignore[arg-type]
    assert (given[3] is not None) == told
    assert json.loads(given[2])["out"] == (out if out.startswith("file") else str(Path(out).absolute()))
