"""Frozen values that travel through the pipeline; no behaviour beyond reading themselves."""

from pipeline.records.annotation import Annotation, Annotator, Entity, Token
from pipeline.records.article import Article, Block, Source
from pipeline.records.dossier import Dossier, Passage, Sentence
from pipeline.records.facts import Citation, Claim, DateMention, Official, Organisation, Place, Refusal
from pipeline.records.hit import Entry, Hit, Match, Wording
from pipeline.records.quantity import NO_CHANGE, Change, Quantity
from pipeline.records.span import Evidence, Span

__all__ = [
    "NO_CHANGE",
    "Annotation", "Annotator", "Article", "Block", "Change", "Citation", "Claim", "DateMention", "Dossier", "Entity", "Entry", "Evidence",
    "Hit", "Match", "Official", "Organisation",
    "Passage", "Place", "Quantity", "Refusal", "Sentence", "Source", "Span", "Token", "Wording",
]
