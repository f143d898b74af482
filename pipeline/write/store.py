"""The folder of a run: work in `.work/`, whole parts moved into place at the end, the manifest last."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import OutputError, UsageError
from pipeline.write.as_parquet import PartWriter, arrow_of, write_part
from pipeline.write.disk import lock, read_json, sync, write_json, write_whole
from pipeline.write.package import package_of
from pipeline.write.rows import Row, Rows
from pipeline.write.tables import TABLES

MANIFEST = "run.json"
SETTINGS = "soat.toml"
_WORK = ".work"
_PLAN = "plan.json"
_COMMIT = "commit.json"
_COUNTS = "counts.json"
_READY = "ready"


class Store:
    """One output folder and what is on its way into it.

    A finished shard is a folder `.work/shard-00000/` with one part file a table; it appears whole, by a rename. Nothing but whole parts
    ever stands in a table's folder, and `run.json` is written when all of them do. Methods raise OutputError where the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._work = folder / _WORK

    @contextmanager
    def locked(self, *, shared: bool = False) -> Iterator[int]:
        """Keep other runs out of the folder, or (`shared`) all but those that share it; the lock ends with the process, however it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.folder, os.O_RDONLY)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        try:
            if not lock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX):
                raise UsageError(f"another run is writing to {self.folder}")
            yield descriptor
        finally:
            os.close(descriptor)

    def alone(self, descriptor: int) -> bool:
        """Whether the holder of a shared lock is the last one, and has the folder for itself from now on; if not, it holds nothing any more."""
        return lock(descriptor, fcntl.LOCK_EX)

    @contextmanager
    def queued(self, name: str, *, wait: bool) -> Iterator[None]:
        """Do something that only one of the runs which share the folder may do at a time; the others wait, or are refused."""
        with self.work_file(f"{name}.lock").open("w") as stream:
            if not lock(stream.fileno(), fcntl.LOCK_EX, wait=wait):
                raise UsageError(f"another run does this part of {self.folder}")
            yield

    def manifest(self) -> dict[str, Any] | None:
        """The manifest of the finished run in the folder, None where there is none."""
        return read_manifest(self.folder) if (self.folder / MANIFEST).exists() else None

    def plan(self) -> dict[str, Any] | None:
        """The plan of an unfinished run in the folder, None where there is none."""
        return self.kept(_PLAN)

    def admit(self) -> None:
        """See that the folder is new, empty, or soat's own; raises UsageError where it is not."""
        try:
            if self.manifest() is None and any(path.name != _WORK for path in self.folder.iterdir()):
                raise UsageError(f"{self.folder} is not empty and is not of soat: give another --out")
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error

    def begin(self, plan: Mapping[str, object]) -> None:
        """Start a run."""
        self.keep(_PLAN, plan)

    def work_file(self, name: str) -> Path:
        """Where a temporary file of the run may stand."""
        try:
            self._work.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        return self._work / name

    def clear(self) -> None:
        """Remove temporary files where no run is unfinished."""
        if self.plan() is None:
            shutil.rmtree(self._work, ignore_errors=True)

    def parts(self) -> int:
        """How many parts stand in the tables' folders."""
        return sum(1 for _ in (self.folder / "articles").glob("part-*.parquet"))

    def article_ids(self) -> Iterator[list[str]]:
        """The ids of all articles in the tables, part by part."""
        for part in sorted((self.folder / "articles").glob("part-*.parquet")):
            yield pq.read_table(part, columns=["article_id"]).column(0).to_pylist()

    def keep(self, name: str, content: Mapping[str, object]) -> None:
        """Write a file of the run's plan; it is there whole or not at all."""
        write_json(self.work_file(name), content)

    def kept(self, name: str) -> dict[str, Any] | None:
        """What was kept under a name, None where nothing was."""
        path = self._work / name
        return read_json(path) if path.exists() else None

    def finished(self, shard: int) -> dict[str, Any] | None:
        """The counts of a shard that was finished before, None where it has to be done."""
        path = self._shard(shard) / _COUNTS
        return read_json(path) if path.exists() else None

    def table_parts(self, name: str) -> Iterator[tuple[str, pa.Table]]:
        """The parts of a finished table by their file names."""
        for part in sorted((self.folder / name).glob("part-*.parquet")):
            yield part.name, pq.read_table(part)

    def lay_ready(self, name: str, part: str, table: pa.Table) -> None:
        """Write what is to stand in place of a part when the run is committed."""
        write_part(table, self.work_file(f"{_READY}-{name}-{part}.torn"))
        self.work_file(f"{_READY}-{name}-{part}.torn").rename(self.work_file(f"{_READY}-{name}-{part}"))

    def rate(self, inputs: int) -> float | None:
        """Inputs a second, by when the first and the last of the finished shards with so many inputs were written."""
        times = sorted(path.stat().st_mtime for path in self._work.glob(f"shard-*/{_COUNTS}"))
        if len(times) < 2 or times[-1] == times[0]:
            return None
        return inputs * (len(times) - 1) / len(times) / (times[-1] - times[0])

    def finished_table(self, shard: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table of a finished shard."""
        path = self._shard(shard) / f"{name}.parquet"
        try:
            return pq.read_table(path, columns=columns)
        except (OSError, pa.ArrowException) as error:
            raise OutputError(f"cannot read {path}: {error}") from error

    def add(self, shard: int, rows: Rows, counts: Mapping[str, object]) -> None:
        """Write a shard's parts; they appear all at once."""
        self._put(shard, {name: arrow_of(name, rows[name]) for name in TABLES}, counts)

    def change(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        """Write some tables of a finished shard anew, with its counts; a shard that is lost on the way is one that has to be done again."""
        self._put(shard, tables, counts)

    def _put(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        place = self._shard(shard)
        torn = place.with_name(f"{place.name}.{os.getpid()}.torn")
        try:
            for left in self._work.glob(f"{place.name}.*.torn"):
                shutil.rmtree(left, ignore_errors=True)
            torn.mkdir(parents=True)
            for name in TABLES:
                part = f"{name}.parquet"
                if name in tables:
                    write_part(tables[name], torn / part)
                else:
                    shutil.copyfile(place / part, torn / part)
            write_json(torn / _COUNTS, counts)
            if place.exists():
                shutil.rmtree(place)
            torn.rename(place)
            sync(self._work)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error

    def commit(self, shards: int, first_part: int, manifest: Mapping[str, object], settings: str) -> None:
        """Move the shards' parts into place, then the data package, the settings, the manifest; `recover` finishes it after a kill."""
        write_json(self._work / _COMMIT, {"shards": shards, "first_part": first_part, "manifest": manifest, "settings": settings})
        self.recover()

    def recover(self) -> bool:
        """Finish a commit that was begun; False where none was."""
        if not (self._work / _COMMIT).exists():
            return False
        commit = read_json(self._work / _COMMIT)
        try:
            for name in TABLES:
                place = self.folder / name
                place.mkdir(exist_ok=True)
                for shard in range(commit["shards"]):
                    part = self._shard(shard) / f"{name}.parquet"
                    if part.exists():
                        part.rename(place / f"part-{commit['first_part'] + shard:05d}.parquet")
                for ready in self._work.glob(f"{_READY}-{name}-part-*.parquet"):
                    ready.rename(place / ready.name.removeprefix(f"{_READY}-{name}-"))
                sync(place)
            write_json(self.folder / "datapackage.json", package_of(self.folder))
            write_whole(self.folder / SETTINGS, commit["settings"])
            write_json(self.folder / MANIFEST, commit["manifest"])
            (self._work / _COMMIT).unlink()
            shutil.rmtree(self._work)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        return True

    def replace(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write gathered tables whole, each in place of an earlier one; the folder must be that of a finished run."""
        self.replace_streamed(rows, ((name, row) for name, its in rows.items() for row in its))

    def replace_streamed(self, names: Iterable[str], rows: Iterable[tuple[str, Row]]) -> dict[str, int]:
        """The same of rows that come one by one with the name of their table; their numbers.

        Nothing is replaced before the last row has come: where making them fails, the earlier tables stay.
        """
        read_manifest(self.folder)
        with ExitStack() as stack:
            writers = {name: stack.enter_context(PartWriter(name, self.work_file(f"{name}.torn"))) for name in names}
            for name, row in rows:
                writers[name].add(row)
        try:
            for name in writers:
                place = self.folder / name
                place.mkdir(exist_ok=True)
                self.work_file(f"{name}.torn").rename(place / "part-00000.parquet")
                sync(place)
            write_json(self.folder / "datapackage.json", package_of(self.folder))
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        self.clear()
        return {name: writer.count for name, writer in writers.items()}

    def _shard(self, shard: int) -> Path:
        return self._work / f"shard-{shard:05d}"


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a finished run; raises OutputError where there is none."""
    path = folder / MANIFEST
    if not path.exists():
        raise OutputError(f"no {MANIFEST} under {folder}: is it the --out of a finished run?")
    return read_json(path)
