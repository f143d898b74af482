"""Why a person beside an office is not believed to be an official."""

from __future__ import annotations

from pipeline.extract.officials.grammar import Titles
from pipeline.extract.officials.holders import Holding
from pipeline.records import Official

_BODY_BOUND = frozenset({"member", "leader", "representative"})
"""Offices that are none without a body."""
_OF_WORKS = frozenset({"director", "head"})
"""Offices that are also said of films, teams and kitchens where no body stands beside them (Vietnamese has other words for those)."""
_SURNAMED = frozenset({
    "state_president", "prime_minister", "minister", "chancellor", "senator", "president", "speaker", "marshal", "general_secretary",
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
_OF_VILLAGES = frozenset({"village_head"})
_SHORT_NAME = 2


def doubt(holding: Holding, official: Official, titles: Titles) -> str | None:
    """Why a holding is not believed: a member of nothing known, or one foreign word beside an office whose holders are not so called."""
    office = holding.phrase.post.office
    if (official.role_id is None and office in _BODY_BOUND) or (office == "leader" and not holding.phrase.post.body and holding.rule == "list"):
        return "no_body"
    if not holding.name.sure and not holding.name.full and office not in _SURNAMED:
        return "one_word"
    if official.role_id is None and office in _OF_WORKS and not holding.phrase.post.body and (office == "head" or not titles.vietnamese):
        return "no_body"
    if office in _OF_VILLAGES and holding.rule == "role_name" and len(holding.name.text.split()) == _SHORT_NAME:
        return "may_be_a_place"
    body = holding.phrase.post.body
    believed = office in _OF_STRANGERS or (body in _OF_STATES and not (body == "country" and office in _OF_WORKS | {"director_general"}))
    if not holding.name.sure and (official.role_id is None or not believed):
        return "unknown_name"
    if not holding.name.sure and office in _OF_PLACES and holding.rule == "role_name" and holding.phrase.complement.place is None:
        return "may_be_a_place"
    return None
