"""Days that are only estimated, and days of decisions before the contract."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Contract award notice\nSupplier: Fen Ltd\nDate signed: 1 August 2025 (estimated)\n"
                "Award date: 9 July 2025\n"
            ),
            "award 2025-07-09",
        ),
        (
            (
                "Voluntary ex ante transparency notice\nContractor: Fen Ltd\n"
                "Date of contract award decision: 11 May 2021\n"
            ),
            "award 2021-05-11",
        ),
        (
            (
                "Prior information notice\nEstimated date of publication of contract notice: 15/01/2023\n"
                "Date of dispatch: 14/11/2022\n"
            ),
            "publication 2022-11-14",
        ),
        (
            (
                "SOLE SOURCE JUSTIFICATION\nA sources sought notice was posted on 01/17/2023. No reply.\n"
                "Date: 02/16/2023\n"
            ),
            "publication 2023-02-16",
        ),
        (
            "Tender Results\nAwarded to Fen Networks Ltd. by Council on May 25, 2021 in the amount of $209,615.00.\n",
            "award 2021-05-25",
        ),
    ],
)
def test_the_day_that_counts(text: str, told: str) -> None:
    assert summarise(read(text))["dates"] == (told,)
