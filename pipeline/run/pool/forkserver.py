"""The process that forks workers: it has all knowledge in memory, no threads, no trained model, and nothing else to do.

A worker is there in milliseconds and shares the knowledge with all others. Models are loaded behind the fork, because their libraries start
threads, and a process with threads must not fork. multiprocessing's own forkserver imports the caller's main module again in every worker,
and says nothing of how a worker died.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import sys

from pipeline.config import RunConfig
from pipeline.errors import KnowledgeError
from pipeline.knowledge import load_knowledge
from pipeline.run.pool.orphan import die_with
from pipeline.run.pool.wire import Wire

_MESSAGE = 2**16
_STARTED = b"\0"


def main(descriptor: int, parent: int) -> None:
    """Serve the supervisor at the other end of a socket until it is gone.

    It sends one byte with two descriptors (a worker's socket and page) for a worker to be forked, or a worker's number and a line feed for
    one to be killed; it is told of every worker that has started or died.
    """
    die_with(parent)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # the terminal's signals go to the whole group; it is the supervisor who ends the run
        signal.signal(number, signal.SIG_IGN)
    control = socket.socket(fileno=descriptor)
    wire = Wire(control)
    config = RunConfig.model_validate_json(_line(control))
    try:
        load_knowledge()
    except KnowledgeError as error:
        wire.send({"problems": list(error.problems)})
        return
    import pipeline.stages  # noqa: F401, PLC0415 - workers are to find it loaded

    wire.send({"ready": os.getpid()})
    _serve(wire, config)


def _line(control: socket.socket) -> bytes:
    data = b""
    while not data.endswith(b"\n"):
        more = control.recv(_MESSAGE)
        if not more:
            sys.exit(0)
        data += more
    return data


def _serve(wire: Wire, config: RunConfig) -> None:
    wake, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    children: set[int] = set()
    while True:
        ready, _, _ = select.select([wire.fileno(), wake], [], [])
        if wake in ready:
            os.read(wake, _MESSAGE)
            _bury(wire, children)
        if wire.fileno() in ready:
            data, descriptors, _, _ = socket.recv_fds(wire.end, _MESSAGE, 2)
            if not data:
                return
            if descriptors:
                children.add(_fork(wire, config, descriptors, (wake, woken)))
            for said in data.replace(_STARTED, b"").split():
                if int(said) in children:
                    os.kill(int(said), signal.SIGKILL)


def _fork(wire: Wire, config: RunConfig, descriptors: list[int], pipe: tuple[int, int]) -> int:
    server = os.getpid()
    pid = os.fork()
    if pid:
        wire.send({"started": pid})
        for descriptor in descriptors:
            os.close(descriptor)
        return pid
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        die_with(server)
        wire.close()
        for end in pipe:
            os.close(end)
        # all that needs pyarrow is imported behind the fork: pyarrow starts a thread
        from pipeline.run.pool.worker import serve  # noqa: PLC0415

        serve(config, socket.socket(fileno=descriptors[0]), descriptors[1])
    finally:
        sys.stderr.flush()
        os._exit(0)


def _bury(wire: Wire, children: set[int]) -> None:
    """Tell of every worker that has ended, and how."""
    for pid in sorted(children):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            children.discard(pid)
            wire.send({"died": pid, "code": os.waitstatus_to_exitcode(status)})
