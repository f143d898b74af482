"""Organisations: which bodies a text names, at which level, of which place."""

from __future__ import annotations

import pytest

from pipeline.extract.organisations import find_organisations
from pipeline.extract.places import find_places
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Organisation, Source
from pipeline.scan import scan_article


def _organisations(text: str, language: str) -> list[Organisation]:
    knowledge = load_knowledge()
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language=language, anchor="2025-03-01")
    dossier.passages = scan_article(dossier.article, knowledge.rooms[language])
    find_places(dossier, knowledge)
    find_organisations(dossier, knowledge)
    for found in dossier.organisations:
        assert text[found.evidence.start:found.evidence.stop] == found.evidence.quote
    return dossier.organisations


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("UBND tỉnh họp với HĐND tỉnh", "vi", {"UBND tỉnh: peoples_committee", "HĐND tỉnh: peoples_council"}),
    ("Sở Tài chính báo cáo", "vi", {"Sở Tài chính: department:finance"}),
    ("Bộ GD&ĐT và Bộ Y tế", "vi", {"Bộ GD&ĐT: ministry:education_training", "Bộ Y tế: ministry:health"}),
    ("theo TTXVN và MTTQ Việt Nam", "vi", {"TTXVN: vn_news_agency", "MTTQ Việt Nam: vn_fatherland_front"}),
    ("Ủy ban Thường vụ Quốc hội quyết định", "vi", {"Ủy ban Thường vụ Quốc hội: vn_na_standing_committee"}),
    ("Bộ Chính trị và Ban Bí thư", "vi", {"Bộ Chính trị: politburo", "Ban Bí thư: secretariat"}),
    ("Công ty Sao Biển nộp thuế", "vi", {"Công ty Sao Biển: company:sao_bien"}),
    ("Ban Tổ chức Tỉnh ủy", "vi", {"Ban Tổ chức Tỉnh ủy: party_commission", "Tỉnh ủy: party_committee"}),
    ("Ban tổ chức lễ hội thông báo", "vi", set()),
    ("bộ phim và hội trường", "vi", set()),
    ("trung tâm thành phố", "vi", set()),
    ("KNF oraz Główny Urząd Statystyczny", "pl", {"KNF: pl_knf", "Główny Urząd Statystyczny: pl_gus"}),
    ("decyzja Rady Polityki Pieniężnej", "pl", {"Rada Polityki Pieniężnej: pl_rpp"}),
    ("Wojewódzki Komitet Partii powołał", "pl", {"Wojewódzki Komitet Partii: party_committee"}),
    ("plan Prowincjonalnego Komitetu Ludowego", "pl", {"Prowincjonalny Komitet Ludowy: peoples_committee"}),
    ("uchwała Biura Politycznego", "pl", {"Biuro Polityczne: politburo"}),
    ("Ministerstwa Finansów i Ministerstwa Zdrowia", "pl", {"Ministerstwo Finansów: ministry:finance", "Ministerstwo Zdrowia: ministry:health"}),
    ("w prokuraturze Krajowej", "pl", set()),
    ("w Komendzie Wojewódzkiej Policji", "pl", {"Komenda Wojewódzka Policji: police"}),
    ("rektor Uniwersytetu Warszawskiego", "pl", {"Uniwersytet Warszawski: school:warszawski"}),
    ("prezes Wód Polskich", "pl", {"Wód Polskich: pl_polish_waters"}),
    ("dla Komitetu Organizacyjnego Prowincjonalnego Komitetu Partii", "pl", {
        "Komitet Organizacyjny Prowincjonalnego Komitetu Partii: party_commission", "Prowincjonalny Komitet Partii: party_committee",
    }),
    ("ministerstwo zapowiada zmiany", "pl", set()),
    ("the Ministry of Finance and the IMF", "en", {"Ministry of Finance: ministry:finance", "IMF: imf"}),
    ("State Bank of Vietnam Governor", "en", {"State Bank of Vietnam: vn_state_bank"}),
    ("Acme Widgets Inc said", "en", {"Acme Widgets Inc: company:acme_widgets"}),
    ("the company and the bank", "en", set()),
])
def test_organisations_are_told_by_id(text: str, language: str, expected: set[str]) -> None:
    assert {f"{found.name}: {found.organisation_id}" for found in _organisations(text, language)} == expected


@pytest.mark.parametrize(("text", "language", "level"), [
    ("UBND huyện Mường Tè", "vi", "district"),
    ("UBND TP Hải Phòng", "vi", "province"),
    ("Tỉnh ủy Lào Cai", "vi", "province"),
    ("Komitet Prowincjonalny Partii", "pl", "province"),
])
def test_level_is_said_or_the_place_gives_it(text: str, language: str, level: str) -> None:
    assert _organisations(text, language)[0].level == level


def test_place_is_the_one_that_the_name_holds() -> None:
    found = _organisations("UBND tỉnh Lạng Sơn họp", "vi")[0]
    assert (found.place_id or "").startswith("VN-09")
    assert (found.organisation_id or "").startswith("peoples_committee:VN-09")


def test_a_body_without_a_place_is_of_the_province_that_the_article_speaks_of() -> None:
    found = _organisations("Tỉnh Lạng Sơn phát triển. UBND tỉnh họp.", "vi")[-1]
    assert (found.place_id or "").startswith("VN-09")


def test_inflected_names_have_one_id() -> None:
    ids = {found.organisation_id for found in _organisations("Sąd Najwyższy. W Sądzie Najwyższym. Sądu Najwyższego.", "pl")}
    assert ids == {"pl_supreme_court"}
