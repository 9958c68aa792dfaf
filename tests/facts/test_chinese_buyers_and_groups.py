"""Who buys in Chinese sentences and headings, who bids together, who is meant to be asked, and when both signed."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

_WON = "成交供应商：甲川科技有限公司\n成交金额：88,000元\n"


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            "中标喜讯\n我公司（甲川科技有限公司）成功中标由青州市公安局交警支队采购的“视频平台”项目，中标金额618万元。",
            "青州市公安局交警支队",
        ),
        (
            "采购结果\n该项目由岑州市轨道交通集团有限公司组织招标，中标单位为甲川科技有限公司，中标价1.086亿元。",
            "岑州市轨道交通集团有限公司",
        ),
        (
            "成交通知书\n甲川科技有限公司：\n你公司在东湖县公安局交警大队无人机采购（编号DH-18）竞争性磋商中，被确定为成交供应商。",
            "东湖县公安局交警大队",
        ),
        (
            "成交通知书\n致：甲川科技有限公司\n贵公司被确定为成交供应商，请于30日内与采购人柳市青少年科技馆签订合同。",
            "柳市青少年科技馆",
        ),
        (
            "废标公告\n由我公司代理的“云岭县气象局雷达维保服务采购项目”，因有效供应商不足三家，予以废标。",
            "云岭县气象局",
        ),
        (f"成交公告\n东港区档案局阅览室设备采购，于2015年11月17日开标，经评审结果如下：\n{_WON}", "东港区档案局"),
        (f"【结果公示】溱湖大学网络安全学院靶场采购结果\n{_WON}", "溱湖大学"),
        (f"采购结果公示\n一、采购内容：荔河县公安局酒精检测仪35套\n{_WON}", "荔河县公安局"),
        (
            f"公告\n经我公司审定，结果如下：\n{_WON}鲁能石油销售有限责任公司采购管理中心\n2022年9月1日",
            "鲁能石油销售有限责任公司",
        ),
        (f"天湖市政府采购中心成交公告\n{_WON}", None),
    ],
)
def test_a_sentence_or_heading_names_who_buys(text: str, buyer: str | None) -> None:
    assert predict(text).buyer == buyer


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("由「友聲科技股份有限公司」（代表廠商）偕同「北海工程有限公司」共同得標", ("lead", "member")),
        ("由友聲科技股份有限公司與北海工程有限公司共同得標", ("member", "member")),
        (
            "決標予「友聲科技股份有限公司」與「北海工程有限公司」共同投標團隊（代表廠商為友聲科技股份有限公司）",
            ("lead", "member"),
        ),
    ],
)
def test_firms_that_win_together_are_all_named(words: str, roles: tuple[str, str]) -> None:
    text = f"決標公告\n機關名稱：臺東縣警察局\n本案於112年8月8日{words}，決標金額新臺幣1,680萬元。"
    told = [(one.name, one.role) for one in predict(text).suppliers]
    assert told == list(zip(("友聲科技股份有限公司", "北海工程有限公司"), roles, strict=True))


@pytest.mark.parametrize(
    "words",
    [
        "建议向甲川科技有限公司单一来源采购。",
        "拟向甲川科技有限公司定向采购备件一批。",
        "拟定唯一供应商　　甲川科技有限公司",
    ],
)
def test_who_is_meant_to_be_asked_alone(words: str) -> None:
    text = f"单一来源采购公示\n采购单位：澜县公安局\n{words}\n2022年8月9日"
    assert [(one.name, one.role) for one in predict(text).suppliers] == [("甲川科技有限公司", "intended")]


@pytest.mark.parametrize(
    ("days", "date"),
    [
        ("簽署日期：2023年5月22日（僱主）、2023年5月25日（承建商）", "2023-05-25"),
        ("签订日期：2023年5月25日（乙方）、2023年5月22日（甲方）", "2023-05-25"),
        ("签订日期：2023年5月22日", "2023-05-22"),
    ],
)
def test_the_last_of_both_signs_a_contract(days: str, date: str) -> None:
    text = f"采购合同\n甲方：澜县公安局\n乙方：甲川科技有限公司\n合同金额：100,000元\n{days}"
    assert predict(text).date == date


@pytest.mark.parametrize(
    ("price", "amount"),
    [
        ("本合同含税总金额为人民币（大写）壹佰柒拾叁万肆仟元整（小写：¥1,734,000.00）。", 1_734_000),
        ("合计人民币（大写）贰拾陆万壹仟元整，小写￥261,000.00元。", 261_000),
        ("服务费：每月人民币壹万贰仟元整，24个月合共人民币贰拾捌万捌仟元整。", 288_000),
    ],
)
def test_a_contract_says_its_sum_in_words(price: str, amount: int) -> None:
    text = f"采购合同\n甲方：澜县公安局\n乙方：甲川科技有限公司\n第二条 {price}\n签订日期：2022年5月6日"
    assert predict(text).amount == amount


@pytest.mark.parametrize(
    ("bids", "amount"),
    [
        (
            "供应商\t首轮报价（元）\t最终报价（元）\t结果\n甲川科技有限公司\t1,760,000\t1,698,000\t成交\n乙溪软件有限公司\t1,690,000\t1,690,000\t未成交",
            1_698_000,
        ),
        (
            "投标人｜投标总价（元）｜保证金｜备注\n甲川科技有限公司｜6,128,340.00｜已缴10万元｜★中标\n乙溪软件有限公司｜6,090,000.00｜已缴10万元｜",
            6_128_340,
        ),
        ("成交供应商：甲川科技有限公司\n报价：首次报价46.2万元，最终报价43.98万元", 439_800),
    ],
)
def test_what_the_winner_asked_at_last_is_the_price(bids: str, amount: int) -> None:
    notice = predict(f"成交结果公告\n采购人：澜县公安局\n{bids}\n公告日期：2023年8月11日")
    assert ([one.name for one in notice.suppliers], int(notice.amount or 0)) == (["甲川科技有限公司"], amount)


def test_a_bidder_in_taiwan_comes_down_below_the_limit() -> None:
    text = (
        "決標紀錄\n機關名稱：臺中市立豐埔國民中學\n得標廠商：冠億空調工程有限公司\n標價高於底價（1,950,000元），經優先減價為"
        "新臺幣壹佰玖拾肆萬元整（NT$1,940,000），低於底價，主持人當場宣布決標。\n決標日期：113年5月6日"
    )
    assert predict(text).amount == 1_940_000


@pytest.mark.parametrize(
    "parties",
    [
        "立契約人：機關 國立海濱大學（以下簡稱機關）\n　　　　　廠商 群鼎系統有限公司（以下簡稱廠商）",
        "立契約書人　機關　國立海濱大學（以下稱甲方）、廠商　群鼎系統有限公司（以下稱乙方）",
        "招標機關：國立海濱大學（以下簡稱機關）\n得標廠商：群鼎系統有限公司（以下簡稱廠商）",
    ],
)
def test_a_contract_of_taiwan_says_how_it_calls_its_parties(parties: str) -> None:
    text = f"勞務採購契約\n案號：112-IPC-07\n{parties}\n契約價金：總價新臺幣 4,200,000 元整\n訂約日期：111年12月28日"
    notice = predict(text)
    assert (notice.buyer, [one.name for one in notice.suppliers]) == ("國立海濱大學", ["群鼎系統有限公司"])
