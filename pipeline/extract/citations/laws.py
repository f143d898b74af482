"""Laws that are called by their names, and the journals that print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.citations.behind import read_day, read_title
from pipeline.extract.citations.mention import Mention
from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers
from pipeline.records import Hit, Passage

_YEAR_AFTER = re.compile(r",? \(?((?:19|20)[0-9]{2})\)?(?![0-9/.-]*[0-9])")
_YEAR_BEFORE = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2}) $")
_JOURNAL = re.compile(r"[ ,]*(?P<figure>[0-9]{1,5})")
_ROOM_FOR_YEAR = 6
_FIGURES = 3
_LONGEST_ENTRY = 50


def read_laws(passage: Passage, room: Room, words: Words, papers: Papers) -> Iterator[Mention]:
    """Laws by name, laws by their day and subject, and entries of journals; the longest name first where several begin together."""
    at = 0
    for hit in passage.hits:
        if hit[0] < at:
            continue
        kind = hit[2][0]
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
    year = after[1] if after else before[1] if before else None
    if after:
        stop = after.end(1) + (text[after.end(1):after.end(1) + 1] == ")" and "(" in after.group())
    elif before:
        start = before.start(1)
    return Mention(start, stop, "law", "law_name", (law.type,), law.type, year=year, title=law.name, resolved=law.symbols.get(year or ""))


def _dated(passage: Passage, hit: Hit, room: Room, words: Words) -> Mention | None:
    """A law by its day and subject ("ustawa z dnia ... o ..."): both, or the subject behind a word that is no capital's matter."""
    word = words.at("document_date", passage, hit.stop)
    day = read_day(passage, word[0], room) if word else None
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
    at = hit.stop + (passage.text[hit.stop:hit.stop + 1] == ".")
    figures: list[tuple[str, str]] = []
    limit = hit.stop + _LONGEST_ENTRY
    label = "year"
    while len(figures) < _FIGURES and at < limit:
        start = at
        while passage.text[start:start + 1] in (" ", ",", "."):
            start += 1
        for kind, name in (("document_number", "number"), ("document_item", "item"), ("document_date", label)):
            word = words.at(kind, passage, start)
            if word is not None:
                at, label = word[0], name
                break
        else:
            year_word = passage.starting(start, "calendar_word")
            if year_word is not None and year_word.start <= start + 1:
                at = year_word.stop
                continue
            figure = _JOURNAL.match(passage.text, at)
            if figure is None:
                break
            figures.append((label, figure["figure"]))
            at = figure.end()
            if label == "item":
                break
            label = "number"
    parts = dict(figures)
    if "item" not in parts:
        return None
    symbol = f"{hit.id} {parts.get('year', '')}".rstrip()
    for name in ("number", "item"):
        if name in parts:
            symbol += f" {room.words(f'document_{name}')[name][0]} {parts[name]}"
    return Mention(hit.start, at, "symbol", "journal", ("law",), None, symbol, parts["item"], parts.get("year"), hit.id, digits=(hit.stop, at))
