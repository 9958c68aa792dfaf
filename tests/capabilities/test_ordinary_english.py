"""Innocent English whose words capabilities have, and purchases in plain words."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

BUYING = {"required", "offered", "standard", "optional"}


def bought(text: str, kind: str = "tender_spec") -> set[str]:
    """Return the capabilities that a text says are bought."""
    return {one.rule for one in find_in_text(text, doc_kind=kind) if str(one.polarity) in BUYING}


@pytest.mark.parametrize(
    "text",
    [
        "Seminar for prosecutors: what spyware is, how phone extraction tools work and how courts ruled.",
        "Curriculum of the study week: IMSI catchers, polygraphs and live face recognition with watch-lists.",
        "Lecture series: predictive policing, social credit scores, emotion recognition of pupils.",
        "Seminario para jueces: programas espía, extracción forense de móviles y su jurisprudencia.",
        "Séminaire pour magistrats : logiciels espions, reconnaissance faciale en temps réel.",
        "Семинар для судей: шпионское ПО, извлечение данных из мобильных устройств.",
    ],
)
def test_what_is_taught_is_not_bought(text: str) -> None:
    assert bought(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Lease of 40 smartphones; contacts and messages are copied from old handsets to the new ones.",
        "Face masks and face shields for the infirmary of the prison, 9,000 pieces.",
        "The stability control shall act when the wheel sensors detect that the vehicle is driven aggressively.",
        "Sensors are to be tested by the actions identified in the Special Attention Service Bulletin of the maker.",
        "Driver monitoring for city buses: yawning or closed eyes of the driver shake the seat.",
        "Shirts and caps for the facial recognition unit, navy and black.",
        "Fire insurance for the checkpoint buildings at the border.",
        "Toll lanes read number plates to bill registered customers each month.",
        "Greenhouse cameras recognise diseased seedlings, follow each tray and raise an alarm.",
        "About a dozen notices name CCTV and video surveillance works.",
        "The public appearances of the choir are listed on the website.",
        "Meals and bus seats for pilgrims; marshals count buses and hand out water.",
    ],
)
def test_ordinary_english_buys_nothing(text: str) -> None:
    assert bought(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Each visitor's face is run past the list of banned fans at the gate and the steward is told.", "face.live"),
        ("From one still the system must find every appearance of that face in ninety days of footage.", "face.retro"),
        ("Box that defeats the lock code of seized handsets and copies erased chats for trial.", "dev.phone_forensics"),
        ("Suitcase posing as a mast: handsets nearby attach and give up their subscriber number.", "dev.imsi"),
        ("Boxes on lamp posts hear passing phones and store their hardware address with time.", "dev.wifi"),
        ("Cameras shall warn when somebody walks up and down or keeps close behind another pedestrian.", "beh."),
        (
            "One record per resident built from tax, clinic and traffic data, showing whom he lives with.",
            "track.person",
        ),
        ("GPS cuffs for persons on bail that ring at the desk when they leave home.", "track.electronic_tag"),
        ("Number plates read on the ring road are kept and officers look up where a wanted car has been.", "veh.lpr"),
        ("Householders start with 100 points, a court fine costs points, and below 60 they lose housing.", "score."),
    ],
)
def test_purchases_in_plain_words(text: str, code: str) -> None:
    assert any(rule.startswith(code) for rule in bought(text))
