"""The folder of a run by its URL: nothing is locked or renamed there, so marks come last, and the last run to begin has the folder."""

from __future__ import annotations

import io
import json
import re
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
from pipeline.write.package import describe_parts
from pipeline.write.store import COMMIT, MANIFEST, PACKAGE, PLAN, READY, SETTINGS, WORK, Store
from pipeline.write.tables import EVERY, TABLES

_OWNER = f"{WORK}/owner.json"
_TRIAL = f"{WORK}/trial"
_DONE = f"{WORK}/done"
_PARTS = f"{WORK}/parts"
_PART = re.compile(r"part-([0-9]{5,})\.parquet")


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
        return sum(1 for _ in self._part_names("articles"))

    @override
    def article_ids(self) -> Iterator[list[str]]:
        for name in self._part_names("articles"):
            yield self._table(f"articles/{name}", ["article_id"]).column(0).to_pylist()

    @override
    def table(self, name: str) -> pa.Table:
        return pa.concat_tables(table for _, table in self.table_parts(name))

    @override
    def table_parts(self, name: str) -> Iterator[tuple[str, pa.Table]]:
        for part in self._part_names(name):
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
    def rate(self, inputs: int) -> None:
        return None

    @override
    def finished_table(self, shard: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        return self._table(f"{_place(shard)}/{name}.parquet", columns)

    @override
    def change(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        self._marks.pop(shard, None)
        self._folder.remove(_mark(shard))
        super().change(shard, tables, counts)

    @override
    def _put(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        if tables:
            self._folder.write({f"{_place(shard)}/{name}.parquet": part_bytes(table) for name, table in tables.items()})
        self._folder.write({_mark(shard): json_text(counts).encode()})

    @override
    def commit(self, shards: int, first_part: int, manifest: Mapping[str, object], settings: str) -> None:
        self._still_mine()
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
        commit = self.kept(COMMIT) or {}
        first, shards = commit["first_part"], commit["shards"]
        sizes = self._folder.sizes(_PARTS) | self._folder.sizes(f"{WORK}/{READY}")
        moves = {f"{_place(shard)}/{name}.parquet": _part(name, first + shard) for shard in range(shards) for name in TABLES}
        if missing := [old for old in moves if old not in sizes]:
            raise OutputError(f"{len(missing)} parts of the run are gone, the first of them {self._folder.address(missing[0])}")
        ready = f"{WORK}/{READY}/"
        moves |= {old: old.removeprefix(ready) for old in sizes if old.startswith(ready)}
        self._still_mine()
        self._folder.remove(MANIFEST)
        for stale in [f"{name}/{part}" for name in TABLES for part in self._part_names(name) if _number(part) >= first + shards]:
            self._folder.remove(stale)
        self._folder.copy(list(moves.items()))
        self._folder.check({new: sizes[old] for old, new in moves.items()}, list(TABLES))
        names = {table.name: [f"{table.name}/{part}" for part in self._part_names(table.name)] for table in EVERY}
        found = {name: parts for name, parts in names.items() if parts}
        self._folder.write({PACKAGE: json_text(describe_parts(found)).encode()})
        self._folder.write({SETTINGS: commit["settings"].encode("utf-8", "surrogateescape")})
        self._still_mine()
        self._folder.write({MANIFEST: json_text(commit["manifest"]).encode("utf-8", "surrogateescape")})
        # what stands in .work/ is enough to do all this once more until the commit is gone, and of no account when the plan is
        for name in (PLAN, COMMIT):
            self._folder.remove(f"{WORK}/{name}")
        self._folder.remove(WORK)

    def _take(self) -> None:
        self._folder.write({_OWNER: json_text({"run": self._token}).encode()})

    def _still_mine(self) -> None:
        if (self._object(_OWNER) or {}).get("run") != self._token:
            raise UsageError(f"another run has begun at {self._folder} since this one did, and has it now")

    def _part_names(self, table: str) -> list[str]:
        names = (name.removeprefix(f"{table}/") for name in self._folder.sizes(table))
        return sorted(name for name in names if _PART.fullmatch(name))

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


def _place(shard: int) -> str:
    return f"{_PARTS}/{shard:05d}"


def _mark(shard: int) -> str:
    return f"{_DONE}/{shard:05d}.json"


def _part(table: str, number: int) -> str:
    return f"{table}/part-{number:05d}.parquet"


def _number(part: str) -> int:
    found = _PART.fullmatch(part)
    return int(found[1]) if found is not None else -1
