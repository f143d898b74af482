"""The executor of one machine: reads the inputs shard by shard, and takes up where an earlier run was broken off."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from pipeline.annotate.choose import choose
from pipeline.config import RunConfig
from pipeline.errors import UsageError
from pipeline.ingest import Cursor, Reading, cut_file, read_item
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Refusal
from pipeline.run.inputs import Listed, list_inputs
from pipeline.run.manifest import manifest_of, plan_of, what_differs
from pipeline.run.shard import ShardResult, process_shard
from pipeline.run.summary import Progress, Summary
from pipeline.write.rows import add_refusal
from pipeline.write.store import Store
from pipeline.write.tables import TABLES

_TELL = 50
"""Inputs between two words of the progress."""

OnProgress = Callable[[Progress], None]


def run(config: RunConfig, knowledge: Knowledge, on_progress: OnProgress | None = None) -> Summary:
    """Read all inputs of `config` into the tables of `config.out`.

    The same command again takes up where the last one was broken off, and does nothing on a finished folder. Raises UsageError where
    the folder holds the result of another command, OutputError where it cannot be written.
    """
    store = Store(config.out)
    with store.locked():
        return _run(store, config, knowledge, on_progress)


def _run(store: Store, config: RunConfig, knowledge: Knowledge, on_progress: OnProgress | None) -> Summary:
    started = datetime.now(UTC)
    store.recover()
    listed = list_inputs(config.inputs, config.out, lambda: store.work_file("stdin"))
    chosen = choose(config.models)
    knowledge = replace(knowledge, annotators=chosen.annotators)
    plan = plan_of(config, listed, chosen.told)
    done = store.manifest()
    unfinished = store.plan()
    if done is not None and (earlier := _already_done(store, done, plan, config)):
        return _summary(config, earlier["counts"], earlier["rows"], chosen.refusals, unchanged=True)
    if unfinished is not None and (difference := what_differs(unfinished, plan)):
        raise UsageError(f"{config.out} holds an unfinished run of another command ({difference}): give another --out, or remove that folder")
    store.begin(plan)
    first_part = store.parts()
    work = _Work(store, config, knowledge, listed, on_progress, store.article_ids() if first_part else set(), chosen.refusals)
    shards = work.through()
    counts = work.counts(started)
    store.commit(shards, first_part, manifest_of(done, plan, counts, work.rows, started))
    return _summary(config, counts, work.rows, chosen.refusals)


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


class _Work:
    """The run through the shards."""

    def __init__(
        self, store: Store, config: RunConfig, knowledge: Knowledge, listed: list[Listed], on_progress: OnProgress | None, known: set[int],
        missing: Sequence[Refusal],
    ) -> None:
        self._store, self._config, self._knowledge, self._listed, self._on_progress = store, config, knowledge, listed, on_progress
        self._known = known
        self._missing = missing
        self._cursor = Cursor()
        self._bytes = max(1, sum(one.size for one in listed))
        self.rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
        self._inputs = self._characters = 0
        self._reasons: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()
        self._share = 0.0
        self._clock = time.monotonic()

    def through(self) -> int:
        """Do every shard that is not done yet; the number of shards."""
        items = islice(self._items(), self._config.limit)
        shard = 0
        while batch := list(islice(items, self._config.shard_articles)):
            self._shard(shard, batch)
            shard += 1
        if not shard:
            self._shard(0, [])
        return max(shard, 1)

    def _items(self) -> Iterator[Article | Refusal]:
        config = self._config
        fields = {str(field): key for field, key in config.fields.items()}
        reading = Reading(fields, config.language, config.day_first, config.max_chars, config.max_bytes)
        for file, size, _ in self._listed:
            for item in cut_file(file, reading, self._cursor):
                yield read_item(item, reading, self._knowledge)
            self._cursor.leave(size)

    def _shard(self, shard: int, batch: list[Article | Refusal]) -> None:
        counts = self._store.finished(shard)
        if counts is None:
            result = process_shard(self._watched(batch), self._known, self._knowledge)
            if not shard:
                for refusal in self._missing:
                    add_refusal(result.rows, refusal)
            counts = _counts_of(result)
            self._store.add(shard, result.rows, counts)
            self._known |= result.article_ids
        else:
            self._known |= self._store.shard_article_ids(shard)
        self.rows.update(counts["rows"])
        self._inputs += counts["inputs"]
        self._characters += counts["characters"]
        self._reasons.update(counts["reasons"])
        self._languages.update(counts["languages"])
        self._share = min(1.0, self._cursor.position() / self._bytes)
        self._tell(self._share, 0)

    def _watched(self, batch: list[Article | Refusal]) -> Iterator[Article | Refusal]:
        """The items of a shard, with word of the progress now and then; a shard's bytes count as read evenly."""
        ahead = min(1.0, self._cursor.position() / self._bytes) - self._share
        for number, item in enumerate(batch):
            if number and number % _TELL == 0:
                self._tell(self._share + ahead * number / len(batch), number)
            yield item

    def _tell(self, share: float, more: int) -> None:
        if self._on_progress is not None:
            articles, claims = self.rows["articles"] + more, self.rows["claims"]
            self._on_progress(Progress(share, self._inputs + more, articles, self._reasons.total(), self._characters, claims))

    def counts(self, started: datetime) -> dict[str, Any]:
        """What the manifest says of the run's outcome."""
        return {
            "inputs": self._inputs, "sources": self.rows["sources"], "refused": self._reasons.total(), "reasons": dict(sorted(self._reasons.items())),
            "languages": dict(sorted(self._languages.items())), "characters": self._characters,
            "seconds": round(time.monotonic() - self._clock, 3), "started": started.isoformat(timespec="seconds"),
        }


def _counts_of(result: ShardResult) -> dict[str, Any]:
    return {
        "rows": {name: len(rows) for name, rows in result.rows.items()}, "inputs": result.inputs, "characters": result.characters,
        "reasons": dict(result.reasons), "languages": dict(result.languages),
    }


def _summary(
    config: RunConfig, counts: dict[str, Any], rows: dict[str, int] | Counter[str], missing: Sequence[Refusal], *, unchanged: bool = False,
) -> Summary:
    return Summary(
        config.out, inputs=counts["inputs"], sources=counts["sources"], refused=counts["refused"], rows=dict(rows), reasons=counts["reasons"],
        characters=counts["characters"], seconds=counts["seconds"], unchanged=unchanged,
        notes=tuple(refusal.detail for refusal in missing),
    )
