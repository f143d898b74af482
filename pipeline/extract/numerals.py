"""Numbers in digits, words and both: what is written, as exact decimals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.atoms import CARDINALS, Atom, read_atoms
from pipeline.extract.digits import is_written_abroad, read_digits
from pipeline.extract.numeral_stack import ONE, NumeralStack
from pipeline.knowledge import Room
from pipeline.records import Passage

__all__ = ["ONE", "Number", "read_numbers"]

_FIGURES = CARDINALS | {"digits"}
_MOST_ATOMS = 48
"""No numeral has more; a longer row of figures is read in pieces."""
_JOINS = frozenset({"", " ", "-", "  "})


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
    """The last scale word, of a number in words too."""
    low: Decimal | None = None
    high: Decimal | None = None
    words: int = 0
    rule: str = "plain"
    fraction: bool = False
    homograph: bool = False


def read_numbers(passage: Passage, room: Room) -> list[Number]:
    """Every number of a passage in order, digits joined with their scale words, number words through one grammar."""
    numbers: list[Number] = []
    run: list[Atom] = []
    text = passage.text
    for atom in read_atoms(passage, room):
        if run and (text[run[-1].stop:atom.start] not in _JOINS or len(run) == _MOST_ATOMS):
            numbers += _read_run(run, passage, room)
            run = []
        run.append(atom)
    if run:
        numbers += _read_run(run, passage, room)
    return numbers


def _read_run(run: list[Atom], passage: Passage, room: Room) -> Iterator[Number]:
    """The numbers of a run of atoms that stand side by side; most runs are one number."""
    while run and run[-1].kind == "joiner" and run[-1].id != "half":
        run = run[:-1]
    while run:
        taken, number = _read_one(run, passage, room)
        if number is not None:
            yield number
        run = run[taken:]


def _read_one(run: list[Atom], passage: Passage, room: Room) -> tuple[int, Number | None]:
    first = run[0]
    if first.kind == "joiner":
        return _read_negative(run, passage, room) if first.id == "negative" else (1, None)
    plural = passage.starting(first.start, "vague") if first.kind == "scale" else None
    if plural is not None and plural.stop == first.stop:
        return _scaled(run, 1, _vague(first, plural.id))
    if (whole := _whole_word(first, passage)) is not None:
        return (1, whole) if first.kind == "both" else _scaled(run, 1, whole)
    if first.kind == "scale" and not room.language.bare_scale and not _stands_alone(run, passage):
        return 1, None
    used, number = _read_stack(run, passage, room)
    if number is None or number.value is None or used == len(run):
        return used, number
    return _read_tail(run, used, number, passage, room)


def _whole_word(atom: Atom, passage: Passage) -> Number | None:
    """A number that is one atom: both, a vague one, a fraction, digits with a fraction behind them."""
    if atom.kind == "mixed":
        return Number(atom.start, atom.stop, Decimal(atom.id), raw=passage.text[atom.start:atom.stop])
    if atom.kind == "both":
        return Number(atom.start, atom.stop, Decimal(atom.id), words=1, rule="both")
    if atom.kind == "vague":
        return _vague(atom, atom.id)
    if atom.kind == "fraction":
        return Number(atom.start, atom.stop, _part(atom.id), words=2, rule="words", fraction=True)
    return None


def _vague(atom: Atom, bounds: str) -> Number:
    low, _, high = bounds.partition("..")
    return Number(atom.start, atom.stop, None, low=Decimal(low), high=Decimal(high) if high else None, words=2, rule="vague")


def _part(fraction: str) -> Decimal:
    above, _, below = fraction.partition("/")
    return Decimal(above) / Decimal(below)


def _read_tail(run: list[Atom], used: int, number: Number, passage: Passage, room: Room) -> tuple[int, Number | None]:
    """What may follow a numeral: "over" and a whole, "and" and a fraction, a second digit word."""
    following = run[used]
    if following.id == "over" and following.kind == "joiner":
        return _read_fraction(run, used, number, passage, room)
    if following.id == "and" and used + 1 < len(run) and run[used + 1].kind == "fraction" and number.value is not None:
        number.value, number.stop, number.words = number.value + _part(run[used + 1].id), run[used + 1].stop, number.words + 2
        return _scaled(run, used + 2, number)
    if room.language.digit_pairs and _is_pair(number, run, used):
        pair = Number(number.start, following.stop, None, low=number.value, high=Decimal(following.id), words=2, rule="vague")
        return _scaled(run, used + 1, pair)
    return used, number


def _stands_alone(run: list[Atom], passage: Passage) -> bool:
    """A scale word that stands for one of it: with an article, bounded ("over a hundred" said without "a") or with a half behind it."""
    if " " in passage.text[run[0].start:run[0].stop]:
        return True
    halved = len(run) > 1 and run[1].kind == "joiner" and run[1].id == "half"
    return halved or passage.ending(run[0].start, "bound_before", "bound_beside") is not None


def _read_negative(run: list[Atom], passage: Passage, room: Room) -> tuple[int, Number | None]:
    if len(run) == 1 or run[1].kind not in (*CARDINALS, "digits"):
        return 1, None
    used, number = _read_one(run[1:], passage, room)
    if number is None or number.value is None:
        return 1, None
    number.start, number.value = run[0].start, -number.value
    return used + 1, number


def _read_stack(run: list[Atom], passage: Passage, room: Room) -> tuple[int, Number | None]:
    """The longest numeral that the run begins with."""
    first, text = run[0], passage.text
    stack = NumeralStack(tails=room.language.tail_digits)
    rule = "words"
    raw = ""
    used = 0
    while used < len(run):
        atom = run[used]
        following = run[used + 1] if used + 1 < len(run) else None
        taken = 1
        if (
            stack.scaled
            and atom.kind in _FIGURES
            and following is not None
            and following.kind == "scale"
            and Decimal(following.id) == stack.last_scale
        ):
            break  # "5 million-6 million" are two
        if atom.kind == "digits":
            value, how = read_digits(text[atom.start:atom.stop], room.language.decimal)
            if how == "doubtful" and is_written_abroad(text, room.language.decimal):
                value, how = read_digits(text[atom.start:atom.stop], room.language.decimal, counted=True)
            last = following is None or following.kind != "scale"
            if value is None or (stack.terms and not stack.scaled) or not stack.add(value, last=last, figures=atom.stop - atom.start):
                break
            raw, rule = (text[atom.start:atom.stop], how) if not raw else (raw, rule)
        elif atom.kind == "joiner" and atom.id == "point":
            digits, taken = _decimals(run[used + 1:], text)
            if not digits or not stack.add_decimals(digits):
                break
        elif raw and stack.scaled and atom.kind in CARDINALS and room.language.inflection == "suffixes":
            break  # "1 billion five years ago"
        elif (atom.id == "and" and not _may_join(run, used, stack)) or not _take_word(stack, atom, following):
            break
        used += taken
    total = stack.total()
    if not used or total is None:
        return max(used, 1), None
    words = sum(atom.kind != "digits" for atom in run[:used])
    return used, Number(
        first.start, run[used - 1].stop, total, raw, stack.last_scale if raw else ONE, words=words, rule=rule,
        homograph=used == 1 and first.kind == "cardinal_first", power=stack.last_scale,
    )


def _may_join(run: list[Atom], used: int, stack: NumeralStack) -> bool:
    """"And" joins words, not digits, and no two numbers of one scale ("67 million and four million" are two)."""
    scale = next((atom for atom in run[used + 1:] if atom.kind not in CARDINALS), None)
    climbs = scale is not None and scale.kind == "scale" and stack.scaled and Decimal(scale.id) == stack.last_scale
    return run[used - 1].kind != "digits" and not climbs


def _take_word(stack: NumeralStack, atom: Atom, following: Atom | None) -> bool:
    kind = atom.kind
    if kind == "cardinal_last":
        return stack.add_unit(Decimal(atom.id))
    if kind == "cardinal_inner":
        within = following is not None and following.kind == "scale" and bool(stack.terms)
        return (within or (following is not None and following.id == "point")) and stack.add(Decimal(atom.id))
    if kind == "cardinal_first" and stack.terms and not stack.joined and (following is None or following.kind != "scale"):
        return False
    if kind in ("cardinal", "cardinal_first"):
        return stack.add(Decimal(atom.id), last=following is None or following.kind not in ("scale", "joiner"))
    if kind == "scale":
        return stack.multiply(Decimal(atom.id))
    if kind != "joiner":
        return False
    if atom.id == "half":
        return stack.add_half()
    return atom.id == "and" and following is not None and following.kind in CARDINALS and stack.join()


def _decimals(run: list[Atom], text: str) -> tuple[str, int]:
    """The digits that the words behind a point spell, and how many atoms they and the point are: "one four" is 14, so is "fourteen"."""
    spelled: list[str] = []
    for atom in run:
        value = text[atom.start:atom.stop] if atom.kind == "digits" else atom.id if atom.kind in CARDINALS else ""
        if len(value) != 1:
            break
        spelled.append(value)
    following = run[len(spelled)] if len(spelled) < len(run) else None
    ends = following is None or following.kind not in ("scale", *CARDINALS) or (following.kind == "scale" and len(following.id) > len("100"))
    if spelled and ends:
        return "".join(spelled), len(spelled) + 1
    stack = NumeralStack()
    used = 0
    for atom in run:
        if atom.kind == "scale" and len(atom.id) <= len("100"):
            fits = bool(stack.terms) and stack.multiply(Decimal(atom.id))
        elif atom.kind == "cardinal_last":
            fits = stack.add_unit(Decimal(atom.id))
        else:
            fits = atom.kind in CARDINALS and stack.add(Decimal(atom.id))
        if not fits:
            break
        used += 1
    total = stack.total()
    return (format(total, "f"), used + 1) if total is not None else ("", 1)


def _read_fraction(run: list[Atom], used: int, number: Number, passage: Passage, room: Room) -> tuple[int, Number | None]:
    """"Two over five" in words: the part is read, so is the whole behind the joint."""
    rest = run[used + 1:]
    if rest and rest[0].kind == "cardinal_last":
        rest = [rest[0]._replace(kind="cardinal"), *rest[1:]]
    taken, below = _read_stack(rest, passage, room) if rest and rest[0].kind in (*CARDINALS, "digits") else (0, None)
    if below is None or not below.value or number.value is None:
        return used, number
    share = Number(number.start, below.stop, number.value / below.value, words=number.words + 1 + below.words, rule="words", fraction=True)
    return _scaled(run, used + 1 + taken, share)


def _is_pair(number: Number, run: list[Atom], used: int) -> bool:
    """Two digit words in a row name a span ("two three days")."""
    return (
        used == 1 and used < len(run) and run[0].kind in ("cardinal", "cardinal_first") and run[1].kind == "cardinal"
        and number.value is not None and number.value > 0 and Decimal(run[1].id) == number.value + 1 and len(run[1].id) == 1
    )


def _scaled(run: list[Atom], used: int, number: Number) -> tuple[int, Number]:
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
