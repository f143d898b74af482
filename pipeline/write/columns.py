"""What a table is made of: columns with a type, a meaning and, where it is closed, the list of their values."""

from __future__ import annotations

from typing import NamedTuple

import pyarrow as pa

TEXT = pa.string()
INTEGER = pa.int64()
NUMBER = pa.float64()
FLAG = pa.bool_()
TEXTS = pa.list_(TEXT)
READINGS = pa.list_(pa.struct([("change", TEXT), ("value_text", TEXT)]))
BLOCKS = pa.list_(pa.struct([("kind", TEXT), ("start", INTEGER), ("stop", INTEGER)]))


class Column(NamedTuple):
    """A column: its type, its meaning in one sentence, whether it is always there, and its values where they are a closed list."""

    name: str
    type: pa.DataType
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()


SYMBOL_PARTS = (
    Column("number", TEXT, "The document's number."),
    Column("year", TEXT, "The year in its symbol."),
    Column("issuer_code", TEXT, "The issuer's code in its symbol."),
)
"""What a document's symbol says, alike in a citation and in a document."""


class Table(NamedTuple):
    """A table: its columns in order, its key, and which column points to which table's key."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: str | None = None
    points: tuple[tuple[str, str], ...] = ()
