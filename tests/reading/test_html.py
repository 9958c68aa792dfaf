"""HTML comes out as a browser shows it."""

from __future__ import annotations

import time

import pytest

from tenderlight.model.document import PageMethod
from tenderlight.model.reader import PageCount, ReadingLimits
from tenderlight.reading.web.html import HtmlReader, declared_charset
from tests.reading.made_files import codes, line_texts, only_page, pages, read_all, table_texts
from tests.shared_data import shared_file


def lines(html: str) -> list[str]:
    return line_texts(only_page(read_all(HtmlReader(), html.encode())))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p> a \n\t b </p><p>c</p>", ["a b", "c"]),
        ("<p>甲方：<b>云渡县</b>\n<i>公安局</i></p>", ["甲方：云渡县 公安局"]),
        ("<p>a<br>b<br/><br>c</p>", ["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>5&nbsp;000&#x5143; &lt;x&gt; &amp;</p>", ["5\xa0000元 <x> &"]),
        ("<p>\u3000\u3000采购　人</p>", ["\u3000\u3000采购　人"]),
        ("<pre>a  b\n  c</pre><p>d  e</p>", ["a b", "c", "d e"]),
        ("<p style='white-space:pre-line'>a\nb</p>", ["a", "b"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<span>a</span><span>b</span>", ["ab"]),
        ("<p>a<wbr>b&shy;c</p>", ["ab\xadc"]),
        ("中标公告<p>x", ["中标公告", "x"]),
        ("<input value='云渡县公安局'><input type=hidden value=x><input type=checkbox value=y>", ["云渡县公安局"]),
        ("<select><option>a<option>b</select>", ["a", "b"]),
    ],
)
def test_white_space_and_breaks_are_those_of_a_browser(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<template><p>x</p></template>",
        "<!-- x -->",
        "<iframe>x</iframe>",
        "<svg><title>x</title></svg>",
    ],
)
def test_what_no_browser_shows_is_no_text(hidden: str) -> None:
    items = read_all(HtmlReader(), f"<p>a</p>{hidden}<p>b</p>".encode())
    assert line_texts(only_page(items)) == ["a", "b"]
    assert codes(items) == []


@pytest.mark.parametrize(
    "attribute",
    ["hidden", "style='display:none'", 'style="color:red; DISPLAY : None !important"', "style='visibility:hidden'"],
)
def test_hidden_elements_are_left_out_and_counted(attribute: str) -> None:
    items = read_all(HtmlReader(), f"<p>a</p><div {attribute}><p>ignore the above</p></div><p>b</p>".encode())
    assert line_texts(only_page(items)) == ["a", "b"]
    assert codes(items) == ["hidden-text"]


def test_style_words_inside_other_values_hide_nothing() -> None:
    assert lines("<p style='background:url(display:none.png)'>a</p><p style='x-display:none'>b</p>") == ["a", "b"]


def test_a_table_keeps_rows_cells_and_spans() -> None:
    page = only_page(
        read_all(
            HtmlReader(),
            "<table><caption>分项</caption><tr><th rowspan=2>序号</th><th colspan='2'>规格</th></tr>"
            "<tr><td>长<br>mm</td><td>宽</td></tr><tr><td>1</td><td></td><td>30</td></tr></table>".encode(),
        )
    )
    assert page.text == "分项\n序号\t规格\n长\nmm\t宽\n1\t\t30\n"
    table = page.tables[0]
    assert (table.row_count, table.column_count) == (3, 3)
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]
    assert [line.place for line in page.lines][:3] == ["paragraph 1", "table 1 row 1 cell 1", "table 1 row 1 cell 2"]


def test_word_made_cells_with_paragraphs_stay_a_table() -> None:
    page = only_page(
        read_all(
            HtmlReader(),
            b"<table><tr><td><p>a</p><p>b</p></td><td><div>c</div></td></tr><tr><td>d</td><td>e</td></tr></table>",
        )
    )
    assert table_texts(page) == [["a\nb", "c"], ["d", "e"]]


def test_only_the_innermost_table_is_data() -> None:
    page = only_page(
        read_all(
            HtmlReader(),
            b"<table><tr><td><h1>Notice</h1><table><tr><td>buyer</td><td>x</td></tr></table><p>end</p></td></tr></table>",
        )
    )
    assert page.text == "Notice\nbuyer\tx\nend\n"
    assert len(page.tables) == 1


def test_rows_around_a_nested_table_stay_rows() -> None:
    page = only_page(
        read_all(
            HtmlReader(),
            b"<table><tr><td>buyer</td><td>x</td></tr><tr><td>goods</td><td><table><tr><td>camera</td><td>5</td></tr>"
            b"</table></td></tr><tr><td>price</td><td>9</td></tr></table>",
        )
    )
    assert page.text == "buyer\tx\ngoods\ncamera\t5\nprice\t9\n"
    assert [table_texts(page, index) for index in range(3)] == [[["buyer", "x"]], [["camera", "5"]], [["price", "9"]]]


def test_a_table_of_one_column_only_lays_out() -> None:
    page = only_page(read_all(HtmlReader(), b"<table><tr><td>a<p>b</td></tr><tr><td>c</td></tr></table>"))
    assert (line_texts(page), page.tables) == (["a", "b", "c"], ())


@pytest.mark.parametrize("span", ["rowspan=65534 colspan=1000", "rowspan=0", "colspan=-1", "colspan=x", "colspan=1e9"])
def test_spans_that_lie_do_not_grow_a_table(span: str) -> None:
    page = only_page(read_all(HtmlReader(), f"<table><tr><td {span}>a<td>b<tr><td>c<td>d</table>".encode()))
    assert all(text in page.text for text in "abcd")
    assert page.tables[0].column_count < 1010


def test_a_fragment_without_html_or_body_has_text_and_method() -> None:
    items = read_all(HtmlReader(), "<title> 中标\n公告 </title><div>x</div>".encode())
    page = only_page(items)
    assert items[0] == PageCount(count=1)
    assert (page.number, page.title, page.text, page.method) == (1, "中标 公告", "x\n", PageMethod.FLOW)


@pytest.mark.parametrize(
    "unclosed", ["<iframe src=x>", "<script src=x>", "<textarea>", "<title>", "<noframes>", "<template>"]
)
def test_an_element_never_closed_does_not_swallow_the_page(unclosed: str) -> None:
    assert "Contract value" in only_page(read_all(HtmlReader(), f"{unclosed}<p>Contract value".encode())).text


def test_a_hundred_thousand_levels_take_no_longer_than_a_page() -> None:
    started = time.process_time()
    assert lines("<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p>") == ["deep", "after"]
    assert lines("<b><i>" * 50_000 + "deep") == ["deep"]
    assert time.process_time() - started < 5


def test_nested_tables_beyond_the_limit_are_still_read() -> None:
    html = "<table><tr><td>" * 40 + "deep" + "</table>" * 40
    page = only_page(read_all(HtmlReader(), html.encode(), limits=ReadingLimits(element_depth=10)))
    assert page.text == "deep\n"


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b"<meta charset='GBK'>", "GBK"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb2312"),
        (b"<?xml version='1.0' encoding='Big5'?><html>", "Big5"),
        (b"<p>charset=gbk</p>", None),
    ],
)
def test_the_declared_charset_is_found(head: bytes, declared: str | None) -> None:
    assert declared_charset(head) == declared


def test_a_gb2312_page_keeps_characters_outside_gb2312() -> None:
    html = "<meta charset=gb2312><p>采购人（镕㐂）</p>".encode("gb18030")
    assert line_texts(only_page(read_all(HtmlReader(), html))) == ["采购人（镕㐂）"]


def test_broken_bytes_are_reported() -> None:
    items = read_all(HtmlReader(), b"<meta charset=utf-8><p>" + "采购人".encode() * 30 + b"\xff</p>")
    assert codes(items) == ["charset-uncertain"]


def test_text_beyond_a_page_goes_on_to_the_next_and_ends_with_a_problem() -> None:
    html = "".join(f"<p>{number:09d}</p>" for number in range(10)).encode()
    items = read_all(HtmlReader(), html, limits=ReadingLimits(page_characters=35, document_characters=80))
    assert [len(page.text) for page in pages(items)] == [30, 30, 20]
    assert codes(items) == ["limit-characters"]


def test_a_page_without_text_says_so() -> None:
    assert codes(read_all(HtmlReader(), b"<img src=scan.jpg>")) == ["no-text"]


def test_all_notices_have_their_labelled_table() -> None:
    folder = shared_file("data/zh-yichang-notices/html/award")
    missing = []
    for path in folder.glob("*.html"):
        page = only_page(read_all(HtmlReader(), path.read_bytes(), path.name))
        if not any("中标人:" in row for row in table_texts(page)):
            missing.append(path.name)
    assert missing == []
