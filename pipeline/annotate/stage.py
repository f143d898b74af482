"""The stage that lays models over gated sentences, in batches across articles."""

from __future__ import annotations

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
    places: list[tuple[Dossier, Passage, Sentence]] = []
    texts: list[str] = []
    for dossier in dossiers:
        for passage in dossier.passages:
            for sentence in gated(dossier, passage, annotator.gives):
                text = passage.text[sentence.start:sentence.stop]
                if (reason := why_not(text)) is not None:
                    _refuse(dossier, sentence, text, reason, annotator)
                    continue
                places.append((dossier, passage, sentence))
                texts.append(made_safe(text))
    for (dossier, passage, sentence), text, found in zip(places, texts, annotator.annotate(texts), strict=True):
        if isinstance(found, Annotation):
            passage.annotations[sentence.start] = found.moved(sentence.start)
        else:
            _refuse(dossier, sentence, text, found, annotator)


def _refuse(dossier: Dossier, sentence: Sentence, text: str, reason: str, annotator: Annotator) -> None:
    detail = f"{annotator.name} did not read the sentence of {len(text)} characters; rules did"
    dossier.refusals.append(Refusal("model", "annotate", reason, detail, sentence.start, sentence.stop, text, article_id=dossier.article.article_id))
