import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.dates import find_dates, read_date
from tenderlight.languages.money import find_amounts, read_money
from tenderlight.languages.numerals import read_numeral
from tenderlight.model.values import Money
from tests.properties.chinese_writing import EVERYDAY, write_amount, write_number

numbers = st.integers(min_value=0, max_value=10**12 - 1)
amounts = st.decimals(min_value=1, max_value=10**11, places=2)
dates = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2099, 12, 31))


@given(numbers, st.booleans())
def test_a_number_written_in_chinese_reads_back(number: int, capital: bool) -> None:
    assert read_numeral(write_number(number, capital=capital)) == number


@given(numbers)
def test_a_number_written_digit_by_digit_reads_back(number: int) -> None:
    assert read_numeral("".join(EVERYDAY[int(digit)] for digit in str(number))) == number


@given(amounts)
def test_an_amount_written_in_capitals_reads_back(amount: Decimal) -> None:
    assert read_money(f"人民币{write_amount(amount)}") == Money(amount=amount, currency="CNY")


@given(amounts, st.sampled_from([("元", 1), ("万元", 10**4), ("亿元", 10**8)]))
def test_an_amount_with_its_unit_reads_back(amount: Decimal, unit: tuple[str, int]) -> None:
    word, multiplier = unit
    assert read_money(f"{amount:,}{word}") == Money(amount=amount * multiplier, currency="CNY")
    assert read_money(f"{amount}（{word}）") == Money(amount=amount * multiplier, currency="CNY")


@given(amounts)
def test_an_amount_in_western_marks_reads_back(amount: Decimal) -> None:
    western = f"{amount:,}".translate(str.maketrans(",.", ".,"))
    assert read_money(f"{western} EUR", decimal_mark=",") == Money(amount=amount, currency="EUR")
    blanks = f"{amount:,}".replace(",", " ").replace(".", ",")
    assert read_money(f"{blanks} руб.") == Money(amount=amount, currency="RUB")


@given(dates)
def test_a_date_reads_back_however_it_is_written(date: datetime.date) -> None:
    digits = "".join(EVERYDAY[int(digit)] for digit in f"{date.year}")
    month, day = write_number(date.month, capital=False), write_number(date.day, capital=False)
    for written in (
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.year} 年 {date.month:02} 月 {date.day:02} 日",
        f"{digits}年{month.removeprefix('一') if date.month >= 10 else month}月{day}日",
        date.isoformat(),
        f"{date:%Y%m%d}",
        f"民國{date.year - 1911}年{date.month}月{date.day}日",
        f"{date:%d.%m.%Y}",
    ):
        read = read_date(written)
        assert read is not None
        assert read.iso() == date.isoformat()


@given(st.text(alphabet="0123456789年月日元万亿壹拾佰零整，.,%¥$€ \n年2022-/руб.млн(）民国", max_size=40))
def test_what_is_found_lies_in_the_text_in_order(text: str) -> None:
    for found in (find_amounts(text), find_dates(text)):
        previous = 0
        for one in found:
            assert previous <= one.start < one.end <= len(text)
            previous = one.end
