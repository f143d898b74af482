"""What stands on pages round articles: the wordings of all rooms at once, because a page is cut before its language is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import ahocorasick_rs

from pipeline.knowledge.files import line_of, name_of, read_toml
from pipeline.knowledge.fold import lower
from pipeline.knowledge.room import Room

_SHARED = frozenset({"image_mark", "update_line"})
_KINDS = frozenset({"comment_line", "source_line", "read_also", "page_line", "page_phrase", "photo_credit", "byline_word", "agency"})
_PAGE_DATE = "page_date"
"""A kind of the rooms' calendars: what opens a line with the page's own date."""
_DIGIT = re.compile(r"[0-9]")
_MARKS = " >*\u2022\u25ba-"
"""What may stand before the wording that opens a line, up to four of them."""
_OPENING = 3
_ROOM = 4 + _OPENING
_INLINE = (("photo_credit", ""), ("read_also", ":"), ("page_phrase", ""))
"""Kinds that are looked for inside lines, with what must follow."""
_NOTHING = "(?!)"


class Furniture:
    """Tells the lines and phrases of a page from those of the article on it."""

    def __init__(self, wordings: dict[str, set[str]]) -> None:
        """Compile wordings by kind; they match in any case."""
        self._lines = (
            ("comment_line", _pattern(wordings, "comment_line", r"[ :]*(?:\( ?[0-9]+ ?\)|[0-9]+)?\W*$")),
            ("source_line", _pattern(wordings, "source_line", r" ?(?:[:\uff1a]|$)")),
            ("read_also", _pattern(wordings, "read_also", r" ?[:\uff1a>]")),
            ("page_line", _pattern(wordings, "page_line", r"(?!\w)")),
            ("image_mark", _pattern(wordings, "image_mark", r" *$")),
        )
        updates = wordings.get("update_line", set()) | wordings.get(_PAGE_DATE, set())
        self._update = _pattern({"update_line": updates}, "update_line", r"(?!\w)")
        of_lines = updates.union(*(wordings.get(kind, ()) for kind, _ in self._lines))
        self._openings = frozenset(lower(word)[:_OPENING] for word in of_lines)
        """How lines of the page open: most lines of an article open otherwise, and need not be asked further."""
        self._byline = _pattern(wordings, "byline_word", r"(?!\w)")
        self._agency = re.compile(rf"(?:{_choice(wordings.get('agency', ()))})(?=[ \n]+[\"\u201c]?[^\W\d_])")
        inline = [(kind, word, tail) for kind, tail in _INLINE for word in sorted(wordings.get(kind, ()))]
        forms = {lower(word) + tail: kind for kind, word, tail in inline}
        self._inline_kinds = list(forms.values())
        self._inline = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def line_kind(self, line: str) -> str | None:
        """The kind of furniture that a whole line is, None where it is none."""
        opening = line[:_ROOM].lstrip(_MARKS)[:_OPENING].lower()
        if opening not in self._openings and opening[:_OPENING - 1] not in self._openings:
            return None
        for kind, pattern in self._lines:
            if pattern.match(line):
                return kind
        return "update_line" if self._update.match(line) and _DIGIT.search(line) else None

    def inline(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where pointers to other articles, phrases of the page and photo credits stand inside a text, in order, with their kinds."""
        kinds = self._inline_kinds
        for index, start, stop in self._inline.find_matches_as_indexes(lower(text)):
            yield start, stop, kinds[index]

    def is_byline(self, line: str) -> bool:
        """Whether a line opens with a word that names an author."""
        return self._byline.match(line) is not None

    def agency(self, text: str, start: int) -> int:
        """Where the name of the agency that opens a text ends; `start` where none does."""
        found = self._agency.match(text, start)
        return found.end() if found else start


def load_furniture(folder: Path, rooms: Iterable[Room], problems: list[str]) -> Furniture:
    """Gather the rooms' wordings and those of `furniture.toml`; every problem is added to `problems`."""
    wordings: dict[str, set[str]] = {}
    for room in rooms:
        for entry in room.entries:
            if entry.kind in _KINDS or entry.kind == _PAGE_DATE:
                wordings.setdefault(entry.kind, set()).add(entry.wording)
    path = folder / "furniture.toml"
    for name, table in read_toml(path, problems).items():
        if name not in _KINDS | _SHARED or not isinstance(table, dict):
            problems.append(f"{name_of(path)}:{line_of(path, f'[{name}]')}: [{name}] is none of {sorted(_KINDS | _SHARED)}")
            continue
        for concept, words in table.items():
            if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
                problems.append(f"{name_of(path)}:{line_of(path, concept)}: {concept} should be a list of wordings")
                continue
            wordings.setdefault(name, set()).update(words)
    return Furniture(wordings)


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or _NOTHING


def _pattern(wordings: dict[str, set[str]], kind: str, tail: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)[{_MARKS}]{{0,4}}(?:{_choice(wordings.get(kind, ()))}){tail}")

