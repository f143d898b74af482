"""The registry of documents: types and issuers with the codes of their symbols, laws with their symbols by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.knowledge.fold import bare

_FIRST_YEAR = 1997
"""Since the law on legal documents of that time, symbols are composed as `composed.csv` says."""
_TEENS = range(11, 14)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


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


class Known(NamedTuple):
    """A document whose day is known (ISO 8601) with its issuer; `source` says how surely."""

    symbol: str
    signed: str
    issuer: str
    source: str


@dataclass(frozen=True, repr=False)
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
    known: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    """By symbol, the documents whose day is known; the numbers of the Party begin anew with each tenure."""
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By type, the types whose words translators take for it."""

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
        return self.type_codes.get(code) or self.type_codes.get(code_key(code))

    def issuer_of(self, code: str) -> IssuerCode | None:
        """The body of a code, in any spelling, a term's number behind it and composite codes included.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().papers.issuer_of("UBTVQH15").name
        'Standing Committee of the 15th National Assembly'
        """
        found = self.issuer_codes.get(code) or self.issuer_codes.get(code_key(code))
        if found is not None:
            return IssuerCode(*found, None)
        stem = code.rstrip("0123456789")
        found = self.issuer_codes.get(stem) or self.issuer_codes.get(code_key(stem)) if stem != code else None
        if found is not None and found[1].term_name:
            return IssuerCode(found[0] + code[len(stem):], found[1], int(code[len(stem):]))
        key = code_key(code)
        for head, issuer in self.issuer_heads:
            if code.startswith(head) or key.startswith(code_key(head)):
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


def code_key(code: str) -> str:
    """What the spellings of a code share: its capitals without marks."""
    return bare(code).upper()
