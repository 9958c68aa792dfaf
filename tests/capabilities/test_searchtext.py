from __future__ import annotations

from tenderlight.capabilities.searchtext import Break, search_text_at, search_text_of_pages
from tenderlight.model.document import Page


def test_anchors_are_verbatim_and_name_their_page() -> None:
    pages = [Page(number=4, text="支持维吾尔族人"), Page(number=5, text="员识别功能。")]
    text = search_text_of_pages(pages)
    start = text.text.index("维吾尔族人员识别")
    anchors = text.anchors(start, start + 8)
    assert [(anchor.page_number, anchor.text) for anchor in anchors] == [(4, "维吾尔族人"), (5, "员识别")]
    for anchor, page in zip(anchors, pages, strict=True):
        assert page.text[anchor.start : anchor.end] == anchor.text


def test_page_numbers_and_running_heads_do_not_part_a_word() -> None:
    head = "某项目采购文件"
    texts = ("内容一\n第 1 页 共 3 页", "支持民\n- 2 -", "族识别\n第 3 页")
    pages = [Page(number=number, text=f"{head}\n{text}") for number, text in enumerate(texts, start=1)]
    text = search_text_of_pages(pages)
    assert "支持民族识别" in text.text
    assert text.text.count(head) == 0


def test_white_space_inside_chinese_goes_but_is_remembered() -> None:
    text = search_text_at("名称\t数量\n人脸  门禁\n\n步\n态", "text")
    assert text.text == "名称数量人脸门禁步态"
    assert text.breaks() == [
        (2, Break.CELL, 0),
        (4, Break.LINE, 0),
        (6, Break.GAP, 0),
        (8, Break.PARAGRAPH, 0),
        (9, Break.LINE, 0),
    ]


def test_empty_cells_are_counted() -> None:
    text = search_text_at("甲\t\t乙\n\t丙", "text")
    assert text.breaks() == [(1, Break.CELL, 1), (2, Break.ROW, 1)]


def test_a_hyphen_between_letters_is_searched_as_a_blank() -> None:
    text = search_text_at("watch-list 1-N", "text")
    assert text.text == "watch list 1-n"
    assert text.anchors(0, 10)[0].text == "watch-list"
