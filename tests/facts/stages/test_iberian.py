"""What operative words of Spanish and Portuguese papers make of their stage."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import StageValue


def stage_of(text: str) -> str | None:
    values = [one.value for one in read_facts([Page(number=1, text=text)])]
    return next((one.stage for one in values if isinstance(one, StageValue) and one.lot is None), None)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            (
                "RESOLUCIÓN N° 3. SE RESUELVE: DECLARAR LA NULIDAD DE OFICIO de la Licitación Pública N° 1, y "
                "dejar sin efecto la "
                "buena pro otorgada a REDES S.A.C. por S/ 9,000.00."
            ),
            "cancellation",
        ),
        (
            "RESOLUCIÓN. El Instituto RESUELVE: prescindir de la negociación del evento NOG 123. 8 de mayo de 2022.",
            "cancellation",
        ),
        (
            (
                "FALLO. Invitación IA-1. Propuestas: Redes, S.A. de C.V., $9,000.00. El Comité resuelve: se "
                "declara DESIERTO el "
                "procedimiento."
            ),
            "cancellation",
        ),
        (
            (
                "Municipalidad de Río Azul\nID de licitación: 1\nEstado: DECLARADA DESIERTA\nOferentes: Redes S.A. "
                "(Gs. 9.000)"
            ),
            "cancellation",
        ),
        (
            "Despacho. Por deliberação foi decidida a não adjudicação do concurso e revogada a decisão de contratar.",
            "cancellation",
        ),
        (
            (
                "ACTA DE LA MESA DE CONTRATACIÓN\nSe clasifican las ofertas. La Mesa acuerda proponer como "
                "adjudicataria a "
                "Redes, S.L."
            ),
            "candidate",
        ),
        ("RELATÓRIO FINAL\nO júri propõe a adjudicação da proposta de Redes, Lda.", "candidate"),
        (
            (
                "Mancomunidad. En el anuncio del contrato, donde dice «importe: 9.700 euros» debe decir «importe: "
                "9.070 euros»."
            ),
            "correction",
        ),
        (
            (
                "Despacho n.º 7. É autorizada a despesa e formalizada a abertura do Procedimento de "
                "Contratação Simplificada com a "
                "empresa Redes, Limitada."
            ),
            "single_source",
        ),
        ("RESOLUCIÓN EXENTA N° 3\nAUTORIZA TRATO DIRECTO\nAutorízase la contratación con Redes SpA.", "single_source"),
        (
            (
                "Pregão Eletrônico nº 5/2021. Item 1 - Rádio. Adjudicado para: REDES LTDA, pelo melhor lance de R$ "
                "4.318,00."
            ),
            "award",
        ),
        (
            (
                "Ficha de selección\nRegistro de participantes: 04/11/2025\nPresentación de ofertas: 03/12/2025\n"
                "Otorgamiento de la buena pro: 12/12/2025"
            ),
            "tender",
        ),
        ("ACTA DE LIQUIDACIÓN BILATERAL\nContratista: REDES S.A.S. Valor final: $ 9.000", "acceptance"),
        ("PROGRAMA ANUAL DE ADQUISICIONES 2024\nDrones. Valor estimado: $ 9,000.00", "plan"),
    ],
)
def test_the_words_that_decide_tell_the_stage(text: str, stage: str) -> None:
    assert stage_of(text) == stage


@pytest.mark.parametrize(
    "text",
    [
        (
            "RESOLUCIÓN. SE RESUELVE: Primero. Adjudicar el renglón 1 a Redes S.A. por $ 9.000. Segundo. "
            "Declarar desierto el "
            "renglón 2."
        ),
        "Adjudicatario: Redes, S.L.\nImporte de adjudicación: 9.000,00 €\nLote 2: desierto",
    ],
)
def test_a_part_without_a_winner_ends_no_award(text: str) -> None:
    assert stage_of(text) == "award"
