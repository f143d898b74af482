"""Write models/places/vietnam.csv from the PyPI package `vietnamadminunits` (MIT).

usage: pip install --no-deps vietnamadminunits; python tools/derive_vietnam.py models/places/vietnam.csv

The package has the map before 1 July 2025 (63 provinces, 696 districts, 10,035 communes), the map after it (34 provinces, 3,321
communes) and, commune by commune, what became of the old ones. Provinces get their ISO 3166-2 code, districts and communes the code of
the General Statistics Office behind `VN-`. Since when a province has its extent is not in the package: the years below are those of the
National Assembly's and Government's resolutions that made it, left out where we are not sure of one.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

REFORM, HUE, HUE_CODE = "2025-07-01", "2025-01-01", "26"
COLUMNS = ("code", "level", "name", "parent", "valid_from", "valid_to", "merged_into", "latitude", "longitude")
ISO = {
    "01": "HN", "02": "03", "04": "04", "06": "53", "08": "07", "10": "02", "11": "71", "12": "01", "14": "05", "15": "06", "17": "14", "19": "69",
    "20": "09", "22": "13", "24": "54", "25": "68", "26": "70", "27": "56", "30": "61", "31": "HP", "33": "66", "34": "20", "35": "63", "36": "67",
    "37": "18", "38": "21", "40": "22", "42": "23", "44": "24", "45": "25", "46": "26", "48": "DN", "49": "27", "51": "29", "52": "31", "54": "32",
    "56": "34", "58": "36", "60": "40", "62": "28", "64": "30", "66": "33", "67": "72", "68": "35", "70": "58", "72": "37", "74": "57", "75": "39",
    "77": "43", "79": "SG", "80": "41", "82": "46", "83": "50", "84": "51", "86": "49", "87": "45", "89": "44", "91": "47", "92": "CT", "93": "73",
    "94": "52", "95": "55", "96": "59",
}
"""Code of the General Statistics Office, before the reform, to ISO 3166-2."""
SINCE = {
    "HN": "2008-08-01", "03": "1991", "04": "1978", "53": "1997-01-01", "07": "1991", "02": "1991", "71": "2004-01-01", "01": "2004-01-01",
    "06": "1991", "14": "2008-08-01", "69": "1997-01-01", "09": "1978", "13": "1978", "54": "1997-01-01", "68": "1997-01-01",
    "70": "2008-08-01", "56": "1997-01-01", "61": "1997-01-01", "66": "1997-01-01", "63": "1997-01-01", "67": "1997-01-01", "18": "1992",
    "22": "1991", "23": "1991", "24": "1989", "25": "1989", "26": "1989", "DN": "1997-01-01", "27": "1997-01-01", "29": "1989",
    "31": "1989", "32": "1989", "34": "1989", "36": "1992", "40": "1992", "28": "1991", "30": "1991", "33": "2004-01-01",
    "72": "2004-01-01", "35": "1976", "58": "1997-01-01", "37": "1976", "57": "1997-01-01", "39": "1991", "43": "1991", "SG": "1978",
    "41": "1976", "46": "1976", "50": "1976", "51": "1992", "49": "1992", "45": "1976", "44": "1976", "47": "1976", "CT": "2004-01-01",
    "73": "2004-01-01", "52": "1992", "55": "1997-01-01", "59": "1997-01-01",
}
"""ISO 3166-2 to the day or year since which the extent before the reform was valid."""
UNCHANGED = frozenset({"HN", "26", "01", "71", "05", "09", "04", "13", "21", "22", "23"})
"""Provinces whose extent the reform left alone."""
LEVELS = {
    "Tỉnh": "province", "Thành phố": "city", "Quận": "district", "Huyện": "district", "Thị xã": "town", "Xã": "commune", "Phường": "ward",
    "Thị trấn": "township", "Đặc khu": "special_zone",
}
NUMBERED = re.compile(r"(?:Phường|Quận) \d+$")


def key_of(text: str) -> str:
    """The package's own key of a name: bare letters and digits."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if c.isalnum())


def place_id(code: str, since: str) -> str:
    """The code, `@` and the year since which the extent is valid, where that is known."""
    return f"{code}@{since[:4]}" if since else code


def name_of(full: str) -> tuple[str, str]:
    """Level and name of a unit's full name: a name that is a number keeps its level word."""
    level = next(word for word in LEVELS if full.lower().startswith(word.lower() + " "))
    name = unicodedata.normalize("NFC", full if NUMBERED.match(full) else full[len(level) + 1:])
    return LEVELS[level], " ".join(word[0].upper() + word[1:] for word in name.split(" "))


def at(*degrees: float | None) -> list[str]:
    """Coordinates as text, five digits behind the point."""
    return ["" if value is None else f"{value:.5f}".rstrip("0") for value in degrees]


class Source:
    """The package's tables, and the ids that are made of them."""

    def __init__(self, folder: Path) -> None:
        database = sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)
        self.old = database.execute(
            "select provinceCode, province, provinceLat, provinceLon, districtCode, district, districtLat, districtLon, wardCode, ward,"
            " wardLat, wardLon, provinceKey || '_' || districtKey || '_' || wardKey from admin_units_legacy",
        ).fetchall()
        self.new = database.execute(
            "select provinceCode, province, provinceLat, provinceLon, wardCode, ward, wardLat, wardLon, provinceKey, wardKey from admin_units",
        ).fetchall()
        became = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
        self.iso = {key_of(row[1]): ISO[row[0]] for row in self.old}
        self.new_id = {row[8]: self._new_id(self.iso[row[8]]) for row in self.new}
        self.into_province = {one: self.new_id[key] for key, many in became["DICT_PROVINCE"].items() for one in many}
        self.into_commune = self._into_commune(became)

    def _new_id(self, iso: str) -> str:
        # Hue is a city since 1 January 2025, in the extent of the former Thua Thien Hue
        since = HUE if iso == HUE_CODE else SINCE.get(iso, "") if iso in UNCHANGED else REFORM
        return place_id(f"VN-{iso}", since)

    def _into_commune(self, became: dict[str, Any]) -> dict[str, set[str]]:
        code_of = {(row[8], row[9]): f"VN-{row[4]}@2025" for row in self.new}
        into: dict[str, set[str]] = defaultdict(set)
        for province, wards in became["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for ward, parts in wards.items():
                for part in parts:
                    into[part].add(code_of[province, ward])
        for province, parts in became["DICT_PROVINCE_WARD_DIVIDED"].items():
            for part, wards in parts.items():
                into[part].update(code_of[province, ward["newWardKey"]] for ward in wards)
        return into


def read(folder: Path) -> list[tuple[str, ...]]:
    """All rows: old provinces, new provinces, districts, old communes, new communes."""
    source = Source(folder)
    rows: dict[str, tuple[str, ...]] = {}
    old_id: dict[str, str] = {}
    for row in source.old:
        code, since = f"VN-{ISO[row[0]]}", SINCE.get(ISO[row[0]], "")
        level, name = name_of(row[1])
        until, into = ("", "") if ISO[row[0]] in UNCHANGED else (REFORM, source.into_province[key_of(row[1])])
        if ISO[row[0]] == HUE_CODE:
            rows[place_id(code, since)] = (code, "province", "Thừa Thiên Huế", "VN", since, HUE, place_id(code, HUE), *at(row[2], row[3]))
            since = HUE
        old_id[row[0]] = place_id(code, since)
        rows[old_id[row[0]]] = (code, level, name, "VN", since, until, into, *at(row[2], row[3]))
    for row in source.new:
        if source.iso[row[8]] not in UNCHANGED:
            rows[source.new_id[row[8]]] = (f"VN-{source.iso[row[8]]}", *name_of(row[1]), "VN", REFORM, "", "", *at(row[2], row[3]))
    for row in source.old:
        if row[4]:
            rows[f"VN-{row[4]}"] = (f"VN-{row[4]}", *name_of(row[5]), old_id[row[0]], "", REFORM, "", *at(row[6], row[7]))
    for row in source.old:
        if row[9]:
            into = " ".join(sorted(source.into_commune.get(row[12], ())))
            rows[f"VN-{row[8]}"] = (f"VN-{row[8]}", *name_of(row[9]), f"VN-{row[4]}", "", REFORM, into, *at(row[10], row[11]))
    for row in source.new:
        rows[f"VN-{row[4]}@2025"] = (f"VN-{row[4]}", *name_of(row[5]), source.new_id[row[8]], REFORM, "", "", *at(row[6], row[7]))
    return list(rows.values())


def main() -> None:
    """Write the CSV named on the command line."""
    spec = importlib.util.find_spec("vietnamadminunits")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("pip install --no-deps vietnamadminunits first")
    rows = read(Path(next(iter(spec.submodule_search_locations))) / "data")
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
