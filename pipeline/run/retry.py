"""Refused inputs of a finished run are read once more, with other limits or from mended files; what they give is added to the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.config import RunConfig, config_of, read_toml
from pipeline.errors import UsageError
from pipeline.run.coordinator import begin, engine_of, summary_of
from pipeline.run.desk import ONLY
from pipeline.run.engine import Engine
from pipeline.run.inputs import list_inputs
from pipeline.run.manifest import manifest_of, plan_of
from pipeline.run.planning import plan_shards
from pipeline.run.settle import settle
from pipeline.run.summary import Summary
from pipeline.run.tally import OnProgress, Tally
from pipeline.write.store import COMMIT, SETTINGS, Store
from pipeline.write.stores import finished_at, store_at

Key = tuple[str, int | None]


def retry(folder: Path | str, changes: Mapping[str, object], on_progress: OnProgress | None = None) -> Summary:
    """Read the refused inputs of a folder again, with its own settings but for `changes`.

    An input that is refused again has its new reason; one whose file is gone keeps the old one. Raises UsageError where nothing was refused,
    or where the folder holds more than one run, OutputError where it holds none or cannot be written.
    """
    store = store_at(folder)
    if store.kept(COMMIT) is None:
        # a folder that is not there is not made
        finished_at(folder, store)
    with store.locked():
        store.recover()
        again = {"out": folder, "part": None, "limit": None, "append": True}
        config = config_of({**read_toml(store.settings(), SETTINGS), **changes, **again}, SETTINGS)
        with engine_of(config) as engine:
            return _again(store, config, engine, Tally(store, on_progress))


def _again(store: Store, config: RunConfig, engine: Engine, tally: Tally) -> Summary:
    started, earlier = datetime.now(UTC), finished_at(config.out, store)
    refused = _keys(_inputs(store.table("refusals")))
    if not refused:
        store.clear()
        raise UsageError(f"no input of {config.out} was refused: there is nothing to retry")
    if len({run["plan"]["inputs"]["digest"] for run in earlier["runs"] if "retry" not in run["plan"]}) > 1:
        raise UsageError(f"{config.out} holds several runs: retry works on the folder of one")
    listed = [one for one in list_inputs(config.inputs, config.out, store.spool) if _holds(one.file.name, refused)]
    plan = {**plan_of(config, listed, earlier["models"]), "retry": len(earlier["runs"])}
    begin(store, plan, config)
    if store.kept(ONLY) is None:
        # of a file that was not read to its end, all is read again but what gave articles
        whole = {path for path, line in refused if line is None}
        there = [key for key in _keys(store.table("sources")) if _holds_any(key[0], whole)]
        store.keep(ONLY, {"refused": sorted(refused, key=str), "whole": sorted(whole), "there": there})
    shards, records = plan_shards(store, config, listed, engine, tally)
    store.forget_changed(shards)
    engine.work(tally.begin(range(shards), records), tally)
    settle(store, shards, store.article_ids())
    tally.recount(shards)
    gone = _replace(store, shards, {one.file.name for one in listed})
    counts = tally.counts(started)
    rows = dict(tally.rows)
    change = {**rows, "refusals": rows["refusals"] - gone.total()}
    store.commit(shards, store.parts(), manifest_of(earlier, plan, _less(counts, gone), change, started), config.as_toml())
    return summary_of(config, counts, rows, [])


def _inputs(refusals: pa.Table) -> pa.Table:
    return refusals.filter(pc.equal(refusals.column("what"), "input"))


def _keys(table: pa.Table) -> set[Key]:
    return set(zip(table.column("source_path").to_pylist(), table.column("source_line").to_pylist(), strict=True))


def _holds(name: str, keys: Iterable[Key]) -> bool:
    """Whether a file, or an archive with its members, has one of some records."""
    return any(path == name or path.startswith(f"{name}/") for path, _ in keys)


def _holds_any(path: str, names: Iterable[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in names)


def _replace(store: Store, shards: int, names: set[str]) -> Counter[str]:
    """Lay ready the parts of the refusals without those of inputs that were read again; their number by reason."""
    read: set[Key] = set()
    for shard in range(shards):
        for name in ("sources", "refusals"):
            table = store.finished_table(shard, name)
            read |= _keys(_inputs(table) if name == "refusals" else table)
    gone: Counter[str] = Counter()
    for part, table in store.table_parts("refusals"):
        rows = zip(*(table.column(name).to_pylist() for name in ("what", "source_path", "source_line", "reason")), strict=True)
        again = [what == "input" and ((path, line) in read or (line is None and path in names)) for what, path, line, _ in rows]
        if any(again):
            mask = pa.array(again, pa.bool_())
            gone.update(table.filter(mask).column("reason").to_pylist())
            store.lay_ready("refusals", part, table.filter(pc.invert(mask)).combine_chunks())
    return gone


def _less(counts: Mapping[str, Any], gone: Counter[str]) -> dict[str, Any]:
    """The counts of a retry as they change those of the folder: an input that was refused before is no new one."""
    reasons = Counter(counts["reasons"])
    reasons.subtract(gone)
    less = {name: counts[name] - gone.total() for name in ("inputs", "refused")}
    return {**counts, **less, "reasons": dict(sorted(reasons.items()))}
