"""Communes outside Vietnam (gminy): names behind their level word, in any case of the room's dictionary; never without that word."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import groupby, repeat

from pipeline.extract.places.words import begins_person, is_given, run_from
from pipeline.knowledge import Gazetteer, GazetteerRow, Knowledge, Room

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 4
"""Words of the longest name."""
_DIRECT = frozenset({"nom", "voc"})

_Name = tuple[tuple[str, ...], tuple[GazetteerRow, ...]]


def communes_at(text: str, at: int, room: Room, knowledge: Knowledge) -> tuple[int, tuple[GazetteerRow, ...]] | None:
    """Where the longest name of a commune ends that begins at an offset, and all communes of that name; None where none does.

    No name behind which another word with a capital goes on ("gmina Dobra Wola" is not Dobra), unless a person's name begins there.
    """
    first = _WORD.match(text, at)
    names = _beginning(first.group(), room, knowledge.gazetteer) if first is not None else ()
    if first is None or not names:
        return None
    ends = _ends(text, first)
    words = tuple(text[start:stop] for start, stop in ends)
    fitting = [one for one in names if len(one[0]) <= len(words) and all(map(_is_form, words, one[0], repeat(room)))]
    longest = max((len(name) for name, _ in fitting), default=0)
    fitting = [one for one in fitting if len(one[0]) == longest]
    its = [one for one in fitting if one[0] == words[:longest]] or fitting
    if len(its) != 1 or _goes_on(text, ends[longest - 1][1], room, knowledge):
        return None
    return ends[longest - 1][1], its[0][1]


@lru_cache(maxsize=8192)
def opens_longer(word: str, room: Room, gazetteer: Gazetteer) -> bool:
    """Whether a word may be the first of a name of several, in some case."""
    return any(len(name) > 1 for name, _ in _beginning(word, room, gazetteer))


def _ends(text: str, first: re.Match[str]) -> list[tuple[int, int]]:
    """The first words from one on with nothing but a space between."""
    found = [first.span()]
    while len(found) < _LONGEST and text[found[-1][1]:found[-1][1] + 1] == " ":
        word = _WORD.match(text, found[-1][1] + 1)
        if word is None:
            break
        found.append(word.span())
    return found


def _goes_on(text: str, stop: int, room: Room, knowledge: Knowledge) -> bool:
    """True where a word with a capital stands right behind that begins no person's name."""
    rest = run_from(text, stop + 1) if text[stop:stop + 1] == " " else []
    return bool(rest) and not begins_person(rest, knowledge) and not is_given(rest[0].text, room, knowledge)


def _is_form(word: str, name: str, room: Room) -> bool:
    """True where a word is a name's word itself or an oblique case of it, of its own number and gender ("Brzezinie" is not Brzeziny)."""
    if word == name:
        return True
    if word[0].isupper() != name[0].isupper():
        return False
    oblique = [one for one in room.readings(word) if one.cases - _DIRECT]
    return any(
        one.lemma == other.lemma and one.pos == other.pos and one.genders & other.genders and one.numbers & other.numbers
        for other in room.readings(name) if "nom" in other.cases for one in oblique
    )


def _beginning(word: str, room: Room, gazetteer: Gazetteer) -> tuple[_Name, ...]:
    """The names whose first word may be this one, in some case."""
    if not word[0].isupper():
        return ()
    by_key = _by_first_word(gazetteer, room)
    found: dict[tuple[str, ...], _Name] = {}
    for key in (word, *sorted({reading.lemma.lower() for reading in room.readings(word)})):
        found.update((name, (name, rows)) for name, rows in by_key.get(key, ()))
    return tuple(found.values())


@lru_cache(maxsize=64)
def _by_first_word(gazetteer: Gazetteer, room: Room) -> dict[str, tuple[_Name, ...]]:
    """The names of communes by their first word, and by the dictionary forms of that word in small letters."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for name, rows in groupby(sorted(gazetteer.communes, key=_name_of), key=_name_of):
        words = tuple(name.split(" "))
        entry = (words, tuple(rows))
        for key in {words[0], *(reading.lemma.lower() for reading in room.readings(words[0]) if "nom" in reading.cases)}:
            found[key].append(entry)
    return {key: tuple(names) for key, names in found.items()}


def _name_of(row: GazetteerRow) -> str:
    return row.name
