"""Which articles a page is of, and their rows out of the tables of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.errors import UsageError
from pipeline.page.severity import FAILING
from pipeline.write import read_table
from pipeline.write.tables import ALL

Row = Mapping[str, Any]

_OPTIONAL = ("families", "findings", "alignments", "documents")
"""Tables that later steps write; a page is whole without them, and says that they are missing."""
_FACTS = tuple(table.name for table in ALL if table.name not in ("articles", "refusals"))
_ELSEWHERE = 200
"""Articles that are not on a page, but whose claims its findings name."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows that a page is made from, by table; an optional table that the run has not is not among them.

    `elsewhere` holds claims of articles that are not on the page, for findings that name them; `left_out` counts the articles of the run
    for which there was no room; `first` is the article or family at which the page opens.
    """

    rows: Mapping[str, Sequence[Row]]
    elsewhere: Sequence[Row] = ()
    left_out: int = 0
    first: str | None = None

    def of(self, name: str) -> Sequence[Row]:
        """The rows of a table, none where the run has it not."""
        return self.rows.get(name, ())

    def __contains__(self, name: str) -> bool:
        """Whether the run has the table."""
        return name in self.rows


def read_tables(
    folder: Path, *, article: str | None = None, family: str | None = None, limit: int = 2000, only: Collection[str] | None = None,
) -> Tables:
    """The tables of a finished run, or of one article with its family, or of one family, or of `only` some articles.

    `article` and `family` are ids or beginnings of ids. Of a run with more than `limit` articles those with failing checks come first.
    Raises UsageError where an id is none or fits several, OutputError where the tables are not there.
    """
    every = [name for name in read_table(folder, "articles", columns=("article_id",)).column(0).to_pylist() if only is None or name in only]
    later = {name: read_table(folder, name) for name in _OPTIONAL if (folder / name).is_dir()}
    shown, first = _shown(every, later, article, family, limit)
    kept = frozenset(shown)
    rows: dict[str, Sequence[Row]] = {name: read_table(folder, name, articles=kept).to_pylist() for name in ("articles", *_FACTS)}
    for name in ("findings", "documents"):
        if name in later:
            rows[name] = _touching(later[name], kept).to_pylist()
    if "families" in later:
        rows["families"] = _where(later["families"], "article_id", kept).to_pylist()
    if "alignments" in later:
        rows["alignments"] = _where(later["alignments"], "family_id", {row["family_id"] for row in rows.get("families", ())}).to_pylist()
    others = {name: None for row in rows.get("findings", ()) for name in row["article_ids"] if name not in kept}
    elsewhere = read_table(folder, "claims", articles=frozenset(list(others)[:_ELSEWHERE])).to_pylist() if others else []
    named = {name for row in rows.get("findings", ()) for name in row["claim_ids"]}
    return Tables(rows, [row for row in elsewhere if row["claim_id"] in named], len(every) - len(shown) if first is None else 0, first)


def _shown(
    every: Sequence[str], later: Mapping[str, pa.Table], article: str | None, family: str | None, limit: int,
) -> tuple[Sequence[str], str | None]:
    """The articles of the page in input order, and where it opens."""
    families = later.get("families")
    homes: dict[str, str] = {}
    if families is not None:
        homes = dict(zip(families["article_id"].to_pylist(), families["family_id"].to_pylist(), strict=True))
    if article is not None:
        found = _one(article, every, "article")
        home = homes.get(found)
        return [name for name in every if name == found or (home is not None and homes.get(name) == home)], found
    if family is not None:
        if families is None:
            raise UsageError("this run has no table `families` yet: soat verify writes it")
        home = _one(family, sorted(set(homes.values())), "family")
        return [name for name in every if homes.get(name) == home], home
    if len(every) <= limit:
        return every, None
    # the versions of a story stay together, as far as there is room
    story = {name: homes.get(name, name) for name in every}
    trouble: Counter[str] = Counter()
    if "findings" in later:
        failing = _where(later["findings"], "verdict", FAILING)
        trouble.update(story[name] for name in pc.list_flatten(failing["article_ids"]).to_pylist() if name in story)
    place: dict[str, int] = {}
    for at, name in enumerate(every):
        place.setdefault(story[name], at)
    ranked = sorted(every, key=lambda name: (-trouble[story[name]], place[story[name]]))
    chosen = frozenset(ranked[:limit])
    return [name for name in every if name in chosen], None


def _one(given: str, known: Sequence[str], noun: str) -> str:
    found = [name for name in known if name == given] or [name for name in known if given and name.startswith(given)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"--{noun} {given} fits {len(found)} of them: {', '.join(found[:5])}")
    examples = f"; there are {', '.join(known[:3])} ..." if known else "; the run has none"
    raise UsageError(f"--{noun} {given}: no such {noun} in this run{examples}")


def _where(table: pa.Table, column: str, values: Collection[str]) -> pa.Table:
    """The rows whose column has one of some values."""
    return table.filter(pc.is_in(table[column], pa.array(sorted(values), pa.string())))


def _touching(table: pa.Table, kept: Collection[str]) -> pa.Table:
    """The rows that speak of one of the kept articles; a run has far more findings than a page."""
    column = table["article_ids"].combine_chunks()
    spoken = pc.is_in(pc.list_flatten(column), pa.array(sorted(kept), pa.string()))
    return table.take(pc.unique(pc.list_parent_indices(column).filter(spoken)))
