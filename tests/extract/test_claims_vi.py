"""Vietnamese claims: phrases and what they are read as, by phenomenon, and what must never be a claim."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.quantities import find_claims
from pipeline.extract.times import find_times
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Claim, Dossier, Source
from pipeline.scan import scan_article


def claims(text: str) -> list[Claim]:
    source = Source("x.json", None, None, None, None, "2025-04-22", "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block("body", 0, len(text)),), source), language="vi", anchor="2025-04-22")
    knowledge = load_knowledge()
    dossier.passages = scan_article(dossier.article, knowledge.rooms["vi"])
    find_times(dossier, knowledge)
    find_claims(dossier, knowledge)
    return dossier.claims


def told(claim: Claim) -> str:
    """A claim in one line: value or range, modifier, unit, then what is not plain."""
    quantity, change = claim.quantity, claim.change
    value = f"{plain(quantity.low)}..{plain(quantity.high)}" if quantity.value is None else plain(quantity.value)
    words = [value, "" if quantity.modifier == "exact" else quantity.modifier, quantity.unit or f"~{quantity.unit_text}"]
    words += [f"per {quantity.per}" if quantity.per else "", f"of {plain(quantity.of)}" if quantity.of is not None else ""]
    if change.kind == "from_to":
        words.append(f"from {plain(change.start)} to {plain(change.end)}")
    elif change.kind != "none":
        words.append({"increase_by": "up", "decrease_by": "down"}[change.kind])
    return " ".join(word for word in words if word)


def plain(value: Decimal | None) -> str:
    return "" if value is None else format(value.quantize(Decimal("0.0001")).normalize(), "f")


NUMBERS = [
    ("kéo dài hai, ba năm nay", "2..3 approx year"),
    ("độ phân giải 15,000 pixel", "15000 pixel"),
    ("quay 7 khung ảnh/giây", "7 ~khung ảnh per second"),
    ("tổng vốn 13.596 tỷ đồng", "13596000000000 VND"),
    ("dân số hơn 3,153 triệu người", "3153000 more_than person"),
    ("dân số 35 người", "35 person"),
    ("mật độ dân số 120 người/km2", "120 person per square_kilometre"),
    ("sĩ số 45 học sinh", "45 pupil"),
    ("diện tích 21.576,5 km²", "21576.5 square_kilometre"),
    ("thu ngân sách 655,44 tỷ đồng", "655440000000 VND"),
    ("đạt 62,58%", "62.58 percent"),
    ("xử lý 05 đầu mối", "5 organisation"),
    ("tuyển 1500 lao động", "1500 worker"),
    ("sản lượng 2 nghìn 150 tấn", "2150 tonne"),
    ("vay 3 tỷ 500 triệu đồng", "3500000000 VND"),
    ("tổng nợ 2 nghìn 150 tỷ đồng", "2150000000000 VND"),
    ("trị giá 1,2 triệu tỷ đồng", "1200000000000000 VND"),
    ("mua hết mười lăm triệu đồng", "15000000 VND"),
    ("có hai trăm linh năm hộ dân", "205 household"),
    ("nuôi một nghìn rưỡi con gà", "1500 animal"),
    ("mất bốn ngày rưỡi", "4.5 day"),
    ("chạy nửa giờ", "0.5 hour"),
    ("trồng 5 vạn cây giống", "50000 tree"),
    ("ủng hộ hơn chục triệu đồng", "10000000 more_than VND"),
    ("góp gần trăm ngày công", "100 nearly day"),
    ("có hai mươi mốt xã", "21 commune"),
    ("gồm bảy mươi tư thôn", "74 village"),
    ("tặng năm mươi lăm suất quà", "55 package"),
    ("nhiệt độ âm 5 độ C", "-5 degree_celsius"),
    ("lãi suất âm hai phần trăm", "-2 percent"),
    ("cao 1m75", "1.75 metre"),
    ("bé nặng 2kg6", "2.6 kilogram"),
    ("đường rộng 7m5", "7.5 metre"),
    ("thi trong 1 giờ 30 phút", "1.5 hour"),
    ("chạy hết 1 giờ 19 phút", "79 minute"),
    ("cá nặng 2 kg 500 gam", "2.5 kilogram"),
    ("nhà rộng 80m2", "80 square_metre"),
    ("khu đất 12.000ha", "12000 hectare"),
    ("khai thác 20.000m3 cát", "20000 cubic_metre"),
    ("chiếm hai phần ba diện tích", "0.6667 ratio"),
    ("bằng 1/3 dân số", "0.3333 ratio"),
    ("xong 3/4 chặng đường", "0.75 ratio"),
    ("giảm một nửa", "0.5 ratio down"),
    ("lãi 1,5 đến 2 triệu đồng", "1500000..2000000 VND"),
    ("hàng trăm hộ dân", "100.. more_than household"),
    ("hàng chục nghìn lượt khách", "10000.. more_than visitor"),
    ("vài chục triệu đồng", "20000000..90000000 approx VND"),
]

MODIFIERS = [
    ("nợ lên đến gần 140 tỉ đồng", "140000000000 nearly VND"),
    ("có gần 300 hộ", "300 nearly household"),
    ("thu khoảng 5 tỷ đồng", "5000000000 approx VND"),
    ("xấp xỉ 12 tấn", "12 approx tonne"),
    ("trên 95% hộ dân đồng ý", "95 more_than percent"),
    ("hỗ trợ không quá 20 triệu đồng", "20000000 at_most VND"),
    ("tối đa 3 năm", "3 at_most year"),
    ("ít nhất 6 người chết", "6 at_least person"),
    ("tối thiểu 30% vốn", "30 at_least percent"),
    ("không dưới 50 lao động", "50 at_least worker"),
    ("dưới 10% số hộ", "10 less_than percent"),
    ("chưa đến 2 km", "2 less_than kilometre"),
    ("chưa đầy ba tháng", "3 less_than month"),
    ("xã có 8.000 người trở lên", "8000 at_least person"),
    ("Diện tích: từ 30 km2 trở lên", "30 at_least square_kilometre"),
    ("Dân số: từ 5.000 người", "5000 at_least person"),
    ("trẻ 5 tuổi trở xuống", "5 at_most year"),
    ("vốn lên đến 2,9 tỷ đồng", "2900000000 VND"),
    ("thiệt hại lên tới 40 tỷ đồng", "40000000000 VND"),
    ("đạt 120 triệu đồng", "120000000 VND"),
    ("chỉ 12 hộ", "12 household"),
    ("mới chỉ 40% khối lượng", "40 percent"),
    ("ngót 500 con bò", "500 nearly animal"),
    ("vượt 1.000 tỷ đồng", "1000000000000 more_than VND"),
    ("vượt 5% kế hoạch", "5 percent"),
    ("ước đạt khoảng 7 triệu tấn", "7000000 approx tonne"),
    ("không vượt quá 20%", "20 at_most percent"),
    ("độ 30 người", "30 approx person"),
    ("hàng từ 12 quốc gia", "12 country"),
    ("nghiên cứu dựa trên 50 hồ sơ", "50 dossier"),
    ("dài hơn 500 m", "500 more_than metre"),
]

UNITS = [
    ("sợi nano dài khoảng 1 μm", "1 approx micrometre"),
    ("trồng 6.000 cây loại 3", "6000 tree"),
    ("họp nghe 15 tờ trình", "15 document"),
    ("hội nghị của Sở GD&ĐT 63 tỉnh", "63 province"),
    ("bệnh nhân đến từ 52 quốc gia", "52 country"),
    ("xong trong vòng 15-20 ngày", "15..20 day"),
    ("trồng 5 sào lúa", "5 sao"), ("bán 12 tạ lúa", "12 quintal"), ("thu 30 yến khoai", "30 ten_kilograms"), ("mua 2 lượng vàng", "2 tael"),
    ("thuê 4 công đất", "4 cong"), ("công suất 60 MW", "60 megawatt"), ("lắp 15 kWp", "15 kilowatt_peak"),
    ("phát 35 triệu kWh", "35000000 kilowatt_hour"),
    ("vay 20 triệu USD", "20000000 USD"), ("thưởng 500 đô la", "500 USD"), ("giá 8 triệu đô la Úc", "8000000 AUD"),
    ("bán 300 nhân dân tệ", "300 CNY"),
    ("góp 2.000 euro", "2000 EUR"), ("trả 50 bảng Anh", "50 GBP"), ("đón 1,2 triệu lượt khách", "1200000 visitor"),
    ("khám cho 900 lượt người", "900 person"),
    ("tặng 73 suất học bổng", "73 scholarship"), ("xây 40 căn hộ", "40 apartment"), ("có 9 khẩu súng", "9 weapon"), ("bắt 8 đối tượng", "8 person"),
    ("khởi tố 5 bị can", "5 person"), ("kết nạp 110 đảng viên", "110 party_member"), ("58 tổ chức cơ sở đảng", "58 party_organisation"),
    ("có 12 chi bộ trực thuộc", "12 party_cell"), ("dự có 250 đại biểu", "250 delegate"), ("tinh gọn 14 tổng cục", "14 general_department down"),
    ("đạt 19 tiêu chí nông thôn mới", "19 criterion"), ("giao 6 nhiệm vụ", "6 task"), ("đề ra 21 chỉ tiêu", "21 target"),
    ("lắp 24 tuabin gió", "24 wind_turbine"),
    ("mất 12 điểm", "12 point"), ("tăng 0,5 điểm phần trăm", "0.5 percentage_point up"), ("giảm 1,2 điểm %", "1.2 percentage_point down"),
    ("mua 3 chiếc ô tô", "3 vehicle"), ("nuôi 40 con lợn nái", "40 animal"), ("thả 20.000 con giống", "20000 animal"), ("hai chiếc thuyền", "2 boat"),
    ("bốn vị đại biểu", "4 delegate"), ("trao 10 phần quà Tết", "10 package"), ("họp 3 phiên chuyên đề", "3 session"),
    ("phát 2.000 khẩu trang", "2000 mask"),
    ("bị phạt 7 năm tù", "7 year"), ("học sinh 15 tuổi", "15 year"), ("dừng 30 phút", "30 minute"), ("tốc độ 80 km/h", "80 kilometre_per_hour"),
    ("nắng nóng 39 độ", "39 degree_celsius"), ("nộp 900 hồ sơ trực tuyến", "900 dossier"), ("4 trạm y tế xã", "4 health_station"),
    ("500 giường bệnh", "500 hospital_bed"),
    ("bỏ 1.200 thủ tục hành chính", "1200 administrative_procedure"), ("8 hợp tác xã", "8 cooperative"), ("36 doanh nghiệp", "36 enterprise"),
    ("khách sạn 5 sao", "5 star"), ("20 phiếu thuận", "20 vote"), ("tòa nhà 21 tầng", "21 floor"), ("mô hình chính quyền 2 cấp", "2 level"),
    ("11 đồng phạm", "11 person"), ("16 đồng tiền mạnh", "16 ~đồng tiền"), ("hơn 31.000 tỷ đồng tiền thuế", "31000000000000 more_than VND"),
]

RATES = [
    ("giá 110.000 đồng một cổ phiếu", "110000 VND per share"),
    ("hỗ trợ 1 triệu đồng 1 người", "1000000 VND per person"),
    ("tỷ giá ở mức 1,2 USD đổi 1 Bảng Anh", "1.2 USD per GBP"),
    ("thu nhập 60 triệu đồng/người/năm", "60000000 VND per person"), ("lãi suất 11%/năm", "11 percent per year"),
    ("năng suất 65 tạ/ha", "65 quintal per hectare"),
    ("giá 25.000 đồng/kg", "25000 VND per kilogram"), ("mật độ 250 người/km²", "250 person per square_kilometre"),
    ("lương 8 triệu đồng mỗi tháng", "8000000 VND per month"),
    ("4 chuyến mỗi tuần", "4 trip per week"), ("gần 2 tỷ đồng một mét", "2000000000 nearly VND per metre"), ("hai lần một ngày", "2 times per day"),
    ("bán 40 triệu/tháng", "40000000 VND per month"),
]

CHANGES = [
    ("nâng lượng cổ phiếu từ 20,58 triệu lên 34,2 triệu cổ phiếu", "34200000 share from 20580000 to 34200000"),
    ("giá vàng tăng vượt mốc 37 triệu đồng/lượng", "37000000 more_than VND per tael"),
    ("tai nạn giảm cả 3 tiêu chí", "3 criterion"),
    ("thuế giá trị gia tăng hơn 8,7 tỉ đồng", "8700000000 more_than VND"),
    ("sau hai lần tăng giá", "2 times"),
    ("tăng 11,79% so với cùng kỳ", "11.79 percent up"),
    ("giảm 97 đơn vị hành chính", "97 administrative_unit down"),
    ("tăng trưởng 6,5%", "6.5 percent up"),
    ("tốc độ tăng trưởng 7%", "7 percent"),
    ("tăng trưởng đạt 7%", "7 percent"),
    ("tăng thêm 36 dự án", "36 project up"),
    ("giảm từ 40,39% xuống còn 35,71%", "35.71 percent from 40.39 to 35.71"),
    ("tăng từ 1.664 USD năm 2015 lên 2.094 USD năm 2018", "2094 USD from 1664 to 2094"),
    ("từ 38.81% lên 41,72%", "41.72 percent from 38.81 to 41.72"),
    ("từ 7 xã, thị trấn còn 3 đơn vị cấp xã", "3 administrative_unit from 7 to 3"),
    ("11 xã, thị trấn sẽ còn 5 xã", "5 administrative_unit from 11 to 5"),
    ("nâng tổng số lên 120 xã", "120 commune from  to 120"),
    ("giảm còn 12 phòng", "12 room from  to 12"),
    ("nâng công suất từ 3kW lên 6kW", "6 kilowatt from 3 to 6"),
    ("gấp 1,23 lần", "1.23 times"),
    ("tăng 3 lần", "3 times up"),
    ("cao gấp đôi", "2 times"),
    ("tăng gấp đôi", "2 times up"),
    ("thấp hơn 15% so với trước", "15 percent down"),
    ("rẻ hơn khoảng 2 triệu đồng", "2000000 approx VND down"),
    ("cao hơn 4 điểm", "4 point up"),
    ("tăng so với tuần trước 5 USD", "5 USD up"),
    ("rút ngắn 5 ngày", "5 day down"),
    ("kéo dài thêm 3 tháng", "3 month up"),
    ("chiều cao tăng từ 1m50 lên 1m60", "1.6 metre from 1.5 to 1.6"),
]

SHARES = [
    ("419/419 hộ dân đã xong", "419 household of 419"),
    ("50/53 đại biểu có mặt", "50 delegate of 53"),
    ("đứng thứ 13/63 tỉnh", "13 rank of 63"),
    ("xếp hạng 42 thế giới", "42 rank"),
    ("6 trong số 10 em nhỏ", "6 person of 10"),
    ("đạt 16,97% kế hoạch", "16.97 percent"),
]

LISTS = [
    ("điểm chấm ban đầu là 27,45 cho 3 môn", ["27.45 point", "3 subject"]),
    ("tổng 1,234,567 đồng và 4,500 tấn", ["1234567 VND", "4500 tonne"]),
    ("Nhà 3 tầng 4 phòng ngủ", ["3 floor", "4 room"]),
    ("giá 500.000 đồng, nay trả 1 triệu đồng 1 người thay vì 300 nghìn như trước", ["500000 VND", "1000000 VND per person", "300000 VND"]),
    ("Vụ nổ làm 3 người chết, bị thương 9.", ["3 person", "9 person"]),
    ("Trong 6 tháng 10 ngày.", ["6 month", "10 day"]),
    ("5 người chết, một người bị thương", ["5 person", "1 person"]),
    ("phát hành hơn 300 game, một con số lớn", ["300 more_than game"]),
    ("gồm 41 xã và 17 phường", ["41 commune", "17 ward"]),
    ("24 huyện, một thị xã và hai thành phố", ["24 district", "1 town", "2 city"]),
    ("tăng từ 8,5 - 9%", ["8.5..9 percent up"]),
    ("đạt từ 11,5 - 12,4% trở lên", ["11.5..12.4 at_least percent"]),
    ("đạt 5,5 - 6 triệu lượt khách", ["5500000..6000000 visitor"]),
    ("cho vay 70-80 triệu đồng/suất", ["70000000..80000000 VND per package"]),
    ("phạt từ 10 triệu đến 1 tỷ đồng", ["10000000..1000000000 VND"]),
    ("hai bé trai (4 và 5 tuổi)", ["2 person", "4 year", "5 year"]),
    ("còn 5,35% (giảm 1,35% so với năm 2017)", ["5.35 percent", "1.35 percent down"]),
    ("chi 4,4 tỷ, năm sau 5,8 tỷ", ["4400000000 VND", "5800000000 VND"]),
    ("giảm 48% về lượng và 51% về giá", ["48 percent down", "51 percent down"]),
    ("30 dự án trong nước và 6 dự án FDI", ["30 project", "6 project"]),
    ("20 xã, thị trấn (thành 9 xã)", ["9 administrative_unit from 20 to 9"]),
    ("giá 2,5 tỷ bảng (70 nghìn tỷ đồng)", ["2500000000 GBP", "70000000000000 VND"]),
]

NEVER = [
    "theo khoản 2 Điều 8 Thông tư", "chiếc Su -27 ngoặt trái", "phân khu 3 khu tái định cư", "gói thầu 1 b; xử lý", "các quận: 1, Bình Thạnh, 2, 9",
    "(phường 5, quận 3 ngày nay)", "ở tầng 2 ngôi nhà", "quay tới 4096 x 2160",
    "gọi Cảnh sát 113 Công an tỉnh", "Công ty công trình giao thông 545 huy động máy", "cả 2 giáp mặt",
    "Công viên 30 tháng 4 rất rộng", "công viên 23 Tháng 9",
    "mở cửa lúc khoảng 8 - 9h sáng", "Cả ba bị cáo buộc là lừa đảo", "đến năm lớp 12, em", "tuyến số 5 giai đoạn 1", "hẻm số 656 Cách Mạng Tháng Tám",
    "chào bán ở đợt 2 lần này", "bắt nguồn từ 2 sự chủ quan", "di chuyển trên một máy bay vận tải", "nhiều hơn một người bình thường",
    "làm 1 cách riêng rẽ",
    "ở vị trí 232 - 234 Phạm Văn Đồng",
    "Chiều 21.4, tỉnh họp", "lúc 7 giờ 30 phút sáng", "vào khoảng 16h chiều", "từ 8h đến 17h", "từ 7 giờ đến 17 giờ", "lúc 7 giờ 40 phút sáng",
    "trên quốc lộ 61", "tại phường 11, quận 3", "ngõ 879 Đê La Thành",
    "số 14 Trần Phú", "P. 14, Q. 3, TP.HCM", "kỳ họp thứ 6", "khóa XIII", "lần thứ 2", "lớp 12 trường chuyên", "theo điều 355 Bộ luật",
    "giai đoạn 2 của dự án", "tuyến metro số 2",
    "thắng 3-1 trên sân nhà", "hòa 2-2 ở phút 78", "World Cup 2018 khu vực", "tiêm kích Su-30", "máy bay A320", "xe BMW 320i",
    "điện thoại 0906 161 685", "biển số 65C.07468", "tại Km 64+210",
    "Vân Canh 1, Vân Canh 2", "đường vành đai 1", "một số hộ dân", "hàng năm tỉnh thu", "năm nay tỉnh có", "ba mẹ em", "quận Ba Đình", "chùa Ba Vàng",
    "bà Sáu bán hàng", "không đồng ý",
    "hai bên ký kết", "là một xã miền núi", "một phụ nữ kể", "thứ hai tuần sau", "đầu tư tư nhân", "lúa chín rộ", "nửa đêm qua", "vài ngày qua",
    "thẻ số 5", "đội U23 thắng", "mạng 4G phủ sóng",
    "đi qua các quận 1, 3, 10", "Covid-19 bùng phát", "tầng 5 của tòa nhà", "hợp đồng số 117/HĐ", "Nghị quyết số 18", "Liên Sơn 2 ngăn cản",
    "trước 22 giờ", "biển số 29 A", "tháng 12 tới",
]


@pytest.mark.parametrize(("text", "expected"), [*NUMBERS, *MODIFIERS, *UNITS, *RATES, *CHANGES, *SHARES])
def test_a_phrase_gives_its_one_claim(text: str, expected: str) -> None:
    assert [told(claim) for claim in claims(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_phrase_gives_its_claims_in_order(text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in claims(text)] == expected


@pytest.mark.parametrize("text", NEVER)
def test_what_only_looks_like_a_claim_is_none(text: str) -> None:
    assert [told(claim) for claim in claims(text)] == []


@pytest.mark.parametrize("text", [text for text, _ in [*NUMBERS, *CHANGES, *LISTS]])
def test_a_quote_is_the_text_that_it_points_at(text: str) -> None:
    for claim in claims(text):
        assert text[claim.evidence.start:claim.evidence.stop] == claim.evidence.quote
        assert claim.evidence.start <= claim.figure_start < claim.figure_stop <= claim.evidence.stop
