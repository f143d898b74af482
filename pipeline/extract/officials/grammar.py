"""The words of offices and names that are looked up beside a hit of the one pass, compiled once a room."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Entry, Passage

BODIES = ("organisation", "body", "body_head")
"""Kinds of wording that name a body, or the head of one."""
_WORD = re.compile(r"[^ ]+")
_BREAKS = re.compile(r"[,;:!?()\[\]\n\u2026\"\u201c\u201d\u201e]")
_LONGEST = 80


class Found(NamedTuple):
    """A wording found at a place of a passage."""

    start: int
    stop: int
    id: str


class _Wording(NamedTuple):
    words: tuple[str, ...]
    id: str
    capitals: bool
    breaks: bool
    dotted: bool


class Phrasebook:
    """Wordings that are found at, or up to, a given place; the longest wins."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[_Wording]] = {}
        self._by_last: dict[str, list[_Wording]] = {}
        wordings: dict[tuple[str, ...], _Wording] = {}
        for entry in entries:
            words = tuple(fold(entry.wording).split())
            if not words:
                continue
            letters = [c for c in entry.wording if c.isalpha()]
            capitals = entry.wording.isupper() and (len(letters) > 1 or entry.wording.endswith("."))
            known = wordings.get(words)
            dotted = entry.wording.endswith(".") or (known is not None and known.dotted)
            capitals = capitals and (known is None or known.capitals)
            breaks = _BREAKS.search(entry.wording) is not None or (known is not None and known.breaks)
            wordings[words] = _Wording(words, known.id if known else entry.id, capitals, breaks, dotted)
        for wording in sorted(wordings.values(), key=lambda w: -len(w.words)):
            self._by_first.setdefault(wording.words[0], []).append(wording)
            self._by_last.setdefault(wording.words[-1], []).append(wording)

    def at(self, passage: Passage, start: int) -> Found | None:
        """The longest wording that starts at `start` exactly."""
        folded = passage.folded
        first = _WORD.match(folded, start)
        end = passage.word_stop(start, first.end()) if first else start
        candidates = self._by_first.get(folded[start:end])
        if candidates is None:
            return None
        for wording in candidates:
            stop = end
            for word in wording.words[1:]:
                while stop < len(folded) and folded[stop] == " ":
                    stop += 1
                behind = stop + len(word)
                if not folded.startswith(word, stop) or (folded[behind:behind + 1] not in ("", " ") and behind not in passage.joins):
                    break
                stop = behind
            else:
                if self._fits(passage, wording, start, stop):
                    return Found(start, stop + (wording.dotted and passage.text[stop:stop + 1] == "."), wording.id)
        return None

    def before(self, passage: Passage, stop: int) -> Found | None:
        """The longest wording that ends at `stop` exactly."""
        folded = passage.folded
        dot = passage.text[stop - 1:stop] == "."
        stop -= dot
        words = folded[max(0, stop - _LONGEST):stop].split(" ")
        candidates = self._by_last.get(words[-1]) if words[-1] else None
        if candidates is None:
            return None
        for wording in candidates:
            start = stop - len(words[-1])
            for word in reversed(wording.words[:-1]):
                end = start
                while end > 0 and folded[end - 1] == " ":
                    end -= 1
                start = end - len(word)
                if start < 0 or folded[start:end] != word or (start > 0 and folded[start - 1] != " "):
                    break
            else:
                if self._fits(passage, wording, start, stop) and (wording.dotted or not dot):
                    return Found(start, stop + dot, wording.id)
        return None

    def _fits(self, passage: Passage, wording: _Wording, start: int, stop: int) -> bool:
        surface = passage.text[start:stop]
        if wording.capitals and not surface.isupper():
            return False
        return wording.breaks or len(wording.words) == 1 or _BREAKS.search(surface) is None


@dataclass(frozen=True)
class Titles:
    """The phrasebooks of a room."""

    room: Room
    marks: Phrasebook
    links: Phrasebook
    stops: Phrasebook
    honorifics: Phrasebook
    bars: Phrasebook
    particles: Phrasebook
    body_marks: Phrasebook
    subjects: Phrasebook
    levels: Phrasebook

    @property
    def vietnamese(self) -> bool:
        """Whether names are written the Vietnamese way throughout."""
        return self.room.language.names == "vietnamese"


@lru_cache(maxsize=64)
def titles_of(room: Room) -> Titles:
    """The phrasebooks of a room, compiled once."""
    kinds = ("office_mark", "role_link", "role_stop", "honorific", "not_a_person", "name_particle", "body_mark", "body_subject", "level_word")
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in kinds}
    for entry in room.entries:
        if entry.kind in by_kind:
            by_kind[entry.kind].append(entry)
    return Titles(room, *(Phrasebook(by_kind[kind]) for kind in kinds))


def skip_spaces(text: str, at: int) -> int:
    """The next place that is no plain space."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def skip_spaces_back(text: str, at: int) -> int:
    """The place behind the last character before `at` that is no plain space."""
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at
