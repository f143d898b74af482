"""What an engine is: something that has tasks done, in any order and anywhere, and says which of them are."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self

from pipeline.run.tasks import Task


class Told(Protocol):
    """Who hears of the work."""

    def done(self, task: Task) -> None:
        """A task is done: what it left is on the disk."""

    def busy(self, records: int) -> None:
        """So many records of unfinished tasks have been read; told now and then."""


class Engine(Protocol):
    """A way to have tasks done.

    Only tasks (a word and a number) go out and only their names come back: `tasks.process` finds all it needs under `config.out` and leaves
    all it gives there, so that an engine may run it anywhere where that folder and the inputs can be reached, and as often as it likes.
    """

    def __enter__(self) -> Self:
        """Get ready; raises KnowledgeError where the knowledge is faulty."""

    def work(self, tasks: Sequence[Task], told: Told) -> None:
        """Have all tasks done; raises SoatError where one cannot be."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go of every process, at once where something was raised."""
