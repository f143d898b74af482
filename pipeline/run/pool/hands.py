"""The processes as their supervisor holds them: the fork server, and a hand a worker."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field

from pipeline.config import RunConfig
from pipeline.errors import KnowledgeError
from pipeline.run.pool.beat import Beat, Moment
from pipeline.run.pool.wire import Wire
from pipeline.run.tasks import Task

_SERVE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from pipeline.run.pool.forkserver import main; main(int(sys.argv[2]), int(sys.argv[3]))"
)
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_PATIENCE = 5.0
"""Seconds that the fork server is given to end by itself."""


@dataclass(eq=False)
class Hand:
    """A worker."""

    wire: Wire
    beat: Beat
    pid: int | None = None
    """None until it has started."""
    task: Task | None = None
    tasks: int = 0
    condemned: tuple[str, Moment] | None = None
    """Why it is being killed, and what it did when that was decided."""
    messages: list[dict[str, object]] = field(default_factory=list)

    def hear(self) -> None:
        """Take in what the worker has sent, without waiting."""
        self.wire.end.settimeout(0)
        with suppress(BlockingIOError, EOFError, ConnectionError):
            while True:
                self.messages.extend(self.wire.heard())
        self.wire.end.settimeout(None)

    def close(self) -> None:
        """Let go of the worker; it ends when it has nothing to do."""
        self.wire.close()
        self.beat.close()


class Server:
    """The process that forks the workers."""

    def __init__(self, config: RunConfig) -> None:
        """Start it; it reads its knowledge in the background."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
                [sys.executable, "-c", _SERVE, json.dumps(sys.path), str(theirs.fileno()), str(os.getpid())],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ | _ONE_THREAD,
            )
        self.wire = Wire(ours)
        self.wire.end.sendall(config.model_dump_json().encode() + b"\n")
        self._starting: deque[Hand] = deque()

    def await_ready(self) -> None:
        """Wait until it can fork; raises KnowledgeError with what is wrong with the knowledge, EOFError or ConnectionError where it is gone."""
        message: dict[str, object] = {}
        while not message:
            message = next(self.wire.heard(), {})
        if "problems" in message:
            raise KnowledgeError(message["problems"])  # type: ignore[arg-type]

    def fork(self) -> Hand:
        """Ask for a worker; `started` says when it is there."""
        ours, theirs = socket.socketpair()
        hand = Hand(Wire(ours), Beat())
        with theirs:
            socket.send_fds(self.wire.end, [b"\0"], [theirs.fileno(), hand.beat.descriptor])
        self._starting.append(hand)
        return hand

    def started(self, pid: int) -> None:
        """A worker is there: they come in the order in which they were asked for."""
        self._starting.popleft().pid = pid

    def kill(self, pid: int) -> None:
        """Have a worker killed by its own parent, which knows whether the number is still that of the worker."""
        self.wire.end.sendall(f"{pid}\n".encode())

    def failed(self) -> bool:
        """Whether it has ended by itself, as it does over a fault; what it printed says which."""
        return self._process.wait() > 0

    def close(self) -> None:
        """End it, and with it every worker."""
        self.wire.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
