"""Files that are there whole or not at all, and locks that end with their process."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError


def lock(descriptor: int, kind: int, *, wait: bool = False) -> bool:
    """Whether a lock of a kind of `fcntl` could be had; `wait` until it can."""
    try:
        fcntl.flock(descriptor, kind if wait else kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; raises OutputError where it cannot be read or is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot read {path}: {error}") from error
    if not isinstance(found, dict):
        raise OutputError(f"cannot read {path}: not an object")
    return found


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write an object as JSON, whole or not at all."""
    write_whole(path, json_text(content))


def json_text(content: Mapping[str, object]) -> str:
    """An object as we write it in JSON."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def write_whole(path: Path, text: str) -> None:
    """Write a text beside its place, see it on the disk, then move it there; raises OutputError where the disk refuses."""
    torn = path.with_name(path.name + ".torn")
    try:
        with torn.open("w", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        torn.rename(path)
        sync(path.parent)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def sync(folder: Path) -> None:
    """See a folder's renames safely on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
