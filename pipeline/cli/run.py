"""`soat run`: articles in, fact tables out."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from pipeline.cli.options import AsJson, Fields, Language, many_of, read_fields, read_models
from pipeline.cli.terminal import console, one_line, print_json

if TYPE_CHECKING:
    from pipeline.run.summary import Progress, Summary

REFUSED = 3
_STOPPED = 130
_REASONS = 10


def run(
    inputs: Annotated[list[str], typer.Argument(metavar="IN...", help="Files, folders, globs, or - for the standard input.")],
    out: Annotated[Path, typer.Option(help="The folder for the tables.")],
    lang: Language = None,
    field: Fields = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many input records.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Worker processes (one a core; 0: none, and no deadline holds).")] = None,
    append: Annotated[bool, typer.Option("--append", help="Add to the tables that DIR holds already.")] = False,
    model: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG=HOW", help="The trained model of a language (* for all): a folder, a package, stanza:DIR, auto, none."),
    ] = None,
    month_first: Annotated[bool, typer.Option("--month-first", help="Read a source's 03/04/2025 as the fourth of March.")] = False,
    to: Annotated[str, typer.Option(metavar="FORMATS", help="Write other formats too, with commas: csv, jsonl, sqlite, duckdb, xlsx.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: AsJson = False,
) -> None:
    """Turn articles into fact tables.

    The same command again takes up where a broken one stopped. Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 finished, but some inputs
    were refused (the table `refusals` says which and why).
    """
    from pipeline.config import ExportFormat, RunConfig
    from pipeline.run import run as run_pipeline
    from pipeline.write import export as write_formats

    formats = many_of("--to", to, get_args(ExportFormat))
    config = RunConfig(
        inputs=tuple(inputs), out=out, fields=read_fields(field), language=lang, day_first=not month_first, append=append, limit=limit,
        formats=formats, models=read_models(model), workers=workers,
    )
    try:
        with _progress(show=not quiet and not as_json and sys.stderr.isatty()) as on_progress:
            summary = run_pipeline(config, on_progress)
    except KeyboardInterrupt:
        console(stderr=True).print("soat: stopped; the same command goes on where it stopped")
        raise typer.Exit(_STOPPED) from None
    for note in summary.notes:
        console(stderr=True).print(f"soat: {one_line(note)}", soft_wrap=True)
    written = write_formats(out, formats) if formats else ()
    if as_json:
        print_json(_as_json(summary))
    elif not quiet:
        _print(summary, written)
    if summary.refused:
        raise typer.Exit(REFUSED)


@contextmanager
def _progress(*, show: bool) -> Iterator[Callable[[Progress], None] | None]:
    if not show:
        yield None
        return
    from rich import progress as rich

    bar = rich.Progress(
        rich.TextColumn("{task.fields[articles]} articles"), rich.BarColumn(), rich.TaskProgressColumn(),
        rich.TextColumn("{task.fields[rate]} articles/s, ETA {task.fields[left]}"), console=console(stderr=True), transient=True,
    )
    with bar:
        task = bar.add_task("", total=1.0, articles="0", rate="-", left="-:--:--")

        def show_progress(now: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = f"{now.articles / elapsed:,.0f}" if elapsed else "-"
            left = str(timedelta(seconds=round(elapsed * (1 - now.share) / now.share))) if now.share else "-:--:--"
            bar.update(task, completed=now.share, articles=f"{now.articles:,}", rate=rate, left=left)

        yield show_progress


def _as_json(summary: Summary) -> dict[str, object]:
    return {
        "out": str(summary.out), "inputs": summary.inputs, "articles": summary.articles, "duplicates": summary.duplicates, "refused": summary.refused,
        "reasons": dict(summary.reasons), "rows": dict(summary.rows), "characters": summary.characters, "seconds": summary.seconds,
        "unchanged": summary.unchanged,
    }


def _print(summary: Summary, written: Sequence[Path]) -> None:
    out = console()
    if summary.unchanged:
        out.print(f"{one_line(str(summary.out))} holds the result of this command already; nothing was done", soft_wrap=True)
    counts = ((summary.inputs, "input"), (summary.articles, "article"), (summary.duplicates, "duplicate"))
    said = ", ".join(f"{count:,} {noun}{'s' * (count != 1)}" for count, noun in counts)
    out.print(f"{said}, {summary.refused:,} refused; {summary.characters:,} characters in {summary.seconds:.1f} s", soft_wrap=True)
    for reason, count in sorted(summary.reasons.items(), key=lambda one: (-one[1], one[0]))[:_REASONS]:
        out.print(f"  refused: {reason}: {count:,}")
    facts = ", ".join(f"{rows:,} {name}" for name, rows in summary.rows.items() if name not in ("articles", "sources"))
    out.print(f"tables in {one_line(str(summary.out))}/: {facts}", soft_wrap=True)
    for path in written:
        out.print(f"wrote {one_line(str(path))}", soft_wrap=True)
    out.print(f"next: soat show {shlex.quote(str(summary.out))}", soft_wrap=True)
