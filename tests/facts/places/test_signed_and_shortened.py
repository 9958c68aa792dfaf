"""States of parties, towns of signature and states in postal letters, in papers in English."""

from __future__ import annotations

import time

import pytest

from tests.facts.places.test_western import region_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "AGREEMENT\nThis Agreement is made as of March 1, 2021, by and between the City of Alder Fork, an Ohio "
                'municipal corporation ("City"), and Glint, Inc., a Delaware corporation ("Contractor").\n'
            ),
            ("US", "Ohio", "Alder Fork"),
        ),
        (
            (
                "Award Notice\nDepartment/Ind. Agency: Bureau of Ferries\nContractor Awarded Name: Fir Inc.\n"
                "NAICS Code: 334118\nOffice: Field Contracting, Dunmoor, AZ\n"
            ),
            ("US", "Arizona", "Dunmoor"),
        ),
        (
            (
                "Ministerial order\n"
                "I direct the Wildlife Crime Unit to award the contract to Aerial CC at N$3 204 000.00.\n"
                "Signed at Windhoek on this 9th day of May 2023.\nMINISTER\n"
            ),
            ("NA", None, "Windhoek"),
        ),
        (
            (
                "INVITATION TO TENDER\nPROCURING ENTITY: Bay Ferries Authority, P.O. Box 99100, Kisongo\n"
                "Tender security of KES 400,000\n"
            ),
            ("KE", None, "Kisongo"),
        ),
        (
            (
                "Public Contracts Scotland - Contract Award Notice\nName of authority: Glen Council\n"
                "Awarded to: Alarms Ltd\nTotal value: 62 300.00 GBP\n"
            ),
            ("GB", "Scotland", None),
        ),
        (
            "ADVANCE CONTRACT AWARD NOTICE (ACAN)\nClient: Northern Parks Agency\nClosing: 2024-06-18 14:00 EDT\n",
            ("CA", None, None),
        ),
        (
            (
                "CanadaBuys - Award notice\nLegal name: Polar Ltd.\nAddress: Gatineau-Nord, Quebec, Canada\n"
                "Organization: Northern Services Canada\nRegion of delivery: Ontario (except NCR)\n"
            ),
            ("CA", "Ontario", None),
        ),
        (
            (
                "INSPECTION AND ACCEPTANCE REPORT\nEntity Name: Provincial Government of Isla Verde\n"
                "Supplier: Mayon Trading\nTotal amount: P 391,000.00\n"
            ),
            ("PH", None, None),
        ),
    ],
)
def test_region(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert region_of(text) == expected


def test_long_lines_are_read_quickly() -> None:
    began = time.perf_counter()
    for text in (
        "Signed at " + "Aa " * 20_000,
        "City of X, an " + "of the state " * 5_000,
        "cancelled by " + "a " * 25_000,
    ):
        region_of(f"NOTICE OF CANCELLATION\nAgency: City of X\n{text}")
    assert time.perf_counter() - began < 10
