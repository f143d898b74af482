"""What a gazetteer's hit says of a body that is named after it."""

from __future__ import annotations

from pipeline.records import Hit

_LARGE = frozenset({"country", "continent", "region"})
_LEVEL_OF = {
    "country": "centre", "province": "province", "city": "district", "district": "district", "municipality": "district",
    "commune": "commune", "ward": "commune", "township": "commune", "special_zone": "commune",
}


def is_country(place: Hit) -> bool:
    """Whether it names a country."""
    return any(row.level == "country" for row in place[2].value.rows)


def is_city(place: Hit) -> bool:
    """Whether it names a city or a town of the world, and no country or province."""
    return all(row.level in ("city", "town", "municipality") for row in place[2].value.rows)


def is_province(place: Hit) -> bool:
    """Whether it names a province or a city of provincial rank of Vietnam, on any map."""
    return any(row.code.startswith("VN-") and row.parent == "VN" for row in place[2].value.rows)


def is_voivodeship(place: Hit) -> bool:
    """Whether it names a province or a historic region outside Vietnam, as voivodeships are called."""
    return any(row.level in ("province", "region") and not row.code.startswith("VN-") for row in place[2].value.rows)


def is_large(place: Hit) -> bool:
    """Whether it names a place that is known without a word of level: a country, a province, a city of the world."""
    name = place[2].value
    return name.needs in ("", "inside") and any(row.level in _LARGE or row.parent == "VN" or not row.code.startswith("VN-") for row in name.rows)


def level_of(place: Hit, said: str) -> str:
    """The level of a body of a place: as said, but "city" (and nothing) as the place is."""
    if said not in ("", "city"):
        return said
    rows = place[2].value.rows
    cities = [row for row in rows if said == "city" and row.level == "city" and row.code.startswith("VN-")]
    if any(row.code.startswith("VN-") and row.parent == "VN" for row in cities or rows):
        return "province"
    return next((_LEVEL_OF[row.level] for row in cities or rows if row.level in _LEVEL_OF), said)
