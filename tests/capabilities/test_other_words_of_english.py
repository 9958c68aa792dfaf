"""English of other hands: what wide senses find where a buyer uses none of the usual words, and what they leave."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import BUYING_POLARITIES

BOUGHT = (
    ("face.population_db", "The bidder loads the licence pictures of all adult citizens into the matching gallery."),
    ("face.access_attendance", "Clock-in panels that admit miners by a look into the lens at the shaft gate."),
    ("face.scraped_db", "One year's access to a face finder whose portraits were swept up from public web pages."),
    ("bio.iris", "Eye readers for the cells' intake desk, to record both eyes of every arrestee."),
    ("bio.multimodal_capture", "Ten-finger scanner, palm scanner and portrait camera for each booking room."),
    ("bio.dna", "Sample-to-profile machines for the divisional lock-ups, with cheek brushes."),
    ("emo.emotion_recognition", "Mood cameras for the counter hall, 9 nos."),
    (
        "emo.deception_interrogation",
        "A kiosk asks the entrant set questions and gives a verdict on his honesty from gaze and voice.",
    ),
    (
        "eth.group_registry",
        "The lodging house module notifies the thana when a guest of the listed hill tribes books in.",
    ),
    (
        "online.content_control",
        "Order-driven removal desk for the ministry, with staff who post favourable replies, two shifts.",
    ),
    (
        "online.opinion_monitoring",
        "The agency keeps an ear on village groups and briefs the county governor nightly on hostile remarks.",
    ),
    ("online.osint_profiling", "Report on the living person who stands behind a handle, 450 each."),
    (
        "dev.imsi_catcher",
        "A case that poses as the network and notes the subscriber codes of all handsets within 300 m.",
    ),
    (
        "dev.phone_inspection",
        "At the land frontier a constable plugs the traveller's handset in and skims its chats for banned clips.",
    ),
    ("dev.phone_forensics", "Handset copier with unlock dongle for exhibits of the cyber cell."),
    ("pred.predictive_policing", "Every parolee is given a danger number from 0 to 100."),
    ("track.attribute_search", "Garment search over station video: find a person by coat and satchel."),
    ("track.key_persons", "Weekly whereabouts of returned students and union organisers on the roll."),
    ("veh.vehicle_tracking", "Owners of private jeeps must fit the state-issued locator before the plate is issued."),
    ("cust.detention_mgmt", "Head counts of undertrials by camera in the sub-jail, every hour."),
    ("cust.checkpoint_border", "Autogates at the land port: passport and face compared, impostors led aside."),
    ("crowd.control_devices", "Stun prods and irritant launchers for the riot company."),
)
INNOCENT = (
    "National portrait gallery: 2 million visitor leaflets and a reading room.",
    "School photographs: individual portraits by class, prints to parents.",
    "Turnstiles with proximity card readers and steel face panels.",
    "Kurdish interpreters for the asylum centre, 600 hours.",
    "Replies to bidders: the contractor keeps the tally of attendance at tool-box talks.",
    "A hand-held detector to find phones at the door of the examination hall.",
    "The Authority has placed a contract for Post Design Services of an Infra-Red Counter-Measure, Block 10.",
    "Applicants demonstrate an average of Grade 3 in published inspection reports.",
    "Businesses at risk of infiltration by serious and organised crime groups are checked before award.",
    "Radiator maintenance: cleaning convector fans and filters, checking zone controls.",
    "Gas-dispersing apparatus and spray guns for the paint shop.",
    "Walking shoes and gaiters for wardens; a walking pace of 4 km/h is assumed.",
)


@pytest.mark.parametrize(("code", "text"), BOUGHT)
def test_what_is_bought_in_other_words_is_found(code: str, text: str) -> None:
    found = find_in_text(text, doc_kind="tender_spec")
    assert code in {one.rule for one in found if one.polarity in BUYING_POLARITIES}


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_goods_in_the_same_words_are_left(text: str) -> None:
    assert not [one for one in find_in_text(text, doc_kind="tender_spec") if one.polarity in BUYING_POLARITIES]
