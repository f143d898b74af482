"""Who is who in an article: a surname alone is the person who is named in full elsewhere, offices in a list share their level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.officials.holders import Holding
from pipeline.extract.officials.known import full_name
from pipeline.extract.officials.names import Reader
from pipeline.extract.officials.phrases import Phrase
from pipeline.extract.officials.state import LEVELLED
from pipeline.knowledge.offices import UNKNOWN_BODY, Offices, Post, key
from pipeline.records import Passage

_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w'\u2019-]* \Z")
_LONGEST_WORD = 24
_WEAK = frozenset({"prosecutor", "judge"})
"""Offices that are said as titles: they are no role of their own where the person has another."""
_OF_COMPANIES = frozenset({"president", "chair"})
"""Offices that are a company's beside its chief executive's."""
_OF_VIETNAM = {("municipal_secretary", "municipality"): "party_committee", ("governor", ""): "central_bank"}
"""Offices that other countries have in other bodies, and the body that Vietnam has them in."""
Held = tuple[Passage, Holding]


def settle(found: list[Held], reader: Reader) -> list[Held]:
    """The holdings with full names, and with the levels that their neighbours or most of the article give them."""
    named = _name_in_full(found, reader)
    return _level(_share_bodies([(passage, _of_country(_of_assembly(passage, one), reader)) for passage, one in named], reader.offices))


def _of_country(holding: Holding, reader: Reader) -> Holding:
    """A holder with a Vietnamese name is in the body of Vietnam that an office of the same name has: a party's secretary, a bank's governor."""
    post = holding.phrase.post
    body = _OF_VIETNAM.get((post.office, post.body))
    if body is None or not reader.is_native(holding.name.text.split()):
        return holding
    office = "secretary" if post.office == "municipal_secretary" else post.office
    level = post.level or holding.phrase.complement.level
    return replace(holding, phrase=replace(holding.phrase, post=replace(post, office=office, body=body, level=level)))


def _share_bodies(found: list[Held], offices: Offices) -> list[Held]:
    """An office that means nothing without a body shares that of the next office of its holder ("deputy chairman and director of the company")."""
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        (passage, one), (_, following) = shared[i], shared[i + 1]
        post, other = one.phrase.post, following.phrase.post
        if one.name.start != following.name.start or post.body or other.body in ("", UNKNOWN_BODY) or offices.role_of(post) is not None:
            continue
        full = replace(post, body=other.body, level=other.level)
        if one.phrase.stop < following.phrase.start and offices.role_of(full) is not None:
            shared[i] = passage, replace(one, phrase=replace(one.phrase, post=full))
    return shared


def _of_assembly(passage: Passage, holding: Holding) -> Holding:
    """A delegate of no assembly that is said is one of the assembly that the article speaks of more often."""
    post = holding.phrase.post
    if post.office != "delegate" or post.body:
        return holding
    said = Counter(hit[2][1].partition("/")[0] for hit in passage.of("body"))
    council = said["peoples_council"] > said["national_assembly"] + said["assembly_delegation"]
    post = replace(post, office="council_deputy" if council else "assembly_deputy")
    return replace(holding, phrase=replace(holding.phrase, post=post))


def said_in_full(passage: Passage, phrases: Sequence[Phrase], offices: Offices) -> dict[int, Post]:
    """For offices without a body, by where they start: the post by which the passage said the office last, else the one way it says it at all."""
    full = [phrase for phrase in phrases if phrase.post.body not in ("", UNKNOWN_BODY) and offices.role_of(phrase.post) is not None]
    found: dict[int, Post] = {}
    for phrase in phrases:
        if phrase.post.body or phrase.complement.opaque or offices.role_of(phrase.post) is not None:
            continue
        if _CAPITAL_BEFORE.search(passage.text, max(0, phrase.start - _LONGEST_WORD), phrase.start) is not None:
            continue  # words of a body that no room knows
        same = [one for one in full if one.post.office == phrase.post.office]
        before = [one for one in same if one.start < phrase.start and not one.plural]
        if before or len({(one.post.body, one.post.level) for one in same}) == 1:
            found[phrase.start] = (before or same)[-1].post
    return found


def _name_in_full(found: list[Held], reader: Reader) -> list[Held]:
    full: dict[str, list[Holding]] = {}
    for _, holding in found:
        if holding.name.full:
            full.setdefault(key(holding.name.text.split()[-1]), []).append(holding)
    said: dict[str, str | None] = {}
    settled = []
    for passage, holding in found:
        name = holding.name
        surname = key(name.text)
        if not name.full:
            text = _bearer(full.get(surname, []), holding)
            if text is None and surname not in full:
                text = said[surname] if surname in said else said.setdefault(surname, full_name(passage, name, reader))
            name = replace(name, text=text, sure=True) if text is not None else name
        settled.append((passage, replace(holding, name=name)))
    return settled


def _bearer(bearers: list[Holding], holding: Holding) -> str | None:
    """The full name of the one bearer of a surname, or of the one in the same office."""
    same = [one for one in bearers if one.phrase.post.office == holding.phrase.post.office]
    names = {key(one.name.text): one.name.text for one in same or bearers}
    return next(iter(names.values())) if len(names) == 1 else None


def _level(found: list[Held]) -> list[Held]:
    """Levels that are not said: of the same person's neighbouring office, else the one that the article says most, else the province's."""
    posts = [holding.phrase.post for _, holding in found]
    said = Counter(post.level for post in posts if post.body in LEVELLED and post.level not in ("", "city"))
    common = said.most_common(1)[0][0] if said else "province"
    settled = []
    for i, (passage, holding) in enumerate(found):
        post = holding.phrase.post
        around = [other for _, other in found[max(0, i - 2):i + 3] if other.name.start == holding.name.start]
        near = [other.phrase.post.level for other in around if other.phrase.post.body in LEVELLED]
        beside = {other.phrase.post.office for other in around}
        if post.body in ("", UNKNOWN_BODY) and post.office in _OF_COMPANIES and "director_general" in beside:
            post = replace(post, body="company")
        level = next((one for one in near if one not in ("", "city")), "")
        if post.body == "party_body" and post.office == "secretary" and not holding.phrase.complement.owner and (level or common) == "commune":
            post = replace(post, body="party_committee", level="commune")
        elif post.body in LEVELLED and post.level in ("", "city"):
            post = replace(post, level="province" if post.level == "city" else level or common)
        settled.append((passage, replace(holding, phrase=replace(holding.phrase, post=post))))
    return settled


def is_weak(post: Post) -> bool:
    """Whether an office is but a title where its holder has another."""
    return post.office in _WEAK
