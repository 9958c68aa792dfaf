"""State and town of papers in English."""

from __future__ import annotations

import pytest

from tests.facts.places.test_western import region_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "STATE OF MINNESOTA\nNOTICE OF CONTRACT AWARD - Office of Prison Stores\n"
                "Awarded vendor: Loon Radio, Inc.\n"
            ),
            ("US", "MINNESOTA", None),
        ),
        (
            "NSW eTendering\nContract Award Notice\nAgency: Ferry Safety Board\nContractor Name: Gum Ltd\n",
            ("AU", "NSW", None),
        ),
        (
            "Contract Award Notice\nBuyer: Toll Roads Board\nLocation: Austin, Texas\nContractor: Mesa Video, L.L.C.\n",
            ("US", "Texas", "Austin"),
        ),
        (
            "AWARD NOTICE\nAgency: Board of Ranges\nOffice: Acquisitions, Boise, Idaho\nAwardee: Fir Inc.\n",
            ("US", "Idaho", "Boise"),
        ),
        (
            "SHIRE OF BOORAMBIL - Council Meeting\nTender T3\nAwarded to: Mallee Pty Ltd\nContract sum: $96,250\n",
            ("AU", None, "BOORAMBIL"),
        ),
        (
            "Disclosure of contracts over $10,000\nVendor name: Salt Labs Inc.\nContract value: $48,816.00\n",
            ("CA", None, None),
        ),
        (
            "Contract Award Notice\nAgency: Transport Justice New South Wales\nContractor Name: Ridge Vision\n",
            ("AU", "New South Wales", None),
        ),
    ],
)
def test_where_the_buyer_is(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert region_of(text) == expected
