"""The plan of the work: which records of which files make a shard; small files go together, large ones are cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.ingest import InputFile, located


class Segment(NamedTuple):
    """A stretch of one file: `records` from the record behind `skip` others that follow on the place (`start`, `before`).

    `start` is a byte where the format can start at one, `before` the lines or rows before it (see `Reading.before`).
    """

    records: int
    start: int = 0
    before: int = 0
    skip: int = 0
    refused: tuple[str, str] | None = None
    """Reason and detail where the stretch cannot be cut into records: it is then one refused input."""


class Piece(NamedTuple):
    """A segment with its file."""

    path: str | None
    name: str
    size: int
    segment: Segment

    @property
    def file(self) -> InputFile:
        """The file as readers take it."""
        return located(self.path, self.name)


Shard = list[Piece]

_MOST_SHARDS = 90_000
"""Part files have numbers of five digits; runs of more records get larger shards."""


def cut_shards(pieces: Iterable[Piece], per: int, limit: int | None) -> list[Shard]:
    """The pieces put together to shards of at most `per` records; `limit` ends the plan after so many records; never empty."""
    shards: list[Shard] = []
    room = 0
    for piece in _limited(pieces, limit):
        if not shards or piece.segment.records > room:
            shards.append([])
            room = per
        shards[-1].append(piece)
        room -= piece.segment.records
    return shards or [[]]


def _limited(pieces: Iterable[Piece], limit: int | None) -> Iterator[Piece]:
    left = limit
    for piece in pieces:
        if left is None:
            yield piece
        elif left > 0:
            records = min(left, piece.segment.records)
            yield piece._replace(segment=piece.segment._replace(records=records))
            left -= records


def first_of(shard: Shard, records: int) -> Shard:
    """A shard's first records."""
    return list(_limited(shard, records))


def records_a_shard(wanted: int, records: int) -> int:
    """How many records a shard holds: as many as wanted, or more where the parts would be too many to number."""
    return max(wanted, -(-records // _MOST_SHARDS))


def to_json(shard: Shard) -> list[object]:
    """A shard as plain lists."""
    return [[piece.path, piece.name, piece.size, *piece.segment] for piece in shard]


def from_json(found: Sequence[Sequence[Any]]) -> Shard:
    """A shard of plain lists again."""
    return [Piece(path, name, size, segment_of(values)) for path, name, size, *values in found]


def segment_of(values: Sequence[Any]) -> Segment:
    """A segment of a plain list."""
    records, start, before, skip, refused = values
    return Segment(records, start, before, skip, (refused[0], refused[1]) if refused else None)
