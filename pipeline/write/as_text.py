"""CSV and JSON Lines: a file a table."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.ingest.formulas import guarded
from pipeline.write.cells import batches, flat
from pipeline.write.tables import tables_in


def write_csv(folder: Path, out: Path) -> None:
    """Text in quotation marks, null empty, lists as JSON arrays; text that a spreadsheet would take for a formula has an apostrophe before it.

    UTF-8 with a byte order mark, without which the most used spreadsheet reads the diacritics wrong.
    """
    out.mkdir()
    for table in tables_in(folder):
        with (out / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            stream.write(",".join(column.name for column in table.columns) + "\r\n")
            for rows in batches(folder, table.name):
                stream.writelines(",".join(map(_cell, row.values())) + "\r\n" for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return '"' + guarded(str(flat(value))).replace('"', '""') + '"'


def write_jsonl(folder: Path, out: Path) -> None:
    """An object a line, null written out, lists as arrays."""
    out.mkdir()
    for table in tables_in(folder):
        with (out / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
            for rows in batches(folder, table.name):
                stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
