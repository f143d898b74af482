"""Officials: phrases of office propose, names beside them hold them, the table of roles says what they are."""

from __future__ import annotations

from pipeline.extract.officials.complement import ComplementReader
from pipeline.extract.officials.declined import DeclinedReader
from pipeline.extract.officials.grammar import Titles, titles_of
from pipeline.extract.officials.holders import HolderFinder, Holding
from pipeline.extract.officials.names import Reader
from pipeline.extract.officials.people import is_weak, settle
from pipeline.extract.officials.phrases import read_phrases
from pipeline.knowledge import Knowledge
from pipeline.knowledge.offices import Offices, key
from pipeline.records import Dossier, Official, Passage

__all__ = ["find_officials"]

_STAGE = "officials"
_BODY_BOUND = frozenset({"member", "leader"})
"""Offices that are none without a body."""
_OF_WORKS = frozenset({"director", "head"})
"""Offices that are also said of films, teams and kitchens where no body stands beside them (Vietnamese has other words for those)."""
_SURNAMED = frozenset({
    "state_president", "prime_minister", "minister", "chancellor", "senator", "president", "speaker", "marshal", "general_secretary",
})
"""Offices before which a surname alone is a person."""
_OF_PLACES = frozenset({"governor", "mayor", "ambassador", "consul", "voivode"})
"""Offices before whose holder the name of a place may stand."""
_OF_VILLAGES = frozenset({"village_head"})
_SHORT_NAME = 2
_LONGEST_QUOTE = 240


def find_officials(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add one official a person and role; offices without a holder and holders that are none are refused with a reason."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    if not any(hit[2][0] == "office" for passage in dossier.passages for hit in passage.hits):
        return
    titles = titles_of(room)
    offices = knowledge.offices
    reader = DeclinedReader(titles, offices) if room.has_dictionary else Reader(titles, offices)
    found: list[tuple[Passage, Holding]] = []
    for passage in dossier.passages:
        phrases = read_phrases(passage, titles, ComplementReader(titles, reader))
        if phrases:
            holdings, alone = HolderFinder(titles, reader).find(passage, phrases)
            found += [(passage, one) for one in holdings]
            for phrase in alone:
                dossier.refuse(passage, phrase.start, phrase.stop, _STAGE, "no_holder")
    seen: set[tuple[str, str]] = set()
    settled = settle(found, reader)
    strong = {key(one.name.text) for _, one in settled if not is_weak(one.phrase.post) and not one.phrase.barred}
    for passage, one in settled:
        official = _official(passage, one, offices)
        reason = one.phrase.barred or _doubt(one, official, titles) or ("title" if is_weak(one.phrase.post) and official.person_key in strong else "")
        known = (official.person_key, official.role_id or key(official.role))
        if reason:
            dossier.refuse(passage, one.phrase.start, one.phrase.stop, _STAGE, reason, official.name)
        elif known not in seen:
            seen.add(known)
            dossier.officials.append(official)


def _official(passage: Passage, holding: Holding, offices: Offices) -> Official:
    phrase, name = holding.phrase, holding.name
    start, stop = min(phrase.start, name.start), max(phrase.stop, name.stop)
    if stop - start > _LONGEST_QUOTE:
        start, stop = name.start, name.stop
    body = phrase.complement.body_start
    return Official(
        passage.evidence(start, stop, f"official_{holding.rule}"),
        name=name.text, person_key=key(name.text), role=passage.text[phrase.start:phrase.stop], role_id=offices.role_of(phrase.post),
        body=passage.text[body:phrase.stop] if body is not None else None, place=phrase.complement.place_text, tenure=phrase.tenure,
    )


def _doubt(holding: Holding, official: Official, titles: Titles) -> str | None:
    """Why a holding is not believed: a member of nothing known, or one foreign word beside an office whose holders are not so called."""
    office = holding.phrase.post.office
    if (official.role_id is None and office in _BODY_BOUND) or (office == "leader" and not holding.phrase.post.body and holding.rule == "list"):
        return "no_body"
    if not holding.name.sure and not holding.name.full and office not in _SURNAMED:
        return "one_word"
    if official.role_id is None and office in _OF_WORKS and not holding.phrase.post.body and not titles.vietnamese:
        return "no_body"
    if office in _OF_VILLAGES and holding.rule == "role_name" and len(holding.name.text.split()) == _SHORT_NAME:
        return "may_be_a_place"
    if not holding.name.sure and official.role_id is None:
        return "unknown_role_and_name"
    if not holding.name.sure and office in _OF_PLACES and holding.rule == "role_name":
        return "may_be_a_place"
    return None
