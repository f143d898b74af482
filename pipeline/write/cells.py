"""Values of the tables in formats that know fewer types than Arrow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

GUARD = "'"
_STARTS_FORMULA = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
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


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, the full-width signs included."""
    return text[:1] in _STARTS_FORMULA and text != ""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it where one would.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1 = 1"), guarded("'tis")
    ("'=1+1", "''=1+1", '1 = 1', "'tis")
    """
    return GUARD + text if starts_formula(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """What `guarded` was given.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith(GUARD) and starts_formula(text.lstrip(GUARD)) else text
