"""Laws that are called by their names, and the journals that print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.citations.days import read_day
from pipeline.extract.citations.mention import Mention
from pipeline.extract.citations.titles import read_title
from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers
from pipeline.records import Hit, Passage

_YEAR_AFTER = re.compile(r",? \(?((?:19|20)[0-9]{2})\)?(?![0-9/.-]*[0-9])")
_YEAR_BEFORE = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2}) $")
_FIGURE = re.compile(r"(?P<figure>[0-9]{1,5})(?![0-9])")
_LABELS = (("document_number", "number"), ("document_item", "item"), ("document_date", "year"))
_ROOM_FOR_YEAR = 6
_FIGURES = 3


def read_laws(passage: Passage, hits: Iterable[Hit], room: Room, words: Words, papers: Papers) -> Iterator[Mention]:
    """Laws by name, laws by their day and subject, and entries of journals; the longest name first where several begin together."""
    at = 0
    for hit in hits:
        if hit[0] < at:
            continue
        kind = hit[2][0]
        if kind == "not_a_document":
            at = max(at, hit[1])
            continue
        found: Mention | None
        if kind == "law_name":
            found = _named(passage, hit, words, papers)
        elif kind == "document_journal":
            found = _journal(passage, hit, room, words)
        elif kind == "document_type_weak" and hit[2][1] == "law":
            found = _dated(passage, hit, room, words)
        else:
            continue
        if found is not None:
            at = found.stop
            yield found


def _named(passage: Passage, hit: Hit, words: Words, papers: Papers) -> Mention:
    """A law of the registry; its symbol is known where the year of its version is said."""
    text = passage.text
    law = papers.laws[hit.id]
    start, stop = hit.start, hit.stop
    word = words.at("document_date", passage, stop)
    after = _YEAR_AFTER.match(text, stop) or (_YEAR_AFTER.match(text, word[0]) if word and word[1] == "year" else None)
    before = _YEAR_BEFORE.search(text, max(0, start - _ROOM_FOR_YEAR), start)
    day = read_day(passage, word[0]) if word and not after else None
    year = after[1] if after else before[1] if before else day[0][:4] if day and day[0][:4].isdecimal() else None
    if day:
        stop = day[1]
    elif after:
        stop = after.end(1) + (text[after.end(1):after.end(1) + 1] == ")" and "(" in after.group())
    elif before:
        start = before.start(1)
    return Mention(
        start, stop, "law", "law_name", (law.type,), law.type, year=year, signed=day[0] if day else None, title=law.name,
        resolved=law.symbols.get(year or ""),
    )


def _dated(passage: Passage, hit: Hit, room: Room, words: Words) -> Mention | None:
    """A law by its day and subject ("ustawa z dnia ... o ..."): both, or the subject behind a word that is no capital's matter."""
    word = words.at("document_date", passage, hit.stop)
    day = read_day(passage, word[0]) if word else None
    stop = day[1] if day else hit.stop
    limit = passage.sentence_at(hit.start).stop
    titled = read_title(passage, stop, room, words, limit)
    title = titled[0] if titled else None
    if day is None and (title is None or room.language.names == "vietnamese"):
        return None
    capital = passage.text[hit.start].isupper()
    if not room.has_dictionary and room.language.names != "vietnamese" and not (capital and (day is not None or (title or "").istitle())):
        return None
    return Mention(hit.start, titled[1] if titled else stop, "law", "law_subject", ("law",), "law", signed=day[0] if day else None, title=title)


def _journal(passage: Passage, hit: Hit, room: Room, words: Words) -> Mention | None:
    """An entry of a journal of laws: year, number where there is one, and position ("Dz.U. 2011 nr 30 poz. 151")."""
    at = hit.stop
    label = "year"
    parts: dict[str, str] = {}
    while "item" not in parts and len(parts) < _FIGURES:
        at, said = _label(passage, at, words)
        label = said or label
        figure = _FIGURE.match(passage.text, at)
        if figure is None or label in parts:
            return None
        parts[label] = figure["figure"]
        at = figure.end()
        label = "number"
    if "item" not in parts:
        return None
    symbol = f"{hit.id} {parts.get('year', '')}".rstrip()
    for name in ("number", "item"):
        if name in parts:
            symbol += f" {room.words(f'document_{name}')[name][0]} {parts[name]}"
    return Mention(
        hit.start, at, "symbol", "journal", ("law",), None, symbol, parts["item"], parts.get("year"), hit.id, digits=(hit.stop, at),
    )


def _label(passage: Passage, at: int, words: Words) -> tuple[int, str]:
    """What the next figure of a journal's entry is, by the word before it, and where the figure may begin; the year's own words are passed."""
    label = ""
    while True:
        while passage.text[at:at + 1] in (" ", ",", "."):
            at += 1
        year = passage.starting(at, "calendar_word")
        word = next(((found, name) for kind, name in _LABELS if (found := words.at(kind, passage, at)) is not None), None)
        if word is not None:
            at, label = word[0][0], word[1]
        elif year is not None and year.start == at and year.stop > at:
            at = year.stop
        else:
            return at, label
