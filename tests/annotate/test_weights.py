"""Weights are what they were when they were made, or they are not loaded."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import pytest

from pipeline.annotate.weights import check_weights, weights_folder, write_sums
from pipeline.errors import ModelError


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(b"\x00\x01")
    write_sums(tmp_path)
    return tmp_path


def test_whole_weights_have_one_digest(weights: Path) -> None:
    assert check_weights(weights) == check_weights(weights)


def test_a_changed_byte_is_told_by_name(weights: Path) -> None:
    (weights / "ner" / "model").write_bytes(b"\x00\x02")
    with pytest.raises(ModelError, match="ner/model is damaged"):
        check_weights(weights)


def test_a_lost_file_is_told(weights: Path) -> None:
    (weights / "ner" / "model").unlink()
    with pytest.raises(ModelError, match="ner/model is missing"):
        check_weights(weights)


def test_a_file_that_was_added_is_told(weights: Path) -> None:
    (weights / "extra").write_text("x", encoding="utf-8")
    with pytest.raises(ModelError, match="extra is not listed"):
        check_weights(weights)


def test_a_pickle_is_never_loaded(weights: Path) -> None:
    (weights / "model.pkl").write_bytes(b"x")
    write_sums(weights)
    with pytest.raises(ModelError, match="pickle"):
        check_weights(weights)


def test_a_pickle_is_known_whatever_its_name(weights: Path) -> None:
    (weights / "ner" / "model").write_bytes(pickle.dumps({}))
    write_sums(weights)
    with pytest.raises(ModelError, match="pickle"):
        check_weights(weights)


def test_a_pickle_in_an_archive_is_known(weights: Path) -> None:
    with zipfile.ZipFile(weights / "ner" / "model", "w") as archive:
        archive.writestr("archive/data", pickle.dumps({}))
    write_sums(weights)
    with pytest.raises(ModelError, match="pickle"):
        check_weights(weights)


def test_every_shipped_model_is_whole_small_and_has_its_cards() -> None:
    folder = weights_folder()
    assert folder is not None
    models = sorted(path.parent for path in folder.glob("*/*/card.json"))
    assert models
    for model in models:
        check_weights(model)
        assert sum(path.stat().st_size for path in model.rglob("*") if path.is_file()) < 12_000_000
        assert {"LICENSE", "DATA.md", "SCORES.md", "card.json"} <= {path.name for path in model.iterdir()}
