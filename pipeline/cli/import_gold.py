"""`soat import-gold`: articles that people annotated in their own tools, as gold that soat judges itself by."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from pipeline.cli.options import one_of
from pipeline.cli.terminal import console, one_line


def import_gold(
    source: Annotated[Path, typer.Argument(help="brat's folder, Label Studio's JSON export, or Prodigy's JSON Lines.")],
    tool: Annotated[str, typer.Option("--from", metavar="TOOL", help="brat, label-studio or prodigy.")],
    out: Annotated[Path, typer.Option(help="The folder for facts/NAME.json and articles/NAME.json.")],
) -> None:
    """Make gold of what annotators did in brat, Label Studio or Prodigy.

    What `soat export` wrote and they kept carries its columns along; of what they marked themselves, the note says them.
    """
    from pipeline.evaluate.annotators import Tool
    from pipeline.evaluate.annotators import import_gold as read

    count = read(source, one_of("--from", tool, get_args(Tool)), out)
    console().print(f"{count} articles of gold in {one_line(str(out))}\nnext: soat evaluate {one_line(str(out))} --misses 20", soft_wrap=True)
