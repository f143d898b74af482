"""SQLite: one file with keys, indices and views; lists are JSON arrays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.write.cells import batches, flat
from pipeline.write.sql import after_filling, create_table, quoted
from pipeline.write.tables import tables_in


def write_sqlite(folder: Path, out: Path) -> None:
    """Write every table of a run into one SQLite file; raises OutputError."""
    try:
        with closing(sqlite3.connect(out)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA foreign_keys = ON")
            for table in tables_in(folder):
                base.execute(create_table(table))
                insert = f"INSERT INTO {quoted(table.name)} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608 - names of our own schema
                for rows in batches(folder, table.name):
                    base.executemany(insert, [[flat(value) for value in row.values()] for row in rows])
            for statement in after_filling():
                base.execute(statement)
            base.commit()
    except sqlite3.Error as error:
        raise OutputError(f"cannot write SQLite: {error}") from error
