"""Numbers in digits, words and both: what is written, as exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Passage

ONE = Decimal(1)
MOST_DIGITS = 30
_KINDS = frozenset({"cardinal", "cardinal_first", "cardinal_last", "scale", "vague", "fraction", "joiner"})
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'\u2019]")
_LETTERS = re.compile(r"[^\W\d_]+\.?")
_JOINS = frozenset({"", " ", "-", "  "})


@dataclass(slots=True)
class Number:
    """One number as written: `raw` are its digits (empty for words), `scale` the product of its scale words, `words` counts its number words.

    `value` is None for a vague number, which has bounds instead; `rule` says how the separators were read.
    """

    start: int
    stop: int
    value: Decimal | None
    raw: str = ""
    scale: Decimal = ONE
    low: Decimal | None = None
    high: Decimal | None = None
    words: int = 0
    rule: str = "plain"
    fraction: bool = False


class _Atom(NamedTuple):
    start: int
    stop: int
    kind: str
    id: str


def read_digits(raw: str, decimal: str, *, counted: bool = False) -> tuple[Decimal | None, str]:
    """The value of digits with separators, and how they were read (plain, grouped, decimal, doubtful, malformed).

    `decimal` is the language's mark. One mark before exactly three digits is a group mark unless it is the language's decimal mark;
    of a thing that is counted in wholes (`counted`) it is a group mark even then.

    >>> read_digits("13.596", ","), read_digits("3,153", ","), read_digits("38.81", ",")
    ((Decimal('13596'), 'grouped'), (Decimal('3.153'), 'doubtful'), (Decimal('38.81'), 'decimal'))
    """
    text = _SPACES.sub("", raw)
    grouped = len(text) != len(raw)
    if sum(c.isdigit() for c in text) > MOST_DIGITS:
        return None, "malformed"
    marks = [c for c in text if c in ".,"]
    if not marks:
        return Decimal(text), "grouped" if grouped else "plain"
    last = marks[-1]
    if len(set(marks)) == 2 or grouped:
        whole, _, rest = text.rpartition(last)
        if last in whole:
            return None, "malformed"
        return Decimal(re.sub("[.,]", "", whole) + "." + rest), "decimal"
    parts = text.split(last)
    threes = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
    if len(parts) > 2:
        return (Decimal("".join(parts)), "grouped") if threes else (None, "malformed")
    if threes and parts[0].strip("0"):
        if last != decimal:
            return Decimal("".join(parts)), "grouped"
        return (Decimal("".join(parts)), "doubtful") if counted else (Decimal(".".join(parts)), "doubtful")
    return Decimal(".".join(parts)), "decimal"


def read_numbers(passage: Passage, room: Room) -> list[Number]:
    """Every number of a passage in order, digits joined with their scale words, number words through one grammar."""
    numbers: list[Number] = []
    run: list[_Atom] = []
    text = passage.text
    for atom in _atoms(passage, room):
        if run and text[run[-1].stop:atom.start] not in _JOINS:
            numbers += _read_run(run, text, room)
            run = []
        run.append(atom)
    if run:
        numbers += _read_run(run, text, room)
    return numbers


@lru_cache(maxsize=64)
def _glued_scales(room: Room) -> dict[str, str]:
    """Scale words that may be glued to digits ("5mln", "1.2bn")."""
    return {fold(form).strip(): scale for scale, forms in room.words("scale").items() for form in forms}


def _atoms(passage: Passage, room: Room) -> Iterator[_Atom]:
    hits = [h for h in passage.hits if h[2][0] in _KINDS]
    figures = passage.figures
    glued = _glued_scales(room)
    at = f = 0
    text = passage.text
    for hit in [*hits, None]:
        while f < len(figures) and (hit is None or figures[f][0] < hit[0]):
            start, stop = figures[f]
            f += 1
            if start < at:
                continue
            yield _Atom(start, stop, "digits", "")
            at = stop
            letters = _LETTERS.match(text, stop)
            scale = glued.get(fold(letters.group()).strip()) if letters else None
            if letters and scale:
                at = letters.end() - (letters.group()[-1] == ".")
                yield _Atom(stop, at, "scale", scale)
        if hit is not None and hit[0] >= at:
            yield _Atom(hit[0], hit[1], hit[2][0], hit[2][1])
            at = hit[1]


def _read_run(run: list[_Atom], text: str, room: Room) -> Iterator[Number]:
    """The numbers of a run of atoms that stand side by side; most runs are one number."""
    while run and run[-1].kind == "joiner" and run[-1].id != "half":
        run = run[:-1]
    while run:
        taken, number = _read_one(run, text, room)
        if number is not None:
            yield number
        run = run[taken:]


def _read_one(run: list[_Atom], text: str, room: Room) -> tuple[int, Number | None]:
    first = run[0]
    if first.kind == "joiner":
        return 1, None
    if first.kind == "vague":
        return _read_vague(run)
    if first.kind == "fraction":
        above, _, below = first.id.partition("/")
        number = Number(first.start, first.stop, Decimal(above) / Decimal(below), words=2, rule="words", fraction=True)
        return _scaled(run, 1, number)
    if first.kind == "scale" and not room.language.bare_scale:
        return 1, None
    stack = _Stack()
    rule = "words"
    raw = ""
    used = 0
    for i, atom in enumerate(run):
        if atom.kind == "digits":
            value, how = read_digits(text[atom.start:atom.stop], room.language.decimal)
            if value is None or (stack.terms and not stack.scaled) or not stack.add(value):
                if i == 0:
                    return 1, None
                break
            raw, rule = (text[atom.start:atom.stop], how) if not raw else (raw, rule)
        elif not _take_word(stack, atom, run[i + 1] if i + 1 < len(run) else None, room):
            break
        used = i + 1
    if not used or stack.total() is None:
        return max(used, 1), None
    words = sum(atom.kind != "digits" for atom in run[:used])
    scale = stack.last_scale if raw else ONE
    return used, Number(first.start, run[used - 1].stop, stack.total(), raw, scale, words=words, rule=rule)


def _take_word(stack: _Stack, atom: _Atom, following: _Atom | None, room: Room) -> bool:
    if atom.kind == "cardinal_last":
        return bool(stack.terms) and _lowest_power(stack.terms[-1]) == 10 and stack.add(Decimal(atom.id))
    if atom.kind == "cardinal_first" and not (not stack.terms or stack.joined or (following is not None and following.kind == "scale")):
        return False
    if atom.kind in ("cardinal", "cardinal_first"):
        short = room.language.names == "vietnamese" and (following is None or following.kind not in ("scale", "joiner"))
        return stack.add(Decimal(atom.id), short=short)
    if atom.kind == "scale":
        return stack.multiply(Decimal(atom.id))
    if atom.kind == "joiner" and atom.id == "half":
        return stack.half()
    if atom.kind == "joiner" and stack.terms and following is not None and following.kind.startswith("cardinal"):
        stack.joined = True
        return stack.scaled
    return False


def _read_vague(run: list[_Atom]) -> tuple[int, Number | None]:
    first = run[0]
    low, _, high = first.id.partition("..")
    number = Number(first.start, first.stop, None, low=Decimal(low), high=Decimal(high) if high else None, words=2, rule="vague")
    return _scaled(run, 1, number)


def _scaled(run: list[_Atom], used: int, number: Number) -> tuple[int, Number]:
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


class _Stack:
    """The one grammar of numerals: a power after a larger power adds, after a smaller one multiplies."""

    def __init__(self) -> None:
        self.terms: list[Decimal] = []
        self.scaled = False
        self.joined = False
        self.zero = False
        self.last_scale = ONE

    def add(self, value: Decimal, *, short: bool = False) -> bool:
        """Add a term below the lowest power so far; False where it does not fit ("two three")."""
        if not self.terms:
            self.terms.append(value)
            return True
        lowest = _lowest_power(self.terms[-1])
        if value == 0 and lowest > 1:
            self.joined = self.zero = True  # "two thousand no hundred and five"
            return True
        if value >= lowest:
            return False
        if short and self.scaled and not self.joined and self.last_scale >= 100 and value < 10:
            value *= self.last_scale / 10  # "mot trieu hai" is 1.2 million: the next lower power is left out
        self.terms.append(value)
        self.scaled = False
        return True

    def multiply(self, scale: Decimal) -> bool:
        """Multiply the terms below a scale; a bare scale counts as one of it."""
        if self.zero:
            self.zero = False
            return True
        below: list[Decimal] = []
        while self.terms and self.terms[-1] < scale:
            below.append(self.terms.pop())
        if not below and self.terms and not (self.terms[-1] / scale > 1 and _lowest_power(self.terms[-1]) > scale):
            # "13,596 billion": a figure larger than the scale still multiplies when it is no power of its own
            below.append(self.terms.pop())
        self.terms.append(sum(below, Decimal(0)) * scale if below else scale)
        self.scaled = True
        self.last_scale = scale
        return all(a > b for a, b in pairwise(self.terms))

    def half(self) -> bool:
        """Half of the last scale more."""
        if not self.terms:
            return False
        self.terms.append(self.last_scale / 2)
        return True

    def total(self) -> Decimal | None:
        """The sum of the terms."""
        return sum(self.terms, Decimal(0)) if self.terms else None


def _lowest_power(value: Decimal) -> Decimal:
    """The largest power of ten that divides a whole value; 1 for a fractional one.

    >>> _lowest_power(Decimal(2500)), _lowest_power(Decimal("1.5"))
    (Decimal('100'), Decimal('1'))
    """
    if value != value.to_integral_value() or value == 0:
        return ONE
    digits = str(value.quantize(ONE)) if value < Decimal("1e28") else format(value, "f")
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
