"""DuckDB: one file with keys, indices and views; lists are JSON arrays."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from pipeline.errors import OutputError
from pipeline.write.columns import Table
from pipeline.write.sql import after_filling, create_table, quoted
from pipeline.write.tables import tables_in


def write_duckdb(folder: Path, out: Path) -> None:
    """Write every table of a run into one DuckDB file; raises OutputError."""
    # DuckDB takes 50 MB, which only those who ask for it should pay
    import duckdb  # noqa: PLC0415

    try:
        with duckdb.connect(str(out), config={"threads": 1, "preserve_insertion_order": True}) as base:
            for table in tables_in(folder):
                base.execute(create_table(table))
                parts = [str(part) for part in sorted((folder / table.name).glob("part-*.parquet"))]
                select = f"INSERT INTO {quoted(table.name)} SELECT {_columns(table)} FROM read_parquet(?)"  # noqa: S608 - names of our own schema
                base.execute(select, [parts])
            for statement in after_filling():
                base.execute(statement)
    except duckdb.Error as error:
        raise OutputError(f"cannot write DuckDB: {error}") from error


def _columns(table: Table) -> str:
    return ", ".join(
        f"to_json({quoted(column.name)})" if pa.types.is_list(column.type) else quoted(column.name) for column in table.columns
    )
