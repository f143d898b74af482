"""Runs over any number of inputs: an engine has the shards done, here or elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.config import RunConfig
    from pipeline.run.summary import Progress, Summary

__all__ = ["run"]


def run(config: RunConfig, on_progress: Callable[[Progress], None] | None = None) -> Summary:
    """Read all inputs of `config` into the tables of `config.out`.

    The same command again takes up where the last one was broken off, and does nothing on a finished folder. Raises UsageError where
    the folder holds the result of another command, OutputError where it cannot be written.
    """
    # imported late: the process that forks workers goes through this package too, and must not load what starts threads
    from pipeline.run.coordinator import run as coordinate  # noqa: PLC0415

    return coordinate(config, on_progress)
