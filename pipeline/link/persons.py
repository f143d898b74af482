"""From officials to persons: one row a person with the mentions that are held to be of that person, and how sure that is."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from pipeline.knowledge import Offices
from pipeline.knowledge.fold import bare

Row = Mapping[str, Any]
_ONE_ARTICLE = 1.0
_SOLE_OFFICE, _ROLE_AND_PLACE, _ROLE, _PLACE = 0.95, 0.9, 0.7, 0.6
_ID_DIGITS = 16


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


def link_persons(officials: Iterable[Row], offices: Offices) -> list[dict[str, Any]]:
    """One row a person; `officials` are rows of the officials table.

    Inside an article one name is one person. Across articles a name alone never makes two people one: an office that only one person
    holds, or the same office, or the same place must be said of both, and `link_confidence` and `why` tell which (1.0: one article).
    """
    by_name: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in officials:
        by_name[row["person_key"]][row["article_id"]].append(row)
    persons = []
    for key in sorted(by_name):
        groups = [_Group(rows) for rows in by_name[key].values()]
        persons += [_person(key, group) for group in _joined(groups, offices)]
    return persons


def _joined(groups: list[_Group], offices: Offices) -> list[_Group]:
    """Groups joined along their strongest ties first, so that a weak tie never speaks where a strong one does."""
    parent = list(range(len(groups)))

    def root(at: int) -> int:
        """The group that holds another."""
        while parent[at] != at:
            at = parent[at] = parent[parent[at]]
        return at

    for confidence, why, one, other in sorted(_ties(groups, offices), key=lambda tie: (-tie[0], tie[2], tie[3])):
        first, second = sorted((root(one), root(other)))
        if first == second:
            continue
        into, out = groups[first], groups[second]
        into.rows += out.rows
        into.confidence = min(into.confidence, out.confidence, confidence)
        into.reasons |= out.reasons | {why}
        parent[second] = first
    return [group for at, group in enumerate(groups) if root(at) == at]


def _ties(groups: Sequence[_Group], offices: Offices) -> Iterator[tuple[float, str, int, int]]:
    for one, other in combinations(range(len(groups)), 2):
        tie = _tie(groups[one], groups[other], offices)
        if tie is not None:
            yield *tie, one, other


def _tie(one: _Group, other: _Group, offices: Offices) -> tuple[float, str] | None:
    roles = one.roles() & other.roles()
    here, there = one.places(), other.places()
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
