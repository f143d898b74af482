"""The registry of documents: types and issuers with the codes of their symbols, laws with their symbols by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.knowledge.files import line_of, name_of, read_csv, read_toml
from pipeline.knowledge.fold import bare
from pipeline.records import Entry

_Code = TypeVar("_Code")
_FOLDER = "documents"
_ISSUER_COLUMNS = ("id", "code", "variants", "also", "name", "term_name", "level", "branch", "style")
_LAW_COLUMNS = ("id", "name", "type", "country", "symbols")
_COMPOSED_COLUMNS = ("type", "issuer", "symbol")
_FIRST_YEAR = 1997
"""Since the law on legal documents of that time, symbols are composed as `composed.csv` says."""
_LEVELS = frozenset({"", "central", "provincial", "district", "commune", "union"})
_BRANCHES = frozenset({"", "party", "state", "assembly", "court", "procuracy", "front", "enterprise", "union"})
_STYLES = frozenset({"", "party", "state", "union"})
_TEENS = range(11, 14)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


class _TypeTable(BaseModel):
    """One type of `types.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    codes: list[str] = Field(default_factory=list)
    joint: list[str] = Field(default_factory=list)
    prefixes: list[str] = Field(default_factory=list)
    sure: bool = False
    other_scripts: list[str] = Field(default_factory=list)


class TypeCode(NamedTuple):
    """A code of document types: how it is written, what it may stand for (the default first), and whether it is hardly anything else.

    `joint`: the codes of several issuers may follow it.
    """

    code: str
    types: tuple[str, ...]
    sure: bool
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents; `style` says how its symbols are written ("18-NQ/TW": party, "58/2025/ND-CP": state)."""

    id: str
    code: str
    name: str
    term_name: str
    level: str
    branch: str
    style: str

    def named(self, term: int | None = None) -> str:
        """Its English name, with the number of its term where that is known."""
        return self.term_name.format(term=ordinal(term)) if term is not None and self.term_name else self.name


class IssuerCode(NamedTuple):
    """A code in a symbol's tail, decoded: its canonical spelling, its body and the number of its term ("QH15": 15)."""

    code: str
    issuer: Issuer
    term: int | None

    @property
    def name(self) -> str:
        """The English name of the body with its term."""
        return self.issuer.named(self.term)


@dataclass(frozen=True, slots=True)
class Law:
    """A law that is called by its name; `symbols` by the year that tells its versions apart."""

    id: str
    name: str
    type: str
    country: str
    symbols: Mapping[str, str]


@dataclass(frozen=True)
class Papers:
    """What is known of documents in every language."""

    types: frozenset[str] = frozenset()
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    number_marks: tuple[str, ...] = ()
    type_codes: Mapping[str, TypeCode] = field(default_factory=dict)
    issuer_codes: Mapping[str, tuple[str, Issuer]] = field(default_factory=dict)
    issuer_heads: tuple[tuple[str, Issuer], ...] = ()
    """Beginnings of composite codes, the longest first."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Codes that stand before the number ("QCVN 41:2019/BGTVT") with their types."""
    composed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """How the number of a type of document by an issuer makes its whole symbol, where only one way is lawful."""

    def compose(self, doc_type: str, issuer: str, number: str, year: str | None) -> str | None:
        """The whole symbol of a document that is named by number, type, issuer and, where its symbol has one, year.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().papers.compose("resolution", "politburo", "57", None)
        '57-NQ/TW'
        """
        pattern = self.composed.get((doc_type, issuer))
        if pattern is None or not number.isdecimal() or ("{year}" in pattern and not (year and int(year) >= _FIRST_YEAR)):
            return None
        return pattern.format(number=number.zfill(2), year=year)

    def type_of(self, code: str) -> TypeCode | None:
        """The document types of a code, its marks left out or not.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().papers.type_of("NQ").types
        ('resolution',)
        """
        return self.type_codes.get(code) or self.type_codes.get(_key(code))

    def issuer_of(self, code: str) -> IssuerCode | None:
        """The body of a code, in any spelling, a term's number behind it and composite codes included.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().papers.issuer_of("UBTVQH15").name
        'Standing Committee of the 15th National Assembly'
        """
        found = self.issuer_codes.get(code) or self.issuer_codes.get(_key(code))
        if found is not None:
            return IssuerCode(*found, None)
        stem = code.rstrip("0123456789")
        found = self.issuer_codes.get(stem) or self.issuer_codes.get(_key(stem)) if stem != code else None
        if found is not None and found[1].term_name:
            return IssuerCode(found[0] + code[len(stem):], found[1], int(code[len(stem):]))
        key = _key(code)
        for head, issuer in self.issuer_heads:
            if code.startswith(head) or key.startswith(_key(head)):
                return IssuerCode(code, issuer, None)
        return None


def ordinal(number: int | None) -> str:
    """An English ordinal.

    >>> ordinal(15), ordinal(12), ordinal(1)
    ('15th', '12th', '1st')
    """
    if number is None:
        return ""
    return f"{number}{'th' if number % 100 in _TEENS else _SUFFIXES.get(number % 10, 'th')}"


def _key(code: str) -> str:
    return bare(code).upper()


def load_papers(folder: Path, problems: list[str]) -> Papers:
    """Read `documents/`; every problem is added to `problems` with file and line."""
    home = folder / _FOLDER
    if not home.is_dir():
        return Papers()
    types, type_codes, prefixes = _load_types(home / "types.toml", problems)
    issuers, issuer_codes, heads = _load_issuers(home / "issuers.csv", problems)
    laws = _load_laws(home / "laws.csv", types, problems)
    composed: dict[tuple[str, str], str] = {}
    for line, row in read_csv(home / "composed.csv", _COMPOSED_COLUMNS, problems):
        composed[row["type"], row["issuer"]] = row["symbol"]
        if row["type"] not in types or row["issuer"] not in issuers:
            problems.append(f"{name_of(home / 'composed.csv')}:{line}: {row['type']} or {row['issuer']} is not in the registry")
    marks = read_toml(home / "marks.toml", problems).get("number", {}).get("marks", [])
    return Papers(types, issuers, laws, tuple(marks), type_codes, issuer_codes, heads, prefixes, composed)


def _load_types(path: Path, problems: list[str]) -> tuple[frozenset[str], dict[str, TypeCode], dict[str, str]]:
    exact: dict[str, TypeCode] = {}
    prefixes: dict[str, str] = {}
    tables = read_toml(path, problems)
    for type_id, table in tables.items():
        try:
            entry = _TypeTable.model_validate(table)
        except ValidationError as error:
            problems.append(f"{name_of(path)}:{line_of(path, f'[{type_id}]')}: [{type_id}] {error}")
            continue
        for code in [*entry.codes, *entry.other_scripts]:
            canonical = code if code in entry.codes else entry.codes[0]
            before = exact.get(code)
            sure = entry.sure or bool(before and before.sure)
            exact[code] = TypeCode(canonical, (*(before.types if before else ()), type_id), sure, code in entry.joint)
        prefixes.update(dict.fromkeys(entry.prefixes, type_id))
    return frozenset(tables), _with_keys(exact), prefixes


def _load_issuers(path: Path, problems: list[str]) -> tuple[dict[str, Issuer], dict[str, tuple[str, Issuer]], tuple[tuple[str, Issuer], ...]]:
    issuers: dict[str, Issuer] = {}
    exact: dict[str, tuple[str, Issuer]] = {}
    heads: list[tuple[str, Issuer]] = []
    for line, row in read_csv(path, _ISSUER_COLUMNS, problems):
        issuer = Issuer(row["id"], row["code"], row["name"], row["term_name"], row["level"], row["branch"], row["style"])
        where = f"{name_of(path)}:{line}"
        if issuer.id in issuers:
            problems.append(f"{where}: {issuer.id} is given twice")
        for value, allowed in ((issuer.level, _LEVELS), (issuer.branch, _BRANCHES), (issuer.style, _STYLES)):
            if value not in allowed:
                problems.append(f"{where}: {value!r} is none of {sorted(allowed)}")
        issuers[issuer.id] = issuer
        spellings = [(issuer.code, issuer.code), *((v, issuer.code) for v in row["variants"].split("|")), *((a, a) for a in row["also"].split("|"))]
        for spelling, canonical in spellings:
            if spelling.endswith("*"):
                heads.append((spelling[:-1], issuer))
            elif spelling and exact.setdefault(spelling, (canonical, issuer))[1] is not issuer:
                problems.append(f"{where}: {spelling!r} is a code of {exact[spelling][1].id} already")
    return issuers, _with_keys(exact), tuple(sorted(heads, key=lambda pair: -len(pair[0])))


def _load_laws(path: Path, types: frozenset[str], problems: list[str]) -> dict[str, Law]:
    laws: dict[str, Law] = {}
    for line, row in read_csv(path, _LAW_COLUMNS, problems):
        pairs = [pair.partition(":") for pair in row["symbols"].split("|") if pair]
        if row["id"] in laws or row["type"] not in types or any(not (year.isdecimal() and symbol) for year, _, symbol in pairs):
            problems.append(f"{name_of(path)}:{line}: {row['id']} is given twice, or its type or its year:symbol pairs are unknown")
        laws[row["id"]] = Law(row["id"], row["name"], row["type"], row["country"], {year: symbol for year, _, symbol in pairs})
    return laws


def _with_keys(exact: dict[str, _Code]) -> dict[str, _Code]:
    """The codes as written, and their folded keys: a code without marks owns its key before one that loses its marks there."""
    found = dict(exact)
    for code in sorted(exact, key=lambda c: (_key(c) != c, len(c))):
        found.setdefault(_key(code), exact[code])
    return found


def check_wordings(entries: Iterable[Entry], papers: Papers, path: Path, problems: list[str]) -> None:
    """Wordings of documents must name concepts of the registry."""
    known = {
        "document_type": papers.types, "document_type_weak": papers.types, "document_issuer": papers.issuers.keys(), "law_name": papers.laws.keys(),
    }
    wrong = {(entry.kind, entry.id) for entry in entries if entry.kind in known and entry.id not in known[entry.kind]}
    for kind, concept in sorted(wrong):
        problems.append(f"{name_of(path)}:{line_of(path, concept)}: [{kind}] {concept!r} is not in models/documents/")
