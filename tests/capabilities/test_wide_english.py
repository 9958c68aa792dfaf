"""English that names no capability and buys one, and innocent English in the same words."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

pytestmark = pytest.mark.usefixtures("all_that_is_found")

BOUGHT = {
    "face.live_watchlist": [
        "Software that spots absconders from their features as they leave the ferry and rings the duty desk.",
        "Row 7 | hits on wanted individuals by physiognomy | live feeds | 40 streams | pcs 1",
    ],
    "face.retro_search": [
        "Detectives load a snapshot of an unknown suspect and see each moment in last month's footage with him.",
        "It shall be possible to trace where a face was seen during the preceding 90 days.",
    ],
    "face.scraped_db": [
        "Collection of selfies from publicly visible accounts for the reference gallery shall be automatic."
    ],
    "face.access_attendance": ["Staff clock in by looking at the device on the wall."],
    "bio.iris": ["Handheld units that scan both eyes and look the holder up in the register."],
    "bio.voiceprint": ["The laboratory needs software saying whether two recordings come from the same mouth."],
    "bio.gait": ["The software must link two clips when the walk of the person is alike."],
    "emo.emotion_recognition": [
        "The software shall tell from pupils' faces whether they are following the lesson.",
    ],
    "emo.deception_interrogation": ["The chair in which the suspect sits registers his heartbeat and sweat."],
    "beh.abnormal_behaviour": ["Award: analytics noticing persons who behave oddly on the platform."],
    "track.attribute_search": [
        "Each pedestrian is described by sex, build, clothing and what he carries, and can be looked up by that.",
    ],
    "track.key_persons": ["Award: software for supervising persons under police watch."],
    "track.person_dossier": ["Row 7 | person view: addresses, vehicles, phones, associates | mandatory"],
    "track.electronic_tag": ["Stalkers under restraining order shall carry a locator that warns the victim."],
    "pred.predictive_policing": [
        "Individuals are put into red, amber or green according to the threat they pose.",
    ],
    "pred.data_fusion": ["Joining of ministries' registers about individuals for investigators."],
    "online.opinion_monitoring": ["Accounts of named bloggers shall be followed and each new item reported."],
    "online.osint_profiling": ["Analysts shall collect everything a named activist has published."],
    "dev.spyware": ["The agent hides itself and sends screenshots, contacts and location to the operator."],
    "dev.phone_inspection": ["Spot checks of phones by patrols, results uploaded."],
    "dev.imsi_catcher": ["Portable cell tower imitation used by detectives."],
    "dev.wifi_sniffer": ["Lamp posts fitted with boxes that pick up signals of smartphones in pockets."],
    "veh.lpr_network": ["When a stolen car goes by, the patrol is informed."],
    "veh.vehicle_tracking": ["Owners shall fit a locating unit before their car is licensed."],
    "air.drone_surveillance": ["Aerial unit for the police able to keep a suspect in view."],
    "crowd.protest_monitoring": ["Those taking part in marches are to be filmed and named."],
    "crowd.control_devices": ["Cartridges with irritant smoke for the riot squad."],
    "cust.checkpoint_border": ["Towers with cameras and radar spotting people who cross the frontier."],
}

INNOCENT = [
    "Lighting must render faces of passers-by well so that pedestrians feel safe on the street.",
    "The supplier shall match the portrait frames to the list of rooms.",
    "The gallery extends over two floors and receives 1 million visitors a year.",
    "The crawler gathers news texts from 40 sites for the press review.",
    "The reader in the door face shall take fobs.",
    "Treadmill for analysing the walk of stroke patients.",
    "Visitors press a smiley button to tell how they felt.",
    "The pump alarm sounds when the level remains above the mark for 3 min.",
    "Lost luggage is described by colour and found by number.",
    "The customer page shows orders and invoices.",
    "Wristbands for festival visitors and GPS tags for hire bicycles.",
    "Tree risk is graded red, amber, green.",
    "Search box over all library catalogues.",
    "Removal of posts and fencing along the road.",
    "Patrols' phones are charged at the station; spot check of chargers monthly.",
    "Mock tower for fire training.",
    "Speed camera photographing rear plates.",
    "Assembly of furniture in the town hall.",
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in BOUGHT.items() for text in texts])
def test_what_is_bought_in_other_words_is_found(code: str, text: str) -> None:
    kind = "award_notice" if text.startswith("Award") else "tender_spec"
    assert code in {one.rule for one in find_in_text(text, doc_kind=kind)}


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_text_in_the_same_words_is_left_alone(text: str) -> None:
    assert not find_in_text(text, doc_kind="tender_spec")


@pytest.mark.parametrize(
    ("text", "doc_kind", "polarity"),
    [
        ("Officers may not look through the handset of a traveller at the checkpoint.", "contract_clause", "forbidden"),
        ("Guards shall not search the phone of a person passing the checkpoint.", "contract_clause", "forbidden"),
        (
            "The page shall list known campaigners and tell the sergeant where each was last seen.",
            "tender_spec",
            "required",
        ),
        (
            "Critics of the mayor shall be listed and their whereabouts reported to the police.",
            "tender_spec",
            "required",
        ),
        (
            "Requirements (Smart City Phase II): find every man in a red jacket across all cameras.",
            "tender_spec",
            "required",
        ),
        ("Later phase: find every man in a red jacket across all cameras.", "tender_spec", "optional"),
        ("Call-off order, line 6: home curfew anklets with tamper alarm, 350 units.", "framework_spec", "offered"),
        ("Home curfew anklets with tamper alarm, price for 350 units.", "framework_spec", "optional"),
        ("Live face matching against the wanted list, not included in base price.", "tender_spec", "optional"),
        (
            "An option the Club may never take up: live face matching against the wanted list.",
            "tender_spec",
            "optional",
        ),
        (
            "The agency already matches live faces with the wanted list; this lot buys chairs.",
            "tender_spec",
            "discussed",
        ),
        (
            "Officers drop a still into the tool and see all sightings of the suspect in stored video.",
            "tender_spec",
            "required",
        ),
    ],
)
def test_polarity_in_other_words(text: str, doc_kind: str, polarity: str) -> None:
    assert {str(one.polarity) for one in find_in_text(text, doc_kind=doc_kind)} == {polarity}


def test_a_detective_is_nobody_who_detects() -> None:
    assert not find_in_text("Detectives' portraits for the hall, one picture each.", doc_kind="tender_spec")


def test_cash_machines_are_no_machines_whose_behaviour_is_watched() -> None:
    text = "The software raises an event if a person lingers near cash machines."
    assert {one.rule for one in find_in_text(text, doc_kind="tender_spec")} == {"beh.abnormal_behaviour"}


def test_an_english_location_is_no_french_rental() -> None:
    text = "Location of a subscriber by SS7 queries."
    assert {one.rule for one in find_in_text(text, doc_kind="tender_spec")} == {"dev.imsi_catcher"}
