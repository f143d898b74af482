"""`soat show`, `check`, `explain`, `rooms`: what a person sees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import knowledge
from pipeline.api import extract
from pipeline.cli.explain import draw, marks_of
from pipeline.cli.saying import KINDS
from pipeline.cli.terminal import one_line, visible
from pipeline.errors import KnowledgeError
from pipeline.run import inline

Soat = Callable[..., Any]


def test_show_gives_sizes_claims_and_what_to_do_next(soat: Soat, article: Path, tmp_path: Path) -> None:
    soat("run", article, "--out", tmp_path / "out")
    done = soat("show", tmp_path / "out")
    assert done.code == 0
    assert "1 articles (vi 1)" in done.out
    assert "from 97 to 41" in done.out
    assert "soat export" in done.out
    assert json.loads(soat("show", tmp_path / "out", "--json").out)["rows"]["articles"] == 1


def test_show_of_a_folder_that_is_no_run_says_so(soat: Soat, tmp_path: Path) -> None:
    done = soat("show", tmp_path)
    assert done.code == 1
    assert "finished run" in done.err


def test_explain_marks_each_mention_in_its_place_with_its_rule(soat: Soat, article: Path) -> None:
    done = soat("explain", article)
    assert done.code == 0
    assert "[t\u1eeb 97 xu\u1ed1ng c\u00f2n 41]C" in done.out.replace("\n", " ")
    assert "from 97 to 41" in done.out
    said = json.loads(soat("explain", article, "--json", "--only", "claims").out)
    assert set(said) == {"article", "claims"}
    assert all(said["article"]["text"][one["start"]:one["stop"]] == one["quote"] for one in said["claims"])


def test_explain_refuses_a_table_that_is_none(soat: Soat, article: Path) -> None:
    done = soat("explain", article, "--only", "claim")
    assert done.code == 2
    assert "'claims'" in done.err


def test_every_mark_is_drawn_once_and_the_text_is_whole_when_marks_overlap() -> None:
    result = extract("T\u1ec9nh c\u00f3 12 x\u00e3 v\u00e0o ng\u00e0y 1/7/2025.", language="vi")
    marks = list(marks_of(result, "text", [kind.table for kind in KINDS]))
    crossing = [marks[0]._replace(start=start, stop=stop, label=label) for start, stop, label in ((2, 9, "C1"), (5, 14, "C2"), (5, 9, "C3"))]
    drawn = draw(result.text, 0, len(result.text), crossing).plain
    assert drawn.count("[") == 3
    assert [drawn.count(f"]{label}") for label in ("C1", "C2", "C3")] == [1, 1, 1]
    assert drawn.replace("[", "").replace("]C1", "").replace("]C2", "").replace("]C3", "") == result.text


def test_check_lists_every_kind_and_says_what_it_did_not_find(soat: Soat, article: Path) -> None:
    done = soat("check", article)
    assert done.code == 0
    assert "from 97 to 41" in done.out
    assert "claims" in done.out
    assert soat("check", article, "--number", 2).code == 2
    assert set(json.loads(soat("check", article, "--json").out)) == {"article", *(kind.table for kind in KINDS)}


def test_an_unknown_language_is_told_and_how_to_say_it(soat: Soat, tmp_path: Path) -> None:
    path = tmp_path / "k.txt"
    path.write_text("97 41", encoding="utf-8")
    for command in ("check", "explain"):
        done = soat(command, path)
        assert done.code == 0
        assert "--lang" in done.out


def test_a_file_that_is_no_article_fails_with_its_reason(soat: Soat, tmp_path: Path) -> None:
    empty = tmp_path / "e.txt"
    empty.write_bytes(b" \n")
    done = soat("check", empty)
    assert done.code == 1
    assert "empty" in done.err
    assert "e.txt" in done.err


def test_rooms_shows_every_kind_and_empty_cells(soat: Soat) -> None:
    done = soat("rooms")
    assert done.code == 0
    assert "pl" in done.out
    assert "vi" in done.out
    assert "bound_before" in done.out
    assert json.loads(soat("rooms", "--json").out)["vi"]["unit"] > 0
    assert "no problem found" in soat("rooms", "--check").out


def test_problems_of_the_knowledge_are_all_told_with_exit_code_2(soat: Soat, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> knowledge.Knowledge:
        raise KnowledgeError(["models/languages/vi/units.toml:3: one", "models/units/units.toml:9: two"])

    monkeypatch.setattr(knowledge, "load_knowledge", broken)
    monkeypatch.setattr(inline, "load_knowledge", broken)
    for arguments in (("rooms", "--check"), ("run", article, "--out", tmp_path / "out")):
        done = soat(*arguments)
        assert done.code == 2
        assert "units.toml:3: one" in done.err
        assert "units.toml:9: two" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["a\x1b[31mred", "a\u202eb", "a\x00b", "a\u2066b", "a\x9bb", "a\ud800b", "a\rb"])
def test_nothing_of_an_article_acts_on_the_terminal(text: str) -> None:
    shown = visible(text)
    assert all(c.isprintable() for c in shown)
    assert "\\" in shown


def test_hostile_text_is_escaped_in_every_view(soat: Soat, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    said = {"text": "T\u1ec9nh c\u00f3 12 x\u00e3.", "title": "\u001b]0;owned\u0007 [bold red]12 x\u00e3[/]", "lang": "vi"}
    path.write_text(json.dumps(said), encoding="utf-8")
    soat("run", path, "--out", tmp_path / "out")
    for arguments in (("explain", path), ("check", path), ("show", tmp_path / "out")):
        done = soat(*arguments)
        assert done.code == 0
        assert "\x1b" not in done.out
        assert "\x07" not in done.out
    assert "[bold red]" in soat("explain", path).out


def test_one_line_is_cut_with_an_ellipsis() -> None:
    assert one_line("a\n b   c") == "a b c"
    assert one_line("abcdef", 4) == "abc\u2026"
