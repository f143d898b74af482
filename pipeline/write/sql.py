"""The tables in SQL, for both of its dialects that soat writes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.write.columns import FLAG, INTEGER, NUMBER, Column, Table
from pipeline.write.tables import ALL, EVERY

_TYPES = {FLAG: "BOOLEAN", INTEGER: "BIGINT", NUMBER: "DOUBLE"}
"""SQLite reads these as its own INTEGER and REAL; every other type is TEXT."""

_INDEXED = {
    "claims": ("article_id", "unit", "place_id", "period"),
    "citations": ("article_id", "symbol"),
    "officials": ("article_id", "person_key"),
    "dates": ("article_id", "edtf"),
    "places": ("article_id", "place_id"),
    "organisations": ("article_id", "organisation_id"),
    "sources": ("article_id",),
    "refusals": ("article_id", "reason"),
}

_OF_ARTICLE = ("title", "language", "published", "anchor", "source_path")
_WITH_ARTICLE = ("claims", "citations", "officials", "dates", "places", "organisations")

def _with_article(name: str) -> str:
    columns = ", ".join(f"a.{column} AS article_{column}" for column in _OF_ARTICLE)
    return f"SELECT m.*, {columns} FROM {name} AS m JOIN articles AS a ON a.article_id = m.article_id"  # noqa: S608 - names of our own schema


_DOCUMENTS = """
SELECT COALESCE(resolved_symbol, symbol) AS symbol, doc_type, COUNT(*) AS mentions, COUNT(DISTINCT article_id) AS articles
FROM citations WHERE symbol IS NOT NULL GROUP BY 1, 2 ORDER BY mentions DESC, 1, 2
"""
_PERSONS = """
SELECT person_key, MIN(name) AS name, role_id, COUNT(DISTINCT article_id) AS articles
FROM officials GROUP BY person_key, role_id ORDER BY articles DESC, person_key, role_id
"""
_REFUSALS = """
SELECT what, stage, reason, COUNT(*) AS refusals
FROM refusals GROUP BY what, stage, reason ORDER BY refusals DESC, what, stage, reason
"""

VIEWS: tuple[tuple[str, str], ...] = (
    *((f"{name}_with_article", _with_article(name)) for name in _WITH_ARTICLE),
    ("changes", "SELECT * FROM claims_with_article WHERE change <> 'none'"),
    ("unit_conflicts", "SELECT * FROM claims_with_article WHERE unit_conflict"),
    ("documents_cited", _DOCUMENTS.strip()),
    ("persons_named", _PERSONS.strip()),
    ("refusals_by_reason", _REFUSALS.strip()),
)
"""Views that spare a reader the first joins."""


def quoted(name: str) -> str:
    """A name that no dialect takes for a word of its own."""
    return f'"{name}"'


def create_table(table: Table) -> str:
    """One CREATE TABLE with its key, enumerations and references."""
    lines = [_column(column, table) for column in table.columns]
    keys = {other.name: other.key for other in ALL}
    lines += [f"FOREIGN KEY ({quoted(column)}) REFERENCES {quoted(other)} ({quoted(str(keys[other]))})" for column, other in table.points]
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column, table: Table) -> str:
    parts = [quoted(column.name), _TYPES.get(column.type, "TEXT")]
    if column.name == table.key:
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if column.values:
        values = ", ".join(f"'{value}'" for value in column.values)
        parts.append(f"CHECK ({quoted(column.name)} IN ({values}))")
    return " ".join(parts)


def after_filling() -> Iterator[str]:
    """The indices and views, made when the tables are full."""
    for name, columns in _INDEXED.items():
        for column in columns:
            yield f"CREATE INDEX {quoted(f'index_{name}_{column}')} ON {quoted(name)} ({quoted(column)})"
    for name, select in VIEWS:
        yield f"CREATE VIEW {quoted(name)} AS {select}"


def whole_schema() -> str:
    """Everything in SQL."""
    return ";\n\n".join([*(create_table(table) for table in EVERY), *after_filling()]) + ";\n"
