"""The schema for people and tools: Markdown, JSON Schema, SQL."""

from __future__ import annotations

import json
from typing import Literal, assert_never

from pipeline.write.columns import BLOCKS, FLAG, INTEGER, NUMBER, READINGS, TEXTS, Column, Table
from pipeline.write.sql import whole_schema
from pipeline.write.tables import EVERY, SCHEMA_VERSION

SchemaFormat = Literal["markdown", "jsonschema", "sql"]

_NAMES = {INTEGER: "int64", NUMBER: "float64", FLAG: "bool", TEXTS: "list[string]"}
_JSON = {INTEGER: "integer", NUMBER: "number", FLAG: "boolean"}
_RULES = """\
## Common rules

- `start` and `stop` are half-open, in Unicode code points, into the field named by `field`: `articles.text[start:stop] == quote`, always.
- `articles.text` is the text as ingested: NFC, no invisible marks, every line mark a line feed, every other white space a plain space, no
  markup. A title that the source gives apart is never part of it.
- Ids are digests, the same on any machine. Rows stand in input order, then by `start`.
- `value_text` is the exact decimal, `value` its float64; per cent is 95, not 0.95. Unknown is null, never 0 or an empty string.
- Dates are EDTF (ISO 8601-2): `2025-07-01`, `2025-07`, `2020/2025`, `2025-07-01/..`, `XXXX-04-13` where the year is not known; quarters are
  months. Languages are BCP 47, currencies ISO 4217.
- `place_id` is a code, `@` and the year since which that extent is valid.
- `confidence` of a claim is 0.95 for digits with a unit or a counted noun beside them, 0.9 for number words and for a unit carried over a
  list, 0.7 where the separators leave a doubt, the unit contradicts the thing counted or the number is vague, 0.6 where no unit is found;
  `soat evaluate` prints how often each of them is right.
- An input ends as a row of `sources` (its article may have other sources too) or as a refusal whose `what` is `input`.
"""


def describe(form: SchemaFormat) -> str:
    """Every table and column in one text."""
    match form:
        case "markdown":
            return _markdown()
        case "jsonschema":
            return json.dumps(_json_schema(), indent=2, ensure_ascii=False) + "\n"
        case "sql":
            return whole_schema()
        case _:
            assert_never(form)


def _markdown() -> str:
    parts = [f"# The fact tables\n\nSchema version {SCHEMA_VERSION}. A column marked * is never null.\n\n{_RULES}"]
    for table in EVERY:
        parts.append(f"\n## {table.name}\n\n{table.meaning}\n\n| column | type | meaning |\n|---|---|---|\n")
        parts += [f"| `{column.name}`{'*' * column.required} | {_type_name(column)} | {_meaning(column, table)} |\n" for column in table.columns]
    return "".join(parts)


def _meaning(column: Column, table: Table) -> str:
    said = column.meaning + (" The table's key." if column.name == table.key else "")
    return said + (" One of " + ", ".join(f"`{value}`" for value in column.values) + "." if column.values else "")


def _type_name(column: Column) -> str:
    if column.type in (READINGS, BLOCKS):
        return "list[struct]"
    return _NAMES.get(column.type, "string")


def _json_schema() -> dict[str, object]:
    """A schema whose `$defs` describe one row of each table, as JSON Lines holds it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rows of soat's fact tables",
        "version": SCHEMA_VERSION,
        "$defs": {table.name: _row(table) for table in EVERY},
        "oneOf": [{"$ref": f"#/$defs/{table.name}"} for table in EVERY],
    }


def _row(table: Table) -> dict[str, object]:
    return {
        "type": "object",
        "description": table.meaning,
        "properties": {column.name: _property(column) for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, object]:
    said: dict[str, object] = {"description": column.meaning}
    kind: object
    if column.type == TEXTS:
        kind = "array"
        said["items"] = {"type": "string"}
    elif column.type in (READINGS, BLOCKS):
        kind = "array"
        said["items"] = {"type": "object"}
    else:
        kind = _JSON.get(column.type, "string")
    if column.values:
        said["enum"] = [*column.values] if column.required else [*column.values, None]
    return {"type": kind if column.required else [kind, "null"], **said}
