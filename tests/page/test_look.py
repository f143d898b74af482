"""The page in a real browser: what a reader sees and can do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.page import Tables
from tests.page.building import FAMILY, PL, VI, article, claim, finding, found, mentions, story
from tests.page.conftest import Looker

Make = Callable[[Tables], str]


def at(tables: Tables, language: str) -> str:
    return next("#" + str(one["article_id"]) for one in tables.of("articles") if one["language"] == language)


def test_a_page_asks_for_nothing_and_complains_of_nothing(looker: Looker, story_page: str) -> None:
    looker.open(story_page)
    for place in (at(story(), "pl"), f"#{FAMILY}", "#pictures", "#all"):
        looker.go(place)
    assert {address.split(":")[0] for address in looker.requests()} <= {"file", "about", "data"}
    assert not looker.complaints()


def test_the_text_shown_is_the_article_letter_by_letter(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "pl"))
    assert looker.all(".paper .text") == [PL]
    assert looker.run("return document.querySelector('.paper .text').innerText.replace(/\\n+/g, '\\n')").strip() == PL


def test_failing_checks_stand_first_with_their_working_and_sentences(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "pl"))
    assert looker.all(".column > section > h2")[0] == "2 checks fail"
    first = looker.shown(".check")
    assert "conflicts" in first
    assert "97 - 41 = 56, not 65" in first
    assert "The ends give another difference." in first
    assert "czyli o 65 gmin" in first
    # one sentence with both figures, the doubtful one marked as such
    assert looker.all(".check.conflicts mark") == ["z 97 do 41", "o 65 gmin"]
    assert looker.all(".check.conflicts mark.conflicts") == ["o 65 gmin"]
    # the other version's sentence stands with the check of the translation
    assert any("tức giảm 56 xã" in text for text in looker.all(".check.suspect blockquote"))


def test_a_note_is_told_in_the_language_of_the_reader(looker: Looker, page: Make) -> None:
    home = article("a1", "Razem 1200 osób, a było ich 12 tysięcy.")
    one = claim("c1", home, "1200 osób")
    within = {"note_key": "sum_by_slip", "note_values": '{"slip": {"key": "slip_small", "times": 10}}', "note": "The English."}
    listed = {"note_key": "claim_missing", "note_values": '{"having": ["pl", "vi"], "lacking": ["en"]}', "note": "The English."}
    unknown = {"note_key": "constructor", "note": "The English."}
    findings = [finding(f"f{at}", "conflicts", [one], "1 + 1 = 3", **values) for at, values in enumerate((within, listed, unknown))]
    tables = Tables({"articles": [home], "claims": [one], "findings": findings})
    for language, words, names in (
        ("en", "10 times too small", "Polish, Vietnamese"), ("pl", "zaniżon", "polski, wietnamski"), ("vi", "nhỏ đi 10", "Tiếng Việt"),
    ):
        looker.open(page(tables), "#a1", language=language)
        slip, missing, last = looker.all(".check > .note")
        assert (words in slip, names in missing, last) == (True, True, "The English.")


def test_crossing_and_nested_marks_cover_exactly_their_words(looker: Looker, page: Make) -> None:
    home = article("a1", "Alpha beta gamma delta epsilon")
    spans = {"c1": "Alpha beta gamma", "c2": "beta gamma delta", "c3": "gamma", "c4": "epsilon"}
    rows = {"articles": [home], "claims": [claim(name, home, words) for name, words in spans.items()]}
    looker.open(page(Tables(rows)), "#a1")
    script = "return [...document.querySelectorAll('.paper [data-mention]')].filter((one) => one.dataset.mention === arguments[0])"
    leaves = f"{script}.map((one) => one.textContent).join('')"
    assert {name: looker.run(leaves, name) for name in spans} == spans
    lanes = {name: looker.run(f"{script}[0].className.match(/lane\\d/)[0]", name) for name in spans}
    assert len({lanes["c1"], lanes["c2"], lanes["c3"]}) == 3
    assert lanes["c4"] == "lane0"
    assert looker.all(".paper .text") == [home["text"]]
    assert looker.count(".paper .tag") == 4


def test_filters_leave_what_they_say(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "pl"))

    def marked() -> set[str]:
        return set(looker.run("return [...document.querySelectorAll('.paper [data-mention]')].map((one) => one.className.split(' ')[1])"))

    def choose(name: str, value: str) -> list[str]:
        looker.choose(f"[data-filter={name}]", value)
        return looker.all(".fact.claims .what b")

    assert marked() == {"claims", "citations", "dates", "places"}
    looker.run("document.querySelector('[data-kind=claims]').click(); document.querySelector('[data-kind=dates]').click()")
    assert marked() == {"citations", "places"}
    assert looker.run("return document.querySelector('[data-kind=claims]').getAttribute('aria-pressed')") == "false"
    looker.run("document.querySelector('[data-kind=claims]').click()")
    assert choose("verdict", "conflicts") == ["97 → 41", "\u2212\u202f65"]
    choose("verdict", "")
    assert choose("unit", "VND") == ["3.5 billion"]
    choose("unit", "")
    assert choose("place", "VN-30@1991")
    assert looker.count(".reset")


def test_search_finds_words_without_their_marks(looker: Looker, story_page: str) -> None:
    looker.open(story_page, "#all")
    looker.search("GIAM TU 97")
    assert looker.all(".snippet mark") == ["giảm từ 97"]
    looker.go(at(story(), "vi"))
    looker.search("can bo")
    assert looker.all(".paper .hit") == ["cán bộ"]
    assert looker.all(".paper .text") == [VI]
    looker.search("(")
    assert looker.all(".paper .hit") == []
    assert not looker.complaints()


def test_the_keyboard_moves_searches_helps_and_leaves(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "en"))
    order = looker.run("return [...document.querySelectorAll('.paper .tag.claims')].map((one) => one.dataset.label)")

    def chosen() -> str:
        return str(looker.run("return document.querySelector('.fact.chosen')?.dataset.fact ?? ''"))

    looker.press("j", "j", "k")
    assert chosen() == order[0]
    looker.press("j")
    assert chosen() == order[1]
    assert looker.run("return document.activeElement.dataset.label") == order[1]
    looker.escape()
    assert not chosen()
    looker.press("/")
    assert looker.run("return document.activeElement.id") == "search"
    looker.press("j")
    assert looker.run("return document.activeElement.value") == "j"
    looker.escape()
    looker.search("")
    looker.press("?")
    assert looker.run("return document.querySelector('dialog').open")
    assert looker.count("dialog kbd") > 8
    looker.run("document.querySelector('dialog button').click()")
    looker.settle()
    assert not looker.count("dialog")
    looker.press("?")
    looker.escape()
    assert not looker.count("dialog")
    looker.press("u")
    assert looker.count(".stories")
    looker.press("j")
    assert looker.run("return document.activeElement.dataset.row") == "0"


def test_a_link_to_a_claim_opens_its_article_at_the_claim(looker: Looker, story_page: str) -> None:
    wanted = found(story(), "pl", "65")
    looker.open(story_page, f"#{wanted['claim_id']}")
    assert looker.shown(".inspector .big").startswith("\u2212\u202f65")
    box = looker.run("return document.querySelector('.paper .chosen').getBoundingClientRect().toJSON()")
    assert 0 <= box["top"] < 900
    assert "97 - 41 = 56, not 65" in looker.shown(".inspector")
    assert looker.run("return document.querySelector('.tag.chosen').getAttribute('href')") == f"#{wanted['claim_id']}"


def test_a_link_shows_what_was_hidden_and_an_unknown_one_says_so(looker: Looker, story_page: str) -> None:
    place = story().of("places")[0]
    looker.open(story_page, "#" + place["article_id"])
    looker.run("document.querySelector('[data-kind=places]').click()")
    looker.go("#" + place["mention_id"])
    assert looker.all(".inspector .big") == [place["name"]]
    assert looker.run("return document.querySelector('[data-kind=places]').getAttribute('aria-pressed')") == "true"
    looker.go("#c0000000000000000")
    assert looker.all(".toast") == ["That is not on this page."]


def test_a_claim_is_copied_with_its_sentence_and_source(looker: Looker, story_page: str) -> None:
    wanted = found(story(), "pl", "65")
    looker.open(story_page, f"#{wanted['claim_id']}")
    looker.run("Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})")
    looker.press("c")
    copied = looker.run("return window.copied").split("\n")
    assert copied[0] == f"\u201c{wanted['sentence']}\u201d"
    assert copied[1] == "\u2014 Gia Lai łączy gminy, https://pl.news.example/gia-lai-sap-xep-lai-cac-xa, 12 May 2025"
    assert copied[2] == "[\u2212\u202f65 communes; conflicts; 97 - 41 = 56, not 65]"
    looker.press("l")
    assert looker.run("return window.copied").endswith(f"#{wanted['claim_id']}")


def test_copying_works_where_there_is_no_clipboard(looker: Looker, story_page: str) -> None:
    looker.open(story_page, f"#{found(story(), 'pl', '65')['claim_id']}")
    looker.run("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    looker.run("document.execCommand = (name) => { window.copied = [name, document.activeElement.value]; }")
    looker.press("c")
    name, text = looker.run("return window.copied")
    assert name == "copy"
    assert "czyli o 65 gmin" in text


def test_pictures_are_drawn_from_what_is_there(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "vi"))
    assert looker.count(".timeline a") == 3
    assert looker.all(".pictures svg.bars text") == ["97", "41"]
    before, after = looker.numbers(".pictures svg.bars rect", "width")
    assert after / before == pytest.approx(41 / 97)
    assert looker.count(".map .place") == 1
    assert 150 < looker.numbers(".map .place circle", "cx")[0] < 280
    assert 300 < looker.numbers(".map .place circle", "cy")[0] < 400
    assert looker.count(".documents circle") == 3
    assert looker.run("return document.querySelector('.map .dust').getAttribute('d').length") > 10_000
    looker.open(story_page, "#pictures")
    assert looker.count(".picture") == 4


def test_a_page_of_tables_that_nothing_has_checked_says_so(looker: Looker, page: Make) -> None:
    looker.open(page(mentions()), "#all")
    assert "No checks were run" in looker.shown("main")
    looker.go(at(mentions(), "pl"))
    assert "No checks were run" in looker.shown(".checks")
    assert not looker.count(".versions")
    assert not looker.complaints()


def test_one_article_alone_is_the_page(looker: Looker, page: Make) -> None:
    home = article("a1", "Pięć osób i 7 osób.", "Tytuł")
    looker.open(page(Tables({"articles": [home], "claims": [claim("c1", home, "7 osób")]})))
    assert looker.all(".paper .text") == [home["text"]]


@pytest.mark.parametrize(("language", "words"), [
    ("pl", ("sprawdzenia wykazują niezgodność", "Artykuł", "Kiedy", "3,5 miliarda VND")),
    ("vi", ("2 phép kiểm tra không đạt", "Bài viết", "Khi nào", "3,5 tỷ VND")),
])
def test_the_interface_speaks_the_readers_language(looker: Looker, story_page: str, language: str, words: tuple[str, ...]) -> None:
    looker.open(story_page, at(story(), "pl"), language=language)
    shown = looker.run("return document.body.innerText")
    assert not [word for word in words if word not in shown]
    assert looker.run("return document.documentElement.lang") == language
    assert looker.run("return document.querySelector('.paper .text').lang") == "pl"


def test_the_language_and_the_theme_are_chosen_and_kept(looker: Looker, story_page: str) -> None:
    looker.open(story_page, at(story(), "pl"))
    looker.choose(".language", "vi")
    assert "Bài viết" in looker.run("return document.body.innerText")
    light = looker.run("return getComputedStyle(document.documentElement).backgroundColor")
    looker.press("t")
    dark = looker.run("return getComputedStyle(document.documentElement).backgroundColor")
    assert light != dark
    looker.driver.refresh()
    assert looker.run("return [document.documentElement.lang, getComputedStyle(document.documentElement).backgroundColor]") == ["vi", dark]
