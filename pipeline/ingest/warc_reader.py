"""Web archives (WARC, ARC): the pages that a crawler was answered with."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from pipeline.errors import InputRefusal
from pipeline.ingest.decoding import decode
from pipeline.ingest.html_reader import is_page, of_page
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.records import Refusal

_LONGEST_HEAD = 2**20
_CHUNK = 2**16
_BLANK = b"\r\n"
_START = re.compile(rb"WARC/[01]\.[0-9]+\s*$")
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})
_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?\s*([a-z0-9_:-]{2,40})")
_SUCCESS = re.compile(rb"HTTP/[0-9](?:\.[0-9])? 200\b")
_CHUNK_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8} *(?:;[^\r\n]*)?\r?\n")
_GZIP = ((b"\x1f\x8b", 31),)
_UNPACKED: Mapping[str, tuple[tuple[bytes, int], ...]] = {
    "": (), "identity": (), "gzip": _GZIP, "x-gzip": _GZIP,
    "deflate": (*((bytes([0x78, level]), 15) for level in (0x01, 0x5E, 0x9C, 0xDA)), (b"", -15)),
}
"""How bodies are unpacked, by what they start with: window bits as zlib takes them."""


class _Answer(NamedTuple):
    """A page as a crawler got it."""

    number: int
    head: Any
    """The record's headers."""
    http: Any
    """The server's headers."""
    body: bytes


def read_warc(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Sealed | Refusal]:
    """The pages of a web archive, each with its address and the day on which it was fetched; `line` counts all records.

    Records other than answers, and answers that are no pages (redirects, errors, pictures, scripts), are passed by. A record that is cut
    short or has a wrong length is refused.
    """
    lines = _Lines(stream)
    # what is read of a record's block is parsed here, not by the library: only answers are worth it
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)
    number = pages = 0
    first = lines.next_start()
    while first:
        number += 1
        lines.begin()
        try:
            record = loader.parse_record_stream(lines, first, None, no_record_parse=True)
            answer, length = _block(record, reading)
        except EOFError:
            raise InputRefusal("warc", f"record {number} is cut short") from None
        except (ArchiveLoadFailed, ValueError, AttributeError, IndexError) as error:
            raise InputRefusal("warc", f"record {number} cannot be read: {error}") from error
        broken, first = lines.after(record.format, first)
        if broken:
            yield Refusal("input", "ingest", "warc", "the record is longer or shorter than its head says", source_path=name, source_line=number)
            pages += 1
            continue
        if answer is None:
            continue
        if length > reading.max_bytes:
            pages += 1
            yield Refusal("input", "ingest", "too_large", f"more than {reading.max_bytes} bytes", source_path=name, source_line=number)
            continue
        found = _answer(loader, record, answer, number)
        if found is not None:
            pages += 1
            yield Sealed(name, number, partial(_of_answer, found, name, reading), len(answer))
    if not pages:
        raise InputRefusal("empty", f"none of the {number} records is a page that a server answered with")


class _Lines:
    """The archive's bytes, with heads of records within limits."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._head = 0

    def begin(self) -> None:
        """A record begins."""
        self._head = 0

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def readline(self, size: int | None = None) -> bytes:
        line = self._stream.readline(_LONGEST_HEAD if size is None else min(size, _LONGEST_HEAD))
        self._head += len(line)
        if self._head > _LONGEST_HEAD:
            raise InputRefusal("warc", "the head of a record does not end")
        return line

    def next_start(self) -> bytes:
        """The first line that is not blank; empty at the end."""
        self._head = 0
        while line := self.readline():
            if line.strip(_BLANK):
                return line
        return b""

    def after(self, kind: str, before: bytes) -> tuple[bool, bytes]:
        """Whether something else than a blank line stands behind a record, and the first line of the next one."""
        self._head = 0
        line = self.readline()
        if not line or not line.strip(_BLANK):
            return False, self.next_start()
        if kind != "warc" or not before.startswith(b"WARC/"):
            return False, line
        while line and not _START.match(line):
            self._head = 0
            line = self._stream.readline(_CHUNK)
        return True, line


def _block(record: ArcWarcRecord, reading: Reading) -> tuple[bytes | None, int]:
    """The block of an answer, as much of it as may be, and its length; None for records of other kinds. Raises EOFError where it is cut short."""
    source = record.raw_stream
    if record.length is None or not hasattr(source, "limit"):
        raise ValueError("it does not say how long it is")
    kept = b""
    if record.rec_type == "response":
        kept = _read(source, reading.max_bytes + 1)
    while source.limit > 0:
        if not source.read(_CHUNK):
            raise EOFError
    return (kept if record.rec_type == "response" else None), len(kept)


def _read(source: Any, most: int) -> bytes:  # noqa: ANN401 - the library has no types
    parts = []
    while most > 0 and (part := source.read(min(most, _CHUNK))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _answer(loader: ArcWarcRecordLoader, record: ArcWarcRecord, block: bytes, number: int) -> _Answer | None:
    """The answer where it is a page: a success, and of a type that holds text."""
    if not _SUCCESS.match(block):
        return None
    rest = io.BytesIO(block)
    try:
        http = loader.http_parser.parse(rest)
    except (EOFError, ValueError, IndexError):
        return None
    if _type_of(http) not in _PAGES:
        return None
    return _Answer(number, record.rec_headers, http, rest.read())


def _type_of(http: Any) -> str:  # noqa: ANN401 - as above
    return (http.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _of_answer(answer: _Answer, name: str, reading: Reading) -> Record:
    """The record of a page; raises InputRefusal where its body cannot be unpacked or is no article."""
    data = _body(answer, reading)
    declared = _CHARSET.search(answer.http.get_header("Content-Type") or "")
    said: dict[str, object] = {"crawled": answer.head.get_header("WARC-Date"), "url": answer.head.get_header("WARC-Target-URI")}
    charset = declared[1] if declared else None
    if _type_of(answer.http) == "text/plain" or (not _type_of(answer.http) and not is_page(data)):
        text, encoding = decode(data, charset)
        record = Record(name, answer.number, {"text": text}, hashlib.sha256(data).hexdigest(), encoding)
    else:
        record = of_page(data, name, answer.number, charset)
    repairs = ("truncated",) if answer.head.get_header("WARC-Truncated") else ()
    return Record(name, answer.number, _with(said, record.said), record.sha256, record.encoding, repairs)


def _with(said: Mapping[str, object], of_page: Mapping[str, object]) -> dict[str, object]:
    """What the archive says, and what the page says, which goes before it."""
    return {**said, **{field: value for field, value in of_page.items() if value}}


def _body(answer: _Answer, reading: Reading) -> bytes:
    """The body as the server meant it, chunks put together and unpacked; some archives keep the headers of what they have undone already."""
    packed = (answer.http.get_header("Content-Encoding") or "").strip().lower()
    data = answer.body
    if (answer.http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked" and _CHUNK_SIZE.match(data):
        try:
            data = _read(ChunkedDataReader(io.BytesIO(data), raise_exceptions=True), reading.max_bytes + 1)
        except (ChunkedDataException, ValueError) as error:
            raise InputRefusal("warc", f"the body is cut short or its chunks are broken: {error}") from error
    if packed not in _UNPACKED:
        raise InputRefusal("warc", f"the body is compressed with {packed[:40]!r}, which is not read")
    for mark, bits in _UNPACKED[packed]:
        if data.startswith(mark):
            return _inflated(data, bits, reading)
    return data


def _inflated(data: bytes, bits: int, reading: Reading) -> bytes:
    inflater = zlib.decompressobj(bits)
    try:
        plain = inflater.decompress(data, reading.max_bytes + 1)
    except zlib.error as error:
        raise InputRefusal("warc", f"the body cannot be unpacked: {error}") from error
    if len(plain) > reading.max_bytes:
        raise InputRefusal("too_large", f"more than {reading.max_bytes} bytes")
    if not inflater.eof:
        raise InputRefusal("warc", "the compressed body is cut short")
    return plain
