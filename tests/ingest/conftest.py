"""What the tests of ingest share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.ingest import Reading, read_inputs
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Article, Refusal

Ingest = Callable[..., list[Article | Refusal]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that ships with soat."""
    return load_knowledge()


@pytest.fixture
def ingest(tmp_path: Path, knowledge: Knowledge) -> Ingest:
    """Write bytes under a name and read them."""

    def read(name: str, content: bytes | str, **reading: object) -> list[Article | Refusal]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_inputs([str(path)], knowledge, Reading(**reading)))  # type: ignore[arg-type]

    return read
