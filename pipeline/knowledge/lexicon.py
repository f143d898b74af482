"""One multi-pattern automaton over all wordings of a language: the one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ahocorasick_rs

from pipeline.knowledge.fold import fold
from pipeline.records import Entry, Hit

_BREAKS = re.compile(r"[,;:!?()\[\]\n\u2026\"\u201c\u201d\u201e]")


class Lexicon:
    """Finds every wording, whole words only, overlaps included; a wording in capitals matches only capitals.

    Wordings of a `proper` kind that begin with a capital match only where the text writes one too. The cost is linear in the text, whatever the
    number of wordings.
    """

    def __init__(self, entries: Iterable[Entry], proper: frozenset[str] = frozenset()) -> None:
        by_pattern: dict[str, dict[tuple[str, str], Entry]] = {}
        for entry in entries:
            pattern = fold(entry.wording).strip()
            if pattern:
                by_pattern.setdefault(f" {pattern} ", {}).setdefault((entry.kind, entry.id), entry)
        self._proper = proper
        # per pattern: its entries, and whether the plain case (no capitals, no dots, no breaks to check) holds for all of them
        self._entries = [tuple(entries.values()) for entries in by_pattern.values()]
        self._checks = [tuple(self._check_of(e) for e in entries) for entries in self._entries]
        self._simple = [" " not in pattern.strip() and not any(any(c) for c in checks) for pattern, checks in zip(by_pattern, self._checks, strict=True)]
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_pattern), implementation=ahocorasick_rs.Implementation.ContiguousNFA)

    def _check_of(self, entry: Entry) -> tuple[bool, bool, bool]:
        letters = [c for c in entry.wording if c.isalpha()]
        capitals = len(letters) > 1 and entry.wording.isupper()
        return capitals, entry.kind in self._proper and entry.wording[0].isupper(), entry.wording.endswith(".")

    def find(self, text: str, folded: str) -> list[Hit]:
        """All hits in a text, by start, the longest first; `folded` is its folded copy."""
        hits: list[Hit] = []
        size = len(text)
        entries, checks, simple = self._entries, self._checks, self._simple
        for index, start, stop in self._automaton.find_matches_as_indexes(f" {folded} ", overlapping=True):
            stop -= 2
            if simple[index]:
                for entry in entries[index]:
                    hits.append(Hit(start, stop, entry))
                continue
            surface = text[start:stop]
            broken = _BREAKS.search(surface) is not None
            for entry, (capitals, proper, dotted) in zip(entries[index], checks[index], strict=True):
                if broken and not _BREAKS.search(entry.wording):
                    continue
                if capitals and not surface.isupper():
                    continue
                if proper and not surface[0].isupper():
                    continue
                hits.append(Hit(start, stop + 1 if dotted and stop < size and text[stop] == "." else stop, entry))
        hits.sort(key=_order)
        return hits


def _order(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]
