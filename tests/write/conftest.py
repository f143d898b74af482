"""A finished run over a few texts with everything that may go wrong on the way out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.config import RunConfig
from pipeline.run import run

RECORDS = (
    {"text": "Województwo połączyło 12 gmin, a liczba urzędów spadła o 30 procent.\nZaktualizowano 3 maja 2025 r.", "title": "=1+1", "lang": "pl"},
    {"text": "- Tỉnh có 58 xã, giảm 97 đơn vị (giảm 62,58%).\n- Ngày 1/7/2025, Nghị quyết số 18-NQ/TW.", "title": "-5% so với 2024"},
    {"text": "The province has 5 bridges.", "title": '@SUM(1;2) "quoted",\nnext'},
    {"text": "=HYPERLINK(1) 7 bridges", "title": "'tis plain"},
    {"text": "The province has 5 bridges."},
    {"title": "no text"},
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the run."""
    place = tmp_path_factory.mktemp("run")
    source = place / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
    run(RunConfig(inputs=(str(source),), out=place / "out", shard_articles=2, workers=0))
    return place / "out"
