"""`soat config check`: whether a file of settings is right, before anything is read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def check_config(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A TOML file, as `soat run --config` takes it.")],
    inputs: Annotated[list[str] | None, typer.Argument(metavar="IN...", help="Inputs, where the file leaves them to the command line.")] = None,
    out: Annotated[Path | None, typer.Option(help="The folder for the tables, where the file leaves it to the command line.")] = None,
) -> None:
    """Check all settings of a file at once and print them with the defaults filled in.

    An unknown key is refused with the nearest known one. Every problem is told; exit code 2 where there is one.
    """
    from pipeline.config import config_of, read_config

    said = {"inputs": tuple(inputs) if inputs else None, "out": out}
    settings = config_of({**read_config(file), **{key: value for key, value in said.items() if value is not None}}, str(file))
    sys.stdout.write(settings.as_toml())
