"""Bad inputs that people really have: each one is a refusal with a typed reason or a repair on record, and the run goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
import unicodedata
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.ingest import read_inputs
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Refusal
from tests.ingest.conftest import Ingest


def reasons(items: list[Article | Refusal]) -> list[str]:
    """`ok` for an article, the reason for a refusal."""
    return [item.reason if isinstance(item, Refusal) else "ok" for item in items]


def only(items: list[Article | Refusal]) -> Article:
    """The one article."""
    (item,) = items
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\xc2\xa0\n", "empty"),
        ("a.txt", "Miasto ma 5 mostów".encode("windows-1250"), "encoding"),
        ("a.txt", "Tỉnh có 5 xã".encode("utf-16-le"), "encoding"),
        ("a.txt", bytes(range(32)) * 40, "binary"),
        ("a.json", b"", "json"),
        ("a.json", b'{"text": "a', "json"),
        ("a.json", b'"text"', "json"),
        ("a.json", b"[]", "empty"),
        ("a.json", b" \n[ ]\n", "empty"),
        ("a.json", b'{"body": "a"}', "no_text"),
        ("a.json", b'{"text": 5}', "no_text"),
        ("a.json", b'{"text": null}', "no_text"),
        ("a.json", b'{"text": "a", "text": "b"}', "duplicate_key"),
        ("a.json", b"[" * 100_000, "json"),
        ("a.json", b'{"a":' * 100_000, "json"),
        ("a.jsonl", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"title,body\na,b\n", "no_text"),
        ("a.csv", b"text,text\na,b\n", "duplicate_key"),
        ("a.csv", "text,title\nMiasto ma 5 mostów,a\n".encode("windows-1250"), "encoding"),
        ("a.csv", b'text,title\n"not closed,a\n', "csv"),
        ("a.parquet", b"PAR1 and nothing more", "parquet"),
        ("a.arrow", b"ARROW1 and nothing more", "arrow"),
        ("a.html", b"", "no_text"),
        ("a.html", b"<html><body>" + b"<div>" * 20_000 + b"text", "no_text"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200), "unknown_format"),
        ("a.txt.gz", gzip.compress(b"Five bridges")[:-10], "gzip"),
        ("a.txt.gz", b"\x1f\x8b\x08broken", "gzip"),
    ],
)
def test_a_broken_file_is_one_refusal_with_its_reason(ingest: Ingest, name: str, content: bytes, reason: str) -> None:
    assert reasons(ingest(name, content)) == [reason]


def test_a_refusal_names_the_nearest_key(ingest: Ingest) -> None:
    (refusal,) = ingest("a.json", b'{"texts": "a"}')
    assert isinstance(refusal, Refusal)
    assert "did you mean 'texts'" in refusal.detail


def test_a_file_too_large_for_one_record_is_refused(ingest: Ingest) -> None:
    assert reasons(ingest("a.txt", b"a" * 1001, max_bytes=1000)) == ["too_large"]
    assert reasons(ingest("b.txt", b"a" * 1001, max_chars=1000)) == ["too_long"]


def test_broken_lines_do_not_stop_the_lines_behind_them(ingest: Ingest) -> None:
    lines = [b'{"text": "One bridge"}', b"", b'{"text": "Two', b'{"text": "\xff"}', b"5", b'{"text": "Three bridges"}']
    items = ingest("a.jsonl", b"\n".join(lines))
    assert reasons(items) == ["ok", "json", "encoding", "json", "ok"]
    assert [item.source.line if isinstance(item, Article) else item.source_line for item in items] == [1, 3, 4, 5, 6]


def test_items_before_the_broken_end_of_a_list_are_kept(ingest: Ingest) -> None:
    assert reasons(ingest("a.json", b' [{"text": "One"}, 5,\n{"text": "Two"}, {"text": ')) == ["ok", "json", "ok", "json"]
    assert reasons(ingest("b.json", b'[{"text": "One"} {"text": "Two"}]')) == ["ok", "json"]
    assert reasons(ingest("c.json", b'[{"text": "One"}] and more')) == ["ok", "json"]
    assert reasons(ingest("d.json", b'[{"text": "One"},]')) == ["ok", "json"]


def test_only_a_line_feed_ends_a_json_line(ingest: Ingest) -> None:
    article = only(ingest("a.jsonl", '{"text": "One\u2028two\u0085three"}\n'))
    assert article.text == "One\ntwo\nthree"
    assert "line_marks" in article.repairs


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "9" * 5000, "1e999999"])
def test_numbers_that_no_one_needs_do_no_harm(ingest: Ingest, number: str) -> None:
    assert only(ingest("a.json", f'{{"text": "One bridge", "views": {number}}}')).text == "One bridge"


def test_a_doubled_key_that_is_not_needed_or_says_the_same_does_no_harm(ingest: Ingest) -> None:
    assert reasons(ingest("a.json", b'{"text": "a", "views": 1, "views": 2, "title": "b", "title": "b"}')) == ["ok"]


def test_lone_surrogates_and_control_marks_are_repaired_on_record(ingest: Ingest) -> None:
    article = only(ingest("a.json", r'{"text": "One\ud800 two\u0000 three\u0007", "title": "A\u0000\ud800 b"}'))
    assert article.text == "One\ufffd two three"
    assert article.repairs == ("surrogates", "controls")
    assert article.title == "A\ufffd b"


def test_marks_of_byte_order_are_no_text(ingest: Ingest) -> None:
    article = only(ingest("a.txt", b"\xef\xbb\xbfOne \xef\xbb\xbfbridge"))
    assert (article.text, article.source.encoding, article.repairs) == ("One bridge", "utf-8", ("invisible",))
    article = only(ingest("b.txt", "One m\u1ecf bridge".encode("utf-16")))
    assert (article.text, article.source.encoding) == ("One m\u1ecf bridge", "utf-16")


def test_the_members_of_a_gzip_file_are_one_file_and_garbage_behind_them_is_told(ingest: Ingest) -> None:
    members = gzip.compress(b'{"text": "One"}\n') + gzip.compress(b'{"text": "Two"}\n')
    assert reasons(ingest("a.jsonl.gz", members)) == ["ok", "ok"]
    assert reasons(ingest("b.jsonl.gz", members + b"garbage")) == ["ok", "ok", "gzip"]


def test_records_before_the_end_of_a_torn_gzip_file_are_kept(ingest: Ingest) -> None:
    lines = "".join(json.dumps({"text": f"Bridge {n} {os.urandom(40).hex()}"}) + "\n" for n in range(2000))
    found = reasons(ingest("a.jsonl.gz", gzip.compress(lines.encode())[:-2000]))
    assert found.count("ok") > 1000
    assert found[-1] == "gzip"


def test_a_gzip_file_that_grows_without_bounds_is_refused(ingest: Ingest) -> None:
    buffer = io.BytesIO()
    with gzip.open(buffer, "wb") as stream:
        for _ in range(100):
            stream.write(b" " * 2**20)
    assert reasons(ingest("a.txt.gz", buffer.getvalue())) == ["gzip"]


def test_a_gzip_file_under_a_plain_name_is_read(ingest: Ingest) -> None:
    assert only(ingest("a.txt", gzip.compress(b"One bridge"))).text == "One bridge"


def test_big_fields_and_lines_inside_quotes_are_read(ingest: Ingest) -> None:
    big = "Bridge, river\n" * 15_000
    items = ingest("a.csv", f'title;text\na;"{big}"\nb;"One ""two"""\n')
    assert reasons(items) == ["ok", "ok"]
    assert [item.source.line for item in items if isinstance(item, Article)] == [2, 15_003]
    assert [item.text for item in items if isinstance(item, Article)][1] == 'One "two"'


def test_a_row_with_too_many_fields_is_refused_and_one_with_too_few_lacks_them(ingest: Ingest) -> None:
    assert reasons(ingest("a.csv", "text,title\na,b,c\nd\n\ne,f\n")) == ["csv", "ok", "ok"]


def test_a_quotation_mark_is_a_plain_mark_in_a_table_of_tabs_that_does_not_quote(ingest: Ingest) -> None:
    items = ingest("a.tsv", 'text\ttitle\n"One" two\ta\n"Three\tb\n')
    assert [item.text for item in items if isinstance(item, Article)] == ['"One" two', '"Three']


def _parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return buffer.getvalue()


def test_columns_that_are_missing_or_hold_no_text_are_told(ingest: Ingest) -> None:
    assert reasons(ingest("a.parquet", _parquet(pa.table({"body": ["a"]})))) == ["no_text"]
    assert reasons(ingest("b.parquet", _parquet(pa.table({"text": [1, 2]})))) == ["no_text"]
    assert reasons(ingest("c.parquet", _parquet(pa.table({"text": ["One", None]})))) == ["ok", "no_text"]
    assert reasons(ingest("d.parquet", _parquet(pa.table({"text": ["One"]}))[:-8])) == ["parquet"]


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path, knowledge: Knowledge) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    (folder / "back").symlink_to(tmp_path, target_is_directory=True)
    (folder / "a.txt").write_text("One bridge")
    items = list(read_inputs([str(tmp_path)], knowledge))
    found = {item.source.path if isinstance(item, Article) else item.source_path: reason for item, reason in zip(items, reasons(items), strict=True)}
    assert found == {"gone.txt": "unreadable", "loop.txt": "unreadable", "pipe.txt": "not_a_file", "folder.txt/a.txt": "ok"}


def test_a_file_name_that_is_no_text_is_told_as_text(tmp_path: Path, knowledge: Knowledge) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xf3st.txt"))).write_text("One bridge")
    assert only(list(read_inputs([str(tmp_path)], knowledge))).source.path == "m\ufffdst.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One bridge")
    path.chmod(0)
    assert reasons(list(read_inputs([str(path)], knowledge))) == ["unreadable"]


GIANTS = ("bridge ", "a", "_", "(", "1", "\n", "a\n", ".", "!?", "ZOBACZ: ", "Zobacz: most. ", "Ảnh: ", "Source: ", "<p ", "&amp", "Ã©", "- ", "Aa ")


@pytest.mark.parametrize("piece", GIANTS)
def test_odd_giants_are_read_in_time(ingest: Ingest, piece: str) -> None:
    """A pattern that goes back over what it has read would need hours here."""
    started = time.process_time()
    article = only(ingest("a.txt", (piece * 900_000)[:900_000] + "a"))
    assert time.process_time() - started < 20
    assert (article.blocks[0].start, article.blocks[-1].stop) == (0, len(article.text))


def test_a_file_that_vanishes_between_listing_and_reading_is_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("One bridge")
    items = read_inputs([str(tmp_path)], knowledge)
    first = next(items)
    (tmp_path / "b.txt").unlink()
    assert reasons([first, *items]) == ["ok", "unreadable"]


def test_a_file_that_grows_or_is_cut_while_it_is_read_breaks_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Bridge"}\n' * 5000)
    items = read_inputs([str(path)], knowledge)
    head = [next(items) for _ in range(10)]
    path.write_text('{"text": "Bridge"}\n')
    assert set(reasons([*head, *items])) <= {"ok", "json"}


def test_a_page_under_the_name_of_a_text_is_a_page(ingest: Ingest) -> None:
    text = "The province has 58 communes, and it had 155 of them before the reform."
    page = f"<!DOCTYPE html><html><body><article><p>{text}</p></article></body></html>"
    assert only(ingest("a.txt", page)).text == text


def test_utf_8_that_was_read_as_western_european_is_read_again(ingest: Ingest) -> None:
    article = only(ingest("a.txt", "Tỉnh có năm xã, được sắp xếp lại".encode().decode("cp1252", "ignore")))
    assert "mojibake" in article.repairs or "\ufffd" not in article.text


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_spaces_between_thousands_are_plain_ones(ingest: Ingest, space: str) -> None:
    assert only(ingest("a.txt", f"Miasto ma 1{space}500 osób")).text == "Miasto ma 1 500 osób"


def test_composed_and_decomposed_letters_give_one_article(ingest: Ingest) -> None:
    whole = "Tỉnh có 5 xã; hoà bình và hòa bình"
    spread = unicodedata.normalize("NFD", whole)
    mixed = whole[:9] + unicodedata.normalize("NFD", whole[9:])
    assert {only(ingest("a.txt", text)).article_id for text in (whole, spread, mixed)} == {only(ingest("b.txt", whole)).article_id}


def test_one_id_with_two_texts_is_two_articles(ingest: Ingest) -> None:
    items = ingest("a.jsonl", '{"id": 1, "text": "One"}\n{"id": 1, "text": "Two"}\n')
    assert len({item.article_id for item in items if isinstance(item, Article)}) == 2


def test_columns_in_another_order_or_under_another_name_are_found(ingest: Ingest) -> None:
    table = pa.table({"n": [1], "title": ["b"], "body": ["One bridge"]})
    assert only(ingest("a.parquet", _parquet(table), fields={"text": "body"})).text == "One bridge"
    assert reasons(ingest("b.parquet", _parquet(table), fields={"text": "content"})) == ["no_text"]
