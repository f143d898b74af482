"""Opening input files, compressed ones within limits."""

from __future__ import annotations

import gzip
import io
import sys
from typing import TYPE_CHECKING, BinaryIO

from pipeline.errors import InputRefusal
from pipeline.ingest.files import InputFile

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FREE = 64 * 2**20
"""Bytes that any compressed file may grow to."""
_RATIO = 250
"""Growth beyond which a larger file is a trap; news texts grow fourfold."""
_GZIP = b"\x1f\x8b"


class Cursor:
    """How many bytes of the inputs have been read, as they lie on the disk."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self._left = 0
        self._stream: BinaryIO | None = None

    def enter(self, stream: BinaryIO) -> None:
        """Watch a file."""
        self._stream = stream

    def leave(self, size: int) -> None:
        """A file of `size` bytes is done."""
        self._left += size
        self._stream = None

    def position(self) -> int:
        """Bytes of all files so far."""
        return self._left + (self._stream.tell() if self._stream is not None and not self._stream.closed else 0)


class _Inflating(io.RawIOBase):
    """A gzip file (of any number of members) that refuses to grow without bounds."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._plain = gzip.GzipFile(fileobj=stream)
        self._grown = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer)
        # read1 hands over what there is before it runs into a broken member
        data = self._plain.read1(len(room))
        count = len(data)
        room[:count] = data
        self._grown += count
        if self._grown > _FREE and self._grown > _RATIO * self._stream.tell():
            raise InputRefusal("gzip", f"grows more than {_RATIO}-fold: not a text that people write")
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()


def open_input(file: InputFile, cursor: Cursor | None = None) -> io.BufferedReader:
    """The bytes of an input, decompressed where it is a gzip file; raises InputRefusal for what is no file, OSError where it cannot be read."""
    if file.path is None:
        return sys.stdin.buffer  # type: ignore[return-value]
    if not file.path.exists():
        raise FileNotFoundError(2, "no such file, or a link that leads nowhere")
    if not file.path.is_file():
        raise InputRefusal("not_a_file", "neither a file nor a folder; give what comes through a pipe on the standard input, with -")
    stream = file.path.open("rb")
    if cursor is not None:
        cursor.enter(stream)
    if stream.peek(2)[:2] == _GZIP:
        return io.BufferedReader(_Inflating(stream))
    return stream
