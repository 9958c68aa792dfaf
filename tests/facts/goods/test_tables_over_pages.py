"""Tables of goods that go on over pages."""

from __future__ import annotations

from dataclasses import replace

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Cell, Page, Table
from tenderlight.model.values import LineItemValue


def page_of_rows(number: int, before: str, rows: list[list[str]]) -> Page:
    """Return a page with some text, then a table."""
    text, cells = before, []
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(content)))
            text += content + ("\n" if column == len(contents) - 1 else "\t")
    table = Table(row_count=len(rows), column_count=len(rows[0]), cells=tuple(cells))
    return Page(number=number, text=text, tables=(table,))


FIRST = page_of_rows(
    1,
    "中标结果公告\n采购人：青岚市第三中学\n主要标的信息\n",
    [["货物名称", "品牌", "规格型号", "数量", "单价"], ["交换机", "恒昱", "HY-24", "2台", "3000.00元"]],
)
SECOND = page_of_rows(2, "", [["路由器", "恒昱", "HY-9", "5台", "1200.00元"]])


def items(*pages: Page) -> list[tuple[str, str | None, str | None, int | None]]:
    return [
        (one.value.name, one.value.brand, one.value.model, one.anchors[0].page_number)
        for one in read_facts(list(pages))
        if isinstance(one.value, LineItemValue)
    ]


def test_rows_on_a_later_page_stand_under_the_head_of_the_first() -> None:
    going_on = replace(SECOND, tables=(replace(SECOND.tables[0], continues=True),))
    assert items(FIRST, going_on) == [("交换机", "恒昱", "HY-24", 1), ("路由器", "恒昱", "HY-9", 2)]


def test_a_table_of_its_own_stands_under_no_other_head() -> None:
    assert items(FIRST, SECOND) == [("交换机", "恒昱", "HY-24", 1)]
