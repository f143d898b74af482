"""From whatever a user has (text, JSON, pages, tables) to articles whose text is frozen from here on."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputRefusal
from pipeline.ingest.files import InputFile, input_files
from pipeline.ingest.json_reader import read_json, read_json_lines
from pipeline.ingest.record import Reading, Record, article_from_text, article_of
from pipeline.ingest.text_reader import read_text
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Refusal

__all__ = ["FORMATS", "Cursor", "InputFile", "Reading", "article_from_text", "input_files", "read_file", "read_inputs"]

Reader = Callable[[BinaryIO, str, Reading], Iterator[Record | Refusal]]

FORMATS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".txt", ".text"), read_text),
    ((".json",), read_json),
    ((".jsonl", ".ndjson"), read_json_lines),
)
"""Every format that soat reads: its file names' endings (each also with `.gz`) and its reader; a new one is a line here."""


def read_inputs(inputs: Sequence[str], knowledge: Knowledge, reading: Reading | None = None) -> Iterator[Article | Refusal]:
    """Every record of the inputs in order, as an article or as a refusal of what is `input`."""
    reading = reading or Reading()
    for file in input_files(inputs):
        yield from read_file(file, knowledge, reading)


class Cursor:
    """How many bytes of the inputs have been read."""

    def __init__(self) -> None:
        self._left = 0
        self._stream: BinaryIO | None = None

    def enter(self, stream: BinaryIO) -> None:
        """Watch a file as it lies on the disk."""
        self._stream = stream

    def leave(self, size: int) -> None:
        """A file of `size` bytes is done."""
        self._left += size
        self._stream = None

    def position(self) -> int:
        """Bytes of all files so far."""
        return self._left + (self._stream.tell() if self._stream is not None and not self._stream.closed else 0)


def read_file(file: InputFile, knowledge: Knowledge, reading: Reading, cursor: Cursor | None = None) -> Iterator[Article | Refusal]:
    """Every record of one file; whatever keeps the file from being read is its last refusal."""
    try:
        with _open(file, cursor) as stream:
            for record in _reader(file, stream)(stream, file.name, reading):
                yield _article(record, reading, knowledge)
    except InputRefusal as refusal:
        yield _refusal(refusal.reason, refusal.detail, file.name)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield _refusal("gzip", f"the compressed file is broken: {error}", file.name)
    except OSError as error:
        yield _refusal("unreadable", error.strerror or str(error), file.name)


def _article(record: Record | Refusal, reading: Reading, knowledge: Knowledge) -> Article | Refusal:
    if isinstance(record, Refusal):
        return record
    try:
        return article_of(record, reading, knowledge)
    except InputRefusal as refusal:
        return _refusal(refusal.reason, refusal.detail, record.path, record.line)


def _open(file: InputFile, cursor: Cursor | None) -> BinaryIO:
    if file.path is None:
        return sys.stdin.buffer
    if not file.path.is_file():
        raise InputRefusal("not_a_file", "neither a file nor a folder; give a pipe on the standard input, with -")
    stream: BinaryIO = file.path.open("rb")
    if cursor is not None:
        cursor.enter(stream)
    return gzip.open(stream, "rb") if file.path.suffix == ".gz" else stream  # type: ignore[return-value]


def _reader(file: InputFile, stream: BinaryIO) -> Reader:
    name = Path(file.name.lower().removesuffix(".gz"))
    for endings, reader in FORMATS:
        if name.suffix in endings:
            return reader
    raise InputRefusal("unknown_format", f"no reader for {name.suffix or 'a name without an ending'!r}")


def _refusal(reason: str, detail: str, path: str, line: int | None = None) -> Refusal:
    return Refusal("input", "ingest", reason, detail, source_path=path, source_line=line)
