"""Where the words of a document stand on the pages it was laid out on: whole quotes or none, each box on its page."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, PageMethod, Word
from tenderlight.model.layout import Layout
from tenderlight.reading.layout.copied_words import folded
from tenderlight.reading.layout.laid_out import LaidOut, boxes_laid_out, fonts_of, lay_out

MADE = Layout(page_number=1, pdf="ab" * 32, converter="LibreOffice 7.4", fonts=("Song",), page_sizes=(), lines=())
EM = 10.0


def typeset(number: int, lines: Sequence[str]) -> Page:
    """Return a page with one word a run, each letter one em wide, lines 20 points apart."""
    words, kept, at = [], [], 0
    for row, text in enumerate(lines):
        start = at
        for run in text.split(" "):
            left = (at - start) * EM
            box = Box(left=left, top=20.0 * row, right=left + len(run) * EM, bottom=20.0 * row + EM)
            words.append(Word(start=at, end=at + len(run), box=box))
            at += len(run) + 1
        kept.append(Line(start=start, end=at - 1, box=None))
    return Page(
        number=number, text="\n".join(lines) + "\n", width=595.0, height=842.0, lines=tuple(kept), words=tuple(words)
    )


def flowing(text: str) -> Page:
    return Page(number=1, text=text, method=PageMethod.FLOW)


def laid(text: str, *pages: Sequence[str]) -> LaidOut:
    return lay_out([text], [typeset(number, lines) for number, lines in enumerate(pages, 1)], numbers=[1], made=MADE)


def test_a_quote_has_a_box_for_each_line_with_the_page_it_is_on() -> None:
    text = "甲方采购人脸识别系统一套，乙方负责安装调试。"
    found = laid(text, ["甲方采购人脸识", "别系统一套，"], ["乙方负责安装调试。"])
    (layout,) = found.layouts
    start = text.index("人脸识别")
    boxes = boxes_laid_out(flowing(text), layout, start, start + 4)
    assert [(one.layout_page, one.box.top) for one in boxes] == [(1, 0.0), (1, 20.0)]
    assert (boxes[0].box.left, boxes[0].box.right) == (40.0, 70.0)
    assert (boxes[1].box.left, boxes[1].box.right) == (0.0, 10.0)
    over = boxes_laid_out(flowing(text), layout, text.index("一套"), len(text))
    assert [one.layout_page for one in over] == [1, 2]
    assert found.share == 1.0


def test_what_made_the_layout_is_kept_with_it() -> None:
    (layout,) = laid("甲方采购人脸识别系统", ["甲方采购人脸识别系统"]).layouts
    assert (layout.pdf, layout.converter, layout.fonts) == (MADE.pdf, MADE.converter, MADE.fonts)
    assert [(size.width, size.height) for size in layout.page_sizes] == [(595.0, 842.0)]


def test_half_a_quote_has_no_box() -> None:
    text = "合同总价 88888 元，含税，质保三年。"
    (layout,) = laid(text, ["合同总价 99999 元，含税，质保三年。"]).layouts
    assert boxes_laid_out(flowing(text), layout, 0, 10) == ()
    assert boxes_laid_out(flowing(text), layout, text.index("质保"), text.index("质保") + 4) != ()
    assert boxes_laid_out(flowing(text), layout, 4, 5) == ()  # a blank is nowhere


def test_cells_side_by_side_have_a_box_each() -> None:
    text = "网络摄像机四百万像素\t海康威视数字技术\n"
    (layout,) = laid(text, ["网络摄像机四百万像素 海康威视数字技术"]).layouts
    assert [len(line.words) for line in layout.lines] == [1, 1]
    assert len(boxes_laid_out(flowing(text), layout, 0, len(text) - 1)) == 2


def test_the_words_in_the_boxes_are_the_words_of_the_quote() -> None:
    text = "第一章 总则\nThe organisation shall deliver 20 cameras and 3 servers.\n序号\t名称\n1\t人脸识别服务器\n"
    pages = [
        typeset(1, ["采购合同", "第一章 总则", "The organi-", "sation shall deliver 20 cameras", "第 1 页"]),
        typeset(2, ["采购合同", "and 3 servers.", "序号 名称", "1 人脸识别服务器", "第 2 页"]),
    ]
    (layout,) = lay_out([text], pages, numbers=[1], made=MADE).layouts
    for line in layout.lines:
        page = pages[line.layout_page - 1]
        for word in line.words:
            (box,) = (one.box for one in boxes_laid_out(flowing(text), layout, word.start, word.end))
            there = "".join(page.text[one.start : one.end] for one in page.words if overlaps(one.box, box))
            assert folded(text[word.start : word.end]) in folded(there)


def overlaps(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1
    )


def test_fonts_are_named_as_the_pdf_names_them() -> None:
    pdf = b"<</Type/Font/BaseFont/CAAAAA+DejaVuSans>> <</BaseFont /BAAAAA+WenQuanYiZenHei>> <</BaseFont/DejaVuSans>>"
    assert fonts_of(pdf) == ("DejaVuSans", "WenQuanYiZenHei")
