"""Numeric claims of English news phrases: value, bound, unit, rate, whole and change; and what is never one."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import read_wording, write_claim
from pipeline.knowledge import load_knowledge


def claims(text: str) -> list[str]:
    return [write_claim(claim) for claim in read_wording(text, "en", "2025-09-17", load_knowledge()).claims]


@pytest.mark.parametrize(("text", "claim"), [
    ("the bank donated VN\u01105 billion", "5000000000 VND"),
    ("a support package of VN\u01103 trillion", "3000000000000 VND"),
    ("costs of US$8.5 million", "8500000 USD"),
    ("a $500m loan", "500000000 USD"),
    ("a \u00a34.6m transfer", "4600000 GBP"),
    ("sales of $1.2bn", "1200000000 USD"),
    ("1.47m yuan in compensation", "1470000 CNY"),
    ("net profits of 1.33bn Australian dollars", "1330000000 AUD"),
    ("about 20 mln dlrs", "approx 20000000 USD"),
    ("a dividend of 23 cts", "23 cent"),
    ("300p per share", "300 penny / share"),
    ("paid \u00a32.75 an hour", "2.75 GBP / hour"),
    ("sold for $511 a tonne", "511 USD / tonne"),
    ("VN\u0110136.4 million per tael", "136400000 VND / tael"),
    ("VN\u01104,000/kg", "4000 VND / kilogram"),
    ("about $40 a head", "approx 40 USD / person"),
    ("5.6 million dong per person per day", "5600000 VND / person"),
    ("$200 every year", "200 USD / year"),
    ("a $21 billion VND fund", "21000000000 VND conflict"),
    ("a 5m wall", "5 metre"),
    ("race over 2,000m", "more_than 2000 metre"),
    ("more than 5.5m people", "more_than 5500000 person"),
    ("a 20-hectare site", "20 hectare"),
    ("1,500ha of land", "1500 hectare"),
    ("26,000sq.m of floor", "26000 square_metre"),
    ("winds of 133km per hour", "133 kilometre_per_hour"),
    ("drove at 92km/h", "92 kilometre_per_hour"),
    ("27 million kWh of power", "27000000 kilowatt_hour"),
    ("a 50-megawatt plant", "50 megawatt"),
    ("7.5 per cent of voters", "7.5 percent"),
    ("up 4.1 percentage points", "increase_by 4.1 percentage_point"),
    ("12.3 points", "12.3 point"),
    ("fell by 4 % points", "decrease_by 4 percentage_point"),
    ("below 15 degrees Celsius", "less_than 15 degree_celsius"),
    ("12 project managers", "12 person"),
    ("an 8 nation bloc", "8 country"),
    ("seven rare orchids", "7 'orchid'"),
    ("three new solar power farms", "3 'farm'"),
    ("112 new foreign direct investment (FDI) projects", "112 project"),
    ("103 Blue Harbour common shares", "103 share"),
    ("eleven sales managers", "11 person"),
    ("27 wolves", "27 'wolf'"),
    ("14 ministries", "14 ministry"),
    ("five crises", "5 'crisis'"),
    ("nine aircraft", "9 aircraft"),
    ("40 police officers", "40 police_officer"),
    ("42 staff", "42 employee"),
    ("two buses", "2 bus"),
    ("21 public service units", "21 public_service_unit"),
    ("Sixty-three localities", "63 locality"),
    ("Twelve Chinese firms", "12 enterprise"),
    ("a 20,000-seat stadium", "20000 seat"),
    ("a ten-member team", "10 member"),
    ("the three-year deal", "3 year"),
    ("a 10-episode series", "10 'episode'"),
    ("a 16-year-old boy", "16 year"),
    ("a six-figure sum", "6 'figure'"),
    ("half a million people", "500000 person"),
    ("two dozen ships", "24 ship"),
    ("less than half an hour", "less_than 0.5 hour"),
    ("a quarter of a mile", "0.25 mile"),
    ("two-thirds of voters", "0.6666666666666666666666666667 ratio"),
    ("almost a third of the total", "nearly 0.3333333333333333333333333333 ratio"),
    ("three quarters of it", "0.75 ratio"),
    ("thousands of workers", "more_than 1000.. worker"),
    ("tens of thousands of homes", "more_than 10000.. home"),
    ("several hundred pupils", "approx 300..900 pupil"),
    ("50/53 delegates", "50 delegate of 53"),
    ("six out of 10 adults", "6 person of 10"),
    ("17 out of the 78 localities", "17 locality of 78"),
    ("eleven of the city's 94 communes", "11 commune of 94"),
    ("one in five loans", "1 'loan' of 5"),
    ("2.6 doctors per 1,000 residents", "2.6 doctor / resident"),
    ("two of his colleagues", "2 person"),
    ("five were injured", "5 person"),
    ("3,000 died there", "3000 person"),
    ("killing 12", "12 person"),
    ("a population of 3.5 million", "3500000 person"),
    ("the average age was 36", "36 year"),
    ("those under 12", "less_than 12 year"),
    ("children under 13", "less_than 13 year"),
    ("people aged 18 and over", "at_least 18 year"),
    ("aged between 29 and 63", "29..63 year"),
    ("Mr Brown, 57, said so", "57 year"),
    ("nearly 900 people", "nearly 900 person"),
    ("just under 5 per cent", "nearly 5 percent"),
    ("some 300 voters", "approx 300 voter"),
    ("over 25,000 poor people", "more_than 25000 person"),
    ("payments topping 40 million USD", "more_than 40000000 USD"),
    ("up to seven years in jail", "at_most 7 year"),
    ("no more than two trips", "at_most 2 trip"),
    ("no fewer than 30 wards", "at_least 30 ward"),
    ("a minimum of three labs", "at_least 3 'lab'"),
    ("5,000+ staff", "at_least 5000 employee"),
    ("200-plus banks", "at_least 200 bank"),
    ("as many as 260 procedures", "260 procedure"),
    ("a total of 48 coaches", "48 person"),
    ("over the past 12 months", "12 month"),
    ("over the next three years", "3 year"),
    ("8-10 per cent", "8..10 percent"),
    ("between 12 and 14 years", "12..14 year"),
    ("from 100 to 150 trees", "100..150 tree"),
    ("three to four million requests", "3000000..4000000 'request'"),
    ("two or three years", "2..3 year"),
    ("$5-6 million", "5000000..6000000 USD"),
    ("VN\u01108-9 million per hectare", "8000000..9000000 VND / hectare"),
    ("between VN\u0110100 billion and VN\u0110350 billion", "100000000000..350000000000 VND"),
    ("rose 14.8 per cent", "increase_by 14.8 percent"),
    ("a year-on-year rise of 14.8 per cent", "increase_by 14.8 percent"),
    ("a 22 per cent increase", "increase_by 22 percent"),
    ("a 3 per cent pay rise", "increase_by 3 percent"),
    ("exports down 2.3%", "decrease_by 2.3 percent"),
    ("a fall of 70.45%", "decrease_by 70.45 percent"),
    ("8.3% higher", "increase_by 8.3 percent"),
    ("9.5 percentage points lower", "decrease_by 9.5 percentage_point"),
    ("cut the fees by 50-100 per cent", "decrease_by 50..100 percent"),
    ("186 units fewer", "decrease_by 186 unit"),
    ("shares gained 3 per cent", "increase_by 3 percent"),
    ("shares lost 12 points", "decrease_by 12 point"),
    ("raised \u00a3150,000 for charity", "150000 GBP"),
    ("lost $5m last year", "5000000 USD"),
    ("a fivefold rise in profits", "increase_by 5 times"),
    ("twice as many engineers", "2 times"),
    ("cut from 264 to 78 communes", "from_to 264>78 commune"),
    ("fell from 1.9% to 1.8%", "from_to 1.9>1.8 percent"),
    ("dropped from 34 to 14", "from_to 34>14"),
    ("from 36 to just 21 days", "from_to 36>21 day"),
    ("shortened from 15 days to nine working days", "from_to 15>9 day"),
    ("expanded from 15 to 25 states", "from_to 15>25 'state'"),
    ("rose to $3.4 billion from $3.1 billion", "from_to 3100000000>3400000000 USD"),
    ("pushed rates up to 2.25%", "from_to >2.25 percent"),
    ("narrowed to $14 billion", "from_to >14000000000 USD"),
    ("expected to double to 1,500 stations", "from_to >1500 station"),
    ("growth of 2.2 per cent", "2.2 percent"),
    ("the rate reached 5 per cent", "5 percent"),
    ("made up 84.3 per cent", "84.3 percent"),
    ("if rates fall to 3 per cent", "3 percent"),
    ("the reserve dropped below 10 per cent", "less_than 10 percent"),
    ("ranked 14th out of 65 teams", "14 rank of 65"),
    ("ranks third in the region", "3 rank"),
    ("about one year", "approx 1 year"),
    ("2 1/2 inches", "2.5 inch"),
    ("7-3/4 pct", "7.75 percent"),
    (".5 pct", "0.5 percent"),
    ("five megapixel models", "5 megapixel"),
    ("1,444 pages per month", "1444 page / month"),
    ("106 floors", "106 floor"),
    ("120,000 head of poultry", "120000 animal"),
    ("two families each", "2 family"),
    ("another two people", "2 person"),
    ("an additional 20 beds", "20 hospital_bed"),
])
def test_a_phrase_is_read_as_one_claim(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(("text", "wanted"), [
    ("VN\u011010 billion ($610,335)", ["10000000000 VND", "610335 USD"]),
    ("rose 7.5 per cent to $3.4 billion", ["increase_by 7.5 percent", "from_to >3400000000 USD"]),
    ("9 domestic projects and 17 foreign projects", ["9 project", "17 project"]),
    ("69 communes, eight wards and one special zone", ["69 commune", "8 ward", "1 special_zone"]),
    ("12 banks and three others", ["12 bank", "3 bank"]),
    ("40 medals, nine of which are gold", ["40 medal", "9 medal"]),
    ("61 lifts, 34 of them new", ["61 'lift'", "34 'lift'"]),
    ("of the 148 projects, 62 are in industry", ["148 project", "62 project"]),
    ("10, 15 and 20 days", ["10 day", "15 day", "20 day"]),
    ("four- and five-star hotels", ["4 star", "5 star"]),
    ("paid 45 million VND, up from 25 million VND", ["45000000 VND", "25000000 VND"]),
    ("rose 2.1 per cent, TCB 1.8 per cent", ["increase_by 2.1 percent", "increase_by 1.8 percent"]),
    ("drops of 23, 4 and 30 per cent", ["decrease_by 23 percent", "decrease_by 4 percent", "decrease_by 30 percent"]),
    ("a sum of 67 mln and four mln dlrs", ["67000000 USD", "4000000 USD"]),
    ("put in VN\u01101 billion five years ago", ["1000000000 VND"]),
    ("fell to $3 billion, prices dropping from $624 to $511", ["from_to >3000000000 USD", "from_to 624>511 USD"]),
    ("rose to 64 tonnes from 55 tonnes and to 276 tonnes from 222", ["from_to 55>64 tonne", "from_to 222>276 tonne"]),
    ("12 dead, 17 missing and 33 injured", ["12 person", "17 person", "33 person"]),
    ("lost eight of their last 13 matches", ["8 match of 13"]),
    ("The city has 94 communes, up 3 on 2024", ["94 commune", "increase_by 3 commune"]),
])
def test_a_phrase_is_read_as_several_claims(text: str, wanted: list[str]) -> None:
    assert claims(text) == wanted


@pytest.mark.parametrize("text", [
    "Covid-19", "the G7 summit", "since 9/11", "open 24/7", "a 50-50 chance", "the Top 10", "number one", "page 12", "District 1", "Highway 1A",
    "Ring Road No 3", "Boeing 737", "BBC Radio 4",
    "Channel 4", "the film Shrek 2", "by Maroon 5", "the MP3 player", "won 3-1", "a 6-3 6-4 win", "beat France 30-20", "at 7:30 pm", "at 0730 GMT",
    "until three in the morning", "in 2004", "the 2000 Olympics",
    "on March 14, 2024", "between 8 January and 24 February", "mid-2025", "the 2020-2025 tenure", "the first half of May", "the 1990s",
    "two years ago", "a few months ago", "the 14th Congress", "a third person",
    "one of the best", "one another", "one day", "no one", "a half-sister", "the scrum-half", "in the second half", "a couple of decisions",
    "Standard and Poor's 500", "AY 1161", "call 0912345678",
    "DNUM_ABZZCACZD", "Resolution 18-NQ/TW", "the 98th episode", "both sides", "a first-class ticket",
])
def test_what_only_looks_like_a_claim_is_none(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(("text", "status"), [
    ("the target is 8 per cent", "target"), ("plans to build 100 homes", "plan"), ("is expected to reach 40 per cent", "forecast"),
    ("must hold at least 30 per cent", "required"),
    ("spent 40 per cent of the plan", "actual"), ("was estimated at $3 billion", "estimate"),
])
def test_a_claim_has_its_status(text: str, status: str) -> None:
    (claim,) = read_wording(text, "en", "2025-09-17", load_knowledge()).claims
    assert claim.status == status


def test_a_quote_is_what_stands_at_its_offsets() -> None:
    text = "Exports rose 7.5 per cent to $3.4 billion; some 300 firms, of which 12 are foreign, sold more."
    for claim in read_wording(text, "en", "2025-09-17", load_knowledge()).claims:
        where = claim.evidence
        assert text[where.start:where.stop] == where.quote
        assert where.start <= claim.figure_start < claim.figure_stop <= where.stop
