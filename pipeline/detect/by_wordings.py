"""What a short text's words say of its language: how much of it each room can read."""

from __future__ import annotations

import re

from pipeline.knowledge import Knowledge, Room
from pipeline.knowledge.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 400
"""Characters; of a longer text the common words and langdetect have said enough."""
_LEAST = 0.4
"""Share of a text's letters in words that a room knows (Czech reaches 0.38 for Polish, Dutch 0.11 for English)."""
_AHEAD = 2.5
"""Times the next best room's share."""


def read_most(text: str, knowledge: Knowledge) -> tuple[str, float] | None:
    """The room that knows most of a short text's words, with its part of all rooms' shares; None where none knows enough, or two do.

    >>> from pipeline.knowledge import load_knowledge
    >>> read_most("GDP rose 8.22% in the third quarter.", load_knowledge())
    ('en', 1.0)
    """
    if len(text) > _LONGEST or not knowledge.rooms:
        return None
    words = [match.span() for match in _WORD.finditer(text)]
    letters = sum(stop - start for start, stop in words)
    folded = fold(text)
    shares = sorted(((_known(text, folded, words, room) / max(letters, 1), code) for code, room in knowledge.rooms.items()), reverse=True)
    best, code = shares[0]
    if best < _LEAST or (len(shares) > 1 and best < _AHEAD * shares[1][0]):
        return None
    return code, best / sum(share for share, _ in shares)


def _known(text: str, folded: str, words: list[tuple[int, int]], room: Room) -> int:
    """Letters in words that the room has as a common word or in a wording that is no name; a capital inside the text may be a name's."""
    lexicon = room.lexicon
    spans = [(start, stop) for start, stop, wording in lexicon.find(text, folded) if not all(map(lexicon.names, wording.entries))]
    return sum(
        stop - start for start, stop in words
        if (start == words[0][0] or text[start].islower())
        and (text[start:stop].lower() in room.language.common or any(first <= start and stop <= last for first, last in spans))
    )
