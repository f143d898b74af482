"""From listed inputs to the plan of the shards on the disk: files of many records are surveyed first, by the same engine that reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.config import RunConfig
from pipeline.run.desk import write_blocks
from pipeline.run.engine import Engine, Told
from pipeline.run.inputs import Listed
from pipeline.run.shards import Piece, Segment, cut_shards, records_a_shard
from pipeline.run.survey import groups_of
from pipeline.run.tasks import SURVEY, Task, file_of, segments_in
from pipeline.write.store import Store

_PLANNED = "shards.json"


def plan_shards(store: Store, config: RunConfig, listed: Sequence[Listed], engine: Engine, told: Told) -> tuple[int, int]:
    """The number of shards and of records, cut and written down unless an earlier run of the same command did it."""
    kept = store.kept(_PLANNED)
    if kept is None:
        groups: Sequence[range] = groups_of(listed)
        for number, group in enumerate(groups):
            files = [[str(file.path) if file.path is not None else None, file.name] for file in (listed[at].file for at in group)]
            store.keep(f"files-{number:05d}.json", {"files": files, "per": config.shard_articles, "most": config.limit})
        groups = _surveyed(store, config, groups, engine, told)
        pieces = list(_pieces(store, listed, groups))
        records = sum(piece.segment.records for piece in pieces)
        shards = cut_shards(pieces, records_a_shard(config.shard_articles, records), config.limit)
        write_blocks(store, shards)
        kept = {"shards": len(shards), "records": sum(piece.segment.records for shard in shards for piece in shard)}
        store.keep(_PLANNED, kept)
    return kept["shards"], kept["records"]


def _surveyed(store: Store, config: RunConfig, groups: Sequence[range], engine: Engine, told: Told) -> Sequence[range]:
    """Have the files surveyed; where a limit ends the run early, only the groups before it."""
    if config.limit is None:
        tasks = [Task(SURVEY, number) for number in range(len(groups))]
        engine.work([task for task in tasks if store.kept(file_of(task)) is None], told)
        return groups
    records = 0
    for number in range(len(groups)):
        if records >= config.limit:
            return groups[:number]
        task = Task(SURVEY, number)
        engine.work([task], told)
        found = segments_in(store.kept(file_of(task)) or {"segments": []})
        records += sum(segment.records for its in found for segment in its)
    return groups


def _pieces(store: Store, listed: Sequence[Listed], groups: Sequence[range]) -> Iterator[Piece]:
    for number, group in enumerate(groups):
        found: list[list[Segment]] = segments_in(store.kept(file_of(Task(SURVEY, number))) or {"segments": []})
        for at, segments in zip(group, found, strict=True):
            file, size, _ = listed[at]
            for segment in segments:
                yield Piece(str(file.path) if file.path is not None else None, file.name, size, segment)
