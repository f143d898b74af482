"""Whether the translations name the same days, months and years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.knowledge import Knowledge
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, FamilyFacts, Row
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note

CHECK_ID = "agreement_translated_dates"

_OF_THE_PAGE = frozenset({"page_updated", "page_published"})


def translated_dates(family: FamilyFacts, _: Knowledge) -> Iterator[Finding]:
    """A date that only one of two members has, beside a date as fine that only the other has, is altered; one alone is missing or added."""
    here = _dates(family.reference)
    for member in family.members[1:]:
        there = _dates(member)
        if not here or not there:
            continue
        lost = [edtf for edtf in here if edtf not in there]
        new = [edtf for edtf in there if edtf not in here]
        altered = _altered(lost, new)
        articles = (member.article_id, family.reference.article_id)
        for edtf, other in altered.items():
            yield Finding(
                f"{CHECK_ID}.altered", "conflicts", f"{family.reference.language}: {edtf}; {member.language}: {other}",
                Note("date_altered", odd=(member.language,), other=other, reference=(family.reference.language,), day=edtf),
                mentions=(there[other]["date_id"], here[edtf]["date_id"]),
                articles=articles, severity="medium", family=family.family_id,
            )
        for having, lacking, dates, other_dates, left in (
            (family.reference, member, here, there, [edtf for edtf in lost if edtf not in altered]),
            (member, family.reference, there, here, [edtf for edtf in new if edtf not in altered.values()]),
        ):
            for edtf in left:
                if not any(tolerance.same_time(edtf, other) for other in other_dates):
                    yield Finding(
                        f"{CHECK_ID}.{'missing' if having is family.reference else 'added'}", "suspect",
                        f"{having.language}: {edtf}; {lacking.language}: nothing",
                        Note("date_missing", having=(having.language,), day=edtf, lacking=(lacking.language,)), mentions=(dates[edtf]["date_id"],),
                        articles=(having.article_id, lacking.article_id), severity="low", family=family.family_id,
                    )


def _dates(facts: ArticleFacts) -> dict[str, Row]:
    """The dates of an article, each where it stands first."""
    found: dict[str, Row] = {}
    for row in facts.dates:
        if row["kind"] not in _OF_THE_PAGE and row["block"] != "furniture":
            found.setdefault(row["edtf"], row)
    return found


def _altered(lost: list[str], new: list[str]) -> Mapping[str, str]:
    """Pairs of dates as fine as each other, the nearest ones first."""
    pairs = sorted(
        (apart, edtf, other) for edtf in lost for other in new
        if len(edtf) == len(other) and (apart := tolerance.days_apart(edtf, other)) is not None and apart <= tolerance.MOVED_DAYS
    )
    found: dict[str, str] = {}
    for _, edtf, other in pairs:
        if edtf not in found and other not in found.values():
            found[edtf] = other
    return found
