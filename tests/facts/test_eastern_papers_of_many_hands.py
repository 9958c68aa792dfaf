"""Papers in Russian, Ukrainian, Arabic and Persian whose parties, days and outcome stand where forms put them."""

from __future__ import annotations

from tenderlight.evaluate.facts import predict


def test_numbered_lines_below_the_word_for_a_party_ask_for_its_name() -> None:
    found = predict(
        "ЗВІТ ПРО РЕЗУЛЬТАТИ ПРОВЕДЕННЯ ПРОЦЕДУРИ ЗАКУПІВЛІ\n1. Замовник\n"
        "1.1. Найменування: Комунальний заклад «Обласний центр» Сумської обласної ради\n"
        "1.2. Ідентифікаційний код: 00000001\n3. Переможець\n3.1. Найменування: ТОВ «Автоспецпром»\n"
        "4. Ціна пропозиції переможця: 9 840 000,00 грн з ПДВ\n"
    )
    assert found.buyer == "Комунальний заклад «Обласний центр» Сумської обласної ради"
    assert [one.name for one in found.suppliers] == ["ТОВ «Автоспецпром»"]


def test_a_procuring_entity_by_that_name_is_a_party_of_its_contract() -> None:
    found = predict(
        "ДОГОВОР № 12\nг. Бишкек, 5 февраля 2024 года\n"
        "Министерство цифрового развития Кыргызской Республики, далее – «Закупающая организация», и "
        "ОсОО «Нетлайн Сервис», далее – «Поставщик», заключили договор.\n"
    )
    assert found.buyer == "Министерство цифрового развития Кыргызской Республики"
    assert [one.name for one in found.suppliers] == ["ОсОО «Нетлайн Сервис»"]


def test_the_day_of_giving_up_counts_before_that_of_the_call() -> None:
    found = predict(
        "РЕШЕНИЕ об отмене закупки\nЗаказчик: АО «Северный водоканал»\nДата размещения извещения: 11.04.2024\n"
        "Дата и время отмены: 19.04.2024 15:20\n"
    )
    assert found.date == "2024-04-19"


def test_a_deadline_that_was_moved_is_no_day_of_the_correction() -> None:
    found = predict(
        "Извещение о внесении изменений\nЗаказчик: Администрация Кедровского района\n"
        "Внесены изменения: срок подачи заявок продлён до 25.04.2022.\nДата внесения изменений: 14.04.2022\n"
    )
    assert (found.date, found.date_kind) == ("2022-04-14", "correction")


def test_a_failed_procedure_may_still_award() -> None:
    found = predict(
        "Протокол признания закупки несостоявшейся\nЗаказчик – ООО «Лукоморье-Энерго»\n"
        "Подана одна заявка: ООО «Генмаш». Принято решение заключить договор с ООО «Генмаш» по цене 6 740 000 руб.\n"
        "Протокол составлен 21.02.2023.\n"
    )
    assert found.stage == "award"
    assert [one.name for one in found.suppliers] == ["ООО «Генмаш»"]
    undone = predict(
        "Протокол признания закупки несостоявшейся\nЗаказчик – ООО «Лукоморье-Энерго»\n"
        "Подана одна заявка: ООО «Генмаш». Заявка отклонена. Договор не заключать.\nПротокол составлен 21.02.2023.\n"
    )
    assert undone.stage == "cancellation"


def test_the_best_offer_has_won_and_whoever_asked_for_more_has_not() -> None:
    found = predict(
        "Витяг з протоколу № 9 засідання тендерного комітету від 12.03.2019\n"
        "Вирішили: визнати найбільш економічно вигідною пропозицію ТОВ «Охорона-Щит» (ціна 486 000 грн) та укласти "
        "з ним договір. Інші учасники: ПП «Варта» (499 000 грн).\n"
    )
    assert [one.name for one in found.suppliers] == ["ТОВ «Охорона-Щит»"]


def test_persian_contracts_and_results_name_their_firms() -> None:
    contract = predict(
        "قرارداد خرید شماره ۴۴/۱۴۰۲\nاین قرارداد در تاریخ ۱۴۰۲/۰۳/۱۸ بین شهرداری گرگان به عنوان کارفرما و "
        "شرکت سامانه هوشمند البرز به عنوان پیمانکار منعقد گردید.\nمبلغ کل قرارداد: ۲۳,۴۰۰,۰۰۰,۰۰۰ ریال\n"
    )
    assert [one.name for one in contract.suppliers] == ["شرکت سامانه هوشمند البرز"]
    result = predict(
        "آگهی نتیجه مناقصه\nشرکت آب و فاضلاب استان قم به اطلاع می‌رساند در مناقصه شماره ۷۷-۱۴۰۱ با موضوع خرید پمپ، "
        "شرکت پمپ سازان آریا با مبلغ ۷,۸۵۰,۰۰۰,۰۰۰ ریال به عنوان برنده اعلام گردید.\nتاریخ: ۱۴۰۱/۱۱/۰۵\n"
    )
    assert [one.name for one in result.suppliers] == ["شرکت پمپ سازان آریا"]
    assert result.amount == 7_850_000_000


def test_whoever_represents_an_arabic_office_is_no_part_of_its_name() -> None:
    found = predict(
        "عقد توريد رقم 112/2021\nأبرم هذا العقد في يوم الأحد الموافق 14/11/2021 بين كل من:\n"
        "الطرف الأول: جامعة المنارة ويمثلها رئيس الجامعة\nالطرف الثاني: شركة البيان لتقنية المعلومات\n"
        "قيمة العقد: 487,300 ريال سعودي\n"
    )
    assert found.buyer == "جامعة المنارة"
