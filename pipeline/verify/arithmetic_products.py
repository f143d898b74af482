"""Whether a rate times a count comes to the total beside it (yield, area and output; a price, a quantity and its worth)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.knowledge import Knowledge, Units
from pipeline.verify import rounding
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.working import number

CHECK_ID = "arithmetic_products"


class _Sides(NamedTuple):
    """A rate, what it is a rate of, and the total, each the only one of its sort in the sentence."""

    rate: Claim
    counted: Claim
    total: Claim


def products(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each sentence with one rate, one count and one total of its units.

    A product that comes out agrees. One that does not is mostly of another area or another year, and is suspect only where the total is
    a step of ten, a thousand or a million away from it.
    """
    for its in facts.sentences():
        for sides in _sides([claim for claim in its if claim.change == "none" and claim.value], knowledge.units):
            yield from _of_sides(sides, knowledge.units)


def _sides(levels: Sequence[Claim], units: Units) -> Iterator[_Sides]:
    for rate in levels:
        if rate.per not in units.by_id or rate.unit not in units.by_id or units.by_id[rate.per].kind == "duration":
            continue
        (_, counted), (_, given) = units.in_base(rate.per), units.in_base(rate.unit)
        bases = [(one, units.in_base(one.unit)[1]) for one in levels]
        alike = [one for one, base in bases if one.per and base == given and units.in_base(one.per)[1] == counted]
        counts = [one for one, base in bases if not one.per and base == counted]
        totals = [one for one, base in bases if not one.per and base == given]
        if len(alike) == len(counts) == len(totals) == 1 and counts != totals:
            yield _Sides(rate, counts[0], totals[0])


def _of_sides(sides: _Sides, units: Units) -> Iterator[Finding]:
    rate, counted, total = sides
    if len({one.period for one in sides if one.period}) > 1 or len({one.place_id for one in sides if one.place_id}) > 1:
        return
    above, count, below, whole = (units.in_base(ident)[0] for ident in (rate.unit, counted.unit, rate.per, total.unit))
    scale = above * count / (below * whole)
    product, said = scale * (rate.value or Decimal(0)) * (counted.value or Decimal(0)), total.value or Decimal(0)
    working = (
        f"{number(counted.value)} {counted.unit} \u00d7 {number(rate.value)} {rate.unit} per {rate.per} = "
        f"{number(rounding.figures(product))} {total.unit}"
    )
    ids, articles = (total.claim_id, rate.claim_id, counted.claim_id), (total.article_id,)
    if rounding.is_close(said, product) and rounding.product_prints((rate, counted), scale, total):
        yield Finding(CHECK_ID, "agrees", working, Note("product_fits", total=said), ids, articles=articles)
        return
    power = rounding.power_off(said, product)
    if power is not None and len({one.status for one in sides}) == 1:
        times = Decimal(10**abs(power))
        note = Note("product_large", times=times) if said > product else Note("product_small", times=times)
        yield Finding(CHECK_ID, "suspect", f"{working} \u2260 {number(said)}", note, ids, articles=articles, severity="medium")
