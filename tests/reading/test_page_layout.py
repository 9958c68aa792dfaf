"""Text in reading order with its offsets, on small made pages."""

from __future__ import annotations

import pytest

from tenderlight.model.document import Page
from tests.reading.made_pdfs import MadePage, made_pdf, rule, show
from tests.reading.pdf_reading import check_page, read_pdf


def read(content: str, **page: object) -> Page:
    found = read_pdf(made_pdf(MadePage(content=content, **page)))  # type: ignore[arg-type]
    assert found.problems == ()
    check_page(found.pages[0])
    return found.pages[0]


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    across = "".join(rule(xs[0], y, xs[-1], y) for y in ys)
    return across + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


TABLE = grid((50, 150, 350), (200, 230, 260))


def cells(page: Page) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, page.text[cell.start : cell.end]) for table in page.tables for cell in table.cells]


def test_table_stands_where_it_is_on_the_page_with_tabs_and_line_ends() -> None:
    texts = [
        show(55, 240, "Buyer"),
        show(155, 240, "Greyfen County"),
        show(55, 210, "Amount"),
        show(155, 210, "1,234.56"),
    ]
    page = read(show(50, 20, "After") + show(50, 280, "Before") + TABLE + "".join(reversed(texts)))
    assert page.text == "Before\nBuyer\tGreyfen County\nAmount\t1,234.56\nAfter\n"
    assert cells(page) == [(0, 0, "Buyer"), (0, 1, "Greyfen County"), (1, 0, "Amount"), (1, 1, "1,234.56")]
    box = page.tables[0].cells[1].box
    assert box is not None
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((150, 40, 350, 70), abs=0.5)


def test_lines_of_a_cell_stay_together() -> None:
    left = show(55, 245, "the first") + show(55, 232, "and the second")
    page = read(TABLE + show(155, 245, "one") + left + show(155, 232, "two") + show(55, 210, "x"))
    assert page.text == "the first\nand the second\tone\ntwo\nx\t\n"
    assert [page.text[line.start : line.end] for line in page.lines] == [
        "the first",
        "and the second",
        "one",
        "two",
        "x",
    ]


def test_merged_cell_appears_once() -> None:
    rules = "".join(rule(50, y, 350, y) for y in (200, 260)) + rule(150, 230, 350, 230)
    rules += "".join(rule(x, 200, x, 260) for x in (50, 150, 350))
    page = read(rules + show(55, 225, "both") + show(155, 240, "up") + show(155, 210, "down"))
    assert page.text == "both\tup\ndown\n"
    (first, _, _) = page.tables[0].cells
    assert (first.row, first.column, first.row_span, first.column_span) == (0, 0, 2, 1)


def test_run_of_letters_over_a_border_is_cut_between_letters() -> None:
    # One string, kerned so that the border falls between "12" and "34" with no space in the file.
    content = TABLE + show(55, 240, "x") + "BT /F1 12 Tf 1 0 0 1 135 210 Tm [(12) -250 (34)] TJ ET\n"
    page = read(content)
    assert cells(page)[2:] == [(1, 0, "12"), (1, 1, "34")]


def test_word_too_long_for_its_cell_is_not_torn() -> None:
    page = read(TABLE + show(55, 240, "x") + show(120, 210, "Wideword"))
    assert "Wideword" in [text for _, _, text in cells(page)]


def test_grid_without_text_is_no_table() -> None:
    page = read(TABLE + show(50, 280, "Figure 1"))
    assert (page.text, page.tables) == ("Figure 1\n", ())


def test_table_on_a_page_drawn_sideways() -> None:
    # The whole page is set to be read with the right side up; there is no /Rotate entry.
    texts = show(100, 50, "Buyer", turn=90) + show(100, 155, "Greyfen", turn=90)
    texts += show(140, 50, "Amount", turn=90) + show(140, 155, "1,234.56", turn=90)
    rules = "".join(rule(x, 40, x, 290) for x in (80, 110, 150)) + "".join(rule(80, y, 150, y) for y in (40, 150, 290))
    page = read(rules + texts)
    assert page.text == "Buyer\tGreyfen\nAmount\t1,234.56\n"
    box = page.tables[0].cells[1].box
    assert box is not None
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((80, 10, 110, 150), abs=0.5)


def test_text_turned_against_the_page_comes_last() -> None:
    page = read(
        show(20, 100, "Side note", turn=90) + show(50, 250, "The first line") + show(50, 100, "The second line")
    )
    assert page.text == "The first line\nThe second line\nSide note\n"


def test_values_far_from_their_labels_are_lines_of_their_own_in_one_row() -> None:
    page = read(show(50, 250, "No: A-1") + show(250, 250, "Date: 5 May") + show(50, 230, "Next"))
    assert page.text == "No: A-1  Date: 5 May\nNext\n"
    assert [page.text[line.start : line.end] for line in page.lines] == ["No: A-1", "Date: 5 May", "Next"]


def test_spaced_out_heading_stays_one_line() -> None:
    page = read("".join(show(50 + 40 * n, 250, letter, font="F2") for n, letter in enumerate("中标公告")))
    assert page.text == "中 标 公 告\n"
    assert len(page.lines) == 1


def test_pieces_of_a_line_drawn_out_of_order_are_put_in_order() -> None:
    page = read(show(110, 250, "third") + show(50, 250, "first") + show(78, 250, "other"))
    assert page.text == "first other third\n"


def test_pieces_that_touch_are_not_parted() -> None:
    page = read(show(50, 250, "采购人：", font="F2") + show(50, 200, "x") + show(98, 250, "ABC"))
    assert page.text == "采购人：ABC\nx\n"


def test_hebrew_is_read_from_the_right() -> None:
    letters = dict(zip("abcdefgh", "אבגדהוזח", strict=True))
    content = show(100, 250, "fed cba", font="F3") + show(100, 230, "A-12") + show(200, 230, "hg", font="F3")
    page = read_pdf(made_pdf(MadePage(content=content), to_unicode=letters)).pages[0]
    check_page(page)
    assert page.text == "אבג דהו\nזח  A-12\n"
