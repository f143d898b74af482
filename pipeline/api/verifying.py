"""`pipeline.verify`: which numbers hold, of a run's folder, of frames or of single results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pipeline.api.result import Result
from pipeline.errors import UsageError
from pipeline.knowledge import Knowledge
from pipeline.remote import is_url
from pipeline.verify.engine import verify_tables
from pipeline.verify.tables import READ, FolderTables, MemoryTables
from pipeline.write.as_parquet import arrow_of
from pipeline.write.gathered import VERIFIED
from pipeline.write.rows import Row
from pipeline.write.tables import SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

Tables = Mapping[str, "pd.DataFrame | pa.Table"]


def verify(what: str | Path | Tables | Result | Iterable[Result], knowledge: Knowledge) -> dict[str, pd.DataFrame]:
    """The families, alignments and findings of tables, by name; nothing is written."""
    if isinstance(what, str) and is_url(what):
        raise UsageError(f"{what}: tables are verified on a disk: copy them there first")
    tables = FolderTables(Path(what)) if isinstance(what, str | Path) else MemoryTables(_in_memory(what))
    rows: dict[str, list[Row]] = {table.name: [] for table in VERIFIED}
    for name, row in verify_tables(tables, knowledge):
        rows[name].append(row)
    return {name: arrow_of(name, its).to_pandas() for name, its in rows.items()}


def _in_memory(what: Tables | Result | Iterable[Result]) -> dict[str, pa.Table]:
    if isinstance(what, Mapping):
        if missing := [name for name in ("articles", "claims") if name not in what]:
            raise UsageError(f"there is no table {missing[0]!r}; give what extract_frame gives, or the folder of a run")
        return {name: _arrow(name, what.get(name)) for name in READ}
    results = [what] if isinstance(what, Result) else list(what)
    # one text is one article, however often it is given
    results = list({result.article["article_id"]: result for result in results}.values())
    return {
        name: pa.Table.from_pylist([dict(row) for row in chain.from_iterable(result.rows(name) for result in results)], SCHEMAS[name])
        for name in READ
    }


def _arrow(name: str, table: pd.DataFrame | pa.Table | None) -> pa.Table:
    """A table with the columns of the schema; empty where it is not given."""
    schema = SCHEMAS[name]
    if table is None:
        return schema.empty_table()
    if isinstance(table, pa.Table):
        return table.select(schema.names).cast(schema)
    return pa.Table.from_pandas(table, schema=schema, preserve_index=False)
