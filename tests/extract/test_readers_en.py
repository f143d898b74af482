"""English texts that are one number, ordinal, amount or time: value = wordings, `none` for what is no such thing."""

from __future__ import annotations

import pytest

from tests.extract.readers import lines, misread

NUMBERS = r"""
0 = 0 | zero | nought | naught | nil
1 = 1 | one | single | 1.0
2 = two | a couple | a pair | a couple of | couple of | a pair of
3 = three | 3. | 3.00
10 = ten | 10
12 = twelve | a dozen | one dozen | dozen | 12
24 = two dozen | twenty four | twenty-four | Twenty Four | TWENTY FOUR
36 = three dozen | thirty-six
6 = half a dozen | half dozen | a half dozen
20 = a score | twenty
14 = fourteen
16 = sixteen
17 = seventeen
18 = eighteen | one and a half dozen
33 = 33 | thirty three | thirty-three | 0033
100 = a hundred | one hundred | hundred | 100
101 = one hundred and one | one hundred one | a hundred and one
115 = one hundred fifteen | one hundred and fifteen
200 = two hundred | a couple hundred
350 = three hundred and fifty
1000 = a thousand | thousand | one thousand | 1k | 1,000 | 1 000 | 10^3 | 1e3 | 1E3
1100 = eleven hundred | 1,100
1500 = fifteen hundred | one and a half thousand | 1.5k
2012 = two thousand and twelve | two thousand twelve
5020 = five thousand and twenty | five thousand twenty
12000 = twelve thousand | 12K | 12k | 12,000
100000 = 100,000 | 100000 | 100K | 100k | one hundred thousand | a hundred thousand | 100 thousand | 0.1 million | .1M
200000 = two hundred thousand
3000000 = 3M | 3000K | 3000000 | 3,000,000 | 3 million | three million | 3 mil
1200000 = 1.2M | 1200K | .0012G | 1,200,000 | 1.2 million | one point two million
-1200000 = -1,200,000 | -1200000 | minus 1,200,000 | negative 1200000 | -1.2M | -1200K
-504 = -504 | negative five hundred and four | minus five hundred four
5000 = 5 thousand | five thousand | five k | 5,000.00
122 = one twenty two | ONE TwentY tWO
21011 = twenty-one thousand eleven | twenty-one thousand and eleven
721012 = seven hundred twenty-one thousand twelve | seven hundred twenty-one thousand and twelve
31256721 = thirty-one million two hundred fifty-six thousand seven hundred twenty-one | 31,256,721
1000000000 = a billion | one billion | 1bn | 1b | 1B | 1,000,000,000
5000000000000 = 5 trillion | five trillion | 5T | 5tn
0.5 = half | a half | one half | 1/2 | .5 | 0.5 | one-half | half of | ½
0.25 = a quarter | one quarter | one fourth | 1/4 | a fourth | one-fourth
0.75 = three quarters | 3/4 | three-quarters | three fourths
1/3 = one third | a third | 1/3 | one-third
2/3 = two thirds | two-thirds | 2/3
5/6 = five sixths | five-sixths
0.6 = three fifths | three-fifths
0.05 = one twentieth | 5/100
3/20 = three twentieths | three over twenty | 3 over 20
7/8 = seven eighths
1/8 = an eighth | one eighth
1/21 = one twenty-first | one twenty first
2/21 = two twenty-firsts
0.03 = three hundredths
0.007 = seven thousandths
1.5 = one and a half | 1 1/2 | 1 and a half | 1½ | one and one half | 1.5 | one point five
2.5 = two and a half | 2 1/2 | two point five
3.25 = three and a quarter | 3 1/4
5.75 = five and three quarters | 5 3/4 | five and three-quarters
1.1 = 1.1 | 1.10 | 01.10 | one point one
0.77 = 0.77 | .77 | zero point seven seven | point seven seven | point seventy-seven
3.14 = three point one four | 3.14
-0.5 = -0.5 | -.5 | minus half | minus one half | negative 1/2
-3.5 = minus three and a half | -3.5 | minus three point five
1234567.89 = 1,234,567.89 | 1 234 567.89
300 = 3 hundred | three hundred
2500000 = two and a half million | 2.5 million | two million five hundred thousand | 2.5m | 2 and a half million
500000 = half a million | half million | 500K | 0.5 million
250000 = a quarter million | quarter of a million | a quarter of a million
750000 = three quarters of a million
1500000 = a million and a half | 1.5 million
10000000000 = ten billion | 10 billion | 10e9 | 1e10
1024 = 2^10
0.001 = 1e-3 | 1E-3
1234 = one thousand two hundred thirty four | one thousand, two hundred and thirty-four | 1,234 | 1234
192 = a hundred ninety two | one ninety two
9999 = nine thousand nine hundred and ninety nine
1001 = one thousand and one | a thousand and one
2000000 = a couple million | a couple of million
none = five people | the two of us | one another | no | hello | 1.2.3 | 12/13/14/15 | ten eleven | half past | several | two three four
none = 5 % | $ | first
"""

ORDINALS = r"""
1 = first | 1st | the first | 1ST | the 1st
2 = second | 2nd | the second
3 = third | 3rd | III
4 = 4th | fourth | the fourth | 4 th
8 = eighth | 8th
10 = tenth | 10th
11 = eleventh | 11th
12 = twelfth | 12th
21 = twenty-first | twenty first | 21st
22 = twenty second | 22nd
25 = twenty-fifth | twenty fifth | 25th
30 = thirtieth | 30th
31 = thirty-first | thirty first
42 = forty-second | forty second
59 = fifty ninth
73 = seventy third | seventy-third | 73rd
90 = ninetieth | 90th
99 = ninety-ninth
100 = hundredth | one hundredth | 100th | the hundredth
101 = one hundred and first | hundred and first | 101st | one hundred first
103 = hundred and third | 103rd | one hundred third
120 = one hundred and twentieth | hundred twentieth | 120th
125 = one hundred and twenty-fifth
1000 = thousandth | one thousandth | 1000th | 1,000th | a thousandth
1001 = one thousand and first | 1,001st
10000 = ten thousandth | 10,000th
30000 = thirty thousandth
200000 = two hundred thousandth
1000000 = millionth | one millionth | 1000000th | 1,000,000th
2000000 = two millionth
1000000000 = billionth | one billionth
1000000000000 = trillionth
11000 = eleven thousandth
3200 = three thousand two hundredth
5 = number five | No. 5 | no. 5 | number 5 | fifth | #5
none = five | 5 | firstly | one | secondhand | 21 | second one
"""

AMOUNTS = r"""
10 USD = $10 | 10$ | ten dollars | 10 dollars | 10 USD | USD 10 | USD10 | US$10 | 10 US dollars | 10 bucks | ten bucks | $ 10
10 USD = 10.00 dollars | $10.00
1 USD = $1 | one dollar | 1 dollar | a dollar
10 cent = 10 cents | ten cents | 10 ¢ | 10¢ | ten pennies
1 cent = one cent | a cent
0.1 USD = $0.10 | $.10
10000 USD = $10K | $10k | $10,000 | 10k dollars | ten thousand dollars
1000000 USD = a million dollars | $1 million | $1M | one million dollars | $1m | 1m USD
1200000000 USD = $1.2 billion | 1.2bn dollars | $1.2bn | US$1.2 billion
3.14 USD = $3.14 | 3.14 USD | USD3.14 | US$3.14 | 3 dollars and 14 cents | 3 dollars 14 cents | three dollars and fourteen cents
20.43 USD = $20 and 43c | $20 43 | 20 dollars and 43 cents | 20 dollars 43 cents | twenty dollars and 43 cents | 20 dollars 43
20 EUR = 20€ | €20 | 20 euros | 20 EUR | EUR 20 | twenty euros | EUR 20.0
29.99 EUR = EUR29.99 | €29.99 | 29.99 euros
10 GBP = £10 | 10 pounds sterling | ten quid | GBP 10 | 10 British pounds
9 GBP = £9 | nine pounds sterling
3.01 GBP = £3.01 | GBP3.01 | GBP 3.01
42 INR = Rs. 42 | Rs 42 | 42 INR | ₹42 | 42 rupees | forty two rupees
43.52 INR = INR 43.52 | Rs 43.52
1 INR = one rupee
15 KWD = KWD 15 | 15 Kuwaiti dinars
50 JPY = ¥50 | 50 yen | JPY 50
100 CNY = 100 yuan | CNY 100 | 100 RMB
42 THB = 42 baht | THB 42
5 CAD = 5 Canadian dollars | C$5 | CAD 5
5 AUD = A$5 | AUD 5 | 5 Australian dollars
500000 VND = 500,000 dong | VND 500,000 | 500,000 VND | VND500,000 | 500,000 Vietnamese dong | ₫500,000
10..20 USD = between 10 and 20 dollars | from 10 dollars to 20 dollars | around 10-20 dollars | $10-$20 | 10-20 dollars | $10-20
10..20 USD = between $10 and $20 | from $10 to $20 | between 10 dollars and 20 dollars | 10 to 20 dollars | about $10-$20
10..20 USD = from $10 up to $20
<7 EUR = under 7 euros | less than 7 euros | less than €7 | below 7 EUR
<=7 USD = at most $7 | no more than 7 dollars | up to 7 dollars | not more than $7
>=10 USD = at least $10 | at least 10 dollars | no less than 10 dollars | minimum of $10
>1.42 USD = over $1.42 | more than 1.42 dollars | above $1.42 | exceeding $1.42
~10 USD = about 10 dollars | around $10 | approximately 10 dollars | roughly $10 | some 10 dollars | almost $10 | nearly 10 dollars
~10 USD = close to $10 | about ten bucks
1 second = 1 second | one second | a second | 1 sec | 1s | 1"
2 minute = 2 minutes | two minutes | 2 mins | 2min | 2' | 2 min
1 minute = a minute | one minute
30 day = 30 days | thirty days
7 week = seven weeks | 7 weeks | 7 wks
1 month = 1 month | a month | one month
3 quarter = 3 quarters
2 year = two years | 2 years | 2 yrs | a couple of years | a couple years
0.5 hour = half an hour | half hour | 1/2 hour | 1/2h | half-hour | a half hour | .5 hours
0.25 hour = a quarter of an hour | quarter of an hour | quarter hour | 1/4 hour
0.75 hour = three quarters of an hour | three-quarters of an hour | 3/4 hour
1.5 hour = an hour and a half | one and a half hours | 1.5 hours | 1 1/2 hours | one hour and half | 1h30 | 1 hour 30 minutes | 1h 30min
1.5 hour = 1 hour and 30 minutes | 1 hr 30 mins | one hour and thirty minutes | one hour and a half | 1.5 h
2.5 hour = two and a half hours | 2 1/2 hours | 2.5 hours | two hours and a half | 2 hours 30 minutes | 2 hours and 30 minutes
150 minute = 150 minutes
135 minute = 135 minutes
3.25 hour = three hours and a quarter | 3 hours 15 minutes
27 month = 27 months
2.5 year = 2 and a half years | two and an half years | 2.5 years | 2 years and a half | two years and a half
1.5 year = a year and a half | one and a half years | 1.5 years | one year and a half | a year and half
1.5 day = a day and a half | one and a half days | 1.5 days
15 day = 15 days | fifteen days | 15-day
0.5 year = half a year | half year
90 minute = 90 minutes
24 hour = 24 hours | 24h | 24-hour
1 hour = 1 hour | one hour | an hour | 1h | 1 hr
45 minute = 45 minutes | forty-five minutes | 45min
3 decade = three decades
2 century = two centuries
1 fortnight = a fortnight
>2 hour = more than 2 hours | over two hours
<1 hour = less than an hour | under an hour | less than 1 hour
~1 hour = about an hour | about one hour | around an hour
>=3 week = at least three weeks
3..5 day = 3 to 5 days | 3-5 days | between three and five days | three to five days | from 3 to 5 days
2..3 year = two or three years | 2-3 years
3 kilometre = 3 km | three kilometers | 3 kilometres | 3km | 3 kms | 3.0 km
8 mile = 8 miles | eight miles | 8 mi | 8 mile
9 metre = 9 m | 9m | nine metres | nine meters
2 centimetre = 2 cm | 2 centimeters | two centimetres | 2cm
4 millimetre = 4 mm | 4 millimeters
5 foot = 5 feet | 5 ft | five foot
5 inch = 5 inches | 5 in | five inches | 5 inch
7 yard = 7 yards | 7 yds | 7 yd
50 kilogram = 50 kg | 50 kilograms | fifty kilos | 50 kgs | 50kg
5 gram = 5 g | 5 grams | five grams | 5g
2 milligram = 2 mg | two milligrams
2 pound = 2 lbs | 2 lb | 2 lb.
5 ounce = 5 oz | five ounces
3 tonne = 3 tons | three tonnes | 3 metric tons | 3t
1 cup = a cup | 1 cup | one cup
3 gallon = 3 gallons | 3 gal | three gallons
2 litre = 2 liters | 2 litres | 2L | 2 l | two liters
250 millilitre = 250 ml | 250 milliliters | 250ml | 250 mL
3 tablespoon = 3 tablespoons | 3 tbsp
1 pint = a pint | one pint
100 square_metre = 100 square meters | 100 sqm | 100 m² | 100 m2 | 100 sq m
60 square_kilometre = 60 km² | 60 square kilometers | 60 sq km | 60 km2
200 square_foot = 200 square feet | 200 sq ft | 200 ft²
3 hectare = 3 hectares | 3 ha
5 acre = 5 acres
4 cubic_metre = 4 cubic meters | 4 m3 | 4 m³
30 mile_per_hour = 30 mph | 30 miles per hour | 30 miles an hour
60 kilometre_per_hour = 60 km/h | 60 kilometers per hour | 60 kph | 60 km per hour
10 metre_per_second = 10 m/s | 10 meters per second
37 degree_celsius = 37°C | 37 degrees Celsius | 37 ° C | 37C | 37 degrees C | thirty-seven degrees celsius | 37 celsius
37 degree_celsius = 37 degrees centigrade
70 degree_fahrenheit = 70°F | 70 degrees Fahrenheit | 70 F | 70 ° Fahrenheit | seventy degrees fahrenheit
45 degree = 45° | 45 degrees
-2 degree_celsius = -2°C | minus 2 degrees Celsius | -2 degrees Celsius | 2 degrees Celsius below zero | minus two degrees celsius
-10 degree = -10 degrees | minus ten degrees | 10 degrees below zero
0.5 percent = half a percent | 0.5% | half a per cent
50 percent = 50% | 50 percent | fifty percent | fifty per cent | 50 pct | 50 %
12.5 percent = 12.5% | twelve and a half percent | 12.5 percent | twelve point five percent
-5 percent = -5% | minus five percent
10..15 percent = 10-15% | between 10 and 15 percent | 10% to 15% | from 10 to 15 per cent
>=90 percent = at least 90% | 90% or more
100 percent = 100% | one hundred percent | a hundred percent
5 gigabyte = 5 GB | 5 gigabytes
3 megabyte = 3 MB | three megabytes
20 watt = 20 watts | 20W
30 year = 30 years old | 30 years of age | thirty years old | 30-year-old | 30 year old
6 month = 6 months old | six months old
5.5 foot = five and a half feet | 5 1/2 feet
none = 5 | hello | five | dollars | the | 10 of | a | $ | now
5 USD, 10 EUR = $5 and €10 | 5 dollars, 10 euros
"""

TIMES = r"""
2025-07-24 = today | Today | this day | this evening | tonight | this afternoon | this morning
2025-07-25 = tomorrow | TOMORROW | tmrw | tomorrow morning | Friday morning | in the morning of July 25 | the morning of July 25
2025-07-25 = tomorrow evening | tomorrow night | Friday night
2025-07-23 = yesterday | last night | yesterday evening
2025-07-26 = the day after tomorrow | day after tomorrow | Saturday | in two days | this Saturday
2025-07-22 = the day before yesterday | day before yesterday | last Tuesday | Tuesday this week | 2 days ago | two days earlier
2025-07-24T13:20 = now | right now | just now | at the moment
2025-07-21 = Monday | this Monday | on Monday | 3 days ago | three days ago | Mon.
2025-07-28 = next Monday | Monday next week | the coming Monday | coming Monday | in 4 days | four days from now | Monday, July 28
2025-07-28 = Monday of next week
2025-07-27 = Sunday | this Sunday | on Sunday
2025-07-29 = next Tuesday | Tuesday next week
2025-07-16 = Wednesday last week | last week's Wednesday | Wednesday of last week
2025-07-18 = Friday last week
2025-08-01 = Friday next week | August 1 | Aug 1st | the first of August | 1 August | 1st August | 8/1 | August first
2025-07-14/2025-07-20 = last week | the previous week | past week | the past week | the week before
2025-07-21/2025-07-27 = this week | current week | the current week
2025-07-28/2025-08-03 = next week | coming week | the coming week | the following week | upcoming week
2025-06 = last month | the previous month | June 2025 | June of this year | June this year | past month
2025-07 = this month | July 2025 | July | the current month | 2025-07 | 7/2025 | the end of the month | end of the month | end of this month
2025-07 = EOM
2025-08 = next month | August 2025 | August | in a month | the coming month
2025-03 = March 2025 | March of 2025 | March, 2025 | Mar 2025 | Mar. 2025 | March this year | this March
2024 = last year | the previous year | 2024 | a year ago | the year 2024 | year 2024 | in 2024
2025 = this year | the current year | 2025 | in 2025 | end of the year | the end of the year | end of this year | late this year
2026 = next year | the coming year | 2026 | the year after | in a year | in one year | beginning of next year | early next year
2026 = the beginning of next year
2027 = in two years | 2 years from now | the year after next
2023 = two years ago | the year before last
2025-07/2025-09 = this quarter | third quarter | Q3 2025 | the third quarter of 2025 | 3rd quarter 2025 | third quarter of this year | Q3
2025-07/2025-09 = 3rd quarter
2025-10/2025-12 = next quarter | Q4 2025 | fourth quarter of 2025 | the last quarter of 2025
2025-04/2025-06 = last quarter | second quarter 2025 | Q2 2025 | 2Q 2025 | Q2/2025 | 2025 Q2 | the previous quarter
2018-10/2018-12 = 4th quarter 2018 | Q4 2018 | 4Q18
2025-01/2025-06 = first half of 2025 | the first half of 2025 | the first six months of 2025 | first half of this year | H1 2025
2025-07/2025-12 = second half of 2025 | H2 2025 | the last six months of 2025
2013-02-15 = February 15, 2013 | Feb 15, 2013 | 15 Feb 2013 | 15 February 2013 | February 15th, 2013 | 15th of February 2013
2013-02-15 = the 15th of February, 2013 | 2013-02-15 | 2/15/2013 | 02/15/2013 | Feb. 15 2013 | 15-Feb-2013 | 15.02.2013 | 15/2/2013
2013-02-15 = 15/02/2013 | February 15 2013 | 2013/02/15 | Friday, February 15, 2013 | Friday, 15 February 2013 | Fri, Feb 15, 2013
2013-02-15 = 15 Feb., 2013
1974-10-31 = 10/31/1974 | 10/31/74 | 10-31-74 | October 31, 1974 | 31 October 1974 | 10.31.1974 | 31st Oct 1974
2025-02-15 = February 15 | Feb 15 | the 15th of February | 15th February | 2/15 | Feb 15th | 15 Feb | the fifteenth of February
2025-02-15 = February the 15th | February fifteenth | on February 15 | 15 of February
2025-09-02 = September 2 | 2 September | Sept. 2 | 2nd of September | September 2nd | September 2, 2025 | Tuesday, September 2
2025-09-02 = Tuesday September 2 | on Sept 2
2025-07-20 = the 20th | on the 20th | 20th of this month | the 20th of July | July 20
2026-07-24 = in 365 days
2025-07-17 = a week ago | 7 days ago | one week ago | a week earlier
2025-07-31 = in a week | in one week | in 7 days | a week from now | one week from now | one week later | a week from today
2025-07-31 = the end of July 31 | the last day of July
2025-07-10 = 2 weeks ago | two weeks ago | 14 days ago | a fortnight ago
2025-08-07 = in 2 weeks | two weeks from now | in two weeks | in a fortnight | two weeks later
2025-04 = three months ago | 3 months ago | April 2025
2025-10 = in three months | three months from now | 3 months later
2025-07-24T13:05 = 15 minutes ago | fifteen minutes ago | a quarter of an hour ago
2025-07-24T13:35 = in 15 minutes | 15 minutes from now | in a quarter of an hour
2025-07-24T13:50 = in half an hour | in 30 minutes | 30 minutes from now | in a half hour
2025-07-24T14:20 = in one hour | in an hour | an hour from now | in 60 minutes | in 1h
2025-07-24T12:20 = an hour ago | one hour ago | 1 hour ago
2025-07-24T15:50 = in 2.5 hours | in two and a half hours | in 2 and an half hours | in 2 hours 30 minutes | in two hours and a half
2025-07-24T13:22 = in 2 minutes | in a couple of minutes | two minutes from now
2025-07-25T13:20 = in 24 hours | 24 hours from now
2025-07-24T13:20:01 = in 1 second | in a second
2025-07-19/2025-07-20 = last weekend | the previous weekend
2025-07-26/2025-07-27 = this weekend | the weekend | the coming weekend | on the weekend | weekend
2025-08-02/2025-08-03 = next weekend
2025-07-22/2025-07-23 = last 2 days | the past two days | past 2 days | last two days | previous 2 days
2025-07-25/2025-07-27 = next 3 days | the next three days | coming 3 days | following three days
2025-07-07/2025-07-20 = last 2 weeks | past two weeks | the last two weeks
2025-07-28/2025-08-17 = next three weeks | the next 3 weeks
2025-05/2025-06 = last 2 months | past two months | the last two months
2025-08/2025-10 = next 3 months | next three months
2023/2024 = last 2 years | past two years | the past 2 years
2026/2028 = next 3 years | the next three years
2025-07-24T15:00 = at 3pm | 3 PM | 3pm | 3 p.m. | at 3 p.m | 15:00 | 15h00 | 3:00pm | at three pm | 3 in the afternoon
2025-07-24T15:00 = three in the afternoon | 3 o'clock pm | 3 o'clock in the afternoon | @ 3pm | this afternoon at 3 | 3pm today
2025-07-24T15:00 = today at 3pm | 15h | around 3pm | about 3 p.m.
2025-07-24T03:00 = at 3am | 3am | 3:00 | 3 in the morning | at 3 AM | three am | 3 o'clock in the morning | 03:00
2025-07-24T15:15 = 3:15pm | at 3:15 pm | 15:15 | quarter past 3pm | 3:15 in the afternoon | a quarter past 3pm | fifteen past 3pm
2025-07-24T15:15 = 3:15 p.m. | 3:15PM | a quarter past three in the afternoon
2025-07-24T15:20 = 3:20pm | 3:20 p.m | 20 past 3pm | twenty after 3pm | three twenty pm | at three twenty pm | 3:20 in the afternoon
2025-07-24T15:30 = half past 3 pm | 3:30pm | 15:30 | 3:30 p.m. | half past three pm | half three pm
2025-07-24T11:45 = a quarter to noon | 11:45am | 15 to noon | quarter to 12 | 11:45 | quarter till noon
2025-07-24T12:15 = 12:15 | quarter past noon | a quarter past noon | 12:15pm | 15 past noon
2025-07-24T12:00 = noon | at noon | midday | 12pm | at midday | 12 noon | noon today
2025-07-24T00:00 = midnight | at midnight | 12am | 12:00 am
2025-07-24T09:30 = 9:30 am | 9.30am | nine thirty am | 9:30 | half past nine | half past 9 in the morning | 9.30 a.m. | 09:30
2025-07-24T09:00 = 9 in the morning | this morning at 9 | 9am this morning | at nine o'clock | nine o'clock | 9 this morning | 9 a.m. today
2025-07-24T20:00 = tonight at 8 | 8 tonight | 8pm tonight | at 8 tonight | 8 in the evening | 8 o'clock tonight | eight tonight
2025-07-24T20:00 = 8 p.m. this evening | tonight at 8 o'clock
2025-07-24T23:00 = 11pm | 11 at night | eleven pm
2025-07-24T18:00 = 18:00 | 6pm | six p.m. | 6 in the evening | 18h
2025-07-24T15:23:24 = 15:23:24 | 3:23:24pm | at 3:23:24 pm
2025-07-25T17:00 = tomorrow at 5pm | 5pm tomorrow | tomorrow 5pm | at 5 pm tomorrow | tomorrow at five pm | 5 in the afternoon tomorrow
2025-07-25T17:00 = tomorrow afternoon at 5 | Friday at 5pm | 5pm on Friday | Friday, 5pm | 17:00 tomorrow
2025-07-25T09:00 = tomorrow morning at 9 | 9am tomorrow | 9 tomorrow morning | tomorrow at 9 in the morning | 9 o'clock tomorrow morning
2025-07-25T09:00 = 9am on Friday
2025-07-23T22:00 = yesterday at 10pm | 10 last night | last night at 10 | 10pm yesterday | 10 pm last night
2025-07-28T08:30 = next Monday at 8:30 | 8:30 am next Monday | Monday next week at 8:30
2013-02-18T10:00 = 2013-02-18T10:00 | 2013-02-18 10:00 | 10:00 on 18 February 2013 | February 18, 2013 at 10am | Feb 18, 2013 10:00 AM
2013-02-18T10:00 = 18/2/2013 10:00 | 10am on February 18, 2013 | 18 Feb 2013, 10:00 | 2013-02-18T10:00Z
2013-02-18T10:30:15 = 2013-02-18T10:30:15 | 2013-02-18 10:30:15
2025-07-24T09:30/2025-07-24T11:00 = 9:30 to 11 | from 9:30 to 11:00 | 9:30-11:00 | 9:30 - 11:00 am | from 9:30 - 11:00 | between 9:30 and 11
2025-07-24T09:30/2025-07-24T11:00 = between 9:30 and 11:00 today | 9:30am to 11am | from 9:30 am until 11 am | 9.30am-11am
2025-07-24T15:00/2025-07-24T17:00 = from 3 to 5pm | 3-5pm | between 3pm and 5pm | 3pm to 5pm | 3pm-5pm | from 3 pm to 5 pm today
2025-07-24T15:00/2025-07-24T17:00 = between 3 and 5 pm | from 15:00 to 17:00 | 3 to 5 p.m. | 3pm - 5pm | 15:00-17:00 | today from 3pm to 5pm
2025-07-25T15:00/2025-07-25T17:00 = tomorrow from 3pm to 5pm | tomorrow between 3 and 5 pm | 3-5pm tomorrow | from 3 to 5pm tomorrow
2025-07-25T15:00/2025-07-25T17:00 = tomorrow 3pm-5pm | Friday 3pm to 5pm
2025-07-24T09:00/2025-07-24T11:00 = from 9 to 11 am | 9-11am | 9am to 11am | from 9am to 11am | between 9 and 11 in the morning
2025-07-13/2025-07-15 = July 13-15 | July 13 to 15 | 13-15 July | 13 to 15 July | from July 13 to 15 | July 13th to 15th
2025-07-13/2025-07-15 = from 13 to 15 July | July 13 - July 15 | from July 13 to July 15 | July 13 through 15 | July 13 through July 15
2025-07-13/2025-07-15 = from the 13th to the 15th of July | between July 13 and 15 | from 13 July to 15 July | between July 13 and July 15
2025-07-13/2025-07-15 = July 13 - 15 | 13th to 15th of July | July 13 to July 15, 2025 | from July 13th to July 15th
2025-08-08/2025-08-12 = August 8 - August 12 | Aug 8 - Aug 12 | from August 8 to August 12 | 8-12 August | Aug 8 to Aug 12 | August 8-12
2025-06/2025-08 = June to August 2025 | June-August 2025 | from June to August 2025 | June 2025 to August 2025
2025-06/2025-08 = between June and August 2025 | from June to August | June through August
2020/2025 = 2020-2025 | from 2020 to 2025 | between 2020 and 2025 | 2020 to 2025 | 2020 – 2025 | the years 2020-2025
1960/1961 = 1960 - 1961 | from 1960 to 1961
199X = the 1990s | 1990s | the nineties | in the 1990s
19XX = the 20th century | 20th century | the twentieth century
20XX = the 21st century
2025-12-25 = Christmas | Christmas Day | Christmas 2025 | xmas | December 25 | Christmas day 2025 | Xmas
2024-12-25 = last Christmas | Christmas 2024
2025-12-24 = Christmas Eve | xmas eve
2025-12-31 = New Year's Eve | December 31 | new year's eve 2025 | NYE
2026-01-01 = New Year's Day 2026 | January 1, 2026 | next New Year's Day | Jan 1 2026
2025-01-01 = New Year's Day | January 1 | New Years Day
2025-10-31 = Halloween | Halloween 2025
2025-02-14 = Valentine's Day | Valentine's day 2025 | St. Valentine's Day
2025-07-04 = Independence Day | 4th of July | July 4 | the Fourth of July | July 4th
2025-05-01 = May 1 | International Workers' Day | May Day | Labour Day
2025-03-08 = International Women's Day | March 8
2025-06-01 = International Children's Day
2025-11-11 = Veterans Day | Armistice Day
2025-11-27 = Thanksgiving | Thanksgiving Day | Thanksgiving 2025
2025-04-20 = Easter | Easter Sunday | Easter 2025
2025-21 = spring 2025 | the spring of 2025 | spring of 2025 | this spring | spring this year
2025-22 = summer 2025 | summer of 2025 | the summer of 2025 | this summer | summer
2025-23 = autumn 2025 | fall 2025 | this fall | the fall of 2025
2024-24 = last winter | winter 2024
2024-22 = last summer | summer 2024
2026-22 = next summer | summer 2026
2025-12 = December
2025-05 = May | last May | May 2025 | this May
2026-05 = next May
none = hello | 5 | twelve people | laughing out loud | 1 adult | we are | 61 tomatoes | 12345678 | February 31 | 32 July 2025 | 25:00
none = to the | May be | Monday people
"""

# What is known to be read wrong or not at all.
MISSED = [
    ("N", "four thirds", "4/3"),
    ("N", "a dozen and a half", "18"),
    ("O", "twentyfifth", "25"),
    ("Q", "ten grand", "10000 USD"),
    ("T", "3ish pm", "2025-07-24T15:00"),
]


@pytest.mark.parametrize(("value", "wordings"), lines(NUMBERS))
def test_a_number_has_its_value(value: str, wordings: list[str]) -> None:
    assert misread("en", "N", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(ORDINALS))
def test_an_ordinal_names_its_place(value: str, wordings: list[str]) -> None:
    assert misread("en", "O", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(AMOUNTS))
def test_an_amount_has_its_value_unit_and_bound(value: str, wordings: list[str]) -> None:
    assert misread("en", "Q", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(TIMES))
def test_a_time_is_read_as_exactly_as_it_was_said(value: str, wordings: list[str]) -> None:
    assert misread("en", "T", value, wordings) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "value"), MISSED)
def test_what_is_missed(kind: str, text: str, value: str) -> None:
    assert misread("en", kind, value, [text]) == []
