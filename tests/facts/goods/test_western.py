"""Goods in lines of text, in languages written with spaces: every part of the line is one of goods, or none is read."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import LineItemValue

Goods = tuple[str, str | None, str | None, int | None, str | None, str | None]


def items(text: str) -> list[Goods]:
    found: list[Goods] = []
    for one in read_facts([Page(number=1, text=text)]):
        if isinstance(one.value, LineItemValue):
            value = one.value
            quantity = None if value.quantity is None else int(value.quantity)
            price = None if value.unit_price is None else f"{value.unit_price:f}"
            found.append((value.name, value.brand, value.model, quantity, value.unit, price))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "PURCHASE ORDER\nPO No.: 45-1\nVendor: Ironbridge Detection Inc.\n"
                "Item 1: Handheld detector, model HD-3, qty 25, unit price $145.00, total $3,625.00\n"
                "Item 2: Walkthrough scanner, model WS-900, qty 2, unit price $6,200.00, total $12,400.00\n"
                "Order total: $16,025.00"
            ),
            [
                ("Handheld detector", None, "HD-3", 25, None, "145"),
                ("Walkthrough scanner", None, "WS-900", 2, None, "6200"),
            ],
        ),
        (
            (
                "Акт приёмки товара\nПоставщик: ООО «Радар»\nЗаказчик: ГБУ «Архив»\n"
                "1. Весы складские ВС-5 – 40 шт. по цене 11 500,00 руб.\n"
                "2. Стеллаж (12 шт.), цена за ед. 4 200,00 руб., сумма 50 400,00 руб."
            ),
            [("Весы складские", None, "ВС-5", 40, "шт", "11500"), ("Стеллаж", None, None, 12, "шт", "4200")],
        ),
        (
            (
                "ORDEN DE COMPRA N° 11-2022\nOrganismo comprador: Municipalidad de Río Bajo\n"
                "Proveedor: Austral Limitada\n"
                "12 Lámpara de mesa marca Garrido modelo GX-1 89.900 1.078.800\n2 Arco metálico 2.450.000 4.900.000\n"
                "Total: $5.978.800\nSantiago, Chile"
            ),
            [
                ("Lámpara de mesa", "Garrido", "GX-1", 12, None, "89900"),
                ("Arco metálico", None, None, 2, None, "2450000"),
            ],
        ),
        (
            (
                "SUPPLY ORDER No. 11/2021\nTo\nM/s Shakti Infosystems Pvt Ltd, Cuttack\n"
                "1. Desk scanner - 2 Nos. @ Rs. 4,85,000/- = Rs. 9,70,000/-\n2. Spare tray - 6 Nos. @ Rs. 18,500/-"
            ),
            [("Desk scanner", None, None, 2, "Nos", "485000"), ("Spare tray", None, None, 6, "Nos", "18500")],
        ),
        (
            (
                "PURCHASE ORDER\nPO Number: 45-2\nVendor: Sentry Tools Inc.\n"
                "Line  Description                       Qty   Unit price   Amount\n"
                "1     Label printer LP-640              8     $4,150.00    $33,200.00\n"
                "2     Annual software licence           8     $390.00      $3,120.00\n"
            ),
            [
                ("Label printer", None, "LP-640", 8, None, "4150"),
                ("Annual software licence", None, None, 8, None, "390"),
            ],
        ),
        (
            (
                "КОНТРАКТ № 7\nПоставщик: ООО «Радар»\nЗаказчик: ГБУ «Архив»\n"
                "№ | Наименование | Ед. изм. | Кол-во | Цена, руб. | Сумма, руб.\n"
                "1 | Весы ВК-4 | шт. | 40 | 18 500,00 | 740 000,00\n"
            ),
            [("Весы", None, "ВК-4", 40, "шт.", "18500")],
        ),
        (
            (
                "Contract No. 7/2021\nSupplier: Aeroline Kft\nThe Supplier shall deliver 3 survey drones (model AV-6) "
                "at EUR 14,200 each and 6 battery packs at EUR 310 each. Payment within 30 days.\nSigned 4 July 2021"
            ),
            [
                ("survey drones", None, "AV-6", 3, None, "14200"),
                ("battery packs", None, None, 6, None, "310"),
            ],
        ),
        (
            (
                "Acceptance certificate\nContractor: Baltic Frames OÜ\nDelivered and accepted: 2 tunnels, model "
                "BF-100; 4 roller tables. Documentation in 3 copies. Warranty 24 months.\nDate of "
                "acceptance: 11.09.2021"
            ),
            [("tunnels", None, "BF-100", 2, None, None), ("roller tables", None, None, 4, None, None)],
        ),
        (
            (
                "ORDEN DE COMPRA\nProveedor: Cardo Sur Ltda.\nÍtem: BALANZA – cantidad 12 – precio unitario con "
                "impuestos UYU 41.480,00 – monto total UYU 497.760,00"
            ),
            [("BALANZA", None, None, 12, None, "41480")],
        ),
        (
            (
                "Award summary\nPurchaser: Coast Guard\nSupplier: Brightsea Ltd\n- 14 x Handheld radio, Model CX-40, "
                "unit price GBP 310.00\n- 2 x Repeater, Model CX-9, unit price GBP 2,150.00\nDelivery within 30 days"
            ),
            [("Handheld radio", None, "CX-40", 14, None, "310"), ("Repeater", None, "CX-9", 2, None, "2150")],
        ),
        (
            (
                "TERMO DE HOMOLOGAÇÃO\nPrefeitura Municipal de Vila Clara\nItem 01 – Balança – Marca: Pesar – Modelo: "
                "CT-20 – Qtde: 4 un – Valor unitário: R$ 900,00 – Valor total: R$ 3.600,00 – Vencedor: LUZ LTDA\n"
                "Item 02 – Mesa – FRACASSADO\n"
            ),
            [("Balança", "Pesar", "CT-20", 4, "un", "900")],
        ),
        (
            (
                "ACTA DE BUENA PRO\nEntidad: Municipalidad de Huaylas\nÍtem 1: Radios, 60 unidades. Valor estimado "
                "S/ 93,000.00. Postor ganador: ANDES E.I.R.L. Monto adjudicado S/ 88,200.00 (precio "
                "unitario S/ 1,470.00)\n"
                "Ítem 2: Cascos, 45 unidades. Postor ganador: CHAVÍN S.A.C. Monto adjudicado S/ 9,000.00 "
                "(precio unitario "
                "S/ 200.00)\nÍtem 3: Botas, 8 unidades. DESIERTO\n"
            ),
            [("Radios", None, None, 60, "unidades", "1470"), ("Cascos", None, None, 45, "unidades", "200")],
        ),
        (
            (
                "ДОГОВІР № 64\nПостачальник: ТОВ «Луг»\nСпецифікація\n№ / Найменування / Кількість, шт / "
                "Ціна за одиницю, грн / Сума, грн\n1 / Лопата / 24 / 72,00 / 1 728,00\n2 / Граблі / 5 / "
                "96,00 / 480,00\n"
                "Разом: 2 208,00"
            ),
            [("Лопата", None, None, 24, "шт", "72"), ("Граблі", None, None, 5, "шт", "96")],
        ),
        (
            (
                "АКТ приёма-передачи\nПоставщик: ООО «Гудок»\nПоставщик передал, а Заказчик принял товар:\n"
                "1) сирена — 11 шт. по 64 300,00 руб., на сумму 707 300,00 руб.;\n2) пульт ПУ-12 — 1 шт., "
                "148 500,00 руб.;\n"
            ),
            [("сирена", None, None, 11, "шт", "64300"), ("пульт", None, "ПУ-12", 1, "шт", "148500")],
        ),
        (
            (
                "AWARD OF CONTRACT\nBuyer: Port Trust\nSchedule | Description | Qty | Unit rate (Rs.) | Amount (Rs.) | "
                "L1 bidder\nA | Dome cameras, make Godavari GD-P30 | 120 Nos | 92,500 | 1,11,00,000 | M/s "
                "Tapti Systems LLP\n"
                "B | Racks | 8 Nos | 10,000 | 80,000 | M/s Kaveri Metals LLP\n"
            ),
            [
                ("Dome cameras", "Godavari", "GD-P30", 120, "Nos", "92500"),
                ("Racks", None, None, 8, "Nos", "10000"),
            ],
        ),
    ],
)
def test_lines_of_goods_are_read(text: str, expected: list[Goods]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "1. Payment of 30 % within 20 days, total $12,000.00",
        "2. Delivery in 3 lots, within 60 days",
        "Tender A Ltd, 2 units, $4,000.00",
        "The contractor shall keep 2 units ready, price on request, at its own cost",
        "Score: technical 40, price 60, total 100",
        "3 bids were received, the lowest at $4,000.00, the highest at $9,000.00",
        "12 months 500 7,000",
    ],
)
def test_other_lines_are_no_goods(line: str) -> None:
    assert items(f"PURCHASE ORDER\nPO Number: 45-2\nVendor: Sentry Tools Inc.\n{line}\n") == []


def test_a_sum_printed_before_tax_is_no_mismatch() -> None:
    text = (
        "ORDEN DE COMPRA N° 11-2022\nOrganismo comprador: Municipalidad de Río Bajo\nProveedor: Austral Limitada\n"
        "Código | Producto | Cantidad | Precio Unit. | Valor Total\n1 | Lámpara | 9 | 389.900 | 3.509.100\n"
        "2 | Mesa | 2 | 274.500 | 549.000\nNeto $ 4.058.100\n19% IVA $ 771.039\nTotal $ 4.829.139\n"
    )
    assert not [
        remark for one in read_facts([Page(number=1, text=text)]) for remark in one.against if "add up" in remark
    ]
