"""The stage that lays models over gated sentences, in batches across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.annotate.gate import gated
from pipeline.annotate.guard import made_safe, why_not
from pipeline.knowledge import Knowledge
from pipeline.records import Dossier, Passage, Refusal, Sentence
from pipeline.records.annotation import Annotation, Annotator


def annotate(dossier: Dossier, knowledge: Knowledge) -> None:
    """Annotate the gated sentences of one article, where its language has a model."""
    annotate_all([dossier], knowledge)


def annotate_all(dossiers: Sequence[Dossier], knowledge: Knowledge) -> None:
    """Annotate the gated sentences of many articles at once; a sentence that a model cannot take is a refusal of the kind `model`."""
    by_language: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        if dossier.language in knowledge.annotators:
            by_language.setdefault(dossier.language, []).append(dossier)
    for language, its in by_language.items():
        _annotate(its, knowledge.annotators[language])


def _annotate(dossiers: Sequence[Dossier], annotator: Annotator) -> None:
    work: defaultdict[frozenset[str], list[tuple[Dossier, Passage, Sentence, str]]] = defaultdict(list)
    for dossier in dossiers:
        for passage in dossier.passages:
            for sentence, wanted in _wanted(dossier, passage, annotator):
                text = passage.text[sentence.start:sentence.stop]
                if (reason := why_not(text)) is not None:
                    _refuse(dossier, sentence, text, reason, annotator)
                    continue
                work[wanted].append((dossier, passage, sentence, made_safe(text)))
    for wanted in sorted(work, key=sorted):
        pieces = work[wanted]
        for (dossier, passage, sentence, text), found in zip(pieces, annotator.annotate([piece[3] for piece in pieces], wanted), strict=True):
            if isinstance(found, Annotation):
                passage.annotations[sentence.start] = found.moved(sentence.start)
            else:
                _refuse(dossier, sentence, text, found, annotator)


def _wanted(dossier: Dossier, passage: Passage, annotator: Annotator) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences that the gate lets through, with what is wanted of the model for each: what nobody wants is not reckoned."""
    wanted: defaultdict[Sentence, set[str]] = defaultdict(set)
    for given in sorted(annotator.gives):
        for sentence in gated(dossier, passage, frozenset({given})):
            wanted[sentence].add(given)
    return [(sentence, frozenset(wanted[sentence])) for sentence in sorted(wanted)]


def _refuse(dossier: Dossier, sentence: Sentence, text: str, reason: str, annotator: Annotator) -> None:
    detail = f"{annotator.name} did not read the sentence of {len(text)} characters; rules did"
    dossier.refusals.append(Refusal("model", "annotate", reason, detail, sentence.start, sentence.stop, text, article_id=dossier.article.article_id))
