"""The index of a page: a line an article with all that its list is sorted and filtered by, and the figures behind the run's pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from pipeline.page.articles import web_address
from pipeline.page.backdrop import Backdrop, Dot

Row = Mapping[str, Any]
Json = dict[str, Any]

_CHANGES = 24
_TITLE = 120


class Names:
    """Words by number: each stands once in the page, however many articles share it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word."""
        return self._numbers.setdefault(word, len(self._numbers))

    def numbers(self, words: Iterable[str]) -> list[int]:
        """The numbers of the words, each once, in order of appearance."""
        return [self.number(word) for word in dict.fromkeys(words)]

    def words(self) -> list[str]:
        """All words by their numbers."""
        return list(self._numbers)


class Index:
    """The lines of a page's index, taken in one article after the other."""

    def __init__(self, backdrop: Backdrop, families: Sequence[Row], symbols: Mapping[str, str]) -> None:
        self._backdrop = backdrop
        self._families = {row["article_id"]: row for row in families}
        self._symbols = symbols
        self._units, self._documents, self._dots = Names(), Names(), dict[str, Dot]()
        self._lines: list[Json] = []
        self._periods: Counter[str] = Counter()
        self._changes: list[tuple[float, Json]] = []

    def add(self, article: Row, sources: Sequence[Row], mentions: Mapping[str, Sequence[Row]], findings: Sequence[Row]) -> None:
        """Take in one article with its own rows."""
        claims = mentions["claims"]
        verdicts = Counter(row["verdict"] for row in findings)
        url = next((row["source_url"] for row in sources if web_address(row["source_url"])), None)
        line: Json = {
            "id": article["article_id"], "title": article["title"] or _first_line(article["text"]), "language": article["language"],
            "date": article["anchor"], "claims": len(claims), "verdicts": dict(verdicts),
            "units": self._units.numbers(row["unit"] for row in claims if row["unit"]),
            "places": self._places(row["place_id"] for name in ("claims", "places") for row in mentions[name]),
            "documents": self._documents.numbers(self.symbols_of(mentions["citations"])),
            "from": urlsplit(url).hostname if url else _file(sources, article["source_path"]),
        }
        if (family := self._families.get(article["article_id"])) is not None:
            line |= {"family": family["family_id"], "role": family["role"]}
        self._lines.append(line)
        self._periods.update(row["period"] for row in claims if row["period"])
        failing = {name for row in findings if row["verdict"] == "conflicts" for name in row["claim_ids"]}
        self._changes += [
            (_weight(row) + 1000 * (row["claim_id"] in failing), _change(row)) for row in claims
            if row["change_from"] is not None and row["change_to"] is not None
        ]

    def symbols_of(self, citations: Iterable[Row]) -> Iterator[str]:
        """The symbols by which citations are filed: that of their document where documents were linked."""
        for row in citations:
            symbol = self._symbols.get(row["citation_id"]) or row["resolved_symbol"] or row["symbol"]
            if symbol:
                yield symbol

    def data(self, alignments: Sequence[Row]) -> Json:
        """The whole index as the page's script reads it."""
        changes = sorted(self._changes, key=lambda one: -one[0])[:_CHANGES]
        return {
            "articles": self._lines, "units": self._units.words(), "documents": self._documents.words(),
            "provinces": [dot._asdict() for dot in self._dots.values()],
            "periods": sorted(self._periods.items()), "changes": [change for _, change in changes],
            "alignments": [[row["claim_id"], row["other_claim_id"], list(row["differs"])] for row in alignments],
        }

    def home_names(self, rows: Iterable[Row]) -> Json:
        """The province of each place id of some mentions, by its number in the index."""
        found: Json = {}
        for row in rows:
            if row["place_id"] and row["place_id"] not in found and (numbers := self._places([row["place_id"]])):
                found[row["place_id"]] = numbers[0]
        return found

    def _places(self, place_ids: Iterable[str | None]) -> list[int]:
        numbers: dict[str, None] = {}
        for place_id in place_ids:
            if (dot := self._backdrop.home(place_id)) is not None:
                self._dots.setdefault(dot.place_id, dot)
                numbers[dot.place_id] = None
        order = {name: number for number, name in enumerate(self._dots)}
        return [order[name] for name in numbers]


def _first_line(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}\u2026"


def _file(sources: Sequence[Row], path: str) -> str:
    """The name of the file of an article, with its line in a file of many."""
    line = sources[0]["source_line"] if sources else None
    return PurePath(path).name + (f":{line}" if line else "")


def _weight(row: Row) -> float:
    """How far a change goes: the ratio of its ends, up or down."""
    low, high = sorted((abs(row["change_from"]), abs(row["change_to"])))
    return min(high / low, 1000.0) if low else 1000.0 * bool(high)


def _change(row: Row) -> Json:
    told = ("article_id", "unit", "unit_text", "measured", "change_from", "change_to", "period")
    return {name: row[name] for name in told} | {"id": row["claim_id"]}
