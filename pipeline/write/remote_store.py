"""The folder of a run by its URL: nothing is locked or renamed there, so marks come last, and the last run to begin has the folder."""

from __future__ import annotations

import io
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Never

import pyarrow as pa
import pyarrow.parquet as pq
from typing_extensions import override

from pipeline.errors import OutputError, UsageError
from pipeline.remote import RemoteFile, RemoteFolder
from pipeline.write.as_parquet import part_bytes
from pipeline.write.disk import json_text
from pipeline.write.publishing import PARTS, part_names, place_of, publish
from pipeline.write.store import COMMIT, MANIFEST, READY, SETTINGS, WORK, Store
from pipeline.write.tables import TABLES

_OWNER = f"{WORK}/owner.json"
_TRIAL = f"{WORK}/trial"
_DONE = f"{WORK}/done"
_BYTES = "bytes"
"""Under which name the mark of a shard keeps the length of its parts."""


class RemoteStore(Store):
    """One output folder that a URL names, seen alike by every machine that works on it; what stands there is the only state.

    A part of a shard is `.work/parts/00000/claims.parquet`; the shard is finished when `.work/done/00000.json` is there. At the end parts are
    copied to their places inside the storage. An earlier `run.json` goes before the first of them, the new one comes after the last.
    """

    def __init__(self, url: str) -> None:
        self._folder = RemoteFolder(url)
        self._token = secrets.token_hex(8)
        self._marks: dict[int, bytes] = {}

    @override
    @contextmanager
    def locked(self, *, shared: bool = False) -> Iterator[int]:
        if shared:
            self._no_lock()
        yield -1

    @override
    def alone(self, descriptor: int) -> bool:
        return self._no_lock()

    @override
    def queued(self, name: str, *, wait: bool) -> Never:
        self._no_lock()

    def _no_lock(self) -> Never:
        raise UsageError(f"{self._folder} has no locks, and an array of jobs needs some: give a folder that all jobs share, or an engine")

    @override
    def held(self) -> None:
        return None

    @override
    def manifest(self) -> dict[str, Any] | None:
        return self._object(MANIFEST)

    @override
    def settings(self) -> str:
        found = self._folder.read(SETTINGS)
        if found is None:
            raise OutputError(f"no {SETTINGS} at {self._folder}: is it the --out of a finished run?")
        return found.decode("utf-8", "surrogateescape")

    @override
    def admit(self) -> None:
        if self.manifest() is None and any(name != WORK for name in self._folder.names()):
            raise UsageError(f"{self._folder} is not empty and is not of soat: give another --out")
        # a wrong name or a missing permission is to be told before the inputs are read
        self._folder.write({_TRIAL: b"\n"})
        self._folder.remove(_TRIAL)

    @override
    def begin(self, plan: Mapping[str, object]) -> None:
        super().begin(plan)
        self._take()

    @override
    def spool(self, stream: BinaryIO) -> RemoteFile:
        self._folder.put(f"{WORK}/stdin", stream)
        return RemoteFile(self._folder.address(f"{WORK}/stdin"))

    @override
    def clear(self) -> None:
        if self.plan() is None:
            self._folder.remove(WORK)

    @override
    def keep(self, name: str, content: Mapping[str, object]) -> None:
        self._folder.write({f"{WORK}/{name}": json_text(content).encode("utf-8", "surrogateescape")})

    @override
    def kept(self, name: str) -> dict[str, Any] | None:
        return self._object(f"{WORK}/{name}")

    @override
    def parts(self) -> int:
        return sum(1 for _ in part_names(self._folder, "articles"))

    @override
    def article_ids(self) -> Iterator[list[str]]:
        for name in part_names(self._folder, "articles"):
            yield self._table(f"articles/{name}", ["article_id"]).column(0).to_pylist()

    @override
    def table(self, name: str) -> pa.Table:
        return pa.concat_tables(table for _, table in self.table_parts(name))

    @override
    def table_parts(self, name: str) -> Iterator[tuple[str, pa.Table]]:
        for part in part_names(self._folder, name):
            yield part, self._table(f"{name}/{part}")

    @override
    def lay_ready(self, name: str, part: str, table: pa.Table) -> None:
        self._folder.write({f"{WORK}/{READY}/{name}/{part}": part_bytes(table)})

    @override
    def finished(self, shard: int) -> dict[str, Any] | None:
        if shard not in self._marks:
            found = self._folder.read(_mark(shard))
            if found is None:
                return None
            self._marks[shard] = found
        counts = _whole(self._marks[shard])
        if counts is None:
            del self._marks[shard]
        return counts

    @override
    def all_finished(self, shards: Iterable[int]) -> dict[int, dict[str, Any]]:
        there = set(self._folder.sizes(_DONE))
        asked = {_mark(shard): shard for shard in shards if _mark(shard) in there}
        self._marks |= {asked[name]: data for name, data in self._folder.read_all([name for name in asked if asked[name] not in self._marks]).items()}
        return super().all_finished(asked.values())

    @override
    def forget_changed(self, shards: int) -> int:
        marks = self.all_finished(range(shards))
        sizes = self._folder.sizes(PARTS)
        changed = [
            shard for shard, mark in marks.items()
            if any(sizes.get(f"{place_of(shard)}/{name}.parquet") != mark.get(_BYTES, {}).get(name) for name in TABLES)
        ]
        for shard in changed:
            del self._marks[shard]
            self._folder.remove(_mark(shard))
        return len(changed)

    @override
    def rate(self, inputs: int) -> None:
        return None

    @override
    def finished_table(self, shard: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        return self._table(f"{place_of(shard)}/{name}.parquet", columns)

    @override
    def change(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        self._marks.pop(shard, None)
        self._folder.remove(_mark(shard))
        super().change(shard, tables, counts)

    @override
    def _put(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        parts = {name: part_bytes(table) for name, table in tables.items()}
        if parts:
            self._folder.write({f"{place_of(shard)}/{name}.parquet": data for name, data in parts.items()})
        sizes = {**counts.get(_BYTES, {}), **{name: len(data) for name, data in parts.items()}}  # type: ignore[dict-item]
        self._folder.write({_mark(shard): json_text({**counts, _BYTES: sizes}).encode()})

    @override
    def commit(self, shards: int, first_part: int, manifest: Mapping[str, object], settings: str) -> None:
        self._still_mine()
        if changed := self.forget_changed(shards):
            raise OutputError(f"{changed} shards at {self._folder} have changed since they were done: the same command does them again")
        self.keep(COMMIT, {"shards": shards, "first_part": first_part, "manifest": manifest, "settings": settings})
        self._publish()

    @override
    def recover(self) -> bool:
        if self.kept(COMMIT) is None:
            return False
        self._take()
        self._publish()
        return True

    def _publish(self) -> None:
        publish(self._folder, self.kept(COMMIT) or {}, self._still_mine)

    def _take(self) -> None:
        self._folder.write({_OWNER: json_text({"run": self._token}).encode()})

    def _still_mine(self) -> None:
        if (self._object(_OWNER) or {}).get("run") != self._token:
            raise UsageError(f"another run has begun at {self._folder} since this one did, and has it now")

    def _table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        found = self._folder.read(name)
        try:
            if found is None:
                raise OutputError(f"there is no {self._folder.address(name)}")
            return pq.read_table(io.BytesIO(found), columns=columns)
        except (OSError, pa.ArrowException) as error:
            raise OutputError(f"cannot read {self._folder.address(name)}: {error}") from error

    def _object(self, name: str) -> dict[str, Any] | None:
        found = self._folder.read(name)
        return None if found is None else _whole(found)


def _whole(data: bytes) -> dict[str, Any] | None:
    """The object in a JSON file; None for one that was torn: storage that is no object store shows what was put so far when a process is killed."""
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _mark(shard: int) -> str:
    return f"{_DONE}/{shard:05d}.json"
