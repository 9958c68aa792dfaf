"""Which rows are the head of a table."""

from __future__ import annotations

import pytest

from tenderlight.model.document import Cell
from tenderlight.reading.tables.header_rows import find_header_rows, is_figure

Spans = dict[tuple[int, int], tuple[int, int]]


def head(rows: list[list[str | None]], spans: Spans | None = None) -> int:
    """Return the rows of the head of a table written as rows; None = covered by a merged cell."""
    cells = [
        (
            Cell(
                row=row,
                column=column,
                start=0,
                end=len(text),
                row_span=(spans or {}).get((row, column), (1, 1))[0],
                column_span=(spans or {}).get((row, column), (1, 1))[1],
            ),
            text,
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text is not None
    ]
    return find_header_rows(cells, row_count=len(rows), column_count=max(map(len, rows)))


def test_words_over_figures_are_a_head() -> None:
    assert head([["Item", "Qty", "Amount"], ["Pump", "2", "1,200.00"], ["Valve", "14", "70.00"]]) == 1
    assert head([["Ward", "2019", "2020"], ["North", "12", "14"], ["South", "9", "11"]]) == 1
    assert head([["Alpha", "Beta", "Gamma"], ["x", "1", "2"], ["y", "3", "4"]]) == 1


def test_words_of_heads_count_where_nothing_is_a_figure() -> None:
    assert head([["序号", "名 称", "技术要求"], ["一", "摄像机", "支持夜视"], ["二", "硬盘", "连续写入"]]) == 1
    assert head([["条款号", "条款名称"], ["一", "招标人"], ["二", "资格"]]) == 1


def test_head_of_two_rows_with_merged_cells() -> None:
    rows: list[list[str | None]] = [
        ["序号", "项目名称", "金额（元）", None],
        [None, None, "综合单价", "合价"],
        ["1", "土方", "2.50", "25.00"],
        ["2", "回填", "3.00", "30.00"],
    ]
    assert head(rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}) == 2


def test_title_over_the_whole_table_belongs_to_the_head() -> None:
    rows: list[list[str | None]] = [["Price schedule", None, None], ["No.", "Name", "Price"], ["1", "Pump", "3"]]
    assert head(rows, {(0, 0): (1, 3)}) == 2


def test_titles_and_lines_about_the_whole_table_stand_above_its_head() -> None:
    rows: list[list[str | None]] = [
        ["分项报价表", "", "", ""],
        ["投标人：南屿公司", "", "", "单位：元"],
        ["序号", "名称", "数量", "单价"],
        ["1", "水泵", "2", "30"],
    ]
    assert head(rows) == 3


def test_numbers_of_columns_under_a_head_belong_to_it() -> None:
    rows: list[list[str | None]] = [
        ["序号", "内容", "数量", "单价", "总价"],
        [None, None, "1", "2", "3（1×2）"],
        ["1", "运输费", "", "", ""],
        ["2", "装卸费", "", "", ""],
    ]
    assert head(rows, {(0, 0): (2, 1), (0, 1): (2, 1)}) == 2


def test_form_that_is_not_filled_in_has_a_head() -> None:
    assert (
        head([["甲", "乙方代表", "密封"], ["1", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""]]) == 1
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["项目名称", "智慧校园"], ["采购人", "青岚市第三中学"], ["预算金额", "1,000,000.00"]],
        [["项目名称", "智慧校园", "项目编号", "QL-1"], ["数量", "3", "单位", "套"], ["金额", "5", "日期", "2024年"]],
        [["Name:", "Greyfen County", "Date:"], ["Amount:", "12", "1"], ["Fee:", "13", "2"]],
        [["1", "Pump", "2.00"], ["2", "Valve", "3.00"]],
        [["史宇波", "3,992,100", "人民币普通股", "3,992,100"], ["徐开东", "2,431,359", "人民币普通股", "2,431,359"]],
        [["The supplier shall deliver all goods within thirty days of the order.", "yes", "no"], ["x", "1", "2"]],
        [["Price"]],
        [["No.", "Name", "Price"]],
    ],
    ids=["labels", "labels twice", "colons", "figures", "values", "sentence", "one cell", "nothing below"],
)
def test_no_head_is_made_up(rows: list[list[str | None]]) -> None:
    assert head(rows) == 0


def test_figures() -> None:
    assert all(map(is_figure, ["1,234.56", "¥ 5.00 元", "2024年5月1日", "12%", "EUR 7", "(3)"]))
    assert not any(map(is_figure, ["Pump 3", "", "—", "第一包", "3套装"]))
