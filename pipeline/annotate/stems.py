"""The word features of the shipped weights: spaCy's own, with a prefix as long as a stem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.attrs import PREFIX
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language

_STEM = 4
"""Letters of the prefix feature. Polish declines at the end of a word, so its first letters are nearly its lemma; spaCy keeps one."""


NAME = "soat.stems.v1"
"""What a pipeline's configuration calls this feature."""


def stem(word: str) -> str:
    """The feature that stands in for a lemma.

    >>> stem("Warszawy") == stem("Warszawie")
    True
    """
    return word[:_STEM]


@registry.callbacks(NAME)  # type: ignore[untyped-decorator]
def stems() -> Callable[[Language], Language]:
    """What a pipeline's configuration names under `nlp.after_creation` to have this feature."""

    def widen(nlp: Language) -> Language:
        nlp.vocab.lex_attr_getters[PREFIX] = stem  # type: ignore[attr-defined]  # of a Cython class
        return nlp

    return widen
