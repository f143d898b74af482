"""Polish training sentences about Vietnam, generated from `models/`, and Vietnamese names put into sentences of a corpus."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import morfeusz2

from pipeline.knowledge.files import read_csv, read_toml
from pipeline.train.sample import Sample, joined, run_together
from pipeline.train.vietnamese import VietnameseNames

_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_ADJECTIVES = ("adj", "pact", "ppas")
_VOWELS = "aeiouy"
_ENDINGS = {"gen": ("a", "y"), "dat": ("owi", "ie"), "acc": ("a", "\u0119"), "inst": ("em", "\u0105"), "loc": ("ie", "ie")}
"""Endings that a translator hangs on a Vietnamese name: after a consonant, for an `a`."""


class Decliner:
    """Noun phrases in one case, by the dictionary; words that it lacks stay as they are."""

    def __init__(self) -> None:
        self._dictionary = morfeusz2.Morfeusz(analyse=True, generate=True, expand_tags=True)
        self.decline = lru_cache(maxsize=8192)(self._decline)

    def _forms(self, word: str) -> list[tuple[str, list[str]]]:
        rows = [(row[0], row[2].split(":")) for row in self._dictionary.generate(word)]
        return [(form, tag) for form, tag in rows if tag[0] in ("subst", *_ADJECTIVES)]

    def _lemma(self, word: str) -> str:
        return next((str(row[2][1]).split(":")[0] for row in self._dictionary.analyse(word) if row[2][2].startswith("adj")), word)

    def _decline(self, wording: str, case: str) -> str:
        head, _, tail = (part.strip() for part in wording.partition("|"))
        words = head.split()
        rows = {word: self._forms(word) or self._forms(word.lower()) or self._forms(self._lemma(word.lower())) for word in words}
        noun = next((word for word in words if any(tag[0] == "subst" for _, tag in rows[word]) and not self._is_adjective(rows[word], word)), None)
        if noun is None or case == "nom":
            return f"{head} {tail}".strip()
        gender = next((tag[3] for form, tag in rows[noun] if tag[:3] == ["subst", "sg", "nom"] and form.lower() == noun.lower()), None)
        if gender is None:
            return f"{head} {tail}".strip()
        out = []
        for word in words:
            found = [form for form, tag in rows[word] if tag[0] == ("subst" if word == noun else tag[0]) and tag[1:4] == ["sg", case, gender]
                     and (word == noun or (tag[0] in _ADJECTIVES and tag[4:5] == ["pos"]) or tag[0] == "subst")]
            form = found[0] if found else word
            out.append(form[0].upper() + form[1:] if word[0].isupper() else form)
        return f"{' '.join(out)} {tail}".strip()

    @staticmethod
    def _is_adjective(rows: list[tuple[str, list[str]]], word: str) -> bool:
        return any(tag[0] in _ADJECTIVES and form.lower() == word.lower() for form, tag in rows)


class PolishSentences:
    """Fills the sentences of `models/training/pl-ner/sentences.toml`."""

    def __init__(self, models: Path, chance: random.Random) -> None:
        problems: list[str] = []
        self._chance = chance
        self._names = VietnameseNames(models, chance)
        self._words: dict[str, Any] = read_toml(models / "training" / "pl-ner" / "sentences.toml", problems)
        roles = read_toml(models / "languages" / "pl" / "roles.toml", problems)["office"]
        self._offices = sorted({wording for wordings in roles.values() for wording in wordings if not wording.startswith("=")})
        room = models / "languages" / "pl"
        self._world = sorted({row["name"] for path in sorted(room.glob("places*.csv"))
                              for _, row in read_csv(path, ("place", "name", "needs", "forms"), problems) if len(row["place"]) == 2})
        codes = [
            row["code"]
            for _, row in read_csv(
                models / "documents" / "issuers.csv", ("id", "code", "variants", "also", "name", "term_name", "level", "branch", "style"), problems
            )
        ]
        self._codes = sorted({code for code in codes if code})
        self._types = sorted({code for table in read_toml(models / "documents" / "types.toml", problems).values() for code in table.get("codes", ())})
        if problems:
            raise ValueError("; ".join(problems))
        self._decliner = Decliner()
        self._symbols: dict[str, Callable[[str], tuple[str, str]]] = {
            "symbol": lambda _: (self._symbol(), ""),
            "office": lambda case: (self._decliner.decline(chance.choice(self._offices), case).replace(" | ", " "), ""),
            "year": lambda _: (str(chance.randint(1975, 2045)), "date"),
            "date": lambda _: (self._date(), "date"),
            "number": lambda _: (self._number(), ""),
            "noun": lambda _: (chance.choice(self._words["nouns"]), ""),
            "person": lambda case: (self._ended(self._names.stripped(self._names.person()), case), "persName"),
            "place": lambda _: (self._names.stripped(self._names.place()), "placeName"),
            "river": lambda _: (self._names.stripped(chance.choice(self._words["rivers"])), "geogName"),
            "world": lambda case: (self._decliner.decline(chance.choice(self._world), case), "placeName"),
            "org": lambda case: (self._organisation(case), "orgName"),
        }

    def draw(self) -> Sample:
        """One sentence, now and then with the faults of machine translations: words glued, spaces before commas."""
        template = self._chance.choice(self._words["sentences"])
        parts: list[tuple[str, str]] = []
        at = 0
        for slot in _SLOT.finditer(template):
            parts.append((template[at:slot.start()], ""))
            parts.append(self._symbols[slot[1]](slot[2] or "nom"))
            at = slot.end()
        parts.append((template[at:], ""))
        if parts and not parts[0][0]:
            first, label = parts[1]
            parts[1] = (first[0].upper() + first[1:], label)
        return joined(self._spoilt(parts))

    def _spoilt(self, parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        draw = self._chance.random()
        if draw < 0.06:
            return [(text.replace(",", " ,") if not label else text, label) for text, label in parts]
        if draw < 0.10:
            return [(text.replace(", ", ",") if not label else text, label) for text, label in parts]
        if draw < 0.13:
            return [(text.replace(" - ", " \u2013 ") if not label else text, label) for text, label in parts]
        if draw < 0.16:
            return [(text.removesuffix(" ") if not label and number % 4 == 0 else text, label) for number, (text, label) in enumerate(parts)]
        return parts

    def _organisation(self, case: str) -> str:
        draw = self._chance
        if draw.random() < 0.15:
            return str(draw.choice(self._words["plain_orgs"]))
        wording = self._decliner.decline(draw.choice(self._words["orgs"]), case).replace("| ", "").removesuffix(" |")
        wording = wording.replace("{level}", draw.choice(self._words["levels"]))
        return wording.replace("{vplace}", self._names.stripped(self._names.place()))

    def _ended(self, name: str, case: str) -> str:
        if case == "nom" or self._chance.random() < 0.45:
            return name
        after_consonant, for_a = _ENDINGS[case]
        if name.endswith("a"):
            return name[:-1] + for_a
        return name if name[-1].lower() in _VOWELS else name + after_consonant

    def _symbol(self) -> str:
        draw = self._chance
        number, kind, code = draw.randint(1, 2500), draw.choice(self._types), draw.choice(self._codes)
        middle = f"/{draw.randint(1998, 2026)}/" if draw.random() < 0.4 else draw.choice(("-", "/"))
        symbol = f"{number}{middle}{kind}{'/' if middle == '-' else '-'}{code}"
        return symbol.replace("-", " - ").replace("/", " / ") if draw.random() < 0.05 else symbol

    def _date(self) -> str:
        draw = self._chance
        day, month, year = draw.randint(1, 28), draw.choice(self._words["months"]), draw.randint(1990, 2030)
        return draw.choice(
            (
                f"{day} {month}",
                f"{day} {month} {year}",
                f"{day} {month} {year} r.",
                f"{day} {month} {year} roku",
                f"{day:02}.{draw.randint(1, 12):02}.{year}",
            )
        )

    def _number(self) -> str:
        draw = self._chance
        return draw.choice(
            (
                str(draw.randint(2, 999)),
                f"{draw.randint(1, 99)},{draw.randint(1, 9)}",
                f"{draw.randint(1, 99)} {draw.randint(100, 999)}",
                f"{draw.randint(1, 99)}.{draw.randint(100, 999)}",
            )
        )

    def transplanted(self, sample: Sample) -> Sample:
        """The sample with Vietnamese names where its persons of two words and its capitalised places of one were."""
        parts: list[tuple[str, str]] = []
        at = 0
        for start, stop, label in sample.entities:
            if start < at:
                continue
            name = sample.text[start:stop]
            if label == "persName" and name.count(" ") == 1:
                name = self._names.stripped(self._names.person())
            elif label == "placeName" and name.isalpha() and name[0].isupper() and self._chance.random() < 0.8:
                name = self._names.stripped(self._names.place())
            parts += [(sample.text[at:start], ""), (name, label)]
            at = stop
        return joined([*parts, (sample.text[at:], "")])


def augmented(samples: list[Sample], models: Path, chance: random.Random, generated: int, transplants: int) -> Iterator[Sample]:
    """The samples, sentences of our own and copies of samples with other names, in that order."""
    sentences = PolishSentences(models, chance)
    yield from samples
    for _ in range(generated):
        yield run_together([sentences.draw() for _ in range(chance.choice((1, 1, 2, 3)))])
    rich = [sample for sample in samples if any(label in ("persName", "placeName") for _, _, label in sample.entities)]
    for sample in chance.sample(rich, min(transplants, len(rich))):
        yield sentences.transplanted(sample)
