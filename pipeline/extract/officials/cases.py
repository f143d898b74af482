"""Cases of names and offices, and the endings that they leave on words that the dictionary lacks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pipeline.knowledge import Room
from pipeline.knowledge.inflect import Reading
from pipeline.knowledge.offices import Offices, key

CASES = frozenset(f"{case}:{gender}" for case in ("nom", "gen", "dat", "acc", "inst", "loc", "voc") for gender in "mf")
NOMINATIVE = frozenset({"nom:m", "nom:f"})


@lru_cache(maxsize=16384)
def bare_syllable(offices: Offices, endings: tuple[str, ...], word: str) -> str | None:
    """A word as a Vietnamese syllable, its case ending undone; None where it is none."""
    if offices.syllable.fullmatch(key(word)):
        return word
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and offices.syllable.fullmatch(key(stem)):
            return stem
    return None


def gendered(readings: Iterable[Reading]) -> frozenset[str]:
    """The cases that readings allow, each with the gender: "gen:f", "nom:m"."""
    return frozenset(f"{case}:{'f' if gender == 'f' else 'm'}" for reading in readings for case in reading.cases for gender in reading.genders)


def named(readings: tuple[Reading, ...]) -> list[Reading]:
    """The readings of one person's name."""
    return [reading for reading in readings if reading.names & {"given", "family"} and "sg" in reading.numbers]


class Ending(NamedTuple):
    """What a case hangs on a name that the dictionary lacks, and what stands in its place in the nominative."""

    said: str
    nominative: str
    cases: frozenset[str]


@lru_cache(maxsize=8)
def declined_endings(room: Room, gender: str) -> tuple[Ending, ...]:
    """The endings of names of men (m) or women (f), the longest first."""
    wordings = [entry.wording for entry in room.entries if entry.kind == "name_ending" and entry.id in (gender, "mf")]
    parts = [(said, rest.partition(":")) for said, _, rest in (wording.partition(">") for wording in wordings)]
    found = [Ending(said, nominative, frozenset(cases.split())) for said, (nominative, _, cases) in parts]
    return tuple(sorted(found, key=lambda ending: -len(ending.said)))


@lru_cache(maxsize=8)
def syllable_endings(room: Room) -> tuple[str, ...]:
    """The endings that are hung on the syllables of Vietnamese names."""
    return tuple(entry.wording.removeprefix("-") for entry in room.entries if entry.kind == "name_ending" and entry.id == "v")
