import pytest

from tenderlight.languages.dates import find_dates, read_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022年12月5日", "2022-12-05"),
        ("2022 年 12 月 5 日", "2022-12-05"),
        ("２０２２年１２月５日", "2022-12-05"),
        ("2022-12-05", "2022-12-05"),
        ("2022/12/5", "2022-12-05"),
        ("2022.12.05", "2022-12-05"),
        ("20221205", "2022-12-05"),
        ("二〇二二年十二月五日", "2022-12-05"),
        ("二○二二年十二月廿五日", "2022-12-25"),
        ("二零二二年十一月", "2022-11"),
        ("二0二二年三月八日", "2022-03-08"),
        ("二O二三年六月一日", "2023-06-01"),
        ("2022年元月5日", "2022-01-05"),
        ("贰零贰贰年拾贰月", "2022-12"),
        ("2022年12月  日", "2022-12"),
        ("2022年12月", "2022-12"),
        ("2022-12", "2022-12"),
        ("2022年", "2022"),
        ("民國111年12月5日", "2022-12-05"),
        ("中華民國一百一十一年十二月五日", "2022-12-05"),
        ("202\n6\n年\n03\n月\n16\n日", "2026-03-16"),
        ("14 June 2021", "2021-06-14"),
        ("June 14th, 2021", "2021-06-14"),
        ("March 2022", "2022-03"),
        ("3 февраля 2022 г.", "2022-02-03"),
        ("«03» февраля 2022", "2022-02-03"),
        ("03.02.2022", "2022-02-03"),
        ("15 de noviembre de 2021", "2021-11-15"),
        ("1er mars 2022", "2022-03-01"),
        ("28/07/2021", "2021-07-28"),
        ("07/28/2021", "2021-07-28"),
    ],
)
def test_dates_are_read_as_far_as_they_are_written(written: str, iso: str) -> None:
    date = read_date(written)
    assert date is not None
    assert date.iso() == iso


@pytest.mark.parametrize(
    "written",
    ["", "即日起", "2022年13月5日", "2022年2月30日", "2022-02-30", "03/02/2022", "90日历天", "1.2.3", "20229999"],
)
def test_what_is_not_one_possible_date_is_none(written: str) -> None:
    assert read_date(written) is None


def test_the_order_of_day_and_month_comes_from_the_source() -> None:
    day_first, month_first = read_date("03/02/2022", day_first=True), read_date("03/02/2022", day_first=False)
    assert day_first is not None
    assert month_first is not None
    assert (day_first.iso(), month_first.iso()) == ("2022-02-03", "2022-03-02")


def test_dates_are_found_with_their_place() -> None:
    text = "公示期：2022年7月1日至2022年7月3日，电话0717-20220705，编号 2022-117"
    assert [text[one.start : one.end] for one in find_dates(text)] == ["2022年7月1日", "2022年7月3日"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("111/12/05", "2022-12-05"),
        ("111.12.5", "2022-12-05"),
        ("111年12月5日", "2022-12-05"),
        ("99年3月", "2010-03"),
        ("1111205", "2022-12-05"),
        ("2022/12/05", "2022-12-05"),
    ],
)
def test_years_of_the_republic_are_read_where_they_are_known_to_be_used(written: str, iso: str) -> None:
    found = find_dates(written, republic=True)
    assert [one.date.iso() for one in found] == [iso]


@pytest.mark.parametrize("written", ["111/12/05", "111.12.05", "111年12月5日", "1111205"])
def test_years_of_the_republic_are_not_guessed(written: str) -> None:
    assert find_dates(written) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12-May-2023", "2023-05-12"),
        ("12/MAY/23", "2023-05-12"),
        ("2021 SEP 24", "2021-09-24"),
        ("aos 22 dias do mês de junho de 2022", "2022-06-22"),
        ("18 يونيو 2023", "2023-06-18"),
        ("the twenty-second day of August Two Thousand and Nineteen", "2019-08-22"),
        ("a los veintiún (21) días del mes de junio de dos mil veintidós (2022)", "2022-06-21"),
        ("aos cinco dias do mês de maio de dois mil e vinte e um", "2021-05-05"),
        ("le trois janvier deux mille vingt-deux", "2022-01-03"),
        ("05/21/2024", "2024-05-21"),
    ],
)
def test_month_named_between_strokes_and_days_and_years_in_words(text: str, date: str) -> None:
    (found,) = find_dates(text, day_first=True)
    assert found.date.iso() == date


@pytest.mark.parametrize("text", ["one of the two thousand", "may two", "a mil de junio", "on the last day of May"])
def test_words_that_are_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("written", "isos"),
    [
        ("12.05.2019-06-07", ["2019-05-12"]),
        ("1.2.2011.2012", ["2011-02-01"]),
        ("No 20201212/2020, 3/4/2020", []),
        ("20202020-01-02 and 2020-01-02/2021-03-04", ["2020-01-02"]),
        ("01.02.20200", []),
        ("11.12.2013 14.12.2013", ["2013-12-11", "2013-12-14"]),
    ],
)
def test_years_side_by_side(written: str, isos: list[str]) -> None:
    assert [found.date.iso() for found in find_dates(written)] == isos
