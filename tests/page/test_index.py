"""The index of a run: filters, and speed with many articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.page import Tables
from tests.page.building import article, many, story
from tests.page.conftest import Looker

Make = Callable[[Tables], str]


def test_the_index_is_filtered_by_language_verdict_and_document(looker: Looker, page: Make) -> None:
    rows = {name: rows for name, rows in story().rows.items() if name not in ("families", "alignments")}
    looker.open(page(Tables({**rows, "articles": [*rows["articles"], article("a9", "Without a document.")]})), "#all")
    steps = (("language", "pl", 1), ("language", "", 4), ("verdict", "conflicts", 1), ("verdict", "", 4), ("document", "77-NQ/TU", 3))
    for name, value, count in steps:
        looker.choose(f"[data-filter={name}]", value)
        assert looker.count(".stories > li") == count, (name, value)


@pytest.mark.parametrize(("what", "value"), [(".map .place[role=button]", "VN-30@1991"), (".documents a[aria-label='77-NQ/TU']", "77-NQ/TU")])
def test_a_dot_or_a_document_of_the_pictures_filters_the_index(looker: Looker, page: Make, what: str, value: str) -> None:
    rows = {name: rows for name, rows in story().rows.items() if name not in ("families", "alignments")}
    looker.open(page(Tables({**rows, "articles": [*rows["articles"], article("a9", "Nowhere and without a document.")]})), "#pictures")
    looker.run("document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", what)
    looker.settle()
    assert looker.count(".stories > li") == 3
    assert value in looker.run("return [...document.querySelectorAll('.filters select')].map((one) => one.value)")


def test_an_index_of_two_thousand_articles_opens_at_once(looker: Looker, page: Make) -> None:
    made = page(many(2000))
    looker.open(made)
    assert looker.count(".stories > li") >= 100
    assert looker.run("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") < 3000
    looker.wait_for("document.querySelectorAll('.stories > li').length === 2000")
    looker.search("bai so 1999")
    assert looker.count(".stories > li") == 1
