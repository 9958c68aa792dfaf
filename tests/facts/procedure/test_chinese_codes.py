"""Numbers of procedures in Chinese text that stand in brackets, before a noun or alone, without a label."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("废标公告\n河滨县公安局执法记录仪（HBZC-2022-018）于2022年5月6日开标，因不足三家废标。", "HBZC-2022-018"),
        ("成交公告\n受河滨县公安局委托，就无人机采购（HB2021-TP-07，预算90万元）组织谈判。", "HB2021-TP-07"),
        ("关于更正2023-HB-0117号项目中标供应商的公告\n采购人：河滨县公安局", "2023-HB-0117"),
        ("现就HBXF-2022-045号招标文件作如下澄清：\n1.交货期改为60天。\n河滨县消防救援大队", "HBXF-2022-045"),
        ("成交候选人公示\n河滨县公安局门禁设备（豫采询2020-33）于2020年3月3日评审结束。", "豫采询2020-33"),
        ("终止公告\n河滨县看守所监控改造（[410122]HBZB[CS]2021009）采购终止。", "[410122]HBZB[CS]2021009"),
        ("中标公告 2021-HBGA-12\n采购人：河滨县公安局\n中标人：河滨正元电子有限公司", "2021-HBGA-12"),
        ("報價接納書\nHKP-Q-0418\n採購部門：香港城南書院\n承辦商：南灣儀器有限公司", "HKP-Q-0418"),
        ("采购合同\n甲方：河滨县公安局\n本合同编号为HBHT-2022-31，自签字之日起生效。", "HBHT-2022-31"),
        ("招标结果通告\n投標書檔號：HKP/T/2021/08\n採購部門：香港城南書院", "HKP/T/2021/08"),
        ("合同\n合同编号：HB-2021-9谈判结果\n甲方：河滨县公安局", "HB-2021-9"),
    ],
)
def test_numbers_without_a_label_are_told_by_place_and_form(text: str, number: str) -> None:
    assert predict(text).project_number == number


@pytest.mark.parametrize(
    "text",
    [
        "中标公告\n采购人：河滨县公安局\n设备须符合国标（GB/T28181-2016），型号（DS-2CD3T47）。",
        "成交公告\n采购人：河滨县公安局\n代理费按（川财采〔2018〕47号）收取。",
        "验收单\n采购人：河滨县公安局\n热像仪（FL-E8）2台，2022-05-06到货。",
    ],
)
def test_standards_decrees_devices_and_days_are_no_numbers_of_procedures(text: str) -> None:
    assert predict(text).project_number is None
