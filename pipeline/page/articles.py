"""One article as the page's script reads it: its text once, everything else by its place in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from pipeline.page.offsets import utf16_of
from pipeline.page.severity import order

Row = Mapping[str, Any]
Json = dict[str, Any]

MENTIONS = {
    "claims": "claim_id", "citations": "citation_id", "officials": "official_id", "dates": "date_id", "places": "mention_id",
    "organisations": "mention_id",
}
"""The tables of mentions, in the order in which a page lists them, with their ids."""
_IN_PLACE = frozenset({"article_id", "start", "stop", "figure_start", "figure_stop", "quote", "sentence", "field", "language", "rule"})
"""Columns that the page has from the text itself, or from the article."""
_SOURCE = ("source_path", "source_line", "url_slug", "published")


def article_data(article: Row, mentions: Mapping[str, Sequence[Row]], sources: Sequence[Row], findings: Sequence[Row]) -> Json:
    """Everything that a page tells of one article; the rows are those of this article alone, in table order."""
    text, title = article["text"], article["title"] or ""
    at = {"text": utf16_of(text), "title": utf16_of(title)}
    fields = {"text": text, "title": title}
    found = {
        "id": article["article_id"], "text": text, "title": title, "language": article["language"], "published": article["published"],
        "updated": article["updated"], "anchor": article["anchor"], "byline": article["byline"],
        "blocks": [[block["kind"], at["text"](block["start"]), at["text"](block["stop"])] for block in article["blocks"]],
        "sources": [_source(row) for row in sources],
        "findings": [finding_data(row) for row in sorted(findings, key=order)],
    }
    for table, key in MENTIONS.items():
        found[table] = [_mention(row, key, fields[row["field"]], at[row["field"]]) for row in mentions.get(table, ())]
    return _plain(found)


def finding_data(row: Row) -> Json:
    """A finding with what the page tells of it."""
    return _plain({
        "id": row["finding_id"], "check": row["check_id"], "verdict": row["verdict"], "severity": row["severity"],
        "claims": list(row["claim_ids"]), "mentions": list(row["mention_ids"]), "articles": list(row["article_ids"]),
        "working": row["working"], "note": row["note"],
        "told": {"key": row["note_key"], **json.loads(row["note_values"])} if row.get("note_key") else None, "source": row["source"],
    })


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web, that a person may follow; anything else is no link.

    >>> web_address("https://a.example/b"), web_address("javascript:alert(1)")
    ('https://a.example/b', None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def _mention(row: Row, key: str, text: str, at: Callable[[int], int]) -> Json:
    found: Json = {"id": row[key], "start": at(row["start"]), "stop": at(row["stop"])}
    if row["field"] != "text":
        found["field"] = row["field"]
    if "figure_start" in row:
        found["figure"] = [at(row["figure_start"]), at(row["figure_stop"])]
    place = _sentence(row, text)
    if place is None:
        found["sentence_text"] = row["sentence"]
    else:
        found["sentence"] = [at(place), at(place + len(row["sentence"]))]
    # "kind" is what sort of mention it is in the script
    said = {"date_kind" if name == "kind" else name: value for name, value in row.items() if name not in _IN_PLACE and name != key}
    return found | _plain(said)


def _sentence(row: Row, text: str) -> int | None:
    """Where the sentence of a mention stands: the place of its words that covers the mention."""
    sentence = row["sentence"]
    place = text.find(sentence, max(0, row["stop"] - len(sentence)))
    return place if 0 <= place <= row["start"] else None


def _source(row: Row) -> Json:
    return _plain({name: row[name] for name in _SOURCE} | {"url": row["source_url"], "link": web_address(row["source_url"])})


def _plain(values: Mapping[str, Any]) -> Json:
    """Without what says nothing: null, false, empty lists and texts."""
    return {name: value for name, value in values.items() if value is not None and value is not False and value not in ("", [])}
