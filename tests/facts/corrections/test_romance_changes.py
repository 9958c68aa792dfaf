"""Sums that papers in Romance languages put right, in sentences and on two lines."""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            (
                "AVVISO DI RETTIFICA\nStazione appaltante: Comune di Pietralunga\nL'importo a base d'asta, indicato in "
                "€ 71.000,00, è da intendersi € 77.000,00."
            ),
            ("ceiling 77000 EUR", "superseded 71000 EUR"),
        ),
        (
            (
                "AVVISO DI RETTIFICA\nStazione appaltante: Comune di Pietralunga\nIl valore stimato è rettificato da "
                "€ 50.000,00 a € 55.000,00."
            ),
            ("estimate 55000 EUR", "superseded 50000 EUR"),
        ),
        (
            (
                "ENMIENDA No. 2\nEntidad contratante: Instituto de Puertos\nSe corrige el presupuesto: donde dice "
                '"RD$ 3,100,000.00" debe decir "RD$ 1,300,000.00".'
            ),
            ("budget 1300000 DOP", "superseded 3100000 DOP"),
        ),
        (
            (
                "ANUNCIO DE RECTIFICACIÓN\nÓrgano de contratación: Ayuntamiento de Valdemora\nEl importe de "
                "adjudicación, que figuraba como 12.400 euros, es de 14.200 euros."
            ),
            ("award 14200 EUR", "superseded 12400 EUR"),
        ),
        (
            (
                "AVIS RECTIFICATIF\nAcheteur : Commune de Sarlande\nRubrique « Valeur estimée » :\n"
                "au lieu de : 80 000 euros HT\nlire : 90 000 euros HT"
            ),
            ("estimate 90000 EUR", "superseded 80000 EUR"),
        ),
        (
            (
                "AVIS RECTIFICATIF\nAcheteur : Commune de Sarlande\nLe montant maximum est porté de 80 000 euros à "
                "95 000 euros."
            ),
            ("ceiling 95000 EUR", "superseded 80000 EUR"),
        ),
        (
            "ERRATA\nÓrgão: Prefeitura de Lagoa Rasa\nO valor estimado é de R$ 89.700,00, e não R$ 98.700,00.",
            ("estimate 89700 BRL", "superseded 98700 BRL"),
        ),
        (
            (
                "ENMIENDA No. 2\nEntidad contratante: Instituto de Puertos\nLa garantía pasa de US$ 3,100.00 a "
                "US$ 1,300.00."
            ),
            (),
        ),
    ],
)
def test_sums_that_are_put_right(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


@pytest.mark.parametrize("sign", ["presupuesto de ", "€ 1.000,00 a ", "adjudica ", "iva (", "au lieu de 1 000 euros "])
def test_long_repetitions_are_read_quickly(sign: str) -> None:
    begins = perf_counter()
    read("AVISO DE RECTIFICACIÓN\n" + sign * (4_000 // len(sign)))
    assert perf_counter() - begins < 10
