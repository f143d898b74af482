"""A Stanza model in plain files says what the archive said."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from pipeline.annotate.stanza_archive import is_plain, rebuild, write_plain
from pipeline.errors import ModelError


def saved(folder: Path, **more: dict[int, str]) -> Path:
    path = folder / "a.pt"
    config = {"hidden_dim": 2, "txt_file": str(folder / "train.txt"), "none": None}
    torch.save({"model": {"w.x": torch.tensor([[1.5, -2.0]])}, "vocab": {"b": 1, "a": 0}, "lexicon": ["b", "a"], "config": config} | more, path)
    return path


def test_an_archive_comes_back_from_arrays_and_json(tmp_path: Path) -> None:
    path = saved(tmp_path)
    write_plain(path)
    assert is_plain(path)
    assert not path.exists()
    rebuild(path, tmp_path / "b.pt")
    found = torch.load(tmp_path / "b.pt", weights_only=True)
    assert found["model"]["w.x"].tolist() == [[1.5, -2.0]]
    assert list(found["vocab"]) == ["b", "a"]
    assert found["config"]["none"] is None


def test_no_folder_of_the_training_machine_is_written(tmp_path: Path) -> None:
    path = saved(tmp_path)
    write_plain(path)
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["config"]["txt_file"] == "train.txt"


def test_words_stand_in_one_order(tmp_path: Path) -> None:
    path = saved(tmp_path)
    write_plain(path)
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["lexicon"] == ["a", "b"]


def test_what_json_cannot_tell_is_never_lost_in_silence(tmp_path: Path) -> None:
    path = saved(tmp_path, vocab={1: "a"})
    with pytest.raises(ModelError, match="JSON cannot tell"):
        write_plain(path)
    assert path.is_file()


def test_an_array_of_objects_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path)
    write_plain(path)
    np.savez(path.with_suffix(".npz"), x=np.array([{}], dtype=object))
    with pytest.raises(ModelError, match="cannot be read"):
        rebuild(path, tmp_path / "b.pt")
