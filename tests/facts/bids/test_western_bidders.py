"""Those who bid and did not win, in languages written with spaces: names, prices, lots, and who was rejected."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import BidderValue

Bidder = tuple[str, str, int | None, str | None]

CASES: dict[str, tuple[str, list[Bidder]]] = {
    "a list behind a label, lots and prices in brackets": (
        (
            "NOTICE OF AWARD\nLot | Description | Successful bidder | Contract sum (KES)\n1 | Cameras | "
            "Simba Ltd | 14,380,000\n"
            "2 | Docks | Uwezo Ltd | 3,912,400\n"
            "Unsuccessful bidders: Kito Ltd (Lot 1, KES 15,100,000), Afya Traders (Lot 2, KES 4,050,000)\n"
        ),
        [("Kito Ltd", "lost", 15100000, "Lot 1"), ("Afya Traders", "lost", 4050000, "Lot 2")],
    ),
    "under each lot, one of them rejected": (
        (
            "Contract Award\nPackage No. 1: cranes\nAwarded bidder: Quay Lift GmbH\nContract price: EUR 455,000\n"
            "Other evaluated bidders: Nordlift AB (EUR 610,000); Sino Lift Co., Ltd. (EUR 599,000, rejected)\n"
            "Package No. 2: buoys\nAwarded bidder: Marine Sud SAS\nContract price: EUR 61,300\n"
            "Other evaluated bidders: Boja Oy (EUR 92,000)\nDate: 2021-11-30"
        ),
        [
            ("Nordlift AB", "lost", 610000, "Package No. 1"),
            ("Sino Lift Co., Ltd.", "rejected", 599000, "Package No. 1"),
            ("Boja Oy", "lost", 92000, "Package No. 2"),
        ],
    ),
    "a table of bids, the winner marked behind the price": (
        (
            "ПРОТОКОЛ подведения итогов\nЗаказчик: ГКУ «Центр»\nНомер | Участник | Предложенная цена, руб.\n"
            "1 | ООО «Трасса» | 88 206 000,00 — победитель\n2 | АО «Спектр» | 88 688 000,00\n"
        ),
        [("АО «Спектр»", "lost", 88688000, None)],
    ),
    "a planned sum beside the bid": (
        (
            "Протокол об итогах\nЗаказчик: ГУ «Департамент»\nПлановая сумма, тенге | Участник | Цена "
            "участника, тенге | Итог\n"
            "186 000 000 | ТОО «Дала» | 171 120 000 | победитель\n186 000 000 | АО «Арка» | 174 840 000 | "
            "второе место\n"
        ),
        [("АО «Арка»", "lost", 174840000, None)],
    ),
    "a sentence says who was rejected": (
        (
            "AVIS D'ATTRIBUTION\nAutorité contractante : Agence des Gares\nAttributaire : BAOBAB SARL, Dakar\n"
            "Montant : 318 650 000 F CFA TTC\nMotif de rejet : TERANGA SA, 301 200 000 F CFA TTC, "
            "agrément non produit.\n"
        ),
        [("TERANGA SA", "rejected", 301200000, None)],
    ),
    "two joined by a word": (
        (
            "Notice of award\nBuyer: Elm County\nSupplier: Ridge Corp.\nAmount: USD 9,000\n"
            "Unsuccessful bidders: Tollgate LLC and Pine Corp.\n"
        ),
        [("Tollgate LLC", "lost", None, None), ("Pine Corp.", "lost", None, None)],
    ),
    "the supplier itself among those who bid": (
        (
            "Anúncio de adjudicação\nAdjudicatário: Lince Vigia - Sistemas, Lda.\nPreço contratual: 18.960,00 €\n"
            "Concorrentes: Lince Vigia - Sistemas, Lda.\n"
        ),
        [],
    ),
    "nobody has won": (
        "Bid opening record\nBuyer: Elm County\nBidders: Tollgate LLC (USD 9,000); Pine Corp. (USD 8,000)\n",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_lost_is_told_with_price_and_lot(case: str) -> None:
    text, expected = CASES[case]
    values = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, BidderValue)]
    found = [(one.name, one.outcome.value, int(one.amount) if one.amount else None, one.lot) for one in values]
    assert found == expected
