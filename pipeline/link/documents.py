"""From citations to documents: one row a document with all its mentions, whatever words and languages name it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.knowledge import Papers
from pipeline.knowledge.fold import bare

Row = Mapping[str, Any]
_PART = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile("[IVXLCDM]+")
_ZEROS = re.compile("^0+(?=[0-9])")
_BY_NAME = "citation_law_name"
_LOCAL = frozenset({"provincial", "district", "commune", ""})
_ID_DIGITS = 16
_FULL_DAY = 10


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


def link_documents(citations: Iterable[Row], papers: Papers) -> list[dict[str, Any]]:
    """One row a document, by symbol; `citations` are rows of the citations table, in their order.

    A symbol of a central body is one document wherever it stands. Provinces, districts and communes number alike, so theirs is one
    document inside an article, and across articles only where they give one day of signing. A short form whose number and type fit
    one whole symbol alone joins it and is named in `uncertain`; any other stays a document of its article. Two days for one symbol
    are kept in `signed_all` and flagged. Unnumbered mentions make no document.
    """
    rows = [row for row in citations if row["symbol"] or row["resolved_symbol"] or row.get("rule") == _BY_NAME]
    days = _days(rows)
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    short: list[Row] = []
    for row in rows:
        symbol = _named(row)
        if symbol is None:
            groups["law", row["title"], row["year"] or ""].append(row)
        elif not is_whole(symbol):
            short.append(row)
        elif _is_local(row, symbol, papers):
            key = document_key(symbol)
            groups["local", key, days.get((row["article_id"], key)) or row["article_id"]].append(row)
        else:
            groups["symbol", document_key(symbol)].append(row)
    uncertain = _join_short(short, groups)
    documents = [_document(key, members, uncertain) for key, members in groups.items()]
    return sorted(documents, key=lambda document: (document["symbol"] or "", document["title"] or "", document["document_id"]))


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


def _join_short(short: Sequence[Row], groups: dict[tuple[str, ...], list[Row]]) -> set[str]:
    """Put short forms where they belong; gives the ids of those that joined a whole symbol by number and type alone."""
    by_number: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key, members in groups.items():
        if key[0] == "symbol" and members[0]["number"]:
            by_number[_ZEROS.sub("", members[0]["number"])].append(key)
    uncertain: set[str] = set()
    for row in short:
        symbol = _named(row) or ""
        number, _, year = symbol.partition("/")
        fitting = [
            key for key in by_number.get(_ZEROS.sub("", number), ())
            if groups[key][0]["doc_type"] == row["doc_type"] and year in ("", groups[key][0]["year"] or "")
        ]
        if len(fitting) == 1:
            groups[fitting[0]].append(row)
            uncertain.add(row["citation_id"])
        else:
            groups["short", row["article_id"], row["doc_type"], document_key(symbol)].append(row)
    return uncertain


def _document(key: tuple[str, ...], members: Sequence[Row], uncertain: set[str]) -> dict[str, Any]:
    sure = [row for row in members if row["citation_id"] not in uncertain]
    signed = [row["signed"] for row in sure if row["signed"]]
    return {
        "document_id": hashlib.sha256("\0".join(key).encode()).hexdigest()[:_ID_DIGITS],
        "symbol": _most([_named(row) for row in sure]),
        **{name: _most([row[name] for row in sure]) for name in ("doc_type", "number", "year", "issuer_code", "issuer")},
        "signed": _most([day for day in signed if _is_day(day)]) or _most(signed),
        "signed_all": sorted(set(signed)),
        "signed_conflict": any(not _agree(a, b) for a in signed for b in signed),
        "title": _most([row["title"] for row in sure]),
        "citation_ids": [row["citation_id"] for row in members],
        "article_ids": list(dict.fromkeys(row["article_id"] for row in members)),
        "uncertain": [row["citation_id"] for row in members if row["citation_id"] in uncertain],
    }


def _most(values: Sequence[str | None]) -> str | None:
    """The value given most often, the first of several; None where none is given."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _agree(one: str, other: str) -> bool:
    """True where two dates may be the same day: what only one of them says does not part them."""
    return all(a == b or "X" in a or "X" in b for a, b in zip(one.split("-"), other.split("-"), strict=False))
