"""A language room: everything that soat knows of one language, compiled."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from pipeline.knowledge.files import FORMS, line_of, name_of, read_forms, read_model, read_toml
from pipeline.knowledge.inflect import Inflector, Morphology, Plain, Reading, Suffixes
from pipeline.knowledge.lexicon import Lexicon
from pipeline.knowledge.places import Gazetteer
from pipeline.knowledge.schema import CHANGES, KINDS, MODIFIERS, STATUSES, Kind, LanguageFile
from pipeline.knowledge.units import Units
from pipeline.records import Entry

PROPER = frozenset(kind.name for kind in KINDS if kind.proper)
_UNLISTED = frozenset(kind.name for kind in KINDS if not kind.listed)
UNSCANNED = frozenset(kind.name for kind in KINDS if not kind.scanned)
_OTHER_FILES = frozenset({"language", "examples"})


@dataclass(frozen=True, eq=False, repr=False)
class Room:
    """One language: its settings, its wordings by kind, and the automaton over all of them (gazetteers included)."""

    language: LanguageFile
    entries: tuple[Entry, ...]
    lexicon: Lexicon
    inflector: Inflector
    counts: dict[str, int] = field(default_factory=dict)
    """How many wordings the room has of each kind, before inflection."""

    @property
    def code(self) -> str:
        """The BCP 47 code."""
        return self.language.code

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose dot does not end a sentence, in lower case and without it."""
        return frozenset(word.rstrip(".").lower() for word in self.language.abbreviations)

    def words(self, kind: str) -> dict[str, tuple[str, ...]]:
        """The forms of a kind by concept id."""
        return self._words.get(kind, {})

    @cached_property
    def _words(self) -> dict[str, dict[str, tuple[str, ...]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for kind, concept, wording, *_ in self.entries:
            found.setdefault(kind, {}).setdefault(concept, []).append(wording)
        return {kind: {concept: tuple(forms) for concept, forms in concepts.items()} for kind, concepts in found.items()}

    def parts(self, word: str) -> frozenset[str]:
        """The parts of speech of a word form where the room has a dictionary, else none."""
        return self.inflector.parts(word) if isinstance(self.inflector, Morphology) else frozenset()

    def singular(self, word: str) -> str | None:
        """The singular of a plural where the room forms plurals by rule, else None."""
        return self.inflector.singular(word) if isinstance(self.inflector, Suffixes) else None

    @cached_property
    def has_dictionary(self) -> bool:
        """Whether parts of speech and dictionary forms are known."""
        return isinstance(self.inflector, Morphology)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The dictionary's readings of a word form; none where the room has no dictionary."""
        return self.inflector.readings(word) if isinstance(self.inflector, Morphology) else ()

    def nominative(self, adjective: str, genders: frozenset[str]) -> str | None:
        """The nominative of an adjective form for a noun of some gender; None where the room has no dictionary or that no adjective."""
        return self.inflector.nominative(adjective.lower(), genders) if isinstance(self.inflector, Morphology) else None

    def lemma(self, word: str) -> str:
        """The dictionary form of a word where the room has a dictionary, else the word."""
        return self.inflector.lemma(word) if isinstance(self.inflector, Morphology) else word


def load_room(folder: Path, units: Units, gazetteer: Gazetteer, problems: list[str]) -> Room | None:
    """Compile the room in a folder; None (and at least one problem) where its settings cannot be read."""
    settings_path = folder / "language.toml"
    language = read_model(settings_path, LanguageFile, problems)
    if language is None:
        return None
    inflector = _inflector(language, folder, problems)
    by_file: dict[str, list[Kind]] = {}
    for kind in KINDS:
        by_file.setdefault(kind.file, []).append(kind)
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in by_file and path.stem not in _OTHER_FILES:
            problems.append(f"{name_of(path)}:1: no kind of wording stands in a file of this name")
    entries: list[Entry] = []
    counts: dict[str, int] = {}
    for file, kinds in by_file.items():
        path = folder / f"{file}.toml"
        if not path.exists():
            continue
        tables = read_toml(path, problems)
        known = {kind.name: kind for kind in kinds}
        for name, table in tables.items():
            if name not in known:
                problems.append(f"{name_of(path)}:{line_of(path, f'[{name}]')}: [{name}] is none of {sorted(known)}")
                continue
            entries += _read_kind(path, known[name], table, inflector, units, problems)
            counts[name] = sum(len(wordings) for wordings in table.values()) if isinstance(table, dict) else 0
    everything = tuple(entries)
    places = gazetteer.entries(folder, vietnamese=language.names == "vietnamese", problems=problems)
    lexicon = Lexicon([*(e for e in everything if e.kind not in UNSCANNED), *places], PROPER | {"place"}, _UNLISTED)
    return Room(language, everything, lexicon, inflector, counts)


def _inflector(language: LanguageFile, folder: Path, problems: list[str]) -> Inflector:
    """What gives the forms of the room's words; `words.toml` holds those that no rule gives (its shape is checked with the other files)."""
    words = folder / "words.toml"
    if language.inflection == "morfeusz2":
        return Morphology(partial(read_forms, folder / FORMS))
    if language.inflection == "none":
        return Plain()
    tables = read_toml(words, problems) if words.exists() else {}
    singulars = chain.from_iterable(forms for name in ("not_plural", "finite_verb") for forms in tables.get(name, {}).values())
    return Suffixes(language.plural, tables.get("plural_form", {}), singulars)


def _read_kind(path: Path, kind: Kind, table: object, inflector: Inflector, units: Units, problems: list[str]) -> list[Entry]:
    if not isinstance(table, dict):
        problems.append(f"{name_of(path)}:{line_of(path, kind.name)}: [{kind.name}] should be a table of id = [wordings]")
        return []
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    for concept, wordings in table.items():
        if not isinstance(wordings, list) or not wordings or not all(isinstance(w, str) and w.strip("= |") for w in wordings):
            problems.append(f"{name_of(path)}:{line_of(path, concept)}: {concept} should be a list of wordings, not empty")
            continue
        if (problem := _concept_problem(kind, concept, units)) is not None:
            problems.append(f"{name_of(path)}:{line_of(path, concept)}: {problem}")
            continue
        for wording in wordings:
            if seen.setdefault(wording, concept) != concept or wordings.count(wording) > 1:
                problems.append(f"{name_of(path)}:{line_of(path, wording)}: {wording!r} is given twice in [{kind.name}] ({seen[wording]}, {concept})")
            lemma = wording.removeprefix("=").replace(" |", "")
            forms = inflector.forms(wording) if kind.inflected else (lemma,)
            entries += [Entry(kind.name, concept, form, lemma) for form in forms]
    return entries


def _concept_problem(kind: Kind, concept: str, units: Units) -> str | None:
    if kind.ids == "number":
        try:
            Decimal(concept)
        except InvalidOperation:
            return f"{concept!r} is not a number"
        return None
    allowed = {"unit": units.by_id, "modifier": MODIFIERS, "change": CHANGES, "status": STATUSES}.get(kind.ids)
    if allowed is not None and concept not in allowed:
        return f"{concept!r} is not a known {kind.ids}" + (" (add it to models/units/units.toml)" if kind.ids == "unit" else "")
    return None
