"""The log: it only grows, nothing in it is lost, and what is no decision is told."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.errors import OutputError
from pipeline.review import Decision, DecisionLog, standing_of


def decide(action: str = "accept", **more: object) -> Decision:
    return Decision.model_validate({"reviewer": "anna", "target": "claim", "id": "c1", "action": action, **more})


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "review" / "decisions.jsonl")
    kept = [decide(), decide("correct", corrected={"value": 5.0, "unit": None}), decide("note", note="Łódź: nghìn\u2028?")]
    log.append(kept[:1])
    log.append(kept[1:])
    assert log.read() == (kept, [])


def test_no_log_is_no_decision(tmp_path: Path) -> None:
    assert DecisionLog(tmp_path / "none").read() == ([], [])


@pytest.mark.parametrize("bad", [
    {"action": "correct"}, {"action": "accept", "corrected": {"value": 1.0}}, {"action": "correct", "corrected": {"claim_id": "x"}},
    {"action": "undo"}, {"action": "note"}, {"action": "note", "note": "x" * 4001}, {"action": "approve"}, {"reviewer": ""}, {"extra": 1},
    {"target": "finding", "action": "correct", "corrected": {"value": 1.0}},
])
def test_a_decision_that_makes_no_sense_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        decide(**{"action": "accept", **bad})  # type: ignore[arg-type]


def test_a_torn_line_is_told_and_the_next_decision_is_whole(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "log")
    log.append([decide(id="c1")])
    with log.path.open("ab") as stream:
        stream.write(b'{"entry": "torn')
    log.append([decide(id="c2")])
    decisions, problems = log.read()
    assert [one.id for one in decisions] == ["c1", "c2"]
    assert len(problems) == 1
    assert "line 2 is no decision" in problems[0]


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"[1]", b"{}", b"null", b'{"reviewer": "x"}', b"x" * 100_000])
def test_a_corrupt_line_costs_no_other(junk: bytes, tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "log")
    log.append([decide(id="c1")])
    log.path.write_bytes(log.path.read_bytes() + junk + b"\n")
    log.append([decide(id="c2")])
    decisions, problems = log.read()
    assert [one.id for one in decisions] == ["c1", "c2"]
    assert len(problems) == 1


def test_a_full_disk_keeps_what_was_there_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = DecisionLog(tmp_path / "log")
    log.append([decide(id="c1")])
    before = log.path.read_bytes()
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        real(descriptor, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutputError, match=r"No space left on device; the last ones were not kept"):
        log.append([decide(id="c2")])
    assert log.path.read_bytes() == before


def test_many_processes_append_without_losing_a_line(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from pipeline.review import Decision, DecisionLog; log = DecisionLog(Path(sys.argv[1]))\n"
        "for n in range(40): log.append([Decision(reviewer=sys.argv[2], target='claim', id=f'c{n}', action='note', note='x' * 3000)])"
    )
    path = tmp_path / "log"
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in ("anna", "binh", "cao")]
    assert [one.wait() for one in running] == [0, 0, 0]
    decisions, problems = DecisionLog(path).read()
    assert problems == []
    assert {(one.reviewer, one.id) for one in decisions} == {(name, f"c{n}") for name in ("anna", "binh", "cao") for n in range(40)}


def test_a_line_is_one_object_of_json(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "log")
    log.append([decide("note", note="two\nlines")])
    (line,) = log.path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["note"] == "two\nlines"


def test_the_last_decision_of_a_reviewer_stands() -> None:
    stands = standing_of([decide("reject"), decide("accept")])["claim", "c1"]
    assert stands.status == "accepted"


def test_an_undo_brings_back_what_was_before() -> None:
    wrong = decide("reject")
    assert standing_of([decide("accept"), wrong, decide("undo", undoes=wrong.entry)])["claim", "c1"].status == "accepted"
    assert standing_of([wrong, decide("undo", undoes=wrong.entry)]) == {}


def test_reviewers_who_differ_are_both_there() -> None:
    stands = standing_of([decide("accept"), decide("reject", reviewer="binh")])["claim", "c1"]
    assert stands.status == "disputed"
    assert {name: one.action for name, one in stands.by_reviewer.items()} == {"anna": "accept", "binh": "reject"}


def test_corrections_to_different_values_are_a_dispute() -> None:
    five, six = ({"value": value} for value in (5.0, 6.0))
    assert standing_of([decide("correct", corrected=five), decide("correct", corrected=six, reviewer="binh")])["claim", "c1"].status == "disputed"
    assert standing_of([decide("correct", corrected=five), decide("correct", corrected=five, reviewer="binh")])["claim", "c1"].corrected == five


def test_a_note_alone_decides_nothing() -> None:
    stands = standing_of([decide("note", note="look again")])["claim", "c1"]
    assert (stands.status, stands.notes) == ("unreviewed", (("anna", "look again"),))
