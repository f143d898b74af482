"""Amounts in the forms that are one only where a text is nothing else: units by a letter, one of a unit, sums, ends with their own units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from pipeline.knowledge import Knowledge, Room
from pipeline.records import Passage, Quantity

Reader = Callable[[str], list[Quantity]]
Number = Callable[[str], Decimal | None]

_LONGEST = 160
_HOURS = re.compile(r"([0-9]{1,3}) ?h ?([0-9]{1,2})(?: ?(?:[^\W\d_]{1,7})\.?)?")
_MINUS = "-\u2212\u2013"
_BOUNDS = ("bound_before", "bound_beside", "bound_form")
_SIGNED = frozenset({"temperature", "share", "ratio", "money"})
_FINEST = Decimal("0.000001")
_HOUR = 60
_TEN, _HUNDRED = 10, 100


class AmountReader:
    """Reads whole texts that are amounts by taking them apart; `read` reads the parts, `number` their numbers."""

    def __init__(self, room: Room, knowledge: Knowledge, read: Reader, number: Number) -> None:
        self._room = room
        self._knowledge = knowledge
        self._read = read
        self._number = number

    def read(self, passage: Passage) -> list[Quantity]:
        """The amounts of a whole passage; empty where it is none."""
        text = passage.text
        if not text or len(text) > _LONGEST:
            return []
        for step in (self._phrase, self._hours, self._signed, self._bounded, self._summed, self._ranged, self._spelled):
            for found in step(passage):
                if found:
                    return found
        return []

    def _single(self, text: str) -> Quantity | None:
        found = self._read(text) if text else []
        return found[0] if len(found) == 1 else None

    def _quantity(self, value: Decimal, unit: str, text: str) -> Quantity:
        return Quantity(value, unit=unit, unit_kind=self._knowledge.units.kind(unit), unit_text=text)

    def _phrase(self, passage: Passage) -> Iterator[list[Quantity]]:
        """One of a unit, and amounts that are one phrase; halves behind one of a unit."""
        lowered = passage.text.lower()
        said = _phrases(self._room).get(lowered)
        if said is not None and (self._room.language.inflection != "none" or " " in lowered):
            yield [self._quantity(Decimal(said[0]), said[1], passage.text)]
        first, _, rest = lowered.partition(" ")
        one = _phrases(self._room).get(first)
        half = passage.starting(len(first), "joiner")
        if rest and one is not None and half is not None and half.id == "half" and half.stop == len(passage.text):
            yield [self._quantity(Decimal(one[0]) + Decimal("0.5"), one[1], passage.text[:len(first)])]

    def _hours(self, passage: Passage) -> Iterator[list[Quantity]]:
        """"1h30" is an amount of hours where nothing says that it is one of the clock."""
        match = _HOURS.fullmatch(passage.text)
        if match is not None and int(match.group(2)) < _HOUR:
            yield [self._quantity(int(match.group(1)) + Decimal(match.group(2)) / _HOUR, "hour", passage.text)]

    def _signed(self, passage: Passage) -> Iterator[list[Quantity]]:
        """A minus before an amount, or what says that it lies below zero behind it."""
        text = passage.text
        below = next((form for form in _forms(self._room, "below_zero") if text.lower().endswith(f" {form}")), "")
        above = text[1:].strip() if text[0] in _MINUS else text[:-len(below)].strip() if below else ""
        one = self._single(above) if above else None
        if one is not None and one.value is not None and one.value > 0 and one.unit_kind in _SIGNED:
            yield [replace(one, value=-one.value)]

    def _bounded(self, passage: Passage) -> Iterator[list[Quantity]]:
        """A bound before an amount that only a whole text is."""
        bound = passage.starting(0, *_BOUNDS)
        one = self._single(passage.text[bound.stop:].strip()) if bound is not None and bound.stop < len(passage.text) else None
        if bound is not None and one is not None and one.modifier == "exact":
            yield [replace(one, modifier=bound.id if one.value is not None else one.modifier)]
        opener = next((form for form in _forms(self._room, "date_range", "from") if passage.text.lower().startswith(f"{form} ")), "")
        if opener and passage.starting(0, "range_word") is None:
            yield self._read(passage.text[len(opener):].strip())

    def _summed(self, passage: Passage) -> Iterator[list[Quantity]]:
        """"1 hour and 30 minutes", "an hour and a quarter": an amount and a part of its unit."""
        text = passage.text
        joints = (*_forms(self._room, "list_word"), *_forms(self._room, "joiner", "and"), "")
        for i in (i for i, c in enumerate(text) if c == " "):
            left, right = text[:i], text[i:].strip()
            joint = next((form for form in joints if form and right.lower().startswith(f"{form} ")), "")
            right = right[len(joint):].strip()
            first = self._single(left)
            if first is None or first.value is None or first.unit is None or not right:
                continue
            last = self._single(right)
            if last is not None and (total := self._sum(first, last)) is not None:
                yield [total]
            part = self._number(right) if joint and (last is None or last.unit_kind == "ratio") else None
            if not joint and last is None and (tail := self._tail(first, right)) is not None:
                yield [replace(first, value=first.value + tail)]
            if part is not None and 0 < part < 1 and not right[0].isdigit():
                yield [replace(first, value=first.value + part)]

    def _tail(self, first: Quantity, right: str) -> Decimal | None:
        """A bare number behind a unit counts its tenths or hundredths ("1 m\u00e9t 75"), behind money its hundredths."""
        number = self._number(right)
        if number is None or number != number.to_integral_value() or not 0 < number < _HUNDRED:
            return None
        if first.unit_kind == "money":
            return number / _HUNDRED if number >= _TEN and not self._room.language.tail_digits else None
        measured = self._room.language.tail_digits and first.unit_kind in ("length", "mass")
        return number / (_TEN if number < _TEN else _HUNDRED) if measured else None

    def _sum(self, first: Quantity, last: Quantity) -> Quantity | None:
        larger, smaller = (self._knowledge.units.by_id.get(one.unit or "") for one in (first, last))
        if larger is None or smaller is None or smaller.factor is None or first.value is None or last.value is None or last.modifier != "exact":
            return None
        money = smaller.kind == "money" and smaller.base == larger.id
        measure = larger.factor is not None and larger.base == smaller.base and larger.kind == smaller.kind
        share = last.value * smaller.factor / (larger.factor or Decimal(1))
        if not (money or measure) or not 0 < share < 1:
            return None
        if share == share.quantize(_FINEST):
            return replace(first, value=first.value + share)
        return replace(last, value=first.value * (larger.factor or Decimal(1)) / smaller.factor + last.value)

    def _ranged(self, passage: Passage) -> Iterator[list[Quantity]]:
        """Two ends, each with its unit ("10% to 15%")."""
        text = passage.text
        opener = next((form for form in _forms(self._room, "date_range", "from") if text.lower().startswith(f"{form} ")), "")
        inner = text[len(opener):].strip()
        for form in (*_forms(self._room, "date_range", "to"), "-", "\u2013"):
            left, found, right = inner.partition(f" {form} ")
            first, last = (self._single(left), self._single(right)) if found else (None, None)
            if first is None or last is None or first.value is None or last.value is None:
                continue
            if first.unit == last.unit and first.value < last.value and last.modifier in ("exact", "at_most"):
                yield [replace(first, value=None, low=first.value, high=last.value)]

    def _spelled(self, passage: Passage) -> Iterator[list[Quantity]]:
        """The text with the short forms of its units written out."""
        written = passage.text
        for form, unit in _short_units(self._room).items():
            wording = _wording(self._room, self._knowledge, unit)
            if wording and form in written:
                short = re.escape(form)
                written = re.sub(rf"(?<=[0-9]) ?{short}(?![\w'])|(?<=\w ){short}(?![\w'])", f" {wording}", written)
        written = " ".join(written.split())
        if written != passage.text:
            yield self._read(written)


@lru_cache(maxsize=64)
def _phrases(room: Room) -> dict[str, tuple[str, str]]:
    phrases = {form.lower(): ("1", unit) for unit, forms in room.words("one_of_unit").items() for form in forms}
    for amount, forms in room.words("amount_alone").items():
        value, _, unit = amount.partition(" ")
        phrases.update({form.lower(): (value, unit) for form in forms})
    return phrases


@lru_cache(maxsize=64)
def _short_units(room: Room) -> dict[str, str]:
    forms = {form: unit for unit, forms in room.words("unit_alone").items() for form in forms}
    return dict(sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])))


@lru_cache(maxsize=256)
def _forms(room: Room, kind: str, ident: str = "") -> tuple[str, ...]:
    found = {form.lower() for concept, forms in room.words(kind).items() if not ident or concept == ident for form in forms}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def _wording(room: Room, knowledge: Knowledge, unit: str) -> str:
    """A wording of the unit that running text reads: a word of the room, else its sign."""
    words = room.words("unit").get(unit)
    return words[0] if words else next((sign for sign, concept in knowledge.units.after.items() if concept == unit), "")
