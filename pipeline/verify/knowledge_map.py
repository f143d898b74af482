"""Whether numbers of communes, wards and other units are those of the map (models/places)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.knowledge import Knowledge
from pipeline.knowledge.extents import COMMUNES, DISTRICTS, PROVINCES, Counts, Extents
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding, Severity, Verdict
from pipeline.verify.note import Note
from pipeline.verify.slips import slip
from pipeline.verify.working import number

CHECK_ID = "knowledge_map"
SOURCE = "models/places/vietnam.csv"

_GENERAL = frozenset({"administrative_unit", "unit", "locality"})
_UNITS = frozenset({*COMMUNES, *DISTRICTS, *PROVINCES, *_GENERAL})
_LEVELS = (COMMUNES, frozenset({*DISTRICTS, "district_city"}), PROVINCES)


class Units(NamedTuple):
    """What the map may call the units of a claim: the counts of exactly this level, and the counts that a claim may state, told in words."""

    exact: frozenset[int]
    all: dict[int, str]


class Place(NamedTuple):
    """A place on the maps; `is_of_its_time`: the article is of the year of the new map or later, and the old map is as of that year."""

    name: str
    turn: str
    is_of_its_time: bool
    now: tuple[Counts, ...]
    before: tuple[Counts, ...]


def map_of_units(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each number of units of a province or the country beside the map before and since it was last drawn anew.

    A number that the map has agrees; more communes or wards than the map has ever had are suspect, and so is a total that a slip alone
    parts from the map's. Any other number may be of some of the units, and nothing is said of it.
    """
    extents = knowledge.gazetteer.extents
    wholes = {claim.part_of for claim in facts.claims if claim.part_of is not None and claim.unit in COMMUNES}
    home = _home(facts, extents)
    confirmed = set[str]()
    for claim in facts.claims:
        if claim.unit not in _UNITS or claim.unit_kind != "count" or claim.status not in ("actual", "plan") or claim.modifier != "exact":
            continue
        is_total = claim.claim_id in wholes or (claim.change == "from_to" and claim.unit in _GENERAL)
        place = _place(claim, extents) or (home if is_total or claim.part_of in confirmed else None)
        said = claim.change_to if claim.change == "from_to" else claim.value if claim.change == "none" else None
        if place is None or said is None:
            continue
        known = _known(place, facts, knowledge)
        found = list(_of_claim(claim, said, known, is_total=is_total, confirmed=claim.part_of in confirmed))
        confirmed |= {claim.claim_id for one in found if one.verdict == "agrees"}
        yield from found


def _known(place_id: str, facts: ArticleFacts, knowledge: Knowledge) -> Place:
    """A place with its counts in every extent that bears its code: who speaks of a merger means the new one by the old name."""
    extents, row = knowledge.gazetteer.extents, knowledge.gazetteer.by_id[place_id]
    ids = [place_id, *(one.place_id for one in knowledge.gazetteer.of_code(row.code) if one.place_id != place_id)]
    is_of_its_time = str(facts.article["anchor"] or "")[:4] >= extents.turn[:4]
    return Place(row.name, extents.turn, is_of_its_time, tuple(map(extents.now, ids)), tuple(map(extents.before, ids)))


def _place(claim: Claim, extents: Extents) -> str | None:
    if claim.place_id == extents.country:
        return claim.place_id
    return claim.place_id if claim.place_id and extents.province_of(claim.place_id) == claim.place_id else None


def _home(facts: ArticleFacts, extents: Extents) -> str | None:
    """The one province that an article is of: it is named more often than all others together."""
    ids = [row["place_id"] for row in (*facts.places, *facts.organisations) if row["place_id"]]
    named = Counter(one for one in ids if extents.province_of(one) == one)
    most = named.most_common(1)
    return most[0][0] if most and 2 * most[0][1] > named.total() else None


def _units(places: Iterable[Counts], unit: str | None) -> Units:
    exact, found = set[int](), dict[int, str]()
    for counts in places:
        if unit not in _GENERAL and (count := counts.get(unit or "", 0)):
            exact.add(count)
            found.setdefault(count, f"{unit} {count}")
        # "communes" and "provinces" stand for their whole level, wards and cities for themselves
        for level in _LEVELS if unit in _GENERAL else [level for level in _LEVELS if unit in level and unit in ("commune", "province")]:
            its = {one: counts.get(one, 0) for one in sorted(level) if counts.get(one, 0)}
            if total := sum(its.values()):
                found.setdefault(total, " + ".join(f"{one} {count}" for one, count in its.items()) + (f" = {total}" if len(its) > 1 else ""))
    return Units(frozenset(exact), found)


def _of_claim(claim: Claim, said: Decimal, place: Place, *, is_total: bool, confirmed: bool) -> Iterator[Finding]:
    now, before = _units(place.now, claim.unit), _units(place.before, claim.unit)
    telling = said >= tolerance.WHOLE or confirmed
    old = claim.change_from if claim.change_from is not None and claim.change_from in before.all else None
    if telling and said in now.all:
        note = Note("map_now", turn=place.turn, n=said, place=place.name)
        if old is not None:
            note = Note("map_now_and_before", turn=place.turn, n=said, place=place.name, before=old)
        yield _finding(claim, now.all[int(said)], note)
    elif telling and said in before.all and claim.change != "from_to":
        yield _finding(claim, before.all[int(said)], Note("map_before", turn=place.turn, n=said, place=place.name))
    elif not place.is_of_its_time:
        return
    elif said in before.all and claim.change_from in now.all:
        yield _finding(claim, f"{now.all[int(claim.change_from or 0)]}", Note("map_turned"), "high")
    elif (most := max((*now.all, *before.all), default=0)) and said > most and claim.unit in COMMUNES:
        yield _finding(claim, f"{number(said)} > {most}", Note("map_never_so_many", place=place.name), "medium")
    elif is_total and (meant := _meant(claim, said, now, before)):
        yield _finding(claim, f"{number(said)} \u2260 {now.all[meant]}", Note("map_now", turn=place.turn, n=meant, place=place.name), "high")
    elif confirmed and now.exact and said not in now.exact:
        told = " or ".join(now.all[count] for count in sorted(now.exact))
        yield _finding(claim, f"{number(said)} \u2260 {told}", Note("map_others", turn=place.turn, place=place.name), "medium")


def _meant(claim: Claim, said: Decimal, now: Units, before: Units) -> int | None:
    """The number of the map that a total was meant to be: a slip parts them, or the number before the change is that of the old map."""
    if claim.change_from is not None and claim.change_from in before.all and now.all:
        return next(iter(now.all))
    return next((count for count in now.all if count >= tolerance.WHOLE and slip(said, Decimal(count))), None)


def _finding(claim: Claim, working: str, note: Note, severity: Severity | None = None) -> Finding:
    verdict: Verdict = "suspect" if severity else "agrees"
    return Finding(CHECK_ID, verdict, working, note, (claim.claim_id,), articles=(claim.article_id,), severity=severity, source=SOURCE)
