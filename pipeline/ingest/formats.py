"""The formats that soat reads."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath

from pipeline.errors import InputRefusal
from pipeline.ingest.archive_reader import read_tar, read_zip
from pipeline.ingest.arrow_reader import read_arrow, read_parquet
from pipeline.ingest.decoding import looks_binary
from pipeline.ingest.delimited_reader import read_delimited
from pipeline.ingest.html_reader import is_page, read_html
from pipeline.ingest.json_reader import read_json, read_json_lines
from pipeline.ingest.opening import COMPRESSIONS, plain_name, unpacked
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.ingest.text_reader import read_text
from pipeline.ingest.warc_reader import read_warc
from pipeline.records import Refusal

Item = Record | Sealed | Refusal
Reader = Callable[[io.BufferedReader, str, Reading], Iterator[Item]]


def read_zipped(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Item]:
    """The records of the files in a zip archive."""
    return read_zip(stream, name, reading, _read_member, holds_one)


def read_tarred(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Item]:
    """The records of the files in a tar archive."""
    return read_tar(stream, name, reading, _read_member)


def _read_member(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Item]:
    """The records of a file in an archive, compressed or not; archives in archives are refused: they may hold themselves."""
    plain = unpacked(stream)
    reader = reader_of(name, plain)
    if reader in (read_zipped, read_tarred):
        raise InputRefusal("archive", "an archive in an archive; unpack the outer one")
    # the place in this file is not that in its archive
    yield from reader(plain, name, replace(reading, before=0))


FORMATS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".txt", ".text"), read_text),
    ((".json",), read_json),
    ((".jsonl", ".ndjson"), read_json_lines),
    ((".html", ".htm", ".xhtml"), read_html),
    ((".csv", ".tsv", ".tab"), read_delimited),
    ((".parquet", ".pq"), read_parquet),
    ((".arrow", ".feather", ".ipc"), read_arrow),
    ((".warc", ".arc"), read_warc),
    ((".zip",), read_zipped),
    ((".tar",), read_tarred),
)
"""Every format: its file names' endings (each also with that of a compression) and its reader; a new one is a line here."""

STARTS: dict[Reader, str] = {read_json_lines: "byte", read_parquet: "row"}
"""Readers that can start inside a file behind `Reading.before` lines or rows: at a byte where the stream was set to, or by themselves."""

ONE_RECORD = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""Endings of files that hold one record whatever stands in them."""

_HEAD = 4096
_MARKS = b"\xef\xbb\xbf \t\r\n"
_TAR = slice(257, 262)
_LIST = re.compile(rb"\[\s*(?:\{|\])")


def reader_of(name: str, stream: io.BufferedReader) -> Reader:
    """The reader for an input, by its name's ending, else by its first bytes; raises InputRefusal where neither tells."""
    ending = PurePath(plain_name(name)).suffix
    head = stream.peek(_HEAD)[:_HEAD]
    for endings, reader in FORMATS:
        if ending in endings:
            # a page that was saved as text is a page
            return read_html if reader is read_text and is_page(head) else reader
    return _by_content(head, ending)


def holds_one(name: str) -> bool:
    """Whether a file of this name holds one record, whatever stands in it."""
    return PurePath(plain_name(name)).suffix in ONE_RECORD


def _by_content(head: bytes, ending: str) -> Reader:
    if head.startswith(b"PAR1"):
        return read_parquet
    if head.startswith(b"ARROW1"):
        return read_arrow
    if head.startswith((b"WARC/", b"filedesc://")):
        return read_warc
    if head.startswith(b"PK\x03\x04") and not ending:
        # with another ending it is an office document, a book or a program
        return read_zipped
    if head[_TAR] == b"ustar":
        return read_tarred
    start = head.lstrip(_MARKS)
    if is_page(start):
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
    return [ending for endings, _ in FORMATS for ending in endings] + [one.endings[0] for one in COMPRESSIONS]
