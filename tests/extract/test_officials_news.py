"""Officials as regional news name them: what stands between a name and its office, bodies that no list knows, and who is none."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import read_wording
from pipeline.knowledge import load_knowledge


def _said(text: str, language: str) -> set[str]:
    dossier = read_wording(text, language, "2025-09-17", load_knowledge())
    for official in dossier.officials:
        assert text[official.evidence.start:official.evidence.stop] == official.evidence.quote
    return {f"{official.name}: {official.role_id}" for official in dossier.officials}


VIETNAMESE = [
    # between the name and the office
    ("Ông Lê Văn Khoa (52 tuổi, nguyên Chủ tịch UBND xã)", {"Lê Văn Khoa: chair_commune_peoples_committee"}),
    ("bà Lê Thị Tám, 45 tuổi, Giám đốc Sở Y tế", {"Lê Thị Tám: department_director"}),
    ("Bà Lê Thị Tám, cán bộ xã, nguyên Chủ tịch UBND phường", {"Lê Thị Tám: chair_commune_peoples_committee"}),
    ("ông K' Brốt – Bí thư Huyện ủy", {"K' Brốt: district_party_secretary"}),
    ("ông Kenji Sato - Phó Tổng Giám đốc Công ty Sao Biển", {"Kenji Sato: company_deputy_head"}),
    ("Bí thư Tỉnh ủy Lê Văn Bốn nói. Ông Bốn, Trưởng Ban Chỉ đạo", {
        "Lê Văn Bốn: provincial_party_secretary", "Lê Văn Bốn: steering_committee_head",
    }),
    # appointments
    ("bổ nhiệm ông Lê Văn Khoa làm Tổng Giám đốc", {"Lê Văn Khoa: company_head"}),
    ("ông Lê Văn Bốn, Phó Bí thư Tỉnh ủy, được bầu giữ chức Bí thư Tỉnh ủy", {
        "Lê Văn Bốn: deputy_provincial_party_secretary", "Lê Văn Bốn: provincial_party_secretary",
    }),
    ("các Phó Chủ tịch UBND tỉnh gồm: Lê Một, Hồ Hai", {
        "Lê Một: vice_chair_provincial_peoples_committee", "Hồ Hai: vice_chair_provincial_peoples_committee",
    }),
    # bodies
    ("Phó Chủ tịch Hà Nội Lê Hồng Bốn", {"Lê Hồng Bốn: vice_chair_provincial_peoples_committee"}),
    ("Bí thư Hà Nội Lê Thị Tám", {"Lê Thị Tám: provincial_party_secretary"}),
    ("ông Đào Văn Bằng, Bí thư quận Ngũ Hành Sơn", {"Đào Văn Bằng: district_party_secretary"}),
    ("Chi cục trưởng Chi cục Chăn nuôi và Thú y Lê Văn Bốn", {"Lê Văn Bốn: ministry_department_director"}),
    ("Giám đốc Ban Quản lý dự án ĐTXD công trình tỉnh Lê Văn Bốn", {"Lê Văn Bốn: agency_head"}),
    ("Viện trưởng Viện Nghiên cứu ngô Trần Văn Bốn", {"Trần Văn Bốn: institute_director"}),
    ("Giám đốc Điện lực Tam Đường Trần Văn Bốn", {"Trần Văn Bốn: company_head"}),
    ("Giám đốc Đài Khí tượng Thủy văn tỉnh Trần Văn Bốn", {"Trần Văn Bốn: centre_director"}),
    ("ông Lê Văn Bốn - trưởng Ban Tiếp công dân", {"Lê Văn Bốn: agency_head"}),
    ("Trưởng trạm Y tế xã Lê Thị Tám", {"Lê Thị Tám: centre_director"}),
    ("Đồn trưởng Đồn Biên phòng Lê Văn Bốn", {"Lê Văn Bốn: military_commander"}),
    ("Hạt trưởng Hạt Kiểm lâm Lê Văn Bốn", {"Lê Văn Bốn: division_head"}),
    ("Trưởng Thuế tỉnh Lê Văn Bốn", {"Lê Văn Bốn: agency_head"}),
    ("Kế toán trưởng Công ty Lê Văn Bốn", {"Lê Văn Bốn: chief_accountant"}),
    ("Hiệu phó Trường Tiểu học Hoa Mai Lê Thị Tám", {"Lê Thị Tám: school_deputy_head"}),
    ("Bộ trưởng Giáo dục Mỹ Betsy Smith", {"Betsy Smith: minister"}),
    ("Đại sứ đặc mệnh toàn quyền Cuba Orlando Ruiz", {"Orlando Ruiz: ambassador"}),
    # an office alone that the article says in full elsewhere
    ("Họp HĐND tỉnh. Đại biểu Lê Thị Tám hỏi", {"Lê Thị Tám: peoples_council_deputy"}),
    ("Quốc hội họp. Đại biểu Lê Thị Tám hỏi", {"Lê Thị Tám: national_assembly_deputy"}),
    ("Giám đốc Công an tỉnh báo cáo. Phó Giám đốc Lê Văn Bốn", {"Lê Văn Bốn: police_deputy_chief"}),
    ("ông Lê Văn Phát, hiệu trưởng Trường THCS Nguyễn Văn Tố", {"Lê Văn Phát: school_head"}),
    ("Phó chủ tịch thường trực huyện Tuy Phong Lê Văn Bốn", {"Lê Văn Bốn: vice_chair_district_peoples_committee"}),
    # never
    ("huyện Lục Nam, Chủ tịch UBND huyện họp", set()),
    ("Giám đốc Công ty Cổ phần Đầu tư Thái Sơn bị bắt", set()),
    ("tuyến Kim Mã – Yên Nghĩa, Chủ tịch Hà Nội nói", set()),
    ("gia đình anh Lê Văn Được. Được, Thủ tướng khen", set()),
    ("chị Lò Thị Mai, nông dân bản Nà Hang", set()),
    ("bệnh nhân Lò Văn Mai, 45 tuổi", set()),
    ("nghi phạm Lê Văn Khoa bị bắt", set()),
    ("ông Lò Văn An, hội viên Hội Nông dân", set()),
    ("ông Lò Văn An - người có uy tín", set()),
    ("ông Lê Văn Bốn, trợ lý giám đốc Công ty", set()),
]

POLISH = [
    # translations
    ("Wiceprzewodniczący Stały Prowincjonalnego Komitetu Ludowego Pham Van Thu", {"Pham Van Thu: standing_vice_chair_provincial_peoples_committee"}),
    ("prezes spółdzielni rolniczej Tan Phu, pan Nguyen Van Ba", {"Nguyen Van Ba: company_head"}),
    ("Pan Nguyen Van Ba, prezes zarządu spółki Hoang Anh", {"Nguyen Van Ba: company_head"}),
    ("szef Podwydziału Produkcji Roślinnej i Ochrony Roślin Le Van Ba", {"Le Van Ba: ministry_department_director"}),
    ("przewodniczący Zarządu Parku Przemysłowego Tran Van Duc", {"Tran Van Duc: agency_head"}),
    ("wójt wsi Lo Van An", {"Lo Van An: village_head"}),
    ("kierownik Oddziału Chirurgii dr Tran Van Duc", {"Tran Van Duc: hospital_department_head"}),
    ("Le Van Ba – wiceminister zdrowia – został wybrany na sekretarza Komitetu Prowincjonalnego Partii", {
        "Le Van Ba: deputy_minister", "Le Van Ba: provincial_party_secretary",
    }),
    # "and" inside a body, patrons, places
    ("minister finansów i gospodarki Andrzej Lis", {"Andrzej Lis: minister"}),
    ("wiceminister spraw wewnętrznych i administracji Jan Lis", {"Jan Lis: deputy_minister"}),
    ("prezesem Prawa i Sprawiedliwości Janem Lisem", {"Jan Lis: party_leader"}),
    ("burmistrz Miasta i Gminy Pleszew Jan Ptak", {"Jan Ptak: mayor"}),
    ("dyrektor Szpitala Wojewódzkiego im. Jana Pawła II Jan Nowak", {"Jan Nowak: hospital_director"}),
    # cases
    ("marszałkowi Sejmu Włodzimierzowi Lisowi", {"Włodzimierz Lis: speaker_of_parliament"}),
    ("ministra edukacji Barbara Lis", {"Barbara Lis: minister"}),
    ("Premier Belgii Bart De Smet", {"Bart De Smet: prime_minister"}),
    ("z Nowakiem, byłym prezesem NBP. Jan Nowak milczał", {"Jan Nowak: central_bank_governor"}),
    ("poseł Partii Razem, Maciej Nowak.", {"Maciej Nowak: member_of_parliament"}),
    # local government and services
    ("przewodnicząca sejmiku województwa Anna Nowak", {"Anna Nowak: chair_of_voivodeship_assembly"}),
    ("starosta powiatu kieleckiego Jan Nowak", {"Jan Nowak: county_head"}),
    ("ordynator oddziału neurologii dr Jan Nowak", {"Jan Nowak: hospital_department_head"}),
    ("konsultant wojewódzki dr Jan Nowak", {"Jan Nowak: medical_consultant"}),
    ("oficer prasowa KPP asp. Anna Nowak", {"Anna Nowak: spokesperson"}),
    ("zastępca prokuratora okręgowego Anna Nowak", {"Anna Nowak: deputy_chief_prosecutor"}),
    ("państwowa powiatowa inspektor sanitarna Anna Nowak", {"Anna Nowak: chief_inspector"}),
    ("wojewódzki konserwator zabytków Anna Nowak", {"Anna Nowak: heritage_conservator"}),
    ("kurator oświaty Jan Nowak", {"Jan Nowak: education_superintendent"}),
    ("skarbnik gminy Anna Nowak", {"Anna Nowak: treasurer"}),
    ("prezes Wód Polskich Jan Nowak", {"Jan Nowak: agency_head"}),
    ("dyrektor zarządzający Jan Nowak", {"Jan Nowak: company_head"}),
    ("Jan Nowak, zastępca burmistrza, został starostą", {"Jan Nowak: deputy_mayor", "Jan Nowak: county_head"}),
    # never
    ("wiceminister w rządzie Beaty Lis", set()),
    ("szef kuchni Jan Nowak", set()),
    ("doradca prezydenta Jan Nowak", set()),
    ("Jan Nowak, rolnik spod Iławy", set()),
    ("poszkodowany Jan Nowak, kierowca autobusu", set()),
    ("pacjentka Anna Nowak z Iławy", set()),
]

ENGLISH = [
    # bodies by words of their own
    ("Chairman of Lai Chau Provincial People's Committee Le Van Ba", {"Le Van Ba: chair_provincial_peoples_committee"}),
    ("Chairman of Ban Lien Commune People's Committee Vang A Chu", {"Vang A Chu: chair_commune_peoples_committee"}),
    ("vice chairman of Da Nang City's People's Committee Le Van Ba", {"Le Van Ba: vice_chair_provincial_peoples_committee"}),
    ("chairman of Hanoi Tran Van Ba", {"Tran Van Ba: chair_provincial_peoples_committee"}),
    ("Chairwoman of the commune's Women's Union Lo Thi Hoa", {"Lo Thi Hoa: association_head"}),
    ("President of the provincial Farmers' Association Le Van Ba", {"Le Van Ba: association_head"}),
    ("Director of Phu Hoa Cooperative Nguyen Van Ba", {"Nguyen Van Ba: company_head"}),
    ("Chairman of the NA's Law and Justice Committee Le Van Ba", {"Le Van Ba: head_of_national_assembly_committee"}),
    ("deputy director general of the Plant Protection Department Le Thi Tam", {"Le Thi Tam: department_deputy_director"}),
    ("General Secretary of the Textile and Apparel Association Le Van Ba", {"Le Van Ba: association_secretary_general"}),
    ("Deputy Director of the provincial Investment Promotion Board Le Van Ba", {"Le Van Ba: centre_deputy_director"}),
    ("Deputy Governor Le Van Ba of the State Bank of Vietnam", {"Le Van Ba: central_bank_deputy_governor"}),
    ("Chief of the Ministry Office Le Van Ba", {"Le Van Ba: chief_of_office"}),
    ("Le Van Ba, secretary general of the Vietnam Banks Association", {"Le Van Ba: association_secretary_general"}),
    ("Vice Chairman of the National Assembly's Economic and Financial Committee Le Van Ba", {
        "Le Van Ba: deputy_head_of_national_assembly_committee",
    }),
    ("head of the Emergency Department at Bach Mai Hospital Le Van Ba", {"Le Van Ba: department_director"}),
    # between the name and the office
    ("chaired by Tran Huu Kien, Secretary of the provincial Party Committee", {"Tran Huu Kien: provincial_party_secretary"}),
    ("Adair Turner, chairman of the commission, said", {"Adair Turner: committee_chair"}),
    ("Its director general, Gordon Bell, said", {"Gordon Bell: None"}),
    ("Central Bank governor Kamchorn Sathir told bankers", {"Kamchorn Sathir: central_bank_governor"}),
    ("Japanese Ambassador Ito Naoki", {"Ito Naoki: ambassador"}),
    ("Army Chief of Staff Hector Bell", {"Hector Bell: chief_of_staff"}),
    ("British Chancellor of the Exchequer Nigel Bell", {"Nigel Bell: minister"}),
    ("US Trade Representative Robert Bell", {"Robert Bell: minister"}),
    ("John Bell, deputy mayor of Leeds, was elected mayor of Leeds", {"John Bell: deputy_mayor", "John Bell: mayor"}),
    ("village head Lo Van An", {"Lo Van An: village_head"}),
    ("Lo Van An, chief accountant of the company", {"Lo Van An: chief_accountant"}),
    # never
    ("Dean Boyd said the ship sank", set()),
    ("leader Michael Bell said", set()),
    ("Lo Van An, a farmer in Na Hang", set()),
    ("Ms Lo Thi Mai, 45, a resident", set()),
    ("patient Lo Van Mai and suspect Le Van Khoa", set()),
    ("Premier Rugby boss John Bell", set()),
]


@pytest.mark.parametrize(("text", "said"), VIETNAMESE, ids=[text for text, _ in VIETNAMESE])
def test_vietnamese_news(text: str, said: set[str]) -> None:
    assert _said(text, "vi") == said


@pytest.mark.parametrize(("text", "said"), POLISH, ids=[text for text, _ in POLISH])
def test_polish_news(text: str, said: set[str]) -> None:
    assert _said(text, "pl") == said


@pytest.mark.parametrize(("text", "said"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_news(text: str, said: set[str]) -> None:
    assert _said(text, "en") == said


def test_two_who_take_turns_share_no_office() -> None:
    assert _said("Zastępcami wójta zostali: Jan Lis; Anna Bąk, dyrektor szkoły.", "pl") >= {
        "Jan Lis: deputy_commune_head", "Anna Bąk: deputy_commune_head", "Anna Bąk: school_head",
    }


@pytest.mark.parametrize(("text", "language", "figure", "speaker"), [
    ('Bộ trưởng Lê Văn Bốn nói: "Năm nay tốt. Tăng 12%."', "vi", 12, "Lê Văn Bốn"),
    ("Bí thư Tỉnh ủy Lê Văn Năm. Năm 2025 tăng 5%, ông Tư cho biết.", "vi", 5, None),
    ("Premier Jan Nowak przyjechał.\n– Jest dobrze. Wzrost o 7 proc. – dodał Nowak.", "pl", 7, "Jan Nowak"),
    ("Premier Jan Nowak przyjechał.\n– Wzrost o 7 proc. Tak jest – dodał Nowak.", "pl", 7, "Jan Nowak"),
    ("Prime Minister John Bell. The House said that Bell bought 7 ships.", "en", 7, None),
    ("Prime Minister John Bell and Mayor Ann Lee. Growth was 7 per cent, Bell said and Lee said.", "en", 7, None),
])
def test_claims_know_who_says_them(text: str, language: str, figure: int, speaker: str | None) -> None:
    dossier = read_wording(text, language, "2025-09-17", load_knowledge())
    assert {claim.speaker for claim in dossier.claims if claim.quantity.value == figure} == {speaker}
