"""Numeric claims of Polish phrases, native and machine-translated ones: value, bound, unit, rate, whole and change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.quantities import find_claims
from pipeline.extract.times import find_times
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Claim, Dossier, Source
from pipeline.scan import scan_article


def read(text: str) -> Dossier:
    knowledge = load_knowledge()
    source = Source("x.json", None, None, None, None, "2025-09-17", "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block("body", 0, len(text)),), source), language="pl", anchor="2025-09-17")
    dossier.passages = scan_article(dossier.article, knowledge.rooms["pl"])
    find_times(dossier, knowledge)
    find_claims(dossier, knowledge)
    return dossier


def figure(value: Decimal | None) -> str:
    return "?" if value is None else format(value.normalize(), "f")


def say(claim: Claim) -> str:
    """A claim in short: change, bound, figures, unit, rate, whole."""
    quantity, change = claim.quantity, claim.change
    number = figure(quantity.value) if quantity.low is None else f"{figure(quantity.low)}..{figure(quantity.high)}"
    words = {"increase_by": ["+"], "decrease_by": ["-"], "from_to": [f"{figure(change.start)}>"]}.get(change.kind, [])
    words += [quantity.modifier] if quantity.modifier != "exact" else []
    words += [number, quantity.unit or f"'{quantity.unit_text or ''}'"]
    words += [f"/{quantity.per}"] if quantity.per else []
    words += [f"of {figure(quantity.of)}"] if quantity.of is not None else []
    return " ".join(words)


SEPARATORS = [
    ("Wydano 12 500 dowodów.", ["12500 'dowód'"]),
    ("Zebrano 1.234,5 tony ryżu.", ["1234.5 tonne"]),
    ("Powierzchnia wynosi 12.345,6 ha.", ["12345.6 hectare"]),
    ("Budżet to 16 557 mld VND.", ["16557000000000 VND"]),
    ("Budżet to 16\u202f557 mld VND.", ["16557000000000 VND"]),
    ("Przyjęto 915 895 turystów.", ["915895 tourist"]),
    ("W zjeździe brało udział 1.540 delegatów.", ["1540 delegate"]),
    ("Wpłynęło 99.999.866,06 zł.", ["99999866.06 PLN"]),
    ("Dopłacił 3zł i 12,50zł.", ["3 PLN", "12.5 PLN"]),
    ("Droga ma 40km.", ["40 kilometre"]),
    ("Jest 05 gmin.", ["5 commune"]),
]

SCALES = [
    ("Zebrano 6,9 mln zł.", ["6900000 PLN"]),
    ("Wydano 2 bln 784 mld dongów.", ["2784000000000 VND"]),
    ("Obejrzało to 3 mln 400 tys. widzów.", ["3400000 person"]),
    ("Plan zakłada 24,5 biliona dongów.", ["24500000000000 VND"]),
    ("Przekazano 5 miliardów VND.", ["5000000000 VND"]),
    ("Jest 1,2 tys. ton.", ["1200 tonne"]),
    ("Wygrał milion złotych.", ["1000000 PLN"]),
    ("Stracił pół miliona złotych.", ["500000 PLN"]),
    ("Zebrano półtora miliona dolarów.", ["1500000 USD"]),
    ("Sprzedano ćwierć miliona biletów.", ["250000 ticket"]),
    ("Przyjechało dwa i pół tysiąca osób.", ["2500 person"]),
]

WORDS = [
    ("Zatrzymano dwóch mężczyzn.", ["2 man"]),
    ("Urodziło się troje dzieci.", ["3 child"]),
    ("Pracowało siedmioro lekarzy.", ["7 person"]),
    ("Zginęło pięciu żołnierzy.", ["5 person"]),
    ("Rozmawiał z czterema nauczycielkami.", ["4 teacher"]),
    ("Miał dwadzieścia dwa lata.", ["22 year"]),
    ("Sprzedał sto dwadzieścia pięć domów.", ["125 house"]),
    ("Sąd skazał dwudziestu jeden oskarżonych.", ["21 person"]),
    ("Czekał trzy i pół roku.", ["3.5 year"]),
    ("Trwało to półtorej godziny.", ["1.5 hour"]),
    ("Kupił tuzin książek.", ["12 book"]),
]

VAGUE = [
    ("Przyszło kilkanaście osób.", ["approx 11..19 person"]),
    ("Spłonęło kilkadziesiąt domów.", ["approx 20..99 house"]),
    ("Zginęło kilkuset żołnierzy.", ["approx 200..900 person"]),
    ("Protestowało kilka tysięcy osób.", ["approx 2000..9000 person"]),
    ("Sprzedano kilkadziesiąt tysięcy biletów.", ["approx 20000..99000 ticket"]),
    ("Setki osób zaginęły.", ["more_than 100..? person"]),
    ("Zginęły tysiące mieszkańców.", ["more_than 1000..? person"]),
    ("Odcięto dziesiątki gospodarstw.", ["more_than 10..? household"]),
    ("Zniszczono setki tysięcy drzew.", ["more_than 100000..? tree"]),
    ("Kosztuje miliardy złotych.", ["more_than 1000000000..? PLN"]),
]

FRACTIONS = [
    ("Połowa mieszkańców wyjechała.", ["0.5 ratio"]),
    ("Dwie trzecie głosów wystarczą.", ["0.6666666666666666666666666667 ratio"]),
    ("Aż trzy czwarte gmin czeka.", ["0.75 ratio"]),
    ("Blisko jedna trzecia firm odpadła.", ["nearly 0.3333333333333333333333333333 ratio"]),
    ("Pracował tam pół roku.", ["0.5 year"]),
    ("Sześć z 14 departamentów zostało.", ["6 department of 14"]),
    ("Obecnych było 49 z 52 delegatów.", ["49 delegate of 52"]),
    ("Ukończono 7.340/7.412 domów.", ["7340 house of 7412"]),
    ("Wypłacono 3.245/6.890 miliardów VND.", ["3245000000000 VND of 6890000000000"]),
    ("8 na 10 badanych zapłaci.", ["8 person of 10"]),
    ("Spełniono 19/19 kryteriów.", ["19 criterion of 19"]),
]

BOUNDS = [
    ("Zginęło ponad 40 osób.", ["more_than 40 person"]),
    ("Zginęło przeszło 40 osób.", ["more_than 40 person"]),
    ("Zebrano blisko 1500 podpisów.", ["nearly 1500 signature"]),
    ("Zebrano niespełna 300 podpisów.", ["nearly 300 signature"]),
    ("Zużyto ok. 4,5 tony paliwa.", ["approx 4.5 tonne"]),
    ("Potrzeba co najmniej 115 głosów.", ["at_least 115 vote"]),
    ("Kara to maksymalnie 100 zł.", ["at_most 100 PLN"]),
    ("Trwa nie dłużej niż cztery dni.", ["at_most 4 day"]),
    ("Deficyt nie przekroczy 5% PKB.", ["at_most 5 percent"]),
    ("Wartość przekroczyła 40 tysięcy zł.", ["more_than 40000 PLN"]),
    ("Kapitał przekraczający 21.300 mld VND.", ["more_than 21300000000000 VND"]),
    ("Dochody przekraczających 23 mld VND.", ["more_than 23000000000 VND"]),
    ("Stężenie większe niż 0,3 mg.", ["more_than 0.3 milligram"]),
    ("W wieku niższym niż 12 lat.", ["less_than 12 year"]),
    ("Jest nie mniej niż 30 gmin.", ["at_least 30 commune"]),
    ("Grozi mu do pięciu lat więzienia.", ["at_most 5 year"]),
    ("Grzywna w wysokości do 10 mln zł.", ["at_most 10000000 PLN"]),
    ("Osoby mające 18 lat i więcej.", ["at_least 18 year"]),
    ("Dochód osiągnie 85 mln VND lub więcej.", ["at_least 85000000 VND"]),
    ("Produkty z oceną 3 gwiazdek lub wyższą.", ["at_least 3 star"]),
    ("Zostało aż 25 dni.", ["25 day"]),
    ("Spadła poniżej 3 proc.", ["less_than 3 percent"]),
]

RANGES = [
    ("Wzrost wyniesie od 8 do 10%.", ["8..10 percent"]),
    ("Stopa wynosi 8-10%.", ["8..10 percent"]),
    ("Stopa wynosi 8–10%.", ["8..10 percent"]),
    ("Kosztuje 40-50 mln zł.", ["40000000..50000000 PLN"]),
    ("Cena to 7.500-9.000 VND/kg.", ["7500..9000 VND /kilogram"]),
    ("Miał od 9 do 14 lat.", ["9..14 year"]),
    ("Śledzi go od 1,5 do nawet 5 miliardów widzów.", ["1500000000..5000000000 person"]),
    ("Potrwa dwa-trzy tygodnie.", ["approx 2..3 week"]),
    ("Waha się od 3,3% do 9%.", ["3.3..9 percent"]),
    ("Będzie od 2 st. C do 5 st. C.", ["2..5 degree_celsius"]),
]

CHANGES = [
    ("Ceny wzrosły, a zysk jest o połowę mniejszy.", ["- 0.5 ratio"]),
    ("Indeks zanotował 0,02 proc. zwyżkę.", ["+ 0.02 percent"]),
    ("Widzą 80 proc. prawdopodobieństwo podwyżki.", ["80 percent"]),
    ("Udział wzrośnie z obecnych 19 proc. do 30 proc.", ["19> 30 percent"]),
    ("Dojdzie do 20-procentowego wzrostu.", ["+ 20 percent"]),
    ("Jest ograniczenie prędkości do 30 km/h.", ["at_most 30 kilometre_per_hour"]),
    ("Eksport wzrósł o 9,5%.", ["+ 9.5 percent"]),
    ("Ceny spadły łącznie o 1,50 pkt. proc.", ["- 1.5 percentage_point"]),
    ("Zredukowano personel o blisko 1400 osób.", ["- nearly 1400 person"]),
    ("Zredukowano 97 etatów.", ["- 97 position"]),
    ("Obroty były wyższe o 15,56%.", ["+ 15.56 percent"]),
    ("Pracuje tam 12 osób, o 3 mniej.", ["12 person", "- 3 person"]),
    ("Sprzedano 5 proc. więcej.", ["+ 5 percent"]),
    ("Wartość zwiększyła się o 25 punktów bazowych.", ["+ 25 basis_point"]),
    ("Opłata ma wzrosnąć z 54 do 62,5 zł.", ["54> 62.5 PLN"]),
    ("Podatek podniesiono z 5 na 8 proc.", ["5> 8 percent"]),
    ("Liczbę gmin zmniejszono z 96 do 35.", ["96> 35 commune"]),
    ("Ubóstwo spadło z 18,2% do zaledwie 6,8%.", ["18.2> 6.8 percent"]),
    ("Liczba ofiar wzrosła do 836.", ["?> 836 person"]),
    ("Zwiększono dochód do 75 mln VND.", ["?> 75000000 VND"]),
    ("To spadek o 104 jednostki.", ["- 104 unit"]),
    ("Zmniejszono o 5 liczbę agencji.", ["- 5 agency"]),
    ("Notuje wzrost 0,3 pkt proc.", ["+ 0.3 percentage_point"]),
    ("Zadłużenie wzrosło o 386 mld VND (+9,36%).", ["+ 386000000000 VND", "+ 9.36 percent"]),
    ("Liczba wniosków jest czterokrotnie wyższa.", ["4 times"]),
    ("Trzykrotnie wzrosła liczba turystów.", ["+ 3 times"]),
    ("To wzrost 1,8-krotny.", ["+ 1.8 times"]),
    ("Urosło o 1,6 raza.", ["+ 1.6 times"]),
    ("Handel i usługi wzrosły o 12% i 7%.", ["+ 12 percent", "+ 7 percent"]),
    ("Połączono 96 gmin, tworząc 35 gmin.", ["96> 35 commune"]),
    ("Pozostało tylko 20 dni.", ["20 day"]),
    ("Tempo wzrostu 8,2% cieszy.", ["8.2 percent"]),
    ("Mówił o pięciu osobach po wzroście cen.", ["5 person"]),
    ("Akcje zyskały 3 proc.", ["+ 3 percent"]),
]

UNITS = [
    ("Na orbicie jest 120 satelitów.", ["120 'satelita'"]),
    ("Trafił 9 z 13 przyznanych mu rzutów.", ["9 'rzut' of 13"]),
    ("Pracuje średnio 64,9 osoby na gminę.", ["64.9 person /commune"]),
    ("Wydano średnio 2 mld VND na salę.", ["2000000000 VND /room"]),
    ("Wydano 2 mld VND na szkołę.", ["2000000000 VND"]),
    ("Objęto 34 ich spółki.", ["34 enterprise"]),
    ("Jest 10,8 lekarzy/10 000 mieszkańców.", ["10.8 person /10000 person"]),
    ("Zginęło 20 tys. młodzieży.", ["20000 'młodzież'"]),
    ("To nieufność do dwóch posłów.", ["2 deputy"]),
    ("Przyjechały dwie Polki i trzy Niemki.", ["2 person", "3 person"]),
    ("Zdobył dwa Superpuchary.", ["2 'superpuchar'"]),
    ("Był o 0,43 s gorszy.", ["- 0.43 second"]),
    ("Złożył 21-stronicowy formularz.", ["21 page"]),
    ("Wystawiono 35 rachunków.", ["35 'rachunek'"]),
    ("Kupił 27-calowy ekran.", ["27 inch"]),
    ("Kurs to 26.380 VND za 1 USD.", ["26380 VND /USD"]),
    ("Dochód to 46 milionów VND/osobę/rok.", ["46000000 VND /person"]),
    ("Dochód to 75 mln VND na osobę.", ["75000000 VND /person"]),
    ("Wydajność wynosi 58 kwintali/ha.", ["58 quintal /hectare"]),
    ("Produkcja to 52.000 ton rocznie.", ["52000 tonne /year"]),
    ("Zarabia 8 mln dongów miesięcznie.", ["8000000 VND /month"]),
    ("Jest 9,8 lekarza na 10.000 mieszkańców.", ["9.8 person /10000 person"]),
    ("Wysłano 1.200 sztuk drobiu.", ["1200 animal"]),
    ("Mieszkanie ma 44 metry kw.", ["44 square_metre"]),
    ("Klatki mają 12.000 metrów sześciennych.", ["12000 cubic_metre"]),
    ("Jest 14 stopni Celsjusza.", ["14 degree_celsius"]),
    ("Wieczorem spadnie do -2 stopni.", ["?> -2 degree_celsius"]),
    ("Prędkość to 80 km/h.", ["80 kilometre_per_hour"]),
    ("Moc to 13,6 MW.", ["13.6 megawatt"]),
    ("Zużycie wynosi 4 miliardy kWh.", ["4000000000 kilowatt_hour"]),
    ("Kosztuje 15 tajwańskich dolarów.", ["15 TWD"]),
    ("Powstało 1.024 nowych komórek partyjnych.", ["1024 party_cell"]),
    ("Jest 612 członków partii.", ["612 party_member"]),
    ("Powołano 14 departamentów generalnych.", ["14 general_department"]),
    ("Jest 48 jednostek służby publicznej.", ["48 public_service_unit"]),
    ("Mieszka tu 300 ubogich gospodarstw domowych.", ["300 household"]),
    ("Ma 52 jednostki administracyjne na poziomie gminy.", ["52 administrative_unit"]),
    ("Zatrzymano trzech Białorusinów.", ["3 person"]),
    ("Wyjechało 15 tys. Polaków.", ["15000 person"]),
    ("Sądzi siedmiu sędziów.", ["7 person"]),
    ("Przyszło ośmiu znajomych.", ["8 person"]),
    ("Wyremontowano 67 małych i średnich elektrowni.", ["67 plant"]),
    ("Sprzedano 40 wieńców.", ["40 'wieniec'"]),
    ("Kupiono cztery duże, wojskowe drony.", ["4 drone"]),
    ("Wynik to 117,76 pkt.", ["117.76 point"]),
    ("Zaobserwowano 98,7% spadków.", ["98.7 percent"]),
]

COMPOUNDS = [
    ("Potrącił 20-letniego chłopca.", ["20 year"]),
    ("Trwa 4-dniowe święto.", ["4 day"]),
    ("To 5-procentowy podatek.", ["5 percent"]),
    ("Wybrano 15-osobowy zarząd.", ["15 person"]),
    ("Podpisał trzyletni kontrakt.", ["3 year"]),
    ("Działa dwupoziomowy model.", ["2 level"]),
    ("Żyła tam czteroosobowa rodzina.", ["4 person"]),
    ("Wzrost był dwukrotny.", []),
    ("Zagrał dwukrotnie.", ["2 times"]),
]

ELLIPSIS = [
    ("Jest 9 projektów, w tym 5 krajowych.", ["9 project", "5 project"]),
    ("Rannych zostało 35 osób, w tym 33 lekko.", ["35 person", "33 person"]),
    ("Zbudowano 132 domy, z czego 21 runęło.", ["132 house", "21 house"]),
    ("Za było 91 państw, 12 przeciw, a 57 nie głosowało.", ["91 country", "12 country", "57 country"]),
    ("Mieli 34 i 35 lat.", ["34 year", "35 year"]),
    ("Bank dał 5 miliardów, a fundusz 2,7 miliarda VND.", ["5000000000 VND", "2700000000 VND"]),
    ("Liczba turystów osiągnęła 96.400.", ["96400 tourist"]),
    ("Zwiększono liczbę uczniów o 2.150.", ["+ 2150 pupil"]),
    ("Francja ma 15 tys. patentów, Włochy 3,7 tys.", ["15000 'patent'", "3700 'patent'"]),
    ("Wybrano 10 radnych; trzech z nich odeszło.", ["10 deputy", "3 deputy"]),
    ("Zdobyli 11 złotych, 15 srebrnych i 9 brązowych medali.", ["11 medal", "15 medal", "9 medal"]),
    ("Kupiono 3 nowe i 5 używanych autobusów.", ["3 bus", "5 bus"]),
    ("Zapłacił 5 złotych i dostał 20 worków.", ["5 PLN", "20 'worek'"]),
    ("Piętnaście ekip wygrało, trzy odpadły, a dwie czekają.", ["15 team", "3 team", "2 team"]),
    ("Grają cztery drużyny z Polski, po dwie z Belgii.", ["4 team", "2 team"]),
    ("Gra 16 zespołów - 14 z ligi i dwa z miasta.", ["16 team", "14 team", "2 team"]),
    ("Podzielili 28 lub 27 punktów.", ["28 point", "27 point"]),
    ("Przyjęto 8 mln turystów, wzrost o 16%; spośród nich 486 tys. to obcokrajowcy.", ["8000000 tourist", "+ 16 percent", "486000 tourist"]),
    ("Odsetek szkół to 75% (51/68).", ["75 percent", "51 school of 68"]),
    ("Ukarano 312 członków, z czego 198 naganą, a 71 ostrzeżeniem.", ["312 person", "198 person", "71 person"]),
    ("W grupach wiekowych (0-2, 3-6, 11-18 lat).", ["0..2 year", "3..6 year", "11..18 year"]),
    ("Opinie dotyczą czterech z tych krajów.", ["4 country"]),
    ("Wyodrębnił pięć działów: 1. Wiara; 2. Nadzieja; 3. Miłość.", ["5 'dział'"]),
    ("Liczba świń wynosi 412.300 sztuk.", ["412300 animal"]),
    ("Było 218 jednostek administracyjnych, zostało 65 jednostek.", ["218 administrative_unit", "65 administrative_unit"]),
    ("Otwarto 10 kin, zwiększając ich liczbę do 41.", ["10 'kino'", "?> 41 'kino'"]),
]

NEVER = [
    "Przyjdzie 4 grudnia 2025 r.", "Stało się to w 2024 roku.", "Zacznie o godz. 18.", "Skończy o 20:45.", "Wygrali 3:1 z Legią.",
    "Autobus nr 52 stoi.", "Zgodnie z art. 25 ust. 3 odmówił.", "Mieszka przy ulicy Długiej 5.", "Zajął 41. miejsce w biegu.",
    "Dostaje świadczenie 800 plus.", "Lecą AY 1161 i AF 4000.", "Emisja CO2 rośnie.", "Jechał Audi Q7 drogą S2.", "To pandemia COVID-19.",
    "Jest jednym z liderów.", "Z jednej strony tak.", "Obie strony milczą.", "Stało się to pięć lat temu.", "Bez dwóch zdań wygra.",
    "W połowie lipca wróci.", "Zadzwoń pod numer 47 731 34 94.", "Trwa XIII kadencja.", "Droga krajowa 61 jest zamknięta.", "To szczyt G20.",
    "Podział jest pół na pół.", "Był kilka dni chory.", "Osoby powyżej 50. roku życia.", "Oglądał Formułę 1.", "W drugim kwartale 2025/26 rósł.",
    "Do matury 2025 wskaźnik spadał.", "Po 18-19 rozważona zostanie sprawa.",
    "Odpadli w 1/8 finału.", "Było to w II połowie XIX wieku.", "Wstęp po godzinie 9 wolny.",
]

ALL = [*SEPARATORS, *SCALES, *WORDS, *VAGUE, *FRACTIONS, *BOUNDS, *RANGES, *CHANGES, *UNITS, *COMPOUNDS, *ELLIPSIS]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=[text for text, _ in ALL])
def test_a_phrase_is_read_as_a_reader_would(text: str, wanted: list[str]) -> None:
    assert [say(claim) for claim in read(text).claims] == wanted


@pytest.mark.parametrize("text", NEVER)
def test_digits_that_count_nothing_are_no_claim(text: str) -> None:
    assert [say(claim) for claim in read(text).claims] == []


def test_every_quote_is_the_text_between_its_offsets_and_holds_its_figures() -> None:
    for text, _ in ALL:
        for claim in read(text).claims:
            evidence = claim.evidence
            assert text[evidence.start:evidence.stop] == evidence.quote
            assert evidence.start <= claim.figure_start < claim.figure_stop <= evidence.stop


def test_what_only_looks_like_a_claim_is_refused_with_a_reason() -> None:
    reasons = {refusal.quote: refusal.reason for refusal in read("Zajął 41. miejsce o 20:45 w biegu nr 7.").refusals}
    assert reasons["41"] == "ordinal"
    assert reasons["20"] == "clock"
    assert reasons["7"] == "part_of_name"


def test_the_thing_counted_wins_over_a_unit_that_contradicts_it() -> None:
    claim = read("Zmniejszono liczbę organizacji partyjnych o 17 osób.").claims[0]
    assert (claim.quantity.unit, claim.quantity.unit_text, claim.unit_conflict) == ("party_organisation", "osób", True)
