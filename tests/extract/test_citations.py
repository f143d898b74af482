"""Documents as the articles cite them: symbols in every style, short forms, laws by name, pointers back, and what is no document."""

from __future__ import annotations

import pytest

from pipeline.extract.citations import find_citations
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Citation, Dossier, Source
from pipeline.scan import scan_article


def read(language: str, text: str, title: str | None = None) -> Dossier:
    source = Source("x.json", None, None, None, None, None, "0", "utf-8")
    dossier = Dossier(Article("a", text, title, (Block("body", 0, len(text)),), source), language=language)
    knowledge = load_knowledge()
    dossier.passages = scan_article(dossier.article, knowledge.rooms.get(language))
    find_citations(dossier, knowledge)
    return dossier


def cited(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(c.doc_type, c.symbol) for c in read(language, text).citations]


def symbols(language: str, text: str) -> list[str | None]:
    return [c.symbol for c in read(language, text).citations]


def only(language: str, text: str) -> Citation:
    citations = read(language, text).citations
    assert len(citations) == 1, [c.evidence.quote for c in citations]
    return citations[0]


@pytest.mark.parametrize(("text", "expected"), [
    ("Kết luận số 79-KL/TW được ban hành", [("conclusion", "79-KL/TW")]),
    ("Nghị quyết 21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("Nghị quyết số 44/NQ-TW", [("resolution", "44-NQ/TW")]),
    ("Nghị quyết 31/NQ - TƯ", [("resolution", "31-NQ/TW")]),
    ("Chỉ thị 23 - CT / TW", [("directive", "23-CT/TW")]),
    ("Chương trình số 17-CT/TU", [("programme", "17-CT/TU")]),
    ("Chỉ thị số 17-CT/TU", [("directive", "17-CT/TU")]),
    ("Quy định số 96-QĐ/TW", [("regulation", "96-QĐ/TW")]),
    ("Quyết định số 96-QĐ/TW", [("decision", "96-QĐ/TW")]),
    ("Tờ trình số 88-TTr/TU", [("submission", "88-TTr/TU")]),
    ("Kế hoạch 219-KH/TU", [("plan", "219-KH/TU")]),
    ("Quyết định 904-QĐ/TU", [("decision", "904-QĐ/TU")]),
    ("Công văn 61-CV/BCĐ", [("official_letter", "61-CV/BCĐ")]),
    ("Báo cáo số 77-BC/BTCTU", [("report", "77-BC/BTCTU")]),
    ("Hướng dẫn 12-HD/BTGTW", [("guidance", "12-HD/BTGTW")]),
    ("Thông báo số 35-TB/UBKTTW", [("notice", "35-TB/UBKTTW")]),
    ("Quyết định 05-QĐ/BCĐTKNQ19", [("decision", "05-QĐ/BCĐTKNQ19")]),
])
def test_party_symbols_have_one_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Nghị định số 44/2023/NĐ-CP", [("decree", "44/2023/NĐ-CP")]),
    ("Nghị định 44/2023/N\u00d0-CP", [("decree", "44/2023/NĐ-CP")]),
    ("theo số: 44/2023/ND-CP", [("decree", "44/2023/NĐ-CP")]),
    ("Quyết định số 612/QĐ - TTg", [("decision", "612/QĐ-TTg")]),
    ("Quyết định 17/2021/QĐ-Ttg", [("decision", "17/2021/QĐ-TTg")]),
    ("Quyết định số 33 /2019/QĐ- UBND", [("decision", "33/2019/QĐ-UBND")]),
    ("Nghị quyết số 193/2024/QH15", [("resolution", "193/2024/QH15")]),
    ("Luật số 22/2022/QH15", [("law", "22/2022/QH15")]),
    ("Bộ luật số 22/2022/QH15", [("code_of_law", "22/2022/QH15")]),
    ("Nghị quyết 84/2024/UBTVQH15", [("resolution", "84/2024/UBTVQH15")]),
    ("Nghị quyết số 912/NQ-UBTVQH15", [("resolution", "912/NQ-UBTVQH15")]),
    ("Nghị quyết số 14/2022/NQ-HĐND", [("resolution", "14/2022/NQ-HĐND")]),
    ("Thông tư số 31/2020/TT-BGD&ĐT", [("circular", "31/2020/TT-BGDĐT")]),
    ("Thông tư 09/2018/TT/BYT", [("circular", "09/2018/TT-BYT")]),
    ("Thông tư liên tịch số 08/2015/TTLT-BNV-BTC", [("circular", "08/2015/TTLT-BNV-BTC")]),
    ("Thông tư 08/2015/TTLT - BNV - BTC", [("circular", "08/2015/TTLT-BNV-BTC")]),
    ("Công văn 3321/BNV-TCBC", [("official_letter", "3321/BNV-TCBC")]),
    ("văn bản số 702 / NHNN-TT", [("official_letter", "702/NHNN-TT")]),
    ("Công văn số 1499/UBND_KT", [("official_letter", "1499/UBND_KT")]),
    ("Công điện số 48/CĐ-TTg", [("telegram", "48/CĐ-TTg")]),
    ("Bản án số 27/2019/DS-ST", [("judgment", "27/2019/DS-ST")]),
    ("Quyết định xử phạt hành chính số 64/QĐ-XPVPHC", [("decision", "64/QĐ-XPVPHC")]),
    ("Quyết định số 58/HĐBT", [("decision", "58/HĐBT")]),
    ("Nghị định số 27-CP", [("decree", "27-CP")]),
    ("Nghị quyết số 02-2022/NQ-CP", [("resolution", "02-2022/NQ-CP")]),
    ("Quyết định 305/QĐ-SXD", [("decision", "305/QĐ-SXD")]),
    ("Báo cáo số 91/BC-VPCP", [("report", "91/BC-VPCP")]),
    ("QCVN 41:2019/BGTVT", [("standard", "QCVN 41:2019/BGTVT")]),
    ("TCVN 5687:2010", [("standard", "TCVN 5687:2010")]),
])
def test_state_symbols_have_one_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Nghị định số 44/2023/NĐ-CP.Cùng ngày", ["44/2023/NĐ-CP"]),
    ("Nghị định số 44/2023/NĐ-CPĐối với hộ", ["44/2023/NĐ-CP"]),
    ("khoản 2 Điều 5Nghị định số 44/2023/NĐ-CP", ["44/2023/NĐ-CP"]),
    ("Nghị định 44/2023/NĐ-CP - UBND tỉnh", ["44/2023/NĐ-CP"]),
    ("(Thông tư 31/2020/TT-BTC)", ["31/2020/TT-BTC"]),
    ("Nghị quyết 21 NQ/TW", ["21-NQ/TW"]),
    ("số21-NQ/TW và năm 2018 NQ/TW", ["21-NQ/TW"]),
    ("xem https://abc.vn/Nghi-dinh-44-2023-ND-CP.html", []),
    ("“Nghị quyết 21-NQ/TW”", ["21-NQ/TW"]),
])
def test_symbols_end_where_the_text_goes_on(text: str, expected: list[str]) -> None:
    assert symbols("vi", text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Решение \u2116 83-КЛ/ТВ", [("conclusion", "83-KL/TW")]),
    ("ru", "Указ 44/2023/НД-ЦП", [("decree", "44/2023/NĐ-CP")]),
    ("zh", "第21-NQ/TW号决议", [("resolution", "21-NQ/TW")]),
    ("fr", "la résolution nº 21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("de", "Beschluss Nr. 21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("es", "el Decreto 44/2023/ND-CP", [("decree", "44/2023/NĐ-CP")]),
    ("de", "Verordnung (EU) 2016/679", [("document", "(EU) 2016/679")]),
    ("und", "612/QD-TTg", [("decision", "612/QĐ-TTg")]),
])
def test_languages_without_a_room_give_whole_symbols(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(language, text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Uchwała nr 21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("wdrożenie Rezolucji 21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("zgodnie z Wnioskiem nr 79-KL/TW", [("conclusion", "79-KL/TW")]),
    ("Konkluzja nr 79-KL/TW", [("conclusion", "79-KL/TW")]),
    ("Oficjalny Komunikat nr 61-CV/BCĐ", [("official_letter", "61-CV/BCĐ")]),
    ("Dekretem nr 44/2023/ND-CP", [("decree", "44/2023/NĐ-CP")]),
    ("Rozporządzenie nr 44/2023/NĐ-CP", [("decree", "44/2023/NĐ-CP")]),
    ("Rozporządzenie nr 96-QĐ/TW", [("regulation", "96-QĐ/TW")]),
    ("Decyzją nr 612/QĐ-TTg", [("decision", "612/QĐ-TTg")]),
    ("Okólnik 31/2020/TT-BTC", [("circular", "31/2020/TT-BTC")]),
    ("Dyrektywy nr 23-CT/TW", [("directive", "23-CT/TW")]),
    ("Planie nr 219-KH/TU", [("plan", "219-KH/TU")]),
    ("Uchwała nr 193/2024/QH15", [("resolution", "193/2024/QH15")]),
    ("Zawiadomienie nr 35-TB/TW", [("notice", "35-TB/TW")]),
    ("uchwała nr LII/417/2023 Rady Gminy", [("resolution", "LII/417/2023")]),
    ("Zarządzenie nr 88/2024 burmistrza", [("directive", "88/2024")]),
    ("rozporządzenie (UE) nr 1303/2013", [("regulation", "(EU) 1303/2013")]),
    ("dyrektywy 2009/28/WE", [("directive", "2009/28/EC")]),
    ("rezolucja 2254 Rady Bezpieczeństwa ONZ", [("resolution", "2254")]),
    ("Projekt 07 w gminach", [("project", "07")]),
])
def test_polish_words_for_documents(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited("pl", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Decree No. 44/2023/ND-CP", [("decree", "44/2023/NĐ-CP")]),
    ("Document No. 702 / NHNN-TT", [("official_letter", "702/NHNN-TT")]),
    ("Circular 31/2020/TT-BTC", [("circular", "31/2020/TT-BTC")]),
    ("Directive No 23-CT/TW", [("directive", "23-CT/TW")]),
    ("Regulation No. 96-QD/TW", [("regulation", "96-QĐ/TW")]),
    ("Resolution 27 of the Politburo", [("resolution", "27")]),
    ("under Resolution 27, provinces", [("resolution", "27")]),
    ("Resolutions 27, 29 and 31", [("resolution", "27"), ("resolution", "29"), ("resolution", "31")]),
    ("Project 07 on data", [("project", "07")]),
    ("Regulation (EU) 2016/679", [("regulation", "(EU) 2016/679")]),
    ("Directive 2009/28/EC", [("directive", "2009/28/EC")]),
    ("Law No. 22/2022/QH15", [("law", "22/2022/QH15")]),
    ("Official Dispatch No. 48/CD-TTg", [("telegram", "48/CĐ-TTg")]),
    ("Resolution No.21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("Resolution No21-NQ/TW", [("resolution", "21-NQ/TW")]),
    ("Land Law 2024 (Law No. 31/2024/QH15)", [("law", None), ("law", "31/2024/QH15")]),
])
def test_english_words_for_documents(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited("en", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Nghị quyết số 27, 29 của Trung ương", [("resolution", "27"), ("resolution", "29")]),
    ("Chỉ thị 07, 08", [("directive", "07"), ("directive", "08")]),
    ("Nghị định 29/2012, 31/2012", [("decree", "29/2012"), ("decree", "31/2012")]),
    ("Nghị quyết 27 và 29", [("resolution", "27"), ("resolution", "29")]),
    ("Nghị quyết 27, 29-NQ/TW", [("resolution", "27-NQ/TW"), ("resolution", "29-NQ/TW")]),
    ("Thông tư 47 có hiệu lực", [("circular", "47")]),
    ("nghị định 47, đóng tàu", [("decree", "47")]),
    ("Nghị định  47", [("decree", "47")]),
    ("chương trình 30a của Chính phủ", [("programme", "30a")]),
    ("Quyết định 53 của Bộ Công Thương", [("decision", "53")]),
    ("thông báo 415 ngày 4-9", [("notice", "415")]),
    ("kết luận thanh tra số 1208", [("conclusion", "1208")]),
    ("theo Đề án 07", [("project", "07")]),
    ("thực hiện Đề án 07 giai đoạn mới", [("project", "07")]),
    ("NQ62 của Quốc hội", [("resolution", "62")]),
    ("QĐ 4190 và NĐ 47", [("decision", "4190"), ("decree", "47")]),
])
def test_short_forms_keep_the_number_as_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited("vi", text) == expected


def test_a_list_with_number_words_carries_its_type() -> None:
    text = "Wnioski Sekretariatu: nr 79-KL/TW z dnia 3 maja 2024 r., nr 81-KL/TW i nr 84-KL/TW"
    citations = read("pl", text).citations
    assert [(c.doc_type, c.symbol, c.issuer) for c in citations] == [
        ("conclusion", f"{number}-KL/TW", "Secretariat of the Central Committee") for number in (79, 81, 84)
    ]
    assert citations[1].evidence.quote == "nr 81-KL/TW"
    assert cited("pl", "Rezolucje nr 27, nr 29 i nr 31") == [("resolution", n) for n in ("27", "29", "31")]


@pytest.mark.parametrize(("language", "text", "signed"), [
    ("vi", "Nghị định số 44/2023/NĐ-CP ngày 30/6/2023", "2023-06-30"),
    ("vi", "Nghị định số 44/2023/NĐ-CP ngày 30 tháng 06 năm 2023", "2023-06-30"),
    ("vi", "Nghị định số 44/2023/NĐ-CP ngày 30/6", "2023-06-30"),
    ("vi", "Quyết định 612/QĐ-TTg ngày 26/10", "XXXX-10-26"),
    ("vi", "Kết luận số 79-KL/TW, ngày 3.5.2024", "2024-05-03"),
    ("vi", "Công văn số 49 (ngày 22-6-2016)", "2016-06-22"),
    ("vi", "thông tư 03 năm 2018 của Bộ Xây dựng", "2018"),
    ("vi", "Nghị quyết số 27 ngày 31/2/2024", None),
    ("pl", "Uchwała nr 21-NQ/TW z dnia 3 maja 2024 r.", "2024-05-03"),
    ("pl", "Uchwała nr 21-NQ/TW z 3 maja 2024 roku", "2024-05-03"),
    ("pl", "Dekret nr 44 z dnia 30.06.2023 r.", "2023-06-30"),
    ("pl", "Plan nr 219-KH/TU", None),
    ("en", "Decree No. 44/2023/ND-CP dated June 30, 2023", "2023-06-30"),
    ("en", "Resolution 27 of 3 May 2024", "2024-05-03"),
    ("en", "Decree 44/2023/ND-CP issued on 30 June 2023", "2023-06-30"),
])
def test_the_day_of_signing(language: str, text: str, signed: str | None) -> None:
    assert only(language, text).signed == signed


@pytest.mark.parametrize(("language", "text", "code", "issuer"), [
    ("vi", "Nghị quyết 84/2024/UBTVQH15", "UBTVQH15", "Standing Committee of the 15th National Assembly"),
    ("vi", "Nghị quyết số 193/2024/QH15 của Quốc hội", "QH15", "15th National Assembly"),
    ("vi", "Kết luận 79-KL/TW của Ban Bí thư", "TW", "Secretariat of the Central Committee"),
    ("vi", "Quyết định 53 của Bộ Công Thương", None, "Ministry of Industry and Trade"),
    ("vi", "Nghị quyết 21-NQ/TW ngày 3/5/2024, Thủ tướng yêu cầu", "TW", "Central Committee of the Party"),
    ("vi", "Chỉ thị số 23-CT/TW của Ban Bí thư khóa XI", "TW", "Secretariat of the Central Committee"),
    ("vi", "Nghị quyết 21-NQ/TW (khóa XI)", "TW", "Central Committee of the Party, 11th tenure"),
    ("vi", "Nghị quyết của Bộ Chính trị số 27", None, "Politburo"),
    ("pl", "Dyrektywa Sekretariatu nr 23", None, "Secretariat of the Central Committee"),
    ("en", "National Assembly Resolution 42", None, "National Assembly"),
    ("vi", "Thông tư liên tịch số 37 của Bộ Y tế và Bộ Tài chính", None, "Ministry of Health; Ministry of Finance"),
    ("pl", "Rezolucji nr 21-NQ/TW XI Komitetu Centralnego", "TW", "Central Committee of the Party, 11th tenure"),
    ("pl", "Uchwała nr 912 Stałego Komitetu Zgromadzenia Narodowego", None, "Standing Committee of the National Assembly"),
    ("pl", "Dekret nr 44/2023/ND-CP rządu", "CP", "Government"),
    ("en", "Resolution 27 of the 11th Party Central Committee", None, "Central Committee of the Party, 11th tenure"),
    ("en", "the Politburo's Resolution 27", None, "Politburo"),
])
def test_issuers_are_decoded_or_read(language: str, text: str, code: str | None, issuer: str) -> None:
    citation = only(language, text)
    assert (citation.issuer_code, citation.issuer) == (code, issuer)


@pytest.mark.parametrize(("language", "text", "title"), [
    ("pl", "Rezolucja nr 27 dotycząca rozwoju kolei, którą przyjęto", "rozwoju kolei"),
    ("pl", "Uchwała nr 21-NQ/TW w sprawie kadr. Potem", "kadr"),
    ("vi", "Nghị định 47 về phát triển thủy sản bền vững; sau đó", "phát triển thủy sản bền vững"),
    ("vi", "Quyết định số 612/QĐ-TTg phê duyệt quy hoạch cảng biển.", "phê duyệt quy hoạch cảng biển"),
    ("vi", "Nghị quyết số 27 về cán bộ và Nghị quyết số 29", "cán bộ"),
    ("en", "Resolution 27 on wage reform, which", "wage reform"),
    ("en", "Resolution 27, 29", None),
])
def test_titles_stop_where_the_sentence_goes_on(language: str, text: str, title: str | None) -> None:
    assert read(language, text).citations[0].title == title


@pytest.mark.parametrize(("language", "text", "resolved"), [
    ("pl", "Uchwała nr 21-NQ/TW. Podsumowano rezolucję 21", "21-NQ/TW"),
    ("pl", "Uchwała nr 21-NQ/TW. Niniejsza uchwała", "21-NQ/TW"),
    ("pl", "Dekret nr 44/2023/ND-CP. Rozporządzenie nr 44", "44/2023/NĐ-CP"),
    ("pl", "Decyzja nr 612/QD-TTg. Zgodnie z postanowieniem nr 612", "612/QĐ-TTg"),
    ("pl", "Rezolucja nr 27 Biura Politycznego", "27-NQ/TW"),
    ("vi", "Nghị định 44/2023/NĐ-CP. Theo Nghị định 44", "44/2023/NĐ-CP"),
    ("vi", "Nghị định 44/2023/NĐ-CP. Theo Nghị định 44/2023", "44/2023/NĐ-CP"),
    ("vi", "Theo Nghị định 44; Nghị định số 44/2023/NĐ-CP", "44/2023/NĐ-CP"),
    ("vi", "Nghị quyết 21-NQ/TW. Nghị quyết này", "21-NQ/TW"),
    ("vi", "Nghị quyết 21-NQ/TW và Kết luận 79-KL/TW. Nghị quyết nêu trên", "21-NQ/TW"),
    ("vi", "Quyết định 4631/QĐ-UBND. Sửa quyết định 4631, khi", "4631/QĐ-UBND"),
    ("vi", "Nghị quyết số 27 của Bộ Chính trị", "27-NQ/TW"),
    ("vi", "Kết luận số 79 của Bộ Chính trị, Ban Bí thư", "79-KL/TW"),
    ("vi", "Nghị định số 44 ngày 30/6/2023 của Chính phủ", "44/2023/NĐ-CP"),
    ("vi", "thông tư 03 năm 2018 của Bộ Xây dựng", "03/2018/TT-BXD"),
    ("en", "Resolution No. 21-NQ/TW came. Later the Resolution", "21-NQ/TW"),
    ("en", "Decree 44/2023/ND-CP. Under this decree", "44/2023/NĐ-CP"),
    ("en", "Directive 23 of the Secretariat", "23-CT/TW"),
])
def test_short_and_pointing_forms_resolve(language: str, text: str, resolved: str) -> None:
    assert resolved in [c.resolved_symbol for c in read(language, text).citations if c.symbol != resolved]


def test_a_word_of_another_type_is_no_antecedent() -> None:
    citations = read("vi", "Chỉ thị 23-CT/TW rồi Nghị quyết 23").citations
    assert [c.resolved_symbol for c in citations] == [None, None]


def test_a_number_of_another_year_is_another_document() -> None:
    citations = read("vi", "Nghị định 44/2023/NĐ-CP thay Nghị định 44/2019").citations
    assert [c.resolved_symbol for c in citations] == [None, None]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("vi", "Luật Đất đai 2024", ("law", "Land Law", "2024", "31/2024/QH15")),
    ("vi", "Luật Nhà ở năm 2014", ("law", "Housing Law", "2014", "65/2014/QH13")),
    ("vi", "Luật đầu tư công", ("law", "Law on Public Investment", None, None)),
    ("vi", "Bộ luật Lao động (2019)", ("code_of_law", "Labour Code", "2019", "45/2019/QH14")),
    ("vi", "Hiến pháp 2013", ("constitution", "Constitution", "2013", None)),
    ("pl", "art. 12 Kodeksu karnego", ("code_of_law", "Criminal Code", None, None)),
    ("pl", "Prawem budowlanym", ("law", "Building Act", None, None)),
    ("pl", "zgodnie z Konstytucją RP", ("constitution", "Constitution", None, None)),
    ("pl", "Prawo ziemskie z 2013 r.", ("law", "Land Law", "2013", "45/2013/QH13")),
    ("en", "the 2024 Land Law", ("law", "Land Law", "2024", "31/2024/QH15")),
    ("en", "the Law on Housing 2014", ("law", "Housing Law", "2014", "65/2014/QH13")),
])
def test_laws_by_name(language: str, text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    citation = only(language, text)
    assert (citation.doc_type, citation.title, citation.year, citation.resolved_symbol) == expected
    assert citation.symbol is None


@pytest.mark.parametrize(("text", "symbol", "signed", "title"), [
    ("ustawa z dnia 4 lutego 2015 r. o żegludze", None, "2015-02-04", "żegludze"),
    ("ustawą o ochronie lasów", None, None, "ochronie lasów"),
    ("ustawa o transporcie weszła w życie", None, None, "transporcie"),
    ("Dz.U. 2015 nr 41 poz. 212", "Dz.U. 2015 nr 41 poz. 212", None, None),
    ("Dz. U. z 2023 r. poz. 718", "Dz.U. 2023 poz. 718", None, None),
    ("ustawa z dnia 4 lutego 2015 r. o żegludze (Dz. U. z 2023 r. poz. 718)", "Dz.U. 2023 poz. 718", "2015-02-04", "żegludze"),
])
def test_polish_laws_by_day_subject_and_journal(text: str, symbol: str | None, signed: str | None, title: str | None) -> None:
    citation = only("pl", text)
    assert (citation.doc_type, citation.symbol, citation.signed, citation.title) == ("law", symbol, signed, title)


@pytest.mark.parametrize(("language", "text", "issuers"), [
    ("vi", "các Nghị quyết của Quốc hội", ["National Assembly"]),
    ("vi", "Nghị quyết Đại hội XII của Đảng", ["12th Party Congress"]),
    ("vi", "Nghị quyết Trung ương 5 khóa XI", ["5th plenum of the Central Committee of the Party, 11th tenure"]),
    ("vi", "Nghị quyết Trung ương 5 Khoá X, XI", [f"5th plenum of the Central Committee of the Party, {n}th tenure" for n in (10, 11)]),
    ("pl", "rozporządzenie Ministra Zdrowia", ["Ministry of Health"]),
    ("en", "a resolution of the European Parliament", ["European Parliament"]),
])
def test_unnumbered_documents_of_an_issuer(language: str, text: str, issuers: list[str]) -> None:
    citations = read(language, text).citations
    assert [c.issuer for c in citations] == issuers
    assert all(c.symbol is None for c in citations)


@pytest.mark.parametrize(("language", "text"), [
    ("vi", "xe 51A-482.17 rẽ vào quốc lộ 1A"),
    ("vi", "đường ĐT.741 và tỉnh lộ 8"),
    ("vi", "máy bay Su-30MK và tên lửa S-400"),
    ("vi", "tỷ số 3-1.CLB thắng"),
    ("vi", "dịch Covid-19 và cúm H5N1"),
    ("vi", "gọi 1900-1234 hoặc 0912.345.678"),
    ("vi", "đã kết luận 45 tổ chức vi phạm"),
    ("vi", "quyết định 3 phương án"),
    ("vi", "thông báo 4 con khỉ mất tích"),
    ("vi", "hướng dẫn 9 triệu công dân"),
    ("vi", "đạt 81% kế hoạch 2019"),
    ("vi", "Kế hoạch 2019-2020 mở rộng"),
    ("vi", "kế hoạch 5 năm"),
    ("vi", "chương trình 60 phút"),
    ("vi", "kỷ luật 97 đảng viên"),
    ("vi", "vốn điều lệ 300 tỷ đồng"),
    ("vi", "năm 2010.So với trước"),
    ("vi", "luật sư nói rõ luật chơi"),
    ("vi", "Tòa án Hiến pháp họp"),
    ("vi", "tờ trình Chính phủ"),
    ("vi", "hai Nghị quyết mới"),
    ("vi", "xây dựng Nghị quyết, chương trình công tác"),
    ("vi", "chụp 5-CT/MRI"),
    ("vi", "phim 4K-HDR, 5G/LTE"),
    ("pl", "uchwała 7 sędziów"),
    ("pl", "decyzja o budowie 12 szkół"),
    ("pl", "plan 28 punktów"),
    ("pl", "prawie 70 procent"),
    ("pl", "ta decyzja jest dobra"),
    ("pl", "projekt rozporządzenia"),
    ("pl", "kometa 3I/ATLAS"),
    ("pl", "wynik 3:1, sezon 2024/2025"),
    ("en", "the program cut 12 jobs"),
    ("en", "a resolution of 12 countries"),
    ("en", "the Terrorism Act 2000"),
    ("en", "high resolution cameras"),
    ("en", "filed an 8-K report"),
    ("en", "plan B and 50/50 odds"),
    ("en", "Chapter 11 filing, Boeing 737-800"),
    ("ru", "школа \u2116 30 и воинская часть"),
])
def test_never_a_citation(language: str, text: str) -> None:
    assert [c.evidence.quote for c in read(language, text).citations] == []


@pytest.mark.parametrize(("language", "text", "reason"), [
    ("vi", "xe 82-KT/9 chạy", "unknown_codes"),
    ("vi", "gửi 10-USD/ngày", "unknown_codes"),
    ("vi", "chụp 5-CT/MRI", "unknown_issuer"),
    ("vi", "đã kết luận 45 tổ chức", "counted_noun"),
    ("vi", "đạt 81% kế hoạch 2019", "year"),
    ("vi", "chọn phương án 2", "doubtful_number"),
    ("pl", "uchwała 7 sędziów", "counted_noun"),
    ("en", "the Terrorism Act 2000", "year"),
])
def test_what_only_looks_like_a_symbol_is_refused_with_a_reason(language: str, text: str, reason: str) -> None:
    refusals = read(language, text).refusals
    assert [(r.stage, r.reason) for r in refusals] == [("citations", reason)]


def test_digits_of_symbols_are_taken_and_those_of_their_dates_are_not() -> None:
    text = "Uchwała nr 21-NQ/TW z dnia 3 maja 2024 r. i rezolucja 27."
    passage = read("pl", text).passages[0]
    assert [text[start:stop] for start, stop, what in passage.taken if what == "symbol"] == ["21-NQ/TW", "27"]


def test_citations_are_sorted_by_field_and_start() -> None:
    dossier = read("vi", "Kết luận 79-KL/TW và Nghị quyết 21-NQ/TW", title="Chỉ thị 23-CT/TW")
    assert [(c.evidence.field, c.symbol) for c in dossier.citations] == [("text", "79-KL/TW"), ("text", "21-NQ/TW"), ("title", "23-CT/TW")]


def test_the_title_of_an_article_may_hold_the_antecedent() -> None:
    citations = read("vi", "Thực hiện Nghị quyết 21", title="Nghị quyết 21-NQ/TW").citations
    assert citations[0].resolved_symbol == "21-NQ/TW"


@pytest.mark.parametrize("piece", ["9-A", "1/2/", "Nghị quyết số ", "18-NQ/TW, ", "(EU) ", "A-", "1 - "])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    dossier = read("vi", piece * 4000)
    assert all(c.evidence.quote for c in dossier.citations)


@pytest.mark.parametrize(("text", "symbol"), [
    ("uchwała nr 412/XXXV/2021 Rady Powiatu", "412/XXXV/2021"), ("zarządzenie nr OR.0050.12.2024 Wójta", "OR.0050.12.2024"),
])
def test_numbers_of_local_councils_and_offices_are_whole(text: str, symbol: str) -> None:
    """A session's numeral in the middle and an office's letters before a number belong to it."""
    assert [said for _, said in cited("pl", text)] == [symbol]
