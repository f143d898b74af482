"""Values of the tables in formats that know fewer types than Arrow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

_BATCH = 5000


def batches(folder: Path, name: str) -> Iterator[list[dict[str, object]]]:
    """The rows of a table in order, a bounded number at a time."""
    for part in sorted((folder / name).glob("part-*.parquet")):
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                yield batch.to_pylist()


def flat(value: object) -> object:
    """The value with lists as JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if isinstance(value, list) else value
