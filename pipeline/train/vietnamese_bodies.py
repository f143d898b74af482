"""Vietnamese names of bodies for generated sentences, put together from the room's wordings and from patterns."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.knowledge.files import read_toml
from pipeline.train.vietnamese import VietnameseNames

_SLOT = re.compile(r"\{(\w+)\}")


class VietnameseBodies:
    """Draws names of bodies: those that the room words, those of the patterns in `sentences.toml`, and its plain list."""

    def __init__(self, models: Path, words: Mapping[str, Any], names: VietnameseNames, world: Sequence[str], chance: random.Random) -> None:
        problems: list[str] = []
        room = read_toml(models / "languages" / "vi" / "organisations.toml", problems)
        if problems:
            raise ValueError("; ".join(problems))
        self._chance = chance
        self._words = words
        self._grammar = words["patterns"]
        self._concepts = words["bodies_of_the_room"]
        self._wordings: dict[str, list[str]] = room["body"]
        self._known = [wording for wordings in room["organisation"].values() for wording in wordings]
        subjects = [wording for wordings in room["body_subject"].values() for wording in wordings]
        self._slots: dict[str, Callable[[], str]] = {
            "level": self.level,
            "place": names.place,
            "person": names.person,
            "world": lambda: chance.choice(world),
            "subject": lambda: self._loosely(chance.choice(subjects)),
            "field": lambda: str(chance.choice(words["fields"])),
            "act": lambda: self._of("acts"),
            "goods": lambda: self._of("goods"),
            "goodsC": lambda: _capital(self._of("goods")),
            "school": lambda: self._of("schools"),
            "company": lambda: self._of("companies"),
            "brand": self.brand,
            "n": lambda: str(chance.randint(1, 12)),
        }

    def draw(self) -> str:
        """One name, now and then with every syllable capitalised."""
        name = self._plainly()
        return " ".join(_capital(word) if word else word for word in name.split(" ")) if self._chance.random() < 0.04 else name

    def _plainly(self) -> str:
        draw = self._chance.random()
        if draw < 0.05:
            return str(self._chance.choice(self._words["plain"]))
        if draw < 0.35:
            return self._filled(str(self._chance.choice(self._words["bodies"])))
        return self._of_room() if draw < 0.65 else self._filled(self._of("bodies"))

    def level(self) -> str:
        """A word of level with or without a place, or nothing."""
        return self._filled(self._of("levels"))

    def brand(self) -> str:
        """A made-up name of a firm."""
        draw = self._chance
        if draw.random() < 0.4:
            return "".join(draw.choice("ABCDGHIKLMNPQSTVX") for _ in range(draw.randint(3, 5)))
        tail = self._of("brand_tails")
        return self._of("brand_heads") + (tail if draw.random() < 0.6 else f" {_capital(tail)}" if draw.random() < 0.5 else _capital(tail))

    def _of(self, table: str) -> str:
        return str(self._chance.choice(self._grammar[table]))

    def _loosely(self, wording: str) -> str:
        """Now and then with its first capital alone, as some papers write it; abbreviations stay."""
        words = wording.split(" ")
        if self._chance.random() > 0.25:
            return wording
        return " ".join([words[0], *(word.lower() if word[1:].islower() else word for word in words[1:])])

    def _of_room(self) -> str:
        draw = self._chance
        if draw.random() < 0.12:
            return str(draw.choice(self._known))
        if draw.random() < 0.5:
            name = draw.choice(self._wordings[draw.choice(self._concepts["levelled"])]) + self.level()
        else:
            concept = draw.choice(self._concepts["alone"])
            name = draw.choice(self._wordings[concept])
            if concept in self._concepts["named"] and draw.random() < 0.5:
                name += f" {self._slots['place']()}"
        name = _capital(name)
        return f"{draw.choice(self._concepts['over'])} {name}" if draw.random() < 0.2 else name

    def _filled(self, pattern: str) -> str:
        return _SLOT.sub(lambda slot: self._slots[slot[1]](), pattern)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]
