"""Polish numerals against num2words and the dictionary's own forms, up to 10^12."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import morfeusz2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from pipeline.extract.reading import read_number, read_ordinal
from pipeline.knowledge import Room, load_knowledge

CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
CARDINALS = {
    2: "dwa", 3: "trzy", 4: "cztery", 5: "pięć", 6: "sześć", 7: "siedem", 8: "osiem", 9: "dziewięć", 10: "dziesięć",
    11: "jedenaście", 12: "dwanaście", 13: "trzynaście", 14: "czternaście", 15: "piętnaście", 16: "szesnaście",
    17: "siedemnaście", 18: "osiemnaście", 19: "dziewiętnaście", 20: "dwadzieścia", 30: "trzydzieści", 40: "czterdzieści",
    50: "pięćdziesiąt", 60: "sześćdziesiąt", 70: "siedemdziesiąt", 80: "osiemdziesiąt", 90: "dziewięćdziesiąt",
    100: "sto", 200: "dwieście", 300: "trzysta", 400: "czterysta", 500: "pięćset", 600: "sześćset", 900: "dziewięćset",
}
ORDINALS = {
    1: "pierwszy", 2: "drugi", 3: "trzeci", 4: "czwarty", 7: "siódmy", 8: "ósmy", 11: "jedenasty", 19: "dziewiętnasty", 20: "dwudziesty",
    30: "trzydziesty", 40: "czterdziesty", 60: "sześćdziesiąty", 90: "dziewięćdziesiąty", 100: "setny",
}
WHOLE = st.one_of(st.integers(1, 2000), st.integers(1, 10**6), st.integers(1, 10**12))


@lru_cache(maxsize=1)
def polish() -> Room:
    return load_knowledge().rooms["pl"]


@lru_cache(maxsize=1)
def dictionary() -> morfeusz2.Morfeusz:
    return morfeusz2.Morfeusz(expand_tags=True)


def forms(lemma: str, case: str, *, collective: bool = False) -> list[str]:
    """The forms of a numeral in a case; those of sets ("dwoje") only where asked for."""
    rows = dictionary().generate(lemma)
    return sorted({form for form, _, tag, *_ in rows if f":{case}:" in tag and tag.startswith("num") and (":col" in tag) == collective})


@given(WHOLE)
@settings(max_examples=300, deadline=None)
def test_what_num2words_spells_is_read_back(number: int) -> None:
    assert read_number(num2words(number, lang="pl"), polish()) == number


@given(st.integers(1, 10**12))
@settings(max_examples=100, deadline=None)
def test_groups_by_spaces_or_dots_are_one_number(number: int) -> None:
    spaced = f"{number:,}".replace(",", " ")
    assert read_number(spaced, polish()) == number
    if number >= 1000:
        assert read_number(spaced.replace(" ", "\u00a0"), polish()) == number
        assert read_number(spaced.replace(" ", "."), polish()) == number


@given(st.integers(0, 10**6), st.integers(0, 99))
@settings(max_examples=100, deadline=None)
def test_a_comma_before_two_digits_is_decimal(whole: int, part: int) -> None:
    assert read_number(f"{whole},{part:02d}", polish()) == Decimal(f"{whole}.{part:02d}")


@pytest.mark.parametrize("value", sorted(CARDINALS))
def test_every_form_of_a_cardinal_has_its_value(value: int) -> None:
    for case in CASES:
        for form in forms(CARDINALS[value], case):
            assert read_number(form, polish()) == value, (form, case)


@pytest.mark.parametrize("value", range(2, 10))
def test_numerals_of_sets_have_the_value_of_their_cardinal(value: int) -> None:
    found = [form for case in CASES for form in forms(CARDINALS[value], case, collective=True)]
    assert found
    for form in found:
        assert read_number(form, polish()) == value, form


@given(st.sampled_from([20, 30, 40, 50, 60, 70, 80, 90]), st.integers(2, 9), st.sampled_from(["gen", "dat", "inst", "loc"]))
@settings(max_examples=80, deadline=None)
def test_tens_and_units_agree_in_case(tens: int, unit: int, case: str) -> None:
    for first in forms(CARDINALS[tens], case):
        for second in forms(CARDINALS[unit], case):
            assert read_number(f"{first} {second}", polish()) == tens + unit


@pytest.mark.parametrize(("text", "value"), [
    ("tysiąc", 1000), ("tysiąca", 1000), ("dwa tysiące", 2000), ("dwoma tysiącami", 2000), ("pięć tysięcy", 5000), ("stu tysiącom", 100000),
    ("półtora", "1.5"), ("półtorej", "1.5"), ("półtora tysiąca", 1500), ("półtora miliona", 1500000), ("dwa i pół", "2.5"),
    ("dwa i pół miliona", 2500000), ("pół miliona", 500000), ("ćwierć miliarda", 250000000), ("trzy czwarte", "0.75"), ("jedna piąta", "0.2"),
    ("siedem ósmych", "0.875"), ("1,2 mln", 1200000), ("2 bln 784 mld", 2784000000000), ("3 mln 400 tys.", 3400000), ("12,5 tys.", 12500),
    ("tuzin", 12),
    ("dwa tuziny", 24), ("setka", 100), ("dwie setki", 200), ("oboje", 2), ("obydwie", 2), ("minus trzy", -3), ("zero", 0), ("milion", 1000000),
    ("trzy miliardy", 3000000000),
    ("1 234 567,89", "1234567.89"), ("1.234,5", "1234.5"), ("dwa przecinek pięć", "2.5"),
])
def test_a_numeral_of_any_make_has_its_value(text: str, value: int | str) -> None:
    assert read_number(text, polish()) == Decimal(value)


@pytest.mark.parametrize("text", ["kilkanaście", "setki", "dwa trzy cztery", "pierwszy", "dwudziesty piąty", "sto domów", "1.23.4", "12-34"])
def test_what_is_no_one_number_is_none(text: str) -> None:
    assert read_number(text, polish()) is None


@pytest.mark.parametrize("value", sorted(ORDINALS))
def test_ordinals_are_read_in_all_their_forms(value: int) -> None:
    rows = dictionary().generate(ORDINALS[value])
    found = sorted({form for form, _, tag, *_ in rows if tag.startswith("adj:")})
    assert len(found) > len(CASES)
    for form in found:
        assert read_ordinal(form, polish()) == value, form


@pytest.mark.parametrize(("text", "value"), [
    ("dwudziesty pierwszy", 21), ("dwudziestego pierwszego", 21), ("trzydziestej ósmej", 38), ("sto dwudziesty piąty", 125),
    ("dziewięćdziesiąta dziewiąta", 99),
])
def test_ordinals_of_two_words_inflect_both(text: str, value: int) -> None:
    assert read_ordinal(text, polish()) == value
