"""The gather step over finished tables: documents, persons and the gazetteer of what a run mentions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.knowledge import GazetteerRow, Knowledge
from pipeline.link.documents import link_documents
from pipeline.link.gazetteer import mentioned_places
from pipeline.link.persons import link_persons
from pipeline.write.as_parquet import read_table
from pipeline.write.gathered import LINKED
from pipeline.write.store import Store

_PLACED = ("claims", "places", "organisations")


def link(folder: Path, knowledge: Knowledge) -> dict[str, int]:
    """Write the `documents`, `persons` and `gazetteer` of a finished run beside its tables, in place of earlier ones; their numbers of rows.

    The tables of the run itself are not touched. Raises OutputError where they are not there or the disk refuses.
    """
    citations = read_table(folder, "citations").to_pylist()
    officials = read_table(folder, "officials").to_pylist()
    ids = {place for name in _PLACED for place in read_table(folder, name).column("place_id").to_pylist()}
    found: dict[str, list[Mapping[str, object]]] = {
        "documents": [*link_documents(citations, knowledge.papers)],
        "persons": [*link_persons(officials, knowledge.offices)],
        "gazetteer": [_place(row) for row in mentioned_places(ids, knowledge.gazetteer)],
    }
    rows = {table.name: [tuple(row[column.name] for column in table.columns) for row in found[table.name]] for table in LINKED}
    store = Store(folder)
    with store.locked():
        store.replace(rows)
    return {name: len(its) for name, its in rows.items()}


def _place(row: GazetteerRow) -> dict[str, object]:
    return row._asdict() | {"merged_into": list(row.merged_into)}
