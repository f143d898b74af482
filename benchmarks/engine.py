"""Runs from a file to tables with no, one and two workers and on a Dask cluster of two: what processes cost, what a second one brings.

usage: python benchmarks/engine.py [articles] [rounds]

Without the bulk news (SOAT_BULK) the samples are read again and again. The clock is that of the wall: let nothing else run beside it. Where
SOAT_DATATROVE names a Python that has datatrove, orjson and spaCy, datatrove with spaCy's blank pipeline is run on the same file with two workers.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from speed import FILES, bulk_folder, read_texts

from pipeline.config import RunConfig
from pipeline.run import run

ARTICLES = 9000
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


def measure(source: Path, workers: int, engine: str) -> Measured:
    """One run into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as out:
        wall, processor = time.perf_counter(), processor_seconds()
        summary = run(RunConfig(inputs=(str(source),), out=Path(out) / "tables", workers=workers, engine=engine))
        return Measured(time.perf_counter() - wall, processor_seconds() - processor, summary.characters)


def measure_datatrove(source: Path, characters: int) -> Measured | None:
    """Figures of datatrove with two workers, where there is one."""
    python = os.environ.get("SOAT_DATATROVE")
    if python is None:
        return None
    with tempfile.TemporaryDirectory() as out:
        program = Path(__file__).with_name("datatrove_blank.py")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"HF_HUB_OFFLINE": "1"}
        done = subprocess.run([python, program, source, out, "2"], check=True, capture_output=True, text=True, env=environment)  # noqa: S603 - ours
        said = json.loads(done.stdout.splitlines()[-1])
        return Measured(said["wall"], said["processor"], characters)


def engines() -> list[tuple[str, int, str]]:
    """What is compared: a name, workers, the engine."""
    dask = [("dask, 2 workers", 2, "dask")] if find_spec("distributed") is not None else []
    return [("in this process", 0, "local"), ("1 worker", 1, "local"), ("2 workers", 2, "local"), *dask]


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
        compared = engines()
        rounds = [[measure(source, workers, engine) for _, workers, engine in compared] for _ in range(pairs)]
        trove = [measure_datatrove(source, rounds[0][0].characters) for _ in range(pairs)]
    print(f"{articles:,} articles, {os.cpu_count()} cores; medians of {pairs} rounds, start of the processes included")
    for at, (name, _, _) in enumerate(compared):
        show(name, articles, [one[at] for one in rounds])
    print(f"two workers are {median([one[1].wall / one[2].wall for one in rounds]):.2f} times as fast as one")
    print(f"one worker takes {median([one[1].processor / one[0].processor for one in rounds]) - 1:+.1%} processor time beside none")
    if len(compared) > 3:
        print(f"Dask takes {median([one[3].processor / one[2].processor for one in rounds]) - 1:+.1%} processor time beside two workers")
    if any(trove):
        show("datatrove, blank", articles, [one for one in trove if one is not None])
    else:
        print("datatrove is not measured: SOAT_DATATROVE names no Python that has it")


def show(name: str, articles: int, runs: Sequence[Measured]) -> None:
    """One line of medians."""
    wall, processor = median([one.wall for one in runs]), median([one.processor for one in runs])
    characters = runs[0].characters
    rates = f"{articles / wall:8,.0f} articles/s, {characters / wall:12,.0f} characters/s"
    print(f"{name:>16}: {wall:6.1f} s, {rates}; {processor:6.1f} s of processor")


if __name__ == "__main__":
    main()
