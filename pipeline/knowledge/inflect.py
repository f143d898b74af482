"""From the form that a room's file gives to all forms that a text may show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

_UNKNOWN: Mapping[str, str] = MappingProxyType({})
_NONE: Mapping[str, Iterable[str]] = MappingProxyType({})

_LEFT_OUT = frozenset({"neg", "sup", "com"})
"""Negated, superlative and comparative forms are other words to a reader of figures."""


class Reading(NamedTuple):
    """One reading of a word form in a dictionary; `names` says what it is a name of: a `given` or `family` name of persons, a `place`.

    `pos` and the members of the sets are tags of SGJP (subst, adj, fin ...; sg, pl; nom, gen ...; m1, f ...).
    """

    lemma: str
    pos: str
    numbers: frozenset[str]
    cases: frozenset[str]
    genders: frozenset[str]
    names: frozenset[str]

    @property
    def proper(self) -> bool:
        """Whether it is the name of a person or a place."""
        return bool(self.names)


_NAMES = {"imi\u0119": "given", "nazwisko": "family", "nazwa_geograficzna": "place"}
"""The dictionary's own marks of proper names."""


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=1024)
def _members(field: str) -> frozenset[str]:
    """The members of a tag's field ("gen.acc"); one set a field, for thousands of words share them."""
    return frozenset(field.split("."))


@lru_cache(maxsize=1024)
def _names(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_NAMES[label] for label in labels if label in _NAMES)


class Inflector(Protocol):
    """Gives every form of a wording; a leading `=` means that the wording has but one form, a `|` parts off a tail that stays."""

    def forms(self, wording: str) -> Iterable[str]:
        """All surface forms, the given one among them."""


class Plain:
    """For languages whose words do not change."""

    def forms(self, wording: str) -> Iterable[str]:
        """The wording itself."""
        return (wording.removeprefix("=").replace("|", ""),)


class Suffixes:
    """Plurals by a room's own suffix rules, tried in order, on the last word before `|`; `irregular` gives the plurals that no rule makes.

    `singulars` are the words that look like plurals and are none.
    """

    def __init__(self, rules: Iterable[tuple[str, str]], irregular: Mapping[str, Iterable[str]] = _NONE, singulars: Iterable[str] = ()) -> None:
        self._rules = tuple(rules)
        self._plurals = {word: tuple(forms) for word, forms in irregular.items()}
        self._singular_of = {form: word for word, forms in self._plurals.items() for form in forms}
        self._singulars = frozenset(singulars)

    def forms(self, wording: str) -> Iterable[str]:
        """The wording and its plurals."""
        if wording.startswith("="):
            return (wording[1:],)
        head, _, tail = (part.strip() for part in wording.partition("|"))
        before, space, last = head.rpartition(" ")
        plurals = self._plurals.get(last.lower()) or (self._plural(last),)
        return tuple(f"{form} {tail}".strip() for form in (head, *(f"{before}{space}{plural}" for plural in plurals)))

    def _plural(self, word: str) -> str:
        return next((word.removesuffix(end) + new for end, new in self._rules if word.endswith(end)), word)

    def singular(self, word: str) -> str | None:
        """The word of which this is the plural; None where it looks like none.

        >>> rules = Suffixes([("ss", "sses"), ("y", "ies"), ("", "s")], {"man": ["men"]}, ["gas"])
        >>> [rules.singular(word) for word in ("bodies", "losses", "farms", "men", "glass", "gas")]
        ['body', 'loss', 'farm', 'man', None, None]
        """
        known = self._singular_of.get(word)
        if known is not None or word in self._singulars:
            return known
        for end, new in self._rules:
            stem = word.removesuffix(new) + end
            if word.endswith(new) and len(stem) > max(len(end), 1) and not stem.endswith(new) and self._plural(stem) == word:
                return stem
        return None


class Morphology:
    """Inflection from a whole dictionary of the language (Polish: SGJP through morfeusz2); phrases agree in number, case and gender.

    `known` are forms worked out before, as `forms.read_forms` has them.
    """

    def __init__(self, known: Callable[[str], Mapping[str, str]] = lambda _: _UNKNOWN) -> None:
        import morfeusz2  # noqa: PLC0415 - only a language that has this dictionary needs it

        self._dictionary = morfeusz2.Morfeusz(analyse=True, generate=True, expand_tags=False)
        self.dictionary = f"{self._dictionary.dict_id()} {morfeusz2.__version__}"
        """Which version of the dictionary this is."""
        self._known = known(self.dictionary)
        self._paradigm = lru_cache(maxsize=4096)(self._read_paradigm)
        self.lemma = lru_cache(maxsize=65536)(self._read_lemma)
        self.parts = lru_cache(maxsize=65536)(self._read_parts)
        self.nominative = lru_cache(maxsize=4096)(self._read_nominative)
        self.readings = lru_cache(maxsize=65536)(self._read_readings)

    def forms(self, wording: str) -> tuple[str, ...]:
        """All forms of a word or of a noun phrase; words that the dictionary lacks keep their one form."""
        if wording.startswith("="):
            return (wording[1:],)
        if (known := self._known.get(wording)) is not None:
            same, _, rest = known.partition("\t")
            return tuple([same + end for end in rest.split("|")])
        head, _, tail = (part.strip() for part in wording.partition("|"))
        words = head.split()
        found = {row[0] for row in self._rows(head)} if len(words) == 1 else self._agreeing(words)
        found.add(head)
        return tuple(sorted(f"{form} {tail}".strip() for form in found))

    def _agreeing(self, words: list[str]) -> set[str]:
        paradigms = [self._paradigm(word) for word in words]
        nouns = [i for i, forms in enumerate(paradigms) if any(tag[0] == "subst" for _, tag in forms)]
        adjectives = [i for i, forms in enumerate(paradigms) if any(tag[0] in ("adj", "pact", "ppas") for _, tag in forms)]
        heads = [i for i in nouns if i not in adjectives] or nouns
        if not heads:
            return set()
        head = heads[0]
        found: set[str] = set()
        for form, (pos, number, case, gender) in paradigms[head]:
            if pos != "subst":
                continue
            columns = []
            for i, word in enumerate(words):
                if i == head:
                    columns.append({form})
                    continue
                agreeing = {
                    f for f, tag in paradigms[i]
                    if tag[0] in ("adj", "pact", "ppas") and tag[1] & number and tag[2] & case and tag[3] & gender
                }
                columns.append(agreeing or {word})
            found.update(" ".join(row) for row in product(*columns))
        return found

    def _read_nominative(self, form: str, genders: frozenset[str]) -> str | None:
        """The nominative singular of an adjective form for a noun of one of the genders."""
        for _, _, (_, lemma, tag, _, _) in self._dictionary.analyse(form):
            pos, *fields = tag.split(":")
            if pos not in ("adj", "pact", "ppas"):
                continue
            for row in self._dictionary.generate(lemma):
                kind, *said = row[2].split(":")
                agrees = kind == pos and "sg" in _members(said[0]) and "nom" in _members(said[1]) and _members(said[2]) & genders
                if agrees and said[3:] == fields[3:]:  # the same degree
                    return str(row[0])
        return None

    def _read_paradigm(self, word: str) -> tuple[tuple[str, tuple[str, frozenset[str], frozenset[str], frozenset[str]]], ...]:
        out: dict[tuple[str, str, frozenset[str], frozenset[str], frozenset[str]], None] = {}
        for form, parts in self._rows(word):
            sets = [_members(part) for part in parts[1:4]] + [_NOTHING] * 3
            out[form, parts[0], sets[0], sets[1], sets[2]] = None
        return tuple((form, (pos, number, case, gender)) for form, pos, number, case, gender in out)

    def _rows(self, word: str) -> list[tuple[str, list[str]]]:
        """The forms of a word with the fields of their tags, but those that are other words to a reader of figures."""
        # A dictionary lemma may stand for several words ("zamek:s1"); all their paradigms count.
        rows: list[tuple[Any, ...]] = self._dictionary.generate(word)
        if all(row[2] == "ign" for row in rows):
            lemma = self.lemma(word)
            rows = self._dictionary.generate(lemma) if lemma != word else []
        fields = [(row[0], row[2].split(":")) for row in rows]
        return [(form, parts) for form, parts in fields if parts[0] not in ("ign", "brev") and _LEFT_OUT.isdisjoint(parts)]

    def _read_parts(self, form: str) -> frozenset[str]:
        """The parts of speech that the dictionary knows a form as (SGJP tags: subst, adj, fin, prep ...)."""
        return frozenset(row[2][2].split(":")[0] for row in self._dictionary.analyse(form))

    def _read_readings(self, form: str) -> tuple[Reading, ...]:
        """Everything that the dictionary knows a form as; a form of several segments ("by\u0142am") by its first one."""
        found = []
        for start, _, (_, lemma, tag, labels, _) in self._dictionary.analyse(form):
            fields = tag.split(":")
            if start or fields[0] == "ign":
                continue
            sets = [_members(field) for field in fields[1:4]] + [_NOTHING] * 3
            found.append(Reading(lemma.split(":")[0], fields[0], sets[0], sets[1], sets[2], _names(tuple(labels))))
        return tuple(found)

    def _read_lemma(self, form: str) -> str:
        """The dictionary form of a word, nouns first; the word itself where the dictionary has none."""
        readings = [row[2] for row in self._dictionary.analyse(form) if row[2][2] != "ign"]
        for prefix in ("subst", "adj", ""):
            for reading in readings:
                if reading[2].startswith(prefix):
                    return str(reading[1]).split(":")[0]
        return form
