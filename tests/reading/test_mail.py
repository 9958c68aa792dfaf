"""Mails: who wrote, what they wrote, and every attachment under its own name."""

from __future__ import annotations

import base64
import time
from email.message import EmailMessage

import pytest

from tenderlight.model.document import Page
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.mail.mail_headers import header_text, parameter_text, parameters
from tenderlight.reading.mail.mail_reader import MailReader
from tests.reading.made_files import codes, line_texts, members, only_page, pages, read_all, table_texts
from tests.shared_data import shared_file

READER = MailReader()
HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Tender\r\nMIME-Version: 1.0\r\n"


def mail(body: bytes, content_type: str = "text/plain; charset=utf-8", head: bytes = HEAD) -> bytes:
    return head + f"Content-Type: {content_type}\r\n\r\n".encode() + body


def mixed(*parts: bytes, kind: str = "mixed", head: bytes = HEAD) -> bytes:
    body = b"".join(b"--%s\r\n%s\r\n" % (kind.encode(), part) for part in parts)
    return mail(body + b"--%s--\r\n" % kind.encode(), f'multipart/{kind}; boundary="{kind}"', head)


def part(content: bytes, content_type: str = "text/plain", headers: str = "") -> bytes:
    return f"Content-Type: {content_type}\r\n{headers}\r\n".encode() + content


def page_of(content: bytes) -> Page:
    return only_page(read_all(READER, content))


def test_a_real_clarification_with_a_file_named_in_sections() -> None:
    items = read_all(READER, shared_file("data/reading/office/clarify.eml").read_bytes())
    lines = line_texts(only_page(items))
    assert lines[0] == "Subject: 关于门诊楼中央空调系统节能改造的澄清函"
    assert lines[1] == "From: 采购办 <cgb@example.org>"
    assert "附件为第1号澄清文件。" in lines
    assert list(members(items)) == ["澄清文件（1）.docx"]


def test_bare_gbk_in_headers_names_and_text() -> None:
    items = read_all(READER, shared_file("data/reading/office/raw_gbk_headers.eml").read_bytes())
    assert "朱镕先生" in only_page(items).text
    assert members(items) == {"报价表.xls": b"\0\0\0"}
    assert codes(items) == []


def test_headers_have_places_and_every_sender_is_kept() -> None:
    content = (
        b'From: "ministry" <x@evil.example>\r\nFrom: second@b.example\r\nDate: Thu, 99 Foo\r\n'
        b"Subject: a\r\n\tb\r\n\r\nx"
    )
    page = page_of(content)
    assert [(page.text[line.start : line.end], line.place) for line in page.lines] == [
        ('From: "ministry" <x@evil.example>', "header From"),
        ("From: second@b.example", "header From 2"),
        ("Date: Thu, 99 Foo", "header Date"),
        ("Subject: a b", "header Subject"),
        ("x", "line 1"),
    ]
    assert page.title == "a b"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"=?utf-8?b?5Lit?= =?utf-8?b?5paH?=", "中文"),
        (b"=?gb2312?B?1OzpRg==?=", "造镕"),
        (b"=?utf-8?q?=E4=B8?= =?utf-8?q?=AD_x?=", "中 x"),
        (b"a =?utf-8?q?b?= c", "a b c"),
        (b"=?unknown-charset?q?abc?=", "abc"),
        (b"=?utf-8?b?!!!?=", ""),
        (b"two\r\n\tlines", "two lines"),
        ("采购".encode("gbk"), "采购"),
    ],
)
def test_what_a_header_says(value: bytes, expected: str) -> None:
    assert header_text(value, "gb18030") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b'x; filename="a;b.doc"', "a;b.doc"),
        (b"x; filename=a b.doc; size=3", "a b.doc"),
        (b"x; filename*=utf-8''%E4%B8%AD.doc", "中.doc"),
        (b"x; filename*=gb2312''%D6%D0.doc", "中.doc"),
        (b'x; filename*0="a"; filename*1*=%E4%B8%AD; filename*2=.doc', "a中.doc"),
        (b'x; filename="=?utf-8?b?5Lit?=.doc"', "中.doc"),
        (b'x; filename="C:\\dir\\a.doc"', "C:\\dir\\a.doc"),
        (b'x; filename="unclosed.doc', "unclosed.doc"),
        ('x; filename="报价.doc"'.encode(), "报价.doc"),
    ],
)
def test_what_a_file_is_called(value: bytes, expected: str) -> None:
    assert parameter_text(parameters(value), "filename", "utf-8") == expected


def test_of_two_versions_the_plain_one_is_read() -> None:
    items = read_all(
        READER, mixed(part(b"Price EUR 5"), part(b"<p>Price <b>EUR 5</b></p>", "text/html"), kind="alternative")
    )
    assert line_texts(only_page(items))[-1] == "Price EUR 5"
    assert codes(items) == []


def test_a_version_that_says_more_is_read_too() -> None:
    html = "<table><tr><td>采购人</td><td>甲县公安局</td></tr><tr><td>供应商</td><td>乙市丙丁科技</td></tr></table>"
    parts = (part(b"See HTML."), part(html.encode(), "text/html; charset=utf-8"))
    items = read_all(READER, mixed(*parts, kind="alternative"))
    first, second = pages(items)
    assert "See HTML." in first.text
    assert table_texts(second) == [["采购人", "甲县公安局"], ["供应商", "乙市丙丁科技"]]
    assert codes(items) == ["mail-versions-differ"]


def test_html_alone_is_read_with_the_charset_of_its_part() -> None:
    html = "<meta charset=utf-8><p>采购人：甲</p>".encode("gbk")
    page = page_of(mixed(part(html, "text/html; charset=gb2312")))
    assert line_texts(page)[-1] == "采购人：甲"


@pytest.mark.parametrize("how", ["base64", "quoted-printable", "8bit"])
def test_transfer_encodings(how: str) -> None:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["To"] = "c@d.example"
    message.set_content("供应商：乙公司\nEnd.\n", cte=how)
    assert line_texts(page_of(message.as_bytes()))[-2:] == ["供应商：乙公司", "End."]


def test_files_messages_and_large_pictures_are_handed_on() -> None:
    message = b"Subject: =?utf-8?b?5Lit?=\r\nFrom: x@y.example\r\n\r\ninner"
    picture = base64.encodebytes(b"\x89PNG" + b"x" * 30_000)
    related = mixed(
        part(b"<p>Text</p>", "text/html"),
        part(picture, "image/png; name=scan.png", "Content-Transfer-Encoding: base64\r\n"),
        part(b"GIF89a", "image/gif", "Content-ID: <logo>\r\n"),
        kind="related",
        head=b"",
    )
    items = read_all(
        READER,
        mixed(
            related,
            part(b"a,b", "text/csv"),
            part(message, "message/rfc822"),
            part(b"%PDF-", "application/pdf", "Content-Disposition: attachment\r\n"),
            part(b"sig", "application/pgp-signature; name=s.asc"),
        ),
    )
    assert list(members(items)) == ["scan.png", "attachment 2.csv", "中.eml", "attachment 4"]
    assert members(items)["中.eml"] == message
    assert codes(items) == ["pictures-not-read"]


def test_a_text_that_is_attached_is_a_file() -> None:
    attached = part(b"x", "text/plain", 'Content-Disposition: attachment; filename="a.txt"\r\n')
    assert members(read_all(READER, mixed(part(b"text"), attached))) == {"a.txt": b"x"}


def test_damage_is_said_and_what_can_be_decoded_is_kept() -> None:
    cut = mixed(part(b"first"), part(b"second"))[: -len(b"\r\n--mixed--\r\n")]
    items = read_all(READER, cut)
    assert line_texts(only_page(items))[-2:] == ["first", "second"]
    assert codes(items) == ["mail-damaged"]
    garbage = part(b"QUJD!!REVG", "application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64\r\n")
    items = read_all(READER, mixed(garbage))
    assert members(items) == {"a.pdf": b"ABCDEF"}
    assert codes(items) == ["mail-damaged"]


def test_what_lies_elsewhere_is_not_fetched() -> None:
    elsewhere = part(b"", 'message/external-body; access-type=URL; URL="http://canary.invalid/"')
    assert codes(read_all(READER, mixed(part(b"x"), elsewhere))) == ["mail-part-elsewhere"]


def test_parts_are_limited_in_number_and_depth() -> None:
    items = read_all(READER, mixed(*[part(b"x")] * 50), limits=ReadingLimits(parts=10))
    assert only_page(items).text.count("x\n") == 9
    assert codes(items) == ["limit-mail-parts"]
    nested = part(b"deep")
    for level in range(40):
        inner = f"--b{level}\r\n".encode() + nested + f"\r\n--b{level}--\r\n".encode()
        nested = part(inner, f"multipart/mixed; boundary=b{level}")
    items = read_all(READER, HEAD + nested)
    assert codes(items)[0] == "limit-mail-parts"


def test_a_mailbox_of_one_mail_is_that_mail_and_of_more_its_files() -> None:
    one = b"From x Thu Jan  1 00:00:00 2024\n" + mail(b"one").replace(b"\r\n", b"\n")
    items = read_all(READER, one)
    assert line_texts(only_page(items))[-1] == "one"
    items = read_all(READER, one + b"\n" + one.replace(b"\none", b"\ntwo"))
    assert list(members(items)) == ["message 1.eml", "message 2.eml"]
    assert members(items)["message 2.eml"].endswith(b"two")


def test_floods_cost_little() -> None:
    start = time.monotonic()
    read_all(
        READER,
        b"".join(b"X-%d: y\r\n" % number for number in range(100_000)) + HEAD + b"\r\nx",
        media_type=formats.MAIL,
    )
    read_all(READER, b"Subject: " + b"=?utf-8?q?=41?= " * 60_000 + b"\r\nTo: a\r\n\r\nx", media_type=formats.MAIL)
    read_all(READER, HEAD + b"Content-Type: x/y" + b';a="' * 60_000 + b"\r\n\r\nx", media_type=formats.MAIL)
    read_all(READER, mail(b"--B\n" * 200_000, "multipart/mixed; boundary=B"))
    assert time.monotonic() - start < 20


def test_it_is_told_by_its_bytes() -> None:
    assert media_type(mail(b"x"), "a.txt") == formats.MAIL
    assert media_type("Subject: 采购\nFrom: 甲\n\n".encode("gbk"), "") == formats.MAIL
