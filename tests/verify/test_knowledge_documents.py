"""Days of documents beside the known ones."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.knowledge_documents import documents
from tests.verify.builders import article


@pytest.mark.parametrize(("symbol", "signed", "found"), [
    ("55-NQ/TW", "2020-02-11", [("agrees", "55-NQ/TW = 2020-02-11")]),
    ("55-NQ/TW", "2020-02-14", [("conflicts", "55-NQ/TW: 2020-02-14 \u2260 2020-02-11")]),
    ("55-NQ/TW", "2009-02-11", []),
    ("19-NQ/TW", "2022-06-16", [("agrees", "19-NQ/TW = 2022-06-16")]),
    ("55-NQ/TW", "2020", []),
    ("55-NQ/TU", "2020-02-14", []),
])
def test_the_day_of_a_document_is_the_known_one(symbol: str, signed: str, found: list[tuple[str, str]]) -> None:
    row = {"citation_id": "k", "symbol": symbol, "resolved_symbol": None, "signed": signed}
    assert [(one.verdict, one.working) for one in documents(article(citations=[row]), load_knowledge())] == found
