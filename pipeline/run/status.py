"""How far a run is, told by its folder alone: nothing is asked of the processes that work on it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import OutputError
from pipeline.run.tally import Tally
from pipeline.write.stores import store_at

FINISHED, RUNNING, BROKEN_OFF, UNFINISHED = "finished", "running", "broken off", "not finished"
_STATES = {True: RUNNING, False: BROKEN_OFF, None: UNFINISHED}


class Status(NamedTuple):
    """What a folder tells of its run."""

    state: str
    shards: int | None
    """None where the plan is not made yet."""
    done: int
    records: int | None
    inputs: int
    articles: int
    refused: int
    reasons: dict[str, int]
    rate: float | None
    """Inputs a second, from the first finished shard to the last."""
    seconds_left: float | None


def status_of(folder: Path | str) -> Status:
    """The state of the run in a folder; raises OutputError where there is none."""
    store = store_at(folder)
    if isinstance(folder, Path) and not folder.is_dir():
        raise OutputError(f"there is no folder {folder}")
    plan, manifest = store.plan(), store.manifest()
    if plan is None:
        if manifest is None:
            raise OutputError(f"no run has begun in {folder}")
        rows = Counter(manifest["rows"])
        counts = manifest["inputs"], rows["articles"], manifest["refused"], manifest["refused_by_reason"]
        return Status(FINISHED, None, 0, manifest["inputs"], *counts, None, None)
    planned = store.kept("shards.json")
    tally = Tally(store, None)
    left = tally.begin(range(planned["shards"]), planned["records"]) if planned else []
    shards = planned["shards"] if planned else None
    now = tally.now()
    rate = store.rate(now.inputs)
    ahead = (tally.records - now.inputs) / rate if rate else None
    return Status(
        _STATES[store.held()], shards, (shards or 0) - len(left), tally.records or None, now.inputs, now.articles, now.refused,
        tally.reasons(), rate, ahead,
    )

