r"""Rich Text: code pages, tables, and nothing that was deleted or only tells old programs what to show."""

from __future__ import annotations

import io
import json
import time

import pytest
from PIL import Image

from tenderlight.model.document import Page
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.rtf import RichTextReader
from tests.reading.made_files import codes, line_texts, members, only_page, read_all, table_texts
from tests.shared_data import shared_file

READER = RichTextReader()
FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset2 Wingdings 2;}"
    rb"{\f3\fcharset204 Times Cyr;}{\f4\fcharset136 MingLiU;}}"
)


def rtf(body: bytes, head: bytes = rb"\ansi\ansicpg936\deff0") -> bytes:
    return rb"{\rtf1" + head + FONTS + body + b"}"


def page_of(body: bytes) -> Page:
    return only_page(read_all(READER, rtf(body)))


@pytest.mark.parametrize("name", ["contract1", "contract2"])
def test_a_contract_is_read_whole(name: str) -> None:
    truth = json.loads(shared_file("data/reading/office/truth.json").read_text("utf-8"))[name]
    items = read_all(READER, shared_file(f"data/reading/office/{name}.rtf").read_bytes())
    page = only_page(items)
    lines = line_texts(page)
    assert [text for text in truth["paras"] if text not in lines] == []
    assert table_texts(page)[:-1] == truth["rows"]
    assert table_texts(page)[-1] == truth["total"]
    assert lines[0] == truth["header"]
    assert truth["ins"] in page.text
    assert truth["deleted"] not in page.text
    assert "tracked-changes" in codes(items)


def _escaped(text: str, codec: str) -> bytes:
    return b"".join(rb"\'%02x" % byte for byte in text.encode(codec))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"\f1 " + _escaped("采购人：朱镕", "gb18030"), "采购人：朱镕"),
        (_escaped("采购", "gbk"), "采购"),
        (rb"It\'92s caf\'e9", "It’s café"),
        (rb"\f3 " + _escaped("Заказчик", "cp1251"), "Заказчик"),
        (rb"\f4 " + _escaped("發包機關", "big5"), "發包機關"),
        ("采购人".encode("gbk"), "采购人"),
        (rb"\f1\'d5\'d0" + b"\r\n" + rb"\'b1\'ea", "招标"),
        (rb"\f1 \'8f\\", "廫"),
        (rb"\uc1\u37319?\u-28691?", "采\u8fed"),
        (rb"\uc2\u37319\'b2\'c9x", "采x"),
        (rb"\uc0\u37319 x", "采x"),
        (rb"{\uc1 \u55362?\u57271?}", "𠮷"),
        (rb"\f2\'52\f0 x", "☑x"),
        (rb"{\f2 \u-4014?}x", "☑x"),
        (rb"a\tab b\line c\~d\_e\{\}\\\emdash", "a\tb\nc\u00a0d\u2011e{}\\—"),
        (rb"{\upr{\ascii x}{\*\ud{\uc0\u37319}}}", "采"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link"),
        (rb"{\*\unknown gone}{\listtext 1.}{\*\pn x}y", "y"),
        (rb"a{\*\htmltag <p>}\htmlrtf gone\htmlrtf0 b", "ab"),
    ],
)
def test_what_a_paragraph_says(body: bytes, expected: str) -> None:
    assert page_of(rb"\pard " + body + rb"\par").text == expected + "\n"


def test_changes_and_hidden_text() -> None:
    items = read_all(READER, rtf(rb"\pard due {\deleted 30}{\revised 60} days{\v secret}\par"))
    assert only_page(items).text == "due 60 days\n"
    assert codes(items) == ["tracked-changes", "hidden-text"]


def test_a_table_with_merged_cells() -> None:
    body = (
        rb"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl No\cell Name\par here\cell Sum\cell\row"
        rb"\trowd\cellx2000\cellx3000\pard\intbl Total\cell 9\cell\row"
        rb"\trowd\clvmgf\cellx1000\cellx2000\cellx3000 A\cell b\cell c\cell\row"
        rb"\trowd\clvmrg\cellx1000\cellx2000\cellx3000 \cell d\cell e\cell\row\pard After\par"
    )
    page = page_of(body)
    assert table_texts(page) == [["No", "Name\nhere", "Sum"], ["Total", "9"], ["A", "b", "c"], ["d", "e"]]
    spans = [(cell.row_span, cell.column_span) for cell in page.tables[0].cells if not cell.column]
    assert spans == [(1, 1), (1, 2), (2, 1)]
    assert line_texts(page)[-1] == "After"


def test_a_row_that_the_file_calls_a_head_is_one() -> None:
    row = rb"\trowd%s\cellx1000\cellx2000\pard\intbl %s\cell %s\cell\row"
    page = page_of(row % (rb"\trhdr", b"a", b"b") + row % (b"", b"c", b"d"))
    assert page.tables[0].header_rows == 1


def test_a_table_in_a_cell() -> None:
    body = (
        rb"\trowd\cellx3000\cellx6000\pard\intbl outer\par\pard\intbl\itap2 a\nestcell b\nestcell"
        rb"{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}{\nonesttables\par}"
        rb"\pard\intbl\itap1 rest\cell other\cell\row\pard"
    )
    page = page_of(body)
    assert line_texts(page) == ["outer", "a", "b", "rest", "other"]
    assert table_texts(page) == [["a", "b"]]


def test_parts_have_places_of_their_own() -> None:
    body = (
        rb"{\header\pard head\par}\pard text{\footnote\pard note\par}\par"
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard box\par}}{\shprslt twice}}{\footer foot\par}"
    )
    page = page_of(body)
    assert [(page.text[line.start : line.end], line.place) for line in page.lines] == [
        ("head", "header 1 paragraph 1"),
        ("text", "paragraph 1"),
        ("box", "text boxes 1 paragraph 1"),
        ("foot", "footer 1 paragraph 1"),
        ("note", "footnotes 1 paragraph 1"),
    ]


def test_pictures_and_objects_are_left_out_and_counted() -> None:
    items = read_all(READER, rtf(rb"a{\pict\bin4 }{}x}{\object{\*\objdata 00ff}{\result b}}\par"))
    assert only_page(items).text == "ab\n"
    assert codes(items) == ["office-part-not-read", "pictures-not-read"]


def test_a_larger_picture_is_a_file_of_its_own() -> None:
    held = io.BytesIO()
    Image.new("L", (400, 300), 255).save(held, "PNG")
    digits = held.getvalue().hex().encode()
    shown = rb"{\*\shppict{\pict{\*\picprop{\sp x}}\pngblip\picw9 " + digits[:50] + b"\r\n" + digits[50:] + b"}}"
    twice = rb"{\nonshppict{\pict\wmetafile8 00ff}}"
    raw = rb"{\pict\pngblip\bin%d " % len(held.getvalue()) + held.getvalue() + b"}"
    items = read_all(READER, rtf(b"a" + shown + twice + raw + rb"b\par"))
    assert only_page(items).text == "ab\n"
    assert members(items) == {"picture 1": held.getvalue(), "picture 2": held.getvalue()}
    assert codes(items) == []


def test_bytes_that_fit_no_character_are_marked() -> None:
    items = read_all(READER, rtf(rb"\f1 ok\'ff\'ff\par"))
    assert "charset-uncertain" in codes(items)
    assert only_page(items).text.startswith("ok")


def test_a_false_length_hides_no_text() -> None:
    items = read_all(READER, rtf(rb"a{\pict\bin999999 xx}b\par"))
    assert only_page(items).text == "ab\n"
    assert "office-damaged" in codes(items)


def test_a_file_cut_off_says_so() -> None:
    items = read_all(READER, rtf(rb"first\par{second")[:-1])
    assert line_texts(only_page(items)) == ["first", "second"]
    assert codes(items) == ["office-damaged"]


def test_groups_without_end_and_floods_cost_little() -> None:
    start = time.monotonic()
    deep = read_all(READER, rb"{\rtf1 " + b"{" * 300_000 + b"x" + b"}" * 300_000 + rb" y\par}")
    assert only_page(deep).text == "x y\n"
    nested = b"".join(rb"\itap%d\intbl x\par" % number for number in range(20_000))
    read_all(READER, rtf(nested))
    assert time.monotonic() - start < 20


def test_it_is_told_by_its_bytes() -> None:
    assert media_type(rtf(b"x"), "tender.doc") == formats.RTF


@pytest.mark.parametrize(
    ("said", "result", "expected"),
    [
        (rb"\fftype1\ffres1\ffdefres0", b"", "☒国"),
        (rb"\fftype1\ffres0\ffdefres1", b"", "☐国"),
        (rb"\fftype1\ffres25{\*\ffname Check1}\ffdefres1", b"", "☒国"),
        (rb"\fftype1", b"", "☐国"),
        (rb"\fftype1\ffres1", rb" \'a1\'f5", "□国"),
        (rb"\fftype0\ffres1", b" 5", "5国"),
        (rb"\fftype2\ffres1{\*\ffl A}", b"", "国"),
    ],
)
def test_boxes_of_forms_are_ticked_or_empty(said: bytes, result: bytes, expected: str) -> None:
    form = rb"{\*\datafield 650000}{\*\formfield{" + said + b"}}"
    field = rb"{\field\flddirty{\*\fldinst {\f1 FORM }{" + form + rb"}}{\fldrslt{\f1" + result + rb"}}}"
    assert line_texts(page_of(field + rb"{\f1\'b9\'fa}\par")) == [expected]


def test_boxes_in_what_is_skipped_are_not_read() -> None:
    field = rb"{\field{\*\fldinst{\*\formfield{\fftype1\ffres1}}}{\fldrslt}}"
    assert line_texts(page_of(rb"{\*\unknown " + field + rb"}{\deleted " + field + rb"}a\par b\par")) == ["a", "b"]
