"""English numerals in words, in digits and in both, against num2words and by example."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pipeline.extract.reading import read_number, read_ordinal, read_quantity
from pipeline.knowledge import load_knowledge

KNOWN = load_knowledge()
ROOM = KNOWN.rooms["en"]
MOST = 10**12


@given(st.integers(min_value=0, max_value=MOST))
def test_cardinals_are_read_as_they_are_spelled(value: int) -> None:
    assert read_number(num2words(value, lang="en"), ROOM) == value


@given(st.integers(min_value=0, max_value=MOST))
def test_cardinals_are_read_without_their_and(value: int) -> None:
    assert read_number(num2words(value, lang="en").replace(" and ", " ").replace(",", ""), ROOM) == value


@given(st.integers(min_value=1, max_value=MOST))
def test_ordinals_are_read_as_they_are_spelled(value: int) -> None:
    assert read_ordinal(num2words(value, lang="en", to="ordinal"), ROOM) == value


@given(st.integers(min_value=1, max_value=10**6))
def test_ordinals_in_digits_have_their_value(value: int) -> None:
    assert read_ordinal(num2words(value, lang="en", to="ordinal_num"), ROOM) == value


@given(st.integers(min_value=0, max_value=MOST), st.integers(min_value=1, max_value=99))
def test_grouped_digits_have_their_value(whole: int, part: int) -> None:
    assert read_number(f"{whole:,}.{part:02d}", ROOM) == Decimal(f"{whole}.{part:02d}")


@pytest.mark.parametrize(("text", "value"), [
    ("zero", 0), ("nought", 0), ("seven", 7), ("nineteen", 19), ("Sixty-three", 63), ("sixty three", 63), ("a hundred", 100), ("one hundred", 100),
    ("two hundred and thirty", 230),
    ("two hundred thirty", 230), ("a thousand", 1000), ("twelve hundred", 1200), ("one hundred and twenty-one thousand", 121000),
    ("three hundred million", 300000000),
    ("seven hundred twenty-one thousand twelve", 721012), ("a million", 1000000), ("two billion", 2 * 10**9), ("five trillion", 5 * 10**12),
    ("a dozen", 12), ("two dozen", 24),
    ("half a dozen", 6), ("a hundred thousand", 100000), ("half a million", 500000), ("a million and a half", 1500000),
    ("two and a half million", 2500000), ("one and a half", "1.5"),
    ("five and a half", "5.5"), ("three and a quarter", "3.25"), ("one and three quarters million", 1750000), ("half", "0.5"), ("a half", "0.5"),
    ("three quarters", "0.75"),
    ("two-fifths", "0.4"), ("five eighths", "0.625"), ("one tenth", "0.1"), ("two point five", "2.5"), ("zero point zero five", "0.05"),
    ("minus five", -5), ("negative twenty-one", -21),
    ("a couple of", 2), ("a pair of", 2), ("12", 12), ("007", 7), ("100,000", 100000), ("1,234.56", "1234.56"), (".77", "0.77"), ("0.77", "0.77"),
    ("1/4", "0.25"), ("2 1/2", "2.5"),
    ("7-3/4", "7.75"), ("\u00bd", "0.5"), ("2\u00bd", "2.5"), ("100k", 100000), ("3M", 3000000), ("1.5m", 1500000), ("1.2bn", 1200000000),
    ("5mln", 5000000), ("3 million", 3000000),
    ("12 thousand", 12000), ("2 million 500 thousand", 2500000), ("1.2 trillion", 1200000000000), ("30 lakh", 3000000), ("-5", -5),
    ("-1,200", -1200), ("12 500", 12500),
])
def test_a_numeral_has_its_value(text: str, value: int | str) -> None:
    assert read_number(text, ROOM) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "second", "one another", "no one", "and", "five people", "1.2.3.4", "12,34,56", "one day", "point",
"the two", "three four", "a few"])
def test_what_is_no_single_number_has_no_value(text: str) -> None:
    assert read_number(text, ROOM) is None


@pytest.mark.parametrize(("text", "place"), [
    ("first", 1), ("the third", 3), ("twenty-first", 21), ("the seventy third", 73), ("one hundred and first", 101), ("hundredth", 100),
    ("thousandth", 1000), ("1st", 1), ("22nd", 22), ("the 7th", 7),
    ("103rd", 103), ("11th", 11), ("No. 5", 5),
])
def test_an_ordinal_names_its_place(text: str, place: int) -> None:
    assert read_ordinal(text, ROOM) == place


@pytest.mark.parametrize("text", ["twenty", "5", "thirdly", "one hundred", "second hand", "the", ""])
def test_what_names_no_place_is_no_ordinal(text: str) -> None:
    assert read_ordinal(text, ROOM) is None


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("$20", 20, "USD"), ("20 bucks", 20, "USD"), ("US$3.5 million", 3500000, "USD"), ("\u00a35.05", "5.05", "GBP"),
    ("\u20ac12bn", 12 * 10**9, "EUR"), ("VN\u0110140 billion", 140 * 10**9, "VND"),
    ("300bn yen", 300 * 10**9, "JPY"), ("USD 3bn", 3 * 10**9, "USD"), ("50 cents", 50, "cent"), ("75p", 75, "penny"),
    ("3.5 mln dlrs", 3500000, "USD"), ("570 rupees", 570, "INR"), ("4,000 Swiss francs", 4000, "CHF"),
    ("30 minutes", 30, "minute"), ("two and a half hours", "2.5", "hour"), ("half an hour", "0.5", "hour"), ("a hundred days", 100, "day"),
    ("three weeks", 3, "week"), ("two years", 2, "year"), ("one month", 1, "month"),
    ("3 lbs", 3, "pound"), ("5 km", 5, "kilometre"), ("2,000m", 2000, "metre"), ("6 feet", 6, "foot"), ("5 1/2 inches", "5.5", "inch"),
    ("80 miles per hour", 80, "mile_per_hour"), ("90km/h", 90, "kilometre_per_hour"),
    ("38mph", 38, "mile_per_hour"), ("12 hectares", 12, "hectare"), ("260 sq.m", 260, "square_metre"), ("1,500ha", 1500, "hectare"),
    ("7.5 per cent", "7.5", "percent"), ("15 pct", 15, "percent"), ("4 percentage points", 4, "percentage_point"),
    ("25 basis points", 25, "basis_point"), ("15C", 15, "degree_celsius"), ("10 degrees Celsius", 10, "degree_celsius"),
    ("-5\u00b0C", -5, "degree_celsius"), ("2 tonnes", 2, "tonne"), ("60 million kWh", 60000000, "kilowatt_hour"),
    ("an hour", 1, "hour"), ("a week", 1, "week"), ("an hour and a half", "1.5", "hour"), ("a couple of minutes", 2, "minute"),
    ("a quarter of a mile", "0.25", "mile"),
    ("3 litres", 3, "litre"), ("18 barrels", 18, "barrel"), ("5 metres", 5, "metre"),
])
def test_an_amount_has_its_unit(text: str, value: int | str, unit: str) -> None:
    (quantity,) = read_quantity(text, ROOM, KNOWN)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "low", "high", "unit"), [
    ("$5-6 million", 5000000, 6000000, "USD"), ("between 10 and 20 dollars", 10, 20, "USD"),
    ("VN\u011065-70 trillion", 65 * 10**12, 70 * 10**12, "VND"), ("two or three years", 2, 3, "year"), ("3-5 km", 3, 5, "kilometre"),
    ("from 8% to 10%", 8, 10, "percent"), ("5.5 to 6 million tonnes", 5500000, 6000000, "tonne"),
])
def test_a_range_has_both_ends(text: str, low: int, high: int, unit: str) -> None:
    (quantity,) = read_quantity(text, ROOM, KNOWN)
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "modifier"), [
    ("about $10", "approx"), ("under 5 miles", "less_than"), ("at least 3 kg", "at_least"), ("no more than 20 minutes", "at_most"),
    ("nearly 5 years", "nearly"), ("over 200 acres", "more_than"), ("5 km or more", "at_least"),
])
def test_an_amount_has_its_bound(text: str, modifier: str) -> None:
    (quantity,) = read_quantity(text, ROOM, KNOWN)
    assert quantity.modifier == modifier
