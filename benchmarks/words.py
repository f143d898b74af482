"""spaCy beside Stanza on a treebank: how well words are cut and tagged, and words a second.

usage: python benchmarks/words.py FILE.conllu LANGUAGE MODEL...

MODEL is what `--model` takes (a folder, a package, stanza:DIR), or `pyvi` where that is installed. Processor time of one thread, loading apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from pipeline.annotate.choose import choose
from pipeline.annotate.threads import one_thread
from pipeline.records import Annotation, Token
from pipeline.train.stanza_models import score_words
from pipeline.train.treebank import read_trees


def by_pyvi(sentences: Sequence[str]) -> list[Annotation | str]:
    """The words of pyvi, laid over the sentences."""
    cut = import_module("pyvi.ViTokenizer").tokenize
    found: list[Annotation | str] = []
    for sentence in sentences:
        tokens, at = [], 0
        for word in cut(sentence).split():
            plain = word.replace("_", " ")
            start = sentence.find(plain, at)
            if start >= 0:
                at = start + len(plain)
                tokens.append(Token(start, at))
        found.append(Annotation(tuple(tokens)))
    return found


def reader_of(language: str, model: str) -> Callable[[Sequence[str]], list[Annotation | str]]:
    """What annotates by the name of a model."""
    if model == "pyvi":
        return by_pyvi
    chosen = choose({language: model})
    if not chosen.annotators:
        sys.exit(chosen.told[0]["note"])
    return chosen.annotators[language].annotate


def main(path: Path, language: str, models: Sequence[str]) -> None:
    """Print one row a model."""
    one_thread()
    trees = list(read_trees(path))
    words = sum(len(tree.words) for tree in trees)
    print("| model | words F1 | words and tags F1 | words/s |\n|---|---|---|---|")
    for model in models:
        annotate = reader_of(language, model)
        annotate([tree.text for tree in trees[:20]])
        start = time.process_time()
        annotate([tree.text for tree in trees])
        rate = words / (time.process_time() - start)
        scores = score_words(annotate, trees)
        print(f"| {model} | {scores['words f']:.3f} | {scores['upos f']:.3f} | {rate:,.0f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
