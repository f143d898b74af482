"""How figures are written in a finding's working."""

from __future__ import annotations

from decimal import Decimal

from pipeline.verify.facts import Claim

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"))
_SHORT = 9
_BOUNDS = {
    "exact": "", "approx": "about ", "nearly": "nearly ", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "at_most": "at most ",
}
_SIGNS = {"percent": " %", "percentage_point": " points"}


def number(value: Decimal | None) -> str:
    """A figure with its thousands parted; from a thousand million on with a scale word, where that loses nothing.

    >>> number(Decimal("62.580")), number(Decimal(1046000000000)), number(Decimal(122457)), number(None)
    ('62.58', '1.046 trillion', '122,457', '?')
    """
    if value is None:
        return "?"
    for scale, word in _SCALES:
        short = _plain(value / scale)
        if abs(value) >= scale and len(short) <= _SHORT:
            return f"{short} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figure(claim: Claim) -> str:
    """A claim's number with its bound and unit, for comparison with another."""
    if claim.change == "from_to":
        said = f"{number(claim.change_from)} to {number(claim.change_to)}"
    elif claim.value is None:
        said = " to ".join(number(end) for end in (claim.low, claim.high) if end is not None) or "?"
    else:
        said = number(claim.value)
    whole = f" of {number(claim.of)}" if claim.of is not None else ""
    change = {"increase_by": "up by ", "decrease_by": "down by "}.get(claim.change, "")
    unit = _SIGNS.get(claim.unit or "") or f" {claim.unit or claim.unit_text or ''}".rstrip()
    return f"{change}{_BOUNDS[claim.modifier]}{said}{whole}{unit}" + (f" per {claim.per}" if claim.per else "")
