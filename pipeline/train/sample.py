"""One training example: a text and the names in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """A text, its entities as (start, stop, label), and where its sentences start; offsets are code points."""

    text: str
    entities: tuple[tuple[int, int, str], ...]
    sentence_starts: tuple[int, ...] = (0,)


def read_samples(path: Path) -> Iterator[Sample]:
    """The samples of a JSON lines file (gzip where its name says so)."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            entities = tuple(sorted((int(start), int(stop), str(label)) for start, stop, label in row["entities"]))
            yield Sample(row["text"], entities, tuple(row.get("sentence_starts", (0,))))


def joined(parts: list[tuple[str, str]]) -> Sample:
    """A sample from pieces of text with their labels; an empty label is no entity.

    >>> joined([("To ", ""), ("Hue", "placeName"), (".", "")]).entities
    ((3, 6, 'placeName'),)
    """
    text, entities = "", []
    for piece, label in parts:
        if label:
            entities.append((len(text), len(text) + len(piece), label))
        text += piece
    return Sample(text, tuple(entities))


def run_together(samples: Iterable[Sample]) -> Sample:
    """One sample of several sentences, a space behind each."""
    parts: list[tuple[str, str]] = []
    for sample in samples:
        at = 0
        for start, stop, label in sample.entities:
            parts += [(sample.text[at:start], ""), (sample.text[start:stop], label)]
            at = stop
        parts.append((sample.text[at:] + " ", ""))
    return joined(parts)


def windows(sample: Sample, lengths: Iterator[int]) -> Iterator[Sample]:
    """The sample cut at its sentences into runs of as many as `lengths` says; no entity is cut."""
    starts = [*dict.fromkeys((0, *sample.sentence_starts)), len(sample.text)]
    at = 0
    while at < len(starts) - 1:
        end = min(at + next(lengths), len(starts) - 1)
        while end < len(starts) - 1 and any(start < starts[end] < stop for start, stop, _ in sample.entities):
            end += 1
        start, stop = starts[at], starts[end]
        inside = tuple((a - start, b - start, label) for a, b, label in sample.entities if start <= a and b <= stop)
        if sample.text[start:stop].strip():
            yield Sample(sample.text[start:stop], inside)
        at = end
