"""Who buys in Spanish and Portuguese papers without a label, and names as they are to be printed."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue


def buyers_of(text: str) -> list[str]:
    found = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.BUYER]
    return [one.value.name for one in found if isinstance(one.value, PartyValue)]


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            (
                "AVISO DE CONTRATACIÓN\nEl Instituto de Puertos del Sur (República Dominicana) informa la "
                "intención de contratar "
                "a Escáneres Norte, SRL. Monto estimado: RD$ 7,350,000.00."
            ),
            "Instituto de Puertos del Sur",
        ),
        (
            (
                "ACTA DE RECEPCIÓN\nReunidos en el plantel de la Empresa Nacional de Boyas se recibe lo "
                "entregado por Redes, S.A. "
                "conforme al contrato 4-2021."
            ),
            "Empresa Nacional de Boyas",
        ),
        (
            (
                "CONTRATO\nEntre o Serviço Intermunicipal de Águas do Vale, como primeiro outorgante, e a "
                "firma Rádio, Lda., como "
                "segundo outorgante.\nPreço: 23.400,00 €"
            ),
            "Serviço Intermunicipal de Águas do Vale",
        ),
        (
            (
                "Decisão de não adjudicação. Por deliberação da Câmara Municipal de Aldeia Velha de 30 de "
                "julho de 2020 foi "
                "decidida a não adjudicação do concurso. Preço base: 9.000,00 €."
            ),
            "Câmara Municipal de Aldeia Velha",
        ),
        (
            "AVISO\nO Município de Barra Nova, Estado do Piauí, torna pública a REVOGAÇÃO do Pregão nº 7/2019.",
            "Município de Barra Nova",
        ),
        (
            (
                "DECRETO N° 12\nDECRETO: Adjudíquese a Redes SpA, por $ 9.000.000.\n"
                "ALCALDE, I. MUNICIPALIDAD DE PIEDRA AZUL, REGIÓN DEL MAULE"
            ),
            "I. MUNICIPALIDAD DE PIEDRA AZUL",
        ),
        (
            (
                "RESOLUCIÓN No. 12\nEL SECRETARIO GENERAL DE LA GOBERNACIÓN DEL TOLIMA\nRESUELVE: Adjudicar a "
                "REDES S.A.S. el "
                "contrato por valor de $4.000.000"
            ),
            "GOBERNACIÓN DEL TOLIMA",
        ),
        (
            (
                "EXTRATO DE CONTRATO. CONTRATANTE: Companhia de Água de Rio Novo – CARN. CONTRATADA: Redes "
                "Ltda. VALOR: "
                "R$ 9.000,00."
            ),
            "Companhia de Água de Rio Novo – CARN",
        ),
        (
            (
                "Contratación directa. Municipalidad de Colonia Azul, Provincia de Misiones. Proveedor: Redes "
                "S.A.S. Monto: $ 9.000."
            ),
            "Municipalidad de Colonia Azul",
        ),
        (
            (
                "RECTIFICA RESOLUCIÓN\nGobierno Regional de Los Ríos\n1. RECTIFÍCASE la Resolución Exenta N° 6 "
                "en el sentido de que "
                "donde dice $ 5 debe decir $ 6."
            ),
            "Gobierno Regional de Los Ríos",
        ),
    ],
)
def test_the_office_that_the_words_tell_buys(text: str, buyer: str) -> None:
    assert buyers_of(text) == [buyer]


@pytest.mark.parametrize(
    "text",
    [
        "AVISO\nConforme a la Ley de la Contraloría General, se adjudica a Redes, S.A. por $ 9.000.",
        "EXTRATO\nVencedora: Redes Ltda. Valor: R$ 9.000,00. Publicado no Diário Oficial do Município.",
    ],
)
def test_what_is_only_cited_buys_nothing(text: str) -> None:
    assert buyers_of(text) == []
