"""Lots that a sentence of their own gives up."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

TOLD = (
    "Award notice\nBuyer: Port of Harl\nLot 1\nContractor: Bay Marine Ltd\nPrice: £41,200\n"
    "Lot 2\nContractor: Reef Pipes Ltd\nPrice: £63,750\n\n"
)


@pytest.mark.parametrize("words", ["No award was made for Lot 3.", "Lot 3 was cancelled.", "Lot 3 attracted no bids."])
def test_a_lot_is_given_up_beside_others_that_were_won(words: str) -> None:
    found = predict(f"{TOLD}{words}\nDate of award: 5 May 2022\n")
    assert [one.lot for one in found.lots if one.status == "void"] == ["Lot 3"]


@pytest.mark.parametrize(
    "words", ["Lot 3 may be cancelled if no bids are received.", "The Authority reserves the right not to let Lot 3."]
)
def test_what_may_happen_gives_up_none(words: str) -> None:
    assert all(one.status == "awarded" for one in predict(f"{TOLD}{words}\nDate of award: 5 May 2022\n").lots)
