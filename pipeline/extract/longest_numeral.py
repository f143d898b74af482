"""The longest numeral that a row of atoms begins with, digits and words through one grammar."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.atoms import CARDINALS, Atom
from pipeline.extract.digits import is_written_abroad, read_digits
from pipeline.extract.number import Number
from pipeline.extract.numeral_stack import ONE, NumeralStack
from pipeline.knowledge import Room

_FIGURES = CARDINALS | {"digits"}


def read_figure(atom: Atom, text: str, room: Room) -> Number | None:
    """Digits that no word of number stands beside: what `read_numeral` makes of them, without its grammar."""
    raw = text[atom.start:atom.stop]
    value, rule = _read(raw, text, room)
    return None if value is None else Number(atom.start, atom.stop, +value, raw, rule=rule)


def _read(raw: str, text: str, room: Room) -> tuple[Decimal | None, str]:
    """The value of digits; a doubtful one is read as the clear ones of its text are written."""
    value, rule = read_digits(raw, room.language.decimal)
    if rule == "doubtful" and is_written_abroad(text, room.language.decimal):
        return read_digits(raw, room.language.decimal, counted=True)
    return value, rule


def read_numeral(run: list[Atom], text: str, room: Room) -> tuple[int, Number | None]:
    """How many atoms the longest numeral takes that the run begins with, and the numeral."""
    first = run[0]
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
            value, how = _read(text[atom.start:atom.stop], text, room)
            last = following is None or following.kind != "scale"
            if value is None or (stack.terms and not stack.scaled) or not stack.add(value, last=last, figures=atom.stop - atom.start):
                break
            raw, rule = (text[atom.start:atom.stop], how) if not raw else (raw, rule)
        elif atom.kind == "joiner" and atom.id == "point":
            digits, taken = _decimals(run[used + 1:], text)
            if not digits or not stack.add_decimals(digits):
                break
        elif raw and atom.kind in CARDINALS and room.language.inflection == "suffixes" and not _goes_lower(run, used, stack):
            break  # "1 billion five years ago", "from 180 four years ago"
        elif (atom.id == "and" and not _may_join(run, used, stack)) or not _take_word(stack, atom, following):
            break
        used += taken
    total = stack.total()
    if not used or total is None:
        return max(used, 1), None
    words = sum(atom.kind != "digits" for atom in run[:used])
    return used, Number(
        first.start, run[used - 1].stop, total, raw, stack.last_scale if raw else ONE, words=words, rule=rule,
        homograph=used == 1 and first.kind == "cardinal_first", power=stack.power,
    )


def _goes_lower(run: list[Atom], used: int, stack: NumeralStack) -> bool:
    """"2 million three hundred thousand": a scale in words below the one behind the digits goes on with their numeral."""
    scale = run[used + 1] if used + 1 < len(run) else None
    return scale is not None and scale.kind == "scale" and stack.scaled and Decimal(scale.id) < stack.last_scale


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
