"""What stands behind a document's symbol: the day of its signing, its issuers and their term, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.extract.citations.days import read_day, read_month, read_year
from pipeline.extract.citations.titles import read_title
from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers, ordinal
from pipeline.records import Passage

_YEAR_ONLY = re.compile(r"((?:19|20)[0-9]{2})(?![0-9/-])")
_TERM = re.compile(r" ?(?P<roman>[IVX]{1,5}|[0-9]{1,2}(?:[a-z]{2})?)(?!\w)")
_ROMANS = {"I": 1, "V": 5, "X": 10}
_OPENINGS = re.compile(r"[ ,]*\(?")
_SHORT_NAME = 4
_MOST_STEPS = 6
POSSESSIVE = "possessive"
"""The id of the link that stands between an issuer and the document behind it ("the Politburo's Resolution 68")."""
_MORE_TERMS = re.compile(r" ?, ?(?P<roman>[IVX]{1,5})(?!\w)")
_PLENARY = ("central_committee", "plenum")


@dataclass(slots=True)
class Behind:
    """What was read behind a symbol, and where it stops.

    `issuers` are ids of the registry, `term` the number of their term, `plenum` that of the meeting that passed the document.
    """

    stop: int
    signed: str | None = None
    issuers: list[str] = field(default_factory=list)
    term: int | None = None
    plenum: int | None = None
    more_terms: list[tuple[int, int, int]] = field(default_factory=list)
    """Further terms of a list ("XI, XII"), each another document: term, start and stop."""
    title: str | None = None
    decoded: str | None = None
    """The issuer that the symbol's code names, whose term may be said."""

    @property
    def found(self) -> bool:
        """True where anything was said that only a document has."""
        return self.signed is not None or bool(self.issuers)

    def issuer(self, papers: Papers) -> str | None:
        """The English names of the issuers, None where none is said."""
        bodies = self.issuers if self.plenum is None else [_PLENARY[0], *self.issuers[1:]]
        names = [papers.issuers[i].named(self.term) for i in bodies]
        if self.plenum is not None:
            names[0] = f"{ordinal(self.plenum)} plenum of the {names[0]}"
        return "; ".join(names) or None


def read_behind(passage: Passage, at: int, room: Room, words: Words, issuer: str | None = None) -> Behind:
    """Read on from the end of a symbol or of a type word, as long as something of the document is said; `issuer` is the one of its code."""
    behind = Behind(at, decoded=issuer)
    limit = passage.sentence_at(max(at - 1, 0)).stop
    for _ in range(_MOST_STEPS):
        opened = _OPENINGS.match(passage.text, behind.stop)
        start = opened.end() if opened else behind.stop
        gap = passage.text[behind.stop:start]
        bracket = "(" in gap
        stop = _read_date(passage, start, words, behind) or _read_term(passage, start, words, behind)
        if stop is None and "," not in gap:
            stop = _read_issuers(passage, start, words, behind)
        if stop is None or stop > limit:
            break
        behind.stop = stop + (bracket and passage.text[stop:stop + 1] == ")")
    title = read_title(passage, behind.stop, room, words, limit)
    behind.title = title[0] if title else None
    return behind


def _read_date(passage: Passage, at: int, words: Words, behind: Behind) -> int | None:
    if behind.signed is not None:
        return None
    word = words.at("document_date", passage, at)
    if word is None:
        year = _YEAR_ONLY.match(passage.text, at) if passage.text[at - 1:at] == "(" else None
        if year:
            behind.signed = year[1]
        return year.end(1) if year else None
    stop, unit = word
    read = {"year": read_year, "month": read_month}.get(unit, read_day)(passage, stop)
    if read is None:
        return None
    behind.signed = read[0]
    return read[1]


def _read_issuers(passage: Passage, at: int, words: Words, behind: Behind) -> int | None:
    """One issuer or several ("of the Politburo and the Secretariat"), with a term's number on either side."""
    if behind.issuers:
        return None
    link = words.at("document_of", passage, at)
    start = link[0] if link and link[1] != POSSESSIVE else at
    stop = None
    while True:
        term = _TERM.match(passage.text, start)
        hit = passage.starting(start, "document_issuer") or (passage.starting(term.end(), "document_issuer") if term else None)
        if hit is None or (not passage.text[hit.start].isupper() and link is None and not behind.issuers and hit.stop - hit.start <= _SHORT_NAME):
            return stop
        if hit.start > start + 1 and term:
            behind.term = read_term_number(term["roman"])
        behind.issuers.append(hit.id)
        stop = hit.stop
        joint = words.at("document_and", passage, stop)
        start = joint[0] if joint else stop + 1 if passage.text[stop:stop + 1] == "," else -1
        if start < 0:
            return stop


def _read_term(passage: Passage, at: int, words: Words, behind: Behind) -> int | None:
    """The term of the issuer, on the side of its word that the language has it; before it the number of a plenum."""
    if behind.term is not None or not (behind.issuers or behind.decoded):
        return None
    text = passage.text
    word = words.at("document_term", passage, at)
    number = _TERM.match(text, word[0] if word else at)
    if number is None:
        return None
    if word is None:
        after = words.at("document_term", passage, number.end())
        if after is not None and after[1] == "ahead":
            behind.term = read_term_number(number["roman"])
            return after[0]
        if not behind.issuers:
            return None
        if behind.issuers[-1] == "party_congress":
            behind.term = read_term_number(number["roman"])
            return number.end()
        if behind.plenum is None and behind.issuers[-1] in _PLENARY and text[number.start("roman")].isdigit():
            behind.plenum = read_term_number(number["roman"])
            return number.end()
        return None
    if word[1] != "behind":
        return None
    behind.term = read_term_number(number["roman"])
    stop = number.end()
    while (more := _MORE_TERMS.match(text, stop)) is not None:
        behind.more_terms.append((read_term_number(more["roman"]), more.start("roman"), more.end()))
        stop = more.end()
    return stop


def read_term_number(text: str) -> int:
    """The number of a term in Roman or Arabic numerals.

    >>> read_term_number("XIV"), read_term_number("13th")
    (14, 13)
    """
    if text[0].isdigit():
        return int("".join(c for c in text if c.isdigit()))
    values = [_ROMANS[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
