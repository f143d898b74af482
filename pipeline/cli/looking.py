"""From one file to its page in the browser: run, verify and page in one step."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from pipeline.cli.options import read_fields
from pipeline.cli.terminal import console, one_line
from pipeline.errors import InputRefusal, UsageError

_MOST = 2000
"""Input records of the file; a page of more is what `soat run` and `soat page` are for."""


def look_at(file: str, number: int | None, language: str | None, fields: Sequence[str] | None) -> None:
    """Open the page of a file's articles, at one of them where `number` says which; the page stays where it is printed to be.

    Raises InputRefusal where the file has no article, UsageError where it has fewer than `number`.
    """
    from pipeline.config import RunConfig
    from pipeline.knowledge import load_knowledge
    from pipeline.page import write_page
    from pipeline.run import run
    from pipeline.run.gather import verify
    from pipeline.write import read_table

    knowledge = load_knowledge()
    folder = Path(tempfile.mkdtemp(prefix="soat-"))
    out = folder / "tables"
    run(RunConfig(inputs=(file,), out=out, fields=read_fields(fields), language=language, limit=max(_MOST, number or 1)))
    articles = read_table(out, "sources").column("article_id").to_pylist()
    if not articles:
        refused = next((row for row in read_table(out, "refusals").to_pylist() if row["what"] == "input"), None)
        raise InputRefusal(refused["reason"], f"{file}: {refused['detail']}") if refused else UsageError(f"{file} has no article")
    if number is not None and number > len(articles):
        raise UsageError(f"{file} has {len(articles)} article{'s' * (len(articles) != 1)}; --number {number} is not there")
    verify(out, knowledge)
    page = folder / "page.html"
    write_page(out, page, limit=len(articles), title="standard input" if file == "-" else Path(file).name)
    address = page.resolve().as_uri() + (f"#{articles[number - 1]}" if number is not None else "")
    console().print(one_line(str(page)), soft_wrap=True)
    webbrowser.open(address)
