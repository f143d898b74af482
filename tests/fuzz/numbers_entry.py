"""The grammar of numbers as one function of bytes, for a hunt of any kind."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.reading import read_number, read_ordinal, read_quantity
from pipeline.knowledge import load_knowledge

LANGUAGES = ("en", "pl", "vi")
MOST_CHARACTERS = 400
_LARGEST = Decimal("1e61")
"""Thirty digits times ten to the thirtieth."""
SEEDS = {
    "en": ("1,234.5", "minus two and a half million", "3/4", "one hundred and five thousandths", "5-7", "21st", "nearly 5 billion", "2e5", "10^6"),
    "pl": ("1 234,5", "minus dwa i pół miliona", "3/4", "sto pięć tysięcznych", "od 5 do 7", "XXI", "blisko 5 mld", "2,5 tys.", "półtora"),
    "vi": ("1.234,5", "âm hai triệu rưỡi", "3/4", "một trăm linh năm phần nghìn", "từ 5 đến 7", "thứ 21", "gần 5 tỷ", "2k5", "mươi lăm vạn"),
}


def read_text(text: str, language: str) -> Decimal | None:
    """Read a text in every way; the number, which is finite, bounded and the same again."""
    known = load_knowledge()
    room = known.rooms[language]
    value = read_number(text, room)
    if value is not None:
        assert value.is_finite()
        assert abs(value) < _LARGEST
        assert read_number(text, room) == value
    place = read_ordinal(text, room)
    assert place is None or abs(place) < _LARGEST
    for quantity in read_quantity(text, room, known):
        assert all(one is None or abs(one) < _LARGEST for one in (quantity.value, quantity.low, quantity.high))
    return value


def read_one(data: bytes) -> Decimal | None:
    """The first byte chooses the language, the rest is the text."""
    return read_text(data[1:].decode("utf-8", "ignore")[:MOST_CHARACTERS], LANGUAGES[data[0] % len(LANGUAGES)]) if data else None


def seeds() -> list[bytes]:
    """Numbers to begin with."""
    return [bytes([LANGUAGES.index(language)]) + text.encode() for language, texts in SEEDS.items() for text in texts]
