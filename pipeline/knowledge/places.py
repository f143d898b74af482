"""The gazetteer: places with their codes and validity, and the wordings by which each language room knows them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pipeline.knowledge.extents import Extents
from pipeline.knowledge.files import name_of, read_csv
from pipeline.knowledge.fold import bare
from pipeline.records import Entry

_COLUMNS = ("code", "level", "name", "parent", "valid_from", "valid_to", "merged_into", "latitude", "longitude")
_NAME_COLUMNS = ("place", "name", "needs", "forms")
_NEEDS = frozenset({"", "inside", "context", "level"})


class GazetteerRow(NamedTuple):
    """A place in one extent; `place_id` is its code, with `@` and the year since which the extent is valid where that is known."""

    place_id: str
    code: str
    level: str
    name: str
    parent: str | None
    valid_from: str | None
    valid_to: str | None
    merged_into: tuple[str, ...]
    latitude: float | None
    longitude: float | None


class PlaceName(NamedTuple):
    """What a wording may name, and what it needs beside itself to be believed.

    `needs`: nothing; `inside` a capital inside a sentence, since it is a common word too; `context` a preposition or another place, since
    it is a person's name too; `level` a word of level. `worded`: the room itself words it, so that even a small unit needs no more.
    """

    rows: tuple[GazetteerRow, ...]
    needs: str = ""
    worded: bool = False


class Gazetteer:
    """All places by id, and the lexicon entries that a room is to be given."""

    def __init__(self, rows: Iterable[GazetteerRow]) -> None:
        self.by_id = {row.place_id: row for row in rows}
        self._by_code: dict[str, list[GazetteerRow]] = {}
        self._native: dict[str, tuple[str, list[GazetteerRow]]] = {}
        for row in self.by_id.values():
            self._by_code.setdefault(row.code, []).append(row)
            if row.code.startswith("VN-"):
                for name in dict.fromkeys((row.name, row.name.replace(" - ", "-"))):
                    self._native.setdefault(name.lower(), (name, []))[1].append(row)
        # regions and rivers of Vietnam are worded by the rooms
        named = ((key, name, rows) for key, (name, rows) in self._native.items() if rows[0].level not in ("region", "river"))
        self._marked = [Entry("place", key, name, name, PlaceName(tuple(rows))) for key, name, rows in named]
        self._bare = self._without_marks()
        self.communes = tuple(row for row in self.by_id.values() if row.level == "commune" and not row.code.startswith("VN-"))
        """Communes outside Vietnam: too many are called as their town, or as a common word, to be asked for by name alone."""
        apart = frozenset(row.place_id for row in self.communes)
        self._by_name = _grouped(row for row in self.by_id.values() if row.place_id not in apart)

    def named(self, name: str) -> tuple[GazetteerRow, ...]:
        """The places of exactly this name in `models/places`, without `communes`."""
        return self._by_name.get(name, ())

    def of_code(self, code: str) -> tuple[GazetteerRow, ...]:
        """A place in all its extents."""
        return tuple(self._by_code.get(code, ()))

    @cached_property
    def extents(self) -> Extents:
        """How many units provinces have on the map."""
        return Extents(self.by_id.values())

    def entries(self, folder: Path, *, vietnamese: bool, problems: list[str]) -> list[Entry]:
        """The wordings of a room: what its `places*.csv` name, and the Vietnamese map, without diacritics too where Vietnamese is foreign."""
        named: dict[str, list[tuple[str, str, str]]] = {}
        for path in sorted(folder.glob("places*.csv")):
            file = name_of(path)
            for line, row in read_csv(path, _NAME_COLUMNS, problems):
                if row["place"] not in self._by_code:
                    problems.append(f"{file}:{line}: {row['place']!r} is no code of models/places")
                elif row["needs"] not in _NEEDS or not row["name"].strip():
                    problems.append(f"{file}:{line}: needs should be one of {sorted(_NEEDS)}, the name not empty")
                else:
                    for wording in (row["name"], *filter(None, row["forms"].split("|"))):
                        named.setdefault(wording, []).append((row["place"], row["name"], row["needs"]))
        native = [*self._marked, *(() if vietnamese else self._bare)]
        shared = {wording.lower() for wording in named if not vietnamese or wording.lower() in self._native}
        beside = {entry.wording.lower(): entry for entry in native if entry.wording.lower() in shared}
        found = [entry for entry in native if entry.wording.lower() not in beside]
        for wording, worded in named.items():
            rows = dict.fromkeys(row for code, _, _ in worded for row in self._by_code[code])
            if (entry := beside.get(wording.lower())) is not None:
                rows |= dict.fromkeys(entry.value.rows)
            needs = "" if any(not need for _, _, need in worded) else worded[0][2]
            found.append(Entry("place", f"named:{wording}", wording, worded[0][1], PlaceName(tuple(rows), needs, worded=True)))
        return found

    def _without_marks(self) -> list[Entry]:
        grouped: dict[str, list[GazetteerRow]] = {}
        for name, rows in self._native.values():
            if (plain := bare(name)) != name:
                grouped.setdefault(plain, []).extend(rows)
        return [Entry("place", f"bare:{name}", name, name, PlaceName(tuple(rows))) for name, rows in grouped.items()]


def _grouped(rows: Iterable[GazetteerRow]) -> dict[str, tuple[GazetteerRow, ...]]:
    found: dict[str, list[GazetteerRow]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row)
    return {name: tuple(its) for name, its in found.items()}


def load_gazetteer(folder: Path, problems: list[str]) -> Gazetteer:
    """Read every CSV file of `places/`; every problem is added to `problems` with file and line."""
    rows: dict[str, GazetteerRow] = {}
    where: dict[str, str] = {}
    for path in sorted((folder / "places").glob("*.csv")):
        file = name_of(path)
        for line, row in read_csv(path, _COLUMNS, problems):
            place = _row_of(row)
            if place is None:
                problems.append(f"{file}:{line}: a place has a code, a level and a name, and coordinates are numbers or empty")
            elif place.place_id in rows:
                problems.append(f"{file}:{line}: {place.place_id} stands in {where[place.place_id]} already")
            else:
                rows[place.place_id], where[place.place_id] = place, f"{file}:{line}"
    for place in rows.values():
        problems += [f"{where[place.place_id]}: {other!r} is no place" for other in (place.parent, *place.merged_into) if other and other not in rows]
    return Gazetteer(rows.values())


def _row_of(row: dict[str, str]) -> GazetteerRow | None:
    code, since = row["code"], row["valid_from"] or None
    try:
        latitude, longitude = (float(row[name]) if row[name] else None for name in ("latitude", "longitude"))
    except ValueError:
        return None
    if not code or not row["level"] or not row["name"]:
        return None
    place_id = f"{code}@{since[:4]}" if since else code
    merged = tuple(row["merged_into"].split())
    return GazetteerRow(place_id, code, row["level"], row["name"], row["parent"] or None, since, row["valid_to"] or None, merged, latitude, longitude)
