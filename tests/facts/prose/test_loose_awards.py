"""Firms that sentences tell of as winners in words of their own, and sentences that tell of others."""

from __future__ import annotations

import pytest

from tenderlight.facts.prose.loose_awards import loose_awards
from tenderlight.facts.prose.told import Told

WON = [
    ("On May 3 the Board voted to go with Pinebrook Public Safety for the reader.", "Pinebrook Public Safety"),
    ("Award is to Marlow Wire & Supply at 31.5% off list.", "Marlow Wire & Supply"),
    ("The contract went to the Limerick firm Murphy & Daughters after a contest.", "Murphy & Daughters"),
    ("The council confirmed that Shorewatch DAC is to replace the 41 cameras.", "Shorewatch DAC"),
    ("The quotation from Bay Signals was accepted.", "Bay Signals"),
    ("La commission a classé première l'offre de la société Télésûreté de l'Est.", "Télésûreté de l'Est"),
    ("C'est l'entreprise locale Malbray Électricité qui posera les caméras.", "Malbray Électricité"),
    ("Le marché revient à Alpes Vidéo Services, pour 44 000 euros.", "Alpes Vidéo Services"),
    ("La obra quedó en manos de Cámaras del Sur SRL.", "Cámaras del Sur SRL"),
    ("Ganó el concurso la firma Redes Andinas.", "Redes Andinas"),
    ("Elektro Huber aus Traunstein bekommt den Auftrag.", "Elektro Huber"),
    ("La gara è stata vinta dalla ditta Elettronica Bianchi, per euro 8.900.", "Elettronica Bianchi"),
    ("Na rejestratory wybrano firmę Elektro-Bud Jan Nowak, cena 12 300,00 zł.", "Elektro-Bud Jan Nowak"),
]


@pytest.mark.parametrize(("text", "name"), WON, ids=range(len(WON)))
def test_a_sentence_tells_who_won(text: str, name: str) -> None:
    assert {(one.told, text[one.start : one.end]) for one in loose_awards(text)} == {(Told.WON, name)}


def test_who_signed_and_who_did_the_work_are_told_as_such() -> None:
    signed = "The corporation signed with local firm Maravel Solutions Ltd for a radar."
    done = "La empresa Telemática Norte E.I.R.L. ha cumplido con el mantenimiento."
    assert [one.told for one in loose_awards(signed)] == [Told.SIGNED]
    assert [one.told for one in loose_awards(done)] == [Told.DELIVERED]


NOBODY = [
    "The board did not go with Pinebrook Public Safety.",
    "The previous contract went to Bay Signals.",
    "The contract goes to Wednesday Market.",
    "Award is to be made in March.",
    "The council chose Ministry of Works guidance.",
    "Bay Signals protested; Hilltop Electrical was rejected.",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_a_sentence_of_somebody_else_tells_nobody(text: str) -> None:
    assert loose_awards(text) == []
