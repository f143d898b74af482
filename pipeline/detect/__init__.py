"""TODO"""

from __future__ import annotations

from pipeline.knowledge import Knowledge
from pipeline.records import Dossier


def detect(dossier: Dossier, knowledge: Knowledge) -> None:
    """TODO."""
    dossier.language = dossier.article.language_given or "und"
    dossier.anchor = dossier.article.published or dossier.article.updated
