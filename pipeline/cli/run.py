"""`soat run`: articles in, fact tables out."""

from __future__ import annotations

import re
import shlex
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from pipeline.cli.options import AsJson, Config, Fields, Language, Languages, many_of, read_fields, read_languages, read_models
from pipeline.cli.terminal import console, one_line, print_json
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.config import RunConfig
    from pipeline.run.summary import Progress, Summary

FAILED = 1
REFUSED = 3
_STOPPED = 130
_REASONS = 10
_PART = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)(%?)")


def run(
    inputs: Annotated[list[str] | None, typer.Argument(metavar="IN...", help="Files, folders, globs, URLs, or - for the standard input.")] = None,
    out: Annotated[str | None, typer.Option(metavar="DIR", help="The folder for the tables, or its URL (s3://BUCKET/DIR ...).")] = None,
    config: Config = None,
    lang: Language = None,
    lang_of: Languages = None,
    field: Fields = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many input records.")] = None,
    append: Annotated[bool, typer.Option("--append", help="Add to the tables that DIR holds already.")] = False,
    model: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG=HOW", help="The trained model of a language (* for all): a folder, a package, stanza:DIR, auto, none."),
    ] = None,
    month_first: Annotated[bool, typer.Option("--month-first", help="Read a source's 03/04/2025 as the fourth of March.")] = False,
    to: Annotated[str, typer.Option(metavar="FORMATS", help="Write other formats too, with commas: csv, jsonl, sqlite, duckdb, xlsx.")] = "",
    engine: Annotated[str | None, typer.Option(help="What hands out the work: local (default), dask, or dask://HOST:PORT.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Worker processes (default: one a core; 0: none, and no deadline holds).")] = None,
    shard: Annotated[str | None, typer.Option(metavar="I/N", help="Do the I-th of N shares; the last job to end writes the tables.")] = None,
    deadline: Annotated[float | None, typer.Option(help="Processor seconds for one article (default 60).")] = None,
    memory: Annotated[int | None, typer.Option(help="MB for one worker (default 3072).")] = None,
    shard_articles: Annotated[int | None, typer.Option(help="Input records to a part file (default 500).")] = None,
    max_refused: Annotated[str | None, typer.Option(metavar="SHARE", help="Fail (exit code 1) where more inputs are refused: 1% or 0.01.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read, in how many shards and how long, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: AsJson = False,
) -> None:
    """Turn articles into fact tables.

    The same command again takes up where a broken one stopped. Every option may stand in a TOML file too (--config); what is said here goes
    before it. Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 finished, but some inputs were refused (the table `refusals` says which and why).
    """
    from pipeline.config import ExportFormat, config_of, read_config

    told = read_config(config) if config is not None else {}
    given: dict[str, object] = {
        "inputs": inputs, "out": out, "fields": read_fields(field), "language": lang, "day_first": False if month_first else None,
        "append": append or None, "limit": limit, "formats": many_of("--to", to, get_args(ExportFormat)), "models": read_models(model),
        "engine": engine, "workers": workers, "part": _part(shard), "deadline": deadline, "memory": memory, "shard_articles": shard_articles,
        "max_refused": _share(max_refused), "languages": read_languages(lang_of),
    }
    # what is not said on the command line leaves the file's word
    said = {key: value for key, value in given.items() if value is not None and value not in ((), [], {})}
    settings = config_of({**told, **said}, str(config or ""))
    if dry_run:
        _tell_plan(settings, as_json=as_json)
    else:
        do_run(settings, quiet=quiet, as_json=as_json)


def do_run(settings: RunConfig, *, quiet: bool, as_json: bool) -> None:
    """Run and tell of it; leaves with the exit code."""
    from pipeline.run import run as run_pipeline
    from pipeline.write import export as write_formats

    summary = attend(lambda on_progress: run_pipeline(settings, on_progress), show=not quiet and not as_json and sys.stderr.isatty())
    written = write_formats(settings.out, settings.formats) if settings.formats and isinstance(settings.out, Path) and not summary.left else ()
    tell(summary, written, quiet=quiet, as_json=as_json)
    if settings.max_refused is not None and summary.refused > settings.max_refused * summary.inputs:
        console(stderr=True).print(f"soat: {summary.refused:,} of {summary.inputs:,} inputs were refused, more than {settings.max_refused:.2%}")
        raise typer.Exit(FAILED)
    if summary.refused:
        raise typer.Exit(REFUSED)


def attend(work: Callable[[Callable[[Progress], None] | None], Summary], *, show: bool) -> Summary:
    """Do the work under the eyes of the user, who may break it off."""
    try:
        with _ended_by_term(), _progress(show=show) as on_progress:
            return work(on_progress)
    except KeyboardInterrupt:
        console(stderr=True).print("soat: stopped; the same command goes on where it stopped")
        raise typer.Exit(_STOPPED) from None


def tell(summary: Summary, written: Sequence[Path], *, quiet: bool, as_json: bool) -> None:
    """Print what was done."""
    for note in summary.notes:
        console(stderr=True).print(f"soat: {one_line(note)}", soft_wrap=True)
    if as_json:
        print_json(_as_json(summary))
    elif not quiet:
        _print(summary, written)


def _part(given: str | None) -> tuple[int, int] | None:
    if given is None:
        return None
    if (found := _PART.fullmatch(given)) is None:
        raise UsageError(f"--shard {given} should be I/N, for example --shard 2/8")
    return int(found[1]), int(found[2])


def _share(given: str | None) -> float | None:
    if given is None:
        return None
    if (found := _SHARE.fullmatch(given)) is None:
        raise UsageError(f"--max-refused {given} should be a share, for example 1% or 0.01")
    return float(found[1]) / (100 if found[2] else 1)


@contextmanager
def _ended_by_term() -> Iterator[None]:
    """A run that is told to end (SIGTERM, SIGHUP) ends as one that is broken off at the keyboard: its workers first."""
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _progress(*, show: bool) -> Iterator[Callable[[Progress], None] | None]:
    if not show:
        yield None
        return
    from rich import progress as rich

    bar = rich.Progress(
        rich.TextColumn("{task.fields[said]}"), rich.BarColumn(), rich.TaskProgressColumn(), rich.TextColumn("{task.fields[rate]}"),
        console=console(stderr=True), transient=True,
    )
    with bar:
        task = bar.add_task("", total=1.0, said="reading the list of inputs", rate="")

        def show_progress(now: Progress) -> None:
            elapsed, done = bar.tasks[0].elapsed or 0.0, now.share - now.begun
            left = timedelta(seconds=round(elapsed * (1 - now.share) / done)) if done > 0 else "-:--:--"
            rate = f"{done * now.inputs / now.share / elapsed:,.0f} inputs/s, ETA {left}" if elapsed and done > 0 else ""
            said = f"{now.inputs:,} inputs, {now.refused:,} refused, {now.claims:,} claims"
            bar.update(task, completed=now.share, said=said, rate=rate)

        yield show_progress


def _tell_plan(settings: RunConfig, *, as_json: bool) -> None:
    from pipeline.run.rehearsal import rehearse

    plan = rehearse(settings)
    if as_json:
        print_json(plan._asdict())
        return
    out = console()
    out.print(f"{plan.files:,} files, {plan.size / 2**20:,.1f} MB; {plan.records:,} inputs in {plan.shards:,} shards of up to {plan.per:,}")
    spoken = f"about {plan.minutes:,.1f} minutes" if plan.minutes is not None else "unknown time"
    out.print(f"{spoken} with {plan.workers} workers, by the {plan.sample} inputs that were tried; nothing was written", soft_wrap=True)


def _as_json(summary: Summary) -> dict[str, object]:
    return {
        "out": str(summary.out), "inputs": summary.inputs, "articles": summary.articles, "duplicates": summary.duplicates, "refused": summary.refused,
        "reasons": dict(summary.reasons), "rows": dict(summary.rows), "characters": summary.characters, "seconds": summary.seconds,
        "unchanged": summary.unchanged, "shards_left": summary.left,
    }


def _print(summary: Summary, written: Sequence[Path]) -> None:
    out = console()
    if summary.left:
        out.print(f"this part is done; other jobs have {summary.left:,} shards to do, and the last of them writes the tables", soft_wrap=True)
        return
    if summary.unchanged:
        out.print(f"{one_line(str(summary.out))} holds the result of this command already; nothing was done", soft_wrap=True)
    counts = ((summary.inputs, "input"), (summary.articles, "article"), (summary.duplicates, "duplicate"))
    said = ", ".join(f"{count:,} {noun}{'s' * (count != 1)}" for count, noun in counts)
    out.print(f"{said}, {summary.refused:,} refused; {summary.characters:,} characters in {summary.seconds:.1f} s", soft_wrap=True)
    for reason, count in _most(summary.reasons):
        out.print(f"  refused: {reason}: {count:,}")
    facts = ", ".join(f"{rows:,} {name}" for name, rows in summary.rows.items() if name not in ("articles", "sources"))
    out.print(f"tables in {one_line(str(summary.out))}/: {facts}", soft_wrap=True)
    for path in written:
        out.print(f"wrote {one_line(str(path))}", soft_wrap=True)
    if isinstance(summary.out, Path):
        out.print(f"next: soat show {shlex.quote(str(summary.out))}", soft_wrap=True)


def _most(reasons: Mapping[str, int]) -> list[tuple[str, int]]:
    """The commonest reasons."""
    return sorted(reasons.items(), key=lambda one: (-one[1], one[0]))[:_REASONS]
