"""Runs with trained models: what the manifest says, what rows name, what a missing model costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.run.summary import Summary
from pipeline.write import read_table

TEXT = "Przewodniczący Krajowej Izby Tkaczy powiedział, że powstało 12 szkół."


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": TEXT, "language": "pl"}), encoding="utf-8")
    return path


def _run(source: Path, out: Path, models: dict[str, str]) -> Summary:
    return run(RunConfig(inputs=(str(source),), out=out, models=models, workers=0))


def test_the_manifest_names_the_model_with_its_digest(source: Path, tmp_path: Path) -> None:
    _run(source, tmp_path / "out", {"pl": "auto"})
    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["models"]
    assert [(one["language"], one["model"], one["from"]) for one in told] == [("pl", "soat-pl-ner", "shipped")]


def test_a_missing_model_is_told_and_the_rules_read_on(source: Path, tmp_path: Path) -> None:
    summary = _run(source, tmp_path / "with", {"pl": "no_such_model"})
    plain = _run(source, tmp_path / "without", {})
    assert len(summary.notes) == 1
    assert summary.refused == 0
    assert summary.rows["claims"] == plain.rows["claims"] > 0
    refused = read_table(tmp_path / "with", "refusals").to_pylist()
    assert [row["reason"] for row in refused if row["what"] == "model"] == ["model_missing"]


def test_another_model_is_another_command(source: Path, tmp_path: Path) -> None:
    first = _run(source, tmp_path / "out", {"pl": "auto"})
    assert not first.unchanged
    assert _run(source, tmp_path / "out", {"pl": "auto"}).unchanged
    with pytest.raises(Exception, match="models was"):
        _run(source, tmp_path / "out", {})


def test_rows_that_rest_on_a_model_name_it(source: Path, tmp_path: Path) -> None:
    _run(source, tmp_path / "out", {"pl": "auto"})
    rows = [*read_table(tmp_path / "out", "organisations").to_pylist(), *read_table(tmp_path / "out", "places").to_pylist()]
    assert {row["rule"] for row in rows if row["rule"].startswith("model:")} <= {"model:soat-pl-ner"}
    assert all(TEXT[row["start"]:row["stop"]] == row["quote"] for row in rows)
