"""A run from inputs to tables: list, plan, have the shards done by an engine, settle, commit; an earlier run that was broken off is taken up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pipeline.config import RunConfig
from pipeline.errors import UsageError
from pipeline.run.cluster import LOCAL, REMOTE, DaskEngine
from pipeline.run.engine import Engine
from pipeline.run.inline import InlineEngine
from pipeline.run.inputs import list_inputs
from pipeline.run.manifest import manifest_of, plan_of, what_differs
from pipeline.run.planning import plan_shards
from pipeline.run.pool.supervisor import PoolEngine
from pipeline.run.settle import settle
from pipeline.run.summary import Summary
from pipeline.run.tally import OnProgress, Tally
from pipeline.run.tasks import MODELS, Task, file_of
from pipeline.write.store import Store
from pipeline.write.stores import store_at


def run(config: RunConfig, on_progress: OnProgress | None = None) -> Summary:
    """What `pipeline.run.run` does."""
    store = store_at(config.out)
    # faults in the knowledge are told before the folder is touched
    with engine_of(config) as engine:
        if config.part is not None:
            return _one_of_many(store, config, engine, Tally(store, on_progress))
        with store.locked():
            store.recover()
            store.admit()
            job = _prepare(store, config, engine, Tally(store, on_progress))
            if isinstance(job, Summary):
                return job
            engine.work(job.tally.begin(range(job.shards), job.records), job.tally)
            return _finish(store, config, job)


def _one_of_many(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> Summary:
    """One job of an array: the first to come plans for all, each does its share of the shards, the last to go puts the tables together."""
    number, jobs = config.part or (1, 1)
    with store.locked(shared=True) as lock:
        store.admit()
        with store.queued(f"part-{number}-of-{jobs}", wait=False):
            return _share(store, config, engine, tally, lock)


def _share(store: Store, config: RunConfig, engine: Engine, tally: Tally, lock: int) -> Summary:
    number, jobs = config.part or (1, 1)
    with store.queued("planning", wait=True):
        store.recover()
        job = _prepare(store, config, engine, tally)
        if isinstance(job, Summary):
            return job
    own = range(number - 1, job.shards, jobs)
    engine.work(tally.begin(own, job.records * len(own) // max(job.shards, 1)), tally)
    left = sum(store.finished(shard) is None for shard in range(job.shards))
    if store.alone(lock) and not left:
        return _finish(store, config, job)
    return summary_of(config, tally.counts(job.started), tally.rows, job.notes, left=left)


def engine_of(config: RunConfig) -> Engine:
    """The engine that a configuration names; raises UsageError where there is none of that name."""
    if config.engine == "local":
        return InlineEngine(config) if config.workers == 0 else PoolEngine(config)
    if config.engine == LOCAL or config.engine.startswith(REMOTE):
        return DaskEngine(config)
    raise UsageError(f"engine {config.engine!r}: no such engine; there are local, {LOCAL} (a cluster on this machine) and {REMOTE}HOST:PORT")


@dataclass(frozen=True)
class _Job:
    """A run that has been planned and not done."""

    plan: Mapping[str, Any]
    earlier: Mapping[str, Any] | None
    """The manifest of what the folder holds already."""
    shards: int
    records: int
    notes: Sequence[str]
    started: datetime
    tally: Tally


def _prepare(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> _Job | Summary:
    """The plan of a run; the summary of an earlier one that did the same."""
    started = datetime.now(UTC)
    listed = list_inputs(config.inputs, config.out, store.spool)
    told, notes = _models(store, config, engine, tally)
    plan = plan_of(config, listed, told)
    done = store.manifest()
    if done is not None and (earlier := _already_done(store, done, plan, config)):
        return summary_of(config, earlier["counts"], earlier["rows"], notes, unchanged=True)
    begin(store, plan, config)
    shards, records = plan_shards(store, config, listed, engine, tally)
    store.forget_changed(shards)
    return _Job(plan, done, shards, records, notes, started, tally)


def _finish(store: Store, config: RunConfig, job: _Job) -> Summary:
    """Put the tables together when all shards are done."""
    settle(store, job.shards, store.article_ids())
    job.tally.recount(job.shards)
    counts = job.tally.counts(job.started)
    manifest = manifest_of(job.earlier, job.plan, counts, job.tally.rows, job.started)
    store.commit(job.shards, store.parts(), manifest, config.as_toml())
    return summary_of(config, counts, job.tally.rows, job.notes)


def _models(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> tuple[list[dict[str, str]], list[str]]:
    """What a worker says of the trained models that it loads, and one sentence on each that it cannot: this process need not load them."""
    if not config.models:
        return [], []
    task = Task(MODELS, 0)
    engine.work([task], tally)
    found = store.kept(file_of(task)) or {}
    return found["told"], found["notes"]


def begin(store: Store, plan: Mapping[str, Any], config: RunConfig) -> None:
    """Write the plan down; raises UsageError where another one is under way."""
    unfinished = store.plan()
    if unfinished is not None and (difference := what_differs(unfinished, plan)):
        raise UsageError(f"{config.out} holds an unfinished run of another command ({difference}): give another --out, or remove that folder")
    store.begin(plan)


def _already_done(store: Store, done: dict[str, Any], plan: dict[str, Any], config: RunConfig) -> dict[str, Any] | None:
    """The earlier run that did the same; None where its result may be added to; raises UsageError where it may not."""
    differences = [(run, what_differs(run["plan"], plan)) for run in done["runs"]]
    for run, difference in differences:
        if not difference:
            store.clear()
            return run  # type: ignore[no-any-return]
    if not config.append:
        store.clear()
        raise UsageError(f"{config.out} holds the result of another command ({differences[-1][1]}): give another --out, or --append to add to it")
    return None


def summary_of(
    config: RunConfig, counts: Mapping[str, Any], rows: Mapping[str, int], notes: Sequence[str], *,
    unchanged: bool = False, left: int = 0,
) -> Summary:
    """What is said of a run at its end."""
    return Summary(
        config.out, inputs=counts["inputs"], sources=counts["sources"], refused=counts["refused"], rows=dict(rows), reasons=counts["reasons"],
        characters=counts["characters"], seconds=counts["seconds"], unchanged=unchanged, notes=tuple(notes), left=left,
    )
