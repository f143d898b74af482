"""`soat status`: how far a run is."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from pipeline.cli.options import AsJson, anywhere
from pipeline.cli.terminal import console, one_line, print_json


def status(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The --out of a run, finished or not, or its URL.")], as_json: AsJson = False,
) -> None:
    """Say how far a run is: running, broken off or finished, what is done, how fast, and what was refused.

    It may be asked at any time, from another terminal or another machine.
    """
    from pipeline.run.status import status_of

    now = status_of(anywhere(folder))
    if as_json:
        print_json(now._asdict())
        return
    out = console()
    shards = f"; {now.done:,} of {now.shards:,} shards" if now.shards is not None else ""
    of = f" of {now.records:,}" if now.records else ""
    counts = f"{now.inputs:,}{of} inputs, {now.articles:,} articles, {now.refused:,} refused"
    out.print(f"{one_line(folder)}: {now.state}{shards}; {counts}", soft_wrap=True)
    for reason, count in now.reasons.items():
        out.print(f"  refused: {one_line(reason)}: {count:,}")
    if now.rate is not None and now.seconds_left is not None:
        out.print(f"{now.rate:,.0f} inputs a second; about {timedelta(seconds=round(now.seconds_left))} left at that rate")
    if now.state == "broken off":
        out.print("the same command takes it up where it stopped")
    elif now.state == "not finished":
        out.print("whether a run is at work there, its storage does not tell; if none is, the same command takes it up")
