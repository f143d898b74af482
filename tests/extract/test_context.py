"""What is said around a figure: the thing measured, whose it is, when, under which status, as a part of what, by whom."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Claim, Dossier, Source
from pipeline.stages import ORDER

ANCHOR = "2025-10-06"


def read(text: str, language: str = "pl") -> list[Claim]:
    source = Source("x.json", None, None, None, None, ANCHOR, "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block("body", 0, len(text)),), source, language_given=language, published=ANCHOR))
    for stage in ORDER:
        stage.run(dossier, load_knowledge())
    return dossier.claims


MEASURED_PL = [
    ("Wartość produkcji przemysłowej zwiększyła się o 9,5%.", "Wartość produkcji przemysłowej"),
    ("Średni dochód na mieszkańca osiągnął 46 mln VND.", "Średni dochód na mieszkańca"),
    ("Zredukowano personel o 300 osób.", "personel"),
    ("Liczbę gmin zmniejszono z 96 do 35.", "gmin"),
    ("Stopa lombardowa 4,75 proc.", "Stopa lombardowa"),
    ("Prowincja przyciągnęła 47 nowych projektów inwestycyjnych.", "nowych projektów inwestycyjnych"),
    ("Ma powierzchnię naturalną 12.345,6 ha.", "powierzchnię naturalną"),
    ("Dostęp ma 98% gospodarstw domowych.", "gospodarstw domowych"),
    ("Wybetonowano 42,5 km dróg wiejskich.", "dróg wiejskich"),
    ("Rodziny otrzymały wsparcie w wysokości 25 mln VND.", "wsparcie"),
    ("Dokument liczy sto stron.", "stron"),
    ("PKB regionu (GRDP) wzrósł o 8,4%.", "PKB regionu"),
    ("Potrącił 20-letniego chłopca.", "chłopca"),
    ("Zginęło 12 żołnierzy i oficerów.", "żołnierzy i oficerów"),
    ("Delegaci przekazali 2,3 mld VND.", "przekazali"),
    ("Sektor rolnictwa, leśnictwa i rybołówstwa wzrósł o 3%.", "Sektor rolnictwa, leśnictwa i rybołówstwa"),
    ("W 2024 roku eksport wyniósł 5 mln USD.", "eksport"),
    ("Gmina ma 4567 gospodarstw, z czego 312 to rodziny ubogie.", "gospodarstw"),
    ("Budżet na drogi: ok. 5 mln VND.", "Budżet na drogi"),
    ("Wśród nich 46% to młode kobiety.", "młode kobiety"),
    ("Zyskała stal (2,1 mln ton).", "stal"),
    ("Odsetek gmin spełniających nowe standardy wynosi 82%.", "Odsetek gmin spełniających nowe standardy"),
    ("Skala gospodarki szacowana jest na 215 bln VND.", "Skala gospodarki"),
    ("Liczba członków partii wynosi 312 osób.", "członków partii"),
    ("Wynik jest taki: Nowa Partia \u2013 6,6 proc.", "Nowa Partia"),
    ("Zarzuty postawiono trzem byłym członkom rządu.", "byłym członkom rządu"),
    ("Średni czas trwania zabiegu wynosi 45 minut.", "Średni czas trwania zabiegu"),
    ("Powierzchnia nowo zasadzonych lasów wynosi 6.500 ha.", "Powierzchnia nowo zasadzonych lasów"),
]

MEASURED_VI = [
    ("Tổng sản phẩm trên địa bàn (GRDP) tăng 6,35%.", "Tổng sản phẩm trên địa bàn (GRDP)"),
    ("Thu nhập bình quân đầu người gấp 1,6 lần.", "Thu nhập bình quân đầu người"),
    ("Bí thư cho biết chỉ số PCI đạt 68,42 điểm.", "chỉ số PCI"),
    ("Số vụ tai nạn giao thông giảm 12 vụ.", "Số vụ tai nạn giao thông"),
    ("Gần 41.000 hộ bị ngập.", "hộ bị ngập"),
    ("Trung ương hỗ trợ 5.000 tấn gạo.", "gạo"),
    ("Bình quân mỗi năm giảm 3,17 điểm %.", None),
    ("Tổng thu ngân sách đạt 655 tỷ đồng.", "Tổng thu ngân sách"),
    ("Tỉnh thu hồi 63 ha rừng trồng.", "rừng trồng"),
    ("Đơn vị có diện tích 630 ha.", "diện tích"),
    ("Tỷ lệ hộ nghèo còn 5,3%.", "Tỷ lệ hộ nghèo"),
    ("Xã bàn giao 12 nhà văn hóa.", "nhà văn hóa"),
]

MEASURED_EN = [
    ("Export turnover reached 5 million USD.", "Export turnover"),
    ("Unemployment among young people stood at 7.1 per cent.", "Unemployment among young people"),
    ("The satisfaction rate among locals has exceeded 94%.", "satisfaction rate among locals"),
    ("The park, worth 986 billion VND, opened.", "park"),
    ("The firm won a $5 million contract.", "contract"),
    ("A 7.5 per cent drop in factory orders was seen.", "factory orders"),
    ("The province has 94 communes, wards and special zones.", "communes, wards and special zones"),
    ("Hotels were built at a cost of $5 million.", "Hotels"),
    ("The port handles 10 million tonnes of cargo.", "cargo"),
    ("Officials opened nine commune headquarters.", "commune headquarters"),
    ("About 88% of results are digital.", "results"),
]


@pytest.mark.parametrize(("text", "wanted"), MEASURED_PL)
def test_a_polish_figure_measures_what_its_clause_names(text: str, wanted: str) -> None:
    assert read(text)[0].measured == wanted


@pytest.mark.parametrize(("text", "wanted"), MEASURED_VI)
def test_a_vietnamese_figure_measures_what_its_clause_names(text: str, wanted: str) -> None:
    assert read(text, "vi")[0].measured == wanted


@pytest.mark.parametrize(("text", "wanted"), MEASURED_EN)
def test_an_english_figure_measures_what_its_clause_names(text: str, wanted: str) -> None:
    assert read(text, "en")[0].measured == wanted


def test_what_is_not_named_again_is_what_the_figure_before_measured() -> None:
    first, second = read("Obroty eksportowe wyniosły 5 mln USD, co stanowi wzrost o 9,8%.")
    assert (first.measured, second.measured) == ("Obroty eksportowe", "Obroty eksportowe")


def test_a_share_that_a_verb_follows_is_of_what_the_share_before_it_is_of() -> None:
    claims = read("51 proc. badanych popiera, 23 proc. odmówiło.")
    assert [claim.measured for claim in claims] == ["badanych", "badanych"]


def test_a_predicate_names_what_a_bare_part_measures() -> None:
    assert read("Przyszło 120 delegatów, z czego 40 to kobiety.")[1].measured == "kobiety"


def test_the_subject_of_a_list_holds_for_clauses_without_one() -> None:
    claims = read("Całe województwo zredukowało 320 agencji; zredukowało personel o 90 osób; zredukowało koszty o 5%.")
    assert [claim.subject for claim in claims] == ["Całe województwo"] * 3


PERIODS = [
    ("W kadencji 2020-2025 zlikwidowano 12 biur; zredukowano personel o 40 osób.", ["2020/2025", "2020/2025"]),
    ("Po 9 miesiącach wzrost wyniósł 6%. Eksport to 5 mln USD.", ["2025-01/2025-09", "2025-01/2025-09"]),
    ("Eksport w ciągu 9 miesięcy wyniósł 5 mln USD.", ["2025-01/2025-09"]),
    ("W 2024 r. zysk wyniósł 5 mln zł. Firma ma 12 biur.", ["2024", None]),
    ("Od 1 lipca 2025 r. działa 38 gmin.", ["2025-07-01/.."]),
    ("W lipcu, wrześniu i październiku 2024 r. spadło 25 mm deszczu.", ["{2024-07,2024-09,2024-10}"]),
    ("W I kwartale 2025 r. handel wzrósł w tym samym okresie o 16%.", ["2025-01/2025-03"]),
    ("W 2024 r. wydano o 5 mln zł więcej niż w 2023 r.", ["2024"]),
    ("Dochód wzrósł z 96 USD w 1989 r. do 4.700 USD w 2024 r.", ["1989/2024"]),
    ("Zorganizowano 12 zjazdów na kadencję 2025-2030.", ["2025/2030"]),
    ("W kadencji 2020-2025 dochód wzrósł o 7%; w 2025 r. wydano 5 mln zł; eksport wzrósł o 9%.", ["2020/2025", "2025", "2020/2025"]),
    ("Na dzień 31 sierpnia 2025 r. było 187 osób, co stanowi 41% ludności.", ["2025-08-31", "2025-08-31"]),
    ("Dochody za 8 miesięcy wyniosły 34 mld VND.", ["2025-01/2025-08", "2025-01/2025-08"]),
    ("Po raz pierwszy od 2009 r. gościł 20 drużyn.", [None]),
    ("Inflacja w maju 2025 r. wyniosła 2,4% wobec 2,8% w kwietniu 2025 r.", ["2025-05"]),
    ("Odbyły się zjazdy na kadencję 2025-2030, wydano 12 uchwał.", [None]),
    ("W 2024 r. wzrosło o 7,5% (w analogicznym okresie 2023 r. o 6,2%), a usługi o 5%.", ["2024", "2023", "2024"]),
    ("Do 2030 r. prowincja chce:\n1. obniżyć ubóstwo do 2%;\n2. mieć 12 szpitali.", ["2030", "2030"]),
]


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_the_period_comes_from_the_clause_then_the_sentence_then_the_paragraph(text: str, wanted: list[str | None]) -> None:
    assert [claim.period for claim in read(text)] == wanted


def test_the_bracketed_years_of_both_ends_are_the_period_of_a_change() -> None:
    claims = read("Tỷ lệ che phủ rừng tăng từ 41,3% (năm 2019) lên 44,8% (năm 2023).", "vi")
    assert [claim.period for claim in claims] == ["2019/2023"]


@pytest.mark.parametrize(("language", "text", "wanted"), [
    ("pl", "Udzia\u0142 ma wynie\u015b\u0107 85% w 2026 r. i 92% w 2029 r.", ["2026", "2029"]),
    ("en", "The share was 85% in 2021 against 92% in 2019.", ["2021", "2019"]),
    ("en", "Reserves rose 3% in 2021 to 52 million euros from 49 million in 2019.", ["2021", "2021"]),
])
def test_a_time_beside_each_of_two_figures_is_the_figures_own(language: str, text: str, wanted: list[str]) -> None:
    assert [claim.period for claim in read(text, language)] == wanted


def test_the_day_of_a_document_is_no_period_where_its_issuer_follows() -> None:
    claims = read("Theo Quyết định số 731/QĐ-UBND ngày 9/4/2024 của UBND tỉnh, tổng vốn là 37 tỷ đồng.", "vi")
    assert [claim.period for claim in claims] == [None]


@pytest.mark.parametrize("text", ["Lũy kế 9 tháng thu đạt 640 tỷ đồng.", "Tính chung 9 tháng, thu đạt 640 tỷ đồng."])
def test_months_that_are_reckoned_together_are_the_year_so_far(text: str) -> None:
    assert [claim.period for claim in read(text, "vi")][-1] == "2025-01/2025-09"


def test_a_vietnamese_base_period_is_not_the_claims_own() -> None:
    claims = read("Quý I/2025, giá trị sản xuất đạt 655 tỷ đồng, tăng 11% so với cùng kỳ năm 2024.", "vi")
    assert [claim.period for claim in claims] == ["2025-01/2025-03", "2025-01/2025-03"]


STATUSES = [
    ("Prowincja dąży do 8% wzrostu.", "target"),
    ("Plan zakłada 24 mld VND.", "plan"),
    ("Przewiduje się wzrost o 5%.", "plan"),
    ("Koszt szacuje się na 5 mln zł.", "estimate"),
    ("Wymagane jest co najmniej 115 podpisów.", "required"),
    ("Pozostałe 72 domy zostaną ukończone.", "plan"),
    ("Wybudowano 72 domy.", "actual"),
    ("Do 2030 r. wskaźnik osiągnie 45%.", "plan"),
    ("Dochód przekroczy 160 mln VND.", "plan"),
    ("Wskaźnik osiągnął 45%.", "actual"),
    ("Osiągnięto 71,86% planu.", "actual"),
    ("Wynik to 95%, przekroczono plan o 5%.", "actual"),
    ("Wybudowano dom w celu pomocy 5 osobom.", "actual"),
]


@pytest.mark.parametrize(("text", "wanted"), STATUSES)
def test_the_status_is_said_by_the_words_before_a_figure_or_the_future_behind_it(text: str, wanted: str) -> None:
    assert read(text)[0].status == wanted


def test_what_is_aimed_at_is_aimed_at_in_every_clause_of_its_list() -> None:
    claims = read("Prowincja dąży do wzrostu o 10%; dochód przekroczy 160 mln VND; udział osiągnie 45%.")
    assert [claim.status for claim in claims] == ["target"] * 3


PARTS = [
    ("Jest 58 gmin, w tym 41 gmin i 17 okręgów.", [None, 0, 0]),
    ("Prowincja ma 52 jednostki administracyjne (43 gminy i 9 okręgów).", [None, 0, 0]),
    ("Koszt to 412 mld VND, z czego 220 mld VND dał rząd, a 95 mld VND gmina.", [None, 0, 0]),
    ("Przyjęto 125 turystów, co stanowi wzrost o 35%; w tym 8 turystów zagranicznych.", [None, None, 0]),
    ("Wybrano 30 radnych, w tym 12 kobiet, oraz 40 posłów.", [None, 0, None]),
    ("Zbudowano 12 szkół (w 2024 r. 9 szkół).", [None, None]),
    ("Jest 28 produktów, w tym 24 produkty 3-gwiazdkowe i 4 produkty 4-gwiazdkowe.", [None, 0, None, 0, None]),
    ("Odnotowano 364 przypadki dengi, w tym 2 zgony; odra: 47 przypadków.", [None, 0, None]),
    ("Uszkodzono 415 domów, z czego 126 runęło, a 204 zalało.", [None, 0, 0]),
    ("Eksport wzrósł w tym samym okresie o 5%, osiągając 70% planu.", [None, None]),
]


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_a_part_points_at_the_whole_that_it_fits_into(text: str, wanted: list[int | None]) -> None:
    assert [claim.part_of for claim in read(text)] == wanted


def test_parts_never_sum_to_more_than_their_whole() -> None:
    claims = read("Jest 20 szkół, w tym 12 szkół podstawowych i 15 przedszkoli.")
    assert [claim.part_of for claim in claims] == [None, 0, None]


def test_a_document_named_before_a_figure_is_what_the_claim_stands_under() -> None:
    assert read("Zgodnie z uchwałą nr 27-NQ/TU zlikwidowano 12 biur.")[0].under == ("27-NQ/TU",)


def test_the_place_is_the_one_of_the_clause() -> None:
    claims = read("W Krakowie ceny wzrosły o 3%, a w Gdańsku o 5%.")
    assert [claim.place for claim in claims] == ["Kraków", "Gdańsk"]
