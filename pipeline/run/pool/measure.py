"""What a process has used so far, as the kernel tells it; None where it does not (elsewhere than on Linux, or when the process is gone)."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_USER, _SYSTEM = 11, 12
"""Places in /proc/PID/stat behind the name, which may hold anything."""


def processor_seconds(pid: int) -> float | None:
    """Processor time of all threads of a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICKS


def resident_bytes(pid: int) -> int | None:
    """Memory that a process holds, what it shares with others included."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) * _PAGE
    except OSError:
        return None
