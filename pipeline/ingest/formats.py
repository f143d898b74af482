"""The formats that soat reads."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from pipeline.errors import InputRefusal
from pipeline.ingest.arrow_reader import read_arrow, read_parquet
from pipeline.ingest.decoding import looks_binary
from pipeline.ingest.delimited_reader import read_delimited
from pipeline.ingest.html_reader import read_html
from pipeline.ingest.json_reader import read_json, read_json_lines
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.ingest.text_reader import read_text
from pipeline.records import Refusal

Item = Record | Sealed | Refusal
Reader = Callable[[io.BufferedReader, str, Reading], Iterator[Item]]

FORMATS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".txt", ".text"), read_text),
    ((".json",), read_json),
    ((".jsonl", ".ndjson"), read_json_lines),
    ((".html", ".htm", ".xhtml"), read_html),
    ((".csv", ".tsv", ".tab"), read_delimited),
    ((".parquet", ".pq"), read_parquet),
    ((".arrow", ".feather", ".ipc"), read_arrow),
)
"""Every format: its file names' endings (each also with `.gz`) and its reader; a new one is a line here."""

STARTS: dict[Reader, str] = {read_json_lines: "byte", read_parquet: "row"}
"""Readers that can start inside a file behind `Reading.before` lines or rows: at a byte where the stream was set to, or by themselves."""

ONE_RECORD = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""Endings of files that hold one record whatever stands in them."""

_HEAD = 4096
_MARKS = b"\xef\xbb\xbf \t\r\n"
_PAGE = re.compile(rb"(?i)<(?:!doctype html|html|head)[\s>]")
_LIST = re.compile(rb"\[\s*(?:\{|\])")


def reader_of(name: str, stream: io.BufferedReader) -> Reader:
    """The reader for an input, by its name's ending, else by its first bytes; raises InputRefusal where neither tells."""
    ending = PurePath(name.lower().removesuffix(".gz")).suffix
    head = stream.peek(_HEAD)[:_HEAD]
    for endings, reader in FORMATS:
        if ending in endings:
            # a page that was saved as text is a page
            return read_html if reader is read_text and _PAGE.match(head.lstrip(_MARKS)) else reader
    return _by_content(head, ending)


def _by_content(head: bytes, ending: str) -> Reader:
    if head.startswith(b"PAR1"):
        return read_parquet
    if head.startswith(b"ARROW1"):
        return read_arrow
    start = head.lstrip(_MARKS)
    if _PAGE.match(start):
        return read_html
    if _LIST.match(start):
        return read_json
    if start.startswith(b"{"):
        lines = start.split(b"\n", 2)
        several = len(lines) > 1 and lines[1].lstrip().startswith(b"{") and lines[0].rstrip().endswith(b"}")
        return read_json_lines if several or (len(head) == _HEAD and b"\n" not in start) else read_json
    if looks_binary(head):
        raise InputRefusal("unknown_format", f"a binary file{f' ({ending})' if ending else ''}; soat reads {', '.join(_endings())}")
    return read_text


def _endings() -> list[str]:
    return [ending for endings, _ in FORMATS for ending in endings]
