"""Which language an article is in, and which date its partial dates count from."""

from __future__ import annotations

import re

from pipeline.detect.by_langdetect import ask
from pipeline.detect.by_wordings import read_most
from pipeline.detect.votes import vote
from pipeline.knowledge import Knowledge
from pipeline.records import Dossier, Refusal

UNKNOWN = "und"
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,4}")
_STAGE = "detect"
_SHORT = 200
"""Characters of a text below which its title has a vote."""


def detect(dossier: Dossier, knowledge: Knowledge) -> None:
    """Set the language and the anchor of an article; a language that has no room is one refusal of what is `model`.

    A language that the source gives wins, unless the votes are certain of another; langdetect is asked only where both are silent or in doubt,
    and the rooms' own words where it is silent too.
    """
    article = dossier.article
    text = article.text if len(article.text) >= _SHORT or not article.title else f"{article.title}\n{article.text}"
    language, score, by = choose(text, article.language_given, knowledge)
    dossier.language, dossier.language_score, dossier.language_by = language, round(score, 4), by
    if language not in knowledge.rooms:
        known = ", ".join(sorted(knowledge.rooms))
        said = "the language cannot be known" if language == UNKNOWN else f"no room for {language!r}"
        dossier.refusals.append(Refusal(
            "model", _STAGE, "unknown_language" if language == UNKNOWN else "no_room",
            f"{said}: only what reads alike in every language was found; there are rooms for {known}", article_id=article.article_id,
        ))
    for name, date in (("published", article.published), ("updated", article.updated)):
        if date is not None and dossier.anchor is None:
            dossier.anchor, dossier.anchor_from = date, name


def choose(text: str, given: str | None, knowledge: Knowledge) -> tuple[str, float, str]:
    """The language of a text, how sure that is, and what decided: given, script, votes, langdetect or none."""
    said = code_of(given, knowledge)
    ballot = vote(text, knowledge)
    if said is not None and (ballot is None or not ballot.certain or ballot.language == said):
        return said, 1.0, "given"
    if ballot is not None and ballot.certain:
        return ballot.language, ballot.score, ballot.by
    if asked := ask(text):
        return *asked, "langdetect"
    read = read_most(text, knowledge)
    return (*read, "votes") if read else (UNKNOWN, 0.0, "none")


def code_of(given: str | None, knowledge: Knowledge) -> str | None:
    """The primary subtag of what a source says of its language, which may also be a language's English name; None where it says nothing.

    >>> from pipeline.knowledge import load_knowledge
    >>> [code_of(said, load_knowledge()) for said in ("vi-VN", "vie", "Polish", "und", "?")]
    ['vi', 'vi', 'pl', None, None]
    """
    said = (given or "").strip()
    for room in knowledge.rooms.values():
        if said.lower() == room.language.name.lower():
            return room.code
    match = _CODE.fullmatch(said)
    if match is None or match[1].lower() == UNKNOWN:
        return None
    return knowledge.scripts.aliases.get(match[1].lower(), match[1].lower())
