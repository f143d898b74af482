"""Runs from a file to tables with no, one and two workers, in pairs: what processes cost, and what a second one brings.

usage: python benchmarks/engine.py [articles] [pairs]

Without the bulk news (SOAT_BULK) the samples are read again and again. The clock is that of the wall: let nothing else run beside it.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from speed import FILES, bulk_folder, read_texts

from pipeline.config import RunConfig
from pipeline.run import run

ARTICLES = 6000
PAIRS = 3


class Measured(NamedTuple):
    """One run."""

    wall: float
    processor: float
    characters: int


def write_input(path: Path, articles: int) -> None:
    """So many different articles, the languages mixed."""
    folder = bulk_folder()
    texts = {language: cycle(read_texts(language, folder, articles)) for language in FILES}
    with path.open("w", encoding="utf-8") as stream:
        for number, language in enumerate(islice(cycle(FILES), articles)):
            # a number of its own, so that no article is a copy
            text = f"{next(texts[language])}\n{number}"
            stream.write(json.dumps({"text": text, "language": language, "published": "2025-10-01"}, ensure_ascii=False) + "\n")


def processor_seconds() -> float:
    """Processor time of this process and of all that it has started and seen end."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure(source: Path, workers: int) -> Measured:
    """One run into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as out:
        wall, processor = time.perf_counter(), processor_seconds()
        summary = run(RunConfig(inputs=(str(source),), out=Path(out) / "tables", workers=workers))
        return Measured(time.perf_counter() - wall, processor_seconds() - processor, summary.characters)


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else PAIRS
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "articles.jsonl"
        write_input(source, articles)
        rounds = [[measure(source, workers) for workers in (0, 1, 2)] for _ in range(pairs)]
    print(f"{articles:,} articles, {source.name}, {os.cpu_count()} cores; medians of {pairs} rounds, start of the processes included")
    for at, name in enumerate(("in this process", "1 worker", "2 workers")):
        wall, processor = median([one[at].wall for one in rounds]), median([one[at].processor for one in rounds])
        characters = rounds[0][at].characters
        rates = f"{articles / wall:8,.0f} articles/s, {characters / wall:12,.0f} characters/s"
        print(f"{name:>16}: {wall:6.1f} s, {rates}; {processor:6.1f} s of processor")
    print(f"two workers are {median([one[1].wall / one[2].wall for one in rounds]):.2f} times as fast as one")
    print(f"one worker takes {median([one[1].processor / one[0].processor for one in rounds]) - 1:+.1%} processor time beside none")


if __name__ == "__main__":
    main()
