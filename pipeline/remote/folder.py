"""A folder by its URL: files are put whole, looked at again, copied inside the storage, and removed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, BinaryIO

from pipeline.errors import OutputError
from pipeline.remote.urls import connect, said

_AT_ONCE = 500
"""Files that are asked for, or copied, in one call: drivers of object stores do these side by side."""


class RemoteFolder:
    """Names are relative to the folder. Methods raise UsageError where the URL cannot be opened, OutputError where the storage refuses."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    @cached_property
    def _connection(self) -> tuple[Any, str]:
        system, path = connect(self.url)
        return system, path.rstrip("/")

    def _at(self) -> tuple[Any, str]:
        # drivers keep listings and answer from them that a file is not there which another machine has put since
        self._connection[0].invalidate_cache()
        return self._connection

    def __str__(self) -> str:
        return self.url

    def address(self, name: str) -> str:
        """The URL of a file."""
        return f"{self.url}/{name}"

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        system, root = self._at()
        with self._telling("read"):
            try:
                return system.cat_file(f"{root}/{name}")  # type: ignore[no-any-return]
            except FileNotFoundError:
                return None

    def read_all(self, names: Sequence[str]) -> dict[str, bytes]:
        """The bytes of files that are there."""
        system, root = self._at()
        found: dict[str, bytes] = {}
        with self._telling("read"):
            for first in range(0, len(names), _AT_ONCE):
                some = [f"{root}/{name}" for name in names[first:first + _AT_ONCE]]
                found |= {path.removeprefix(f"{root}/"): data for path, data in system.cat(some).items()}
        return found

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put files of one folder, and see that they are there in their full length."""
        system, root = self._at()
        with self._telling("write to"):
            folder = f"{root}/{next(iter(files))}".rpartition("/")[0]
            self._make(folder)
            system.pipe({f"{root}/{name}": data for name, data in files.items()})
            system.invalidate_cache()
            if len(files) == 1:
                sizes = {name: system.info(f"{root}/{name}")["size"] for name in files}
            else:
                sizes = self.sizes(folder.removeprefix(root).strip("/"))
            self._check({name: len(data) for name, data in files.items()}, sizes)

    def put(self, name: str, stream: BinaryIO) -> None:
        """Put a file of what comes through a stream, of any length."""
        system, root = self._at()
        with self._telling("write to"), tempfile.NamedTemporaryFile() as copy:
            shutil.copyfileobj(stream, copy)
            copy.flush()
            self._make(f"{root}/{name}".rpartition("/")[0])
            system.put_file(copy.name, f"{root}/{name}")
            system.invalidate_cache()
            self._check({name: copy.tell()}, {name: system.info(f"{root}/{name}")["size"]})

    def names(self) -> list[str]:
        """The names at the top of the folder; empty where there is no folder."""
        system, root = self._at()
        with self._telling("read"):
            try:
                return sorted(path.rstrip("/").removeprefix(f"{root}/") for path in system.ls(root, detail=False))
            except FileNotFoundError:
                return []

    def sizes(self, inside: str) -> dict[str, int]:
        """The files in a folder of this one and in those below it, with their bytes; empty where there is no such folder."""
        system, root = self._at()
        with self._telling("read"):
            try:
                found = system.find(f"{root}/{inside}", detail=True)
            except FileNotFoundError:
                return {}
        return {path.removeprefix(f"{root}/"): one["size"] for path, one in found.items()}

    def copy(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Copy files inside the storage, each to its new name."""
        system, root = self._at()
        with self._telling("write to"):
            for folder in sorted({new.rpartition("/")[0] for _, new in pairs}):
                self._make(f"{root}/{folder}")
            for first in range(0, len(pairs), _AT_ONCE):
                some = pairs[first:first + _AT_ONCE]
                try:
                    system.copy([f"{root}/{old}" for old, _ in some], [f"{root}/{new}" for _, new in some])
                except NotImplementedError:
                    for old, new in some:
                        system.pipe_file(f"{root}/{new}", system.cat_file(f"{root}/{old}"))

    def check(self, wanted: Mapping[str, int], inside: Sequence[str]) -> None:
        """See that files stand in some folders in their full length."""
        sizes: dict[str, int] = {}
        for folder in inside:
            sizes |= self.sizes(folder)
        self._check(wanted, sizes)

    def remove(self, name: str) -> None:
        """Remove a file, or a folder with all that is in it, where there is one."""
        system, root = self._at()
        with self._telling("write to"):
            if system.exists(f"{root}/{name}"):
                system.rm(f"{root}/{name}", recursive=True)

    def _make(self, folder: str) -> None:
        system, _ = self._at()
        # object stores, whose drivers are asynchronous, have no folders, and would make a bucket of a name that was mistyped
        if not system.async_impl:
            system.makedirs(folder, exist_ok=True)

    def _check(self, wanted: Mapping[str, int], found: Mapping[str, int]) -> None:
        for name, size in wanted.items():
            if found.get(name) != size:
                raise OutputError(f"{self.address(name)} has {found.get(name, 'no')} bytes where {size} were put")

    @contextmanager
    def _telling(self, doing: str) -> Iterator[None]:
        try:
            yield
        except OutputError:
            raise
        except Exception as error:
            raise OutputError(f"cannot {doing} {self.url}: {said(error)}") from error
