"""What a trained model says of a sentence, laid over the frozen text by offset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """A word: half-open offsets, lemma, universal part of speech and dependency; `head` is the index of its governor (its own: the root).

    What a model does not tell is None; a token without `dep` has itself as its head.
    """

    start: int
    stop: int
    lemma: str | None = None
    pos: str | None = None
    dep: str | None = None
    head: int = -1


class Entity(NamedTuple):
    """A name: half-open offsets and its kind (`person`, `place`, `organisation`, `date`, or the model's own label in lower case)."""

    start: int
    stop: int
    kind: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """The tokens and names of one sentence; offsets count from where the annotated text starts."""

    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()

    def moved(self, by: int) -> Annotation:
        """The same with offsets that count from elsewhere."""
        tokens = tuple(token._replace(start=token.start + by, stop=token.stop + by) for token in self.tokens)
        return Annotation(tokens, tuple(entity._replace(start=entity.start + by, stop=entity.stop + by) for entity in self.entities))


NAMES, RELATIONS = "names", "relations"


class Annotator(Protocol):
    """A model behind one door; `name` says which it is, in `run.json` and in the `rule` of rows that rest on it."""

    @property
    def name(self) -> str:
        """The model's name and version."""

    @property
    def gives(self) -> frozenset[str]:
        """What the model can add: `names`, `relations` (dependencies between words); a sentence that wants none of it is not given to it."""

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:
        """One annotation a sentence, in order; a word with the reason where the model could not take a sentence.

        Of what it gives, only what is `wanted` need be told (None: all).
        """
