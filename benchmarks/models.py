"""What trained models add to the rules on gold articles, and what they cost.

usage: python benchmarks/models.py [--gold FOLDER]... [--bulk FOLDER] [--articles N] [--stanza FOLDER] [--language XX]...

For each language: rules alone, with the spaCy model that `auto` chooses, and with Stanza models where a folder of them is there. Gold
asks for main bodies only, so what is not in it is counted (`other`) and no precision is drawn from it. `measured` is right where the phrase
shares a word with gold's. Speed is over bulk news (JSONL with `text`), processor time of one thread; `ungated` runs the same weights over
every sentence; `Stanza's own` runs `stanza.Pipeline` over the whole articles with what its folder holds, sentences cut by itself, on one thread
like the rest. `added` are the rows of bulk news that rest on the model alone. Memory is told before Stanza is loaded and at the end.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.annotate.choose import choose
from pipeline.annotate.guard import made_safe, why_not
from pipeline.annotate.stanza_annotator import RESOURCES, open_pipeline
from pipeline.annotate.weights import weights_folder
from pipeline.api import load
from pipeline.evaluate.gold import Gold, read_gold
from pipeline.evaluate.judging import evaluate
from pipeline.evaluate.names import fold_name
from pipeline.evaluate.running import articles_folder, extract_gold
from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge
from pipeline.records import Dossier
from pipeline.stages import ORDER, compose

ROOT = Path(__file__).resolve().parent.parent
FILES = {"pl": "pl_news", "vi": "vi_news2016", "en": "en_news"}
WARM = 20
"""Articles that are read before the clock runs."""
_WORD = re.compile(r"\w+")

Tables = dict[str, list[dict[str, Any]]]


def organisations(gold: Sequence[Gold], folders: Sequence[Path], tables: Tables) -> tuple[int, int, int]:
    """How many bodies of the gold a row meets, how many there are, how many rows meet none."""
    found = wanted = other = 0
    for one, folder in zip(gold, folders, strict=True):
        facts = json.loads((folder / "facts" / f"{one.name}.json").read_text(encoding="utf-8"))
        mine = [row for row in tables["organisations"] if row["article_id"] == _article(tables, one.name)]
        surfaces = {fold_name(item["surface"]) for item in facts["organisations"] if item.get("surface")}
        names = {fold_name(row["quote"]) for row in mine}
        met = {surface for surface in surfaces if any(name in surface or surface in name for name in names)}
        found += len(met)
        wanted += len(surfaces)
        other += sum(not any(name in surface or surface in name for surface in surfaces) for name in names)
    return found, wanted, other


def measured(gold: Sequence[Gold], folders: Sequence[Path], tables: Tables) -> tuple[int, int, int]:
    """Of the claims whose measured phrase gold tells: how many rows share a word of it, how many have a phrase at all, how many there are."""
    right = given = asked = 0
    for one, folder in zip(gold, folders, strict=True):
        facts = json.loads((folder / "facts" / f"{one.name}.json").read_text(encoding="utf-8"))
        mine = [row for row in tables["claims"] if row["article_id"] == _article(tables, one.name)]
        for claim in facts["numeric_claims"]:
            if not (told := claim.get("measured_text")):
                continue
            asked += 1
            stop = claim["start"] + len(claim["quote"])
            row = next((row for row in mine if row["figure_start"] < stop and claim["start"] < row["figure_stop"]), None)
            if row is not None and row["measured"]:
                given += 1
                right += bool(set(_words(told)) & set(_words(row["measured"])))
    return right, given, asked


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold_name(text)) if len(word) > 1]


def _article(tables: Tables, name: str) -> str | None:
    return next((row["article_id"] for row in tables["articles"] if Path(row["source_path"]).name.split(".")[0] == name), None)


def speed(texts: Sequence[str], language: str, knowledge: Knowledge) -> tuple[float, int]:
    """Characters a processor second of all map stages, and the rows that rest on a model alone."""
    read = compose(ORDER)
    dossiers = [Dossier(article_from_text(text, language=language, knowledge=knowledge)) for text in texts]
    read([Dossier(dossier.article) for dossier in dossiers[:WARM]], knowledge)
    start = time.process_time()
    for first in range(0, len(dossiers), 64):
        read(dossiers[first:first + 64], knowledge)
    spent = time.process_time() - start
    return sum(map(len, texts)) / spent, sum(body.evidence.rule.startswith("model:") for dossier in dossiers for body in dossier.organisations)


def peak() -> str:
    """The most memory that this process has had."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def ungated_speed(texts: Sequence[str], language: str, knowledge: Knowledge) -> float:
    """Characters a processor second where the model reads every sentence and the rules read nothing."""
    dossiers = [Dossier(article_from_text(text, language=language, knowledge=knowledge), language=language) for text in texts]
    scan = next(stage for stage in ORDER if stage.name == "scan")
    start = time.process_time()
    for dossier in dossiers:
        scan.run(dossier, knowledge)
        for passage in dossier.passages:
            sentences = [passage.text[one.start:one.stop] for one in passage.sentences]
            knowledge.annotators[language].annotate([made_safe(text) for text in sentences if why_not(text) is None])
    return sum(map(len, texts)) / (time.process_time() - start)


def stanza_speed(texts: Sequence[str], language: str, folder: Path) -> tuple[float, str]:
    """Characters a processor second of Stanza's own pipeline over whole articles in batches of 64, and its processors."""
    import stanza  # noqa: PLC0415 - not before the memory of the other ways is told

    packages = json.loads((folder / RESOURCES).read_text(encoding="utf-8"))[language]["default_processors"]
    pipeline = open_pipeline(language, folder, packages)
    start = time.process_time()
    for first in range(0, len(texts), 64):
        pipeline.bulk_process([stanza.Document([], text=text) for text in texts[first:first + 64]])
    return sum(map(len, texts)) / (time.process_time() - start), ", ".join(packages)


def read_bulk(folder: Path, language: str, articles: int) -> list[str]:
    """Texts of bulk news."""
    path = folder / f"{FILES[language]}.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, articles)]


def main() -> None:
    """Print one table a language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, action="append")
    parser.add_argument("--bulk", type=Path, default=ROOT.parent / "shared" / "bulk")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--stanza", type=Path)
    parser.add_argument("--language", action="append")
    parser.add_argument("--model", default="auto", help="what `spaCy` is: auto, a folder or a package")
    asked = parser.parse_args()
    shipped = weights_folder()
    stanza_folder = asked.stanza or (shipped / "vi" / "stanza" if shipped else None)
    known = load()
    told: list[str] = []
    for language in asked.language or FILES:
        pairs = [(one, folder) for folder in asked.gold or [ROOT / "corpora" / "gold"] for one in read_gold(folder, [language])]
        gold, folders = [one for one, _ in pairs], [folder for _, folder in pairs]
        texts = read_bulk(asked.bulk, language, asked.articles)
        print(f"\n{language}: {len(gold)} gold articles, {sum(map(len, texts)):,} characters of bulk")
        print("| reader | places P R F1 | officials P R F1 | bodies met, other | measured right, given | added | characters/s |")
        print("|---|---|---|---|---|---|---|")
        ways = {"rules": {}, "+ spaCy": {language: asked.model}}
        if stanza_folder is not None and (stanza_folder / language).is_dir():
            ways["+ Stanza"] = {language: f"stanza:{stanza_folder}"}
        rates: dict[str, float] = {}
        for name, models in ways.items():
            if name == "+ Stanza" and "stanza" not in sys.modules:
                told.append(f"peak memory before Stanza is loaded {peak()}")
            chosen = choose(models)
            if models and not chosen.annotators:
                print(f"| {name} | {chosen.told[0]['note']} | | | | | |")
                continue
            knowledge = replace(known, annotators=chosen.annotators)
            tables: Tables = {}
            for folder in dict.fromkeys(folders):
                for table, rows in extract_gold([one for one, its in pairs if its == folder], articles_folder(folder), knowledge).items():
                    tables.setdefault(table, []).extend(rows)
            found = evaluate(gold, tables, known.units)
            cells = [" ".join(f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1))
                     for tally in (found.tallies[language, "places"], found.tallies[language, "officials"])]
            met, wanted, other = organisations(gold, folders, tables)
            right, given, asked_for = measured(gold, folders, tables)
            added = 0
            if texts:
                rates[name], added = speed(texts, language, knowledge)
            rate = f"{rates[name]:,.0f}" if texts else "-"
            bodies = f"{met} of {wanted}, {other}"
            print(f"| {name} | {cells[0]} | {cells[1]} | {bodies} | {right}, {given} of {asked_for} | {added} | {rate} |", flush=True)
            if name == "+ spaCy" and texts:
                print(f"| ungated, no rules | | | | | | {ungated_speed(texts, language, knowledge):,.0f} |", flush=True)
        if stanza_folder is not None and (stanza_folder / language).is_dir() and texts:
            own, processors = stanza_speed(texts, language, stanza_folder)
            print(f"| Stanza's own ({processors}), no rules | | | | | | {own:,.0f} |")
            print("".join(f"\n{name}: {rate / own:.1f} times as fast as Stanza's own pipeline" for name, rate in rates.items()), flush=True)
    print("\n" + "\n".join([*told, f"peak memory at the end {peak()}"]))


if __name__ == "__main__":
    main()
