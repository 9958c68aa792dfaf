"""A converted figure has its rate, its banking day and its source; without an honest rate there is none."""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from tenderlight.errors import UsageError
from tenderlight.publish.rates import Converted, RateTable, read_rates
from tests.shared_data import shared_file

TABLE = """Date,USD,CNY,RUB,JPY,
2022-03-07,1.0895,6.8810,N/A,125.40,
2022-03-04,1.0929,6.9105,N/A,126.03,
2022-03-01,1.1162,7.0444,117.201,128.29,
2021-12-30,1.1334,7.2197,84.5925,130.47,
"""
FRIDAY, SATURDAY = datetime.date(2022, 3, 4), datetime.date(2022, 3, 5)


@pytest.fixture
def table(tmp_path: Path) -> RateTable:
    (tmp_path / "rates.csv").write_text(TABLE, "utf-8")
    return read_rates(tmp_path / "rates.csv")


def at(table: RateTable, day: datetime.date, currency: str | None = "CNY", target: str = "EUR") -> Converted:
    return table.convert(Decimal("1268000.50"), currency, day=day, of="contract", target=target)


def test_a_figure_comes_with_rate_day_and_why_that_day(table: RateTable) -> None:
    found = at(table, FRIDAY)
    assert found.amount == Decimal("183488.97")
    assert (found.rate, found.rate_date) == ("1 EUR = 6.9105 CNY", FRIDAY)
    assert found.note == "at the date of contract, 2022-03-04"
    assert table.source.startswith("euro reference rates, rates.csv, SHA-256 ")


def test_on_a_weekend_the_last_banking_day_before_counts_and_is_named(table: RateTable) -> None:
    found = at(table, SATURDAY)
    assert (found.amount, found.rate_date) == (at(table, FRIDAY).amount, FRIDAY)
    assert "no rate that day, so that of the last banking day before, 2022-03-04" in found.note


def test_a_rate_a_week_old_is_none(table: RateTable) -> None:
    assert at(table, datetime.date(2022, 3, 14)).rate_date == datetime.date(2022, 3, 7)
    late, early = at(table, datetime.date(2022, 3, 15)), at(table, datetime.date(1998, 1, 1))
    for found in (late, early):
        assert (found.amount, found.rate, found.rate_date) == (None, None, None)
        assert found.note.startswith("not converted: the table has no rate for CNY in the 7 days up to ")


def test_a_currency_that_ends_is_converted_as_long_as_there_are_rates(table: RateTable) -> None:
    found = at(table, SATURDAY, "RUB")
    assert (found.rate, found.rate_date) == ("1 EUR = 117.201 RUB", datetime.date(2022, 3, 1))
    assert at(table, datetime.date(2022, 3, 20), "RUB").amount is None


@pytest.mark.parametrize(
    ("currency", "why"),
    [
        ("UAH", "the table has no rates for UAH"),
        ("COP", "the table has no rates for COP"),
        (None, "the document names no currency"),
        ("EUR", "it is in EUR"),
    ],
)
def test_where_there_is_no_rate_it_says_why(currency: str | None, why: str, table: RateTable) -> None:
    assert at(table, FRIDAY, currency).note == f"not converted: {why}"


def test_between_two_other_currencies_both_rates_are_of_one_day(table: RateTable) -> None:
    found = at(table, FRIDAY, "CNY", "USD")
    assert found.amount == Decimal("200535.09")
    assert (found.rate, found.currency) == ("1 USD = 6.323085 CNY, through the euro", "USD")
    assert at(table, SATURDAY, "RUB", "USD").rate_date == datetime.date(2022, 3, 1)
    assert at(table, FRIDAY, "EUR", "USD").rate == "1 USD = 0.9149968 EUR"


def test_a_zip_is_read_like_the_file_in_it(table: RateTable, tmp_path: Path) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("eurofxref-hist.csv", TABLE)
    (tmp_path / "rates.zip").write_bytes(memory.getvalue())
    assert read_rates(tmp_path / "rates.zip").rates == table.rates


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 no zip",
        b"Day,USD\n",
        b"Date,name\n2022-01-01,1\n",
        b"Date,USD\nyesterday,1\n",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_table_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(UsageError):
        read_rates(tmp_path / "x")


def test_rates_that_are_none_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("Date,USD,CNY,JPY\n2022-03-04,NaN,-1,1e9999999\n2022-03-05,0,,7\n", "utf-8")
    assert [sorted(one) for one in read_rates(tmp_path / "x").rates] == [["EUR", "JPY"], ["EUR", "JPY"]]
    found = read_rates(tmp_path / "x")
    assert found.convert(Decimal(7), "JPY", day=datetime.date(2022, 3, 5), of="award").amount == Decimal("1.00")


def test_the_table_of_the_bank_is_read() -> None:
    table = read_rates(shared_file("data/fx-ecb/eurofxref-hist.zip"))
    assert table.days[0] == datetime.date(1999, 1, 4)
    assert at(table, datetime.date(2022, 12, 25)).rate_date == datetime.date(2022, 12, 23)
    assert {"CNY", "GBP", "RUB"} <= table.currencies
    assert not {"UAH", "COP", "KZT"} & table.currencies
