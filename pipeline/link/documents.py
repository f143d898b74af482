"""From citations to documents: one row a document with all its mentions, whatever words and languages name it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.knowledge import Papers
from pipeline.knowledge.fold import bare
from pipeline.link.sorting import sorter

Row = Mapping[str, Any]
_PART = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile("[IVXLCDM]+")
_ZEROS = re.compile("^0+(?=[0-9])")
_BY_NAME = "citation_law_name"
_LOCAL = frozenset({"provincial", "district", "commune", ""})
_ID_DIGITS = 16
_FULL_DAY = 10

_VOICES = ("symbol", "doc_type", "number", "year", "issuer_code", "issuer", "signed", "title")
"""What most citations of a document say of it."""
_TAKEN = ("citation_id", "article_id", *_VOICES[1:])
_CITED = pa.schema([
    ("nth", pa.int64()), ("document_id", pa.string()), ("kind", pa.string()), ("fitting", pa.string()), ("asked", pa.string()),
    ("symbol", pa.string()), *((name, pa.string()) for name in _TAKEN),
])
_LISTS = ("signed_all", "citation_ids", "article_ids", "uncertain")
_DOCUMENTS = pa.schema([
    ("document_id", pa.string()), *((name, pa.string()) for name in _VOICES), ("signed_conflict", pa.bool_()),
    *((name, pa.list_(pa.string())) for name in _LISTS),
])
_BY_DOCUMENT = """
WITH firsts AS (SELECT document_id, min(nth) AS nth FROM cited WHERE kind = 'symbol' GROUP BY document_id),
wholes AS (SELECT document_id, doc_type, fitting, asked FROM cited JOIN firsts USING (document_id, nth) WHERE fitting IS NOT NULL),
shorts AS (SELECT DISTINCT doc_type, fitting, asked FROM cited WHERE kind = 'short'),
joined AS (
    SELECT shorts.doc_type, shorts.fitting, shorts.asked, any_value(document_id) AS whole
    FROM shorts JOIN wholes ON shorts.doc_type = wholes.doc_type AND shorts.fitting = wholes.fitting AND shorts.asked IN ('', wholes.asked)
    GROUP BY ALL HAVING count(*) = 1
)
SELECT cited.* REPLACE (coalesce(whole, document_id) AS document_id), whole IS NOT NULL AS uncertain
FROM cited LEFT JOIN joined
ON kind = 'short' AND cited.doc_type = joined.doc_type AND cited.fitting = joined.fitting AND cited.asked = joined.asked
ORDER BY coalesce(whole, document_id), uncertain, nth
"""
"""The citations document by document: a short form with the only whole symbol that its number, type and year fit, else by itself."""


def document_key(symbol: str) -> str:
    """What two spellings of one symbol share.

    >>> document_key("05-CT/TW") == document_key("5-ct/tw")
    True
    """
    return _ZEROS.sub("", bare(symbol).upper().replace(" ", ""))


def is_whole(symbol: str) -> bool:
    """True for a symbol with codes or a journal's name; a bare number, with a year or a session's numeral, is short.

    >>> is_whole("18-NQ/TW"), is_whole("30a"), is_whole("46/2016"), is_whole("XII/123/2024")
    (True, False, False, False)
    """
    return any(not _ROMAN.fullmatch(part) for part in _PART.findall(symbol))


def link_documents(citations: Iterable[Row], papers: Papers, spill: Path) -> Iterator[dict[str, Any]]:
    """One row a document, by symbol; `citations` are rows of the citations table, in their order.

    A symbol of a central body is one document wherever it stands. Provinces, districts and communes number alike, so theirs is one
    document inside an article, and across articles only where they give one day of signing. A short form whose number and type fit
    one whole symbol alone joins it and is named in `uncertain`; any other stays a document of its article. Two days for one symbol
    are kept in `signed_all` and flagged. Unnumbered mentions make no document. Memory holds the names and ids of one document;
    `spill` is a folder for the rest.
    """
    with sorter(spill) as base:
        base.fill("cited", _CITED, _cited(citations, papers))
        documents = (_document(document_id, rows) for document_id, rows in groupby(base.rows(_BY_DOCUMENT), itemgetter("document_id")))
        base.fill("documents", _DOCUMENTS, (tuple(document[name] for name in _DOCUMENTS.names) for document in documents))
        yield from base.rows("FROM documents ORDER BY coalesce(symbol, ''), coalesce(title, ''), document_id")


def _cited(citations: Iterable[Row], papers: Papers) -> Iterator[tuple[object, ...]]:
    """Every citation of a document, with the document that it would be of by itself."""
    nth = 0
    for _, rows in groupby(citations, itemgetter("article_id")):
        named = [row for row in rows if row["symbol"] or row["resolved_symbol"] or row.get("rule") == _BY_NAME]
        days = _days(named)
        for row in named:
            key: tuple[str, ...]
            number, year = row["number"], row["year"] or ""
            symbol = _named(row)
            if symbol is None:
                key = ("law", row["title"], year)
            elif not is_whole(symbol):
                number, _, year = symbol.partition("/")
                key = ("short", row["article_id"], row["doc_type"], document_key(symbol))
            elif _is_local(row, symbol, papers):
                key = ("local", document_key(symbol), days.get((row["article_id"], document_key(symbol))) or row["article_id"])
            else:
                key = ("symbol", document_key(symbol))
            fitting = _ZEROS.sub("", number) if number else None
            yield nth, _digest(key), key[0], fitting, year, symbol, *(row[name] for name in _TAKEN)
            nth += 1


def _digest(key: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(key).encode()).hexdigest()[:_ID_DIGITS]


def _named(row: Row) -> str | None:
    """The whole symbol that a mention stands for, else the short one as written."""
    resolved: str | None = row["resolved_symbol"]
    symbol: str | None = row["symbol"]
    return resolved or symbol


def _days(rows: Sequence[Row]) -> dict[tuple[str, str], str]:
    """By article and symbol, the first whole day of signing that the article gives."""
    days: dict[tuple[str, str], str] = {}
    for row in rows:
        symbol = _named(row)
        if symbol and _is_day(row["signed"]):
            days.setdefault((row["article_id"], document_key(symbol)), row["signed"])
    return days


def _is_day(signed: str | None) -> bool:
    return signed is not None and len(signed) == _FULL_DAY and signed[:4].isdecimal()


def _is_local(row: Row, symbol: str, papers: Papers) -> bool:
    """True where many bodies of the issuer's kind number their own documents; unknown issuers are such."""
    code = row["issuer_code"]
    if row["symbol"] != symbol and not code:
        parts = [papers.issuer_of(part) for part in re.split("[/-]", symbol)[1:]]
        known = next((found for found in parts if found is not None), None)
        return known is None or known.issuer.level in _LOCAL
    found = papers.issuer_of(code) if code else None
    return code is None or (found is not None and found.issuer.level in _LOCAL)


def _document(document_id: str, rows: Iterable[Row]) -> dict[str, Any]:
    """What the citations of one document say together; those that are uncertain come last and have no voice."""
    said: dict[str, Counter[str]] = {name: Counter() for name in _VOICES}
    citations: list[str] = []
    articles: dict[str, None] = {}
    uncertain: list[str] = []
    for row in rows:
        citations.append(row["citation_id"])
        articles.setdefault(row["article_id"])
        if row["uncertain"]:
            uncertain.append(row["citation_id"])
            continue
        for name in _VOICES:
            if row[name]:
                said[name][row[name]] += 1
    signed = said["signed"]
    days = Counter({day: count for day, count in signed.items() if _is_day(day)})
    return {
        "document_id": document_id,
        **{name: _most(said[name]) for name in _VOICES},
        "signed": _most(days) or _most(signed),
        "signed_all": sorted(signed),
        "signed_conflict": any(not _agree(a, b) for a, b in combinations(signed, 2)),
        "citation_ids": citations,
        "article_ids": list(articles),
        "uncertain": uncertain,
    }


def _most(counted: Counter[str]) -> str | None:
    """The value given most often, the first of several; None where none is given."""
    return counted.most_common(1)[0][0] if counted else None


def _agree(one: str, other: str) -> bool:
    """True where two dates may be the same day: what only one of them says does not part them."""
    return all(a == b or "X" in a or "X" in b for a, b in zip(one.split("-"), other.split("-"), strict=False))
