"""A matched shape, what it was read as, and the lists in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.times.moments import Moment
from pipeline.extract.times.tokens import Token


@dataclass(slots=True)
class Reading:
    """One date or period as written, before the anchor fills what is missing.

    `relative` names a unit and a distance from the anchor ("day:-1"); `turn` says which side of the anchor is meant,
    `follows` that a weekday is the next one after the weekday read before it, `to_the_end` that what is told of the time ends with it,
    `at_start` that the start of a year is meant, `since_january` that a day or month ends a span that began with its year,
    `months` that it ends a span of so many.
    """

    start: int
    stop: int
    first: Moment
    rule: str
    last: Moment | None = None
    kind: str = "date"
    relative: str = ""
    weekday: int = 0
    turn: str = ""
    follows: bool = False
    to_the_end: bool = False
    at_start: bool = False
    since_january: bool = False
    months: int = 0

    def is_possible(self) -> bool:
        """False where the calendar has no such day."""
        return self.first.is_possible() and (self.last is None or self.last.is_possible())


@dataclass(slots=True)
class Shape:
    """The tokens of one match: those before the date itself (`pre`), and the date's own (`body`) with their codes."""

    rule: str
    pre: str
    body: list[Token]
    codes: str

    @property
    def start(self) -> int:
        """Where the date's own words begin."""
        return self.body[0].start

    @property
    def stop(self) -> int:
        """Where they end."""
        return self.body[-1].stop


def year_in(shape: Shape) -> tuple[int | None, str]:
    """The year said at the end of a shape, or the relative year ("year:-1")."""
    for token in reversed(shape.body):
        if token.code == "y":
            return token.value, ""
        if token.code == "V":
            return None, token.id
    return None, ""


def series(shape: Shape, members: str, stop: int | None = None, *, rising: bool = True) -> Iterator[tuple[Token, Token | None]]:
    """The members of a list, each alone or as the two ends of a range; of a `rising` one those before a falling step are no members."""
    found: list[tuple[Token, Token | None]] = []
    open_range = False
    for i, token in enumerate(shape.body[:stop]):
        if token.code == "K" or (token.code == "J" and "z" in shape.pre):
            open_range = True
        elif token.code in members:
            if open_range and found and found[-1][1] is None:
                found[-1] = found[-1][0], token
            else:
                found.append((token, None))
            open_range = shape.codes[2 * i + 1:2 * i + 2] in ("-", "~")
    start = 0
    for i in range(1, len(found) if rising else 0):
        if found[i][0].value <= (found[i - 1][1] or found[i - 1][0]).value:
            start = i
    yield from (pair for pair in found[start:] if pair[1] is None or pair[1].value > pair[0].value)


def start_of(shape: Shape, token: Token, *, is_first: bool) -> int:
    """Where a member of a list begins: with the word for month, year or quarter before it; the first one where the shape does."""
    if is_first:
        return shape.start
    at = shape.body.index(token)
    return shape.body[at - 1].start if at and shape.body[at - 1].code in "QMYDp" else token.start
