"""XML of Word documents as texts and signs."""

from __future__ import annotations

import time

import pytest

from tenderlight.reading.office.word_signs import CARE, CELL, CHANGE, PARAGRAPH, PARAGRAPH_END, ROW, Signs, plain_xml


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<a>x</a>", "<a>x</a>"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<a>x\r\ny\rz</a>', "<a>x\ny\nz</a>"),
        ("<a>中！？</a>".encode(), "<a>中！？</a>"),
        (b"<a b='?!'>!?</a>", "<a b='?!'>!?</a>"),
        (b"<a><!-- <w:t>x</w:t> --></a>", None),
        (b"<a><![CDATA[<w:t>x</w:t>]]></a>", None),
        (b"<a><?b <w:t>x</w:t>?></a>", None),
        (b"<!DOCTYPE a><a/>", None),
        (b"<a>x", None),
        (b"<a>x</b>", None),
        (b"<a>\xff</a>", None),
        (b'<?xml version="1.0" encoding="gb18030"?><a>\xd6\xd0</a>', None),
        ('<?xml version="1.0" encoding="utf-16"?><a>x</a>'.encode("utf-16"), None),
        ("<a>x</a>".encode("utf-16"), None),
        (b"\xfe\xff" + "<a>x</a>".encode("utf-16-be"), None),
        (b"", None),
    ],
)  # fmt: skip
def test_only_xml_that_hides_nothing_is_searched_as_text(content: bytes, expected: str | None) -> None:
    found = plain_xml(content)
    assert (found if found is None else found.decode()) == expected


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", f"{PARAGRAPH}a\tb{PARAGRAPH_END}"),
        ('<w:p w:x="1"><w:t xml:space="preserve"> a &lt; b </w:t></w:p>', f"{PARAGRAPH} a < b {PARAGRAPH_END}"),
        ("<w:p/><w:p w:x='1'/>", ""),
        ("<w:tr><w:tc><w:p><w:r><w:t>&#20013;&#x6587;</w:t></w:r></w:p></w:tc></w:tr>",
         f"{ROW}{CELL}{PARAGRAPH}中文{PARAGRAPH_END}"),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>", ""),
        ("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", f"{CHANGE}a"),
        ("<w:rPr><w:ins w:id='1'/></w:rPr>", CARE),
        ("<w:drawing/>", CARE),
        ("<m:t>x</m:t>", CARE),
        ("<w:t>3 > 2</w:t>", f"{CARE} 2"),
        ("<w:tblPr><w:tcPrChange/></w:tblPr>", CARE),
        ("<w:trip/><w:tcb/><w:pic/>", ""),
        ("<x:tc/><w:tc><w:tcPr/></w:tc>", CARE + CELL),
    ],
)  # fmt: skip
def test_markup_becomes_signs(xml: str, expected: str) -> None:
    assert Signs().of(xml.encode()) == expected


@pytest.mark.parametrize("tag", ["<w:tabs>", "<w:sdtPr>", "<w:del>", "<w:del><w:r>", "<w:ins>", "<w:tbl>", "<w:p >"])
def test_no_markup_takes_long(tag: str) -> None:
    began = time.process_time()
    Signs().of(tag.encode() * 200_000)
    assert time.process_time() - began < 5
