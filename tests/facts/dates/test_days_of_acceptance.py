"""The one day of a paper of acceptance is that on which it was made; the day of what it accepts is not."""

import pytest

from tests.facts.summary import read, summarise

HEAD = "ACTA DE ENTREGA RECEPCIÓN DEFINITIVA\nEntidad contratante: Municipio de San Telmo\nProveedor: Bombas S.A.\n"
FRENCH = "PROCÈS-VERBAL DE RÉCEPTION DÉFINITIVE\nAutorité contractante : Commune de Beaumont\nTitulaire : Pompes SARL\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            HEAD + "En la ciudad de San Telmo, a los 14 días del mes de diciembre de 2020, se reunieron las partes.",
            "2020-12-14",
        ),
        (HEAD + "En San Telmo, el 19 de noviembre de 2021, se suscribe la presente acta.", "2021-11-19"),
        (HEAD + "En San Telmo, el día 4 del mes de julio y año 2023, comparecen las partes.", "2023-07-04"),
        (
            HEAD + "En San Telmo, a los cinco días del mes de mayo de dos mil veinte, se reunió la comisión.",
            "2020-05-05",
        ),
        (
            FRENCH + "L'an deux mille vingt-trois et le dix-huit janvier, la commission a constaté la livraison.",
            "2023-01-18",
        ),
        (FRENCH + "Le 3 mars 2022, la commission a constaté la livraison.", "2022-03-03"),
        (
            "TERMO DE RECEBIMENTO\nContratante: Município de Serra\nAos 4 dias do mês de outubro de 2023, reuniram-se.",
            "2023-10-04",
        ),
    ],
)
def test_day_of_the_deed_is_that_of_the_acceptance(text: str, day: str) -> None:
    assert f"acceptance {day}" in str(summarise(read(text))["dates"])


@pytest.mark.parametrize(
    "line",
    [
        "Bienes del contrato de compraventa firmado en San Telmo, 3 de mayo de 2021, sin observaciones.",
        "Orden de compra N° 77 (4 de julio de 2022), recibida completa.",
        "Bienes de la factura 001-77, 4 de julio de 2022, sin observaciones.",
        "Oferta de 12/05/2024.",
        "Oferta de fecha 12/05/2024. Se recibieron 10 radios.",
        "Según albarán de 12/05/2024 se recibieron 10 radios.",
        "Garantía desde el 12/05/2024.",
        "Presupuesto aceptado de 12/05/2024.",
    ],
)
def test_day_of_what_is_accepted_is_not(line: str) -> None:
    assert "acceptance" not in str(summarise(read(HEAD + line))["dates"])
