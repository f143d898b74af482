"""All checks over all tables: article by article, family by family, and by what is measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pipeline.knowledge import Knowledge, Units
from pipeline.verify.alignment import align
from pipeline.verify.check import ArticleCheck, Check, FamilyCheck, MeasuredCheck
from pipeline.verify.checks import CHECKS
from pipeline.verify.facts import COLUMNS, ArticleFacts, FamilyFacts, Pair
from pipeline.verify.families import Member, find_families, roles
from pipeline.verify.finding import Finding
from pipeline.verify.measured import measured_things
from pipeline.verify.tables import MENTIONS, FactTables, Runs, articles, facts_of, keep, session, stream

if TYPE_CHECKING:
    import duckdb

VerifiedRow = tuple[str, tuple[object, ...]]
"""The name of a table and a row of it."""

_MEMBERS = pa.schema([("family", pa.int64()), ("nth", pa.int64()), ("article_id", pa.string()), ("family_id", pa.string())])
_OF_FAMILIES = "SELECT {columns} FROM {table} JOIN members USING (article_id) ORDER BY {order}"
_PLACE = "family, members.nth, field = 'title', start, stop, "


def verify_tables(tables: FactTables, knowledge: Knowledge, spill: Path | None = None, checks: Sequence[Check] = CHECKS) -> Iterator[VerifiedRow]:
    """The rows of `families`, `alignments` and `findings`, as they are found; sorting that does not fit in memory is done in `spill`.

    Memory is bounded by the largest article, family and group of claims on one thing, and some hundred bytes a member of a family.
    """
    for facts in articles(tables):
        yield from _told(finding for check in checks if isinstance(check, ArticleCheck) for finding in check.run(facts, knowledge))
    numbered = _numbered(tables)
    if numbered.num_rows < 2:
        return
    with session(tables, spill) as base:
        for family, members in families_of(base, find_families(base, numbered), knowledge.units):
            yield from (("families", row) for row in members)
            yield from (("alignments", _aligned(family.family_id, pair)) for pair in family.pairs)
            yield from _told(finding for check in checks if isinstance(check, FamilyCheck) for finding in check.run(family, knowledge))
        measured = [check for check in checks if isinstance(check, MeasuredCheck)]
        for group in measured_things(base) if measured else ():
            yield from _told(finding for check in measured for finding in check.run(group, knowledge))


def _aligned(family_id: str, pair: Pair) -> tuple[object, ...]:
    return family_id, pair.claim.article_id, pair.claim.claim_id, pair.other.article_id, pair.other.claim_id, pair.how, list(pair.differs)


def _told(findings: Iterable[Finding]) -> Iterator[VerifiedRow]:
    for finding in findings:
        yield "findings", finding.row()


def _numbered(tables: FactTables) -> pa.Table:
    """The articles' ids, languages and dates with their place in the tables."""
    columns = ["article_id", "language", "anchor"]
    schema = pa.schema([(name, pa.string()) for name in columns])
    found = pa.Table.from_batches((batch.select(columns).cast(schema) for batch in tables.batches("articles", columns)), schema)
    return found.append_column("nth", pa.array(range(found.num_rows), pa.int64()))


def families_of(base: duckdb.DuckDBPyConnection, members: Sequence[Member], units: Units) -> Iterator[tuple[FamilyFacts, list[tuple[object, ...]]]]:
    """Each family with its claims aligned, and its rows of the families table."""
    families = [list(its) for _, its in groupby(members, key=lambda member: member.family_id)]
    places = [
        {"family": number, "nth": one.at, "article_id": one.article_id, "family_id": one.family_id}
        for number, its in enumerate(families) for one in its
    ]
    keep(base, "members", pa.Table.from_pylist(places, _MEMBERS))
    if not families:
        return
    found = {name: _joined(base, name) for name in ("articles", "claims", *MENTIONS)}
    for its in families:
        facts = [
            facts_of(found["articles"].of(one.article_id)[0], {name: found[name].of(one.article_id) for name in ("claims", *MENTIONS)}) for one in its
        ]
        told = list(roles(its, facts))
        rows: list[tuple[object, ...]] = [(one.article_id, one.family_id, one.why, role) for one, role in zip(its, told, strict=True)]
        yield _family(its[0].family_id, facts, told, units), rows


def _joined(base: duckdb.DuckDBPyConnection, name: str) -> Runs:
    key = {"claims": "claim_id", "citations": "citation_id", "officials": "official_id", "dates": "date_id"}.get(name, "mention_id")
    columns = ", ".join(f'"{column}"' for column in COLUMNS) if name == "claims" else f"{name}.*"
    order = "family, members.nth" if name == "articles" else _PLACE + key
    return Runs(stream(base, _OF_FAMILIES.format(columns=columns, table=name, order=order)), "article_id")


def _family(family_id: str, facts: Sequence[ArticleFacts], told: Sequence[str | None], units: Units) -> FamilyFacts:
    """A family with its reference first: the original, else the member with most claims."""
    has_original = "original" in told
    reference = told.index("original") if has_original else max(range(len(facts)), key=lambda at: (len(facts[at].claims), -at))
    ordered = (facts[reference], *(one for at, one in enumerate(facts) if at != reference))
    pairs = tuple(pair for other in ordered[1:] for pair in align(ordered[0].claims, other.claims, units))
    return FamilyFacts(family_id, ordered, has_original, pairs)
