"""What stands behind a document's symbol: the day of its signing, its issuers and their term, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.extract.citations.words import Words
from pipeline.extract.times.moments import Moment, write_edtf
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers, ordinal
from pipeline.records import Passage

_NUMERIC = re.compile(r" ?([0-9]{1,2}) ?([./-]) ?([0-9]{1,2})(?: ?\2 ?((?:19|20)[0-9]{2}))?(?![0-9])")
_DAY = re.compile(r" ?([0-9]{1,2})(?![0-9./-]*[0-9])")
_MONTH_NUMBER = re.compile(r" ?([0-9]{1,2})(?: ?[./-] ?((?:19|20)[0-9]{2}))?(?![0-9])")
_YEAR = re.compile(r",? ?\(?((?:19|20)[0-9]{2})\)?(?![0-9/-])")
_TERM_AFTER = re.compile(r" ?(?P<roman>[IVX]{1,5}|[0-9]{1,2})(?!\w)")
_TERM_BEFORE = re.compile(r"(?<!\w)(?P<roman>[IVX]{1,5}|[0-9]{1,2}(?:[a-z]{2})?)\.? $")
_ROMANS = {"I": 1, "V": 5, "X": 10}
_OPENINGS = re.compile(r"[ ,]*\(?")
_TITLE_STOP = re.compile(r"[.;:!?\n()\[\]\u201c\u201d\u201e\"\u2026]| [-\u2013\u2014](?= )|, ")
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = frozenset({"fin", "praet", "bedzie", "impt"})
_NOUNS = frozenset({"subst", "adj", "ger", "prep", "conj"})
_LONGEST_TITLE = 180
_SHORT_NAME = 4
_FEWEST_WORDS = {"vietnamese": 4, "other": 2}
"""Words before a comma that may end a title: of enumerations the first member alone is none."""
_MOST_STEPS = 6
_MORE_TERMS = re.compile(r" ?, ?(?P<roman>[IVX]{1,5})(?!\w)")
_PLENARY = ("central_committee", "plenum")


@dataclass(slots=True)
class Behind:
    """What was read behind a symbol, and where it stops; `issuers` are ids of the registry, `term` the number of
    their term, `plenum` that of the meeting that passed the document."""

    stop: int
    signed: str | None = None
    issuers: list[str] = field(default_factory=list)
    term: int | None = None
    plenum: int | None = None
    more_terms: list[tuple[int, int, int]] = field(default_factory=list)
    """Further terms of a list ("XI, XII"), each another document: term, start and stop."""
    title: str | None = None

    @property
    def found(self) -> bool:
        """True where anything was said that only a document has."""
        return self.signed is not None or bool(self.issuers)

    def issuer(self, papers: Papers) -> str | None:
        """The English names of the issuers, None where none is said."""
        names = [papers.issuers[i].named(self.term) for i in self.issuers]
        if self.plenum is not None and names:
            names[0] = f"{ordinal(self.plenum)} plenum of the {names[0]}"
        return "; ".join(names) or None


def read_behind(passage: Passage, at: int, room: Room, words: Words) -> Behind:
    """Read on from the end of a symbol or of a type word, as long as something of the document is said."""
    behind = Behind(at)
    limit = passage.sentence_at(max(at - 1, 0)).stop
    for _ in range(_MOST_STEPS):
        opened = _OPENINGS.match(passage.text, behind.stop)
        start = opened.end() if opened else behind.stop
        gap = passage.text[behind.stop:start]
        bracket = "(" in gap
        stop = _read_date(passage, start, room, words, behind) or _read_term(passage, start, words, behind)
        if stop is None and "," not in gap:
            stop = _read_issuers(passage, start, words, behind)
        if stop is None or stop > limit:
            break
        behind.stop = stop + (bracket and passage.text[stop:stop + 1] == ")")
    title = read_title(passage, behind.stop, room, words, limit)
    behind.title = title[0] if title else None
    return behind


def _read_date(passage: Passage, at: int, room: Room, words: Words, behind: Behind) -> int | None:
    if behind.signed is not None:
        return None
    word = words.at("document_date", passage, at)
    if word is None:
        year = _YEAR.match(passage.text, at) if passage.text[at - 1:at] == "(" else None
        if year:
            behind.signed = year[1]
        return year.end(1) if year else None
    stop, unit = word
    read = {"year": _read_year, "month": _read_month}.get(unit, read_day)(passage, stop, room)
    if read is None:
        return None
    behind.signed = read[0]
    return read[1]


def read_day(passage: Passage, at: int, room: Room) -> tuple[str, int] | None:
    """The EDTF of a day, a month or a year that starts at `at`, and where it stops."""
    text = passage.text
    numeric = _NUMERIC.match(text, at)
    if numeric:
        day, _, month, year = numeric.groups()
        return _day(int(year) if year else None, int(month), int(day), numeric.end())
    day_match = _DAY.match(text, at)
    month = passage.starting(day_match.end() if day_match else at, "month")
    if month is not None:
        return _read_named(passage, day_match, month.stop, int(month.id))
    if day_match:
        word = passage.starting(day_match.end(), "calendar_word")
        number = _MONTH_NUMBER.match(text, word.stop) if word and word.id == "month" else None
        if number:
            year, stop = (int(number[2]), number.end()) if number[2] else _year_behind(passage, number.end())
            return _day(year, int(number[1]), int(day_match[1]), stop)
        return None
    return _read_year(passage, at, room)


def _read_named(passage: Passage, before: re.Match[str] | None, at: int, month: int) -> tuple[str, int] | None:
    """A month by its name, the day before or behind it."""
    after = None if before else _DAY.match(passage.text, at)
    day = before or after
    year, stop = _year_behind(passage, after.end() if after else at)
    if day is None:
        return (write_edtf(Moment(year, month)), stop) if year else None
    return _day(year, month, int(day[1]), stop)


def _year_behind(passage: Passage, at: int) -> tuple[int | None, int]:
    """A year with its word on either side ("roku 2025", "2025 r.")."""
    word = passage.starting(at, "calendar_word")
    start = word.stop if word and word.id == "year" else at
    year = _YEAR.match(passage.text, start)
    if year is None:
        return None, at
    stop = year.end(1)
    after = passage.starting(stop, "calendar_word")
    if after is not None and after.id == "year" and after.start - stop <= 1:
        stop = after.stop
    return int(year[1]), stop


def _read_year(passage: Passage, at: int, room: Room) -> tuple[str, int] | None:
    del room
    year, stop = _year_behind(passage, at)
    return (str(year), stop) if year else None


def _read_month(passage: Passage, at: int, room: Room) -> tuple[str, int] | None:
    del room
    number = _MONTH_NUMBER.match(passage.text, at)
    if number is None:
        return None
    year, stop = (int(number[2]), number.end()) if number[2] else _year_behind(passage, number.end())
    moment = Moment(year, int(number[1]))
    return (write_edtf(moment), stop) if year and moment.is_possible() else None


def _day(year: int | None, month: int, day: int, stop: int) -> tuple[str, int] | None:
    moment = Moment(year, month, day)
    return (write_edtf(moment), stop) if moment.is_possible() else None


def _read_issuers(passage: Passage, at: int, words: Words, behind: Behind) -> int | None:
    """One issuer or several ("of the Politburo and the Secretariat"), with a term's number on either side."""
    if behind.issuers:
        return None
    link = words.at("document_of", passage, at)
    start = link[0] if link else at
    stop = None
    while True:
        term = _TERM_AFTER.match(passage.text, start)
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
    if behind.term is not None or not behind.issuers:
        return None
    text = passage.text
    word = words.at("document_term", passage, at)
    number = _TERM_AFTER.match(text, word[0] if word else at)
    if number is None:
        return None
    if word is None:
        after = words.at("document_term", passage, number.end())
        if after is not None and after[1] == "ahead":
            behind.term = read_term_number(number["roman"])
            return after[0]
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


def read_title(passage: Passage, at: int, room: Room, words: Words, limit: int) -> tuple[str, int] | None:
    """What the document is about: from the word for "about" to the end of the phrase; a verb in its place ("approving ...") belongs to it. With its stop."""
    start = at + (passage.text[at:at + 2] == ", ")
    word = words.at("document_about", passage, start)
    if word is None:
        return None
    stop = min(limit, at + _LONGEST_TITLE)
    for mark in _TITLE_STOP.finditer(passage.text, word[0], stop):
        if mark.group() == ", " and passage.text.count(" ", word[0] + 1, mark.start()) + 1 < _FEWEST_WORDS[room.language.names]:
            continue
        if mark.group() == "." and passage.text[mark.end():mark.end() + 1].islower():
            continue
        stop = mark.start()
        break
    else:
        stop = stop if stop == limit else passage.text.rfind(" ", word[0], stop)
    stop = _before_others(passage, word[0], stop, room, words)
    said = passage.text[word[0]:stop].rstrip(" ,(")
    if not said.strip():
        return None
    return (passage.text[start:stop] if word[1] == "verb" else said).strip(" ,("), word[0] + len(said)


def _before_others(passage: Passage, start: int, stop: int, room: Room, words: Words) -> int:
    """Where a title stops at the latest: before a further document of the same list, a word that goes on with the sentence, or a verb."""
    for hit in passage.within(start, stop, "document_type", "document_journal"):
        joint = words.before("document_and", passage, hit.start)
        if joint is not None or hit.kind == "document_journal":
            stop = joint[0] if joint else hit.start
            break
    further = words.first("document_stop", passage, start, stop)
    stop = further if further is not None else stop
    if room.has_dictionary:
        last = start
        for word in _WORD.finditer(passage.text, start, stop):
            parts = room.parts(word.group())
            if parts & _VERBS and not parts & _NOUNS:
                return last
            if parts & _NOUNS:
                last = word.end()
    return stop
