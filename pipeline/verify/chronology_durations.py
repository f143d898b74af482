"""Whether a duration fits the day since which it is told to run and the article's own date ("over two months since 1 July")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pipeline.knowledge import Knowledge, Room
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim, Row
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.working import figure, number

CHECK_ID = "chronology_durations"

_DAYS = {
    "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "quarter": Decimal("91.31"), "year": Decimal("365.25"),
    "decade": Decimal("3652.5"),
}
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def durations(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each duration beside the one day, or the one document, that its sentence tells behind it; else the one document of the article.

    A duration that runs from there to the article's date agrees. One that names a document whose day nobody knows cannot be checked, and
    says so. Any other duration may run between other times, and nothing is said of it.
    """
    anchor = facts.article["anchor"]
    if not anchor or not _DAY.fullmatch(anchor):
        return
    today = date.fromisoformat(anchor)
    room = knowledge.rooms.get(facts.language)
    rows = _by_sentence(facts)
    only = _only_document(facts)
    for claim in facts.claims:
        if claim.unit in _DAYS and claim.value and claim.change == "none" and claim.status == "actual" and claim.per is None:
            behind = [row for row in rows.get((claim.field, claim.sentence), ()) if claim.stop <= row["start"] <= claim.stop + tolerance.SINCE]
            days = [row for row in behind if _DAY.fullmatch(row.get("edtf") or "")]
            cited = next((row for row in behind if row.get("citation_id")), None)
            if cited is None and only is not None and room is not None and _names_document(facts, claim, room):
                cited = only
            if len(days) == 1:
                yield from _since_day(claim, days[0], today)
            elif not days and cited is not None and claim.unit in ("month", "year"):
                yield from _since_document(claim, cited, _signed(facts, cited, knowledge), today)


def _only_document(facts: ArticleFacts) -> Row | None:
    """The first mention of the only document that an article cites."""
    symbols = {row["symbol"] for row in facts.citations}
    return facts.citations[0] if len(symbols) == 1 and facts.citations[0]["symbol"] else None


def _names_document(facts: ArticleFacts, claim: Claim, room: Room) -> bool:
    """True where a word for a document stands near behind a claim."""
    words = set(_WORD.findall(str(facts.article[claim.field])[claim.stop:claim.stop + tolerance.SINCE].partition(",")[0].lower()))
    return any(words >= set(wording.lower().split()) for wordings in room.words("document_type").values() for wording in wordings)


def _signed(facts: ArticleFacts, cited: Row, knowledge: Knowledge) -> tuple[str, ...]:
    """The days that a document may be of: the one that the article states, else those that are known."""
    stated = [row["signed"] for row in facts.citations if row["symbol"] == cited["symbol"] and _DAY.fullmatch(row["signed"] or "")]
    return tuple(stated[:1]) or tuple(one.signed for one in knowledge.papers.known.get(cited["symbol"] or "", ()))


def _by_sentence(facts: ArticleFacts) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    found: dict[tuple[str, str], tuple[Row, ...]] = {}
    for row in (*facts.dates, *facts.citations):
        key = row["field"], row["sentence"]
        found[key] = (*found.get(key, ()), row)
    return found


def _since_day(claim: Claim, row: Row, today: date) -> Iterator[Finding]:
    since = date.fromisoformat(row["edtf"])
    if since < today and _fits(claim, since, today):
        yield _agrees(claim, since, today, row["date_id"], None)


def _since_document(claim: Claim, cited: Row, signed: tuple[str, ...], today: date) -> Iterator[Finding]:
    source = None if cited["signed"] in signed else "models/documents/known.csv"
    fitting = next((day for day in map(date.fromisoformat, signed) if day < today and _fits(claim, day, today)), None)
    if fitting is not None:
        yield _agrees(claim, fitting, today, cited["citation_id"], source)
    elif not signed and claim.modifier != "exact":
        yield Finding(
            CHECK_ID, "uncheckable", f"{figure(claim)} up to {today}",
            Note("document_day_unknown", symbol=cited["symbol"]) if cited["symbol"] else Note("document_day_unknown_unnumbered"),
            (claim.claim_id,), (cited["citation_id"],), (claim.article_id,),
        )


def _fits(claim: Claim, since: date, today: date) -> bool:
    return rounding.lasted(_gone(claim, since, today), claim.value or Decimal(0), claim.modifier)


def _gone(claim: Claim, since: date, today: date) -> Decimal:
    return Decimal((today - since).days) / _DAYS[claim.unit or "day"]


def _agrees(claim: Claim, since: date, today: date, mention: str, source: str | None) -> Finding:
    gone = rounding.figures(_gone(claim, since, today), 2)
    return Finding(
        CHECK_ID, "agrees", f"{since} to {today} = {number(gone)} {claim.unit}s", Note("duration_fits"),
        (claim.claim_id,), (mention,), (claim.article_id,), source=source,
    )
