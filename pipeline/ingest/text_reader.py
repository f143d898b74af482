"""Plain text: a file is an article."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from pipeline.errors import InputRefusal
from pipeline.ingest.decoding import decode
from pipeline.ingest.record import Reading, Record


def read_whole(stream: io.BufferedReader, limit: int) -> bytes:
    """All bytes of a stream; raises InputRefusal beyond `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputRefusal("too_large", f"more than {limit} bytes")
    return data


def read_text(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Record]:
    """The one record of a text file."""
    data = read_whole(stream, reading.max_bytes)
    text, encoding = decode(data)
    yield Record(name, None, {"text": text}, hashlib.sha256(data).hexdigest(), encoding)
