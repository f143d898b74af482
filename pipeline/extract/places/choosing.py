"""Which place a name means: the level word, the article's date and the places named around it choose among the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.extract.places.mention import Mention, is_low
from pipeline.knowledge import Gazetteer, GazetteerRow

_OLD_ONLY = frozenset({"district", "town", "township"})
_NEW_ONLY = frozenset({"special_zone"})
_LAST_OLD_DAY = "2025-06-30"
_FIRST_NEW_DAY = "2025-07-01"


def date_of(anchor: str | None, mentions: Iterable[Mention]) -> str | None:
    """The day whose map counts: the article's date, else a day of the map that its level words belong to, else None."""
    if anchor is not None:
        return anchor
    levels = {mention.level for mention in mentions if any(row.code.startswith("VN-") for row in mention.rows)}
    if levels & _OLD_ONLY and not levels & _NEW_ONLY:
        return _LAST_OLD_DAY
    return _FIRST_NEW_DAY if levels & _NEW_ONLY and not levels & _OLD_ONLY else None


def named_codes(mentions: Iterable[Mention], gazetteer: Gazetteer) -> frozenset[str]:
    """The codes of the places that an article names beyond doubt, with the codes of what holds them."""
    codes: set[str] = set()
    for mention in mentions:
        rows = _likely(mention)
        if len({row.code for row in rows}) == 1:
            for row in rows:
                codes.update(_chain(row.place_id, gazetteer))
    return frozenset(codes)


def _likely(mention: Mention) -> Sequence[GazetteerRow]:
    """The rows that a name may mean before its surroundings are asked: a name without a level word means the largest of its places."""
    if mention.level is not None or mention.low:
        return mention.rows
    rows = [row for row in mention.rows if not is_low(row)]
    first = min((_rank(row.level) for row in rows), default=0)
    return [row for row in rows if _rank(row.level) == first]


def holders(row: GazetteerRow, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The codes of the units that hold a place, the country aside."""
    return tuple(code for code in _chain(row.place_id, gazetteer)[1:] if "-" in code)


@lru_cache(maxsize=16384)
def _chain(place_id: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The code of a place and those of what holds it, from the smallest up."""
    row = gazetteer.by_id[place_id]
    return (row.code, *(_chain(row.parent, gazetteer) if row.parent in gazetteer.by_id else ()))


def choose(mention: Mention, day: str | None, named: frozenset[str], gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The id and the level of a mention; no id where more than one place is left, or none that the day's map shows."""
    rows = _likely(mention)
    if day is not None:
        valid = [row for row in rows if (row.valid_from or "") <= day < (row.valid_to or "9999")]
        if not valid and len({row.code for row in rows}) == 1 and rows:
            return None, mention.level or rows[0].level
        rows = valid or rows
    rows = _held(rows, named, gazetteer)
    if mention.level is None and rows:
        first = rows[0].level if len({row.level for row in rows}) == 1 else min((row.level for row in rows), key=_rank)
        rows = [row for row in rows if row.level == first]
    level = mention.level or (rows[0].level if rows else None)
    return (rows[0].place_id if len(rows) == 1 else None), level


def _held(rows: Sequence[GazetteerRow], named: frozenset[str], gazetteer: Gazetteer) -> Sequence[GazetteerRow]:
    """The rows of whose holders the article names most, all of them where it names none."""
    if len(rows) < 2:
        return rows
    chains = [holders(row, gazetteer) for row in rows]
    scores = [sum(code in named for code in chain) / max(1, len(chain)) for chain in chains]
    best = max(scores)
    return [row for row, score in zip(rows, scores, strict=True) if score == best] if best else rows


_ORDER = (
    "continent", "ocean", "sea", "country", "territory", "region", "state", "province", "city", "island", "river", "mountain", "district", "town",
    "special_zone", "township", "ward", "commune",
)
"""Levels from the largest down."""


def _rank(level: str) -> int:
    return _ORDER.index(level) if level in _ORDER else len(_ORDER)
