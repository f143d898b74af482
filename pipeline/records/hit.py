"""What the one pass over a text finds."""

from __future__ import annotations

from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One wording of the lexicon: `kind` says which room file it is of, `id` which concept it words.

    `wording` is the form to be matched, `lemma` the form that the room's file gives, `value` what the shared knowledge says of the
    concept (the tuple of gazetteer rows of a place name, for instance; None for most kinds).
    """

    kind: str
    id: str
    wording: str
    lemma: str
    value: Any = None


class Hit(NamedTuple):
    """An entry found in a passage, half-open in code points of the passage's text."""

    start: int
    stop: int
    entry: Entry

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return self.entry.kind

    @property
    def id(self) -> str:
        """The entry's concept id."""
        return self.entry.id


class Wording(NamedTuple):
    """The entries that share one wording, and their kinds that a passage lists (others are only ever asked for beside a place in the text)."""

    entries: tuple[Entry, ...]
    listed: tuple[str, ...]


Match = tuple[int, int, Wording]
"""Where a wording was found, half-open in code points: a hit for each of its entries, as long as nobody asks for one of them."""
