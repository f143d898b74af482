"""`soat link`: from mentions to documents, persons and places."""

from __future__ import annotations

from pipeline.cli.options import Tables
from pipeline.cli.terminal import console, one_line


def link(folder: Tables) -> None:
    """Gather the documents, persons and places that a run mentions.

    Writes the tables documents, persons, gazetteer and near_duplicates beside those of the run, in place of earlier ones.
    """
    from pipeline.knowledge import load_knowledge
    from pipeline.run.gather import link as gather

    counts = gather(folder, load_knowledge())
    console().print(f"{', '.join(f'{count:,} {name}' for name, count in counts.items())} in {one_line(str(folder))}", soft_wrap=True)
