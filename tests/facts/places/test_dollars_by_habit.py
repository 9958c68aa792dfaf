"""Sums in "$" of Spanish papers that name no country: what their words tell of whose money it is."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

CASES = {
    "Chile, the number of the public market": (
        (
            "Orden de Compra 1057-233-SE22\nComprador: Prefectura Costa Norte\nProveedor: Austral SpA\n"
            "IVA 19%: $ 1.923.750\nTotal: $ 12.048.750\n"
        ),
        "CLP",
    ),
    "Argentina, lots and files": (
        (
            "DISPOSICIÓN N° 88/2022\nExpte. N° 2200-1143/22\nLA DIRECCIÓN DE COMPRAS DISPONE:\nARTÍCULO "
            "1°.- Adjudícase a la firma CÁMARAS CUYANAS S.R.L. el renglón 1 por la suma de PESOS DOS "
            "MILLONES ($ 2.000.000,00).\n"
        ),
        "ARS",
    ),
    "Colombia, an abbreviated selection won by a temporary union": (
        (
            "La Gobernación de Quebrada Honda adjudicó el proceso SAMC-014-2023 a la Unión Temporal Ojo "
            "Avizor, conformada por Ingevisión S.A.S. y Redes Sur S.A.S., por $ 683.450.000.\n"
        ),
        "COP",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_signs_of_a_country_tell_whose_dollars_are_meant(case: str) -> None:
    text, currency = CASES[case]
    assert predict(text).currency == currency
