"""Stages that portals tell in few words: planned days, states of items, contracts to be made, papers that "
"follow others."""

import pytest

from tests.facts.summary import read, summarise

CALENDAR = """Licitación ID: 4412-7-LE24
Organismo: Servicio de Salud de San Telmo
Nombre: Arriendo de impresoras
Estado: {state}
Fecha de publicación: 11-01-2024
{closing}: 25-01-2024 15:00:00
Fecha de adjudicación: 15-02-2024
"""


@pytest.mark.parametrize(
    ("state", "closing"),
    [
        ("Publicada", "Fecha de cierre de recepción de la oferta"),
        ("Abierta", "Fecha límite de presentación de ofertas"),
        ("En curso", "Cierre de recepción de propuestas"),
        ("Vigente", "Fin del plazo"),
    ],
)
def test_planned_day_of_award_makes_no_award(state: str, closing: str) -> None:
    summary = summarise(read(CALENDAR.format(state=state, closing=closing)))
    assert summary["stage"] == "tender"
    assert summary["suppliers"] == ()


def test_day_of_award_beside_a_winner_makes_one() -> None:
    text = CALENDAR.format(state="Adjudicada", closing="Fecha de cierre de recepción de la oferta")
    assert summarise(read(text + "Adjudicatario: Bombas del Sur S.A.\n"))["stage"] == "award"


@pytest.mark.parametrize(
    ("won", "state"),
    [
        ("Estado: Consentido   Adjudicado a: BOMBAS ALFA S.A.C.   Monto adjudicado: S/ 31,500.00", "Estado: Desierto"),
        ("Estado: Adjudicado   Adjudicado a: BOMBAS ALFA S.A.C.   Monto adjudicado: S/ 31,500.00", "Estado: Cancelado"),
        ("Adjudicado a: BOMBAS ALFA S.A.C.   Monto adjudicado: S/ 31,500.00", "Estado: Desierto"),
    ],
)
def test_state_of_one_item_is_not_that_of_the_procedure(won: str, state: str) -> None:
    text = f"""Listado de ítems
Nomenclatura: SIE-9-2023
Entidad convocante: HOSPITAL REGIONAL DE SAN TELMO
Ítem 1: Guantes   {won}
Ítem 2: Mascarilla   {state}
Fecha de buena pro: 14/06/2023
"""
    summary = summarise(read(text))
    assert summary["stage"] == "award"
    assert "BOMBAS ALFA S.A.C." in str(summary["suppliers"])


@pytest.mark.parametrize(
    "label",
    [
        "Adjudicataire prévu",
        "Titulaire pressenti",
        "Attributaire pressenti",
        "Fournisseur prévu",
        "Prestataire pressenti",
    ],
)
def test_who_is_meant_to_get_a_contract_has_not_got_it(label: str) -> None:
    summary = summarise(
        read(
            "Adjudication de gré à gré (publication du 05.12.2022)\nEntité adjudicatrice : Office fédéral des eaux\n"
            f"Objet : licences complémentaires\n{label} : Logiciels Helvétie SA, Berne\nPrix : CHF 1'304'100.00 "
            f"hors TVA\n"
        )
    )
    assert summary["stage"] == "single_source"
    assert summary["suppliers"] == ("Logiciels Helvétie SA, intended",)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Malta – Corrigendum to Award Notice\nContracting Authority: Transport Unit\nDate: 15/02/2022", "correction"),
        (
            "Ghana – Addendum No. 2 to Invitation for Tenders\nProcuring entity: Water Board\nIssued 2 March 2023",
            "correction",
        ),
        ("TenderNed | Cancellation of award notice\nBuyer: City of Delft\nDate: 15/02/2022", "cancellation"),
        (
            "Avis de contrat conclu suite à un appel d'offres\nOrganisme : Ville de Beaumont\nFournisseur : Est inc.",
            "award",
        ),
        (
            (
                "Le Maire de la Commune de Tiéfora porte à la connaissance des candidats que l'appel d'offres n° "
                "2022-04/CT du "
                "18 mai 2022 relatif à la réalisation de forages est annulé. Le 2 juin 2022."
            ),
            "cancellation",
        ),
        (
            (
                "Se comunica que la licitación pública N.° 14/2022 convocada por la Municipalidad de San Telmo ha "
                "sido cancelada "
                "por falta de presupuesto. 3 de mayo de 2022."
            ),
            "cancellation",
        ),
    ],
)
def test_first_words_tell_the_stage(text: str, stage: str) -> None:
    assert summarise(read(text))["stage"] == stage


def test_lot_given_up_in_a_sentence_ends_no_procedure() -> None:
    text = (
        "Se comunica que el lote 3 de la licitación pública N.° 14/2022 convocada por la Municipalidad de San "
        "Telmo ha sido "
        "declarado desierto. Los demás lotes se adjudican a Bombas del Sur S.A. San Telmo, 3 de mayo de 2022."
    )
    assert summarise(read(text))["stage"] == "award"


@pytest.mark.parametrize(
    ("buyer", "supplier", "price", "day"),
    [
        ("Entidade adjudicante", "Entidade adjudicatária", "Preço contratual", "Data de celebração do contrato"),
        ("Entidad", "Adjudicatario", "Valor del contrato", "Fecha de firma del contrato"),
    ],
)
def test_contract_with_its_price_and_day_is_one(buyer: str, supplier: str, price: str, day: str) -> None:
    text = (
        f"{buyer}: Município de Vale\n{supplier}: Bombas Alfa, S.A.\n{day}: 20-04-2023\n{price}: 173.600,00 €\n"
        "Prazo de execução: 120 dias\nDescrição: aquisição de radares de controlo de velocidade\n"
    )
    assert summarise(read(text))["stage"] == "contract"
