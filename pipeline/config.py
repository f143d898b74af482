"""What a run is told to do, checked before anything is read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FIELDS = ("text", "title", "url", "published", "updated", "crawled", "language")
"""What an input record may say of its article; the keys of `RunConfig.fields`."""

FieldName = Literal["text", "title", "url", "published", "updated", "crawled", "language"]
ExportFormat = Literal[
    "csv", "jsonl", "sqlite", "duckdb", "xlsx", "brat", "label-studio", "prodigy", "doccano", "docbin", "web-annotation", "datasette", "claim-review",
]

_NOT_OF_THE_RESULT = frozenset({"inputs", "out", "append", "formats", "workers", "engine", "part", "recycle", "max_refused"})


class RunConfig(BaseModel):
    """The settings of one run; an unknown key is an error.

    `fields` says under which key, column or name the source keeps what: `{"text": "body"}`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: tuple[str, ...] = Field(min_length=1)
    """Files, folders, globs, or `-` for the standard input."""
    out: Path
    fields: dict[FieldName, str] = Field(default_factory=dict)
    language: str | None = None
    """The language of every article whose source does not say it (BCP 47); a hint, as any language that a source gives."""
    day_first: bool = True
    """How a source's `03/04/2025` is read: the third of April, or (False) the fourth of March."""
    models: dict[str, str] = Field(default_factory=dict)
    """The trained model of a language: a folder, an installed spaCy package, `stanza:DIR`, `auto` (what is installed, else what
    is shipped) or `none`; `*` is every language that has one. Empty: rules alone."""
    append: bool = False
    limit: int | None = Field(default=None, ge=1)
    """Stop after so many input records."""
    formats: tuple[ExportFormat, ...] = ()
    """Other formats written beside the parquet tables."""
    shard_articles: int = Field(default=500, ge=1, le=100_000)
    """Input records to a part file."""
    workers: int | None = Field(default=None, ge=0)
    """Worker processes; None is one a core, 0 does all work in this process, where no deadline and no memory limit can hold."""
    engine: str = "local"
    """What hands out the work: see `run.engine.ENGINES`."""
    part: tuple[int, int] | None = None
    """`(2, 8)`: do the second of eight shares of the shards, as one job of an array; whichever job ends last puts the tables together."""
    deadline: float = Field(default=60.0, gt=0)
    """Processor seconds for one article; one that needs more is refused. (Ten times as long by the clock, where a worker hangs.)"""
    memory: int = Field(default=3072, ge=256)
    """MB that a worker may hold; the article at which it holds more is refused."""
    recycle: int = Field(default=40, ge=1)
    """Shards after which a worker is replaced by a fresh one."""
    max_refused: float | None = Field(default=None, ge=0, le=1)
    """The share of refused inputs above which a finished run counts as failed."""
    max_chars: int = Field(default=5_000_000, ge=1)
    """A longer article is refused."""
    max_bytes: int = Field(default=64 * 2**20, ge=1)
    """A longer file of one record (or a longer line of a file of many) is refused."""

    def settings(self) -> dict[str, object]:
        """What decides about the tables' content, inputs apart."""
        return self.model_dump(mode="json", exclude=set(_NOT_OF_THE_RESULT))

    def digest(self) -> str:
        """A digest of `settings`."""
        return hashlib.sha256(json.dumps(self.settings(), sort_keys=True).encode()).hexdigest()
