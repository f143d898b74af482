"""How a process sees to it that it does not outlive the one that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time

_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
_EVERY = 0.5
"""Seconds between two looks at the parent, where the kernel cannot tell of its death."""


def die_with(parent: int) -> None:
    """Have this process killed as soon as `parent`, which started it, is dead."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    else:
        threading.Thread(target=_look, args=(parent,), daemon=True).start()
    # it may have died before it could be watched
    if os.getppid() != parent:
        os._exit(1)


def _look(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os._exit(1)
