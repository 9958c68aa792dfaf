"""Awards that a sentence takes back before it tells another."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.prose.taken_back import taken_back_until


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "NOTICE OF AWARD\nThe Board of Kesteven Water has rescinded its award of contract "
                "KW/22/7 to Fenland Pipes Ltd. The "
                "contract is now awarded to the second-ranked bidder, Aquaflow Mains Ltd, for "
                "£412,000. Dated 4 May 2023."
            ),
            "Aquaflow Mains Ltd",
        ),
        (
            (
                "Award notice\nBuyer: Town of Elkton\nThe award of Bid 22-14 to Harper Roofing Inc. "
                "on March 3, 2022 was cancelled "
                "because the firm could not post a bond. Bid 22-14 is hereby awarded to the next lowest bidder, Summit "
                "Exteriors LLC, in the amount of $188,400."
            ),
            "Summit Exteriors LLC",
        ),
        (
            (
                "CORRECTION TO AWARD NOTICE\nMinistry of Works: the contract awarded to Delta Roads "
                "(Pty) Ltd on 2 June 2021 has "
                "been terminated. The tender has been awarded to Kalahari Civils (Pty) Ltd at P 12,400,500.00."
            ),
            "Kalahari Civils (Pty) Ltd",
        ),
        (
            (
                "The Council resolved to revoke the award to Bright Signs Ltd made on 5 May 2022 and "
                "to award the contract to Vale "
                "Graphics Ltd in the sum of £88,000."
            ),
            "Vale Graphics Ltd",
        ),
        (
            (
                "Notice of award. Contract awarded to Alba Works Ltd for £90,000 after the award to "
                "Brae Works Ltd was set aside "
                "by the court. 3 May 2022"
            ),
            "Alba Works Ltd",
        ),
    ],
)
def test_who_had_the_award_before_is_no_supplier(text: str, name: str) -> None:
    assert [one.name for one in predict(text).suppliers] == [name]


def test_an_award_taken_back_and_given_to_nobody_has_no_supplier() -> None:
    text = (
        "Notice of award\nThe award to Zed Motors Ltd was withdrawn at the firm's request. No contract "
        "has been awarded."
    )
    assert predict(text).suppliers == ()


def test_an_award_that_stands_is_not_taken_back() -> None:
    assert taken_back_until("The contract is awarded to Alba Works Ltd for £90,000") == 0
    assert taken_back_until("award to " * 6000) == 0
