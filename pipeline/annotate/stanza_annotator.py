"""Stanza behind the `Annotator` protocol; it and torch are imported only when a run asks for them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.annotate.labels import kind_of
from pipeline.annotate.stanza_archive import is_plain, rebuild
from pipeline.errors import ModelError
from pipeline.records.annotation import NAMES, RELATIONS, Annotation, Entity, Token

RESOURCES = "resources.json"
"""Stanza's own list of what a folder holds; with it, and told not to download, it asks no network."""
_ORDER = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
"""The processors that are read here, in the order in which they feed one another."""


def open_pipeline(language: str, folder: Path, processors: Mapping[str, str], **options: bool) -> Any:
    """Stanza's own pipeline of a folder's packages by processor, without the network and in one thread; plain arrays are rebuilt while it loads."""
    import stanza
    import torch

    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as rebuilt:
        paths = {}
        for name, package in processors.items():
            place = folder / language / name / f"{package}.pt"
            if is_plain(place):
                archive = Path(rebuilt) / f"{name}.pt"
                rebuild(place, archive)
                paths[f"{name}_model_path"] = str(archive)
        return stanza.Pipeline(
            language, dir=str(folder), processors=dict(processors), package=None, download_method=None, use_gpu=False, verbose=False,
            **options, **paths,
        )


class StanzaAnnotator:
    """A Stanza pipeline over single sentences; whatever processors the folder holds are run."""

    def __init__(self, pipeline: Any, name: str) -> None:
        self._pipeline = pipeline
        self._name = name

    @classmethod
    def load(cls, language: str, folder: Path) -> StanzaAnnotator:
        """The models of a folder with a `resources.json`, as Stanza itself lays them out or as plain arrays in the same places.

        Raises ModelError where the language is not there, or where plain arrays cannot be read.
        """
        path = folder / RESOURCES
        if not path.is_file():
            raise ModelError(f"{folder} has no {RESOURCES}, so these are no Stanza models")
        packages = json.loads(path.read_text(encoding="utf-8")).get(language, {}).get("default_processors", {})
        processors = {name: package for name in _ORDER if (package := packages.get(name))}
        if "tokenize" not in processors:
            raise ModelError(f"{path} has no tokeniser for {language!r}")
        import stanza

        pipeline = open_pipeline(language, folder, processors, tokenize_no_ssplit=True)
        return cls(pipeline, f"stanza-{language}-{stanza.__version__}:{'+'.join(processors)}")

    @property
    def name(self) -> str:
        """The model's name, Stanza's version and the processors that run."""
        return self._name

    @property
    def gives(self) -> frozenset[str]:
        """Names and relations as far as its processors give them."""
        return frozenset(given for processor, given in (("ner", NAMES), ("depparse", RELATIONS)) if processor in self._pipeline.processors)

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:  # noqa: ARG002 - of the protocol
        """One annotation a sentence, in order, by all processors; what Stanza's tokeniser leaves empty has no tokens."""
        import stanza

        documents = self._pipeline.bulk_process([stanza.Document([], text=sentence) for sentence in sentences])
        return [self._read(document) for document in documents]

    @staticmethod
    def _read(document: Any) -> Annotation:
        tokens: list[Token] = []
        for sentence in document.sentences:
            first = len(tokens)
            for token in sentence.tokens:
                # the words of a multi-word token have no place of their own in the text: all of them stand where it stands
                for word in token.words:
                    head = first + word.head - 1 if word.head else len(tokens)
                    tokens.append(Token(token.start_char, token.end_char, word.lemma, word.upos, word.deprel, head))
        return Annotation(tuple(tokens), tuple(Entity(span.start_char, span.end_char, kind_of(span.type)) for span in document.ents))
