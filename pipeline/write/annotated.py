"""Articles with everything marked in them, one after another: what the formats of annotation tools are written from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import OutputError
from pipeline.write.cells import batches
from pipeline.write.tables import ALL

MENTIONS = {table.name: table.key for table in ALL if table.key and any(column.name == "quote" for column in table.columns)}
"""The tables of mentions with their keys."""

LABELS = {name: name[:-1] for name in MENTIONS}
"""What a mention of each table is called in other tools: claim, citation, official, date, place, organisation."""

_POSITION = frozenset({"article_id", "field", "block", "start", "stop", "quote", "sentence", "language"})
_of_article = itemgetter("article_id")


class Mention(NamedTuple):
    """A stretch of an article's `field` with a label; `facts` are the row's other columns that are not null."""

    id: str
    label: str
    field: str
    start: int
    stop: int
    quote: str
    facts: dict[str, Any]


class Annotated(NamedTuple):
    """An article's row and its mentions, by field and start."""

    article: dict[str, Any]
    mentions: list[Mention]

    def fields(self) -> Iterator[tuple[str, str, list[Mention]]]:
        """The text, and the title where the source gives it apart: its name, its words and its mentions."""
        for name in ("text", "title"):
            if words := self.article[name]:
                yield name, words, [one for one in self.mentions if one.field == name]


def annotated(folder: Path) -> Iterator[Annotated]:
    """Every article of a finished run, a bounded number in memory; raises OutputError where the tables are not of one run."""
    streams = {name: _groups(folder, name) for name in MENTIONS}
    heads = {name: next(stream, None) for name, stream in streams.items()}
    for article in chain.from_iterable(batches(folder, "articles")):
        mentions = []
        for name, head in heads.items():
            if head is not None and head[0] == article["article_id"]:
                mentions += [_mention(name, row) for row in head[1]]
                heads[name] = next(streams[name], None)
        yield Annotated(article, sorted(mentions, key=lambda one: (one.field, one.start, -one.stop, one.id)))
    if left := [f"{name} ({head[0]})" for name, head in heads.items() if head is not None]:
        raise OutputError(f"{folder}: rows of articles that are not there, or in another order, in {', '.join(left)}; run again into a new folder")


def addresses_of(folder: Path) -> dict[str, str]:
    """The address of each article that has one: its first source's."""
    addresses: dict[str, str] = {}
    for row in chain.from_iterable(batches(folder, "sources")):
        if row["source_url"]:
            addresses.setdefault(str(row["article_id"]), str(row["source_url"]))
    return addresses


def _groups(folder: Path, name: str) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    for article, rows in groupby(chain.from_iterable(batches(folder, name)), key=_of_article):
        yield article, list(rows)


def _mention(name: str, row: dict[str, Any]) -> Mention:
    key = MENTIONS[name]
    facts = {column: value for column, value in row.items() if value is not None and value != [] and column not in _POSITION and column != key}
    return Mention(row[key], LABELS[name], row["field"], row["start"], row["stop"], row["quote"], facts)
