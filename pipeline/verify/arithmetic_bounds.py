"""Whether figures of one claim can stand together: n of m with n no more than m, a range in order."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.working import number

CHECK_ID = "arithmetic_bounds"
_RATES = frozenset({"share", "ratio", "money"})


def bounds(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """A part that is larger than its whole, and a range that begins above its end, conflict with themselves; a part that fits agrees."""
    for claim in facts.claims:
        if claim.low is not None and claim.high is not None and claim.value is None:
            yield from _range(claim)
        if claim.of is not None and claim.value is not None and claim.unit_kind not in _RATES and claim.of > 0:
            yield from _part(claim)


def _range(claim: Claim) -> Iterator[Finding]:
    low, high = claim.low, claim.high
    if low is None or high is None:
        return
    working = f"{number(low)} to {number(high)}"
    if low > high:
        yield Finding(
            CHECK_ID, "conflicts", working, Note("range_turned", low=low), (claim.claim_id,), articles=(claim.article_id,),
            severity="high",
        )
    elif low > 0 and high / low >= tolerance.WIDEST_RANGE and not rounding.is_vague(low, high):
        yield Finding(
            CHECK_ID, "suspect", working, Note("range_wide"), (claim.claim_id,),
            articles=(claim.article_id,), severity="medium",
        )


def _part(claim: Claim) -> Iterator[Finding]:
    said, whole = claim.value, claim.of
    if said is None or whole is None:
        return
    if said > whole:
        yield Finding(
            CHECK_ID, "conflicts", f"{number(said)} of {number(whole)}", Note("part_larger", whole=whole),
            (claim.claim_id,), articles=(claim.article_id,), severity="high",
        )
    else:
        share = rounding.shown(100 * said / whole, tolerance.HUNDREDTH)
        yield Finding(
            CHECK_ID, "agrees", f"{number(said)} of {number(whole)} = {number(share)} %", Note("part_fits"),
            (claim.claim_id,), articles=(claim.article_id,),
        )
