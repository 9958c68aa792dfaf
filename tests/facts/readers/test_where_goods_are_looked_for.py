"""Where the reader of goods is asked: not of works, and of no list whose prices add up to all that was paid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.goods.pieces import counts_pieces
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.goods import together
from tenderlight.facts.readers.goods.lines import lines_of
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue
from tests.facts.readers.made_parts import sheet_of


def goods(text: str) -> list[tuple[str, Decimal | None]]:
    found = [one.value for one in read_facts([Page(number=1, text=text)])]
    return [(one.name, one.quantity) for one in found if isinstance(one, LineItemValue)]


BUILT = (
    "\n招标人：青岗县水利局\n"
    "建设内容：新建护岸2公里，路边垃圾桶33组、安全提示音响43个、充电桩10个、长凳18条。\n中标人：甲建设有限公司\n"
)


@pytest.mark.parametrize(
    "title", ["青岗县河道整治工程中标公告", "青岗县城区道路改造施工招标公告", "水库除险加固监理中标结果"]
)
def test_what_works_count_is_not_bought(title: str) -> None:
    assert goods(title + BUILT) == []


@pytest.mark.parametrize("title", ["青岗县公安局视频监控建设项目合同", "校园网改造设备采购中标公告"])
def test_works_with_equipment_buy_it(title: str) -> None:
    assert ("高清摄像机", Decimal(45)) in goods(
        f"{title}\n采购人：青岗县公安局\n采购内容：高清摄像机45台、存储服务器3台。\n"
    )


@pytest.mark.parametrize(("paid", "is_asked"), [("20000元", False), ("23000元", True)])
def test_a_list_that_adds_up_to_less_than_was_paid_is_searched_on(
    paid: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Notice] = []

    def nothing(notice: Notice, _statements: object) -> list[Statement]:
        asked.append(notice)
        return []

    monkeypatch.setattr(together, "goods_by_reader", nothing)
    rows = "名称 | 数量 | 单价\n执法记录仪 | 10台 | 2000\n"
    text = f"采购合同\n甲方：青岗县公安局\n乙方：甲科技有限公司\n{rows}合同金额：{paid}\n"
    assert goods(text) == [("执法记录仪", Decimal(10))]
    assert bool(asked) is is_asked


@pytest.mark.parametrize(
    "flat",
    [
        "1.1项目概况:见附件",
        "3.2具有良好的信誉",
        "2.1本项目不接受联合体",
        "新建公厕7处",
        "15号03-06间、其他",
        "人行桥4座桥",
    ],
)
def test_clauses_and_places_count_no_pieces(flat: str) -> None:
    assert not counts_pieces(flat)


@pytest.mark.parametrize("flat", ["摄像机45台", "培训1项", "图书3000本", "机柜2个", "数量：5"])
def test_pieces_are_counted(flat: str) -> None:
    assert counts_pieces(flat)


@pytest.mark.parametrize(
    ("pages", "is_read"), [(1, True), (60, False)], ids=["a short page whole", "of a long one what counts pieces"]
)
def test_of_a_short_page_words_without_figures_are_looked_at(pages: int, is_read: bool) -> None:
    text = "Le conseil autorise l'achat de cinq éthylotests électroniques.\n" + "Autre point de l'ordre du jour.\n" * 10
    sheet = sheet_of(text * pages)
    notice = Notice(sheets=(sheet,), entries=(), stage=None, title=None, language="fr", country="FR")
    assert any(word.flat == "éthylotests" for line in lines_of(notice, sheet) for word in line.words) is is_read
