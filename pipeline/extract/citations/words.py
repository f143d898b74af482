"""Small words beside a document's name, looked up where the pass has found something: number words, dates, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Passage

_KINDS = (
    "document_number", "document_date", "document_of", "document_and", "document_term", "document_this", "document_about", "document_item",
    "document_stop",
)
_LONGEST = 60


class Words:
    """Looks for the wordings of a kind at a place of the text, forwards and backwards, plain spaces skipped."""

    def __init__(self, room: Room) -> None:
        self._ids: dict[str, dict[str, str]] = {}
        self._dotted: set[str] = set()
        self._forward: dict[str, re.Pattern[str]] = {}
        self._backward: dict[str, re.Pattern[str]] = {}
        self._anywhere: dict[str, re.Pattern[str]] = {}
        for kind in _KINDS:
            ids: dict[str, str] = {}
            for concept, forms in room.words(kind).items():
                for form in forms:
                    ids.setdefault(fold(form).strip(), concept)
                    if form.endswith("."):
                        self._dotted.add(fold(form).strip())
            self._ids[kind] = ids
            choices = "|".join(map(re.escape, sorted(ids, key=len, reverse=True))) or "(?!)"
            self._forward[kind] = re.compile(rf" *({choices})(?!\w)")
            self._anywhere[kind] = re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
            self._backward[kind] = re.compile(rf"(?<!\w)({choices}) *$")
        types = [room.words(kind) for kind in ("document_type", "document_type_weak")]
        self._short_types = {form: concept for words in types for concept, forms in words.items() for form in forms if form.isupper()}
        shorts = "|".join(map(re.escape, self._short_types)) or "(?!)"
        self._glued = re.compile(rf"(?<![\w-])({shorts})-?([0-9]{{2,5}})(?![\w/.-])")

    def glued(self, text: str) -> Iterator[tuple[int, int, int, str]]:
        """Abbreviations of types with the number glued on ("NQ62"): start, start of the number, stop and type."""
        if any(form in text for form in self._short_types):
            for match in self._glued.finditer(text):
                yield match.start(), match.start(2), match.end(), self._short_types[match[1]]

    def at(self, kind: str, passage: Passage, at: int) -> tuple[int, str] | None:
        """Where the wording of a kind that starts at `at` stops, and its id."""
        match = self._forward[kind].match(passage.folded, at)
        if match is None or passage.text[at:match.start(1)].strip(" ") or "\n" in passage.text[at:match.end()]:
            return None
        stop = match.end()
        if match[1] in self._dotted and passage.text[stop:stop + 1] == ".":
            stop += 1
        return stop, self._ids[kind][match[1]]

    def has(self, kind: str, concept: str) -> bool:
        """Whether the room words a concept of a kind."""
        return concept in self._ids[kind].values()

    def first(self, kind: str, passage: Passage, start: int, stop: int) -> int | None:
        """Where the first wording of a kind in a stretch starts."""
        match = self._anywhere[kind].search(passage.folded, start, stop)
        return match.start() if match else None

    def before(self, kind: str, passage: Passage, at: int) -> tuple[int, str] | None:
        """Where the wording of a kind that stops at `at` starts, and its id; a dot, a colon or a bracket of the word may stand between."""
        low = max(0, at - _LONGEST)
        match = self._backward[kind].search(passage.folded[low:at])
        if match is None or passage.text[low + match.end(1):at].strip(" .:"):
            return None
        return low + match.start(1), self._ids[kind][match[1]]


@lru_cache(maxsize=64)
def words_of(room: Room) -> Words:
    """The small words of a room, compiled once."""
    return Words(room)
