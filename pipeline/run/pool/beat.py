"""A page of memory that a worker writes and its supervisor reads: which record the worker is at, and since when.

A message a record would keep the supervisor busy; a write into shared memory costs under a microsecond, and survives the worker's death.
"""

from __future__ import annotations

import mmap
import os
import tempfile
import time
from struct import Struct
from typing import NamedTuple

from pipeline.run.watch import IDLE

_LAYOUT = Struct("<qqqqdd")


class Moment(NamedTuple):
    """Where a worker is: in the `task`-th of its tasks, at the records `first` to `last`, since so many seconds of its processor and the clock."""

    task: int
    first: int
    last: int
    phase: int
    processor: float
    clock: float


class Beat:
    """The page; the file behind it has no name and ends with the last process that holds it."""

    def __init__(self, descriptor: int | None = None) -> None:
        """Make a page, or take the one that another process handed over."""
        if descriptor is None:
            with tempfile.TemporaryFile() as file:
                file.truncate(_LAYOUT.size)
                descriptor = os.dup(file.fileno())
        self.descriptor = descriptor
        self._page = mmap.mmap(descriptor, _LAYOUT.size)
        self.task = 0

    def at(self, first: int, last: int, phase: int, spent: float = 0.0) -> None:
        """Say where this worker is (a `Watch`)."""
        self._page[:] = _LAYOUT.pack(self.task, first, last, phase, time.process_time() - spent, time.monotonic())

    def idle(self) -> None:
        """Say that this worker is at no record."""
        self.at(0, 0, IDLE)

    def read(self) -> Moment:
        """What the worker said last."""
        return Moment._make(_LAYOUT.unpack(self._page[:]))

    def close(self) -> None:
        """Let go of the page."""
        self._page.close()
        os.close(self.descriptor)
