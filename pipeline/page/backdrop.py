"""What a page shows and tables do not hold: the dots of the map, the way from a place up to its province, the names of units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import KnowledgeError
from pipeline.knowledge import GazetteerRow
from pipeline.knowledge.files import models_folder, read_toml
from pipeline.knowledge.places import load_gazetteer

LANGUAGES = ("en", "pl", "vi")
"""The languages of the interface."""
_MAP_CODE = "VN-"
_TOP = frozenset({"country", "continent", "region"})
_DUST = frozenset({"commune", "ward", "special_zone"})


class Dot(NamedTuple):
    """A place on the map."""

    place_id: str
    name: str
    latitude: float | None
    longitude: float | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The knowledge behind a page; an empty one gives a page without the country's outline, and units by their ids."""

    places: Mapping[str, GazetteerRow] = field(default_factory=dict)
    units: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def home(self, place_id: str | None) -> Dot | None:
        """The province (or, abroad, the place itself) that a place lies in."""
        row = self.places.get(place_id or "")
        while row is not None and row.parent is not None and row.code.startswith(_MAP_CODE):
            above = self.places.get(row.parent)
            if above is None or above.level in _TOP:
                break
            row = above
        return None if row is None else Dot(row.place_id, row.name, row.latitude, row.longitude, row.valid_to)

    def dust(self) -> list[tuple[float, float]]:
        """Latitude and longitude of every commune of today: together they draw the country."""
        return [
            (row.latitude, row.longitude) for row in self.places.values()
            if row.level in _DUST and row.valid_to is None and row.latitude is not None and row.longitude is not None
        ]


def load_backdrop(folder: Path | None = None) -> Backdrop:
    """Read the map and the names of units from `models/`; raises KnowledgeError with every problem at once."""
    problems: list[str] = []
    models = folder or models_folder()
    gazetteer = load_gazetteer(models, problems)
    units = {language: dict(_names(models / "languages" / language, problems)) for language in LANGUAGES}
    if problems:
        raise KnowledgeError(problems)
    return Backdrop(gazetteer.by_id, units)


def _names(room: Path, problems: list[str]) -> Iterable[tuple[str, str]]:
    """A room's first wording of each unit and counted noun, which is its plainest."""
    for file, table in (("nouns.toml", "noun"), ("units.toml", "unit")):
        path = room / file
        if path.is_file():
            for unit, wordings in read_toml(path, problems).get(table, {}).items():
                yield unit, str(wordings[0]).removeprefix("=").replace(" | ", " ")
