"""The engine of one machine: hands tasks to workers, watches them, kills those that are over a limit, and replaces those that have died."""

from __future__ import annotations

import os
import selectors
import time
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from pipeline.config import RunConfig
from pipeline.errors import OutputError, SoatError
from pipeline.run.engine import Told
from pipeline.run.pool.blame import DEADLINE, DIED, MEMORY, Blame
from pipeline.run.pool.hands import Hand, Server
from pipeline.run.pool.measure import processor_seconds, resident_bytes
from pipeline.run.tasks import SHARD, Task
from pipeline.run.watch import IDLE

_LOOK = 0.1
"""Seconds between two looks at the workers."""
_TELL = 0.5
_HANG = 10
"""How many times its deadline an article may take by the clock: a loaded machine is slow, a hanging worker never ends."""
_MOST_RESTARTS = 20
_FAREWELL = 1.0
_MB = 2**20


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class PoolEngine:
    """Worker processes on this machine."""

    def __init__(self, config: RunConfig) -> None:
        self._config = config
        self._workers = config.workers or cores()
        self._server: Server | None = None
        self._ready = False
        self._hands: list[Hand] = []
        self._queue: deque[Task] = deque()
        self._left: set[Task] = set()
        self._blame = Blame(config.deadline, config.memory)
        self._restarts = 0

    def __enter__(self) -> Self:
        self._server = Server(self._config)
        try:
            self._server.await_ready()
        except (EOFError, ConnectionError) as error:
            self._begin_again(error)
        except BaseException:
            self._let_go()
            raise
        else:
            self._ready = True
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None and self._ready:
            self._send_home()
        self._let_go()

    def work(self, tasks: Sequence[Task], told: Told) -> None:
        """Have the tasks done, in their order as far as workers allow; raises SoatError where one cannot be."""
        self._queue, self._left = deque(tasks), set(tasks)
        told_at = time.monotonic()
        while self._left:
            try:
                self._step(told)
            except (EOFError, ConnectionError) as error:
                self._begin_again(error)
            if (now := time.monotonic()) - told_at > _TELL:
                told_at = now
                told.busy(sum(hand.beat.read().first for hand in self._hands if hand.task is not None and hand.task.kind == SHARD))

    def _step(self, told: Told) -> None:
        server = self._server or Server(self._config)
        self._server = server
        if not self._ready:
            server.await_ready()
            self._ready = True
        for _ in range(len(self._hands), min(self._workers, len(self._left))):
            self._hands.append(server.fork())
        for hand in self._hands:
            if hand.task is None and hand.pid is not None and self._queue:
                self._hand_out(hand, self._queue.popleft())
        with selectors.DefaultSelector() as selector:
            selector.register(server.wire, selectors.EVENT_READ)
            for hand in self._hands:
                selector.register(hand.wire, selectors.EVENT_READ)
            heard = {key.fileobj for key, _ in selector.select(_LOOK)}
        for hand in [hand for hand in self._hands if hand.wire in heard]:
            hand.hear()
            self._listen(hand, told)
        if server.wire in heard:
            for message in server.wire.heard():
                self._of_server(server, message, told)
        self._look(server)

    def _hand_out(self, hand: Hand, task: Task) -> None:
        hand.task = task
        try:
            hand.wire.send({"task": list(task), "verdicts": self._blame.verdicts[task], "alone": task in self._blame.alone})
        except OSError:
            # the worker is dead: the server is about to say so, and the task goes to another one
            return

    def _listen(self, hand: Hand, told: Told) -> None:
        for message in hand.messages:
            if "failed" in message:
                raise OutputError(str(message["failed"]))
            if "broken" in message:
                raise RuntimeError(f"a worker failed outside any article:\n{message['broken']}")
            task, hand.task = hand.task, None
            hand.tasks += 1
            if task is not None:
                self._left.discard(task)
                self._restarts = 0
                told.done(task)
        hand.messages.clear()

    def _of_server(self, server: Server, message: dict[str, object], told: Told) -> None:
        if "started" in message:
            server.started(int(message["started"]))  # type: ignore[call-overload]
            return
        hand = next((hand for hand in self._hands if hand.pid == message["died"]), None)
        if hand is None:
            return
        # it may have finished its task before it died
        hand.hear()
        self._listen(hand, told)
        self._hands.remove(hand)
        moment, task = hand.beat.read(), hand.task
        hand.close()
        if task is None:
            return
        self._queue.appendleft(task)
        reason, judged = hand.condemned or (DIED, moment)
        # between the judgement and the death it may have gone on to another record, which has no part in it
        if judged[:4] == moment[:4]:
            self._blame.lay(task, moment, reason, int(message["code"]))  # type: ignore[call-overload]

    def _look(self, server: Server) -> None:
        """Kill the workers that are over a limit, and send home those that have worked long enough."""
        for hand in [hand for hand in self._hands if hand.pid is not None and hand.condemned is None]:
            pid = hand.pid or 0
            resident = resident_bytes(pid) or 0
            if hand.task is None:
                if hand.tasks >= self._config.recycle or resident > self._config.memory * _MB / 2:
                    self._hands.remove(hand)
                    hand.close()
                continue
            moment = hand.beat.read()
            reason = MEMORY if resident > self._config.memory * _MB else None
            if reason is None and moment.phase != IDLE:
                used = (processor_seconds(pid) or 0.0) - moment.processor
                waited = time.monotonic() - moment.clock
                reason = DEADLINE if used > self._config.deadline or waited > self._config.deadline * _HANG else None
            if reason is not None:
                hand.condemned = reason, moment
                server.kill(pid)

    def _begin_again(self, error: Exception) -> None:
        """The process that forks has died, and all workers with it."""
        self._restarts += 1
        if self._restarts > _MOST_RESTARTS or (self._server is not None and self._server.failed()):
            raise SoatError("the process that starts workers has ended; what it printed says why") from error
        self._queue.extendleft(reversed([hand.task for hand in self._hands if hand.task is not None]))
        self._let_go()

    def _send_home(self) -> None:
        """Let workers that have nothing to do end by themselves, so that what they used is counted as this process's."""
        server, deadline = self._server, time.monotonic() + _FAREWELL
        pids = {hand.pid for hand in self._hands}
        for hand in self._hands:
            hand.wire.close()
        while pids and server is not None and (left := deadline - time.monotonic()) > 0:
            server.wire.end.settimeout(left)
            try:
                pids -= {message.get("died") for message in server.wire.heard()}
            except (TimeoutError, EOFError, ConnectionError):
                break

    def _let_go(self) -> None:
        for hand in self._hands:
            hand.close()
        self._hands = []
        if self._server is not None:
            self._server.close()
        self._server, self._ready = None, False
