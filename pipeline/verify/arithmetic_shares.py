"""Whether a stated percentage is the share of the figures beside it ("97 of 155, or 62.58 %")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.slips import swapped
from pipeline.verify.working import number

CHECK_ID = "arithmetic_shares"
_NO_LEVELS = frozenset({"share", "rank", "ratio", "duration"})


def shares(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """Percentages beside "n of m", and beside two levels of one unit of which they may be the share, and differences beside two levels.

    Two levels and a figure that nobody joins are believed to belong together only where it comes out, or would but for one slip in figures
    of many digits.
    """
    for its in facts.sentences():
        for at, claim in enumerate(its):
            if claim.of is not None and claim.value is not None and claim.unit_kind not in _NO_LEVELS and claim.of >= claim.value:
                yield from _of_part(claim, its[at + 1:])
        levels = [one for one in its if one.change == "none" and one.value and one.unit_kind not in _NO_LEVELS and one.unit is not None]
        others = [one for one in its if one.value and one.of is None and (one.unit == "percent" or one.change in ("increase_by", "decrease_by"))]
        yield from _of_levels(levels, others, its)


def _of_part(part: Claim, behind: Sequence[Claim]) -> Iterator[Finding]:
    """The percentage right behind "n of m"."""
    share = behind[0] if behind else None
    if share is None or share.unit != "percent" or share.change != "none" or share.value is None or share.start - part.stop > tolerance.BRACKET:
        return
    value, whole = part.value or Decimal(0), part.of or Decimal(1)
    found = 100 * value / whole
    working = f"{number(value)} / {number(whole)} = {number(rounding.shown(found, share.value))} %"
    ids = (share.claim_id, part.claim_id)
    if tolerance.prints_as(found, share.value) or share.modifier != "exact":
        yield Finding(CHECK_ID, "agrees", working, Note("share_of_part"), ids, articles=(part.article_id,))
    elif value == whole or share.value <= 100:
        yield Finding(
            CHECK_ID, "suspect", f"{working} \u2260 {number(share.value)} %", Note("share_of_part_not"), ids,
            articles=(part.article_id,), severity="medium",
        )


def _of_levels(levels: Sequence[Claim], others: Sequence[Claim], its: Sequence[Claim]) -> Iterator[Finding]:
    place = {claim.claim_id: at for at, claim in enumerate(its)}
    for third in others:
        found = list[Finding]()
        for one, other in combinations(levels, 2):
            if one.unit != other.unit or one.per != other.per:
                continue
            ats = sorted((place[one.claim_id], place[other.claim_id], place[third.claim_id]))
            if third.unit == "percent" and third.change == "none":
                found += _share(one, other, third, near=ats[-1] - ats[0] == len(ats) - 1)
            elif third.unit == one.unit and third.change != "none":
                found += _difference(one, other, third, near=ats[-1] - ats[0] == len(ats) - 1)
        yield from sorted(found, key=lambda one: one.verdict)[:1]


def _share(one: Claim, other: Claim, third: Claim, *, near: bool) -> Iterator[Finding]:
    (small, large), said = sorted((one.value or Decimal(0), other.value or Decimal(0))), third.value or Decimal(0)
    if not small or large < tolerance.WHOLE or len(tolerance.digits(said)) < tolerance.TELLING_DIGITS:
        return
    ids, article = (third.claim_id, one.claim_id, other.claim_id), (one.article_id,)
    ratio = 100 * small / large
    working = f"{number(small)} / {number(large)} = {number(rounding.shown(ratio, said))} %"
    if rounding.prints_exactly(ratio, said):
        yield Finding(CHECK_ID, "agrees", working, Note("share_of_two"), ids, articles=article)
    elif near and (slip := _slip_of_share(small, large, said)):
        yield Finding(
            CHECK_ID, "suspect", f"{working} \u2260 {number(said)} %", Note("share_of_two_by_slip", slip=slip),
            ids, articles=article, severity="medium",
        )


def _slip_of_share(small: Decimal, large: Decimal, said: Decimal) -> Note | None:
    """One figure of the three that would have to be another one, told; None where no single slip explains them."""
    tries = [(Note("slip_percentage", meant=meant), small, large, meant) for meant in _slips(said)]
    tries += [(Note("slip_smaller", meant=meant), meant, large, said) for meant in _slips(small)]
    tries += [(Note("slip_larger", meant=meant), small, meant, said) for meant in _slips(large)]
    for note, one, other, share in tries:
        if share <= 100 and rounding.prints_exactly(100 * min(one, other) / max(one, other), share):
            return note
    return None


def _difference(one: Claim, other: Claim, third: Claim, *, near: bool) -> Iterator[Finding]:
    first, second, said = one.value or Decimal(0), other.value or Decimal(0), third.value or Decimal(0)
    ids, article = (third.claim_id, one.claim_id, other.claim_id), (one.article_id,)
    high, low = max(first, second), min(first, second)
    working = f"{number(high)} - {number(low)} = {number(high - low)}"
    if high - low == said and said >= tolerance.WHOLE:
        yield Finding(CHECK_ID, "agrees", working, Note("difference_of_two"), ids, articles=article)
    elif near and rounding.steps(high, [low, said]) >= tolerance.TELLING_STEPS and high != low:
        tries = [(said, meant) for meant in _slips(said) if meant == high - low]
        tries += [(first, meant) for meant in _slips(first) if abs(meant - second) == said]
        tries += [(second, meant) for meant in _slips(second) if abs(meant - first) == said]
        if tries:
            was, meant = tries[0]
            yield Finding(
                CHECK_ID, "suspect", f"{working} \u2260 {number(said)}",
                Note("difference_of_two_by_slip", said=was, meant=meant), ids, articles=article,
                severity="medium",
            )


def _slips(value: Decimal) -> tuple[Decimal, ...]:
    return (*swapped(value), *(value.scaleb(power) for power in tolerance.SLIPPED_POWERS))
