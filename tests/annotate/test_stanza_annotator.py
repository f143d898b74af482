"""Stanza for real: its own pipeline, offline, on the weights that are shipped."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.annotate.choose import choose
from pipeline.annotate.weights import weights_folder
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
