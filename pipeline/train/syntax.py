"""Parts of speech and dependencies over syllables: one model that cuts Vietnamese words, tags and parses them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.annotate.syllables import INNER, words_of
from pipeline.records.annotation import Annotation
from pipeline.train.entities import blank, listener
from pipeline.train.recipe import Recipe
from pipeline.train.spacy_loop import OnScore, train
from pipeline.train.stanza_models import score_words
from pipeline.train.treebank import Tree, read_trees


def train_syntax(recipe: Recipe, data: Path, out: Path, on_score: OnScore) -> None:
    """Train by the recipe and keep the best pipeline in `out`."""
    nlp = blank(recipe.language, recipe.network)
    heard = listener(recipe.network)
    tagger = cast(
        "TrainablePipe", nlp.add_pipe("morphologizer", config={"model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": heard}})
    )
    parser = cast("TrainablePipe", nlp.add_pipe("parser", config={"min_action_freq": 5, "model": {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
        "hidden_width": recipe.network.hidden_width, "maxout_pieces": 2, "use_upper": True, "tok2vec": heard,
    }}))
    examples = [example(nlp, tree) for tree in read_trees(data / recipe.train)]
    for one in examples:
        for token in one.reference:
            tagger.add_label(str(token.morph) or f"POS={token.pos_}")
            parser.add_label(token.dep_)
    dev = [example(nlp, tree) for tree in read_trees(data / recipe.dev)][:400]
    chance = random.Random(recipe.seed)  # noqa: S311 - reproducible draws, no secrets

    def epoch() -> Iterator[Example]:
        chance.shuffle(examples)
        yield from examples

    train(nlp, epoch, dev, recipe.training, recipe.seed, score="dep_las", out=out, on_score=on_score)


def example(nlp: Language, tree: Tree) -> Example:
    """The tree over the tokeniser's syllables: the first of a word bears its tag and relation, the others hang on it."""
    reference = nlp.make_doc(tree.text)
    firsts: dict[int, int] = {}
    owner: list[int | None] = []
    for token in reference:
        at = next((i for i, word in enumerate(tree.words) if word.start <= token.idx < word.stop), None)
        owner.append(at)
        if at is not None:
            firsts.setdefault(at, token.i)
    rows: list[tuple[int, str, str]] = []
    for token, at in zip(reference, owner, strict=True):
        if at is None:
            rows.append((token.i, "ROOT", "X"))
        elif firsts[at] != token.i:
            rows.append((firsts[at], INNER, "X"))
        else:
            word = tree.words[at]
            head = token.i if word.head == 0 else firsts.get(word.head - 1, token.i)
            rows.append((head, "ROOT" if head == token.i else word.dep.partition(":")[0], word.upos))
    words, spaces = [token.text for token in reference], [bool(token.whitespace_) for token in reference]
    gold = Doc(nlp.vocab, words=words, spaces=spaces, heads=[row[0] for row in rows], deps=[row[1] for row in rows], pos=[row[2] for row in rows])
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)


def score_syntax(folder: Path, path: Path) -> dict[str, float]:
    """Words and parts of speech by their places; attachment scores as spaCy has them, over syllables."""
    nlp = spacy.load(folder)
    trees = list(read_trees(path))
    found = nlp.evaluate([example(nlp, tree) for tree in trees])

    def annotate(sentences: Sequence[str]) -> list[Annotation]:
        return [words_of(doc) for doc in nlp.pipe(sentences)]

    return score_words(annotate, trees) | {"syllables uas": found["dep_uas"], "syllables las": found["dep_las"]}
