"""Texts that mean harm are shown as they are and do nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pipeline.page import Tables
from tests.page.building import article, claim, finding, row
from tests.page.conftest import Looker

Make = Callable[[Tables], str]

NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(2)> {{7*7}} \"'`<!--"
BIDI = "tổng \u202e321\u202c và \u2066x\u2069 \u200b\u00ad\x07 hết"


def test_hostile_texts_are_shown_and_do_nothing(looker: Looker, page: Make) -> None:
    text = f"{NASTY}\n{BIDI} 5 osób\nhttps://evil.example/?{NASTY}"
    home = article(f"a{NASTY}", text, f"{NASTY}{BIDI}", byline=NASTY, source_path=NASTY, language='e"><script>alert(3)</script>')
    named = {"claim_id": f"c{NASTY}", "article_id": home["article_id"]}
    ends = {"period": "2025", "change": "from_to", "change_from": 2.0, "change_to": 5.0}
    tables = Tables({
        "articles": [home, article("a2", "Other text 5 osób", NASTY)],
        "sources": [row("sources", source_path=NASTY, source_url="javascript:alert(4)", article_id=home["article_id"], title=NASTY)],
        "claims": [claim(f"c{NASTY}", home, "5 osób", unit=None, unit_text=NASTY, measured=NASTY, under=[NASTY], **ends)],
        "citations": [citation(home)],
        "findings": [
            finding(f"f{NASTY}", "conflicts", [named], NASTY + BIDI, check_id=NASTY, note=NASTY, source=NASTY),
            finding("f2", "agrees", [named], "", note_key="document_day_unknown", note_values=json.dumps({"symbol": NASTY})),
        ],
        "families": [row("families", article_id=name, family_id=f"f{NASTY}", why="facts") for name in (home["article_id"], "a2")],
        "alignments": [],
    })
    looker.open(page(tables), "#all")
    for place in (home["article_id"], f"c{NASTY}", f"f{NASTY}"):
        looker.run("location.hash = '#' + encodeURIComponent(arguments[0])", place)
        looker.settle()
        assert not looker.count(".toast"), "the id is not found"
    looker.run("location.hash = '#' + encodeURIComponent(arguments[0])", home["article_id"])
    looker.settle()
    assert looker.all(".paper .text") == [text]
    assert looker.all("h1") == [home["title"]]
    assert looker.all(".byline a") == []
    assert "javascript:alert(4)" in looker.all(".byline")[0]
    assert looker.all(".check .working") == [NASTY + BIDI]
    assert looker.run("return [...document.querySelectorAll('a')].every((one) => /^(#|https?:)/.test(one.getAttribute('href')))")
    assert looker.count("main img, main script, main iframe") == 0
    # what could turn or hide letters is shown by its code, and turns nothing outside of itself
    shown = looker.run("return [...document.querySelectorAll('.paper .acting')].map((one) => [one.dataset.code, getComputedStyle(one).unicodeBidi])")
    assert {code for code, _ in shown} == {"U+202E", "U+202C", "U+2066", "U+2069", "U+200B", "U+00AD", "U+0007"}
    assert {how for _, how in shown} == {"isolate"}
    assert {address.split(":")[0] for address in looker.requests()} <= {"file", "about", "data"}
    assert not looker.complaints()


def citation(home: dict[str, Any]) -> dict[str, Any]:
    start = home["text"].index("tổng")
    return row(
        "citations", citation_id=f"r{NASTY}", article_id=home["article_id"], field="text", block="body", start=start, stop=start + 4,
        quote="tổng", sentence=BIDI, rule="x", doc_type=NASTY, symbol=NASTY, issuer=NASTY, title=NASTY,
    )
