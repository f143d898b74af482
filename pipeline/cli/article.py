"""One article of one file, read for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.cli.options import read_fields
from pipeline.errors import InputRefusal, UsageError

if TYPE_CHECKING:
    from pipeline.api import Fact, Result


def source_name(article: Fact) -> str:
    """What a person calls the source of an article."""
    return "standard input" if article.source_path == "-" else str(article.source_path)


def notes_of(result: Result) -> list[str]:
    """What a person must know before he trusts that nothing more is there: an unknown language, a model that is missing."""
    hint = " (say it with --lang)" if result.language == "und" else ""
    return [f"note: {row.detail}{hint}" for row in result.refusals if row.what == "model"]


def read_article(file: str, number: int, language: str | None, fields: Sequence[str] | None) -> Result:
    """Everything in the article of a file; raises InputRefusal with the file's name where it is none, UsageError where it has fewer articles."""
    from pipeline.api import extract_article
    from pipeline.ingest import Reading, read_inputs
    from pipeline.knowledge import load_knowledge
    from pipeline.records import Refusal

    knowledge = load_knowledge()
    at = 0
    for at, article in enumerate(read_inputs([file], knowledge, Reading(read_fields(fields), language)), 1):  # type: ignore[arg-type]
        if at < number:
            continue
        if isinstance(article, Refusal):
            raise InputRefusal(article.reason, f"{article.source_path}: {article.detail}")
        return extract_article(article, knowledge)
    raise UsageError(f"{file} has {at} article{'s' * (at != 1)}; --number {number} is not there")
