"""Amounts and their conversions."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.coherence_converted import converted
from tests.verify.builders import article, claim


def verdicts(
    value: int, unit: str, other: int, other_unit: str, *, anchor: str | None = None, text: str = "aaaaaaaa (bbbbbb)",
) -> list[tuple[str, str]]:
    amount = claim("a", value, unit, unit_kind="money", at=0, stop=8)
    twin = claim("b", other, other_unit, unit_kind="money", at=10, stop=16)
    return [(one.verdict, one.working) for one in converted(article(amount, twin, text=text, anchor=anchor), load_knowledge())]


def test_an_amount_converted_at_a_rate_of_the_year_agrees() -> None:
    assert verdicts(10**10, "VND", 455000, "USD", anchor="2016-05-02") == [("agrees", "1 USD = 21,978 VND")]
    assert verdicts(1000, "JPY", 220000, "VND") == [("agrees", "1 JPY = 220 VND")]


def test_a_rate_that_never_was_is_suspect() -> None:
    assert verdicts(10**10, "VND", 4550000, "USD", anchor="2016-05-02") == [("suspect", "1 USD = 2,198 VND")]
    assert verdicts(10**10, "VND", 610000, "USD", anchor="2021") == [("suspect", "1 USD = 16,393 VND")]
    assert verdicts(10**10, "VND", 610000, "USD") == [("agrees", "1 USD = 16,393 VND")]


def test_amounts_that_no_bracket_joins_are_left_alone() -> None:
    assert verdicts(10**10, "VND", 455, "USD", text="aaaaaaaa, bbbbbb, ccc") == []


def test_cents_are_parts_of_their_currency() -> None:
    assert verdicts(70, "cent", 48, "penny", anchor="2005-01-01") == [("agrees", "1 GBP = 1.458 USD")]
