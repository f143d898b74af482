"""What one article gave: facts whose attributes are the columns of docs/tables.md."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pipeline.api.notebook import write_html
from pipeline.records import Dossier, Refusal
from pipeline.write import TABLES
from pipeline.write.as_parquet import arrow_of
from pipeline.write.rows import add_refusal, empty_rows

if TYPE_CHECKING:
    import pandas as pd


class Fact(Mapping[str, Any]):
    """One row of a table: `fact.value`, `fact["value"]` and `dict(fact)` all work.

    >>> Fact({"value": 38.0, "unit": "ward"}).unit
    'ward'
    """

    __slots__ = ("_row",)

    def __init__(self, row: Mapping[str, object]) -> None:
        self._row = dict(row)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a column may hold anything that a table can
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self._row:
            return self._row[name]
        near = get_close_matches(name, self._row, 1)
        raise AttributeError(f"no column {name!r}" + (f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(self._row)}"))

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as above
        return self._row[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._row]

    def __repr__(self) -> str:
        said = ((name, value) for name, value in self._row.items() if value not in (None, [], "", False) and name not in _LONG)
        return f"Fact({', '.join(f'{name}={value!r}' for name, value in said)})"


_LONG = frozenset({"sentence", "text", "blocks", "article_id", "claim_id", "mention_id", "citation_id", "official_id", "date_id"})


class Result:
    """Everything that was found in one article; `dossier` holds the same as typed records."""

    def __init__(self, dossier: Dossier, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        self.dossier = dossier
        self._facts = {name: tuple(map(Fact, rows[name])) for name in TABLES}

    @property
    def article(self) -> Fact:
        """The article: text, title, language, anchor date and how each was found."""
        return self._facts["articles"][0]

    @property
    def text(self) -> str:
        """The text as ingested, in which every offset counts."""
        return self.dossier.article.text

    @property
    def language(self) -> str:
        """BCP 47, `und` where it cannot be known."""
        return self.dossier.language

    @property
    def claims(self) -> tuple[Fact, ...]:
        """Numeric claims."""
        return self._facts["claims"]

    @property
    def citations(self) -> tuple[Fact, ...]:
        """Mentions of documents."""
        return self._facts["citations"]

    @property
    def officials(self) -> tuple[Fact, ...]:
        """Persons with their roles."""
        return self._facts["officials"]

    @property
    def dates(self) -> tuple[Fact, ...]:
        """Dates and periods."""
        return self._facts["dates"]

    @property
    def places(self) -> tuple[Fact, ...]:
        """Mentions of places."""
        return self._facts["places"]

    @property
    def organisations(self) -> tuple[Fact, ...]:
        """Mentions of bodies."""
        return self._facts["organisations"]

    @property
    def refusals(self) -> tuple[Fact, ...]:
        """What looked like a fact and was not taken, with the reason."""
        return self._facts["refusals"]

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Every table as a pandas frame, empty ones with their columns."""
        return {name: _arrow(name, facts).to_pandas() for name, facts in self._facts.items()}

    def rows(self, table: str) -> tuple[Fact, ...]:
        """The facts of a table by its name."""
        return self._facts[table]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(facts)} {name}" for name, facts in self._facts.items() if name not in ("articles", "sources"))
        return f"Result({self.language}: {counts})"

    def _repr_html_(self) -> str:
        return write_html(self.dossier.article.title or "", self._facts)


def frames_of(results: Sequence[tuple[Hashable, Result | Refusal]], index: pd.Index) -> dict[str, pd.DataFrame]:
    """The tables of many results, each row under its result's label of `index`."""
    frames = {}
    for name in TABLES:
        rows: list[Mapping[str, object]] = []
        positions: list[int] = []
        for at, (_, result) in enumerate(results):
            facts = _refused(name, result) if isinstance(result, Refusal) else result.rows(name)
            rows += facts
            positions += [at] * len(facts)
        frame = _arrow(name, rows).to_pandas()
        frame.index = index.take(positions)
        frames[name] = frame
    return frames


def _refused(name: str, refusal: Refusal) -> tuple[Fact, ...]:
    if name != "refusals":
        return ()
    rows = empty_rows()
    add_refusal(rows, refusal)
    return tuple(Fact(row) for row in arrow_of(name, rows[name]).to_pylist())


def _arrow(name: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    return pa.Table.from_pylist([dict(row) for row in rows], schema=TABLES[name])
