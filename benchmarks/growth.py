"""How a run grows with its input: time and memory for ten times as many articles, and from it a plan for a hundred million.

usage: python benchmarks/growth.py [ARTICLES ...]

Each size is a run of its own processes, one worker; peak memory is of the largest of them. Without the bulk news (SOAT_BULK) the samples are read
again and again, each article with a number of its own, so that none is a copy.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from engine import write_input

from pipeline.run.shards import records_a_shard

SIZES = (1000, 10_000, 50_000)
PLANNED = 100_000_000
_RUN = """
import json, resource, sys, time
from pathlib import Path
from pipeline.config import RunConfig
from pipeline.run import run
began = time.perf_counter()
summary = run(RunConfig(inputs=(sys.argv[1],), out=Path(sys.argv[2]), workers=1))
spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps({
    "wall": time.perf_counter() - began, "processor": sum(one.ru_utime + one.ru_stime for one in spent),
    "peak": max(one.ru_maxrss for one in spent), "characters": summary.characters, "articles": summary.articles,
}))
"""


class Grown(NamedTuple):
    """One run."""

    articles: int
    characters: int
    wall: float
    processor: float
    peak: float
    """MB of the largest process."""
    disk: int
    """Bytes of the tables."""
    rows: int


def measure(articles: int) -> Grown:
    """A run over so many articles in processes of its own."""
    with tempfile.TemporaryDirectory() as place:
        source, out = Path(place) / "articles.jsonl", Path(place) / "out"
        write_input(source, articles)
        done = subprocess.run([sys.executable, "-c", _RUN, source, out], check=True, capture_output=True, text=True)  # noqa: S603 - our own run
        said = json.loads(done.stdout)
        manifest = json.loads((out / "run.json").read_text(encoding="utf-8"))
        disk = sum(path.stat().st_size for path in out.rglob("*.parquet"))
        scale = 2**20 if sys.platform == "darwin" else 2**10
        return Grown(
            said["articles"], said["characters"], said["wall"], said["processor"], said["peak"] / scale, disk, sum(manifest["rows"].values()),
        )


def plan(small: Grown, large: Grown) -> str:
    """What a hundred million such articles ask for: the marginal cost, start-up left out."""
    more = large.articles - small.articles
    hours = (large.processor - small.processor) / more * PLANNED / 3600
    disk = (large.disk - small.disk) / more * PLANNED / 1e12
    characters = (large.characters - small.characters) / more
    records = records_a_shard(500, PLANNED)
    return (
        f"{PLANNED:,} articles of {characters:,.0f} characters: {hours:,.0f} core-hours, {disk:.2f} TB of tables, "
        f"{-(-PLANNED // records):,} shards of {records:,} articles"
    )


def main() -> None:
    """Measure and print."""
    sizes = [int(given) for given in sys.argv[1:]] or list(SIZES)
    print(f"one worker, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    grown = []
    for size in sizes:
        one = measure(size)
        grown.append(one)
        print(
            f"{one.articles:>9,} articles, {one.characters:>13,} characters: {one.wall:7.1f} s, {one.processor:7.1f} s of processor, "
            f"peak {one.peak:5.0f} MB, tables {one.disk / 1e6:8.1f} MB, {one.rows:,} rows",
            flush=True,
        )
    if len(grown) > 1:
        print(plan(grown[0], grown[-1]))


if __name__ == "__main__":
    main()
