"""The inputs of a run, fingerprinted before it starts, so that it can say later whether they are the same."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.ingest import InputFile, input_files
from pipeline.remote import RemoteFile, answering

_CHUNK = 2**20


class Listed(NamedTuple):
    """A file of the inputs; `digest` is that of its bytes, or says why they cannot be read."""

    file: InputFile
    size: int
    digest: str


def list_inputs(inputs: Sequence[str], out: Path | str, spool: Callable[[BinaryIO], Path | RemoteFile]) -> list[Listed]:
    """Every file of the inputs, those of `out` left out; the standard input is kept where `spool` puts it, because a run reads it twice."""
    listed = []
    for file in input_files(inputs, out):
        if file.path is None:
            file = InputFile(spool(sys.stdin.buffer), file.name)  # noqa: PLW2901 - the same input at another place
        listed.append(_fingerprint(file))
    return listed


def digest_of(listed: Sequence[Listed]) -> str:
    """One digest of all inputs in their order."""
    total = hashlib.sha256()
    for file, _, digest in listed:
        total.update(f"{digest} {file.name}\n".encode())
    return total.hexdigest()


def _fingerprint(file: InputFile) -> Listed:
    path = file.path
    if path is None or (isinstance(path, Path) and not path.is_file()):
        return Listed(file, 0, "not a file")
    digest = hashlib.sha256()
    size = 0
    try:
        with answering(), path.open("rb") if isinstance(path, Path) else path.open() as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        return Listed(file, 0, f"unreadable: {error.strerror}")
    return Listed(file, size, digest.hexdigest())
