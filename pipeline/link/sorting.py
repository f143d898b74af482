"""Rows put in another order on disk: DuckDB holds and sorts what may be more than memory, and gives it back as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pipeline.errors import OutputError

if TYPE_CHECKING:
    import duckdb

_BATCH = 5000
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "preserve_insertion_order": False}
"""Every thread wants a share of the memory, and of the time most is spent on making rows."""


class Sorter:
    """Tables of one session; names and queries are those of SQL."""

    def __init__(self, base: duckdb.DuckDBPyConnection) -> None:
        self._base = base

    def fill(self, name: str, schema: pa.Schema, rows: Iterable[Sequence[object]]) -> None:
        """Make a table of rows, some at a time."""
        self.make(name, schema)
        coming = iter(rows)
        while some := list(islice(coming, _BATCH)):
            columns = [pa.array(column, field.type) for column, field in zip(zip(*some, strict=True), schema, strict=True)]
            self.add(name, pa.Table.from_arrays(columns, schema=schema))

    def make(self, name: str, schema: pa.Schema) -> None:
        """Make a table without rows."""
        self._give(f'CREATE TABLE "{name}" AS FROM given', schema.empty_table())

    def add(self, name: str, rows: pa.Table) -> None:
        """Add rows to a table."""
        self._give(f'INSERT INTO "{name}" FROM given', rows)

    def _give(self, statement: str, given: pa.Table) -> None:
        self._base.register("given", given)
        self._base.execute(statement)
        self._base.unregister("given")

    def rows(self, query: str) -> Iterator[dict[str, Any]]:
        """The rows of a query, some at a time; another table may be filled meanwhile."""
        for batch in self.batches(query, _BATCH):
            yield from batch.to_pylist()

    def batches(self, query: str, size: int) -> Iterator[pa.RecordBatch]:
        """The same in batches of up to `size` rows."""
        reader: Any = self._base.cursor().sql(query).to_arrow_reader(size)
        yield from reader


@contextmanager
def sorter(spill: Path, megabytes: int = 256) -> Iterator[Sorter]:
    """A session that keeps in the folder `spill` what so much memory does not hold; raises OutputError where the disk refuses."""
    # DuckDB takes 50 MB, which only those who link should pay
    import duckdb  # noqa: PLC0415

    try:
        with duckdb.connect(":memory:", config=_SETTINGS | {"temp_directory": str(spill), "memory_limit": f"{megabytes}MB"}) as base:
            yield Sorter(base)
    except duckdb.Error as error:
        raise OutputError(f"cannot sort the tables: {error}") from error
