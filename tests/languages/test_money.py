from decimal import Decimal

import pytest

from tenderlight.languages.money import MoneyUnit, find_amounts, find_percents, read_money, read_number, read_unit
from tenderlight.model.values import Money


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("1,268,000.00元", "1268000", "CNY"),
        ("42.5万元", "425000", "CNY"),
        ("4.5亿元", "450000000", "CNY"),
        ("3千元", "3000", "CNY"),
        ("2百万元", "2000000", "CNY"),
        ("84.6000000（万元）", "846000", "CNY"),
        ("2837.861389万元", "28378613.89", "CNY"),
        ("¥1,234,567.89", "1234567.89", "CNY"),
        ("￥ 42,300,000.00", "42300000", "CNY"),
        ("RMB 1,200,000", "1200000", "CNY"),
        ("人民币：500000.00元整", "500000", "CNY"),
        ("１２３万元", "1230000", "CNY"),
        ("1，234，567.89元", "1234567.89", "CNY"),
        ("1 234 567 元", "1234567", "CNY"),
        ("人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", "1234567.89", "CNY"),
        ("肆仟贰佰叁拾万元整", "42300000", "CNY"),
        ("贰拾捌萬圓正", "280000", "CNY"),
        ("陆佰元零伍分", "600.05", "CNY"),
        ("人民币（大写）壹拾万元整（¥100000.00）", "100000", "CNY"),
        ("2,350,000元新台幣", "2350000", "TWD"),
        ("新臺幣1,234,567元整", "1234567", "TWD"),
        ("新台幣壹佰貳拾參萬肆仟元整", "1234000", "TWD"),
        ("NTD 500,000", "500000", "TWD"),
        ("NT$9,870仟元", "9870000", "TWD"),
        ("港幣 4,560,000 元", "4560000", "HKD"),
        ("肆佰伍拾萬港元", "4500000", "HKD"),
        ("123万4567元", "1234567", "CNY"),
        ("1亿2000万元", "120000000", "CNY"),
        ("人民币贰佰万元（2000000元）", "2000000", "CNY"),
        ("USD 1.5 million", "1500000", "USD"),
        ("US$ 4.2-million", "4200000", "USD"),
        ("€12.5-billion", "12500000000", "EUR"),
        ("R$ 4,5-milhões", "4500000", "BRL"),
        ("£61,200 (ex VAT)", "61200", "GBP"),
        ("£2.5m", "2500000", "GBP"),
        ("1.234.567,89 EUR", "1234567.89", "EUR"),
        ("312 480,50 €", "312480.5", "EUR"),
        ("1 234 567,89 руб.", "1234567.89", "RUB"),
        ("43,3 млн рублей", "43300000", "RUB"),
        ("499 000 (четыреста девяносто девять тысяч) рублей", "499000", "RUB"),
        ("15 000 000 тенге", "15000000", "KZT"),
        ("$350.000.000 COP", "350000000", "COP"),
        ("350 millones de pesos COP", "350000000", "COP"),
    ],
)
def test_money_is_read_in_its_base_unit(written: str, amount: str, currency: str) -> None:
    found = find_amounts(written)
    assert found
    assert {(one.amount, one.currency) for one in found} == {(Decimal(amount), currency)}
    if "(четыреста" not in written:
        assert read_money(written) == Money(amount=Decimal(amount), currency=currency)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "面议",
        "/",
        "详见附件",
        "85%",
        "下浮率8%",
        "百分之三",
        "3台",
        "2022年",
        "DN300",
        "500200",
        "12元/㎡",
        "6400元/吨",
        "€1.234",
        "$350,000",
        "100元至200元",
        "壹拾万元整（¥200000.00）",
        "9" * 60 + "元",
    ],
)
def test_what_is_not_exactly_one_amount_with_a_currency_is_none(written: str) -> None:
    assert read_money(written) is None


def test_a_bare_number_counts_what_its_label_says() -> None:
    ten_thousands = read_unit("万元")
    assert ten_thousands == MoneyUnit(multiplier=10_000, currency="CNY")
    assert read_money("84.6", unit=ten_thousands) == Money(amount=Decimal(846_000), currency="CNY")
    assert read_money("846000.00元", unit=ten_thousands) == Money(amount=Decimal(846_000), currency="CNY")


@pytest.mark.parametrize(
    ("written", "known"), [("元", True), ("元/%", True), ("тыс. руб.", True), ("天", False), ("", False)]
)
def test_units_are_known_or_not(written: str, known: bool) -> None:
    assert (read_unit(written) is not None) is known


def test_a_price_by_the_piece_is_marked() -> None:
    assert [one.per_unit for one in find_amounts("单价6400 元/吨，总价3905110元")] == [True, False]


def test_percents_are_found_apart_from_money() -> None:
    assert find_percents("下浮率12.5％，税率百分之13") == ((3, 8, Decimal("12.5")), (11, 16, Decimal(13)))
    assert find_amounts("下浮率12.5％") == ()


@pytest.mark.parametrize(
    "written", ["1.234.56元", "23,570816.00元", "6,918.430.50元", "1.280,125元", "45,92,244.67元", "1,23,456.00元"]
)
def test_no_part_of_a_malformed_amount_becomes_a_value(written: str) -> None:
    assert find_amounts(f"合同价 {written}", decimal_mark=".") == ()


@pytest.mark.parametrize(
    ("written", "mark", "number"),
    [
        ("1.234.567,89", None, "1234567.89"),
        ("1,234,567.89", None, "1234567.89"),
        ("1 234 567,89", None, "1234567.89"),
        ("1'234.50", None, "1234.50"),
        ("1.234", None, None),
        ("1.234", ".", "1.234"),
        ("1.234", ",", "1234"),
        ("1.2345", None, "1.2345"),
        ("1.234,567", None, "1234.567"),
        ("1.234,567", ".", None),
        ("1.234,567", ",", "1234.567"),
        ("23,570816", ".", None),
        ("1.234.56", ".", None),
        ("12,34,567", None, None),
        ("1,2.3,4", None, None),
        ("abc", None, None),
    ],
)
def test_a_number_with_two_readings_is_none(written: str, mark: str | None, number: str | None) -> None:
    assert read_number(written, decimal_mark=mark) == (Decimal(number) if number else None)


def test_lakhs_are_read_where_money_is_counted_in_them() -> None:
    assert [one.amount for one in find_amounts("Rs. 47,36,18,250.00", decimal_mark=".")] == [Decimal("473618250")]
    assert find_amounts("EUR 47,36,18,250.00", decimal_mark=".") == ()


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("N3,412,500,000.00", "3412500000", "NGN"),
        ("R1 234 567.89", "1234567.89", "ZAR"),
        ("PhP 6,218,000.00", "6218000", "PHP"),
        ("Birr 3,000,000.00", "3000000", "ETB"),
        ("44 100 215 рублей 70 копеек", "44100215.7", "RUB"),
        ("298 440,00 белорусского рубля", "298440", "BYN"),
        ("٣٬٤٨٥٬٠٠٠٫٠٠ ريال سعودي", "3485000", "SAR"),
        ("۴۸٬۹۵۰٬۰۰۰٬۰۰۰ ریال", "48950000000", "IRR"),
        ("100 millions de FCFA", "100000000", "XOF"),
        ("Q.74,985.00", "74985", "GTQ"),
        ("L. 6,215,000.00", "6215000", "HNL"),
        ("K198,060.00", "198060", "ZMW"),
        ("SBD 2,114,900.00", "2114900", "SBD"),
        ("G$106,240,000", "106240000", "GYD"),
        ("FJD 988,400.00", "988400", "FJD"),
    ],
)
def test_signs_of_many_countries_hundredths_and_arabic_marks(text: str, amount: str, currency: str) -> None:
    (found,) = find_amounts(text, decimal_mark=".")
    assert (found.amount, found.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("R 2,310,450.75", "2310450.75", "ZAR"),
        ("R1 245 600.00", "1245600", "ZAR"),
        ("for R8.4 million", "8400000", "ZAR"),
        ("MK 41,000,000.00", "41000000", "MWK"),
        ("N1.2 billion", "1200000000", "NGN"),
    ],
)
def test_letters_are_signs_of_money_before_a_grouped_number(text: str, amount: str, currency: str) -> None:
    (found,) = find_amounts(text, decimal_mark=".")
    assert (found.amount, found.currency) == (Decimal(amount), currency)


def test_letter_is_no_sign_of_money_before_a_plain_number() -> None:
    assert all(found.currency is None for found in find_amounts("lot n 3 of r 12"))


@pytest.mark.parametrize("text", ["camera TX-640 (£4,150.00 each)", "camera TX-640 £4,150.00 each", "6 sets $4,150.00"])
def test_a_sign_right_before_a_figure_is_of_no_figure_before_it(text: str) -> None:
    money = [(one.amount, one.currency) for one in find_amounts(text, decimal_mark=".") if not one.bare]
    assert money == [(Decimal("4150.00"), "GBP" if "£" in text else None)]


def test_pesos_are_money_of_a_country_that_is_not_said() -> None:
    found = [(one.amount, one.bare) for one in find_amounts("pesos 412.000,00 y 5.768.000,00 pesos", decimal_mark=",")]
    assert found == [(Decimal("412000.00"), False), (Decimal("5768000.00"), False)]


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("13,170.00 (SGD)", "13170", "SGD"),
        ("EUR = 1,234,567", "1234567", "EUR"),
        ("$2'640,000.00 MXN", "2640000", "MXN"),
        ("COP 1'234.567,89", "1234567.89", "COP"),
        ("Rs. 2.5 Cr.", "25000000", "INR"),
        ("Rs 12.50 Lacs", "1250000", "INR"),
        ("1.234.567,- EUR", "1234567", "EUR"),
        ("CHF 12,500.–", "12500", "CHF"),
        ("450 TEUR", "450000", "EUR"),
        ("812 700 р.", "812700", "RUB"),
        ("1234567-00 руб.", "1234567", "RUB"),
        ("Four million Kina (K4,000,000)", "4000000", "PGK"),
    ],
)
def test_marks_and_words_that_some_countries_write(written: str, amount: str, currency: str) -> None:
    found = [one for one in find_amounts(written) if not one.bare]
    assert [(one.amount, one.currency) for one in found] == [(Decimal(amount), currency)]


@pytest.mark.parametrize("written", ["наказ від 12.03.2022 р.", "в 2022 р. закуплено", "12 crew", "cost: 25 cr"])
def test_years_and_other_words_are_no_money(written: str) -> None:
    assert all(one.bare for one in find_amounts(written))


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("(1) 港幣2,350,000元", "2350000", "HKD"),
        ("2.新臺幣 1,120,000元", "1120000", "TWD"),
        ("(3)澳門元486,500.00", "486500", "MOP"),
    ],
)
def test_the_currency_behind_a_number_in_order_is_that_of_the_sum(text: str, amount: str, currency: str) -> None:
    told = [one for one in find_amounts(text, decimal_mark=".") if not one.bare]
    assert [(str(one.amount), one.currency) for one in told] == [(amount, currency)]
