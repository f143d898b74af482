"""Cases of names and offices, and the endings that they leave on words that the dictionary lacks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

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


@lru_cache(maxsize=8)
def name_endings(room: Room) -> dict[str, tuple[str, ...]]:
    """The case endings of names of men (m), women (f), both (mf), and those of Vietnamese syllables (v)."""
    found: dict[str, tuple[str, ...]] = {"m": (), "f": (), "mf": (), "v": ()}
    for entry in room.entries:
        if entry.kind == "name_ending":
            found[entry.id] = (*found[entry.id], entry.wording.removeprefix("-"))
    return found
