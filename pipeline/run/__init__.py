"""Runs over any number of inputs, on this machine."""

from pipeline.run.local import run
from pipeline.run.summary import Progress, Summary

__all__ = ["Progress", "Summary", "run"]
