"""What a worker says of the record that it is at, so that whoever watches it knows which one to blame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

IDLE, CUT, READ = 0, 1, 2
"""What a worker does: nothing that has a deadline, cutting a record out of its file, or reading it."""

Verdict = tuple[str, str, int]
"""Why a record is not to be touched again: the reason and the detail of its refusal, and what the worker did when it failed on it."""


class Watch(Protocol):
    """Is told of every record before it is touched."""

    def at(self, first: int, last: int, phase: int, spent: float = 0.0) -> None:
        """The worker is at the records `first` to `last` of its task (one record where nothing runs over several at once).

        `spent` are the seconds of processor time that they have had before.
        """


class _Unwatched:
    def at(self, first: int, last: int, phase: int, spent: float = 0.0) -> None:
        pass


UNWATCHED: Watch = _Unwatched()


@dataclass(frozen=True)
class Care:
    """What whoever hands out a task asks of the worker beside the task itself."""

    watch: Watch = UNWATCHED
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    """Records on which a worker died, by their number in the task; they are refused untouched."""
    alone: bool = False
    """Read every article by itself, because nobody knows which one of a batch was at fault."""
