"""Where a text names again those whom it has named: full names, surnames, given names, with their endings in a language that has cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

_LONGEST_ENDING = 4
_ENDING = rf"\w{{0,{_LONGEST_ENDING}}}"
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")
_ANY = re.compile(r"(?<!\w)\w+")
_OPENING = re.compile(r"\w+")


class Bearer:
    """What a person is called by, and whether it stands at a place."""

    def __init__(self, part: str, name: str, order: int, *, inflected: bool) -> None:
        self.part, self.name, self.order = part, name, order
        words = part.split() if inflected else [part]
        # each word may have lost its last letter to an ending
        self._stems = [word[:-1] if inflected and len(word) > len("Abc") else word for word in words]
        self._ending = _ENDING if inflected else ""

    @property
    def anchor(self) -> str:
        """The letters that it opens with, whatever its ending."""
        found = _OPENING.match(self._stems[0])
        return found.group() if found else ""

    @cached_property
    def here(self) -> re.Pattern[str]:
        """It stands at a place."""
        return re.compile(rf"{self._body}{self._ending}(?!\w)")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """It is all of a wording."""
        return re.compile(self._body + _ENDING)

    @property
    def _body(self) -> str:
        return rf"{_ENDING} ".join(map(re.escape, self._stems))


class Bearers:
    """Finds them; the cost grows with the capitals of a stretch and not with the number of persons."""

    def __init__(self, names: Iterable[str], *, inflected: bool) -> None:
        parts: dict[str, set[str]] = {}
        for name in names:
            for part in (name, name.split()[-1]):
                parts.setdefault(part, set()).add(name)
        self._reach = _LONGEST_ENDING if inflected else 0
        self._names = {part: next(iter(bearers)) for part, bearers in parts.items() if len(bearers) == 1}
        self._by_anchor: dict[str, list[Bearer]] = {}
        for order, (part, name) in enumerate(self._names.items()):
            bearer = Bearer(part, name, order, inflected=inflected)
            self._by_anchor.setdefault(bearer.anchor, []).append(bearer)
        self._words = _CAPITAL if all(_CAPITAL.match(anchor) for anchor in self._by_anchor) else _ANY

    def find(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        """Where a stretch names one, the longest wording first, and whom."""
        at = start
        for word in self._words.finditer(text, start, stop) if self._names else ():
            begin = word.start()
            if begin < at:
                continue
            bearers = self._at(word.group())
            match = next((match for one in sorted(bearers, key=_longest) if (match := one.here.match(text, begin, stop)) is not None), None)
            if match is None:
                continue
            at = match.end()
            surface = match.group()
            name = self._names.get(surface) or next((one.name for one in sorted(bearers, key=_order) if one.whole.fullmatch(surface)), None)
            if name is not None:
                yield begin, at, name

    def _at(self, word: str) -> list[Bearer]:
        sizes = range(len(word), max(len(word) - self._reach, 1) - 1, -1)
        return [bearer for size in sizes for bearer in self._by_anchor.get(word[:size], ())]


def _longest(bearer: Bearer) -> tuple[int, int]:
    return -len(bearer.part), bearer.order


def _order(bearer: Bearer) -> int:
    return bearer.order
