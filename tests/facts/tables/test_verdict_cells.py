"""Tables of bids in which a cell says who won, whatever its column is called; and lots that have a name alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

BIDS = {
    "Chinese, columns set apart by blanks": (
        (
            "成交结果公示\n采购单位：澜县公安局\n排名    单位名称    总报价（元）    结论\n"
            "1    云岭视讯工程有限公司    1,286,400.00    成交\n2    宏图安防科技有限公司    1,301,900.00    未成交\n"
        ),
        "云岭视讯工程有限公司",
        1286400,
    ),
    "Chinese, a table, the winner last": (
        (
            "采购结果公告\n采购人：澜县公安局\n投标人\t投标总价（元）\t意见\n甲川科技有限公司\t500000\t落选\n"
            "乙川科技有限公司\t480000\t中选\n"
        ),
        "乙川科技有限公司",
        480000,
    ),
    "Russian lines, a word for the offer before the figure": (
        (
            "Протокол подведения итогов\nЗаказчик: ГКУ «Центр»\nРассмотрены заявки:\n"
            "1) ООО «Север» – предложение 5 512 300,00 руб. – победитель\n"
            "2) АО «Прибор» – предложение 5 700 000,00 руб. – второе место\n"
        ),
        "ООО «Север»",
        5512300,
    ),
    "the first candidate, said to be the winner": (
        (
            "招标人：\n青港公安局\n第一中标候选人（中标人）：\n鹭航电子工程有限公司\n中标价：\n￥2,187,530元\n"
            "第二中标候选人：\n榕安科技有限公司\n投标报价：\n￥2,203,118元\n"
        ),
        "鹭航电子工程有限公司",
        2187530,
    ),
}


@pytest.mark.parametrize("case", BIDS)
def test_the_row_that_says_so_won(case: str) -> None:
    text, name, amount = BIDS[case]
    found = predict(text)
    assert [one.name for one in found.suppliers] == [name]
    assert found.amount == Decimal(amount)
    assert found.stage == "award"


LOTS: dict[str, tuple[str, list[tuple[str, str | None, int | None]]]] = {
    "named, one of them failed": (
        (
            "中标结果公告\n采购人：平市公安局\n前端感知设备：中标人为川盾智能科技有限公司，中标价人民币伍佰陆拾叁万元整；\n"
            "平台服务：中标人为平云数据有限公司，中标价人民币肆佰壹拾伍万捌仟元整；\n工程监理：因投标人不足三家，本次招标失败。\n"
        ),
        [
            ("前端感知设备", "川盾智能科技有限公司", 5630000),
            ("平台服务", "平云数据有限公司", 4158000),
            ("工程监理", None, None),
        ],
    ),
    "a table whose column holds names of lots": (
        (
            "中标公示\n招标单位：东市应急管理局\n标段名称 | 中标单位 | 中标价(万元) | 工期(天)\n"
            "一标段 指挥大屏 | 齐鲁显示技术有限公司 | 312.6 | 45\n二标段 机房 | 泉城网络工程有限公司 | 488.05 | 60\n"
        ),
        [("一标段", "齐鲁显示技术有限公司", 3126000), ("二标段", "泉城网络工程有限公司", 4880500)],
    ),
    "columns of the reason for none, and words with blanks behind the price": (
        (
            "成交公告\n采购单位：霁州市教育局\n标项    成交供应商    成交价（元）    主要内容\n"
            "标项1    赣智科技有限公司    1,032,000.00    人脸通道  24套\n标项2    无（不足三家）    —    —\n"
            "标项3    蓝盾信息有限公司    688,500.00    存储扩容\n"
        ),
        [("标项1", "赣智科技有限公司", 1032000), ("标项2", None, None), ("标项3", "蓝盾信息有限公司", 688500)],
    ),
    "Kazakhstan, semicolons": (
        (
            "Объявление об итогах закупок\nОрганизатор: ГУ «Департамент»\n"
            "№ лота; Наименование; Победитель; Сумма, тенге\n"
            "50112233; Видеокамера; ТОО «Кайрат»; 6 720 000\n50112234; Блок питания; ТОО «ЭнергоСнаб»; 845 000\n"
        ),
        [("50112233", "ТОО «Кайрат»", 6720000), ("50112234", "ТОО «ЭнергоСнаб»", 845000)],
    ),
}


@pytest.mark.parametrize("case", LOTS)
def test_lots_are_told_by_name_and_by_table(case: str) -> None:
    text, lots = LOTS[case]
    found = {one.lot: (one.supplier, int(one.amount) if one.amount else None) for one in predict(text).lots}
    assert found == {lot: (supplier, amount) for lot, supplier, amount in lots}


def test_that_a_bidder_lost_says_nothing_of_its_lot() -> None:
    found = predict(
        "中标公告\n合同包二（卡口）\n排名 供应商 报价（元） 结果\n1 雁塔技术有限公司 4,860,000.00 中标\n"
        "2 渭水电子有限公司 4,920,000.00 未中标\n"
    )
    told = [(one.lot, one.supplier, one.status) for one in found.lots]
    assert told == [("合同包二", "雁塔技术有限公司", "awarded")]
