"""The corpus of a language room: what its wordings must be read as, and what must never be read."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.knowledge.files import name_of, read_toml


class Example(BaseModel):
    """Wordings that are all read alike: for every kind that is given, exactly the facts listed.

    `generated` says that the wordings were made by a program and not thought of one by one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    phenomenon: str = Field(min_length=1)
    wordings: list[str] = Field(min_length=1)
    today: str | None = None
    generated: bool = False
    claims: list[str] | None = None
    dates: list[str] | None = None
    citations: list[str] | None = None
    officials: list[str] | None = None
    places: list[str] | None = None
    organisations: list[str] | None = None


class ExamplesFile(BaseModel):
    """`examples.toml`: the day on which its sentences are spoken, and the examples."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    today: str
    example: list[Example]


def load_examples(folder: Path, problems: list[str]) -> ExamplesFile | None:
    """The corpus of the room in `folder`; a missing or empty one is a problem, since a room without a corpus is not tested."""
    path = folder / "examples.toml"
    tables = read_toml(path, problems)
    if not tables:
        return None
    try:
        return ExamplesFile.model_validate(tables)
    except ValidationError as error:
        problems.append(f"{name_of(path)}: {error}")
        return None
