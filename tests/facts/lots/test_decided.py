"""Lots whose bids a paper lists, and on which it decides further down."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

OF_RUSSIA = """ПРОТОКОЛ № 14-ЗК/2023
подведения итогов открытого запроса предложений
Заказчик: АО «Самарский речной вокзал»
Лот № 1 «Камеры»: поступило 2 заявки:
1. ООО «Видеолайн» – 3 400 000,00 руб.
2. АО «Квант-Сервис» – 3 150 000,00 руб.
Лот № 2 «Серверы»: поступило 2 заявки:
1. ООО «Байт-Плюс» – 5 900 000,00 руб.
2. ООО «Видеолайн» – 6 200 000,00 руб.
Лот № 3 «Кабель»: заявок не поступило.
Комиссия решила:
1. Признать победителем по лоту № 1 АО «Квант-Сервис», цена договора 3 150 000,00 руб.
2. Признать победителем по лоту № 2 ООО «Байт-Плюс», цена договора 5 900 000,00 руб.
3. Признать закупку по лоту № 3 несостоявшейся.
"""
BY_NUMBER = """ИТОГОВЫЙ ПРОТОКОЛ № 4/2
Заказчик: МКУ «Управление дорожного хозяйства»
По лоту 1 поданы заявки:
  а) ООО «ДорСтрой», рег. № 1, 14.06.2024 09:15 — 22 100 000,00 руб.
  б) АО «Магистраль», рег. № 4, 17.06.2024 16:02 — 21 450 000,00 руб.
По лоту 2 подана одна заявка:
  а) ООО «Асфальт-НН», рег. № 3 — 8 150 000,00 руб.
Комиссия решила:
1. Победителем по лоту 1 признать участника с рег. № 4.
2. Запрос котировок по лоту 2 признать несостоявшимся, договор с единственным участником не заключать.
"""
OF_POLAND = """Informacja o wyborze najkorzystniejszej oferty
Zamawiający: Politechnika Krośnieńska
Część 1 – serwery. Złożone oferty:
1. DataStor Sp. z o.o. – 510 000,00 zł – 92,10 pkt
2. NetPro S.A. – 498 000,00 zł – 100 pkt
Część 2 – macierze. Złożone oferty:
1. DataStor Sp. z o.o. – 240 000,00 zł – 100 pkt
2. StorageOne S.A. – 265 500,00 zł – 89,30 pkt
W części 1 wybrano ofertę NetPro S.A. z ceną 498 000,00 zł brutto.
W części 2 wybrano ofertę DataStor Sp. z o.o. z ceną 240 000,00 zł brutto.
"""
OF_AUSTRIA = """Niederschrift über die Vergabe
Marktgemeinde Unterbach, Sitzung vom 12.05.2022
Los 1 Erdarbeiten – Angebote: Huber Bau GmbH 214.000,00 EUR; Steiner Tiefbau AG 198.700,00 EUR
Los 2 Elektro – Angebote: Elektro Lechner KG 87.400,00 EUR; Volt GmbH 91.250,00 EUR
Der Gemeinderat beschließt: Der Zuschlag für Los 1 wird an die Steiner Tiefbau AG zum Preis von 198.700,00 EUR erteilt.
Der Zuschlag für Los 2 wird an die Elektro Lechner KG zum Preis von 87.400,00 EUR erteilt.
"""
IN_BRACKETS = """ИТОГОВЫЙ ПРОТОКОЛ
Заказчик: АО «Морской торговый порт Южный»
Рассмотрены заявки:
Лот 1 – ООО «КранСервис» (6 800 000 руб.), АО «Подъём» (7 100 000 руб.)
Лот 2 – АО «Подъём» (3 400 000 руб.), ООО «Механик» (3 250 000 руб.)
Комиссией принято решение заключить договор:
по лоту 1 – с ООО «КранСервис» на сумму 6 800 000 руб. с НДС;
по лоту 2 – с ООО «Механик» на сумму 3 250 000 руб. с НДС.
"""
OF_TANZANIA = """Minutes of the Tender Board, Kiteto District Council, 14 March 2023
Tender No. LGA/012/2022/23
Lot 1 – Solar pumps. Bids received:
1. Sunrise Engineering Ltd – TZS 145,000,000
2. Maji Systems Ltd – TZS 138,200,000
Lot 2 – Water tanks. Bids received:
1. Tanga Plastics Ltd – TZS 62,000,000
2. Maji Systems Ltd – TZS 66,400,000
The Board resolved to award Lot 1 to Maji Systems Ltd at TZS 138,200,000 and Lot 2 to Tanga Plastics Ltd at
TZS 62,000,000.
"""


def _lots(text: str) -> list[tuple[str, str | None, Decimal | None]]:
    found = predict(text).lots
    return sorted((one.lot[-1], one.supplier, one.amount) for one in found)


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        (
            OF_RUSSIA,
            [("1", "АО «Квант-Сервис»", 3150000), ("2", "ООО «Байт-Плюс»", 5900000), ("3", None, None)],
        ),
        (BY_NUMBER, [("1", "АО «Магистраль»", 21450000), ("2", None, None)]),
        (OF_POLAND, [("1", "NetPro S.A.", 498000), ("2", "DataStor Sp. z o.o.", 240000)]),
        (OF_AUSTRIA, [("1", "Steiner Tiefbau AG", 198700), ("2", "Elektro Lechner KG", 87400)]),
        (IN_BRACKETS, [("1", "ООО «КранСервис»", 6800000), ("2", "ООО «Механик»", 3250000)]),
        (OF_TANZANIA, [("1", "Maji Systems Ltd", 138200000), ("2", "Tanga Plastics Ltd", 62000000)]),
    ],
)
def test_the_decision_on_a_lot_counts_and_not_the_bids_above_it(
    text: str, lots: list[tuple[str, str | None, int | None]]
) -> None:
    assert _lots(text) == [(lot, name, Decimal(price) if price else None) for lot, name, price in lots]


def test_whoever_only_bid_is_no_supplier() -> None:
    names = {one.name for text in (OF_RUSSIA, BY_NUMBER, IN_BRACKETS) for one in predict(text).suppliers}
    assert not names & {"ООО «Видеолайн»", "ООО «ДорСтрой»", "ООО «Асфальт-НН»", "АО «Подъём»"}


def test_a_lot_with_bids_alone_has_no_winner() -> None:
    undecided = OF_RUSSIA.replace(
        "2. Признать победителем по лоту № 2 ООО «Байт-Плюс», цена договора 5 900 000,00 руб.\n", ""
    )
    assert {one.name for one in predict(undecided).suppliers} == {"АО «Квант-Сервис»"}


BY_NAME = """О результатах тендера № ТО-15/2024
РГП на ПХВ «Вольерный зоопарк» сообщает, что потенциальными поставщиками-победителями признаны:
  по лоту «Клетки транспортные» — ИП «Нурсервис», 11 единиц на сумму 2 915 000 тенге;
  по лоту «Ошейники» — ТОО «Степная электроника», 24 единицы на сумму 8 640 000 тенге;
  по лоту «Дротики» — тендер не состоялся.
"""


def test_lots_in_quotation_marks_keep_their_names_apart_from_the_firms() -> None:
    found = predict(BY_NAME)
    assert sorted((one.lot, one.supplier) for one in found.lots if one.supplier) == [
        ("Клетки транспортные", "ИП «Нурсервис»"),
        ("Ошейники", "ТОО «Степная электроника»"),
    ]
    assert {one.name for one in found.suppliers} == {"ИП «Нурсервис»", "ТОО «Степная электроника»"}


def test_a_word_for_the_winner_at_the_end_of_a_line_is_of_that_line() -> None:
    found = predict(
        "ПРОТОКОЛ рассмотрения заявок № 0318300009923000112 от 17.04.2023\nЗаказчик: ГБУ «Центр госзакупок»\n"
        "Лот № 1\nООО «Восток-Сервис» – 1 220 000,00 руб. – победитель\nООО «Тихий океан» – 1 280 000,00 руб.\n"
        "Лот № 2\nООО «Тихий океан» – 640 000,00 руб. – победитель\nАО «Дальсвязь» – 655 000,00 руб.\n"
    )
    assert sorted((one.lot[-1], one.supplier) for one in found.lots) == [
        ("1", "ООО «Восток-Сервис»"),
        ("2", "ООО «Тихий океан»"),
    ]
