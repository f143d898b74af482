"""Runs from a file to tables with no, one and two workers and on a Dask cluster of two: what processes cost, what a second one brings.

usage: python benchmarks/engine.py [articles] [rounds]

Without the bulk news (SOAT_BULK) the samples are read again and again. The clock is that of the wall: let nothing else run beside it. datatrove with
spaCy's blank pipeline is run on the same file with two workers, in an environment of its own (`make bench` tries to make it; SOAT_DATATROVE names
another one's Python).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple, Self

from speed import FILES, bulk_folder, own_python, read_texts

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.run.pool.measure import processor_seconds

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


class Watched:
    """Processor time of this process and of all below it, also of those that nobody waits for; Linux tells it."""

    def __init__(self) -> None:
        self._spent: dict[int, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._begun = time.process_time()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            for pid in below(os.getpid()):
                self._spent[pid] = processor_seconds(pid) or self._spent.get(pid, 0.0)

    def seconds(self) -> float:
        """What was used since the beginning."""
        return time.process_time() - self._begun + sum(self._spent.values())


def below(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents.setdefault(int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1]), []).append(int(path.parent.name))
    found, at = [pid], 0
    while at < len(found):
        found += parents.get(found[at], [])
        at += 1
    return found[1:]


def measure(source: Path, workers: int, engine: str) -> Measured:
    """One run into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as out:
        wall = time.perf_counter()
        with Watched() as watched:
            summary = run(RunConfig(inputs=(str(source),), out=Path(out) / "tables", workers=workers, engine=engine))
        return Measured(time.perf_counter() - wall, watched.seconds(), summary.characters)


def measure_datatrove(source: Path, characters: int) -> Measured | None:
    """Figures of datatrove with two workers, where there is one."""
    python = own_python("datatrove")
    if not python.exists():
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
        write_input(source, articles // 10)
        tenths = [measure(source, workers, engine) for _, workers, engine in compared[2:]]
        write_input(source, articles)
        trove = [measure_datatrove(source, rounds[0][0].characters) for _ in range(pairs)]
    print(f"{articles:,} articles, {os.cpu_count()} cores; medians of {pairs} rounds, start of the processes included")
    for at, (name, _, _) in enumerate(compared):
        show(name, articles, [one[at] for one in rounds])
    print(f"two workers are {median([one[1].wall / one[2].wall for one in rounds]):.2f} times as fast as one")
    print(f"one worker takes {median([one[1].processor / one[0].processor for one in rounds]) - 1:+.1%} processor time beside none")
    if len(compared) > 3:
        pool, dask = ([one[at].processor - tenth.processor for one in rounds] for at, tenth in zip((2, 3), tenths, strict=True))
        print(f"Dask takes {median(dask) / median(pool) - 1:+.1%} processor time beside two workers for every further article")
    if any(trove):
        show("datatrove, blank", articles, [one for one in trove if one is not None])
    else:
        print("datatrove is not measured: it has no environment (the log of `make bench` beside it says why)")


def show(name: str, articles: int, runs: Sequence[Measured]) -> None:
    """One line of medians."""
    wall, processor = median([one.wall for one in runs]), median([one.processor for one in runs])
    characters = runs[0].characters
    rates = f"{articles / wall:8,.0f} articles/s, {characters / wall:12,.0f} characters/s"
    print(f"{name:>16}: {wall:6.1f} s, {rates}; {processor:6.1f} s of processor")


if __name__ == "__main__":
    main()
