"""From finished shards under a URL to tables there: an earlier manifest first away, the new one last."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.errors import OutputError
from pipeline.remote import RemoteFolder
from pipeline.write.disk import json_text
from pipeline.write.package import describe_parts
from pipeline.write.store import COMMIT, MANIFEST, PACKAGE, PLAN, READY, SETTINGS, WORK
from pipeline.write.tables import EVERY, TABLES

PARTS = f"{WORK}/parts"
_LAID = f"{WORK}/{READY}/"
_PART = re.compile(r"part-([0-9]{5,})\.parquet")


def place_of(shard: int) -> str:
    """Where the parts of a shard stand."""
    return f"{PARTS}/{shard:05d}"


def part_names(folder: RemoteFolder, table: str) -> list[str]:
    """The names of a table's part files."""
    names = (name.removeprefix(f"{table}/") for name in folder.sizes(table))
    return sorted(name for name in names if _PART.fullmatch(name))


def publish(folder: RemoteFolder, commit: Mapping[str, Any], still_mine: Callable[[], None]) -> None:
    """Do what a commit says; doing it once more does no harm.

    `still_mine` raises where another run has the folder by now. Raises OutputError where the storage refuses or a copy is not whole.
    """
    first, shards = commit["first_part"], commit["shards"]
    sizes = folder.sizes(PARTS) | folder.sizes(_LAID.rstrip("/"))
    moves = {f"{place_of(shard)}/{name}.parquet": f"{name}/part-{first + shard:05d}.parquet" for shard in range(shards) for name in TABLES}
    if missing := [old for old in moves if old not in sizes]:
        raise OutputError(f"{len(missing)} parts of the run are gone, the first of them {folder.address(missing[0])}")
    moves |= {old: old.removeprefix(_LAID) for old in sizes if old.startswith(_LAID)}
    still_mine()
    folder.remove(MANIFEST)
    for stale in [f"{name}/{part}" for name in TABLES for part in part_names(folder, name) if _number(part) >= first + shards]:
        folder.remove(stale)
    folder.copy(list(moves.items()))
    folder.check({new: sizes[old] for old, new in moves.items()}, list(TABLES))
    _describe(folder)
    folder.write({SETTINGS: commit["settings"].encode("utf-8", "surrogateescape")})
    still_mine()
    folder.write({MANIFEST: json_text(commit["manifest"]).encode("utf-8", "surrogateescape")})
    # what stands in .work/ is enough to do all this once more until the commit is gone, and of no account when the plan is
    for name in (PLAN, COMMIT):
        folder.remove(f"{WORK}/{name}")
    folder.remove(WORK)


def _describe(folder: RemoteFolder) -> None:
    names = {table.name: [f"{table.name}/{part}" for part in part_names(folder, table.name)] for table in EVERY}
    folder.write({PACKAGE: json_text(describe_parts({name: parts for name, parts in names.items() if parts})).encode()})


def _number(part: str) -> int:
    found = _PART.fullmatch(part)
    return int(found[1]) if found is not None else -1
