"""What a run says while it works and when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a run is; `share` is the part of the inputs' records that has been read, from 0 to 1.

    Inside a shard every input counts as an article, and characters and claims are those of finished shards.
    """

    share: float
    inputs: int
    articles: int
    refused: int
    characters: int
    claims: int
    begun: float = 0.0
    """The share that an earlier run had done."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done.

    `inputs` are the records read: each one is a row of `sources` (an article, or one more source of one) or an input refusal.
    """

    out: Path | str
    inputs: int
    sources: int
    refused: int
    rows: Mapping[str, int]
    """Rows of each table."""
    reasons: Mapping[str, int]
    """Refused inputs by reason."""
    characters: int
    seconds: float
    unchanged: bool = False
    """The folder held the result of this very command already."""
    left: int = 0
    """Shards that other jobs of the array have still to do; the tables are not there before."""
    notes: tuple[str, ...] = ()
    """Models that were asked for and could not be had, one sentence each."""

    @property
    def articles(self) -> int:
        """Articles in the tables."""
        return self.rows["articles"]

    @property
    def duplicates(self) -> int:
        """Inputs whose text another input had."""
        return self.sources - self.articles
