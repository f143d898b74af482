"""Every format gives the same article, with what its source says of it."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pytest

from pipeline.errors import UsageError
from pipeline.ingest import Reading, read_inputs
from pipeline.knowledge import Knowledge
from pipeline.records import Article
from tests.ingest.conftest import Ingest

TEXT = "The province has 58 communes.\nIt had 155 of them before."
TITLE = "Fewer communes"
DATE = "2025-04-22"
RECORD = {"text": TEXT, "title": TITLE, "published": DATE, "url": "https://example.org/news/it-xa-hon.html", "lang": "en"}


def _columnar(kind: str) -> bytes:
    table = pa.table({key: [value] for key, value in RECORD.items()})
    buffer = io.BytesIO()
    if kind == "parquet":
        pq.write_table(table, buffer)
    elif kind == "feather":
        pyarrow.feather.write_feather(table, buffer)
    else:
        with pa.ipc.new_stream(buffer, table.schema) as stream:
            stream.write_table(table)
    return buffer.getvalue()


def _table(delimiter: str) -> str:
    return delimiter.join(RECORD) + "\n" + delimiter.join(f'"{value}"' for value in RECORD.values()) + "\n"


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"><meta property="article:published_time" content="{DATE}T10:00:00+07:00">
<link rel="canonical" href="{RECORD['url']}"></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>{TITLE}</h1>{"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article><script>var a = 1;</script></body></html>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(RECORD)),
        ("a.json", json.dumps([RECORD], indent=1)),
        ("a.jsonl", json.dumps(RECORD)),
        ("a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode())),
        ("a.csv", _table(",")),
        ("a.csv", _table(";")),
        ("a.tsv", _table("\t")),
        ("a.parquet", _columnar("parquet")),
        ("a.feather", _columnar("feather")),
        ("a.arrow", _columnar("stream")),
        ("a.parquet.gz", gzip.compress(_columnar("parquet"))),
        ("a.html", PAGE),
        ("page.txt", PAGE),
        ("unnamed", json.dumps(RECORD)),
        ("unnamed", json.dumps(RECORD) + "\n"),
        ("unnamed", _columnar("parquet")),
        ("unnamed", PAGE),
    ],
)
def test_a_format_gives_the_article_and_what_is_said_of_it(ingest: Ingest, name: str, content: bytes | str) -> None:
    (article,) = ingest(name, content)
    assert isinstance(article, Article), article
    assert (article.text, article.title, article.published) == (TEXT, TITLE, DATE)
    assert (article.source.url, article.source.url_slug, article.language_given) == (RECORD["url"], "it-xa-hon", "en")


def test_equal_texts_have_equal_ids_whatever_their_format(ingest: Ingest) -> None:
    ids = {ingest(name, content)[0].article_id for name, content in (("a.txt", TEXT + "\n"), ("b.json", json.dumps(RECORD)), ("c.html", PAGE))}
    assert len(ids) == 1


def test_fields_are_read_under_the_keys_that_the_user_names(ingest: Ingest) -> None:
    (article,) = ingest("a.json", '{"body": "One bridge", "when": "22/04/2025 10:27", "text": "no"}', fields={"text": "body", "published": "when"})
    assert isinstance(article, Article)
    assert (article.text, article.published) == ("One bridge", DATE)


def test_a_language_hint_serves_where_the_source_says_none(ingest: Ingest) -> None:
    (said,) = ingest("a.json", json.dumps(RECORD), language="pl")
    (silent,) = ingest("a.txt", TEXT, language="pl")
    assert (said.language_given, silent.language_given) == ("en", "pl")


def test_a_page_in_a_declared_encoding_is_read_in_it(ingest: Ingest) -> None:
    page = PAGE.replace("utf-8", "windows-1250").replace("communes", "gminę")
    (article,) = ingest("a.html", page.encode("windows-1250"))
    assert isinstance(article, Article)
    assert "58 gminę." in article.text
    assert article.source.encoding == "cp1250"


def test_utf_8_goes_before_a_wrong_declaration(ingest: Ingest) -> None:
    page = PAGE.replace("utf-8", "windows-1250").replace("communes", "gminę")
    (article,) = ingest("a.html", page)
    assert isinstance(article, Article)
    assert (article.source.encoding, "58 gminę." in article.text) == ("utf-8", True)


def test_entities_of_xml_are_never_resolved(ingest: Ingest, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words")
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>' + PAGE.replace("155", "&x;")
    (article,) = ingest("a.html", page)
    assert "hidden" not in getattr(article, "text", "")


def test_folders_are_read_through_in_order_and_hidden_files_are_not(tmp_path: Path, knowledge: Knowledge) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden/d.txt", ".e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Bridge {name}")
    paths = [item.source.path for item in read_inputs([str(tmp_path)], knowledge) if isinstance(item, Article)]
    assert paths == ["a.txt", "b.txt", "deep/c.txt"]
    paths = [item.source.path for item in read_inputs([str(tmp_path / "*.txt")], knowledge) if isinstance(item, Article)]
    assert paths == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.mark.parametrize("given", ["nothing.txt", "nothing*.txt"])
def test_an_input_that_names_nothing_is_an_error_of_use(given: str, knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match="nothing"):
        list(read_inputs([given], knowledge))


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ("Five bridges\nstand here.", ["Five bridges\nstand here."]),
        ("[img]\nFive bridges stand.", ["[img]\nFive bridges stand."]),
        ('{"text": "One"}\n{"text": "Two"}\n', ["One", "Two"]),
        ('[{"text": "One"}, {"text": "Two"}]', ["One", "Two"]),
        ('{\n "text": "One"\n}\n', ["One"]),
    ],
)
def test_the_standard_input_tells_by_its_first_bytes_what_it_is(
    content: str, texts: list[str], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(content.encode()))))  # type: ignore[arg-type]
    items = list(read_inputs(["-"], knowledge))
    assert [item.text for item in items if isinstance(item, Article)] == texts
    assert {item.source.path for item in items if isinstance(item, Article)} == {"-"}


def test_a_language_hint_may_be_for_some_sources_only(tmp_path: Path, knowledge: Knowledge) -> None:
    for name in ("pl/a.txt", "pl/deep/b.txt", "other/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Bridge {name}")
    (tmp_path / "pl/d.json").write_text(json.dumps(RECORD))
    items = read_inputs([str(tmp_path)], knowledge, Reading(language="vi", languages={"pl/*": "pl", "*": "en"}))
    given = {item.source.path: item.language_given for item in items if isinstance(item, Article)}
    assert given == {"other/c.txt": "en", "pl/a.txt": "pl", "pl/d.json": "en", "pl/deep/b.txt": "pl"}
