"""A document as one place of an article mentions it, before its antecedent is known."""

from __future__ import annotations

from dataclasses import dataclass

GENERIC = "document"


@dataclass(slots=True)
class Mention:
    """One mention: `types` are those its symbol may stand for, `word` is the type that its word says.

    `digits` bound its figures, `issuers` are the ids of the issuers that are said.
    `kind` is `symbol` (whole symbol), `short` (number without codes), `doubtful` (taken only with an antecedent), `back` (points back),
    `law` (by name) or `unnumbered`.
    """

    start: int
    stop: int
    kind: str
    rule: str
    types: tuple[str, ...] = ()
    word: str | None = None
    symbol: str | None = None
    number: str | None = None
    year: str | None = None
    issuer_code: str | None = None
    issuer: str | None = None
    issuers: tuple[str, ...] = ()
    signed: str | None = None
    title: str | None = None
    digits: tuple[int, int] | None = None
    resolved: str | None = None
    firm: bool = True
    """Whether the codes of the symbol are known, so that they outweigh its word."""

    @property
    def doc_type(self) -> str:
        """The type: what the word says where the codes allow it, else what the codes say (a symbol survives translation, words do not)."""
        if self.word in self.types or not self.types:
            return self.word or GENERIC
        return self.types[0] if self.firm or self.word in (None, GENERIC) else self.word or GENERIC

    def may_be(self, other: Mention) -> bool:
        """True where two mentions may name the same document by their types."""
        mine = {self.doc_type, self.word, *self.types}
        return GENERIC in mine or bool(mine & {other.doc_type, other.word, *other.types} - {None})
