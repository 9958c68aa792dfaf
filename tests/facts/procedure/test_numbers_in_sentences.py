"""Numbers in running text and headings, and codes that are none."""

from __future__ import annotations

import pytest

from tenderlight.facts.procedure.numbers_in_sentences import running_numbers
from tenderlight.languages.normalise import flatten


def _first(text: str) -> str | None:
    return next((text[slice(*span)] for span in running_numbers(text, flatten(text))), None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Замовник: КП\nUA-2023-10-11-007341-a", "UA-2023-10-11-007341-a"),
        ("Додаткова угода до договору від 03 червня 2020 р. № 54/20", "54/20"),
        ("ORDEN DE COMPRA 98114\nProveedor: X", "98114"),
        ("DÉCISION MUNICIPALE N° 2020-117", "2020-117"),
        ("Board of Works - RC/2022-23/61\nValid for a year", "RC/2022-23/61"),
        ("اصلاحیه آگهی مناقصه شماره ۱۴۰۱/۶۳", "۱۴۰۱/۶۳"),
    ],
)
def test_number_is_found(text: str, number: str) -> None:
    assert _first(text) == number


@pytest.mark.parametrize("text", ["Award of contract", "Supply of camera AP-40 and cable", "Meeting of 2022-11-03"])
def test_model_and_date_are_no_number(text: str) -> None:
    assert _first(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "QUOTATION  Q-2024-0388   14 February 2024\nTo: a club",
        "报价单\n编号 BJ-2023-07-18\n致：某学校",
        "Коммерческое предложение КП-2021/44-5\nУважаемые господа",
        "Devis D/2022-118-4\nClient : une école",
        "Pro forma invoice PI-2020/55-1\nBill to: a shop",
    ],
)
def test_the_number_of_a_sellers_own_paper_is_no_number_of_a_procedure(text: str) -> None:
    assert _first(text) is None


def test_a_quotation_asked_for_by_a_buyer_has_its_number() -> None:
    assert _first("Request for quotation RFQ/2022-23/61\nIssued by the council") is not None
