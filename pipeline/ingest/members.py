"""Compressed streams of several members, of which the standard library passes by in silence what stands behind the last one."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, Protocol


class Decompressor(Protocol):
    """What `bz2` and `lzma` give for one member."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out of what went in."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end of the member."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """What comes out, up to a length."""


class Members:
    """What comes out of a stream, member by member; raises EOFError where it is cut, OSError or the library's error where garbage follows."""

    def __init__(self, stream: BinaryIO, fresh: Callable[[], Decompressor]) -> None:
        """`fresh` makes the decompressor of a member."""
        self._stream, self._fresh = stream, fresh
        self._one: Decompressor | None = None
        self._fed = b""

    def read1(self, size: int) -> bytes:
        """Some bytes; none at the end."""
        while True:
            if self._one is None or self._one.eof:
                left = self._one.unused_data if self._one is not None else b""
                # zeros fill up the room between members and behind the last one
                while not (left := left.lstrip(b"\0")):
                    left = self._stream.read(io.DEFAULT_BUFFER_SIZE)
                    if not left:
                        return b""
                self._one, self._fed = self._fresh(), left
            elif self._one.needs_input:
                self._fed = self._stream.read(io.DEFAULT_BUFFER_SIZE)
                if not self._fed:
                    raise EOFError("the stream ends before its last member does")
            data = self._one.decompress(self._fed, size)
            self._fed = b""
            if data:
                return data

    def close(self) -> None:
        """Nothing is held but the stream, which its owner closes."""
