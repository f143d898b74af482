"""Whether the translations of a claim say the same: figure, unit, bound and change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.knowledge import Knowledge, Units
from pipeline.verify import tolerance
from pipeline.verify.alignment import differences, figures, main_figure
from pipeline.verify.facts import Claim, FamilyFacts
from pipeline.verify.finding import Finding, Severity, Verdict
from pipeline.verify.note import Note
from pipeline.verify.working import figure

CHECK_ID = "agreement_translated_claims"

_UP = frozenset({"more_than", "at_least"})
_DOWN = frozenset({"less_than", "at_most", "nearly"})
_BY = frozenset({"increase_by", "decrease_by"})


class _Difference(NamedTuple):
    """One sort of difference: what it is called, how bad it is, and what is said of it."""

    sort: str
    verdict: Verdict
    severity: Severity
    said: Note


def translated_claims(family: FamilyFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """One finding a claim of the reference that other members have too, or one for each way in which some of them differ.

    Held against the original where the address tells it, else against what most members say; where neither decides, both sides are named.
    """
    by_claim: dict[str, list[tuple[Claim, str]]] = {}
    for pair in family.pairs:
        by_claim.setdefault(pair.claim.claim_id, []).append((pair.other, pair.how))
    for claim in family.reference.claims:
        others = by_claim.get(claim.claim_id, ())
        if others:
            yield from _of_claim(family, claim, others, knowledge.units)


def _of_claim(family: FamilyFacts, claim: Claim, others: Sequence[tuple[Claim, str]], units: Units) -> Iterator[Finding]:
    found: dict[_Difference, list[Claim]] = {}
    for other, how in others:
        for difference in _differ(claim, other, how, units):
            found.setdefault(difference, []).append(other)
    if not found:
        # a wide unit in the reference may hide that two translations contradict each other
        odd = [other for at, (other, _) in enumerate(others) if any(not units.alike(other.unit, one.unit) for one, _ in others[:at])]
        found |= {_OTHER_UNITS: odd} if odd else {}
    for difference, odd in found.items():
        alike = [claim, *(other for other, _ in others if other not in odd)]
        yield _finding(family, difference, alike, odd)
    if not found:
        its = (claim, *(other for other, _ in others))
        yield Finding(
            f"{CHECK_ID}.{_FIGURE}", "agrees", _working(its), Note("translations_agree", n=len(its)), tuple(one.claim_id for one in its),
            articles=tuple(one.article_id for one in its), family=family.family_id,
        )


_FIGURE = "figure"
_OTHER_UNITS = _Difference("unit", "conflicts", "medium", Note("differ_in_thing"))


def _differ(claim: Claim, other: Claim, how: str, units: Units) -> Iterator[_Difference]:
    """The differences that a reader should know of; figures of unequal fineness may be one figure rounded."""
    names = set(differences(claim, other, units))
    turned = claim.change == other.change == "from_to" and (claim.change_from, claim.change_to) == (other.change_to, other.change_from)
    if turned or (claim.change in _BY and other.change in _BY and claim.change != other.change):
        yield _Difference("change", "conflicts", "high", Note("differ_in_direction"))
    elif _by_for_to(claim, other) or _by_for_to(other, claim):
        yield _Difference("change", "suspect", "medium", Note("differ_in_change"))
    elif tolerance.rounded(claim, other):
        yield _Difference(_FIGURE, "suspect", "low", Note("differ_in_digits"))
    elif _stated(claim) != _stated(other):
        # what only stands in the same place is surely one claim where its digits are those of the other
        sure = how != "place_in_text" or tolerance.slipped(main_figure(claim), main_figure(other))
        yield _Difference(_FIGURE, *(("conflicts", "high") if sure else ("suspect", "medium")), Note("differ_in_figure"))
    if "unit" in names:
        yield _OTHER_UNITS
    if "per" in names:
        yield _Difference("unit", "suspect", "low", Note("differ_in_rate"))
    if "modifier" in names and (bound := _bound(claim.modifier, other.modifier)) is not None:
        yield bound


def _by_for_to(claim: Claim, other: Claim) -> bool:
    """True where one claim reaches a figure, its beginning not said, by which the other changes ("rose to 38", "rose by 38")."""
    return claim.change == "from_to" and claim.change_from is None and other.change in _BY and claim.change_to == other.value is not None


def _stated(claim: Claim) -> tuple[object, ...]:
    """The numbers of a claim; of a change whose beginning is not said, the level reached is all there is."""
    if claim.change == "from_to" and claim.change_from is None:
        return claim.value, claim.low, claim.high, None, None, claim.of
    return figures(claim)


def _bound(one: str, other: str) -> _Difference | None:
    """What two bounds do to each other: over against under contradicts, a bound that is lost is small, the rest is wording."""
    if (one in _UP and other in _DOWN) or (one in _DOWN and other in _UP):
        return _Difference("modifier", "conflicts", "medium", Note("differ_in_bound"))
    if "exact" in (one, other):
        return _Difference("modifier", "suspect", "low", Note("differ_in_bounding"))
    return None


def _finding(family: FamilyFacts, difference: _Difference, alike: Sequence[Claim], odd: Sequence[Claim]) -> Finding:
    """The doubtful side first: what differs from the original, else the smaller side."""
    doubtful, sound = (odd, alike) if family.has_original or len(odd) <= len(alike) else (alike, odd)
    if family.has_original:
        if len(alike) == 1 and len(odd) > 1:
            note = Note("translation_odd_all", odd=_languages(odd), sound=_languages(alike[:1]), difference=difference.said, n=len(odd))
        else:
            note = Note("translation_odd", odd=_languages(odd), sound=_languages(alike[:1]), difference=difference.said)
    elif len(odd) != len(alike):
        note = Note("translation_odd_of_most", odd=_languages(doubtful), sound=_languages(sound), difference=difference.said)
    else:
        note = Note("translation_odd_undecided", odd=_languages(doubtful), sound=_languages(sound), difference=difference.said)
    its = (*doubtful, *sound)
    return Finding(
        f"{CHECK_ID}.{difference.sort}", difference.verdict, _working(its), note, tuple(one.claim_id for one in its),
        articles=tuple(one.article_id for one in its), severity=difference.severity, family=family.family_id,
    )


def _languages(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.language for claim in claims}))


def _working(claims: Sequence[Claim]) -> str:
    """What each side says, those that say the same together."""
    said: Counter[str] = Counter()
    languages: dict[str, list[str]] = {}
    for claim in claims:
        text = figure(claim)
        said[text] += 1
        languages.setdefault(text, []).append(claim.language)
    return "; ".join(f"{', '.join(languages[text])}: {text}" for text in said)
