"""Articles that several shards have: the first one keeps them, whoever was first to read them.

Shards are read without regard to each other, in any order. Before their parts become tables, every article stays in the first shard that has
it; the others keep only the row of its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.write.store import Store
from pipeline.write.tables import SCHEMAS, TABLES

_ARTICLE = "article_id"


def settle(store: Store, shards: int, standing: Iterable[list[str]]) -> None:
    """Take out of each shard the articles that one before it has, or that stand in the tables already (`standing`)."""
    known = [_numbers(ids) for ids in standing]
    own = [_numbers(store.finished_table(shard, "articles", [_ARTICLE]).column(0).to_pylist()) for shard in range(shards)]
    for shard, again in _repeated(known, own):
        _take_out(store, shard, {f"a{number:016x}" for number in again.tolist()})


def _numbers(ids: list[str]) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """Ids as numbers of eight bytes: a run may have a hundred million."""
    return np.array([int(one[1:], 16) for one in ids], np.uint64)


def _repeated(
    known: list[np.ndarray[Any, np.dtype[np.uint64]]], own: list[np.ndarray[Any, np.dtype[np.uint64]]],
) -> Iterator[tuple[int, np.ndarray[Any, np.dtype[np.uint64]]]]:
    """Each shard that has articles of others before it, with these."""
    everything = np.concatenate([*known, *own]) if known or own else np.array([], np.uint64)
    first = np.zeros(len(everything), bool)
    first[np.unique(everything, return_index=True)[1]] = True
    at = sum(map(len, known))
    for shard, ids in enumerate(own):
        again = ids[~first[at:at + len(ids)]]
        at += len(ids)
        if len(again):
            yield shard, again


def _take_out(store: Store, shard: int, ids: set[str]) -> None:
    """Write a shard anew without some of its articles."""
    counts = store.finished(shard) or {}
    gone = pa.array(sorted(ids), pa.string())
    changed = {}
    for name in TABLES:
        # a source is a record that was read; it stays, and says which article has its text
        if name == "sources" or _ARTICLE not in SCHEMAS[name].names:
            continue
        table = store.finished_table(shard, name)
        out = pc.fill_null(pc.is_in(table.column(_ARTICLE), gone), fill_value=False)
        if name == "articles":
            _forget(counts, table.filter(out))
        kept = table.filter(pc.invert(out)).combine_chunks()
        if kept.num_rows < table.num_rows:
            changed[name] = kept
            counts["rows"][name] = kept.num_rows
    store.change(shard, changed, counts)


def _forget(counts: dict[str, Any], articles: pa.Table) -> None:
    """Take articles out of the counts."""
    counts["characters"] -= pc.sum(pc.utf8_length(articles.column("text"))).as_py() or 0
    languages = Counter(counts["languages"])
    languages.subtract(articles.column("language").to_pylist())
    counts["languages"] = {language: count for language, count in languages.items() if count}
