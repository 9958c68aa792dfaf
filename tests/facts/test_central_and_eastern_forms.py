"""Bids that are only opened or compared, lots by sections and lines, days and limits in sentences: five languages."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    "text",
    [
        (
            "ПРОТОКОЛ РОЗКРИТТЯ тендерних пропозицій\nЗамовник: Департамент безпеки Озерної області\n"
            'Лот 1 - Рамки: ТОВ "Око" 988 000 грн; ПП "Зір" 1 060 000 грн\n'
            'Лот 2 - Камери: ТОВ "Око" 440 000 грн; ТОВ "Мур" 420 000 грн\nПропозиції передано на розгляд.\n'
        ),
        (
            "Протокол вскрытия конвертов с заявками № 7\nЗаказчик: ГКУ «Центр закупок»\n"
            "Лот 1 – Рамки: ООО «Вход» 1 200 000 руб.; АО «Барьер» 1 350 000 руб.\n"
            "Лот 2 – Сканеры: ООО «Вход» 7 400 000 руб.; ООО «Луч» 7 100 000 руб.\n"
        ),
        (
            "INFORMACJA Z OTWARCIA OFERT\nZamawiający: Gmina Dębowiec\nLp. | Wykonawca | Cena brutto\n"
            "1 | Wizja Sp. z o.o. | 243 000,00 zł\n2 | Kamtech S.A. | 261 500,00 zł\n"
        ),
        (
            "Niederschrift über die Öffnung der Angebote\nAuftraggeber: Stadtwerke Seeburg\n"
            "Los 1: Blau GmbH 12.000,00 EUR; Rot GmbH 13.400,00 EUR\n"
            "Los 2: Blau GmbH 8.000,00 EUR; Gelb KG 7.900,00 EUR\n"
        ),
        (
            "محضر فتح المظاريف\nالجهة الحكومية: جامعة نجد\nالمتنافس | قيمة العرض\n"
            "شركة الألف | 1,200,000 ريال\nشركة الباء | 1,300,000 ريال\n"
        ),
    ],
)
def test_nobody_has_won_where_bids_are_only_opened(text: str) -> None:
    found = predict(text)
    assert found.stage == "candidate"
    assert (found.suppliers, found.amount, found.lots) == ((), None, ())


@pytest.mark.parametrize(
    "table",
    [
        "Zestawienie ofert:\nLp. | Wykonawca | Cena brutto\n",
        "Streszczenie oceny i porównania złożonych ofert:\nNr oferty | Nazwa wykonawcy | Razem pkt\n",
        "Złożone oferty\nLp. | Nazwa (firma) wykonawcy | Cena brutto\n",
    ],
)
def test_a_table_that_compares_bids_makes_nobody_a_supplier(table: str) -> None:
    rows = "1 | DronPol S.A. | 318 570,00\n2 | Aviatech Sp. z o.o. | 342 900,00\n"
    found = predict(
        "Zawiadomienie o wyborze najkorzystniejszej oferty\nZamawiający: Gmina Lipno\n"
        f"Wybrano ofertę złożoną przez: DronPol S.A., cena brutto 318 570,00 zł.\n{table}{rows}Lipno, 18.10.2021\n"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [("DronPol S.A.", "sole")]


def test_a_table_of_winners_by_lot_stays_one() -> None:
    found = predict(
        "Informacja o wyborze ofert\nZamawiający: Gmina Lipno\nCzęść | Wykonawca | Cena brutto | Punkty\n"
        "Część 1 | DronPol S.A. | 318 570,00 zł | 100\nCzęść 2 | Aviatech Sp. z o.o. | 42 900,00 zł | 98\n"
    )
    assert [(one.name, one.lot) for one in found.suppliers] == [
        ("DronPol S.A.", "Część 1"),
        ("Aviatech Sp. z o.o.", "Część 2"),
    ]


_BULLETIN = (
    "OGŁOSZENIE O WYNIKU POSTĘPOWANIA\nSEKCJA I - ZAMAWIAJĄCY\n1.2.) Nazwa zamawiającego: Gmina Brzoza\n"
    "SEKCJA V ZAKOŃCZENIE POSTĘPOWANIA (dla {one})\n5.1.) Postępowanie zakończyło się {how}zawarciem umowy\n"
    "SEKCJA VII WYKONAWCA (dla {one})\n7.3.1) Nazwa (firma) wykonawcy, któremu udzielono zamówienia: Opti Sp. z o.o.\n"
    "SEKCJA VIII UMOWA (dla {one})\n8.1.) Data zawarcia umowy: 2022-06-02\n8.2.) Wartość umowy: 119310,00 PLN\n"
    "SEKCJA V ZAKOŃCZENIE POSTĘPOWANIA (dla {two})\n5.1.) Postępowanie zakończyło się {how}unieważnieniem\n"
)


@pytest.mark.parametrize(
    ("one", "two", "how"),
    [
        ("części 1", "części 2", ""),
        ("Część 1", "Część 2", ""),
        ("części 1", "części 2", "zawarciem umowy albo unieważnieniem postępowania: część zakończyła się "),
    ],
)
def test_sections_of_the_polish_bulletin_name_their_lot(one: str, two: str, how: str) -> None:
    found = predict(_BULLETIN.format(one=one, two=two, how=how))
    assert [(lot.lot, lot.supplier, lot.amount, lot.status) for lot in found.lots] == [
        (one, "Opti Sp. z o.o.", 119310, "awarded"),
        (two, None, None, "void"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Победитель: ТОО «Коз», цена за единицу 48 500,00 тенге, сумма 582 000,00 тенге",
        "Победитель: ТОО «Коз», сумма 582 000 тенге (цена за единицу 48 500 тенге)",
    ],
)
def test_the_price_of_a_lot_is_that_of_all_its_pieces(line: str) -> None:
    found = predict(
        "Протокол об итогах закупки способом запроса ценовых предложений\nЗаказчик: КГУ «Занятость»\n"
        f"Лот № 70112233-ЗЦП1 Сканер, 12 шт.\n {line}\n"
        "Лот № 70112234-ЗЦП1 Камера\n Победитель: ТОО «Офис», цена за единицу 9 900 тенге, сумма 238 800 тенге\n"
    )
    assert [lot.amount for lot in found.lots] == [582_000, 238_800]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("المؤسسة: ش.ذ.م.م زيبان للإلكترونيك – المبلغ بكل الرسوم: 11.340.000,00 دج", "ش.ذ.م.م زيبان للإلكترونيك"),
        ("المؤسسة: شركة الجنوب للعتاد – المبلغ: 22.500.000,00 دج", "شركة الجنوب للعتاد"),
        ("ش.ذ.م.م سهول – المبلغ: 8.100.000,00 دج", "ش.ذ.م.م سهول"),
    ],
)
def test_lots_of_the_maghreb_name_their_firm(line: str, name: str) -> None:
    found = predict(
        "إعلان عن المنح المؤقت للصفقة\nمديرية الأشغال العمومية لولاية بسكرة\n"
        f"الحصة رقم 01: اقتناء كاميرات – {line} – الآجال: 60 يوما\nالحصة رقم 02: اقتناء مولدات – غير مجدية\n"
    )
    assert [(lot.supplier, lot.status) for lot in found.lots] == [(name, "awarded"), (None, "void")]


@pytest.mark.parametrize(
    ("sentence", "flag"),
    [
        ("بكلفة تخمينية قدرها (480,000,000) أربعمائة وثمانون مليون دينار عراقي", "estimate:480000000"),
        ("بكلفة تخمينية (75,000,000) دينار عراقي", "estimate:75000000"),
        ("بميزانية تقديرية تبلغ 3,000,000 دينار", "budget:3000000"),
    ],
)
def test_arabic_sentences_state_what_it_may_cost(sentence: str, flag: str) -> None:
    found = predict(f"إعلان مناقصة رقم (17/2023)\nتعلن مديرية الأسواق في محافظة ميسان عن المناقصة {sentence}.\n")
    assert flag in found.flags
    assert found.amount is None


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        (
            "PROTOKÓŁ ODBIORU\nZamawiający: Gmina Lipno\nOdbioru dokonano w dniu 15.12.2022 r.",
            "2022-12-15",
            "acceptance",
        ),
        ("محضر استلام نهائي\nالجهة: وزارة الصحة\nتاريخ الاستلام: 3/2/2020", "2020-02-03", "acceptance"),
        (
            "Ogłoszenie o zmianie ogłoszenia\nZamawiający: Gmina Lipno\nData publikacji zmiany: 2023-05-10",
            "2023-05-10",
            "correction",
        ),
        (
            "Изменение извещения о проведении электронного аукциона от 23.05.2022 № ИИ1\nЗаказчик: Школа № 5",
            "2022-05-23",
            "correction",
        ),
    ],
)
def test_days_of_taking_over_and_of_changing_are_told_by_their_words(text: str, date: str, kind: str) -> None:
    found = predict(text)
    assert (found.date, found.date_kind) == (date, kind)


def test_who_runs_a_procedure_is_not_who_buys() -> None:
    german = predict(
        "Bekanntgabe vergebener Aufträge\nAuftraggeber: Gemeinde Tann\nVergebende Stelle: Vergabekanzlei Süd GmbH\n"
        "Auftragnehmer: Murtal Elektronik GmbH\nGesamtwert: 198.400,00 EUR\n"
    )
    assert (german.buyer, german.agency) == ("Gemeinde Tann", "Vergabekanzlei Süd GmbH")
    alone = predict("Zuschlagsbekanntmachung\nVergebende Stelle: Stadt Hohenfels\nAuftragnehmer: Murtal GmbH\n")
    assert alone.buyer == "Stadt Hohenfels"
    russian = predict(
        "Извещение о закупке\nЗакупку осуществляет: Уполномоченный орган\nЗаказчик: ГБУЗ «Районная больница»\n"
    )
    assert russian.buyer == "ГБУЗ «Районная больница»"


def test_names_keep_their_form_and_lose_who_acts_for_them() -> None:
    polish = predict(
        "Informacja o wyborze ofert\nZamawiający: Gmina Lipno\nCzęść 1 – kajdanki: Arsenal Sp. j., cena 12 480,00 zł\n"
        "Część 2 – paralizatory: PHU Tarcza Sp. z o.o., cena 41 600,00 zł\n"
    )
    assert [one.name for one in polish.suppliers] == ["Arsenal Sp. j.", "PHU Tarcza Sp. z o.o."]
    russian = predict(
        "Акт приёма-передачи\nПоставщик: ООО «Датчик» в лице директора Иванова И.И.\nПокупатель: ФКУ «Колония № 3»\n"
    )
    assert [one.name for one in russian.suppliers] == ["ООО «Датчик»"]


def test_a_decision_on_all_lots_gives_up_the_procedure() -> None:
    found = predict(
        "РІШЕННЯ уповноваженої особи № 73\n02.06.2023\nЗамовник: Інспекція паркування\n"
        "Вирішено: відмінити тендер у зв'язку з порушеннями. Лот 1 - відмінено; Лот 2 - відмінено.\n"
    )
    assert found.stage == "cancellation"


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (
            (
                "Berichtigung\nAuftraggeber: Stadt Au\nAbschnitt Nummer: II.1.5) Geschätzter Gesamtwert\n"
                "Anstatt: 310 000.00 EUR\nmuss es heißen: 355 000.00 EUR\n"
            ),
            ("estimate:355000", "superseded_amount:310000"),
        ),
        (
            (
                "Изменение извещения № ИИ2\nЗаказчик: Школа № 5\n"
                "Начальная (максимальная) цена контракта: «1 000 000 руб.» изложить в редакции «1 200 000 руб.»\n"
            ),
            ("ceiling:1200000", "superseded_amount:1000000"),
        ),
        (
            (
                "Оголошення про внесення змін\nЗамовник: Школа № 5\n"
                "Очікувана вартість замість 500 000 грн слід читати 560 000 грн\n"
            ),
            ("estimate:560000", "superseded_amount:500000"),
        ),
    ],
)
def test_limits_that_are_put_right_hold_as_put_right(text: str, flags: tuple[str, ...]) -> None:
    assert predict(text).flags == flags


@pytest.mark.parametrize(
    ("price", "amount"),
    [
        ("Wynagrodzenie: netto 100 000,00 zł, VAT 23% 23 000,00 zł, brutto 123 000,00 zł", 100_000),
        ("Wynagrodzenie: brutto 123 000,00 zł, w tym VAT 23 000,00 zł, netto 100 000,00 zł", 123_000),
    ],
)
def test_of_net_tax_and_gross_the_one_named_first_is_told(price: str, amount: int) -> None:
    assert predict(f"Umowa nr 5/2022\nZamawiający: Gmina Lipno\nWykonawca: Medico S.A.\n{price}\n").amount == amount


def test_the_price_of_one_piece_in_brackets_is_not_that_of_all() -> None:
    found = predict(
        "Zawiadomienie o wyborze najkorzystniejszej oferty\nZamawiający: Gmina Lipno\n"
        "Wybrano ofertę złożoną przez: DronPol S.A., cena brutto 318 570,00 zł (2 szt. po 159 285,00 zł brutto).\n"
    )
    assert found.amount == 318_570


@pytest.mark.parametrize("between", ["     ", " (Auftraggeber)     ", "\n"])
def test_the_last_party_that_signs_tells_the_day_of_a_contract(between: str) -> None:
    found = predict(
        "Vertrag\nzwischen der Stadt Au (Auftraggeber) und der Schutzwerk GmbH (Auftragnehmer)\n"
        f"Der Auftragnehmer erhält 137.700,00 EUR.\nElbau, den 14.06.2023{between}Zwönitz, den 20.06.2023\n"
    )
    assert (found.date, found.date_kind) == ("2023-06-20", "contract")


def test_arabic_firms_in_brackets_and_instalments_are_named() -> None:
    iraqi = predict(
        "وزارة النقل\nإحالة المناقصة رقم 21/2022 لتجهيز أجهزة بعهدة (شركة بوابة الرافدين للتجارة العامة) "
        "بمبلغ 1,450,000 دينار\n"
    )
    assert [one.name for one in iraqi.suppliers] == ["شركة بوابة الرافدين للتجارة العامة"]
    tunisian = predict(
        "بلدية تل الياسمين\nإعلان عن إسناد صفقة\nالقسط 1: شركة الياسمين للإعلامية – 145.600,000 دينار\n"
        "القسط 2: غير مثمر\nالقسط 3: شركة قرطاج للتجهيزات – 78.300,000 دينار\n"
    )
    assert {lot.lot: lot.status for lot in tunisian.lots} == {
        "القسط 1": "awarded",
        "القسط 2": "void",
        "القسط 3": "awarded",
    }


def test_days_of_the_lunar_calendar_are_not_those_of_iran() -> None:
    assert predict("إشعار ترسية\nالجهة: أمانة منطقة عسير\nتاريخ الترسية: 1443/08/12\n").date is None


def test_the_voivodeship_behind_an_office_and_the_town_of_a_bidder_are_no_part_of_it() -> None:
    found = predict(
        "Wynik postępowania\nZamawiający: Ośrodek Szkolenia w Drwęcowie, województwo kujawsko-pomorskie\n"
        "Wykonawca: Sygnał Sp. z o.o., 64-100 Leszno, cena 456 000,00 zł\n"
    )
    assert found.buyer == "Ośrodek Szkolenia w Drwęcowie"
    assert found.region is not None
    assert found.region.place != "Leszno"
