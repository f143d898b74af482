"""The log of decisions: JSON Lines that only grow, each line on the disk before anyone is told that it is kept."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import OutputError
from pipeline.review.decisions import Decision

_LONGEST_LINE = 64 * 1024


def log_of(folder: Path) -> Path:
    """Where the decisions about a run's tables stand if nothing else is said."""
    return folder / "review" / "decisions.jsonl"


class DecisionLog:
    """A log file; several processes may append at once, and no line is ever changed.

    A line that was torn (a full disk, a kill) or that is none of ours is left where it is and told in `problems`; the others count.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, decisions: Iterable[Decision]) -> None:
        """Keep decisions: all of them or none; raises OutputError where the disk refuses."""
        data = "".join(f"{one.model_dump_json(exclude_none=True)}\n" for one in decisions).encode()
        if not data:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        except OSError as error:
            raise OutputError(f"cannot keep decisions in {self.path}: {error.strerror or error}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                data = b"\n" + data  # the torn end of a line is a line of its own
            _write(descriptor, data, size)
        except OSError as error:
            raise OutputError(f"cannot keep decisions in {self.path}: {error.strerror or error}; the last ones were not kept") from error
        finally:
            os.close(descriptor)

    def read(self) -> tuple[list[Decision], list[str]]:
        """All decisions in order, and what is wrong with which line."""
        decisions: list[Decision] = []
        problems: list[str] = []
        if not self.path.exists():
            return decisions, problems
        try:
            lines = self.path.read_bytes().split(b"\n")
        except OSError as error:
            raise OutputError(f"cannot read {self.path}: {error.strerror or error}") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                decisions.append(Decision.model_validate_json(line[:_LONGEST_LINE]))
            except ValidationError as error:
                problems.append(f"{self.path} line {number} is no decision and is passed over: {error.errors()[0]['msg']}")
        return decisions, problems


def _write(descriptor: int, data: bytes, size: int) -> None:
    """All of it onto the disk, or the file as it was."""
    try:
        if os.write(descriptor, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # noqa: TRY301 - a short write is a refusal too, and is taken back the same way
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        raise
