"""The shipped models read the names of our own articles at least as well as is asked of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parent.parent.parent / "benchmarks" / "names.py"
_ROW = re.compile(r"(person|place|organisation): P [0-9.]+ R [0-9.]+ F1 ([0-9.]+)")


@pytest.mark.parametrize(("language", "floors"), [
    ("vi", {"person": 0.85, "place": 0.85, "organisation": 0.85}),
    ("pl", {"person": 0.85, "place": 0.85, "organisation": 0.75}),
])
def test_names_of_our_own_articles(language: str, floors: dict[str, float]) -> None:
    done = subprocess.run([sys.executable, str(BENCHMARK), language, "auto"], capture_output=True, text=True, check=True)
    found = {kind: float(score) for kind, score in _ROW.findall(done.stdout.partition("held out")[0])}
    assert found.keys() == floors.keys()
    assert not {kind: score for kind, score in found.items() if score < floors[kind]}
