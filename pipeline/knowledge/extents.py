"""How many units of each level a province or the country has on the map, before and since the map was last drawn anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.knowledge.places import GazetteerRow

COMMUNES = frozenset({"commune", "ward", "township", "special_zone"})
"""The lowest level of the map."""
DISTRICTS = frozenset({"district", "town"})
PROVINCES = frozenset({"province", "city"})
_STEPS = 4

Counts = Mapping[str, int]


class Extents:
    """Counts of units by level, of every province in every extent and of the country; `turn` is the day since which the new map holds.

    The old map is the last one before that day. What an old province has on the new map are the units that its own became part of.
    """

    def __init__(self, rows: Iterable[GazetteerRow], country: str = "VN") -> None:
        self.country = country
        self._rows = {row.place_id: row for row in rows if row.code.startswith(f"{country}-")}
        self.turn = max((row.valid_from for row in self._rows.values() if row.level in COMMUNES and row.valid_from), default="")
        self._now: dict[str, Counter[str]] = defaultdict(Counter)
        self._before: dict[str, Counter[str]] = defaultdict(Counter)
        became: dict[str, set[str]] = defaultdict(set)
        for row in self._rows.values():
            self._count(row, became)
        # a province is one that has units: rows of cities that once were are not
        for counts in (self._now, self._before):
            counts[country].update(self._rows[place].level for place in [place for place in counts if place != country])
        for place, its in became.items():
            if place not in self._now:
                self._now[place].update(self._rows[one].level for one in sorted(its))
        for row in self._rows.values():
            for other in row.merged_into if row.parent == country and row.level in PROVINCES else ():
                self._before[other].update(self._before.get(row.place_id, Counter()))

    def _count(self, row: GazetteerRow, became: dict[str, set[str]]) -> None:
        old = row.valid_to == self.turn
        home = self.province_of(row.place_id)
        if home is None or home == row.place_id or row.level not in (COMMUNES | DISTRICTS | {"city"}) or (row.valid_to and not old):
            return
        for place in (home, self.country):
            sort = "district_city" if row.level == "city" else row.level
            (self._before if old else self._now)[place][sort] += 1
        if old and row.level in COMMUNES:
            became[home].update(row.merged_into)

    def province_of(self, place_id: str) -> str | None:
        """The province (or city of its rank) that a place lies in, itself for a province; None outside."""
        row = self._rows.get(place_id)
        for _ in range(_STEPS):
            if row is None or row.parent is None:
                return None
            if row.parent == self.country:
                return row.place_id if row.level in PROVINCES else None
            row = self._rows.get(row.parent)
        return None

    def now(self, place_id: str) -> Counts:
        """Units by level on the map since `turn`.

        >>> from pipeline.knowledge import load_knowledge
        >>> sorted(load_knowledge().gazetteer.extents.now("VN-31@1989").items())
        [('commune', 41), ('ward', 17)]
        """
        return self._now.get(place_id, Counter())

    def before(self, place_id: str) -> Counts:
        """Units by level on the map before `turn`."""
        return self._before.get(place_id, Counter())
