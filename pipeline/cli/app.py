"""The commands in the order in which help shows them, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from pipeline.cli.check import check
from pipeline.cli.config import check_config
from pipeline.cli.decide import apply, sample, suggest
from pipeline.cli.doctor import doctor
from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.export import export, schema
from pipeline.cli.import_gold import import_gold
from pipeline.cli.link import link
from pipeline.cli.page import page
from pipeline.cli.retry import retry
from pipeline.cli.review import review
from pipeline.cli.rooms import rooms
from pipeline.cli.run import run
from pipeline.cli.show import show
from pipeline.cli.status import status
from pipeline.cli.terminal import console, visible
from pipeline.cli.train import train
from pipeline.cli.verify import verify
from pipeline.errors import KnowledgeError, SoatError, UsageError

FAILED = 1
USAGE = 2

COMMANDS = (
    run, status, retry, show, check, explain, verify, link, page, export, schema, review, apply, sample, suggest, import_gold, rooms, evaluate,
    train, doctor,
)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"soat {version('soat')}\n")
        raise typer.Exit


def _soat(
    _version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """Turn news articles into fact tables that a person can check: numeric claims, citations, officials, dates, places, organisations."""


def build_app() -> typer.Typer:
    """The whole command line as one typer application."""
    app = typer.Typer(name="soat", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_soat)
    for command in COMMANDS:
        app.command()(command)
    config = typer.Typer(no_args_is_help=True, help="Files with the settings of a run.")
    config.callback()(lambda: None)
    config.command("check")(check_config)
    app.add_typer(config, name="config")
    return app


def run_app(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; foreseen errors become one message on standard error."""
    try:
        build_app()(list(arguments), prog_name="soat")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except (UsageError, KnowledgeError) as error:
        return _tell(error, USAGE)
    except SoatError as error:
        return _tell(error, FAILED)
    return 0


def _tell(error: Exception, code: int) -> int:
    console(stderr=True).print(f"soat: {visible(str(error))}", soft_wrap=True)
    return code
