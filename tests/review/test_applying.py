"""Decisions laid over the tables: by id, by quote where claims have moved, and told where a claim is gone."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.cli.app import run_app
from pipeline.config import RunConfig
from pipeline.review import Decision, DecisionLog, apply_decisions, log_of
from pipeline.run import run
from pipeline.write import read_table

TEXT = "Gmina ma 12 szkół i 3 mosty.\nBudżet wynosi 5 milionów złotych, a 40 lampionów kupiono w maju."


def make(folder: Path, text: str = TEXT, name: str = "a.txt") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    with contextlib.chdir(folder):
        run(RunConfig(inputs=(name,), out=folder / "out", language="pl", workers=0))
    return folder / "out"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return make(tmp_path)


def claim_of(tables: Path, quote: str) -> dict[str, Any]:
    return next(row for row in read_table(tables, "claims").to_pylist() if quote in row["quote"])


def decide(tables: Path, quote: str, action: str = "accept", **more: object) -> Decision:
    claim = claim_of(tables, quote)
    return Decision.model_validate({
        "reviewer": "anna", "target": "claim", "id": claim["claim_id"], "action": action,
        **{name: claim[name] for name in ("article_id", "field", "start", "quote", "sentence")}, "source_path": "a.txt", **more,
    })


def reviewed(tables: Path, quote: str) -> dict[str, Any]:
    return next(row for row in read_table(tables, "reviewed_claims").to_pylist() if quote in row["quote"])


def test_corrected_values_stand_beside_the_extracted_ones(tables: Path) -> None:
    log = DecisionLog(log_of(tables))
    log.append([decide(tables, "12", "correct", corrected={"value": 13.0, "unit": None}, note="misprint"), decide(tables, "3 mosty", "reject")])
    done = apply_decisions(tables, log)
    row = reviewed(tables, "12")
    assert (row["value"], row["corrected_value"], row["corrected_fields"], row["review_status"]) == (12.0, 13.0, ["unit", "value"], "corrected")
    assert (row["reviewers"], row["notes"], row["anchored_by"]) == (["anna"], ["anna: misprint"], "id")
    assert reviewed(tables, "3 mosty")["review_status"] == "rejected"
    assert reviewed(tables, "5 mil")["review_status"] == "unreviewed"
    assert done.statuses["unreviewed"] == len(read_table(tables, "claims")) - 2
    assert (done.moved, done.lost, done.problems) == (0, (), ())


def test_a_claim_that_has_moved_is_found_by_its_quote(tables: Path, tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "kept.jsonl")
    log.append([decide(tables, "12"), decide(tables, "3 mosty", "reject")])
    (tmp_path / "later").mkdir()
    later = make(tmp_path / "later", "Nowy akapit z 7 zdaniami.\n" + TEXT.replace("3 mosty", "4 mosty"))
    done = apply_decisions(later, log)
    assert (reviewed(later, "12")["review_status"], reviewed(later, "12")["anchored_by"]) == ("accepted", "quote")
    assert done.moved == 1
    assert len(done.lost) == 1
    assert "3 mosty" in done.lost[0]
    assert len(log.read()[0]) == 2


def test_where_two_claims_fit_none_is_taken(tables: Path, tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "kept.jsonl")
    log.append([decide(tables, "12")])
    (tmp_path / "later").mkdir()
    later = make(tmp_path / "later", "Rok temu: 12 szkół. Dziś nadal 12 szkół.")
    assert len(apply_decisions(later, log).lost) == 1


def test_a_decision_about_another_source_is_not_taken(tables: Path, tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "kept.jsonl")
    log.append([decide(tables, "12")])
    (tmp_path / "later").mkdir()
    later = make(tmp_path / "later", "Inny tekst. " + TEXT, "b.txt")
    assert len(apply_decisions(later, log).lost) == 1


def test_the_command_writes_what_other_tools_read(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    DecisionLog(log_of(tables)).append([decide(tables, "12")])
    assert run_app(["apply", str(tables)]) == 0
    assert "1 accepted" in capsys.readouterr().out
    rows = duckdb.read_parquet(f"{tables}/reviewed_claims/*.parquet").filter("review_status = 'accepted'").fetchall()
    assert len(rows) == 1
    package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    assert {"reviewed_claims", "reviewed_findings"} <= {one["name"] for one in package["resources"]}
    assert run_app(["export", str(tables), "--to", "sqlite,csv"]) == 0


def test_suggestions_are_a_patch_and_change_nothing(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claim = claim_of(tables, "40")
    assert claim["unit"] is None
    DecisionLog(log_of(tables)).append([decide(tables, "40", "correct", corrected={"unit": "lantern", "place": "Nowa Wola Dolna"})])
    assert run_app(["suggest", str(tables)]) == 0
    patch = capsys.readouterr().out
    assert f'+lantern = ["{claim["unit_text"]}"]' in patch
    assert "+++ b/models/languages/pl/nouns.toml" in patch
    assert '+lantern = { kind = "count", counts = "thing" }' in patch
    assert "+NAME-ME,Nowa Wola Dolna,," in patch


def test_no_correction_asks_for_nothing(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["suggest", str(tables)]) == 0
    assert capsys.readouterr().out == "# no correction asks for an entry\n"
