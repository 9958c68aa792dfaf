"""Patterns of two roles: what they find where a third is said in words that nobody listed, and what they leave."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import BUYING_POLARITIES

pytestmark = pytest.mark.usefixtures("all_that_is_found")

BOUGHT = (
    ("face.live_watchlist", "Stewards' tablets chime upon a face out of the exclusion register at the turnstiles."),
    ("face.retro_search", "All hours of stored film in which the same individual turns up, for detectives."),
    ("track.electronic_tag", "Rental of leg transmitters for people awaiting trial."),
    ("pred.predictive_policing", "The module grades each street by how probable robberies are on the coming shift."),
    ("online.opinion_monitoring", "A brief for the mayor on what residents write about him in Telegram channels."),
    ("track.attribute_search", "Software that finds men with a dark cap and a rucksack in station video."),
    ("track.person_dossier", "Software that shows in whose company each suspect was repeatedly filmed."),
    ("score.social_scoring", "Every household gets a conduct grade; littering lowers it."),
    ("dev.phone_inspection", "Readers for the post at the bridge: contents of travellers' phones in a minute."),
    ("emo.emotion_recognition", "Webcam software that gauges the boredom of pupils hour by hour."),
    ("crowd.protest_monitoring", "Cameras on the square that read placards and report them to the police."),
    ("air.drone_surveillance", "Quadcopter that sticks to a fleeing person, for the gendarmerie."),
    ("dev.imsi_catcher", "A rucksack set that passes for a network mast and lists the phones around it."),
    ("pred.data_fusion", "A single analysis room of the police that links hotel, airline and bank records."),
)
INNOCENT = (
    "Ankle supports for runners who await their start.",
    "The model grades each street by how probable flooding is on the coming day.",
    "A brief for the mayor on what the auditors write about the budget.",
    "Workwear: dark cap and rucksack for men and women of the depot.",
    "Every bidder gets a grade; missing papers lower it.",
    "Charging points for travellers' phones at the bridge.",
    "Survey on how bored pupils are by the menu, on paper.",
    "Quadcopter that follows a river, for the hydrologists.",
    "A steel mast 40 m for the network, with foundations and lights.",
    "Breach of duty under the Regulations may be brought before the court by any person who suffers loss.",
    "Riot helmets and shields for the riot squad; delivery to the depot.",
    "Guards patrol on foot, report suspicious behaviour to the site manager and keep a book.",
)


@pytest.mark.parametrize(("capability", "text"), BOUGHT)
def test_two_roles_are_enough_where_they_stand_together(capability: str, text: str) -> None:
    said = find_in_text(text, doc_kind="tender_spec")
    assert capability in {one.rule for one in said if one.polarity in BUYING_POLARITIES}


@pytest.mark.parametrize("text", INNOCENT)
def test_the_same_words_of_other_things_are_no_purchase(text: str) -> None:
    said = find_in_text(text, doc_kind="tender_spec")
    assert not [one.rule for one in said if one.polarity in BUYING_POLARITIES]


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("The draft showed cameras that compare faces with a ban list. Neither was taken over.", "tender_spec", None),
        ("An old paper spoke of matching stored voices of callers. None of this is ordered.", "contract_clause", None),
        ("El borrador citaba cámaras que cotejan rostros con buscados. Nada de ello se licita.", "tender_spec", None),
        ("L'esquisse montrait un drone suivant un individu. Rien de tout cela n'est demandé.", "tender_spec", None),
        ("В эскизе описан дрон, следящий за человеком. Ни то, ни другое в закупку не вошло.", "tender_spec", None),
        ("Factory setting, cannot be switched off: age, sex, race of each face.", "contract_annex", "standard"),
        (
            "Atributos que da la cámara de fábrica (no se pueden desactivar): sexo, edad, raza.",
            "contract_annex",
            "standard",
        ),
        ("The gallery of citizens' faces shall not hold fewer than four million.", "tender_spec", "required"),
        ("La base facial de ciudadanos no tendrá menos de cinco millones de rostros.", "tender_spec", "required"),
        ("The buyer exercises Option 2: software that rates the stress of callers.", "contract_annex", "offered"),
        ("¿Se puede prescindir del desbloqueo de teléfonos? R: No se acepta, apegarse.", "clarification", "required"),
        ("Item 1 phone unlocking kit | 3 | Item 2 Faraday bags | withdrawn", "award_notice", "offered"),
    ],
)
def test_what_is_refused_asked_or_taken_up_behind_the_words(text: str, kind: str, polarity: str | None) -> None:
    said = {str(one.polarity) for one in find_in_text(text, doc_kind=kind)}
    buying = {str(one) for one in BUYING_POLARITIES}
    assert said & buying == ({polarity} if polarity else set())


def test_an_offered_line_is_quoted_with_what_was_asked() -> None:
    line = "5.3 | Recognise a person by gait among 10,000 | Partially compliant | Ours finds 2,000"
    (one,) = find_in_text(line, doc_kind="bid_response")
    assert one.anchors[0].text.endswith("Ours finds 2,000")


@pytest.mark.parametrize(
    ("text", "is_bought"),
    [
        ("Caméras LAPI (lecture automatisée de plaques d'immatriculation), alerte si véhicule recherché", True),
        ("LAPI (Laboratoire d'analyse des produits industriels) : verrerie, hottes, balances.", False),
    ],
)
def test_letters_may_stand_for_other_words(text: str, is_bought: bool) -> None:
    said = find_in_text(text, doc_kind="tender_spec")
    assert ("veh.lpr_network" in {one.rule for one in said}) is is_bought
