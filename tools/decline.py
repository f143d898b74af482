"""Case forms of Polish place names from SGJP, the dictionary inside morfeusz2 (BSD)."""

from __future__ import annotations

import re
from typing import Any

import morfeusz2

CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
PREPOSITIONS = frozenset({"nad", "pod", "koło", "w", "na", "i", "do", "przy"})
_PLACE = ("nazwa_geograficzna", "człon_nazwy_geograficznej")
_dictionary = morfeusz2.Morfeusz(analyse=True, generate=True, expand_tags=True)


def _readings(word: str) -> list[tuple[Any, ...]]:
    return [row[2] for row in _dictionary.analyse(word)]


def senses(name: str) -> set[str]:
    """What a name of one word is besides a place, in any of its forms: a `given` name, a `surname`, a common `word`."""
    if " " in name or "-" in name:
        return set()
    found: set[str] = set()
    for form in {name, *Declension().forms(name)}:
        for _, lemma, _, labels, _ in _readings(form):
            found |= {sense for label, sense in (("imię", "given"), ("nazwisko", "surname")) if label in labels}
            found |= {"word"} if lemma[0].islower() else set()
    return found


class Declension:
    """Declines names of one or more words, the parts in agreement; `lax` lets common nouns be parts of names."""

    def __init__(self, *, lax: bool = False) -> None:
        self._lax = lax

    def is_place(self, name: str) -> bool:
        """True where SGJP knows every word of the name as one of a place, in the nominative."""
        words = [word for word in re.split("[ -]", self._split(name)[0]) if word]
        return any(self._nouns(word) for word in words) and all(self._nouns(word) or self._adjectives(word) or self._stays(word) for word in words)

    def forms(self, name: str) -> list[str]:
        """The other forms of a name (vocatives aside), none where a word of it is unknown."""
        if not self.is_place(name):
            return []
        head, mark, tail = self._split(name)
        words = re.split("([ -])", head)
        found: dict[str, None] = {}
        for row in self._agreeing(words) or self._apart(words):
            found["".join(row) + mark + tail] = None
        found.pop(name, None)
        return sorted(found)

    def _agreeing(self, words: list[str]) -> list[list[str]]:
        """Rows of parts where one noun rules the adjectives beside it, in their gender."""
        places = range(0, len(words), 2)
        rows: list[list[str]] = []
        # the head of a name is a plain noun; of words that are both noun and adjective ("Nowa Wola") it is the last one
        for first in sorted(places, key=lambda i: (bool(self._adjectives(words[i])), -i if self._adjectives(words[i]) else i)):
            others = [i for i in places if i != first and not self._stays(words[i])]
            for lemma, number, gender in self._nouns(words[first]):
                if any(not self._adjective_forms(words[i], "nom", number, gender) for i in others) or any("-" in words[i - 1] for i in others if i):
                    continue
                for case in CASES:
                    columns = [[part] for part in words]
                    columns[first] = self._noun_forms(lemma, number, case)
                    for i in others:
                        columns[i] = self._adjective_forms(words[i], case, number, gender)
                    rows += _product(columns)
            if rows:
                break
        return rows

    def _apart(self, words: list[str]) -> list[list[str]]:
        """Rows of parts that are nouns each, side by side in one case."""
        rows: list[list[str]] = []
        for case in CASES:
            columns = [[part] for part in words]
            for i in range(0, len(words), 2):
                nouns = self._nouns(words[i])
                columns[i] = list(dict.fromkeys(f for lemma, number, _ in nouns[:1] for f in self._noun_forms(lemma, number, case))) or [words[i]]
            rows += _product(columns)
        return rows

    def _split(self, name: str) -> tuple[str, str, str]:
        match = re.search(r" (?=(?:" + "|".join(sorted(PREPOSITIONS)) + r") )", name)
        return (name[:match.start()], " ", name[match.end():]) if match else (name, "", "")

    def _stays(self, word: str) -> bool:
        return any(tag == "adja" for _, _, tag, _, _ in _readings(word)) and not self._nouns(word)

    def _nouns(self, word: str) -> list[tuple[str, str, str]]:
        """(lemma, number, gender) of the readings of a word as a place's name in the nominative."""
        found = []
        for form, lemma, tag, labels, _ in _readings(word):
            parts = tag.split(":")
            if form == word and parts[0] == "subst" and "nom" in parts[2] and any(label in _PLACE for label in labels):
                found.append((lemma, parts[1], parts[3]))
        if not found and self._lax:
            for _, lemma, tag, _, _ in _readings(word):
                parts = tag.split(":")
                if parts[0] == "subst" and "nom" in parts[2] and parts[3] != "m1":
                    found.append((lemma, parts[1], parts[3]))
        return list(dict.fromkeys(found))

    def _noun_forms(self, lemma: str, number: str, case: str) -> list[str]:
        found: dict[str, None] = {}
        rows = [row for row in _dictionary.generate(lemma.split(":", maxsplit=1)[0]) if row[1] == lemma]
        places = [row for row in rows if any(label in _PLACE for label in row[3])]
        for form, _, tag, _, _ in places or rows:
            parts = tag.split(":")
            if parts[0] == "subst" and parts[1] == number and case in parts[2].split("."):
                found[form[0].upper() + form[1:]] = None
        return list(found)

    def _adjectives(self, word: str) -> list[str]:
        return list(dict.fromkeys(lemma for _, lemma, tag, _, _ in _readings(word) if tag.startswith("adj:") and "nom" in tag))

    def _adjective_forms(self, word: str, case: str, number: str, gender: str) -> list[str]:
        """The forms of an adjective that has the given word as its nominative of that number and gender."""
        found: dict[str, None] = {}
        for adjective in self._adjectives(word):
            forms: dict[str, list[str]] = {}
            for form, _, tag, *_ in _dictionary.generate(adjective.split(":")[0]):
                parts = tag.split(":")
                if parts[0] == "adj" and parts[1] == number and gender in parts[3].split(".") and parts[4] == "pos":
                    for its_case in parts[2].split("."):
                        forms.setdefault(its_case, []).append(form)
            if word.lower() in forms.get("nom", ()):
                for form in forms.get(case, ()):
                    found[form.capitalize() if word[0].isupper() else form] = None
        return list(found)


def _product(columns: list[list[str]]) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for column in columns:
        rows = [[*row, part] for row in rows for part in column]
    return rows
