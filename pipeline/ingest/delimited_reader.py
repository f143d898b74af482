"""Tables as text: CSV, TSV and their kin, one article a row."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator

from pipeline.errors import InputRefusal
from pipeline.ingest.decoding import codec_of, legacy_of, looks_binary
from pipeline.ingest.formulas import unguarded
from pipeline.ingest.keys import columns_of
from pipeline.ingest.record import Reading, Record
from pipeline.knowledge.encodings import LegacyEncoding
from pipeline.records import Refusal

_DELIMITERS = ",;\t|"
_SAMPLE = 2**16
_LONGEST = 2**31 - 1


def read_delimited(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Record | Refusal]:
    """The records of a table with a header; the delimiter is found from the header, quoting from the first rows."""
    # the csv module has one limit for the whole process, 131,072 by default: shorter than many articles
    csv.field_size_limit(_LONGEST)
    head = stream.peek(_SAMPLE)[:_SAMPLE]
    if not head:
        raise InputRefusal("empty", "the file is empty")
    codec = codec_of(head)
    if codec == "utf-8" and looks_binary(head):
        raise InputRefusal("binary", "holds control bytes that no text has")
    legacy = legacy_of(head) if codec == "utf-8" else None
    text = io.TextIOWrapper(stream, encoding="latin-1" if legacy else codec, errors="strict", newline="")
    lines = _lines(text, reading, legacy)
    try:
        if legacy is not None:
            yield from _rows(lines, name, reading, legacy.name, legacy.read(head.decode("latin-1")), whole=len(head) < _SAMPLE)
        else:
            yield from _rows(lines, name, reading, codec.removesuffix("-sig"), head.decode(codec, "ignore"), whole=len(head) < _SAMPLE)
    except UnicodeDecodeError as error:
        raise InputRefusal("encoding", f"not {codec} (byte 0x{error.object[error.start]:02x}); save the table as UTF-8") from error
    finally:
        text.detach()


def _rows(lines: Iterator[str], name: str, reading: Reading, encoding: str, sample: str, *, whole: bool) -> Iterator[Record | Refusal]:
    delimiter = _delimiter(sample.splitlines()[0] if sample else "")
    quoted = _is_quoted(sample, delimiter, whole=whole)
    rows = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE, strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
    except csv.Error as error:
        raise InputRefusal("csv", f"the header cannot be read: {error}") from error
    columns = columns_of(header, reading.fields)
    for field, column in columns.items():
        if header.count(column) > 1:
            raise InputRefusal("duplicate_key", f"{header.count(column)} columns are called {column!r}, and it is needed for {field}")
    places = {field: header.index(column) for field, column in columns.items()}
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Refusal("input", "ingest", "csv", f"not a row: {error}", source_path=name, source_line=line)
            continue
        if row is None:
            return
        if not any(row):
            continue
        if len(row) > len(header):
            detail = f"the row has {len(row)} fields, the header {len(header)}"
            yield Refusal("input", "ingest", "csv", detail, source_path=name, source_line=line)
            continue
        said = {field: unguarded(row[place]) for field, place in places.items() if place < len(row)}
        digest = hashlib.sha256(json.dumps(row).encode()).hexdigest()
        yield Record(name, line, said, digest, encoding)


def _lines(text: io.TextIOWrapper, reading: Reading, legacy: LegacyEncoding | None) -> Iterator[str]:
    """Lines with their marks, NUL left out (the csv module stops at it) and no longer than a record may be."""
    while line := text.readline(reading.max_bytes + 1):
        if len(line) > reading.max_bytes:
            raise InputRefusal("too_large", f"a line has more than {reading.max_bytes} characters")
        line = line.replace("\0", "")
        yield legacy.read(line) if legacy is not None else line


def _delimiter(header: str) -> str:
    """The mark that cuts the header into most columns; the comma where none does."""
    return max(_DELIMITERS, key=lambda mark: (len(next(csv.reader([header], delimiter=mark), [])), -_DELIMITERS.index(mark)))


def _is_quoted(sample: str, delimiter: str, *, whole: bool) -> bool:
    """Whether quotation marks guard fields; they do not where reading them so breaks the first rows of a table of tabs or bars."""
    if delimiter in ",;" or '"' not in sample:
        return True
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in rows:
            pass
    except csv.Error as error:
        # a sample that is cut off in the middle of a field proves nothing
        return not whole and "unexpected end" in str(error)
    return True
