"""Which model reads a language, and what is said where none can."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.annotate.choose import choose
from pipeline.annotate.weights import weights_folder

POLISH = "Sekretarz Trinh Viet Hung powiedział w Hanoi, że plan 18-NQ/TW zostanie wykonany."


@pytest.fixture(scope="module")
def shipped() -> Path:
    folder = weights_folder()
    assert folder is not None
    return folder


def test_without_a_wish_nothing_is_loaded() -> None:
    code = (
        "import sys, pipeline, pipeline.stages; from pipeline.annotate.choose import choose; choose({}); choose({'pl': 'none'}); "
        "assert not {'spacy', 'stanza', 'torch', 'thinc'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_shipped_polish_weights_find_names_by_offset() -> None:
    chosen = choose({"pl": "auto"})
    found = chosen.annotators["pl"].annotate([POLISH])[0]
    assert not isinstance(found, str)
    named = {(entity.kind, POLISH[entity.start:entity.stop]) for entity in found.entities}
    assert ("person", "Trinh Viet Hung") in named
    assert ("place", "Hanoi") in named
    assert chosen.told[0]["from"] == "shipped"
    assert len(chosen.told[0]["digest"]) == 64


def test_an_explicit_folder_is_loaded(shipped: Path) -> None:
    chosen = choose({"pl": str(shipped / "pl" / "ner")})
    assert chosen.told[0]["from"] == "path"
    assert not chosen.refusals


@pytest.mark.parametrize("how", ["no_such_package", "./no/such/folder", "stanza:/no/such/folder", "json"])
def test_a_model_that_cannot_be_had_is_one_sentence_and_a_refusal(how: str) -> None:
    chosen = choose({"pl": how})
    assert not chosen.annotators
    assert len(chosen.refusals) == 1
    assert chosen.refusals[0].what == "model"
    assert chosen.refusals[0].detail.endswith("its articles are read by rules alone")
    assert "\n" not in chosen.refusals[0].detail


def test_a_language_without_any_model_says_so() -> None:
    chosen = choose({"xx": "auto"})
    assert "no model is installed" in chosen.refusals[0].detail


def test_a_damaged_model_is_refused_and_named(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "weights"
    shutil.copytree(shipped / "pl", copy / "pl")
    model = copy / "pl" / "ner" / "ner" / "model"
    model.write_bytes(model.read_bytes()[:-1])
    monkeypatch.setattr("pipeline.annotate.choose.weights_folder", lambda: copy)
    chosen = choose({"pl": "auto"})
    assert not chosen.annotators
    assert "ner/model is damaged" in chosen.refusals[0].detail
