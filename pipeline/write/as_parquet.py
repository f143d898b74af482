"""Parquet: a folder a table, a part file a shard, the same bytes on every run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import OutputError
from pipeline.write.rows import Row
from pipeline.write.tables import SCHEMAS

_ROW_GROUP = 20_000
"""Rows; fixed, so that the bytes do not depend on how a table was gathered."""


def arrow_of(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows of a table in Arrow, with the schema's columns even where there are none."""
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)


def write_part(table: pa.Table, path: Path) -> None:
    """Write one part file and see it safely on the disk; raises OutputError."""
    try:
        with path.open("wb") as stream:
            pq.write_table(table, stream, row_group_size=_ROW_GROUP, compression="zstd", version="2.6", data_page_version="1.0", store_schema=True)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def read_table(folder: Path, name: str) -> pa.Table:
    """A table of a finished run; raises OutputError where it is not there or broken."""
    if name not in SCHEMAS:
        raise OutputError(f"there is no table {name!r}; there are {', '.join(SCHEMAS)}")
    place = folder / name
    if not place.is_dir():
        raise OutputError(f"no table {name} under {folder}: is it the --out of a finished run?")
    try:
        return pa.concat_tables(pq.read_table(part) for part in sorted(place.glob("part-*.parquet")))
    except (OSError, pa.ArrowException) as error:
        raise OutputError(f"cannot read {place}: {error}") from error
