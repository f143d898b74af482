"""Vietnamese texts that are one number, ordinal, amount or time: value = wordings, `none` for what is no such thing."""

from __future__ import annotations

import pytest

from tests.extract.readers import lines, misread

NUMBERS = r"""
0 = 0 | không | số không | 0,0
1 = 1 | một | 1,0
2 = hai | một đôi | một cặp | cặp | đôi | 2
4 = bốn | 4 | tư
5 = năm | 5
7 = bảy | bẩy
10 = mười | một chục | chục | 10
12 = mười hai | một tá | tá
14 = mười bốn | mười tư
15 = mười lăm | mười nhăm | 15
19 = mười chín
20 = hai mươi | hai chục | 20
21 = hai mươi mốt | hai mốt | hăm mốt | hai mươi một
24 = hai mươi tư | hai mươi bốn | hai tá | hai tư
25 = hai mươi lăm | hai lăm | hăm lăm | hai nhăm | hai mươi nhăm
30 = ba mươi | ba chục
33 = ba mươi ba | 33 | 0033 | 33,0
44 = bốn mươi tư | bốn mươi bốn | bốn tư
50 = năm mươi | năm chục
55 = năm mươi lăm | năm lăm | năm mươi nhăm
74 = bảy mươi tư | bảy mươi bốn
99 = chín mươi chín
100 = một trăm | trăm | 100
101 = một trăm lẻ một | một trăm linh một
105 = một trăm lẻ năm | một trăm linh năm
110 = một trăm mười | một trăm mốt
115 = một trăm mười lăm
120 = một trăm hai mươi | trăm hai | một trăm hai
121 = một trăm hai mươi mốt
140 = một trăm bốn mươi
150 = trăm rưỡi | một trăm rưỡi | một trăm năm mươi
205 = hai trăm linh năm | hai trăm lẻ năm
350 = ba trăm năm mươi | ba trăm rưỡi
555 = năm trăm năm mươi lăm
999 = chín trăm chín mươi chín
1000 = một nghìn | một ngàn | nghìn | 1.000 | 1 nghìn | 1 ngàn | 1k | 1K
1001 = một nghìn không trăm linh một | một nghìn lẻ một | một ngàn không trăm lẻ một
1010 = một nghìn không trăm mười
1100 = một nghìn một trăm | một nghìn mốt
1200 = nghìn hai | một nghìn hai | một nghìn hai trăm
1500 = nghìn rưỡi | một nghìn rưỡi | một nghìn năm trăm | 1,5 nghìn | 1.5 nghìn
2005 = hai nghìn không trăm linh năm | hai ngàn lẻ năm
2025 = hai nghìn không trăm hai mươi lăm
5020 = năm nghìn không trăm hai mươi
5300 = năm nghìn ba trăm | năm ngàn ba
10000 = mười nghìn | một vạn | 10.000 | mười ngàn | vạn | 10 nghìn
15000 = một vạn rưỡi | mười lăm nghìn
100000 = 100.000 | một trăm nghìn | 100 nghìn | 100k | 100K | trăm nghìn | mười vạn | 0,1 triệu | 100 000
101000 = một trăm linh một nghìn | một trăm lẻ một ngàn
235000 = hai trăm ba mươi lăm nghìn
500000 = năm trăm nghìn | nửa triệu | 0,5 triệu | 500 ngàn
1000000 = một triệu | triệu | 1 triệu | 1.000.000 | 1tr | 1 tr | 1M
1200000 = 1,2 triệu | 1.200.000 | một triệu hai | một triệu hai trăm nghìn | 1 triệu 2 | 1200K | một phẩy hai triệu | 1tr2
1200000 = 1 triệu 200 nghìn | 1.2 triệu
1500000 = một triệu rưỡi | 1,5 triệu | triệu rưỡi | 1 triệu rưỡi | một triệu năm trăm nghìn | 1tr5 | 1 triệu 500 nghìn
2350000 = hai triệu ba trăm năm mươi nghìn | 2 triệu 350 nghìn | 2tr350
3000000 = 3 triệu | 3000K | 3M | 3.000.000 | ba triệu
-1200000 = -1.200.000 | -1200000 | âm 1.200.000 | âm một triệu hai | trừ 1.200.000
-5 = âm năm | -5 | âm 5 | trừ 5
-21 = âm hai mươi mốt
-3.5 = âm ba phẩy năm | -3,5
-0.5 = -0,5 | âm không phẩy năm
1000000000 = một tỷ | một tỉ | tỷ | 1 tỷ | 1.000.000.000
1500000000 = tỷ rưỡi | một tỷ rưỡi | 1,5 tỷ | 1 tỷ rưỡi | 1 tỷ 500 triệu
2300000000 = hai tỷ ba | hai tỷ ba trăm triệu | 2,3 tỷ | 2 tỷ 3 | 2 tỷ 300 triệu
5000000000000 = năm nghìn tỷ | 5.000 tỷ | 5 nghìn tỷ | năm ngàn tỉ
1000000000000 = một nghìn tỷ | nghìn tỷ | một ngàn tỷ
1000000000000000000 = một tỷ tỷ
31256721 = ba mươi mốt triệu hai trăm năm mươi sáu nghìn bảy trăm hai mươi mốt | 31.256.721
1234567 = một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy | 1.234.567
0.5 = nửa | một nửa | một phần hai | 1/2 | 0,5 | không phẩy năm | phân nửa | ½ | ,5
1/3 = một phần ba | 1/3
2/3 = hai phần ba | 2/3
0.75 = ba phần tư | 3/4 | 0,75 | không phẩy bảy lăm | không phẩy bảy mươi lăm
0.25 = một phần tư | 1/4 | một phần bốn
0.6 = ba phần năm | 3/5
7/8 = bảy phần tám
0.3 = ba phần mười
5/6 = năm phần sáu
2/15 = hai phần mười lăm
1/20 = một phần hai mươi
3/100 = ba phần một trăm | 3/100
1.5 = một rưỡi | 1,5 | một phẩy năm | một rưởi | 1 rưỡi | một chấm năm
2.5 = hai rưỡi | hai phẩy năm | 2,5
3.14 = ba phẩy mười bốn | ba phẩy một bốn | 3,14 | ba phẩy một tư
2.05 = hai phẩy không năm | 2,05
12.5 = mười hai phẩy năm | mười hai rưỡi | 12,5
100.25 = một trăm phẩy hai lăm | một trăm phẩy hai mươi lăm
0.77 = 0,77 | không phẩy bảy bảy | không phẩy bảy mươi bảy
1.1 = 1,1 | một phẩy một | 1,10
1234.56 = 1.234,56 | 1 234,56
1234567.89 = 1.234.567,89
0.1 = không phẩy một | một phần mười
99.9 = chín mươi chín phẩy chín
1024 = 2^10
40 = bốn chục | bốn mươi
400 = bốn trăm | tư trăm
36 = ba tá | ba mươi sáu
111 = một trăm mười một
1021 = một nghìn không trăm hai mươi mốt
7004000 = bảy triệu không trăm linh bốn nghìn
120000 = trăm hai mươi nghìn | một trăm hai mươi nghìn | 120 nghìn | 120k
none = năm người | hai và ba | xin chào | một số | năm nay | mấy | bao nhiêu | 1.2.3 | không phải | hai ba bốn | đồng | phần
"""

ORDINALS = r"""
1 = thứ nhất | đầu tiên | thứ 1 | lần thứ nhất | hạng nhất | lần đầu | thứ một
2 = thứ hai | thứ nhì | thứ 2 | lần thứ hai | hạng nhì | hạng 2
3 = thứ ba | thứ 3 | lần thứ 3 | hạng ba
4 = thứ tư | thứ bốn | thứ 4 | lần thứ tư
5 = thứ năm | thứ 5 | lần thứ 5
6 = thứ sáu | thứ 6
7 = thứ bảy | thứ 7 | thứ bẩy
8 = thứ tám | thứ 8
9 = thứ chín
10 = thứ mười | thứ 10 | lần thứ 10
11 = thứ mười một | thứ 11
15 = thứ mười lăm | lần thứ XV | khóa XV | thứ XV
19 = thế kỷ 19 | thế kỷ XIX | thứ mười chín
20 = thứ hai mươi | thứ hai chục
21 = thứ hai mươi mốt | thế kỷ XXI | thứ hai mốt
24 = thứ hai mươi tư | thứ 24
25 = thứ hai mươi lăm
100 = thứ một trăm | thứ 100 | lần thứ một trăm
101 = thứ một trăm linh một
1000 = thứ một nghìn | thứ 1.000
none = hai | 5 | người thứ | ba mươi | thứ | nhất định
"""

AMOUNTS = r"""
10 VND = 10 đồng | mười đồng | 10đ | 10 VND | 10 ₫ | 10 VNĐ | 10₫
10 USD = 10 đô | mười đô la | 10$ | $10 | 10 USD | 10 đô-la | 10 đôla | 10 đô la Mỹ | US$10 | 10 usd | mười đô
1 USD = một đô la | một đô | 1 đô la
10000 USD = $10.000 | 10 nghìn đô | mười nghìn đô la | 10.000 USD | $10k | 10 ngàn đô | 10K USD
20000 VND = 20 nghìn đồng | 20.000 đồng | hai mươi nghìn đồng | 20k đồng | 20.000đ | 20 nghìn VND | 20.000 VND | 20000 đồng
20000 VND = hai chục nghìn đồng
1500000 VND = 1,5 triệu đồng | một triệu rưỡi đồng | 1 triệu rưỡi đồng | một triệu năm trăm nghìn đồng | 1.500.000 đồng
1500000 VND = 1 triệu 500 nghìn đồng | triệu rưỡi đồng | 1,5 triệu VND
2000000000 VND = 2 tỷ đồng | hai tỷ đồng | 2 tỉ đồng
1500000000 VND = 1,5 tỷ đồng | tỷ rưỡi đồng | một tỷ rưỡi đồng | 1 tỷ rưỡi đồng
20 EUR = 20 euro | 20 Euro | €20 | 20€ | hai mươi euro | EUR 20 | 20 EUR
9 GBP = 9 bảng | £9 | chín bảng Anh | 9 bảng Anh
3.14 USD = $3,14 | 3,14 USD | USD3.14 | ba đô la mười bốn xen | ba đô la mười bốn xu | 3 đô la 14 cent | ba đô mười bốn xu
10 cent = 10 xen | 10 xu | mười xu | 10 cent
20.43 USD = 20 đô la 43 xu | hai mươi đô la bốn mươi ba xu | 20 đô 43 xu
50 JPY = 50 yên | 50 yên Nhật | ¥50
100 CNY = 100 nhân dân tệ | 100 tệ
10..20 USD = từ 10 đến 20 đô la | khoảng 10-20 đô la | 10-20 đô | từ 10 tới 20 đô | giữa 10 và 20 đô la | 10 đến 20 đô la
10..20 USD = khoảng từ 10 đến 20 đô la | từ 10 đô đến 20 đô | 10 - 20 USD | trong khoảng từ 10 đến 20 đô la
<7 EUR = dưới 7 euro | ít hơn 7 euro | chưa đến 7 euro | thấp hơn 7 euro | chưa tới 7 euro | nhỏ hơn 7 euro
<=7 EUR = tối đa 7 euro | không quá 7 euro | nhiều nhất 7 euro | không vượt quá 7 euro | cao nhất 7 euro
>=20 USD = ít nhất 20 đô | tối thiểu 20 đô | không dưới 20 đô la | từ 20 đô trở lên | 20 đô trở lên
>20 USD = hơn 20 đô | trên 20 đô la | nhiều hơn 20 đô | quá 20 đô | lớn hơn 20 đô | vượt 20 đô
~20 USD = khoảng 20 đô | tầm 20 đô | gần 20 đô | xấp xỉ 20 đô | chừng 20 đô | độ 20 đô | cỡ 20 đô | ước chừng 20 đô
1 second = 1 giây | một giây | 1s
2 minute = 2 phút | hai phút | 2p | 2 ph
30 minute = 30 phút | ba mươi phút | 30p
0.5 hour = nửa tiếng | nửa giờ | nửa tiếng đồng hồ | 1/2 giờ | 0,5 giờ
1 hour = một giờ | một tiếng | 1 tiếng | 1h | 1 giờ đồng hồ | một tiếng đồng hồ
1.5 hour = một tiếng rưỡi | một giờ rưỡi | 1 tiếng rưỡi | 1,5 giờ | 1 giờ 30 phút | một tiếng ba mươi phút | tiếng rưỡi | 1h30 | 1h30p
1.5 hour = 1 tiếng 30 phút | 1 giờ rưỡi | 1h30 phút | một rưỡi giờ
2.5 hour = hai tiếng rưỡi | hai giờ rưỡi | 2,5 tiếng | 2 giờ 30 phút | 2 tiếng rưỡi | 2h30 phút
30 day = 30 ngày | ba mươi ngày
7 week = bảy tuần | 7 tuần
1 month = một tháng | 1 tháng
1.5 month = một tháng rưỡi | 1,5 tháng
2 year = 2 năm | hai năm
2.5 year = hai năm rưỡi | 2 năm rưỡi | 2,5 năm
1.5 year = một năm rưỡi | năm rưỡi | 1,5 năm
0.5 year = nửa năm
5 year = năm năm | 5 năm
0.5 day = nửa ngày
0.5 month = nửa tháng
3..5 day = 3 đến 5 ngày | 3-5 ngày | từ ba đến năm ngày | từ 3 đến 5 ngày
2..3 day = hai ba ngày | hai đến ba ngày | 2-3 ngày
>2 hour = hơn 2 tiếng | hơn hai giờ | trên 2 giờ
<1 hour = chưa đến một tiếng | dưới một giờ
~1 hour = khoảng một tiếng | khoảng 1 giờ | gần một tiếng
>=3 week = ít nhất ba tuần
3 kilometre = 3 km | ba ki lô mét | 3 cây số | 3km | ba cây số | 3 ki-lô-mét | 3 kilômét | 3 ki lô mét | ba km
8 mile = 8 dặm | tám dặm
9 metre = 9 m | 9 mét | chín mét | 9m
2 centimetre = 2 cm | 2 xăng ti mét | 2 xen-ti-mét | hai xăng-ti-mét | 2 xentimet | 2 phân
4 millimetre = 4 mm | 4 milimet | 4 mi-li-mét
1.75 metre = 1m75 | một mét bảy lăm | 1 mét 75 | một mét bảy mươi lăm
1.5 metre = 1 mét rưỡi | một mét rưỡi | 1m5 | một mét năm
5 foot = 5 feet | 5 foot
5 inch = 5 inch | 5 inches
50 kilogram = 50 kg | 50 ký | năm mươi cân | 50 ki-lô-gam | 50kg | 50 kí | 50 kilogam | năm mươi ki lô gam
5 gram = 5 g | 5 gam | năm gram | 5gr
1.5 kilogram = một ký rưỡi | 1,5 kg | 1 cân rưỡi | một cân rưỡi | 1kg5
2 milligram = 2 mg | 2 mi-li-gam
3 tonne = 3 tấn | ba tấn
1.5 tonne = tấn rưỡi | một tấn rưỡi | 1,5 tấn
2 quintal = 2 tạ | hai tạ
3 hundred_grams = 3 lạng | ba lạng
2 litre = 2 lít | hai lít | 2l | 2L
250 millilitre = 250 ml | 250 mi-li-lít | 250ml | 250 mililit
3 gallon = 3 gallon | ba ga-lông | 3 ga lông
100 square_metre = 100 m2 | 100 mét vuông | 100m² | một trăm mét vuông
60 square_kilometre = 60 km2 | 60 km² | 60 ki-lô-mét vuông | 60 cây số vuông
3 hectare = 3 ha | 3 héc-ta | ba hecta | 3 héc ta
4 cubic_metre = 4 m3 | 4 mét khối | bốn khối | 4 khối
60 kilometre_per_hour = 60 km/h | 60 ki-lô-mét trên giờ | 60 ki lô mét một giờ | 60 km trên giờ | 60 km/giờ | 60 ki lô mét trên giờ
10 metre_per_second = 10 m/s | 10 mét trên giây | 10 mét một giây
37 degree_celsius = 37°C | 37 độ C | 37 độ | ba mươi bảy độ | 37 độ xê | 37 ° C | ba mươi bảy độ C | 37 độ Celsius
70 degree_fahrenheit = 70°F | 70 độ F | 70 độ Fahrenheit
-2 degree_celsius = -2°C | âm 2 độ | âm hai độ C | -2 độ C | 2 độ dưới không
50 percent = 50% | 50 phần trăm | năm mươi phần trăm | 50 %
12.5 percent = 12,5% | mười hai phẩy năm phần trăm | 12,5 phần trăm | mười hai rưỡi phần trăm
-5 percent = -5% | âm năm phần trăm | âm 5%
10..15 percent = 10-15% | từ 10 đến 15 phần trăm | 10% đến 15% | từ 10% đến 15% | 10 - 15%
>=90 percent = ít nhất 90% | từ 90% trở lên | tối thiểu 90%
5 gigabyte = 5 GB | 5 gigabyte
30 year = 30 tuổi | ba mươi tuổi
220 volt = 220V | 220 vôn | 220 volt
20 watt = 20W | 20 oát
5 kilowatt = 5 kW | 5 ki-lô-oát
none = 5 | xin chào | đồng | năm | hai | tiếng | mấy giờ
"""

TIMES = r"""
2025-07-24 = hôm nay | ngày hôm nay | bữa nay | Hôm nay | hôm nay thứ năm | sáng nay | chiều nay | tối nay | đêm nay | trưa nay
2025-07-25 = ngày mai | mai | hôm sau | thứ sáu | thứ 6 | thứ sáu này | thứ sáu tuần này | sáng mai | tối mai | chiều mai | sáng ngày mai
2025-07-25 = chiều thứ sáu | tối thứ sáu | sáng thứ sáu | sáng ngày 25/7 | tối ngày mai
2025-07-23 = hôm qua | ngày hôm qua | bữa qua | tối qua | đêm qua | chiều qua | sáng qua | tối hôm qua | đêm hôm qua | chiều hôm qua
2025-07-26 = ngày kia | ngày mốt | mốt | 2 ngày nữa | hai ngày nữa
2025-07-22 = hôm kia | hôm trước | ngày hôm kia | hai ngày trước | 2 ngày trước | cách đây 2 ngày | thứ ba tuần này
2025-07-24T13:20 = bây giờ | ngay bây giờ | lúc này | hiện tại | hiện nay | ngay lúc này
2025-07-21 = thứ hai | thứ 2 | thứ hai tuần này | thứ Hai | 3 ngày trước
2025-07-28 = thứ hai tuần sau | thứ hai tuần tới | thứ hai tới | thứ 2 tuần tới | thứ hai kế tiếp | thứ hai ngày 28/7 | bốn ngày nữa
2025-07-28 = thứ hai sau
2025-07-14 = thứ hai tuần trước | thứ 2 tuần trước | thứ hai tuần rồi | thứ hai tuần vừa rồi | thứ hai của tuần trước
2025-07-27 = chủ nhật | chủ nhật này | chủ nhật tuần này | CN | chúa nhật
2025-08-01 = thứ sáu tuần sau | thứ sáu tuần tới | ngày 1 tháng 8 | 1/8 | mùng 1 tháng 8 | ngày mùng một tháng tám | mồng 1 tháng 8
2025-08-01 = mùng một tháng tám | 01/08 | 1-8
2025-07-14/2025-07-20 = tuần trước | tuần qua | tuần vừa qua | tuần rồi | tuần vừa rồi
2025-07-21/2025-07-27 = tuần này | trong tuần này
2025-07-28/2025-08-03 = tuần sau | tuần tới | tuần kế tiếp
2025-07-19/2025-07-20 = cuối tuần trước | cuối tuần qua | cuối tuần vừa rồi
2025-07-26/2025-07-27 = cuối tuần này | cuối tuần
2025-08-02/2025-08-03 = cuối tuần sau | cuối tuần tới
2025-06 = tháng trước | tháng 6 | tháng sáu | tháng vừa rồi | tháng 6 năm nay | tháng sáu năm nay | tháng 6/2025 | tháng rồi | tháng vừa qua
2025-06 = tháng 6 này
2025-07 = tháng này | tháng 7 | tháng bảy | tháng 7 năm 2025 | tháng 7/2025 | 7/2025 | 07/2025 | tháng 07/2025 | cuối tháng này
2025-07 = giữa tháng này | đầu tháng này | cuối tháng | đầu tháng 7 | cuối tháng 7 | giữa tháng 7
2025-08 = tháng sau | tháng tới | tháng 8 | tháng tám năm nay | 1 tháng nữa | một tháng nữa | tháng kế tiếp | đầu tháng sau | đầu tháng tới
2024 = năm ngoái | năm trước | năm 2024 | 2024 | một năm trước | năm rồi | năm vừa qua
2025 = năm nay | năm 2025 | 2025 | năm này | cuối năm nay | đầu năm nay | cuối năm | giữa năm nay | cuối năm 2025
2026 = năm sau | năm tới | sang năm | năm 2026 | một năm nữa | năm kế tiếp | đầu năm sau | cuối năm sau | đầu năm tới | đầu năm 2026
2023 = năm kia | hai năm trước | năm kìa | cách đây 2 năm
2025-07/2025-09 = quý này | quý 3 | quý ba | quý III | quý 3 năm 2025 | quý III/2025 | quý ba năm nay | quý 3/2025 | Q3/2025
2025-07/2025-09 = quý III năm 2025
2025-10/2025-12 = quý sau | quý tới | quý 4 năm nay | quý cuối năm 2025 | quý IV/2025 | quý bốn năm 2025
2025-04/2025-06 = quý trước | quý II/2025 | quý hai năm 2025 | quý 2 năm nay | quý vừa qua
2018-01/2018-03 = quý 1 năm 2018 | quý một năm 2018 | quý I/2018 | quý 1 2018 | quý I năm 2018
2025-01/2025-06 = 6 tháng đầu năm 2025 | nửa đầu năm 2025 | sáu tháng đầu năm nay | nửa đầu năm nay | 6 tháng đầu năm
2025-07/2025-12 = 6 tháng cuối năm 2025 | nửa cuối năm 2025 | nửa cuối năm nay
2013-02-15 = ngày 15 tháng 2 năm 2013 | 15/2/2013 | 15-2-2013 | 15/02/2013 | ngày 15/2/2013 | 15 tháng 2 năm 2013
2013-02-15 = ngày mười lăm tháng hai năm hai nghìn không trăm mười ba | ngày 15 tháng hai 2013 | 2013-02-15 | 15.2.2013 | 15 tháng 2, 2013
2013-02-15 = thứ sáu ngày 15 tháng 2 năm 2013 | Thứ sáu, ngày 15/2/2013 | thứ sáu, 15/02/2013 | 15 tháng 02 2013 | ngày 15-02-2013
2013-02-15 = 15 - 2 - 2013 | ngày 15 tháng 2/2013 | 2013/02/15
1974-10-31 = 31/10/1974 | 31/10/74 | 31-10-74 | 31 tháng 10 năm 1974 | ngày ba mươi mốt tháng mười năm 1974
2025-02-15 = ngày 15 tháng 2 | 15/2 | ngày 15/2 | mười lăm tháng hai | 15 tháng 2 | ngày mười lăm tháng hai | 15 tháng hai
2025-09-02 = 2/9 | ngày 2/9 | Quốc khánh 2/9 | Quốc khánh | ngày Quốc khánh | mùng 2 tháng 9 | ngày 2 tháng 9 | mồng hai tháng chín
2025-09-02 = lễ Quốc khánh | Lễ Quốc khánh 2/9
2025-04-30 = 30/4 | ngày 30 tháng 4 | ngày giải phóng miền Nam | 30 tháng 4
2025-05-01 = 1/5 | quốc tế lao động | ngày Quốc tế Lao động | Quốc tế lao động 1/5 | ngày quốc tế lao động
2025-03-08 = 8/3 | quốc tế phụ nữ | ngày Quốc tế Phụ nữ | ngày 8 tháng 3
2025-10-20 = ngày phụ nữ Việt Nam | 20/10
2025-11-20 = ngày nhà giáo Việt Nam | 20/11
2025-06-01 = quốc tế thiếu nhi | ngày Quốc tế Thiếu nhi | 1/6
2025-12-25 = Giáng sinh | lễ Giáng sinh | Noel | Giáng sinh năm nay | giáng sinh 2025 | Nô-en | ngày Giáng sinh | lễ Nô-en | Nô en
2024-12-25 = giáng sinh năm ngoái | Giáng sinh năm trước
2025-12-24 = đêm Giáng sinh | đêm Noel
2025-01-01 = Tết Dương lịch | tết dương lịch | năm mới | ngày đầu năm | tết tây | ngày 1 tháng 1 | ngày đầu năm mới
2025-12-31 = đêm giao thừa dương lịch | ngày 31 tháng 12 | 31/12 | ngày cuối năm
2025-02-14 = ngày lễ tình nhân | lễ tình nhân | Valentine | valentine | ngày valentine
2025-10-31 = Halloween | lễ Halloween | ha lô win
2025-07-17 = một tuần trước | cách đây một tuần | 1 tuần trước | 7 ngày trước
2025-07-31 = một tuần nữa | sau một tuần | 1 tuần nữa | một tuần sau | trong một tuần nữa | 7 ngày nữa | 1 tuần sau
2025-07-10 = 2 tuần trước | hai tuần trước | cách đây hai tuần | cách đây 2 tuần | hai tuần trước đây
2025-08-07 = hai tuần nữa | 2 tuần sau | sau 2 tuần | trong 2 tuần nữa | sau hai tuần nữa
2025-04 = 3 tháng trước | ba tháng trước | cách đây ba tháng | tháng tư | tháng 4
2025-10 = ba tháng nữa | 3 tháng sau | sau 3 tháng | tháng mười | tháng 10
2025-07-24T13:05 = 15 phút trước | cách đây 15 phút | mười lăm phút trước
2025-07-24T13:35 = 15 phút nữa | sau 15 phút | mười lăm phút nữa
2025-07-24T13:50 = nửa tiếng nữa | 30 phút nữa | nửa giờ nữa | sau nửa tiếng
2025-07-24T14:20 = một tiếng nữa | một giờ nữa | 1 tiếng nữa | 60 phút nữa | sau một tiếng
2025-07-24T12:20 = một tiếng trước | một giờ trước | cách đây một tiếng | 1 tiếng trước
2025-07-24T15:50 = hai tiếng rưỡi nữa | 2 tiếng rưỡi nữa | 2 giờ 30 phút nữa | sau 2 tiếng rưỡi
2025-07-25T13:20 = 24 giờ nữa | 24 tiếng nữa
2025-07-24T13:20:01 = 1 giây nữa | một giây nữa
2025-07-22/2025-07-23 = 2 ngày qua | hai ngày vừa qua | 2 ngày vừa qua | hai ngày qua | trong 2 ngày qua
2025-07-25/2025-07-27 = 3 ngày tới | ba ngày tới | 3 ngày tiếp theo | trong 3 ngày tới
2025-07-07/2025-07-20 = 2 tuần qua | hai tuần qua | hai tuần vừa qua
2025-07-28/2025-08-17 = 3 tuần tới | ba tuần tới
2025-05/2025-06 = hai tháng qua | 2 tháng vừa qua | 2 tháng qua
2025-08/2025-10 = 3 tháng tới | ba tháng tới | ba tháng tiếp theo
2023/2024 = hai năm qua | 2 năm vừa qua
2026/2028 = ba năm tới | 3 năm tới
2025-07-24T15:00 = 3 giờ chiều | ba giờ chiều | 15 giờ | 15h | lúc 3 giờ chiều | 15:00 | 3h chiều | 15h00 | vào lúc 3 giờ chiều
2025-07-24T15:00 = khoảng 3 giờ chiều | 3 giờ chiều nay | 3 giờ chiều hôm nay | chiều nay lúc 3 giờ | 3:00 chiều | 15 giờ 00 | 3h chiều nay
2025-07-24T15:00 = lúc 15h | 3 giờ đúng chiều
2025-07-24T03:00 = 3 giờ sáng | 3h sáng | 3:00 | ba giờ sáng | lúc 3 giờ sáng | 3 giờ | ba giờ
2025-07-24T15:15 = 3 giờ 15 chiều | ba giờ mười lăm phút chiều | 15h15 | 15:15 | 3h15 chiều | 15 giờ 15 phút | 15h15p
2025-07-24T15:15 = ba giờ mười lăm chiều
2025-07-24T15:30 = 3 giờ rưỡi chiều | ba rưỡi chiều | 15 giờ 30 | 15 giờ 30 phút | 3h30 chiều | 15h30 | 15:30 | 3 giờ 30 phút chiều
2025-07-24T15:30 = ba giờ ba mươi phút chiều | 3 rưỡi chiều | 15g30
2025-07-24T11:45 = 12 giờ kém 15 | mười hai giờ kém mười lăm | 11:45 | 11 giờ 45 | 12 giờ kém 15 phút | 12 giờ trưa kém 15 | 11 giờ 45 phút
2025-07-24T12:00 = 12 giờ trưa | giữa trưa | 12 giờ | mười hai giờ trưa | 12h | 12h trưa | chính ngọ | buổi trưa lúc 12 giờ
2025-07-24T00:00 = nửa đêm | 12 giờ đêm | 0 giờ | 0h | không giờ | 24 giờ | 00:00 | 24h
2025-07-24T09:00 = 9 giờ sáng | chín giờ sáng | 9h sáng | 9 giờ sáng nay | sáng nay lúc 9 giờ | 9h sáng nay | 9:00 sáng
2025-07-24T20:00 = 8 giờ tối | tám giờ tối | 8h tối | 20h | 20 giờ | 8 giờ tối nay | tối nay lúc 8 giờ | 20:00 | 8 giờ tối hôm nay
2025-07-24T20:00 = 20 giờ tối nay
2025-07-24T23:00 = 11 giờ đêm | 11 giờ khuya | 23h | 23 giờ
2025-07-24T15:23:24 = 15:23:24 | 15 giờ 23 phút 24 giây | 15h23p24s | 15h23m24s
2025-07-24T08:00 = tám giờ | 8 giờ | 8h | 8:00 | đúng 8 giờ | 8 giờ đúng | 8g
2025-07-25T15:00 = 3 giờ chiều thứ sáu | 3 giờ chiều mai | 15h ngày mai | chiều mai lúc 3 giờ | 3h chiều mai | 3 giờ chiều ngày mai
2025-07-25T15:00 = ngày mai lúc 3 giờ chiều | 15 giờ ngày 25/7 | 15h ngày 25/7/2025 | thứ sáu lúc 3 giờ chiều | 15:00 25/07/2025
2025-07-25T15:00 = 15:00 ngày 25/7 | chiều thứ sáu lúc 3 giờ
2025-07-25T09:00 = 9 giờ sáng mai | sáng mai lúc 9 giờ | 9h sáng mai | 9 giờ sáng ngày mai | ngày mai lúc 9 giờ | 9h ngày mai
2025-07-23T22:00 = 10 giờ tối qua | 10h tối qua | 10 giờ đêm qua | tối qua lúc 10 giờ | 10 giờ tối hôm qua | 22h hôm qua
2025-07-28T08:30 = 8 giờ 30 thứ hai tuần sau | 8h30 thứ hai tuần tới | 8h30 sáng thứ hai tuần tới
2013-02-18T10:00 = 2013-02-18T10:00 | 10 giờ ngày 18/2/2013 | 10h ngày 18 tháng 2 năm 2013 | 18/02/2013 10:00 | 10:00 18/2/2013
2013-02-18T10:00 = 10h sáng ngày 18/2/2013 | ngày 18/2/2013 lúc 10 giờ
2025-07-24T09:30/2025-07-24T11:00 = từ 9 giờ 30 đến 11 giờ | 9:30 - 11:00 | 9h30-11h | từ 9h30 đến 11h | 9 giờ 30 đến 11 giờ
2025-07-24T09:30/2025-07-24T11:00 = từ 9:30 đến 11:00 | từ 9h30 tới 11h sáng | 9h30 - 11h00 | từ 9 rưỡi đến 11 giờ
2025-07-24T15:00/2025-07-24T17:00 = từ 3 giờ đến 5 giờ chiều | từ 15h đến 17h | 3-5 giờ chiều | từ 3 đến 5 giờ chiều | 15h-17h
2025-07-24T15:00/2025-07-24T17:00 = từ 3 giờ chiều đến 5 giờ chiều | từ 15 giờ đến 17 giờ hôm nay | từ 3 giờ chiều tới 5 giờ chiều
2025-07-24T15:00/2025-07-24T17:00 = 3 giờ đến 5 giờ chiều nay
2025-07-25T09:00/2025-07-25T11:00 = từ 9 giờ đến 11 giờ sáng mai | 9h-11h ngày mai | từ 9h đến 11h ngày 25/7 | ngày mai từ 9 giờ đến 11 giờ
2025-07-13/2025-07-15 = từ ngày 13 đến ngày 15 tháng 7 | 13-15/7 | từ 13 đến 15 tháng 7 | 13 - 15 tháng 7 | từ 13/7 đến 15/7
2025-07-13/2025-07-15 = từ ngày 13/7 đến 15/7 | ngày 13 đến 15 tháng 7 | từ ngày 13 đến 15/7/2025 | từ 13-15/7/2025 | 13/7 - 15/7
2025-07-13/2025-07-15 = từ ngày 13 tháng 7 đến ngày 15 tháng 7 | từ 13 tới 15 tháng 7 | 13/7/2025 - 15/7/2025
2025-06/2025-08 = từ tháng 6 đến tháng 8 | tháng 6 - tháng 8 | từ tháng 6 đến tháng 8 năm 2025 | từ tháng sáu đến tháng tám
2025-06/2025-08 = tháng 6 đến tháng 8/2025
2020/2025 = 2020-2025 | từ năm 2020 đến năm 2025 | giai đoạn 2020-2025 | từ 2020 đến 2025 | năm 2020 đến 2025 | từ năm 2020 đến 2025
199X = những năm 1990 | thập niên 1990 | thập niên 90 | những năm 90
19XX = thế kỷ 20 | thế kỷ XX | thế kỷ thứ 20
20XX = thế kỷ 21 | thế kỷ XXI
2025-21 = mùa xuân 2025 | mùa xuân năm 2025 | xuân 2025 | mùa xuân này | mùa xuân năm nay
2025-22 = mùa hè 2025 | mùa hè năm nay | mùa hè này | hè 2025 | mùa hè | mùa hạ
2025-23 = mùa thu năm 2025 | mùa thu năm nay | mùa thu này
2024-24 = mùa đông 2024 | mùa đông năm ngoái | mùa đông năm 2024
2024-22 = mùa hè năm ngoái | hè năm ngoái | mùa hè 2024 | mùa hè trước
2026-22 = mùa hè năm sau | mùa hè sang năm | hè năm tới
none = xin chào | 5 | hai người | 12345678 | 31 tháng 2 | 32/7/2025 | 25:00 | đến | 3 đồng | ba người | một cái
"""

# What is known to be read wrong or not at all.
MISSED = [
    ("N", "chín chín", "99"),
    ("N", "nghìn mốt", "1100"),
    ("N", "hai không hai lăm", "2025"),
    ("Q", "5 bộ", "5 foot"),
]


@pytest.mark.parametrize(("value", "wordings"), lines(NUMBERS))
def test_a_number_has_its_value(value: str, wordings: list[str]) -> None:
    assert misread("vi", "N", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(ORDINALS))
def test_an_ordinal_names_its_place(value: str, wordings: list[str]) -> None:
    assert misread("vi", "O", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(AMOUNTS))
def test_an_amount_has_its_value_unit_and_bound(value: str, wordings: list[str]) -> None:
    assert misread("vi", "Q", value, wordings) == []


@pytest.mark.parametrize(("value", "wordings"), lines(TIMES))
def test_a_time_is_read_as_exactly_as_it_was_said(value: str, wordings: list[str]) -> None:
    assert misread("vi", "T", value, wordings) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "value"), MISSED)
def test_what_is_missed(kind: str, text: str, value: str) -> None:
    assert misread("vi", kind, value, [text]) == []
