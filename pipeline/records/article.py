"""An article as ingested; its text never changes afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Block(NamedTuple):
    """A stretch of a field with one role: title, lead, body, caption, byline, dateline or furniture."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Source:
    """One input record that gave an article; `line` counts from 1 inside a file of many records, else None."""

    path: str
    line: int | None
    url: str | None
    url_slug: str | None
    title: str | None
    published: str | None
    sha256: str
    encoding: str
    crawled: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    r"""A frozen news text with what its source said of it.

    `text` is NFC, without zero-width marks, with plain spaces and `\n` (docs/tables.md, Common rules); `blocks` cover it in order.
    Dates (`published`, `updated`, `anchor`) are EDTF strings or None; `anchor_from` says which of them became the anchor.
    """

    article_id: str
    text: str
    title: str | None
    blocks: tuple[Block, ...]
    source: Source
    language_given: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    repairs: tuple[str, ...] = ()
    crawled: str | None = None
    """The day on which a crawler took the page: the article is no younger, and may be much older."""
