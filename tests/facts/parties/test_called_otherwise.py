"""Parties of contracts that are called by a word of their own, and short numbers with their year."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "buyer", "supplier"),
    [
        (
            (
                "Entre la POLICÍA REGIONAL - DIRECCIÓN DE APOYO, representada por X, quien en adelante se "
                "denominará LA POLICÍA, y REDES ANDINAS S.A.S., NIT 900.111.222-3, quien se denominará EL CONTRATISTA."
            ),
            "POLICÍA REGIONAL - DIRECCIÓN DE APOYO",
            "REDES ANDINAS S.A.S.",
        ),
        (
            (
                "celebrado entre el INSTITUTO DE SEGURIDAD DE VALLE BAJO, que se denominará EL INSTITUTO, y la empresa "
                "COMERCIAL FARO S.A. DE C.V., a quien se denominará EL PROVEEDOR."
            ),
            "INSTITUTO DE SEGURIDAD DE VALLE BAJO",
            "COMERCIAL FARO S.A. DE C.V.",
        ),
        (
            (
                "Between the State Police Academy, hereinafter called THE ACADEMY, and Orchid Analytics Inc., "
                "hereinafter called THE CONTRACTOR."
            ),
            "State Police Academy",
            "Orchid Analytics Inc.",
        ),
    ],
)
def test_the_buyer_is_not_taken_for_the_seller(text: str, buyer: str, supplier: str) -> None:
    """Where one party is called by a word of its own in capitals, the other's name is looked for behind it."""
    notice = predict(f"CONTRATO DE SERVICIOS\n{text}")
    assert notice.buyer == buyer
    assert [one.name for one in notice.suppliers] == [supplier]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CONTRATO No. 33 DE 2021\nEntre los suscritos", "33 DE 2021"),
        ("Convenio No. 7 de 2022\nObjeto: apoyo", "7 de 2022"),
        ("ORDEN DE COMPRA DE 2021\nObjeto: cámaras", None),
    ],
)
def test_a_short_number_keeps_its_year(text: str, number: str | None) -> None:
    """One or two digits tell nothing without the year; the year alone is no number."""
    assert predict(text).project_number == number
