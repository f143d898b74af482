"""Facts in one line each, for a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

Row = Mapping[str, Any]

_BOUNDS = {
    "exact": "", "approx": "about ", "nearly": "nearly ", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "at_most": "at most ",
}
_DOUBTFUL = 0.8
_SHORT = 9
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"))


class Kind(NamedTuple):
    """A kind of fact: its table, the letter of its marks, its name for one fact, its colour, and how a fact is said."""

    table: str
    letter: str
    noun: str
    style: str
    say: Callable[[Row], str]


def number(value: float | None) -> str:
    """A figure with its thousands parted; from a thousand million on with a scale word, where that loses nothing.

    >>> number(3153000.0), number(1.046e12), number(0.25), number(None)
    ('3,153,000', '1.046 trillion', '0.25', '?')
    """
    if value is None:
        return "?"
    exact = Decimal(repr(value))
    for scale, word in _SCALES:
        short = f"{(exact / scale).normalize():,f}"
        if abs(exact) >= scale and len(short) <= _SHORT:
            return f"{short} {word}"
    return f"{exact:,f}".removesuffix(".0")


def say_range(low: float | None, high: float | None) -> str:
    """Two ends, or the one that is known."""
    return " to ".join(number(end) for end in (low, high) if end is not None) or "?"


def say_quantity(row: Row) -> str:
    """The value of a claim with its bound, unit, rate and change, apart from everything else."""
    unit = row["unit"] or (f"'{row['unit_text']}'" if row["unit_text"] else "")
    if row["change"] == "from_to":
        ends = f"from {number(row['change_from'])} " if row["change_from"] is not None else ""
        said = f"{ends}to {_BOUNDS[row['modifier']]}{number(row['change_to'])}"
    else:
        value = number(row["value"]) if row["value"] is not None else say_range(row["low"], row["high"])
        said = {"increase_by": "up by ", "decrease_by": "down by "}.get(row["change"], "") + _BOUNDS[row["modifier"]] + value
    per = f"per {row['per']}" if row["per"] else ""
    whole = f"of {number(row['of'])}" if row["of"] is not None else ""
    return " ".join(part for part in (said, unit, per, whole) if part)


def say_claim(row: Row) -> str:
    """A claim with all that was said about it."""
    parts = [
        say_quantity(row), row["status"] if row["status"] != "actual" else "",
        row["period"] and f"in {row['period']}", row["place"] and f"at {row['place']}",
        row["measured"] and f"measured: {row['measured']}", row["under"] and f"under {', '.join(row['under'])}",
        row["unit_conflict"] and f"the unit as written ('{row['unit_text']}') contradicts what is counted",
        f"doubtful ({row['confidence']:g})" if row["confidence"] < _DOUBTFUL else "",
    ]
    return "; ".join(part for part in parts if part)


def say_citation(row: Row) -> str:
    """Type, symbol, issuer and date of a document."""
    symbol = row["symbol"] or "no number"
    if row["resolved_symbol"] and row["resolved_symbol"] != row["symbol"]:
        symbol += f" = {row['resolved_symbol']}"
    parts = (f"{row['doc_type']} {symbol}", row["issuer"] and f"of {row['issuer']}", row["signed"] and f"signed {row['signed']}")
    return "; ".join(part for part in parts if part)


def say_official(row: Row) -> str:
    """Name, role and role id of a person."""
    tenure = f"{row['tenure']} " if row["tenure"] != "current" else ""
    return f"{row['name']}: {tenure}{row['role_id'] or 'role without an id'} ({row['role']})"


def say_date(row: Row) -> str:
    """The EDTF of a date, its kind, and whether the article's own date was needed."""
    return f"{row['edtf']}; {row['kind']}" + ("; from the article's date" if row["anchored"] else "")


def say_place(row: Row) -> str:
    """Name, level and code of a place."""
    return f"{row['name']}; {row['level'] or 'level unknown'}; {row['place_id'] or 'no code'}"


def say_organisation(row: Row) -> str:
    """Name and id of a body."""
    return "; ".join(part for part in (row["name"], row["organisation_id"], row["level"]) if part)


def say_refusal(row: Row) -> str:
    """Why a candidate was not taken."""
    return f"refused by {row['stage']}: {row['reason']}" + (f" ({row['detail']})" if row["detail"] else "")


KINDS: tuple[Kind, ...] = (
    Kind("claims", "C", "claim", "bold green", say_claim),
    Kind("citations", "D", "document", "bold cyan", say_citation),
    Kind("officials", "O", "official", "bold magenta", say_official),
    Kind("dates", "T", "time", "yellow", say_date),
    Kind("places", "P", "place", "blue", say_place),
    Kind("organisations", "G", "organisation", "bright_blue", say_organisation),
    Kind("refusals", "X", "refused", "red", say_refusal),
)
"""Every kind of mention in the order in which it is told."""
