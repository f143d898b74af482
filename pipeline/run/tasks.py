"""The three kinds of task that an engine hands out; each finds what it needs on the disk and leaves what it found there."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.config import RunConfig
from pipeline.ingest import located
from pipeline.remote import answering
from pipeline.run.desk import Desk, desk_of
from pipeline.run.shard import work_on_shard
from pipeline.run.shards import Segment, segment_of
from pipeline.run.survey import survey_files
from pipeline.run.watch import Care

MODELS, SURVEY, SHARD = "models", "survey", "shard"


class Task(NamedTuple):
    """One thing to do, by its number among those of its kind."""

    kind: str
    number: int


def process(task: Task, config: RunConfig, care: Care | None = None) -> None:
    """Do a task in whatever process this is; raises OutputError where the disk refuses or storage does not answer. Doing it twice does no harm."""
    work_on(task, desk_of(config), care or Care())


def work_on(task: Task, desk: Desk, care: Care) -> None:
    """The same at a desk that is at hand."""
    if task.kind == MODELS:
        desk.store.keep(file_of(task), {"told": list(desk.chosen.told), "notes": [refusal.detail for refusal in desk.chosen.refusals]})
        return
    with answering():
        if task.kind == SHARD:
            work_on_shard(task.number, desk, care)
        else:
            _survey(task, desk, care)


def file_of(task: Task) -> str:
    """The file under which a task that is no shard keeps what it found."""
    return f"{task.kind}-{task.number:05d}.json"


def _survey(task: Task, desk: Desk, care: Care) -> None:
    asked = desk.store.kept(f"files-{task.number:05d}.json") or {}
    files = [located(path, name) for path, name in asked["files"]]
    found = survey_files(files, desk.reading, asked["per"], care, asked["most"])
    desk.store.keep(file_of(task), {"segments": found})


def segments_in(found: dict[str, list[list[list[Any]]]]) -> list[list[Segment]]:
    """What a survey kept, as segments again."""
    return [[segment_of(values) for values in its] for its in found["segments"]]
