"""Where the names of offices in English end, and where the offices sit."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.seats import Seat, end_without_seat, seat_behind, seat_below


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Strand Council, Quay House, Strand", "Strand Council"),
        ("Harrow Fire Authority, Headquarters, Harrow", "Harrow Fire Authority"),
        ("Department of Inland Ports, Dublin", "Department of Inland Ports"),
        ("Bay Rangers Agency, Procurement Branch, Reno, NV", "Bay Rangers Agency"),
        ("Range Contracting Office, White Mesa, NM 88002", "Range Contracting Office"),
        ("Port of Nell, Harbour Office, Nell, Co", "Port of Nell"),
        ("Moor University, Campus Security", "Moor University"),
    ],
)
def test_the_seat_is_no_part_of_the_name(name: str, office: str) -> None:
    assert name[: end_without_seat(name, 0, len(name), of_office=True)] == office


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Directorate of Border Records, Kampala", "Directorate of Border Records"),
        ("Frontier Inspection Wing, Peshawar, Khyber Pakhtunkhwa", "Frontier Inspection Wing"),
        ("Upazila Sports Office, Charghat, Barishal", "Upazila Sports Office"),
        ("Lake Police Authority, Lusaka, Zambia", "Lake Police Authority"),
        ("Highland Metropolitan Municipality, KwaZulu-Natal", "Highland Metropolitan Municipality"),
        ("Kestrel Computers, Rawalpindi", "Kestrel Computers"),
        ("Office of the Canal Surveyor, Lusaka", "Office of the Canal Surveyor"),
        ("Office of the Sheriff, Palmetto Landing", "Office of the Sheriff, Palmetto Landing"),
        ("Harvest Research Board, Plot 5, Kampala", "Harvest Research Board"),
        ("Harvest Radios, Plot 5, Kampala", "Harvest Radios, Plot 5, Kampala"),
        ("Ministry of Health, Wellness and Ageing", "Ministry of Health, Wellness and Ageing"),
        ("Ministry of Lands, Housing and Urban Development", "Ministry of Lands, Housing and Urban Development"),
        ("Ministry of Tourism, Wildlife", "Ministry of Tourism, Wildlife"),
        ("Department of Roads, Project Unit", "Department of Roads, Project Unit"),
        ("Metropolitan Police, Suryapur", "Metropolitan Police, Suryapur"),
        ("City of Palo Hondo, New Mexico", "City of Palo Hondo, New Mexico"),
        ("Executive Engineer (Electrical), MRPA", "Executive Engineer (Electrical), MRPA"),
    ],
)
def test_a_seat_is_told_without_knowing_that_an_office_is_named(printed: str, name: str) -> None:
    assert printed[: end_without_seat(printed, 0, len(printed))] == name


@pytest.mark.parametrize(
    "name",
    [
        "Office of the Superintendent of Police, Narpura",
        "Ministry of Ports, Republic of Ligora",
        "Department for Business, Energy and Trade",
        "Rangers Agency, Denali Contracting Branch",
        "City of Two Rivers, Oregon",
        "Board of County Commissioners, Palm County",
        "Ministry of Works, Project Coordination Unit",
    ],
)
def test_what_tells_one_office_from_others_stays(name: str) -> None:
    assert end_without_seat(name, 0, len(name), of_office=True) == len(name)


@pytest.mark.parametrize(
    ("behind", "state", "town"),
    [
        (", Regina, Saskatchewan\nNumber: 4", "Saskatchewan", "Regina"),
        (", Contracting Office, Denver, Colorado\n", "Colorado", "Denver"),
        (", 1 Barrack Row, Dorrin, United Kingdom", None, "Dorrin"),
        (" (BWA), Piraeus, Greece.\nTitle: x", None, "Piraeus"),
        (", Western Australia. Tender 9", "Western Australia", None),
        (", Cheyenne WY\n", "WY", "Cheyenne"),
        (", Mesa Alta AZ 85299\n", "AZ", "Mesa Alta"),
        (", Private Bag 29917, Mahikeng 2745", None, "Mahikeng"),
        (", Suite 4100, Reno, Nevada 89999", "Nevada", "Reno"),
        (", Plot 12, Pretoria 0001", None, "Pretoria"),
        (", Sunrise House, Dhaka-1000, Bangladesh", None, "Dhaka"),
        (", North Fenmoor, SK", "SK", "North Fenmoor"),
        (" (Limpopo)\nBid 4", "Limpopo", None),
        (" - Sabah, tender 4", "Sabah", None),
        (", Port Lamar, Washington 98300 USA", "Washington", "Port Lamar"),
    ],
)
def test_state_and_town_behind_a_name(behind: str, state: str | None, town: str | None) -> None:
    text = f"Salt Works Board{behind}"
    seat = seat_behind(text, len("Salt Works Board"))
    assert _texts(text, seat) == (state, town)


def test_the_address_below_a_name() -> None:
    text = "Marlowe Combined Authority\n1 Broad Quay\nMarlowe\nML1 1AA\nContact: x"
    assert _texts(text, seat_below(text, text.index("\n"))) == (None, "Marlowe")
    text = "Salt Council\nSupplies of blankets\nwere bought\n"
    assert seat_below(text, text.index("\n")) is None


def test_long_lines_take_no_long_time() -> None:
    began = time.process_time()
    for text in ("a, " * 20_000, "A " * 30_000, "A\n" * 30_000, ", A-" * 20_000, "A1 " * 20_000):
        end_without_seat(text, 0, len(text), of_office=True)
        seat_behind(text, 1)
        seat_below(text, 1)
    assert time.process_time() - began < 5


def _texts(text: str, seat: Seat | None) -> tuple[str | None, str | None]:
    assert seat is not None
    state = text[slice(*seat.state)] if seat.state is not None else None
    return state, text[slice(*seat.town)] if seat.town is not None else None
