"""`soat export` and `soat schema`: the tables in other formats, and what their columns mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, get_args

import typer

from pipeline.cli.options import Tables, many_of, one_of
from pipeline.cli.terminal import console, one_line
from pipeline.errors import UsageError

_FORMATS = """Formats, with commas: csv, jsonl, sqlite, duckdb, xlsx, datasette; for annotation tools brat, label-studio, prodigy, doccano,
docbin, web-annotation; of what people reviewed, claim-review."""


def export(
    folder: Tables,
    to: Annotated[str, typer.Option(metavar="FORMATS", help=_FORMATS)],
    out: Annotated[Path | None, typer.Option(help="Where to write them, if not into DIR.")] = None,
) -> None:
    """Write the tables of a run in other formats.

    Every table format has the same columns; lists are JSON arrays, null is empty. The formats of annotation tools have every mention with its
    other columns.
    """
    from pipeline.config import ExportFormat
    from pipeline.write import export as write

    formats = many_of("--to", to, get_args(ExportFormat))
    if not formats:
        raise UsageError(f"--to names no format; known are {', '.join(get_args(ExportFormat))}")
    printed = console()
    for path in write(folder, formats, out):
        printed.print(f"wrote {one_line(str(path))}", soft_wrap=True)


def schema(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="markdown, jsonschema or sql.")] = "markdown",
) -> None:
    """Print every table and column.

    As a page for people, as JSON Schema, or as SQL.
    """
    from pipeline.write import SchemaFormat, describe

    sys.stdout.write(describe(one_of("--format", form, get_args(SchemaFormat))))
