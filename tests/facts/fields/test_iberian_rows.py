"""Rows and lots of Spanish and Portuguese notices that are told otherwise than by a column of lots."""

from __future__ import annotations

import pytest

from tests.facts.summary import assert_sold


@pytest.mark.parametrize(
    ("text", "suppliers", "prices", "void"),
    [
        (
            (
                "ANÚNCIO DE ADJUDICAÇÃO\nMunicípio de Vila Nova\n"
                "N.º do Concurso                 Objecto              Adjudicatário           "
                "Valor da adjudicação (MT)\n"
                "08A/CP/002/2020 – Lote 1        Câmaras              Sofala Rede, Lda        3.915.000,00\n"
                "08A/CP/002/2020 – Lote 2        Gerador              Zambeze Sol, S.A.       2.280.500,00\n"
                "08A/CP/002/2020 – Lote 3        Mobiliário           Cancelado               -\n"
            ),
            ("Sofala Rede, Lda, lot winner, Lote 1", "Zambeze Sol, S.A., lot winner, Lote 2"),
            ("award 3915000 MZN Lote 1", "award 2280500 MZN Lote 2"),
            ("Lote 3",),
        ),
        (
            (
                "TERMO DE HOMOLOGAÇÃO\nÓrgão: Prefeitura Municipal de Serra Clara\n"
                "Vencedor: Vigia Norte Comércio Ltda.\nQuantidade: 100\nMelhor lance: R$ 25,00\n"
                "Valor total: R$ 2.500,00"
            ),
            ("Vigia Norte Comércio Ltda., sole",),
            ("award 2500 BRL",),
            (),
        ),
        (
            (
                "RESOLUCIÓN DE ADJUDICACIÓN\nEntidad: Municipalidad de Río Verde\n"
                "Primero: Adjudicar a la empresa Redes S.A. por $ 5.000.\nSegundo: Autorizar el pago.\n"
                "Tercero: Construcciones Norte S.A. será notificada."
            ),
            ("Redes S.A., sole",),
            (),
            (),
        ),
        (
            (
                "ACTA DE ADJUDICACIÓN\nEntidad contratante: Ayuntamiento de Los Robles\n"
                "Adjudicatario | NIF | Importe (EUR)\nSeguridad del Litoral, S.A. | A1 | 486.240,00\nLote: 1\n"
                "Adjudicatario | NIF | Importe (EUR)\nInformática Paraná S.R.L. | A2 | 75.300,00\nLote: 2\n"
            ),
            ("Informática Paraná S.R.L., lot winner, 2", "Seguridad del Litoral, S.A., lot winner, 1"),
            ("award 486240 EUR 1", "award 75300 EUR 2"),
            (),
        ),
    ],
)
def test_rows_and_clauses_are_understood(
    text: str, suppliers: tuple[str, ...], prices: tuple[str, ...], void: tuple[str, ...]
) -> None:
    assert_sold(text, suppliers=suppliers, prices=prices, void=void)
