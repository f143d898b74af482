"""Training of a named entity model: a HashEmbedCNN and spaCy's transition-based recogniser."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import compile_infix_regex, filter_spans

from pipeline.annotate import stems
from pipeline.train.recipe import Network, Recipe
from pipeline.train.sample import Sample, windows
from pipeline.train.spacy_loop import OnScore, train

if TYPE_CHECKING:
    from spacy.pipeline import TrainablePipe
    from spacy.tokenizer import Tokenizer


def blank(language: str, network: Network) -> Language:
    """An untrained pipeline: the embedding shared by all that is added later."""
    settings: dict[str, Any] = {}
    if network.stems:
        settings["after_creation"] = {"@callbacks": stems.NAME}
    if network.syllables:
        settings["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    nlp = spacy.blank(language, config={"nlp": settings})
    if network.apart:
        part_glued(nlp)
    nlp.add_pipe("tok2vec", config={"model": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": network.width, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(network.rows), "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": network.width, "depth": network.depth, "window_size": 1, "maxout_pieces": 3,
        },
    }})
    return nlp


def part_glued(nlp: Language) -> None:
    """Let the tokeniser part a word between two small letters and a capital with a small one behind it ("HandluDinh", not "McDonald")."""
    infixes = [*(nlp.Defaults.infixes or ()), f"(?<=[{ALPHA_LOWER}]{{2}})(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])"]
    cast("Tokenizer", nlp.tokenizer).infix_finditer = compile_infix_regex(infixes).finditer


def listener(network: Network) -> dict[str, Any]:
    """The layer by which a component hears the shared embedding."""
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": network.width, "upstream": "*"}


def with_entities(nlp: Language, network: Network, labels: Iterable[str]) -> Language:
    """The pipeline with an entity recogniser at its end."""
    recogniser = nlp.add_pipe("ner", config={"model": {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False,
        "hidden_width": network.hidden_width, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener(network),
    }})
    for label in sorted(labels):
        cast("TrainablePipe", recogniser).add_label(label)
    return nlp


def example(nlp: Language, sample: Sample) -> Example:
    """The sample as spaCy learns from it; names that end inside a token take the whole token."""
    reference = nlp.make_doc(sample.text)
    spans = (reference.char_span(start, stop, label=label, alignment_mode="expand") for start, stop, label in sample.entities)
    reference.ents = filter_spans([span for span in spans if span is not None])
    return Example(Doc(nlp.vocab, words=[token.text for token in reference], spaces=[bool(token.whitespace_) for token in reference]), reference)


def train_entities(recipe: Recipe, samples: Sequence[Sample], dev: Iterable[Sample], out: Path, on_score: OnScore) -> dict[str, float]:
    """Train by the recipe and keep the best pipeline in `out`; gives its dev scores."""
    nlp = with_entities(blank(recipe.language, recipe.network), recipe.network, {label for sample in samples for _, _, label in sample.entities})
    chance = random.Random(recipe.seed)  # noqa: S311 - reproducible draws, no secrets

    def lengths() -> Iterator[int]:
        while True:
            yield chance.choice((1, 2, 3, 5, 8))

    pieces = [example(nlp, piece) for sample in samples for piece in windows(sample, lengths())]

    def epoch() -> Iterator[Example]:
        chance.shuffle(pieces)
        yield from pieces

    judged = [example(nlp, sample) for sample in dev]
    return _measures(train(nlp, epoch, judged, recipe.training, recipe.seed, score="ents_f", out=out, on_score=on_score))


def score_entities(folder: Path, samples: Iterable[Sample]) -> dict[str, float]:
    """Precision, recall and F1 of a trained pipeline on samples, over all labels and by label."""
    nlp = spacy.load(folder)
    return _measures(nlp.evaluate([example(nlp, sample) for sample in samples]))


def _measures(found: dict[str, Any]) -> dict[str, float]:
    overall = {measure.removeprefix("ents_"): found[measure] for measure in ("ents_p", "ents_r", "ents_f")}
    return overall | {f"{label} f": scores["f"] for label, scores in sorted(found["ents_per_type"].items())}
