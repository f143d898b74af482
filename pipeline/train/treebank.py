"""Treebanks in CoNLL-U: their words laid over plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.knowledge.fold import bare, fold
from pipeline.knowledge.offices import Offices
from pipeline.knowledge.places import Gazetteer
from pipeline.train.sample import Sample

_CLOSING = frozenset(".,:;!?)\u201d\u2026%")
_OPENING = frozenset("(\u201c")
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})
_TIES = frozenset({"NUM", "DET", "NOUN"})
"""Before a noun these are a part of its phrase."""


class Word(NamedTuple):
    """A word of a treebank, half-open in its sentence's text; `head` counts from one, 0 is the root."""

    start: int
    stop: int
    form: str
    upos: str
    head: int
    dep: str
    lemma: str


class Tree(NamedTuple):
    """A sentence of a treebank with its text as newspapers set it: no space before a stop."""

    text: str
    words: tuple[Word, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file; ranges of multi-word tokens and empty nodes are passed over."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split("\t")
        if len(fields) >= 8 and fields[0].isdigit():
            rows.append(fields)
        elif not line.strip() and rows:
            yield _laid(rows)
            rows = []


def _laid(rows: list[list[str]]) -> Tree:
    text = ""
    words = []
    for at, fields in enumerate(rows):
        form = fields[1]
        after_opening = at > 0 and rows[at - 1][1] in _OPENING
        given = at > 0 and "SpaceAfter=No" in rows[at - 1][-1]
        if text and form not in _CLOSING and not after_opening and not given:
            text += " "
        words.append(Word(len(text), len(text) + len(form), form, fields[3], int(fields[6]), fields[7], fields[2]))
        text += form
    return Tree(text, tuple(words))


def named_samples(trees: Iterator[Tree], offices: Offices, gazetteer: Gazetteer) -> Iterator[tuple[Tree, Sample]]:
    """The sentences whose every proper noun our own lists know as a place or as a person's name, as samples; the others are left out.

    They show a recogniser what ordinary text looks like, which generated sentences cannot.
    """
    places = {fold(name) for row in gazetteer.by_id.values() for name in (row.name, bare(row.name))}
    for tree in trees:
        if any(word.form.isupper() and len(word.form) > 1 for word in tree.words):
            continue  # an acronym is mostly a body, which no list of ours settles
        entities = []
        for word in tree.words:
            if word.upos != "PROPN":
                continue
            first, _, rest = word.form.partition(" ")
            if not rest or not all(syllable[0].isupper() for syllable in word.form.split()):
                break  # a lone syllable may name anybody, and lower-case ones teach the wrong shape
            if fold(word.form) in places:
                entities.append((word.start, word.stop, "LOC"))
            elif offices.is_family(first, stripped=False):
                entities.append((word.start, word.stop, "PER"))
            else:
                break
        else:
            yield tree, Sample(tree.text, tuple(entities))


def lone_nouns(tree: Tree) -> list[Word]:
    """The nouns of a sentence on which nothing hangs and which are no number's: where they stand another noun phrase may."""
    governing = {word.head for word in tree.words}
    found = []
    tied = False
    for at, word in enumerate(tree.words, 1):
        if word.upos == "NOUN" and at not in governing and not tied and word.dep.partition(":")[0] in _ARGUMENTS:
            found.append(word)
        tied = word.upos in _TIES
    return found
