"""Places as the articles write them: which names are places, what they are called, and which map they stand on."""

from __future__ import annotations

import pytest

from pipeline.extract.places import find_places
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Place, Source
from pipeline.scan import scan_article

BEFORE = "2025-04-22"
AFTER = "2025-10-20"


def read(language: str, text: str, anchor: str | None = BEFORE, block: str = "body") -> Dossier:
    source = Source("x.json", None, None, None, None, anchor, "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block(block, 0, len(text)),), source), language=language, anchor=anchor)
    knowledge = load_knowledge()
    dossier.passages = scan_article(dossier.article, knowledge.rooms[language])
    find_places(dossier, knowledge)
    return dossier


def places(language: str, text: str, anchor: str | None = BEFORE) -> list[Place]:
    return read(language, text, anchor).places


def names(language: str, text: str, anchor: str | None = BEFORE) -> list[str]:
    return [place.name for place in places(language, text, anchor)]


def levels(language: str, text: str, anchor: str | None = BEFORE) -> list[tuple[str, str | None]]:
    return [(place.name, place.level) for place in places(language, text, anchor)]


def ids(language: str, text: str, anchor: str | None = BEFORE) -> list[str | None]:
    return [place.place_id for place in places(language, text, anchor)]


@pytest.mark.parametrize(("text", "expected"), [
    ("tỉnh Sơn La họp", [("Sơn La", "province")]),
    ("thành phố Cần Thơ", [("Cần Thơ", "city")]),
    ("TP Pleiku", [("Pleiku", "city")]),
    ("TP. Pleiku", [("Pleiku", "city")]),
    ("TX An Khê", [("An Khê", "town")]),
    ("thị xã An Khê", [("An Khê", "town")]),
    ("huyện Chư Sê", [("Chư Sê", "district")]),
    ("Huyện Chư Sê vừa họp", [("Chư Sê", "district")]),
    ("quận Hải Châu", [("Hải Châu", "district")]),
    ("xã Ia Pal", [("Ia Pal", "commune")]),
    ("phường Hội Thương", [("Hội Thương", "ward")]),
    ("thị trấn Chư Sê", [("Chư Sê", "township")]),
    ("đặc khu Côn Đảo", [("Côn Đảo", "special_zone")]),
    ("thôn Đồng Bé", [("Đồng Bé", "village")]),
    ("bản Nậm Pồ", [("Nậm Pồ", "village")]),
    ("làng Kép", [("Kép", "village")]),
    ("buôn Ako Dhong", [("Ako Dhong", "village")]),
    ("nước Pháp", [("Pháp", "country")]),
    ("bang Texas", [("Texas", "state")]),
    ("đảo Phú Quý", [("Phú Quý", "island")]),
    ("sông Đà dâng cao", [("sông Đà", "river")]),
    ("Suối Tiên chảy qua", [("Suối Tiên", "river")]),
    ("đèo Hải Vân", [("đèo Hải Vân", "pass")]),
    ("núi Cấm cao", [("núi Cấm", "mountain")]),
])
def test_vietnamese_level_words_give_the_level(text: str, expected: list[tuple[str, str]]) -> None:
    assert levels("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("các xã Ia Pal, Ia Glai và Ia Hlốp", ["Ia Pal", "Ia Glai", "Ia Hlốp"]),
    ("các huyện Chư Sê, Chư Prông", ["Chư Sê", "Chư Prông"]),
    ("hai xã Suối Mây, Đồi Gió được ghép", ["Suối Mây", "Đồi Gió"]),
    ("xã Ia Pal, huyện Chư Sê, tỉnh Gia Lai", ["Ia Pal", "Chư Sê", "Gia Lai"]),
    ("xã Ia Pal (Chư Sê, Gia Lai)", ["Ia Pal", "Chư Sê", "Gia Lai"]),
    ("xã Ia Pal, Chư Sê, Gia Lai", ["Ia Pal", "Chư Sê", "Gia Lai"]),
    ("ba xã gồm Suối Mây, Đồi Gió và Bãi Cát", ["Suối Mây", "Đồi Gió", "Bãi Cát"]),
])
def test_lists_carry_the_level_word_along(text: str, expected: list[str]) -> None:
    assert names("vi", text) == expected


def test_a_unit_and_what_holds_it_keep_their_own_levels() -> None:
    assert levels("vi", "xã Ia Pal, Chư Sê, Gia Lai") == [("Ia Pal", "commune"), ("Chư Sê", "district"), ("Gia Lai", "province")]


@pytest.mark.parametrize(("text", "expected"), [
    ("UBND tỉnh Sơn La Hoàng Quốc Vinh ký", ["Sơn La"]),
    ("Chủ tịch UBND huyện Chư Sê Nguyễn Văn Lộc", ["Chư Sê"]),
    ("Bí thư xã Suối Mây Trần Thị Lan nói", ["Suối Mây"]),
    ("Chủ tịch xã Nguyễn Văn Lộc nói", []),
    ("Chủ tịch UBND tỉnh Lê Thị Lan", []),
])
def test_persons_behind_a_unit_are_no_part_of_its_name(text: str, expected: list[str]) -> None:
    assert names("vi", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hà Nội và Đà Nẵng", ["Hà Nội", "Đà Nẵng"]),
    ("Tại Quảng Ngãi, mưa lớn", ["Quảng Ngãi"]),
    ("HÀ NỘI — Mưa lớn", ["HÀ NỘI"]),
    ("Tỉnh ủy Bắc Ninh", ["Bắc Ninh"]),
    ("HĐND Hà Nội", ["Hà Nội"]),
    ("Công an Hải Phòng", ["Hải Phòng"]),
    ("ở TP.HCM", ["TP.HCM"]),
    ("ở TP HCM", ["TP HCM"]),
    ("TP Hồ Chí Minh", ["Hồ Chí Minh"]),
    ("vùng Tây Nguyên", ["Tây Nguyên"]),
    ("Đồng bằng sông Cửu Long", ["Đồng bằng sông Cửu Long"]),
    ("miền Trung", ["miền Trung"]),
    ("ở miền Bắc Việt Nam", ["miền Bắc", "Việt Nam"]),
    ("Biển Đông", ["Biển Đông"]),
    ("Bà Rịa - Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
    ("Bà Rịa-Vũng Tàu", ["Bà Rịa-Vũng Tàu"]),
    ("Khánh Hoà, Thanh Hóa", ["Khánh Hoà", "Thanh Hóa"]),
    ("Bình \u00d0ịnh", ["Bình \u00d0ịnh"]),
    ("Tổng thống Mỹ Donald Trump", ["Mỹ"]),
    ("sang Đức và Pháp", ["Đức", "Pháp"]),
    ("tại Bắc Kinh, Trung Quốc", ["Bắc Kinh", "Trung Quốc"]),
    ("châu Âu", ["châu Âu"]),
    ("Đông Nam Á", ["Đông Nam Á"]),
])
def test_vietnamese_names_that_stand_alone(text: str, expected: list[str]) -> None:
    assert names("vi", text) == expected


@pytest.mark.parametrize("text", [
    "Báo Bình Định đưa tin",
    "đường Hồ Chí Minh",
    "Chủ tịch Hồ Chí Minh",
    "phong cách Hồ Chí Minh",
    "phố Huế đông xe",
    "cầu Long Biên",
    "Đại học Vinh",
    "ông Nguyễn Thái Bình",
    "bà Trần Hà Giang",
    "ông Lê Văn Đức nói",
    "chị Mỹ nói",
    "anh Đức về nhà",
    "Anh ấy về nhà",
    "tiếng Anh và tiếng Pháp",
    "Ngân hàng Nhà nước Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Công ty CP Cảng Quy Nhơn",
    "hòa bình và hữu nghị",
    "an toàn giao thông",
    "AN TOÀN GIAO THÔNG",
    "hợp tác xã Tân Tiến",
    "bản Hiến pháp năm 2013",
    "làng Văn hóa du lịch",
    "bà xã Thu Hà",
    "Hồ Quốc Khánh nói",
    "(Ảnh: Hải Nam)",
    "Thành phố thông minh",
    "anh đèo Lan đi học",
    "mặc đầm Chanel",
])
def test_what_only_looks_like_a_vietnamese_place(text: str) -> None:
    assert names("vi", text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Tân Bình An nói chuyện", []),
    ("Tỉnh Đồng Nai họp. Long Thành thu 5 tỷ", ["Đồng Nai", "Long Thành"]),
    ("Huyện Long Thành họp. Sáng nay, Long Thành mưa", ["Long Thành", "Long Thành"]),
    ("Thu ở Phù Cát, Phù Mỹ, tỉnh Bình Định", ["Phù Cát", "Phù Mỹ", "Bình Định"]),
    ("Tuy Phước đạt 30%, Tây Sơn đạt 25%", ["Tuy Phước", "Tây Sơn"]),
])
def test_a_small_unit_alone_needs_its_word_its_province_or_a_neighbour(text: str, expected: list[str]) -> None:
    assert names("vi", text) == expected


def test_a_small_unit_without_any_of_them_is_refused_with_a_reason() -> None:
    refusals = [(r.quote, r.reason) for r in read("vi", "Sáng nay Long Thành mưa").refusals if r.stage == "places"]
    assert refusals == [("Long Thành", "name_alone")]


@pytest.mark.parametrize(("text", "expected"), [
    ("quận 7, phường 12", [("quận 7", "district"), ("phường 12", "ward")]),
    ("Q.3 và P.5", [("Q.3", "district"), ("P.5", "ward")]),
    ("thôn 4", [("thôn 4", "village")]),
    ("xã Suối Mây 2, giáp biển", [("Suối Mây 2", "commune")]),
])
def test_numbers_that_are_names(text: str, expected: list[tuple[str, str]]) -> None:
    dossier = read("vi", text)
    assert [(place.name, place.level) for place in dossier.places] == expected
    assert {what for _, _, what in dossier.passages[0].taken} == {"name"}


def test_names_that_differ_by_their_number_are_names() -> None:
    dossier = read("vi", "gồm: Chư Sê 1, Chư Sê 2 và xã Ia Pal")
    assert [place.name for place in dossier.places] == ["Chư Sê 1", "Chư Sê 2", "Ia Pal"]


@pytest.mark.parametrize("text", ["xã 120 ha rừng", "huyện 5 tỷ đồng", "xã 3% hộ nghèo", "phường 12.000 dân"])
def test_amounts_behind_a_level_word_are_no_names(text: str) -> None:
    dossier = read("vi", text)
    assert (dossier.places, dossier.passages[0].taken) == ([], [])


@pytest.mark.parametrize(("text", "anchor", "expected"), [
    ("tỉnh Gia Lai", BEFORE, ["VN-30@1991"]),
    ("tỉnh Gia Lai", AFTER, ["VN-30@2025"]),
    ("tỉnh Gia Lai", "2025-06-30", ["VN-30@1991"]),
    ("tỉnh Gia Lai", "2025-07-01", ["VN-30@2025"]),
    ("tỉnh Gia Lai", None, [None]),
    ("tỉnh Lai Châu", None, ["VN-01@2004"]),
    ("Hà Nội", None, ["VN-HN@2008"]),
    ("tỉnh Gia Lai, huyện Chư Sê", None, ["VN-30@1991", "VN-633"]),
    ("tỉnh Lâm Đồng có đặc khu Phú Quý", None, ["VN-35@2025", "VN-23272@2025"]),
    ("phường Quy Nhơn", AFTER, ["VN-21583@2025"]),
    ("thành phố Quy Nhơn", BEFORE, ["VN-540"]),
    ("tỉnh Thừa Thiên Huế", "2020-05-01", ["VN-26@1989"]),
    ("thành phố Huế", AFTER, ["VN-26@2025"]),
])
def test_the_article_s_date_chooses_the_map(text: str, anchor: str | None, expected: list[str | None]) -> None:
    assert ids("vi", text, anchor) == expected


@pytest.mark.parametrize(("district", "province"), [("Kon Rẫy", "Kon Tum"), ("Bắc Sơn", "Lạng Sơn")])
def test_a_name_of_many_communes_is_the_one_in_the_place_that_is_named(district: str, province: str) -> None:
    by_id = load_knowledge().gazetteer.by_id
    commune = by_id[ids("vi", f"xã Tân Lập, huyện {district}, tỉnh {province}")[0] or ""]
    holder = by_id[commune.parent or ""]
    assert (holder.name, by_id[holder.parent or ""].name) == (district, province)


def test_a_name_of_many_communes_alone_has_no_id() -> None:
    assert ids("vi", "xã Tân Lập") == [None]


@pytest.mark.parametrize(("text", "expected"), [
    ("w Polsce i na Słowacji", ["Polska", "Słowacja"]),
    ("do Niemiec i Czech", ["Niemcy", "Czechy"]),
    ("na Węgrzech", ["Węgry"]),
    ("w Stanach Zjednoczonych", ["Stany Zjednoczone"]),
    ("prezydent USA Donald Trump", ["USA"]),
    ("w Warszawie", ["Warszawa"]),
    ("z Bielska-Białej", ["Bielsko-Biała"]),
    ("pod Nowym Sączem", ["Nowy Sącz"]),
    ("w Ostrowie Wielkopolskim", ["Ostrów Wielkopolski"]),
    ("w Kostrzynie nad Odrą", ["Kostrzyn nad Odrą"]),
    ("w Łodzi i w Pile", ["Łódź", "Piła"]),
    ("w Jarosławiu", ["Jarosław"]),
    ("w Wietnamie, w Hanoi", ["Wietnam", "Hanoi"]),
    ("na Mazowszu", ["Mazowsze"]),
    ("w Delcie Mekongu", ["Delta Mekongu"]),
    ("w województwie mazowieckim", ["mazowieckie"]),
    ("województwa kujawsko-pomorskiego", ["kujawsko-pomorskie"]),
    ("w powiecie kutnowskim", ["kutnowski"]),
    ("w powiatach kutnowskim i łowickim", ["kutnowski", "łowicki"]),
    ("wójt gminy Nadarzyn", ["Nadarzyn"]),
    ("w prowincji Lang Son", ["Lang Son"]),
    ("województwo Lào Cai", ["Lào Cai"]),
    ("w gminie Suoi May", ["Suoi May"]),
    ("gmin Suoi May, Doi Gio i Bai Cat", ["Suoi May", "Doi Gio", "Bai Cat"]),
    ("w tym 2 okręgi: Suoi May i Doi Gio", ["Suoi May", "Doi Gio"]),
    ("sekretarz prowincji Lang Son Nguyen Van Loc", ["Lang Son"]),
    ("z miasta Da Nang do Hue", ["Da Nang", "Hue"]),
    ("prezydent Warszawy Rafał Nowak", ["Warszawa"]),
    ("Polska walczyła o ulgi", ["Polska"]),
    ("mieszkaniec Pacanowa", ["Pacanów"]),
    ("w Ho Chi Minh i w Hue", ["Ho Chi Minh", "Hue"]),
    ("z Krosna do Sanoka", ["Krosno", "Sanok"]),
])
def test_polish_case_endings_are_undone(text: str, expected: list[str]) -> None:
    assert names("pl", text) == expected


@pytest.mark.parametrize("text", [
    "Polska Agencja Prasowa podała",
    "Polska gospodarka rośnie",
    "Legia Warszawa wygrała",
    "Volkswagen Group Polska",
    "Jarosław Nowak powiedział",
    "Kuba pojechał do domu",
    "przy ul. Warszawskiej",
    "klub Lech Poznań",
    "Nowe przepisy weszły w życie",
    "marszałek województwa Jarosław Nowak",
    "Rada Europy przyjęła",
    "Liga Europy ruszyła",
    "polski rząd i niemiecki minister",
    "Truong Dang Vinh Phuc podał",
])
def test_what_only_looks_like_a_polish_place(text: str) -> None:
    assert names("pl", text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Lạng Sơn Province", [("Lạng Sơn", "province")]),
    ("the northern province of Lang Son", [("Lang Son", "province")]),
    ("the provinces of Lang Son, Cao Bang and Ha Giang", [("Lang Son", "province"), ("Cao Bang", "province"), ("Ha Giang", "province")]),
    ("Chư Sê District", [("Chư Sê", "district")]),
    ("In Chu Se district", [("Chu Se", "district")]),
    ("Ia Pal Commune", [("Ia Pal", "commune")]),
    ("Suoi May, Doi Gio and Bai Cat communes", [("Suoi May", "commune"), ("Doi Gio", "commune"), ("Bai Cat", "commune")]),
    ("communes such as Suoi May and Doi Gio", [("Suoi May", "commune"), ("Doi Gio", "commune")]),
    ("District 7 and Ward 12", [("District 7", "district"), ("Ward 12", "ward")]),
    ("Da Nang City", [("Da Nang", "city")]),
    ("in HCM City", [("HCM City", "city")]),
    ("HCM CITY — Heavy rain", [("HCM CITY", "city")]),
    ("in Ho Chi Minh City", [("Ho Chi Minh City", "city")]),
    ("Chư Sê District Medical Station", [("Chư Sê", "district")]),
    ("in Việt Nam and Laos", [("Việt Nam", "country"), ("Laos", "country")]),
    ("the Mekong Delta", [("Mekong Delta", "region")]),
    ("The Central Highlands province of Gia Lai", [("Central Highlands", "region"), ("Gia Lai", "province")]),
    ("Red River Delta", [("Red River Delta", "region")]),
    ("Vietnam's exports to Japan", [("Vietnam", "country"), ("Japan", "country")]),
    ("the US and Japan", [("US", "country"), ("Japan", "country")]),
    ("in Houston, Texas", [("Houston", "city"), ("Texas", "state")]),
    ("Southeast Asia", [("Southeast Asia", "region")]),
    ("Hanoi-based firms", [("Hanoi", "city")]),
])
def test_english_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert levels("en", text) == expected


@pytest.mark.parametrize("text", [
    "the State Bank of Vietnam",
    "the Vietnam Fatherland Front",
    "the Communist Party of Vietnam",
    "Việt Nam Red Cross",
    "Vietnam Airlines",
    "Manchester City won",
    "Bank of England",
    "US$5 million",
    "Ho Chi Minh's works",
    "Mr Jordan said",
    "(Photo: Hoang Hai)",
    "Reading is fun",
    "the city council",
])
def test_what_only_looks_like_an_english_place(text: str) -> None:
    assert names("en", text) == []


@pytest.mark.parametrize(("language", "text"), [
    ("vi", "tỉnh Đắk Lắk"), ("pl", "prowincja Dak Lak"), ("en", "Dak Lak Province"), ("en", "Đắk Lắk Province"), ("vi", "tỉnh Đăk Lăk"),
])
def test_one_place_in_every_language_and_spelling(language: str, text: str) -> None:
    assert ids(language, text, AFTER) == ["VN-33@2025"]


def test_furniture_has_no_places() -> None:
    assert read("pl", "Source: Hanoi", block="furniture").places == []


def test_evidence_is_the_name_as_it_stands() -> None:
    place = places("pl", "Narada w Nowym Sączu trwa")[0]
    assert (place.evidence.quote, place.name, place.evidence.start) == ("Nowym Sączu", "Nowy Sącz", 9)


def test_a_language_without_a_room_has_no_places() -> None:
    dossier = Dossier(Article("a", "Hanoi", None, (), Source("x", None, None, None, None, None, "0", "utf-8")), language="und")
    find_places(dossier, load_knowledge())
    assert dossier.places == []


def test_a_list_behind_a_place_holds_the_dictionarys_villages() -> None:
    """A comma or a word of listing behind a believed place leads on to the next one."""
    assert names("pl", "Objazd przez Proszowice, Igołomię i Kocmyrzów.") == ["Proszowice", "Igołomia", "Kocmyrzów"]


def test_a_commune_of_two_words_is_read_behind_a_preposition() -> None:
    """Two words that are a commune's name are hardly anything else."""
    assert names("pl", "Mieszkańcy Książa Wielkiego protestują.") == ["Książ Wielki"]


def test_an_adjective_alone_does_not_hide_a_commune() -> None:
    """A form that is an adjective too is the commune of that name behind a preposition of place."""
    assert names("pl", "Spotkali się w Sękowej.") == ["Sękowa"]


def test_a_person_behind_a_place_is_no_item_of_its_list() -> None:
    """A given name goes on with no list of places."""
    assert names("pl", "W Krakowie, Anna i Jan Nowakowie") == ["Kraków"]


def test_a_place_behind_a_possessive_is_one() -> None:
    """The possessive of a larger place is no part of a name."""
    assert names("en", "Floods hit Nghe An's Ky Son.") == ["Nghe An", "Ky Son"]


def test_translated_bodies_of_vietnam_are_of_places() -> None:
    """A place behind words that end a body's name in a translation is no part of a longer name."""
    assert names("pl", "przewodnicząca Prowincjonalnej Rady Ludowej Dak Lak") == ["Dak Lak"]


def test_a_river_ends_where_a_person_begins() -> None:
    """A river's name of one syllable is cut before a name of three."""
    assert names("vi", "Trên sông Hinh Nguyễn Văn Thanh câu cá.") == ["sông Hinh"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Wypadek w Woli Rzędzińskiej.", ["Wola Rzędzińska"]),
    ("Pożar w Porębie Wielkiej i Kamionce Małej.", ["Poręba Wielka", "Kamionka Mała"]),
    ("Mieszkał w Nowej Hucie.", ["Nowa Huta"]),
    ("Pracuje w Straży Granicznej.", []),
    ("Mecz na Stadionie Narodowym.", []),
    ("Był na Dworcu Głównym w Poznaniu.", ["Poznań"]),
    ("w gminie miejsko-wiejskiej Sochocin", ["Sochocin"]),
])
def test_a_noun_of_places_and_its_adjective_are_one_name(text: str, expected: list[str]) -> None:
    """Villages of two words are read in their nominative; bodies and buildings of two words are none."""
    assert names("pl", text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đoàn thăm Pleiku sáng nay.", ["Pleiku"]),
    ("Tỉnh kết nghĩa với Chăm-pa-sắc và Át-ta-pư.", ["Chăm-pa-sắc", "Át-ta-pư"]),
    ("Hàng đi Hung-ga-ri, Bê-la-rút và Tô-ky-ô.", ["Hung-ga-ri", "Bê-la-rút", "Tô-ky-ô"]),
])
def test_names_of_the_world_in_vietnamese_letters(text: str, expected: list[str]) -> None:
    """Countries, cities and provinces of the neighbours are known as the party's newspapers write them."""
    assert names("vi", text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("vi", "Bà con ở Thủ Thiêm chờ đợi.", ["Thủ Thiêm"]), ("en", "They laid wreaths in Ba Dinh.", ["Ba Dinh"]),
    ("vi", "Đại sứ tại Liên Hợp Quốc.", []), ("vi", "Việc ở Nguyễn Du chưa xong.", []),
])
def test_two_syllables_behind_a_preposition_of_place_are_a_small_unit(language: str, text: str, expected: list[str]) -> None:
    """No person's name and no body's may begin there."""
    assert names(language, text) == expected
