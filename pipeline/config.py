"""What a run is told to do, checked before anything is read."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from pipeline.errors import UsageError
from pipeline.remote.urls import is_url, why_no_url

FIELDS = ("text", "title", "url", "published", "updated", "crawled", "language")
"""What an input record may say of its article; the keys of `RunConfig.fields`."""

FieldName = Literal["text", "title", "url", "published", "updated", "crawled", "language"]
ExportFormat = Literal[
    "csv", "jsonl", "sqlite", "duckdb", "xlsx", "brat", "label-studio", "prodigy", "doccano", "docbin", "web-annotation", "datasette", "claim-review",
]

_CRUSHED = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:/")
_OF_ONE_PROCESS = "memory://"
_NOT_OF_THE_RESULT = frozenset({"inputs", "out", "append", "formats", "workers", "engine", "part", "recycle", "max_refused"})


class RunConfig(BaseModel):
    """The settings of one run; an unknown key is an error.

    `fields` says under which key, column or name the source keeps what: `{"text": "body"}`.
    """

    # a URL may hold a password, which no message may repeat
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    inputs: tuple[str, ...] = Field(min_length=1)
    """Files, folders, globs, the same by their URL, or `-` for the standard input."""
    out: Path | str
    """The folder for the tables; a string where it is a URL."""
    fields: dict[FieldName, str] = Field(default_factory=dict)
    language: str | None = None
    """The language of every article whose source does not say it (BCP 47); a hint, as any language that a source gives."""
    languages: dict[str, str] = Field(default_factory=dict)
    """The same by source: globs over `source_path` (`*` goes through folders too); the first that matches goes before `language`."""
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
    """What hands out the work: `local`, `dask` (a cluster on this machine) or `dask://HOST:PORT`."""
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

    @field_validator("inputs")
    @classmethod
    def _are_fit(cls, inputs: tuple[str, ...]) -> tuple[str, ...]:
        for fault in map(why_no_url, inputs):
            if fault is not None:
                raise ValueError(fault)
        return inputs

    @field_validator("out", mode="plain")
    @classmethod
    def _is_place(cls, out: object) -> Path | str:
        if not isinstance(out, Path | str):
            raise ValueError("should be a folder or its URL")  # noqa: TRY004 - pydantic tells of this one, and not of a TypeError
        if isinstance(out, Path) and _CRUSHED.match(str(out)):
            raise ValueError("a URL is given as a string: a path has lost one of its slashes")
        if isinstance(out, str) and (fault := why_no_url(out)) is not None:
            raise ValueError(fault)
        return Path(out) if isinstance(out, str) and not is_url(out) else out

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if isinstance(self.out, str) and self.part is not None:
            raise ValueError("a part of an array of jobs (--shard) needs a folder that all jobs share, as a URL has no locks; or --engine dask://HOST:PORT")
        if isinstance(self.out, str) and self.formats:
            raise ValueError("other formats (--to) are written beside tables on a disk: leave them out, copy the tables, and soat export")
        if any(one.startswith(_OF_ONE_PROCESS) for one in (*self.inputs, str(self.out))) and (self.engine, self.workers) != ("local", 0):
            raise ValueError("memory:// is there for one process alone: --workers 0 with the engine local")
        return self

    @field_validator("part")
    @classmethod
    def _is_part(cls, part: tuple[int, int] | None) -> tuple[int, int] | None:
        if part is not None and not 1 <= part[0] <= part[1]:
            raise ValueError("should be the number of a part and how many there are, counted from 1")
        return part

    def as_toml(self) -> str:
        """All settings as a file that `read_config` reads."""
        return to_toml(self.model_dump(mode="json"))

    def settings(self) -> dict[str, object]:
        """What decides about the tables' content, inputs apart."""
        return self.model_dump(mode="json", exclude=set(_NOT_OF_THE_RESULT))

    def digest(self) -> str:
        """A digest of `settings`."""
        return hashlib.sha256(json.dumps(self.settings(), sort_keys=True).encode()).hexdigest()


def read_config(path: Path) -> dict[str, object]:
    """The settings that a TOML file gives; raises UsageError where it is none. Whether they are right, `config_of` says."""
    try:
        return read_toml(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from error


def read_toml(text: str, origin: str) -> dict[str, object]:
    """The settings in a text of TOML; raises UsageError that names its origin where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{origin} is not TOML: {error}") from error


def config_of(values: Mapping[str, object], origin: str = "") -> RunConfig:
    """The settings checked as a whole; raises UsageError with every problem, an unknown key with the nearest known one.

    >>> config_of({"inputs": ["news"], "out": "tables", "worker": 2})
    Traceback (most recent call last):
    pipeline.errors.UsageError: worker: no such setting; did you mean 'workers'?
    """
    try:
        return RunConfig.model_validate(values)
    except ValidationError as error:
        problems = [_problem(one["type"], [str(part) for part in one["loc"]], one["msg"]) for one in error.errors()]
    before = f"{origin}: " if origin else ""
    raise UsageError("\n".join(before + problem for problem in problems))


def _problem(kind: str, place: list[str], said: str) -> str:
    key = ".".join(part for part in place if part != "[key]")
    if kind == "missing":
        return f"{key}: is not given"
    known = FIELDS if place[:1] == ["fields"] else tuple(RunConfig.model_fields)
    if kind == "extra_forbidden" or place[-1:] == ["[key]"]:
        near = get_close_matches(place[-2] if place[-1] == "[key]" else place[-1], known, 1, 0.5)
        return f"{key}: no such setting; " + (f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}")
    said = said.removeprefix("Value error, ")
    return f"{key}: {said[:1].lower()}{said[1:]}" if key else said


def to_toml(values: Mapping[str, object]) -> str:
    """A flat table, its inner tables last; None is left out, as TOML has no such value."""
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value is not None and not isinstance(value, dict)]
    for key, value in values.items():
        if isinstance(value, dict) and value:
            lines += ["", f"[{key}]", *(f"{json.dumps(str(name), ensure_ascii=False)} = {_toml(one)}" for name, one in value.items())]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    # strings of JSON are strings of TOML, as long as no character is written as a pair of surrogates
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
