"""Files by their URL, read in place: no copy is made, and a lost connection is never taken for a damaged file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.errors import OutputError, UsageError
from pipeline.remote.urls import connect, said

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MAGIC = "*?["
_BUFFER = 2**18


class RemoteLost(BaseException):
    """Storage did not answer. No `Exception`: a reader that takes any error for a fault of the file must not get hold of it."""


@contextmanager
def answering() -> Iterator[None]:
    """Work that reads files by URL; raises OutputError where storage does not answer, once no reader is left in between."""
    try:
        yield
    except RemoteLost as lost:
        raise OutputError(str(lost)) from lost


class RemoteFile:
    """A file by its URL."""

    def __init__(self, url: str) -> None:
        self.url = url

    def __str__(self) -> str:
        return self.url

    def open(self) -> io.BufferedReader:
        """Its bytes; raises FileNotFoundError where it is not there, RemoteLost where storage does not answer."""
        system, path = connect(self.url)
        try:
            system.invalidate_cache()
            return io.BufferedReader(_Bytes(system.open(path, "rb"), self.url), _BUFFER)
        except FileNotFoundError as error:
            raise FileNotFoundError(2, "no such file") from error
        except Exception as error:
            raise RemoteLost(f"cannot read {self.url}: {said(error)}") from error

    def mark(self) -> tuple[int | None, object]:
        """Its size, and what changes when its bytes do; a size of None where storage does not say, or has no such file."""
        system, path = connect(self.url)
        try:
            system.invalidate_cache()
            found = system.info(path)
            return found.get("size"), str(sorted(found.items(), key=str))
        except FileNotFoundError:
            return None, None
        except Exception as error:
            raise RemoteLost(f"cannot read {self.url}: {said(error)}") from error


class _Bytes(io.RawIOBase):
    """A file of fsspec as a raw stream of its own: several of one file may be open, each at its place."""

    def __init__(self, stream: Any, url: str) -> None:
        self._stream, self._url = stream, url
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._stream.seekable())

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        try:
            self._at = self._stream.seek(offset if whence != io.SEEK_CUR else self._at + offset, 0 if whence == io.SEEK_CUR else whence)
        except Exception as error:
            raise RemoteLost(f"cannot read {self._url}: {said(error)}") from error
        return self._at

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer)
        try:
            if self._stream.tell() != self._at:
                self._stream.seek(self._at)
            data = self._stream.read(len(room))
        except Exception as error:
            raise RemoteLost(f"cannot read {self._url}: {said(error)}") from error
        room[:len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def remote_files(url: str, but: str | None = None) -> list[tuple[RemoteFile, str]]:
    """The files of a URL (a file, a folder without what is hidden in it, a glob) in order, each with its name in the tables.

    Those under the URL `but` are left out. Raises UsageError where it names nothing or cannot be listed.
    """
    system, path = connect(url)
    try:
        system.invalidate_cache()
        found = _found(system, path)
    except FileNotFoundError:
        found = []
    except Exception as error:
        raise UsageError(f"cannot read {url}: {said(error)}") from error
    if not found:
        raise UsageError(f"there is nothing at {url}: give the URL of a file, a folder or a glob")
    left_out = _whole(*connect(but)).rstrip("/") + "/" if but is not None else None
    listed = [(_whole(system, one), name or url) for one, name in found]
    return [(RemoteFile(address), name) for address, name in listed if left_out is None or not address.startswith(left_out)]


def _found(system: Any, path: str) -> list[tuple[str, str | None]]:
    """Paths with their names; None for the one that was given."""
    if any(mark in path for mark in _MAGIC) and not system.exists(path):
        matched = system.glob(path, detail=True)
        return [(one, _whole(system, one)) for one in sorted(matched) if matched[one]["type"] == "file"]
    if system.info(path)["type"] != "directory":
        return [(path, None)]
    root = path.rstrip("/") + "/"
    inside = [(one, one.removeprefix(root)) for one in sorted(system.find(path))]
    return [(one, name) for one, name in inside if not any(part.startswith(".") for part in name.split("/"))]


def _whole(system: Any, path: str) -> str:
    return str(system.unstrip_protocol(path))
