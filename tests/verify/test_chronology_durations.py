"""Durations beside the day since which they run."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.chronology_durations import durations
from tests.verify.builders import article, claim

_PLACE = {"field": "text", "sentence": "one", "start": 20}


def verdicts(value: int, unit: str, *, modifier: str = "more_than", anchor: str | None = "2025-09-20", **rows: object) -> list[tuple[str, str]]:
    duration = claim("c", value, unit, unit_kind="duration", modifier=modifier, stop=12)
    return [(one.verdict, one.working) for one in durations(article(duration, anchor=anchor, **rows), load_knowledge())]


def test_a_duration_from_its_day_to_the_article_agrees() -> None:
    since = [{"date_id": "d", "edtf": "2025-07-01"} | _PLACE]
    assert verdicts(2, "month", dates=since) == [("agrees", "2025-07-01 to 2025-09-20 = 2.7 months")]
    assert verdicts(80, "day", dates=since) == [("agrees", "2025-07-01 to 2025-09-20 = 81 days")]


def test_a_duration_of_something_else_says_nothing() -> None:
    since = [{"date_id": "d", "edtf": "2025-07-01"} | _PLACE]
    assert verdicts(9, "month", dates=since) == []
    assert verdicts(2, "month", dates=[*since, {"date_id": "e", "edtf": "2025-08-01"} | _PLACE]) == []
    assert verdicts(2, "month", dates=since, anchor=None) == []


def test_a_duration_under_a_document_runs_from_its_day() -> None:
    cited = [{"citation_id": "k", "symbol": "12/KH-UBND", "signed": "2018-05-19"} | _PLACE]
    assert verdicts(7, "year", citations=cited) == [("agrees", "2018-05-19 to 2025-09-20 = 7.3 years")]


def test_where_nobody_knows_the_day_of_the_document_it_cannot_be_checked() -> None:
    cited = [{"citation_id": "k", "symbol": "12/KH-UBND", "signed": None} | _PLACE]
    assert [one for one, _ in verdicts(7, "year", citations=cited)] == ["uncheckable"]
    assert verdicts(7, "day", citations=cited) == []


def test_the_day_of_a_well_known_document_need_not_be_stated() -> None:
    cited = [{"citation_id": "k", "symbol": "55-NQ/TW", "signed": None} | _PLACE]
    assert verdicts(5, "year", citations=cited) == [("agrees", "2020-02-11 to 2025-09-20 = 5.6 years")]
    assert verdicts(9, "year", citations=cited) == []


def test_a_bare_word_for_the_only_document_of_an_article_means_it() -> None:
    elsewhere = [{"citation_id": "k", "symbol": "12/KH-UBND", "signed": "2018-05-19", "field": "text", "sentence": "two", "start": 90}]
    text = "over 7 years of the resolution"
    assert [one for one, _ in verdicts(7, "year", citations=elsewhere, text=text)] == ["agrees"]
    assert verdicts(7, "year", citations=elsewhere, text="over 7 years of the market, said the resolution") == []
