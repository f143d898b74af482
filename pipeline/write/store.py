"""What a run wants of the place where its tables are made, whatever that place is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

from pipeline.remote import RemoteFile
from pipeline.write.as_parquet import arrow_of
from pipeline.write.rows import Rows
from pipeline.write.tables import TABLES

MANIFEST = "run.json"
SETTINGS = "soat.toml"
PACKAGE = "datapackage.json"
WORK = ".work"
PLAN = "plan.json"
COMMIT = "commit.json"
COUNTS = "counts.json"
READY = "ready"


class Store(ABC):
    """The folder of a run: what is on its way stands in `.work/`, whole parts stand in the tables' folders, the manifest is written last.

    A shard is finished when its counts are there, which is after its parts. Methods raise OutputError where the place refuses.
    """

    @abstractmethod
    def locked(self, *, shared: bool = False) -> AbstractContextManager[int]:
        """Keep other runs out of the folder, or (`shared`) all but those that share it; the lock ends with the process, however it ends."""

    @abstractmethod
    def alone(self, descriptor: int) -> bool:
        """Whether the holder of a shared lock is the last one, and has the folder for itself from now on; if not, it holds nothing any more."""

    @abstractmethod
    def queued(self, name: str, *, wait: bool) -> AbstractContextManager[None]:
        """Do something that only one of the runs which share the folder may do at a time; the others wait, or are refused."""

    @abstractmethod
    def held(self) -> bool | None:
        """Whether a process works on the folder; None where the place does not tell."""

    @abstractmethod
    def manifest(self) -> dict[str, Any] | None:
        """The manifest of the finished run in the folder, None where there is none."""

    @abstractmethod
    def settings(self) -> str:
        """The settings of the finished run, in TOML."""

    def plan(self) -> dict[str, Any] | None:
        """The plan of an unfinished run in the folder, None where there is none."""
        return self.kept(PLAN)

    @abstractmethod
    def admit(self) -> None:
        """See that the folder is new, empty, or soat's own; raises UsageError where it is not."""

    def begin(self, plan: Mapping[str, object]) -> None:
        """Start a run."""
        self.keep(PLAN, plan)

    @abstractmethod
    def spool(self, stream: BinaryIO) -> Path | RemoteFile:
        """Keep what comes through a stream where workers find it."""

    @abstractmethod
    def clear(self) -> None:
        """Remove temporary files where no run is unfinished."""

    @abstractmethod
    def keep(self, name: str, content: Mapping[str, object]) -> None:
        """Write a file of the run's plan; it is there whole or not at all."""

    @abstractmethod
    def kept(self, name: str) -> dict[str, Any] | None:
        """What was kept under a name, None where nothing was."""

    @abstractmethod
    def parts(self) -> int:
        """How many parts stand in the tables' folders."""

    @abstractmethod
    def article_ids(self) -> Iterator[list[str]]:
        """The ids of all articles in the tables, part by part."""

    @abstractmethod
    def table(self, name: str) -> pa.Table:
        """A table of the finished run."""

    @abstractmethod
    def table_parts(self, name: str) -> Iterator[tuple[str, pa.Table]]:
        """The parts of a finished table by their file names."""

    @abstractmethod
    def lay_ready(self, name: str, part: str, table: pa.Table) -> None:
        """Write what is to stand in place of a part when the run is committed."""

    @abstractmethod
    def finished(self, shard: int) -> dict[str, Any] | None:
        """The counts of a shard that was finished before, None where it has to be done."""

    def all_finished(self, shards: Iterable[int]) -> dict[int, dict[str, Any]]:
        """The counts of those of many shards that were finished before."""
        return {shard: counts for shard in shards if (counts := self.finished(shard)) is not None}

    def forget_changed(self, shards: int) -> int:  # noqa: ARG002 - a disk keeps what was put there
        """Forget finished shards whose parts are not as long as they were, so that they are done again; how many.

        A worker that was taken for dead may put its own parts over settled ones, or half of one.
        """
        return 0

    @abstractmethod
    def rate(self, inputs: int) -> float | None:
        """Inputs a second, by when the first and the last of the finished shards with so many inputs were written; None where that is not known."""

    @abstractmethod
    def finished_table(self, shard: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table of a finished shard."""

    def add(self, shard: int, rows: Rows, counts: Mapping[str, object]) -> None:
        """Write a shard's parts; they appear all at once."""
        self._put(shard, {name: arrow_of(name, rows[name]) for name in TABLES}, counts)

    def change(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        """Write some tables of a finished shard anew, with its counts; a shard that is lost on the way is one that has to be done again."""
        self._put(shard, tables, counts)

    @abstractmethod
    def _put(self, shard: int, tables: Mapping[str, pa.Table], counts: Mapping[str, object]) -> None:
        """Write tables of a shard, then its counts."""

    @abstractmethod
    def commit(self, shards: int, first_part: int, manifest: Mapping[str, object], settings: str) -> None:
        """Move the shards' parts into place, then the data package, the settings, the manifest; `recover` finishes it after a kill."""

    @abstractmethod
    def recover(self) -> bool:
        """Finish a commit that was begun; False where none was."""
