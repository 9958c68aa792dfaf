"""Suppliers of documents that no words give a stage, of papers about one source, and bids pointed to by number."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Счёт № 881\nПоставщик: ООО «Долина»\nПокупатель: МБУ «Ясная школа»\nИтого: 250 000 руб.",
            "ООО «Долина»",
        ),
        (
            (
                "Главе Ясного округа\nот директора ООО «Долина»\nПисьмо № 41 от 05.06.2024\nПо контракту на поставку "
                "раций (Заказчик — МКУ «Автохозяйство», цена 1 015 000 рублей) подтверждаем отгрузку 29 комплектов."
            ),
            "ООО «Долина»",
        ),
    ],
)
def test_a_document_without_a_stage_names_its_supplier(text: str, name: str) -> None:
    notice = predict(text)
    assert notice.stage is None
    assert [one.name for one in notice.suppliers] == [name]


def test_what_is_contested_names_none() -> None:
    assert predict("关于质疑的函\n质疑供应商：乙江电子有限公司\n涉及金额：250,000元").suppliers == ()


def test_whoever_is_to_get_a_contract_without_bidding_is_found_as_a_winner_is() -> None:
    text = "单一来源采购公示\n(一)采购人：临河市公安局\n(二)供应商：江北恒桥科技有限公司\n(三)控制价：18万元"
    assert [(one.name, one.role) for one in predict(text).suppliers] == [("江北恒桥科技有限公司", "intended")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "询价采购结果\n采购单位：临河市图书馆\n报价情况：\n① 甲城正元设备有限公司 98,000元\n"
                "② 江北恒桥科技有限公司 91,500元\n③ 南浦木成家具有限公司 95,000元\n结论：选②\n日期：2023年5月18日"
            ),
            "江北恒桥科技有限公司",
        ),
        (
            (
                "ПРОТОКОЛ подведения итогов\nЗаказчик: МБУ «Ясная школа»\n1) ООО «Долина» — 98 000,00 руб.;\n"
                "2) АО «Норд» — 91 500,00 руб.\nРешение: признать победителем участника под номером 2."
            ),
            "АО «Норд»",
        ),
    ],
)
def test_a_bid_is_pointed_to_by_its_number(text: str, name: str) -> None:
    assert [one.name for one in predict(text).suppliers] == [name]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("100233 - Harrow Field Supplies Ltd", "Harrow Field Supplies Ltd"),
        ("在地业者临河正元设备有限公司", "临河正元设备有限公司"),
        ("第一名临河正元设备有限公司", "临河正元设备有限公司"),
    ],
)
def test_words_before_a_name_are_no_part_of_it(written: str, name: str) -> None:
    label = "Supplier" if written.isascii() else "中标供应商"
    title = "Contract award notice" if written.isascii() else "中标公告"
    assert [one.name for one in predict(f"{title}\n{label}：{written}\n").suppliers] == [name]
