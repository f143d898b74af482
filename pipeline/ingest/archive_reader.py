"""Archives: the files in a zip or tar archive, each read as if it lay in a folder of the archive's name."""

from __future__ import annotations

import io
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from pipeline.errors import InputRefusal
from pipeline.ingest.opening import Growth, Part, Unpacking
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.ingest.text_reader import read_whole
from pipeline.records import Refusal

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MOST_MEMBERS = 1_000_000
_LONGEST_NAME = 1024
_TRICK = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f\x7f]")
"""Names that lead out of the archive; nothing is ever written under a member's name, but who reads our tables may do it."""
_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, EOFError, zlib.error, struct.error, UnicodeDecodeError, ValueError,
    OSError,
)
"""What the standard library raises on a damaged or encrypted archive."""

Item = Record | Sealed | Refusal
ReadMember = Callable[[io.BufferedReader, str, Reading], Iterator[Item]]


def read_zip(stream: io.BufferedReader, name: str, reading: Reading, read_member: ReadMember, holds_one: Callable[[str], bool]) -> Iterator[Item]:
    """The records of the files in a zip archive; files of one record are not unpacked before they are wanted."""
    if not stream.seekable():
        stream = io.BufferedReader(io.BytesIO(read_whole(stream, reading.max_bytes)))
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise InputRefusal("zip", f"not a whole zip archive: {error}") from error
    members = archive.infolist()
    _count(len(members), "zip")
    size = stream.seek(0, io.SEEK_END)
    growth = Growth("zip", lambda: size)
    members = [member for member in members if not member.filename.endswith("/") and not _is_hidden(member.filename)]
    if not members:
        raise InputRefusal("empty", "the archive holds no files")
    for member in members:
        path, refusal = _path_of(name, member.filename)
        if refusal is not None:
            yield refusal
        elif holds_one(path):
            yield Sealed(path, None, partial(_open_one, archive, member, path, growth, reading, read_member), member.file_size)
        else:
            yield from _guarded(partial(_open_zipped, archive, member, growth), path, reading, read_member)


def _open_one(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, growth: Growth, reading: Reading, read_member: ReadMember,
) -> Record:
    """The record of a file that holds one."""
    for item in _guarded(partial(_open_zipped, archive, member, growth), path, reading, read_member):
        if isinstance(item, Refusal):
            raise InputRefusal(item.reason, item.detail)
        return item.open() if isinstance(item, Sealed) else item
    raise InputRefusal("empty", "the file is empty")


def _open_zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, growth: Growth) -> io.BufferedReader:
    try:
        return io.BufferedReader(Unpacking(archive.open(member), "zip", growth))  # type: ignore[arg-type]
    except _BROKEN as error:
        raise InputRefusal("zip", f"a file of the archive cannot be unpacked: {error}") from error


def read_tar(stream: io.BufferedReader, name: str, reading: Reading, read_member: ReadMember) -> Iterator[Item]:
    """The records of the files in a tar archive, read from front to end."""
    try:
        archive = tarfile.open(fileobj=stream, mode="r|", errors="surrogateescape")  # noqa: SIM115 - it is read as long as its records are
    except _BROKEN as error:
        raise InputRefusal("tar", f"not a whole tar archive: {error}") from error
    count = files = 0
    while member := _next_in(archive):
        count += 1
        _count(count, "tar")
        # the archive remembers every member that it has passed, a million of them too
        archive.members.clear()  # type: ignore[attr-defined]
        if member.isdir() or _is_hidden(member.name):
            continue
        files += 1
        path, refusal = _path_of(name, member.name)
        if refusal is not None:
            yield refusal
        elif not member.isreg():
            yield Refusal("input", "ingest", "not_a_file", "a link or a device in an archive is not followed", source_path=path)
        else:
            yield from _guarded(partial(_open_in_tar, archive, member), path, reading, read_member)
    if not files:
        raise InputRefusal("empty", "the archive holds no files")


def _next_in(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except _BROKEN as error:
        raise InputRefusal("tar", f"the archive is cut short or broken: {error}") from error


def _open_in_tar(archive: tarfile.TarFile, member: tarfile.TarInfo) -> io.BufferedReader:
    part = archive.extractfile(member)
    if part is None:
        raise InputRefusal("not_a_file", "nothing to read")
    return io.BufferedReader(_Member(part, member.size))  # type: ignore[arg-type]


class _Member(io.RawIOBase):
    """A file in a tar archive, which may not be shorter than it is said to be."""

    def __init__(self, part: Part, size: int) -> None:
        self._part = part
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer)
        try:
            data = self._part.read1(len(room))
        except _BROKEN as error:
            raise InputRefusal("tar", f"the archive is cut short or broken: {error}") from error
        if not data and self._left and room:
            raise InputRefusal("tar", "the archive is cut short")
        room[:len(data)] = data
        self._left -= len(data)
        return len(data)


def _guarded(open_member: Callable[[], io.BufferedReader], path: str, reading: Reading, read_member: ReadMember) -> Iterator[Item]:
    """The records of one file of an archive; what is wrong with it does not touch its neighbours."""
    try:
        with open_member() as stream:
            yield from read_member(stream, path, reading)
    except InputRefusal as refusal:
        yield Refusal("input", "ingest", refusal.reason, refusal.detail, source_path=path)


def _count(members: int, kind: str) -> None:
    if members > _MOST_MEMBERS:
        raise InputRefusal(kind, f"more than {_MOST_MEMBERS} files; unpack it and give the folder")


def _is_hidden(name: str) -> bool:
    """Whether a file would be passed by in a folder; `__MACOSX` holds what a Mac adds to each file."""
    return not _TRICK.search(name) and any((part.startswith(".") and part != ".") or part == "__MACOSX" for part in name.split("/"))


def _path_of(archive: str, name: str) -> tuple[str, Refusal | None]:
    """The path of a file in the tables, and a refusal where its name is a trick."""
    plain = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    path = f"{archive}/{plain.removeprefix('./')}"
    if _TRICK.search(name) or len(name) > _LONGEST_NAME:
        shown = re.sub(r"[\x00-\x1f\x7f]", "\ufffd", plain)[:_LONGEST_NAME]
        return path, Refusal("input", "ingest", "unsafe_path", f"a file of the archive is called {shown!r}", source_path=archive)
    return path, None
