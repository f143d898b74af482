"""Pages: the article's text, title, date and address out of HTML."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import partial

from lxml import html

from pipeline.errors import InputRefusal
from pipeline.ingest.decoding import decode
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.ingest.text_reader import read_whole

_HEAD = 4096
_MARKS = b"\xef\xbb\xbf \t\r\n"
_PAGE = re.compile(rb"(?i)<(?:!doctype html|html|head)[\s>]")
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
"""htmldate's settings: without `max_date` it would ask the clock, and its wide search guesses."""
_SHORTEST = "40"
"""Characters; below its own 250 trafilatura takes the whole page, menus and all, and many news are shorter."""
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_UPDATED = ("//meta[@property='article:modified_time']/@content", "//meta[@itemprop='dateModified']/@content")
_LANGUAGE = ("/html/@lang", "//meta[@property='og:locale']/@content")


def read_html(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Sealed]:
    """The one record of a page."""
    data = read_whole(stream, reading.max_bytes)
    yield Sealed(name, None, partial(of_page, data, name), len(data))


def is_page(head: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return _PAGE.match(head[:_HEAD].lstrip(_MARKS)) is not None


def of_page(data: bytes, name: str, line: int | None = None, charset: str | None = None) -> Record:
    """The record of a page; `charset` is what its server said, which goes before what the page says. Raises InputRefusal where it has no article."""
    # trafilatura and its date readers take 30 MB and 0.2 s, which runs without pages need not pay
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import DEFAULT_CONFIG, Document  # noqa: PLC0415

    if charset is None and (declared := _CHARSET.search(data[:_HEAD])):
        charset = declared[1].decode("ascii")
    text, encoding = decode(data, charset)
    page = _XML_DECLARATION.sub("", text)
    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    found = None
    if page.strip():
        found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES, config=config)
    if not isinstance(found, Document) or not found.text:
        raise InputRefusal("no_text", "no article was found on the page (empty, built by scripts, or nested too deeply)")
    said: dict[str, object] = {"text": _without_title(found.text, found.title), "title": found.title, "published": found.date} | _of_head(page)
    return Record(name, line, said, hashlib.sha256(data).hexdigest(), encoding)


def _of_head(page: str) -> dict[str, object]:
    """What the page's head says of the article."""
    try:
        tree = html.document_fromstring(page)
    except (ValueError, html.etree.LxmlError):
        return {}
    said: dict[str, object] = {}
    for field, paths in (("url", _ADDRESSES), ("updated", _UPDATED), ("language", _LANGUAGE)):
        value = next((str(found[0]).strip() for path in paths if (found := tree.xpath(path))), "")
        if value and (field != "url" or value.startswith(("http://", "https://"))):
            said[field] = value
    return said


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title: a title that stands apart is no part of the text."""
    first, mark, rest = text.partition("\n")
    return rest if mark and title and " ".join(first.split()).casefold() == " ".join(title.split()).casefold() else text
