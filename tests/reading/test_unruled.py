"""Tables without rules between their columns, on pages written here, and what only looks like them."""

from __future__ import annotations

import time

import pytest

from tenderlight.model.document import Page
from tests.reading.made_pdfs import MadePage, made_pdf, rule, show
from tests.reading.pdf_reading import check_page, read_pdf

ROW = 16
Texts = list[list[str]]
PRICES = [
    ["No.", "Description", "Qty", "Price"],
    ["1", "Pump", "2", "1,200.00"],
    ["2", "Valve", "14", "70.00"],
    ["3", "Pipe", "300", "4.50"],
]


def read(*drawn: str) -> Page:
    page = read_pdf(made_pdf(MadePage(content="".join(drawn), media_box=(0, 0, 500, 400)))).pages[0]
    check_page(page)
    return page


def put(rows: Texts, xs: tuple[float, ...] = (50, 90, 250, 320), top: float = 350, step: float = ROW) -> str:
    """Write rows of texts, each at its column's place; stored points, y up."""
    return "".join(
        show(x, top - step * at, text, size=10)
        for at, texts in enumerate(rows)
        for x, text in zip(xs, texts, strict=True)
        if text
    )


def tables(page: Page) -> list[Texts]:
    """Return the texts of each table by row, with line breaks shown as /; covered fields are left out."""
    return [
        [
            [page.text[cell.start : cell.end].replace("\n", "/") for cell in table.cells if cell.row == row]
            for row in range(table.row_count)
        ]
        for table in page.tables
    ]


def test_columns_that_stand_apart_are_a_table_with_boxes_and_a_head() -> None:
    page = read(show(50, 380, "Prices offered for the works described above and below.", size=10), put(PRICES))
    assert tables(page) == [PRICES]
    (table,) = page.tables
    assert table.header_rows == 1
    box = table.cells[5].box
    assert box is not None
    (word,) = (word for word in page.words if page.text[word.start : word.end] == "Pump")
    assert box.left <= word.box.left <= word.box.right <= box.right
    assert page.text.startswith("Prices offered for")


def test_empty_cells_keep_their_columns() -> None:
    rows = [PRICES[0], ["1", "Pump", "", "1,200.00"], ["2", "Valve", "14", ""], ["3", "Pipe", "300", "4.50"]]
    assert tables(read(put(rows))) == [rows]


def test_text_of_several_lines_is_one_cell() -> None:
    lines = [*PRICES[:2], ["", "with motor", "", ""], *PRICES[2:], ["", "of copper", "", ""]]
    assert tables(read(put(lines, step=12))) == [
        [PRICES[0], ["1", "Pump/with motor", "2", "1,200.00"], PRICES[2], ["3", "Pipe/of copper", "300", "4.50"]]
    ]


def test_figure_under_a_figure_is_a_row_of_its_own() -> None:
    assert tables(read(put([*PRICES, ["", "", "", "1,274.50"]], step=12)))[0][-1] == ["", "", "", "1,274.50"]


def test_text_in_the_middle_of_its_row_belongs_to_the_row() -> None:
    drawn = put([PRICES[0]])
    for at in range(3):
        top = 325 - 34 * at
        drawn += show(90, top, "Supply of cable", size=10) + show(90, top - 12, "and ducts", size=10)
        drawn += put([[str(at + 1), "", "20", "3.50"]], top=top - 6)
    rows = [[str(at + 1), "Supply of cable/and ducts", "20", "3.50"] for at in range(3)]
    assert tables(read(drawn)) == [[PRICES[0], *rows]]


def test_head_over_two_columns_is_a_merged_cell() -> None:
    page = read(show(262, 366, "Works in 2024", size=10), put(PRICES))
    (table,) = page.tables
    (over,) = (cell for cell in table.cells if cell.column_span > 1)
    assert (over.row, over.column, over.column_span) == (0, 2, 2)
    assert [row[0] for row in tables(page)[0]] == ["No.", "", "1", "2", "3"] or table.cells[0].row_span == 2
    assert table.header_rows == 2


def test_rule_under_a_head_says_which_columns_it_is_over() -> None:
    rows = [["Town", "2021", "2022", "2023"], *([name, "12", "14", "18"] for name in ("Ashby", "Colne", "Hollin"))]
    xs = (50, 150, 250, 350)
    drawn = put(rows, xs) + show(252, 366, "Year", size=10) + rule(145, 362, 380, 362)
    (table,) = read(drawn).tables
    (over,) = (cell for cell in table.cells if cell.column_span > 1)
    assert (over.row, over.column, over.column_span) == (0, 1, 3)


@pytest.mark.parametrize("ys", [(364, 346, 296), (346,), (364, 346, 330, 314, 296)], ids=["book", "head", "rows"])
def test_rules_across_only_are_a_table_too(ys: tuple[float, ...]) -> None:
    rules = "".join(rule(45, y, 380, y) for y in ys)
    title = show(50, 372, "Table 4", size=10)
    page = read(title, put(PRICES), rules, show(50, 280, "Source: the council", size=8))
    assert tables(page) == [PRICES]


def test_frame_with_rules_across_has_the_columns_of_its_words() -> None:
    rules = "".join(rule(45, y, 380, y) for y in (364, 346, 330, 314, 296))
    rules += rule(45, 364, 45, 296) + rule(380, 364, 380, 296)
    assert tables(read(put(PRICES), rules)) == [PRICES]


def test_figures_set_to_the_right_stay_in_their_columns() -> None:
    rows = [["Ward", "2022", "2023"], ["North", "7", "1,204,000"], ["South", "1,300,500", "88"], ["East", "12", "940"]]
    drawn = "".join(
        show(x - 5.6 * len(text) if column else x, 350 - ROW * at, text, size=10)
        for at, texts in enumerate(rows)
        for column, (x, text) in enumerate(zip((50, 250, 350), texts, strict=True))
    )
    assert tables(read(drawn)) == [rows]


def test_chinese_table() -> None:
    rows = [["序号", "货物名称", "数量"], ["1", "交换机", "20"], ["2", "光缆", "300"], ["3", "机柜", "4"]]
    drawn = "".join(
        show(x, 350 - ROW * at, text, size=10, font="F2")
        for at, texts in enumerate(rows)
        for x, text in zip((50, 110, 250), texts, strict=True)
    )
    assert tables(read(drawn)) == [rows]


PROSE = "The authority may reject any tender that is late or not complete."
LABELS = (("Buyer", "Greyfen County"), ("Value", "120,000.00"), ("Opening", "7 May 2024"), ("Lot", "3"))
HALF = "the authority may reject any tender"


@pytest.mark.parametrize(
    "drawn",
    [
        put([[HALF, HALF]] * 12, (30, 260), step=12),
        put([["1.", PROSE], ["2.", PROSE], ["3.", PROSE], ["4.", PROSE]], (30, 60)),
        put([[label + ":", value] for label, value in LABELS], (30, 150)),
        put([list(pair) for pair in LABELS], (30, 150)),
        put([["Greyfen Council", "Our reference"], ["4 Mill Lane", "Your letter"], ["Greyfen", "Copy"]], (30, 300)),
        put([[f"{at}. Works" + "." * 60, str(at * 3)] for at in range(1, 9)], (30, 400)),
        put([["1.", "Works", "3"], ["2.", "Goods", "9"], ["3.", "Forms", "12"], ["4.", "Law", "30"]], (30, 60, 400)),
        put([["Introduction", "3"], ["Terms", "9"], ["Forms", "12"], ["Law", "30"], ["Index", "41"]], (30, 400)),
        put([["Name", "______", "Date", "______"]] * 4),
        put([["For the buyer", "For the supplier"], ["Name", "Name"], ["Date", "Date"]], (30, 300), step=24),
        put([["Ashby", "Colne", "Hollin"], ["Mill Lane", "The Quay", "Road"], ["Here", "Far", "Off"]], (30, 180, 330)),
        put([["Item 7", "Pumps"]], (30, 200)),
    ],
    ids=[
        "two columns", "list", "labels", "labels without colons", "letter head", "leaders", "numbered contents",
        "contents", "form", "signatures", "addresses", "one row",
    ],
)  # fmt: skip
def test_what_is_no_table(drawn: str) -> None:
    assert read(drawn).tables == ()


def test_prose_above_and_below_stays_outside() -> None:
    above = put([[PROSE]] * 3, (50,), top=390, step=11)
    below = put([[PROSE]] * 3, (50,), top=285, step=11)
    page = read(above, put(PRICES, top=345), below)
    assert tables(page) == [PRICES]
    assert page.text.count(PROSE + "\n") == 6


def test_two_tables_of_other_columns_are_two() -> None:
    other = [
        ["Stage", "Date", "Office", "Days"],
        *([name, "03/05/2024", "Clerk", "4"] for name in ("Visit", "Award", "Start")),
    ]
    page = read(put(PRICES), put(other, (50, 180, 290, 400), top=240))
    assert tables(page) == [PRICES, other]


@pytest.mark.parametrize(("columns", "rows"), [(140, 120), (6, 2_500), (4_000, 3)])
def test_pages_full_of_words_apart_are_read_in_good_time(columns: int, rows: int) -> None:
    drawn = [show(3 * column, 3 * row, "x", size=1) for row in range(rows) for column in range(columns)]
    content = made_pdf(MadePage(content="".join(drawn), media_box=(0, 0, 3 * columns + 9, 3 * rows + 9)))
    started = time.process_time()
    read_pdf(content)
    assert time.process_time() - started < 12
