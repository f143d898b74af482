"""Files by their URL: found in order, read in place, and never taken for damaged where it is their storage that fails."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from fsspec.implementations.memory import MemoryFile, MemoryFileSystem

from pipeline.config import RunConfig
from pipeline.errors import OutputError, UsageError
from pipeline.remote import RemoteFile, remote_files
from pipeline.run import run
from pipeline.run.rehearsal import rehearse
from pipeline.write import read_table

LINES = [json.dumps({"text": f"The province has {number} bridges.", "lang": "en"}) for number in range(3000)]


def named(found: list[tuple[RemoteFile, str]]) -> dict[str, str]:
    return {name: str(file) for file, name in found}


def test_a_file_a_folder_and_a_glob_give_names_as_on_a_disk(memory: MemoryFileSystem) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "sub/.e.txt", "x[1].txt"):
        memory.pipe(f"/in/{name}", b"x")
    assert named(remote_files("memory://in/a.txt")) == {"memory://in/a.txt": "memory:///in/a.txt"}
    assert list(named(remote_files("memory://in"))) == ["a.txt", "b.txt", "sub/c.txt", "x[1].txt"]
    assert list(named(remote_files("memory://in/**/*.txt", but="memory://in/sub"))) == [
        "memory:///in/.hidden/d.txt", "memory:///in/a.txt", "memory:///in/b.txt", "memory:///in/x[1].txt",
    ]
    assert list(named(remote_files("memory://in/x[1].txt"))) == ["memory://in/x[1].txt"]


@pytest.mark.parametrize("url", ["memory://nothing", "memory://in/b*.txt"])
def test_a_url_that_names_nothing_is_told(url: str, memory: MemoryFileSystem) -> None:
    memory.pipe("/in/a.txt", b"x")
    with pytest.raises(UsageError, match="there is nothing at memory://"):
        remote_files(url)


def test_several_readers_of_one_file_have_each_their_place(memory: MemoryFileSystem) -> None:
    memory.pipe("/a", bytes(range(256)) * 4000)
    with RemoteFile("memory://a").open() as one, RemoteFile("memory://a").open() as other:
        assert one.read(3) == b"\0\1\2"
        assert other.seek(300_000) == 300_000
        assert one.read(2) == b"\3\4"
        assert other.read(1) == bytes([300_000 % 256])
        assert other.seek(-1, io.SEEK_END) == 256 * 4000 - 1


def as_zip(lines: bytes) -> bytes:
    with zipfile.ZipFile(made := io.BytesIO(), "w") as archive:
        archive.writestr("a.jsonl", lines)
    return made.getvalue()


def as_tar(lines: bytes) -> bytes:
    with tarfile.open(fileobj=(made := io.BytesIO()), mode="w:gz") as archive:
        member = tarfile.TarInfo("a.jsonl")
        member.size = len(lines)
        archive.addfile(member, io.BytesIO(lines))
    return made.getvalue()


def as_parquet(lines: bytes) -> bytes:
    frame = pd.DataFrame([json.loads(line) for line in lines.splitlines()])
    return bytes(frame.to_parquet(row_group_size=100))


FORMATS: dict[str, Callable[[bytes], bytes]] = {
    "a.jsonl": bytes, "a.jsonl.gz": gzip.compress, "a.zip": as_zip, "a.tgz": as_tar, "a.parquet": as_parquet,
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_lost_connection_ends_the_run_and_refuses_nothing(
    name: str, memory: MemoryFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = FORMATS[name]("\n".join(LINES).encode())
    memory.pipe(f"/in/{name}", data)
    memory.pipe("/in/b.txt", b"The province has 7 schools.")
    settings = RunConfig.model_validate({"inputs": ("memory://in",), "out": tmp_path / "out", "workers": 0})
    read, left = MemoryFile.read, [2 * len(data)]

    def break_off(self: MemoryFile, size: int = -1) -> bytes:
        found: bytes = read(self, size)
        left[0] -= len(found)
        if left[0] < 0:
            raise ConnectionResetError("reset by the other side")
        return found

    monkeypatch.setattr(MemoryFile, "read", break_off, raising=False)
    for _ in range(4):  # in the listing, in the survey, in the shards
        with pytest.raises(OutputError, match=rf"cannot read memory:///in/{name}: reset by the other side"):
            run(settings)
        left[0] = 3 * len(data) // 2
    monkeypatch.undo()
    summary = run(settings)
    assert (summary.articles, summary.refused) == (3001, 0)
    assert len(read_table(tmp_path / "out", "articles")) == 3001


def test_a_file_that_is_gone_or_changed_is_refused_as_on_a_disk(memory: MemoryFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.jsonl", "b.jsonl", "c.jsonl"):
        memory.pipe(f"/in/{name}", "\n".join(LINES[:3]).encode())
    from pipeline.run import coordinator  # noqa: PLC0415 - where the run is held up
    plan_shards = coordinator.plan_shards

    def planned(*given: object) -> tuple[int, int]:
        found = plan_shards(*given)  # type: ignore[arg-type]
        memory.rm("/in/a.jsonl")
        memory.pipe("/in/b.jsonl", b"other")
        return found

    monkeypatch.setattr(coordinator, "plan_shards", planned)
    summary = run(RunConfig.model_validate({"inputs": ("memory://in",), "out": tmp_path / "out", "workers": 0}))
    assert (summary.articles, dict(summary.reasons)) == (3, {"unreadable": 1, "changed": 1})


def test_a_rehearsal_writes_nothing_to_storage(memory: MemoryFileSystem) -> None:
    memory.pipe("/in/a.jsonl", "\n".join(LINES[:9]).encode())
    plan = rehearse(RunConfig.model_validate({"inputs": ("memory://in",), "out": "memory://out", "workers": 0}))
    assert (plan.files, plan.records) == (1, 9)
    assert not memory.exists("/out")
