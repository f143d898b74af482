"""Whole texts that are one date, one time of day or one distance from today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.times import read_time
from pipeline.knowledge import load_knowledge

NOW = "2025-07-24T13:20"
TODAY = "2025-07-24"


def read(language: str, text: str, today: str | None = NOW) -> str | None:
    return read_time(text, load_knowledge().rooms[language], today)


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("pl", "o 15", "15:00"),
        ("pl", "o piętnastej trzydzieści", "15:30"),
        ("pl", "wpół do ósmej", "07:30"),
        ("pl", "za pięć ósma", "07:55"),
        ("pl", "kwadrans po szóstej", "06:15"),
        ("pl", "godz. 18.30", "18:30"),
        ("pl", "o godz. 18:30", "18:30"),
        ("pl", "w południe", "12:00"),
        ("pl", "o północy", "00:00"),
        ("pl", "o dwudziestej trzeciej", "23:00"),
        ("pl", "o 9 rano", "09:00"),
        ("pl", "o 8 wieczorem", "20:00"),
        ("vi", "lúc 5 giờ chiều", "17:00"),
        ("vi", "3 giờ rưỡi chiều", "15:30"),
        ("vi", "8 giờ kém 15", "07:45"),
        ("vi", "10h30", "10:30"),
        ("vi", "7g", "07:00"),
        ("vi", "mười hai giờ trưa", "12:00"),
        ("vi", "1 giờ trưa", "13:00"),
        ("vi", "nửa đêm", "00:00"),
        ("vi", "11 giờ đêm", "23:00"),
        ("en", "at 3pm", "15:00"),
        ("en", "3:15 pm", "15:15"),
        ("en", "half past 3", "03:30"),
        ("en", "quarter to five", "04:45"),
        ("en", "ten past six", "06:10"),
        ("en", "at noon", "12:00"),
        ("en", "12 am", "00:00"),
        ("en", "3 o'clock", "03:00"),
        ("en", "18:00:05", "18:00:05"),
    ],
)
def test_times_of_day_are_of_today(language: str, text: str, time: str) -> None:
    assert read(language, text) == f"{TODAY}T{time}"


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("pl", "jutro o 17:30", "2025-07-25T17:30"),
        ("pl", "24 lipca 2025 r. o 18:00", "2025-07-24T18:00"),
        ("pl", "jutro wieczorem o 8", "2025-07-25T20:00"),
        ("vi", "lúc 18 giờ ngày 24/7", "2025-07-24T18:00"),
        ("vi", "8 giờ tối nay", "2025-07-24T20:00"),
        ("vi", "7h30 sáng mai", "2025-07-25T07:30"),
        ("vi", "9h sáng ngày 1/8/2025", "2025-08-01T09:00"),
        ("en", "tomorrow at 5pm", "2025-07-25T17:00"),
        ("en", "tonight at 8", "2025-07-24T20:00"),
        ("en", "Friday at noon", "2025-07-25T12:00"),
        ("en", "3 pm on July 26, 2025", "2025-07-26T15:00"),
    ],
)
def test_a_time_of_day_joins_its_date_on_either_side(language: str, text: str, moment: str) -> None:
    assert read(language, text) == moment


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("pl", "3 dni temu", "2025-07-21"),
        ("pl", "za dwa tygodnie", "2025-08-07"),
        ("pl", "za tydzień", "2025-07-31"),
        ("pl", "15 minut temu", "2025-07-24T13:05"),
        ("pl", "półtora roku temu", "2024-01"),
        ("pl", "w ciągu najbliższych 3 dni", "2025-07-25/2025-07-27"),
        ("pl", "ostatnie 2 miesiące", "2025-05/2025-06"),
        ("vi", "cách đây 2 tuần", "2025-07-10"),
        ("vi", "3 ngày nữa", "2025-07-27"),
        ("vi", "2 năm qua", "2023/2024"),
        ("vi", "nửa giờ trước", "2025-07-24T12:50"),
        ("en", "in 2 weeks", "2025-08-07"),
        ("en", "three months ago", "2025-04"),
        ("en", "the next 6 months", "2025-08/2026-01"),
        ("en", "half an hour ago", "2025-07-24T12:50"),
        ("en", "the day before yesterday", "2025-07-22"),
    ],
)
def test_distances_are_as_exact_as_their_unit(language: str, text: str, when: str) -> None:
    assert read(language, text) == when


@pytest.mark.parametrize(
    ("language", "text", "today"),
    [
        ("pl", "o 25", NOW),
        ("pl", "228", NOW),
        ("pl", "15 osób", NOW),
        ("vi", "5 giờ làm việc", NOW),
        ("vi", "3 người", NOW),
        ("en", "about 12", None),
        ("en", "in 2 hours", TODAY),
        ("en", "3 days ago", None),
        ("en", "at 3pm", None),
        ("en", "", NOW),
        ("en", "3000 years ago", NOW),
        ("en", "in 5 metres", NOW),
    ],
)
def test_what_is_no_time_or_cannot_be_known_is_none(language: str, text: str, today: str | None) -> None:
    assert read(language, text, today) is None


@given(st.text(max_size=40), st.sampled_from(["pl", "vi", "en"]), st.sampled_from([None, TODAY, NOW, "9999-12-31", "0001-01-01", "x"]))
def test_no_text_raises(text: str, language: str, today: str | None) -> None:
    read(language, text, today)
