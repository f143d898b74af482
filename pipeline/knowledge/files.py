"""Where the knowledge files are and how one is read."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)

FORMS = "forms.tsv"
"""The forms of a room's wordings (see `knowledge.forms`)."""
_PACKAGED = Path(__file__).resolve().parent.parent / "_models"
_CHECKOUT = Path(__file__).resolve().parent.parent.parent / "models"


def models_folder() -> Path:
    """The folder of the knowledge: inside the installed package, or beside it in a checkout."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def read_toml(path: Path, problems: list[str]) -> dict[str, Any]:
    """The tables of a TOML file; what cannot be parsed is a problem with file and line, and gives no tables."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{name_of(path)}: {error}")
        return {}


def read_model(path: Path, model: type[Model], problems: list[str]) -> Model | None:
    """A TOML file in the shape that `model` gives it; None, and every problem told, where it has another."""
    try:
        return model.model_validate(read_toml(path, problems))
    except ValidationError as error:
        problems.append(f"{name_of(path)}:1: {error}")
        return None


def read_csv(path: Path, columns: tuple[str, ...], problems: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers; its header must be exactly `columns`."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            header = next(reader, [])
            if tuple(header) != columns:
                problems.append(f"{name_of(path)}:1: columns are {header}, should be {list(columns)}")
                return
            for row in reader:
                if len(row) == len(columns):
                    yield reader.line_num, dict(zip(columns, row, strict=True))
                elif row:
                    problems.append(f"{name_of(path)}:{reader.line_num}: {len(row)} cells, should be {len(columns)}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(f"{name_of(path)}: {error}")


def read_forms(path: Path, dictionary: str) -> Mapping[str, str]:
    """By wording what all its forms begin with, a tab, and how they go on, parted by `|`; empty where the file is of another dictionary."""
    head, _, lines = path.read_text(encoding="utf-8").partition("\n") if path.exists() else ("", "", "")
    if head != dictionary:
        return {}
    return dict(line.split("\t", 1) for line in lines.split("\n") if line)


def line_of(path: Path, needle: str) -> int:
    """The first line of a file that holds `needle` (TOML parsers keep no positions); 1 where it is not found."""
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if needle in line:
                return number
    except (OSError, UnicodeDecodeError):
        pass
    return 1


def name_of(path: Path) -> str:
    """How a knowledge file is named in messages: from `models/` on."""
    folder = models_folder()
    return f"models/{path.relative_to(folder).as_posix()}" if path.is_relative_to(folder) else path.as_posix()
