"""Time and memory by the length of one article, from 1 kB to 10 MB: both should grow with the length and no faster.

usage: python benchmarks/length.py [LANGUAGE...]

An article of so many bytes (UTF-8) is put together of news, one text behind the other, as `speed.py` reads them. Every size is measured in a
process of its own: processor time of everything that a run does with an article (ingest, stages, rows), and the largest resident set, of which
what stands before the first article (knowledge, libraries) is told apart. Short articles are read until enough characters are seen.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from speed import FILES, bulk_folder, memory, read_texts

from pipeline.api import load
from pipeline.ingest import Reading
from pipeline.ingest.record import Record, article_of
from pipeline.records import Dossier
from pipeline.run.shard import read_article
from pipeline.write.rows import add_dossier, empty_rows

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
ENOUGH = 200_000
"""Bytes of short articles that are read."""


def texts_of(language: str, size: int) -> list[str]:
    """Articles of so many bytes."""
    news = read_texts(language, bulk_folder(), sys.maxsize)
    found: list[str] = []
    part: list[bytes] = []
    length = at = 0
    while not found or len(found) * size < ENOUGH:
        part.append(news[at % len(news)].encode())
        length += len(part[-1]) + 1
        at += 1
        if length >= size:
            found.append(b"\n".join(part)[:size].decode(errors="ignore"))
            part, length = [], 0
    return found


def measure(language: str, size: int) -> dict[str, float]:
    """One size, in this process."""
    knowledge = load()
    reading = Reading(language=language, max_chars=2 * max(SIZES))
    for text in texts_of(language, 10_000)[:3]:
        read_article(article_of(Record("-", None, {"text": text}, "", "utf-8"), reading, knowledge), knowledge)
    texts = texts_of(language, size)
    gc.collect()
    gc.disable()  # as a run does
    before = memory()
    start = time.process_time()
    claims = 0
    for text in texts:
        dossier = read_article(article_of(Record("-", None, {"text": text}, "", "utf-8"), reading, knowledge), knowledge)
        rows = empty_rows()
        if isinstance(dossier, Dossier):
            add_dossier(rows, dossier)
        claims += len(rows["claims"])
    seconds = time.process_time() - start
    characters = sum(map(len, texts))
    return {"seconds": seconds / len(texts), "characters": characters / len(texts), "claims": claims / len(texts), "before": before, "peak": memory()}


def main() -> None:
    """Print a table."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
        return
    print("| language | bytes | characters | claims | seconds | microseconds a character | peak MB | of these for the article |")
    print("|---|---|---|---|---|---|---|---|")
    for language in sys.argv[1:] or FILES:
        for size in SIZES:
            command = [sys.executable, str(Path(__file__)), "--one", language, str(size)]
            told = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)  # noqa: S603 - this file itself
            one = json.loads(told.stdout)
            print(
                f"| {language} | {size:,} | {one['characters']:,.0f} | {one['claims']:,.0f} | {one['seconds']:,.4g} "
                f"| {one['seconds'] / one['characters'] * 1e6:.2f} | {one['peak']:,.0f} | {one['peak'] - one['before']:,.0f} |", flush=True,
            )


if __name__ == "__main__":
    main()
