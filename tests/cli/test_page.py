"""`soat page` and `soat check --open`: tables and files become a page."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from pipeline.write import read_table

Soat = Callable[..., Any]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return addresses


def text_of(address: str) -> str:
    return Path(url2pathname(urlsplit(address).path)).read_text(encoding="utf-8")


def test_page_writes_a_run_as_one_file(soat: Soat, article: Path, tmp_path: Path) -> None:
    soat("run", article, "--out", tmp_path / "out")
    done = soat("page", tmp_path / "out", "--out", tmp_path / "look.html", "--title", "A & B")
    assert (done.code, done.err) == (0, "")
    assert "look.html: 1 article" in done.out
    page = (tmp_path / "look.html").read_text(encoding="utf-8")
    assert "<title>A &amp; B</title>" in page
    assert "214 c\u01a1 quan" in page


def test_page_of_one_article_is_chosen_by_its_id(soat: Soat, article: Path, tmp_path: Path) -> None:
    (article.parent / "b.txt").write_text("Liczba gmin spad\u0142a z 97 do 41.", encoding="utf-8")
    soat("run", article.parent, "--out", tmp_path / "out")
    name = read_table(tmp_path / "out", "articles").column("article_id").to_pylist()[0]
    assert soat("page", tmp_path / "out", "--out", tmp_path / "look.html", "--article", name).code == 0
    page = (tmp_path / "look.html").read_text(encoding="utf-8")
    assert page.count("data-article>") == 1


@pytest.mark.parametrize(("options", "told"), [
    (("--article", "zzz"), "no such article"),
    (("--family", "f1"), "soat verify"),
    (("--article", "a", "--family", "f1"), "do not go together"),
])
def test_page_of_what_is_not_there_is_a_wrong_usage(soat: Soat, article: Path, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    soat("run", article, "--out", tmp_path / "out")
    done = soat("page", tmp_path / "out", "--out", tmp_path / "look.html", *options)
    assert done.code == 2
    assert told in done.err
    assert not (tmp_path / "look.html").exists()


def test_check_opens_the_page_of_a_file(soat: Soat, article: Path, opened: list[str]) -> None:
    done = soat("check", article, "--open")
    assert done.code == 0
    (address,) = opened
    assert urlsplit(address).scheme == "file"
    assert done.out.strip().endswith("page.html")
    assert "214 c\u01a1 quan" in text_of(address)


def test_check_opens_a_file_of_many_at_the_article_that_is_asked_for(soat: Soat, tmp_path: Path, opened: list[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "There are 12 communes here."}\n{"text": "There are 15 wards here."}\n', encoding="utf-8")
    assert soat("check", path, "--open", "--number", "2").code == 0
    fragment = urlsplit(opened[0]).fragment
    assert text_of(opened[0]).index(f'"id":"{fragment}","title":"There are 15')
    assert soat("check", path, "--open", "-n", "3").code == 2


def test_check_opens_nothing_where_there_is_no_article(soat: Soat, tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "empty.txt").write_text(" ", encoding="utf-8")
    done = soat("check", tmp_path / "empty.txt", "--open")
    assert done.code == 1
    assert "empty.txt" in done.err
    assert not opened
