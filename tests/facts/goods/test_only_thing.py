"""The one thing that a paper is about, with its number, price and make told elsewhere."""

from __future__ import annotations

import pytest

from tests.facts.summary import goods_by_rules, shown

KENYA = """Tender award notice
Procuring entity: Harbour Board of Lomeki
Title: Supply and delivery of thermal binoculars for the coast patrol
Sr No | Bidder | Price per unit quoted (KES) | Quantity | Total (KES)
1 | Baraka Optics Ltd | 210,000.00 | 12 | 2,520,000.00
Make/Model: Obsidian TB-40
Awarded value: KES 2,520,000.00
Award date: 4 May 2023
"""
PERU = """Acta de adjudicación
Entidad: Municipalidad de Río Hondo
Objeto: Adquisición de alcoholímetros
Postor | Modelo ofertado | Precio unitario ofertado | Cantidad | Total
Técnica Andina S.A. | Kordel AL-7 | 1,450.00 | 10 | 14,500.00
Adjudicatario: Técnica Andina S.A.
Fecha de adjudicación: 12/03/2023
"""
UKRAINE = """ОГОЛОШЕННЯ про проведення відкритих торгів
Замовник: Управління освіти Калинівської міської ради
Предмет закупівлі: Ноутбуки шкільні
Очікувана вартість: 1 200 000,00 грн
Місце поставки: м. Калинівка
Кількість: 48 шт
Кінцевий строк подання: 24.01.2025
"""
QUEBEC = """Résultat d'ouverture des plis
Acheteur : Ville de Marlon
Objet : Fourniture de sel de voirie
Date d'ouverture : 9 septembre 2022
Sels du Nord inc. : 84,20 $/t - 421 000,00 $
Quantité : 5 000 tonnes
"""
PHILIPPINES = """Invitation to bid
Procuring entity: Provincial Police Office of Davaran
Project: Procurement of 15 units Body-worn Camera
Approved Budget for the Contract: PHP 600,000.00
Deadline: 4 May 2023
"""
UZBEKISTAN = """Результаты электронного аукциона
Заказчик: Управление дорог Навойского района
Наименование товара: Камера обзорная
Характеристики: марка — Orvex, модель — OD-40
Количество: 64 шт.
Цена за единицу: 2 700 000,00 UZS
Сумма сделки: 172 800 000,00 UZS
Победитель: ООО «NUR SERVIS»
Дата сделки: 17.07.2023
"""
PAKISTAN = """Award notice
Name of procuring agency: Swat Teaching Hospital
Item: Portable ultrasound machine, 4 Nos.
Name of bidder | Quoted model | Unit price (PKR) | Total (PKR)
Al-Noor Medical Systems | Mendry Z60 | 2,875,000 | 11,500,000
Hunza Diagnostics | Chysun S8 | 3,150,000 | 12,600,000
Awarded to: Al-Noor Medical Systems
Award date: 4 May 2023
"""


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (KENYA, "thermal binoculars | Obsidian | TB-40 | 12  | 210000"),
        (PERU, "alcoholímetros | Kordel | AL-7 | 10  | 1450"),
        (UKRAINE, "Ноутбуки шкільні |  |  | 48 шт | "),
        (QUEBEC, "sel de voirie |  |  | 5000 tonnes | "),
        (PHILIPPINES, "Body-worn Camera |  |  | 15 units | "),
        (UZBEKISTAN, "Камера обзорная | Orvex | OD-40 | 64 шт | 2700000"),
        (PAKISTAN, "Portable ultrasound machine | Mendry | Z60 | 4 Nos | 2875000"),
    ],
)
def test_subject_and_what_is_told_elsewhere_are_one_thing(text: str, item: str) -> None:
    assert [shown(one) for one in goods_by_rules(text)] == [item]


@pytest.mark.parametrize(
    "subject",
    [
        "Maintenance of street lights",
        "Supply of pumps and generators",
        "Supply of pumps, hoses",
        "Supply of goods",
        "Consultancy for the harbour",
        "Framework contract",
    ],
)
def test_what_is_no_one_thing_is_left(subject: str) -> None:
    text = f"Award notice\nBuyer: Ministry of Works of Tandala\nTitle: {subject}\nContractor: Tandala Power Ltd\n"
    assert goods_by_rules(f"{text}Quantity: 24\nAward date: 4 May 2023\n") == ()


@pytest.mark.parametrize("counted", ["48 годин", "12 місяців", "30 днів", "25 осіб"])
def test_time_and_people_count_no_goods(counted: str) -> None:
    assert len(goods_by_rules(UKRAINE)) == 1
    assert goods_by_rules(UKRAINE.replace("48 шт", counted)) == ()


def test_of_several_lots_no_one_thing_is_told() -> None:
    lots = "Lot 1: Baraka Optics Ltd, KES 2,520,000.00\nLot 2: Ziwa Ltd, KES 1,000,000.00\n"
    text = KENYA.split("Sr No", maxsplit=1)[0] + lots + "Quantity: 12\n"
    assert goods_by_rules(text) == ()


def test_two_numbers_count_nothing() -> None:
    assert goods_by_rules(UKRAINE + "Кількість: 12 шт\n") == ()


def test_price_of_a_bidder_who_did_not_win_is_not_taken() -> None:
    text = PAKISTAN.replace("Awarded to: Al-Noor Medical Systems", "Awarded to: Karakoram Surgicals")
    (item,) = goods_by_rules(text)
    assert (item.brand, item.model, item.unit_price) == (None, None, None)
