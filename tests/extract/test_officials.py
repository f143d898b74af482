"""Officials: who holds which office, in which order the text says it, and who is none."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.evaluate.examples import read_wording
from pipeline.extract.officials import find_officials
from pipeline.extract.officials.grammar import titles_of
from pipeline.extract.officials.speakers import Speakers
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Official, Source
from pipeline.scan import scan_article


def _officials(text: str, language: str) -> list[Official]:
    knowledge = load_knowledge()
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language=language)
    dossier.passages = scan_article(dossier.article, knowledge.rooms[language])
    find_officials(dossier, knowledge)
    for official in dossier.officials:
        evidence = official.evidence
        assert text[evidence.start:evidence.stop] == evidence.quote
    return dossier.officials


def _said(text: str, language: str) -> set[str]:
    return {f"{official.name}: {official.role_id}" for official in _officials(text, language)}


VIETNAMESE = [
    # the party ladder
    ("Tổng Bí thư Trần Quang Minh phát biểu", {"Trần Quang Minh: general_secretary"}),
    ("Bí thư Tỉnh ủy Lê Thị Mận yêu cầu", {"Lê Thị Mận: provincial_party_secretary"}),
    ("Phó Bí thư Tỉnh ủy Hoàng Văn Sáu", {"Hoàng Văn Sáu: deputy_provincial_party_secretary"}),
    ("Phó Bí thư Thường trực Tỉnh ủy Vũ Đức Bình", {"Vũ Đức Bình: standing_deputy_provincial_party_secretary"}),
    ("Phó Bí thư Thường trực Thành ủy Hải Phòng Bùi Hữu Tài", {"Bùi Hữu Tài: standing_deputy_provincial_party_secretary"}),
    ("Bí thư Huyện ủy Mù Cang Chải Giàng A Páo", {"Giàng A Páo: district_party_secretary"}),
    ("Bí thư Đảng ủy xã Lò Văn Pành nói", {"Lò Văn Pành: commune_party_secretary"}),
    ("Trưởng Ban Tổ chức Tỉnh ủy Phan Thị Hạnh", {"Phan Thị Hạnh: head_of_party_commission"}),
    ("Phó Trưởng Ban Nội chính Trung ương Đỗ Quốc Việt", {"Đỗ Quốc Việt: deputy_head_of_party_commission"}),
    ("Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Tạ Văn Hùng", {"Tạ Văn Hùng: head_of_party_commission"}),
    ("Ủy viên Bộ Chính trị Dương Thanh Tùng", {"Dương Thanh Tùng: politburo_member"}),
    ("Ủy viên Trung ương Đảng Ngô Xuân Lan", {"Ngô Xuân Lan: party_central_committee_member"}),
    ("Ủy viên dự khuyết Trung ương Đảng Hồ Văn Tân", {"Hồ Văn Tân: party_central_committee_alternate_member"}),
    ("Bí thư Trung ương Đảng Lê Hoài Nam", {"Lê Hoài Nam: party_central_secretariat_member"}),
    ("Ủy viên Ban Thường vụ Tỉnh ủy Mai Thị Lụa", {"Mai Thị Lụa: standing_committee_member"}),
    ("Tỉnh ủy viên Cao Đình Phú dự", {"Cao Đình Phú: provincial_party_committee_member"}),
    ("Bí thư Ban Cán sự đảng Lý Thị Hoa", {"Lý Thị Hoa: party_body_secretary"}),
    ("Bí thư Tỉnh đoàn Nguyễn Thanh Phúc", {"Nguyễn Thanh Phúc: youth_union_secretary"}),
    # state and assembly
    ("Chủ tịch nước Đinh Công Thành", {"Đinh Công Thành: president"}),
    ("Phó Chủ tịch nước Võ Thị Xuân", {"Võ Thị Xuân: vice_president"}),
    ("Thủ tướng Chính phủ Phạm Hải Đăng", {"Phạm Hải Đăng: prime_minister"}),
    ("Phó Thủ tướng Thường trực Trịnh Bá Lộc", {"Trịnh Bá Lộc: deputy_prime_minister"}),
    ("Bộ trưởng Bộ Tài chính Lâm Văn Đức", {"Lâm Văn Đức: minister"}),
    ("Bộ trưởng Công Thương Hà Minh Khôi", {"Hà Minh Khôi: minister"}),
    ("Thứ trưởng Bộ GD&ĐT Tô Thị Ánh", {"Tô Thị Ánh: deputy_minister"}),
    ("Thứ trưởng Bộ Y tế Đặng Hữu Nghĩa", {"Đặng Hữu Nghĩa: deputy_minister"}),
    ("Cục trưởng Cục Quản lý thị trường Vương Đình Lâm", {"Vương Đình Lâm: ministry_department_director"}),
    ("Phó Cục trưởng Cục Hàng không Chu Văn Toản", {"Chu Văn Toản: ministry_department_deputy_director"}),
    ("Chủ tịch Quốc hội Trần Bảo Ngọc", {"Trần Bảo Ngọc: speaker_of_parliament"}),
    ("Phó Chủ tịch Quốc hội Lương Thế Kiên", {"Lương Thế Kiên: deputy_speaker_of_parliament"}),
    ("Chủ nhiệm Ủy ban Pháp luật Đoàn Thị Yến", {"Đoàn Thị Yến: head_of_national_assembly_committee"}),
    ("Trưởng đoàn ĐBQH tỉnh Lê Kim Sơn", {"Lê Kim Sơn: head_of_national_assembly_delegation"}),
    ("đại biểu Quốc hội Nguyễn Ngọc Trâm nói", {"Nguyễn Ngọc Trâm: national_assembly_deputy"}),
    ("Chủ tịch HĐND tỉnh Hồ Thanh Tâm", {"Hồ Thanh Tâm: chair_provincial_peoples_council"}),
    ("Phó Chủ tịch Thường trực HĐND tỉnh Bùi Đức Huy", {"Bùi Đức Huy: standing_vice_chair_provincial_peoples_council"}),
    ("Trưởng Ban Pháp chế HĐND tỉnh Ngô Thị Sen", {"Ngô Thị Sen: head_of_peoples_council_committee"}),
    ("Chủ tịch UBND tỉnh Cao Bằng Hoàng Gia Bách", {"Hoàng Gia Bách: chair_provincial_peoples_committee"}),
    ("Phó Chủ tịch Thường trực UBND tỉnh Vũ Thị Thoa", {"Vũ Thị Thoa: standing_vice_chair_provincial_peoples_committee"}),
    ("Phó Chủ tịch UBND TP Đà Nẵng Phan Khắc Duy", {"Phan Khắc Duy: vice_chair_provincial_peoples_committee"}),
    ("Phó Chủ tịch UBND TP.HCM Đào Quang Vũ", {"Đào Quang Vũ: vice_chair_provincial_peoples_committee"}),
    ("Chủ tịch UBND huyện Sìn Hồ Vàng A Chư", {"Vàng A Chư: chair_district_peoples_committee"}),
    ("Chủ tịch UBND phường Tân Phong Cầm Thị Nga", {"Cầm Thị Nga: chair_commune_peoples_committee"}),
    ("Chủ tịch tỉnh Trương Hải Long", {"Trương Hải Long: chair_provincial_peoples_committee"}),
    ("Phó chủ tịch xã Quách Văn Bền", {"Quách Văn Bền: vice_chair_commune_peoples_committee"}),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch Lê Mỹ Dung", {"Lê Mỹ Dung: department_director"}),
    ("Phó Giám đốc Sở Tài chính Trần Vũ Thanh Hải", {"Trần Vũ Thanh Hải: department_deputy_director"}),
    ("Quyền Giám đốc Sở Y tế Nguyễn Khải Hoàn", {"Nguyễn Khải Hoàn: department_director"}),
    ("Chánh Văn phòng UBND tỉnh Thái Bá Quyền", {"Thái Bá Quyền: chief_of_office"}),
    ("Phó Chánh Văn phòng Tỉnh ủy Lưu Thị Bích", {"Lưu Thị Bích: deputy_chief_of_office"}),
    ("Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Đinh Y Nhung", {"Đinh Y Nhung: front_chair"}),
    # other bodies
    ("Giám đốc Trung tâm xúc tiến du lịch Mã Văn Lai", {"Mã Văn Lai: centre_director"}),
    ("Chủ tịch Hội Nông dân tỉnh Phùng Thị Chín", {"Phùng Thị Chín: association_head"}),
    ("Phó Chủ tịch Hội Chữ thập đỏ Việt Nam Vũ An Khang", {"Vũ An Khang: association_deputy_head"}),
    ("Thống đốc Ngân hàng Nhà nước Tống Thị Hiền", {"Tống Thị Hiền: central_bank_governor"}),
    ("Tổng Giám đốc Công ty Sao Biển Lại Văn Thơ", {"Lại Văn Thơ: company_head"}),
    ("Giám đốc Bệnh viện Bạch Mai Nguyễn Đăng Khoa", {"Nguyễn Đăng Khoa: hospital_director"}),
    ("Hiệu trưởng Trường THPT Lê Quý Đôn Trần Thị Thủy", {"Trần Thị Thủy: school_head"}),
    ("Giám đốc Công an tỉnh Đại tá Kiều Văn Thắng", {"Kiều Văn Thắng: police_chief"}),
    ("Chánh án TAND tỉnh Nông Thị Vân", {"Nông Thị Vân: court_president"}),
    ("người phát ngôn Bộ Ngoại giao Lê Thu Thảo", {"Lê Thu Thảo: spokesperson"}),
    ("Đại sứ Việt Nam tại Ấn Độ Tôn Nữ Diệp", {"Tôn Nữ Diệp: ambassador"}),
    # orders and marks
    ("Ông Nguyễn Bá Khá, Giám đốc Sở Xây dựng", {"Nguyễn Bá Khá: department_director"}),
    ("Bà Lê Thị Tím - Chủ tịch UBND tỉnh", {"Lê Thị Tím: chair_provincial_peoples_committee"}),
    ("ông Hồ Văn Ba (Chủ tịch UBND huyện)", {"Hồ Văn Ba: chair_district_peoples_committee"}),
    ("ông Lê Năm là Bí thư Tỉnh ủy", {"Lê Năm: provincial_party_secretary"}),
    ("Giám đốc Sở Tư pháp, bà Trần Thị Lý", {"Trần Thị Lý: department_director"}),
    ("Giám đốc Sở Nội vụ: ông Đỗ Cao Kỳ", {"Đỗ Cao Kỳ: department_director"}),
    ("nguyên Bí thư Tỉnh ủy Phạm Văn Vĩ", {"Phạm Văn Vĩ: provincial_party_secretary"}),
    ("PGS.TS Bùi Quý, Viện trưởng Viện Dân tộc học", {"Bùi Quý: institute_director"}),
    ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Mai Tiến Lâm", {"Mai Tiến Lâm: minister", "Mai Tiến Lâm: chief_of_office"}),
    ("Bí thư Đảng ủy, Chủ tịch HĐND xã Lù A Tráng", {"Lù A Tráng: commune_party_secretary", "Lù A Tráng: chair_commune_peoples_council"}),
    ("Lê Tư - Bí thư Tỉnh ủy; Hồ Sáu - Thủ tướng", {"Lê Tư: provincial_party_secretary", "Hồ Sáu: prime_minister"}),
    ("hai Phó Thủ tướng Lê Một và Hồ Hai", {"Lê Một: deputy_prime_minister", "Hồ Hai: deputy_prime_minister"}),
    # foreigners
    ("Tổng thống Mỹ Donald Smith", {"Donald Smith: president"}),
    ("Thủ tướng Nhật Bản Kenji Watanabe", {"Kenji Watanabe: prime_minister"}),
    ("Chủ tịch Trung Quốc Lưu Kiến Hoa", {"Lưu Kiến Hoa: president"}),
    ("Ngoại trưởng Jean Dupont", {"Jean Dupont: minister"}),
    ("Tổng thống Dupont nói", {"Dupont: president"}),
    # never
    ("Bí thư Tỉnh ủy yêu cầu các sở", set()),
    ("học tập phong cách Hồ Chí Minh", set()),
    ("Chủ tịch Hồ Chí Minh sinh năm 1890", set()),
    ("đường Nguyễn Văn Cừ bị ngập", set()),
    ("Ảnh: Nguyễn Văn Tâm", set()),
    ("ông Nguyễn Văn Tám, hộ nghèo xã Tà Tổng", set()),
    ("ứng cử viên Tổng thống John Smith", set()),
    ("phu nhân Tổng thống Mary Smith", set()),
    ("Đại sứ quán Việt Nam tại Lào", set()),
    ("các thành viên trong gia đình Lê Văn Hai", set()),
    ("giám đốc thẩm vụ án Nguyễn Văn Hai", set()),
    ("Giám đốc Sở Y tế cho biết", set()),
    ("giáo viên chủ nhiệm Trần Thị Lan", set()),
    ("Văn phòng Chủ tịch nước thông báo", set()),
    ("trợ lý Thủ tướng Lê Văn Minh", set()),
]

POLISH = [
    # Vietnamese bodies in translation
    ("Sekretarz Generalny To Nam podkreślił", {"To Nam: general_secretary"}),
    ("słowa Sekretarza Generalnego To Nama", {"To Nam: general_secretary"}),
    ("słowa Sekretarza GeneralnegoTo Nama brzmią", {"To Nam: general_secretary"}),
    ("spotkanie z premierem Phamem Minh Tuanem", {"Pham Minh Tuan: prime_minister"}),
    ("Sekretarz Komitetu Prowincjonalnego Partii Giang Pao Ly", {"Giang Pao Ly: provincial_party_secretary"}),
    ("stały zastępca sekretarza Komitetu Prowincjonalnego Partii Vu Manh Hai", {"Vu Manh Hai: standing_deputy_provincial_party_secretary"}),
    ("Vu Van Ha, zastępca członka Komitetu Centralnego Partii", {"Vu Van Ha: party_central_committee_alternate_member"}),
    ("Le Thi Mai – członek Stałego Komitetu", {"Le Thi Mai: standing_committee_member"}),
    ("Le Thi Mai, przewodnicząca Komitetu Organizacyjnego Partii", {"Le Thi Mai: head_of_party_commission"}),
    ("przewodniczący Prowincjonalnego Komitetu Ludowego Lu Van Ngoi", {"Lu Van Ngoi: chair_provincial_peoples_committee"}),
    ("wiceprzewodniczący Prowincjonalnego Komitetu Ludowego Ho Van Duc", {"Ho Van Duc: vice_chair_provincial_peoples_committee"}),
    ("przewodnicząca Wojewódzkiej Rady Ludowej Tran Thi Sen", {"Tran Thi Sen: chair_provincial_peoples_council"}),
    ("przewodniczący Zgromadzenia Narodowego Tran Thanh Binh", {"Tran Thanh Binh: speaker_of_parliament"}),
    ("dyrektor Departamentu Finansów Truong Dang Phuc", {"Truong Dang Phuc: department_director"}),
    ("zastępca dyrektora Departamentu Zdrowia Ngo Van Bay", {"Ngo Van Bay: department_deputy_director"}),
    ("prezydent Luong Van Cuong przyjął delegację", {"Luong Van Cuong: president"}),
    # Polish offices in every case
    ("premier Jan Kowalski ogłosił", {"Jan Kowalski: prime_minister"}),
    ("rozmowa z premierem Janem Kowalskim", {"Jan Kowalski: prime_minister"}),
    ("decyzja premiera Jana Kowalskiego", {"Jan Kowalski: prime_minister"}),
    ("dziękuję premierowi Janowi Kowalskiemu", {"Jan Kowalski: prime_minister"}),
    ("wicepremier Anna Nowak-Zielińska", {"Anna Nowak-Zielińska: deputy_prime_minister"}),
    ("minister finansów Andrzej Wilk", {"Andrzej Wilk: minister"}),
    ("z ministrem spraw zagranicznych Pawłem Dudkiem", {"Paweł Dudek: minister"}),
    ("szefa MSWiA Marcina Zająca", {"Marcin Zając: minister"}),
    ("wiceminister klimatu Krzysztof Barański", {"Krzysztof Barański: deputy_minister"}),
    ("sekretarz stanu w ministerstwie Ewa Sowa", {"Ewa Sowa: deputy_minister"}),
    ("były minister zdrowia Adam Zieliński", {"Adam Zieliński: minister"}),
    ("marszałek Sejmu Tomasz Górski", {"Tomasz Górski: speaker_of_parliament"}),
    ("marszałka Senatu Barbary Lis", {"Barbara Lis: speaker_of_parliament"}),
    ("marszałek województwa śląskiego Wojciech Kubik", {"Wojciech Kubik: marshal_of_voivodeship"}),
    ("wojewoda mazowiecki Mariusz Frątczak", {"Mariusz Frątczak: voivode"}),
    ("prezydent Radomia Radosław Wit", {"Radosław Wit: mayor"}),
    ("prezydent miasta Agnieszka Kos", {"Agnieszka Kos: mayor"}),
    ("burmistrz Piotr Malinowski", {"Piotr Malinowski: mayor"}),
    ("wójt gminy Czosnów Antoni Krężel", {"Antoni Krężel: commune_head"}),
    ("starosta powiatu Jerzy Bąk", {"Jerzy Bąk: county_head"}),
    ("poseł PiS Michał Gwiazda", {"Michał Gwiazda: member_of_parliament"}),
    ("senator Grzegorz Wrona", {"Grzegorz Wrona: senator"}),
    ("prezes NBP Adam Kamiński", {"Adam Kamiński: central_bank_governor"}),
    ("prezesa UOKiK Tomasza Chrobaka", {"Tomasz Chrobak: agency_head"}),
    ("prezes PiS Jarosław Kowal", {"Jarosław Kowal: party_leader"}),
    ("rzecznik rządu Adam Słowik", {"Adam Słowik: spokesperson"}),
    ("Monika Gil, rzeczniczka Komendy Powiatowej Policji", {"Monika Gil: spokesperson"}),
    ("rzecznik prokuratora generalnego prok. Anna Bielak", {"Anna Bielak: spokesperson"}),
    ("dyrektor szpitala w Radomiu Jan Bury", {"Jan Bury: hospital_director"}),
    ("szef działu analiz w banku Adam Ryś", {"Adam Ryś: division_head"}),
    ("prezydent Francji Emmanuel Dubois", {"Emmanuel Dubois: president"}),
    ("z prezydentem Donaldem Trumbo", {"Donald Trumbo: president"}),
    ("przewodnicząca Komisji Europejskiej Ursula von der Berg", {"Ursula von der Berg: president_of_european_commission"}),
    ("sekretarz generalny NATO Mark Ritter", {"Mark Ritter: head_of_international_organisation"}),
    ("wicepremier, minister obrony Jan Sęk", {"Jan Sęk: deputy_prime_minister", "Jan Sęk: minister"}),
    ("premier Kowalski mówił, Jan Kowalski dodał", {"Jan Kowalski: prime_minister"}),
    ("byłego ministra Adama K. zatrzymano", {"Adam K.: minister"}),
    # never
    ("premier zapowiedział zmiany w ustawie", set()),
    ("dyrektor Szpitala im. Jana Pawła powiedział", set()),
    ("kandydat na prezydenta Jan Kowalski", set()),
    ("żona prezydenta Anna Kowalska", set()),
    ("wysłannik prezydenta Trumba Steve Witt", {"Trumb: president"}),
    ("ulica Donalda Kowalskiego jest zamknięta", set()),
    ("fot. Jan Kowalski", set()),
    ("mieszkaniec wsi Jan Kowalski mówi", set()),
    ("minister zdrowia i minister finansów", set()),
    ("członkowie rodziny Jana Kowalskiego", set()),
    ("Prezes firmy Drutpol miał wypadek", set()),
    ("lider tabeli Lech Poznań wygrał", set()),
]

ENGLISH = [
    ("Party General Secretary Nguyễn Văn Trọng said", {"Nguyễn Văn Trọng: general_secretary"}),
    ("Politburo member Lê Minh Hưng", {"Lê Minh Hưng: politburo_member"}),
    ("Trần Thị Hà, member of the Party Central Committee", {"Trần Thị Hà: party_central_committee_member"}),
    ("Secretary of the Provincial Party Committee Vũ Văn Sáu", {"Vũ Văn Sáu: provincial_party_secretary"}),
    ("standing deputy secretary of the provincial Party Committee Lê Bảy", {"Lê Bảy: standing_deputy_provincial_party_secretary"}),
    ("Chairman of the provincial People's Committee Hồ Tấn Tài", {"Hồ Tấn Tài: chair_provincial_peoples_committee"}),
    ("vice chairwoman of the municipal People's Committee Phan Thị Tư", {"Phan Thị Tư: vice_chair_provincial_peoples_committee"}),
    ("Chairman of the provincial People's Council Đỗ Ba", {"Đỗ Ba: chair_provincial_peoples_council"}),
    ("National Assembly Chairman Vương Đình Lộc", {"Vương Đình Lộc: speaker_of_parliament"}),
    ("Prime Minister Nguyen Xuan Hai", {"Nguyen Xuan Hai: prime_minister"}),
    ("Deputy Prime Minister Trần Hồng Sơn", {"Trần Hồng Sơn: deputy_prime_minister"}),
    ("Deputy health minister Đỗ Xuân Tân", {"Đỗ Xuân Tân: deputy_minister"}),
    ("Deputy Minister of Finance Cao Anh Tú", {"Cao Anh Tú: deputy_minister"}),
    ("Minister of Industry and Trade Lê Diên", {"Lê Diên: minister"}),
    ("director of the provincial Department of Health Ngô Năm", {"Ngô Năm: department_director"}),
    ("Vietnam Red Cross vice president, Dr Trần Quốc Hải", {"Trần Quốc Hải: association_deputy_head"}),
    ("State Bank of Vietnam Governor Lê Thị Hồng", {"Lê Thị Hồng: central_bank_governor"}),
    ("foreign ministry spokeswoman Lê Thị Thu", {"Lê Thị Thu: spokesperson"}),
    ("John Baker, chairman of the Federal Reserve Board", {"John Baker: central_bank_governor"}),
    ("US President Ronald Carter", {"Ronald Carter: president"}),
    ("former US President Ronald Carter", {"Ronald Carter: president"}),
    ("President Carter's plan", {"Carter: president"}),
    ("Treasury Secretary James Miller", {"James Miller: minister"}),
    ("Japanese Prime Minister Yasuo Tanaka", {"Yasuo Tanaka: prime_minister"}),
    ("Chancellor of the Exchequer Gordon White", {"Gordon White: minister"}),
    ("Foreign Secretary Jack Stone", {"Jack Stone: minister"}),
    ("White House Chief of Staff Howard Bell", {"Howard Bell: chief_of_office"}),
    ("Mary Jones, chief executive of Acme Corp", {"Mary Jones: company_head"}),
    ("Mayor of London Sadiq Ali", {"Sadiq Ali: mayor"}),
    ("Senator Lloyd Benson", {"Lloyd Benson: senator"}),
    ("European Commission president Jacques Martin", {"Jacques Martin: president_of_european_commission"}),
    ("IMF managing director Michel Petit", {"Michel Petit: head_of_international_organisation"}),
    ("EC commissioner Frans Maas", {"Frans Maas: european_commissioner"}),
    ("chairman of the House Agriculture Committee Dan Glass", {"Dan Glass: head_of_national_assembly_committee"}),
    # never
    ("the prime minister told reporters on Monday", set()),
    ("Prime Minister Nguyen Xuan Hai, ministers and officials", {"Nguyen Xuan Hai: prime_minister"}),
    ("presidential candidate John Baker", set()),
    ("film director John Baker won a prize", set()),
    ("president of the People's Construction Bank", set()),
    ("chief executive of China Aviation Oil", set()),
    ("family member John Baker said", set()),
    ("Photo courtesy of John Baker", set()),
    ("wife of President Carter spoke", set()),
]


@pytest.mark.parametrize(("text", "said"), VIETNAMESE, ids=[text for text, _ in VIETNAMESE])
def test_vietnamese_officials(text: str, said: set[str]) -> None:
    assert _said(text, "vi") == said


@pytest.mark.parametrize(("text", "said"), POLISH, ids=[text for text, _ in POLISH])
def test_polish_officials(text: str, said: set[str]) -> None:
    assert _said(text, "pl") == said


@pytest.mark.parametrize(("text", "said"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_officials(text: str, said: set[str]) -> None:
    assert _said(text, "en") == said


@pytest.mark.parametrize(("text", "language", "tenure"), [
    ("nguyên Bộ trưởng Bộ Y tế Lê Văn Bốn", "vi", "former"),
    ("cựu Tổng thống Mỹ Donald Smith", "vi", "former"),
    ("Quyền Giám đốc Sở Y tế Lê Văn Bốn", "vi", "acting"),
    ("tân Bí thư Tỉnh ủy Lê Văn Bốn", "vi", "current"),
    ("była minister zdrowia Ewa Lis", "pl", "former"),
    ("byłego premiera Jana Kowalskiego", "pl", "former"),
    ("p.o. dyrektora szpitala Jan Bury", "pl", "acting"),
    ("former Prime Minister John Baker", "en", "former"),
    ("acting President John Baker", "en", "acting"),
])
def test_tenure_is_told_apart(text: str, language: str, tenure: str) -> None:
    assert [official.tenure for official in _officials(text, language)] == [tenure]


def test_body_and_place_are_columns() -> None:
    official = _officials("Chủ tịch UBND tỉnh Cao Bằng Hoàng Gia Bách", "vi")[0]
    assert (official.role, official.body, official.place) == ("Chủ tịch UBND tỉnh Cao Bằng", "UBND tỉnh Cao Bằng", "Cao Bằng")


def test_a_person_and_role_is_one_row() -> None:
    assert len(_officials("Thủ tướng Lê Văn Bốn nói. Thủ tướng Lê Văn Bốn đi.", "vi")) == 1


def test_an_office_without_holder_is_refused() -> None:
    knowledge = load_knowledge()
    text = "Bí thư Tỉnh ủy yêu cầu"
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language="vi")
    dossier.passages = scan_article(dossier.article, knowledge.rooms["vi"])
    find_officials(dossier, knowledge)
    assert [(refusal.quote, refusal.reason) for refusal in dossier.refusals] == [("Bí thư Tỉnh ủy", "no_holder")]


def test_the_person_key_folds_marks() -> None:
    assert _officials("Thủ tướng Đặng Văn Bốn", "vi")[0].person_key == _officials("premier Dang Van Bon", "pl")[0].person_key


@pytest.mark.parametrize(("text", "language", "figure", "speaker"), [
    ("Giám đốc Sở Y tế Lê Văn Bốn. Ông Bốn cho biết có 12 ca.", "vi", "12", "Lê Văn Bốn"),
    ("Giám đốc Sở Y tế Lê Văn Bốn. Theo ông Bốn, có 12 ca.", "vi", "12", "Lê Văn Bốn"),
    ("Thủ tướng Lê Văn Bốn nói: \u201cNăm nay tốt. Tăng 12%.\u201d", "vi", "12", "Lê Văn Bốn"),
    ("Bí thư Tỉnh ủy Lê Văn Bốn. Bí thư Tỉnh ủy yêu cầu tăng 5%.", "vi", "5", "Lê Văn Bốn"),
    ("Giám đốc Sở Y tế Lê Văn Bốn. Huyện có 12 ca.", "vi", "12", None),
    ("Premier Jan Kowalski przyjechał. Wzrost o 7 proc. - powiedział Kowalski.", "pl", "7", "Jan Kowalski"),
    ("Premier Jan Kowalski. Zdaniem Kowalskiego wzrost to 7 proc.", "pl", "7", "Jan Kowalski"),
    ("Premier Jan Kowalski. Premier dodał, że jest 7 proc.", "pl", "7", "Jan Kowalski"),
    ("Premier Jan Kowalski. Ceny wzrosły o 7 proc.", "pl", "7", None),
    ("Prime Minister John Baker. Growth was 7 per cent, Baker said.", "en", "7", "John Baker"),
    ("Prime Minister John Baker. According to Baker, 7 fell ill.", "en", "7", "John Baker"),
    ("Prime Minister John Baker. The city has 7 parks.", "en", "7", None),
])
def test_speakers_are_the_officials_beside_a_verb_of_saying(text: str, language: str, figure: str, speaker: str | None) -> None:
    knowledge = load_knowledge()
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language=language)
    dossier.passages = scan_article(dossier.article, knowledge.rooms[language])
    find_officials(dossier, knowledge)
    speakers = Speakers(dossier.passages[0], dossier.officials, titles_of(knowledge.rooms[language]))
    assert speakers.of(text.index(figure)) == speaker


@pytest.mark.parametrize("office", [
    "dyrektor Departamentu Finansów", "przewodniczący Prowincjonalnego Komitetu Ludowego", "sekretarz Komitetu Prowincjonalnego Partii",
])
def test_a_name_glued_to_its_office_is_read_whole(office: str) -> None:
    knowledge = load_knowledge()
    apart, glued = (read_wording(f"{office}{space}Phan Van Binh", "pl", "2025-09-17", knowledge).officials for space in (" ", ""))
    assert [(one.name, one.role, one.role_id) for one in glued] == [(one.name, one.role, one.role_id) for one in apart] != []


@pytest.mark.parametrize(("language", "text", "said"), [
    ("vi", "Phó Tư lệnh Quân khu 4 và Đại tá Vi Văn Thắng, Chính ủy", {"Vi Văn Thắng: political_commissar"}),
    ("vi", "Quyết định của Chủ tịch UBND tỉnh, ông Bùi Quang, Chánh Văn phòng", {"Bùi Quang: chief_of_office"}),
    ("vi", "Vụ trưởng Vụ Pháp chế (Bộ Y tế) Lê Văn Chiến", {"Lê Văn Chiến: ministry_department_director"}),
    ("vi", "Phó Chủ tịch quận 3 Đoàn Ngọc Sơn", {"Đoàn Ngọc Sơn: vice_chair_district_peoples_committee"}),
    ("en", "Deputy Minister Le An, Politburo member and Minister Tran Binh", {
        "Le An: deputy_minister", "Tran Binh: politburo_member", "Tran Binh: minister",
    }),
    ("en", "Senate President Hun Sen.", {"Hun Sen: speaker_of_parliament"}),
    ("en", "Deputy Governor Dao Minh Tu spoke.", {"Dao Minh Tu: central_bank_deputy_governor"}),
    ("en", "Deputy Governor John Smith spoke.", {"John Smith: deputy_governor"}),
    ("vi", "Giám đốc Công ty Thủy điện Vĩnh Sơn - Sông Hinh Trần Văn Ba", {"Trần Văn Ba: company_head"}),
    ("vi", "đại biểu Quốc hội K' Nhiễu phát biểu", {"K' Nhiễu: national_assembly_deputy"}),
    ("vi", "Chủ tịch UBND TP Trà Vinh Lê Văn Ba", {"Lê Văn Ba: chair_district_peoples_committee"}),
    ("en", "Sen. Lt. Gen. Le An, Deputy Defence Minister", {"Le An: deputy_minister"}),
    ("vi", "Phó Chủ tịch UBND tỉnh Dương Mah Tiệp chủ trì", {"Dương Mah Tiệp: vice_chair_provincial_peoples_committee"}),
    ("en", "Champasak Governor Alounxay Sounnalath signed", {"Alounxay Sounnalath: governor"}),
    ("en", "Governor Kim Dong-yeon said so", {"Kim Dong-yeon: governor"}),
    ("pl", "pan Siu Hlanh, sekretarz komórki partyjnej wioski Groi", {"Siu Hlanh: party_cell_secretary"}),
    ("pl", "Rah Lan Chung, wiceminister", {"Rah Lan Chung: deputy_minister"}),
    ("vi", "Đại sứ Thổ Nhĩ Kỳ tại Qatar Ahmet Demirok nói", {"Ahmet Demirok: ambassador"}),
    ("vi", "Thống đốc bang Indiana Mike Pence nói", {"Mike Pence: governor"}),
    ("vi", "bà Ung Thị Xuân Hương – Chánh án TAND", {"Ung Thị Xuân Hương: court_president"}),
    ("vi", "ông Xưa Văn Năm, Chủ tịch UBND xã", {"Xưa Văn Năm: chair_commune_peoples_committee"}),
    ("vi", "thượng tá Cao Thị Đoàn - phó phòng", {"Cao Thị Đoàn: division_deputy_head"}),
    ("vi", "Ông Huỳnh Dũng nguyên là Chủ tịch UBND tỉnh", {"Huỳnh Dũng: chair_provincial_peoples_committee"}),
    ("vi", "giám đốc Sở Y tế (ông Huỳnh Minh Hoàng)", {"Huỳnh Minh Hoàng: department_director"}),
    ("vi", "Lê Duy Thanh (SN 1981; Giám đốc Công ty An)", {"Lê Duy Thanh: company_head"}),
    ("vi", "Vụ trưởng Tiền lương Nguyễn Quang Dũng nói", {"Nguyễn Quang Dũng: ministry_department_director"}),
    ("vi", "Bộ trưởng Thống nhất Hàn Quốc Cho Myoung-gyon", {"Cho Myoung-gyon: minister"}),
    ("vi", "Trưởng phòng Tài chính Phú Giáo Lê Văn Ba", {"Lê Văn Ba: division_head"}),
    ("vi", "Tổng thống Thổ Nhĩ Kỳ phát biểu", set()),
    ("vi", "Bà Mary Hill, Trưởng đại diện Văn phòng UNESCO", {"Mary Hill: representative"}),
    ("pl", "prezes NBP i przewodniczący RPP Jan Nowak", {"Jan Nowak: central_bank_governor", "Jan Nowak: committee_chair"}),
    ("pl", "minister zdrowia i minister finansów Jan Nowak", {"Jan Nowak: minister"}),
    ("pl", "ks. Adam Bury, prezes PKS Tarnobrzeg Jan Nowak", {"Jan Nowak: company_head"}),
    ("pl", "naczelnik OSP Jan Nowak", {"Jan Nowak: association_head"}),
    ("pl", "komendant hufca ZHP Jan Nowak", set()),
    ("pl", "pan Y Bier Nie, wiceminister", {"Y Bier Nie: deputy_minister"}),
    ("pl", "A Jan Nowak, burmistrz, mówi", {"Jan Nowak: mayor"}),
    ("pl", "premiera Japonii Ishibę Shigeru", {"Ishiba Shigeru: prime_minister"}),
    ("pl", "premierem Izraela Benjaminem Netanjahu", {"Benjamin Netanjahu: prime_minister"}),
    ("pl", "prezydenta Chin Xi Jinpinga", {"Xi Jinping: president"}),
    ("pl", "premier Kambodży Hun Manet", {"Hun Manet: prime_minister"}),
    ("pl", "rzecznik wojewody Jan Kowalski", {"Jan Kowalski: spokesperson"}),
    ("pl", "rzecznik wojewody Jana Kowalskiego milczy", {"Jan Kowalski: voivode"}),
    ("pl", "sekretarz gminy Anna Nowak", {"Anna Nowak: municipal_secretary"}),
    ("pl", "sekretarz gminy Tran Van Binh", {"Tran Van Binh: commune_party_secretary"}),
    ("pl", "Anna Nowak, małopolski kurator oświaty, mówi", {"Anna Nowak: education_superintendent"}),
])
def test_neighbours_of_an_office_tell_its_holder(language: str, text: str, said: set[str]) -> None:
    """Asides, numbers, further persons and offices beside an office do not hide who holds it."""
    assert _said(text, language) == said


def test_a_place_that_is_named_elsewhere_is_no_holder() -> None:
    """Two syllables behind an office are a place where the article names it as one."""
    assert not extract("Ở huyện Phú Lộc, trạm trưởng Cảnh sát giao thông Phú Lộc nói.", language="vi").officials


@pytest.mark.parametrize(("language", "text", "places"), [
    ("vi", "Chủ tịch UBND xã Chế Tạo Sùng A Chua nói.", ["Chế Tạo"]),
    ("vi", "Bí thư Thành ủy Pleiku Siu Trung nói.", ["Pleiku"]),
    ("pl", "Wójt Bochni Marek Nowak podpisał umowę.", ["Bochnia"]),
    ("pl", "Przewodniczący Komitetu Ludowego gminy Giang A Tua mówił.", []),
])
def test_offices_tell_places_from_holders(language: str, text: str, places: list[str]) -> None:
    """The unit that a body is of is a place, the name of its holder is none."""
    assert [place.name for place in extract(text, language=language).places] == places
