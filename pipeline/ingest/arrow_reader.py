"""Columnar files: Parquet, Arrow and Feather, one article a row."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import InputRefusal
from pipeline.ingest.keys import columns_of
from pipeline.ingest.record import Reading, Record, Sealed

_BATCH = 1000
_BROKEN = (pa.ArrowException, OSError, UnicodeDecodeError, MemoryError)
"""What pyarrow raises on a damaged file: lengths that no memory holds and names that are no text are among it."""


def read_parquet(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Sealed]:
    """The records of a Parquet file; only the columns that are needed are read, and row groups before the first wanted row are not."""
    try:
        file = pq.ParquetFile(_seekable(stream, reading))
        columns = _columns(file.schema_arrow, reading)
        group = before = 0
        while group < file.num_row_groups and before + file.metadata.row_group(group).num_rows <= reading.before:
            before += file.metadata.row_group(group).num_rows
            group += 1
        groups = range(group, file.num_row_groups)
        batches = file.iter_batches(batch_size=_BATCH, row_groups=groups, columns=list(dict.fromkeys(columns.values())))
        for record in _records(batches, columns, name, before):
            if record.line > reading.before:  # type: ignore[operator]
                yield record
    except _BROKEN as error:
        raise InputRefusal("parquet", f"not a whole Parquet file: {error}") from error


def read_arrow(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Sealed]:
    """The records of an Arrow file or stream, or of a Feather file."""
    source = _seekable(stream, reading)
    try:
        try:
            file = pa.ipc.open_file(source)
            batches = (file.get_batch(number) for number in range(file.num_record_batches))
        except pa.ArrowInvalid:
            source.seek(0)
            file = batches = pa.ipc.open_stream(source)
        yield from _records(batches, _columns(file.schema, reading), name)
    except _BROKEN as error:
        raise InputRefusal("arrow", f"not a whole Arrow file: {error}") from error


def _seekable(stream: io.BufferedReader, reading: Reading) -> io.BufferedReader | io.BytesIO:
    """These files are read from their end: one that comes compressed or through a pipe must be read whole first."""
    if stream.seekable():
        return stream
    data = stream.read(reading.max_bytes + 1)
    if len(data) > reading.max_bytes:
        raise InputRefusal("too_large", f"more than {reading.max_bytes} bytes")
    return io.BytesIO(data)


def _columns(schema: pa.Schema, reading: Reading) -> dict[str, str]:
    columns = columns_of(schema.names, reading.fields)
    for column in columns.values():
        if schema.names.count(column) > 1:
            raise InputRefusal("duplicate_key", f"{schema.names.count(column)} columns are called {column!r}")
    kind = schema.field(columns["text"]).type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise InputRefusal("no_text", f"the column {columns['text']!r} holds {kind}, not text")
    return columns


def _records(batches: Iterable[pa.RecordBatch], columns: Mapping[str, str], name: str, number: int = 0) -> Iterator[Sealed]:
    for batch in batches:
        # an Arrow file is memory as it was: offsets that point outside it would end the process, not raise
        batch.validate(full=True)
        cells = {field: batch.column(batch.schema.get_field_index(column)) for field, column in columns.items()}
        for row in range(batch.num_rows):
            number += 1
            yield Sealed(name, number, partial(_of_row, cells, row, name, number))


def _of_row(cells: Mapping[str, pa.Array], row: int, name: str, number: int) -> Record:
    try:
        said = {field: values[row].as_py() for field, values in cells.items()}
    except (UnicodeDecodeError, ValueError, OverflowError) as error:
        raise InputRefusal("encoding", f"a value cannot be read: {error}") from error
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()
    return Record(name, number, said, digest, "utf-8")
