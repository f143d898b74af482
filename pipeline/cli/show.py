"""`soat show`: a first look at the tables of a run."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.options import AsJson, Tables
from pipeline.cli.saying import Row, say_quantity
from pipeline.cli.terminal import console, one_line, print_json, table
from pipeline.errors import OutputError

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import Console

_QUOTE = 36
_TOP = 8
_STRETCH = 200
_FILE = 28


def show(
    folder: Tables,
    rows: Annotated[int, typer.Option(min=0, help="Sample claims a language.")] = 8,
    as_json: AsJson = False,
) -> None:
    """Show what a run has found.

    The size of each table, sample claims of each language, what is named most, what was refused and why, and what to do next.
    """
    from pipeline.write import TABLES, read_table

    tables = {name: read_table(folder, name) for name in TABLES}
    if as_json:
        print_json(_as_json(folder, tables))
        return
    out = console()
    manifest = _manifest(folder)
    languages = Counter(tables["articles"]["language"].to_pylist())
    said = ", ".join(f"{one_line(language)} {count}" for language, count in languages.most_common())
    articles = f"{tables['articles'].num_rows:,} articles ({said}) from {manifest.get('inputs', '?')} inputs"
    out.print(f"{one_line(str(folder))}: {articles}", style="bold", soft_wrap=True)
    sizes = table(*TABLES, right=TABLES)
    sizes.add_row(*(f"{one.num_rows:,}" for one in tables.values()))
    out.print(sizes)
    if rows:
        homes = _homes(tables["sources"])
        for language in sorted(languages):
            _print_claims(out, language, sample(tables["claims"], language, rows), homes)
    _print_tops(out, tables)
    _print_refusals(out, tables["refusals"], manifest)
    _print_next(out, folder, tables)


def sample(claims: pa.Table, language: str, rows: int) -> list[Row]:
    """Claims of a language, spread over its articles, of each stretch the one that says most."""
    import pyarrow.compute as pc

    mine = claims.filter(pc.equal(claims["language"], language))
    count = min(rows, mine.num_rows)
    starts = [at * mine.num_rows // count for at in range(count)]
    stretches = (mine.slice(start, min(stop - start, _STRETCH)) for start, stop in zip(starts, [*starts[1:], mine.num_rows], strict=True))
    return [max(stretch.to_pylist(), key=_telling) for stretch in stretches]


def _telling(row: Row) -> tuple[int, float]:
    """How much of what soat reads a claim shows, and how sure it is."""
    said = (row["change"] != "none", row["change"] == "from_to", row["modifier"] != "exact", row["unit_kind"] == "money", row["period"] is not None)
    return sum(said), row["confidence"]


def _homes(sources: pa.Table) -> dict[str, str]:
    """Where each article comes from: file, and record in a file of many."""
    homes: dict[str, str] = {}
    for name, path, line in zip(*(sources[column].to_pylist() for column in ("article_id", "source_path", "source_line")), strict=True):
        homes.setdefault(name, one_line(Path(path).name, _FILE) + (f"#{line}" if line else ""))
    return homes


def _print_claims(out: Console, language: str, rows: Sequence[Row], homes: dict[str, str]) -> None:
    if not rows:
        out.print(f"\n{language}: no claims")
        return
    made = table(f"{language}: the article says", "read as", "period", "where", wide="read as")
    for row in rows:
        status = f" ({row['status']})" if row["status"] != "actual" else ""
        conflict = " (units conflict)" if row["unit_conflict"] else ""
        where = f"{homes[row['article_id']]}:{row['start']}"
        made.add_row(one_line(row["quote"], _QUOTE), one_line(say_quantity(row) + status + conflict), row["period"] or "", where)
    out.print()
    out.print(made)


def _print_tops(out: Console, tables: dict[str, pa.Table]) -> None:
    made = table("most named", "", wide="")
    for name, column in (("citations", "symbol"), ("officials", "name"), ("places", "name"), ("organisations", "name")):
        counts = Counter(value for value in tables[name][column].to_pylist() if value)
        if counts:
            made.add_row(name, ", ".join(f"{one_line(value)} {count}" for value, count in counts.most_common(_TOP)))
    if made.row_count:
        out.print()
        out.print(made)


def _print_refusals(out: Console, refusals: pa.Table, manifest: dict[str, Any]) -> None:
    counts: dict[str, Counter[str]] = {}
    for what, reason in zip(refusals["what"].to_pylist(), refusals["reason"].to_pylist(), strict=True):
        counts.setdefault(what, Counter())[reason] += 1
    if counts:
        made = table("refused", "rows", "why", right=("rows",), wide="why")
        for what, reasons in sorted(counts.items()):
            made.add_row(what, f"{reasons.total():,}", ", ".join(f"{one_line(reason)} {count:,}" for reason, count in reasons.most_common(_TOP)))
        out.print()
        out.print(made)
    elif manifest.get("refused") == 0:
        out.print("\nnothing was refused")


def _print_next(out: Console, folder: Path, tables: dict[str, pa.Table]) -> None:
    place = shlex.quote(str(folder))
    out.print()
    out.print(f"The tables are parquet files, {one_line(place)}/TABLE/*.parquet; what the columns mean: soat schema", soft_wrap=True)
    out.print(f"  pandas.read_parquet({str(folder / 'claims')!r})", soft_wrap=True)
    out.print(f"  soat export {one_line(place)} --to csv,xlsx,sqlite", soft_wrap=True)
    if tables["articles"].num_rows:
        out.print("  soat explain FILE    every mention of an article in its place, with its rule", soft_wrap=True)
        out.print(f"  soat page {one_line(place)} --out page.html    one page to look at, in a browser", soft_wrap=True)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot read {folder / 'run.json'} ({error}): is {folder} the --out of a finished run?") from error
    return found if isinstance(found, dict) else {}


def _as_json(folder: Path, tables: dict[str, pa.Table]) -> dict[str, object]:
    reasons = Counter(zip(tables["refusals"]["what"].to_pylist(), tables["refusals"]["reason"].to_pylist(), strict=True))
    return {
        "folder": str(folder),
        "rows": {name: one.num_rows for name, one in tables.items()},
        "languages": dict(sorted(Counter(tables["articles"]["language"].to_pylist()).items())),
        "refused": [{"what": what, "reason": reason, "rows": rows} for (what, reason), rows in sorted(reasons.items())],
    }
