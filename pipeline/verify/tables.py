"""The fact tables that are verified, on disk or in memory: read in a stream, article by article, or joined and sorted by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import OutputError
from pipeline.verify.facts import COLUMNS, ArticleFacts, Row, claim_of

if TYPE_CHECKING:
    import duckdb

MENTIONS = ("citations", "officials", "dates", "places", "organisations")
READ = ("articles", "sources", "claims", *MENTIONS)
_BATCH = 2000
_MEMORY = "1GB"


class FactTables(Protocol):
    """The tables of a run."""

    def batches(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The rows of a table in their order, some at a time."""

    def attach(self, base: duckdb.DuckDBPyConnection) -> None:
        """Make every table known to a DuckDB session under its name."""


class FolderTables:
    """The parquet tables of a finished run."""

    def __init__(self, folder: Path) -> None:
        self._parts = {name: sorted((folder / name).glob("part-*.parquet")) for name in READ}
        if missing := [name for name, parts in self._parts.items() if not parts]:
            raise OutputError(f"no table {missing[0]} under {folder}: is it the --out of a finished run?")

    def batches(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """See FactTables; raises OutputError where a part is broken."""
        for part in self._parts[name]:
            try:
                with pq.ParquetFile(part) as file:
                    yield from file.iter_batches(_BATCH, columns=columns)
            except (OSError, pa.ArrowException) as error:
                raise OutputError(f"cannot read {part}: {error}") from error

    def attach(self, base: duckdb.DuckDBPyConnection) -> None:
        """See FactTables."""
        for name, parts in self._parts.items():
            base.read_parquet([str(part) for part in parts]).create_view(name)


class MemoryTables:
    """Tables in memory."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables

    def batches(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """See FactTables."""
        table = self._tables[name]
        yield from (table.select(columns) if columns else table).to_batches(_BATCH)

    def attach(self, base: duckdb.DuckDBPyConnection) -> None:
        """See FactTables."""
        for name in READ:
            keep(base, name, self._tables[name])


@contextmanager
def session(tables: FactTables, spill: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB session over the tables that sorts on disk, in the folder `spill`, what does not fit in memory."""
    # DuckDB takes 50 MB, which only those who verify should pay
    import duckdb  # noqa: PLC0415

    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": _MEMORY, "preserve_insertion_order": False}
    if spill is not None:
        settings["temp_directory"] = str(spill)
    try:
        with duckdb.connect(":memory:", config=settings) as base:
            tables.attach(base)
            yield base
    except duckdb.Error as error:
        raise OutputError(f"cannot sort the tables: {error}") from error


def keep(base: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    """Put an Arrow table into a session, where its cursors see it too."""
    base.register("given", table)
    base.execute(f'CREATE TABLE "{name}" AS FROM given')
    base.unregister("given")


def stream(base: duckdb.DuckDBPyConnection, query: str, values: Mapping[str, object] | None = None) -> Iterator[Row]:
    """The rows of a query, some at a time; other queries may run meanwhile."""
    reader: Any = base.cursor().sql(query, params=values).to_arrow_reader(_BATCH)
    return rows_of(reader)


def rows_of(batches: Iterator[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of batches, by column name."""
    for batch in batches:
        yield from batch.to_pylist()


def articles(tables: FactTables) -> Iterator[ArticleFacts]:
    """Every article with its facts, in the order of the tables.

    The rows of every table stand in the order of the articles (that is part of the tables' contract); OutputError where they do not.
    """
    others = {name: Runs(rows_of(tables.batches(name, COLUMNS if name == "claims" else None)), "article_id") for name in ("claims", *MENTIONS)}
    for article in rows_of(tables.batches("articles")):
        yield facts_of(article, {name: runs.of(article["article_id"]) for name, runs in others.items()})
    for name, runs in others.items():
        if runs.left:
            raise OutputError(f"the rows of {name} do not stand in the order of the articles, or belong to none: were the tables changed?")


def facts_of(article: Row, rows: Mapping[str, Sequence[Row]]) -> ArticleFacts:
    """One article with its rows of the other tables."""
    return ArticleFacts(article, tuple(map(claim_of, rows["claims"])), *(tuple(rows[name]) for name in MENTIONS))


class Runs:
    """Rows that come grouped by a column, taken group by group."""

    def __init__(self, rows: Iterator[Row], column: str) -> None:
        self._groups: Iterator[tuple[Any, Iterator[Row]]] = groupby(rows, key=lambda row: row[column])
        self._next = self._advance()

    def _advance(self) -> tuple[Any, list[Row]] | None:
        found = next(self._groups, None)
        return None if found is None else (found[0], list(found[1]))

    @property
    def left(self) -> bool:
        """True while there are rows that nobody took."""
        return self._next is not None

    def of(self, value: object) -> list[Row]:
        """The rows of the next group, where it is the one asked for; else none."""
        if self._next is None or self._next[0] != value:
            return []
        rows = self._next[1]
        self._next = self._advance()
        return rows
