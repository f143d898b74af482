"""Numbers in digits, words and both: what is written, as exact decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.atoms import CARDINALS, Atom, read_atoms
from pipeline.extract.longest_numeral import read_figure, read_numeral
from pipeline.extract.number import Number, fraction_value, number_of_atom, vague_number, with_scales
from pipeline.knowledge import Room
from pipeline.records import Passage

_MOST_ATOMS = 48
"""No numeral has more; a longer row of figures is read in pieces."""
_THOUSAND = Decimal(1000)
_JOINS = frozenset({"", " ", "-", "  "})


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
    if len(run) == 1 and run[0].kind == "digits":
        if (figure := read_figure(run[0], passage.text, room)) is not None:
            yield figure
        return
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
        return with_scales(run, 1, vague_number(first, plural.id))
    if (whole := number_of_atom(first, passage.text)) is not None:
        return _of_two(run, whole) if first.kind == "both" else with_scales(run, 1, whole)
    if first.kind == "scale" and not room.language.bare_scale and not _stands_alone(run, passage):
        return 1, None
    used, number = read_numeral(run, passage.text, room)
    if number is None or number.value is None or used == len(run):
        return used, number
    return _read_tail(run, used, number, passage, room)


def _of_two(run: list[Atom], two: Number) -> tuple[int, Number]:
    """Two of a thing in one word; "a couple of dozen", "a couple of hundred" are a number as any other, near enough."""
    if len(run) == 1 or run[1].kind != "scale":
        return 1, two
    two.rule = "words"
    return with_scales(run, 1, two)


def _read_tail(run: list[Atom], used: int, number: Number, passage: Passage, room: Room) -> tuple[int, Number | None]:
    """What may follow a numeral: "over" and a whole, "and" and a fraction, a second digit word."""
    following = run[used]
    if following.id == "over" and following.kind == "joiner":
        return _read_fraction(run, used, number, passage, room)
    if following.id == "and" and used + 1 < len(run) and run[used + 1].kind == "fraction" and number.value is not None:
        of = number.power if number.power >= _THOUSAND else 1  # "a million and a quarter"
        number.value, number.stop, number.words = number.value + of * fraction_value(run[used + 1].id), run[used + 1].stop, number.words + 2
        return with_scales(run, used + 2, number)
    if room.language.digit_pairs and _is_pair(number, run, used):
        pair = Number(number.start, following.stop, None, low=number.value, high=Decimal(following.id), words=2, rule="vague")
        return with_scales(run, used + 1, pair)
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


def _read_fraction(run: list[Atom], used: int, number: Number, passage: Passage, room: Room) -> tuple[int, Number | None]:
    """"Two over five" that is a whole text: the part is read, so is the whole behind the joint."""
    rest = run[used + 1:]
    if rest and rest[0].kind == "cardinal_last":
        rest = [rest[0]._replace(kind="cardinal"), *rest[1:]]
    taken, below = read_numeral(rest, passage.text, room) if rest and rest[0].kind in (*CARDINALS, "digits") else (0, None)
    spread = room.language.inflection == "suffixes" and below is not None and passage.text[below.stop:].strip() != ""
    if below is None or not below.value or number.value is None or spread:
        return used, number  # "120m over eight years"
    share = Number(number.start, below.stop, number.value / below.value, words=number.words + 1 + below.words, rule="words", fraction=True)
    return with_scales(run, used + 1 + taken, share)


def _is_pair(number: Number, run: list[Atom], used: int) -> bool:
    """Two digit words in a row name a span ("two three days")."""
    return (
        used == 1 and used < len(run) and run[0].kind in ("cardinal", "cardinal_first") and run[1].kind == "cardinal"
        and number.value is not None and number.value > 0 and Decimal(run[1].id) == number.value + 1 and len(run[1].id) == 1
    )
