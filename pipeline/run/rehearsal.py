"""What a run would do: its inputs, its shards, and how long it may take by a small sample; nothing is written."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from pipeline.config import RunConfig
from pipeline.run.inline import InlineEngine
from pipeline.run.inputs import list_inputs
from pipeline.run.planning import plan_shards
from pipeline.run.pool.supervisor import cores
from pipeline.run.tally import Tally
from pipeline.write.disk_store import DiskStore

_SAMPLE_SHARDS = 5
_SAMPLE_RECORDS = 40
"""Records of a sampled shard."""


class Rehearsal(NamedTuple):
    """The plan of a run."""

    files: int
    size: int
    """Bytes on the disk."""
    records: int
    shards: int
    per: int
    workers: int
    sample: int
    """Records that were read for the estimate."""
    minutes: float | None


def rehearse(config: RunConfig) -> Rehearsal:
    """Survey the inputs and read some of them, spread over the whole, into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as place:
        store = DiskStore(Path(place))
        away = config.model_copy(update={"out": store.folder, "part": None})
        engine = InlineEngine(away)
        listed = list_inputs(config.inputs, config.out, store.spool)
        with engine:
            tally = Tally(store, None)
            shards, records = plan_shards(store, away, listed, engine, tally)
            seconds, sample = engine.sample(range(0, shards, max(1, shards // _SAMPLE_SHARDS)), _SAMPLE_RECORDS)
    workers = config.workers or cores()
    minutes = seconds / sample * records / workers / 60 if sample else None
    return Rehearsal(len(listed), sum(one.size for one in listed), records, shards, config.shard_articles, workers, sample, minutes)
