"""soat: fact tables that a person can check, from Vietnamese provincial news and its translations.

The public verbs stand here; each imports what it needs when it is called, so that `import pipeline` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# Two packages and two verbs share their names: the packages are imported first, so that no later import takes the names back.
import_module("pipeline.extract")
import_module("pipeline.verify")

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from pathlib import Path

    import pandas as pd

    from pipeline.api import Result
    from pipeline.api.verifying import Tables
    from pipeline.knowledge import Knowledge
    from pipeline.records import Quantity

__all__ = ["extract", "extract_frame", "load", "read_number", "read_ordinal", "read_quantity", "read_time", "verify"]


def load(folder: Path | None = None) -> Knowledge:
    """Read all knowledge now instead of at the first extraction; raises KnowledgeError with every problem at once."""
    from pipeline import api

    return api.load(folder)


def extract(text: str, *, language: str | None = None, published: str | None = None, title: str | None = None) -> Result:
    """Everything that one article says: claims, citations, officials, dates, places, organisations, refusals.

    `language` is a BCP 47 hint, `published` (ISO 8601) the date that days without a year count from. Raises InputRefusal where the text
    is empty.

    >>> extract("To\u00e0n t\u1ec9nh c\u00f2n 58 x\u00e3.", language="vi").claims[0].value
    58.0
    """
    from pipeline import api

    return api.extract(text, language=language, published=published, title=title)


def extract_frame(
    frame: pd.DataFrame, text: str = "text", *, language: str | None = None, published: str | None = None, title: str | None = None,
) -> dict[str, pd.DataFrame]:
    """The fact tables of a frame of articles, by name; every row carries the index of its article's row.

    `text`, `language`, `published` and `title` name columns; a language that is no column is the code for all rows.
    """
    from pipeline import api

    return api.extract_frame(frame, text, language=language, published=published, title=title)


def read_number(text: str, *, language: str) -> Decimal | None:
    """The value of a text that is one number and nothing else, in digits or in words; None for any other text.

    >>> read_number("sixty-three", language="en")
    Decimal('63')
    """
    from pipeline import api

    return api.read_number(text, language=language)


def read_ordinal(text: str, *, language: str) -> int | None:
    """The place that a text names ("21st"); None for any other text."""
    from pipeline import api

    return api.read_ordinal(text, language=language)


def read_quantity(text: str, *, language: str) -> list[Quantity]:
    """The amounts of a text that is amounts with units and nothing else; empty for any other text."""
    from pipeline import api

    return api.read_quantity(text, language=language)


def read_time(text: str, *, language: str, today: str | None = None) -> str | None:
    """The EDTF of a text that is one date or period and nothing else; None for any other text.

    `today` (ISO 8601) is what partial dates count from.

    >>> read_time("12/5/2025", language="vi")
    '2025-05-12'
    """
    from pipeline import api

    return api.read_time(text, language=language, today=today)


def verify(what: str | Path | Tables | Result | Iterable[Result]) -> dict[str, pd.DataFrame]:
    """Which numbers hold: the frames `findings`, `families` and `alignments`; nothing is written.

    `what` is the folder of a finished run, the frames that `extract_frame` gives, or results of `extract`. Raises OutputError where the
    folder is no run's, UsageError where a table is missing.

    >>> found = verify(extract("We cut the 40 communes to 30 communes.", language="en"))
    >>> sorted(found)
    ['alignments', 'families', 'findings']
    """
    from pipeline import api

    return api.verify(what)
