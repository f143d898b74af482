"""Whether the unit that is written fits the thing counted, as the extractor saw it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.verify.facts import ArticleFacts
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.working import number

CHECK_ID = "coherence_written_unit"


def written_unit(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """A figure whose unit contradicts what is counted ("organisations ... by 5 persons") is suspect: one of the two is a slip."""
    for claim in facts.claims:
        if claim.unit_conflict:
            counted, written = claim.measured or claim.unit, claim.unit_text or ""
            yield Finding(
                CHECK_ID, "suspect", f"{number(claim.value)} {claim.unit_text} of {counted or 'what is counted'}",
                Note("unit_contradicts", unit=written, counted=counted) if counted else Note("unit_contradicts_other", unit=written),
                claims=(claim.claim_id,), articles=(claim.article_id,), severity="medium",
            )
