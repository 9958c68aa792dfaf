from decimal import Decimal

from tenderlight.components.configured import total
from tenderlight.components.finding import find_components
from tenderlight.model.document import Cell, Page, Table
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import ComponentValue, LineItemValue
from tests.components.made import number, values

CONTRACT = """政府采购合同
甲方：澜水县公安局
乙方：南屿云岫信息技术有限公司
序号\t名称\t品牌\t型号\t单位\t数量\t单价（元）
1\t人脸识别服务器\t朔川\tSC-FS8800\t台\t6\t385000

附件三 人脸识别服务器 SC-FS8800 配置
部件\t规格\t数量\t备注
GPU加速卡\t曜核 YH-T40，16GB显存\t8块\t标配
内存\t256GB DDR4\t8条\t标配
"""


def test_a_row_of_a_configuration_names_a_part_of_the_item_above_it() -> None:
    parts = [one for one in values(CONTRACT, with_facts=True) if one.part_of is not None]
    assert [
        (one.name, one.maker, one.model, number(one.quantity_per_unit), number(one.units), one.part_of) for one in parts
    ] == [("GPU加速卡", "曜核", "YH-T40", 8, 6, "人脸识别服务器")]


def test_a_counted_kind_has_no_maker() -> None:
    (one,) = values("配置8张GPU卡，单卡显存≥16GB")
    assert (one.kind, number(one.quantity_per_unit), one.made_by, one.maker) == ("gpu", 8, None, None)
    assert values("配置不少于8张GPU卡") == []


def test_the_total_is_counted_only_where_both_figures_are_printed() -> None:
    each, units = Decimal(8), Decimal(2)
    assert total(ComponentValue(name="GPU", part_of="server", quantity_per_unit=each, units=units)) == 16
    assert total(ComponentValue(name="GPU", part_of="server", units=units)) is None
    assert total(ComponentValue(name="GPU", quantity_per_unit=each)) is None
    assert total(ComponentValue(name="camera", units=units)) == 2


def test_a_cell_that_reaches_down_names_the_item_of_its_rows() -> None:
    texts = ["设备及型号", "部件", "规格", "每台数量", "服务器 SC-FS8800（6台）", "内存", "DDR4 32GB", "8条"]
    texts += ["GPU加速卡", "曜核 YH-T40，16GB显存", "8块"]
    spans = [(0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 0, 2), (1, 1, 1), (1, 2, 1), (1, 3, 1)]
    spans += [(2, 1, 1), (2, 2, 1), (2, 3, 1)]
    cells, text = [], ""
    for (row, column, row_span), words in zip(spans, texts, strict=True):
        cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(words), row_span=row_span))
        text += words + "\t"
    item = Statement(
        kind=StatementKind.LINE_ITEM,
        value=LineItemValue(name="人脸识别服务器", model="SC-FS8800", quantity=Decimal(6)),
        anchors=(Anchor(start=0, end=1, text="x", page_number=9),),
        rule="facts.line_item",
        rule_version=1,
    )
    page = Page(number=1, text=text, tables=(Table(row_count=3, column_count=4, cells=tuple(cells), header_rows=1),))
    found = [one.value for one in find_components([page], [item], stage=Stage.CONTRACT).statements]
    assert [
        (one.model, number(one.quantity_per_unit), number(one.units), one.part_of)
        for one in found
        if isinstance(one, ComponentValue)
    ] == [("YH-T40", 8, 6, "人脸识别服务器")]
