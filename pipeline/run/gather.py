"""The gather steps over finished tables: documents, persons and the gazetteer of what a run mentions; what of it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.knowledge import GazetteerRow, Knowledge
from pipeline.link.documents import link_documents
from pipeline.link.duplicates import near_duplicates
from pipeline.link.gazetteer import mentioned_places
from pipeline.link.persons import link_persons
from pipeline.verify.engine import verify_tables
from pipeline.verify.tables import FolderTables
from pipeline.write.disk_store import DiskStore
from pipeline.write.gathered import GATHERED, LINKED
from pipeline.write.rows import Row

_OF_CITATIONS = (
    "citation_id", "article_id", "doc_type", "symbol", "resolved_symbol", "number", "year", "issuer_code", "issuer", "signed", "title", "rule",
)
_OF_OFFICIALS = ("official_id", "article_id", "name", "person_key", "role_id", "body", "place")
_PLACED = ("claims", "places", "organisations")


def link(folder: Path, knowledge: Knowledge) -> dict[str, int]:
    """Write `documents`, `persons`, `gazetteer` and `near_duplicates` of a finished run beside its tables, in place of earlier ones; their rows.

    The tables of the run itself are not touched. Raises OutputError where they are not there or the disk refuses.
    """
    store = DiskStore(folder)
    with store.locked():
        return store.replace_streamed((table.name for table in LINKED), _linked(folder, knowledge, store))


def verify(folder: Path, knowledge: Knowledge) -> dict[str, int]:
    """Write what `link` writes, and the `families`, `alignments` and `findings` of a finished run; their numbers of rows.

    As `link`, it touches no table of the run and replaces each of its own whole.
    """
    store = DiskStore(folder)
    with store.locked():
        tables = FolderTables(folder)
        spill = store.work_file("spill")
        rows = chain(_linked(folder, knowledge, store), verify_tables(tables, knowledge, spill))
        return store.replace_streamed((table.name for table in GATHERED), rows)


def _linked(folder: Path, knowledge: Knowledge, store: DiskStore) -> Iterator[tuple[str, Row]]:
    tables = FolderTables(folder)
    sorting = store.work_file("sorting")
    ids = {row["place_id"] for name in _PLACED for row in _rows(tables, name, ("place_id",))}
    found: dict[str, Iterable[Mapping[str, object]]] = {
        "documents": link_documents(_rows(tables, "citations", _OF_CITATIONS), knowledge.papers, sorting),
        "persons": link_persons(_rows(tables, "officials", _OF_OFFICIALS), knowledge.offices, sorting),
        "gazetteer": (_place(row) for row in mentioned_places(ids, knowledge.gazetteer)),
        "near_duplicates": near_duplicates(_texts(folder), store.work_file("digests")),
    }
    for table in LINKED:
        for row in found[table.name]:
            yield table.name, tuple(row[column.name] for column in table.columns)


def _rows(tables: FolderTables, name: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of a table, of some columns alone: quotes and sentences are most of what a table holds, and linking needs neither."""
    for batch in tables.batches(name, columns):
        yield from batch.to_pylist()


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for batch in FolderTables(folder).batches("articles", ("article_id", "text")):
        yield from zip(batch.column("article_id").to_pylist(), batch.column("text").to_pylist(), strict=True)


def _place(row: GazetteerRow) -> dict[str, object]:
    return row._asdict() | {"merged_into": list(row.merged_into)}
