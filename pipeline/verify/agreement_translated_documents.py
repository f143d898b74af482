"""Whether the translations cite the same documents, of the same day."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.link.documents import document_key, is_whole
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, FamilyFacts, Row
from pipeline.verify.finding import Finding
from pipeline.verify.lettering import Lettering
from pipeline.verify.note import Note

CHECK_ID = "agreement_translated_documents"


def translated_documents(family: FamilyFacts, _: Knowledge) -> Iterator[Finding]:
    """A symbol that one member's text has and another's has not: altered where the other has one with the same number or the same codes."""
    reference = family.reference
    here, text = _documents(reference), Lettering(reference)
    for member in family.members[1:]:
        there, other_text = _documents(member), Lettering(member)
        lost = {key: row for key, row in here.items() if key not in there and not other_text.has(row["symbol"])}
        for key, row in there.items():
            if key in here:
                yield from _signed(family, member, here[key], row)
            elif not text.has(row["symbol"]):
                was = next((one for one in lost if _near(lost[one], row)), None)
                yield _finding(family, member, reference, row, None if was is None else lost.pop(was))
        for row in lost.values():
            yield _finding(family, reference, member, row, None)


def _documents(facts: ArticleFacts) -> dict[str, Row]:
    """The documents with a whole symbol, each where it is cited first with its day, else where it is cited first."""
    found: dict[str, Row] = {}
    for row in facts.citations:
        if row["symbol"] and is_whole(row["symbol"]):
            key = document_key(row["symbol"])
            if key not in found or (row["signed"] and not found[key]["signed"]):
                found[key] = row
    return found


def _near(one: Row, other: Row) -> bool:
    return bool(one["number"] == other["number"] or (one["doc_type"], one["issuer_code"]) == (other["doc_type"], other["issuer_code"]))


def _signed(family: FamilyFacts, member: ArticleFacts, row: Row, other: Row) -> Iterator[Finding]:
    reference = family.reference
    if row["signed"] and other["signed"] and not tolerance.same_time(row["signed"], other["signed"]):
        yield Finding(
            f"{CHECK_ID}.signed", "conflicts", f"{reference.language}: {row['signed']}; {member.language}: {other['signed']}",
            Note("document_days_differ", odd=(member.language,), reference=(reference.language,), symbol=row["symbol"]),
            mentions=(other["citation_id"], row["citation_id"]), articles=(member.article_id, reference.article_id), severity="medium",
            family=family.family_id,
        )


def _finding(family: FamilyFacts, having: ArticleFacts, lacking: ArticleFacts, row: Row, was: Row | None) -> Finding:
    sort = "altered" if was is not None else "missing" if having is family.reference else "added"
    one, two = (having.language,), (lacking.language,)
    if was is None:
        note = Note("document_missing", having=one, symbol=row["symbol"], lacking=two)
    else:
        note = Note("document_altered", having=one, symbol=row["symbol"], lacking=two, other=was["symbol"])
    return Finding(
        f"{CHECK_ID}.{sort}", "suspect" if was is None else "conflicts",
        f"{having.language}: {row['symbol']}; {lacking.language}: {was['symbol'] if was else 'nothing'}",
        note,
        mentions=tuple(one["citation_id"] for one in (row, was) if one is not None), articles=(having.article_id, lacking.article_id),
        severity="low" if was is None else "medium", family=family.family_id,
    )
