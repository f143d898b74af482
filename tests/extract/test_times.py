"""Dates and periods as the articles write them: what is read, from which anchor, and what is no date."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.extract.times import find_times, read_time
from pipeline.extract.times.grammar import CHAIN, SHAPE
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Source
from pipeline.scan import scan_article

SPRING = "2025-04-22"
AUTUMN = "2025-10-20"


def read(language: str, text: str, anchor: str | None = SPRING, block: str = "body") -> Dossier:
    source = Source("x.json", None, None, None, None, anchor, "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block(block, 0, len(text)),), source), language=language, anchor=anchor)
    knowledge = load_knowledge()
    dossier.passages = scan_article(dossier.article, knowledge.rooms[language])
    find_times(dossier, knowledge)
    return dossier


def edtf(language: str, text: str, anchor: str | None = SPRING) -> list[str]:
    return [date.edtf for date in read(language, text, anchor).dates]


@pytest.mark.parametrize(("text", "expected"), [
    ("Sáng 01/4, họp", ["2025-04-01"]),
    ("Chiều 21.4, họp", ["2025-04-21"]),
    ("họp ngày 8-7-2016", ["2016-07-08"]),
    ("ngày 17.2.2025", ["2025-02-17"]),
    ("ngày 18 tháng 6 năm 2025", ["2025-06-18"]),
    ("diễn ra từ 13 - 14/4 tại tỉnh", ["2025-04-13/2025-04-14"]),
    ("từ ngày 16 - 22.4", ["2025-04-16/2025-04-22"]),
    ("từ ngày 18-7 đến hết ngày 19-7", ["2025-07-18/2025-07-19"]),
    ("từ ngày 1/7 đến hết ngày 30/9", ["2025-07-01/2025-09-30"]),
    ("đến ngày 17.4", ["2025-04-17"]),
    ("kéo dài đến 10/7; sau đó", ["2025-07-10"]),
    ("ngày 24/1 và 3/2/2025", ["2025-01-24", "2025-02-03"]),
    ("hôm qua (8/4)", ["2025-04-08"]),
    ("12/5 (thứ Hai)", ["2025-05-12"]),
    ("Thứ Hai, 12/5, ông", ["2025-05-12"]),
    ("(30.4.1975 - 30.4.2025)", ["1975-04-30", "2025-04-30"]),
])
def test_vietnamese_days_with_every_separator(text: str, expected: list[str]) -> None:
    assert edtf("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("ra đời tháng7/1931 tại", ["1931-07"]),
    ("tháng 4/2025", ["2025-04"]),
    ("tháng 5 năm ngoái", ["2024-05"]),
    ("từ tháng 1 đến tháng 9 năm 2024", ["2024-01/2024-09"]),
    ("tháng 4 và tháng 5/2024", ["2024-04", "2024-05"]),
    ("quý I/2025", ["2025-01/2025-03"]),
    ("quý 3 năm 2024", ["2024-07/2024-09"]),
    ("quý I và quý II/2024", ["2024-01/2024-03", "2024-04/2024-06"]),
    ("trong quý IV", ["2025-10/2025-12"]),
    ("6 tháng đầu năm tăng", ["2025-01/2025-06"]),
    ("6 tháng cuối năm 2024", ["2024-07/2024-12"]),
    ("nửa đầu năm 2025", ["2025-01/2025-06"]),
    ("9 tháng năm 2024", ["2024-01/2024-09"]),
    ("3 tháng đầu năm 2019", ["2019-01/2019-03"]),
    ("giai đoạn 2016-2018", ["2016/2018"]),
    ("nhiệm kỳ 2020 – 2025", ["2020/2025"]),
    ("năm học 2024-2025", ["2024/2025"]),
    ("từ năm 2020 đến 2025", ["2020/2025"]),
    ("đến năm 2030", ["2030"]),
    ("những năm 1990", ["199X"]),
])
def test_vietnamese_periods(text: str, expected: list[str]) -> None:
    assert edtf("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("hôm nay", ["2025-04-22"]),
    ("ngày mai", ["2025-04-23"]),
    ("tối qua", ["2025-04-21"]),
    ("tuần qua", ["2025-04-14/2025-04-20"]),
    ("tháng trước", ["2025-03"]),
    ("năm nay", ["2025"]),
    ("sáng thứ hai", ["2025-04-21"]),
    ("thứ bảy tuần này", ["2025-04-26"]),
])
def test_vietnamese_relative_words_need_the_anchor(text: str, expected: list[str]) -> None:
    assert edtf("vi", text) == expected
    assert all(date.anchored and date.kind == "relative" for date in read("vi", text).dates)


@pytest.mark.parametrize("text", [
    "đạt 1/7 chỉ tiêu", "xếp 22/63 tỉnh", "có 50/53 đại biểu", "xếp thứ 13/63", "hạng nhì, lần thứ hai", "hơn 5 năm qua", "trong 3 tháng",
    "tăng 21.4%", "đạt 21.4 tỷ đồng", "từ 16 - 22.4% dân", "3 tháng 10 ngày", "những năm qua", "vài năm sau", "lần thứ ba",
])
def test_vietnamese_figures_that_are_no_dates(text: str) -> None:
    assert edtf("vi", text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("4 kwietnia", ["2025-04-04"]),
    ("z dnia 16 czerwca 2025 r.", ["2025-06-16"]),
    ("1 lipca 2024 roku", ["2024-07-01"]),
    ("12.05.2025", ["2025-05-12"]),
    ("od 1 do 15 maja", ["2025-05-01/2025-05-15"]),
    ("12-14 maja", ["2025-05-12/2025-05-14"]),
    ("w dniach 12, 13 i 15 maja", ["2025-05-12", "2025-05-13", "2025-05-15"]),
    ("24 stycznia i 3 lutego 2024 r.", ["2024-01-24", "2024-02-03"]),
    ("od 28 kwietnia do 3 maja", ["2025-04-28/2025-05-03"]),
    ("12 marca ub. r.", ["2024-03-12"]),
    ("w poniedziałek 12 maja", ["2025-05-12"]),
    ("12 MAJA 2025", ["2025-05-12"]),
])
def test_polish_days(text: str, expected: list[str]) -> None:
    assert edtf("pl", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("w maju", ["2025-05"]),
    ("w lipcu, wrześniu i październiku", ["2025-07", "2025-09", "2025-10"]),
    ("w styczniu 2024", ["2024-01"]),
    ("w 2030 r.", ["2030"]),
    ("do 2040 r.", ["2040"]),
    ("w latach 2016-2018", ["2016/2018"]),
    ("od 2020 do 2025 r.", ["2020/2025"]),
    ("między 2010 a 2020 r.", ["2010/2020"]),
    ("lata 90.", ["199X"]),
    ("kadencja 2025–2030", ["2025/2030"]),
    ("w I kwartale 2024", ["2024-01/2024-03"]),
    ("w trzecim kwartale", ["2025-07/2025-09"]),
    ("w I i II kwartale 2024 r.", ["2024-01/2024-03", "2024-04/2024-06"]),
    ("w pierwszej połowie 2024 r.", ["2024-01/2024-06"]),
    ("w drugim półroczu", ["2025-07/2025-12"]),
    ("w ciągu pierwszych dziewięciu miesięcy 2024 roku", ["2024-01/2024-09"]),
    ("Od stycznia do września", ["2025-01/2025-09"]),
    ("na początku XX wieku", ["19XX"]),
])
def test_polish_periods(text: str, expected: list[str]) -> None:
    assert edtf("pl", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("w czwartek", ["2025-04-24"]),
    ("Środowe głosowanie", ["2025-04-23"]),
    ("w ubiegły wtorek", ["2025-04-15"]),
    ("w nadchodzący wtorek", ["2025-04-29"]),
    ("w sobotę i niedzielę", ["2025-04-19", "2025-04-20"]),
    ("dziś", ["2025-04-22"]),
    ("wczoraj", ["2025-04-21"]),
    ("w tym roku", ["2025"]),
    ("w ubiegłym roku", ["2024"]),
])
def test_polish_relative_words(text: str, expected: list[str]) -> None:
    assert edtf("pl", text) == expected


@pytest.mark.parametrize("text", [
    "zebrali się", "ul. 3 Maja", "mówi Andrzej Marzec", "Maja Kowalska", "po ponad 7 latach", "w wieku 18 lat", "w 1/8 finału", "o 12.30",
    "w 2030 gminach", "2025 zł", "pierwsza połowa meczu", "dwa tygodnie temu",
])
def test_polish_words_that_are_no_dates(text: str) -> None:
    assert edtf("pl", text) == []


@pytest.mark.parametrize(("language", "text"), [("pl", "po 9 miesiącach wzrost wyniósł 6%"), ("vi", "9 tháng, sản lượng tăng 5%")])
def test_a_count_of_months_is_a_period_only_in_a_report_just_behind_them(language: str, text: str) -> None:
    assert edtf(language, text, AUTUMN) == ["2025-01/2025-09"]
    assert edtf(language, text, SPRING) == []


def test_the_same_period_is_the_one_spoken_of_a_year_earlier() -> None:
    assert edtf("vi", "Quý I/2025 tăng 5% so với cùng kỳ") == ["2025-01/2025-03", "2024-01/2024-03"]
    assert edtf("vi", "tăng 5% so với cùng kỳ năm ngoái") == ["2024"]


def test_without_an_anchor_the_year_stays_unknown_and_relative_words_are_refused() -> None:
    dossier = read("vi", "Sáng 13/4 và hôm qua, quý I", None)
    assert [date.edtf for date in dossier.dates] == ["XXXX-04-13", "XXXX-01/XXXX-03"]
    assert [refusal.reason for refusal in dossier.refusals] == ["unresolved"]


def test_an_anchor_without_its_year_still_tells_its_own_day() -> None:
    assert edtf("vi", "hôm nay; ngày 10/7", "XXXX-07-08") == ["XXXX-07-08", "XXXX-07-10"]


@pytest.mark.parametrize(("text", "anchor", "expected"), [
    ("ngày 28/12", "2025-01-09", "2024-12-28"), ("ngày 5/1", "2024-12-20", "2025-01-05"), ("ngày 31/12", SPRING, "2025-12-31"),
    ("quý IV", "2025-01-15", "2024-10/2024-12"), ("tháng 5", "2025", "2025-05"),
])
def test_a_year_left_out_is_that_of_writing_but_at_its_turn(text: str, anchor: str, expected: str) -> None:
    assert edtf("vi", text, anchor) == [expected]


@pytest.mark.parametrize(("text", "reason"), [
    ("ngày 31/2", "impossible_date"), ("ngày 45/13", "impossible_date"), ("ngày 29/2/2023", "impossible_date"), ("ngày 15/7 âm lịch", "lunar_date"),
    ("mùng 1 Tết", "lunar_date"), ("giữa tháng 3 hằng năm", "every_year"), ("đạt 1/7 chỉ tiêu", "no_date_word"),
])
def test_what_is_no_day_of_the_calendar_is_refused_with_its_reason(text: str, reason: str) -> None:
    dossier = read("vi", text)
    assert not dossier.dates
    assert [refusal.reason for refusal in dossier.refusals] == [reason]


def test_the_update_line_of_a_page_dates_an_article_that_has_no_date() -> None:
    dossier = read("pl", "Wczoraj otwarto szkołę.\nZaktualizowano 17 września 2025 r.", None)
    assert [(date.edtf, date.kind) for date in dossier.dates] == [("2025-09-16", "relative"), ("2025-09-17", "page_updated")]
    assert (dossier.anchor, dossier.anchor_from) == ("2025-09-17", "updated")


def test_evidence_holds_the_words_of_the_date_and_its_digits_are_taken() -> None:
    dossier = read("vi", "Đảng bộ lập ngày 7/2/2025 với 58 tổ chức, SEA Games 2019 và nhiệm kỳ 2020-2025")
    assert [date.evidence.quote for date in dossier.dates] == ["ngày 7/2/2025", "nhiệm kỳ 2020-2025"]
    assert [date.kind for date in dossier.dates] == ["date", "term"]
    passage = dossier.passages[0]
    assert [passage.text[a:b] for a, b, what in passage.taken if what == "date"] == ["2019", "ngày 7/2/2025", "nhiệm kỳ 2020-2025"]


def test_digits_of_a_document_symbol_give_no_date() -> None:
    text = "Nghị định số 18/4/2025/ND ngày 7/2/2025"
    dossier = read("vi", "")
    knowledge = load_knowledge()
    dossier = Dossier(Article("a", text, None, (Block("body", 0, len(text)),), dossier.article.source), language="vi", anchor=SPRING)
    dossier.passages = scan_article(dossier.article, knowledge.rooms["vi"])
    dossier.passages[0].take(13, 25, "symbol")
    find_times(dossier, knowledge)
    assert [date.edtf for date in dossier.dates] == ["2025-02-07"]


def test_a_language_without_a_room_gives_nothing() -> None:
    dossier = Dossier(Article("a", "7 maja 2025", None, (Block("body", 0, 11),), read("pl", "x").article.source), language="und")
    find_times(dossier, load_knowledge())
    assert dossier.dates == []


@pytest.mark.parametrize(("text", "expected"), [
    ("on March 17", ["2025-03-17"]), ("December 31, 2024, and January 1, 2025", ["2024-12-31", "2025-01-01"]), ("on Sept. 5", ["2025-09-05"]),
    ("between 12 and 15 May", ["2025-05-12/2025-05-15"]), ("in November last year", ["2024-11"]), ("mid-January", ["2025-01"]),
    ("the first quarter of 2024", ["2024-01/2024-03"]), ("the first nine months of 2024", ["2024-01/2024-09"]),
    ("the last three months of 2024", ["2024-10/2024-12"]), ("the 2020-2025 tenure", ["2020/2025"]), ("in the 1990s", ["199X"]),
    ("last Friday", ["2025-04-18"]), ("it may be that they march on", []), ("in 1500 households", []), ("over 5 years", []),
])
def test_english_dates(text: str, expected: list[str]) -> None:
    assert edtf("en", text) == expected


def test_a_whole_text_that_is_one_date_is_read_from_today() -> None:
    rooms = load_knowledge().rooms
    assert read_time("quý I", rooms["vi"], SPRING) == "2025-01/2025-03"
    assert read_time("w czwartek", rooms["pl"], SPRING) == "2025-04-24"
    assert read_time("w czwartek i 5 maja", rooms["pl"], SPRING) is None
    assert read_time("rozmowa 5 maja", rooms["pl"], SPRING) is None


def test_decimals_after_from_and_until_are_days_only_where_the_article_writes_its_days_so() -> None:
    assert edtf("vi", "Chiều 21.4, họp; từ 1.7 bắt đầu, trước 30.6 xong, từ 1.7 tỷ đồng") == ["2025-04-21", "2025-07-01", "2025-06-30"]
    assert edtf("vi", "Ngày 21/4, điểm học bạ từ 7.5 trở lên") == ["2025-04-21"]
    assert edtf("vi", "từ 1.7") == []


def test_no_shape_is_lost_between_the_chains_of_tokens() -> None:
    random = Random(7)
    for _ in range(3000):
        codes = "".join(random.choice("abcnoyrmedijwWDMYZQHhTGSXBEVRqCNLlKJOzpvfAsgux") + random.choice("__||,/.-~(;:!") for _ in range(9)) + "y|"
        apart = [match.span() for row in CHAIN.finditer(codes) for match in SHAPE.finditer(codes, *row.span())]
        assert apart == [match.span() for match in SHAPE.finditer(codes)]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "Talks will be held on Saturday", ["2025-10-25"]),
    ("en", "The fund cut 200 jobs on Saturday, officials said", ["2025-10-18"]),
    ("en", "The vote is scheduled for Sunday", ["2025-10-26"]),
    ("en", "He told the Sunday Herald about it", []),
    ("pl", "W sobotę odbędzie się mecz", ["2025-10-25"]),
    ("pl", "W sobotę odbył się mecz", ["2025-10-18"]),
    ("pl", "W środę przyjedzie minister", ["2025-10-22"]),
    ("vi", "sáng thứ bảy sẽ khai mạc", ["2025-10-25"]),
    ("vi", "sáng thứ bảy đã khai mạc", ["2025-10-18"]),
])
def test_a_weekday_lies_on_the_side_that_its_verb_tells(language: str, text: str, expected: list[str]) -> None:
    assert edtf(language, text, AUTUMN) == expected


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "opened on Nov 17, 1985 and closed in Dec 1999", ["1985-11-17", "1999-12"]),
    ("en", "rose 12% over the past nine months", ["2025-01/2025-09"]),
    ("vi", "trong 8 tháng qua, xuất khẩu tăng 12%", ["2025-01/2025-08"]),
    ("pl", "w ciągu ostatnich dwóch miesięcy zginęło 5 osób", ["2025-08/2025-09"]),
    ("pl", "w latach 80. XIX wieku i w XX w. stał tu dwór", ["188X", "19XX"]),
    ("pl", "w latach 60. i 70. pracowało tu 20 osób", ["196X", "197X"]),
])
def test_months_that_lie_behind_and_short_forms(language: str, text: str, expected: list[str]) -> None:
    assert edtf(language, text, AUTUMN) == expected
