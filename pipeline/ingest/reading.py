"""From files to articles and refusals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import InputRefusal
from pipeline.ingest.files import InputFile, input_files
from pipeline.ingest.formats import STARTS, Item, reader_of
from pipeline.ingest.opening import Cursor, open_input
from pipeline.ingest.record import Reading, Sealed, article_of
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Refusal

_STAGE = "ingest"


def read_inputs(inputs: Sequence[str], knowledge: Knowledge, reading: Reading | None = None) -> Iterator[Article | Refusal]:
    """Every record of the inputs in order, as an article or as a refusal of what is `input`."""
    reading = reading or Reading()
    for file in input_files(inputs):
        yield from read_file(file, knowledge, reading)


def read_file(file: InputFile, knowledge: Knowledge, reading: Reading) -> Iterator[Article | Refusal]:
    """Every record of one file; what keeps the file, or the rest of it, from being read is its last refusal."""
    for item in cut_file(file, reading):
        yield read_item(item, reading, knowledge)


def cut_file(file: InputFile, reading: Reading, cursor: Cursor | None = None, start: int = 0) -> Iterator[Item]:
    """Every record of one file, unread where its format allows that; what keeps the rest from being cut is the last refusal.

    `start` is the byte behind the `reading.before` first lines, for formats that `STARTS` says can start at one.
    """
    try:
        with open_input(file, cursor) as stream:
            reader = reader_of(file.name, stream)
            if start and STARTS.get(reader) == "byte":
                stream.seek(start)
            yield from reader(stream, file.name, reading)
    except InputRefusal as refusal:
        yield _refusal(refusal.reason, refusal.detail, file.name)
    except OSError as error:
        yield _refusal("unreadable", error.strerror or str(error), file.name)


def starts_of(file: InputFile) -> str | None:
    """Where the format of a file can start ("byte" or "row", see `STARTS`); None where only at its beginning, or where it cannot be opened."""
    try:
        with open_input(file) as stream:
            return STARTS.get(reader_of(file.name, stream)) if stream.seekable() else None
    except (InputRefusal, OSError):
        return None


def read_item(item: Item, reading: Reading, knowledge: Knowledge) -> Article | Refusal:
    """The article of a record that was cut, or why it is none."""
    if isinstance(item, Refusal):
        return item
    try:
        return article_of(item.open() if isinstance(item, Sealed) else item, reading, knowledge)
    except InputRefusal as refusal:
        return _refusal(refusal.reason, refusal.detail, item.path, item.line)


def _refusal(reason: str, detail: str, path: str, line: int | None = None) -> Refusal:
    return Refusal("input", _STAGE, reason, detail, source_path=path, source_line=line)
