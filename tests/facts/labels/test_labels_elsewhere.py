"""Labels in brackets side by side, in a row below a table, among further remarks; groups in the lines of lots."""

import pytest

from tests.facts.summary import read, summarise

_TAIWAN = "決標公告\n[機關名稱] 彰南縣警察局\n[標案案號] CB-112-031\n[決標日期] 112/07/11\n"


def test_framed_labels_side_by_side_tell_who_of_the_bidders_won() -> None:
    text = (
        f"{_TAIWAN}[投標廠商1] 鹿山電訊工程股份有限公司  [是否得標] 是  [決標金額] 17,350,000元\n"
        "[投標廠商2] 八德科技有限公司  [是否得標] 否  [標價金額] 17,998,000元\n[總決標金額] 17,350,000元\n"
    )
    summary = summarise(read(text))
    assert summary["suppliers"] == ("鹿山電訊工程股份有限公司, sole",)
    assert summary["amounts"] == ("award 17350000 TWD",)


@pytest.mark.parametrize("label", ["承建单位", "承建方", "承接单位", "实施单位", "施工单位", "供货单位"])
def test_who_built_is_the_supplier_of_an_acceptance(label: str) -> None:
    text = (
        f"智慧警务站建设项目\n验收报告\n建设单位：江北县公安局\n{label}：甲城系统集成有限公司\n验收日期：2021年8月6日\n"
    )
    assert summarise(read(text))["suppliers"] == ("甲城系统集成有限公司, sole",)


@pytest.mark.parametrize("label", ["廠商名稱", "供應商名稱"])
def test_a_table_of_two_columns_names_the_supplier_of_an_acceptance(label: str) -> None:
    text = (
        f"財物驗收結算驗收證明書\n機關名稱\t南平縣政府消防局\n案號\tNP-0716\n{label}\t屏山航空科技有限公司\n"
        "驗收日期\t110年11月24日\n"
    )
    assert summarise(read(text))["suppliers"] == ("屏山航空科技有限公司, sole",)


def test_a_row_below_a_table_of_changes_goes_its_own_way() -> None:
    text = (
        "变更公告\n项目编号\tBS-0712\n采购单位\t江北县公安局\n变更内容：\n序号\t更正项\t更正前内容\t更正后内容\n"
        "1\t预算金额\t5,600,000元\t6,150,000元\n变更日期\t2020年7月29日\n"
    )
    assert summarise(read(text))["dates"] == ("correction 2020-07-29",)


@pytest.mark.parametrize("label", ["成交日期", "定标日期", "中标通知书发放时间"])
def test_a_day_among_further_remarks_counts(label: str) -> None:
    text = (
        "采购结果公告\n一、项目编号：XJ-019\n三、成交信息\n供应商名称：甲城物联网有限公司\n成交金额：68.9（万元）\n"
        f"八、其它补充事宜：{label} 2021年12月2日\n九、联系方式\n采购人：江北县公安局\n"
    )
    assert summarise(read(text))["dates"] == ("award 2021-12-02",)


@pytest.mark.parametrize("label", ["下单日期", "订单日期", "订购日期"])
def test_an_order_is_concluded_on_its_day(label: str) -> None:
    text = f"采购订单\n订单号：PO-77\n{label}：2023年3月17日\n供应商：甲城光电有限公司\n采购单位：江北县公安局\n"
    assert "contract 2023-03-17" in summarise(read(text))["dates"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Lot n° 2 Vidéo : groupement Élec Aveyronnaise (mandataire) / Nord Vidéo SARL - Montant : 389 940,00 EUR",
            {"Élec Aveyronnaise", "Nord Vidéo SARL"},
        ),
        (
            "Lot 2 Cameras: joint venture of Heron Optics (lead) and Talon Software LLC - Amount: EUR 389,940.00",
            {"Heron Optics", "Talon Software LLC"},
        ),
    ],
)
def test_a_group_in_the_line_of_a_lot_is_named_in_all_its_members(line: str, names: set[str]) -> None:
    first = "Lot n° 1 Génie civil : Travaux Delmas SAS - Montant : 214 387,50 EUR HT"
    text = f"AVIS D'ATTRIBUTION DE MARCHÉ\nAcheteur : Commune de Saint-Aubin\n{first}\n{line}\n"
    found = summarise(read(text))["suppliers"]
    assert isinstance(found, tuple)
    assert names <= {one.split(", ")[0] for one in found}
