"""Saved registers: labels without a colon, labels on lines of their own, blocks under a heading or a count."""

import pytest

from tests.facts.summary import read, summarise

_CASES = [
    (
        (
            "Реестр договоров\nСтатус договора Исполнение завершено\nНаименование заказчика МКУ «ЦЕНТР СВЯЗИ»\n"
            "Дата заключения договора 04.02.2021\nЦена договора 1 940 500,00 ₽\nИзвещение о закупке 32110011223\n"
            "Дата размещения 09.02.2021\nСведения о поставщике\nООО «РАДИУС»\nИНН 0000000000\n"
        ),
        "contract",
        "ООО «РАДИУС», sole",
        "contract 1940500 RUB",
        "contract 2021-02-04",
    ),
    (
        (
            "Сведения о контракте\nЗаказчик ГБУ «МОНИТОРИНГ»\nСпособ определения поставщика Электронный аукцион\n"
            "Дата заключения контракта 12.11.2018\nЦена контракта 7 310 000,00 ₽\nДата размещения 15.11.2018\n"
            "Информация о поставщиках\nАО «СИСТЕМЫ КОНТРОЛЯ» (Субъект малого предпринимательства) ИНН 0000000000\n"
        ),
        "contract",
        "АО «СИСТЕМЫ КОНТРОЛЯ», sole",
        "contract 7310000 RUB",
        "contract 2018-11-12",
    ),
    (
        (
            "Договір про закупівлю\nДата підписання договору 18.03.2022\nСума договору 640 000,00 грн\n"
            "Інформація про постачальника\nТОВ «ОКО ПЛЮС» (код ЄДРПОУ 00000000)\n"
        ),
        "contract",
        "ТОВ «ОКО ПЛЮС», sole",
        "contract 640000 UAH",
        "contract 2022-03-18",
    ),
    (
        (
            "Tenders awarded\nProcuring department\nFire Services Workshop\nClosing date\n4 September 2020\n"
            "Name of successful tenderer\nHotspot Instruments (HK) Limited\nDate of award\n2 December 2020\n"
            "Contract sum (HK$)\n8,420,000\n"
        ),
        "award",
        "Hotspot Instruments (HK) Limited, sole",
        "award 8420000 HKD",
        "award 2020-12-02",
    ),
    (
        (
            "已批合約\n標書編號\nASD/77/20\n截標日期\n2020年10月9日\n收到標書數目\n3\n獲批承辦商\n科銳儀器有限公司\n"
            "批出日期\n2021年1月27日\n合約金額（港元）\n12,600,000\n"
        ),
        "award",
        "科銳儀器有限公司, sole",
        "award 12600000 HKD",
        "award 2021-01-27",
    ),
    (
        (
            "獲接納投標書一覽\n部門\n路政工程處\n合約編號\nHW/2018/33\n承投商\n恒峰機電工程有限公司\n合約總額（港幣）\n"
            "供應及安裝：41,000,000\n五年保養：9,500,000\n合計：50,500,000\n接納日期\n2018年7月20日\n"
        ),
        "award",
        "恒峰機電工程有限公司, sole",
        "award 50500000 HKD",
        "award 2018-07-20",
    ),
    (
        (
            "Awarded contract\nPublished date: 9 June 2022\nValue of contract: £31,000\nAwarded date: 30 May 2022\n"
            "Total value of contract: £29,750\nThis contract was awarded to 1 supplier.\nKITEWORKS SURVEY LLP\n"
            "Address: The Old Barn, Settle\nAbout the buyer\nCravendale Park Authority\n"
        ),
        "award",
        "KITEWORKS SURVEY LLP, sole",
        "award 29750 GBP",
        "award 2022-05-30",
    ),
    (
        (
            "Detalle del contrato\nEstado Vigente\nEntidad contratante Gobernación de Río Hondo, Colombia\n"
            "Fecha de suscripción 14/09/2020\nValor del contrato 412.000.000 COP\nFecha de inicio 21/09/2020\n"
            "Contratista Seguridad Andina Digital S.A.S.\nNIT 900000000\n"
        ),
        "contract",
        "Seguridad Andina Digital S.A.S., sole",
        "contract 412000000 COP",
        "contract 2020-09-14",
    ),
]


@pytest.mark.parametrize(("text", "stage", "supplier", "amount", "date"), _CASES)
def test_a_register_tells_who_signed_for_how_much(text: str, stage: str, supplier: str, amount: str, date: str) -> None:
    found = summarise(read(text))
    assert found["stage"] == stage
    assert found["suppliers"] == (supplier,)
    assert found["amounts"] == (amount,)
    assert date in str(found["dates"])


def test_as_many_suppliers_as_are_counted_or_none() -> None:
    """Where fewer names follow than the line counts, one of the names below may be anybody's."""
    head = "Contract award notice\nBuyer: Holderness County Council\nThis contract was awarded to 2 suppliers.\n"
    both = f"{head}Palisade Helpdesk Limited\nAddress: Hull\nQuayside Voice Ltd\nAddress: Goole\n"
    assert summarise(read(both))["suppliers"] == (
        "Palisade Helpdesk Limited, lot winner",
        "Quayside Voice Ltd, lot winner",
    )
    assert summarise(read(f"{head}Palisade Helpdesk Limited\nAddress: Hull\n"))["suppliers"] == ()


def test_a_heading_above_the_fields_still_counts() -> None:
    text = (
        "Извещение о закупке\nНомер закупки 32110011223\nДата размещения 09.02.2021\nДата окончания подачи заявок "
        "19.02.2021\nНачальная цена 1 940 500,00 ₽\n"
    )
    assert summarise(read(text))["stage"] == "tender"
