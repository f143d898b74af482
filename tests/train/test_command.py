"""`soat train` in small: a few steps over sentences of our own give weights that load, with all their cards."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.annotate.choose import choose
from pipeline.annotate.weights import check_weights
from pipeline.errors import UsageError
from pipeline.records import Annotation
from pipeline.train.command import train_model
from pipeline.train.recipe import load_recipe

SENTENCES = [
    {"text": "Jan Nowak mieszka w Opolu. To wszystko.", "entities": [[0, 9, "persName"], [20, 25, "placeName"]], "sentence_starts": [0, 27]},
    {"text": "Rada Miasta przyjęła plan 1 maja.", "entities": [[0, 11, "orgName"], [26, 32, "date"]], "sentence_starts": [0]},
    {"text": "Nad Odrą stoi most.", "entities": [[4, 8, "geogName"]], "sentence_starts": [0]},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    recipe = load_recipe("pl-ner")
    for part in (recipe.train, recipe.dev, *recipe.tests):
        path = tmp_path / "data" / part
        path.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(path, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(sample) + "\n" for sample in SENTENCES * 3)
    return tmp_path / "data"


@pytest.mark.filterwarnings("ignore")
def test_a_short_training_writes_weights_that_load_and_their_cards(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "model"
    told: list[int] = []
    scores = train_model("pl-ner", data, out, lambda step, _score, _best: told.append(step), augment=False, steps=2)
    assert told == [2]
    assert set(scores) == {load_recipe("pl-ner").dev, *load_recipe("pl-ner").tests}
    assert len(check_weights(out)) == 64
    card = json.loads((out / "card.json").read_text(encoding="utf-8"))
    assert card["licence"] == "GPL-3.0-only"
    assert all(len(digest) == 64 for digest in card["data"].values())
    assert "GNU GENERAL PUBLIC LICENSE" in (out / "LICENSE").read_text(encoding="utf-8")
    chosen = choose({"pl": str(out)})
    assert not chosen.refusals
    chosen.annotators["pl"].annotate([SENTENCES[0]["text"]])  # type: ignore[list-item]


TREES = [
    [("Tỉnh", "NOUN", 2, "nsubj"), ("có", "VERB", 0, "root"), ("nhà máy", "NOUN", 2, "obj"), (".", "PUNCT", 2, "punct")],
    [("Giá", "NOUN", 2, "nsubj"), ("giảm", "VERB", 0, "root"), ("mạnh", "ADJ", 2, "advmod"), (".", "PUNCT", 2, "punct")],
]


@pytest.mark.filterwarnings("ignore")
def test_a_short_training_of_stanza_writes_plain_weights_that_load_and_their_cards(tmp_path: Path) -> None:
    recipe = load_recipe("vi-stanza")
    rows = [
        "".join(f"{at}\t{form}\t{form}\t{upos}\t_\t_\t{head}\t{relation}\t_\t_\n" for at, (form, upos, head, relation) in enumerate(tree, 1))
        for tree in TREES
    ]
    for part in (recipe.train, recipe.dev, *recipe.tests):
        path = tmp_path / "data" / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(rows * 6) + "\n", encoding="utf-8")
    out = tmp_path / "model"
    scores = train_model("vi-stanza", tmp_path / "data", out, lambda *_: None, steps=2)
    assert set(scores) == set(recipe.tests)
    assert all(0 <= value <= 1 for found in scores.values() for value in found.values())
    assert len(check_weights(out)) == 64
    assert not list(out.rglob("*.pt"))
    card = json.loads((out / "card.json").read_text(encoding="utf-8"))
    assert card["recipe"]["training"]["steps"] == 2
    chosen = choose({"vi": f"stanza:{out}"})
    assert not chosen.refusals
    annotation = chosen.annotators["vi"].annotate(["Tỉnh có nhà máy."])[0]
    assert isinstance(annotation, Annotation)
    assert annotation.tokens


def test_missing_data_is_told_by_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"train\.jsonl\.gz is missing"):
        train_model("pl-ner", tmp_path, tmp_path / "out", lambda *_: None)


def test_an_unknown_recipe_is_told_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pl-ner"):
        train_model("xx-ner", tmp_path, tmp_path / "out", lambda *_: None)


def test_a_folder_of_something_else_is_never_overwritten(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="no model"):
        train_model("pl-ner", data, out, lambda *_: None)
    assert (out / "thesis.txt").is_file()
