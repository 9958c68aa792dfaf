"""Tables without rules in pictures of pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image

from tenderlight.model.document import Page, Table
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.pages import recognise
from tenderlight.reading.tables.table_links import link_tables
from tenderlight.reading.tables.whole_tables import whole_tables
from tests.reading.made_pictures import as_page, blank, write

EDGES = (40, 80, 190, 260)
ROWS = [
    ["序号", "货物名称", "数量", "合价(元)"],
    ["1", "网络交换机", "12", "318,400.00"],
    ["2", "防火门", "4", "905,260.00"],
    ["3", "镀锌钢管", "318", "27,415.50"],
    ["4", "水泵及电机", "6", "86,930.00"],
]


def placed(rows: Sequence[Sequence[str]], top: float, step: float) -> list[tuple[float, float, str]]:
    return [
        (x, top + step * at, text) for at, row in enumerate(rows) for x, text in zip(EDGES, row, strict=True) if text
    ]


def texts(page: Page, table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append("".join(page.text[cell.start : cell.end].split()).replace("（", "(").replace("）", ")"))
    return rows


@pytest.mark.parametrize("degrees", [0.0, 1.5])
def test_a_table_without_rules_is_found_in_a_picture(models: Models, degrees: float) -> None:
    picture = write(blank(), [(40, 20, "采购清单如下，投标人应当逐项报价："), *placed(ROWS, 60, 30)], points=11)
    askew = picture.rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    page = recognise(as_page(askew), models).page
    (table,) = page.tables
    assert texts(page, table) == ROWS
    assert table.header_rows == 1
    for cell in table.cells:
        assert cell.box is not None
        assert cell.box.right > cell.box.left
        assert cell.box.bottom > cell.box.top


def test_running_text_in_two_columns_is_no_table(models: Models) -> None:
    said = [
        "投标文件应当密封送达",
        "逾期送达的文件不予受",
        "理评标委员会按照规定",
        "的标准进行评审并推荐",
        "中标候选人三名以内",
    ]
    lines = [(left, 40 + 20 * at, text) for at, text in enumerate(said) for left in (40, 230)]
    assert recognise(as_page(write(blank(), lines)), models).page.tables == ()


def test_a_bill_of_quantities_over_three_scanned_pages_is_one_table(models: Models) -> None:
    goods = [row[1] for row in ROWS[1:]]
    pages = []
    for number in range(3):
        rows = [
            [str(4 * number + at + 1), goods[at], str(12 + 7 * at + number), f"{318 + 211 * at + 40 * number},400.00"]
            for at in range(4)
        ]
        head = [ROWS[0]] if number != 1 else []
        picture = write(blank(330, 190), placed([*head, *rows], 24, 30), points=11)
        pages.append(recognise(as_page(picture, page_number=number + 1), models).page)
    linked = link_tables(pages)
    assert [page.tables[0].continues for page in linked] == [False, True, True]
    (table,) = whole_tables(linked)
    assert (table.row_count, table.header_rows) == (13, 1)
    rows_of_table = list(table.rows())
    assert [row[0].text for row in rows_of_table[1:]] == [str(number) for number in range(1, 13)]
    last = rows_of_table[-1][-1]
    assert last.page.number == 3
    assert "".join(last.header_texts[0].split()).replace("（", "(").replace("）", ")") == ROWS[0][-1]
    assert last.page.text[last.anchor().start : last.anchor().end] == last.text
    assert last.cell.box is not None
