"""Whether an office is of the level of the place that it is held in (models/offices, models/places)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.knowledge.extents import COMMUNES, DISTRICTS, PROVINCES
from pipeline.verify.facts import ArticleFacts, Row
from pipeline.verify.finding import Finding, Severity
from pipeline.verify.note import Note

CHECK_ID = "knowledge_offices"
SOURCE = "models/places/vietnam.csv"

_LEVELS = {"province": PROVINCES, "district": DISTRICTS | {"city"}, "commune": COMMUNES}


def offices(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each holder of an office of one level, in a place of the gazetteer that its words name and that no other place there has for a name.

    The level of the place is the map's, not the word's. A district's office since districts are no more is suspect where it is current.
    """
    for row in facts.officials:
        level, place_id = _level(row["role_id"], knowledge), _place(row, facts)
        if level is None or place_id is None or place_id not in knowledge.gazetteer.by_id:
            continue
        place, turn = knowledge.gazetteer.by_id[place_id], knowledge.gazetteer.extents.turn
        if place.level not in _LEVELS[level]:
            if any(place.level in its for its in _LEVELS.values()):
                note = Note("office_of_other_level", place=place.name)
                yield _finding(row, facts, f"{row['role_id']} \u2260 {place.level}", note, "medium")
        elif level == "district" and row["tenure"] == "current" and place.valid_to == turn <= str(facts.article["anchor"] or "")[:10]:
            note = Note("office_without_district", day=turn, place=place.name)
            yield _finding(row, facts, f"{row['role_id']} since {turn}", note, "low")


def _level(role_id: str | None, knowledge: Knowledge) -> str | None:
    """The level that every post of a role is of; None where it is of several or of any."""
    levels = knowledge.offices.levels.get(role_id or "", frozenset())
    return next(iter(levels)) if len(levels) == 1 and levels <= _LEVELS.keys() else None


def _place(row: Row, facts: ArticleFacts) -> str | None:
    """The one place of Vietnam that stands in the words of the holder and bears the name of the office's place; else None."""
    within = [
        place for place in facts.places
        if place["field"] == row["field"] and row["start"] <= place["start"] and place["stop"] <= row["stop"] and place["name"]
    ]
    ids = {place["place_id"] for place in within}
    if not row["place"] or len(ids) != 1 or not any(str(row["place"]).endswith(str(place["name"])) for place in within):
        return None
    found = next(iter(ids))
    return found if found is not None and str(found).startswith("VN-") else None


def _finding(row: Row, facts: ArticleFacts, working: str, note: Note, severity: Severity) -> Finding:
    return Finding(
        CHECK_ID, "suspect", working, note, mentions=(row["official_id"],), articles=(facts.article_id,),
        severity=severity, source=SOURCE,
    )
