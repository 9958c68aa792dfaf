from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.sources.plain_values import read_currency, read_date, read_decimal, read_language


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1234.50", "1234.50"),
        ("0", "0"),
        ("-7.5", "-7.5"),
        ("1.5e6", "1500000"),
        ("1,234.56", "1234.56"),
        ("1,234,567", "1234567"),
        ("12.345.678,90", "12345678.90"),
        ("1 234 567,89", "1234567.89"),
        ("1\u00a0234.5", "1234.5"),
        (" 42 ", "42"),
    ],
)
def test_a_number_is_read(written: str, number: str) -> None:
    assert read_decimal(written) == Decimal(number)


@pytest.mark.parametrize(
    "written",
    [
        "1,234",
        "1.234.56",
        "12,34,567",
        "NaN",
        "Infinity",
        "",
        "EUR 5",
        "5 EUR",
        "1e40",
        "9" * 30,
        "١٢٣",
        "1 23",
        "0x1F",
    ],
)
def test_what_is_not_sure_gives_no_number(written: str) -> None:
    assert read_decimal(written) is None


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-12-05", "2022-12-05"),
        ("2022-12-05T23:59:59+02:00", "2022-12-05"),
        ("2018-01-11 17:29:09", "2018-01-11"),
        ("2020-02-12Z", "2020-02-12"),
        ("2023-04-23+01:00", "2023-04-23"),
        ("20200102", "2020-01-02"),
        ("2022-12", "2022-12"),
        ("2022", "2022"),
    ],
)
def test_a_date_is_read_as_written(written: str, date: str) -> None:
    found = read_date(written)
    assert found is not None
    assert found.iso() == date


@pytest.mark.parametrize("written", ["05/12/2022", "2022-13-01", "2022-02-30", "0001-01-01", "9999-12-31", "", "soon"])
def test_what_is_no_date_gives_none(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "code"), [("mdl", "MDL"), (" EUR ", "EUR"), ("€", None), ("EURO", None), ("", None)]
)
def test_currency(written: str, code: str | None) -> None:
    assert read_currency(written) == code


@pytest.mark.parametrize(
    ("written", "code"), [("HY", "hy"), ("en-GB", "en"), ("ENG", "en"), ("NOB", "nb"), ("md", None), ("", None)]
)
def test_language(written: str, code: str | None) -> None:
    assert read_language(written) == code
