"""From files to articles and refusals."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from pipeline.errors import InputRefusal
from pipeline.ingest.files import InputFile, input_files
from pipeline.ingest.formats import reader_of
from pipeline.ingest.opening import Cursor, open_input
from pipeline.ingest.record import Reading, Record, article_of
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Refusal

_STAGE = "ingest"


def read_inputs(inputs: Sequence[str], knowledge: Knowledge, reading: Reading | None = None) -> Iterator[Article | Refusal]:
    """Every record of the inputs in order, as an article or as a refusal of what is `input`."""
    reading = reading or Reading()
    for file in input_files(inputs):
        yield from read_file(file, knowledge, reading)


def read_file(file: InputFile, knowledge: Knowledge, reading: Reading, cursor: Cursor | None = None) -> Iterator[Article | Refusal]:
    """Every record of one file; what keeps the file, or the rest of it, from being read is its last refusal."""
    try:
        with open_input(file, cursor) as stream:
            for record in reader_of(file.name, stream)(stream, file.name, reading):
                yield _article(record, reading, knowledge)
    except InputRefusal as refusal:
        yield _refusal(refusal.reason, refusal.detail, file.name)
    except (EOFError, zlib.error) as error:
        yield _refusal("gzip", f"the compressed file is cut short or broken: {error}", file.name)
    except OSError as error:
        # gzip.BadGzipFile is an OSError without a number
        reason = "unreadable" if error.errno else "gzip"
        yield _refusal(reason, error.strerror or f"the compressed file is broken: {error}", file.name)


def _article(record: Record | Refusal, reading: Reading, knowledge: Knowledge) -> Article | Refusal:
    if isinstance(record, Refusal):
        return record
    try:
        return article_of(record, reading, knowledge)
    except InputRefusal as refusal:
        return _refusal(refusal.reason, refusal.detail, record.path, record.line)


def _refusal(reason: str, detail: str, path: str, line: int | None = None) -> Refusal:
    return Refusal("input", _STAGE, reason, detail, source_path=path, source_line=line)
