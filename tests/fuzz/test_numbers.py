"""Numbers that are written come back as they were; what is no number breaks nothing (the long hunt is `python benchmarks/fuzz_numbers.py`)."""

from __future__ import annotations

import random
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.numbers_entry import LANGUAGES, read_one, read_text, seeds

MARKS = {"en": (",", "."), "pl": (" ", ","), "vi": (".", ",")}
SECONDS = 2


def written(value: Decimal, language: str) -> str:
    """A number in the notation of a language, thousands set apart from five digits on."""
    thousands, point = MARKS[language]
    whole, _, fraction = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands) if len(whole) > 4 else whole
    return grouped + (point + fraction if fraction else "")


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, derandomize=True, deadline=None)
@given(whole=st.integers(0, 10**15), fraction=st.sampled_from(["", "5", "25", "07", "1234"]))
def test_a_written_number_is_read_as_it_was(language: str, whole: int, fraction: str) -> None:
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    assert read_text(written(value, language), language) == value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [
    "9" * 31, "9" * 5000, "1e9999999", "1e31", "9" * 30 + "e30", "10^999", "1/0", "0/0", "5 " * 200, "-" * 400, "- " * 200 + "5", "NaN", "Infinity",
])
def test_numbers_without_bounds_are_none_or_small_and_read_in_time(language: str, text: str) -> None:
    began = time.process_time()
    read_text(text, language)
    assert time.process_time() - began < 2


def test_more_digits_than_thirty_are_no_number() -> None:
    assert all(read_text("9" * 31, language) is None for language in LANGUAGES)
    assert all(read_text("9" * 15, language) == 10**15 - 1 for language in LANGUAGES)


def test_wounds_break_no_number() -> None:
    dice = random.Random(1)
    some = seeds()
    began = time.process_time()
    tried = 0
    while time.process_time() - began < SECONDS:
        data = bytearray(dice.choice(some) + (b" " + dice.choice(some)[1:] if dice.random() < 0.5 else b""))
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(1, len(data))
            if dice.random() < 0.4:
                data[at] = dice.randrange(256)
            elif dice.random() < 0.5:
                data[at:at] = dice.choice((b"0", b"/", b"-", b",", b".", b"e", b"9" * 40, b" ", b"%"))
            else:
                data[at:at] = data[at // 2:at]
        read_one(bytes(data))
        tried += 1
    assert tried > 100
