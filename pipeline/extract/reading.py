"""Texts that are one number, one ordinal or one quantity and nothing else."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from pipeline.extract.amount_alone import AmountReader
from pipeline.extract.atoms import scale_letters
from pipeline.extract.draft import Draft
from pipeline.extract.number import Number
from pipeline.extract.number_alone import read_number_alone
from pipeline.extract.numerals import read_numbers
from pipeline.extract.ordinals import read_whole_ordinal
from pipeline.extract.quantities import quantity_of, read_drafts
from pipeline.knowledge import Knowledge, Room
from pipeline.records import Article, Block, Dossier, Passage, Quantity, Source
from pipeline.scan import scan_article

__all__ = ["read_number", "read_ordinal", "read_quantity"]

_COMPARED = {"increase_by": "more_than", "decrease_by": "less_than"}
_MOST_PARTS = 2
_STUFF = re.compile(r"(?: [^\W\d_]+){1,2}")
_NO_STUFF = ("list_word", "cardinal", "cardinal_first", "cardinal_last", "cardinal_inner", "joiner", "scale")
_STUFFED = ("mass", "volume", "length", "area")
_MINUS = "-\u2212\u2013"


def read_number(text: str, room: Room) -> Decimal | None:
    """The value of a text that is one number in digits, words or both; None where any part of it is something else.

    >>> from pipeline.knowledge import load_knowledge
    >>> read_number("hai tr\u0103m linh n\u0103m", load_knowledge().rooms["vi"])
    Decimal('205')
    """
    whole = unicodedata.normalize("NFC", text).strip()
    return _number(whole, room, _MOST_PARTS)


def _number(text: str, room: Room, depth: int) -> Decimal | None:
    value = _plain_number(text, room)
    if value is not None or not depth:
        return value
    return read_number_alone(text, room, lambda part: _number(part, room, depth - 1), lambda part: _plain_ordinal(part, room))


def _plain_number(text: str, room: Room) -> Decimal | None:
    passage = _dossier(_without_commas(text), room).passages[0]
    size = len(passage.text)
    if not size:
        return None
    if passage.text[0] == "+" and passage.text[1:2].isdigit():
        return _plain_number(passage.text[1:], room)
    if passage.text[0] in _MINUS:
        if passage.text[1:].lstrip()[:1] in tuple(_MINUS):
            return None
        positive = read_number(passage.text[1:], room)
        return -positive if positive is not None and positive > 0 else None
    numbers = read_numbers(passage, room)
    if len(numbers) == 2 and passage.text[numbers[0].stop:numbers[1].start].strip() == "/":
        return _ratio(numbers[0], numbers[1], size)
    if len(numbers) == 1 and (numbers[0].start, numbers[0].stop) == (0, size):
        return numbers[0].value
    letter = scale_letters(room).get(passage.text[numbers[0].stop:]) if len(numbers) == 1 and numbers[0].start == 0 else None
    if letter is not None and numbers[0].value is not None:
        return numbers[0].value * Decimal(letter)
    inner = passage.starting(0, "cardinal_inner", "scale") if not numbers else None
    return Decimal(inner.id) if inner is not None and (inner.start, inner.stop) == (0, size) else None


def _ratio(above: Number, below: Number, size: int) -> Decimal | None:
    if above.start or below.stop != size or above.value is None or not below.value:
        return None
    return above.value / (below.value / below.power) * below.power  # "1/2 million" is half of one


def read_ordinal(text: str, room: Room) -> int | None:
    """The place that a text names ("21st"); None where it is no ordinal or more than one."""
    value = _plain_ordinal(text, room)
    one = room.words("cardinal").get("1")
    if value is not None or not one or room.language.bare_scale:
        return value
    return _plain_ordinal(f"{one[0]} {text.strip()}", room) if any(text.strip().lower().startswith(f"{word} ") for word in _scales(room)) else None


def _scales(room: Room) -> tuple[str, ...]:
    return tuple(form for forms in room.words("scale").values() for form in forms)


def _plain_ordinal(text: str, room: Room) -> int | None:
    passage = _dossier(_without_commas(text), room).passages[0]
    whole = read_whole_ordinal(passage, room)
    last = passage.ending(len(passage.text), "ordinal") if whole is None else None
    if last is None or not last.start:
        return whole
    for kind in ("cardinal", "scale"):  # "one thousand one hundredth" is spelled as its cardinal but for the last word
        for word in room.words(kind).get(last.id, ()):
            value = read_number(passage.text[:last.start] + word, room)
            if value is not None:
                return int(value)
    return None


def _without_commas(text: str) -> str:
    """Number words without the commas that group them ("one thousand, two hundred")."""
    return text if any(c.isdigit() for c in text) else text.replace(", ", " ")


def read_quantity(text: str, room: Room, knowledge: Knowledge) -> list[Quantity]:
    """The quantities of a text that is nothing but amounts with their units; empty where any part of it is something else.

    >>> from pipeline.knowledge import load_knowledge
    >>> known = load_knowledge()
    >>> read_quantity("kho\u1ea3ng 10 usd", known.rooms["vi"], known)[0].modifier
    'approx'
    """
    return _quantities(unicodedata.normalize("NFC", text).strip(), room, knowledge, _MOST_PARTS)


def _quantities(text: str, room: Room, knowledge: Knowledge, depth: int) -> list[Quantity]:
    found = _plain_quantities(text, room, knowledge)
    if depth and (not found or len(found) > 1 or any(one.unit is None for one in found)):
        apart = AmountReader(room, knowledge, lambda part: _quantities(part, room, knowledge, depth - 1), lambda part: _number(part, room, 1))
        return apart.read(_dossier(text, room).passages[0]) or found
    return found


def _plain_quantities(text: str, room: Room, knowledge: Knowledge) -> list[Quantity]:
    dossier = _dossier(text, room)
    passage = dossier.passages[0]
    drafts = read_drafts(passage, dossier, room, knowledge, ones=True)
    if not drafts and (one := _one(passage, knowledge)) is not None:
        return [one]
    at = 0
    for draft in drafts:
        compared = passage.ending(draft.start, "comparative") if at == 0 else None
        if compared is not None and compared.start == 0:
            draft.start, draft.modifier = 0, _COMPARED.get(compared.id, "exact")  # "less than 7 EUR" compares with nothing else here
        if draft.unit is None or not _links(passage, at, draft.start, first=at == 0):
            return []
        at = draft.stop
    often = passage.starting(at, "per_adverb") if drafts and drafts[-1].per is not None else None
    at = often.stop if often is not None else at
    return [quantity_of(draft) for draft in drafts] if drafts and (at == len(passage.text) or _is_of_stuff(passage, drafts[-1], at, room)) else []


def _is_of_stuff(passage: Passage, draft: Draft, at: int, room: Room) -> bool:
    """Whether nothing but the stuff that is measured stands behind a measure, or a vessel ("two pounds of meat", "3 glasses of milk")."""
    unit = draft.unit
    if unit is None or not (unit.kind in _STUFFED or (unit.kind == "count" and unit.unit is None)):
        return False
    # the genitive, or the order of the words, says "of"
    bare = room.language.inflection != "suffixes"
    return _is_stuff(passage, at) or (bare and _STUFF.fullmatch(passage.text, at) is not None and passage.starting(at, *_NO_STUFF) is None)


def _is_stuff(passage: Passage, at: int) -> bool:
    word = passage.starting(at, "part_word")
    return word is not None and word.id == "of" and passage.text[word.stop:].strip().isalpha()


def _one(passage: Passage, knowledge: Knowledge) -> Quantity | None:
    """"An hour", "a week and a half": one of a unit, told by an article."""
    article = passage.starting(0, "distance_word")
    unit = passage.starting(article.stop, "unit") if article is not None and article.id == "one" else None
    if unit is None:
        return None
    half = passage.starting(unit.stop, "joiner")
    value, stop = (Decimal("1.5"), half.stop) if half is not None and half.id == "half" else (Decimal(1), unit.stop)
    text, kind = passage.text[unit.start:unit.stop], knowledge.units.kind(unit.id)
    whole = stop == len(passage.text) or (kind in _STUFFED and _is_stuff(passage, stop))
    return Quantity(value, unit=unit.id, unit_kind=kind, unit_text=text) if whole else None


def _links(passage: Passage, start: int, stop: int, *, first: bool) -> bool:
    """Whether nothing but the joint of a list stands between two amounts."""
    gap = passage.text[start:stop].strip(" ,;")
    opener = passage.ending(stop, "range_word", "filler", "left_unit") if first and gap else None
    if opener is not None:
        return opener.start == start  # "between 10 and 20 dollars"
    if first or not gap:
        return start == stop if first else True
    joint = passage.ending(stop, "joiner", "list_word")
    return joint is not None and not passage.text[start:joint.start].strip(" ,;")


def _dossier(text: str, room: Room) -> Dossier:
    whole = unicodedata.normalize("NFC", text).strip()
    article = Article("", whole, None, (Block("body", 0, len(whole)),), Source("", None, None, None, None, None, "", "utf-8"))
    dossier = Dossier(article, language=room.code)
    dossier.passages = scan_article(article, room)
    return dossier
