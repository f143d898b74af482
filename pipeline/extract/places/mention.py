"""A name on its way to being a place."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.knowledge import GazetteerRow
from pipeline.records import Passage

LOW = frozenset({"district", "town", "commune", "ward", "township", "special_zone", "village"})
"""Levels whose names are too many other things to be believed alone."""
LEVELS_OF = {
    "country": frozenset({"country", "territory"}), "state": frozenset({"state", "province", "region"}), "province": frozenset({"province", "state"}),
    "city": frozenset({"city", "town"}), "district": frozenset({"district", "town", "city"}),
    "town": frozenset({"town", "township", "city", "district"}),
    "commune": frozenset({"commune", "ward", "township"}), "ward": frozenset({"ward", "commune"}), "township": frozenset({"township", "town"}),
    "special_zone": frozenset({"special_zone", "territory"}), "village": frozenset[str](), "region": frozenset({"region", "continent", "state"}),
    "island": frozenset({"island", "special_zone", "district"}), "river": frozenset({"river"}), "sea": frozenset({"sea", "ocean"}),
    "lake": frozenset[str](), "mountain": frozenset({"mountain"}), "pass": frozenset[str](),
}
"""By level word: the levels of the gazetteer that it may mean (translations take one for another)."""
KNOWN_ONLY = frozenset({"country", "state", "region", "province", "city"})
"""Levels of which the gazetteer has them all, or whose words are too common: an unknown name behind them is none, unless it is foreign."""

WHOLE = frozenset({"river", "lake", "mountain", "pass", "sea"})
"""Levels whose word is a part of the name."""


@dataclass(slots=True)
class Mention:
    """A name in a passage, the rows that it may mean, and the level word beside it, if any."""

    passage: Passage
    start: int
    stop: int
    name: str
    rows: tuple[GazetteerRow, ...]
    level: str | None
    rule: str
    doubt: str = ""
    """What it still needs to be believed."""
    before: tuple[str, ...] = ()
    """The words before it, as `words_before` gives them."""
    low: bool = field(init=False)
    """Whether the gazetteer knows the name only as one of a small unit of Vietnam (or not at all)."""
    wide: bool = field(init=False)
    """Whether it is the name of a country or a continent."""
    country: bool = field(init=False)

    def __post_init__(self) -> None:
        """Weigh the rows."""
        self.low = all(is_low(row) for row in self.rows)
        self.country = any(row.level == "country" for row in self.rows)
        self.wide = self.country or any(row.level == "continent" for row in self.rows)


def is_low(row: GazetteerRow) -> bool:
    """True for a small unit of Vietnam: below the province."""
    return row.code.startswith("VN-") and (row.level in LOW or (row.level == "city" and row.parent != "VN" and row.parent is not None))


def shaped(surface: str, wording: str) -> bool:
    """True where the text writes every word of a name with a capital that the wording writes so."""
    if len(surface) != len(wording):
        return surface[:1].isupper()
    opening = True
    for written, meant in zip(surface, wording, strict=True):
        if opening and meant.isupper() and not written.isupper():
            return False
        opening = not meant.isalnum()
    return True
