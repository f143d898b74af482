"""Reading the registry of documents from `models/documents`, and checking what the rooms say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.knowledge.files import line_of, name_of, read_csv, read_toml
from pipeline.knowledge.papers import Issuer, Known, Law, Papers, TypeCode, code_key
from pipeline.records import Entry

_Code = TypeVar("_Code")
_FOLDER = "documents"
_ISSUER_COLUMNS = ("id", "code", "variants", "also", "name", "term_name", "level", "branch", "style")
_LAW_COLUMNS = ("id", "name", "type", "country", "symbols", "source")
_LAW_SOURCES = ("", "official texts", "general knowledge")
_KNOWN_COLUMNS = ("symbol", "signed", "issuer", "source")
_KNOWN_SOURCES = ("public pages", "general knowledge")
_COMPOSED_COLUMNS = ("type", "issuer", "symbol")
_LEVELS = frozenset({"", "central", "provincial", "district", "commune", "union"})
_BRANCHES = frozenset({"", "party", "state", "assembly", "court", "procuracy", "front", "enterprise", "union"})
_STYLES = frozenset({"", "party", "state", "union"})


class _TypeTable(BaseModel):
    """One type of `types.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    codes: list[str] = Field(default_factory=list)
    joint: list[str] = Field(default_factory=list)
    prefixes: list[str] = Field(default_factory=list)
    near: list[str] = Field(default_factory=list)
    sure: bool = False
    other_scripts: list[str] = Field(default_factory=list)


def load_papers(folder: Path, problems: list[str]) -> Papers:
    """Read `documents/`; every problem is added to `problems` with file and line."""
    home = folder / _FOLDER
    if not home.is_dir():
        return Papers()
    types, type_codes, prefixes, near = _load_types(home / "types.toml", problems)
    issuers, issuer_codes, heads = _load_issuers(home / "issuers.csv", problems)
    laws = _load_laws(home / "laws.csv", types, problems)
    composed: dict[tuple[str, str], str] = {}
    for line, row in read_csv(home / "composed.csv", _COMPOSED_COLUMNS, problems):
        composed[row["type"], row["issuer"]] = row["symbol"]
        if row["type"] not in types or row["issuer"] not in issuers:
            problems.append(f"{name_of(home / 'composed.csv')}:{line}: {row['type']} or {row['issuer']} is not in the registry")
    marks = read_toml(home / "marks.toml", problems).get("number", {}).get("marks", [])
    known = _load_known(home / "known.csv", issuers, problems)
    return Papers(types, issuers, laws, tuple(marks), type_codes, issuer_codes, heads, prefixes, composed, known, near)


def _load_types(path: Path, problems: list[str]) -> tuple[frozenset[str], dict[str, TypeCode], dict[str, str], dict[str, frozenset[str]]]:
    exact: dict[str, TypeCode] = {}
    prefixes: dict[str, str] = {}
    near: dict[str, frozenset[str]] = {}
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
        near[type_id] = frozenset(entry.near)
        problems += [f"{name_of(path)}:{line_of(path, f'[{type_id}]')}: near {other!r} is no type" for other in entry.near if other not in tables]
    return frozenset(tables), _with_keys(exact), prefixes, near


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
        said, _, years = row["source"].partition(": ")
        if said not in _LAW_SOURCES or not set(years.split()) <= {year for year, _, _ in pairs} or bool(said) != bool(pairs):
            problems.append(f"{name_of(path)}:{line}: source {row['source']!r} is none of {_LAW_SOURCES[1:]}, with its years behind a colon")
        laws[row["id"]] = Law(row["id"], row["name"], row["type"], row["country"], {year: symbol for year, _, symbol in pairs})
    return laws


def _load_known(path: Path, issuers: Mapping[str, Issuer], problems: list[str]) -> dict[str, tuple[Known, ...]]:
    known: dict[str, tuple[Known, ...]] = {}
    for line, row in read_csv(path, _KNOWN_COLUMNS, problems) if path.exists() else ():
        try:
            date.fromisoformat(row["signed"])
        except ValueError:
            problems.append(f"{name_of(path)}:{line}: {row['signed']!r} is no day")
        if row["issuer"] not in issuers or row["source"] not in _KNOWN_SOURCES:
            problems.append(f"{name_of(path)}:{line}: issuer or source is unknown; sources are {_KNOWN_SOURCES}")
        known[row["symbol"]] = (*known.get(row["symbol"], ()), Known(row["symbol"], row["signed"], row["issuer"], row["source"]))
    return known


def _with_keys(exact: dict[str, _Code]) -> dict[str, _Code]:
    """The codes as written, and their folded keys: a code without marks owns its key before one that loses its marks there."""
    found = dict(exact)
    for code in sorted(exact, key=lambda c: (code_key(c) != c, len(c))):
        found.setdefault(code_key(code), exact[code])
    return found


def check_wordings(entries: Iterable[Entry], papers: Papers, path: Path, problems: list[str]) -> None:
    """Wordings of documents must name concepts of the registry."""
    known = {
        "document_type": papers.types, "document_type_weak": papers.types, "document_issuer": papers.issuers.keys(), "law_name": papers.laws.keys(),
    }
    wrong = {(entry.kind, entry.id) for entry in entries if entry.kind in known and entry.id not in known[entry.kind]}
    for kind, concept in sorted(wrong):
        problems.append(f"{name_of(path)}:{line_of(path, concept)}: [{kind}] {concept!r} is not in models/documents/")
