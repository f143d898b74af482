"""Vietnamese numerals in words, in digits and in both, against num2words and by example."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pipeline.extract.reading import read_number, read_ordinal, read_quantity
from pipeline.knowledge import load_knowledge

KNOWN = load_knowledge()
ROOM = KNOWN.rooms["vi"]
BILLION = 10**12


@pytest.mark.parametrize(("text", "value"), [
    ("không", 0), ("năm", 5), ("mười", 10), ("mười một", 11), ("mười bốn", 14), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21),
    ("hai mươi tư", 24), ("hai mươi lăm", 25), ("hai mươi nhăm", 25),
    ("ba mươi mốt", 31), ("hăm ba", 23), ("hai lăm", 25), ("ba mốt", 31), ("chín mươi chín", 99), ("một trăm", 100), ("trăm rưỡi", 150),
    ("một trăm lẻ ba", 103), ("hai trăm linh năm", 205), ("hai trăm mười", 210),
    ("năm trăm năm mươi lăm", 555), ("một trăm hai", 120), ("trăm tư", None), ("một trăm tư", 140), ("một nghìn", 1000),
    ("một ngàn không trăm linh năm", 1005), ("hai nghìn rưỡi", 2500), ("một nghìn hai", 1200), ("mười lăm nghìn", 15000),
    ("hai vạn", 20000), ("hai vạn rưỡi", 25000), ("một trăm nghìn", 100000), ("một triệu hai", 1200000), ("ba triệu rưỡi", 3500000),
    ("hai triệu một trăm nghìn", 2100000), ("một tỷ", 10**9), ("ba tỉ hai", 3200000000),
    ("hai nghìn tỷ", 2 * 10**12), ("một triệu tỷ", 10**15), ("hai chục", 20), ("ba chục nghìn", 30000), ("một tá", 12), ("năm tá", 60),
    ("âm năm", -5), ("âm hai mươi mốt", -21), ("một phẩy hai", "1.2"), ("không phẩy bảy lăm", "0.75"), ("không phẩy không năm", "0.05"),
    ("tám mươi mốt phẩy không bảy bốn chín", "81.0749"), ("hai phẩy năm triệu", 2500000), ("ba chấm mười bốn", "3.14"),
    ("một phần tư", "0.25"), ("ba phần tư", "0.75"), ("hai phần năm", "0.4"), ("một phần mười", "0.1"), ("nửa", "0.5"), ("một nửa", "0.5"),
    ("hai rưỡi", "2.5"), ("nửa triệu", 500000),
    ("100.000", 100000), ("3.000.000", 3000000), ("1.234,56", "1234.56"), ("0,77", "0.77"), ("1,2 triệu", 1200000), ("1.2 tỷ", 1200000000),
    ("3 triệu", 3000000), ("12 nghìn", 12000), ("5 vạn", 50000), ("2 nghìn 150", 2150), ("1 triệu 8", 1800000), ("2 tỷ 300", 2300000000),
    ("3 tỷ 500 triệu", 3500000000), ("-5", -5), ("- 1.200.000", -1200000), ("3/4", "0.75"), ("01", 1), ("007", 7),
    ("100k", 100000), ("3M", 3000000), ("1,2M", 1200000), ("-1200K", -1200000), (",0012G", 1200000), ("½", "0.5"), ("2¾", "2.75"),
    ("bảy mươi ba phẩy không tám", "73.08"), ("mười hai phần hai mươi lăm", "0.48"), ("một triệu không trăm linh hai", 1000002),
])
def test_a_numeral_has_its_value(text: str, value: int | str | None) -> None:
    assert read_number(text, ROOM) == (None if value is None else Decimal(value))


@pytest.mark.parametrize("text", [
    "", " ", "năm nay", "hàng năm", "một số", "ba mẹ", "tư nhân", "đầu tư", "tỷ lệ", "hai bên", "năm năm", "hai ba", "phẩy", "linh năm", "rưỡi",
    "5 người", "1.2.3.4,5", "12,34,56", "một hai ba bốn", "bốn bốn", "không không",
])
def test_what_is_no_single_number_has_no_value(text: str) -> None:
    assert read_number(text, ROOM) is None


@pytest.mark.parametrize(("text", "place"), [
    ("thứ nhất", 1), ("thứ nhì", 2), ("thứ ba", 3), ("thứ tư", 4), ("thứ năm", 5), ("thứ mười", 10), ("thứ hai mươi mốt", 21), ("thứ 12", 12),
    ("lần thứ XV", 15), ("lần thứ ba", 3), ("hạng nhất", 1), ("đầu tiên", 1), ("năm", None), ("thứ", None), ("thứ lỗi", None),
])
def test_an_ordinal_names_its_place(text: str, place: int | None) -> None:
    assert read_ordinal(text, ROOM) == place


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("5 phút", "5", "minute"), ("nửa giờ", "0.5", "hour"), ("nửa tiếng", "0.5", "hour"), ("một giờ rưỡi", "1.5", "hour"),
    ("hai tiếng rưỡi", "2.5", "hour"), ("ba ngày", "3", "day"), ("một tuần", "1", "week"), ("18 tháng", "18", "month"), ("2 năm", "2", "year"),
    ("năm năm", "5", "year"), ("30 giây", "30", "second"),
    ("$20", "20", "USD"), ("20$", "20", "USD"), ("10 usd", "10", "USD"), ("mười ngàn đô", "10000", "USD"), ("năm đô la", "5", "USD"),
    ("20 euro", "20", "EUR"), ("42 bảng", "42", "GBP"), ("chín bảng Anh", "9", "GBP"), ("1.000 yên", "1000", "JPY"),
    ("5 tỷ đồng", "5000000000", "VND"), ("100.000 VNĐ", "100000", "VND"), ("20k", "20000", "VND"),
    ("12,5%", "12.5", "percent"), ("năm phần trăm", "5", "percent"), ("mười hai phẩy năm phần trăm", "12.5", "percent"), ("3 kg", "3", "kilogram"),
    ("hai ký", "2", "kilogram"), ("nửa cân", "0.5", "kilogram"), ("5 mét vuông", "5", "square_metre"), ("1m75", "1.75", "metre"),
    ("20 km/h", "20", "kilometre_per_hour"), ("ba lít", "3", "litre"),
    ("$10k", "10000", "USD"), ("20 euros", "20", "EUR"), ("Rs. 20", "20", "INR"), ("20 ru-pi", "20", "INR"),
    ("60 ki-lô-mét một giờ", "60", "kilometre_per_hour"),
    ("mười đô la năm mươi xu", "10.5", "USD"), ("âm sáu mươi ki lô gam", "-60", "kilogram"), ("2 triệu rưỡi", "2500000", "VND"),
    ("một héc ta rưỡi", "1.5", "hectare"), ("37 độ C", "37", "degree_celsius"), ("hai trăm mét", "200", "metre"),
])
def test_a_quantity_has_its_value_and_unit(text: str, value: str | None, unit: str | None) -> None:
    read = read_quantity(text, ROOM, KNOWN)
    assert [(quantity.value, quantity.unit) for quantity in read] == ([] if value is None else [(Decimal(value), unit)])


def test_bounds_and_ranges_are_quantities_too() -> None:
    assert read_quantity("khoảng 10 usd", ROOM, KNOWN)[0].modifier == "approx"
    assert read_quantity("dưới 7 euro", ROOM, KNOWN)[0].modifier == "less_than"
    assert read_quantity("ít hơn 7 EUR", ROOM, KNOWN)[0].modifier == "less_than"
    between = read_quantity("giữa 10 và 20 đô la", ROOM, KNOWN)[0]
    assert (between.low, between.high, between.unit) == (Decimal(10), Decimal(20), "USD")
    span = read_quantity("10 - 20 triệu đồng", ROOM, KNOWN)[0]
    assert (span.low, span.high, span.unit) == (Decimal(10_000_000), Decimal(20_000_000), "VND")


@given(st.integers(0, BILLION))
def test_every_numeral_that_num2words_spells_is_read(number: int) -> None:
    assert read_number(num2words(number, lang="vi"), ROOM) == number


@given(st.integers(0, BILLION))
def test_digits_with_group_marks_are_read(number: int) -> None:
    assert read_number(f"{number:,}".replace(",", "."), ROOM) == number


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    read_number(text, ROOM)
    read_ordinal(text, ROOM)
    read_quantity(text, ROOM, KNOWN)


@given(st.lists(st.sampled_from(["một", "năm", "tư", "mười", "mươi", "trăm", "linh", "nghìn", "triệu", "rưỡi", "phẩy", "phần", "không", "âm", "5",
 "1,5", "đồng", "%", "vài", "/"]), max_size=8))
def test_no_row_of_number_words_raises(words: list[str]) -> None:
    text = " ".join(words)
    read_number(text, ROOM)
    read_quantity(text, ROOM, KNOWN)
