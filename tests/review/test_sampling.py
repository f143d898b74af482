"""Samples for judgement and the precision that they tell."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from pipeline.cli.app import run_app
from pipeline.review import Decision, DecisionLog, draw_sample, log_of, report_on, standing_of
from pipeline.review.sampling import stratum_of, wilson
from tests.review.test_applying import decide, make


def claim(number: int, language: str = "pl", kind: str | None = "count", rule: str = "plain") -> dict[str, str | None]:
    return {"claim_id": f"c{number:05d}", "language": language, "unit_kind": kind, "rule": rule}


CLAIMS = [
    *(claim(n) for n in range(900)),
    *(claim(n, "vi", "money") for n in range(900, 990)),
    *(claim(n, "vi", None, "words+bound") for n in range(990, 1000)),
]


def judge(number: int, action: str) -> Decision:
    return Decision(reviewer="anna", target="claim", id=f"c{number:05d}", action=action, corrected={"value": 1.0} if action == "correct" else {})  # type: ignore[arg-type]


def test_every_stratum_is_drawn_from() -> None:
    drawn = draw_sample(CLAIMS, 30, 1)
    counts = {stratum: sum(stratum_of(one) == stratum for one in drawn) for stratum in set(map(stratum_of, CLAIMS))}
    assert set(counts.values()) == {10}


def test_the_same_seed_draws_the_same_whatever_the_order() -> None:
    shuffled = random.Random(3).sample(CLAIMS, len(CLAIMS))
    assert draw_sample(CLAIMS, 20, 7) == draw_sample(shuffled, 20, 7)
    assert draw_sample(CLAIMS, 20, 7) != draw_sample(CLAIMS, 20, 8)


def test_no_claim_is_drawn_twice_and_all_are_drawn_if_asked() -> None:
    drawn = [one["claim_id"] for one in draw_sample(CLAIMS, 5000, 1)]
    assert len(drawn) == len(set(drawn)) == 1000


def test_a_rare_stratum_counts_by_its_size() -> None:
    # all of ten rare ones wrong, all of ten common ones right: the dump is right in 900 of 910
    claims = [one for one in CLAIMS if one["unit_kind"] != "money"]
    drawn = {one["claim_id"] for one in draw_sample(claims, 20, 1)}
    decisions = [judge(int(key[1:]), "accept" if int(key[1:]) < 900 else "reject") for key in sorted(filter(None, drawn))]
    everything, *groups = report_on(claims, {key for key in drawn if key}, standing_of(decisions))
    assert everything.precision == pytest.approx(900 / 910)
    assert everything.low < 900 / 910 < everything.high
    assert {one.name: one.precision for one in groups} == {"count": 1.0, "none": 0.0, "pl": 1.0, "vi": 0.0}


def test_only_drawn_and_judged_claims_count() -> None:
    decisions = [judge(1, "accept"), judge(2, "correct"), judge(3, "reject"), judge(4, "accept")]
    everything = report_on(CLAIMS, {"c00001", "c00002", "c00003", "c00005"}, standing_of(decisions))[0]
    assert (everything.right, everything.judged) == (1, 3)


@pytest.mark.parametrize(("share", "number", "ends"), [(0.0, 10, (0.0, 0.2775)), (1.0, 10, (0.7225, 1.0)), (0.5, 4, (0.15, 0.85))])
def test_the_interval_is_wilsons(share: float, number: int, ends: tuple[float, float]) -> None:
    assert wilson(share, number) == pytest.approx(ends, abs=1e-4)


def test_draw_judge_and_cite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = make(tmp_path)
    assert run_app(["sample", str(tables), "--report"]) == 2
    assert "no sample is drawn" in capsys.readouterr().err
    assert run_app(["sample", str(tables), "--n", "50", "--seed", "3"]) == 0
    assert run_app(["sample", str(tables), "--report"]) == 2
    assert "none of the" in capsys.readouterr().err
    DecisionLog(log_of(tables)).append([decide(tables, "12"), decide(tables, "3 mosty", "reject")])
    assert run_app(["sample", str(tables), "--report"]) == 0
    assert "seed 3) and judged by people, 1 were right; precision 50.0 %" in " ".join(capsys.readouterr().out.split())
    assert run_app(["sample", str(tables), "--report", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["precision"][0]["judged"] == 2
