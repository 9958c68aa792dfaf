"""Sentences of Russian and Ukrainian papers: with whom, from whom, for how much and when, in any case of nouns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


def _told(text: str) -> tuple[str | None, list[str], Decimal | None, str | None]:
    notice = predict(text)
    return notice.buyer, [one.name for one in notice.suppliers], notice.amount, notice.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "9 апреля 2021 года УМВД России по Курганской области заключило с АО «Цифровой след» государственный "
                "контракт № 0843100000121000031 на сумму 2 млн 480 тыс. рублей на поставку устройств чтения памяти."
            ),
            ("УМВД России по Курганской области", ["АО «Цифровой след»"], Decimal(2_480_000), "2021-04-09"),
        ),
        (
            (
                "ПОСТАНОВЛЕНИЕ от 11.03.2020 № 40\n1. Заключить с единственным подрядчиком — обществом с ограниченной "
                "ответственностью «Полярная связь» контракт на монтаж камер на сумму 890 000 рублей."
            ),
            (None, ["обществом с ограниченной ответственностью «Полярная связь»"], Decimal(890_000), "2020-03-11"),
        ),
        (
            (
                "Сообщаем, что с ПАО «Волга-Телеком» 02.06.2022 был заключён муниципальный контракт. Цена контракта: "
                "7 654 321,00 руб."
            ),
            (None, ["ПАО «Волга-Телеком»"], Decimal("7654321"), None),
        ),
        (
            (
                "Комитет по цифровому развитию закупил три сервера у компании «Ладья» за 18,2 млн рублей. Контракт "
                "подписан 14 мая 2021 года."
            ),
            ("Комитет по цифровому развитию", ["Ладья"], Decimal(18_200_000), "2021-05-14"),
        ),
        (
            "Аукцион выиграла фирма «Северный ветер», предложив 3,1 млн рублей.",
            (None, ["Северный ветер"], Decimal(3_100_000), None),
        ),
        (
            (
                "Решили: признать победителем запроса котировок ООО «Программное обеспечение Плюс» с предложением о "
                "цене договора 412 000 руб."
            ),
            (None, ["ООО «Программное обеспечение Плюс»"], Decimal(412_000), None),
        ),
        (
            (
                "Запрос предложений признан несостоявшимся. Договор заключается с единственным участником — "
                "АО «Гранит-Инфо»."
            ),
            (None, ["АО «Гранит-Инфо»"], None, None),
        ),
        (
            (
                "Вирішено визначити переможцем закупівлі UA-2020-02-11-000321-c «Програмне забезпечення» ТОВ «Рис» з "
                "ціною пропозиції 980 000,00 грн."
            ),
            (None, ["ТОВ «Рис»"], Decimal(980_000), None),
        ),
        (
            (
                "Управління поліції охорони придбало комплекси у ПП «Сигнал-В» за 2 млн 100 тис. гривень. Договір "
                "підписали 3 квітня 2021 року."
            ),
            ("Управління поліції охорони", ["ПП «Сигнал-В»"], Decimal(2_100_000), "2021-04-03"),
        ),
        (
            (
                "КОНТРАКТ № 9\nДепартамент транспорта Томской области, именуемый «Заказчик», в лице Орлова И. И., "
                "с одной стороны, и акционерное общество «Кедр», в лице директора Лосева П. П., с другой стороны, "
                "заключили контракт. Цена контракта 1 500 000 рублей."
            ),
            ("Департамент транспорта Томской области", ["акционерное общество «Кедр»"], Decimal(1_500_000), None),
        ),
    ],
)
def test_what_a_sentence_tells(text: str, expected: tuple[object, ...]) -> None:
    """Buyer, suppliers, price and day; None where the sentence does not tell it."""
    buyer, suppliers, amount, date = _told(text)
    assert (buyer, suppliers, amount) == expected[:3]
    if expected[3] is not None:
        assert date == expected[3]


@pytest.mark.parametrize(
    "text",
    [
        "Министерство обсудило с АО «Заря» перспективы сотрудничества и договор аренды прошлых лет не упоминало.",
        "Контракт будет заключён с победителем аукциона в течение десяти дней.",
        "Жители купили у магазина «Ромашка» цветы за 300 рублей.",
        "Перед торгами ООО «Альфа» ознакомилось с проектом договора.",
    ],
)
def test_sentences_that_settle_nothing(text: str) -> None:
    """Talks, rules and purchases of nobody in office name no supplier."""
    assert _told(text)[1] == []


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            "Заказчик — ФКУ ИК-9 УФСИН России по Республике Коми. 30.11.2021.",
            "ФКУ ИК-9 УФСИН России по Республике Коми",
        ),
        (
            "Акт\nМы, Заказчик - ГБУ «Центр наблюдения», и Исполнитель - ООО «Скан», составили акт.",
            "ГБУ «Центр наблюдения»",
        ),
    ],
)
def test_a_name_ends_before_the_day_and_the_other_party(text: str, buyer: str) -> None:
    """Neither the day of the paper nor the word for the other party is part of the name."""
    assert predict(text).buyer == buyer


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        (
            (
                "AGREEMENT made on 6 June 2018 BETWEEN the Ministry of Health (“the Client”) of the one part and "
                "Harbour Systems Ltd of 8 Quay Street of the other part. The contract price is EUR 90,000."
            ),
            "Harbour Systems Ltd",
        ),
        (
            (
                "CONTRATO 7/2021\nDe una parte, el Ayuntamiento de Sol, en adelante el contratante, y de otra parte, "
                "Cámaras del Sur, S.L., con CIF B11111111, acuerdan. Precio: 12.000 euros."
            ),
            "Cámaras del Sur, S.L.",
        ),
    ],
)
def test_the_second_party_without_a_word_for_its_part(text: str, supplier: str) -> None:
    """It stands behind "of the one part and", "y de otra parte"; its address is no part of its name."""
    assert [one.name for one in predict(text).suppliers] == [supplier]


@pytest.mark.parametrize(
    ("head", "stage"),
    [
        ("ПРОТОКОЛ ПОДВЕДЕНИЯ ИТОГОВ ЭЛЕКТРОННОГО АУКЦИОНА № 0321300004422000999", "award"),
        ("Протокол оценки открытого двухэтапного конкурса № 12-ОК/2021", "award"),
        ("Протокол рассмотрения заявок запроса котировок № 7", "award"),
        ("Извещение о проведении открытого конкурса в электронной форме № 44", "tender"),
    ],
)
def test_a_paper_is_what_its_first_line_says(head: str, stage: str) -> None:
    """The procedure behind the kind of paper changes nothing, nor does the specification that is bound in with it."""
    text = f"{head}\nЗаказчик: МКУ «Город»\nУсловия приведены ниже.\n\nОписание объекта закупки\n1. Камеры, 12 шт."
    assert predict(text).stage == stage
