"""Seconds and memory of `soat verify` over more and more articles: growth should be no worse than n log n.

usage: python benchmarks/verify_growth.py [ARTICLES]

The tables of the sample articles are copied, each copy with its own ids, addresses, years and larger figures, so that families stay families
and copies are other texts; of every second copy only the first claims are kept, which makes some twenty claims an article. Every size is
verified in a process of its own; processor seconds and the peak of its memory are printed. Linking is not measured: the persons and texts
of copies are the same, as no news is.
"""

from __future__ import annotations

import hashlib
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.api import load
from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.verify.engine import verify_tables
from pipeline.verify.tables import FolderTables
from pipeline.write import TABLES

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 10_000
STEPS = (8, 4, 2, 1)
_COPIES_A_PART = 20
_SHORT = 3
_IDS = {"article_id", "claim_id", "part_of", "citation_id", "official_id", "date_id", "mention_id"}
Row = dict[str, Any]


def copied(table: str, rows: list[Row], copy: int) -> list[Row]:
    """The rows of a table as those of another text."""
    if copy == 0:
        return rows
    made = []
    if table == "claims" and copy % 2:
        rows = [row for _, its in groupby(rows, key=lambda row: row["article_id"]) for row in islice(its, _SHORT)]
    for row in rows:
        new = {name: _other_id(value, copy) if name in _IDS and value else value for name, value in row.items()}
        if table == "sources":
            new["url_slug"] = f"{row['url_slug']}-{copy}" if row["url_slug"] else None
            new["source_url"] = f"{row['source_url']}-{copy}" if row["source_url"] else None
        elif table == "claims":
            new["period"] = f"{1900 + copy % 120}" if row["period"] else None
            if row["value_text"] is not None and row["change"] != "from_to" and len(row["value_text"]) > 2 and row["unit_kind"] != "share":
                value = Decimal(row["value_text"]) * (copy + 1)
                new |= {"value": float(value), "value_text": f"{value:f}"}
        made.append(new)
    return made


def _other_id(value: str, copy: int) -> str:
    return value[0] + hashlib.sha256(f"{value}{copy}".encode()).hexdigest()[:16]


def write_tables(source: Path, out: Path, articles: int) -> tuple[int, int]:
    """Copies of a run's tables until there are so many articles; the numbers of articles and claims."""
    rows = {name: pq.read_table(source / name).to_pylist() for name in TABLES}
    copies = math.ceil(articles / len(rows["articles"]))
    counts = dict.fromkeys(TABLES, 0)
    for part, first in enumerate(range(0, copies, _COPIES_A_PART)):
        for name, schema in TABLES.items():
            its = [row for copy in range(first, min(first + _COPIES_A_PART, copies)) for row in copied(name, rows[name], copy)]
            counts[name] += len(its)
            (out / name).mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.Table.from_pylist(its, schema), out / name / f"part-{part:05d}.parquet")
    (out / "run.json").write_text((source / "run.json").read_text("utf-8"), "utf-8")
    return counts["articles"], counts["claims"]


def measured(work: Callable[[], object]) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak memory (MB) of some work."""
    began, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line a size."""
    if sys.argv[1:2] == ["--one"]:
        knowledge = load()
        out = Path(sys.argv[2])
        print(json.dumps(measured(lambda: sum(1 for _ in verify_tables(FolderTables(out), knowledge, out / "spill")))))
        return
    most = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "samples"
        run(RunConfig(inputs=[str(ROOT / "corpora" / "samples")], out=source))
        print(f"{'articles':>10}{'claims':>10}{'seconds':>9}{'processor':>11}{'per n log n':>13}{'peak MB':>9}")
        for step in STEPS:
            out = Path(folder) / f"tables{step}"
            articles, claims = write_tables(source, out, most // step)
            # the size of a process is its peak: each measurement has its own
            told = subprocess.run([sys.executable, __file__, "--one", str(out)], check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
            seconds, spent, peak = json.loads(told.stdout)
            grown = 1e6 * spent / (claims * math.log2(claims))
            print(f"{articles:>10,}{claims:>10,}{seconds:>9.1f}{spent:>11.1f}{grown:>11.2f}us{peak:>9.0f}")


if __name__ == "__main__":
    main()
