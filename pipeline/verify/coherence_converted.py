"""Whether an amount and the same amount in another currency behind it can be one ("10 billion VND ($400,000)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.slips import magnitude
from pipeline.verify.working import number

CHECK_ID = "coherence_converted"
SOURCE = "models/units/exchange.csv"
_LAST_YEAR = 9999


def converted(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each amount beside the amounts of other currencies that stand in the brackets right behind it.

    A rate that was never near is suspect; the year is that of the article's date, or any since the first that an undated article names.
    """
    first, last = _years(facts)
    for its in facts.sentences():
        money = [claim for claim in its if claim.unit_kind == "money" and claim.value and claim.change != "from_to" and claim.unit]
        for at, claim in enumerate(money):
            for twin in _twins(claim, money[at + 1:], str(facts.article[claim.field])):
                yield from _of_pair(claim, twin, (first, last), knowledge)


def _years(facts: ArticleFacts) -> tuple[int, int]:
    anchor = str(facts.article["anchor"] or "")[:4]
    if anchor.isdecimal():
        return int(anchor), int(anchor)
    named = [int(row["edtf"][:4]) for row in facts.dates if row["edtf"][:4].isdecimal()]
    return min(named, default=1) - 1, _LAST_YEAR


def _twins(claim: Claim, behind: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Amounts inside the brackets that open right behind an amount."""
    for other in behind:
        between = text[claim.stop:other.start]
        if "(" not in between[:tolerance.TWIN_GAP] or ")" in between or other.unit == claim.unit:
            return
        if len(between) - between.rfind(";") <= tolerance.CONVERTED_WORDS:
            yield other


def _of_pair(claim: Claim, twin: Claim, years: tuple[int, int], knowledge: Knowledge) -> Iterator[Finding]:
    (value, unit), (other, other_unit) = _in_base(claim, knowledge), _in_base(twin, knowledge)
    span = knowledge.exchange.between(unit, other_unit, *years) if value and other and unit != other_unit else None
    if span is None or (claim.per != twin.per and twin.per is not None):
        return
    low, high = span
    rate = value / other
    weak, strong = (unit, other_unit) if rate >= 1 else (other_unit, unit)
    shown = rounding.figures(max(rate, 1 / rate))
    working = f"1 {strong} = {number(shown)} {weak}"
    ids, article = (twin.claim_id, claim.claim_id), (claim.article_id,)
    if low * (1 - tolerance.RATE) <= rate <= high * (1 + tolerance.RATE):
        yield Finding(CHECK_ID, "agrees", working, Note("rate_fits"), ids, articles=article, source=SOURCE)
        return
    off = rate / high if rate > high else low / rate
    how = magnitude(off)
    ends = sorted((low, high) if rate >= 1 else (1 / low, 1 / high))
    least, most = map(rounding.figures, ends)
    told = Note("rate_one", rate=least) if least == most else Note("rate_span", low=least, high=most)
    yield Finding(
        CHECK_ID, "suspect", working, Note("rate_off_by_slip", rate=told, times=how) if how else Note("rate_off", rate=told), ids, articles=article,
        severity="high" if how else "medium", source=SOURCE,
    )


def _in_base(claim: Claim, knowledge: Knowledge) -> tuple[Decimal, str]:
    """An amount in whole units of its currency (cents in dollars)."""
    factor, base = knowledge.units.in_base(claim.unit)
    return factor * (claim.value or Decimal(0)), base
