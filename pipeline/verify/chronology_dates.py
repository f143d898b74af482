"""Whether dates can be: the weekday beside a day, periods and terms in order, documents no younger than the article that cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.knowledge import Knowledge, Room
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, Row
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note

CHECK_ID = "chronology_dates"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LETTER = re.compile(r"[^\W\d_]|[0-9]")
_DIGIT = re.compile("[0-9]")
_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def dates(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each day beside its weekday, each period beside its own ends, each document's day beside the article's."""
    room = knowledge.rooms.get(facts.language)
    for row in facts.dates:
        # a weekday alone is told by the day that it was resolved to
        if room is not None and _DAY.fullmatch(row["edtf"]) and _DIGIT.search(row["quote"]):
            yield from _weekday(row, room)
        yield from _order(row)
    anchor = facts.article["anchor"]
    if anchor and _DAY.fullmatch(anchor):
        yield from _documents(facts, date.fromisoformat(anchor))


def _weekday(row: Row, room: Room) -> Iterator[Finding]:
    said = _weekdays(row["quote"].lower(), room)
    if len(said) != 1:
        return
    day, weekday = date.fromisoformat(row["edtf"]), said.pop()
    if day.isoweekday() == weekday:
        yield Finding(
            f"{CHECK_ID}.weekday", "agrees", f"{day} = {_NAMES[weekday]}", Note("weekday_fits"), mentions=(row["date_id"],),
            articles=(row["article_id"],),
        )
        return
    # a year that nobody stated may be the one before or after
    sure = not row["anchored"]
    yield Finding(
        f"{CHECK_ID}.weekday", "conflicts" if sure else "suspect", f"{day} = {_NAMES[day.isoweekday()]} \u2260 {_NAMES[weekday]}",
        Note("weekday_other"), mentions=(row["date_id"],), articles=(row["article_id"],), severity="high" if sure else "medium",
    )


def _weekdays(quote: str, room: Room) -> set[int]:
    """The weekdays that a mention of a day names, 1 for Monday."""
    found = set()
    for kind in ("weekday", "weekday_doubtful"):
        for concept, wordings in room.words(kind).items():
            if concept.isdecimal() and any(_stands(wording.lower(), quote) for wording in wordings):
                found.add(int(concept))
    return found


def _stands(word: str, text: str) -> bool:
    """True where a text has a word by itself."""
    at = text.find(word)
    stop = at + len(word)
    return at >= 0 and not (at and _LETTER.match(text[at - 1])) and not (stop < len(text) and _LETTER.match(text[stop]))


def _order(row: Row) -> Iterator[Finding]:
    span = tolerance.span_of(row["edtf"])
    if span is None or "/" not in row["edtf"]:
        return
    first, last = span
    if first > last:
        yield Finding(
            f"{CHECK_ID}.order", "conflicts", row["edtf"], Note("period_turned"), mentions=(row["date_id"],),
            articles=(row["article_id"],), severity="high",
        )
    elif row["kind"] == "term" and last.year - first.year > tolerance.LONGEST_TERM:
        yield Finding(
            f"{CHECK_ID}.order", "suspect", row["edtf"], Note("term_long", years=last.year - first.year), mentions=(row["date_id"],),
            articles=(row["article_id"],), severity="medium",
        )


def _documents(facts: ArticleFacts, anchor: date) -> Iterator[Finding]:
    for row in facts.citations:
        span = tolerance.span_of(row["signed"]) if row["signed"] and "X" not in row["signed"] else None
        if span is not None and (span[0] - anchor).days > tolerance.DAYS_AHEAD:
            yield Finding(
                f"{CHECK_ID}.document", "conflicts", f"{row['signed']} > {anchor}", Note("document_young"),
                mentions=(row["citation_id"],), articles=(facts.article_id,), severity="high",
            )
        elif span is not None and row["signed"] == str(span[0]):
            yield Finding(
                f"{CHECK_ID}.document", "agrees", f"{row['signed']} \u2264 {anchor}", Note("document_before"),
                mentions=(row["citation_id"],), articles=(facts.article_id,),
            )
        elif span is None and _is_of_later_year(row, anchor):
            yield Finding(
                f"{CHECK_ID}.document", "suspect", f"{row['symbol']} > {anchor}", Note("symbol_young"),
                mentions=(row["citation_id"],), articles=(facts.article_id,), severity="medium",
            )


def _is_of_later_year(row: Row, anchor: date) -> bool:
    year = row["year"] or ""
    return year.isdecimal() and int(year) > anchor.year and f"/{year}/" in (row["symbol"] or "")
