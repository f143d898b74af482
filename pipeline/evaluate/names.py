"""Facts that are compared by one word of their own: citations by symbol, officials by name and role, dates by EDTF, places by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.evaluate.gold import Gold, GoldName
from pipeline.evaluate.scores import Tally

_SPACES = re.compile(r"\s+")
_SYMBOL_NOISE = re.compile(r"[\s.]")


def fold_name(text: str | None) -> str:
    """Letters without marks, lower case, single spaces; nothing for None.

    >>> fold_name("L\u00ea  Th\u1ecb")
    'le thi'
    """
    return _SPACES.sub(" ", _unmarked(text or "")).strip().lower()


def _unmarked(text: str) -> str:
    # Polish barred letters keep their bar here: a name is compared as its language spells it
    parts = unicodedata.normalize("NFD", text.replace("\u0110", "D").replace("\u0111", "d").replace("\u00d0", "D"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def fold_symbol(text: str) -> str:
    """A document's symbol without spaces, dots and marks; the party's two ways to write a central resolution are one."""
    return _SYMBOL_NOISE.sub("", fold_name(text)).upper().replace("NQ/TW", "NQ-TW")


def fold_person(text: str) -> str:
    """A person's name: letters alone."""
    return _SPACES.sub(" ", "".join(c for c in fold_name(text) if c.isalpha() or c == " ")).strip()


class Kind(NamedTuple):
    """How one kind of fact is compared: the table, its column, and the form in which two words are one."""

    name: str
    table: str
    column: str
    fold: Callable[[str], str]
    of: Callable[[Gold], Sequence[GoldName]]


KINDS: tuple[Kind, ...] = (
    Kind("citation", "citations", "symbol", fold_symbol, lambda gold: gold.citations),
    Kind("official", "officials", "name", fold_person, lambda gold: gold.officials),
    Kind("date", "dates", "edtf", str, lambda gold: gold.dates),
    Kind("place", "places", "name", fold_name, lambda gold: gold.places),
)

Rows = Sequence[Mapping[str, Any]]


def judge_names(kind: Kind, gold: Gold, rows: Rows) -> tuple[Tally, list[str]]:
    """Compare the distinct words of an article; repeats count once, optional ones neither way."""
    wanted: dict[str, set[str]] = {}
    neither: set[str] = set()
    for item in kind.of(gold):
        forms = {kind.fold(form) for form in item.forms}
        if item.optional:
            neither |= forms
        else:
            wanted.setdefault(kind.fold(item.forms[0]), set()).update(forms)
    return _compare(kind.name, wanted, {kind.fold(row[kind.column]) for row in rows if row.get(kind.column)}, neither)


def judge_roles(gold: Gold, rows: Rows) -> tuple[Tally, list[str]] | None:
    """Compare pairs of person and role id; None where the reader gave no role ids."""
    held = [item for item in gold.officials if item.roles]
    if gold.officials and not held:
        return None
    asked = [item for item in held if not item.optional]
    wanted = {
        f"{fold_person(item.forms[0])}: {role}": {f"{fold_person(form)}: {role}" for form in item.forms}
        for item in asked for role in item.roles
    }
    known = {fold_person(form) for item in asked for form in item.forms}
    got = {(fold_person(row["name"]), row["role_id"]) for row in rows if row.get("name") and row.get("role_id")}
    # a person whom the gold does not ask for is counted as an official, not again by role
    return _compare("role", wanted, {f"{name}: {role}" for name, role in got}, {f"{name}: {role}" for name, role in got if name not in known})


def judge_organisations(gold: Gold, rows: Rows) -> tuple[Tally, list[str]] | None:
    """Look for the ids of the main bodies; None where the reader gave none. Readers list main bodies only, so no other one is false."""
    if not gold.organisations:
        return None
    got = {str(row["organisation_id"]) for row in rows if row.get("organisation_id")}
    return _compare("organisation", {ident: {ident} for ident in gold.organisations}, got, got)


def _compare(kind: str, wanted: Mapping[str, set[str]], got: set[str], neither: Iterable[str]) -> tuple[Tally, list[str]]:
    hit = {main for main, forms in wanted.items() if forms & got}
    extra = got - set().union(*wanted.values()) - set(neither)
    misses = [f"{kind} missed: {main}" for main in sorted(wanted.keys() - hit)] + [f"{kind} not in gold: {word}" for word in sorted(extra)]
    return Tally(found=len(hit), false=len(extra), missed=len(wanted) - len(hit)), misses
