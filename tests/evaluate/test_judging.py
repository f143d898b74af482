"""What counts as found, as right and as false; and the command that tells it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.app import run_app
from pipeline.evaluate import ALL, Evaluation, evaluate, read_gold
from pipeline.evaluate.claims import same_unit
from pipeline.evaluate.gold import plain
from pipeline.evaluate.places import locate
from pipeline.knowledge import load_knowledge

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SOAT_SHARED", ROOT.parent / "shared"))
TEXT = "The number of wards fell from 97 to 41 on 1 July 2025. Some 300 people and 12 dogs came. Mayor Le Van An spoke of Decree 7/2025/ND-CP."


def claim(quote: str, number: str | list[str], value: object, **more: object) -> dict[str, Any]:
    said = {"modifier": "exact", "unit": "ward", "change": {"type": "none"}, "period": None} | more
    return {"quote": quote, "start": TEXT.index(quote), "number_text": number, "value": value, **said}


GOLD: dict[str, Any] = {
    "lang": "en",
    "numeric_claims": [
        claim("from 97 to 41", ["97", "41"], 41.0, change={"type": "from_to", "from": 97.0, "to": 41.0}),
        claim("Some 300 people", "300", 300.0, modifier="approx", unit="person"),
        claim("12 dogs", "12", 12.0, unit="dog", optional=True),
    ],
    "documents": [{"number": "7/2025/N\u0110-CP"}, {"number": None}],
    "officials": [{"name": "L\u00ea V\u0103n An", "role_ids": ["mayor"]}],
    "dates": [{"iso": "2025-07-01", "accept": {"iso": ["2025-07-01/.."]}}, {"iso": "relative"}],
    "places": [{"name": "Hue", "optional": True}],
}


def row(quote: str, **more: object) -> dict[str, Any]:
    start = TEXT.index(quote)
    said = {
        "article_id": "a", "field": "text", "start": start, "stop": start + len(quote), "quote": quote, "value": None, "low": None, "high": None,
        "modifier": "exact", "unit": None, "unit_text": None, "change": "none", "change_from": None, "change_to": None, "period": None,
        "unit_conflict": False, "confidence": 0.9,
    }
    return said | more


RIGHT = (
    row("from 97 to 41", value=41.0, change="from_to", change_from=97.0, change_to=41.0, unit="ward"),
    row("Some 300 people", value=300.0, modifier="nearly", unit="person"),
)
NAMES: dict[str, list[dict[str, Any]]] = {
    "citations": [row("Decree 7/2025/ND-CP", symbol="7/2025/ND-CP")],
    "officials": [row("Mayor Le Van An", name="Le Van An", role_id="mayor")],
    "dates": [row("on 1 July 2025", edtf="2025-07-01/..")],
    "places": [],
}


def judge(tmp_path: Path, claims: list[dict[str, Any]], **names: list[dict[str, Any]]) -> Evaluation:
    (tmp_path / "facts").mkdir(exist_ok=True)
    (tmp_path / "facts" / "x.json").write_text(json.dumps(GOLD), encoding="utf-8")
    articles = [{"article_id": "a", "text": TEXT, "source_path": "in/x.json"}]
    return evaluate(read_gold(tmp_path), {"articles": articles, "claims": claims, **NAMES, **names}, load_knowledge().units)


def test_tables_made_from_the_gold_are_perfect(tmp_path: Path) -> None:
    found = judge(tmp_path, list(RIGHT))
    assert all((tally.precision, tally.recall) == (1.0, 1.0) for tally in found.tallies.values())
    assert found.tallies[ALL, "claims"].whole_f1 == 1.0
    assert found.misses == []
    assert (found.classes["from_to"].asked, found.classes["from_to"].right) == (1, 1)


def test_both_ends_of_a_change_as_rows_of_their_own_are_one_found_claim_and_no_false_one(tmp_path: Path) -> None:
    found = judge(tmp_path, [row("97", value=97.0, unit="ward"), row("41", value=41.0, unit="ward"), RIGHT[1]])
    tally = found.tallies[ALL, "claims"]
    assert (tally.found, tally.false, tally.missed) == (2, 0, 0)
    assert tally.right["whole"] == 1


def test_a_missed_and_a_false_claim_are_told_with_their_words(tmp_path: Path) -> None:
    found = judge(tmp_path, [RIGHT[0], row("7/2025", value=7.0)])
    tally = found.tallies[ALL, "claims"]
    assert (tally.found, tally.false, tally.missed) == (1, 1, 1)
    assert any("missed" in line and "Some 300 people" in line for line in found.misses)
    assert any("not in gold" in line and "7/2025" in line for line in found.misses)
    assert (found.confidences[0.9].asked, found.confidences[0.9].right) == (2, 1)


def test_a_row_on_an_optional_claim_counts_neither_way(tmp_path: Path) -> None:
    assert judge(tmp_path, [*RIGHT, row("12 dogs", value=12.0)]).tallies[ALL, "claims"].false == 0


def test_a_row_that_covers_half_the_article_points_at_nothing(tmp_path: Path) -> None:
    long = row(TEXT, value=300.0, modifier="approx", unit="person") | {"stop": 1000}
    assert judge(tmp_path, [RIGHT[0], long]).tallies[ALL, "claims"].found == 1


def test_a_noun_without_an_id_may_stand_as_the_articles_own_word(tmp_path: Path) -> None:
    GOLD["numeric_claims"][2]["optional"] = False
    try:
        found = judge(tmp_path, [*RIGHT, row("12 dogs", value=12.0, unit_text="dog")])
        assert found.tallies[ALL, "claims"].right["unit"] == 3
    finally:
        GOLD["numeric_claims"][2]["optional"] = True


def test_wrong_names_count_as_false_and_missed(tmp_path: Path) -> None:
    found = judge(tmp_path, list(RIGHT), officials=[row("Mayor Le Van An", name="Le Van Binh", role_id="mayor")])
    tally = found.tallies[ALL, "officials"]
    assert (tally.found, tally.false, tally.missed) == (0, 1, 1)
    # the stranger is not counted again by his role
    assert found.tallies[ALL, "roles"].false == 0


def test_measures_are_not_one_by_their_last_word() -> None:
    assert same_unit("party_organisation", "organisation")
    assert not same_unit("square_kilometre", "kilometre")
    assert not same_unit(None, "ward")


def test_a_quote_is_found_where_the_reader_saw_it() -> None:
    assert locate("12 a 12", "12", 6) == (5, 7)
    assert locate("12", "13", 0) is None
    assert plain("a\u00a0b\u200b") == "a b"


def test_a_folder_without_gold_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["evaluate", str(tmp_path)]) == 2
    assert "facts/NAME.json" in capsys.readouterr().err


def test_the_command_tells_scores_classes_confidence_and_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "facts" / "x.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "articles" / "x.json").write_text(json.dumps({"text": TEXT, "lang": "en"}), encoding="utf-8")
    assert run_app(["evaluate", str(tmp_path), "--misses", "50"]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ("precision", "from_to", "confidence", "claims", "roles"))
    assert run_app(["evaluate", str(tmp_path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["scores"]["all.claims"]["recall"] > 0
    assert run_app(["evaluate", str(tmp_path), "--langs", "vi"]) == 2


@pytest.mark.skipif(not (SHARED / "exam" / "score.py").exists(), reason="the examiner is not beside the checkout")
def test_our_numbers_are_those_of_the_examiner_on_the_same_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run_app(["run", str(SHARED / "gold" / "articles"), "--out", str(out), "--quiet"]) in (0, 3)
    command = [sys.executable, str(SHARED / "exam" / "score.py"), str(out), str(SHARED / "gold"), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert run_app(["evaluate", str(SHARED / "gold"), "--json"]) == 0
    ours = json.loads(capsys.readouterr().out)["scores"]
    assert run_app(["evaluate", str(SHARED / "gold"), "--tables", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scores"] == ours
    assert ours == theirs
