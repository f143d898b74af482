"""What one process has at hand for the tasks that it does: its knowledge and models, and the places in files at which it stopped reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

from pipeline.annotate.choose import Chosen, choose
from pipeline.config import RunConfig
from pipeline.ingest import Reading, cut_file
from pipeline.ingest.formats import Item
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Refusal
from pipeline.remote import RemoteFile
from pipeline.run.shards import Piece, Shard, from_json, to_json
from pipeline.write.store import Store
from pipeline.write.stores import store_at

ONLY = "only.json"
"""Where the plan names the records that a run is to read, if it is not all."""
_BLOCK = 1000
"""Shards whose pieces stand in one file of the plan."""


class Desk:
    """The state of a worker for one run; everything in it is only kept to save time."""

    def __init__(self, config: RunConfig) -> None:
        self.config = config
        self.store = store_at(config.out)
        self.reading = reading_of(config)
        self._block: tuple[int, list[Shard]] = (-1, [])
        self._open: tuple[object, int, Iterator[Item]] | None = None

    @cached_property
    def chosen(self) -> Chosen:
        """The trained models."""
        return choose(self.config.models)

    @cached_property
    def knowledge(self) -> Knowledge:
        """All knowledge, with the models."""
        return replace(load_knowledge(), annotators=self.chosen.annotators)

    @cached_property
    def wanted(self) -> Callable[[str | None, int | None], bool] | None:
        """Whether a record, by its path and line, is to be read, where a run reads some alone; None where it reads all."""
        only = self.store.kept(ONLY)
        if only is None:
            return None
        refused, there = ({(path, line) for path, line in only[name]} for name in ("refused", "there"))
        whole = tuple(only["whole"])
        inside = tuple(f"{name}/" for name in whole)

        def wanted(path: str | None, line: int | None) -> bool:
            of_whole = path in whole or (path or "").startswith(inside)
            return (path, line) in refused or (of_whole and (path, line) not in there)

        return wanted

    def shard(self, shard: int) -> Shard:
        """The pieces of a shard, from the plan on the disk."""
        number, place = divmod(shard, _BLOCK)
        if self._block[0] != number:
            self._block = number, read_block(self.store, number)
        return self._block[1][place]

    def cut(self, piece: Piece) -> Iterator[Item]:
        """The records of a piece and what follows them; a stream that stands before it already is read on, and not from its start."""
        segment, path = piece.segment, piece.file.path
        size, mark = _size_and_mark(path)
        # a file that could not be read has no size on record: its reader says what is the matter
        if size is not None and piece.size and size != piece.size:
            yield Refusal("input", "ingest", "changed", "the file has changed since the run began", source_path=piece.name)
            return
        origin = (piece.path, segment.start, segment.before, mark)
        passed, items = 0, cut_file(piece.file, replace(self.reading, before=segment.before), start=segment.start)
        if self._open is not None and self._open[0] == origin and self._open[1] <= segment.skip:
            _, passed, items = self._open
        self._open = None
        for _ in islice(items, segment.skip - passed):
            pass
        passed = segment.skip
        for item in items:
            passed += 1
            if passed == segment.skip + segment.records:
                self._open = origin, passed, items
            yield item


def _size_and_mark(path: Path | RemoteFile | None) -> tuple[int | None, object]:
    """A file's size, and what tells it from another one in its place; None where it is not there or says nothing."""
    if isinstance(path, RemoteFile):
        return path.mark()
    if path is None or not path.is_file():
        return None, None
    status = path.stat()
    return status.st_size, (status.st_ino, status.st_mtime_ns)


def reading_of(config: RunConfig) -> Reading:
    """How a run reads its sources."""
    fields = {str(field): key for field, key in config.fields.items()}
    return Reading(fields, config.language, config.day_first, config.max_chars, config.max_bytes, config.languages)


@lru_cache(maxsize=1)
def _desk_of(config: str, inputs: str) -> Desk:  # noqa: ARG001 - another list of inputs is another plan
    return Desk(RunConfig.model_validate_json(config))


def desk_of(config: RunConfig) -> Desk:
    """The desk of this process for a run; the last one is kept."""
    plan = store_at(config.out).plan()
    return _desk_of(config.model_dump_json(), plan["inputs"]["digest"] if plan else "")


def write_blocks(store: Store, shards: list[Shard]) -> None:
    """Write the plan of the shards where workers find it."""
    for number in range(0, len(shards), _BLOCK):
        store.keep(_name(number // _BLOCK), {"shards": [to_json(shard) for shard in shards[number:number + _BLOCK]]})


def read_block(store: Store, number: int) -> list[Shard]:
    """The shards of one file of the plan; empty where there is none."""
    kept = store.kept(_name(number))
    return [from_json(shard) for shard in kept["shards"]] if kept else []


def _name(number: int) -> str:
    return f"shards-{number:05d}.json"
