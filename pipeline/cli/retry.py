"""`soat retry`: refused inputs once more."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipeline.cli.options import AsJson, anywhere
from pipeline.cli.run import REFUSED, attend, tell


def retry(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The --out of a finished run, or its URL.")],
    deadline: Annotated[float | None, typer.Option(help="Processor seconds for one article.")] = None,
    memory: Annotated[int | None, typer.Option(help="MB for one worker.")] = None,
    max_chars: Annotated[int | None, typer.Option(help="Characters of the longest article.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Worker processes.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read the refused inputs of a finished run again, with other limits or from mended files.

    Everything else is as `DIR/soat.toml` has it, and relative names count from where the run was started. What they give is added in new
    parts; the refusals that no longer hold are taken out.
    """
    from pipeline.run.retry import retry as read_again

    given = {"deadline": deadline, "memory": memory, "max_chars": max_chars, "workers": workers}
    place = anywhere(folder)
    changes = {key: value for key, value in given.items() if value is not None}
    summary = attend(lambda on_progress: read_again(place, changes, on_progress), show=not quiet and not as_json and sys.stderr.isatty())
    tell(summary, (), quiet=quiet, as_json=as_json)
    if summary.refused:
        raise typer.Exit(REFUSED)
