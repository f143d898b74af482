"""The folder that Datasette serves, asked through Datasette itself."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from datasette.app import Datasette

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.write import export

RECORDS = (
    {"text": "Ông Lê Văn An, Chủ tịch UBND tỉnh Lai Châu, cho biết tỉnh có 38 xã theo Nghị quyết 18-NQ/TW, tốn 5 tỷ đồng.", "title": "Đường mới"},
    {"text": "Województwo połączyło 12 gmin.", "title": "Łódź", "lang": "pl"},
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    place = tmp_path_factory.mktemp("datasette")
    source = place / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
    run(RunConfig(inputs=(str(source),), out=place / "out", workers=0))
    (folder,) = export(place / "out", ["datasette"])
    return _serve(folder)


def _serve(folder: Path) -> Datasette:
    return Datasette([str(folder / "soat.sqlite")], metadata=json.loads((folder / "metadata.json").read_text(encoding="utf-8")))


def _ask(served: Datasette, path: str) -> list[dict[str, object]]:
    answer = asyncio.run(served.client.get(path))
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, object]] = answer.json()
    return rows


@pytest.mark.parametrize(("words", "title"), [
    ("đường", "Đường mới"), ("duong", "Đường mới"), ("Đồng", "Đường mới"), ("dong", "Đường mới"),
    ("polaczylo", "Łódź"), ("lodz", "Łódź"), ("bridge", None),
])
def test_search_takes_words_with_their_marks_and_without(words: str, title: str | None, served: Datasette) -> None:
    rows = _ask(served, f"/soat/articles.json?_search={words}&_shape=array")
    assert [row["title"] for row in rows] == ([title] if title else [])


@pytest.mark.parametrize(("query", "quotes"), [
    ("claims_of_a_place.json?place=Lai+Châu", {"38 xã", "5 tỷ đồng"}),
    ("who_said_it.json?name=An", {"38 xã", "5 tỷ đồng"}),
    ("under_a_document.json?symbol=18-NQ", {"38 xã", "5 tỷ đồng"}),
])
def test_a_question_that_is_asked_often_has_its_answer(query: str, quotes: set[str], served: Datasette) -> None:
    assert {row["quote"] for row in _ask(served, f"/soat/{query}&_shape=array")} <= quotes
    assert _ask(served, f"/soat/{query}&_shape=array")


def test_every_column_has_its_meaning(served: Datasette) -> None:
    page = asyncio.run(served.client.get("/soat/claims")).text
    assert "What is counted or measured, in the article" in page


def test_a_query_whose_table_is_not_there_is_not_offered(served: Datasette) -> None:
    assert "failed_checks" not in asyncio.run(served.client.get("/soat")).text
