"""`soat check`: one article, everything, for a person in a hurry."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from pipeline.cli.article import notes_of, read_article, source_name
from pipeline.cli.looking import look_at
from pipeline.cli.options import AsJson, Fields, Language, OneFile
from pipeline.cli.saying import KINDS
from pipeline.cli.terminal import console, one_line, print_json, table

_QUOTE = 48


def check(
    file: OneFile,
    number: Annotated[int | None, typer.Option("--number", "-n", min=1, help="Which article of a file of many, from 1 (the first).")] = None,
    lang: Language = None,
    field: Fields = None,
    as_json: AsJson = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page of the file's articles in the browser instead.")] = False,
) -> None:
    """Read one article and list all that it says.

    Each fact with the words that say it, then how many candidates were refused and why. With --open the same is a page to look at.
    """
    if open_page:
        look_at(file, number, lang, field)
        return
    result = read_article(file, number or 1, lang, field)
    if as_json:
        print_json({"article": dict(result.article), **{kind.table: [dict(row) for row in result.rows(kind.table)] for kind in KINDS}})
        return
    out = console()
    article = result.article
    out.print(one_line(article.title or source_name(article)), style="bold", soft_wrap=True)
    date = f"{article.anchor} ({article.anchor_from})" if article.anchor else "unknown"
    byline = f"; by {one_line(article.byline)}" if article.byline else ""
    out.print(f"language {article.language} (by {article.language_by}); date {date}{byline}", soft_wrap=True)
    for note in notes_of(result):
        out.print(one_line(note), style="bold", soft_wrap=True)
    for kind in KINDS[:-1]:
        rows = result.rows(kind.table)
        if not rows:
            continue
        out.print()
        made = table(f"{len(rows)} {kind.table}", "read as", wide="read as")
        for row in rows:
            made.add_row(one_line(row["quote"], _QUOTE), one_line(kind.say(row)))
        out.print(made)
    reasons = Counter(row["reason"] for row in result.refusals if row["what"] == "candidate")
    if reasons:
        out.print()
        said = ", ".join(f"{one_line(reason)} {count}" for reason, count in reasons.most_common())
        out.print(f"{reasons.total()} candidates refused ({said}); soat explain shows each in its place", soft_wrap=True)
    missing = [kind.table for kind in KINDS[:-1] if not result.rows(kind.table)]
    if missing:
        out.print(f"found no {', '.join(missing)}")
