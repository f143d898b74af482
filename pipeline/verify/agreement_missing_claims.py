"""Whether a claim of the original is missing in a translation, or one was added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.verify import tolerance
from pipeline.verify.alignment import figures, main_figure
from pipeline.verify.facts import ArticleFacts, Claim, FamilyFacts
from pipeline.verify.finding import Finding, Severity
from pipeline.verify.note import Note
from pipeline.verify.working import figure

CHECK_ID = "agreement_missing_claims"


def missing_claims(family: FamilyFacts, _: Knowledge) -> Iterator[Finding]:
    """One finding a claim that a member has and another lacks; a text with few of the other's claims is no translation of all of it.

    An amount in another currency behind an amount is its conversion for the reader, and nothing added.
    """
    reference = family.reference
    for member in family.members[1:]:
        pairs = [pair for pair in family.pairs if pair.other.article_id == member.article_id]
        here, there = {pair.claim.claim_id for pair in pairs}, {pair.other.claim_id for pair in pairs}
        fewer = min(len(reference.claims), len(member.claims))
        if fewer < tolerance.CLAIMS_TO_COMPARE:
            continue
        if len(pairs) < tolerance.CLAIMS_SHARED * fewer or fewer < tolerance.CLAIMS_SHARED * max(len(reference.claims), len(member.claims)):
            yield Finding(
                CHECK_ID, "uncheckable", f"{len(pairs)} of {len(reference.claims)} figures",
                Note(
                    "translation_not_whole", member=(member.language,), n=len(pairs), all=len(reference.claims), reference=(reference.language,),
                ),
                articles=(member.article_id, reference.article_id), family=family.family_id,
            )
            continue
        yield from _lacking(family, reference, member, [claim for claim in reference.claims if claim.claim_id not in here])
        yield from _lacking(family, member, reference, [claim for claim in member.claims if claim.claim_id not in there])


def _lacking(family: FamilyFacts, having: ArticleFacts, lacking: ArticleFacts, claims: Sequence[Claim]) -> Iterator[Finding]:
    """What one member has and the other lacks, seen from the reference."""
    missing = having is family.reference
    said = {figures(claim) for claim in lacking.claims}
    for claim in claims:
        if is_conversion(claim, having.claims):
            continue
        again = figures(claim) in said
        has, lacks = (having.language,), (lacking.language,)
        note = Note("claim_missing_again", having=has, lacking=lacks) if again else Note("claim_missing", having=has, lacking=lacks)
        yield Finding(
            f"{CHECK_ID}.{'missing' if missing else 'added'}", "suspect",
            f"{having.language}: {figure(claim)}; {lacking.language}: {'once fewer' if again else 'nothing'}", note,
            (claim.claim_id, *(pair.other.claim_id for pair in family.pairs if pair.claim.claim_id == claim.claim_id)),
            articles=(having.article_id, lacking.article_id), severity=_severity(claim, again=again), family=family.family_id,
        )


def _severity(claim: Claim, *, again: bool) -> Severity:
    """A figure that tells much and stands nowhere else is missed; a small one may be worded without a number."""
    value = main_figure(claim)
    telling = value is not None and len(tolerance.digits(value)) >= 2 and claim.unit_kind != "duration"
    return "medium" if telling and not again else "low"


def is_conversion(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for an amount of money right behind an amount in another currency, as in "VND 10 billion (USD 610,335)"."""
    return claim.unit_kind == "money" and any(
        other.unit_kind == "money" and other.unit != claim.unit and other.field == claim.field and 0 <= claim.start - other.stop <= tolerance.TWIN_GAP
        for other in claims
    )
