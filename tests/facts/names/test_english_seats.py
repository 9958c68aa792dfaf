"""Where the names of offices in English end, and where the offices sit."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.english_seats import Seat, end_without_seat, seat_behind, seat_below


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
    assert name[: end_without_seat(name)] == office


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
    assert end_without_seat(name) == len(name)


@pytest.mark.parametrize(
    ("behind", "state", "town"),
    [
        (", Regina, Saskatchewan\nNumber: 4", "Saskatchewan", "Regina"),
        (", Contracting Office, Denver, Colorado\n", "Colorado", "Denver"),
        (", 1 Barrack Row, Dorrin, United Kingdom", None, "Dorrin"),
        (" (BWA), Piraeus, Greece.\nTitle: x", None, "Piraeus"),
        (", Western Australia. Tender 9", "Western Australia", None),
        (", Cheyenne WY\n", "WY", "Cheyenne"),
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
    began = time.perf_counter()
    for text in ("a, " * 20_000, "A " * 30_000, "A\n" * 30_000, ", A-" * 20_000, "A1 " * 20_000):
        end_without_seat(text)
        seat_behind(text, 1)
        seat_below(text, 1)
    assert time.perf_counter() - began < 5


def _texts(text: str, seat: Seat | None) -> tuple[str | None, str | None]:
    assert seat is not None
    state = text[slice(*seat.state)] if seat.state is not None else None
    return state, text[slice(*seat.town)] if seat.town is not None else None
