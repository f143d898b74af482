"""Weekdays beside days, periods in order, documents before the article."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.chronology_dates import dates
from tests.verify.builders import article


def day(edtf: str, quote: str, language: str = "en", *, anchored: bool = False, kind: str = "date") -> list[tuple[str, str]]:
    row = {"date_id": "d", "article_id": "a", "edtf": edtf, "quote": quote, "anchored": anchored, "kind": kind}
    return [(one.verdict, one.working) for one in dates(article(language=language, dates=[row]), load_knowledge())]


@pytest.mark.parametrize(("quote", "language"), [
    ("Friday, 14 November 2025", "en"), ("w pi\u0105tek 14 listopada 2025 r.", "pl"), ("th\u1ee9 s\u00e1u ng\u00e0y 14/11/2025", "vi"),
])
def test_the_weekday_of_the_day_agrees(quote: str, language: str) -> None:
    assert day("2025-11-14", quote, language) == [("agrees", "2025-11-14 = Friday")]


def test_another_weekday_conflicts_and_is_suspect_where_the_year_was_not_said() -> None:
    assert day("2025-11-14", "Monday, 14 November 2025") == [("conflicts", "2025-11-14 = Friday \u2260 Monday")]
    assert [one for one, _ in day("2025-11-14", "Monday, 14 November", anchored=True)] == ["suspect"]


def test_days_without_weekdays_and_weekdays_alone_say_nothing() -> None:
    assert day("2025-11-14", "14 November 2025") == []
    assert day("2025-11-14", "on Friday") == []
    assert day("2025-11-14", "from Friday 14 to Monday 17 November 2025") == []


def test_periods_run_forward_and_terms_are_short() -> None:
    assert day("2025/2020", "2025-2020", kind="term") == [("conflicts", "2025/2020")]
    assert day("2020/2052", "the 2020-2052 tenure", kind="term") == [("suspect", "2020/2052")]
    assert day("2020/2025", "the 2020-2025 tenure", kind="term") == []
    assert day("2025-07-01/..", "since 1 July 2025", kind="period") == []


def document(signed: str | None, symbol: str = "12/KH-UBND", year: str | None = None) -> list[tuple[str, str]]:
    row = {"citation_id": "k", "signed": signed, "symbol": symbol, "year": year}
    return [(one.verdict, one.working) for one in dates(article(anchor="2025-06-20", citations=[row]), load_knowledge())]


def test_a_document_is_older_than_the_article() -> None:
    assert document("2025-06-16") == [("agrees", "2025-06-16 \u2264 2025-06-20")]
    assert document("2025-09-16") == [("conflicts", "2025-09-16 > 2025-06-20")]
    assert document("2025-06-21") != [("conflicts", "2025-06-21 > 2025-06-20")]
    assert document(None, "31/2027/QH15", "2027") == [("suspect", "31/2027/QH15 > 2025-06-20")]
    assert document("2025") == []
