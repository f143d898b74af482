"""`soat page`: the tables of a run as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import Tables
from pipeline.cli.terminal import console, one_line
from pipeline.errors import UsageError


def page(
    folder: Tables,
    out: Annotated[Path, typer.Option(help="The HTML file to write.")],
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only this article and the other versions of its story.")] = None,
    family: Annotated[str | None, typer.Option(metavar="ID", help="Only this story, in all its versions.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles, those with failing checks first.")] = 2000,
    title: Annotated[str, typer.Option(help="What the page is called, if not as DIR.")] = "",
) -> None:
    """Write one HTML page to look at what a run has found.

    The file holds all that it needs: it opens from disk, offline, and asks no network for anything. What soat verify has checked comes first.
    """
    from pipeline.page import write_page

    if article is not None and family is not None:
        raise UsageError("--article and --family do not go together: the page of an article has the other versions of its story")
    articles = write_page(folder, out, article=article, family=family, limit=limit, title=title)
    console().print(f"wrote {one_line(str(out))}: {articles:,} article{'s' * (articles != 1)}", soft_wrap=True)
