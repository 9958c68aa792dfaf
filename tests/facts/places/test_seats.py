"""Where an office sits, printed behind its name, and the province and country that it tells."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.seats import without_seat
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue, RegionValue


def buyer_and_region(text: str) -> tuple[str | None, tuple[str | None, str | None, str | None]]:
    found = read_facts([Page(number=1, text=text)])
    buyer = [one.value.name for one in found if one.kind is StatementKind.BUYER and isinstance(one.value, PartyValue)]
    region = [one.value for one in found if isinstance(one.value, RegionValue)]
    where = (region[0].country, region[0].admin1, region[0].place) if region else (None, None, None)
    return (buyer[0] if buyer else None), where


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Directorate of Border Records, Kampala", "Directorate of Border Records"),
        ("Frontier Inspection Wing, Peshawar, Khyber Pakhtunkhwa", "Frontier Inspection Wing"),
        ("Upazila Sports Office, Charghat, Barishal", "Upazila Sports Office"),
        ("Lake Police Authority, Lusaka, Zambia", "Lake Police Authority"),
        ("Highland Metropolitan Municipality, KwaZulu-Natal", "Highland Metropolitan Municipality"),
        ("Kestrel Computers, Rawalpindi", "Kestrel Computers"),
        ("Ministry of Health, Wellness and Ageing", "Ministry of Health, Wellness and Ageing"),
        ("Ministry of Lands, Housing and Urban Development", "Ministry of Lands, Housing and Urban Development"),
        ("Ministry of Tourism, Wildlife", "Ministry of Tourism, Wildlife"),
        ("Department of Roads, Project Unit", "Department of Roads, Project Unit"),
        ("Metropolitan Police, Suryapur", "Metropolitan Police, Suryapur"),
        ("City of Palo Hondo, New Mexico", "City of Palo Hondo, New Mexico"),
        ("Executive Engineer (Electrical), MRPA", "Executive Engineer (Electrical), MRPA"),
    ],
)
def test_a_seat_is_no_part_of_the_name(printed: str, name: str) -> None:
    assert printed[: without_seat(printed, 0, len(printed))] == name


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
