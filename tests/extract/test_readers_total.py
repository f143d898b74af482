"""The readers answer every text: with a value or with none, never with an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.reading import read_number, read_ordinal, read_quantity
from pipeline.extract.times import read_time
from pipeline.knowledge import load_knowledge

LANGUAGES = ("en", "pl", "vi")
WORDS = {
    "en": "half past hours and a quarter of million last Monday Easter 1st 30 February 2e99 $ % to from - first zero h m k 2025 next January 3pm",
    "pl": "od do pół trzy czwarte i minus milion wpół ósmej lutego 31 pierwszy XX rok za tydzień temu zł gr h . - / 99999 2025 Wielkanoc ostatni w",
    "vi": "từ đến một rưỡi phần trăm nghìn tr k âm thứ hai tuần sau trước giờ kém 15 tháng năm 31 / - . h 99999 2025 đồng mét quý nửa",
}
TODAYS = (None, "2025-07-24", "2025-07-24T13:20", "9999-12-31", "0001-01-01", "2024-02-29T23:59", "x", "XXXX-01-01", "2025", "2025-02-30")


def read_all(text: str, language: str, today: str | None) -> None:
    known = load_knowledge()
    room = known.rooms[language]
    read_number(text, room)
    read_ordinal(text, room)
    read_quantity(text, room, known)
    read_time(text, room, today)


@given(st.text(max_size=30), st.sampled_from(LANGUAGES), st.sampled_from(TODAYS))
@settings(deadline=None)
def test_no_text_raises(text: str, language: str, today: str | None) -> None:
    read_all(text, language, today)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(deadline=None)
def test_no_row_of_words_raises(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language].split()), max_size=7))
    joint = data.draw(st.sampled_from([" ", "", "-", ", "]))
    read_all(joint.join(words), language, data.draw(st.sampled_from(TODAYS)))
