"""The base form of a name that takes case endings: its head and the adjectives that agree with it in the nominative, the rest as it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.knowledge import Room
from pipeline.knowledge.inflect import Reading

_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVES = frozenset({"adj", "pact", "ppas"})


@lru_cache(maxsize=16384)
def base_form(name: str, room: Room, head: int = 0) -> str:
    """A name of a body without its case ending; `head` is where its head begins.

    A name in the nominative or the plural, and one that the dictionary lacks, stays.
    """
    words = list(_WORD.finditer(name))
    first = next((i for i, word in enumerate(words) if word.start() >= head and _is_head(room, words, i)), None)
    if first is None:
        return name
    nouns = _nouns(room, words[first].group())
    if any("nom" in noun.cases for noun in nouns):
        return name
    noun = nouns[0]
    following = words[first + 1].group() if first + 1 < len(words) else ""
    if _is_adjective(room, following) and not _agrees(room, following, noun):
        return name
    found = {first: noun.lemma}
    for step in (-1, 1):
        i = first + step
        while 0 <= i < len(words) and name[min(words[i].end(), words[i - step].end()):max(words[i].start(), words[i - step].start())] == " ":
            said = room.nominative(words[i].group(), noun.genders) if _agrees(room, words[i].group(), noun) else None
            after = words[i + 1].group() if step > 0 and i + 1 < len(words) and (i > first + 1 or len(found) > 1) else ""
            if said is None or (after and _leans_on(room, words[i].group(), after)):
                break
            found[i] = said
            i += step
    parts, at = [], 0
    for i, word in enumerate(words):
        if i in found:
            parts += [name[at:word.start()], _as_written(found[i], word.group())]
            at = word.end()
    return "".join([*parts, name[at:]])


def _is_head(room: Room, words: list[re.Match[str]], i: int) -> bool:
    """Whether a word is a noun, and no adjective of the noun behind it."""
    following = words[i + 1].group() if i + 1 < len(words) else ""
    return bool(_nouns(room, words[i].group())) and not (following and _leans_on(room, words[i].group(), following))


def _nouns(room: Room, word: str) -> list[Reading]:
    """The readings of a word as a noun in the singular, as a common one before a name."""
    readings = room.readings(word.lower()) or room.readings(word)
    return [reading for reading in readings if reading.pos == "subst" and "sg" in reading.numbers]


def _is_adjective(room: Room, word: str) -> bool:
    return any(reading.pos in _ADJECTIVES for reading in room.readings(word.lower()))


def _leans_on(room: Room, adjective: str, noun: str) -> bool:
    """Whether an adjective may be of the noun behind it, the head of another body."""
    return any(_agrees(room, adjective, reading) for reading in _nouns(room, noun))


def _agrees(room: Room, word: str, noun: Reading) -> bool:
    return any(
        reading.pos in _ADJECTIVES and reading.cases & noun.cases and reading.genders & noun.genders and "sg" in reading.numbers
        for reading in room.readings(word.lower())
    )


def _as_written(word: str, surface: str) -> str:
    """A word in small or large letters as the text writes it."""
    if surface.isupper() and len(surface) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if surface[0].isupper() else word[0].lower() + word[1:]
