"""Which record a worker's death is laid to: a record that workers die on again and again is refused, and the rest of its task is done again."""

from __future__ import annotations

import signal
from collections import Counter, defaultdict

from pipeline.errors import SoatError
from pipeline.run.pool.beat import Moment
from pipeline.run.tasks import Task
from pipeline.run.watch import IDLE, Verdict

DEADLINE, MEMORY, DIED = "deadline", "memory", "crashed"
_STRIKES = {DEADLINE: 2, MEMORY: 2, DIED: 3}
"""Deaths on one record after which it is refused: a worker may be killed from outside, or be short of memory for another record's sake."""
_IDLE_DEATHS = 6
"""Deaths over one task outside any record after which the run is given up."""


class Blame:
    """The deaths of a run, and what follows from them."""

    def __init__(self, deadline: float, memory: int) -> None:
        self._details = {
            DEADLINE: f"needs more than {deadline:g} s of processor time (or ten times that by the clock)",
            MEMORY: f"a worker that reads it holds more than {memory} MB",
        }
        self._strikes: Counter[tuple[Task, int, int, str]] = Counter()
        self._idle: Counter[Task] = Counter()
        self.verdicts: defaultdict[Task, dict[int, Verdict]] = defaultdict(dict)
        self.alone: set[Task] = set()

    def lay(self, task: Task, moment: Moment, reason: str, code: int) -> None:
        """Take a worker's death over a task into account; raises SoatError where it is nobody's record's fault and goes on and on."""
        if moment.phase == IDLE:
            self._idle[task] += 1
            if self._idle[task] >= _IDLE_DEATHS:
                raise SoatError(
                    f"{_IDLE_DEATHS} workers have died over {task.kind} {task.number}, outside any article ({_how(code)}): is there too little "
                    "memory for --workers, or for what is written at once (shard_articles)?",
                )
        elif moment.first != moment.last:
            self.alone.add(task)
        else:
            key = (task, moment.first, moment.phase, reason)
            self._strikes[key] += 1
            if self._strikes[key] >= _STRIKES[reason]:
                detail = self._details.get(reason) or f"{_STRIKES[DIED]} workers have died over it ({_how(code)})"
                self.verdicts[task][moment.first] = (reason, detail, moment.phase)


def _how(code: int) -> str:
    """The end of a process in a word."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
