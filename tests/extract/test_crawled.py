"""The day of a crawl is never the day of publication: at most its year counts, where the article names it."""

from __future__ import annotations

import pytest

from pipeline.ingest import Reading
from pipeline.ingest.keys import said_of
from pipeline.ingest.record import Record, article_of
from pipeline.knowledge import load_knowledge
from pipeline.records import Dossier
from pipeline.stages import ORDER, compose

NAMED = "The council met on June 5. In 2020 it opened two schools. Yesterday it closed one; last year it closed three."
SILENT = "The council met on June 5. It opened two schools. Yesterday it closed one; last year it closed three."


def read(text: str, **said: object) -> Dossier:
    """An article with what its source says of it."""
    record = Record("a", None, said_of({"text": text, "lang": "en", **said}, {}), "0", "utf-8")
    dossier = Dossier(article_of(record, Reading(), load_knowledge()))
    compose(ORDER)([dossier], load_knowledge())
    return dossier


def test_the_year_of_a_crawl_is_the_anchor_where_the_article_names_it() -> None:
    dossier = read(NAMED, record_date="2020-06-09")
    assert (dossier.anchor, dossier.anchor_from, dossier.article.published, dossier.article.crawled) == ("2020", "crawled", None, "2020-06-09")
    found = {date.evidence.quote: date.edtf for date in dossier.dates}
    assert found.get("on June 5", found.get("June 5")) == "2020-06-05", found
    assert found["last year"] == "2019"
    assert "Yesterday" not in found


@pytest.mark.parametrize("said", [{"record_date": "2023-06-09"}, {"timestamp": "2023-06-09T01:02:03Z"}, {"crawled": "soon"}])
def test_a_crawl_of_another_year_says_nothing(said: dict[str, str]) -> None:
    dossier = read(NAMED, **said)
    assert (dossier.anchor, dossier.anchor_from) == (None, None)


def test_an_article_that_names_no_year_has_no_anchor_from_its_crawl() -> None:
    assert read(SILENT, record_date="2020-06-09").anchor is None


def test_what_the_article_or_its_source_says_goes_before_the_crawl() -> None:
    assert read(NAMED, record_date="2020-06-09", pubDate="Fri, 05 Jun 2020 10:00:00 +0700").anchor_from == "published"
    assert read(NAMED, record_date="2020-06-09", updated="2020-06-08").anchor == "2020-06-08"


@pytest.mark.parametrize("key", ["published", "pubDate", "publish_date", "date_publish", "published_at", "datePublished", "date"])
def test_the_usual_keys_of_the_day_of_publication_are_known(key: str) -> None:
    assert read(SILENT, **{key: "2020-06-06"}).article.published == "2020-06-06"


def test_a_key_that_the_user_gives_to_one_field_is_not_taken_for_another() -> None:
    said = said_of({"text": "a", "date": "2020-06-06"}, {"crawled": "date"})
    assert said == {"text": "a", "crawled": "2020-06-06"}
