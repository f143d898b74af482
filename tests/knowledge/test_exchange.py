"""Prices of currencies are read and checked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.exchange import load_exchange


def test_years_are_told_apart_and_taken_together() -> None:
    exchange = load_knowledge().exchange
    low, high = exchange.between("VND", "USD", 2000, 2010) or (0, 0)
    assert (low, high) == (Decimal("14167.75"), Decimal("18612.92"))
    assert exchange.between("USD", "VND", 2016, 2016) == (1 / Decimal("21935.00"), 1 / Decimal("21935.00"))


def test_unknown_years_and_currencies_have_no_price() -> None:
    assert load_knowledge().exchange.between("VND", "USD", 1950, 1960) is None
    assert load_knowledge().exchange.between("person", "USD", 2000, 2010) is None


def test_a_bad_row_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    rows = "currency,first,last,low,high,source\nVND,2001,2000,1,2,own\nVND,x,2000,1,2,own\nperson,2000,2000,1,2,own\n"
    (tmp_path / "units" / "exchange.csv").write_text(rows, encoding="utf-8")
    problems: list[str] = []
    load_exchange(tmp_path, load_knowledge().units, problems)
    assert [problem.split(": ")[0].split(":")[-1] for problem in problems] == ["2", "3", "4"]
