"""One multi-pattern automaton over all wordings of a language: the one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

import ahocorasick_rs

from pipeline.knowledge.fold import fold
from pipeline.records import Entry, Hit

_PARTING = "\n"
_START, _STOP = itemgetter(0), itemgetter(1)
_new = tuple.__new__
_BREAKS = re.compile(r"[,;:!?()\[\]\n\u2026\"\u201c\u201d\u201e]")


class Lexicon:
    """Finds every wording, whole words only, overlaps included; a wording in capitals matches only capitals.

    Wordings of a `proper` kind that begin with a capital match only where the text writes one too. The cost is linear in the text, whatever the
    number of wordings.
    """

    def __init__(self, entries: Iterable[Entry], proper: frozenset[str] = frozenset()) -> None:
        self._proper = proper
        by_pattern: dict[str, dict[tuple[str, str], Entry]] = {}
        for pattern, entry in _folded(entries):
            by_pattern.setdefault(pattern, {}).setdefault((entry[0], entry[1]), entry)
        by_pattern.pop("", None)
        # per pattern: its entries, and what is to be checked of each (None where nothing is, none where only breaks are)
        self._entries = [tuple(entries.values()) for entries in by_pattern.values()]
        self._checks = [self._checks_of(pattern, entries) for pattern, entries in zip(by_pattern, self._entries, strict=True)]
        patterns = [f" {pattern} " for pattern in by_pattern]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA)

    def _checks_of(self, pattern: str, entries: tuple[Entry, ...]) -> tuple[tuple[bool, bool, bool], ...] | None:
        if len(entries) == 1 and entries[0][2].islower() and entries[0][2][-1] != ".":
            return () if " " in pattern else None
        checks = tuple(
            (wording.isupper() and sum(map(str.isalpha, wording)) > 1, kind in self._proper and wording[0].isupper(), wording[-1] == ".")
            for kind, _, wording, *_ in entries
        )
        if any(map(any, checks)):
            return checks
        return () if " " in pattern else None

    def names(self, entry: Entry) -> bool:
        """Whether an entry is of a kind that holds names (of places, persons, bodies), which are alike in many languages."""
        return entry.kind in self._proper

    def find(self, text: str, folded: str) -> list[Hit]:
        """All hits in a text, by start, the longest first; `folded` is its folded copy."""
        hits: list[Hit] = []
        size = len(text)
        entries, checks = self._entries, self._checks
        for index, start, stop in self._automaton.find_matches_as_indexes(f" {folded} ", overlapping=True):
            stop -= 2  # noqa: PLW2901 - the two spaces around the folded text; the hot loop
            to_check = checks[index]
            if to_check is None:
                for entry in entries[index]:
                    hits.append(_new(Hit, (start, stop, entry)))
                continue
            broken = _BREAKS.search(text, start, stop) is not None
            if not to_check:
                for entry in entries[index]:
                    if not broken or _BREAKS.search(entry[2]):
                        hits.append(_new(Hit, (start, stop, entry)))
                continue
            surface = text[start:stop]
            for entry, (capitals, proper, dotted) in zip(entries[index], to_check, strict=True):
                if broken and not _BREAKS.search(entry.wording):
                    continue
                if capitals and not surface.isupper():
                    continue
                if proper and not surface[0].isupper():
                    continue
                hits.append(Hit(start, stop + 1 if dotted and stop < size and text[stop] == "." else stop, entry))
        hits.sort(key=_STOP, reverse=True)
        hits.sort(key=_START)
        return hits


def _folded(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Every entry with the folded form of its wording; all are folded as one text, since folding keeps lengths."""
    every = list(entries)
    folded = fold(_PARTING.join(entry[2] for entry in every))
    at = 0
    for entry in every:
        stop = at + len(entry[2])
        yield folded[at:stop].strip(), entry
        at = stop + len(_PARTING)
