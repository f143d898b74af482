"""Whether an article names the one holder of an office alike, and gives one day to one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.knowledge import Knowledge
from pipeline.link.documents import document_key
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, Row
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note

CHECK_ID = "agreement_named_in_article"

_OFFICES = "models/offices/roles.toml"


def named_in_article(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Two names that are nearly one for an office of one holder; two days for one document; a day outside the year in its symbol."""
    sole: dict[tuple[str, str | None, str | None], dict[str, Row]] = {}
    for row in facts.officials:
        role = knowledge.offices.roles.get(row["role_id"] or "")
        if role is not None and role.sole and row["tenure"] == "current":
            sole.setdefault((row["role_id"], row["body"], row["place"]), {}).setdefault(row["person_key"], row)
    for holders in sole.values():
        for one, other in combinations(holders.values(), 2):
            if _nearly(one["person_key"], other["person_key"]):
                yield Finding(
                    f"{CHECK_ID}.name", "suspect", f"{one['name']}; {other['name']}", Note("office_of_two_names", role=one["role"]),
                    mentions=(one["official_id"], other["official_id"]), articles=(facts.article_id,), severity="medium", source=_OFFICES,
                )
    yield from _days(facts)


def _nearly(one: str, other: str) -> bool:
    """True where two names share most words, and neither is the other cut short."""
    first, second = set(one.split()), set(other.split())
    return not (first <= second or second <= first) and len(first) == len(second) and 2 * len(first & second) >= len(first)


def _days(facts: ArticleFacts) -> Iterator[Finding]:
    first: dict[str, Row] = {}
    for row in facts.citations:
        if not row["signed"] or not row["symbol"]:
            continue
        year = row["signed"][:4]
        # a journal's year is that of its issue
        if row["year"] and year.isdecimal() and year != row["year"] and f"/{row['year']}/" in row["symbol"]:
            yield Finding(
                f"{CHECK_ID}.year", "suspect", f"{row['symbol']}; {row['signed']}", Note("day_outside_symbol", year=row["year"]),
                mentions=(row["citation_id"],), articles=(facts.article_id,), severity="medium",
            )
        other = first.setdefault(document_key(row["symbol"]), row)
        if not tolerance.same_time(row["signed"], other["signed"]):
            yield Finding(
                f"{CHECK_ID}.signed", "conflicts", f"{row['symbol']}: {other['signed']}; {row['signed']}", Note("document_of_two_days"),
                mentions=(row["citation_id"], other["citation_id"]), articles=(facts.article_id,), severity="medium",
            )
