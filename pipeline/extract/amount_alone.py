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
_FEET = re.compile("([0-9]{1,3}) ?['\u2019\u2032] ?([0-9]{1,2}(?:[.][0-9]{1,2})?) ?(?:\"|\u201d|\u2033|''|\u2032\u2032)?")
_MINUS = "-\u2212\u2013"
_BOUNDS = ("bound_before", "bound_beside", "bound_form")
_SIGNED = frozenset({"temperature", "share", "ratio", "money"})
_FINEST = Decimal("0.000001")
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[^\W_])")
_HOUR = 60
_FOOT = 12
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_MOST = Decimal("1e24")


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
        steps = (self._phrase, self._hours, self._opened, self._signed, self._bounded, self._part, self._summed, self._ranged, self._spelled)
        for step in (*steps, self._money):
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
        if rest and one is not None and one[0] == "1":
            amount = self._quantity(Decimal(1), one[1], passage.text[:len(first)])
            tail = self._tail(amount, rest)
            yield [replace(amount, value=1 + tail)] if tail is not None else []

    def _opened(self, passage: Passage) -> Iterator[list[Quantity]]:
        """What only opens an amount, a scale without its one, feet and inches by their marks, the dot of a short form."""
        text, lowered = passage.text, passage.text.lower()
        opener = next((form for form in _forms(self._room, "amount_opener") if lowered.startswith(f"{form} ")), "")
        if opener:
            yield self._read(text[len(opener):].strip())
        ones = self._room.words("cardinal").get("1", ())
        if ones and not self._room.language.bare_scale and any(lowered.startswith(f"{form} ") for form in _forms(self._room, "scale")):
            yield self._read(f"{ones[0]} {lowered}")
        feet = _FEET.fullmatch(text)
        if feet is not None and Decimal(feet.group(2)) < _FOOT:
            inches = Decimal(feet.group(1)) * _FOOT + Decimal(feet.group(2))
            whole = inches / _FOOT
            yield [self._quantity(whole, "foot", text) if whole == whole.quantize(_FINEST) else self._quantity(inches, "inch", text)]
        if text[-1] == "." and text[-2:-1].isalpha():
            yield self._read(text[:-1])

    def _part(self, passage: Passage) -> Iterator[list[Quantity]]:
        """"Half of a percent": so much of one of a unit."""
        for form in _forms(self._room, "part_word", "of"):
            left, found, right = passage.text.partition(f" {form} ")
            part, whole = (self._number(left), self._single(right)) if found and left and right else (None, None)
            if part is not None and whole is not None and whole.value == 1 and 0 < part < 1:
                yield [replace(whole, value=part)]
        first, _, rest = passage.text.partition(" ")
        ones = self._room.words("cardinal").get("1", ())
        if rest and first.isalpha() and ones and self._room.language.inflection == "suffixes" and (part := self._number(first)) is not None:
            whole = self._single(f"{ones[0]} {rest}")  # "quarter mile"
            yield [replace(whole, value=part)] if whole is not None and whole.value == 1 and 0 < part < 1 else []

    def _hours(self, passage: Passage) -> Iterator[list[Quantity]]:
        """"1h30" is an amount of hours where nothing says that it is one of the clock."""
        match = _HOURS.fullmatch(passage.text)
        if match is not None and int(match.group(2)) < _HOUR:
            yield [self._quantity(int(match.group(1)) + Decimal(match.group(2)) / _HOUR, "hour", passage.text)]

    def _money(self, passage: Passage) -> Iterator[list[Quantity]]:
        """"20k", "twenty thousand": thousands of nothing are the one money of the language; a figure written out is a mere number."""
        currency = self._room.language.currency
        value = self._number(passage.text) if currency is not None and any(map(str.isalpha, passage.text)) else None
        if value is not None and currency is not None and _THOUSAND <= value < _MOST and not value % _THOUSAND:
            yield [self._quantity(value, currency, passage.text)]

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
            left, right = text[:i].rstrip(","), text[i:].strip()
            joint = next((form for form in joints if form and right.lower().startswith(f"{form} ")), "")
            right = right[len(joint):].strip()
            first = self._single(left)
            last = self._single(right) if right else None
            if first is None and joint and last is not None and last.value is not None and 0 < last.value < 1:
                whole = self._number(left)  # "thirty-six and six tenths of a degree"
                yield [replace(last, value=whole + last.value)] if whole is not None and whole == whole.to_integral_value() else []
            if first is None or first.value is None or first.unit is None or not right:
                continue
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
        measured = self._room.language.tail_digits and first.unit_kind in ("length", "mass", "temperature")
        tall = first.unit == "metre" and number >= _TEN
        return number / (_TEN if number < _TEN else _HUNDRED) if measured or tall else None

    def _sum(self, first: Quantity, last: Quantity) -> Quantity | None:
        larger, smaller = (self._knowledge.units.by_id.get(one.unit or "") for one in (first, last))
        if larger is None or smaller is None or smaller.factor is None or first.value is None or last.value is None or last.modifier != "exact":
            return None
        money = self._knowledge.units.is_part_of_money(smaller, larger)
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
        for form in (*_forms(self._room, "date_range", "to"), *_forms(self._room, "range_word", "or"), "-", "\u2013"):
            left, found, right = inner.partition(f" {form} ")
            first, last = (self._single(left), self._single(right)) if found else (None, None)
            if last is None or last.value is None:
                continue
            low = self._number(left) if first is None else first.value
            if low is not None and (first is None or first.unit == last.unit) and low < last.value:
                raised = low * self._scale_of(right) if first is None or not any(c.isalpha() for c in left) else low
                low = raised if raised < last.value else low
                first = first or last
            if first is None or low is None:
                continue
            first = replace(first, value=low)
            if first.unit == last.unit and low < last.value and last.modifier in ("exact", "at_most"):
                yield [replace(first, value=None, low=low, high=last.value)]

    def _scale_of(self, text: str) -> Decimal:
        """The largest scale word of an amount, which its lower end may share; 1 where it has none."""
        words = text.lower().split()
        scales = [Decimal(scale) for scale, forms in self._room.words("scale").items() if any(form.lower() in words for form in forms)]
        return max(scales, default=Decimal(1))

    def _spelled(self, passage: Passage) -> Iterator[list[Quantity]]:
        """The text with the short forms of its units written out."""
        written = _HYPHEN.sub(" ", passage.text)
        if written != passage.text:
            yield self._read(written)
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
    """A wording of the unit that running text reads: the shortest word of the room, which no case has lengthened, else its sign."""
    words = room.words("unit").get(unit)
    return min(words, key=len) if words else next((sign for sign, concept in knowledge.units.after.items() if concept == unit), "")
