"""A run from inputs to tables: list, plan, have the shards done by an engine, settle, commit; an earlier run that was broken off is taken up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline.config import RunConfig
from pipeline.errors import UsageError
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


def run(config: RunConfig, on_progress: OnProgress | None = None) -> Summary:
    """What `pipeline.run.run` does."""
    store = Store(config.out)
    # faults in the knowledge are told before the folder is touched
    with engine_of(config) as engine, store.locked():
        store.recover()
        store.admit()
        return _run(store, config, engine, Tally(store, on_progress))


def engine_of(config: RunConfig) -> Engine:
    """The engine that a configuration names."""
    return InlineEngine(config) if config.workers == 0 else PoolEngine(config)


def _run(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> Summary:
    started = datetime.now(UTC)
    listed = list_inputs(config.inputs, config.out, lambda: store.work_file("stdin"))
    told, notes = _models(store, config, engine, tally)
    plan = plan_of(config, listed, told)
    done = store.manifest()
    if done is not None and (earlier := _already_done(store, done, plan, config)):
        return _summary(config, earlier["counts"], earlier["rows"], notes, unchanged=True)
    _begin(store, plan, config)
    shards, records = plan_shards(store, config, listed, engine, tally)
    engine.work(tally.begin(shards, records), tally)
    settle(store, shards, store.article_ids())
    tally.recount(shards)
    counts = tally.counts(started)
    store.commit(shards, store.parts(), manifest_of(done, plan, counts, tally.rows, started))
    return _summary(config, counts, tally.rows, notes)


def _models(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> tuple[list[dict[str, str]], list[str]]:
    """What a worker says of the trained models that it loads, and one sentence on each that it cannot: this process need not load them."""
    if not config.models:
        return [], []
    task = Task(MODELS, 0)
    engine.work([task], tally)
    found = store.kept(file_of(task)) or {}
    return found["told"], found["notes"]


def _begin(store: Store, plan: Mapping[str, Any], config: RunConfig) -> None:
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


def _summary(
    config: RunConfig, counts: Mapping[str, Any], rows: Mapping[str, int], notes: Sequence[str], *, unchanged: bool = False,
) -> Summary:
    return Summary(
        config.out, inputs=counts["inputs"], sources=counts["sources"], refused=counts["refused"], rows=dict(rows), reasons=counts["reasons"],
        characters=counts["characters"], seconds=counts["seconds"], unchanged=unchanged, notes=tuple(notes),
    )
