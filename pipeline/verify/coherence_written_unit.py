"""Whether the unit that is written fits the thing counted, as the extractor saw it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.verify.facts import ArticleFacts
from pipeline.verify.finding import Finding
from pipeline.verify.working import number

CHECK_ID = "coherence_written_unit"


def written_unit(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """A figure whose unit contradicts what is counted ("organisations ... by 5 persons") is suspect: one of the two is a slip."""
    for claim in facts.claims:
        if claim.unit_conflict:
            counted = claim.measured or claim.unit or "what is counted"
            yield Finding(
                CHECK_ID, "suspect", f"{number(claim.value)} {claim.unit_text} of {counted}",
                f"The unit written is '{claim.unit_text}', but what is counted is '{counted}'.", claims=(claim.claim_id,),
                articles=(claim.article_id,), severity="medium",
            )
