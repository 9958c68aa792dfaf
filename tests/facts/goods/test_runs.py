"""Goods in blocks of labels and in rows without a head, in languages written with spaces; makes before a code."""

from __future__ import annotations

import pytest

from tenderlight.model.values import LineItemValue
from tests.facts.summary import read

HEADS = {
    "en": "CONTRACT AWARD NOTICE\nContracting authority: Marlow Council\nSupplier: Haldane Visual Ltd\n",
    "es": "CONTRATO\nContratante: Municipalidad de Lomas\nContratista: Seguritec S.A.\n",
    "ru": "КОНТРАКТ\nЗаказчик: МКУ «Служба 112»\nПоставщик: ООО «Рубеж»\n",
    "pl": "UMOWA\nZamawiający: Gmina Sanok\nWykonawca: Kamtech S.A.\n",
}


def goods(text: str) -> list[tuple[object, ...]]:
    values = [one.value for one in read(text) if isinstance(one.value, LineItemValue)]
    return [(one.name, one.brand, one.model, one.quantity, one.unit_price) for one in values]


@pytest.mark.parametrize(
    ("language", "block", "expected"),
    [
        (
            "en",
            (
                "Item 1\nDescription: Thermal imager\nMake: Orvale\nModel: TX-64\nQuantity: 24\nUnit price: £4,150.00\n"
                "Item 2\nDescription: Trace detector\nMake: Kentor\nModel: KD-20\nQuantity: 6\nUnit price: £18,400.00\n"
            ),
            [("Thermal imager", "Orvale", "TX-64", 24, 4150), ("Trace detector", "Kentor", "KD-20", 6, 18400)],
        ),
        (
            "ru",
            "Наименование: Тепловизор\nМодель: TX-64\nКоличество: 24\nЦена за единицу: 41 500,00 руб.\n",
            [("Тепловизор", None, "TX-64", 24, 41500)],
        ),
        (
            "es",
            "1 | Cámara térmica | TX-64 | 24 | 4.150,00 | 99.600,00\n2 | Detector | KD-20 | 6 | 18.400,00 | 110.400,00",
            [("Cámara térmica", None, "TX-64", 24, 4150), ("Detector", None, "KD-20", 6, 18400)],
        ),
        (
            "en",
            "- 24 x Thermal camera Orvale TX-64 @ £4,150.00 = £99,600.00\n- 6 x Body Camera BC-2 @ £310.00 = £1,860.00",
            [("Thermal camera", "Orvale", "TX-64", 24, 4150), ("Body Camera", None, "BC-2", 6, 310)],
        ),
        (
            "pl",
            (
                "Poz. | Nazwa | Ilość | Cena jednostkowa | Wartość\n"
                "1 | Detektor śladów Kentor KD-20 | 6 | 18 400,00 | 110 400,00\n"
                "2 | Kamera Bullet KB-2 | 3 | 900,00 | 2 700,00\n"
            ),
            [("Detektor śladów", "Kentor", "KD-20", 6, 18400), ("Kamera Bullet", None, "KB-2", 3, 900)],
        ),
        (
            "en",
            (
                "The vendor shall deliver 24 units Thermal imager TX-64 (£4,150.00 each), 6 units Trace detector KD-20 "
                "(£18,400.00 each).\n"
            ),
            [("Thermal imager", None, "TX-64", 24, 4150), ("Trace detector", None, "KD-20", 6, 18400)],
        ),
    ],
)
def test_goods_in_blocks_rows_and_sentences(language: str, block: str, expected: list[tuple[object, ...]]) -> None:
    assert goods(HEADS[language] + block) == expected


def test_a_description_of_the_procedure_is_no_goods() -> None:
    assert goods(HEADS["en"] + "Description: Renewal of cameras\nReference: MC-22/4\nQuantity of lots: 2\n") == []
