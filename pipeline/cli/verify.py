"""`soat verify`: which numbers hold, the failing ones first."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.options import AsJson, Tables
from pipeline.cli.terminal import console, one_line, print_json, table

Row = Mapping[str, Any]

_ORDER = {("conflicts", "high"): 0, ("conflicts", "medium"): 1, ("suspect", "high"): 2, ("conflicts", "low"): 3, ("suspect", "medium"): 4}
_LAST = 9
_STYLES = {"conflicts": "bold red", "suspect": "yellow", "agrees": "green", "uncheckable": "dim"}
_QUOTE = 60

Limit = Annotated[int, typer.Option("--limit", min=0, help="How many failing findings to print; 0 is all.")]


def verify(folder: Tables, limit: Limit = 20, as_json: AsJson = False) -> None:
    """Say which numbers hold, and which contradict each other.

    Compares the claims of a run inside each article, across translations, across articles and with what soat knows. Writes the tables
    findings, families and alignments beside those of the run, and those of soat link.
    """
    from pipeline.knowledge import load_knowledge
    from pipeline.run.gather import verify as gather
    from pipeline.write import read_table

    gather(folder, load_knowledge())
    findings = read_table(folder, "findings")
    # of what agrees only the numbers are told: the rows are many
    failing = sorted(findings.filter(findings["severity"].is_valid()).to_pylist(), key=_rank)
    counts = _counts(zip(findings["check_id"].to_pylist(), findings["verdict"].to_pylist(), strict=True))
    ids = read_table(folder, "families").column("family_id").to_pylist()
    families = {"families": len(set(ids)), "members": len(ids)}
    if as_json:
        print_json({"folder": str(folder), "counts": counts, **families, "failing": failing[: limit or None]})
        return
    _print_failing(folder, failing[: limit or None])
    _print_counts(counts)
    out = console()
    out.print()
    if ids:
        out.print(f"{families['families']:,} families of translations or copies, {families['members']:,} articles in them")
    else:
        out.print("no translations among the articles")
    if limit and len(failing) > limit:
        out.print(f"{len(failing) - limit:,} more findings fail: soat verify {one_line(shlex.quote(str(folder)))} --limit 0", soft_wrap=True)
    out.print(f"tables in {one_line(str(folder))}: findings, families, alignments; what the columns mean: soat schema", soft_wrap=True)


def _rank(row: Row) -> int:
    return _ORDER.get((row["verdict"], row["severity"]), _LAST)


def _print_failing(folder: Path, failing: Sequence[Row]) -> None:
    """Each failing finding with its working, its note, and the sentences it speaks of."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from pipeline.write import read_table

    out = console()
    if not failing:
        out.print("nothing contradicts anything", style="bold green")
        return
    wanted = {one for row in failing for one in (*row["claim_ids"], *row["mention_ids"])}
    said: dict[str, Row] = {}
    for name, key in _KEYS.items():
        rows = read_table(folder, name).select([key, "article_id", "quote", "sentence"])
        said |= {row[key]: row for row in rows.filter(pc.is_in(rows[key], pa.array(sorted(wanted), pa.string()))).to_pylist()}
    homes: dict[str, str] = {}
    for row in read_table(folder, "sources").select(["article_id", "source_path", "source_line"]).to_pylist():
        line = f"#{row['source_line']}" if row["source_line"] else ""
        homes.setdefault(row["article_id"], one_line(Path(row["source_path"]).name) + line)
    for row in failing:
        out.print(f"{row['verdict']} ({row['severity']})  {one_line(row['working'])}", style=_STYLES[row["verdict"]], soft_wrap=True)
        out.print(f"  {one_line(row['note'])}", soft_wrap=True)
        for one in (*row["claim_ids"], *row["mention_ids"]):
            if one in said:
                out.print(f"  {homes.get(said[one]['article_id'], '?')}: {_in_sentence(said[one])}", style="dim", soft_wrap=True)
        out.print(f"  {row['check_id']}, {row['finding_id']}", style="dim", soft_wrap=True)
    out.print()


_KEYS = {"claims": "claim_id", "citations": "citation_id", "officials": "official_id", "dates": "date_id"}


def _in_sentence(row: Row) -> str:
    """The quote with some words around it, between marks that no text needs."""
    before, found, after = row["sentence"].partition(row["quote"])
    if not found:
        return f">{one_line(row['quote'], _QUOTE)}<"
    left = one_line(before)
    if len(left) > _QUOTE:
        left = "\u2026" + left[-_QUOTE:].partition(" ")[2]
    return f"{left} >{one_line(row['quote'], _QUOTE)}< {one_line(after, _QUOTE)}".strip()


def _print_counts(counts: Mapping[str, Mapping[str, int]]) -> None:
    made = table("check", *_STYLES, right=tuple(_STYLES), wide="check")
    for check, its in counts.items():
        made.add_row(check, *(f"{its.get(verdict, 0):,}" for verdict in _STYLES))
    if made.row_count:
        console().print(made)


def _counts(findings: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """By check, how many findings have which verdict."""
    found: dict[str, Counter[str]] = {}
    for (check, verdict), count in Counter(findings).items():
        found.setdefault(check.partition(".")[0], Counter())[verdict] += count
    return {check: dict(sorted(counts.items())) for check, counts in sorted(found.items())}
