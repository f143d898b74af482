"""What stands behind the public verbs of `pipeline`; knowledge is loaded once and shared by all threads."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pipeline.api.result import Fact, Result, frames_of
from pipeline.api.verifying import Tables
from pipeline.api.verifying import verify as verify_with
from pipeline.errors import InputRefusal, UsageError
from pipeline.extract import reading, times
from pipeline.ingest import article_from_text
from pipeline.ingest.repair import repair
from pipeline.knowledge import Knowledge, Room, load_knowledge
from pipeline.records import Article, Dossier, Quantity, Refusal
from pipeline.run.shard import read_article
from pipeline.stages import ORDER, compose
from pipeline.write import rows_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Fact", "Result", "extract", "extract_article", "extract_frame", "load", "read_number", "read_ordinal", "read_quantity", "read_time", "verify",
]

_LOADING = Lock()
_READ = compose(ORDER)


def load(folder: Path | None = None) -> Knowledge:
    """All knowledge, read at the first call; `folder` names another `models/`. Raises KnowledgeError with every problem at once."""
    with _LOADING:
        return load_knowledge(folder)


def extract(
    text: str, *, language: str | None = None, published: str | None = None, title: str | None = None, knowledge: Knowledge | None = None,
) -> Result:
    """Everything that one article says; raises InputRefusal where the text is empty or too long.

    `language` is a BCP 47 hint, `published` the date that days without a year count from.
    """
    known = knowledge or load()
    return extract_article(article_from_text(text, title=title, published=published, language=language, knowledge=known), known)


def extract_article(article: Article, knowledge: Knowledge | None = None) -> Result:
    """Everything that an article says that has been ingested already."""
    dossier = Dossier(article)
    _READ([dossier], knowledge or load())
    return Result(dossier, rows_of(dossier))


def extract_frame(
    frame: pd.DataFrame, text: str = "text", *, language: str | None = None, published: str | None = None, title: str | None = None,
) -> dict[str, pd.DataFrame]:
    """The fact tables of a frame of articles, by name; every row carries the index of the article's row, so that the frames join.

    `text`, `language`, `published` and `title` name columns; a language that is no column is the code for all of them. A row without a
    text is a row of `refusals`. Raises UsageError where a named column is missing.
    """
    columns = {"text": text, "published": published, "title": title}
    if language is not None and language in frame.columns:
        columns["language"] = language
    wanted = {role: name for role, name in columns.items() if name is not None}
    if missing := [name for name in wanted.values() if name not in frame.columns]:
        raise UsageError(f"the frame has no column {missing[0]!r}; it has {', '.join(map(repr, frame.columns))}")
    fixed = language if "language" not in wanted else None
    cells = {role: [_cell(value) for value in frame[name]] for role, name in wanted.items()}
    results: list[tuple[Hashable, Result | Refusal]] = []
    for at, label in enumerate(frame.index):
        said = {role: values[at] for role, values in cells.items()}
        results.append((label, _extract_row(said.pop("text"), said.pop("language", fixed), said, at)))
    return frames_of(results, frame.index)


def _extract_row(text: str | None, language: str | None, said: dict[str, str | None], at: int) -> Result | Refusal:
    if text is None:
        return Refusal("input", "ingest", "no_text", "the cell holds no text", source_path="-", source_line=at + 1)
    known = load()
    try:
        article = article_from_text(text, title=said.get("title"), published=said.get("published"), language=language, knowledge=known)
    except InputRefusal as refusal:
        return Refusal("input", "ingest", refusal.reason, refusal.detail, source_path="-", source_line=at + 1)
    # a fault in one article is a refusal, as in a run, and leaves its neighbours alone
    done = read_article(article, known)
    return done if isinstance(done, Refusal) else Result(done, rows_of(done))


def _cell(value: object) -> str | None:
    """A cell as text; whatever else stands there (a date excepted) is nothing."""
    if isinstance(value, str):
        return value
    written = getattr(value, "isoformat", None)
    return str(written()) if written is not None and value == value else None  # noqa: PLR0124 - NaT is unlike itself


def verify(what: str | Path | Tables | Result | Iterable[Result]) -> dict[str, pd.DataFrame]:
    """The families, alignments and findings of a run's folder, of what `extract_frame` gives, or of results; nothing is written.

    Raises OutputError where the folder is not that of a finished run, UsageError where a table is missing.
    """
    return verify_with(what, load())


def read_number(text: str, *, language: str) -> Decimal | None:
    """The value of a text that is one number and nothing else, in digits or in words; else None."""
    room = _room(language)
    return reading.read_number(_plain(text), room) if room else None


def read_ordinal(text: str, *, language: str) -> int | None:
    """The place that a text names; None where it is no ordinal."""
    room = _room(language)
    return reading.read_ordinal(_plain(text), room) if room else None


def read_quantity(text: str, *, language: str) -> list[Quantity]:
    """The amounts of a text that is amounts with their units and nothing else; else empty."""
    room = _room(language)
    return reading.read_quantity(_plain(text), room, load()) if room else []


def read_time(text: str, *, language: str, today: str | None = None) -> str | None:
    """The EDTF of a text that is one date or period and nothing else; `today` (ISO 8601) is what partial dates count from."""
    room = _room(language)
    return times.read_time(_plain(text), room, today) if room else None


def _room(language: str) -> Room | None:
    return load().rooms.get(language.partition("-")[0].lower())


def _plain(text: str) -> str:
    return repair(text)[0]
