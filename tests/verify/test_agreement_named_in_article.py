"""Holders of an office and days of documents inside an article."""

from __future__ import annotations

from typing import Any

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_named_in_article import named_in_article
from tests.verify.builders import article


def official(row_id: str, name: str, role_id: str = "prime_minister", **columns: object) -> dict[str, Any]:
    row = {"official_id": row_id, "name": name, "person_key": name.lower(), "role": "head", "role_id": role_id, "body": None, "place": None}
    return row | {"tenure": "current"} | columns


def citation(row_id: str, symbol: str, signed: str | None, year: str | None = None) -> dict[str, Any]:
    return {"citation_id": row_id, "symbol": symbol, "signed": signed, "year": year}


def found(**rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one.check.partition(".")[2], one.verdict) for one in named_in_article(article(**rows), load_knowledge())]


def test_two_names_that_are_nearly_one_for_a_sole_office_are_suspect() -> None:
    assert found(officials=[official("o1", "Tran Van Minh"), official("o2", "Tran Van Manh")]) == [("name", "suspect")]


def test_two_persons_and_a_name_cut_short_are_not() -> None:
    assert found(officials=[official("o1", "Tran Van Minh"), official("o2", "John Smith Black")]) == []
    assert found(officials=[official("o1", "Tran Van Minh"), official("o2", "Van Minh")]) == []
    assert found(officials=[official("o1", "Tran Van Minh"), official("o2", "Tran Van Manh", tenure="former")]) == []
    assert found(officials=[official("o1", "Tran Van Minh", "minister"), official("o2", "Tran Van Manh", "minister")]) == []


def test_one_document_has_one_day() -> None:
    assert found(citations=[citation("r1", "57-NQ/TW", "2024-12-22"), citation("r2", "57-NQ/TW", "2024-12-21")]) == [("signed", "conflicts")]
    assert found(citations=[citation("r1", "57-NQ/TW", "2024-12-22"), citation("r2", "57-NQ/TW", "2024-12"), citation("r3", "57-NQ/TW", None)]) == []


def test_a_document_is_of_the_year_in_its_symbol_but_a_journal_may_be_later() -> None:
    assert found(citations=[citation("r1", "61/2024/ND-CP", "2023-05-06", "2024")]) == [("year", "suspect")]
    assert found(citations=[citation("r1", "Dz.U. 2024 poz. 15", "2018-12-14", "2024")]) == []
    assert found(citations=[citation("r1", "61/2024/ND-CP", "XXXX-05-06", "2024")]) == []
