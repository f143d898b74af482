"""The survey of files of many records: where they can be cut, found out by cutting records and reading none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.ingest import Cursor, InputFile, Reading, cut_file, holds_one, starts_of
from pipeline.ingest.formats import Item
from pipeline.ingest.record import Sealed
from pipeline.run.inputs import Listed
from pipeline.run.shards import Segment
from pipeline.run.watch import CUT, Care

_LARGEST = 16 * 2**20
"""Bytes of a segment's records: what a worker holds of them at once."""
_GROUP_FILES = 500
_GROUP_BYTES = 64 * 2**20


def needs_survey(file: InputFile) -> bool:
    """Whether a file may hold more records than one."""
    return not holds_one(file.name)


def groups_of(listed: Sequence[Listed]) -> list[range]:
    """Neighbouring files that are surveyed in one go, by their places in the list."""
    groups: list[range] = []
    first = size = 0
    for at, one in enumerate(listed):
        if at > first and (at - first >= _GROUP_FILES or size + one.size > _GROUP_BYTES):
            groups.append(range(first, at))
            first, size = at, 0
        size += one.size
    return [*groups, range(first, len(listed))] if listed else []


def survey_files(files: Sequence[InputFile], reading: Reading, per: int, care: Care, most: int | None = None) -> list[list[Segment]]:
    """The segments of each file, of its first `most` records where no more are wanted.

    The records of all files are counted on; a file in which a record has a verdict is cut up to there, and the rest of it is refused.
    """
    found: list[list[Segment]] = []
    count = 0
    for file in files:
        segments = [Segment(1)]
        if needs_survey(file):
            cursor = Cursor()
            segments, count = _survey(islice(cut_file(file, reading, cursor), most), (starts_of(file), per, count), care, cursor)
        found.append(segments)
    return found


def _survey(cut: Iterator[Item], known: tuple[str | None, int, int], care: Care, cursor: Cursor) -> tuple[list[Segment], int]:
    starts, per, count = known
    segments: list[Segment] = []
    place = ahead = Segment(0)
    size = passed = 0
    while True:
        care.watch.at(count, count, CUT)
        verdict, count = care.verdicts.get(count), count + 1
        if verdict is not None:
            refused = place._replace(records=1, skip=place.skip + place.records, refused=verdict[:2])
            return [*_whole(segments, place), refused], count
        item = next(cut, None)
        if item is None:
            return _whole(segments, place), count
        length = item.size if isinstance(item, Sealed) else 0
        if place.records and (place.records >= per or size + length > _LARGEST):
            segments.append(place)
            place, size = ahead, 0
        passed += 1
        size += length
        place = place._replace(records=place.records + 1)
        line = item.line if isinstance(item, Sealed) else None
        if starts == "byte" and line is not None:
            ahead = Segment(0, cursor.position(), line)
        else:
            ahead = Segment(0, 0, passed) if starts == "row" else Segment(0, 0, 0, passed)


def _whole(segments: list[Segment], place: Segment) -> list[Segment]:
    return [*segments, place] if place.records else segments
