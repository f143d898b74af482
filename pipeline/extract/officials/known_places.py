"""What offices tell of places: a holder's name is none, and the unit that a body is of is one."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.officials.holders import Holding
from pipeline.extract.places.choosing import choose
from pipeline.extract.places.mention import Mention
from pipeline.knowledge import Gazetteer
from pipeline.records import Dossier, Passage, Place

_SHORT_NAME = 2
"""Words of a name that a person and a place may share."""


def named_elsewhere(dossier: Dossier, held: Iterable[tuple[Passage, Holding]]) -> frozenset[str]:
    """The names of the places that stand elsewhere than where a holder is read, and those of whole countries."""
    persons = {(passage.field, holding.name.start, holding.name.stop) for passage, holding in held}
    known = [place for place in dossier.places if place.level == "country" or not _is_inside(place, persons)]
    return frozenset(place.name for place in known if len(place.name.split()) == _SHORT_NAME)


def settle_places(dossier: Dossier, held: Iterable[tuple[Passage, Holding]], gazetteer: Gazetteer) -> None:
    """Take names of holders out of the places, and add the small units that their bodies are of."""
    persons: set[tuple[str, int, int]] = set()
    units: dict[tuple[str, int, int], Passage] = {}
    for passage, holding in held:
        if holding.name.sure and holding.name.full:
            persons.add((passage.field, holding.name.start, holding.name.stop))
        if (unit := holding.phrase.complement.unit) is not None:
            units[passage.field, *unit] = passage
    if any(_is_inside(place, persons) for place in dossier.places):
        dossier.places = [place for place in dossier.places if not _is_inside(place, persons)]
    taken = [(place.evidence.field, place.evidence.start, place.evidence.stop) for place in dossier.places]
    found = [
        _place(dossier, passage, start, stop, gazetteer) for (field, start, stop), passage in units.items()
        if not any(field == its and start < end and begin < stop for its, begin, end in [*taken, *persons])
    ]
    if found:
        dossier.places = sorted([*dossier.places, *found], key=_order)


def _is_inside(place: Place, persons: Iterable[tuple[str, int, int]]) -> bool:
    at = place.evidence
    return any(field == at.field and start <= at.start and at.stop <= stop for field, start, stop in persons)


def _place(dossier: Dossier, passage: Passage, start: int, stop: int, gazetteer: Gazetteer) -> Place:
    hit = passage.starting(start, "place")
    rows = hit.entry.value.rows if hit is not None and hit.stop == stop else ()
    named = frozenset(place.place_id.partition("@")[0] for place in dossier.places if place.place_id is not None)
    mention = Mention(passage, start, stop, passage.text[start:stop], rows, None, "office_unit")
    place_id, level = choose(mention, dossier.anchor, named, gazetteer)
    return Place(passage.evidence(start, stop, mention.rule), mention.name, place_id, level)


def _order(place: Place) -> tuple[bool, int]:
    return place.evidence.field == "text", place.evidence.start
