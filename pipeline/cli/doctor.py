"""`soat doctor`: what a run will find on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.options import AsJson, anywhere
from pipeline.cli.terminal import console, one_line, print_json, table

_FAULT = 1


def doctor(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where tables are to go: a folder or its URL.")] = ".", as_json: AsJson = False,
) -> None:
    """Look at versions, knowledge, models with their digests, cores, memory, encodings, file systems and disk.

    Exit code 1 where something would keep a run from its work.
    """
    from pipeline.run.doctor import examine

    found = examine(anywhere(folder))
    if as_json:
        print_json([finding._asdict() for finding in found])
    else:
        made = table("what", "found", wide="found")
        for finding in found:
            made.add_row(one_line(finding.what), one_line(("NOT GOOD: " if finding.bad else "") + finding.said))
        console().print(made)
    if any(finding.bad for finding in found):
        raise typer.Exit(_FAULT)
