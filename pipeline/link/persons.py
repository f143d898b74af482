"""From officials to persons: one row a person with the mentions that are held to be of that person, and how sure that is."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, product
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.knowledge import Offices
from pipeline.knowledge.fold import bare
from pipeline.link.sorting import sorter

Row = Mapping[str, Any]
_ONE_ARTICLE = 1.0
_SOLE_OFFICE, _ROLE_AND_PLACE, _ROLE, _PLACE = 0.95, 0.9, 0.7, 0.6
_ID_DIGITS = 16
_NAMED = pa.schema([
    ("nth", pa.int64()), *((name, pa.string()) for name in ("person_key", "official_id", "article_id", "name", "role_id", "body", "place")),
])

_Said = tuple[frozenset[str], frozenset[str]]
"""Roles and places."""
_Tie = tuple[float, str, int, int]
"""How sure, why, and the two groups."""


@dataclass(slots=True)
class _Group:
    """The mentions of one name in one article, or in several that are held to speak of one person."""

    rows: list[Row]
    confidence: float = _ONE_ARTICLE
    reasons: set[str] = field(default_factory=set)

    def roles(self) -> set[str]:
        """Their role ids."""
        return {row["role_id"] for row in self.rows if row["role_id"]}

    def places(self) -> set[str]:
        """Their places, without diacritics."""
        return {bare(row["place"]).lower() for row in self.rows if row["place"]}


def link_persons(officials: Iterable[Row], offices: Offices, spill: Path) -> Iterator[dict[str, Any]]:
    """One row a person; `officials` are rows of the officials table.

    Inside an article one name is one person. Across articles a name alone never makes two people one: an office that only one person
    holds, or the same office, or the same place must be said of both, and `link_confidence` and `why` tell which (1.0: one article).
    Memory holds the mentions of one name; `spill` is a folder for the rest.
    """
    with sorter(spill) as base:
        base.fill("named", _NAMED, ((nth, *(row[name] for name in _NAMED.names[1:])) for nth, row in enumerate(officials)))
        for key, rows in groupby(base.rows("FROM named ORDER BY person_key, nth"), itemgetter("person_key")):
            by_article: dict[str, list[Row]] = defaultdict(list)
            for row in rows:
                by_article[row["article_id"]].append(row)
            groups = list(map(_Group, by_article.values()))
            yield from (_person(key, group) for group in _joined(groups, offices))


def _joined(groups: list[_Group], offices: Offices) -> list[_Group]:
    """Groups joined along their strongest ties first, so that a weak tie never speaks where a strong one does."""
    parent = list(range(len(groups)))

    def root(at: int) -> int:
        """The group that holds another."""
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for confidence, why, one, other in _ties(groups, offices):
        first, second = sorted((root(one), root(other)))
        if first == second:
            continue
        into, out = groups[first], groups[second]
        into.rows += out.rows
        into.confidence = min(into.confidence, out.confidence, confidence)
        into.reasons |= out.reasons | {why}
        parent[second] = first
    return [group for at, group in enumerate(groups) if root(at) == at]


def _ties(groups: Sequence[_Group], offices: Offices) -> Iterator[_Tie]:
    """The ties that join, the strongest first and then in the order of the groups.

    Groups of the same roles and places are tied to each other at least as strongly as to any other group, so of all ties of these to others
    only those of their first one join: one name in thousands of articles has few roles and places, but millions of pairs.
    """
    alike: dict[_Said, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        alike[frozenset(group.roles()), frozenset(group.places())].append(at)
    tied: dict[tuple[float, str], dict[_Said, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for one, other in product(alike, repeat=2):
        tie = _tie(one, other, offices)
        if tie is not None:
            tied[tie][one].append(other)
    for (confidence, why), kinds in sorted(tied.items(), reverse=True):
        for one in kinds:
            first = alike[one][0]
            yield from ((confidence, why, first, at) for at in sorted(chain.from_iterable(alike[other] for other in kinds[one])) if at > first)


def _tie(one: _Said, other: _Said, offices: Offices) -> tuple[float, str] | None:
    roles = one[0] & other[0]
    here, there = one[1], other[1]
    if any(offices.roles[role].sole for role in roles if role in offices.roles):
        return _SOLE_OFFICE, "office of one holder"
    if here & there:
        return (_ROLE_AND_PLACE, "same office, same place") if roles else (_PLACE, "same place, another office")
    if roles and not (here and there):
        return _ROLE, "same office, place not said"
    return None


def _person(key: str, group: _Group) -> dict[str, Any]:
    rows = group.rows
    names = Counter(row["name"] for row in rows)
    return {
        "person_id": hashlib.sha256("\0".join((key, *sorted(row["official_id"] for row in rows))).encode()).hexdigest()[:_ID_DIGITS],
        "person_key": key,
        "name": max(names, key=lambda name: (name != bare(name), names[name], name)),
        "names": sorted(names),
        "role_ids": sorted(group.roles()),
        "bodies": sorted({row["body"] for row in rows if row["body"]}),
        "places": sorted({row["place"] for row in rows if row["place"]}),
        "official_ids": [row["official_id"] for row in rows],
        "article_ids": list(dict.fromkeys(row["article_id"] for row in rows)),
        "link_confidence": group.confidence,
        "why": "; ".join(sorted(group.reasons)) or "one article",
    }
