"""Polish texts that are one number, ordinal, amount or time: value = wordings, `none` for what is no such thing."""

from __future__ import annotations

import pytest

from tests.extract.readers import lines, misread

NUMBERS = r"""
0 = 0 | zero | zerem | zera | zeru | nic
1 = jeden | jedna | jedno | jednego | jednej | jednym | jedną | 1 | pojedynczy
2 = dwa | dwie | dwóch | dwoje | dwu | dwaj | dwiema | dwoma | dwójka | para | obie | obaj | oba | 2 | pary | dwojga | parę
3 = trzy | trzech | troje | trzem | trzema | trójka | trzej | trojga
4 = cztery | czterech | czworo | czterem | czterema | czwórka | czterej
5 = pięć | pięciu | pięcioro | pięcioma | piątka | pięciorga
6 = sześć | sześciu | sześcioro | szóstka | pół tuzina
7 = siedem | siedmiu | siedmioro | siódemka
8 = osiem | ośmiu | ośmioro | ósemka
9 = dziewięć | dziewięciu | dziewięcioro | dziewiątka
10 = dziesięć | dziesięciu | dziesięcioro | dziesięcioma | dziesiątka
11 = jedenaście | jedenastu | jedenastoma
12 = dwanaście | dwunastu | tuzin | dwunastka
13 = trzynaście | trzynastu
14 = czternaście | czternastu
15 = piętnaście | piętnastu | piętnastoma | piętnastka
16 = szesnaście | szesnastu
17 = siedemnaście | siedemnastu
18 = osiemnaście | osiemnastu | półtora tuzina
19 = dziewiętnaście | dziewiętnastu
20 = dwadzieścia | dwudziestu | dwudziestoma
21 = dwadzieścia jeden | dwudziestu jeden
22 = dwadzieścia dwa | dwudziestu dwóch | dwadzieścia dwie | dwudziestoma dwoma
24 = dwadzieścia cztery | dwa tuziny
25 = dwadzieścia pięć | dwudziestu pięciu
33 = 33 | trzydzieści trzy | 0033 | trzydziestu trzech
60 = sześćdziesiąt | kopa | sześćdziesięciu
99 = dziewięćdziesiąt dziewięć | dziewięćdziesięciu dziewięciu
100 = sto | stu | setka | 100 | stoma
101 = sto jeden | stu jeden
115 = sto piętnaście
150 = półtora sta | sto pięćdziesiąt | półtorej setki
200 = dwieście | dwustu | dwie setki | dwiema setkami
203 = dwieście trzy | dwustu trzech
350 = trzysta pięćdziesiąt | trzystu pięćdziesięciu
404 = czterysta cztery
500 = pięćset | pięciuset | pięć setek
999 = dziewięćset dziewięćdziesiąt dziewięć
1000 = tysiąc | tysiąca | 1 000 | 1000 | jeden tysiąc | 1 tys. | 1.000 | 1k | 1 tys
1001 = tysiąc jeden
1100 = tysiąc sto
1500 = półtora tysiąca | 1,5 tys. | tysiąc pięćset
2000 = dwa tysiące | dwóch tysięcy | dwoma tysiącami
2012 = dwa tysiące dwanaście | dwóch tysięcy dwunastu
5020 = pięć tysięcy dwadzieścia
5500 = pięć i pół tysiąca | pięć tysięcy pięćset
12000 = dwanaście tysięcy | 12 tysięcy | 12 tys.
100000 = 100000 | 100 000 | 100.000 | 100K | 100k | sto tysięcy | 100 tys. | 100 tysięcy | stu tysięcy | 100 tys
200000 = dwieście tysięcy
721012 = siedemset dwadzieścia jeden tysięcy dwanaście
31256721 = trzydzieści jeden milionów dwieście pięćdziesiąt sześć tysięcy siedemset dwadzieścia jeden
3000000 = 3M | 3000K | 3000000 | 3.000.000 | 3 000 000 | 3 mln | trzy miliony | 3 miliony | trzech milionów
1200000 = 1,2M | 1200K | 1.200.000 | 1 200 000 | 1,2 mln | jeden przecinek dwa miliona | milion dwieście tysięcy | 1.2M
-1200000 = -1.200.000 | -1200000 | minus 1.200.000 | -1,2M | -1 200 000 | minus milion dwieście tysięcy
1000000 = milion | jeden milion | 1 mln | miliona | milionem
1500000 = półtora miliona | 1,5 mln | milion pięćset tysięcy
2500000 = dwa i pół miliona | 2,5 mln | dwa miliony pięćset tysięcy
500000 = pół miliona | pięćset tysięcy | 0,5 mln | pięciuset tysięcy
250000 = ćwierć miliona | 250 tys.
1000000000 = miliard | jeden miliard | 1 mld | miliarda
2500000000 = dwa i pół miliarda | 2,5 mld
1000000000000 = bilion | 1 bln | tysiąc miliardów
1000000000000000 = biliard
0.5 = pół | połowa | jedna druga | 1/2 | 0,5 | ½ | połowę | zero przecinek pięć | zero koma pięć
0.25 = ćwierć | jedna czwarta | 1/4 | jedną czwartą | jednej czwartej
0.75 = trzy czwarte | 3/4 | 0,75 | trzech czwartych
1/3 = jedna trzecia | 1/3 | jednej trzeciej
2/3 = dwie trzecie | 2/3 | dwóch trzecich
0.2 = jedna piąta
0.6 = trzy piąte
5/6 = pięć szóstych
7/8 = siedem ósmych
0.3 = trzy dziesiąte
0.05 = pięć setnych | jedna dwudziesta
0.007 = siedem tysięcznych
3/20 = trzy dwudzieste
1.5 = półtora | półtorej | 1,5 | jeden i pół | 1 1/2 | jeden przecinek pięć | 1½ | półtorą
2.5 = dwa i pół | dwie i pół | 2,5 | 2 i pół | dwa i jedna druga | 2½
3.25 = trzy i jedna czwarta | trzy i ćwierć | 3,25
5.75 = pięć i trzy czwarte
3.14 = trzy przecinek czternaście | trzy przecinek jeden cztery | 3,14 | trzy i czternaście setnych | trzy koma czternaście
1.1 = 1,1 | 1,10 | 01,10 | jeden i jedna dziesiąta | jeden przecinek jeden
0.77 = 0,77 | ,77 | zero przecinek siedemdziesiąt siedem | zero przecinek siedem siedem
-0.5 = -0,5 | minus pół | minus zero przecinek pięć | minus jedna druga
-5 = minus pięć | -5 | minus 5
-21 = minus dwadzieścia jeden
-3.5 = minus trzy i pół | -3,5
1234567.89 = 1 234 567,89 | 1.234.567,89
1234.5 = 1 234,5 | 1.234,5 | 1234,5
50 = pół setki | pięćdziesiąt | pięćdziesięciu
300 = trzysta | trzy setki | trzystu
1234 = tysiąc dwieście trzydzieści cztery | 1 234 | 1.234 | 1234
1945 = tysiąc dziewięćset czterdzieści pięć
40 = czterdzieści | czterdziestu | czterdziestka
30 = trzydziestka | trzydzieści
none = pięć osób | dzień dobry | kilka | pierwszy | dwa trzy cztery | nie | 1.2.3.4 | dom | złoty | i
"""

ORDINALS = r"""
1 = pierwszy | pierwsza | pierwsze | pierwszego | pierwszej | pierwszym | pierwszą | pierwsi | pierwszemu | 1. | 1-szy | 1-wszy | 1-sza
1 = pierwszych
2 = drugi | druga | drugie | drugiego | drugiej | drugim | 2. | 2-gi | drugą | 2-ga | 2-giego
3 = trzeci | trzecia | trzecie | trzeciego | trzeciej | trzecim | 3. | 3-ci | trzecią | 3-cia
4 = czwarty | czwarta | czwartego | czwartej | 4-ty | 4. | czwartym | 4ty | 4-tego
5 = piąty | piąta | piątego | piątej | 5-ty | piątym
6 = szósty | szósta | szóstego | szóstej | 6-ty
7 = siódmy | siódma | siódmego | 7-my | siódmej | 7my
8 = ósmy | ósma | ósmego | ósmej | 8-my
9 = dziewiąty | dziewiąta | dziewiątego | 9-ty
10 = dziesiąty | dziesiąta | dziesiątego | 10-ty | 10.
11 = jedenasty | jedenasta | jedenastego | jedenastej
12 = dwunasty | dwunasta | dwunastego | 12.
13 = trzynasty | trzynastego
15 = piętnasty | piętnasta | piętnastego | 15-ty | 15-tego
19 = dziewiętnasty | dziewiętnastej
20 = dwudziesty | dwudziesta | dwudziestego | 20-ty
21 = dwudziesty pierwszy | dwudziesta pierwsza | dwudziestego pierwszego | 21. | 21-szy
22 = dwudziesty drugi | dwudziestej drugiej
25 = dwudziesty piąty | dwudziestego piątego | 25-ty
30 = trzydziesty | trzydziestego
31 = trzydziesty pierwszy | trzydziestego pierwszego
38 = trzydziesty ósmy
50 = pięćdziesiąty | pięćdziesiątej
61 = sześćdziesiąty pierwszy | sześćdziesiąta pierwsza
73 = siedemdziesiąty trzeci
99 = dziewięćdziesiąty dziewiąty | dziewięćdziesiątego dziewiątego
100 = setny | setna | setnego | 100. | 100-ny
101 = sto pierwszy | sto pierwsza
125 = sto dwudziesty piąty
200 = dwusetny
300 = trzechsetny
500 = pięćsetny | pięćsetna
1000 = tysięczny | tysięczna
2000 = dwutysięczny
1945 = tysiąc dziewięćset czterdziesty piąty
2000000 = dwumilionowy
1000000 = milionowy
10000 = dziesięciotysięczny
1900 = tysiąc dziewięćsetny
2025 = dwa tysiące dwudziesty piąty
14 = XIV
none = pięć | 5 | jeden | dwadzieścia | dom | pierwszy dom | raz
"""

AMOUNTS = r"""
10 USD = $10 | 10$ | dziesięć dolarów | 10 dolarów | 10 USD | USD 10 | 10 dol. | dziesięciu dolarów | 10 dolarów amerykańskich | US$10
10 USD = 10 usd
1 USD = jeden dolar | dolar | 1 dolar
10 PLN = 10 zł | dziesięć złotych | 10 złotych | 10 PLN | PLN 10 | 10zł | 10 zł. | dziesięciu złotych | 10,00 zł | 10 zlotych | 10 pln
1 PLN = złoty | jeden złoty | 1 zł | złotówka | złotówkę
2 PLN = dwa złote | 2 złote | 2 zł | dwóch złotych
10 grosz = 10 groszy | dziesięć groszy
3.14 PLN = 3,14 zł | trzy złote czternaście groszy | 3 zł 14 gr | 3 złote i 14 groszy | trzy złote i czternaście groszy | 3 złote 14 groszy
3.14 PLN = 3,14 PLN
2.5 PLN = dwa i pół złotego | 2,50 zł | dwa złote pięćdziesiąt groszy | 2 zł 50 gr
10000 PLN = 10 tys. zł | dziesięć tysięcy złotych | 10 000 zł | 10.000 zł | 10 tysięcy złotych | 10 tys. złotych
1500000 PLN = półtora miliona złotych | 1,5 mln zł | 1,5 miliona złotych | 1 500 000 zł | 1,5mln zł
2000000000 PLN = dwa miliardy złotych | 2 mld zł
20 EUR = 20€ | €20 | 20 euro | dwadzieścia euro | 20 EUR | EUR 20 | dwudziestu euro
9 GBP = £9 | 9 funtów | dziewięć funtów | 9 funtów brytyjskich
3.01 GBP = £3,01 | GBP 3,01 | 3 funty i 1 pens
10 cent = 10 centów | dziesięć centów
20.43 USD = 20 dolarów 43 centy | 20 dolarów i 43 centy | dwadzieścia dolarów i czterdzieści trzy centy | $20,43
5 CHF = 5 franków szwajcarskich | 5 CHF | pięć franków
50 JPY = 50 jenów | ¥50
100 CZK = 100 koron czeskich | 100 CZK
42 INR = 42 rupie | 42 INR
100 CNY = 100 juanów
1000000 VND = milion dongów | 1 mln dongów | 1 000 000 VND | 1 mln VND
10..20 USD = od 10 do 20 dolarów | 10-20 dolarów | między 10 a 20 dolarów | 10 - 20 USD | od 10 dolarów do 20 dolarów
10..20 USD = pomiędzy 10 a 20 dolarami | około 10-20 dolarów | od dziesięciu do dwudziestu dolarów | $10-$20 | $10-20
<7 EUR = poniżej 7 euro | mniej niż 7 euro | mniej niż siedem euro
<=7 EUR = do 7 euro | najwyżej 7 euro | co najwyżej 7 euro | maksymalnie 7 euro | nie więcej niż 7 euro
>=10 PLN = co najmniej 10 zł | przynajmniej 10 złotych | minimum 10 zł | nie mniej niż 10 zł | od 10 zł wzwyż
>10 PLN = ponad 10 zł | więcej niż 10 zł | powyżej 10 zł | ponad dziesięć złotych | przeszło 10 zł
~10 PLN = około 10 zł | ok. 10 zł | mniej więcej 10 zł | prawie 10 zł | blisko 10 zł | w przybliżeniu 10 zł | niemal 10 zł | jakieś 10 zł
1 second = 1 sekunda | jedna sekunda | sekunda | sekundę | 1 s | 1 sek.
2 minute = 2 minuty | dwie minuty | 2 min | 2 min. | dwóch minut | dwie minutki
1 minute = minuta | minutę | jedna minuta
30 day = 30 dni | trzydzieści dni | trzydziestu dni
7 week = 7 tygodni | siedem tygodni
1 week = tydzień | jeden tydzień | 1 tydzień
1 month = miesiąc | jeden miesiąc | 1 miesiąc | 1 mies.
1 year = rok | jeden rok | 1 rok
2 year = dwa lata | 2 lata | dwóch lat
5 year = pięć lat | 5 lat
1 day = dzień | doba | jeden dzień | jedna doba
0.5 hour = pół godziny | 0,5 godziny | 1/2 godziny
0.25 hour = kwadrans | ćwierć godziny
0.75 hour = trzy kwadranse | trzy czwarte godziny
1.5 hour = półtorej godziny | 1,5 godziny | półtora godziny | 1 godzina 30 minut | godzinę i 30 minut | godzina i pół
1.5 hour = jedna godzina trzydzieści minut | 1 godz. 30 min | 1h 30min | godzina trzydzieści minut | 1,5 godz. | 1,5 h
1.5 hour = godzinę i trzydzieści minut
2.5 hour = dwie i pół godziny | 2,5 godziny | 2 godziny 30 minut | 2 godziny i 30 minut | dwie godziny i pół
2.5 hour = dwie godziny trzydzieści minut
1.5 year = półtora roku | 1,5 roku
2.5 year = dwa i pół roku | 2,5 roku
0.5 year = pół roku
1.5 day = półtora dnia | półtorej doby | 1,5 dnia
1.5 week = półtora tygodnia
1.5 month = półtora miesiąca
1.5 minute = półtorej minuty
15 minute = 15 minut | piętnaście minut | piętnastu minut | 15 min
1 hour = godzina | godzinę | jedna godzina | 1 godz. | 1h | 1 h | godziny
24 hour = 24 godziny | 24h | dwadzieścia cztery godziny | 24 godz.
>2 hour = ponad 2 godziny | ponad dwie godziny | więcej niż 2 godziny
<1 hour = niecała godzina | mniej niż godzinę | mniej niż godzina
~1 hour = około godziny | około jednej godziny | prawie godzina | prawie godzinę
>=3 week = co najmniej trzy tygodnie
3..5 day = 3-5 dni | od 3 do 5 dni | od trzech do pięciu dni | między 3 a 5 dni
2..3 year = dwa lub trzy lata | 2-3 lata | dwa-trzy lata | dwa albo trzy lata
3 kilometre = 3 km | trzy kilometry | 3 kilometry | 3km | trzech kilometrów | 3,0 km
8 mile = 8 mil | osiem mil
9 metre = 9 m | dziewięć metrów | 9 metrów | 9m
2 centimetre = 2 cm | dwa centymetry | 2 centymetry
4 millimetre = 4 mm | cztery milimetry
5 foot = 5 stóp | pięć stóp
5 inch = 5 cali | pięć cali
7 yard = 7 jardów | siedem jardów
50 kilogram = 50 kg | 50 kilogramów | pięćdziesiąt kilo | 50kg | pięćdziesiąt kilogramów
0.5 kilogram = pół kilograma | pół kilo | 0,5 kg
1.5 kilogram = półtora kilograma | 1,5 kg | półtora kilo
5 gram = 5 g | pięć gramów | 5 gramów
20 decagram = 20 dag | 20 deka | dwadzieścia dekagramów | 20 dkg
2 milligram = 2 mg | dwa miligramy
2 pound = 2 funty wagi
3 tonne = 3 tony | trzy tony | 3 t
2 quintal = 2 kwintale | dwa kwintale
2 litre = 2 litry | dwa litry | 2 l | 2l
0.5 litre = pół litra | 0,5 l
1.5 litre = półtora litra | 1,5 litra
250 millilitre = 250 ml | 250 mililitrów | dwieście pięćdziesiąt mililitrów
3 gallon = 3 galony | trzy galony
3 cup = trzy szklanki | 3 szklanki
3 teaspoon = 3 łyżeczki
1 pint = pinta | 1 pinta
100 square_metre = 100 m2 | 100 metrów kwadratowych | 100 m² | 100 m kw. | sto metrów kwadratowych
60 square_kilometre = 60 km² | 60 kilometrów kwadratowych | 60 km kw.
3 hectare = 3 ha | trzy hektary | 3 hektary
3 are = 3 ary | trzy ary
4 cubic_metre = 4 m3 | 4 metry sześcienne | 4 m³
60 kilometre_per_hour = 60 km/h | 60 kilometrów na godzinę | sześćdziesiąt kilometrów na godzinę | 60 km na godzinę
10 metre_per_second = 10 m/s | 10 metrów na sekundę
37 degree_celsius = 37°C | 37 stopni Celsjusza | 37 stopni | 37 st. C | trzydzieści siedem stopni Celsjusza | 37 ° C | 37 stopni C
70 degree_fahrenheit = 70°F | 70 stopni Fahrenheita
-2 degree_celsius = -2°C | minus 2 stopnie | minus dwa stopnie Celsjusza | -2 stopnie Celsjusza | dwa stopnie poniżej zera | 2 stopnie mrozu
50 percent = 50% | 50 procent | pięćdziesiąt procent | 50 proc. | 50 % | pięćdziesięciu procent
0.5 percent = pół procent | 0,5% | pół procenta
1.5 percent = półtora procent | 1,5 proc. | półtora procenta
12.5 percent = 12,5% | dwanaście i pół procent | dwanaście przecinek pięć procent
-5 percent = -5% | minus pięć procent | minus 5 proc.
10..15 percent = 10-15% | od 10 do 15 procent | od 10% do 15% | 10-15 proc. | między 10 a 15 procent
>=90 percent = co najmniej 90% | 90% lub więcej | przynajmniej 90 procent
5 gigabyte = 5 GB | 5 gigabajtów
20 watt = 20 W | 20 watów
220 volt = 220 V | 220 woltów
30 year = 30 lat | trzydzieści lat | 30-letni
none = 5 | dzień dobry | euro za | pięć | złotych | od | mniej
"""

TIMES = r"""
2025-07-24 = dziś | dzisiaj | Dzisiaj | dzisiejszego dnia | w dniu dzisiejszym | dziś wieczorem | dziś rano | dziś po południu
2025-07-24 = dzisiejszej nocy | dziś w nocy | dzisiaj wieczorem | dziś wieczór | dzisiejszy wieczór
2025-07-25 = jutro | Jutro | jutra | w dniu jutrzejszym | nazajutrz | piątek | w piątek | w najbliższy piątek | ten piątek | w ten piątek
2025-07-25 = nadchodzący piątek | jutro rano | jutro wieczorem | jutro po południu | w piątek rano | w piątek wieczorem
2025-07-25 = w piątek po południu | piątek rano | 25 lipca rano
2025-07-23 = wczoraj | wczorajszego dnia | w dniu wczorajszym | środa | w środę | w tę środę | ostatnia środa | w zeszłą środę | śr.
2025-07-23 = wczoraj wieczorem | wczoraj rano | ostatniej nocy | zeszłej nocy | wczoraj po południu | wczorajszy wieczór | wczoraj w nocy
2025-07-26 = pojutrze | za dwa dni | za 2 dni | w sobotę | w tę sobotę | tę sobotę
2025-07-22 = przedwczoraj | 2 dni temu | dwa dni temu | przed dwoma dniami | w zeszły wtorek | we wtorek w tym tygodniu
2025-07-22 = we wtorek tego tygodnia | ostatni wtorek
2025-07-24T13:20 = teraz | w tej chwili | obecnie | w tym momencie | natychmiast | właśnie teraz
2025-07-21 = poniedziałek | w poniedziałek | w zeszły poniedziałek | ostatni poniedziałek | w ostatni poniedziałek | trzy dni temu
2025-07-21 = w ubiegły poniedziałek | ten poniedziałek | pon. | poniedziałek tego tygodnia | w miniony poniedziałek
2025-07-28 = w przyszły poniedziałek | w następny poniedziałek | najbliższy poniedziałek | następny poniedziałek
2025-07-28 = w poniedziałek w przyszłym tygodniu | poniedziałek 28 lipca | poniedziałek, 28 lipca | za cztery dni
2025-07-28 = w najbliższy poniedziałek | poniedziałek w przyszłym tygodniu
2025-07-14 = w poniedziałek w zeszłym tygodniu | poniedziałek zeszłego tygodnia | w poniedziałek ubiegłego tygodnia
2025-07-14 = poniedziałek w zeszłym tygodniu
2025-07-27 = niedziela | w niedzielę | w tę niedzielę | niedz. | niedzielę
2025-08-01 = 1 sierpnia | pierwszego sierpnia | 1. sierpnia | pierwszy sierpnia | 1 sierpnia 2025 | 1.08 | pierwszy sierpień | 1.08.2025
2025-08-01 = 1 sie | w piątek w przyszłym tygodniu | 1 VIII
2025-07-14/2025-07-20 = zeszły tydzień | w zeszłym tygodniu | ubiegły tydzień | w ubiegłym tygodniu | poprzedni tydzień | ostatni tydzień
2025-07-14/2025-07-20 = w minionym tygodniu | zeszłego tygodnia
2025-07-21/2025-07-27 = ten tydzień | w tym tygodniu | bieżący tydzień | tego tygodnia
2025-07-28/2025-08-03 = przyszły tydzień | w przyszłym tygodniu | następny tydzień | w następnym tygodniu | nadchodzący tydzień
2025-07-28/2025-08-03 = kolejny tydzień
2025-07-19/2025-07-20 = zeszły weekend | w zeszły weekend | ostatni weekend | w ubiegły weekend | miniony weekend
2025-07-26/2025-07-27 = ten weekend | w ten weekend | w weekend | weekend | najbliższy weekend
2025-08-02/2025-08-03 = przyszły weekend | w przyszły weekend | następny weekend
2025-06 = zeszły miesiąc | w zeszłym miesiącu | czerwiec | w czerwcu | ubiegły miesiąc | w ubiegłym miesiącu | czerwiec 2025
2025-06 = w czerwcu tego roku | ostatni miesiąc | czerwca | poprzedni miesiąc
2025-07 = ten miesiąc | w tym miesiącu | lipiec | lipiec 2025 | w lipcu 2025 roku | bieżący miesiąc | 07.2025 | lipiec tego roku | 7/2025
2025-07 = w lipcu | koniec miesiąca | pod koniec miesiąca | koniec tego miesiąca | koniec lipca | na początku lipca | początek lipca
2025-07 = w połowie lipca | na początku tego miesiąca
2025-08 = przyszły miesiąc | w przyszłym miesiącu | sierpień | za miesiąc | następny miesiąc | w sierpniu | w sierpniu br.
2025-08 = za jeden miesiąc
2024 = zeszły rok | w zeszłym roku | rok temu | 2024 | w 2024 roku | 2024 r. | ubiegły rok | rok 2024 | przed rokiem | w roku 2024
2024 = ostatni rok
2025 = ten rok | w tym roku | 2025 | bieżący rok | br. | 2025 rok | tego roku | koniec roku | pod koniec roku | koniec tego roku
2025 = początek roku | pod koniec tego roku | na początku roku | koniec 2025 roku
2026 = przyszły rok | w przyszłym roku | za rok | następny rok | 2026 r. | rok 2026 | początek przyszłego roku | na początku przyszłego roku
2026 = pod koniec przyszłego roku | początek 2026
2023 = dwa lata temu | 2 lata temu | przed dwoma laty | 2023
2027 = za dwa lata | za 2 lata
2025-07/2025-09 = ten kwartał | w tym kwartale | trzeci kwartał | III kwartał 2025 | trzeci kwartał 2025 roku | III kw. 2025 | Q3 2025
2025-07/2025-09 = w trzecim kwartale tego roku | III kwartał | 3 kwartał 2025 | trzeci kwartał tego roku
2025-10/2025-12 = następny kwartał | w przyszłym kwartale | IV kwartał 2025 r. | czwarty kwartał | przyszły kwartał | ostatni kwartał 2025
2025-04/2025-06 = zeszły kwartał | w poprzednim kwartale | II kwartał 2025 | drugi kwartał | ubiegły kwartał | poprzedni kwartał
2025-04/2025-06 = II kw. 2025 r.
2018-10/2018-12 = czwarty kwartał 2018 | IV kwartał 2018 | w czwartym kwartale 2018 roku | IV kw. 2018 r.
2025-01/2025-06 = pierwsze półrocze 2025 | I półrocze 2025 r. | pierwsza połowa 2025 roku | pierwsze pół roku 2025
2025-01/2025-06 = w pierwszym półroczu 2025 roku | I połowa 2025 r.
2025-07/2025-12 = drugie półrocze 2025 | II półrocze 2025 | druga połowa 2025 roku
2013-02-15 = 15 lutego 2013 | 15.02.2013 | 15 lutego 2013 r. | 15/02/2013 | 15-02-2013 | 2013-02-15 | 15.2.2013 | piątek 15 lutego 2013
2013-02-15 = piątek, 15 lutego 2013 | piętnastego lutego 2013 | piętnasty lutego 2013 | 15. lutego 2013 | w piątek 15 lutego 2013 roku
2013-02-15 = 15 lut 2013 | 15 lutego 2013 roku | 15 lutego, 2013 | 15.02.2013 r. | piętnastego lutego dwa tysiące trzynastego roku
2013-02-15 = dnia 15 lutego 2013 | 15 II 2013 | 2013/02/15 | 15 luty 2013 | 15 lutego roku 2013 | piątek, 15.02.2013
1974-10-31 = 31/10/1974 | 31.10.1974 | 31.10.74 | 31/10/74 | 31-10-74 | 31 października 1974
2025-02-15 = 15 lutego | 15.02 | piętnastego lutego | piętnasty lutego | 15 luty | 15 lut | 15/2 | 15. lutego | w dniu 15 lutego
2025-02-15 = 15 lutego br.
2025-09-02 = 2 września | drugiego września | drugi września | 2.09 | 2 wrz | 2 wrz. | 2 wrzesień
2025-07-20 = 20 lipca | dwudziestego lipca | dwudziesty lipca | 20-ego lipca | 20-tego lipca | dwudziestego tego miesiąca
2025-05-03 = 3 maja | trzeciego maja | Święto Konstytucji 3 Maja | Święto Konstytucji
2025-11-11 = 11 listopada | jedenastego listopada | Święto Niepodległości | Narodowe Święto Niepodległości | dzień niepodległości
2025-11-01 = Wszystkich Świętych | 1 listopada | pierwszego listopada | Święto Zmarłych
2025-12-25 = Boże Narodzenie | święta Bożego Narodzenia | Bożego Narodzenia | w Boże Narodzenie | Boże Narodzenie 2025 | na Boże Narodzenie
2025-12-25 = pierwszy dzień świąt
2024-12-25 = Boże Narodzenie 2024 | zeszłe Boże Narodzenie
2025-12-24 = Wigilia | w Wigilię | wigilia Bożego Narodzenia | Wigilię | wigilia
2025-12-31 = Sylwester | sylwester | w Sylwestra | 31 grudnia | Sylwestra | noc sylwestrowa
2025-01-01 = Nowy Rok | 1 stycznia | w Nowy Rok | pierwszego stycznia | Nowego Roku
2025-01-06 = Trzech Króli | Święto Trzech Króli | 6 stycznia
2025-05-01 = Święto Pracy | 1 maja | pierwszego maja
2025-02-14 = Walentynki | walentynki | dzień zakochanych | w Walentynki
2025-08-15 = Wniebowzięcie | 15 sierpnia | święto Wojska Polskiego
2025-10-31 = Halloween | halloween
2025-05-26 = Dzień Matki | dzień matki
2025-06-23 = Dzień Ojca | dzień ojca
2025-06-01 = Dzień Dziecka
2025-03-08 = Dzień Kobiet | dzień kobiet
2025-01-21 = Dzień Babci
2025-04-20 = Wielkanoc | niedziela wielkanocna | w Wielkanoc | Wielkanoc 2025
2025-07-17 = tydzień temu | 7 dni temu | przed tygodniem | jeden tydzień temu
2025-07-31 = za tydzień | za 7 dni | za jeden tydzień | za siedem dni | tydzień później | tydzień od dziś
2025-07-10 = 2 tygodnie temu | dwa tygodnie temu | przed dwoma tygodniami
2025-08-07 = za dwa tygodnie | za 2 tygodnie
2025-08-14 = za trzy tygodnie | za 3 tygodnie
2025-04 = 3 miesiące temu | trzy miesiące temu | kwiecień | w kwietniu | przed trzema miesiącami
2025-10 = za trzy miesiące | za 3 miesiące | październik | w październiku
2026-01 = za pół roku | za sześć miesięcy | styczeń 2026
2025-01 = pół roku temu
2025-07-24T13:05 = 15 minut temu | piętnaście minut temu | kwadrans temu
2025-07-24T13:35 = za 15 minut | za piętnaście minut | za kwadrans
2025-07-24T13:50 = za pół godziny | za 30 minut | za trzydzieści minut
2025-07-24T14:20 = za godzinę | za 1 godzinę | za jedną godzinę | za 60 minut | za godzinkę
2025-07-24T12:20 = godzinę temu | godzina temu | przed godziną | jedną godzinę temu
2025-07-24T15:50 = za dwie i pół godziny | za 2,5 godziny | za 2 godziny 30 minut | za 2 godziny i 30 minut
2025-07-24T14:50 = za półtorej godziny | za godzinę i 30 minut
2025-07-25T13:20 = za 24 godziny | za 24h
2025-07-24T13:20:01 = za sekundę | za 1 sekundę
2025-07-24T13:22 = za dwie minuty | za 2 minuty
2025-07-22/2025-07-23 = ostatnie 2 dni | ostatnie dwa dni | przez ostatnie dwa dni | w ciągu ostatnich dwóch dni | minione dwa dni
2025-07-25/2025-07-27 = następne 3 dni | najbliższe trzy dni | kolejne 3 dni | przez następne 3 dni
2025-07-07/2025-07-20 = ostatnie 2 tygodnie | ostatnie dwa tygodnie | ubiegłe dwa tygodnie
2025-07-28/2025-08-17 = następne 3 tygodnie | najbliższe trzy tygodnie
2025-05/2025-06 = ostatnie 2 miesiące | ostatnie dwa miesiące | w ostatnich dwóch miesiącach
2025-08/2025-10 = następne 3 miesiące | kolejne trzy miesiące | najbliższe 3 miesiące
2023/2024 = ostatnie 2 lata | ostatnie dwa lata | w ciągu ostatnich dwóch lat
2026/2028 = następne 3 lata | najbliższe trzy lata
2025-07-24T15:00 = o 15 | o piętnastej | 15:00 | o 15:00 | o 3 po południu | o trzeciej po południu | godzina 15 | godz. 15 | dzisiaj o 15
2025-07-24T15:00 = o 15-tej | o godzinie 15 | 15.00 | 3 po południu | dziś o 15:00 | o godzinie piętnastej | około 15 | o 3 popołudniu
2025-07-24T15:00 = 15-ta | piętnasta | o 15-ej | godz. 15.00 | o trzeciej popołudniu | około piętnastej
2025-07-24T03:00 = o 3 w nocy | o trzeciej w nocy | 3:00 | o trzeciej | o 3 rano | trzecia rano | trzecia w nocy
2025-07-24T15:15 = 15:15 | piętnaście po trzeciej po południu | kwadrans po 15 | o 15:15 | piętnasta piętnaście | kwadrans po piętnastej
2025-07-24T15:15 = o 15.15 | piętnaście po piętnastej
2025-07-24T15:20 = 15:20 | dwadzieścia po piętnastej | 20 po 15 | o piętnastej dwadzieścia
2025-07-24T15:30 = wpół do czwartej po południu | 15:30 | o wpół do czwartej po południu | piętnasta trzydzieści | wpół do szesnastej
2025-07-24T15:30 = w pół do czwartej po południu | pół do czwartej po południu
2025-07-24T15:35 = za dwadzieścia pięć szesnasta | 15:35
2025-07-24T11:45 = za kwadrans dwunasta | 11:45 | kwadrans do dwunastej | kwadrans przed dwunastą | piętnaście przed dwunastą
2025-07-24T11:45 = za piętnaście dwunasta | kwadrans do 12
2025-07-24T12:15 = kwadrans po dwunastej | 12:15
2025-07-24T12:00 = południe | w południe | 12:00 | dwunasta | o dwunastej | samo południe | o 12
2025-07-24T00:00 = północ | o północy | 00:00 | 0:00 | o dwunastej w nocy
2025-07-24T09:30 = 9:30 | wpół do dziesiątej | wpół do dziesiątej rano | dziewiąta trzydzieści | 9:30 rano | o 9.30 | pół do dziesiątej
2025-07-24T09:00 = o 9 rano | dziewiąta rano | o dziewiątej rano | dziś rano o 9 | dzisiaj o 9 rano | dziś o dziewiątej rano
2025-07-24T09:00 = o 9 dzisiaj rano | o dziewiątej
2025-07-24T20:00 = o 8 wieczorem | o ósmej wieczorem | o 20 | dziś wieczorem o 8 | o dwudziestej | dzisiaj wieczorem o 20 | o 20:00
2025-07-24T20:00 = dziś o 20 | dwudziesta | ósma wieczorem | 8 wieczorem | o ósmej dziś wieczorem | dzisiaj o ósmej wieczorem
2025-07-24T23:00 = o 23 | o jedenastej w nocy | dwudziesta trzecia | o dwudziestej trzeciej | 11 w nocy
2025-07-24T15:23:24 = 15:23:24
2025-07-25T17:00 = jutro o 17 | jutro o siedemnastej | o 17 jutro | jutro o 5 po południu | jutro o 17:00 | w piątek o 17
2025-07-25T17:00 = w piątek o siedemnastej | jutro o godz. 17 | 25 lipca o 17:00 | piątek 17:00 | 25.07.2025 17:00
2025-07-25T17:00 = jutro o piątej po południu | piątek, godz. 17.00 | w piątek 25 lipca o godz. 17 | o siedemnastej jutro
2025-07-25T17:00 = 25 lipca, godz. 17
2025-07-25T09:00 = jutro rano o 9 | jutro o 9 rano | o dziewiątej jutro rano | jutro o dziewiątej | jutro rano o dziewiątej
2025-07-23T22:00 = wczoraj o 22 | wczoraj wieczorem o 10 | wczoraj o dziesiątej wieczorem | wczoraj o 22:00
2025-07-28T08:30 = w przyszły poniedziałek o 8:30 | w następny poniedziałek o ósmej trzydzieści
2025-07-28T08:30 = w przyszły poniedziałek o wpół do dziewiątej
2013-02-18T10:00 = 2013-02-18T10:00 | 18 lutego 2013 o 10:00 | 18.02.2013 10:00 | 18 lutego 2013 r. o godz. 10 | 18 lutego 2013, 10:00
2013-02-18T10:00 = 2013-02-18 10:00 | o 10 18 lutego 2013
2025-07-24T09:30/2025-07-24T11:00 = od 9:30 do 11:00 | 9:30-11:00 | 9:30 - 11:00 | od 9:30 do 11 | między 9:30 a 11:00
2025-07-24T09:30/2025-07-24T11:00 = pomiędzy 9:30 a 11:00 | w godz. 9.30-11 | w godzinach 9:30-11:00 | od wpół do dziesiątej do jedenastej
2025-07-24T09:30/2025-07-24T11:00 = 9:30 do 11:00
2025-07-24T15:00/2025-07-24T17:00 = od 15 do 17 | od piętnastej do siedemnastej | 15:00-17:00 | między 15 a 17 | od godz. 15 do 17
2025-07-24T15:00/2025-07-24T17:00 = w godzinach 15-17 | od 15:00 do 17:00 dzisiaj | w godz. 15-17 | od trzeciej do piątej po południu
2025-07-24T15:00/2025-07-24T17:00 = od 3 do 5 po południu
2025-07-25T15:00/2025-07-25T17:00 = jutro od 15:00 do 17:00 | jutro w godz. 15-17 | 25 lipca od 15:00 do 17:00
2025-07-13/2025-07-15 = 13-15 lipca | od 13 do 15 lipca | 13 - 15 lipca | od 13 lipca do 15 lipca | między 13 a 15 lipca | 13.07-15.07
2025-07-13/2025-07-15 = 13–15 lipca 2025 | od trzynastego do piętnastego lipca | 13 do 15 lipca | 13 lipca - 15 lipca
2025-07-13/2025-07-15 = 13.07.2025-15.07.2025 | od 13 do 15 lipca 2025 r. | w dniach 13-15 lipca | pomiędzy 13 a 15 lipca
2025-08-08/2025-08-12 = 8 sierpnia - 12 sierpnia | od 8 sierpnia do 12 sierpnia | 8 sie - 12 sie | 8-12 sierpnia
2025-06/2025-08 = czerwiec-sierpień 2025 | od czerwca do sierpnia | od czerwca do sierpnia 2025 | czerwiec - sierpień
2025-06/2025-08 = między czerwcem a sierpniem | od czerwca do sierpnia 2025 r.
2020/2025 = 2020-2025 | od 2020 do 2025 | w latach 2020-2025 | od 2020 do 2025 roku | lata 2020-2025 | między 2020 a 2025 rokiem
199X = lata 90. | lata dziewięćdziesiąte | w latach 90. | lata 90
19XX = XX wiek | dwudziesty wiek | w XX wieku | 20 wiek
20XX = XXI wiek
2025-21 = wiosna 2025 | wiosną 2025 | wiosna tego roku | tej wiosny | ta wiosna | wiosną tego roku
2025-22 = lato 2025 | latem 2025 | tego lata | to lato | lato | latem tego roku | latem
2025-23 = jesień 2025 | jesienią 2025 | tej jesieni | ta jesień
2024-24 = zima 2024 | zeszła zima | zeszłej zimy | zimą 2024 | zimą zeszłego roku
2024-22 = zeszłe lato | zeszłego lata | latem 2024 | lato zeszłego roku
2026-22 = przyszłe lato | następne lato | latem przyszłego roku | lato 2026
none = dzień dobry | 5 | pięć osób | 12345678 | 31 lutego | 32 lipca | 25:00 | do | 228 | lat | dwa | 5 zł
"""

# What is known to be read wrong or not at all.
MISSED = [
    ("O", "trzysetny", "300"),
    ("Q", "3 łyżki", "3 tablespoon"),
    ("T", "w poniedziałek za tydzień", "2025-07-28"),
]


@pytest.mark.parametrize(("value", "wordings"), lines(NUMBERS))
def test_a_number_has_its_value(value: str, wordings: list[str]) -> None:
    assert misread("pl", "N", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(ORDINALS))
def test_an_ordinal_names_its_place(value: str, wordings: list[str]) -> None:
    assert misread("pl", "O", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(AMOUNTS))
def test_an_amount_has_its_value_unit_and_bound(value: str, wordings: list[str]) -> None:
    assert misread("pl", "Q", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(TIMES))
def test_a_time_is_read_as_exactly_as_it_was_said(value: str, wordings: list[str]) -> None:
    assert misread("pl", "T", value, wordings) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "value"), MISSED)
def test_what_is_missed(kind: str, text: str, value: str) -> None:
    assert misread("pl", kind, value, [text]) == []
