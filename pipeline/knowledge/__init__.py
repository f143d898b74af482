"""Everything that soat knows, read once from `models/`; the only package that opens its files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.errors import KnowledgeError
from pipeline.knowledge.files import models_folder
from pipeline.knowledge.room import Room, load_room
from pipeline.knowledge.units import Units, load_units

__all__ = ["Knowledge", "Room", "Units", "load_knowledge"]


@dataclass(frozen=True)
class Knowledge:
    """The compiled knowledge: one room a language, and what is true in every language."""

    rooms: dict[str, Room]
    units: Units


@lru_cache(maxsize=4)
def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Read and check all knowledge files; raises KnowledgeError with every problem at once.

    >>> sorted(load_knowledge().rooms)[:1] != []
    True
    """
    root = folder or models_folder()
    problems: list[str] = []
    units = load_units(root, problems)
    rooms = {}
    for room_folder in sorted(path for path in (root / "languages").glob("*") if path.is_dir()):
        room = load_room(room_folder, units, (), problems)
        if room is not None:
            rooms[room.code] = room
    if problems:
        raise KnowledgeError(problems)
    return Knowledge(rooms, units)
