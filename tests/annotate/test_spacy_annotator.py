"""spaCy behind the protocol: only what is wanted is reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.annotate.spacy_annotator import SpacyAnnotator
from pipeline.records import Annotation
from pipeline.records.annotation import NAMES, RELATIONS
from pipeline.train.entities import blank, listener, with_entities
from pipeline.train.recipe import Network

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRuler, TrainablePipe

TEXT = "Anna lives in Zabrze."


@pytest.fixture(scope="module")
def nlp() -> Language:
    network = Network(width=16, depth=1, rows=(50, 50, 50, 50), hidden_width=8)
    pipeline = blank("en", network)
    parser = cast("TrainablePipe", pipeline.add_pipe("parser", config={"model": {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
        "hidden_width": 8, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener(network),
    }}))
    parser.add_label("nsubj")
    with_entities(pipeline, network, ["PERSON"])
    words = ["Anna", "lives", "in", "Zabrze", "."]
    gold = Doc(pipeline.vocab, words, heads=[1, 1, 1, 2, 1], deps=["nsubj", "ROOT", "prep", "pobj", "punct"], ents=["B-PERSON", "O", "O", "O", "O"])
    pipeline.initialize(lambda: [Example(Doc(pipeline.vocab, words), gold)])
    return pipeline


def _ran(nlp: Language, wanted: frozenset[str] | None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The components that run for what is wanted."""
    left_out: list[str] = []
    whole = nlp.pipe

    def pipe(texts: list[str], *, batch_size: int, disable: list[str]) -> object:
        left_out.extend(disable)
        return whole(texts, batch_size=batch_size, disable=disable)

    monkeypatch.setattr(nlp, "pipe", pipe)
    assert isinstance(SpacyAnnotator(nlp, "small").annotate([TEXT], wanted)[0], Annotation)
    return [name for name in nlp.pipe_names if name not in left_out]


@pytest.mark.parametrize(("wanted", "ran"), [
    (frozenset({NAMES}), ["tok2vec", "ner"]),
    (frozenset({RELATIONS}), ["tok2vec", "parser"]),
    (frozenset({NAMES, RELATIONS}), ["tok2vec", "parser", "ner"]),
    (None, ["tok2vec", "parser", "ner"]),
])
def test_only_what_is_wanted_runs(nlp: Language, wanted: frozenset[str] | None, ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ran(nlp, wanted, monkeypatch) == ran


def test_a_ruler_may_ask_for_what_stands_before_it_so_that_all_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    cast("EntityRuler", pipeline.add_pipe("entity_ruler")).add_patterns([{"label": "ORG", "pattern": "Zabrze"}])
    assert _ran(pipeline, frozenset({NAMES}), monkeypatch) == ["sentencizer", "entity_ruler"]


def test_an_embedding_that_does_not_say_who_hears_it_runs(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(nlp.get_pipe("tok2vec")), "listening_components", property(lambda _: []))
    assert _ran(nlp, frozenset({NAMES}), monkeypatch) == ["tok2vec", "parser", "ner"]
