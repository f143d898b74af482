"""Whether a duration fits the day since which it is told to run and the article's own date ("over two months since 1 July")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim, Row
from pipeline.verify.finding import Finding
from pipeline.verify.working import figure, number

CHECK_ID = "chronology_durations"

_DAYS = {
    "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "quarter": Decimal("91.31"), "year": Decimal("365.25"),
    "decade": Decimal("3652.5"),
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def durations(facts: ArticleFacts, _: Knowledge) -> Iterator[Finding]:
    """Each duration beside the one day, or the one document, that its sentence tells behind it.

    A duration that runs from there to the article's date agrees. One that stands right before a document whose day nobody knows cannot be
    checked, and says so. Any other duration may run between other times, and nothing is said of it.
    """
    anchor = facts.article["anchor"]
    if not anchor or not _DAY.fullmatch(anchor):
        return
    today = date.fromisoformat(anchor)
    rows = _by_sentence(facts)
    signed = {row["symbol"]: row["signed"] for row in facts.citations if row["signed"] and _DAY.fullmatch(row["signed"])}
    for claim in facts.claims:
        if claim.unit in _DAYS and claim.value and claim.change == "none" and claim.status == "actual" and claim.per is None:
            yield from _of_claim(claim, rows.get((claim.field, claim.sentence), ()), signed, today)


def _by_sentence(facts: ArticleFacts) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    found: dict[tuple[str, str], tuple[Row, ...]] = {}
    for row in (*facts.dates, *facts.citations):
        key = row["field"], row["sentence"]
        found[key] = (*found.get(key, ()), row)
    return found


def _of_claim(claim: Claim, rows: tuple[Row, ...], signed: Mapping[str, str], today: date) -> Iterator[Finding]:
    behind = [row for row in rows if claim.stop <= row["start"] <= claim.stop + tolerance.SINCE]
    days = [row for row in behind if _DAY.fullmatch(row.get("edtf") or "")]
    if len(days) == 1:
        since = date.fromisoformat(days[0]["edtf"])
        if since < today and _fits(claim, since, today):
            yield _agrees(claim, since, today, (days[0]["date_id"],))
        return
    documents = [row for row in behind if row.get("citation_id")]
    if days or not documents or claim.unit not in ("month", "year"):
        return
    first = documents[0]
    known = signed.get(first["symbol"] or "")
    if known is not None and _fits(claim, date.fromisoformat(known), today):
        yield _agrees(claim, date.fromisoformat(known), today, (first["citation_id"],))
    elif known is None and claim.modifier != "exact":
        yield Finding(
            CHECK_ID, "uncheckable", f"{figure(claim)} up to {today}", f"The day of {first['symbol'] or 'the document'} is not stated.",
            (claim.claim_id,), (first["citation_id"],), (claim.article_id,),
        )


def _fits(claim: Claim, since: date, today: date) -> bool:
    allowed = tolerance.allowed(claim.value or Decimal(0), claim.modifier)
    gone = _gone(claim, since, today)
    return tolerance.meet(tolerance.Interval(gone, gone), allowed)


def _gone(claim: Claim, since: date, today: date) -> Decimal:
    return Decimal((today - since).days) / _DAYS[claim.unit or "day"]


def _agrees(claim: Claim, since: date, today: date, mentions: tuple[str, ...]) -> Finding:
    gone = rounding.figures(_gone(claim, since, today), 2)
    return Finding(
        CHECK_ID, "agrees", f"{since} to {today} = {number(gone)} {claim.unit}s", "So much time had gone by when the article appeared.",
        (claim.claim_id,), mentions, (claim.article_id,),
    )
