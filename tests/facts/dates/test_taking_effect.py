"""The day on which a contract takes effect."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("Date Signed: 2023-08-31   Effective Date: 2023-09-05", "contract 2023-08-31"),
        ("EFFECTIVE DATE: 07/25/2024\n16C. DATE SIGNED: 06/28/2024", "contract 2024-06-28"),
        ("Effective date: 12 May 2022", "contract 2022-05-12"),
    ],
)
def test_a_day_of_signature_is_told_before_it(days: str, told: str) -> None:
    text = f"CONTRACT\nContract No.: PX-22-118\nBuyer: Ridge County, Ohio\nContractor: Plainview Radio, Inc.\n{days}\n"
    assert summarise(read(text))["dates"] == (told,)


@pytest.mark.parametrize(
    "label", ["Earliest date the contract will be signed", "Date when the contract is to be signed"]
)
def test_a_day_to_come_is_none_of_signature(label: str) -> None:
    text = (
        "UK6: Contract award notice\nContracting authority\nSkerrow Council\nSupplier\nMoss Gate Ltd\n"
        f"Award decision date\n29 April 2025\n{label}\n13 May 2025\n"
    )
    assert summarise(read(text))["dates"] == ("award 2025-04-29",)
