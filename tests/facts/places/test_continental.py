"""Country, state and town of papers in French, German, Italian, Polish and Arabic."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import RegionValue


def region_of(text: str) -> tuple[str | None, str | None, str | None]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, RegionValue)]
    return (found[0].country, found[0].admin1, found[0].place) if found else (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "AVIS D'ATTRIBUTION\nAcheteur : Ville de Clairval (Isère)\nTitulaire : Vidéo Nord SARL\n"
                "Montant : 40 000 € HT"
            ),
            ("FR", "Isère", "Clairval"),
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nVILLE DE CLAIRVAL\nLieu d'exécution : Clairval\n"
                "Titulaire : Vidéo Nord SARL\nMontant : 40 000 € HT"
            ),
            ("FR", None, "Clairval"),
        ),
        (
            (
                "Avis d'attribution\nAcheteur: Office des eaux\nVille: Montreuse\nPays: France\n"
                "Titulaire: Aqua SA\nVille: Lyon"
            ),
            ("FR", None, "Montreuse"),
        ),
        (
            (
                "Adjudication\nPouvoir adjudicateur : Ville de Grandsonne, canton de Vaud\n"
                "Adjudicataire : Lac SA\nPrix : CHF 40'000.00"
            ),
            ("CH", "Vaud", "Grandsonne"),
        ),
        (
            (
                "RÉPUBLIQUE DU CAMEROUN\nRÉGION DU LITTORAL\nAVIS D'ATTRIBUTION\n"
                "Maître d'ouvrage : Commune de Nkolbi II\nTitulaire : Ets Mba"
            ),
            ("CM", "RÉGION DU LITTORAL", "Nkolbi II"),
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nAutorité contractante : Agence togolaise des ports\n"
                "Attributaire : Lagune SARL\nMontant : 4 000 000 FCFA"
            ),
            ("TG", None, None),
        ),
        (
            (
                "Vergebener Auftrag\nAuftraggeber: Marktgemeinde St. Anna am Bach (Steiermark)\n"
                "Auftragnehmer: Funk GmbH\nWert: 40.000 EUR"
            ),
            ("AT", "Steiermark", "St. Anna am Bach"),
        ),
        (
            (
                "Vergebener Auftrag\nAuftraggeber: Landkreis Auenau, Niedersachsen\nAuftragnehmer: Funk GmbH\n"
                "Auftragswert: 40.000 EUR"
            ),
            ("DE", "Niedersachsen", "Auenau"),
        ),
        (
            (
                "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Pietra Alta al Monte (Umbria)\n"
                "Aggiudicatario: Luce S.r.l."
            ),
            ("IT", "Umbria", "Pietra Alta al Monte"),
        ),
        (
            (
                "OGŁOSZENIE O WYNIKU POSTĘPOWANIA\nZamawiający: Gmina Miejska Stary Bór, województwo lubelskie\n"
                "Wykonawca: Kamtel S.A."
            ),
            ("PL", "województwo lubelskie", "Stary Bór"),
        ),
        (
            (
                "جمهورية العراق\nمحافظة البصرة\nقرار إحالة\nالجهة المستفيدة: بلدية شط النخيل\n"
                "الشركة الفائزة: شركة الفاو المحدودة"
            ),
            ("IQ", "محافظة البصرة", "شط النخيل"),
        ),
    ],
)
def test_state_and_town_are_read_beside_the_buyer(text: str, expected: tuple[str | None, ...]) -> None:
    assert region_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Agence des transports\nTitulaire : Nord SARL, Lille (Nord)\n"
            "Montant : 40 000 € HT"
        ),
        (
            "Vergebener Auftrag\nAuftraggeber: Wasserwerke Elz\nAuftragnehmer: Zaun GmbH, Bayern\n"
            "Auftragswert: 40.000 EUR"
        ),
    ],
)
def test_the_state_of_another_party_is_not_the_buyers(text: str) -> None:
    assert region_of(text)[1:] == (None, None)


def test_a_country_asked_for_counts_before_others_named() -> None:
    text = (
        "AVIS D'ATTRIBUTION DE CONTRAT\nPays : Bénin\nAttributaire :\nNom : Kits SA\nPays : Portugal\n"
        "Prix du contrat : EUR 40 000"
    )
    assert region_of(text)[0] == "BJ"
