"""Whether the day of a document is the one that is known (models/documents)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.knowledge import Knowledge
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note

CHECK_ID = "knowledge_documents"
SOURCE = "models/documents/known.csv"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def documents(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each stated day of a document beside the known one; a day of other years is that of another document under the same number."""
    for row in facts.citations:
        symbol, signed = row["resolved_symbol"] or row["symbol"] or "", row["signed"] or ""
        known = [one.signed for one in knowledge.papers.known.get(symbol, ())]
        if not known or not _DAY.fullmatch(signed):
            continue
        if signed in known:
            yield Finding(
                CHECK_ID, "agrees", f"{symbol} = {signed}", Note("document_day_known"), mentions=(row["citation_id"],),
                articles=(facts.article_id,), source=SOURCE,
            )
        elif near := [day for day in known if abs((date.fromisoformat(day) - date.fromisoformat(signed)).days) <= tolerance.MOVED_DAYS]:
            yield Finding(
                CHECK_ID, "conflicts", f"{symbol}: {signed} \u2260 {near[0]}", Note("document_day_other", day=near[0]),
                mentions=(row["citation_id"],), articles=(facts.article_id,), severity="high", source=SOURCE,
            )
