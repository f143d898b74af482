"""Which language an article is in, and which date its partial dates count from."""

from __future__ import annotations

from pipeline.knowledge import Knowledge
from pipeline.records import Dossier


def detect(dossier: Dossier, knowledge: Knowledge) -> None:
    """Set the language and the anchor of an article."""
    article = dossier.article
    dossier.language = article.language_given or "und"
    dossier.language_by = "given" if article.language_given else "none"
    for name, date in (("published", article.published), ("updated", article.updated)):
        if date is not None and dossier.anchor is None:
            dossier.anchor, dossier.anchor_from = date, name
