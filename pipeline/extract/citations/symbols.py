"""Symbols of documents: number, year, type and issuer codes, in the styles of party, state, legislature, courts and the European Union."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.knowledge.papers import IssuerCode, Papers, TypeCode
from pipeline.records import Passage

_CAPITAL = "A-Z\u0110\u00d0\u01af\u00c2\u00ca\u00d4\u0102\u01a0\u0410-\u042f"
_CODE = f"[{_CAPITAL}][{_CAPITAL}0-9&]*(?:[a-z][{_CAPITAL}0-9]*)?"
_DASH = "-/\u2010-\u2015\u2212"
_SYMBOL = re.compile(
    rf"(?P<number>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?[a-zA-Z]?)(?:(?P<mark> ?[-/] ?)(?P<second>[0-9]{{1,5}}))?"
    rf"(?P<tail>(?: ?[{_DASH}] ?| (?=[{_CAPITAL}]{{2,4}}[{_DASH}]))(?:{_CODE})(?:(?: ?[{_DASH}] ?|[._])(?:{_CODE})){{0,5}})",
)
_PART = re.compile(rf"(?P<gap> ?[{_DASH}] ?|[._ ])(?P<code>{_CODE})")
_PREFIX = re.compile(
    rf"\((?P<code>[{_CAPITAL}][A-Za-z\u0410-\u042f]*)(?:, [A-Za-z]+)?\) (?:[^\W\d_]{{1,3}}\.? ?)?(?P<number>[0-9]{{1,4}}/[0-9]{{1,5}})(?![0-9/])",
)
_COUNCIL = re.compile(r"[0-9]{1,6}/[IVXLCDM]{1,7}/[0-9]")
"""A local council's number with its session in the middle ("412/XXXV/2021"): no codes."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_STANDARD = re.compile(rf" ?(?P<number>[0-9]{{1,6}}(?:-[0-9]{{1,3}})?) ?[:-] ?(?P<year>(?:19|20)[0-9]{{2}})(?:/(?P<issuer>{_CODE}))?")
_UNSURE_LENGTH = 2
_LONGEST_GLUED = 5
_STRIPES = str.maketrans({"\u00d0": "\u0110", **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")})


class Part(NamedTuple):
    """One code of a symbol's tail with what parts it from the code before."""

    gap: str
    code: str
    stop: int


@dataclass(slots=True)
class Symbol:
    """A symbol as read: `types` are those that its codes may stand for, the likeliest first (empty where only words can tell)."""

    start: int
    stop: int
    symbol: str
    number: str
    year: str | None
    types: tuple[str, ...]
    issuer: IssuerCode | None
    code: str
    issuer_code: str | None
    rule: str


@dataclass(slots=True)
class Candidate:
    """What has the shape of a symbol; `parts` are its codes, `year` what stands between number and codes.

    `doubtful`: the number is glued to letters or parted from its codes by a space alone, so that type and issuer must both be known.
    """

    start: int
    stop: int
    number: str
    mark: str
    second: str
    parts: list[Part]
    spaced: bool
    doubtful: bool = False

    @property
    def year(self) -> str | None:
        """The year in the symbol, None where it has none or another number there."""
        return self.second if _YEAR.fullmatch(self.second) else None


def find_candidates(passage: Passage) -> Iterator[Candidate]:
    """Everything of the passage that has the shape of a symbol, from the figures of the one pass."""
    text = passage.text
    match_at = _SYMBOL.match
    at = 0
    for start, _ in passage.figures:
        if start < at:
            continue
        match = match_at(text, start)
        if match is None or (start and _is_inside(text, start)) or _COUNCIL.match(text, start):
            continue
        glued = start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()
        parts = [Part(m["gap"], m["code"], m.end()) for m in _PART.finditer(text, match.start("tail"), match.end())]
        at = match.end()
        gap = parts[0].gap
        yield Candidate(start, at, match["number"], match["mark"] or "", match["second"] or "", parts, " " in gap, glued or gap == " ")


def _is_inside(text: str, start: int) -> bool:
    """True inside a longer name or an address (".../58-2025-ND-CP.html")."""
    before = text[start - 1]
    if before in "-/_":
        return start > 1 and (text[start - 2].isalnum() or text[start - 2] in "/-")
    if before == ".":
        return start > 1 and text[start - 2].isdigit()
    return before in "#@+$" or before.isdigit()


def read_symbol(text: str, candidate: Candidate, papers: Papers, *, worded: bool) -> Symbol | str:
    """The symbol of a candidate, or the reason why it is none; `worded`: a word for a document or for its number stands before it."""
    parts = _trim(text, candidate, papers)
    if not parts:
        return "no_codes"
    kind = papers.type_of(parts[0].code)
    second = papers.issuer_of(parts[1].code) if len(parts) > 1 else None
    if candidate.doubtful and (kind is None or second is None or _YEAR.fullmatch(candidate.number)):
        return "no_codes"
    court = papers.type_of(f"{parts[0].code}-{parts[1].code}") if len(parts) > 1 and candidate.second else None
    if court is not None:
        return _build(candidate, parts[:2], court, None, "court")
    if kind is not None and len(parts) > 1 and (second is not None or kind.sure or worded):
        return _build(candidate, _canonical(_extent(parts, kind, papers), kind, papers), kind, second, "symbol")
    return _read_untyped(candidate, parts, kind, papers, worded=worded)


def _read_untyped(candidate: Candidate, parts: list[Part], kind: TypeCode | None, papers: Papers, *, worded: bool) -> Symbol | str:
    """Symbols without a type code (acts of the Union and of the legislature, letters of offices) or without an issuer."""
    issuer = papers.issuer_of(parts[0].code)
    if issuer is not None and issuer.issuer.branch == "union":
        acts = candidate.second and "/" in candidate.mark
        return _build(candidate, _canonical(parts[:1], None, papers), None, issuer, "union") if acts else "not_a_symbol"
    if issuer is not None and issuer.term is not None and (candidate.year or worded):
        return _build(candidate, _canonical(parts[:1], None, papers), None, issuer, "legislature")
    if issuer is not None and len(parts) > 1 and len(parts[0].code) > _UNSURE_LENGTH and (candidate.year or not candidate.second):
        return _build(candidate, _canonical(_extent(parts, None, papers), None, papers), None, issuer, "letter")
    if kind is not None and len(parts) == 1 and (worded or (candidate.year and kind.sure)):
        return _build(candidate, _canonical(parts, kind, papers), kind, None, "no_issuer")
    if worded and not candidate.spaced:
        return _build(candidate, _canonical(_extent(parts, None, papers), None, papers), None, issuer, "unknown_codes")
    return _reason(candidate, kind, issuer)


def _reason(candidate: Candidate, kind: TypeCode | None, issuer: IssuerCode | None) -> str:
    if kind is not None:
        return "unknown_issuer" if len(candidate.parts) > 1 else "type_without_issuer"
    return "issuer_without_type" if issuer is not None else "unknown_codes"


def _trim(text: str, candidate: Candidate, papers: Papers) -> list[Part]:
    """The parts up to a word that only begins with a capital; of a word glued to the symbol only the known code before it stays."""
    kept: list[Part] = []
    for part in candidate.parts:
        after = text[part.stop:part.stop + 1]
        if after.islower():
            start = part.stop - len(part.code)
            word = _LETTERS.match(text, start)
            stem = part.code.rstrip("abcdefghijklmnopqrstuvwxyz")
            stems = ([word.group()] if word and word.end() - start <= _LONGEST_GLUED else []) + [stem, stem[:-1]]
            known = next((s for s in stems if len(s) > 1 and (papers.issuer_of(s) or papers.type_of(s))), None)
            if known is not None:
                kept.append(Part(part.gap, known, start + len(known)))
            break
        kept.append(part)
    return kept


def _extent(parts: list[Part], kind: TypeCode | None, papers: Papers) -> list[Part]:
    """Type and issuer, and behind them the joint issuers and the units that are written without a gap."""
    joint = kind is not None and kind.joint
    kept = parts[:2]
    for part in parts[2:]:
        known = papers.issuer_of(part.code) is not None
        if " " in part.gap and not (joint and known):
            break
        if part.gap == "." and papers.issuer_of(kept[-1].code) is not None:
            break
        kept.append(part)
    return kept


def _build(candidate: Candidate, parts: list[Part], kind: TypeCode | None, issuer: IssuerCode | None, rule: str) -> Symbol:
    codes = [part.code for part in parts]
    head = candidate.number + (candidate.mark.strip() + candidate.second if candidate.second else "")
    style = issuer.issuer.style if issuer is not None else ""
    if rule in ("court", "legislature", "union"):
        tail = "/" + "-".join(codes)
    elif kind is not None and len(codes) > 1 and style == "party" and not candidate.second:
        tail = f"-{codes[0]}/" + "-".join(codes[1:])
    elif kind is not None and len(codes) > 1 and style == "state":
        tail = f"/{codes[0]}-" + "-".join(codes[1:])
    else:
        tail = "".join(part.gap.strip().translate(_STRIPES) + part.code for part in parts)
    types = kind.types if kind else _types_of(issuer, rule)
    issuer_code = issuer.code if issuer else codes[1] if kind and len(codes) > 1 and rule != "court" else None
    number = f"{candidate.number}/{candidate.second}" if rule == "union" else candidate.number
    year = _year_of(number) if rule == "union" else candidate.year
    return Symbol(candidate.start, parts[-1].stop, head + tail, number, year, types, issuer, codes[0], issuer_code, rule)


def _canonical(parts: list[Part], kind: TypeCode | None, papers: Papers) -> list[Part]:
    """The codes in the registry's spelling; units of an office stay as written, they are in no registry."""
    codes = []
    for i, part in enumerate(parts):
        issuer = papers.issuer_of(part.code) if i < (1 if kind is None else 2) or (kind is not None and kind.joint) else None
        known = kind.code if kind is not None and i == 0 else issuer.code if issuer is not None else part.code.translate(_STRIPES)
        codes.append(part._replace(code=known))
    return codes


def _types_of(issuer: IssuerCode | None, rule: str) -> tuple[str, ...]:
    """What a symbol without a type code may be: laws and resolutions of the legislature, letters of an office."""
    if rule == "letter":
        return ("official_letter",)
    if rule == "legislature" and issuer is not None:
        return ("law", "resolution", "code_of_law") if issuer.issuer.id == "national_assembly" else ("resolution", "ordinance")
    return ()


def _year_of(number: str) -> str | None:
    """The year in the number of an act of the Union, whichever side it stands on."""
    return next((part for part in number.split("/") if _YEAR.fullmatch(part)), None)


def find_union_acts(passage: Passage, papers: Papers) -> Iterator[Symbol]:
    """Acts of the European Union whose code stands before the number ("(EU) 2024/1689")."""
    text = passage.text
    at = text.find("(")
    while at >= 0:
        match = _PREFIX.match(text, at)
        issuer = papers.issuer_of(match["code"]) if match else None
        if match and issuer is not None and issuer.issuer.branch == "union":
            number = match["number"]
            yield Symbol(at, match.end(), f"({issuer.issuer.code}) {number}", number, _year_of(number), (), issuer, "", issuer.issuer.code, "union")
        at = text.find("(", at + 1)


def find_standards(passage: Passage, papers: Papers) -> Iterator[Symbol]:
    """Technical standards, whose code stands before the number ("QCVN 41:2019/BGTVT")."""
    text = passage.text
    for prefix, type_id in papers.prefixes.items():
        at = text.find(prefix)
        while at >= 0:
            match = _STANDARD.match(text, at + len(prefix))
            if match is not None and not text[at - 1:at].isalnum():
                issuer = papers.issuer_of(match["issuer"]) if match["issuer"] else None
                tail = f"/{issuer.code if issuer else match['issuer']}" if match["issuer"] else ""
                symbol = f"{prefix} {match['number']}:{match['year']}{tail}"
                yield Symbol(at, match.end(), symbol, match["number"], match["year"], (type_id,), issuer, prefix, match["issuer"], "standard")
            at = text.find(prefix, at + 1)
