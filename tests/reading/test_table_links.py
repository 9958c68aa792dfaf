"""Tables that go on from page to page, in PDFs written here."""

from __future__ import annotations

from dataclasses import replace

from tenderlight.model.document import Page, PageMethod
from tenderlight.reading.tables.table_links import link_tables
from tenderlight.reading.tables.whole_tables import whole_tables
from tests.reading.made_pdfs import MadePage, made_pdf, rule, show
from tests.reading.pdf_reading import check_page, read_pdf

HEAD = ["No.", "Description", "Qty", "Amount"]
EDGES = (50, 90, 280, 350)
ROW = 20
TALL = (0.0, 0.0, 400.0, 600.0)


def ruled(rows: list[list[str]], top: float, edges: tuple[float, ...] = EDGES) -> str:
    """Draw a ruled table from a height on downwards; stored points, y up."""
    bottom = top - ROW * len(rows)
    drawn = "".join(rule(edges[0], top - ROW * at, edges[-1], top - ROW * at) for at in range(len(rows) + 1))
    drawn += "".join(rule(x, bottom, x, top) for x in edges)
    for at, texts in enumerate(rows):
        drawn += "".join(
            show(x + 3, top - ROW * at - 14, text, size=9) for x, text in zip(edges, texts, strict=False) if text
        )
    return drawn


def entries(first: int, last: int) -> list[list[str]]:
    return [[str(number), f"Cable type {number}", str(number * 3)] for number in range(first, last + 1)]


def read(*contents: str) -> list[Page]:
    pages = read_pdf(made_pdf(*(MadePage(content=content, media_box=TALL) for content in contents))).pages
    for page in pages:
        check_page(page)
    return list(pages)


def linked(*contents: str) -> list[tuple[bool, int]]:
    return [(page.tables[0].continues, page.tables[0].header_rows) for page in read(*contents)]


def test_bill_of_quantities_over_ten_pages_is_one_table() -> None:
    contents = []
    for number in range(10):
        rows = ([HEAD[:3]] if number % 3 == 0 else []) + entries(number * 22 + 1, number * 22 + 22)
        head = show(150, 570, "Greyfen County Council: supply of cables", size=9)
        contents.append(head + ruled(rows, 555) + show(190, 30, f"Page {number + 1} of 10", size=9))
    pages = read(*contents)
    (table,) = whole_tables(pages)
    assert (table.row_count, table.column_count, table.header_rows) == (221, 3, 1)
    found = list(table.rows())
    assert len(found) == 221
    assert [cell.text for cell in found[0]] == HEAD[:3]
    assert [row[0].text for row in found[1:]] == [str(number) for number in range(1, 221)]
    last = found[-1][2]
    assert (last.text, last.header_texts, last.page.number, last.row) == ("660", ("Qty",), 10, 220)
    assert last.page.text[last.anchor().start : last.anchor().end] == "660"
    assert last.cell.box is not None
    assert [page.tables[0].header_rows for page in pages] == [1, 0, 0, 1, 0, 0, 1, 0, 0, 1]


def test_running_heads_page_numbers_and_marks_do_not_part_a_table() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500) + show(60, 40, "continued overleaf", size=9) + show(200, 20, "- 1 -")
    two = show(60, 560, "Table 2 (continued)", size=9) + ruled(entries(21, 23), 540) + show(200, 20, "- 2 -")
    assert linked(one, two) == [(False, 1), (True, 0)]


def test_text_between_parts_tables() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500)
    assert linked(one + show(60, 60, "Total: 12 items", size=9), ruled(entries(21, 23), 540))[1] == (False, 0)
    title = show(60, 545, "Schedule B: fees", size=9)
    assert linked(one, title + ruled(entries(21, 23), 520))[1] == (False, 0)


def test_other_columns_or_another_head_are_another_table() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500)
    other = (50, 200, 240, 350)
    assert linked(one, ruled(entries(21, 23), 540, other))[1] == (False, 0)
    assert linked(one, ruled([["No.", "Supplier", "Price"], *entries(1, 3)], 540))[1] == (False, 1)
    four = ruled([[*texts, "x"] for texts in entries(21, 23)], 540, (50, 90, 200, 280, 350))
    assert linked(one, four)[1] == (False, 0)


def test_table_that_ends_high_on_its_page_does_not_go_on() -> None:
    assert linked(ruled([HEAD[:3], *entries(1, 4)], 560), ruled(entries(5, 7), 540))[1] == (False, 0)


def test_repeated_head_goes_on_although_the_columns_are_wider() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500)
    assert linked(one, ruled([HEAD[:3], *entries(21, 23)], 540, (30, 60, 250, 380)))[1] == (True, 1)


def test_recognised_pages_are_linked_when_they_stand_together() -> None:
    one, two = ruled([HEAD[:3], *entries(1, 20)], 500), ruled(entries(21, 23), 540)
    alone = [replace(read(content)[0], number=number) for number, content in enumerate((one, two), 1)]
    assert [page.tables[0].continues for page in link_tables(alone)] == [False, False]
    recognised = [replace(page, method=PageMethod.RECOGNISED) for page in alone]
    together = link_tables(recognised)
    assert [page.tables[0].continues for page in together] == [False, True]
    assert link_tables(together) == together


def test_a_page_between_parts_tables() -> None:
    one, three = ruled([HEAD[:3], *entries(1, 20)], 500), ruled(entries(21, 23), 540)
    pages = read(one, show(60, 300, "A page of prose."), three)
    assert not pages[2].tables[0].continues
    assert len(whole_tables(pages)) == 2


def test_rows_that_repeat_tell_the_head_that_nothing_else_tells() -> None:
    rows = [["Alpha", "Beta", "Gamma"], *([f"a{number}", "b", "c"] for number in range(20))]
    pages = read(ruled(rows, 500), ruled([rows[0], ["x", "y", "z"]], 540))
    assert [page.tables[0].header_rows for page in pages] == [0, 1]
    (table,) = whole_tables(pages)
    assert table.header_rows == 1
    assert [cell.header_texts for cell in list(table.rows())[-1]] == [("Alpha",), ("Beta",), ("Gamma",)]


def recognised(*contents: str) -> list[Page]:
    """Return pages as if text recognition had read each of them by itself."""
    return [
        replace(read(content)[0], number=number, method=PageMethod.RECOGNISED)
        for number, content in enumerate(contents, 1)
    ]


def test_a_repeated_head_may_be_read_with_a_slip() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500)
    slip = ruled([["No.", "Descriptlon", "Qty"], *entries(21, 23)], 540)
    assert [page.tables[0].continues for page in read(one, slip)] == [False, False]
    first, second = link_tables(recognised(one, slip))
    assert (second.tables[0].continues, second.tables[0].header_rows) == (True, 1)
    (table,) = whole_tables([first, second])
    assert (table.row_count, table.header_rows) == (24, 1)


def test_other_tables_on_recognised_pages_are_not_joined() -> None:
    one = ruled([HEAD[:3], *entries(1, 20)], 500)
    other_head = ruled([["No.", "Supplier", "Price"], *entries(1, 3)], 540)
    four = ruled([[*texts, "x"] for texts in entries(21, 23)], 540, (50, 90, 200, 280, 350))
    for second in (other_head, four):
        assert [page.tables[0].continues for page in link_tables(recognised(one, second))] == [False, False]
    years = ruled([["Town", "Year 2021", "Year 2022"], *entries(1, 20)], 500)
    other_years = ruled([["Town", "Year 2023", "Year 2024"], *entries(1, 3)], 540)
    assert [page.tables[0].continues for page in link_tables(recognised(years, other_years))] == [False, False]
