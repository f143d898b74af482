"""The index of a run: filters, and speed with many articles."""

from __future__ import annotations

from collections.abc import Callable

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


def test_an_index_of_two_thousand_articles_opens_at_once(looker: Looker, page: Make) -> None:
    made = page(many(2000))
    looker.open(made)
    assert looker.count(".stories > li") >= 100
    assert looker.run("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") < 3000
    looker.wait_for("document.querySelectorAll('.stories > li').length === 2000")
    looker.search("bai so 1999")
    assert looker.count(".stories > li") == 1
