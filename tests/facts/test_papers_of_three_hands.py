"""Papers in ordinary forms in Chinese, Russian and Ukrainian: what they decide, whom they name, what they pay."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.evaluate.notices import ExpectedNotice
from tenderlight.evaluate.projection import predicted_notice
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page


def predict(text: str) -> ExpectedNotice:
    return predicted_notice(read_facts([Page(number=1, text=text)]))


def won(text: str) -> list[str]:
    """Return "lot: name, price" of each lot that was given to somebody."""
    lots = (one for one in predict(text).lots if one.status == "awarded")
    return [f"{one.lot}: {one.supplier}, {one.amount}" for one in lots]


@pytest.mark.parametrize(
    "heading",
    [
        "Спрощена закупівля UA-2023-04-11-002318-a. КП «Кременецьводоканал»",
        "Закупівля UA-2023-04-11-002318-a. КП «Кременецьводоканал»",
        "Відкриті торги UA-2023-04-11-002318-a. КП «Кременецьводоканал»",
    ],
)
def test_a_paper_named_after_its_procedure_awards_where_it_says_who_won_for_how_much(heading: str) -> None:
    found = predict(
        f"{heading}\nЛот 1: насос дренажний — 4 шт. Переможець ТОВ «Аква-Сервіс», 84 200,00 грн. Програли: ПП «Кран» — "
        "91 000,00\nЛот 2: засувки — 12 шт. Переможець ФОП Лисенко Ігор Петрович, 46 800,00 грн\nРішення 21.04.2023.\n"
    )
    assert (found.stage, found.date, found.amount) == ("award", "2023-04-21", Decimal(131_000))
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("ТОВ «Аква-Сервіс»", "lot winner"),
        ("ФОП Лисенко Ігор Петрович", "lot winner"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Переможець торгів визначається за найнижчою ціною не пізніше 20 днів.",
        "Переможцем буде визнано учасника з найменшою ціною, не вище 500 000 грн.",
        "З переможцем укладається договір на суму до 500 000 грн.",
    ],
)
def test_a_tender_that_speaks_of_a_winner_to_come_awards_nothing(line: str) -> None:
    found = predict(
        "Оголошення про проведення спрощеної закупівлі UA-2023-04-11-002318-a\nЗамовник: КП «Кременецьводоканал»\n"
        f"Кінцевий строк подання пропозицій: 21.04.2023 10:00\n{line}\n"
    )
    assert found.stage == "tender"
    assert not found.suppliers


@pytest.mark.parametrize(
    "heading",
    [
        "Протокольне рішення про відміну закупівлі UA-2023-10-30-014477-a",
        "Протокольне рішення уповноваженої особи про скасування процедури закупівлі",
        "Рішення тендерного комітету про відміну торгів",
        "Протокол комиссии об отмене аукциона № 14",
        "Решение об аннулировании процедуры закупки",
    ],
)
def test_the_record_of_giving_up_a_procedure_is_no_award(heading: str) -> None:
    found = predict(f"{heading}\nКНП «Степова лікарня»\nПредмет: апарат рентгенівський — 1 шт.\nДата: 20.11.2023.\n")
    assert found.stage == "cancellation"


@pytest.mark.parametrize(
    "heading",
    [
        "icetrade.by — Сведения о результатах закупки № 2024-1188205",
        "goszakup.gov.kz – Протокол об итогах № 2024-1188205",
        "zakupki.gov.ru: Протокол подведения итогов",
        "prozorro.gov.ua — Повідомлення про результати закупівлі",
    ],
)
def test_the_address_of_a_portal_may_stand_before_a_title(heading: str) -> None:
    text = (
        f"{heading}\nЗаказчик: ГУ «Минское управление связи»\nПротокол от 12.01.2024\n"
        "Лот 1 | Сопровождение, 12 мес. | ООО «Бел-Тех» | 31 200,00 BYN\n"
        "Лот 2 | Радиостанция, 26 ед. | ЧУП «Радиомир» | 62 400,00 BYN\n"
    )
    assert predict(text).stage == "award"
    assert won(text) == ["Лот 1: ООО «Бел-Тех», 31200", "Лот 2: ЧУП «Радиомир», 62400"]


def test_titles_of_other_languages_behind_an_address_too() -> None:
    found = predict("contracts.example.gov.uk - Contract award notice\nBuyer: Marrow District Council\n")
    assert found.stage == "award"


@pytest.mark.parametrize("money", ["Российский рубль", "руб.", "рублей"])
@pytest.mark.parametrize("head", ["Ценовое предложение", "Предложение о цене"])
def test_a_column_of_bids_without_currency_has_that_of_all_other_sums(money: str, head: str) -> None:
    found = predict(
        "ПРОТОКОЛ ПОДВЕДЕНИЯ ИТОГОВ\nот 06.12.2023 № ИЭА1\nЗаказчик: УМВД по Заречной области\n"
        f"Начальная (максимальная) цена контракта: 3 870 000,00 {money}\nНомер | Участник | {head} | Результат\n"
        "1 | 114482076 — ООО «ПАТРУЛЬ» | 3 212 100,00 | Победитель\n2 | 114480911 — АО «СИГНАЛ» | 3 231 450,00 | -\n"
    )
    assert (found.amount, found.currency) == (Decimal(3_212_100), "RUB")


def test_sums_in_two_currencies_lend_none() -> None:
    found = predict(
        "ПРОТОКОЛ ПОДВЕДЕНИЯ ИТОГОВ\nот 06.12.2023 № ИЭА1\nЗаказчик: УМВД по Заречной области\n"
        "Начальная (максимальная) цена контракта: 3 870 000,00 руб. (40 200,00 EUR)\n"
        "Номер | Участник | Ценовое предложение | Результат\n1 | ООО «ПАТРУЛЬ» | 3 212 100,00 | Победитель\n"
    )
    assert found.currency is None or found.amount is None


@pytest.mark.parametrize(
    "lead",
    [
        "Решили: признать победителями и заключить рамочные соглашения с",
        "Победителями признаны, заключить рамочные договоры со",
        "Вирішили: визнати переможцями та укласти рамкові угоди з",
    ],
)
def test_firms_below_a_line_that_ends_with_the_word_for_with(lead: str) -> None:
    found = predict(
        "Протокол заседания закупочной комиссии ПАО «Север» № 417-ЗК от 04.02.2025\n"
        f"{lead}\n – ПАО «МобилТелеком» (скидка 14 % к прейскуранту),\n – ООО «Т2 Регион» (скидка 14 %).\n"
        "Не допущено: ООО «Йотафон».\n"
    )
    assert [one.name for one in found.suppliers] == ["ПАО «МобилТелеком»", "ООО «Т2 Регион»"]


@pytest.mark.parametrize(
    "clause",
    [
        "п. 3.1 «Ціна Договору 6 480 000,00 грн» викласти у редакції «Ціна Договору становить 5 916 000,00 грн».",
        "пункт 3.1 «Сума договору 6 480 000,00 грн» викласти в такій редакції: «Сума договору 5 916 000,00 грн».",
        (
            "п. 3.1 «Цена договора составляет 6 480 000,00 грн» изложить в следующей редакции: "
            "«Цена договора составляет 5 916 000,00 грн»."
        ),
    ],
)
def test_a_clause_in_other_words_changes_its_sum(clause: str) -> None:
    found = predict(
        "ПОВІДОМЛЕННЯ ПРО ВНЕСЕННЯ ЗМІН ДО ДОГОВОРУ\nНомер договору: 12-Т\nЗамовник: КП «Тепло»\n"
        f"Дата внесення змін: 22.08.2023\nОпис змін: {clause}\n"
    )
    assert found.amount == 5_916_000
    assert "superseded_amount:6480000" in found.flags


_LOSERS = ("未中标", "落选", "未成交", "其他未中标")


@pytest.mark.parametrize("word", _LOSERS)
@pytest.mark.parametrize("indent", ["　　　　", "      "])
def test_lines_that_go_on_with_losers_name_no_winner(word: str, indent: str) -> None:
    text = (
        "某市公安局设备采购中标公告\n采购编号：JYCG-2021-G-029\n包号 中标供应商 投标报价（元） 中标标的\n"
        "1包 河南华基生物技术有限公司 3,280,000.00 基因分析仪 赛默飞 3500xL 1台 2,360,000.00元；扩增仪 4台\n"
        "2包 郑州鉴科仪器有限公司 568,000.00 全自动提取工作站 杰毅 EZ-96 2台 单价284,000.00元\n"
        f"{word}：1包 北京安司科技发展有限公司 3,350,000.00元；河南捷诚试剂有限公司 3,412,500.00元\n"
        f"{indent}2包 武汉谱析生物有限公司 582,000.00元；郑州宏达仪器有限公司 599,800.00元\n采购人：某市公安局\n"
    )
    assert [one.name for one in predict(text).suppliers] == ["河南华基生物技术有限公司", "郑州鉴科仪器有限公司"]
    assert won(text) == ["1包: 河南华基生物技术有限公司, 3280000", "2包: 郑州鉴科仪器有限公司, 568000"]


@pytest.mark.parametrize("stem", ["商水采购【2023】029", "豫财〔2022〕114", "县采招（2021）08"])
def test_lots_called_by_a_code_with_a_year_are_told_apart(stem: str) -> None:
    text = (
        "中标公告\n采购人：商水县公安局\n包号 | 采购内容 | 供应商名称 | 地址 | 中标金额\n"
        f"{stem}-1 | 网络设备 | 郑州讯维网络科技有限公司 | 郑州市金水区 | 2189600\n"
        f"{stem}-2 | 机房环境 | 河南华泰机房工程有限公司 | 郑州市高新区 | 1034000\n"
    )
    assert [(one.name, one.role) for one in predict(text).suppliers] == [
        ("郑州讯维网络科技有限公司", "lot winner"),
        ("河南华泰机房工程有限公司", "lot winner"),
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("一标", "二标"), ("1标", "2标"), ("一包", "二包"), ("第一标段", "第二标段")]
)
def test_short_names_of_lots_head_what_is_said_of_them(first: str, second: str) -> None:
    text = (
        "档案局密集架采购成交公告\n"
        f"{first}：手动密集架　成交供应商 武汉众鑫家具有限公司　成交价 369,600.00元\n"
        f"{second}：净化一体机　成交供应商 湖北绿恒科技有限公司　成交价 127,800.00元\n采购人：武汉市黄陂区档案局\n"
    )
    assert won(text) == [f"{first}: 武汉众鑫家具有限公司, 369600", f"{second}: 湖北绿恒科技有限公司, 127800"]


@pytest.mark.parametrize("term", ["两年", "2年", "三年", "五年"])
def test_a_sum_for_several_years_is_that_of_the_whole(term: str) -> None:
    found = predict(
        f"成交公告\n采购人：乌当区政务中心\n成交供应商：贵州安居服务有限公司\n成交金额：1,428,000元/{term}（每年另计）\n"
    )
    assert (found.amount, found.amount_kind) == (Decimal(1_428_000), "award")


@pytest.mark.parametrize("term", ["年", "月", "1年", "人"])
def test_a_sum_for_one_year_or_piece_is_none_of_the_whole(term: str) -> None:
    found = predict(f"成交公告\n采购人：乌当区政务中心\n成交供应商：贵州安居服务有限公司\n成交金额：71,400元/{term}\n")
    assert found.amount_kind != "award"


@pytest.mark.parametrize("office", ["宁夏回族自治区监狱管理局", "青山省监狱管理局"])
def test_the_office_over_prisons_is_no_prison(office: str) -> None:
    found = predict(
        f"{office}2024年5月政府采购意向\n现将{office}2024年5月采购意向公开如下：\n{office}\n2024年3月28日\n"
    )
    assert found.buyer == office


@pytest.mark.parametrize("seat", ["广州市天河区", "深圳市南山区", "长沙市长沙县"])
def test_the_seat_in_brackets_is_none_of_the_name(seat: str) -> None:
    found = predict(f"单一来源公示\n采购人：湖东省博物馆\n拟定唯一供应商：凡拓创意科技股份有限公司（{seat}）\n")
    assert [one.name for one in found.suppliers] == ["凡拓创意科技股份有限公司"]


@pytest.mark.parametrize(
    "line",
    [
        "1.采购人信息 名称：仪陇县人民医院 地址：四川省南充市仪陇县新政镇",
        "采购人：仪陇县人民医院　地址：四川省南充市仪陇县新政镇",
        "采购单位：仪陇县人民医院　地址：四川省南充市仪陇县新政镇",
    ],
)
def test_the_address_on_the_line_of_the_buyer_is_the_buyers(line: str) -> None:
    found = predict(f"中标公告\n供应商名称：众仁医疗设备有限公司\n中标金额：438,000.00元\n{line}\n")
    assert found.region is not None
    assert (found.region.admin1, found.region.place) == ("四川省", "仪陇县")


@pytest.mark.parametrize(
    "line",
    [
        "采购人：仪陇县人民医院　代理机构：同辉招标代理有限公司　地址：云南省昆明市五华区",
        "2.采购代理机构信息 名称：同辉招标代理有限公司 地址：云南省昆明市五华区",
    ],
)
def test_the_address_of_an_agency_is_not(line: str) -> None:
    found = predict(
        f"中标公告\n供应商名称：众仁医疗设备有限公司\n中标金额：438,000.00元\n采购人：仪陇县人民医院\n{line}\n"
    )
    assert found.region is not None
    assert found.region.admin1 is None


@pytest.mark.parametrize("sign", ["переможець ", "1", "　", "采购人 ", "一标", "протокол "])
def test_no_sign_repeated_takes_long(sign: str) -> None:
    start = time.perf_counter()
    predict(f"Спрощена закупівля\n未中标：{sign * (50_000 // len(sign))}")
    assert time.perf_counter() - start < 20
