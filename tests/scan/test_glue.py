"""Words that lost their space: where a join is one, where a brand is not, and that offsets stay those of the text."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Source
from pipeline.scan import scan_article
from pipeline.scan.glue import find_joins


def _split(text: str, language: str = "pl") -> str:
    joins = find_joins(text, load_knowledge().rooms[language])
    return "|".join(text[a:b] for a, b in zip([0, *joins], [*joins, len(text)], strict=True))


@pytest.mark.parametrize(("text", "split"), [
    ("Sekretarza GeneralnegoTo Nama", "Sekretarza Generalnego|To Nama"),
    ("Sekretarz GeneralnyNguyen Van Bay", "Sekretarz Generalny|Nguyen Van Bay"),
    ("premierJan Kowalski", "premier|Jan Kowalski"),
    ("PremierPham Van Binh", "Premier|Pham Van Binh"),
    ("TowarzyszVu Van Ha", "Towarzysz|Vu Van Ha"),
    ("w prowincjiLam Dong", "w prowincji|Lam Dong"),
    ("Komitet PartiiLai Chau", "Komitet Partii|Lai Chau"),
    ("do końca rokuWzrost wyniósł", "do końca roku|Wzrost wyniósł"),
    ("ministraAnny Nowak-Lis", "ministra|Anny Nowak-Lis"),
    ("rządPremier mówił. rządPremier", "rząd|Premier mówił. rząd|Premier"),
])
def test_lost_spaces_are_found(text: str, split: str) -> None:
    assert _split(text) == split


@pytest.mark.parametrize("text", [
    "YouTube", "TikTok", "iPhone", "PiS", "McDonald", "LinkedIn", "PayPal", "MacBook Pro", "eBay", "RadioZET", "GazetaPrawna",
    "PolskieRadio Koszalin", "TomTom International",
    "DeepMind", "WhatsApp", "InPost", "mBank", "@premierTusk", "#dobraZmiana", "example.com/nowaStrona", "SpaceX",
    "Kosiniak-Kamysz", "ul. Jana", "Nowa Era",
])
def test_brands_and_addresses_stay_whole(text: str) -> None:
    assert _split(text) == text


def test_only_inflected_languages_are_split() -> None:
    assert find_joins("premierDonald", load_knowledge().rooms["en"]) == []


def test_hits_behind_a_join_lie_in_the_frozen_text() -> None:
    text = "od premieraJana do prezydentaAdama Nowaka"
    article = Article("", text, None, (Block("body", 0, len(text)),), Source("", None, None, None, None, None, "", "utf-8"))
    passage = scan_article(article, load_knowledge().rooms["pl"])[0]
    offices = {text[hit.start:hit.stop] for hit in passage.hits if hit.kind == "office"}
    assert offices == {"premiera", "prezydenta"}
    assert passage.text == text
    assert len(passage.folded) == len(text)


def test_a_wording_may_span_a_join() -> None:
    rooms = load_knowledge().rooms
    text = "sekretarzGeneralny Komitetu"
    article = Article("", text, None, (Block("body", 0, len(text)),), Source("", None, None, None, None, None, "", "utf-8"))
    passage = scan_article(article, rooms["pl"])[0]
    assert any(hit.entry.wording == "sekretarz generalny" and text[hit.start:hit.stop] == "sekretarzGeneralny" for hit in passage.hits)
