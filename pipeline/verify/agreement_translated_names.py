"""Whether the translations name the same officials."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.verify.facts import ArticleFacts, FamilyFacts, Row
from pipeline.verify.finding import Finding
from pipeline.verify.lettering import Lettering
from pipeline.verify.note import Note

CHECK_ID = "agreement_translated_names"

_FEW = 2
"""A name of one word is too little to tell persons apart."""


def translated_names(family: FamilyFacts, _: Knowledge) -> Iterator[Finding]:
    """A name that stands in one member and not in the text of another: altered where the other gives the office to another name."""
    reference = family.reference
    texts = {member.article_id: Lettering(member) for member in family.members}
    for member in family.members[1:]:
        told: set[str] = set()
        for having, lacking in ((member, reference), (reference, member)):
            for row in _unknown(having, lacking, texts[lacking.article_id]):
                was = _instead(row, having, lacking)
                ids = tuple(one["official_id"] for one in (row, was) if one is not None)
                if told.isdisjoint(ids):
                    told.update(ids)
                    yield _finding(family, having, lacking, row, was)


def _unknown(having: ArticleFacts, lacking: ArticleFacts, text: Lettering) -> Iterator[Row]:
    """The officials whose name the other does not have, each name once; part of a name is the name."""
    known = [frozenset(row["person_key"].split()) for row in lacking.officials]
    seen: set[str] = set()
    for row in having.officials:
        words = frozenset(row["person_key"].split())
        if row["person_key"] in seen or len(words) < _FEW:
            continue
        seen.add(row["person_key"])
        if not any(words <= other or other <= words for other in known) and not text.has(row["name"]):
            yield row


def _instead(row: Row, having: ArticleFacts, lacking: ArticleFacts) -> Row | None:
    """The official of the other member who holds the office there, or whose name is nearly the same, and whom this one lacks."""
    pairs = {(one["person_key"], one["role_id"]) for one in having.officials}
    free = [one for one in lacking.officials if (one["person_key"], one["role_id"]) not in pairs]
    words = set(row["person_key"].split())
    for one in free:
        if one["role_id"] is not None and one["role_id"] == row["role_id"]:
            return one
    return next((one for one in free if 2 * len(words & set(one["person_key"].split())) >= len(words)), None)


def _finding(family: FamilyFacts, having: ArticleFacts, lacking: ArticleFacts, row: Row, was: Row | None) -> Finding:
    if was is None:
        sort = "missing" if having is family.reference else "added"
        return Finding(
            f"{CHECK_ID}.{sort}", "suspect", f"{having.language}: {row['name']}; {lacking.language}: nothing",
            Note("name_missing", having=(having.language,), name=row["name"], lacking=(lacking.language,)), mentions=(row["official_id"],),
            articles=(having.article_id, lacking.article_id), severity="low", family=family.family_id,
        )
    return Finding(
        f"{CHECK_ID}.altered", "conflicts", f"{having.language}: {row['name']}; {lacking.language}: {was['name']}",
        Note("name_altered", having=(having.language,), name=row["name"], lacking=(lacking.language,), other=was["name"]),
        mentions=(row["official_id"], was["official_id"]),
        articles=(having.article_id, lacking.article_id), severity="medium", family=family.family_id,
    )
