"""From the folder of a run to a page on the disk."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.page.backdrop import load_backdrop
from pipeline.page.html import page_of
from pipeline.page.reading import read_tables


def write_page(folder: Path, out: Path, *, article: str | None = None, family: str | None = None, limit: int = 2000, title: str = "") -> int:
    """Write the page of a finished run to `out`, whole or not at all; the number of its articles.

    Raises UsageError for an id that the run has not, OutputError where the tables are not there or the disk refuses.
    """
    tables = read_tables(folder, article=article, family=family, limit=limit)
    page = page_of(tables, load_backdrop(), title or folder.resolve().name)
    torn = out.with_name(out.name + ".torn")
    try:
        with torn.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(page)
            stream.flush()
            os.fsync(stream.fileno())
        torn.rename(out)
    except OSError as error:
        raise OutputError(f"cannot write {out}: {error.strerror or error}") from error
    return len(tables.of("articles"))
