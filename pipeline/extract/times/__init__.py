"""Dates and periods: found in running text (`find_times`), or a whole text that is one (`read_time`)."""

from pipeline.extract.times.finding import find_times
from pipeline.extract.times.whole import read_time

__all__ = ["find_times", "read_time"]
