from decimal import Decimal

import pytest

from tenderlight.components.finding import MOST, find_components, find_in_record
from tenderlight.model.document import Cell, Page, Table
from tenderlight.model.record import Field
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import ComponentValue, Grade, LineItemValue, Naming, SupplierValue
from tests.components.made import number, page_of, statements, values

NOTICE = """人像比对服务器采购项目中标公告
采购人：塞上市公安局
中标单位：银川贺兰云计算有限公司
中标金额：1,960,000元
序号\t名称\t品牌\t型号\t数量\t单价（元）\t备注
1\t智能分析服务器\t海康威视\tDS-IF1024\t14台\t125,000\t2U；CPU：2颗Intel Xeon 4210；GPU：8块NVIDIA Tesla T4
2\t网络摄像机\t大华\tDH-IPC-HFW5442\t70台\t3,000\t/
3\t摄像机\t宇视\tQX-7\t30台\t3,000\t/
"""


def test_an_item_and_its_parts_are_told_apart_with_counts_and_units() -> None:
    found = values(NOTICE, Stage.AWARD, with_facts=True)
    told = [
        (one.made_by, one.product, one.naming, one.part_of, number(one.quantity_per_unit), number(one.units))
        for one in found
    ]
    assert told == [
        ("hikvision", "hikvision-recorders", Naming.ITEM, None, None, 14),
        ("intel", "intel-xeon", Naming.LISTED, "智能分析服务器", 2, 14),
        ("nvidia", "nvidia-tesla-t4", Naming.LISTED, "智能分析服务器", 8, 14),
        ("dahua", "dahua-cameras", Naming.ITEM, None, None, 70),
        ("uniview", None, Naming.ITEM, None, None, 30),
    ]
    assert {one.grade for one in found} == {Grade.AWARD}
    assert [one.model for one in found] == ["DS-IF1024", "Intel Xeon 4210", "Tesla T4", "DH-IPC-HFW5442", "QX-7"]


def test_every_quote_is_verbatim() -> None:
    for one in statements(NOTICE, Stage.AWARD, with_facts=True):
        assert one.rule == "components.named"
        for anchor in one.anchors:
            assert NOTICE[anchor.start : anchor.end] == anchor.text


def test_the_head_of_a_column_says_as_what_its_brands_are_named() -> None:
    text = "序号\t名称\t参考品牌\n1\t摄像机\t大华\n2\t录像机\t海康\n"
    assert [(one.made_by, one.naming) for one in values(text, Stage.TENDER)] == [
        ("dahua", Naming.REFERENCE),
        ("hikvision", Naming.REFERENCE),
    ]


def test_the_words_of_a_party_are_no_goods() -> None:
    page = page_of("供应商：海康威视\n型号：DS-2CD3T46")
    party = Statement(
        kind=StatementKind.SUPPLIER,
        value=SupplierValue(name="海康威视"),
        anchors=(Anchor(start=4, end=8, text="海康威视", page_number=1),),
        rule="facts.supplier",
        rule_version=1,
    )
    found = find_components([page], [party], stage=Stage.CONTRACT).statements
    assert [[anchor.text for anchor in one.anchors] for one in found] == [["DS-2CD3T46"]]


def test_a_legal_person_where_makers_stand_is_kept_with_its_registered_name() -> None:
    (one,) = values("制造商：杭州海康威视科技有限公司")
    assert (one.made_by, one.company) == ("hikvision", "杭州海康威视科技有限公司")
    assert values("制造商：浙江海康科技有限公司") == []


def test_a_misread_model_keeps_its_words_and_says_so() -> None:
    (one,) = statements("传感器型号1MX335")
    assert isinstance(one.value, ComponentValue)
    assert (one.value.model, one.value.read_as, one.anchors[0].text) == ("1MX335", "IMX335", "1MX335")
    assert any("look alike" in sentence for sentence in one.against)


def test_what_the_facts_counted_is_kept_once() -> None:
    text = NOTICE.replace("2U；CPU：2颗Intel Xeon 4210；GPU：8块NVIDIA Tesla T4", "每台配置：8块 算芯 SX-A40 加速卡")
    parts = [one for one in values(text, Stage.AWARD, with_facts=True) if one.maker == "算芯"]
    assert [(one.model, number(one.quantity_per_unit), number(one.units), one.naming) for one in parts] == [
        ("SX-A40", 8, 14, Naming.LISTED)
    ]


def test_a_structured_notice_is_searched_at_its_pointers() -> None:
    item = Statement(
        kind=StatementKind.LINE_ITEM,
        value=LineItemValue(name="Dahua IPC-HFW2441S cameras", quantity=Decimal(12)),
        anchors=(Anchor(start=0, end=26, text="Dahua IPC-HFW2441S cameras", pointer="/items/0/description"),),
        rule="ocds.item",
        rule_version=1,
    )
    fields = [
        Field(pointer="/items/0/description", text="Dahua IPC-HFW2441S cameras"),
        Field(pointer="/tender/description", text="compatible with Hikvision cameras"),
    ]
    found = find_in_record([item], fields, stage=Stage.AWARD).statements
    assert [
        (one.value.made_by, one.value.naming, one.value.units, one.anchors[0].pointer)
        for one in found
        if isinstance(one.value, ComponentValue)
    ] == [
        ("dahua", Naming.ITEM, 12, "/items/0/description"),
        ("hikvision", Naming.COMPATIBLE, None, "/tender/description"),
    ]


def test_more_products_than_are_taken_are_told() -> None:
    found = find_components([page_of("海康威视摄像机。\n" * (MOST + 5))], (), stage=Stage.CONTRACT)
    assert len(found.statements) == MOST
    assert [one.code for one in found.problems] == ["components-many"]


@pytest.mark.parametrize("sign", ["海康", "a", "1", "-", " ", "\t", "\n", "大华/", "t4 ", "(", "公司", "«", "x8块"])
def test_pages_of_one_sign_cost_little(sign: str) -> None:
    found = find_components([page_of(sign * 1_000)], (), stage=Stage.CONTRACT).statements
    assert len(found) <= 1_000


def test_a_short_brand_counts_in_capitals_or_as_its_maker_writes_it() -> None:
    assert [one.made_by for one in values("Drone DJI Mavic")] == ["dji"]
    assert values("EY DjI PRINT SPY") == []


def test_a_model_within_a_longer_one_is_none_of_its_maker() -> None:
    assert values("加速卡 SX-A40，显存16GB") == []


def test_brand_and_model_are_told_apart_in_the_name_of_a_product_line() -> None:
    (one,) = statements("2 x NVIDIA T4 16GB")
    assert isinstance(one.value, ComponentValue)
    assert (one.value.maker, one.value.model, [anchor.text for anchor in one.anchors]) == (
        "NVIDIA",
        "T4",
        ["NVIDIA T4"],
    )


def test_a_brand_that_several_rows_share_is_the_brand_of_each() -> None:
    texts = ["名称", "品牌", "型号", "数量", "枪机", "海康威视", "QX-7", "20", "半球", "QX-8", "30"]
    places = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 2), (2, 3)]
    cells, text = [], ""
    for (row, column), words in zip(places, texts, strict=True):
        span = 2 if words == "海康威视" else 1
        cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(words), row_span=span))
        text += words + "\t"
    at = {
        words: Anchor(start=cell.start, end=cell.end, text=words, page_number=1)
        for words, cell in zip(texts, cells, strict=True)
    }
    items = [
        Statement(
            kind=StatementKind.LINE_ITEM,
            value=LineItemValue(name=name, brand="海康威视", model=model, quantity=Decimal(quantity)),
            anchors=(at[name], at["海康威视"], at[model]),
            rule="facts.line_item",
            rule_version=1,
        )
        for name, model, quantity in (("枪机", "QX-7", 20), ("半球", "QX-8", 30))
    ]
    page = Page(number=1, text=text, tables=(Table(row_count=3, column_count=4, cells=tuple(cells), header_rows=1),))
    found = [one.value for one in find_components([page], items, stage=Stage.CONTRACT).statements]
    assert [
        (one.name, one.maker, one.model, number(one.units), one.naming)
        for one in found
        if isinstance(one, ComponentValue)
    ] == [
        ("枪机", "海康威视", "QX-7", 20, Naming.ITEM),
        ("半球", "海康威视", "QX-8", 30, Naming.ITEM),
    ]


def test_what_is_counted_by_itself_is_so_many_and_a_part_is_so_many_in_each() -> None:
    (camera,) = values("海康威视DS-2CD3T46摄像机186台")
    assert (number(camera.units), camera.quantity_per_unit) == (186, None)
    (card,) = values("8块NVIDIA Tesla T4")
    assert (card.units, number(card.quantity_per_unit)) == (None, 8)
