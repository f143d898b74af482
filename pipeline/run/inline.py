"""The engine that has no other process: for small inputs, for notebooks and for debugging; nothing can be killed in it, so no deadline holds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from pipeline.config import RunConfig
from pipeline.knowledge import load_knowledge
from pipeline.remote import answering
from pipeline.run.desk import Desk
from pipeline.run.engine import Told
from pipeline.run.shard import read_shard
from pipeline.run.shards import first_of
from pipeline.run.tasks import SHARD, Task, work_on
from pipeline.run.watch import READ, Care

_TELL = 50
"""Records between two words of the progress."""


class _Teller:
    """A watch that has no eye on anything and only passes on how far the work is."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._said = 0

    def at(self, first: int, last: int, phase: int, spent: float = 0.0) -> None:  # noqa: ARG002 - the signature of a watch
        if phase == READ and first > self._said and first % _TELL == 0:
            self._said = first
            self._told.busy(first)


class InlineEngine:
    """All tasks one behind the other, in this process."""

    def __init__(self, config: RunConfig) -> None:
        self._desk = Desk(config)

    def __enter__(self) -> Self:
        load_knowledge()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def work(self, tasks: Sequence[Task], told: Told) -> None:
        """Do the tasks in their order."""
        for task in tasks:
            work_on(task, self._desk, Care(_Teller(told)) if task.kind == SHARD else Care())
            told.done(task)

    def sample(self, shards: Iterable[int], records: int) -> tuple[float, int]:
        """Processor seconds that the first records of some shards take, and how many they are; nothing of it is kept."""
        begun, count = time.process_time(), 0
        for shard in shards:
            with answering():
                result = read_shard(first_of(self._desk.shard(shard), records), self._desk, Care())
            count += result.inputs
        return time.process_time() - begun, count
