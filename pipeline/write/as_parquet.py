"""Parquet: a folder a table, a part file a shard, the same bytes on every run."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.errors import OutputError
from pipeline.write.rows import Row
from pipeline.write.tables import SCHEMAS

_ROW_GROUP = 20_000
"""Rows; fixed, so that the bytes do not depend on how a table was gathered."""
_FORMAT: Mapping[str, Any] = {"compression": "zstd", "version": "2.6", "data_page_version": "1.0", "store_schema": True}


def arrow_of(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows of a table in Arrow, with the schema's columns even where there are none."""
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)


def part_bytes(table: pa.Table) -> bytes:
    """A part file as it would stand on a disk."""
    stream = io.BytesIO()
    pq.write_table(table, stream, row_group_size=_ROW_GROUP, **_FORMAT)
    return stream.getvalue()


def write_part(table: pa.Table, path: Path) -> None:
    """Write one part file and see it safely on the disk; raises OutputError."""
    try:
        with path.open("wb") as stream:
            pq.write_table(table, stream, row_group_size=_ROW_GROUP, **_FORMAT)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


class PartWriter:
    """A part file that is written while its rows are made, a row group at a time; raises OutputError."""

    def __init__(self, name: str, path: Path) -> None:
        self._name, self._path = name, path
        self._rows: list[Row] = []
        self._stream: Any = None
        self._file: Any = None
        self.count = 0

    def __enter__(self) -> Self:
        try:
            self._stream = self._path.open("wb")
            self._file = pq.ParquetWriter(self._stream, SCHEMAS[self._name], **_FORMAT)
        except OSError as error:
            raise self._refused(error) from error
        return self

    def add(self, row: Row) -> None:
        """Add a row."""
        self._rows.append(row)
        self.count += 1
        if len(self._rows) == _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        try:
            self._file.write_table(arrow_of(self._name, self._rows), _ROW_GROUP)
        except OSError as error:
            raise self._refused(error) from error
        self._rows.clear()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None and (self._rows or not self.count):
                self._flush()
            self._file.close()
            if kind is None:
                self._stream.flush()
                os.fsync(self._stream.fileno())
        except OSError as error:
            raise self._refused(error) from error
        finally:
            self._stream.close()

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(f"cannot write {self._path}: {error.strerror or error}")


def read_table(folder: Path, name: str, *, articles: frozenset[str] | None = None, columns: Sequence[str] | None = None) -> pa.Table:
    """A table of a finished run, or its rows of some `articles`, or some of its `columns`; raises OutputError where it is not there or broken."""
    if name not in SCHEMAS:
        raise OutputError(f"there is no table {name!r}; there are {', '.join(SCHEMAS)}")
    place = folder / name
    if not place.is_dir():
        raise OutputError(f"no table {name} under {folder}: is it the --out of a finished run?")
    wanted = None if articles is None else pc.field("article_id").isin(pa.array(sorted(articles), pa.string()))
    chosen = None if columns is None else list(columns)
    parts = sorted(place.glob("part-*.parquet"))
    try:
        return pa.concat_tables(pq.read_table(part, columns=chosen, filters=wanted, partitioning=None) for part in parts)
    except (OSError, pa.ArrowException) as error:
        raise OutputError(f"cannot read {place}: {error}") from error
