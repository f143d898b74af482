"""From the inputs that a user names to the files that they mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.remote import RemoteFile, is_url, remote_files

STDIN = "-"
_MAGIC = frozenset("*?[")


class InputFile(NamedTuple):
    """A file to read, and the name under which the tables know it: as given, or relative to the given folder."""

    path: Path | RemoteFile | None
    """None for the standard input."""
    name: str


def located(path: str | None, name: str) -> InputFile:
    """The file at what `str` says of an `InputFile.path`."""
    if path is None:
        return InputFile(None, name)
    return InputFile(RemoteFile(path) if is_url(path) else Path(path), name)


def input_files(inputs: Sequence[str], but: Path | str | None = None) -> Iterator[InputFile]:
    """Every file of the inputs in order, folders and globs sorted; raises UsageError where an input names nothing.

    `but` is a folder (or its URL) to be left out where another one holds it: a run does not read its own tables.
    """
    for given in inputs:
        if given == STDIN:
            yield InputFile(None, STDIN)
        elif is_url(given):
            yield from (InputFile(file, name) for file, name in remote_files(given, but if isinstance(but, str) else None))
        elif (path := Path(given)).is_dir():
            yield from _folder(path, but if isinstance(but, Path) else None)
        elif path.exists() or path.is_symlink():
            yield InputFile(path, _name(given))
        elif _MAGIC.isdisjoint(given):
            raise UsageError(f"there is no {given!r}: give a file, a folder, a glob or - for the standard input")
        else:
            yield from _matches(given)


def _matches(pattern: str) -> Iterator[InputFile]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - pathlib cannot glob an absolute pattern
    if not found:
        raise UsageError(f"nothing matches {pattern!r}")
    for name in found:
        if not Path(name).is_dir():
            yield InputFile(Path(name), _name(name))


def _name(given: str) -> str:
    """A name that may stand in a table: file systems allow bytes that are no text."""
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folder(root: Path, but: Path | None) -> Iterator[InputFile]:
    """The files of a folder and its folders, hidden ones left out; a link back to a folder above is not followed."""
    seen: set[tuple[int, int]] = set()
    for folder, folders, files in os.walk(root, followlinks=True):
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in seen or (but is not None and Path(folder).resolve() == but.resolve()):
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(folder, name)
                yield InputFile(path, _name(path.relative_to(root).as_posix()))
