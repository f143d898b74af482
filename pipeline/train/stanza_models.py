"""Stanza's own training, called without the wrappers that reach for the network."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.annotate.stanza_annotator import RESOURCES, StanzaAnnotator
from pipeline.annotate.stanza_archive import write_plain
from pipeline.records.annotation import Annotation
from pipeline.train.recipe import Recipe
from pipeline.train.treebank import Tree, read_trees

_PACKAGE = "soat"
_PARAGRAPH = 4
"""Sentences to a paragraph of the training text."""


def train_stanza(recipe: Recipe, data: Path, out: Path) -> dict[str, dict[str, float]]:
    """Train the tokeniser and the tagger of a language and lay them out as Stanza does, in plain arrays; gives their scores by test set."""
    from stanza.models import tagger, tokenizer

    language, settings = recipe.language, recipe.training
    every = min(settings.evaluate_every, settings.steps)  # Stanza's tagger fails at its end where it was never evaluated
    train, dev = list(read_trees(data / recipe.train)), list(read_trees(data / recipe.dev))
    for processor in ("tokenize", "pos"):
        (out / language / processor).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name, trees in (("train", train), ("dev", dev)):
            _write_text(work, name, trees)
            _write_trees(work / f"{name}.conllu", trees)
        (work / "words.txt").write_text(
            "\n".join(sorted({word.form.lower() for tree in train for word in tree.words if " " in word.form})), encoding="utf-8"
        )
        (work / "mwt.json").write_text("[]", encoding="utf-8")
        shared = ["--lang", language, "--shorthand", f"{language}_{_PACKAGE}", "--seed", str(recipe.seed), "--save_name", f"{_PACKAGE}.pt"]
        tokenizer.main(
            [
                *shared,
                "--txt_file",
                str(work / "train.txt"),
                "--label_file",
                str(work / "train.labels"),
                "--dev_txt_file",
                str(work / "dev.txt"),
                "--dev_label_file",
                str(work / "dev.labels"),
                "--save_dir",
                str(out / language / "tokenize"),
                "--use_dictionary",
                "--external_dict",
                str(work / "words.txt"),
                "--mwt_json_file",
                str(work / "mwt.json"),
                "--no_use_mwt",
                "--max_seqlen",
                "300",
                "--batch_size",
                str(settings.batch_words),
                "--steps",
                str(settings.steps),
                "--eval_steps",
                str(every),
                "--lr0",
                str(settings.learn_rate),
                "--dropout",
                str(settings.dropout),
            ]
        )
        tagger.main([
            *shared, "--train_file", str(work / "train.conllu"), "--eval_file", str(work / "dev.conllu"), "--save_dir", str(out / language / "pos"),
            "--no_pretrain", "--max_steps", str(settings.steps), "--eval_interval", str(every), "--fix_eval_interval",
            "--batch_size", "50", "--hidden_dim", "100", "--char_hidden_dim", "100", "--char_emb_dim", "50", "--deep_biaff_hidden_dim", "100",
            "--composite_deep_biaff_hidden_dim", "50", "--no_second_optim",
        ])
    for left in out.rglob("*checkpoint*"):
        left.unlink()
    for processor in ("tokenize", "pos"):
        write_plain(out / language / processor / f"{_PACKAGE}.pt")
    resources = {language: {
        "lang_name": language, "packages": {}, "default_processors": {"tokenize": _PACKAGE, "pos": _PACKAGE}, "default_dependencies": {},
        "tokenize": {_PACKAGE: {"md5": ""}}, "pos": {_PACKAGE: {"md5": "", "dependencies": []}},
    }}
    (out / RESOURCES).write_text(json.dumps(resources, indent=1), encoding="utf-8")
    annotator = StanzaAnnotator.load(language, out)
    return {part: score_words(annotator.annotate, list(read_trees(data / part))) for part in recipe.tests}


def score_words(annotate: Callable[[Sequence[str]], Sequence[Annotation | str]], trees: Sequence[Tree]) -> dict[str, float]:
    """How well words are cut (F1 over their places) and tagged (F1 over place and part of speech together)."""
    right = tagged = found = wanted = 0
    for tree, annotation in zip(trees, annotate([tree.text for tree in trees]), strict=True):
        gold = {(word.start, word.stop): word.upos for word in tree.words}
        wanted += len(gold)
        if isinstance(annotation, Annotation):
            found += len(annotation.tokens)
            for token in annotation.tokens:
                upos = gold.get((token.start, token.stop))
                right += upos is not None
                tagged += upos is not None and upos == token.pos
    return {"words f": 2 * right / (found + wanted), "upos f": 2 * tagged / (found + wanted)}


def _write_text(folder: Path, name: str, trees: Sequence[Tree]) -> None:
    """The running text of trees and, character by character, where a word (1) and a sentence (2) end."""
    text, labels = [], []
    for at, tree in enumerate(trees):
        marks = ["0"] * len(tree.text)
        for word in tree.words:
            marks[word.stop - 1] = "1"
        marks[-1] = "2"
        text.append(tree.text)
        labels.append("".join(marks))
        last = at % _PARAGRAPH == _PARAGRAPH - 1
        text.append("\n\n" if last else " ")
        labels.append("\n\n" if last else "0")
    (folder / f"{name}.txt").write_text("".join(text), encoding="utf-8")
    (folder / f"{name}.labels").write_text("".join(labels), encoding="utf-8")


def _write_trees(path: Path, trees: Sequence[Tree]) -> None:
    lines = []
    for tree in trees:
        for at, word in enumerate(tree.words, 1):
            lines.append("\t".join((str(at), word.form, word.lemma, word.upos, "_", "_", str(word.head), word.dep, "_", "_")))
        lines.append("")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
