"""Why a person beside an office is not believed to be an official."""

from __future__ import annotations

from pipeline.extract.officials.grammar import Titles, skip_spaces, skip_spaces_back
from pipeline.extract.officials.holders import Holding
from pipeline.records import Official, Passage

_BODY_BOUND = frozenset({"member", "leader", "representative"})
"""Offices that are none without a body."""
_OF_WORKS = frozenset({"director", "head"})
"""Offices that are also said of films, teams and kitchens where no body stands beside them (Vietnamese has other words for those)."""
_SURNAMED = frozenset({
    "monarch", "state_president", "prime_minister", "minister", "chancellor", "senator", "president", "speaker", "marshal", "general_secretary",
})
"""Offices before which a surname alone is a person."""
_OF_PLACES = frozenset({"governor", "mayor", "ambassador", "consul", "voivode"})
"""Offices before whose holder the name of a place may stand."""
_OF_STRANGERS = _SURNAMED | {
    "spokesperson", "ambassador", "commander", "leader", "parliament_member", "assembly_deputy", "chief_of_staff", "judge", "prosecutor",
}
_OF_STATES = frozenset({
    "country", "state", "national_assembly", "international", "central_bank", "ministry", "government", "army", "police", "fire_service",
})
"""Offices and bodies beside which words that no list knows are believed to be a name."""
_LEADERS = frozenset({"leader", "paramount_leader"})
_OF_VILLAGES = frozenset({"village_head"})
_SHORT_NAME = 2


def doubt(passage: Passage, holding: Holding, official: Official, titles: Titles, places: frozenset[str] = frozenset()) -> str | None:
    """Why a holding is not believed: a place that the article names elsewhere, a member of nothing known, one word that is hardly a person."""
    office, body = holding.phrase.post.office, holding.phrase.post.body
    if (official.role_id is None and office in _BODY_BOUND) or (office in _LEADERS and not body and holding.rule == "list"):
        return "no_body"
    if not holding.name.sure and not holding.name.full and office not in _SURNAMED:
        return "one_word"
    if official.role_id is None and office in _OF_WORKS and not body and not titles.vietnamese and not _is_of_own(passage, holding, titles):
        return "no_body"
    if office in _OF_VILLAGES and holding.rule == "role_name" and len(holding.name.text.split()) == _SHORT_NAME and not _is_given(holding, titles):
        return "may_be_a_place"
    of_state = body in _OF_STATES and not (body == "country" and office in _OF_WORKS | {"director_general"})
    known = holding.rule == "name_role" and official.role_id is not None
    placed = office in _OF_PLACES and holding.phrase.complement.place is not None
    believed = known or placed or of_state or office in _OF_STRANGERS or _speaks(passage, holding)
    if not holding.name.sure and (official.role_id is None or not believed):
        return "unknown_name"
    if holding.name.text in places and holding.rule != "name_role" and not _is_titled(passage, holding, titles):
        return "may_be_a_place"
    if not holding.name.sure and office in _OF_PLACES and holding.rule == "role_name" and holding.phrase.complement.place is None and not body:
        return "may_be_a_place"
    return None


def _is_titled(passage: Passage, holding: Holding, titles: Titles) -> bool:
    return titles.honorifics.before(passage, skip_spaces_back(passage.text, holding.name.start)) is not None


def _is_given(holding: Holding, titles: Titles) -> bool:
    """Whether the dictionary of the language knows the first word of a name as a given name."""
    return any("given" in reading.names for reading in titles.room.readings(holding.name.text.split()[0]))


def _speaks(passage: Passage, holding: Holding) -> bool:
    """Whether a verb of saying stands beside a full name and its office, with nothing of a body's own name between them."""
    if not holding.name.full or (holding.rule == "role_name" and holding.phrase.complement.opaque):
        return False
    start, stop = min(holding.phrase.start, holding.name.start), max(holding.phrase.stop, holding.name.stop)
    after = passage.starting(skip_spaces(passage.text, stop), "speech_verb")
    return after is not None or passage.ending(skip_spaces_back(passage.text, start), "speech_verb") is not None


def _is_of_own(passage: Passage, holding: Holding, titles: Titles) -> bool:
    """Whether the office is said to be of a body that was named before ("its director")."""
    link = titles.links.before(passage, skip_spaces_back(passage.text, holding.phrase.start))
    return link is not None and link.id == "own"
