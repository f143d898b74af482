"""The page is for everyone: contrast, names, landmarks, the focus, a phone, paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.page.building import FAMILY, found, story
from tests.page.conftest import Looker

PLACES = ("#all", "#pictures", f"#{FAMILY}", f"#{found(story(), 'pl', '65')['claim_id']}")
AA = 4.5
AA_LARGE = 3.0

CONTRASTS = (Path(__file__).parent / "contrasts.js").read_text(encoding="utf-8")

NAMELESS = (Path(__file__).parent / "nameless.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_every_text_stands_out_from_its_ground(looker: Looker, story_page: str, place: str, scheme: str) -> None:
    looker.open(story_page, place, scheme=scheme)
    looker.settle()
    assert looker.run(CONTRASTS, AA, AA_LARGE) == []


@pytest.mark.parametrize("place", PLACES)
def test_everything_has_a_name_and_its_place(looker: Looker, story_page: str, place: str) -> None:
    looker.open(story_page, place)
    assert looker.run(NAMELESS) == []
    assert [looker.count(landmark) for landmark in ("main", "header.bar", "footer", "[role=search]", "h1")] == [1] * 5
    levels = looker.run("return [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert looker.run("return document.documentElement.lang") == "en"


def test_the_focus_is_seen_wherever_the_tabulator_goes(looker: Looker, story_page: str) -> None:
    looker.open(story_page, PLACES[2])
    looker.run("document.activeElement.blur()")
    script = "const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth]"
    for _ in range(12):
        looker.press("\ue004")
        style, width = looker.run(script)
        assert style == "solid"
        assert float(width.removesuffix("px")) >= 2


def test_the_skip_link_leads_to_the_content(looker: Looker, story_page: str) -> None:
    looker.open(story_page)
    looker.run("document.querySelector('.skip').click()")
    assert looker.run("return document.activeElement.id") == "main"


@pytest.mark.parametrize("place", PLACES)
def test_a_phone_shows_the_whole_width(looker: Looker, story_page: str, place: str) -> None:
    looker.open(story_page, place, wide=360, tall=740)
    looker.settle()
    assert looker.run("return [document.documentElement.scrollWidth, innerWidth]") == [360, 360]
    if "c" in place[:2]:
        box = looker.run("return document.querySelector('.inspector').getBoundingClientRect().toJSON()")
        assert box["bottom"] <= 741
        mark = looker.run("return document.querySelector('.paper .chosen').getBoundingClientRect().toJSON()")
        assert 0 <= mark["top"] < box["top"]


def test_paper_gets_the_article_its_checks_and_facts_without_the_tools(looker: Looker, story_page: str) -> None:
    looker.open(story_page, "#" + found(story(), "pl", "65")["article_id"], scheme="dark")
    looker.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    looker.run("dispatchEvent(new Event('beforeprint'))")
    seen = "return document.querySelector(arguments[0]).checkVisibility()"
    assert [looker.run(seen, part) for part in (".bar", ".toolbar", ".check .actions")] == [False] * 3
    assert [looker.run(seen, part) for part in (".check", ".paper .text", ".facts", ".picture")] == [True] * 4
    assert looker.run("return getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert looker.run(CONTRASTS, AA, AA_LARGE) == []
    printed = looker.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})
    assert len(printed["data"]) > 20_000
