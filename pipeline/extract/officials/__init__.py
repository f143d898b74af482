"""Officials: phrases of office propose, names beside them hold them, the table of roles says what they are."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.officials.complement import ComplementReader
from pipeline.extract.officials.declined import DeclinedReader
from pipeline.extract.officials.doubts import doubt
from pipeline.extract.officials.grammar import titles_of
from pipeline.extract.officials.holders import HolderFinder, Holding
from pipeline.extract.officials.known_places import named_elsewhere, settle_places
from pipeline.extract.officials.names import Reader
from pipeline.extract.officials.people import is_weak, said_in_full, settle
from pipeline.extract.officials.phrases import read_phrases
from pipeline.extract.officials.state import LEVELLED
from pipeline.knowledge import Knowledge
from pipeline.knowledge.offices import UNKNOWN_BODY, Offices, Post, key
from pipeline.records import Dossier, Official, Passage

__all__ = ["find_officials"]

_STAGE = "officials"
_LONGEST_QUOTE = 240


def find_officials(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add one official a person and role; offices without a holder and holders that are none are refused with a reason."""
    room = knowledge.rooms.get(dossier.language)
    if room is None:
        return
    if not any(passage.of("office") for passage in dossier.passages):
        return
    titles = titles_of(room)
    offices = knowledge.offices
    reader = DeclinedReader(titles, offices) if room.has_dictionary else Reader(titles, offices)
    found: list[tuple[Passage, Holding]] = []
    full: dict[tuple[str, int], Post] = {}
    for passage in dossier.passages:
        phrases = read_phrases(passage, titles, ComplementReader(titles, reader))
        if phrases:
            holdings, alone = HolderFinder(titles, reader).find(passage, phrases)
            found += [(passage, one) for one in holdings]
            full |= {(passage.field, start): post for start, post in said_in_full(passage, phrases, offices).items()}
            for phrase in alone:
                dossier.refuse(passage, phrase.start, phrase.stop, _STAGE, "no_holder")
    seen: set[tuple[str, str]] = set()
    believed: list[tuple[Passage, Holding]] = []
    settled = [(passage, _with_body(one, full.get((passage.field, one.phrase.start)), reader)) for passage, one in settle(found, reader)]
    fuller: dict[tuple[str, str], set[frozenset[str]]] = {}
    for passage, one in settled:
        if one.phrase.post.body not in ("", UNKNOWN_BODY) and (passage.field, one.phrase.start) not in full:
            fuller.setdefault((key(one.name.text), one.phrase.post.office), set()).add(one.phrase.post.marks)
    deputies = {key(one.name.text) for _, one in settled if one.phrase.post.office == "minister" and "deputy" in one.phrase.post.marks}
    strong = {key(one.name.text) for _, one in settled if not is_weak(one.phrase.post) and not one.phrase.barred}
    places = named_elsewhere(dossier, settled)
    for passage, one in settled:
        official = _official(passage, one, offices)
        titled = (is_weak(one.phrase.post) and official.person_key in strong) or (official.role_id == "minister" and official.person_key in deputies)
        reason = one.phrase.barred or doubt(passage, one, official, titles, places) or ("title" if titled and official.tenure == "current" else "")
        said = fuller.get((official.person_key, one.phrase.post.office), set())
        resolved = (passage.field, one.phrase.start) in full
        if not reason and ((resolved and one.phrase.post.marks in said) or (said and not one.phrase.post.body)):
            reason = "said_more_fully"
        row = (official.person_key, official.role_id or key(official.role))
        if reason:
            dossier.refuse(passage, one.phrase.start, one.phrase.stop, _STAGE, reason, official.name)
            continue
        believed.append((passage, one))
        if row not in seen:
            seen.add(row)
            dossier.officials.append(official)
    settle_places(dossier, believed, knowledge.gazetteer)


def _with_body(holding: Holding, full: Post | None, reader: Reader) -> Holding:
    """A holding with the body in which the article says the office elsewhere; a foreigner is in no body of Vietnam."""
    if full is None or (full.body in LEVELLED and not reader.is_family(holding.name.text.split()[0])):
        return holding
    return replace(holding, phrase=replace(holding.phrase, post=replace(holding.phrase.post, body=full.body, level=full.level)))


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
