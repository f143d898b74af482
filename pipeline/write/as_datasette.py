"""Datasette: the SQLite file with full-text search, and metadata with the columns' meanings and queries that are asked often.

Source: Datasette's documentation, "Metadata", "Full-text search" and "Canned queries"; SQLite's, "FTS5".
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError
from pipeline.knowledge.fold import bare
from pipeline.write.as_sqlite import write_sqlite
from pipeline.write.cells import batches
from pipeline.write.tables import tables_in

_SEARCH = "articles_fts"
_BASE = "soat"

QUERIES: dict[str, tuple[str, str, str]] = {
    "claims_of_a_place": ("Claims of a place over time", "claims", """
SELECT measured, period, article_published, quote, value, unit, change, sentence, claim_id, article_id FROM claims_with_article
WHERE place LIKE '%' || :place || '%' OR place_id LIKE :place || '%' ORDER BY measured, COALESCE(period, article_published)"""),
    "who_said_it": ("Who said it", "claims", """
SELECT speaker, quote, value, unit, measured, sentence, article_published, claim_id, article_id FROM claims_with_article
WHERE speaker LIKE '%' || :name || '%' ORDER BY speaker, article_published"""),
    "under_a_document": ("Claims under a document", "claims", """
SELECT quote, value, unit, measured, period, sentence, claim_id, article_id FROM claims_with_article
WHERE EXISTS (SELECT 1 FROM json_each(under) WHERE json_each.value LIKE '%' || :symbol || '%') ORDER BY article_published"""),
    "failed_checks": ("Failed checks", "findings", """
SELECT check_id, verdict, severity, working, note, claim_ids, article_ids FROM findings
WHERE verdict IN ('conflicts', 'suspect') ORDER BY severity DESC, check_id"""),
}
"""Queries with their titles and the table that each needs."""


def write_datasette(folder: Path, out: Path) -> None:
    """`soat.sqlite` and `metadata.json`; search takes words with their marks and without; raises OutputError."""
    out.mkdir()
    write_sqlite(folder, out / "soat.sqlite")
    try:
        with closing(sqlite3.connect(out / "soat.sqlite")) as base:
            # the stroke of a Vietnamese d is no mark that the tokenizer takes off: a third column has the words bare
            base.execute(f"CREATE VIRTUAL TABLE {_SEARCH} USING fts5(title, text, bare, content='', tokenize='unicode61 remove_diacritics 2')")
            fill = f"INSERT INTO {_SEARCH} (rowid, title, text, bare) SELECT rowid, ?, ?, ? FROM articles WHERE article_id = ?"  # noqa: S608 - our own name
            for rows in batches(folder, "articles"):
                for row in rows:
                    title, text = str(row["title"] or ""), str(row["text"])
                    base.execute(fill, (title, text, bare(f"{title}\n{text}"), row["article_id"]))
            base.commit()
    except sqlite3.Error as error:
        raise OutputError(f"cannot write the search of SQLite: {error}") from error
    (out / "metadata.json").write_text(json.dumps(_metadata(folder), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _metadata(folder: Path) -> dict[str, Any]:
    tables: dict[str, Any] = {
        table.name: {"description": table.meaning, "columns": {column.name: column.meaning for column in table.columns}}
        for table in tables_in(folder)
    }
    tables["articles"] |= {"fts_table": _SEARCH, "fts_pk": "rowid", "label_column": "title"}
    queries = {
        name: {"title": title, "sql": sql.strip()} for name, (title, needed, sql) in QUERIES.items() if needed in tables
    }
    return {"title": "soat: facts of news articles, to be checked", "databases": {_BASE: {"tables": tables, "queries": queries}}}
