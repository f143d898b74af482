"""The folder of a run on a disk: work in `.work/`, whole parts moved into place at the end, the manifest last."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from typing_extensions import override

from pipeline.errors import OutputError, UsageError
from pipeline.write.as_parquet import PartWriter, read_table, write_part
from pipeline.write.disk import lock, read_json, sync, write_json, write_whole
from pipeline.write.package import package_of
from pipeline.write.rows import Row
from pipeline.write.store import COMMIT, COUNTS, MANIFEST, PACKAGE, PLAN, READY, SETTINGS, WORK, Store
from pipeline.write.tables import TABLES


class DiskStore(Store):
    """One output folder on a disk that can lock, rename and sync.

    A finished shard is a folder `.work/shard-00000/` with one part file a table; it appears whole, by a rename. Nothing but whole parts
    ever stands in a table's folder, and `run.json` is written when all of them do. Methods raise OutputError where the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._work = folder / WORK

    @override
    @contextmanager
    def locked(self, *, shared: bool = False) -> Iterator[int]:
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

    @override
    def alone(self, descriptor: int) -> bool:
        return lock(descriptor, fcntl.LOCK_EX)

    @override
    @contextmanager
    def queued(self, name: str, *, wait: bool) -> Iterator[None]:
        with self.work_file(f"{name}.lock").open("w") as stream:
            if not lock(stream.fileno(), fcntl.LOCK_EX, wait=wait):
                raise UsageError(f"another run does this part of {self.folder}")
            yield

    @override
    def manifest(self) -> dict[str, Any] | None:
        return read_manifest(self.folder) if (self.folder / MANIFEST).exists() else None

    @override
    def settings(self) -> str:
        try:
            return (self.folder / SETTINGS).read_text(encoding="utf-8", errors="surrogateescape")
        except OSError as error:
            raise OutputError(f"cannot read {self.folder / SETTINGS}: {error.strerror or error}") from error

    @override
    def held(self) -> bool:
        try:
            with self.locked():
                return False
        except UsageError:
            return True

    @override
    def admit(self) -> None:
        try:
            if self.manifest() is None and any(path.name != WORK for path in self.folder.iterdir()):
                raise UsageError(f"{self.folder} is not empty and is not of soat: give another --out")
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error

    def work_file(self, name: str) -> Path:
        """Where a temporary file of the run may stand."""
        try:
            self._work.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        return self._work / name

    @override
    def spool(self, stream: BinaryIO) -> Path:
        kept = self.work_file("stdin")
        with kept.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        return kept

    @override
    def clear(self) -> None:
        if self.plan() is None:
            shutil.rmtree(self._work, ignore_errors=True)

    @override
    def parts(self) -> int:
        return sum(1 for _ in (self.folder / "articles").glob("part-*.parquet"))

    @override
    def article_ids(self) -> Iterator[list[str]]:
        for part in sorted((self.folder / "articles").glob("part-*.parquet")):
            yield pq.read_table(part, columns=["article_id"]).column(0).to_pylist()

    @override
    def keep(self, name: str, content: Mapping[str, object]) -> None:
        write_json(self.work_file(name), content)

    @override
    def kept(self, name: str) -> dict[str, Any] | None:
        path = self._work / name
        return read_json(path) if path.exists() else None

    @override
    def finished(self, shard: int) -> dict[str, Any] | None:
        path = self._shard(shard) / COUNTS
        return read_json(path) if path.exists() else None

    @override
    def table(self, name: str) -> pa.Table:
        return read_table(self.folder, name)

    @override
    def table_parts(self, name: str) -> Iterator[tuple[str, pa.Table]]:
        for part in sorted((self.folder / name).glob("part-*.parquet")):
            yield part.name, pq.read_table(part)

    @override
    def lay_ready(self, name: str, part: str, table: pa.Table) -> None:
        write_part(table, self.work_file(f"{READY}-{name}-{part}.torn"))
        self.work_file(f"{READY}-{name}-{part}.torn").rename(self.work_file(f"{READY}-{name}-{part}"))

    @override
    def rate(self, inputs: int) -> float | None:
        times = sorted(path.stat().st_mtime for path in self._work.glob(f"shard-*/{COUNTS}"))
        if len(times) < 2 or times[-1] == times[0]:
            return None
        return inputs * (len(times) - 1) / len(times) / (times[-1] - times[0])

    @override
    def finished_table(self, shard: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        path = self._shard(shard) / f"{name}.parquet"
        try:
            return pq.read_table(path, columns=columns)
        except (OSError, pa.ArrowException) as error:
            raise OutputError(f"cannot read {path}: {error}") from error

    @override
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
            write_json(torn / COUNTS, counts)
            if place.exists():
                shutil.rmtree(place)
            torn.rename(place)
            sync(self._work)
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error

    @override
    def commit(self, shards: int, first_part: int, manifest: Mapping[str, object], settings: str) -> None:
        write_json(self._work / COMMIT, {"shards": shards, "first_part": first_part, "manifest": manifest, "settings": settings})
        self.recover()

    @override
    def recover(self) -> bool:
        if not (self._work / COMMIT).exists():
            return False
        commit = read_json(self._work / COMMIT)
        try:
            for name in TABLES:
                place = self.folder / name
                place.mkdir(exist_ok=True)
                for shard in range(commit["shards"]):
                    part = self._shard(shard) / f"{name}.parquet"
                    if part.exists():
                        part.rename(place / f"part-{commit['first_part'] + shard:05d}.parquet")
                for ready in self._work.glob(f"{READY}-{name}-part-*.parquet"):
                    ready.rename(place / ready.name.removeprefix(f"{READY}-{name}-"))
                sync(place)
            write_json(self.folder / PACKAGE, package_of(self.folder))
            write_whole(self.folder / SETTINGS, commit["settings"])
            write_json(self.folder / MANIFEST, commit["manifest"])
            # a kill between these leaves a commit to be finished once more, or nothing that matters
            (self._work / PLAN).unlink(missing_ok=True)
            (self._work / COMMIT).unlink()
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
            write_json(self.folder / PACKAGE, package_of(self.folder))
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
