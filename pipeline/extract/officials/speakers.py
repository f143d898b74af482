"""Who says what: the official to whom the words around a place of an article are attributed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from pipeline.extract.officials.bearers import Bearers
from pipeline.extract.officials.grammar import BODIES, Titles, skip_spaces, skip_spaces_back
from pipeline.records import Hit, Official, Passage

_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"
_PLAIN = '"'
_DASHES = ("-", "\u2013", "\u2014")
_DASH = re.compile("[-\u2013\u2014] ")
_LONGEST_QUOTATION = 1500
_LONGEST_PLAIN = 600
_NEAR = 45
_MARKS = re.compile(r"[.;:!?\n]")
_COMMAS = re.compile(r"[.,;:!?\n]")
_WORDS = re.compile(r"[^\W\d_]+")


class Speakers:
    """The officials of a passage as speakers: full names, surnames or given names behind a title, offices that one of them alone holds."""

    def __init__(self, passage: Passage, officials: Iterable[Official], titles: Titles) -> None:
        self._passage = passage
        self._titles = titles
        names = dict.fromkeys(official.name for official in officials)
        self._bearers = Bearers(names, inflected=titles.room.has_dictionary)
        self._holders = self._by_office(passage, officials)
        inside = [official for official in officials if official.evidence.field == passage.field]
        self._spans = sorted((official.evidence.start, official.evidence.stop, official.name) for official in inside)
        self._known: dict[tuple[int, int], str | None] = {}

    def _by_office(self, passage: Passage, officials: Iterable[Official]) -> dict[str, Official]:
        holders: dict[str, list[Official]] = {}
        for official in officials:
            if official.evidence.field == passage.field:
                for hit in passage.within(official.evidence.start, official.evidence.stop, "office"):
                    holders.setdefault(hit[2][1], []).append(official)
        return {office: held[0] for office, held in holders.items() if len({official.name for official in held}) == 1}

    def of(self, start: int) -> str | None:
        """The name of the official who says what stands at `start`; None where the text says it of nobody that is known, or of two."""
        sentence = self._passage.sentence_at(start)
        quotation = self._quotation(start) or self._dialogue(start)
        spans = [(sentence.start, sentence.stop)]
        if quotation is not None:
            opened, closed = quotation
            first, last = self._passage.sentence_at(opened), self._passage.sentence_at(closed)
            spans = [(closed, last.stop if last.stop > closed + 1 else self._passage.sentence_at(closed + 2).stop), (first.start, opened)]
        for begin, end in spans:
            if (begin, end) not in self._known:
                self._known[begin, end] = self._said(begin, end)
            if (name := self._known[begin, end]) is not None:
                return name
        return None

    def _quotation(self, start: int) -> tuple[int, int] | None:
        """The quotation that a place stands in: from its opening mark to its closing one."""
        text = self._passage.text
        line = text.rfind("\n", 0, start) + 1
        if text.count(_PLAIN, line, start) % 2:
            opened, closing = text.rfind(_PLAIN, line, start), text.find(_PLAIN, start, start + _LONGEST_PLAIN)
            stands = not text[max(0, opened - 1):opened].isalnum() and text[opened + 1:opened + 2] != " " and text[closing - 1] != " "
            return (opened, closing) if closing >= 0 and stands else None
        floor = max(0, start - _LONGEST_QUOTATION)
        opened = max(text.rfind(mark, floor, start) for mark in _OPENING)
        closed = max(text.rfind(mark, floor, start) for mark in _CLOSING)
        if opened < 0 or closed > opened:
            return None
        ends = [at for mark in _CLOSING if (at := text.find(mark, start, start + _LONGEST_QUOTATION)) >= 0]
        return (opened, min(ends)) if ends else None

    def _dialogue(self, start: int) -> tuple[int, int] | None:
        """The speech that a place stands in where a line opens with a dash and another one parts it from its verb of saying."""
        text = self._passage.text
        line = text.rfind("\n", 0, start) + 1
        if _DASH.match(text, line) is None:
            return None
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        for verb in self._passage.within(start, end, "speech_verb"):
            before = skip_spaces_back(text, verb[0])
            if text[before - 1:before] in _DASHES:
                return line, before
        return None

    def _said(self, start: int, stop: int) -> str | None:
        """The one speaker whom a stretch names beside a verb of saying, or behind "according to"."""
        names = {
            name for begin, end, name in self._mentions(start, stop)
            if self._is_source(begin) or self._speaks(end, stop) or self._spoke(begin, start)
        }
        return names.pop() if len(names) == 1 else None

    def _mentions(self, start: int, stop: int) -> list[tuple[int, int, str]]:
        text = self._passage.text
        first = bisect_left(self._spans, (start,))
        found = [span for span in self._spans[first:bisect_left(self._spans, (stop,), first)] if span[1] <= stop]
        for begin, end, name in self._bearers.find(text, start, stop):
            if not self._titles.vietnamese or " " in text[begin:end] or self._is_titled(begin):
                found.append((begin, end, name))
        for hit in self._passage.within(start, stop, "office"):
            official = self._holders.get(hit[2][1])
            if official is not None and self._is_meant(hit, official):
                found.append((hit[0], hit[1], official.name))
        return sorted(found)

    def _is_titled(self, start: int) -> bool:
        """Whether a title or an office stands before a given name, which may be an everyday word too."""
        at = skip_spaces_back(self._passage.text, start)
        return self._titles.honorifics.before(self._passage, at) is not None or self._passage.ending(at, "office") is not None

    def _is_meant(self, hit: Hit, official: Official) -> bool:
        """Whether an office alone is that of an official: said in the same words, or without a body of its own."""
        text = self._passage.text
        if text.startswith(official.role, hit[0]):
            return True
        at = skip_spaces(text, hit[1])
        books = (self._titles.subjects, self._titles.levels, self._titles.body_marks)
        return self._passage.starting(at, *BODIES, "place") is None and all(book.at(self._passage, at) is None for book in books)

    def _is_source(self, begin: int) -> bool:
        """Whether "according to" stands before a mention, titles between."""
        at = skip_spaces_back(self._passage.text, begin)
        for _ in range(3):
            title = self._titles.honorifics.before(self._passage, at)
            if title is None:
                break
            at = skip_spaces_back(self._passage.text, title.start)
        link = self._titles.links.before(self._passage, at)
        return link is not None and link.id == "according"

    def _speaks(self, end: int, stop: int) -> bool:
        """Whether a verb of saying follows a mention within a few words of the same clause."""
        verb = next(self._passage.within(end, min(stop, end + _NEAR), "speech_verb"), None)
        return verb is not None and not _MARKS.search(self._passage.text, end, verb[0])

    def _spoke(self, begin: int, start: int) -> bool:
        """Whether a verb of saying stands right before a mention, titles and offices between, in languages that turn the two round."""
        verbs = [] if self._titles.vietnamese else list(self._passage.within(max(start, begin - _NEAR), begin, "speech_verb"))
        if not verbs or _COMMAS.search(self._passage.text, verbs[-1][1], begin):
            return False
        return all(self._titles.stops.at(self._passage, word.start()) is None for word in _WORDS.finditer(self._passage.text, verbs[-1][1], begin))
