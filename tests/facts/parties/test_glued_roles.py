"""Names behind words for their part, and offices that sign, head or decide a Chinese paper."""

from __future__ import annotations

import pytest

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("甲方湘阴澧水县公安局", "湘阴澧水县公安局"),
        ("采购人为海塘区综合行政执法局", "海塘区综合行政执法局"),
        ("请采购人川北源县公安局", "川北源县公安局"),
        ("中标单位仍为景恒数字技术有限公司", "景恒数字技术有限公司"),
        ("代表廠商為嘉彥科技股份有限公司", "嘉彥科技股份有限公司"),
        ("建设单位协会", "建设单位协会"),
    ],
)
def test_the_word_for_a_part_is_none_of_the_name(written: str, name: str) -> None:
    sheet = Sheet(page=Page(number=1, text=written), flat=flatten(written))
    assert [one.name for one in find_names(Piece(sheet=sheet, start=0, end=len(written)))] == [name]


@pytest.mark.parametrize(
    ("signed", "buyer"),
    [
        ("红河州锡都区融媒体中心", ("红河州锡都区融媒体中心",)),
        ("南岭省草原生态重点实验室", ("南岭省草原生态重点实验室",)),
        ("南岭市青少年科技馆", ("南岭市青少年科技馆",)),
        ("南岭市公共资源交易中心", ()),
        ("南岭惠众招标代理有限公司", ()),
    ],
)
def test_an_office_of_any_kind_signs_for_itself(signed: str, buyer: tuple[str, ...]) -> None:
    text = "成交结果公告\n应急广播系统采购（HZ2020-CS-115）由个旧山水广电器材有限公司以318万元成交。\n\n"
    text += f"{signed}\n2020年9月15日\n"
    assert summarise(read(text))["buyer"] == buyer


def test_who_decides_on_the_winners_buys() -> None:
    text = (
        "关于2023年度宣传印刷服务入围供应商的公告\n经公开征集，\n中共伊金旗委宣传部确定下列企业为入围供应商：\n"
        "内蒙古鹰飞印务有限责任公司 优惠率12%\n2023年3月22日\n"
    )
    assert summarise(read(text))["buyer"] == ("中共伊金旗委宣传部",)


def test_the_committee_that_judges_bids_buys_nothing() -> None:
    text = "中标结果公告\n评标委员会确定下列企业为中标人：\n内蒙古鹰飞印务有限责任公司\n2023年3月22日\n"
    assert summarise(read(text))["buyer"] == ()


@pytest.mark.parametrize("office", ["苗栗縣政府警察局", "屏東縣琉球灣國民中學", "臺南市政府農業局"])
def test_a_heading_in_taiwan_begins_with_the_office(office: str) -> None:
    text = f"{office}「智慧教室觸控顯示器」採購　決標通知函\n主旨：經議價以新臺幣1,786,000元決標"
    text += "予南訊視聽科技股份有限公司。\n"
    assert summarise(read(text))["buyer"] == (office,)
