"""A language room against its own corpus: every wording is read, every fact written in one short line and compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.knowledge.examples import Example
from pipeline.records import Article, Block, Citation, Claim, Dossier, Official, Place, Source
from pipeline.stages import ORDER, compose

_TAIL = re.compile(r" \{(.*)\}$")
_READ = compose(ORDER)


def read_wording(wording: str, language: str, today: str, knowledge: Knowledge) -> Dossier:
    """The dossier of a text of one block in a language that is known."""
    source = Source("examples.toml", None, None, None, None, today, "", "utf-8")
    article = Article("example", wording, None, (Block("body", 0, len(wording)),), source, language_given=language, published=today)
    dossier = Dossier(article)
    _READ([dossier], knowledge)
    return dossier


def mistakes(example: Example, wording: str, language: str, today: str, knowledge: Knowledge) -> list[str]:
    """What is read otherwise than the example says, one line a kind; empty where all is right."""
    dossier = read_wording(wording, language, example.today or today, knowledge)
    found = [_compare_claims(example.claims, dossier.claims)] if example.claims is not None else []
    for kind, wanted, got in (
        ("dates", example.dates, (date.edtf for date in dossier.dates)),
        ("citations", example.citations, map(write_citation, dossier.citations)),
        ("officials", example.officials, map(write_official, dossier.officials)),
        ("places", example.places, map(write_place, dossier.places)),
        ("organisations", example.organisations, (body.name for body in dossier.organisations)),
    ):
        if wanted is not None:
            found.append(_compare(kind, wanted, got))
    return [line for line in found if line]


def write_claim(claim: Claim) -> str:
    """A claim in one line: change, modifier, figures, unit, rate, whole.

    >>> from pipeline.records import Evidence, Quantity, Change
    >>> where = Evidence("text", "body", 0, 1, "x", "x", "r")
    >>> write_claim(Claim(where, 0, 1, Quantity(Decimal(38), unit="ward"), Change("from_to", Decimal(106), Decimal(38))))
    'from_to 106>38 ward'
    """
    quantity, change = claim.quantity, claim.change
    figures = _figure(quantity.value)
    if change.kind == "from_to":
        figures = f"{_figure(change.start)}>{_figure(change.end)}"
    elif quantity.low is not None or quantity.high is not None:
        figures = f"{_figure(quantity.low)}..{_figure(quantity.high)}"
    parts = [
        change.kind if change.kind != "none" else "", quantity.modifier if quantity.modifier != "exact" else "", figures,
        quantity.unit or (f"'{quantity.unit_text}'" if quantity.unit_text else ""),
        f"/ {quantity.per}" if quantity.per else "", f"of {_figure(quantity.of)}" if quantity.of is not None else "",
        "conflict" if claim.unit_conflict else "",
    ]
    return " ".join(part for part in parts if part)


def write_citation(citation: Citation) -> str:
    """The type and the symbol of a citation, resolved where it can be."""
    return f"{citation.doc_type} {citation.resolved_symbol or citation.symbol or '-'}"


def write_official(official: Official) -> str:
    """Name, tenure where it is not current, and role id."""
    return f"{official.name}: {official.tenure + ' ' if official.tenure != 'current' else ''}{official.role_id or '-'}"


def write_place(place: Place) -> str:
    """Name and level."""
    return f"{place.name} ({place.level or '-'})"


def _figure(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def _compare_claims(wanted: Iterable[str], claims: list[Claim]) -> str:
    """Lines in order; `{period=2025, status=target}` behind a line names further columns."""
    wanted = list(wanted)
    lines = [write_claim(claim) for claim in claims]
    if [_TAIL.sub("", line) for line in wanted] != lines:
        return f"claims: wanted {wanted}, read {lines}"
    for line, claim in zip(wanted, claims, strict=True):
        tail = _TAIL.search(line)
        for pair in tail.group(1).split(", ") if tail else ():
            column, _, value = pair.partition("=")
            got = getattr(claim, column)
            if str(got) != value and not (value == "null" and got is None):
                return f"claims: {line}: wanted {column} {value!r}, read {got!r}"
    return ""


def _compare(kind: str, wanted: Iterable[str], got: Iterable[str]) -> str:
    wanted, got = sorted(set(wanted)), sorted(set(got))
    return "" if wanted == got else f"{kind}: wanted {wanted}, read {got}"
