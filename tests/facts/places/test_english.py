"""State and town of papers in English, and the names of their buyers without them."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue, RegionValue
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


def buyer_and_region(text: str) -> tuple[str | None, tuple[str | None, str | None, str | None]]:
    found = read_facts([Page(number=1, text=text)])
    buyer = [one.value.name for one in found if one.kind is StatementKind.BUYER and isinstance(one.value, PartyValue)]
    region = [one.value for one in found if isinstance(one.value, RegionValue)]
    where = (region[0].country, region[0].admin1, region[0].place) if region else (None, None, None)
    return (buyer[0] if buyer else None), where


@pytest.mark.parametrize(
    ("text", "buyer", "region"),
    [
        (
            "Procuring Entity: Bureau of Forest Wardens, Gulu, Uganda\nProvider: Nile Optics Ltd",
            "Bureau of Forest Wardens",
            ("UG", None, "Gulu"),
        ),
        (
            (
                "Procuring agency: Provincial Archives Board, Quetta, Balochistan\n"
                "Contract awarded to: Bolan Traders\nAmount: Rs. 3,100,000"
            ),
            "Provincial Archives Board",
            ("PK", "Balochistan", "Quetta"),
        ),
        (
            (
                "GOVERNMENT OF KERALA\nDirectorate of Coastal Watch, Kochi\nNotice of award\n"
                "Awarded to: Malabar Optics Ltd"
            ),
            "Directorate of Coastal Watch",
            ("IN", "KERALA", "Kochi"),
        ),
        (
            (
                "CONTRACT AWARD NOTICE\nBorrower: Republic of Malawi\nExecuting Agency: Lake Identity Unit\n"
                "Awarded to: Nordlys AS, Norway\nContract amount: EUR 5,000.00"
            ),
            "Lake Identity Unit",
            ("MW", None, None),
        ),
        (
            "Department: Gauteng Libraries Agency\nSuccessful bidder: Ridge Trading (Pty) Ltd\nBid price: R121 275.00",
            "Gauteng Libraries Agency",
            ("ZA", "Gauteng", None),
        ),
    ],
)
def test_the_seat_tells_the_region(text: str, buyer: str, region: tuple[str | None, str | None, str | None]) -> None:
    assert buyer_and_region(text) == (buyer, region)


@pytest.mark.parametrize("sign", [", A", "Board, ", "(", " - ", "of "])
def test_a_line_of_commas_costs_little(sign: str) -> None:
    started = time.process_time()
    read_facts([Page(number=1, text="Buyer: Board of Ports" + sign * 12_000)])
    assert time.process_time() - started < 3
