"""Whether the mentions of one figure inside an article agree: headline, lead, body and caption."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from pipeline.knowledge import Knowledge, Units
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, Claim, words_of
from pipeline.verify.finding import Finding, Severity
from pipeline.verify.note import Note
from pipeline.verify.working import figure

CHECK_ID = "agreement_in_article"

_BY = frozenset({"increase_by", "decrease_by"})
_MOST = 40
"""A figure that more claims share is a list's, and says nothing of one thing."""


def agreement_in_article(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Figures said twice agree, exactly or rounded; figures that look like a slip of each other are suspect.

    A slip is the same digits in another order or of another magnitude, the same figure in another unit or in the other direction, where
    nothing else tells the two things apart. Any other two figures may speak of two things, and nothing is said of them.
    """
    claims = [claim for claim in facts.claims if claim.value is not None and len(tolerance.digits(claim.value)) >= 2]
    yield from _agreeing(claims)
    told: set[tuple[str, str]] = set()
    for sort, key, said, slipped in _SLIPS:
        found: dict[tuple[str, str], list[Claim]] = {}
        for one, other in _pairs(claims, key):
            if (one.claim_id, other.claim_id) not in told and slipped(one, other, knowledge.units):
                told.add((one.claim_id, other.claim_id))
                first, second = sorted((figure(one), figure(other)))
                its = found.setdefault((first, second), [])
                its += [claim for claim in (one, other) if claim not in its]
        for its in found.values():
            yield _finding(sort, its, said)


def _agreeing(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Each figure that stands more than once, and each rounded one with the exact one that it stands for."""
    exact: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        exact.setdefault((claim.value, claim.unit, claim.per, claim.change), []).append(claim)
    for its in exact.values():
        alike = [its[0], *(other for other in its[1:] if _one_thing(its[0], other))]
        if len(alike) > 1:
            yield Finding(
                f"{CHECK_ID}.repeated", "agrees", figure(alike[0]), Note("figure_repeated", n=len(alike)),
                tuple(claim.claim_id for claim in alike), articles=(alike[0].article_id,),
            )
    for one, other in _pairs(claims, lambda claim: (claim.unit, claim.per, claim.change) if claim.unit else None):
        coarse, fine = sorted((one, other), key=lambda claim: len(tolerance.digits(claim.value)) if claim.value is not None else 0)
        if one.value != other.value and coarse.modifier != "exact" and tolerance.agree(coarse, fine) and _one_thing(coarse, fine):
            yield Finding(
                f"{CHECK_ID}.rounded", "agrees", f"{figure(coarse)}; {figure(fine)}", Note("figure_rounded"),
                (coarse.claim_id, fine.claim_id), articles=(coarse.article_id,),
            )


def _pairs(claims: Sequence[Claim], key: Callable[[Claim], Hashable]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims with the same key, in the order of the text."""
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if (its := key(claim)) is not None:
            found.setdefault(its, []).append(claim)
    for group in found.values():
        if len(group) <= _MOST:
            yield from combinations(group, 2)


def _compatible(one: Claim, other: Claim) -> bool:
    """True where place, time, status and rate do not tell two claims apart."""
    return (
        one.status == other.status
        and one.per == other.per
        and (one.place_id is None or other.place_id is None or one.place_id == other.place_id)
        and (one.period is None or other.period is None or one.period == other.period)
    )


def _one_thing(one: Claim, other: Claim) -> bool:
    """True where two claims measure one thing, as far as the words tell: figures of few digits need a word beside the unit's."""
    shared = one.words & other.words
    if min(len(tolerance.digits(claim.value)) for claim in (one, other) if claim.value is not None) < tolerance.TELLING_DIGITS:
        shared -= words_of(one.unit_text) | words_of(other.unit_text)
    # in one sentence two figures are told apart by the sentence, unless they measure the very same
    if one.where == other.where and one.words != other.words:
        return False
    return bool(shared) and _compatible(one, other)


def _is_misplaced_digit(one: Claim, other: Claim, _: Units) -> bool:
    return (
        one.value is not None and other.value is not None and one.change == other.change
        and tolerance.exchanged(one.value, other.value) and _one_thing(one, other)
    )


def _is_other_magnitude(one: Claim, other: Claim, _: Units) -> bool:
    return one.value != other.value and one.change == other.change and _one_thing(one, other)


def _is_rounded_otherwise(one: Claim, other: Claim, _: Units) -> bool:
    alike = one.words <= other.words or other.words <= one.words
    return alike and _one_thing(one, other) and (tolerance.other_magnitude(one, other) or tolerance.other_magnitude(other, one))


def _is_other_unit(one: Claim, other: Claim, units: Units) -> bool:
    return (
        one.unit is not None and other.unit is not None and one.unit_kind == other.unit_kind
        and not units.alike(one.unit, other.unit) and _one_thing(one, other)
    )


def _is_other_direction(one: Claim, other: Claim, _: Units) -> bool:
    return one.change in _BY and other.change in _BY and one.change != other.change and _one_thing(one, other)


def _of_unit(claim: Claim) -> Hashable:
    return claim.unit or claim.unit_text


def _by_digits(claim: Claim) -> Hashable:
    digits = tolerance.digits(claim.value) if claim.value is not None else ""
    return _of_unit(claim), claim.change, "".join(sorted(digits.replace("0", "")))


def _by_magnitude(claim: Claim) -> Hashable:
    return _of_unit(claim), claim.change, tolerance.digits(claim.value) if claim.value is not None else ""


def _by_first_digit(claim: Claim) -> Hashable:
    return _of_unit(claim), claim.change, tolerance.digits(claim.value)[:1] if claim.value is not None else ""


def _by_direction(claim: Claim) -> Hashable:
    return (claim.value, _of_unit(claim)) if claim.change in _BY else None


_SLIPS: tuple[tuple[str, Callable[[Claim], Hashable], Note, Callable[[Claim, Claim, Units], bool]], ...] = (
    ("digits", _by_digits, Note("digits_in_other_order"), _is_misplaced_digit),
    ("magnitude", _by_magnitude, Note("digits_of_other_magnitude"), _is_other_magnitude),
    ("magnitude", _by_first_digit, Note("rounded_of_other_magnitude"), _is_rounded_otherwise),
    ("unit", lambda claim: (claim.value, claim.change), Note("figure_of_other_unit"), _is_other_unit),
    ("direction", _by_direction, Note("figure_up_and_down"), _is_other_direction),
)


def _finding(sort: str, claims: Sequence[Claim], said: Note) -> Finding:
    telling = all(claim.value is not None and len(tolerance.digits(claim.value)) >= tolerance.TELLING_DIGITS for claim in claims)
    alike = len({claim.words for claim in claims}) == 1
    severity: Severity = "low" if not telling else "high" if alike else "medium"
    figures = dict.fromkeys(map(figure, claims))
    return Finding(
        f"{CHECK_ID}.{sort}", "suspect", "; ".join(figures), said, tuple(claim.claim_id for claim in claims), articles=(claims[0].article_id,),
        severity=severity,
    )
