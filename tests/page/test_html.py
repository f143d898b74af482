"""The page as a text: what it lets in, what it escapes, and that its parts fit each other."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest

from pipeline.page import Backdrop, Tables, page_of
from pipeline.page.html import SCRIPTS, STYLES, as_json, strings
from tests.page.building import article, claim, many, mentions, story

PACKAGE = files("pipeline.page")
NASTY = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \u2028 \u202e"


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the texts of its styles, scripts and data."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.append((*self.elements[-1], data))


def told(page: str) -> dict[str, Any]:
    return next(json.loads(text) for tag, attributes, text in Parts(page).texts if tag == "script" and attributes.get("id") == "data")


def articles(page: str) -> list[dict[str, Any]]:
    return [json.loads(text) for tag, attributes, text in Parts(page).texts if tag == "script" and "data-article" in attributes]


def test_the_policy_lets_in_the_one_style_and_the_one_script_and_nothing_else() -> None:
    parts = Parts(page_of(mentions(), Backdrop(), "t"))
    metas = (attributes for tag, attributes in parts.elements if tag == "meta")
    policy = next(one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        (text,) = (text for one, attributes, text in parts.texts if one == tag and "type" not in attributes)
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert not re.search("unsafe|https?:|\\*", policy)


def test_no_element_has_a_handler_a_style_or_an_address_outside() -> None:
    for tag, attributes in Parts(page_of(story(), Backdrop(), NASTY)).elements:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")], (tag, attributes)
        assert attributes.get("href", "#").startswith("#")  # type: ignore[union-attr]


def test_the_script_writes_no_html_and_evaluates_nothing() -> None:
    script = "".join((PACKAGE / "script" / name).read_text(encoding="utf-8") for name in SCRIPTS)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|import\(", script)


def test_every_file_of_style_and_script_is_in_the_page_and_holds_ascii_letters_alone() -> None:
    for folder, names in (("style", STYLES), ("script", SCRIPTS)):
        # the desk of a review is a page of its own
        assert {one.name for one in (PACKAGE / folder).iterdir()} - {"review.css", "review.js"} == set(names)
        for name in names:
            assert (PACKAGE / folder / name).read_text(encoding="utf-8").isascii(), name


def test_hostile_texts_stay_inside_their_data() -> None:
    home = article(NASTY, f"{NASTY} 5 osób", NASTY, source_path=NASTY)
    page = page_of(Tables({"articles": [home], "claims": [claim(NASTY, home, "5 osób")]}), Backdrop(), NASTY)
    parts = Parts(page)
    assert sum(tag == "script" for tag, _ in parts.elements) == 3
    assert not [tag for tag, _ in parts.elements if tag == "img"]
    assert articles(page)[0]["text"] == home["text"]
    assert told(page)["articles"][0]["id"] == NASTY
    assert "\u202e" not in page
    assert "\u2028" not in page


@pytest.mark.parametrize("text", [NASTY, "\x00\x01\x7f\x9b", "]]>", "&lt;", "\U0001f6a2"])
def test_json_comes_back_as_it_was(text: str) -> None:
    written = str(as_json({"a": text}))
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"a": text}


def test_a_page_is_the_same_bytes_on_every_run() -> None:
    assert page_of(story(), Backdrop(), "t") == page_of(story(), Backdrop(), "t")


def test_offsets_are_counted_as_a_browser_counts() -> None:
    home = article("a1", "\U0001f6a2\U0001f6a2 5 osób \U0001f6a2 7 osób")
    page = page_of(Tables({"articles": [home], "claims": [claim("c1", home, "5 osób"), claim("c2", home, "7 osób")]}), Backdrop(), "t")
    (data,) = articles(page)
    units = data["text"].encode("utf-16-le")
    assert [units[2 * one["start"]: 2 * one["stop"]].decode("utf-16-le") for one in data["claims"]] == ["5 osób", "7 osób"]


def test_articles_with_failing_checks_come_first() -> None:
    told_of = told(page_of(many(10), Backdrop(), "t"))["articles"]
    assert [sorted(one["verdicts"]) for one in told_of[:4]] == [["suspect"], ["conflicts"], ["suspect"], ["conflicts"]]


def test_a_page_without_later_tables_says_which_are_missing() -> None:
    plain, full = told(page_of(mentions(), Backdrop(), "t")), told(page_of(story(), Backdrop(), "t"))
    assert [plain[name] for name in ("checked", "grouped", "aligned")] == [False] * 3
    assert [full[name] for name in ("checked", "grouped", "aligned")] == [True] * 3


def test_sentences_are_found_in_the_text_and_not_repeated() -> None:
    for data in articles(page_of(mentions(), Backdrop(), "t")):
        for one in (*data["claims"], *data.get("places", ())):
            assert "sentence_text" not in one
            start, stop = one["sentence"]
            assert start <= one["start"] < one["stop"] <= stop


def placeholders(value: str | dict[str, str]) -> set[str]:
    forms = value.values() if isinstance(value, dict) else [value]
    return {name for form in forms for name in re.findall(r"\{(\w+)\}", form)}


def test_every_language_says_everything() -> None:
    words = strings()
    assert set(words) == {"en", "pl", "vi"}
    for language in ("pl", "vi"):
        assert set(words[language]) == set(words["en"])
        for key, value in words[language].items():
            assert placeholders(value) == placeholders(words["en"][key]), (language, key)
            assert isinstance(value, dict) == isinstance(words["en"][key], dict), (language, key)
    assert all({"one", "few", "many", "other"} == set(value) for value in words["pl"].values() if isinstance(value, dict))


def test_every_word_that_the_script_asks_for_is_there_and_none_is_idle() -> None:
    script = "".join((PACKAGE / "script" / name).read_text(encoding="utf-8") for name in SCRIPTS)
    template = (PACKAGE / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"\bt\(\"(\w+)\"", script)) | set(re.findall(r"strings\.(\w+)", template)) | set(re.findall(r", \"(key_\w+)\"", script))
    groups = set(re.findall(r"\bt\(`(\w+_)\$", script)) | {f"{name}_" for name in re.findall(r"\bword\(\"(\w+)\"", script)}
    english = strings()["en"]
    assert not asked - set(english)
    plain = {*asked, "own_name", "left", "right", "articles", "pictures"}
    idle = [key for key in english if key not in plain and not any(key.startswith(group) for group in groups)]
    assert not idle
