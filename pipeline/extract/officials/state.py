"""Where the reading of an office's body stands, and what has been read of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.officials.cases import NOMINATIVE
from pipeline.extract.officials.names import Name
from pipeline.records import Hit, Passage

OWN_NAMES = frozenset({
    "company", "bank", "hospital", "school", "institute", "association", "fund", "newspaper", "cooperative", "embassy", "political_party", "party",
})
"""Bodies that have names of their own: a person's name right behind such a word may be the body's."""
LEVELLED = frozenset({"party_committee", "peoples_committee", "peoples_council"})
"""Bodies that stand at several levels, each with roles of its own."""


@dataclass(slots=True)
class Part:
    """A body as it is read: known at once, or a head with its marks."""

    words: list[str] = field(default_factory=list)
    body: str = ""
    headed: bool = False


@dataclass(slots=True)
class Complement:
    """The body of an office as far as it was read; `stop` is the end of what was understood, `name` the holder who follows directly."""

    stop: int
    parts: list[Part] = field(default_factory=list)
    """The bodies in the order of the text: the office's own, then its owner, then that one's owner."""
    owners: list[Part] = field(default_factory=list)
    """Bodies whose possessive stands before the office's own ("the ministry's department")."""
    body: str = ""
    level: str = ""
    owner: str = ""
    subject: str = ""
    """What the body is for (`finance`, `health`), `other` where the room lists it only."""
    subject_text: str = ""
    place: Hit | None = None
    place_text: str | None = None
    unit: tuple[int, int] | None = None
    """Where the name of the small unit stands that the body is of: behind its word of level, or right behind the body."""
    body_start: int | None = None
    head_stop: int = 0
    """Where the last body, or head of one, ended."""
    name: Name | None = None
    inner: bool = False
    """Whether its body begins inside the office's own wording, which then says less."""
    section: bool = False
    """Whether a noun of no known body stands between the office and its body: a section of it."""
    opaque: bool = False
    """Whether capitals of no known body stand behind the office."""
    listed: tuple[int, int] | None = None
    """Where the body ended, and how many parts it had, before "and" and a further subject: taken back where no holder follows."""
    hero: bool = False
    """Whether the name of a place that bears a person's name stands where a holder would."""

    def name_unit(self, text: str, start: int, stop: int) -> None:
        """Note the unit that the body is of, where none was said before."""
        if self.place_text is None:
            self.place_text, self.unit = text[start:stop], (start, stop)


class State:
    """Where the reading of a complement stands."""

    __slots__ = ("after_level", "at", "behind_body", "cases", "described", "direct", "found", "linked", "office", "opened", "own", "passage")

    def __init__(self, passage: Passage, found: Complement, at: int, cases: frozenset[str]) -> None:
        self.passage = passage
        self.cases = cases
        self.found = found
        self.at = self.office = at
        self.direct = True
        self.linked = self.after_level = self.own = self.behind_body = self.described = False
        self.opened = ""

    def open(self, head: str) -> None:
        """Go on behind a head whose body may say more of itself; `own` until its own name has begun."""
        self.opened = head
        self.own = head in OWN_NAMES

    def narrow(self) -> None:
        """Behind a preposition or a body a name in another case than the nominative goes with that, where the office may be in the nominative."""
        self.cases = self.cases & NOMINATIVE or self.cases

    def go(self, stop: int, *, known: bool) -> None:
        """Go on behind what was read; after known words the place alone speaks for a name, behind others its words must."""
        self.at = self.found.stop = stop
        self.direct = known
        self.linked = self.after_level = self.own = self.behind_body = self.described = False
        self.opened = ""
