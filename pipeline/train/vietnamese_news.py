"""Vietnamese training sentences generated from `models/`: no corpus of names exists whose licence lets weights be shipped."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.knowledge.files import read_csv, read_toml
from pipeline.train.sample import Sample, joined, run_together
from pipeline.train.vietnamese import VietnameseNames

_SLOT = re.compile(r"\{(\w+)\}")
_ISSUERS = ("id", "code", "variants", "also", "name", "term_name", "level", "branch", "style")


class VietnameseSentences:
    """Fills the sentences of `models/training/vi-ner/sentences.toml`."""

    def __init__(self, models: Path, chance: random.Random) -> None:
        problems: list[str] = []
        self._chance = chance
        self._names = VietnameseNames(models, chance)
        self._words: dict[str, Any] = read_toml(models / "training" / "vi-ner" / "sentences.toml", problems)
        roles = read_toml(models / "languages" / "vi" / "roles.toml", problems)["office"]
        self._offices = sorted({wording for wordings in roles.values() for wording in wordings})
        room = models / "languages" / "vi"
        self._world = sorted({row["name"] for path in sorted(room.glob("places*.csv"))
                              for _, row in read_csv(path, ("place", "name", "needs", "forms"), problems) if not row["place"].startswith("VN-")})
        self._codes = sorted({row["code"] for _, row in read_csv(models / "documents" / "issuers.csv", _ISSUERS, problems) if row["code"]})
        self._types = sorted({code for table in read_toml(models / "documents" / "types.toml", problems).values() for code in table.get("codes", ())})
        if problems:
            raise ValueError("; ".join(problems))
        draw = chance
        self._slots: dict[str, Callable[[], list[tuple[str, str]]]] = {
            "person": lambda: [(self._person(), "PER")],
            "place": lambda: [(self._names.place(), "LOC")],
            "lplace": self._level_and_place,
            "Level": lambda: [(draw.choice(self._words["levels"]).capitalize(), "")],
            "world": lambda: [(draw.choice(self._world), "LOC")],
            "org": lambda: [(self._organisation(), "ORG")],
            "office": lambda: [(draw.choice(self._offices), "")],
            "symbol": lambda: [(self._symbol(), "")],
            "date": lambda: [
                (
                    draw.choice(
                        (
                            f"{draw.randint(1, 31)}/{draw.randint(1, 12)}",
                            f"{draw.randint(1, 31)}.{draw.randint(1, 12)}.{draw.randint(2015, 2026)}",
                            f"{draw.randint(1, 31)}-{draw.randint(1, 12)}",
                        )
                    ),
                    "",
                )
            ],
            "number": lambda: [
                (
                    draw.choice(
                        (str(draw.randint(2, 999)), f"{draw.randint(1, 99)},{draw.randint(1, 99)}", f"{draw.randint(1, 99)}.{draw.randint(100, 999)}")
                    ),
                    "",
                )
            ],
            "noun": lambda: [(draw.choice(self._words["nouns"]), "")],
            "thing": lambda: [(draw.choice(self._words["things"]), "")],
        }

    def draw(self) -> Sample:
        """One sentence."""
        template = self._chance.choice(self._words["sentences"])
        parts: list[tuple[str, str]] = []
        at = 0
        for slot in _SLOT.finditer(template):
            parts.append((template[at:slot.start()], ""))
            parts += self._slots[slot[1]]()
            at = slot.end()
        parts.append((template[at:], ""))
        draw = self._chance.random()
        if draw < 0.05:
            parts = [(text.upper(), label) for text, label in parts]
        elif draw < 0.08:
            parts = [(text.replace(",", " ,") if not label else text, label) for text, label in parts]
        return joined(parts)

    def _person(self) -> str:
        name = self._names.person()
        draw = self._chance.random()
        if draw < 0.08:  # initials, as under pictures
            words = name.split()
            return f"{words[0][0]}.{words[-1]}" if draw < 0.04 else f"{words[0][0]}.{words[-1][0]}"
        return name.rsplit(" ", 1)[-1] if draw < 0.11 else name

    def _level_and_place(self) -> list[tuple[str, str]]:
        if self._chance.random() < 0.2:
            return [(self._names.place(), "LOC")]
        level = self._chance.choice(self._words["levels"])
        name = self._names.place()
        if self._chance.random() < 0.05:
            name = f"{name} {self._chance.randint(1, 3)}"
        return [(level + ("" if level.endswith(".") and self._chance.random() < 0.5 else " "), ""), (name, "LOC")]

    def _organisation(self) -> str:
        draw = self._chance
        if draw.random() < 0.08:
            return str(draw.choice(self._words["plain"]))
        wording = str(draw.choice(self._words["bodies"])).replace("{field}", draw.choice(self._words["fields"]))
        return wording.replace("{place}", self._names.place())

    def _symbol(self) -> str:
        draw = self._chance
        middle = f"/{draw.randint(1998, 2026)}/" if draw.random() < 0.5 else "-"
        return f"{draw.randint(1, 2500)}{middle}{draw.choice(self._types)}{'/' if middle == '-' else '-'}{draw.choice(self._codes)}"


def generated(models: Path, chance: random.Random, count: int) -> Iterator[Sample]:
    """So many samples of one to three sentences."""
    sentences = VietnameseSentences(models, chance)
    for _ in range(count):
        yield run_together([sentences.draw() for _ in range(chance.choice((1, 1, 2, 3)))])
