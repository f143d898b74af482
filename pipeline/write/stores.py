"""Which store a place has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import OutputError
from pipeline.write.disk_store import DiskStore
from pipeline.write.remote_store import RemoteStore
from pipeline.write.store import MANIFEST, Store


def store_at(place: Path | str) -> Store:
    """The store of a folder on a disk, or of one that a URL names."""
    return DiskStore(place) if isinstance(place, Path) else RemoteStore(place)


def finished_at(place: Path | str, store: Store) -> dict[str, Any]:
    """The manifest of the finished run in a store; raises OutputError where there is none."""
    found = store.manifest()
    if found is None:
        raise OutputError(f"no {MANIFEST} under {place}: is it the --out of a finished run?")
    return found
