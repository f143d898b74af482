"""Write models/places/communes.csv from the list of local administrative units in the PyPI package `covid19poland`.

usage: pip download --no-deps covid19poland==0.9.0, unpack it; python tools/derive_communes.py NUTS_PL.csv models/places/communes.csv

The package's `data/NUTS_PL.csv` is Eurostat's list of Poland's communes (gminy) of 2018. A code of it holds the numbers of the register
TERYT: the voivodeship in its 5th and 6th digit, the county in the 10th and 11th, the commune in the last two. The kind of a commune
(urban, rural, both) is not in it. A city with the rights of a county lies in its voivodeship itself.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

COLUMNS = ("code", "level", "name", "parent", "valid_from", "valid_to", "merged_into", "latitude", "longitude")
CITY_WITH_COUNTY_RIGHTS = 61
"""Numbers of counties from here up are those of cities."""
ABOLISHED = {"PL-320304": ("2019-01-01", "PL-320302 PL-320306")}
"""Ostrowice: the only commune abolished since (act of 5 July 2018), divided between Drawsko Pomorskie and Zlocieniec."""
CODE = re.compile(r"[0-9]{4}(?P<voivodeship>[0-9]{2})[0-9]{3}(?P<county>[0-9]{2})(?P<commune>[0-9]{2})")


def rows_of(source: Path) -> list[tuple[str, ...]]:
    """The rows of communes.csv, by code."""
    found = []
    with source.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            code = CODE.fullmatch(row["LAU CODE"])
            if code is None:
                raise SystemExit(f"{row['LAU CODE']!r} is no code of a commune")
            county = f"PL-{code['voivodeship']}{code['county']}"
            own = county + code["commune"]
            parent = county[:-2] if int(code["county"]) >= CITY_WITH_COUNTY_RIGHTS else county
            until, became = ABOLISHED.get(own, ("", ""))
            name = row["LAU NAME NATIONAL"].partition("(")[0].strip()
            found.append((own, "commune", name, parent, "", until, became, "", ""))
    return sorted(found)


def main(source: str, target: str) -> None:
    """Write the file."""
    with Path(target).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows_of(Path(source)))


if __name__ == "__main__":
    main(*sys.argv[1:])
