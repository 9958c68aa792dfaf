"""Saved web pages: the page is read, the documents saved with it are handed on."""

from __future__ import annotations

import quopri

from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.web.saved_pages import SavedPageReader
from tests.reading.made_files import codes, line_texts, members, only_page, read_all, table_texts

READER = SavedPageReader()
HEAD = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n"
    b"Subject: =?utf-8?Q?=E5=85=AC=E5=91=8A?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
)


def saved(*parts: tuple[str, bytes]) -> bytes:
    body = b"".join(b"------B\r\n" + headers.encode() + b"\r\n\r\n" + content + b"\r\n" for headers, content in parts)
    return HEAD + body + b"------B--\r\n"


def test_the_page_is_read_in_the_charset_of_its_part() -> None:
    html = "<meta charset=gb2312><table><tr><td>采购人</td><td>甲</td></tr></table><p>乙</p>".encode()
    root = (
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
        quopri.encodestring(html),
    )
    content = saved(root)
    assert media_type(content, "a.mhtml") == formats.SAVED_PAGE
    items = read_all(READER, content)
    page = only_page(items)
    assert page.title == "公告"
    assert table_texts(page) == [["采购人", "甲"]]
    assert line_texts(page)[-1] == "乙"
    assert codes(items) == []


def test_what_is_saved_with_it() -> None:
    items = read_all(
        READER,
        saved(
            ("Content-Type: text/html", b"<p>page</p>"),
            ("Content-Type: text/css\r\nContent-Location: https://a.example/a.css", b"p{}"),
            ("Content-Type: image/png\r\nContent-Location: https://a.example/l.png", b"\x89PNG\r\n\x1a\n"),
            ("Content-Type: text/html\r\nContent-Location: https://a.example/frame", b"<p>frame</p>"),
            ("Content-Type: application/pdf\r\nContent-Location: https://a.example/b.pdf", b"%PDF-1.4"),
        ),
    )
    assert line_texts(only_page(items)) == ["page"]
    assert list(members(items)) == ["https://a.example/frame", "https://a.example/b.pdf"]
    assert codes(items) == ["pictures-not-read"]


def test_the_page_may_lie_deeper_and_be_named() -> None:
    inner = (
        b'Content-Type: multipart/alternative; boundary="I"\r\n\r\n'
        b"--I\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--I--"
    )
    content = HEAD + b"------B\r\n" + inner + b"\r\n------B--\r\n"
    assert line_texts(only_page(read_all(READER, content))) == ["x"]


def test_a_page_cut_off_says_so() -> None:
    items = read_all(READER, saved(("Content-Type: text/html", b"<p>page</p>"))[:-14])
    assert line_texts(only_page(items)) == ["page"]
    assert codes(items) == ["mail-damaged"]
