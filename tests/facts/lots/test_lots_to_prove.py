"""Lots under heads that mean much else, rows that number them, and prices under a letter for the currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

HEAD = "AWARD NOTICE\nEntity: Sindh Coastal Irrigation\nTender for supply of excavators\n"
TAIL = "\nDate of award: 12 September 2022\n"


@pytest.mark.parametrize(
    ("told", "lots"),
    [
        (
            (
                "Sr. 1 | Package-I | M/s Indus Machinery (Pvt) Ltd | Rs. 88,400,000 | Lowest\n"
                "Sr. 2 | Package-II | M/s Delta Movers | Rs. 41,250,000 | Lowest\nSr. 3 | "
                "Package-III | Scrapped | - | single bid"
            ),
            [("Package-I", 88400000), ("Package-II", 41250000), ("Package-III", None)],
        ),
        (
            (
                "Contract Package CW-01: Contractor: Ninth Group Co., Ltd. Contract price: US$ 22,415,000.\n"
                "Contract Package CW-02: Contractor: Max Infra Ltd. Contract price: US$ 17,220,800."
            ),
            [("CW-01", 22415000), ("CW-02", 17220800)],
        ),
        (
            "Section A – doors: Deise Ltd, EUR 41,200\nSection B – pipes: Comeragh Ltd, EUR 63,750",
            [("Section A", 41200), ("Section B", 63750)],
        ),
        (
            (
                "Motion to award Lot A to Marine Supply, LLC in the amount of $211,480.00 and Lot B "
                "to Gulf Inc. in the amount "
                "of $58,300.00. Motion carried."
            ),
            [("Lot A", 211480), ("Lot B", 58300)],
        ),
        (
            (
                "Lot 1 (cupboards) was awarded to Interiors Ltd for EUR 212,000. Lot 2 (benches) was "
                "awarded to Joinery Ltd for "
                "EUR 98,450."
            ),
            [("Lot 1", 212000), ("Lot 2", 98450)],
        ),
    ],
)
def test_each_head_has_its_winner_and_price(told: str, lots: list[tuple[str, int | None]]) -> None:
    found = predict(HEAD + told + TAIL)
    assert sorted((one.lot, one.amount) for one in found.lots) == [
        (lot, None if price is None else Decimal(price)) for lot, price in lots
    ]


@pytest.mark.parametrize("section", ["Section 1: Scope\nSection 2: Conditions", "Bid 1: A Ltd, £5,000\nBid 2: B Ltd"])
def test_sections_and_bids_are_no_lots(section: str) -> None:
    assert predict(f"{HEAD}Supplier: Deise Ltd\n{section}{TAIL}").lots == ()


@pytest.mark.parametrize(("sign", "currency"), [("N", "NGN"), ("K", "ZMW"), ("R", "ZAR")])
def test_a_letter_in_brackets_behind_the_word_for_a_sum_is_its_currency(sign: str, currency: str) -> None:
    table = (
        f"| Lot | Awarded Bidder | Contract Sum ({sign}) |\n| 1 | Aqua Ltd | 84,500,000.00 |\n"
        "| 2 | Hydro Ltd | 67,210,300.00 |"
    )
    found = predict(f"NOTIFICATION OF AWARD\nNorth Water Corporation informs the public:\n{table}{TAIL}")
    assert (found.amount, found.currency) == (Decimal("151710300"), currency)


def test_a_total_below_a_table_of_lots_is_no_lot() -> None:
    found = predict(
        "Contract award\nAuthority: Coast Rescue\n\nLot   Successful tenderer              Value ex VAT\n"
        "1     Mullion Survival Ltd             EUR 310,000.00\n2     Northern Diver DAC               EUR 64,750.00\n"
        "Total                                  EUR 374,750.00\n\nDecision of 18 April 2023\n"
    )
    assert [one.lot for one in found.lots] == ["1", "2"]
    assert {one.name for one in found.suppliers} == {"Mullion Survival Ltd", "Northern Diver DAC"}
    assert found.amount == Decimal(374750)


def test_rows_of_successful_tenderers_are_no_losing_bids() -> None:
    found = predict(
        "ANNOUNCEMENT OF SUCCESSFUL TENDERERS\nBuyer: Zomba Council\n"
        "No.  Item                       Successful Tenderer            Tender Price (MK)\n"
        "1.   Cement, 2,000 bags         Mpico Hardware Ltd             18,400,000.00\n"
        "2.   Roofing sheets, 1,500      Steel Traders Ltd              31,500,000.00\nAward date: 8 July 2020\n"
    )
    assert {one.name for one in found.suppliers} == {"Mpico Hardware Ltd", "Steel Traders Ltd"}
