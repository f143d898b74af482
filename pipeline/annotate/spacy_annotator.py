"""spaCy behind the `Annotator` protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from pipeline.annotate.labels import kind_of
from pipeline.annotate.syllables import INNER, words_of
from pipeline.annotate.threads import use_numpy_kernel
from pipeline.records.annotation import NAMES, RELATIONS, Annotation, Entity, Token

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

_RECOGNISER = "ner"
_NAMERS = frozenset({_RECOGNISER, "entity_ruler", "span_ruler", "entity_linker"})
_BATCH = 256
"""Sentences to a batch."""


class SpacyAnnotator:
    """A spaCy pipeline; of its components those are left out that give nothing which is wanted."""

    def __init__(self, nlp: Language, name: str) -> None:
        use_numpy_kernel()
        self._nlp = nlp
        self._name = name
        self._parsed = any(pipe in nlp.pipe_names for pipe in ("tagger", "morphologizer", "parser", "lemmatizer", "trainable_lemmatizer"))
        self._syllables = INNER in nlp.pipe_labels.get("parser", ())
        self._threads = ThreadpoolController()
        self._idle = _idle(nlp)

    @classmethod
    def load(cls, folder: Path | str, name: str, leave_out: Iterable[str] = ()) -> SpacyAnnotator:
        """The pipeline of a folder or of an installed package; `leave_out` names components that are not to run."""
        import spacy

        # registers the word features that the shipped weights name in their configuration
        from pipeline.annotate import stems  # noqa: F401

        return cls(spacy.load(folder, exclude=list(leave_out)), name)

    @property
    def name(self) -> str:
        """The model's name and version."""
        return self._name

    @property
    def gives(self) -> frozenset[str]:
        """Names where the pipeline has a recogniser, relations where it has a parser."""
        return frozenset({NAMES for pipe in self._nlp.pipe_names if pipe in _NAMERS} | ({RELATIONS} if "parser" in self._nlp.pipe_names else set()))

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:
        """One annotation a sentence, in order."""
        idle = self._idle.get(wanted, []) if wanted is not None else []
        # what the zone holds is freed at its end: without it the vocabulary grows with every new word of a run
        zone = self._nlp.memory_zone() if hasattr(self._nlp, "memory_zone") else nullcontext()
        # the matrices are small: a second thread of BLAS waits more than it works, and its sums may differ in the last place
        with zone, self._threads.limit(limits=1, user_api="blas"):
            return [self._read(doc) for doc in self._nlp.pipe(sentences, batch_size=_BATCH, disable=idle)]

    def _read(self, doc: Doc) -> Annotation:
        entities = tuple(Entity(span.start_char, span.end_char, kind_of(span.label_)) for span in doc.ents)
        if self._syllables:
            return Annotation(words_of(doc).tokens, entities)
        if not self._parsed:
            return Annotation((), entities)
        tokens = tuple(
            Token(token.idx, token.idx + len(token), token.lemma_ or None, token.pos_ or None, token.dep_ or None, token.head.i) for token in doc
        )
        return Annotation(tokens, entities)


def _idle(nlp: Language) -> dict[frozenset[str], list[str]]:
    """The components that need not run for names alone, and for relations alone.

    Rulers and linkers may ask for whatever stands before them, so that only a recogniser can do without the others.
    """
    namers = {pipe for pipe in nlp.pipe_names if pipe in _NAMERS}
    if namers != {_RECOGNISER}:
        return {}
    heard = {name for name, pipe in nlp.pipeline if _RECOGNISER in getattr(pipe, "listening_components", ())}
    network = getattr(nlp.get_pipe(_RECOGNISER), "model", None)
    if not heard and network is not None and any("listener" in layer.name for layer in network.walk()):
        return {}  # it hears an embedding that does not say so
    others = [name for name in nlp.pipe_names if name not in heard | namers]
    return {frozenset({NAMES}): others, frozenset({RELATIONS}): [_RECOGNISER]}
