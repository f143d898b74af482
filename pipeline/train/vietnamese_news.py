"""Vietnamese training sentences generated from `models/`: no corpus of names exists whose licence lets weights be shipped."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.knowledge.files import read_csv, read_toml
from pipeline.knowledge.fold import with_new_tones
from pipeline.train.sample import Sample, joined, run_together
from pipeline.train.treebank import Tree, lone_nouns
from pipeline.train.vietnamese import VietnameseNames
from pipeline.train.vietnamese_bodies import VietnameseBodies

_SLOT = re.compile(r"\{(\w+)\}")
_GUESTS = ("org", "org", "org", "person", "place")
"""What is put in the place of a noun, by how often."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "X", "XI", "XII", "XIII", "XIV", "XV", "XVII", "XVIII", "XIX", "XX")
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
                              for _, row in read_csv(path, ("place", "name", "needs", "forms"), problems)})
        self._codes = sorted({row["code"] for _, row in read_csv(models / "documents" / "issuers.csv", _ISSUERS, problems) if row["code"]})
        self._types = sorted({code for table in read_toml(models / "documents" / "types.toml", problems).values() for code in table.get("codes", ())})
        if problems:
            raise ValueError("; ".join(problems))
        self._nouns = sorted({wording for wordings in read_toml(room / "nouns.toml", problems)["noun"].values() for wording in wordings})
        self.bodies = VietnameseBodies(models, self._words, self._names, self._world, chance)
        draw = chance
        clauses = self._words["clauses"]
        self._slots: dict[str, Callable[[], list[tuple[str, str]]]] = {
            "person": lambda: [(self._person(), "PER")],
            "pen": lambda: [(self._pen_name(), "PER")],
            "place": lambda: [(self._names.place(), "LOC")],
            "lplace": self._level_and_place,
            "Level": lambda: [(draw.choice(self._words["levels"]).capitalize(), "")],
            "world": lambda: [(draw.choice(self._world), "LOC")],
            "org": lambda: [(self.bodies.draw(), "ORG")],
            "brand": lambda: [(self.bodies.brand(), "ORG")],
            "field": lambda: [(draw.choice(self._words["fields"]), "")],
            "office": lambda: [(draw.choice(self._offices), "")],
            "symbol": lambda: [(self._symbol(), "")],
            "date": lambda: [(self._date(), "")],
            "number": lambda: [(self._number(), "")],
            "noun": lambda: [(draw.choice(self._words["nouns"] if draw.random() < 0.3 else self._nouns), "")],
            "roman": lambda: [(draw.choice(_ROMAN), "")],
            "thing": lambda: [(draw.choice(self._words["things"]), "")],
            "verb": lambda: [(draw.choice(clauses["verbs"]), "")],
            "adverb": lambda: [(draw.choice(clauses["adverbs"]), "")],
            "rest": lambda: self._filled(draw.choice(clauses["rests"])),
            "Rest": lambda: _capital(self._filled(draw.choice(clauses["rests"]))),
        }

    def draw(self) -> Sample:
        """One sentence."""
        chance, clauses = self._chance, self._words["clauses"]
        draw = chance.random()
        if draw < 0.55:
            template = chance.choice(self._words["sentences"] if draw < 0.3 else self._words["more"])
        elif draw < 0.93:
            template = chance.choice(clauses["before"]) + "{org}" + chance.choice(clauses["after"])
        else:
            template = chance.choice(clauses["lone"])
        return self._spoilt(_capital(self._filled(template)))

    def transplanted(self, tree: Tree, sample: Sample) -> Sample | None:
        """The sentence of a treebank with a name in the place of a noun on which nothing hangs; None where it has no such noun."""
        free = [word for word in lone_nouns(tree) if not any(start < word.stop and word.start < stop for start, stop, _ in sample.entities)]
        if not free:
            return None
        word = self._chance.choice(free)
        parts: list[tuple[str, str]] = []
        at = 0
        for start, stop, label in sorted([*sample.entities, (word.start, word.stop, "")]):
            parts.append((sample.text[at:start], ""))
            parts += [(sample.text[start:stop], label)] if label else self._slots[self._chance.choice(_GUESTS)]()
            at = stop
        return self._spoilt([*parts, (sample.text[at:], "")])

    def _filled(self, template: str) -> list[tuple[str, str]]:
        parts: list[tuple[str, str]] = []
        at = 0
        for slot in _SLOT.finditer(template):
            parts.append((template[at:slot.start()], ""))
            parts += self._slots[slot[1]]()
            at = slot.end()
        return [*parts, (template[at:], "")]

    def _spoilt(self, parts: list[tuple[str, str]]) -> Sample:
        """The sample, now and then in capitals, with stray spaces or with the other tone placement."""
        draw = self._chance.random()
        if draw < 0.04:
            parts = [(text.upper(), label) for text, label in parts]
        elif draw < 0.07:
            parts = [(text.replace(",", " ,") if not label else text, label) for text, label in parts]
        elif draw < 0.35:
            parts = [(with_new_tones(text), label) for text, label in parts]
        return joined(parts)

    def _date(self) -> str:
        draw = self._chance
        day, month = draw.randint(1, 31), draw.randint(1, 12)
        return draw.choice((f"{day}/{month}", f"{day}.{month}.{draw.randint(2015, 2026)}", f"{day}-{month}"))

    def _number(self) -> str:
        draw = self._chance
        low, high = draw.randint(1, 99), draw.randint(100, 999)
        return draw.choice((str(draw.randint(2, 999)), f"{low},{draw.randint(1, 99)}", f"{low}.{high}"))

    def _person(self) -> str:
        name = self._names.person()
        draw = self._chance.random()
        if draw < 0.06:  # initials, as under pictures
            words = name.split()
            return f"{words[0][0]}.{words[-1]}" if draw < 0.03 else f"{words[0][0]}.{words[-1][0]}"
        if draw < 0.09:
            return name.upper()
        if draw < 0.14:
            clauses = self._words["clauses"]
            given, family = self._chance.choice(clauses["ethnic_given"]), self._chance.choice(clauses["ethnic_families"])
            return str(self._chance.choice(clauses["ethnic"])).format(given=given, family=family)
        return name.rsplit(" ", 1)[-1] if draw < 0.17 else name

    def _pen_name(self) -> str:
        """The name under an article: without the family's, mostly in capitals."""
        name = self._names.person().split(" ", 1)[1]
        return name.upper() if self._chance.random() < 0.6 else name

    def _level_and_place(self) -> list[tuple[str, str]]:
        if self._chance.random() < 0.2:
            return [(self._names.place(), "LOC")]
        level = self._chance.choice(self._words["levels"])
        name = self._names.place()
        return [(level + ("" if level.endswith(".") and self._chance.random() < 0.5 else " "), ""), (name, "LOC")]

    def _symbol(self) -> str:
        draw = self._chance
        middle = f"/{draw.randint(1998, 2026)}/" if draw.random() < 0.5 else "-"
        return f"{draw.randint(1, 2500)}{middle}{draw.choice(self._types)}{'/' if middle == '-' else '-'}{draw.choice(self._codes)}"


def generated(models: Path, chance: random.Random, count: int) -> Iterator[Sample]:
    """So many samples of one to three sentences."""
    sentences = VietnameseSentences(models, chance)
    for _ in range(count):
        yield run_together([sentences.draw() for _ in range(chance.choice((1, 1, 2, 3)))])


def transplanted(models: Path, chance: random.Random, trees: Sequence[tuple[Tree, Sample]], count: int) -> Iterator[Sample]:
    """At most so many sentences of a treebank with names in the place of nouns."""
    sentences = VietnameseSentences(models, chance)
    for _ in range(count):
        sample = sentences.transplanted(*chance.choice(trees))
        if sample is not None:
            yield sample


def _capital(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts with a capital at their beginning."""
    first = next((i for i, (text, _) in enumerate(parts) if text), None)
    if first is None:
        return parts
    text, label = parts[first]
    return [*parts[:first], (text[0].upper() + text[1:], label), *parts[first + 1:]]
