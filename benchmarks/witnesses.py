"""What implies the clean value of a fact: another mention, a stated relation, the claim itself, a sibling translation, or models/.

Frozen with injection.py before the first check was written; it shares no code with the checks and reads no text: what it knows stands in
the columns of the tables. Every rule is deliberately plain. A fact that none of them implies is not counted as detectable.
"""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

Row = dict[str, Any]
Group = Mapping[str, Sequence[Row]]
ROOT = Path(__file__).resolve().parent.parent

SIGNIFICANT = 2
"""A figure with fewer digits says little: the same 5 may be another 5."""
TELLING = 3
"""A figure with so many digits that stands twice is the same one; with fewer, the thing measured must be named alike."""
WHOLE = 10
"""Sums and differences below this come about by chance."""
ROUNDED = Decimal("0.05")
"""How far a rounded mention may lie from the exact one."""


class Witness(NamedTuple):
    """What implies the clean value: which sort of evidence it is, the rows that hold it, and how."""

    how: str
    rows: tuple[str, ...]
    working: str


class Relation(NamedTuple):
    """A relation between claims of one sentence that holds; `holds` can be asked again of changed rows."""

    name: str
    members: tuple[str, ...]
    holds: Callable[[Mapping[str, Row]], bool]


def decimal(value: object) -> Decimal | None:
    """A number of a table, exactly as it prints."""
    return None if value is None else Decimal(str(value))


def number(row: Row) -> Decimal | None:
    """The exact value of a claim."""
    return decimal(row["value_text"])


def significant(value: Decimal) -> str:
    """The digits that count.

    >>> significant(Decimal("1046000")), significant(Decimal("0.50"))
    ('1046', '5')
    """
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def folded(text: str | None) -> str:
    """Lower case, without diacritics."""
    plain = unicodedata.normalize("NFD", (text or "").lower().replace("\u0111", "d").replace("\u0142", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _stems(row: Row) -> set[str]:
    return {word[:4] for word in re.findall(r"[^\W\d_]{2,}", folded(row["measured"]))}


def _may_be_one(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def same_thing(one: Row, other: Row) -> bool:
    """True where two claims of an article count the same thing in the same unit, as far as the columns tell."""
    unit = one["unit"] == other["unit"] and (one["unit"] is not None or folded(one["unit_text"]) == folded(other["unit_text"]))
    return (
        unit
        and one["per"] == other["per"]
        and one["change"] == other["change"]
        and one["status"] == other["status"]
        and _may_be_one(one["place_id"], other["place_id"])
        and _may_be_one(one["period"], other["period"])
        and bool(_stems(one) & _stems(other))
    )


def _alike_beside_unit(one: Row, other: Row) -> bool:
    """True where the things measured share a word that is not the unit's."""
    unit = {word[:4] for row in (one, other) for word in re.findall(r"[^\W\d_]{2,}", folded(row["unit_text"]))}
    return bool((_stems(one) & _stems(other)) - unit)


def rounds(rounded: Row, exact: Row) -> bool:
    """True where one claim is the other with fewer digits ("more than 140" of 143)."""
    coarse, fine = number(rounded), number(exact)
    if coarse is None or fine is None or rounded["modifier"] == "exact" or not fine or len(significant(coarse)) >= len(significant(fine)):
        return False
    if rounded["modifier"] in ("more_than", "at_least") and fine < coarse:
        return False
    if rounded["modifier"] in ("nearly", "less_than", "at_most") and fine > coarse:
        return False
    return abs(fine - coarse) <= ROUNDED * abs(fine)


def mentions(group: Group, row: Row, changed: Row, *, magnitude: bool) -> Iterator[Witness]:
    """Other claims of the article that say the same; rounded ones tell the magnitude only."""
    value = number(row)
    if value is None or len(significant(value)) < SIGNIFICANT:
        return
    for other in group["claims"]:
        if other["claim_id"] == row["claim_id"] or other["article_id"] != row["article_id"] or not same_thing(row, other):
            continue
        if len(significant(value)) < TELLING and not _alike_beside_unit(row, other):
            continue
        if number(other) == value and (number(changed) != value or not same_thing(changed, other)):
            yield Witness("mention", (other["claim_id"],), f"{value} stands twice")
        elif magnitude and (rounds(other, row) or rounds(row, other)):
            yield Witness("mention", (other["claim_id"],), f"{value} is rounded to {number(other)}")


def relations(claims: Sequence[Row]) -> Iterator[Relation]:
    """The relations that hold among the claims of each sentence, and between wholes and their stated parts."""
    sentences: dict[tuple[str, str, str], list[Row]] = {}
    for row in claims:
        sentences.setdefault((row["article_id"], row["field"], row["sentence"]), []).append(row)
    for its in sentences.values():
        ordered = sorted(its, key=lambda row: row["figure_start"])
        yield from _holding(_changes(ordered))
        yield from _holding(_plain(ordered))
        yield from _holding(_sums(ordered))
    yield from _holding(_parts(claims))
    for row in claims:
        yield from _holding(_inside(row))


def _holding(proposed: Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]) -> Iterator[Relation]:
    for name, rows, test in proposed:
        ids = tuple(row["claim_id"] for row in rows)
        if test(*rows):
            yield Relation(name, ids, lambda by_id, ids=ids, test=test: test(*(by_id[one] for one in ids)))


def _changes(ordered: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]:
    """A change from one value to another beside its difference, in units or per cent."""
    for move in ordered:
        if move["change"] == "from_to" and move["change_from"] is not None and move["change_to"] is not None:
            for delta in ordered:
                if delta["change"] in ("increase_by", "decrease_by"):
                    if delta["unit"] == "percent":
                        yield "share of change", (move, delta), _is_share_of_change
                    else:
                        yield "difference", (move, delta), _is_delta


def _ends(move: Row) -> tuple[Decimal, Decimal]:
    return Decimal(str(move["change_from"])), Decimal(str(move["change_to"]))


def _sign_fits(move: Row, delta: Row) -> bool:
    before, after = _ends(move)
    return (after > before) == (delta["change"] == "increase_by")


def _is_delta(move: Row, delta: Row) -> bool:
    before, after = _ends(move)
    return number(delta) == abs(after - before) and max(before, after) >= WHOLE and _sign_fits(move, delta)


def _is_share_of_change(move: Row, delta: Row) -> bool:
    before, after = _ends(move)
    return bool(before) and _prints(100 * abs(after - before) / before, delta) and _sign_fits(move, delta)


def _prints(ratio: Decimal, share: Row) -> bool:
    """True where a ratio, rounded as the claim is, prints as it."""
    said = number(share)
    if said is None or len(significant(said)) < SIGNIFICANT:
        return False
    return abs(ratio - said) <= Decimal(1).scaleb(int(said.as_tuple().exponent)) * Decimal("0.5")


def _plain(ordered: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]:
    """Two levels of one unit beside their difference or their share."""
    levels = [row for row in ordered if row["change"] == "none" and row["unit_kind"] not in ("share", "rank") and number(row) is not None]
    for one, other in combinations(levels, 2):
        if one["unit"] != other["unit"]:
            continue
        for third in ordered:
            if third["unit"] == "percent" and third["change"] == "none":
                yield "share", (one, other, third), _is_share
            elif third["change"] in ("increase_by", "decrease_by") and third["unit"] == one["unit"]:
                yield "difference", (one, other, third), _is_difference


def _is_share(one: Row, other: Row, share: Row) -> bool:
    low, high = sorted((number(one) or Decimal(0), number(other) or Decimal(0)))
    said = number(share)
    return said is not None and bool(high) and high >= WHOLE and len(significant(said)) > SIGNIFICANT and _prints(100 * low / high, share)


def _is_difference(one: Row, other: Row, delta: Row) -> bool:
    first, second, said = number(one), number(other), number(delta)
    return first is not None and second is not None and said is not None and said >= WHOLE and abs(first - second) == said


def _sums(ordered: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]:
    """A whole, then the run of its parts behind it, all of one sort."""
    for at, whole in enumerate(ordered):
        run: list[Row] = []
        for part in ordered[at + 1:]:
            if part["change"] != "none" or part["unit_kind"] != whole["unit_kind"] or number(part) is None:
                break
            run.append(part)
            if len(run) >= 2:
                yield "sum", (whole, *run), _is_sum


def _is_sum(whole: Row, *parts: Row) -> bool:
    said = number(whole)
    return said is not None and said >= WHOLE and sum((number(part) or Decimal(0) for part in parts), Decimal(0)) == said


def _parts(claims: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]:
    """A whole and all the claims that say they are parts of it."""
    by_id = {row["claim_id"]: row for row in claims}
    parts: dict[str, list[Row]] = {}
    for row in claims:
        if row["part_of"] in by_id:
            parts.setdefault(row["part_of"], []).append(row)
    for whole, its in parts.items():
        kinds = {row["unit_kind"] for row in (by_id[whole], *its)}
        if len(its) >= 2 and len(kinds) == 1:
            yield "sum", (by_id[whole], *its), _is_sum


def _inside(row: Row) -> Iterator[tuple[str, Sequence[Row], Callable[..., bool]]]:
    """What one claim says twice over: n of m, a range in order."""
    if row["of"] is not None and row["unit_kind"] not in ("share", "ratio", "money"):
        yield "n of m", (row,), lambda one: (number(one) or Decimal(0)) <= Decimal(str(one["of"]))
    if row["low"] is not None and row["high"] is not None:
        yield "range", (row,), lambda one: one["low"] < one["high"]


def arithmetic(group: Group, row: Row, changed: Row) -> Iterator[Witness]:
    """The stated relations that held and hold no more."""
    by_id = {claim["claim_id"]: claim for claim in group["claims"]} | {changed["claim_id"]: changed}
    for relation in relations([claim for claim in group["claims"] if claim["article_id"] == row["article_id"]]):
        if row["claim_id"] in relation.members and not relation.holds(by_id):
            others = tuple(one for one in relation.members if one != row["claim_id"])
            yield Witness("arithmetic" if others else "itself", others, relation.name)


def claim_key(row: Row) -> tuple[object, ...]:
    """What translations of one claim share: the figures, the unit and the change."""
    return number(row), row["low"], row["high"], row["unit"], row["change"], row["change_from"], row["change_to"]


def siblings(group: Group, row: Row, changed: Row | None) -> Iterator[Witness]:
    """Translations that have the claim as often as this article, and do not have the changed one."""
    articles: dict[str, Counter[tuple[object, ...]]] = {}
    for claim in group["claims"]:
        articles.setdefault(claim["article_id"], Counter())[claim_key(claim)] += 1
    here = articles[row["article_id"]]
    key, other_key = claim_key(row), claim_key(changed) if changed else None
    for article, there in articles.items():
        if article == row["article_id"] or there[key] < here[key]:
            continue
        if other_key is None or (other_key != key and there[other_key] <= here[other_key]):
            ids = tuple(claim["claim_id"] for claim in group["claims"] if claim["article_id"] == article and claim_key(claim) == key)
            yield Witness("sibling", ids, f"{article} says {row['value_text']}")


def sibling_dates(group: Group, row: Row, changed: Row) -> Iterator[Witness]:
    """Translations that name the same day and not the moved one."""
    days: dict[str, dict[str, str]] = {}
    for date in group["dates"]:
        days.setdefault(date["article_id"], {}).setdefault(date["edtf"], date["date_id"])
    for article, its in days.items():
        if article != row["article_id"] and row["edtf"] in its and changed["edtf"] not in its:
            yield Witness("sibling", (its[row["edtf"]],), f"{article} says {row['edtf']}")


def sibling_names(group: Group, row: Row, changed: Row) -> Iterator[Witness]:
    """Translations that give the same name the same office, and do not know the changed one."""
    names: dict[str, dict[tuple[str, str | None], str]] = {}
    for official in group["officials"]:
        names.setdefault(official["article_id"], {}).setdefault((folded(official["name"]), official["role_id"]), official["official_id"])
    key = folded(row["name"]), row["role_id"]
    for article, its in names.items():
        if article != row["article_id"] and key in its and folded(changed["name"]) not in {name for name, _ in its}:
            yield Witness("sibling", (its[key],), f"{article} says {row['name']}")


def sole_names(group: Group, row: Row) -> Iterator[Witness]:
    """Another mention in the article of the one holder of an office (models/offices: sole)."""
    with (ROOT / "models" / "offices" / "roles.toml").open("rb") as stream:
        roles = tomllib.load(stream)
    if not roles.get(row["role_id"], {}).get("sole") or row["tenure"] != "current":
        return
    for other in group["officials"]:
        same = all(other[name] == row[name] for name in ("article_id", "role_id", "person_key", "tenure", "body", "place"))
        if same and other["official_id"] != row["official_id"]:
            yield Witness("mention", (other["official_id"],), f"{row['name']} is named twice")


def signed_days(group: Group, row: Row, changed: Row) -> Iterator[Witness]:
    """Another citation of the same document with its day, here or in a translation; or the year in its symbol."""
    for other in group["citations"]:
        if other["citation_id"] != row["citation_id"] and other["symbol"] == row["symbol"] and other["signed"] == row["signed"]:
            how = "mention" if other["article_id"] == row["article_id"] else "sibling"
            yield Witness(how, (other["citation_id"],), f"{row['symbol']} of {row['signed']}")
    if row["year"] and row["signed"].startswith(row["year"]) and not changed["signed"].startswith((row["year"], "XXXX")):
        yield Witness("mention", (), f"the year in {row['symbol']}")


class Map:
    """How many units of each level a province or the country has, counted in models/places."""

    _ABOVE = frozenset({"province", "city"})
    _COMMUNES = frozenset({"commune", "ward", "township", "special_zone"})

    def __init__(self) -> None:
        with (ROOT / "models" / "places" / "vietnam.csv").open(encoding="utf-8", newline="") as stream:
            rows = [row for row in csv.DictReader(stream) if row["valid_from"] == "2025-07-01" and not row["valid_to"]]
        self.counts: Counter[tuple[str, str]] = Counter()
        for row in rows:
            if row["level"] in self._COMMUNES:
                self.counts[row["parent"], row["level"]] += 1
                self.counts[row["parent"], "administrative_unit"] += 1

    def witnesses(self, row: Row, changed: Row) -> Iterator[Witness]:
        """The number of communes, wards or units that the map has in the claim's province."""
        after = decimal(row["change_to"]) if row["change"] == "from_to" else number(row) if row["change"] == "none" else None
        now = decimal(changed["change_to"]) if row["change"] == "from_to" else number(changed)
        for unit in (row["unit"], *(("administrative_unit",) if row["unit"] == "unit" else ())):
            count = self.counts.get((row["place_id"] or "", unit or ""), 0)
            if count >= WHOLE and after == count and (now != count or changed["unit"] != row["unit"]):
                yield Witness("knowledge", (), f"the map has {count} of {unit} in {row['place_id']}")
