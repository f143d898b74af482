"""The running count of a run, from what finished shards left on the disk."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from pipeline.errors import OutputError
from pipeline.run.summary import Progress
from pipeline.run.tasks import SHARD, Task
from pipeline.write.store import Store
from pipeline.write.tables import TABLES

OnProgress = Callable[[Progress], None]


class Tally:
    """Counts of the shards that are done, and word of them to whoever wants it."""

    def __init__(self, store: Store, on_progress: OnProgress | None) -> None:
        self._store, self._on_progress = store, on_progress
        self._clock = time.monotonic()
        self.records = 0
        """All records of the run, where they have been counted."""
        self._begun = 0
        self._zero()

    def _zero(self) -> None:
        self.rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
        self._inputs = self._characters = 0
        self._reasons: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()

    def begin(self, shards: Iterable[int], records: int) -> list[Task]:
        """Count what an earlier run did of some shards with so many records; the shards that are left to do."""
        self.records = records
        asked = list(shards)
        done = self._store.all_finished(asked)
        for counts in done.values():
            self._add(counts)
        self._begun = self._inputs
        return [Task(SHARD, shard) for shard in asked if shard not in done]

    def recount(self, shards: int) -> None:
        """Count all shards anew, when the articles that several of them had are settled; raises OutputError where one is gone."""
        self._zero()
        for shard in range(shards):
            self._add(self._of(shard))

    def done(self, task: Task) -> None:
        """Count a shard."""
        if task.kind == SHARD:
            self._add(self._of(task.number))
            self.busy(0)

    def busy(self, records: int) -> None:
        """Say how far the run is; `records` are those read of unfinished shards, and count as articles."""
        if self._on_progress is not None and self.records:
            self._on_progress(self.now(records))

    def now(self, records: int = 0) -> Progress:
        """How far the run is, with so many records of unfinished shards."""
        inputs, whole = min(self._inputs + records, max(self.records, self._inputs)), max(self.records, 1)
        return Progress(
            min(1.0, inputs / whole), inputs, self.rows["articles"] + records, self._reasons.total(), self._characters, self.rows["claims"],
            self._begun / whole,
        )

    def reasons(self) -> dict[str, int]:
        """Refused inputs by reason."""
        return dict(sorted(self._reasons.items()))

    def counts(self, started: datetime) -> dict[str, Any]:
        """What the manifest says of the run's outcome."""
        return {
            "inputs": self._inputs, "sources": self.rows["sources"], "refused": self._reasons.total(), "reasons": dict(sorted(self._reasons.items())),
            "languages": dict(sorted(self._languages.items())), "characters": self._characters,
            "seconds": round(time.monotonic() - self._clock, 3), "started": started.isoformat(timespec="seconds"),
        }

    def _of(self, shard: int) -> dict[str, Any]:
        counts = self._store.finished(shard)
        if counts is None:
            raise OutputError(f"shard {shard} was done, and what it gave is not there: do the workers see the same storage as this process?")
        return counts

    def _add(self, counts: Mapping[str, Any]) -> None:
        self.rows.update(counts["rows"])
        self._inputs += counts["inputs"]
        self._characters += counts["characters"]
        self._reasons.update(counts["reasons"])
        self._languages.update(counts["languages"])
