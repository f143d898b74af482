"""Characters a second: soat with everything on, quantulum3 and LexNLP on the same texts, and a bare digit pattern.

usage: python benchmarks/speed.py [ARTICLES]

Reads JSONL news from the folder named by SOAT_BULK, else from ../shared/bulk beside the checkout; where neither is there, the articles
of corpora/samples. One process, one thread; every reader is warmed up first; processor time is what counts. Both soat and quantulum3
give values with units; quantulum3 reads English, and on the other languages it is timed for what it does with their figures. LexNLP reads
English in an environment of its own (`make bench` tries to make it; SOAT_LEXNLP names another one's Python), because it pins old libraries.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from pipeline.api import load
from pipeline.config import RunConfig
from pipeline.ingest import article_from_text
from pipeline.records import Dossier
from pipeline.run import run
from pipeline.stages import ORDER, compose
from pipeline.write import rows_of

ROOT = Path(__file__).resolve().parent.parent
FILES = {"pl": "pl_news", "vi": "vi_news2016", "en": "en_news"}
ARTICLES = 1500
WARM = 20
SLOW_SECONDS = 15.0
"""How long quantulum3 is given a language."""
LEXNLP = """
import json, sys, time
from lexnlp.extract.en.amounts import get_amounts
texts, limit = json.load(sys.stdin)
how = {}
try:
    list(get_amounts("The province paid for 30 schools and two hundred roads."))
except LookupError:  # the data of NLTK, which pip does not have
    how = {"extended_sources": False}
for text in texts[:20]:
    list(get_amounts(text, **how))
start = time.process_time()
characters = values = done = 0
for text in texts:
    values += len(list(get_amounts(text, **how)))
    characters += len(text)
    done += 1
    if time.process_time() - start > limit:
        break
print(json.dumps([time.process_time() - start, characters, values, done, bool(how)]))
"""
"""What LexNLP's own Python runs: its amounts with what is counted, or bare where NLTK's data are missing."""
DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def bulk_folder() -> Path | None:
    """The folder of bulk news, where there is one."""
    folder = Path(os.environ.get("SOAT_BULK", ROOT.parent / "shared" / "bulk"))
    return folder if folder.is_dir() else None


def read_texts(language: str, folder: Path | None, articles: int) -> list[str]:
    """The texts of a language."""
    if folder is not None:
        with gzip.open(folder / f"{FILES[language]}.jsonl.gz", "rt", encoding="utf-8") as stream:
            return [json.loads(line)["text"] for line in islice(stream, articles)]
    samples = sorted((ROOT / "corpora" / "samples").glob(f"{language}_*"))
    return [json.loads(path.read_text("utf-8"))["text"] if path.suffix == ".json" else path.read_text("utf-8") for path in samples]


def timed(read: Callable[[str], int], texts: Sequence[str], limit: float = float("inf")) -> tuple[float, int, int, int]:
    """Seconds of processor time, characters, values, and texts that were read before the limit."""
    for text in texts[:WARM]:
        read(text)
    characters = values = done = 0
    start = time.process_time()
    for text in texts:
        values += read(text)
        characters += len(text)
        done += 1
        if time.process_time() - start > limit:
            break
    return time.process_time() - start, characters, values, done


def soat_reader(language: str) -> Callable[[str], int]:
    """Everything on: ingest, every stage, and the rows of every table."""
    knowledge = load()
    read = compose(ORDER)

    def one(text: str) -> int:
        dossier = Dossier(article_from_text(text, language=language, published="2025-10-01", knowledge=knowledge))
        read([dossier], knowledge)
        return len(rows_of(dossier)["claims"])

    return one


def quantulum_reader() -> Callable[[str], int] | None:
    """quantulum3, where it is installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from quantulum3 import parser  # noqa: PLC0415 - it costs memory, which is measured before
    except ImportError:
        return None
    return lambda text: len(parser.parse(text))


def own_python(peer: str) -> Path:
    """The Python of the environment that `make bench` made for a peer, or that SOAT_PEER names; there may be none."""
    return Path(os.environ.get(f"SOAT_{peer.upper()}", Path(sys.executable).parent.parent / peer / "bin" / "python"))


def lexnlp(texts: Sequence[str]) -> tuple[float, int, int, int, bool] | str:
    """Seconds, characters, amounts, texts and whether the amounts are bare; in words why it cannot be timed."""
    python = own_python("lexnlp")
    log = python.parent.parent.with_suffix(".log")
    failed = [line for line in log.read_text("utf-8").splitlines() if "rror" in line] if log.exists() else []
    if not python.exists():
        return failed[0].strip() if failed else "not installed (make bench tries to)"
    told = subprocess.run([python, "-c", LEXNLP], input=json.dumps([texts, SLOW_SECONDS]), capture_output=True, text=True, check=False)  # noqa: S603
    if told.returncode:
        return (failed or told.stderr.strip().splitlines() or ["it ended without a word"])[-1].strip()
    seconds, characters, values, done, bare = json.loads(told.stdout)
    return seconds, characters, values, done, bare


def memory() -> float:
    """The largest resident set so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def whole_run(language: str, folder: Path, articles: int) -> tuple[float, int]:
    """Seconds and characters of a run from file to tables on disk."""
    with tempfile.TemporaryDirectory() as out:
        path = str(folder / f"{FILES[language]}.jsonl.gz")
        config = RunConfig(inputs=(path,), out=Path(out) / "tables", language=language, limit=articles, workers=0)
        start = time.process_time()
        summary = run(config)
        return time.process_time() - start, summary.characters


def beside_lexnlp(texts: Sequence[str]) -> None:
    """Print soat beside LexNLP on English."""
    found = lexnlp(texts)
    if isinstance(found, str):
        print(f"en: LexNLP cannot be timed here: {found}")
        return
    seconds, characters, values, done, bare = found
    again = timed(soat_reader("en"), texts[:done])
    ours, theirs = again[1] / again[0], characters / seconds
    what = "bare amounts, NLTK's data being away" if bare else "amounts with what is counted"
    print(f"en: LexNLP {theirs:>8,.0f} characters/s, {values:,} {what}, in {done:,} articles; "
          f"soat on these {ours:,.0f} characters/s, {again[2]:,} claims: {ours / theirs:,.1f} times as fast")


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    folder = bulk_folder()
    print(f"soat {version('soat')}, Python {sys.version.split()[0]}; texts: {'bulk news' if folder else 'corpora/samples'}")
    start = time.process_time()
    load()
    print(f"knowledge loaded in {time.process_time() - start:.2f} s")
    texts = {language: read_texts(language, folder, articles) for language in FILES}
    speeds = {}
    for language, some in texts.items():
        seconds, characters, values, done = timed(soat_reader(language), some)
        digits = timed(lambda text: len(DIGITS.findall(text)), some)
        speeds[language] = characters / seconds
        print(f"{language}: soat {characters / seconds:>10,.0f} characters/s  ({done:,} articles, {characters:,} characters, {values:,} claims; "
              f"a bare digit pattern is {digits[1] / digits[0] / speeds[language]:.0f} times as fast and finds {digits[2]:,} figures)")
    if folder is not None:
        before = memory()
        for language in FILES:
            seconds, characters = whole_run(language, folder, articles)
            print(f"{language}: soat run, from the file to tables on disk: {characters / seconds:,.0f} characters/s")
        print(f"peak memory {memory():.0f} MB ({before:.0f} MB before the runs; the texts of this benchmark included)")
    beside_lexnlp(texts["en"])
    slow = quantulum_reader()
    if slow is None:
        print("quantulum3 is not installed (make bench installs it)")
        return
    print(f"quantulum3 {version('quantulum3')} on the same texts, as many as it reads in {SLOW_SECONDS:.0f} s:")
    for language, some in texts.items():
        seconds, characters, values, done = timed(slow, some, SLOW_SECONDS)
        again = timed(soat_reader(language), some[:done])
        ours, theirs = again[1] / again[0], characters / seconds
        print(f"{language}: quantulum3 {theirs:>8,.0f} characters/s, {values:,} quantities in {done:,} articles; "
              f"soat on these {ours:,.0f} characters/s, {again[2]:,} claims: {ours / theirs:,.0f} times as fast")


if __name__ == "__main__":
    main()
