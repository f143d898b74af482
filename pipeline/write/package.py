"""The Frictionless data package: every column with its type, meaning and enumeration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.write.columns import FLAG, INTEGER, NUMBER, TEXT, Column, Table
from pipeline.write.tables import ALL, EVERY, SCHEMA_VERSION, tables_in

_TYPES: Mapping[pa.DataType, str] = {TEXT: "string", INTEGER: "integer", NUMBER: "number", FLAG: "boolean"}


def package_of(folder: Path) -> dict[str, object]:
    """The descriptor of the tables that stand in a folder."""
    places = {table.name: (folder / table.name).glob("part-*.parquet") for table in tables_in(folder)}
    return describe_parts({name: sorted(path.relative_to(folder).as_posix() for path in found) for name, found in places.items()})


def describe_parts(parts: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """The descriptor of tables by the names of their part files; those of a run are described also where they have none."""
    return {
        "name": "soat-tables",
        "title": "Fact tables of news articles",
        "version": SCHEMA_VERSION,
        "profile": "data-package",
        "resources": [_resource(table, parts.get(table.name, ())) for table in EVERY if table in ALL or table.name in parts],
    }


def _resource(table: Table, parts: Sequence[str]) -> dict[str, object]:
    first, *others = parts or [f"{table.name}/part-00000.parquet"]
    return {
        "name": table.name,
        "description": table.meaning,
        "path": first,
        **({"extrapaths": others} if others else {}),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, object]:
    """A table in Frictionless Table Schema."""
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = [table.key]
    if table.points:
        keys = {other.name: other.key for other in ALL}
        schema["foreignKeys"] = [{"fields": [column], "reference": {"resource": other, "fields": [keys[other]]}} for column, other in table.points]
    return schema


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = ({"required": True} if column.required else {}) | ({"enum": list(column.values)} if column.values else {})
    field: dict[str, object] = {"name": column.name, "type": _type(column), "description": column.meaning, "arrowType": str(column.type)}
    return field | ({"constraints": constraints} if constraints else {})


def _type(column: Column) -> str:
    """The field's type as the validator meets it: it reads through pandas, where null makes whole numbers floats and lists are numpy's arrays."""
    if column.type == INTEGER and not column.required:
        return "number"
    return _TYPES.get(column.type, "any")
