"""Citations of documents: symbols propose in every language, the room's words add short forms, names and pointers back."""

from __future__ import annotations

from pipeline.extract.citations.mention import Mention
from pipeline.extract.citations.mentions import STAGE, Reader
from pipeline.extract.citations.resolving import resolve
from pipeline.knowledge import Knowledge
from pipeline.records import Citation, Dossier, Passage

__all__ = ["find_citations"]


def find_citations(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add every mention of a document and mark the digits of symbols as taken; languages without a room give their whole symbols."""
    room = knowledge.rooms.get(dossier.language)
    found: list[tuple[Passage, Mention]] = []
    for passage in dossier.passages:
        found += ((passage, mention) for mention in Reader(passage, room, knowledge.papers, dossier).read())
    kept = {id(mention) for mention in resolve([mention for _, mention in found], knowledge.papers)}
    for passage, mention in found:
        if id(mention) in kept:
            dossier.citations.append(_record(passage, mention))
            if mention.kind == "short" and mention.digits:
                passage.take(*mention.digits, "symbol")
        elif mention.kind == "doubtful":
            dossier.refuse(passage, mention.start, mention.stop, STAGE, "doubtful_number", "a number behind a word that need not be a document")


def _record(passage: Passage, mention: Mention) -> Citation:
    evidence = passage.evidence(mention.start, mention.stop, f"citation_{mention.rule}")
    return Citation(
        evidence, mention.doc_type, mention.symbol, mention.resolved, mention.number, mention.year,
        mention.issuer_code, mention.issuer, mention.signed, mention.title,
    )
