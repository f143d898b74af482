"""Gold articles through the whole pipeline, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import InputRefusal, UsageError
from pipeline.evaluate.gold import Gold
from pipeline.ingest import read_inputs
from pipeline.knowledge import Knowledge
from pipeline.records import Dossier, Refusal
from pipeline.stages import ORDER, compose
from pipeline.write import TABLES, read_table, rows_of

_FOLDERS = ("articles", "../samples")
"""Where the articles of a gold folder stand, seen from it."""


def articles_folder(gold_folder: Path) -> Path:
    """The folder of the articles that a gold folder speaks of; raises UsageError where there is none."""
    for name in _FOLDERS:
        if (folder := gold_folder / name).is_dir():
            return folder
    raise UsageError(f"{gold_folder} has no articles ({' or '.join(_FOLDERS)}); name their folder with --articles")


def extract_gold(gold: Sequence[Gold], articles: Path, knowledge: Knowledge) -> dict[str, list[dict[str, Any]]]:
    """The fact tables of the gold articles, as a run would write them; raises InputRefusal where one of them is no article."""
    read = compose(ORDER)
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for one in gold:
        # NAME.json before NAME.txt: it says more
        files = sorted(articles.glob(f"{one.name}.*"))
        for article in read_inputs([str(files[0])], knowledge) if files else ():
            if isinstance(article, Refusal):
                raise InputRefusal(article.reason, f"{article.source_path}: {article.detail}")
            dossier = Dossier(article)
            read([dossier], knowledge)
            for name, rows in rows_of(dossier).items():
                tables[name] += rows
    return tables


def read_tables(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The fact tables of a finished run."""
    return {name: read_table(folder, name).to_pylist() for name in TABLES}
