"""TODO"""

from __future__ import annotations

from pipeline.knowledge import Knowledge
from pipeline.records import Dossier


def find_citations(dossier: Dossier, knowledge: Knowledge) -> None:
    """TODO."""
