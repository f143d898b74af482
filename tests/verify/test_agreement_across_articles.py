"""Articles on one measured thing."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_across_articles import across_articles
from pipeline.verify.check import Dated
from tests.verify.builders import claim

THING = {"measured": "total budget revenue", "period": "2025", "place_id": "VN-30@2025", "unit_kind": "money"}


def said(article_id: str, value: int, anchor: str | None = None, family: str | None = None, **columns: str | None) -> Dated:
    return Dated(claim(f"{article_id}{value}", value, "VND", article_id=article_id, **(THING | columns)), anchor, family)


def found(*group: Dated) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.verdict, one.severity, one.claims) for one in across_articles(group, load_knowledge())]


def test_articles_that_say_the_same_agree() -> None:
    assert found(said("a", 35417), said("b", 35417)) == [("agrees", None, ("a35417", "b35417"))]
    assert found(said("a", 35000, modifier="more_than"), said("b", 35417)) == [("agrees", None, ("a35000", "b35417"))]


def test_unlike_figures_of_one_day_contradict_each_other() -> None:
    assert found(said("a", 35417, "2025-07-01"), said("b", 28163, "2025-07-01")) == [("conflicts", "medium", ("b28163", "a35417"))]


def test_a_slip_contradicts_whatever_the_days() -> None:
    assert found(said("a", 35417, "2025-07-01"), said("b", 35471, "2025-07-09")) == [("conflicts", "high", ("b35471", "a35417"))]


def test_a_later_article_may_correct() -> None:
    assert found(said("b", 28163, "2025-07-09"), said("a", 35417, "2025-07-01")) == [("suspect", "medium", ("b28163", "a35417"))]


def test_a_later_article_that_gives_both_figures_corrects() -> None:
    group = said("a", 35417, "2025-07-01"), said("b", 28163, "2025-07-09"), said("c", 35417, "2025-07-10"), said("c", 28163, "2025-07-10")
    assert found(*group) == [("suspect", "low", ("b28163", "a35417"))]


def test_translations_of_one_text_are_one_article() -> None:
    assert found(said("a", 35417, family="y1"), said("b", 28163, family="y1")) == []


def test_words_that_name_many_things_are_not_compared() -> None:
    assert found(said("a", 35417, measured="revenue"), said("b", 28163, measured="revenue")) == []
    two_words = {"period": None, "measured": "budget revenue"}
    assert found(said("a", 35417, "2025-07-01", **two_words), said("b", 28163, "2025-07-01", **two_words)) == []
