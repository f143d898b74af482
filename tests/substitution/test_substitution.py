"""soat knows no article: with every figure, person, document symbol and province replaced, it reads as well as before."""

from __future__ import annotations

import json
import os
import random
from functools import cache
from pathlib import Path

import pytest

from pipeline.evaluate import ALL, Evaluation, evaluate, extract_gold, read_gold
from pipeline.knowledge import load_knowledge
from tests.substitution.substitute import Figures, substitute

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SOAT_SHARED", ROOT.parent / "shared"))
SEEDS = (1, 2, 3, 4, 5)
MOST = 0.02
KINDS = ("claims", "citations", "officials", "roles", "dates", "places")


@cache
def judged(facts: Path, articles: Path) -> Evaluation:
    knowledge = load_knowledge()
    gold = read_gold(facts)
    return evaluate(gold, extract_gold(gold, articles, knowledge), knowledge.units)


def scores(evaluation: Evaluation) -> dict[str, float]:
    found = {kind: evaluation.tallies[ALL, kind].f1 for kind in KINDS}
    return found | {"whole claims": evaluation.tallies[ALL, "claims"].whole_f1}


@pytest.mark.skipif(not (SHARED / "gold" / "facts").is_dir(), reason="the shared gold is not beside the checkout (SOAT_SHARED names another place)")
@pytest.mark.parametrize("seed", SEEDS)
def test_scores_do_not_fall_when_everything_that_could_be_known_by_heart_is_replaced(seed: int, tmp_path: Path) -> None:
    facts, articles = SHARED / "gold", SHARED / "gold" / "articles"
    for path in sorted((facts / "facts").glob("*.json")):
        substitute(facts, path.stem, seed, tmp_path)
    before, after = judged(facts, articles), judged(tmp_path, tmp_path / "articles")
    known = set(before.misses)
    fallen = {kind: (round(value, 4), round(scores(after)[kind], 4)) for kind, value in scores(before).items() if scores(after)[kind] < value - MOST}
    assert not fallen, "\n".join([str(fallen), *(line for line in after.misses if line not in known)])


def test_the_substitution_changes_what_it_should_and_keeps_the_rest(tmp_path: Path) -> None:
    facts = tmp_path / "in"
    article, gold = {"text": TEXT, "lang": "pl"}, {**GOLD}
    for kind, what in (("articles", article), ("facts", gold)):
        (facts / kind).mkdir(parents=True)
        (facts / kind / "x.json").write_text(json.dumps(what), encoding="utf-8")
    substitute(facts, "x", 1, tmp_path / "out")
    text = json.loads((tmp_path / "out" / "articles" / "x.json").read_text(encoding="utf-8"))["text"]
    fresh = json.loads((tmp_path / "out" / "facts" / "x.json").read_text(encoding="utf-8"))
    assert not any(word in text for word in ("214", "97", "41", "Tran Van An", "77-NQ", "Hung Yen"))
    assert "1 lipca 2025" in text
    claim = fresh["numeric_claims"][0]
    assert text[claim["start"]:].startswith(claim["quote"])
    assert claim["number_text"] == [f"{claim['change']['from']:g}", f"{claim['change']['to']:g}"]
    assert claim["change"]["from"] > claim["change"]["to"] == claim["value"]
    assert fresh["officials"][0]["name"] in text
    assert fresh["documents"][0]["number"] in text
    assert fresh["places"][0]["name"] in text


TEXT = (
    "Od 1 lipca 2025 r. liczba gmin w prowincji Hung Yen spad\u0142a z 97 do 41, a agencji o 214, zgodnie z uchwa\u0142\u0105 77-NQ/TU. "
    "Przewodnicz\u0105cy Tran Van An m\u00f3wi\u0142 o planie."
)


def place_of(quote: str) -> dict[str, object]:
    return {"quote": quote, "start": TEXT.index(quote)}


GOLD = {
    "lang": "pl",
    "numeric_claims": [
        {**place_of("z 97 do 41"), "number_text": ["97", "41"], "value": 41.0, "modifier": "exact", "unit": "commune", "period": None,
         "change": {"type": "from_to", "from": 97.0, "to": 41.0}},
        {**place_of("o 214"), "number_text": "214", "value": 214.0, "modifier": "exact", "unit": "agency", "period": None,
         "change": {"type": "decrease_by"}},
    ],
    "documents": [{**place_of("uchwa\u0142\u0105 77-NQ/TU"), "number": "77-NQ/TU"}],
    "officials": [{"name": "Tran Van An"}],
    "dates": [{**place_of("1 lipca 2025 r."), "iso": "2025-07-01"}],
    "places": [{"name": "Hung Yen", "level": "province"}],
}


SHAPES = [("pl", "1500"), ("vi", "21.576,5"), ("pl", "12"), ("pl", "22"), ("vi", "03"), ("en", "610,335"), ("vi", "5,75")]


@pytest.mark.parametrize(("language", "figure"), SHAPES)
def test_a_new_figure_has_the_shape_and_the_agreement_of_the_old_one(language: str, figure: str) -> None:
    for seed in range(30):
        new = Figures(random.Random(seed), language).write(figure)
        assert [c.isdigit() for c in new] == [c.isdigit() for c in figure]
        assert new[0] == "0" if figure[0] == "0" else new[0] != "0"
        assert new != figure
        if language == "pl":
            assert (new[-1] in "234" and new[-2:-1] != "1") == (figure[-1] in "234" and figure[-2:-1] != "1")


def test_new_figures_keep_the_order_of_the_old_ones() -> None:
    for seed in range(30):
        figures = Figures(random.Random(seed), "vi")
        new = [figures.new(old, counted=True) for old in (7, 38, 57, 106, 228, 892, 3153, 16557)]
        assert new == sorted(set(new))
