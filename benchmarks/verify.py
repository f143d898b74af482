"""How many injected errors `soat verify` finds, and how often it raises a false alarm.

usage: python benchmarks/verify.py [--bulk ARTICLES] [--misses N]

Facts of the sample articles that the gold confirms (and of the gold folder named by SOAT_GOLD, else ../shared/gold beside the checkout)
and facts of bulk news (the folder named by SOAT_BULK, else ../shared/bulk) are corrupted one at a time (injection.py). Recall is over
the detectable ones: those whose clean value something else implies. The alarms of the clean tables are shown beside it; those of bulk
news are judged in readings/verify_bulk.tsv, read by hand.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from injection import KINDS, Injection, corrupted, injections
from witnesses import Group, Map, Row

import pipeline
from pipeline.api import load
from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.write import TABLES

ROOT = Path(__file__).resolve().parent.parent
READINGS = ROOT / "benchmarks" / "readings" / "verify_bulk.tsv"
BULK = {"vi": "vi_news2016", "pl": "pl_news", "en": "en_news"}
READ = ("articles", "sources", "claims", "citations", "officials", "dates", "places", "organisations")
ALARMS = ("conflicts", "suspect")
Finding = Mapping[str, Any]


def tables_of(inputs: Iterable[Path]) -> dict[str, list[Row]]:
    """The fact tables of a run over files."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run(RunConfig(inputs=[str(path) for path in inputs], out=out))
        return {name: pq.read_table(out / name).to_pylist() for name in READ}


def groups_of(tables: Mapping[str, list[Row]], *, families: bool) -> Iterator[Group]:
    """What is verified together: articles whose addresses end alike, or each article alone."""
    slugs = {row["article_id"]: row["url_slug"] or row["article_id"] for row in tables["sources"]} if families else {}
    groups: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name in READ})
    for name in READ:
        for row in tables[name]:
            groups[slugs.get(row["article_id"], row["article_id"])][name].append(row)
    yield from groups.values()


def bulk_lines(articles: int, folder: Path) -> dict[str, list[str]]:
    """JSONL records of bulk news, a third of each language."""
    source = Path(os.environ.get("SOAT_BULK", ROOT.parent / "shared" / "bulk"))
    found = {}
    for language, name in BULK.items():
        path = source / f"{name}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as stream:
                found[language] = list(islice(stream, articles // 3))
            (folder / f"{language}.jsonl").write_text("".join(found[language]), "utf-8")
    return found


def gold_folders() -> list[tuple[Path, Path]]:
    """Folders of articles with their facts."""
    other = Path(os.environ.get("SOAT_GOLD", ROOT.parent / "shared" / "gold"))
    ours = [(ROOT / "corpora" / "samples", ROOT / "corpora" / "gold" / "facts")]
    return ours + [(other / "articles", other / "facts")] * (other / "articles").is_dir()


def gold_values(folders: Iterable[Path]) -> dict[str, list[tuple[int, int, set[float]]]]:
    """By stem of the file, the numeric facts of the gold: where their quotes stand and their values."""
    values: dict[str, list[tuple[int, int, set[float]]]] = {}
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        facts = json.loads(path.read_text("utf-8"))["numeric_claims"]
        spans = [(fact["start"], fact["start"] + len(fact["quote"]), fact["value"]) for fact in facts]
        values[path.stem] = [(start, stop, set(value) if isinstance(value, list) else {value}) for start, stop, value in spans]
    return values


def confirmed(group: Group, gold: Mapping[str, list[tuple[int, int, set[float]]]]) -> set[str]:
    """The claims of sample articles whose value the gold has at their place; every row of another table."""
    stems = {row["article_id"]: Path(row["source_path"]).stem for row in group["articles"]}
    found = {row[key] for name, key in (("dates", "date_id"), ("officials", "official_id"), ("citations", "citation_id")) for row in group[name]}
    for row in group["claims"]:
        its = {row["value"]} if row["value"] is not None else {row["low"], row["high"]}
        for start, stop, values in gold.get(stems[row["article_id"]], ()):
            if row["field"] == "text" and start <= row["figure_start"] < stop and its <= values:
                found.add(row["claim_id"])
    return found


def findings_of(group: Group) -> list[Finding]:
    """What verify says of a group."""
    tables = {name: pa.Table.from_pylist(list(rows), TABLES[name]) for name, rows in group.items()}
    return pipeline.verify(tables)["findings"].to_dict("records")


def key_of(finding: Finding) -> tuple[object, ...]:
    """What makes a finding the same as another."""
    return finding["check_id"], finding["verdict"], tuple(finding["claim_ids"]), tuple(finding["mention_ids"]), finding["working"]


def is_found(injection: Injection, clean: set[tuple[object, ...]], findings: Iterable[Finding]) -> bool:
    """True where a new alarm names the corrupted row, or for a dropped claim its counterpart."""
    wanted = {injection.row_id} if injection.changed is not None else {one for witness in injection.witnesses for one in witness.rows}
    return any(
        finding["verdict"] in ALARMS and wanted & {*finding["claim_ids"], *finding["mention_ids"]} and key_of(finding) not in clean
        for finding in findings
    )


class Tally:
    """Counts by kind and by evidence, and the misses."""

    def __init__(self) -> None:
        self.injected: Counter[str] = Counter()
        self.detectable: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.by_evidence: Counter[str] = Counter()
        self.found_by_evidence: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, group: Group, known: Map, allowed: set[str] | None = None) -> None:
        """Inject every error into a group and count what is found."""
        clean = {key_of(finding) for finding in findings_of(group)}
        for injection in injections(group, known):
            if allowed is not None and injection.row_id not in allowed:
                continue
            self.injected[injection.kind] += 1
            if not injection.detectable:
                continue
            self.detectable[injection.kind] += 1
            how = {witness.how for witness in injection.witnesses}
            self.by_evidence.update(how)
            if is_found(injection, clean, findings_of(corrupted(group, injection))):
                self.found[injection.kind] += 1
                self.found_by_evidence.update(how)
            elif not any("_blind" in row["source_path"] for row in group["articles"]):
                self.misses.append(f"{injection.kind} {injection.row_id}: " + "; ".join(f"{one.how}: {one.working}" for one in injection.witnesses))

    def show(self, title: str) -> None:
        """Print the table."""
        print(f"\n{title:<24}{'injected':>10}{'detectable':>12}{'found':>8}{'recall':>9}")
        for kind in KINDS:
            print(_line(kind, self.injected[kind], self.detectable[kind], self.found[kind]))
        print(_line("together", self.injected.total(), self.detectable.total(), self.found.total()))
        for how in sorted(self.by_evidence):
            print(_line(f"  by {how}", None, self.by_evidence[how], self.found_by_evidence[how]))


def _line(name: str, injected: int | None, detectable: int, found: int) -> str:
    share = f"{100 * found / detectable:8.1f}%" if detectable else "        -"
    return f"{name:<24}{'' if injected is None else injected:>10}{detectable:>12}{found:>8}{share}"


def show_alarms(groups: Iterable[Group]) -> None:
    """Print what is said of the clean sample articles."""
    for group in groups:
        names = {row["article_id"]: Path(row["source_path"]).stem for row in group["articles"]}
        if any(name.endswith("_blind") for name in names.values()):
            print(f"  a held-out group: {sum(finding['verdict'] in ALARMS for finding in findings_of(group))} alarms")
            continue
        for finding in findings_of(group):
            if finding["verdict"] in ALARMS:
                print(f"  {finding['check_id']} {finding['verdict']} {', '.join(names[one] for one in finding['article_ids'])}: {finding['working']}")


def show_readings(groups: Iterable[Group]) -> None:
    """Print how many bulk articles have an alarm, and how many of those a reader judged false."""
    judged = {}
    if READINGS.exists():
        with READINGS.open(encoding="utf-8", newline="") as stream:
            judged = {(row["check_id"], row["claim_ids"]): row["judgement"] for row in csv.DictReader(stream, delimiter="\t")}
    articles: dict[str, set[str]] = {}
    for group in groups:
        said = articles.setdefault(group["articles"][0]["article_id"], set()) if group["articles"] else set()
        for finding in findings_of(group):
            if finding["verdict"] in ALARMS:
                said.add(judged.get((finding["check_id"], " ".join((*finding["claim_ids"], *finding["mention_ids"]))), "unread"))
    counts = Counter(word for said in articles.values() for word in said)
    print(f"{len(articles)} articles; with an alarm that is judged " + ", ".join(f"{word}: {count}" for word, count in sorted(counts.items())))


def main() -> None:
    """Inject, verify, report."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--bulk", type=int, default=300, help="bulk articles, a third of each language")
    options.add_argument("--misses", type=int, default=0, help="how many missed injections to name")
    asked = options.parse_args()
    load()
    known = Map()
    folders = gold_folders()
    gold = gold_values(facts for _, facts in folders)
    samples = list(groups_of(tables_of(articles for articles, _ in folders), families=True))
    ours, bulk = Tally(), Tally()
    for group in samples:
        ours.add(group, known, confirmed(group, gold))
    ours.show("articles with gold")
    print("alarms on them as they are:")
    show_alarms(samples)
    with tempfile.TemporaryDirectory() as folder:
        if bulk_lines(asked.bulk, Path(folder)):
            groups = list(groups_of(tables_of([Path(folder)]), families=False))
            for group in groups:
                bulk.add(group, known)
            bulk.show("bulk news")
            show_readings(groups)
    for miss in (ours.misses + bulk.misses)[:asked.misses]:
        print(miss)


if __name__ == "__main__":
    main()
