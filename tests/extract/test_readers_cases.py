"""Whole texts that are one number, ordinal, amount or time, in tables beside this file: value = wordings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.readers import lines, misread

TABLES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_wording_is_read_as_its_value(table: Path) -> None:
    language, kind = table.stem.split("_")
    missed = [(value, missed) for value, wordings in lines(table.read_text("utf-8")) for missed in misread(language, kind, value, wordings)]
    assert missed == []


def test_there_is_a_table_of_every_kind_in_every_language() -> None:
    assert {table.stem for table in TABLES} == {f"{language}_{kind}" for language in ("en", "pl", "vi") for kind in "NOQT"}
