"""Words out of parsed syllables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records.annotation import Annotation, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

INNER = "inner"
"""The relation of a syllable to the first syllable of its word, in weights that read a language by syllables."""


def words_of(doc: Doc) -> Annotation:
    """The words of a document parsed by syllables; a run of inner syllables belongs to the word before it."""
    words: list[list[int]] = []
    owner: list[int] = []
    for token in doc:
        if token.dep_ == INNER and words:
            words[-1].append(token.i)
        else:
            words.append([token.i])
        owner.append(len(words) - 1)
    tokens = []
    for number, inside in enumerate(words):
        first, last = doc[inside[0]], doc[inside[-1]]
        head = first.head
        at = owner[head.i] if head.i != first.i else number
        tokens.append(
            Token(first.idx, last.idx + len(last), doc.text[first.idx:last.idx + len(last)].lower(), first.pos_ or None, first.dep_ or None, at)
        )
    return Annotation(tuple(tokens))
