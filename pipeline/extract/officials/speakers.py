"""Who says what: the official to whom the words around a place of an article are attributed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.officials.grammar import Titles, skip_spaces_back
from pipeline.records import Official, Passage

_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"
_LONGEST_QUOTATION = 1500
_NEAR = 45
_MARKS = re.compile(r"[.;:!?\n]")
_COMMAS = re.compile(r"[.,;:!?\n]")
_ENDING = r"\w{0,4}"


class Speakers:
    """The officials of a passage as speakers: full names, surnames or given names behind a title, offices that one of them alone holds."""

    def __init__(self, passage: Passage, officials: Iterable[Official], titles: Titles) -> None:
        self._passage = passage
        self._titles = titles
        names = dict.fromkeys(official.name for official in officials)
        parts: dict[str, set[str]] = {}
        for name in names:
            for part in (name, name.split()[-1]):
                parts.setdefault(part, set()).add(name)
        self._bearers = {part: next(iter(bearers)) for part, bearers in parts.items() if len(bearers) == 1}
        ending = _ENDING if titles.room.has_dictionary else ""
        wordings = sorted(self._bearers, key=lambda part: -len(part))
        self._names = re.compile("|".join(rf"(?<!\w){self._inflected(part)}{ending}(?!\w)" for part in wordings) or "(?!)")
        self._holders = self._by_office(passage, officials)

    def _inflected(self, part: str) -> str:
        """A pattern of a name: in a language with cases each word may have lost its last letter to an ending."""
        if not self._titles.room.has_dictionary:
            return re.escape(part)
        words = part.split()
        stems = [re.escape(word[:-1] if len(word) > len("Abc") else word) for word in words]
        return rf"{_ENDING} ".join(stems)

    def _by_office(self, passage: Passage, officials: Iterable[Official]) -> dict[str, str]:
        holders: dict[str, set[str]] = {}
        for official in officials:
            if official.evidence.field == passage.field:
                for hit in passage.within(official.evidence.start, official.evidence.stop, "office"):
                    holders.setdefault(hit[2][1], set()).add(official.name)
        return {office: next(iter(names)) for office, names in holders.items() if len(names) == 1}

    def of(self, start: int) -> str | None:
        """The name of the official who says what stands at `start`, None where the text attributes it to nobody that is known."""
        sentence = self._passage.sentence_at(start)
        quotation = self._quotation(start)
        spans = [(sentence.start, sentence.stop)]
        if quotation is not None:
            opened, closed = quotation
            first, last = self._passage.sentence_at(opened), self._passage.sentence_at(closed)
            spans = [(closed, last.stop if last.stop > closed else self._passage.sentence_at(closed + 2).stop), (first.start, opened)]
        for begin, end in spans:
            if (name := self._said(begin, end)) is not None:
                return name
        return None

    def _quotation(self, start: int) -> tuple[int, int] | None:
        """The quotation that a place stands in: from its opening mark to its closing one."""
        text = self._passage.text
        floor = max(0, start - _LONGEST_QUOTATION)
        opened = max(text.rfind(mark, floor, start) for mark in _OPENING)
        closed = max(text.rfind(mark, floor, start) for mark in _CLOSING)
        if opened < 0 or closed > opened:
            return None
        ends = [at for mark in _CLOSING if (at := text.find(mark, start, start + _LONGEST_QUOTATION)) >= 0]
        return (opened, min(ends)) if ends else None

    def _said(self, start: int, stop: int) -> str | None:
        """The speaker whom a stretch names beside a verb of saying, or behind "according to"."""
        for begin, end, name in self._mentions(start, stop):
            if self._is_source(begin) or self._speaks(end, stop) or self._spoke(begin, start):
                return name
        return None

    def _mentions(self, start: int, stop: int) -> list[tuple[int, int, str]]:
        text = self._passage.text
        found = []
        for match in self._names.finditer(text, start, stop):
            name = self._bearer(match.group())
            if name is not None:
                found.append((match.start(), match.end(), name))
        for hit in self._passage.within(start, stop, "office"):
            if (name := self._holders.get(hit[2][1])) is not None:
                found.append((hit[0], hit[1], name))
        return sorted(found)

    def _bearer(self, surface: str) -> str | None:
        if surface in self._bearers:
            return self._bearers[surface]
        return next((name for part, name in self._bearers.items() if re.fullmatch(self._inflected(part) + _ENDING, surface)), None)

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
        """Whether a verb of saying stands right before a mention, titles and offices between."""
        verbs = list(self._passage.within(max(start, begin - _NEAR), begin, "speech_verb"))
        return bool(verbs) and not _COMMAS.search(self._passage.text, verbs[-1][1], begin)
