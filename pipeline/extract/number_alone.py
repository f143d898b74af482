"""Numbers in the forms that are one only where a text is nothing else: powers, letters of scale, fractions of any denominator, halves of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

from pipeline.extract.numeral_stack import lowest_power
from pipeline.knowledge import Room

Reader = Callable[[str], Decimal | None]

_LONGEST = 160
_POWER = re.compile(r"(-?[0-9]{1,15}(?:[.,][0-9]{1,15})?)[eE]([+-]?[0-9]{1,2})")
_RAISED = re.compile(r"(-?[0-9]{1,4})\^([0-9]{1,2})")
_MIXED = re.compile(r"([0-9]{1,6}) ([0-9]{1,3})/([0-9]{1,3})")
_FRACTION = re.compile(r"[0-9]{1,2}/[0-9]{1,3}")
_LETTERED = re.compile(r"(.{0,60}?[^\W_]|\.[0-9]{1,12}) ?(?<![^\W\d_])([^\W\d_]{1,5})([0-9]{1,3})?")
_MOST_EXPONENT = 60
_TENS, _HUNDRED = 10, 100
_HALF = Decimal("0.5")


def read_number_alone(text: str, room: Room, read: Reader, place: Callable[[str], int | None]) -> Decimal | None:
    """The value of a whole text; `read` reads the parts that are numbers, `place` those that are ordinals."""
    if not text or len(text) > _LONGEST:
        return None
    value = _table(room).get(" ".join(text.lower().split()))
    if value is not None:
        return value
    if text[-1] == "." and text[-2:-1].isalnum():
        return read(text[:-1])
    if len(text) == 1 and unicodedata.category(text) == "No":
        return Decimal(str(unicodedata.numeric(text)))
    for step in (_powers, _signed, _lettered, _opened, _parts, _shares, _multiplied, _run_together):
        found = next(_found(step(text, room, read, place)), None)
        if found is not None:
            return found
    lowered = text.lower()
    return read(lowered) if lowered != text else None


def _found(values: Iterator[Decimal | None]) -> Iterator[Decimal]:
    return (value for value in values if value is not None)


@lru_cache(maxsize=64)
def _table(room: Room) -> dict[str, Decimal]:
    return {form.lower(): Decimal(value) for value, forms in room.words("number_alone").items() for form in forms}


@lru_cache(maxsize=64)
def _forms(room: Room, kind: str, ident: str = "") -> tuple[str, ...]:
    words = room.words(kind)
    found = {form.lower() for concept, forms in words.items() if not ident or concept == ident for form in forms}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def _powers(text: str, room: Room, _read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    power, raised, mixed = _POWER.fullmatch(text), _RAISED.fullmatch(text), _MIXED.fullmatch(text)
    if power is not None:
        yield Decimal(power.group(1).replace(room.language.decimal, ".").replace(",", ".")).scaleb(int(power.group(2)))
    if raised is not None and int(raised.group(2)) <= _MOST_EXPONENT:
        yield Decimal(int(raised.group(1)) ** int(raised.group(2)))
    if mixed is not None and 0 < int(mixed.group(2)) < int(mixed.group(3)):
        yield Decimal(mixed.group(1)) + Decimal(mixed.group(2)) / Decimal(mixed.group(3))


def _signed(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    lowered = text.lower()
    for form in _forms(room, "negative_alone"):
        if lowered.startswith(f"{form} "):
            value = read(text[len(form):].strip())
            yield -value if value is not None and value > 0 else None


def _lettered(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """"5k", "1tr2": letters of scale, and what stands behind them where the decimal mark would."""
    match = _LETTERED.fullmatch(text)
    scale = next((scale for scale, forms in room.words("scale_alone").items() if match is not None and match.group(2) in forms), None)
    value = read(match.group(1).strip()) if match is not None and scale is not None else None
    if match is None or scale is None or value is None or (match.group(3) and not match.group(1).isdigit()):
        return
    yield (value + Decimal(f"0.{match.group(3) or 0}")) * Decimal(scale)


def _opened(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """A point without its zero; a scale without its one where the language cannot leave it out elsewhere."""
    lowered = text.lower()
    zeros, ones = room.words("cardinal").get("0") or room.words("cardinal_inner").get("0", ()), room.words("cardinal").get("1", ())
    if zeros and any(lowered.startswith(f"{form} ") for form in _forms(room, "joiner", "point")):
        yield read(f"{zeros[0]} {text}")
    last = text.lower().partition(" ")[2]
    if last in _forms(room, "cardinal_last"):
        return  # the digit that ends a numeral may be another word
    if ones and not room.language.bare_scale and any(lowered == form or lowered.startswith(f"{form} ") for form in _forms(room, "scale")):
        yield read(f"{ones[0]} {text}")


def _parts(text: str, room: Room, read: Reader, place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """A fraction of any denominator ("two twenty-firsts"), and a whole with one behind it."""
    words = text.lower().replace("-", " ").split()
    yield _fraction(words, room, read, place)
    ands = (*_forms(room, "joiner", "and"), *_forms(room, "list_word"))
    for i in range(1, len(words) - 1):
        if words[i] not in ands:
            continue
        whole = read(" ".join(words[:i]))
        rest = " ".join(words[i + 1:])
        plain = _FRACTION.fullmatch(rest) is not None or not any(c.isdigit() for c in rest)
        part = _fraction(words[i + 1:], room, read, place) or (read(rest) if plain else None)
        if whole is not None and part is not None and whole == whole.to_integral_value() and 0 < part < 1:
            yield whole + part


def _shares(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """So many of so many ("1 in 2", "one out of three"), and parts of a round number in a language that leaves out its one."""
    lowered = text.lower()
    for form in _forms(room, "over_alone"):
        above, _, below = lowered.partition(f" {form} ")
        first, last = (read(above), read(below)) if above and below else (None, None)
        if first is not None and last is not None and 0 < first < last and last == last.to_integral_value():
            yield first / last
    for form in _forms(room, "joiner", "over"):
        above, found, below = lowered.partition(f" {form} ")
        scale = next((scale for scale, forms in room.words("scale").items() if below in forms), None)
        value = read(above) if found and scale is not None and not room.language.bare_scale else None
        yield value / Decimal(scale) if value is not None and scale is not None else None


def _fraction(words: list[str], room: Room, read: Reader, place: Callable[[str], int | None]) -> Decimal | None:
    for i in range(len(words) - 1, 0, -1):
        above = read(" ".join(words[:i]))
        if above is None or not 0 < above < _HUNDRED or above != above.to_integral_value() or words[i] in _forms(room, "filler"):
            continue
        last = room.singular(words[-1])
        plural = last is not None and last != words[-1]
        if room.language.inflection == "suffixes" and plural == (above == 1):
            continue
        if plural and last is not None and i == len(words) - 1 and read(last) == _HALF:
            return above / 2
        if room.has_dictionary and not any("f" in reading.genders for reading in room.readings(words[-1])):
            continue
        below = place(" ".join([*words[i:-1], last if plural and last is not None else words[-1]]))
        if below is not None and below > (1 if room.has_dictionary else 2):
            return above / below
    return None


def _multiplied(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """"A quarter of a million", "a couple hundred": an amount of a scale."""
    lowered = text.lower()
    for scale, forms in room.words("scale").items():
        for form in forms:
            if not lowered.endswith(f" {form.lower()}") or len(scale) < len("100"):
                continue
            above = lowered[:-len(form)].strip()
            of = next((word for word in _forms(room, "part_word") if above.endswith(f" {word}")), "")
            value = _table(room).get(above)
            value = value if value is not None else read(above)
            if value is None and of:
                value = read(above[:-len(of)].strip())
            yield value * Decimal(scale) if value is not None and 0 < value < Decimal(scale) else None


def _run_together(text: str, room: Room, read: Reader, _place: Callable[[str], int | None]) -> Iterator[Decimal | None]:
    """"One twenty two" is said for 122, "hai s\u00e1u" for 26."""
    words = text.lower().replace("-", " ").split()
    first, rest = (read(words[0]), read(" ".join(words[1:]))) if 2 <= len(words) <= 3 and text[0].isalpha() else (None, None)
    if first is None or rest is None or not 0 < first < _TENS:
        return
    if room.language.inflection == "none" and len(words) == 2 and first > 1 and 0 < rest < _TENS and rest not in (first, first + 1):
        yield first * _TENS + rest
    if room.language.inflection == "suffixes" and _TENS <= rest < _HUNDRED and (len(words) == 3 or lowest_power(rest) == _TENS or rest >= 20):
        yield first * _HUNDRED + rest
