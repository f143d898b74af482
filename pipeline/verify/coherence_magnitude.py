"""Figures of an impossible magnitude: falls by more than all, changes over a thousandfold, rounded mentions a power of ten apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim, words_of
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.working import figure, number

CHECK_ID = "coherence_magnitude"
_WHOLE = Decimal(100)


def magnitude(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """Each figure that cannot be so large, and each rounded figure beside an exact one that it would be but for a power of ten."""
    for claim in facts.claims:
        yield from _alone(claim)
    rough: dict[tuple[object, ...], list[Claim]] = {}
    for claim in facts.claims:
        if claim.value and claim.unit is not None:
            rough.setdefault((claim.unit, claim.per, claim.change, claim.status), []).append(claim)
    for its in rough.values():
        for one in its if len(its) <= tolerance.MOST_MENTIONS else ():
            if one.modifier != "exact":
                yield from (_slipped(one, other) for other in its if _is_rounded_elsewhere(one, other))


def _alone(claim: Claim) -> Iterator[Finding]:
    value, before, after = claim.value, claim.change_from, claim.change_to
    if claim.unit == "percent" and claim.change == "decrease_by" and value is not None and value > _WHOLE:
        yield _finding(claim, f"{number(value)} % > 100 %", Note("fall_above_all"))
    if claim.unit == "percentage_point" and value is not None and abs(value) > _WHOLE:
        yield _finding(claim, f"{number(value)} points > 100", Note("points_above_hundred"))
    if claim.change == "from_to" and before and after and before > 0 and after > 0:
        ratio = max(before / after, after / before)
        if ratio >= tolerance.WIDEST_RANGE:
            yield _finding(claim, f"{number(before)} to {number(after)}", Note("change_thousandfold"))


def _is_rounded_elsewhere(rough: Claim, fine: Claim) -> bool:
    """True where another claim of the same thing, moved by a power of ten, would be what the rough one rounds."""
    if fine is rough or fine.modifier != "exact" or rough.where == fine.where or not rough.value or not fine.value:
        return False
    few, many = len(tolerance.digits(rough.value)), len(tolerance.digits(fine.value))
    if few >= many or many < tolerance.TELLING_DIGITS + (few == 1) or not (rough.words & fine.words) - words_of(fine.unit_text):
        return False
    if any(one and other and one != other for one, other in ((rough.place_id, fine.place_id), (rough.period, fine.period))):
        return False
    moved = (fine._replace(value=fine.value.scaleb(power)) for power in tolerance.SLIPPED_POWERS)
    return any(tolerance.agree(rough, one) and rounding.is_close(rough.value, one.value or Decimal(0)) for one in moved)


def _slipped(rough: Claim, fine: Claim) -> Finding:
    return Finding(
        CHECK_ID, "suspect", f"{figure(rough)}; {figure(fine)}", Note("rounded_but_for_power"),
        (rough.claim_id, fine.claim_id), articles=(rough.article_id,), severity="low",
    )


def _finding(claim: Claim, working: str, note: Note) -> Finding:
    return Finding(CHECK_ID, "suspect", working, note, (claim.claim_id,), articles=(claim.article_id,), severity="low")
