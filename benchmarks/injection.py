"""Error injection: facts of clean tables corrupted one at a time, each with what would let a reader know.

Frozen before the first check was written (tests/verify/test_frozen.py holds its digest). A group is what is verified together: the
articles of a family, or one article. Only the columns change, never the text: no check may compare a value with its own quote.
Deterministic: the dice are seeded with the row's id and the kind of error.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from witnesses import (
    Group,
    Map,
    Row,
    Witness,
    arithmetic,
    folded,
    mentions,
    number,
    relations,
    sibling_dates,
    sibling_names,
    siblings,
    signed_days,
    significant,
    sole_names,
)

KINDS = ("digit_swapped", "unit_changed", "magnitude_slipped", "change_flipped", "date_moved", "name_changed", "part_altered", "claim_dropped")

_PAIRS = (
    ("person", "household"), ("commune", "ward"), ("VND", "USD"), ("percent", "percentage_point"), ("kilometre", "metre"),
    ("hectare", "square_kilometre"), ("kilogram", "tonne"), ("megawatt", "kilowatt"), ("month", "year"), ("project", "enterprise"),
    ("administrative_unit", "locality"), ("agency", "department"), ("civil_servant", "delegate"), ("house", "school"),
    ("cubic_metre", "litre"), ("day", "hour"), ("vehicle", "ship"), ("party_organisation", "party_member"),
)
_CONFUSED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_GIVEN_NAMES = ("H\u00f9ng", "Lan", "Minh", "Th\u1ea3o")
_KEYS = {"claims": "claim_id", "dates": "date_id", "officials": "official_id", "citations": "citation_id"}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARLESS = re.compile("XXXX-[0-9]{2}-([0-9]{2})")
_YEAR = re.compile("^[0-9]{4}")


class Injection(NamedTuple):
    """One corrupted fact: the row, what is in its place (None: it is dropped), and what implies the clean value."""

    kind: str
    table: str
    row_id: str
    changed: Row | None
    witnesses: tuple[Witness, ...]

    @property
    def detectable(self) -> bool:
        """True where something in the tables or in models/ implies the clean value."""
        return bool(self.witnesses)


def corrupted(group: Group, injection: Injection) -> dict[str, list[Row]]:
    """The tables of a group with one fact corrupted."""
    tables = {name: list(rows) for name, rows in group.items()}
    key = _KEYS[injection.table]
    tables[injection.table] = [
        found for row in group[injection.table]
        if (found := injection.changed if row[key] == injection.row_id else row) is not None
    ]
    return tables


def injections(group: Group, known: Map) -> Iterator[Injection]:
    """Every corruption of a group, at most one of each kind a row."""
    related = {one for relation in relations(group["claims"]) if relation.name == "sum" for one in relation.members}
    for row in group["claims"]:
        for kind, corrupt in _OF_CLAIMS.items():
            if kind == "part_altered" and row["claim_id"] not in related:
                continue
            changed = corrupt(row, _dice(row["claim_id"], kind))
            if changed is not None:
                yield Injection(kind, "claims", row["claim_id"], changed, _implied(group, row, changed, kind, known))
        if len({other["article_id"] for other in group["claims"]}) > 1:
            yield Injection("claim_dropped", "claims", row["claim_id"], None, tuple(siblings(group, row, None)))
    yield from _of_dates(group)
    yield from _of_names(group)


def _implied(group: Group, row: Row, changed: Row, kind: str, known: Map) -> tuple[Witness, ...]:
    found = [
        *mentions(group, row, changed, magnitude=kind == "magnitude_slipped"),
        *siblings(group, row, changed),
        *known.witnesses(row, changed),
    ]
    return (*found, *(arithmetic(group, row, changed) if kind != "unit_changed" else ()))


def _of_dates(group: Group) -> Iterator[Injection]:
    for row in group["dates"]:
        moved = _moved(row["edtf"], _dice(row["date_id"], "date_moved"))
        if moved is not None and row["kind"] not in ("page_updated", "page_published"):
            changed = row | {"edtf": moved}
            yield Injection("date_moved", "dates", row["date_id"], changed, tuple(sibling_dates(group, row, changed)))
    for row in group["citations"]:
        moved = _moved(row["signed"] or "", _dice(row["citation_id"], "date_moved"))
        if moved is not None and row["symbol"]:
            changed = row | {"signed": moved}
            yield Injection("date_moved", "citations", row["citation_id"], changed, tuple(signed_days(group, row, changed)))


def _of_names(group: Group) -> Iterator[Injection]:
    for row in group["officials"]:
        words, key = row["name"].split(), row["person_key"].split()
        given = next(name for name in _GIVEN_NAMES if folded(name) != folded(words[-1]))
        if len(words) >= 2 and len(key) >= 2:
            changed = row | {"name": " ".join((*words[:-1], given)), "person_key": " ".join((*key[:-1], folded(given)))}
            found = (*sole_names(group, row), *sibling_names(group, row, changed))
            yield Injection("name_changed", "officials", row["official_id"], changed, found)


def _dice(row_id: str, kind: str) -> random.Random:
    return random.Random(int(hashlib.sha256(f"{row_id} {kind}".encode()).hexdigest()[:16], 16))  # noqa: S311 - dice, no secret


def _swap_digits(row: Row, dice: random.Random) -> Row | None:
    value = number(row)
    if value is None:
        return None
    digits = significant(value)
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1] != "0")]
    if not places:
        return None
    at = dice.choice(places)
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:]
    return _valued(row, value * int(swapped) / int(digits))


def _slip_magnitude(row: Row, dice: random.Random) -> Row | None:
    factor = Decimal(dice.choice((10, 10, 1000, 1000000)))
    value = number(row)
    if value:
        whole = value == value.to_integral_value()
        smaller = value / factor
        down = dice.random() < 0.5 and (not whole or smaller == smaller.to_integral_value())
        return _valued(row, smaller if down else value * factor)
    if row["low"] is not None and row["high"] is not None:
        return row | {"high": float(Decimal(str(row["high"])) / factor)}
    return None


def _valued(row: Row, value: Decimal) -> Row:
    """The row with another value; of from-to, the value is the end."""
    value = value.normalize()
    changed = row | {"value": float(value), "value_text": f"{value:f}"}
    return changed | {"change_to": float(value)} if row["change"] == "from_to" and row["change_to"] is not None else changed


def _change_unit(row: Row, _: random.Random) -> Row | None:
    other = _CONFUSED.get(row["unit"])
    return row | {"unit": other, "unit_text": other} if other else None


def _flip_change(row: Row, _: random.Random) -> Row | None:
    if row["change"] in ("increase_by", "decrease_by"):
        return row | {"change": "decrease_by" if row["change"] == "increase_by" else "increase_by"}
    if row["change"] == "from_to" and row["change_from"] is not None and row["change_to"] is not None:
        value = Decimal(str(row["change_from"])).normalize()
        return row | {"change_from": row["change_to"], "change_to": row["change_from"], "value": float(value), "value_text": f"{value:f}"}
    return None


def _alter_part(row: Row, dice: random.Random) -> Row | None:
    value = number(row)
    if not value:
        return None
    grain = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    return _valued(row, value + grain * dice.choice((1, 2, 3, 5)))


_OF_CLAIMS: dict[str, Callable[[Row, random.Random], Row | None]] = {
    "digit_swapped": _swap_digits,
    "unit_changed": _change_unit,
    "magnitude_slipped": _slip_magnitude,
    "change_flipped": _flip_change,
    "part_altered": _alter_part,
}


def _moved(edtf: str, dice: random.Random) -> str | None:
    """The same sort of time, some days or a year off; None where it is no plain day, month or year."""
    steps = dice.choice((-9, -3, -1, 1, 3, 9))
    if _DAY.fullmatch(edtf):
        if dice.random() < 0.3:
            return f"{int(edtf[:4]) + (1 if steps > 0 else -1)}{edtf[4:7]}-{min(int(edtf[8:]), 28):02}"
        return (date.fromisoformat(edtf) + timedelta(days=steps)).isoformat()
    if found := _YEARLESS.fullmatch(edtf):
        return edtf[:8] + f"{(int(found[1]) + steps - 1) % 28 + 1:02}"
    if _YEAR.match(edtf) and len(edtf) in (4, 7):
        return f"{int(edtf[:4]) + (1 if steps > 0 else -1)}{edtf[4:]}"
    return None
