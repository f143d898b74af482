"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar, cast

import typer

from pipeline.cli.terminal import nearest
from pipeline.config import FIELDS, FieldName
from pipeline.errors import UsageError
from pipeline.remote.urls import is_url, why_no_url

Language = Annotated[str | None, typer.Option("--lang", help="The language (BCP 47) of articles whose source does not say it.")]
Languages = Annotated[
    list[str] | None,
    typer.Option("--lang-of", metavar="GLOB=LANG", help="The same for some sources, by their path: 'vi/*=vi'. May be repeated; the first that fits."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=KEY", help=f"Which key or column holds what; NAME is {', '.join(FIELDS)}. May be repeated."),
]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="A TOML file with the settings of the run.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print as JSON.")]
Number = Annotated[int, typer.Option("--number", "-n", min=1, help="Which article of a file of many, from 1.")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="A file with an article, or - for the standard input.")]


def on_disk(given: str) -> Path:
    """A folder on a disk; raises UsageError for a URL, with what to do."""
    if is_url(given):
        raise UsageError(f"{given}: this command works on a disk: copy the tables there first")
    return Path(given)


def anywhere(given: str) -> Path | str:
    """A folder on a disk, or its URL; raises UsageError for a URL that may not be used."""
    if (fault := why_no_url(given)) is not None:
        raise UsageError(fault)
    return given if is_url(given) else Path(given)


Tables = Annotated[Path, typer.Argument(metavar="DIR", help="The --out of a finished run.", parser=on_disk)]

Choice = TypeVar("Choice", bound=str)


def read_fields(given: Sequence[str] | None) -> dict[FieldName, str]:
    """`["text=body"]` as `{"text": "body"}`; raises UsageError where a name is none."""
    fields: dict[FieldName, str] = {}
    for one in given or ():
        name, equals, key = one.partition("=")
        if not equals or not key:
            raise UsageError(f"--field {one} should be NAME=KEY, for example --field text=body")
        fields[one_of("--field", name, cast("Sequence[FieldName]", FIELDS))] = key
    return fields


def read_languages(given: Sequence[str] | None) -> dict[str, str]:
    """`["vi/*=vi"]` as `{"vi/*": "vi"}`; raises UsageError where there is no glob or no language."""
    languages = {}
    for one in given or ():
        pattern, _, language = one.rpartition("=")
        if not pattern or not language:
            raise UsageError(f"--lang-of {one} should be GLOB=LANG, for example --lang-of 'vi/*=vi'")
        languages[pattern] = language
    return languages


def read_models(given: Sequence[str] | None) -> dict[str, str]:
    """`["pl=auto"]` as `{"pl": "auto"}`; raises UsageError where there is no language."""
    models = {}
    for one in given or ():
        language, equals, how = one.partition("=")
        if not equals or not how or not language:
            raise UsageError(f"--model {one} should be LANG=HOW, for example --model pl=auto")
        models[language] = how
    return models


def one_of(option: str, given: str, known: Sequence[Choice]) -> Choice:
    """The known word that was given; raises UsageError that names the nearest one."""
    for word in known:
        if word == given:
            return word
    raise UsageError(f"{option} {given}: no such name; {nearest(given, known)}")


def many_of(option: str, given: str, known: Sequence[Choice]) -> tuple[Choice, ...]:
    """The known words of a list with commas, each once, in the order given."""
    words = [word.strip() for word in given.split(",")]
    return tuple(dict.fromkeys(one_of(option, word, known) for word in words if word))
