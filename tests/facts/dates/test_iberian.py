"""The day of a Spanish or Portuguese paper is that of the line with its place, whatever other days it speaks of."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "AVISO DE REVOGAÇÃO\nO Município de Barra Nova torna pública a revogação do Pregão nº 7/2019. A "
                "sessão estava "
                "marcada para o dia 15/08/2019, às 09h. Barra Nova (PI), 13 de agosto de 2019."
            ),
            "2019-08-13",
        ),
        (
            (
                "RECTIFICA RESOLUCIÓN\nResolución Exenta N° 655, Temuco, 8 de agosto de 2022\nRectifícase la "
                "Resolución N° 631 "
                "de 1 de agosto de 2022, que adjudicó la licitación a Redes SpA."
            ),
            "2022-08-08",
        ),
        (
            (
                "Anuncio de licitación\nPublicado en la Plataforma de Contratación del Sector Público el "
                "19-02-2024 a las 09:05 "
                "horas.\nEntidad Adjudicadora: Ayuntamiento de Soto\nPlazo de presentación: 18/03/2024"
            ),
            "2024-02-19",
        ),
        (
            (
                "ACTA DE LA MESA DE CONTRATACIÓN\nFecha de la sesión: 27 de abril de 2023\nLa Mesa acuerda "
                "proponer como "
                "adjudicataria a Redes, S.L."
            ),
            "2023-04-27",
        ),
    ],
)
def test_the_own_day_of_a_paper_is_read(text: str, day: str) -> None:
    assert predict(text).date == day
