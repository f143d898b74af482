"""What a run may be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.config import FIELDS, RunConfig
from pipeline.errors import UsageError
from pipeline.run import run


def test_an_unknown_setting_is_an_error() -> None:
    with pytest.raises(ValidationError, match="colour"):
        RunConfig(inputs=("a",), out="out", colour="red")  # type: ignore[call-arg]


def test_fields_are_those_of_an_input_record() -> None:
    assert RunConfig(inputs=("a",), out="out", fields={"text": "body"}).fields == {"text": "body"}  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="'text'"):
        RunConfig(inputs=("a",), out="out", fields={"body": "text"})  # type: ignore[arg-type]
    assert FIELDS[0] == "text"


def test_the_digest_is_of_what_decides_about_the_tables() -> None:
    one = RunConfig(inputs=("a",), out="out", formats=("csv",))  # type: ignore[arg-type]
    assert one.digest() == RunConfig(inputs=("b",), out="other", append=True).digest()  # type: ignore[arg-type]
    assert one.digest() != RunConfig(inputs=("a",), out="out", language="vi").digest()  # type: ignore[arg-type]


def test_an_engine_that_is_not_known_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such engine"):
        run(RunConfig(inputs=("nowhere",), out=tmp_path / "out", engine="spark://host"))
    assert not (tmp_path / "out").exists()
