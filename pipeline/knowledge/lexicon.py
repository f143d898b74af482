"""One multi-pattern automaton over all wordings of a language: the one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

import ahocorasick_rs

from pipeline.knowledge.fold import fold
from pipeline.records import Entry, Match, Wording

_PARTING = "\n"
_BY_STOP = itemgetter(1, 0)
_Checks = tuple[tuple[bool, bool, bool], ...]
_new = tuple.__new__
_UNCHECKED = (False, False, False)
_BREAKS = re.compile(r"[,;:!?()\[\]\n\u2026\"\u201c\u201d\u201e]")


class Lexicon:
    """Finds every wording, whole words only, overlaps included; a wording in capitals matches only capitals.

    Wordings of a `proper` kind that begin with a capital match only where the text writes one too. The cost is linear in the text, whatever the
    number of wordings.
    """

    def __init__(self, entries: Iterable[Entry], proper: frozenset[str] = frozenset(), unlisted: frozenset[str] = frozenset()) -> None:
        """Compile entries; `unlisted` are the kinds that passages need not list."""
        self._proper = proper
        self._listed: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._needed: dict[_Checks, _Checks] = {}
        self.unlisted = unlisted
        by_pattern: dict[str, tuple[Entry, ...]] = {}
        for pattern, entry in _folded(entries):
            others = by_pattern.get(pattern)
            if others is None:
                by_pattern[pattern] = (entry,)
            elif all(other[0] != entry[0] or other[1] != entry[1] for other in others):
                by_pattern[pattern] = (*others, entry)
        by_pattern.pop("", None)
        # per pattern: its wording, and what is to be checked of each entry (None where nothing is, none where only breaks are)
        self._wordings = [self._wording(those) for those in by_pattern.values()]
        self._checks = [self._checks_of(pattern, those) for pattern, those in by_pattern.items()]
        patterns = [f" {pattern} " for pattern in by_pattern]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA)

    def _checks_of(self, pattern: str, entries: tuple[Entry, ...]) -> _Checks | None:
        if len(entries) == 1 and entries[0][2].islower() and entries[0][2][-1] != ".":
            return () if " " in pattern else None
        checks = tuple([
            (wording.isupper() and sum(map(str.isalpha, wording)) > 1, kind in self._proper and wording[0].isupper(), wording[-1] == ".")
            for kind, _, wording, *_ in entries
        ])
        if any(map(any, checks)):
            return self._needed.setdefault(checks, checks)  # few are different, and there are as many as wordings
        return () if " " in pattern else None

    def names(self, entry: Entry) -> bool:
        """Whether an entry is of a kind that holds names (of places, persons, bodies), which are alike in many languages."""
        return entry.kind in self._proper

    def _wording(self, entries: tuple[Entry, ...]) -> Wording:
        kinds = tuple([entry[0] for entry in entries])
        listed = self._listed.get(kinds)
        if listed is None:
            listed = self._listed[kinds] = tuple(dict.fromkeys(kind for kind in kinds if kind not in self.unlisted))
        return _new(Wording, (entries, listed))

    def find(self, text: str, folded: str) -> list[Match]:
        """Every wording in a text, by stop, the longest first; `folded` is the text's folded copy."""
        found: list[Match] = []
        add = found.append
        wordings, checks = self._wordings, self._checks
        dotted = False
        for index, start, stop in self._automaton.find_matches_as_indexes(f" {folded} ", overlapping=True):
            # the two spaces around the folded text are off: this is the hot loop
            to_check = checks[index]
            if to_check is None:
                add((start, stop - 2, wordings[index]))
                continue
            broken = _BREAKS.search(text, start, stop - 2) is not None
            if not to_check and not broken:
                add((start, stop - 2, wordings[index]))
                continue
            here = self._checked(text, start, stop - 2, index, broken=broken)
            dotted = dotted or len(here) > 1 or (bool(here) and here[0][1] != stop - 2)
            found += here
        if dotted:
            found.sort(key=_BY_STOP)
        return found

    def _checked(self, text: str, start: int, stop: int, index: int, *, broken: bool) -> list[Match]:
        """What of a wording holds where it was found; entries whose dot stands there too end behind it."""
        wording, surface = self._wordings[index], text[start:stop]
        kept: list[Entry] = []
        longer: list[Entry] = []
        for entry, (capitals, proper, dotted) in zip(wording.entries, self._checks[index] or (_UNCHECKED,) * len(wording.entries), strict=True):
            if (broken and not _BREAKS.search(entry.wording)) or (capitals and not surface.isupper()) or (proper and not surface[0].isupper()):
                continue
            (longer if dotted and text[stop:stop + 1] == "." else kept).append(entry)
        if len(kept) == len(wording.entries):
            return [(start, stop, wording)]
        return [(start, end, self._wording(tuple(some))) for end, some in ((stop, kept), (stop + 1, longer)) if some]


def _folded(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Every entry with the folded form of its wording; all are folded as one text, since folding keeps lengths."""
    every = list(entries)
    folded = fold(_PARTING.join(entry[2] for entry in every))
    at = 0
    for entry in every:
        stop = at + len(entry[2])
        yield folded[at:stop].strip(), entry
        at = stop + len(_PARTING)
