"""A story in two languages side by side."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.page import Tables
from tests.page.building import FAMILY, PL, VI, found, story
from tests.page.conftest import Looker

Make = Callable[[Tables], str]


def test_versions_stand_side_by_side_with_their_differences_said_and_joined(looker: Looker, story_page: str) -> None:
    looker.open(story_page, f"#{FAMILY}")
    looker.settle()
    assert looker.all(".sides .text") == [VI, PL]
    assert looker.all(".synopsis tr.differs td:first-child") == ["figure"]
    assert looker.all(".synopsis .differs .differs") == ["\u2212\u202f56", "\u2212\u202f65"]
    assert looker.count(".ribbon") == 4
    assert looker.count(".ribbon.differs") == 1
    marked = looker.run("return [...document.querySelectorAll('.sides .mark.differs')].map((one) => one.textContent)")
    assert marked == ["56 xã", "o 65 gmin"]
    colour = looker.run("return getComputedStyle(document.querySelector('.sides .mark.differs')).color")
    red, green, blue = (int(part) for part in colour[4:-1].split(","))
    assert red > 2 * max(green, blue)
    # never by colour alone: another line, another weight, a sign
    style = "const style = getComputedStyle(document.querySelector(arguments[0])); return [style.textDecorationStyle, style.fontWeight]"
    assert looker.run(style, ".sides .mark.differs") != looker.run(style, ".sides .mark:not(.differs)")
    # two translations are joined through the original
    looker.choose(".side.left select", "2")
    assert looker.count(".ribbon") == 4


def test_a_claim_without_a_counterpart_is_said_to_have_none(looker: Looker, page: Make) -> None:
    full = story()
    gone = found(full, "pl", "65")["claim_id"]
    rows = {**full.rows, "alignments": [one for one in full.of("alignments") if gone not in one.values()]}
    looker.open(page(Tables(rows)), f"#{FAMILY}")
    assert "2 figures have no counterpart" in looker.shown(".compare")


def test_the_keyboard_moves_through_the_figures_and_the_differences(looker: Looker, story_page: str) -> None:
    looker.open(story_page, f"#{FAMILY}")
    looker.settle()
    looker.press("j", "j")
    assert looker.run("return document.activeElement.dataset.label") == found(story(), "vi", "56")["claim_id"]
    assert looker.count(".ribbon.lit") == 1
    assert looker.count(".mark.lit") == 2
    seen = []
    for _ in range(3):
        looker.press("n")
        seen.append(looker.run("return document.activeElement.className"))
    assert seen == ["check conflicts", "check suspect", "differs"]
