"""Opening input files, compressed ones within limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from backports import zstd

from pipeline.errors import InputRefusal
from pipeline.ingest.files import InputFile
from pipeline.ingest.members import Members
from pipeline.remote import RemoteFile

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FREE = 64 * 2**20
"""Bytes that any compressed file may grow to."""
_RATIO = 250
"""Growth beyond which a larger file is a trap; news texts grow fourfold."""
_LARGEST_WINDOW = 27
"""Bits: zstd may ask for so much memory (128 MB), as its own tool allows."""
_MAGIC = 6
_DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile, NotImplementedError, OSError)
"""What the decompressors raise; an OSError with a number is the disk's."""


class Compression(NamedTuple):
    """A way of compressing files: its name (the reason of its refusals), endings, first bytes and reader."""

    name: str
    endings: tuple[str, ...]
    """The second one is short for a tar archive so compressed."""
    marks: tuple[bytes, ...]
    open: Callable[[BinaryIO], BinaryIO]


def _zstd(stream: BinaryIO) -> BinaryIO:
    return zstd.ZstdFile(stream, options={zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW})  # type: ignore[return-value]


def _bzip2(stream: BinaryIO) -> BinaryIO:
    return Members(stream, bz2.BZ2Decompressor)  # type: ignore[return-value]


def _xz(stream: BinaryIO) -> BinaryIO:
    return Members(stream, lzma.LZMADecompressor)  # type: ignore[return-value]


COMPRESSIONS: tuple[Compression, ...] = (
    Compression("gzip", (".gz", ".tgz"), (b"\x1f\x8b",), lambda stream: gzip.GzipFile(fileobj=stream)),  # type: ignore[arg-type,return-value]
    Compression("zstd", (".zst", ".tzst"), (b"\x28\xb5\x2f\xfd", *(bytes([mark]) + b"\x2a\x4d\x18" for mark in range(0x50, 0x60))), _zstd),
    Compression("bzip2", (".bz2", ".tbz2"), (b"BZh1", b"BZh9", *(b"BZh%d" % level for level in range(2, 9))), _bzip2),
    Compression("xz", (".xz", ".txz"), (b"\xfd7zXZ\x00",), _xz),
)
"""Every compression that is undone, whatever the file's name; a new one is a line here."""


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


class Growth:
    """How far something compressed has grown; raises InputRefusal where it grows without bounds."""

    def __init__(self, reason: str, packed: Callable[[], int]) -> None:
        """`packed` tells the bytes read so far of what is compressed."""
        self._reason = reason
        self._packed = packed
        self._grown = 0

    def add(self, count: int) -> None:
        """So many bytes have come out."""
        self._grown += count
        if self._grown > _FREE and self._grown > _RATIO * self._packed():
            raise InputRefusal(self._reason, f"grows more than {_RATIO}-fold: not a text that people write")


class Part(Protocol):
    """What bytes come out of."""

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes, what there is before it runs into damage; none at the end."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Unpacking(io.RawIOBase):
    """Bytes that come out of something compressed, in order, within its growth; damage is an InputRefusal."""

    def __init__(self, plain: Part, reason: str, growth: Growth) -> None:
        """`plain` gives the bytes."""
        self._plain = plain
        self._reason = reason
        self._growth = growth

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill a buffer; 0 at the end."""
        room = memoryview(buffer)
        try:
            data = self._plain.read1(len(room))
        except _DAMAGE as error:
            if isinstance(error, OSError) and error.errno:
                raise
            raise InputRefusal(self._reason, f"the compressed file is cut short or broken: {error}") from error
        room[:len(data)] = data
        self._growth.add(len(data))
        return len(data)

    def close(self) -> None:
        """Close what it reads from."""
        self._plain.close()
        super().close()


def open_input(file: InputFile, cursor: Cursor | None = None) -> io.BufferedReader:
    """The bytes of an input, decompressed where it is compressed; raises InputRefusal for what is no file, OSError where it cannot be read."""
    if file.path is None:
        return unpacked(sys.stdin.buffer)  # type: ignore[arg-type]
    if isinstance(file.path, RemoteFile):
        stream = file.path.open()
    elif not file.path.exists():
        raise FileNotFoundError(2, "no such file, or a link that leads nowhere")
    elif not file.path.is_file():
        raise InputRefusal("not_a_file", "neither a file nor a folder; give what comes through a pipe on the standard input, with -")
    else:
        stream = file.path.open("rb")
    if cursor is not None:
        cursor.enter(stream)
    return unpacked(stream)


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream itself, or what comes out of it where its first bytes say that it is compressed."""
    head = stream.peek(_MAGIC)[:_MAGIC]
    for one in COMPRESSIONS:
        if head.startswith(one.marks):
            return io.BufferedReader(Unpacking(_Both(one.open(stream), stream), one.name, Growth(one.name, _Told(stream).tell)))
    return stream


def plain_name(name: str) -> str:
    """A file's name in small letters without the ending of its compression.

    >>> plain_name("Dump.JSONL.zst"), plain_name("pages.tgz")
    ('dump.jsonl', 'pages.tar')
    """
    name = name.lower()
    for one in COMPRESSIONS:
        plain, tar = one.endings
        if name.endswith(tar):
            return name.removesuffix(tar) + ".tar"
        name = name.removesuffix(plain)
    return name


class _Both:
    """A decompressor that closes its file too."""

    def __init__(self, plain: BinaryIO, under: BinaryIO) -> None:
        self._plain, self._under = plain, under
        self.read1: Callable[[int], bytes] = plain.read1  # type: ignore[attr-defined]

    def close(self) -> None:
        self._plain.close()
        self._under.close()


class _Told:
    """Where a stream stands; a pipe does not say, and may grow without bounds only as slowly as it comes."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def tell(self) -> int:
        try:
            return self._stream.tell()
        except OSError:
            return sys.maxsize
