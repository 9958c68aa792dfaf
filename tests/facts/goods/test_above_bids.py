"""Goods above tables of bids, in the cells of rows, and prices of one in brackets behind the price of all."""

from __future__ import annotations

import pytest

from tests.facts.summary import goods_by_rules, shown

CHILE = """Acta de adjudicación
Organismo: I. Municipalidad de Quelén
Fecha de adjudicación: 29-08-2022
Ítem 1: Tablet rugerizada Kordel RT-10
   Proveedor | Precio unitario | Cantidad | Total neto | Estado
   COMERCIAL ANDES SPA | 350.000 | 20 | 7.000.000 | Adjudicada
   TECNO SUR LTDA | 380.000 | 20 | 7.600.000 | No adjudicada
Ítem 2: Impresora térmica
   Proveedor | Precio unitario | Cantidad | Total neto | Estado
   TECNO SUR LTDA | 95.000 | 4 | 380.000 | Adjudicada
"""
URUGUAY = """Resolución de adjudicación
Organismo: Intendencia de Cerro Alto
Ítem Nº 1  SONÓMETRO
  Proveedor: NORTE S.A.
  Cantidad: 6 UNIDAD   Precio unitario s/imp.: $ 298.000,00   Variación: Marca: KORDEL - Modelo SN 4
Ítem Nº 2  TERMÓMETRO
  Proveedor: INSTRUMENTOS DEL SUR LTDA.
  Cantidad: 15 UNIDAD   Precio unitario s/imp.: $ 41.000,00   Variación: Marca: LEON - Modelo T 500
"""
NEPAL = """Award of lots
Buyer: Provincial Health Centre of Surgut Valley
Lot | Goods | Selected bidder | Contract price (NPR)
1 | Oxygen concentrator, 60 set | Bheri Surgical House Pvt. Ltd. | 5,876,000.00
2 | Autoclave vertical, 12 set | Everest Meditech Pvt. Ltd. | 2,196,720.00
"""
SPAIN = """Resolución de adjudicación
Órgano: Ayuntamiento de Valdeoro
Lote | Descripción | Adjudicatario | Importe sin IVA
1 | 240 chalecos reflectantes | Protecciones Segarra, S.A. | 7.200,00 €
2 | 500 pares de botas | Calzados Monteagudo, S.L. | 42.250,00 €
"""
RUSSIA = """Протокол рассмотрения котировочных заявок
Заказчик: Управление образования Камского района
Лот 1: хлеб пшеничный, 4 100 шт. Победитель ООО «Хлебозавод» 198 850,00 руб. (48,50 за штуку)
Лот 2: сыр твёрдый, 600 шт. Победитель ООО «Заря» 474 000,00 руб. (790,00 за шт)
"""
PARAGUAY = """CONTRATO N° 33/2023
CONTRATANTE: Dirección de Apoyo de Itaguá
PROVEEDOR: GUARANÍ SEGURIDAD S.A.
N° de Ítem | Descripción del Bien | Marca / Procedencia | U.M. | Cantidad | Precio Unitario | Monto Total
1 | Chaleco | Protecta / Brasil | Unidad | 120 | 3.450.000 | 414.000.000
2 | Escudo | Protecta / Brasil | Unidad | 8 | 11.250.000 | 90.000.000
"""
SINGAPORE = """Quotation closed and awarded
Awarded to : GREENSHIELD PTE. LTD.
Awarded Date : 21 Nov 2022
Total Awarded Value : SGD 67,920.00
ITEMS AWARDED
No.1  Fogging machines | 24 SET | Unit price 1,830.00 | 43,920.00
No.2  Termite stations        | 300 EA | Unit price 80.00 | 24,000.00
"""


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (CHILE, ["Tablet rugerizada | Kordel | RT-10 | 20  | 350000", "Impresora térmica |  |  | 4  | 95000"]),
        (URUGUAY, ["SONÓMETRO | KORDEL | SN 4 | 6 UNIDAD | 298000", "TERMÓMETRO | LEON | T 500 | 15 UNIDAD | 41000"]),
        (NEPAL, ["Oxygen concentrator |  |  | 60 set | ", "Autoclave vertical |  |  | 12 set | "]),
        (SPAIN, ["chalecos reflectantes |  |  | 240  | ", "botas |  |  | 500 pares | "]),
        (RUSSIA, ["хлеб пшеничный |  |  | 4100 шт | 48.5", "сыр твёрдый |  |  | 600 шт | 790"]),
        (PARAGUAY, ["Chaleco | Protecta |  | 120 Unidad | 3450000", "Escudo | Protecta |  | 8 Unidad | 11250000"]),
        (SINGAPORE, ["Fogging machines |  |  | 24 SET | 1830", "Termite stations |  |  | 300 EA | 80"]),
    ],
)
def test_goods_of_every_item(text: str, items: list[str]) -> None:
    assert [shown(one) for one in goods_by_rules(text)] == items


def test_price_in_brackets_that_no_sum_proves_is_left() -> None:
    text = RUSSIA.replace("(48,50 за штуку)", "(49,50 за штуку)")
    assert goods_by_rules(text)[0].unit_price is None


def test_of_two_prices_that_sums_prove_none_is_taken() -> None:
    text = RUSSIA.replace("(48,50 за штуку)", "(48,50 за штуку); 205 000,00 руб. (50,00 за штуку)")
    assert goods_by_rules(text)[0].unit_price is None


def test_item_that_two_bidders_won_has_no_one_price() -> None:
    text = CHILE.replace("No adjudicada", "Adjudicada")
    assert all(one.unit_price is None for one in goods_by_rules(text) if one.name.startswith("Tablet"))


@pytest.mark.parametrize(
    ("price", "unit"),
    [
        ("830.00 EUR per piece", "piece"),
        ("830.00 EUR/set", "set"),
        ("830.00 EUR per unit", None),
        ("830.00 EUR each", None),
    ],
)
def test_unit_of_a_price(price: str, unit: str | None) -> None:
    text = "Contract award notice\nBuyer: Registry of Kition\nWinner: Aphro Ltd\nGoods: 360 scanners Derma DL-40"
    assert [one.unit for one in goods_by_rules(f"{text}, {price}.\n")] == [unit]
