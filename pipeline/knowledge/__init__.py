"""Everything that soat knows, read once from `models/`; the only package that opens its files."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pipeline.errors import KnowledgeError
from pipeline.knowledge.encodings import Encodings, load_encodings
from pipeline.knowledge.exchange import Exchange, load_exchange
from pipeline.knowledge.files import models_folder
from pipeline.knowledge.furniture import Furniture, load_furniture
from pipeline.knowledge.offices import Offices, check_offices, load_offices
from pipeline.knowledge.paper_files import check_wordings, load_papers
from pipeline.knowledge.papers import Papers
from pipeline.knowledge.places import Gazetteer, GazetteerRow, PlaceName, load_gazetteer
from pipeline.knowledge.room import Room, load_room
from pipeline.knowledge.scripts import Scripts, load_scripts
from pipeline.knowledge.units import Units, load_units
from pipeline.records import Annotator

__all__ = ["Encodings", "Gazetteer", "GazetteerRow", "Knowledge", "Offices", "Papers", "PlaceName", "Room", "Units", "load_knowledge"]


@dataclass(frozen=True, repr=False)
class Knowledge:
    """The compiled knowledge: one room a language, and what is true in every language."""

    rooms: dict[str, Room]
    units: Units
    papers: Papers
    scripts: Scripts
    furniture: Furniture
    offices: Offices
    gazetteer: Gazetteer
    exchange: Exchange
    encodings: Encodings
    annotators: Mapping[str, Annotator] = field(default_factory=dict)
    """The trained models of a run, by language; none is loaded unless the run asks for it."""


@lru_cache(maxsize=4)
def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Read and check all knowledge files; raises KnowledgeError with every problem at once.

    >>> sorted(load_knowledge().rooms)[:1] != []
    True
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _load(folder or models_folder())
    finally:
        gc.freeze()  # what is known stays for the life of the process: the collector need not walk it again and again
        if collecting:
            gc.enable()


def _load(root: Path) -> Knowledge:
    problems: list[str] = []
    units = load_units(root, problems)
    scripts = load_scripts(root, problems)
    encodings = load_encodings(root, problems)
    papers = load_papers(root, problems)
    offices = load_offices(root, problems)
    gazetteer = load_gazetteer(root, problems)
    exchange = load_exchange(root, units, problems)
    rooms = {}
    for room_folder in sorted(path for path in (root / "languages").glob("*") if path.is_dir()):
        room = load_room(room_folder, units, gazetteer, problems)
        if room is not None:
            check_wordings(room.entries, papers, room_folder / "document_words.toml", problems)
            check_offices(room_folder, room.entries, offices, problems)
            rooms[room.code] = room
    furniture = load_furniture(root, rooms.values(), problems)
    if problems:
        raise KnowledgeError(problems)
    return Knowledge(rooms, units, papers, scripts, furniture, offices, gazetteer, exchange, encodings)
