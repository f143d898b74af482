"""ClaimReview: of what people decided, and refused otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import RunConfig
from pipeline.errors import OutputError
from pipeline.review import Decision, DecisionLog, apply_decisions, log_of
from pipeline.run import run
from pipeline.write import export, read_table
from pipeline.write.disk_store import DiskStore
from pipeline.write.gathered import FINDINGS


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    source = tmp_path / "in.jsonl"
    text = "Gmina ma 12 szkół. Prezes Anna Nowak powiedziała, że szkół jest 13."
    record = {"text": text, "title": "Szkoły", "url": "https://news.example/s", "lang": "pl"}
    source.write_text(json.dumps(record), encoding="utf-8")
    run(RunConfig(inputs=(str(source),), out=tmp_path / "out"))
    claims = read_table(tmp_path / "out", "claims").to_pylist()
    finding: dict[str, Any] = {column.name: [] if column.required else None for column in FINDINGS.columns} | {
        "finding_id": "f1", "check_id": "agreement.article", "verdict": "conflicts", "severity": "high", "claim_ids": [claims[0]["claim_id"]],
        "article_ids": [claims[0]["article_id"]], "working": "12 != 13", "note": "Two figures for one thing.",
        "note_key": "figure_repeated", "note_values": "{}",
    }
    other = finding | {"finding_id": "f2"}
    store = DiskStore(tmp_path / "out")
    store.replace({"findings": [tuple(row[column.name] for column in FINDINGS.columns) for row in (finding, other)]})
    return tmp_path / "out"


def decide(action: str, finding: str = "f1") -> Decision:
    return Decision.model_validate({"reviewer": "anna", "target": "finding", "id": finding, "action": action})


def test_nothing_reviewed_is_refused(tables: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nothing that a person reviewed"):
        export(tables, ["claim-review"], tmp_path)
    apply_decisions(tables, DecisionLog(log_of(tables)))
    with pytest.raises(OutputError, match="no finding is accepted"):
        export(tables, ["claim-review"], tmp_path)


def test_an_accepted_finding_becomes_a_review_and_a_rejected_one_does_not(tables: Path, tmp_path: Path) -> None:
    DecisionLog(log_of(tables)).append([decide("accept"), decide("reject", "f2")])
    apply_decisions(tables, DecisionLog(log_of(tables)))
    (path,) = export(tables, ["claim-review"], tmp_path)
    (review,) = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert review["claimReviewed"] == "Gmina ma 12 szkół."
    assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["alternateName"]) == (1, "does not hold")
    assert review["author"] == [{"@type": "Person", "name": "anna"}]
    assert review["itemReviewed"]["appearance"]["url"] == "https://news.example/s"
    assert "12 != 13" in review["reviewBody"]
