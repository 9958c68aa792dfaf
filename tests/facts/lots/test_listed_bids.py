"""Bids that the text about one lot lists."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.lots.listed_bids import bids_listed, first_of, referred_to
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def _piece(text: str) -> Piece:
    return Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "\n1) ОсОО «МедЛайн» — 4 950 000 сом\n2) ОсОО «Фарма Плюс» — 5 100 000 сом\n",
            ["ОсОО «МедЛайн»", "ОсОО «Фарма Плюс»"],
        ),
        (" (бинти): ТОВ «Медтекстиль» – 210 000 грн; ПП «Марля» – 198 400 грн", ["ТОВ «Медтекстиль»", "ПП «Марля»"]),
        (" – ООО «А-Кран» (6 800 000 руб.), АО «Подъём» (7 100 000 руб.)", ["ООО «А-Кран»", "АО «Подъём»"]),
        (
            "\n1. DataStor Sp. z o.o. – 510 000,00 zł\n2. NetPro S.A. – 498 000,00 zł",
            ["DataStor Sp. z o.o.", "NetPro S.A."],
        ),
        (" – Angebote: Huber Bau GmbH 214.000,00 EUR; Steiner AG 198.700,00 EUR", ["Huber Bau GmbH", "Steiner AG"]),
        (" ООО «Один» – 100 000 руб.", []),
        (" консорциум ООО «Один» и АО «Два», цена 100 000 руб.", []),
        (" ООО «Один», ИНН 7700000000, и АО «Два», ИНН 7800000000", []),
    ],
)
def test_a_firm_with_its_own_sum_is_a_bid(text: str, names: list[str]) -> None:
    assert [bid.name.text for bid in bids_listed(_piece(text))] == names


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("\nООО «Альфа» – 100 000 руб. – 2 место\nООО «Бета» – 90 000 руб. – 1 место", "ООО «Бета»"),
        (" ТОВ «Альфа» (120 000 грн, 1 місце), ПП «Бета» (126 500 грн, 2 місце)", "ТОВ «Альфа»"),
        ("\nAlpha GmbH 10.000,00 EUR, Rang 2\nBeta AG 9.000,00 EUR, Rang 1", "Beta AG"),
        ("\nООО «Альфа» – 100 000 руб.\nООО «Бета» – 90 000 руб.", None),
        ("\nООО «Альфа» – 100 000 руб. – победитель\nООО «Бета» – 90 000 руб. – победитель", None),
    ],
)
def test_the_line_of_a_bid_may_say_that_it_is_first(text: str, first: str | None) -> None:
    found = first_of(bids_listed(_piece(text)))
    assert (found.name.text if found else None) == first


def test_a_decision_may_point_to_a_bid_by_its_number() -> None:
    bids = bids_listed(_piece("\nа) ООО «Альфа», рег. № 1 — 100 000 руб.\nб) ООО «Бета», рег. № 7 — 90 000 руб."))
    found = referred_to(_piece(" признать участника с рег. № 7."), bids)
    assert found is not None
    assert found.name.text == "ООО «Бета»"
    assert referred_to(_piece(" признать участника с рег. № 3."), bids) is None
    assert referred_to(_piece(" заявки № 1 и участника № 7"), bids) is None


@pytest.mark.parametrize("sign", ["1 ", "ООО «", "1. ", "; ", "– "])
def test_long_texts_take_no_time(sign: str) -> None:
    begun = time.process_time()
    bids_listed(_piece(sign * 50_000))
    assert time.process_time() - begun < 2
