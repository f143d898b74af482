"""A number as it is written, and the numbers that one word names."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.atoms import Atom
from pipeline.extract.numeral_stack import ONE


@dataclass(slots=True)
class Number:
    """One number as written: `raw` are its digits (empty for words), `scale` the product of its scale words, `words` counts its number words.

    `value` is None for a vague number, which has bounds instead; `rule` says how the separators were read. A `homograph` is a number word
    alone that is another word too ("nam", five and year).
    """

    start: int
    stop: int
    value: Decimal | None
    raw: str = ""
    scale: Decimal = ONE
    power: Decimal = ONE
    """The scale that a figure before this one may share, of a number in words too: the last scale word, and a thousand before it."""
    low: Decimal | None = None
    high: Decimal | None = None
    words: int = 0
    rule: str = "plain"
    fraction: bool = False
    homograph: bool = False


def number_of_atom(atom: Atom, text: str) -> Number | None:
    """A number that is one atom: both, a vague one, a fraction, digits with a fraction behind them."""
    if atom.kind == "mixed":
        return Number(atom.start, atom.stop, Decimal(atom.id), raw=text[atom.start:atom.stop])
    if atom.kind == "both":
        return Number(atom.start, atom.stop, Decimal(atom.id), words=1, rule="both")
    if atom.kind == "vague":
        return vague_number(atom, atom.id)
    if atom.kind == "fraction":
        return Number(atom.start, atom.stop, fraction_value(atom.id), words=2, rule="words", fraction=True)
    return None


def vague_number(atom: Atom, bounds: str) -> Number:
    """A number of which only bounds are known ("low..high", the upper one may be left out)."""
    low, _, high = bounds.partition("..")
    return Number(atom.start, atom.stop, None, low=Decimal(low), high=Decimal(high) if high else None, words=2, rule="vague")


def fraction_value(fraction: str) -> Decimal:
    """The value of a fraction's id.

    >>> fraction_value("3/4")
    Decimal('0.75')
    """
    above, _, below = fraction.partition("/")
    return Decimal(above) / Decimal(below)


def with_scales(run: list[Atom], used: int, number: Number) -> tuple[int, Number]:
    """A vague number or a fraction with the scale words behind it ("a few thousand", "half a million")."""
    for atom in run[used:]:
        if atom.kind != "scale":
            break
        factor = Decimal(atom.id)
        number.value = number.value * factor if number.value is not None else None
        number.low = number.low * factor if number.low is not None else None
        number.high = number.high * factor if number.high is not None else None
        number.stop = atom.stop
        number.fraction = False
        used += 1
    return used, number
