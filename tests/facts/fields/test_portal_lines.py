"""Parties on saved pages of registers: labels without a colon, blocks under the word for a party."""

import pytest

from tests.facts.summary import read, summarise

_FIELDS = "Fecha de firma del contrato 03/02/2022\nValor del contrato 98.400.000 COP\nFecha de inicio 09/02/2022\n"


@pytest.mark.parametrize(
    ("text", "buyer", "supplier"),
    [
        (
            (
                f"INFORMACIÓN DEL CONTRATO\nEntidad Estatal MUNICIPIO DE LOMA VERDE\nProveedor CONSORCIO LUZ "
                f"NORTE\n{_FIELDS}"
            ),
            "MUNICIPIO DE LOMA VERDE",
            "CONSORCIO LUZ NORTE, consortium",
        ),
        (
            (
                f"INFORMACIÓN DEL CONTRATO\nEntidad Estatal MUNICIPIO DE LOMA VERDE\nProveedor Redes del Sol "
                f"S.A.S.\n{_FIELDS}"
            ),
            "MUNICIPIO DE LOMA VERDE",
            "Redes del Sol S.A.S., sole",
        ),
        (
            (
                "Contract notice view\nAgency: Department of Rivers\nContract value: AUD 40,500\nSupplier "
                "Details\nName: Kestrel Data "
                "Pty Ltd\nABN: 1\n"
            ),
            "Department of Rivers",
            "Kestrel Data Pty Ltd, sole",
        ),
        (
            "Contract award\nBuyer: Alder Council\nAwarded supplier\nOfficial name: Fenland Radios Ltd\nTown: Ely\n",
            "Alder Council",
            "Fenland Radios Ltd, sole",
        ),
        (
            (
                "Anuncio de adjudicación\nEntidad adjudicadora: Ayuntamiento de Oteruelo\nDatos del adjudicatario\n"
                "Razón social: Señales Ebro, S.L.\nNIF: B1\n"
            ),
            "Ayuntamiento de Oteruelo",
            "Señales Ebro, S.L., sole",
        ),
        (
            (
                "Информация о контракте № 1\nЗаказчик: МКУ «Служба 112 Заречья»\nДата заключения контракта "
                "01.02.2021\nЦена контракта "
                "900 000,00 ₽\nИнформация о поставщиках\nОрганизация Страна, код\nООО «Сигнал-М»\nИНН 1\n"
            ),
            "МКУ «Служба 112 Заречья»",
            "ООО «Сигнал-М», sole",
        ),
        (
            "Extrato de contrato\nContratante: Prefeitura de Vila Boa\nDados do fornecedor\nNome: Clara Redes Ltda\n",
            "Prefeitura de Vila Boa",
            "Clara Redes Ltda, sole",
        ),
        ("Adjudicación\nProveedor elegido por la comisión tras el informe.\nEntidad abierta al público.\n", None, None),
        (f"INFORMACIÓN DEL CONTRATO\nProveedor Según anexo técnico\n{_FIELDS}", None, None),
    ],
)
def test_the_parties_are_read_where_they_prove_themselves(text: str, buyer: str | None, supplier: str | None) -> None:
    found = summarise(read(text))
    assert found["buyer"] == ((buyer,) if buyer else ())
    assert found["suppliers"] == ((supplier,) if supplier else ())
