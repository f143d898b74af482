"""Places that no gazetteer has and the room's dictionary knows: villages behind prepositions of place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.extract.places.mention import Mention
from pipeline.extract.places.words import word_after, words_of
from pipeline.knowledge import Room
from pipeline.records import Passage

_CAPITAL = re.compile(r" ([A-Z\u00c0-\u00de\u0100-\u017f][^\W\d_]{2,}(?:-[^\W\d_]{3,})?)(?![\w-])")
_LONGEST = 16
_DIRECT = frozenset({"nom", "voc"})
"""Cases that no preposition governs."""


def read_dictionary(passage: Passage, room: Room, taken: Iterable[tuple[int, int]]) -> list[Mention]:
    """Words with a capital that are a place's name to the dictionary and no common word, behind a preposition that leads to places."""
    leads = words_of(room).strong
    if not leads or not room.has_dictionary:
        return []
    text = passage.text
    covered = {start for start, _ in taken}
    found = []
    for match in _CAPITAL.finditer(text):
        start, stop = match.span(1)
        since = max(0, start - _LONGEST)
        space = text.rfind(" ", since, start - 1)
        before = text[space + 1:start - 1].lower() if space >= 0 or not since else ""
        if before not in leads or start in covered or not match[1][0].isupper() or match[1].isupper():
            continue
        name = _place_of(match[1], room)
        after = word_after(text, stop)
        if name is None or (after is not None and after.capital) or passage.sentence_at(start).block == "furniture":
            continue
        found.append(Mention(passage, start, stop, name, (), None, "dictionary"))
    return found


@lru_cache(maxsize=8192)
def _place_of(word: str, room: Room) -> str | None:
    """The nominative of a word that the dictionary knows as a place in an oblique case, None where it knows a common word or a person too."""
    readings = room.readings(word)
    places = [reading for reading in readings if "place" in reading.names and reading.pos == "subst" and reading.cases - _DIRECT]
    others = [reading for reading in readings if reading.lemma[:1].islower() or reading.names - {"place"}]
    return places[0].lemma if places and not others else None
