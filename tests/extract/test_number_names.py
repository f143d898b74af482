"""Digits behind a place's name are of the name only where no figure goes on behind them."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import read_wording, write_claim
from pipeline.knowledge import load_knowledge


@pytest.mark.parametrize(("language", "text", "claims"), [
    ("vi", "xã Cát Minh 1.250 ha", ["1250 hectare"]), ("vi", "huyện Hoài Ân 41,38%", ["41.38 percent"]), ("vi", "phường Vân Canh 1", []),
    ("pl", "gmina Tan Phong 41,38%", ["41.38 percent"]), ("vi", "xã Vân Canh 2, xã Canh Liên", []),
])
def test_digits_behind_a_name(language: str, text: str, claims: list[str]) -> None:
    assert [write_claim(claim) for claim in read_wording(text, language, "2025-09-17", load_knowledge()).claims] == claims
