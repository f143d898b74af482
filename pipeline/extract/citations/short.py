"""Numbers without codes behind a word for a document ("Resolution 18", "Directives 05, 06", "decree 46/2016"): which of them are documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.citations.behind import Behind, read_behind
from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.records import Hit, Passage

_NUMBER = re.compile(r" {0,2}(?P<number>[0-9]{1,5}[a-z]?)(?P<year> ?[/-] ?(?P<y>(?:19|20)[0-9]{2}))?(?![\w%\u2030\u00b0$])")
_LOOSE = re.compile(
    r" ?(?P<number>(?:[IVXLCDM]{1,7}[/.-]|[0-9]{1,6}/[IVXLCDM]{1,7}/|[A-Z]{1,5}(?:-[IVX]{1,5})?\.)?"
    r"[0-9]{1,6}[a-zA-Z]?(?:[/.-][0-9]{1,6}){0,4})(?![\w%\u2030\u00b0$])",
)
_GOES_ON = re.compile(r"[.,:/-][0-9]|[/-][^\W\d_]")
_WORD = re.compile(r" ?([^\W\d_]+)")
_COUNTS = ("noun", "unit", "unit_tail", "scale", "cardinal", "fraction", "left_unit")
_MEASURES = ("unit", "unit_tail", "scale", "cardinal", "fraction")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_CLOSING = frozenset('\n.,;:!?)]\u201d"\u2019\u2026\u2013-') | {""}
_NUMBERED_ONLY = frozenset({
    "plan", "programme", "project", "scheme", "strategy", "contract", "minutes", "licence", "treaty", "code_of_law", "statement", "charter",
})
"""Types whose words number other things too ("plan 2"): one digit makes no document of them."""


@dataclass(slots=True)
class Short:
    """A number as a document's: where it stands, what it says, and what was read behind it."""

    start: int
    stop: int
    number: str
    year: str | None
    behind: Behind
    lead: int = 0
    """Where its own number word begins, in a list that repeats it; else where the number does."""

    @property
    def symbol(self) -> str:
        """The short symbol as written."""
        return f"{self.number}/{self.year}" if self.year else self.number


def read_short(passage: Passage, at: int, room: Room, words: Words, *, worded: bool) -> Short | None:
    """The number that starts at `at`; behind a number word also those of local councils and offices ("XII/123/2024", "OR.0050.12.2024")."""
    text = passage.text
    match = _NUMBER.match(text, at)
    loose = _LOOSE.match(text, at) if worded else None
    if loose is not None and (match is None or loose.end() > match.end()):
        match = loose
    if match is None or _GOES_ON.match(text, match.end()):
        return None
    year = match.groupdict().get("y")
    return Short(match.start("number"), match.end(), match["number"], year, read_behind(passage, match.end(), room, words), match.start("number"))


def follows(passage: Passage, short: Short, room: Room, words: Words) -> str:
    """What stands behind a number: `link` (a date, an issuer, a title), `close` (the phrase ends), `count` (a thing that is counted) or `word`."""
    if short.behind.found or short.behind.title:
        return "link"
    text, stop = passage.text, short.stop
    if text[stop:stop + 1] in _CLOSING or text[stop:stop + 2] in (" -", " \u2013", " (", " \u201c", ' "'):
        return "close"
    dated = words.at("document_date", passage, stop)
    if dated is not None and text[dated[0]:dated[0] + 2].strip()[:1].isdigit():
        return "word"
    if passage.starting(stop, *_COUNTS) is not None and words.at("document_and", passage, stop) is None:
        return "count"
    word = _WORD.match(text, stop)
    if word is None:
        return "close"
    if word[1][0].islower() and room.has_dictionary and room.parts(word[1]) & {"subst", "adj"} and not room.parts(word[1]) & {"prep", "conj", "comp"}:
        return "count"
    return "word"


def verdict(passage: Passage, hit: Hit, short: Short, room: Room, words: Words, *, worded: bool) -> str:
    """`taken`, `doubtful` (a document only where the article names it elsewhere) or the reason for a refusal."""
    behind = follows(passage, short, room, words)
    digits = sum(c.isdigit() for c in short.number)
    strong = hit.kind == "document_type"
    capital = passage.text[hit.start].isupper()
    padded = short.number[0] == "0" and not opens(passage, hit.start)
    if behind == "count" and not (capital and (strong or padded) and digits > 1 and passage.starting(short.stop, *_MEASURES) is None):
        return "counted_noun"
    if not worded and _YEAR.fullmatch(short.number) and not short.behind.issuers:
        return "year"
    if strong:
        return "taken"
    if worded:
        enough = digits > 1 or (behind == "link" and hit.id not in _NUMBERED_ONLY)
        return "taken" if enough else "doubtful"
    if short.year is not None or (short.behind.found and digits > 1):
        return "taken"
    if capital and digits > 1 and (short.number[0] == "0" or passage.text[hit.start:hit.stop].isupper() or not opens(passage, hit.start)):
        return "taken"
    return "taken" if behind == "link" and digits > 1 and hit.id not in _NUMBERED_ONLY else "doubtful"


def opens(passage: Passage, at: int) -> bool:
    """True where a sentence or a quotation begins, so that a capital says nothing."""
    start = passage.sentence_at(at).start
    return not passage.text[start:at].strip(' -\u2013*\u2022\u201c\u201e"(') or passage.text[at - 2:at] in (": ", "- ")
