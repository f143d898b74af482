"""Stanza for real: its own pipeline, offline, on the weights that are shipped."""

from __future__ import annotations

import shutil
import socket
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.annotate.choose import choose
from pipeline.annotate.weights import SUMS, weights_folder, write_sums
from pipeline.records import Annotation

SENTENCES = ["Tỉnh có 57 nhà máy điện.", "Giá lúa giảm mạnh."]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.filterwarnings("ignore")
def test_the_shipped_tokeniser_and_tagger_run_offline() -> None:
    folder = weights_folder()
    assert folder is not None
    chosen = choose({"vi": f"stanza:{folder / 'vi' / 'stanza'}"})
    assert [refusal.detail for refusal in chosen.refusals] == []
    annotations = chosen.annotators["vi"].annotate(SENTENCES)
    for sentence, annotation in zip(SENTENCES, annotations, strict=True):
        assert isinstance(annotation, Annotation)
        words = [sentence[token.start:token.stop] for token in annotation.tokens]
        assert "".join(words).replace(" ", "") == sentence.replace(" ", "")
        assert {token.pos for token in annotation.tokens} & {"NOUN", "VERB"}
    assert "stanza" in chosen.annotators["vi"].name


def test_a_folder_that_is_no_stanza_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    chosen = choose({"vi": f"stanza:{tmp_path}"})
    assert "resources.json" in chosen.refusals[0].detail


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shipped = weights_folder()
    assert shipped is not None
    return Path(shutil.copytree(shipped / "vi" / "stanza", tmp_path / "stanza"))


@pytest.mark.parametrize("name", ["soat.npz", "soat.json"])
def test_a_damaged_file_is_told_by_name_in_one_sentence(copy: Path, name: str) -> None:
    path = copy / "vi" / "pos" / name
    path.write_bytes(path.read_bytes()[:-100])
    detail = choose({"vi": f"stanza:{copy}"}).refusals[0].detail
    assert f"vi/pos/{name} is damaged; install soat-models anew" in detail
    assert "\n" not in detail


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["soat.npz", "soat.json"])
def test_a_damaged_file_without_digests_is_told_too(copy: Path, name: str) -> None:
    (copy / SUMS).unlink()
    path = copy / "vi" / "pos" / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    detail = choose({"vi": f"stanza:{copy}"}).refusals[0].detail
    assert "cannot be read" in detail
    assert "\n" not in detail


def test_a_pickle_in_the_folder_keeps_it_from_being_loaded(copy: Path) -> None:
    (copy / "vi" / "pos" / "soat.pt").write_bytes(bytes((0x80, 2)) + b"x")
    write_sums(copy)
    assert "pickle" in choose({"vi": f"stanza:{copy}"}).refusals[0].detail


@pytest.mark.filterwarnings("ignore")
def test_nothing_that_was_rebuilt_is_left_behind(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    assert choose({"vi": f"stanza:{copy}"}).annotators["vi"].annotate(SENTENCES)
    assert list(work.iterdir()) == []
